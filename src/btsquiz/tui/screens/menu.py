"""A menu: entries to choose from, each with what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from btsquiz.errors import BtsquizError
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

Entry = tuple[Content, Callable[[], None]]
"""What a menu says, and what it does."""

USUAL_ENTRIES = 10


class MenuScreen(Stage):
    """A screen that is a menu; what it offers is asked for anew each time it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", "Choose", id="menu.pick"),
        Binding("up,k", "move(-1)", "Up", id="menu.up", show=False),
        Binding("down,j", "move(1)", "Down", id="menu.down", show=False),
        *(
            Binding(str(digit), f"digit({digit})", f"Pick {digit}", show=False, id=f"menu.{digit}")
            for digit in range(1, 10)
        ),
    ]

    def heading(self) -> Content:
        """Gives what stands above the entries."""
        raise NotImplementedError

    def entries(self) -> list[Entry]:
        """Gives the entries, most useful first."""
        raise NotImplementedError

    def hints(self) -> list[Hint]:
        """Gives what keys do here."""
        return [Hint("Enter", "choose", "pick"), Hint("↑ ↓", "move"), Hint("?", "help", "help")]

    def compose(self) -> ComposeResult:
        """Lays out heading, entries and keys."""
        menu = Choices(USUAL_ENTRIES, id="menu")
        yield from self.framed(VerticalScroll(Line(classes="title"), menu, id="body", can_focus=False))
        yield Keys()

    def on_mount(self) -> None:
        """Points at the first entry."""
        self.query_one(Choices).point_at(0)

    def on_screen_resume(self) -> None:
        """Shows what is offered now."""
        self.show()

    def on_resize(self) -> None:
        """Fits the heading to the room."""
        if self.is_mounted:
            self.query_one(".title", Line).show(self.heading())

    def show(self) -> None:
        """Asks for heading and entries anew and shows them."""
        self._entries = self.entries()
        self.query_one(".title", Line).show(self.heading())
        self.query_one(Choices).show([said for said, _ in self._entries])
        self.query_one(Keys).show(self.hints())

    def action_pick(self) -> None:
        """Does what the cursor is on."""
        self.query_one(Choices).pick()

    def action_move(self, steps: int) -> None:
        """Moves the cursor."""
        self.query_one(Choices).move(steps)

    def action_digit(self, digit: int) -> None:
        """Does what has this digit."""
        self._do(digit - 1)

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        self._do(event.place)

    def _do(self, place: int) -> None:
        if place >= len(self._entries) or not self.is_active:
            return
        self.query_one(Choices).point_at(place)
        try:
            self._entries[place][1]()
        except BtsquizError as error:
            self.quiz.tell("That did not work", str(error))
