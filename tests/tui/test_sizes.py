"""The app at any size: nothing crashes, nothing is lost, and at 60 by 20 a question is seen whole."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from btsquiz.game.deal import compose
from btsquiz.game.formats import Format
from btsquiz.game.state import Phase
from btsquiz.question import Match, Question, options_of
from btsquiz.quizmaster import Game
from btsquiz.quizmaster.run import start
from btsquiz.tui.content import lines, literal
from btsquiz.tui.screens.base import LEAST_CELLS, LEAST_ROWS
from btsquiz.tui.screens.drawn import TYPED
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.widgets.line import Line
from tui.stage import (
    CALM,
    SEVEN,
    Show,
    click,
    in_match,
    many,
    opened,
    played_before,
    rows_of,
    run_of,
    squeezed,
    state_of,
    text_of,
    words_of,
)
from worlds import ManualClock, make_home, open_world

SIZES = (
    (1, 1), (2, 1), (1, 2), (3, 3), (4, 30), (6, 1), (300, 1), (1, 100), (19, 6), (20, 5), (20, 6), (30, 8),
    (40, 12), (59, 19), (60, 20), (79, 23), (80, 24), (109, 30), (120, 40), (300, 100),
)  # fmt: skip
KEYS = (
    "1", "2", "3", "t", "space", "enter", "down", "up", "pagedown", "backspace", "p", "x", "question_mark",
    "escape", "ctrl+n", "asterisk", "exclamation_mark", "tab", "f1", "r",
)  # fmt: skip
Walk = Callable[[Show], Awaitable[None]]


async def _home(show: Show) -> None:
    pass


async def _setup(show: Show) -> None:
    await click(show, "Solo")


async def _packs(show: Show) -> None:
    await click(show, "Packs")


async def _help(show: Show) -> None:
    await click(show, "Help")


async def _soon(show: Show) -> None:
    await click(show, "Host")


@pytest.mark.parametrize("walk", [_home, _setup, _packs, _help, _soon])
async def test_every_menu_stands_any_size(tmp_path: Path, walk: Walk) -> None:
    with played_before(make_home(tmp_path, many(20))) as game:
        async with opened(game) as show:
            await walk(show)
            before = rows_of(show)
            screen = show.app.screen
            for size in SIZES:
                await show.resize_terminal(*size)
                assert len(rows_of(show)) == size[1]
            await show.resize_terminal(80, 24)
            assert rows_of(show) == before
            assert show.app.screen is screen


async def test_a_match_stands_any_size_and_keeps_its_state(tmp_path: Path) -> None:
    async with in_match(tmp_path, style=CALM) as show:
        while isinstance(show.app.screen, MatchScreen):
            if state_of(show).phase is Phase.ASKING and state_of(show).take.question.kind in {
                "multiple",
                "order",
            }:
                await show.press("2")
            await _stands_every_size(show)
            if state_of(show).phase is Phase.ASKING:
                await show.press("ctrl+n")
                await show.pause()
                await _stands_every_size(show)
            await show.press("space")
            await show.pause()
        before = rows_of(show)
        for size in SIZES:
            await show.resize_terminal(*size)
        await show.resize_terminal(80, 24)
        assert rows_of(show) == before


async def _stands_every_size(show: Show) -> None:
    before, screen = rows_of(show), show.app.screen
    state = state_of(show)
    for size in SIZES[state.position % 3 :: 3]:
        await show.resize_terminal(*size)
        assert show.app.screen is screen
    await show.resize_terminal(80, 24)
    if state_of(show).paused_ms is not None:
        assert "PAUSED" in text_of(show)
        await show.press("space")
        await show.pause()
    assert rows_of(show) == before
    assert (state_of(show).phase, state_of(show).draft) == (state.phase, state.draft)


@pytest.mark.parametrize("size", [(LEAST_CELLS - 1, 40), (100, LEAST_ROWS - 1), (1, 1)])
async def test_where_nothing_can_be_read_that_is_said_and_a_match_waits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    clock = ManualClock()
    async with in_match(tmp_path, clock=clock) as show:
        await show.press("space")
        left = run_of(show).time_left_ms()
        await show.resize_terminal(*size)
        if size != (1, 1):
            assert "Make the window larger." in words_of(show)
        assert state_of(show).take.question.ask not in words_of(show)
        clock.tick(100_000)
        await show.press("1", "n")
        assert state_of(show).phase is Phase.ASKING
        await show.resize_terminal(60, 20)
        await show.press("space")
        assert run_of(show).time_left_ms() == left
        assert state_of(show).take.question.ask in words_of(show)


async def test_at_the_smallest_size_all_of_a_question_can_be_scrolled_to(tmp_path: Path) -> None:
    async with in_match(tmp_path, (LEAST_CELLS, LEAST_ROWS), CALM) as show:
        await show.press("space")
        while state_of(show).take.question.kind != "choice":
            await show.press("ctrl+n", "space")
        await show.pause()
        seen = words_of(show)
        for _ in range(3):
            await show.press("down")
            await show.pause()
            seen += words_of(show)
        for said in ("Who directed Jaws?", *state_of(show).take.options[0]):
            for word in said.split():
                assert word in seen
        await show.press("1")
        await show.pause()
        seen = ""
        for _ in range(12):
            seen += words_of(show)
            await show.press("down")
            await show.pause()
        for word in ("At", "twenty-seven.", "[CHECKED]", "page,"):
            assert word in seen


async def test_a_text_that_grows_while_a_layout_is_pending_is_given_its_height(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        line = show.app.screen.query_one("#stem", Line)
        for rows in (3, 9, 1):
            line.refresh(layout=True)
            show.app.screen.query_one("#body")._clear_arrangement_cache()
            show.app.screen._refresh_layout(show.app.size)
            line.show(lines([literal("row")] * rows))
            await show.pause()
            assert line.size.height == rows


async def test_a_storm_of_sizes_keys_and_clicks_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(20)
    async with in_match(tmp_path, style=SEVEN) as show:
        monkeypatch.setattr(show.app, "exit", lambda: None)
        for _ in range(80):
            size = chance.choice([*SIZES, (chance.randint(1, 140), chance.randint(1, 50))])
            await show.resize_terminal(*size)
            await show.press(*chance.choices(KEYS, k=3))
            if chance.random() < 0.3 and min(size) > 1:
                await show.click(offset=(chance.randrange(size[0]), chance.randrange(size[1])))
        assert show.app.is_running


async def test_a_new_size_while_a_screen_is_left_breaks_nothing(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path)) as game:
        async with opened(game) as show:
            for width in range(1, 100, 7):
                await show.press("question_mark")
                await show.resize_terminal(width, 24)
                await show.press("escape")
            await show.resize_terminal(80, 24)
            assert "Solo" in text_of(show)


def _is_whole(show: Show) -> bool:
    """Tells whether stem and options, or the line to type into, are painted without scrolling."""
    take = state_of(show).take
    answer = take.question.answer
    lefts = [left for left, _ in answer.pairs] if isinstance(answer, Match) else []
    typed = [TYPED[take.question.kind]] if take.question.kind in TYPED else []
    painted = squeezed(text_of(show))
    return all(squeezed(text) in painted for text in (take.question.ask, *take.options[0], *lefts, *typed))


def _weight(question: Question) -> int:
    """Gives roughly how much room a question takes: the lines of its stem and of each option."""
    options = options_of(question.answer)
    lefts = [left for left, _ in question.answer.pairs] if isinstance(question.answer, Match) else []
    return -(-len(question.ask) // 54) + sum(-(-len(text) // 48) for text in (*options, *lefts))


async def _not_whole(game: Game, questions: list[Question], size: tuple[int, int]) -> list[str]:
    """Plays questions at a size and gives the keys of those that cannot be seen whole."""
    style = Format("classic", "Classic", ("Call sheet",), takes=len(questions), timed=False, runs=False)
    start(game._journal, game._pen, compose(style, questions, "1"))
    broken = []
    async with opened(game, size) as show:
        await show.press("1", "space")
        while isinstance(show.app.screen, MatchScreen):
            if not _is_whole(show):
                broken.append(state_of(show).take.question.key)
            await show.press("ctrl+n", "space")
    return broken


async def test_the_shipped_questions_are_whole_at_60_by_20(tmp_path: Path, shipped: None) -> None:
    """Looks at the thirty that take the most room, and one in eight of all others."""
    with open_world(make_home(tmp_path)) as game:
        questions = sorted(game.shelf.questions(["on-the-set", "small-stories"]), key=_weight)
        assert await _not_whole(game, [*questions[:-30:8], *questions[-30:]], (60, 20)) == []
        assert await _not_whole(game, questions[-3:], (60, 8)) != []
