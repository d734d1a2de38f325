"""A notice: something said kindly, with a way on and a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from btsquiz.errors import BtsquizError
from btsquiz.tui.content import literal
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line


class NoticeScreen(Stage):
    """Says one thing.

    Args:
        title: What it is about.
        text: What is said.
        offer: What can be done about it, and how; None where going back is all.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="notice.back"),
        Binding("enter,space", "pick", "Choose", id="notice.pick"),
        Binding("up,left", "move(-1)", "Up", id="notice.up", show=False),
        Binding("down,right", "move(1)", "Down", id="notice.down", show=False),
        *(
            Binding(str(digit), f"digit({digit})", f"Pick {digit}", show=False, id=f"notice.{digit}")
            for digit in (1, 2)
        ),
    ]

    def __init__(
        self, title: str, text: Content, offer: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._offer = offer

    def compose(self) -> ComposeResult:
        """Lays out what is said and what can be done."""
        yield from self.framed(
            VerticalScroll(
                Line(literal((self._title, "bold $primary")), classes="title"),
                Line(self._text, classes="said"),
                Choices(2, id="menu"),
                id="body",
                can_focus=False,
            )
        )
        yield Keys()

    def on_mount(self) -> None:
        """Shows what can be done."""
        entries = [literal("Back")]
        if self._offer is not None:
            entries.insert(0, literal(self._offer[0]))
        menu = self.query_one(Choices)
        menu.show(entries)
        menu.point_at(0)
        does = "move" if self._offer is not None else "scroll"
        hints = [Hint("Enter", "choose", "pick"), Hint("Esc", "back", "back"), Hint("↑ ↓", does)]
        self.query_one(Keys).show(hints)

    def action_back(self) -> None:
        """Goes back."""
        self.dismiss()

    def action_pick(self) -> None:
        """Does what the cursor is on."""
        self.query_one(Choices).pick()

    def action_move(self, steps: int) -> None:
        """Moves the cursor; where there is only one way to go, scrolls."""
        if self._offer is not None:
            self.query_one(Choices).move(steps)
        else:
            self.action_scroll(steps)

    def action_digit(self, digit: int) -> None:
        """Does what has this digit."""
        self._do(digit - 1)

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        self._do(event.place)

    def _do(self, place: int) -> None:
        if not self.is_active:
            return
        if self._offer is not None and place == 0:
            act = self._offer[1]
            self.dismiss()
            try:
                act()
            except BtsquizError as error:
                self.quiz.tell(self._title, str(error))
        elif place == (1 if self._offer is not None else 0):
            self.dismiss()
