"""Playing in the app, as a person does: by keys alone or by mouse alone, from the first start to review."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsquiz.errors import SaveError
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.state import Phase
from btsquiz.game.timing import limit_ms, reading_time_ms
from btsquiz.question import Kind
from btsquiz.quizmaster.study import Study
from btsquiz.tui.screens.help import HelpScreen
from btsquiz.tui.screens.home import HomeScreen
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.screens.results import ResultsScreen
from btsquiz.tui.widgets.entry import AnswerLine
from tui.stage import (
    CALM,
    SEVEN,
    Show,
    burst_of_clicks,
    click,
    in_match,
    many,
    opened,
    played_before,
    rows_of,
    run_of,
    state_of,
    text_of,
    words_of,
)
from worlds import PACK, RIGHT, ManualClock, make_home, open_world

TOLD = {
    "choice": ["✔ Right", "[CHECKED] At twenty-seven.", "our page, line 3"],
    "multiple": ["Brad Pitt ✔ Right your pick", "Edward Norton ✔ Right your pick", "[UNCHECKED]"],
    "truefalse": ["True ✔ Right", "[UNCHECKED]"],
    "number": ["✔ Right", "1960"],
    "typed": ["✔ Right", "Blue Harvest"],
    "order": ["✔ 1. Psycho", "✔ 2. Jaws", "✔ 3. Titanic"],
    "match": ["✔ Alien — Ridley Scott", "✔ Fame — Alan Parker"],
}


async def reach(show: Show, kind: str) -> None:
    """Goes on, passing, until a kind of question is asked."""
    await show.press("space")
    while state_of(show).take.question.kind != kind:
        await show.press("ctrl+n", "space")
    await show.pause()


def keys_for(show: Show) -> list[str]:
    """Gives the keys that answer the take that is on, right."""
    take = state_of(show).take
    wanted = RIGHT[take.question.id]
    if take.question.kind in {"number", "typed"}:
        return ["space" if char == " " else char for char in wanted[0]] + ["enter"]
    digits = [str(take.options[0].index(text) + 1) for text in wanted]
    return digits if take.question.kind in {"choice", "truefalse"} else [*digits, "enter"]


async def arrow_to(show: Show, place: int) -> None:
    """Moves the cursor to an option by the arrows alone."""
    cursor = show.app.screen.query_one("#options").cursor  # type: ignore[attr-defined]
    start = -1 if cursor is None else cursor
    await show.press(*["down" if place >= start else "up"] * abs(place - start))


# The first start


async def test_the_first_start_is_three_takes_then_home(tmp_path: Path, shipped: None) -> None:
    with open_world(make_home(tmp_path)) as game:
        async with opened(game, (60, 20)) as show:
            assert "First look" in text_of(show)
            assert "Solo" not in text_of(show)
            assert "name" not in words_of(show).casefold().split()
            await show.press("space")
            for take in (1, 2, 3):
                assert f"TAKE {take}/3" in text_of(show)
                await show.press("ctrl+n")
                await show.pause()
                assert "No answer" in text_of(show)
                assert any(badge in text_of(show) for badge in ("[CHECKED]", "[STORY GOES]", "[BUSTED]"))
                assert ", line " in words_of(show)
                await show.press("space")
            await show.pause()
            assert isinstance(show.app.screen, ResultsScreen)
            assert "0 of 3 right" in text_of(show)
            await show.press("space")
            await show.pause()
            assert isinstance(show.app.screen, HomeScreen)
            for word in ("Solo", "Head-to-head", "Host"):
                assert word in text_of(show)


async def test_without_any_pack_the_first_start_is_home_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    with open_world(make_home(tmp_path, many(1))) as game:
        async with opened(game) as show:
            assert isinstance(show.app.screen, HomeScreen)
            await click(show, "Solo")
            await show.press("1")
            await show.pause()
            assert "Add a pack to your questions folder" in words_of(show)
            await show.press("escape", "escape")
            await show.pause()
            assert isinstance(show.app.screen, HomeScreen)


# A whole match


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_all_seven_kinds_by_keyboard(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_match(tmp_path, size) as show:
        assert "SCENE 1/1" in text_of(show)
        await show.press("space")
        for take in range(1, 8):
            question = state_of(show).take.question
            assert f"TAKE {take}/7" in text_of(show)
            assert question.ask in words_of(show)
            await show.press(*keys_for(show))
            await show.pause()
            assert state_of(show).result.right, question.id
            for said in TOLD[question.id]:
                assert said in words_of(show)
            await show.press("space")
        await show.pause()
        assert isinstance(show.app.screen, ResultsScreen)
        assert "7 of 7 right" in text_of(show)
        assert "Nothing missed" in text_of(show)


async def test_all_seven_kinds_by_arrows_and_enter(tmp_path: Path) -> None:
    async with in_match(tmp_path, (60, 20)) as show:
        await show.press("enter")
        while state_of(show).phase is not Phase.OVER:
            take = state_of(show).take
            if take.question.kind in {"number", "typed"}:
                await show.press(*keys_for(show))
            else:
                for text in RIGHT[take.question.id]:
                    await arrow_to(show, take.options[0].index(text))
                    await show.press("enter")
                if take.question.kind not in {"choice", "truefalse"}:
                    await show.press("enter")
            assert state_of(show).result.right, take.question.id
            await show.press("enter")
            await show.pause()
            if isinstance(show.app.screen, ResultsScreen):
                break
        assert "7 of 7 right" in text_of(show)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_all_seven_kinds_by_mouse(tmp_path: Path, size: tuple[int, int]) -> None:
    with played_before(make_home(tmp_path)) as game:
        game.play(SEVEN, ["kinds"], "1")
        async with opened(game, size) as show:
            await click(show, "Go on")
            await click(show, "Space go on")
            while isinstance(show.app.screen, MatchScreen):
                take = state_of(show).take
                if take.question.kind in {"number", "typed"}:
                    show.app.screen.query_one(AnswerLine).value = RIGHT[take.question.id][0]
                    await show.pause()
                else:
                    for text in RIGHT[take.question.id]:
                        await click(show, text)
                if take.question.kind not in {"choice", "truefalse"}:
                    await click(show, "Enter answer")
                assert state_of(show).result.right, take.question.id
                await click(show, "* star")
                assert "starred ✔" in text_of(show)
                await click(show, "Space go on")
            assert "7 of 7 right" in text_of(show)
            await click(show, "Space home")
            await click(show, "Help")
            assert "HOW TO PLAY" in text_of(show)
            await click(show, "Esc back")
            assert isinstance(show.app.screen, HomeScreen)
            await click(show, "Quit")
            assert not show.app.is_running or show.app._exit


async def test_true_and_false_have_letters_too(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.TRUE_FALSE)
        await show.press("t")
        assert state_of(show).result.right


async def test_a_wrong_answer_is_told_why_and_what_the_page_wrote(tmp_path: Path) -> None:
    pack = PACK.replace("why:", "corrections: [{written: Jawes, truth: Jaws}],\n     why:")
    async with in_match(tmp_path, pack=pack) as show:
        await reach(show, Kind.CHOICE)
        place = state_of(show).take.options[0].index("George Lucas")
        await show.press(str(place + 1))
        await show.pause()
        for said in (
            "George Lucas ✘ Wrong",
            "Steven Spielberg ✔ Right",
            "George Lucas: He directed Star Wars.",
            "[CHECKED]",
            "our page, line 3 · the page wrote “Jawes”",
        ):
            assert said in words_of(show)
        assert "John Landis" not in text_of(show)


@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.MATCH])
async def test_a_wrong_order_or_match_says_what_was_said_where(tmp_path: Path, kind: Kind) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, kind)
        await show.press(*reversed(keys_for(show)[:-1]), "enter")
        await show.pause()
        assert "✘" in text_of(show)
        assert "you said" in text_of(show)


async def test_what_cannot_be_read_as_a_number_is_said_and_asked_again(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.NUMBER)
        await show.press("enter")
        assert "Nothing was typed." in text_of(show)
        await show.press("x", "enter")
        assert "Type a number in digits" in text_of(show)
        await show.press("backspace", *"1960", "enter")
        assert state_of(show).result.right


async def test_a_typed_answer_that_comes_near_is_asked_for_once_more(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.TYPED)
        await show.press(*"blue harvester", "enter")
        assert "Nearly. Be more precise" in words_of(show)
        assert "blue harvester" in text_of(show)
        await show.press("backspace", "backspace", "enter")
        assert state_of(show).result.right


async def test_a_digit_beyond_the_options_is_kindly_refused(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.CHOICE)
        await show.press("9")
        assert "9 is none of them" in text_of(show)
        assert state_of(show).phase is Phase.ASKING


# Undo, pause, star, flag, the clock


@pytest.mark.parametrize("kind", [Kind.MULTIPLE, Kind.ORDER, Kind.MATCH])
async def test_undo_takes_back_the_last_pick(tmp_path: Path, kind: Kind) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, kind)
        await show.press("1", "2")
        assert state_of(show).draft == (0, 1)
        await show.press("backspace")
        assert state_of(show).draft == (0,)
        await show.press("u")
        await show.pause()
        assert state_of(show).draft == ()
        assert "undo" not in rows_of(show)[-1]


async def test_pause_hides_the_question_and_stops_the_clock(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await reach(show, Kind.CHOICE)
        clock.tick(10_000)
        left = run_of(show).time_left_ms()
        await show.press("p")
        await show.pause()
        assert "PAUSED" in text_of(show)
        for hidden in ("Who directed Jaws?", "Steven Spielberg", "George Lucas"):
            assert hidden not in text_of(show)
        await show.press("1", "n", "t", "down")
        assert state_of(show).phase is Phase.ASKING
        clock.tick(600_000)
        assert run_of(show).time_left_ms() == left
        await show.press("p")
        assert run_of(show).time_left_ms() == left
        assert "Who directed Jaws?" in text_of(show)


async def test_a_match_can_be_ended_for_good_but_not_in_haste(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await show.press("space", "x")
        await show.pause()
        assert "TAKE 1/7" in text_of(show)
        await show.press("escape", "x")
        await show.pause()
        assert "That’s a wrap." in text_of(show)
        await show.press("space")
        await show.pause()
        assert "Go on" not in text_of(show)


async def test_what_was_typed_is_kept_through_a_pause(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.TYPED)
        await show.press(*"blue", "escape")
        await show.pause()
        assert "blue" not in text_of(show)
        await show.press("space", "space", *"harvest", "enter")
        assert state_of(show).result.right


async def test_star_and_flag_go_on_and_off(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.CHOICE)
        for key, mark in (("asterisk", "starred ✔"), ("exclamation_mark", "flagged ✔")):
            assert mark not in text_of(show)
            await show.press(key)
            await show.pause()
            assert mark in text_of(show)
            await show.press(key)
            await show.pause()
            assert mark not in text_of(show)


async def test_time_runs_out_once_the_question_could_be_read(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await reach(show, Kind.CHOICE)
        screen = show.app.screen
        assert isinstance(screen, MatchScreen)
        assert "0:20" in text_of(show)
        clock.tick(reading_time_ms(state_of(show)) + 16_000)
        screen._tick()
        await show.pause()
        assert "0:04" in text_of(show)
        limit = limit_ms(state_of(show))
        assert limit is not None
        clock.tick(limit)
        screen._tick()
        await show.pause()
        assert "✘ Time is up" in text_of(show)
        assert "Steven Spielberg ✔ Right" in words_of(show)
        await show.press("space")


async def test_calm_has_no_clock(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, style=CALM, clock=clock) as show:
        await reach(show, Kind.CHOICE)
        assert "0:20" not in text_of(show)
        clock.tick(10_000_000)
        await show.press(*keys_for(show))
        assert state_of(show).result.right


async def test_help_stops_a_running_clock_and_comes_back(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await reach(show, Kind.CHOICE)
        left = run_of(show).time_left_ms()
        await show.press("question_mark")
        await show.pause()
        assert isinstance(show.app.screen, HelpScreen)
        clock.tick(100_000)
        await show.press("escape", "space")
        await show.pause()
        assert run_of(show).time_left_ms() == left


async def test_while_typing_letters_are_letters_wherever_one_clicks(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.TYPED)
        await show.click("#stem")
        await show.click("#slate")
        await show.press("tab", *"nqpuh", "question_mark", "asterisk", "1")
        await show.pause()
        assert show.app.screen.query_one(AnswerLine).value == "nqpuh?*1"
        assert state_of(show).phase is Phase.ASKING


# Leaving and going on


async def test_leaving_and_going_on(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await reach(show, Kind.ORDER)
        await show.press("1")
        before = state_of(show)
        left = run_of(show).time_left_ms()
        await show.press("q")
        await show.pause()
        assert isinstance(show.app.screen, HomeScreen)
        assert f"Go on Classic, take {before.position + 1} of 7" in words_of(show)
        clock.tick(3_600_000)
        await show.press("1")
        await show.pause()
        assert "PAUSED" in text_of(show)
        await show.press("space")
        assert state_of(show).draft == before.draft
        assert state_of(show).results == before.results
        assert run_of(show).time_left_ms() == left


async def test_a_match_that_was_cut_off_waits_until_one_is_ready(tmp_path: Path) -> None:
    clock = ManualClock()
    home = make_home(tmp_path)
    with open_world(home, clock) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        from btsquiz.game.commands import Next

        run.do(Next())
    with open_world(home, clock, seed=2) as game:
        async with opened(game) as show:
            clock.tick(3_600_000)
            await show.press("1")
            await show.pause()
            assert "PAUSED" in text_of(show)
            await show.press("space")
            assert run_of(show).time_left_ms() == limit_ms(state_of(show))


async def test_quitting_in_the_middle_of_a_question_saves_it(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    async with in_match(tmp_path) as show:
        await reach(show, Kind.MULTIPLE)
        await show.press("1")
        before = state_of(show)
        await show.press("ctrl+q")
    with open_world(home) as game:
        unfinished = game.unfinished()
        assert unfinished is not None
        assert (unfinished.state.position, unfinished.state.draft) == (before.position, before.draft)


async def test_another_match_is_drawn_from_the_same_packs(tmp_path: Path) -> None:
    home = make_home(tmp_path, many(20), "one")
    make_home(tmp_path, many(20, "Two").replace("id: q", "id: p"), "two")
    with played_before(home) as game:
        async with opened(game) as show:
            await show.press("1", "6", "1")
            await show.pause()
            for _ in range(2):
                assert {take.question.pack for take in state_of(show).deal.takes} == {"one"}
                while isinstance(show.app.screen, MatchScreen):
                    await show.press("space" if state_of(show).phase is not Phase.ASKING else "n")
                await show.press("r")
                await show.pause()


# Results and review


async def test_what_was_missed_or_starred_is_reviewed_on_a_later_day(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await show.press("space")
        while isinstance(show.app.screen, MatchScreen):
            question = state_of(show).take.question
            if question.kind == "typed":
                await show.press("ctrl+n")
            else:
                await show.press(*keys_for(show))
                if question.kind == "order":
                    await show.press("asterisk")
            await show.press("space")
            await show.pause()
        assert "6 of 7 right" in text_of(show)
        for ask in ("What stood on the caps?", "Blue Harvest", "Oldest first."):
            assert ask in text_of(show)
        await show.press("space")
        await show.pause()
        assert "nothing due; 1 miss to practise" in text_of(show)
        clock.sleep(days=30)
        await show.press("question_mark", "escape")
        await show.pause()
        assert "2 due, about 1 minute" in text_of(show)
        await click(show, "Dailies")
        await show.press("space")
        asked = set()
        while isinstance(show.app.screen, MatchScreen):
            asked.add(state_of(show).take.question.id)
            await show.press(*keys_for(show), "space")
            await show.pause()
        assert asked == {"typed", "order"}
        assert "2 of 2 right" in text_of(show)
        assert "play another" not in text_of(show)
        await show.press("r", "space")
        await show.pause()
        assert "done for tonight" in text_of(show)


async def test_a_missed_review_is_asked_once_more_at_its_end(tmp_path: Path) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await show.press("space")
        while isinstance(show.app.screen, MatchScreen):
            await show.press("ctrl+n", "space")
        clock.sleep(days=2)
        await show.press("space")
        await click(show, "Dailies")
        await show.press("space", "ctrl+n", "space")
        while not state_of(show).is_retake:
            await show.press(*keys_for(show), "space")
        await show.pause()
        assert "SCENE retakes" in text_of(show)
        assert "for practice" in text_of(show)
        await show.press("space", *keys_for(show))
        await show.pause()
        assert "practice" in text_of(show)


async def test_review_with_nothing_due_says_when_and_offers_todays_misses(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await reach(show, Kind.CHOICE)
        await show.press("n", "q")
        await show.pause()
        await click(show, "Dailies")
        assert "Nothing is due today. Something will be tomorrow." in text_of(show)
        await click(show, "Practise them now")
        await show.press("space")
        assert "Who directed Jaws?" in text_of(show) or state_of(show).take.question.ask in text_of(show)


async def test_opened_on_review_with_nothing_to_review_it_says_so_and_home_is_behind(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        async with opened(game, opening="review") as show:
            assert "Nothing to review yet" in text_of(show)
            await show.press("escape")
            await show.pause()
            assert isinstance(show.app.screen, HomeScreen)


# Home, set-up, packs


async def test_set_up_chooses_packs_and_clock(tmp_path: Path) -> None:
    home = make_home(tmp_path, many(20), "one")
    make_home(tmp_path, many(20, "Two"), "two")
    with played_before(home) as game:
        async with opened(game) as show:
            await click(show, "Solo")
            for said in ("clock ×2", "clock ×3", "no clock"):
                await click(show, "Clock")
                assert said in text_of(show)
            await show.press("5")
            await show.pause()
            assert "out  Many" in text_of(show)
            assert "✔ in   Two" in text_of(show)
            await show.press("6", "1")
            await show.pause()
            assert "Every pack is left out" in text_of(show)
            await show.press("escape", "6", "up", "up", "up", "up", "up", "enter")
            await show.pause()
            assert {take.question.pack for take in state_of(show).deal.takes} == {"two"}
            assert not state_of(show).deal.format.timed
            assert state_of(show).deal.format.name == CLASSIC.name


async def test_a_pack_with_errors_is_listed_with_them_and_not_played(tmp_path: Path) -> None:
    home = make_home(tmp_path, many(20), "good")
    make_home(tmp_path, "format: btsquiz/1\ntitle: Broken\nquestions:\n  - {ask: What?}\n", "bad")
    with played_before(home) as game:
        async with opened(game, (120, 40)) as show:
            assert "1 pack on the shelf, 1 with errors" in text_of(show)
            await click(show, "Packs")
            assert "a question needs `answer`, `accept`, `order` or `match`" in words_of(show)
            await show.press("escape")
            await click(show, "Solo")
            await click(show, "✘ not played")
            assert "a question needs `answer`, `accept`, `order` or `match`" in words_of(show)
            assert "btsquiz packs check" in text_of(show)
            await click(show, "Back")
            await click(show, "Roll")
            assert {take.question.pack for take in state_of(show).deal.takes} == {"good"}


async def test_more_packs_than_a_screen_holds_can_all_be_reached(tmp_path: Path) -> None:
    for number in range(60):
        make_home(tmp_path, many(1, f"Pack number {number:02}"), f"pack{number:02}")
    with played_before(make_home(tmp_path)) as game:
        async with opened(game, (60, 20)) as show:
            await click(show, "Solo")
            await show.press("up")
            await show.pause()
            assert "Pack number 59" in text_of(show)
            await show.press("enter")
            await show.pause()
            assert "out  Pack number 59" in text_of(show)
            await show.press("escape")
            await click(show, "Packs")
            assert "Pack number 00" in text_of(show)
            await show.press(*["pagedown"] * 5)
            assert "Pack number 59" in text_of(show)
            await show.press(*["pageup"] * 5)
            assert "Pack number 00" in text_of(show)
            await show.press("down", "up", "escape")
            await show.pause()
            assert isinstance(show.app.screen, HomeScreen)


async def test_help_tells_of_every_key_of_a_match(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path)) as game:
        async with opened(game, (80, 24)) as show:
            await show.press("f1")
            await show.pause()
            seen = text_of(show)
            for _ in range(3):
                await show.press("pagedown")
                await show.pause()
                seen += text_of(show)
            for word in [
                "Backspace",
                "PgDn",
                "Ctrl+N",
                "Esc",
                "*",
                "!",
                "Ctrl+L",
                "F1",
                "Ctrl+Q",
                "CHECKED",
                "BUSTED",
                "YAML",
            ]:
                assert word in seen


# What goes wrong


async def test_what_cannot_be_saved_is_said_once_and_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await reach(show, Kind.CHOICE)
        run = run_of(show)

        def full(records: object) -> None:
            raise SaveError("The disk is full.", hint="Make room.")

        with monkeypatch.context() as broken:
            broken.setattr(run._journal, "append", full)
            await show.press(*keys_for(show))
            await show.pause()
            assert "The disk is full. Make room." in text_of(show)
            await show.press("escape")
            clock.tick(1_000_000)
            screen = show.app.screen
            assert isinstance(screen, MatchScreen)
            screen.call_next(screen._tick)
            screen.call_next(screen._tick)
            await show.pause()
            depth = len(show.app.screen_stack)
            await show.press("escape")
            await show.pause()
            assert isinstance(show.app.screen, MatchScreen)
            assert len(show.app.screen_stack) == depth - 1
            assert screen._clock is not None
            assert not screen._clock._active.is_set(), "or it would ring again at once, for ever"
            await show.press("q")
            await show.pause()
            assert isinstance(show.app.screen, HomeScreen)
        await show.press("1", "space")
        await show.pause()
        assert state_of(show).phase is not Phase.SLATE


async def test_saves_that_fail_at_the_start_leave_home_and_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_world(make_home(tmp_path)) as game:

        def broken(*values: object) -> None:
            raise SaveError("The saves are damaged.")

        for name in ("is_new", "unfinished", "play"):
            monkeypatch.setattr(game, name, broken)
        monkeypatch.setattr(Study, "due", broken)
        async with opened(game) as show:
            assert "The saves are damaged." in text_of(show)
            await show.press("escape")
            await show.pause()
            assert "your saves cannot be read" in text_of(show)
            for name in ("Dailies", "Solo"):
                await click(show, name)
                await show.press("1")
                await show.pause()
                await show.press("escape", "escape")
                await show.pause()


async def test_keys_and_clicks_in_one_burst_act_once(tmp_path: Path) -> None:
    """Sends what an impatient hand sends: twice the same before the first has been acted on."""
    with played_before(make_home(tmp_path, many(20))) as game:
        async with opened(game) as show:
            for entry in ("Help", "Host", "Packs", "Solo"):
                await click(show, entry)
                assert not isinstance(show.app.screen, HomeScreen)
                burst_of_clicks(show, "Esc back")
                await show.pause()
                assert isinstance(show.app.screen, HomeScreen), entry
            await click(show, "Solo")
            depth = len(show.app.screen_stack)
            burst_of_clicks(show, "Roll")
            await show.pause()
            assert isinstance(show.app.screen, MatchScreen)
            assert len(show.app.screen_stack) == depth
            burst_of_clicks(show, "? help")
            await show.pause()
            assert len(show.app.screen_stack) == depth + 1
            await show.press("escape")
            while isinstance(show.app.screen, MatchScreen):
                await show.press("space" if state_of(show).phase is not Phase.ASKING else "n")
            burst_of_clicks(show, "r play another")
            await show.pause()
            assert isinstance(show.app.screen, MatchScreen)
            assert len(show.app.screen_stack) == depth


# Options on demand

LISTED = """\
format: btsquiz/1
title: Listed
questions:
  - {id: caps, ask: "What stood on the caps?", accept: [Blue Harvest, Harvest],
     wrong: [Star Beast, Group Hug],
     why: {Star Beast: "Alien's first title.", Group Hug: "The Avengers hid behind it."},
     explain: "The crew of Return of the Jedi wore them.", films: [Return of the Jedi]}
"""
ONE = Format("classic", "Classic", ("Call sheet",), takes=1)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_options_come_when_they_are_asked_for(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_match(tmp_path, size, ONE, pack=LISTED) as show:
        await show.press("space", "x")
        await show.pause()
        assert "Star Beast" not in text_of(show)
        assert "^O options" in words_of(show)
        assert "for half the points" in words_of(show)
        await show.press("ctrl+o")
        await show.pause()
        assert all(option in text_of(show) for option in ("Blue Harvest", "Star Beast", "Group Hug"))
        assert not show.app.screen.query_one(AnswerLine).display
        await show.press(str(state_of(show).options().index("Star Beast") + 1))
        await show.pause()
        assert "Star Beast ✘ Wrong" in words_of(show)
        assert "Blue Harvest ✔ Right" in words_of(show)
        assert "Star Beast: Alien's first title." in words_of(show)


async def test_options_can_be_asked_for_and_picked_with_the_mouse(tmp_path: Path) -> None:
    async with in_match(tmp_path, (80, 24), ONE, pack=LISTED) as show:
        await show.press("space")
        await click(show, "^O options")
        await show.pause()
        await click(show, "Blue Harvest")
        await show.pause()
        assert "with options" in words_of(show)
        assert state_of(show).result.right
