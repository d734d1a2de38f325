"""What every screen shares: the clapper stripe on top, the keys at the foot, help, and room to breathe."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

from btsquiz.tui.content import literal
from btsquiz.tui.widgets.line import Line

if TYPE_CHECKING:
    from btsquiz.tui.app import BtsquizApp


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
        (0, "-narrow"),
        (80, "-wide"),
        (110, "-generous"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it for instances
        (0, "-tiny"),
        (20, "-short"),
        (24, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", id="app.help", tooltip="What can be done here"),
    ]

    @property
    def quiz(self) -> BtsquizApp:
        """The app, as ours."""
        return cast("BtsquizApp", self.app)

    def action_help(self) -> None:
        """Shows the help."""
        from btsquiz.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())
