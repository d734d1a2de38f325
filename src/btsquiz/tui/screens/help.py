"""Help: how to play, on one page."""

from __future__ import annotations

from importlib.resources import files
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from btsquiz.tui.content import literal
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line


class HelpScreen(Stage):
    """Shows `help.txt`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,space,enter,question_mark,f1", "close", "Back", id="help.close"),
    ]

    def compose(self) -> ComposeResult:
        """Lays out the page."""
        text = files("btsquiz.tui").joinpath("help.txt").read_text(encoding="utf-8")
        yield from self.framed(VerticalScroll(Line(literal(text), id="help"), id="body"))
        yield Keys()

    def on_mount(self) -> None:
        """Lets the arrows scroll."""
        self.query_one(Keys).show([Hint("Esc", "back", "close"), Hint("↑ ↓", "scroll")])
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        """Goes back to where help was asked for."""
        self.dismiss()
