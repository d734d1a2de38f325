"""What every screen shares: the clapper stripe on top, the keys at the foot, help, and room to breathe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from btsquiz.tui.content import literal
from btsquiz.tui.widgets.line import Line

if TYPE_CHECKING:
    from btsquiz.tui.app import BtsquizApp

LEAST_CELLS = 20
LEAST_ROWS = 6
"""Below this width or height nothing can be read; the screen says so, and a match waits."""


class Clapper(Line):
    """The stripe of a clapperboard."""

    def __init__(self) -> None:
        super().__init__(classes="clapper")

    def on_resize(self) -> None:
        """Draws the stripe as wide as the screen."""
        self.show(literal(("▚" * max(self.size.width, 0), "$primary")))


class Stage(Screen[None]):
    """A screen of the game."""

    AUTO_FOCUS = ""
    """Keys are the screen's own, unless a screen gives them to a widget."""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it for instances
        (0, "-sliver"),
        (LEAST_CELLS, "-narrow"),
        (80, "-wide"),
        (110, "-generous"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it for instances
        (0, "-flat"),
        (LEAST_ROWS, "-tiny"),
        (20, "-short"),
        (24, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", id="app.help", tooltip="What can be done here"),
        Binding("pageup", "page(-1)", "Page up", id="app.pageup", show=False),
        Binding("pagedown", "page(1)", "Page down", id="app.pagedown", show=False),
    ]

    @property
    def quiz(self) -> BtsquizApp:
        """The app, as ours."""
        return cast("BtsquizApp", self.app)

    @property
    def is_too_small(self) -> bool:
        """Whether there is no room to read anything."""
        return self.size.width < LEAST_CELLS or self.size.height < LEAST_ROWS

    def framed(self, *body: Widget) -> Iterator[Widget]:
        """Gives what every screen begins with; `body` is what may scroll, if the screen has one."""
        yield Line(literal("Make the window larger."), classes="too-small")
        yield Clapper()
        yield from body

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lets no key act on a screen that is already left, such as the second of two quick ones."""
        return self.is_active and super().check_action(action, parameters)

    def action_help(self) -> None:
        """Shows the help."""
        from btsquiz.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_page(self, pages: int) -> None:
        """Scrolls by pages."""
        self.action_scroll(pages * max(self.query_one("#body").size.height - 1, 1))

    def action_scroll(self, rows: int) -> None:
        """Scrolls by rows."""
        self.query_one("#body", VerticalScroll).scroll_relative(y=rows, animate=False)
