"""Set-up: what to draw from and how, before a match."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.game.formats import CLASSIC
from btsquiz.quizmaster.telling import count
from btsquiz.tui.content import lines, literal
from btsquiz.tui.screens.menu import Entry, MenuScreen
from btsquiz.tui.widgets.keys import Hint

MOST_PROBLEMS = 10
"""Errors of one pack that are listed here; a terminal's own scrolling is better for more."""


class SetupScreen(MenuScreen):
    """Chooses packs and pace for a classic match."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="setup.back")]

    def __init__(self) -> None:
        super().__init__()
        self._calm = False
        self._left_out: set[str] = set()

    def heading(self) -> Content:
        """Gives the title."""
        about = "three scenes of five takes; it gets harder as it goes"
        return lines([literal((CLASSIC.title, "bold $primary")), literal((about, "$muted"))])

    def entries(self) -> list[Entry]:
        """Gives the match to roll, its pace, and its packs."""
        pace = "calm: no clock, no runs" if self._calm else "clock on: quick answers and runs earn more"
        entries: list[Entry] = [
            (literal(("Roll", "bold"), ("  begin the match", "$muted")), self._roll),
            (literal(("Pace", "bold"), (f"  {pace}", "$muted")), self._toggle_pace),
        ]
        for pack in self.quiz.game.shelf.packs:
            sign = "✔ in " if pack.id not in self._left_out else "  out"
            said = count(len(pack.placed), "question")
            if pack.playable:
                entry = literal((sign, "bold"), f"  {pack.title}", (f"  {said}", "$muted"))
                entries.append((entry, partial(self._toggle, pack.id)))
            else:
                entry = literal(
                    ("✘ not played", "bold $error"), f"  {pack.title}", ("  has errors", "$muted")
                )
                problems = [str(problem) for problem in pack.problems if problem.level == "error"]
                entries.append((entry, partial(self._broken, pack.path, problems)))
        return entries

    def hints(self) -> list[Hint]:
        """Gives what keys do here."""
        return [*super().hints(), Hint("Esc", "back", "back")]

    def action_back(self) -> None:
        """Goes back home."""
        self.dismiss()

    def _toggle_pace(self) -> None:
        self._calm = not self._calm
        self.show()

    def _toggle(self, name: str) -> None:
        self._left_out ^= {name}
        self.show()

    def _broken(self, path: str, problems: list[str]) -> None:
        listed = [*problems[:MOST_PROBLEMS], "", "See all of them with:", "", f"btsquiz packs check {path}"]
        self.quiz.tell("This pack has errors", "\n".join(listed))

    def _roll(self) -> None:
        playable = self.quiz.game.shelf.playable
        packs = [pack.id for pack in playable if pack.id not in self._left_out]
        if not packs:
            self.quiz.tell("Nothing to play", "Every pack is left out; take one in.")
            return
        style = CLASSIC.calm() if self._calm else CLASSIC
        run = self.quiz.game.play(style, packs)
        self.dismiss()
        self.quiz.play(run, packs)
