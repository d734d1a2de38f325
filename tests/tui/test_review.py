"""Dailies in the app: rating keys, undo, putting off, turns, the numbers; and two weeks of two players."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from btsquiz.game.commands import Next, Pass
from btsquiz.game.formats import SEALED, Format
from btsquiz.game.state import Phase
from btsquiz.memory.records import Rating
from btsquiz.quizmaster import Game
from btsquiz.quizmaster.remembering import rating_words
from btsquiz.quizmaster.run import Run
from btsquiz.saves.check import check
from btsquiz.tui.screens.home import HomeScreen
from btsquiz.tui.screens.notice import NoticeScreen
from btsquiz.tui.screens.results import ResultsScreen
from tui.stage import SIZES, Show, click, many, opened, played_before, run_of, state_of, text_of, words_of
from worlds import ManualClock, make_home, open_world

TEN = Format("ten", "Ten", ("One",), takes=10)


def miss(game: Game, style: Format = TEN) -> None:
    run = game.play(style, ("kinds",), "1")
    while run.state.phase is not Phase.OVER:
        run.do(Pass() if run.state.phase is Phase.ASKING else Next())


def key_for(run: Run, *, right: bool = True) -> str:
    options = run.state.options()
    return str(1 + next(place for place, one in enumerate(options) if one.startswith("Right") is right))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def game(tmp_path: Path, clock: ManualClock):
    with played_before(make_home(tmp_path, many(12)), clock) as opened_game:
        miss(opened_game)
        clock.sleep(1)
        yield opened_game


async def test_the_keys_say_what_each_rating_leads_to_and_do_it(game: Game) -> None:
    async with opened(game, opening="review") as show:
        await show.press("space", key_for(run_of(show)) if state_of(show).phase is Phase.ASKING else "space")
        while state_of(show).phase is not Phase.REVEALED:
            await show.press(key_for(run_of(show)))
            await show.pause()
        point = str(state_of(show).take.question.point)
        shown = run_of(show).futures()
        again, hard, good, easy = (text for _, text in rating_words(shown))
        assert f"1 {again} 2 {hard} 3 {good} ✔ 4 {easy}" in words_of(show)
        await show.press("4")
        await show.pause()
        assert f"3 {good} 4 {easy} ✔" in words_of(show)
        assert dict(game.study.kept())[point] == shown[Rating.EASY]
        await show.press("z")
        await show.pause()
        assert "set aside ✔" in words_of(show)
        assert dict(game.study.kept())[point].suspended
        await show.press("z")
        assert not dict(game.study.kept())[point].suspended


async def test_the_last_answer_is_taken_back_even_after_the_end(game: Game) -> None:
    async with opened(game) as show:
        await click(show, "Dailies")
        await show.press("space", "n", "u")
        await show.pause()
        assert (state_of(show).phase, state_of(show).results) == (Phase.ASKING, ())
        before = game.study.due().points
        await show.press("b")
        await show.pause()
        assert game.study.due().points != before
        while not isinstance(show.app.screen, ResultsScreen):
            asking = state_of(show).phase is Phase.ASKING
            await show.press(key_for(run_of(show)) if asking else "space")
            await show.pause()
        told = words_of(show)
        assert "That is all for tonight." in told
        assert "You are a runner; 5 more to clapper loader." in told
        kept = dict(game.study.kept())
        await show.press("u")
        await show.pause()
        assert state_of(show).phase is Phase.ASKING
        assert dict(game.study.kept()) != kept
        await show.press(key_for(run_of(show)), "space")
        await show.pause()
        assert isinstance(show.app.screen, ResultsScreen)
        assert dict(game.study.kept()) == kept


async def test_the_pack_is_opened_at_its_line(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(
        "btsquiz.tui.screens.review.open_editor", lambda path, line: asked.append((path, line)) or "Edited."
    )
    import contextlib

    async with opened(game, opening="review") as show:
        monkeypatch.setattr(type(show.app), "suspend", lambda self: contextlib.nullcontext())
        await show.press("e", "space", "e", "n")
        assert asked == []
        await show.press("e")
        await show.pause()
        number = int(str(state_of(show).take.question.id).removeprefix("q"))
        ((path, line),) = asked
        assert Path(path).name == "kinds.yaml"
        assert f"q{number}," in Path(path).read_text().splitlines()[line - 1]
        assert "Edited." in text_of(show)


@pytest.mark.parametrize("size", SIZES)
async def test_the_numbers_are_drawn_at_every_size(game: Game, size: tuple[int, int]) -> None:
    async with opened(game, size) as show:
        await click(show, "Stats")
        await show.pause()
        assert "So far" in text_of(show)
        assert "10 answers, 0 right" in words_of(show)
        for _ in range(9):
            await show.press("pagedown")
            await show.pause()
        assert "Hardest" in text_of(show) or "— Right" in text_of(show)
        await show.press("escape")
        await show.pause()
        assert isinstance(show.app.screen, HomeScreen)


async def test_two_who_take_turns_each_have_their_own(tmp_path: Path, clock: ManualClock) -> None:
    with played_before(make_home(tmp_path, many(12)), clock) as game:
        for name in ("Ann", "Bob"):
            game.player = name
            miss(game, replace(TEN, takes=4))
        clock.sleep(1)
        async with opened(game, opening=("Ann", "Bob")) as show:
            seen = []
            while not isinstance(show.app.screen, ResultsScreen):
                run = run_of(show)
                if run.state.phase is Phase.ASKING:
                    seen.append(run.player)
                    assert f"{run.player}  Dailies" in text_of(show)
                await show.press(key_for(run) if run.state.phase is Phase.ASKING else "space")
                await show.pause()
            assert seen == ["Ann", "Bob"] * 4
            told = words_of(show)
            assert told.index("Ann") < told.index("That’s a wrap.") < told.index("Bob")
        assert game.study_of("Ann").due().done == game.study_of("Bob").due().done == 4


async def test_where_several_keep_something_it_asks_whose(tmp_path: Path, clock: ManualClock) -> None:
    with played_before(make_home(tmp_path, many(12)), clock) as game:
        async with opened(game) as show:
            await click(show, "Dailies")
            assert "Nothing to review yet" in text_of(show)  # nobody else: straight on
            await show.press("escape")
            for name in ("Ann", "Bob"):
                game.player = name
                miss(game, replace(TEN, takes=3))
            game.player = "you"
            clock.sleep(1)
            await show.pause()
            await click(show, "Dailies")
            told = text_of(show)
            assert told.index("You  nothing due") < told.index("Ann  3 due") < told.index("Bob  3 due")
            await click(show, "Bob")
            await show.press("space")
            await show.pause()
            assert run_of(show).player == "Bob"
            assert len(state_of(show).deal.takes) == 3


async def play_duel(show: Show, clock: ManualClock, rng: random.Random) -> None:
    """Plays the duel on the screen to its end; either knows half of it."""
    while not isinstance(show.app.screen, ResultsScreen):
        state = state_of(show)
        clock.tick(500)
        if state.phase is Phase.CURTAIN:
            await show.press(state.deal.keys[state.turn])
        elif state.phase is Phase.ASKING:
            await show.press(key_for(run_of(show), right=rng.random() < 0.5))
        else:
            await show.press("space")
        await show.pause()


async def play_dailies(show: Show, clock: ManualClock, rng: random.Random) -> int:
    """Plays dailies in turn, with slips taken back and ratings changed; gives the answers that stand."""
    given = 0
    if isinstance(show.app.screen, NoticeScreen):  # one of them has nothing due
        await show.press("escape")
        await show.pause()
    while not isinstance(show.app.screen, ResultsScreen):
        run = run_of(show)
        clock.tick(3_000)
        if run.state.phase is Phase.ASKING:
            typed = not run.state.options()
            if typed:
                await show.press("ctrl+o")
                await show.pause()
            await show.press(key_for(run, right=rng.random() < 0.8))
            await show.pause()
            given += 1
            if rng.random() < 0.1:
                await show.press("ctrl+z")
                await show.pause()
                given -= 1
            elif rng.random() < 0.2:
                await show.press(str(rng.randint(1, 4)))
        else:
            await show.press("space")
        await show.pause()
    return given


async def test_two_weeks_of_two_players(tmp_path: Path, clock: ManualClock) -> None:
    rng = random.Random(14)
    home = make_home(tmp_path, many(30))
    names = ("Ann", "Bob")
    asked = dict.fromkeys(names, 0)
    stood = 0
    for night in range(14):
        with open_world(home, clock, seed=night) as game:
            if night in {0, 3, 8}:
                style = replace(SEALED, scenes=("One",), takes=6)
                duel = game.duel(names, style, ("kinds",), f"duel {night}")
                async with opened(game, opening=duel) as show:
                    await play_duel(show, clock, rng)
                stood += 12
            due = {name: game.study_of(name).due().points for name in names}
            for name in names:
                assert len(due[name]) <= 14
                asked[name] += len(due[name])
            if any(due.values()):
                async with opened(game, opening=names) as show:
                    stood += await play_dailies(show, clock, rng)
            assert not any(game.study_of(name).due().points for name in names if due[name])
        clock.sleep(1)
    with open_world(home, clock, seed=99) as game:
        assert all(number > 10 for number in asked.values())
        found = check(game._journal)
        assert found.problems == ()
        told = [game.study_of(name).stats() for name in names]
        assert sum(one.answers for one in told) == stood
        for name, numbers in zip(names, told, strict=True):
            assert numbers.duels == ((names[name == "Ann"], *numbers.duels[0][1:]),)
            assert numbers.progress.kept == len(game.study_of(name).kept()) >= 5
            assert numbers.progress.nights > 0
            assert all(card.due > card.last_day for _, card in game.study_of(name).kept())
        before = [game.study_of(name).kept() for name in names]
        game._journal.rebuild()
        assert [game.study_of(name).kept() for name in names] == before
    backups = sorted(path.name for path in (tmp_path / "saves" / "backups").iterdir())
    assert len(backups) >= 7
