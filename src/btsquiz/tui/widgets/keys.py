"""The one line that says what keys do now; each can be clicked too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from btsquiz.tui.content import literal
from btsquiz.tui.widgets.line import Line

MOST = 10
GAP_CELLS = 2
"""Cells between two hints, as the style sheet has them."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What one key does.

    Attributes:
        key: The key as a person would name it.
        does: What it does, in a word or two.
        action: The screen's action a click runs; empty where only the key makes sense.
    """

    key: str
    does: str
    action: str = ""


class KeyHint(Line):
    """One key and what it does."""

    def __init__(self) -> None:
        super().__init__(classes="key-hint")
        self.action = ""

    async def on_click(self, event: events.Click) -> None:
        """Does what the key does."""
        event.stop()
        if self.action:
            await self.screen.run_action(self.action)


class Keys(Horizontal):
    """The line of hints at the foot of a screen; one that does not fit whole is left off."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._widgets = [KeyHint() for _ in range(MOST)]
        self._hints: list[Hint] = []

    def compose(self) -> ComposeResult:
        """Lays out room for the hints."""
        yield from self._widgets

    def on_resize(self) -> None:
        """Shows as many as fit now."""
        self._fit()

    def show(self, hints: Sequence[Hint]) -> None:
        """Shows these hints, most important first."""
        self._hints = list(hints)
        self._fit()

    def _fit(self) -> None:
        room = self.content_size.width + GAP_CELLS
        for place, widget in enumerate(self._widgets):
            hint = self._hints[place] if place < len(self._hints) else Hint("", "")
            content = literal((hint.key, "bold $primary"), f" {hint.does}")
            needed = content.cell_length + GAP_CELLS
            fits = place < len(self._hints) and needed <= room
            widget.display = fits
            if fits:
                room -= needed
                widget.action = hint.action
                widget.show(content)
