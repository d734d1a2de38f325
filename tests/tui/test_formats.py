"""Formats on the screen: each one's own rule is shown, and its keys do what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from btsquiz.game.deal import compose
from btsquiz.game.formats import CLASSIC, FINAL_CUT, HOST, LADDER, LIGHTNING, SURVIVAL, TODAY, Format
from btsquiz.game.state import Phase
from btsquiz.question import Kind
from btsquiz.quizmaster.run import start
from btsquiz.tui.screens.home import HomeScreen
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.screens.results import ResultsScreen
from tui.stage import (
    SEVEN,
    SIZES,
    Show,
    click,
    in_match,
    many,
    opened,
    played_before,
    state_of,
    text_of,
    words_of,
)
from tui.test_play import reach
from worlds import ManualClock, make_home, open_world

MANY = many(60)


async def answer(show: Show, *, right: bool = True) -> None:
    """Picks a right or a wrong option of the take that is on."""
    state = state_of(show)
    place = next(place for place, text in enumerate(state.options(), 1) if text.startswith("Right") is right)
    await show.press(str(place))
    await show.pause()


async def begin(show: Show, style: Format) -> None:
    """Chooses a format at home and rolls."""
    await click(show, "Solo")
    while f"Format  {style.title}" not in text_of(show):
        await click(show, "Format")
    await click(show, "Roll")
    assert state_of(show).deal.format.name == style.name
    assert " ".join(style.about.split()[:3]).casefold() in words_of(show).casefold()
    await show.press("space")
    await show.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_ladder_is_climbed_and_walked_away_from(tmp_path: Path, size: tuple[int, int]) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game, size) as show:
            await begin(show, LADDER)
            assert "RUNG 1/15, for 100" in words_of(show)
            assert "walk away" not in text_of(show)
            await show.press("w")
            await answer(show)
            assert "✔ Right You stand on 100." in words_of(show)
            await show.press("space")
            assert "RUNG 2/15, for 200" in words_of(show)
            assert "100 points" in text_of(show)
            await show.press("w")
            await show.pause()
            assert isinstance(show.app.screen, ResultsScreen)
            assert "100 points, 1 of 1 right" in words_of(show)


async def test_a_fall_from_a_ladder_is_the_end(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game) as show:
            await begin(show, LADDER)
            for _ in range(6):
                await answer(show)
                await show.press("space")
            await answer(show, right=False)
            assert "walk away" not in text_of(show)
            await show.press("space")
            await show.pause()
            assert isinstance(show.app.screen, ResultsScreen)
            assert "1,000 points, 6 of 7 right" in words_of(show)


async def test_survival_counts_lives_and_ends_with_the_last(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game, (60, 20)) as show:
            await begin(show, SURVIVAL)
            for left in ("2 lives", "1 life", "0 lives"):
                await answer(show, right=False)
                assert f"{left} left" in words_of(show)
                await show.press("space")
                await show.pause()
            assert isinstance(show.app.screen, ResultsScreen)


async def test_lightning_shows_no_reveal_and_ends_with_its_misses(tmp_path: Path) -> None:
    clock = ManualClock()
    with played_before(make_home(tmp_path, MANY), clock) as game:
        async with opened(game) as show:
            await begin(show, LIGHTNING)
            assert "1:00" in text_of(show)
            await answer(show)
            missed = state_of(show).take.question
            await answer(show, right=False)
            assert (state_of(show).phase, state_of(show).position) == (Phase.ASKING, 2)
            assert "✔ ✘ ▣" in text_of(show)
            assert missed.ask not in text_of(show)
            clock.tick(60_000)
            screen = show.app.screen
            assert isinstance(screen, MatchScreen)
            screen._tick()
            await show.pause()
            assert isinstance(show.app.screen, ResultsScreen)
            assert "100 points, 1 of 2 right" in words_of(show)
            assert missed.ask in text_of(show)
            assert "Right" in text_of(show)


@pytest.mark.parametrize("size", SIZES)
async def test_final_cut_asks_for_a_stake_before_the_last_take(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_match(tmp_path, size, FINAL_CUT.calm(), pack=MANY) as show:
        while state_of(show).phase is not Phase.WAGER:
            if state_of(show).phase is Phase.ASKING:
                await answer(show)
            await show.press("space")
        bank = state_of(show).points()
        assert "ONE LAST TAKE" in text_of(show)
        assert f"Half  {bank // 2:,}" in text_of(show)
        assert "1–5 stake" in words_of(show)
        await show.press("7", "down", "down", "down", "enter")
        assert (state_of(show).phase, state_of(show).bid) == (Phase.ASKING, 50)
        await answer(show, right=False)
        assert state_of(show).points() == bank - bank // 2
        assert f"{-(bank // 2):,} points" in text_of(show)


async def test_todays_seven_end_with_a_line_to_share(tmp_path: Path, shipped: None) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game) as show:
            await click(show, "Today’s seven")
            state = state_of(show)
            assert (state.deal.format.name, len(state.deal.takes)) == (TODAY.name, 7)
            assert all(take.question.pack != "kinds" for take in state.deal.takes)
            while isinstance(show.app.screen, MatchScreen):
                await show.press("space" if state_of(show).phase is not Phase.ASKING else "ctrl+n")
                await show.pause()
            assert "of 2026-11-22: ✘✘✘✘✘✘✘ 0/7" in words_of(show)


async def test_without_the_shipped_packs_there_are_no_seven(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game) as show:
            await click(show, "Today’s seven")
            assert "packs that come with btsquiz are missing" in words_of(show)


async def test_a_rematch_is_of_what_was_missed(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game) as show:
            await begin(show, SURVIVAL)
            missed = []
            for _ in range(3):
                await answer(show)
                await show.press("space")
                missed.append(state_of(show).take.question.key)
                await answer(show, right=False)
                await show.press("space")
            await show.pause()
            assert "m what you missed" in words_of(show)
            await show.press("m")
            await show.pause()
            assert [take.question.key for take in state_of(show).deal.takes] == missed
            await show.press("space")
            for _ in missed:
                await answer(show)
                await show.press("space")
            await show.pause()
            assert "3 of 3 right" in words_of(show)
            assert "what you missed" not in words_of(show)
            await show.press("m")
            assert isinstance(show.app.screen, ResultsScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_powers_have_keys_and_show_what_they_do(tmp_path: Path, size: tuple[int, int]) -> None:
    pack = MANY.replace(", difficulty", ", hint: Think again, difficulty")
    async with in_match(tmp_path, size, CLASSIC.calm(), pack=pack) as show:
        await show.press("space")
        assert "f fifty-fifty" in words_of(show)
        await show.press("h")
        assert "Hint: Think again" in words_of(show)
        await show.press("f", "d")
        assert len(state_of(show).options()) == 2
        assert "This one counts double." in words_of(show)
        assert "fifty-fifty" not in text_of(show)
        await answer(show)
        assert "double" in text_of(show)
        await show.press("space", "s")
        assert "Skipped" in text_of(show)
        assert "✔ –" in text_of(show)


async def test_the_audience_says_how_it_was_asked(tmp_path: Path) -> None:
    async with in_match(tmp_path, (80, 24), LADDER, pack=MANY) as show:
        await show.press("space", "a")
        assert "The audience: a guess, by how hard it is." in words_of(show)
        assert text_of(show).count(" %") == 3
        before = state_of(show).take.question
        await show.press("o")
        assert state_of(show).take.question != before
        assert state_of(show).take.question.ask in words_of(show)


async def test_while_typing_powers_have_keys_of_their_own(tmp_path: Path) -> None:
    async with in_match(tmp_path, style=replace(SEVEN, powers=("skip", "double"))) as show:
        await reach(show, Kind.TYPED)
        assert "F4 skip" in words_of(show)
        await show.press("d", "s", "f6")
        assert state_of(show).on == ("double",)
        await show.press("f4")
        assert state_of(show).result.verdict == "skipped"


async def test_what_was_answered_here_before_is_the_audience(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game) as show:
            await begin(show, SURVIVAL)
            for _ in range(3):
                await answer(show, right=False)
                await show.press("space")
            await show.pause()
            asked = {take.question.key: take for take in game.play(LADDER).state.deal.takes}
            assert sum(take.polled for take in asked.values()) <= 3
            run = game.play(replace(LADDER, takes=60, least=15, rungs=tuple(range(1, 61))))
            polled = [take for take in run.state.deal.takes if take.polled]
            assert len(polled) == 3
            assert all(max(take.audience) == 100 for take in polled)


@pytest.mark.parametrize("size", SIZES)
async def test_hosting_asks_for_names_reads_and_gives_points(tmp_path: Path, size: tuple[int, int]) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game, size) as show:
            await click(show, "Host")
            await show.press("enter")
            assert "Name one to nine players." in words_of(show)
            await show.press(*"Ann, Bob", "enter")
            await show.pause()
            await show.press("space")
            assert "Space answer" in words_of(show)
            assert "Ann 0 · Bob 0" in words_of(show)
            right = state_of(show).take.options[0][0]
            await show.press("1")
            assert state_of(show).phase is Phase.ASKING
            assert right in text_of(show)
            await show.press("space")
            assert "✔ The answer" in text_of(show)
            assert "Who had it? 1 Ann 2 Bob" in words_of(show)
            await show.press("2", "9")
            assert "2 Bob ✔" in words_of(show)
            assert "Bob 1 · Ann 0" in words_of(show)
            await show.press("1", "1", "space")
            assert "■ ▣" in text_of(show)
            while isinstance(show.app.screen, MatchScreen):
                await show.press("space")
            assert "Bob 1 · Ann 0" in words_of(show)
            assert "again, from tomorrow" not in words_of(show)
            await show.press("r")
            await show.pause()
            assert state_of(show).deal.seats == ("you", "Ann", "Bob")


async def test_from_the_names_one_comes_back_home(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, MANY)) as game:
        async with opened(game, (60, 20)) as show:
            for back in ("key", "mouse"):
                await click(show, "Host")
                await show.press("f1", "escape", *"Ann?q")
                assert "Ann?q" in text_of(show)
                await (show.press("escape") if back == "key" else click(show, "Esc back"))
                await show.pause()
                assert isinstance(show.app.screen, HomeScreen)


async def test_a_match_to_share_is_chosen_in_set_up_and_ends_with_its_code(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path, many(), "many")) as game:
        async with opened(game) as show:
            await click(show, "Solo")
            await click(show, "To share")
            assert "To share yes" in words_of(show)
            await click(show, "Roll")
            await show.pause()
            assert state_of(show).deal.code
            for _ in range(40):
                if not isinstance(show.app.screen, MatchScreen):
                    break
                await show.press("n" if state_of(show).phase is Phase.ASKING else "space")
                await show.pause()
            assert "To share: btsquiz play --code" in words_of(show)


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_can_be_hosted(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_world(make_home(tmp_path)) as game:
        style = replace(HOST, scenes=("One",), takes=7)
        dealt = compose(style, game.shelf.questions(["kinds"]), "1", seats=("you", "Ann", "Bob"))
        run = start(game._journal, game._pen, dealt)
        async with opened(game, size, run) as show:  # type: ignore[arg-type]
            seen = set()
            for _ in range(40):
                if not isinstance(show.app.screen, MatchScreen):
                    break
                state = state_of(show)
                if state.phase is Phase.REVEALED:
                    seen.add(state.take.question.kind)
                    assert "Who had it?" in words_of(show)
                    await show.press("1")
                await show.press("space")
                await show.pause()
            assert seen == set(Kind)
            assert "Ann 7" in words_of(show)
