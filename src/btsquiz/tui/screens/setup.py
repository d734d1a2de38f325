"""Set-up: what to draw from and how, before a match."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.game.formats import CLASSIC, SOLO, TODAY, Format
from btsquiz.quizmaster.telling import count
from btsquiz.tui.content import lines, literal
from btsquiz.tui.screens.menu import Entry, MenuScreen
from btsquiz.tui.widgets.keys import Hint

CLOCKS = ("clock ×1", "clock ×2", "clock ×3", "no clock")
MOST_PROBLEMS = 10
"""Errors of one pack that are listed here; a terminal's own scrolling is better for more."""


class SetupScreen(MenuScreen):
    """Chooses format, clock and packs for a match alone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="setup.back")]

    def __init__(self) -> None:
        super().__init__()
        self._styles = [style for style in SOLO.values() if style.name != TODAY.name]
        self._style = self._styles.index(CLASSIC)
        self._clock = 0
        self._left_out: set[str] = set()
        self._shared = False

    def heading(self) -> Content:
        """Gives the title."""
        style = self._styles[self._style]
        return lines([literal((style.title, "bold $primary")), literal((style.about, "$muted"))])

    def entries(self) -> list[Entry]:
        """Gives the match to roll, its format, its clock, and its packs."""
        style = self._styles[self._style]
        entries: list[Entry] = [
            (literal(("Roll", "bold"), ("  begin the match", "$muted")), self._roll),
            (literal(("Format", "bold"), (f"  {style.title}", "$muted")), self._turn_format),
        ]
        if style.timed:
            entries.append(
                (literal(("Clock", "bold"), (f"  {CLOCKS[self._clock]}", "$muted")), self._turn_clock)
            )
        to_share = "yes: it ends with a code for a friend" if self._shared else "no"
        entries.append((literal(("To share", "bold"), (f"  {to_share}", "$muted")), self._turn_shared))
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

    def _turn_format(self) -> None:
        self._style = (self._style + 1) % len(self._styles)
        self.show()

    def _turn_clock(self) -> None:
        self._clock = (self._clock + 1) % len(CLOCKS)
        self.show()

    def _turn_shared(self) -> None:
        self._shared = not self._shared
        self.show()

    def _chosen(self) -> Format:
        style = self._styles[self._style]
        return style.calm() if self._clock == len(CLOCKS) - 1 else style.paced(self._clock + 1)

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
        game = self.quiz.game
        run = game.shared(self._chosen(), packs) if self._shared else game.play(self._chosen(), packs)
        self.dismiss()
        self.quiz.play(run, packs)
