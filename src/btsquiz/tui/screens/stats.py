"""Stats: what the numbers say, in sections that scroll."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from btsquiz.quizmaster.charts import sections
from btsquiz.tui.content import EMPTY, lines, literal
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

WIDEST_CELLS = 110


class StatsScreen(Stage):
    """Shows the player's numbers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,space,enter", "close", "Back", id="stats.close"),
        Binding("up,k", "scroll(-1)", "Up", id="stats.up", show=False),
        Binding("down,j", "scroll(1)", "Down", id="stats.down", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lays out the page."""
        yield from self.framed(VerticalScroll(Line(id="stats"), id="body", can_focus=False))
        yield Keys()

    def on_mount(self) -> None:
        """Shows what keys do, and reads the numbers once."""
        self._stats = self.quiz.game.study.stats()
        self.query_one(Keys).show(
            [Hint("Esc", "back", "close"), Hint("↑ ↓", "scroll"), Hint("PgDn", "page", "page(1)")]
        )

    def on_resize(self) -> None:
        """Draws the numbers as wide as there is room, once it is known how wide that is."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        room = min(max(self.query_one("#body").content_size.width - 1, 20), WIDEST_CELLS)
        rows = []
        for title, said in sections(self._stats, room):
            rows += [literal((title, "bold $primary")), *(literal(line) for line in said), EMPTY]
        self.query_one("#stats", Line).show(lines(rows))

    def action_close(self) -> None:
        """Goes back."""
        self.dismiss()
