"""Names: who plays, before a match of several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from btsquiz.errors import BtsquizError
from btsquiz.tui.content import literal
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.entry import AnswerLine
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

_PARTED = re.compile(r"[,;]")


class NamesScreen(Stage):
    """Asks for the players' names.

    Args:
        title: What is about to be played.
        asks: What is asked, in a sentence or two.
        then: What is done with the names; what it refuses is shown, and they can be typed again.
        names: Those who played last, to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="names.back")]

    def __init__(
        self, title: str, asks: str, then: Callable[[Sequence[str]], None], names: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._title = title
        self._asks = asks
        self._then = then
        self._names = names

    def compose(self) -> ComposeResult:
        """Lays out what is asked and the line to type in."""
        yield from self.framed(
            VerticalScroll(
                Line(literal((self._title, "bold $primary")), classes="title"),
                Line(literal(self._asks), classes="said"),
                AnswerLine(),
                Line(id="note"),
                id="body",
                can_focus=False,
            )
        )
        yield Keys()

    def on_mount(self) -> None:
        """Takes the keys for the line."""
        line = self.query_one(AnswerLine)
        line.offer(0, "names, with commas: Ann, Bob, Cleo")
        line.value = ", ".join(self._names)
        self.query_one(Keys).show([Hint("Enter", "go on"), Hint("Esc", "back", "back")])

    def action_back(self) -> None:
        """Goes back."""
        self.dismiss()

    @on(AnswerLine.Submitted)
    def _submitted(self, event: AnswerLine.Submitted) -> None:
        names = [name.strip() for name in _PARTED.split(event.value) if name.strip()]
        try:
            self._then(names)
        except BtsquizError as error:
            self.query_one("#note", Line).show(literal((str(error), "$warning")))
