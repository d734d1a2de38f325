"""The line an answer is typed into."""

from __future__ import annotations

from collections.abc import Hashable

from textual import events
from textual.widgets import Input

from btsquiz.game.judging import MAX_TYPED
from btsquiz.text import tame_line


class AnswerLine(Input):
    """Takes a typed answer; whatever is pasted comes in as one line of plain text, cut to what fits."""

    def __init__(self) -> None:
        super().__init__(id="entry", max_length=MAX_TYPED)
        self.cursor_blink = False
        self._take: Hashable = None

    def offer(self, take: Hashable, hint: str) -> None:
        """Takes the keys for a take; what was typed before it was hidden is still there.

        Args:
            take: Which take of the match it is for; another one begins with an empty line.
            hint: What to type, shown while nothing is.
        """
        if take != self._take:
            self._take = take
            self.value = ""
        self.placeholder = hint
        self.display = True
        self.focus()

    def withdraw(self) -> None:
        """Hides, and gives the keys back to the screen."""
        self.display = False
        self.screen.set_focus(None)

    def on_paste(self, event: events.Paste) -> None:
        """Takes from the clipboard what an answer can hold."""
        event.prevent_default()
        event.stop()
        room = MAX_TYPED - len(self.value) + len(self.selected_text)
        pasted = tame_line(event.text.lstrip()[: 2 * MAX_TYPED])[:room]
        if pasted:
            self.replace(pasted, *self.selection)
