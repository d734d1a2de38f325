"""Duels drawn: the curtain, the sealed answer, buttons, appeals, results; from home to home."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from btsquiz.game.buzzer import LOCKED_MS
from btsquiz.game.formats import BUZZER, SEALED, TURNS, Format
from btsquiz.game.state import Phase
from btsquiz.tui.screens.results import ResultsScreen
from btsquiz.tui.screens.versus import VersusScreen
from tui.stage import SIZES, Show, app_of, click, many, opened, played_before, run_of, state_of, words_of
from worlds import PACK, ManualClock, make_home, open_world

SMALL = replace(SEALED, scenes=("Call sheet", "Final cut"), takes=2)
STYLES = [
    SMALL,
    replace(TURNS, scenes=("Call sheet",), takes=2),
    replace(BUZZER, scenes=("Call sheet",), takes=3),
]


async def on(show: Show, clock: ManualClock, *right: str) -> None:
    """Presses the one key that goes on; those in `right` know everything."""
    state = state_of(show)
    seat = state.turn
    clock.tick(500)
    match state.phase:
        case Phase.CURTAIN:
            await show.press(state.deal.keys[seat])
        case Phase.BUZZ:
            clock.tick(4_000)
            free = [key for place, key in enumerate(state.deal.keys) if place not in state.buttons.tried]
            await show.press(free[0])
        case Phase.ASKING:
            knows = state.deal.seats[seat] in right
            options = state.options()
            await show.press(
                str(1 + next(i for i, one in enumerate(options) if one.startswith("Right") is knows))
            )
        case Phase.WAGER:
            await show.press("3")
        case _:
            await show.press("space")
    await show.pause()


async def until(show: Show, clock: ManualClock, phase: Phase, *right: str) -> None:
    for _ in range(60):
        if isinstance(show.app.screen, ResultsScreen) or state_of(show).phase is phase:
            return
        await on(show, clock, *right)
    raise AssertionError(f"{phase} never comes")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("style", STYLES)
async def test_a_duel_is_played_from_its_slate_to_its_results_and_again(
    tmp_path: Path, clock: ManualClock, style: Format, size: tuple[int, int]
) -> None:
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], style, ["many"], "1")
        async with opened(game, size, run) as show:  # type: ignore[arg-type]
            for _ in range(80):
                if isinstance(show.app.screen, ResultsScreen):
                    break
                await on(show, clock, "Ann")
            said = words_of(show)
            assert "Ann wins." in said
            assert "Ann leads 1–0." in said or size[1] < 24
            await show.press("r")
            await show.pause()
            again = state_of(show)
            assert again.deal.seats == ("Bob", "Ann")
            assert again.deal.head_starts[0] > again.deal.head_starts[1] == 0
            assert f"Bob starts on {again.deal.head_starts[0]:,}." in words_of(show)


async def test_behind_the_curtain_stand_the_seats_and_nothing_else(
    tmp_path: Path, clock: ManualClock
) -> None:
    with open_world(make_home(tmp_path, many(ask="Secret"), "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], SMALL, ["many"], "1")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            await until(show, clock, Phase.ASKING)
            await until(show, clock, Phase.LOCKED, "Ann")
            said = words_of(show)
            assert "LOCKED" in said
            assert not any(word in said for word in ("Secret", "Right", "Wrong", "✔"))
            for _ in range(10):
                if state_of(show).seat == 1:
                    break
                await on(show, clock, "Ann")
            said = words_of(show)
            assert "Ann, look away. BOB, press B when only you can see." in said
            assert "● Ann 0 ◆ Bob 0" in said
            assert not any(word in said for word in ("Secret", "Right", "Wrong", "✔"))


async def test_the_curtain_waits_for_its_own_letter_and_is_deaf_at_first(
    tmp_path: Path, clock: ManualClock
) -> None:
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], SMALL, ["many"], "1")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            await show.press("space")
            await show.press("a")
            assert state_of(show).phase is Phase.CURTAIN
            clock.tick(400)
            for key in ("b", "space", "enter", "1", "x", "q", "n"):
                await show.press(key)
            assert state_of(show).phase is Phase.CURTAIN
            await show.press("A")
            assert state_of(show).phase is Phase.ASKING


async def test_a_sealed_answer_is_taken_back_by_key_and_by_mouse(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], SMALL, ["many"], "1")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            await until(show, clock, Phase.LOCKED)
            await show.press("backspace")
            assert state_of(show).phase is Phase.ASKING
            await until(show, clock, Phase.LOCKED)
            await click(show, "undo")
            assert state_of(show).phase is Phase.ASKING


async def test_a_ruling_is_appealed_and_agreed_to_by_letters(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(["Ann", "Bob", "Cleo"], SMALL, ["many"], "1")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            await until(show, clock, Phase.REVEALED, "Ann")
            assert "A wrong ruling? Appeal: Bob B, Cleo C" in words_of(show)
            await show.press("b")
            assert "Bob appeals. Do you agree? Ann A, Cleo C" in words_of(show)
            await show.press("a")
            assert "Bob appeals. Do you agree? Cleo C" in words_of(show)
            await show.press("c")
            assert "Ann and Bob were right." in words_of(show)
            assert ", on appeal" in words_of(show)
            assert run_of(show).state.flagged


async def test_the_stem_appears_word_by_word_and_the_first_key_stops_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    pack = many(ask="One two three four five six seven")
    with open_world(make_home(tmp_path, pack, "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], BUZZER, ["many"], "1", keys="xk")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            assert "Your keys: Ann X, Bob K." in words_of(show)
            await show.press("space")
            assert "One" not in words_of(show)
            await show.press("x")  # before the first word: too soon
            assert "too soon" in words_of(show)
            clock.tick(state_of(show).opened_ms - run_of(show).now_ms + 3 * 250)
            show.app.screen._tick()  # type: ignore[attr-defined]
            await show.pause()
            assert "One two three" in words_of(show)
            assert "four" not in words_of(show)
            await show.press("x")
            assert state_of(show).phase is Phase.BUZZ
            await show.press("k")
            assert (state_of(show).phase, state_of(show).seat) == (Phase.ASKING, 1)
            clock.tick(1_000)
            show.app.screen._tick()  # type: ignore[attr-defined]
            await show.pause()
            assert "four" not in words_of(show)
            assert "Bob, TAKE 1/5" in words_of(show)
            clock.tick(LOCKED_MS)
            options = state_of(show).options()
            await show.press(str(1 + next(i for i, one in enumerate(options) if one.startswith("Wrong"))))
            assert "has tried" in words_of(show)
            await show.press("k")
            assert state_of(show).phase is Phase.BUZZ
            await show.press("x")
            assert (state_of(show).phase, state_of(show).seat) == (Phase.ASKING, 0)


async def test_nobody_knowing_is_said_once_the_stem_is_there(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], BUZZER, ["many"], "1")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            await show.press("space", "ctrl+n")
            assert state_of(show).phase is Phase.BUZZ
            clock.tick(10_000)
            await show.press("ctrl+n")
            assert "Nobody pressed." in words_of(show)


async def test_letters_are_letters_while_an_answer_is_typed(tmp_path: Path, clock: ManualClock) -> None:
    style = replace(SEALED, scenes=("One",), takes=7)
    with open_world(make_home(tmp_path, PACK), clock) as game:
        run = game.duel(["Ann", "Bob"], style, ["kinds"], "1")
        async with opened(game, opening=run) as show:  # type: ignore[arg-type]
            for _ in range(60):
                state = state_of(show)
                if state.phase is Phase.ASKING and state.take.question.kind == "typed":
                    break
                if state.phase is Phase.ASKING:
                    await show.press("ctrl+n")
                else:
                    await on(show, clock)
            await show.press(*"banana", "enter")
            assert state_of(show).sealed[-1].response == ("banana",)


async def test_from_home_names_are_asked_once_and_known_the_next_time(
    tmp_path: Path, clock: ManualClock
) -> None:
    with played_before(make_home(tmp_path, many(), "many"), clock) as game:
        async with opened(game) as show:
            await click(show, "Head-to-head")
            await show.press(*"Ann", "enter")
            assert "Name two to four players." in words_of(show)
            await show.press(*", Bob", "enter")
            await show.pause()
            assert isinstance(show.app.screen, VersusScreen)
            for entry in ("Format", "Clock", "Balance", "Last take"):
                await click(show, entry)
            said = words_of(show)
            assert "Turns" in said
            assert "clock ×2" in said
            assert "none: all begin with nothing" in said
            assert "staked upon" in said
            await click(show, "Roll")
            await show.pause()
            style = state_of(show).deal.format
            assert (style.name, style.pace, style.even, style.wager) == ("turns", 2, True, True)
            await show.press("ctrl+l")
            await show.pause()
            assert "Go on Turns, scene 1, take 1 of 8" in words_of(show)
            app_of(show).game.duel(["Dan", "Eve"], packs=["many"])


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (20, 6)])
async def test_the_curtain_says_whom_it_waits_for_at_any_size(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(["Ann", "Bob"], SMALL, ["many"], "1")
        async with opened(game, size, run) as show:  # type: ignore[arg-type]
            await show.press("space")
            await show.pause()
            assert "press A" in words_of(show)


@pytest.mark.parametrize("size", [(20, 6), (60, 20), (200, 60)])
@pytest.mark.parametrize("style", STYLES)
async def test_hostile_names_are_shown_as_they_are_at_any_size(
    tmp_path: Path, clock: ManualClock, style: Format, size: tuple[int, int]
) -> None:
    names = ["[red]A[/]", "$x @y \\[", "\x1b[31mC", "小津🎬"]
    with open_world(make_home(tmp_path, many(), "many"), clock) as game:
        run = game.duel(names, replace(style, wager=True), ["many"], "1")
        async with opened(game, size, run) as show:  # type: ignore[arg-type]
            for _ in range(160):
                if isinstance(show.app.screen, ResultsScreen):
                    break
                if size[0] >= 60 and state_of(show).phase is Phase.SLATE:
                    assert "[red]A[/]" in words_of(show)
                await on(show, clock)
            assert isinstance(show.app.screen, ResultsScreen)
            if size[0] >= 60:
                assert "[red]A[/]" in words_of(show)
                assert "$x @y \\[" in words_of(show)


async def test_after_the_first_look_whoever_sits_beside_is_challenged(
    tmp_path: Path, clock: ManualClock
) -> None:
    with open_world(make_home(tmp_path), clock) as game:
        async with opened(game) as show:
            for _ in range(8):
                if isinstance(show.app.screen, ResultsScreen):
                    break
                await show.press("ctrl+n" if state_of(show).phase is Phase.ASKING else "space")
                await show.pause()
            assert "c challenges whoever sits beside you" in words_of(show)
            await show.press("c")
            await show.pause()
            await show.press(*"Ann, Bob", "enter")
            await show.pause()
            assert "Ann, look away. BOB, press B when only you can see." in words_of(show)
            assert [one.seat for one in state_of(show).sealed] == [0, 0, 0]


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_is_sealed_and_shown(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    style = replace(SEALED, scenes=("One",), takes=7, timed=False)
    with open_world(make_home(tmp_path, PACK), clock) as game:
        run = game.duel(["Ann", "Bob"], style, ["kinds"], "1")
        async with opened(game, size, run) as show:  # type: ignore[arg-type]
            seen = set()
            for _ in range(80):
                if isinstance(show.app.screen, ResultsScreen):
                    break
                state = state_of(show)
                if state.phase is Phase.REVEALED:
                    seen.add(state.take.question.kind)
                    assert "Nobody was right." in words_of(show)
                if state.phase is Phase.ASKING:
                    await show.press("ctrl+n")
                else:
                    await on(show, clock)
            assert len(seen) == 7
