"""A list to pick from by number, by arrows and Enter, or by mouse: a question's options, a menu's entries."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message

from btsquiz.tui.content import Rows, literal
from btsquiz.tui.widgets.line import Line

MARKS = ("-right", "-wrong", "-picked", "-aside")
"""How an entry can stand out; each also says so in words or signs of its own."""


class Entry(Line):
    """One thing to pick."""

    def __init__(self, place: int) -> None:
        super().__init__(classes="entry")
        self.place = place

    def on_click(self, event: events.Click) -> None:
        """Picks the entry."""
        event.stop()
        self.post_message(Choices.Picked(self.place))


class Choices(Container):
    """Entries in one column or two; the first nine have a digit for a key.

    Args:
        size: How many entries there is room for from the start; more are made when they are needed.
        id: Its id.
    """

    class Picked(Message):
        """An entry was picked.

        Attributes:
            place: Which one, from 0.
        """

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, size: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._entries = [Entry(place) for place in range(size)]
        self._contents: list[Content] = []
        self.cursor: int | None = None

    def compose(self) -> ComposeResult:
        """Lays out the entries."""
        yield from self._entries

    def show(self, contents: Sequence[Content], marks: Sequence[str] = ()) -> None:
        """Shows these entries.

        Args:
            contents: What each says.
            marks: For each, one of `MARKS` or nothing.
        """
        self._contents = list(contents)
        more = [Entry(place) for place in range(len(self._entries), len(contents))]
        if more:
            self._entries += more
            self.mount_all(more)
        if self.cursor is not None and self.cursor >= len(contents):
            self.cursor = None
        for place, entry in enumerate(self._entries):
            entry.set_class(place >= len(contents), "-absent")
            for mark in MARKS:
                entry.set_class(place < len(marks) and marks[place] == mark, mark)
        self._point()

    def move(self, steps: int) -> None:
        """Moves the cursor to another entry, round the ends."""
        if self._contents:
            start = self.cursor if self.cursor is not None else (-1 if steps > 0 else 0)
            self.cursor = (start + steps) % len(self._contents)
            self._point()
            self._entries[self.cursor].scroll_visible(animate=False)

    def point_at(self, place: int | None) -> None:
        """Puts the cursor on an entry, or nowhere."""
        self.cursor = place
        self._point()

    def pick(self) -> None:
        """Picks the entry the cursor is on, if any."""
        if self.cursor is not None:
            self.post_message(self.Picked(self.cursor))

    def _point(self) -> None:
        for place, (entry, content) in enumerate(zip(self._entries, self._contents, strict=False)):
            here = place == self.cursor
            key = f"{'▸' if here else ' '}{place + 1 if place < 9 else ' '}  "
            entry.show(Rows([(literal((key, "bold $primary")), content)]))
            entry.set_class(here, "-cursor")
