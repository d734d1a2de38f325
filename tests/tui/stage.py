"""The app on a stage of tests: opened under a Pilot, with what is on the screen as text."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import cast

from textual import events
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from btsquiz.game.formats import Format
from btsquiz.game.state import State
from btsquiz.home import Home
from btsquiz.quizmaster import Game, Run
from btsquiz.tui.app import BtsquizApp
from btsquiz.tui.screens.match import MatchScreen
from worlds import PACK, ManualClock, make_home, open_world

SEVEN = Format("classic", "Classic", ("Call sheet",), takes=7)
"""Every kind once, against the clock."""
CALM = SEVEN.calm()
SIZES = ((60, 20), (80, 24), (120, 40))

Show = Pilot[None]


@contextlib.asynccontextmanager
async def opened(game: Game, size: tuple[int, int] = (80, 24), opening: str = "home") -> AsyncIterator[Show]:
    """Opens the app as a player does, with notifications and tooltips on."""
    app = BtsquizApp(game, opening)  # type: ignore[arg-type]
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield pilot
        assert app.return_code in (None, 0)


@contextlib.asynccontextmanager
async def in_match(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    style: Format = SEVEN,
    *,
    clock: ManualClock | None = None,
    pack: str = PACK,
) -> AsyncIterator[Show]:
    """Opens the app on home with a match of the pack's questions begun, and goes on with it."""
    home = make_home(folder, pack)
    with open_world(home, clock or ManualClock()) as game:
        game.play(style, ["kinds"], "1")
        async with opened(game, size) as pilot:
            await pilot.press("1")
            await pilot.pause()
            yield pilot


def app_of(show: Show) -> BtsquizApp:
    return cast("BtsquizApp", show.app)


def run_of(show: Show) -> Run:
    """Gives the match on the screen."""
    screen = show.app.screen
    assert isinstance(screen, MatchScreen)
    return screen._run


def state_of(show: Show) -> State:
    return run_of(show).state


def strips_of(show: Show) -> list[Strip]:
    """Gives what is painted, row by row."""
    return show.app.screen._compositor.render_strips()


def rows_of(show: Show) -> list[str]:
    """Gives the text of what is painted, row by row."""
    return ["".join(segment.text for segment in strip) for strip in strips_of(show)]


def text_of(show: Show) -> str:
    return "\n".join(rows_of(show))


def words_of(show: Show) -> str:
    """Gives what is painted with white space and the ends of lines made one space."""
    return " ".join(text_of(show).split())


def drawn(widget: Widget) -> str:
    """Gives all that a widget draws, scrolled out of sight or not, without white space or borders."""
    if widget.children:
        return "".join(drawn(child) for child in widget.children if child.display)
    size = widget.outer_size
    rows = widget.render_lines(Region(0, 0, size.width, size.height))
    return squeezed("".join(segment.text for row in rows for segment in row))


def squeezed(text: str) -> str:
    """Takes out what laying out a text may add or lose."""
    return "".join(char for char in text if not char.isspace() and char not in "╭╮╰╯│─▌▐▊▎")


def place_of(show: Show, text: str) -> tuple[int, int]:
    """Finds the first place on the screen where a text stands."""
    for y, row in enumerate(rows_of(show)):
        if text in row:
            return cells(row[: row.index(text)]), y
    raise AssertionError(f"{text!r} is not on the screen:\n{text_of(show)}")


async def click(show: Show, text: str) -> None:
    """Clicks a text on the screen."""
    await show.click(offset=place_of(show, text))


def mouse(kind: type[events.MouseEvent], x: int, y: int) -> events.MouseEvent:
    """Makes an event of the left button."""
    return kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)


def burst_of_clicks(show: Show, text: str) -> None:
    """Clicks a text twice before the app has acted on the first click."""
    for _ in range(2):
        show.app.screen._forward_event(mouse(events.Click, *place_of(show, text)))


def cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def many(count: int = 30, title: str = "Many", ask: str = "Question") -> str:
    """Writes a pack of choices whose right answer is always `Right`."""
    head = f"format: btsquiz/1\ntitle: {title}\nquestions:\n"
    return head + "".join(
        f'  - {{id: q{number}, ask: "{ask} {number}?", answer: Right{number},'
        f" wrong: [Wrong{number}, Other{number}], difficulty: {number % 3 + 1}}}\n"
        for number in range(count)
    )


@contextlib.contextmanager
def played_before(home: Home, clock: ManualClock | None = None) -> Iterator[Game]:
    """Opens a game in which something was played, so that home comes first."""
    with open_world(home, clock or ManualClock()) as game:
        first = game.open_first()
        assert first is not None
        from btsquiz.game.commands import Abandon

        first.do(Abandon())
        yield game
