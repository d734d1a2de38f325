"""Names: who plays, before a match that somebody hosts."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from btsquiz.errors import BtsquizError
from btsquiz.quizmaster.game import MOST_PLAYERS
from btsquiz.tui.content import literal
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.entry import AnswerLine
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

_PARTED = re.compile(r"[,;]")


class NamesScreen(Stage):
    """Asks for the players' names and begins a hosted match."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="names.back")]

    def compose(self) -> ComposeResult:
        """Lays out what is asked and the line to type in."""
        yield from self.framed(
            VerticalScroll(
                Line(literal(("Host", "bold $primary")), classes="title"),
                Line(
                    literal(
                        f"You read aloud, your friends answer. Who plays? Up to {MOST_PLAYERS}, with commas: "
                        "Ann, Bob, Cleo"
                    ),
                    classes="said",
                ),
                AnswerLine(),
                Line(id="note"),
                id="body",
                can_focus=False,
            )
        )
        yield Keys()

    def on_mount(self) -> None:
        """Takes the keys for the line."""
        self.query_one(AnswerLine).offer(0, "names")
        self.query_one(Keys).show([Hint("Enter", "begin"), Hint("Esc", "back", "back")])

    def action_back(self) -> None:
        """Goes back home."""
        self.dismiss()

    @on(AnswerLine.Submitted)
    def _submitted(self, event: AnswerLine.Submitted) -> None:
        names = [name.strip() for name in _PARTED.split(event.value) if name.strip()]
        try:
            run = self.quiz.game.host(names)
        except BtsquizError as error:
            self.query_one("#note", Line).show(literal((str(error), "$warning")))
            return
        self.dismiss()
        self.quiz.play(run)
