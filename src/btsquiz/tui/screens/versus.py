"""Versus: who meets whom, and how, before a duel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.game.formats import DUELS, Duel, Format
from btsquiz.quizmaster.game import MOST_SEATS
from btsquiz.quizmaster.seats import named
from btsquiz.tui.content import lines, literal
from btsquiz.tui.screens.menu import Entry, MenuScreen
from btsquiz.tui.screens.names import NamesScreen
from btsquiz.tui.screens.setup import CLOCKS
from btsquiz.tui.widgets.keys import Hint

MATCHED = "harder takes for who knows more"
BALANCES = ("a head start, by what each earned before", "none: all begin with nothing", MATCHED)
ASKS = "Who plays? Two to four."


class VersusScreen(MenuScreen):
    """Chooses players, format and clock for a duel."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="versus.back")]

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = named(names, least=2, most=MOST_SEATS)
        self._styles = list(DUELS.values())
        self._style = 0
        self._clock = 0
        self._balance = 0
        self._wager = False

    def heading(self) -> Content:
        """Gives who meets, how they stand, and the rule of the format."""
        style = self._styles[self._style]
        stand = self.quiz.game.between(self._names)
        met = literal((" – ".join(self._names), "bold $primary"), (f"   {stand}" if stand else "", "$muted"))
        return lines([met, literal((f"{style.title}: {style.about}", "$muted"))])

    def entries(self) -> list[Entry]:
        """Gives the duel to roll and all that can be chosen about it."""
        offered = [
            ("Roll", "begin the duel", self._roll),
            ("Players", ", ".join(self._names), self._rename),
            ("Format", self._styles[self._style].title, self._turn_format),
            ("Clock", CLOCKS[self._clock], self._turn_clock),
            ("Balance", self._balances()[self._balance], self._turn_balance),
            ("Last take", "staked upon" if self._wager else "none", self._toggle_wager),
        ]
        room = max(len(name) for name, _, _ in offered)
        return [
            (literal((name.ljust(room), "bold"), (f"  {about}", "$muted")), act)
            for name, about, act in offered
        ]

    def hints(self) -> list[Hint]:
        """Gives what keys do here."""
        return [*super().hints(), Hint("Esc", "back", "back")]

    def action_back(self) -> None:
        """Goes back home."""
        self.dismiss()

    def _rename(self) -> None:
        def take(names: Sequence[str]) -> None:
            self._names = named(names, least=2, most=MOST_SEATS)
            self.app.pop_screen()

        self.app.push_screen(NamesScreen("Head-to-head", ASKS, take, self._names))

    def _turn_format(self) -> None:
        self._style = (self._style + 1) % len(self._styles)
        self._balance = min(self._balance, len(self._balances()) - 1)
        self.show()

    def _turn_clock(self) -> None:
        self._clock = (self._clock + 1) % len(CLOCKS)
        self.show()

    def _balances(self) -> tuple[str, ...]:
        """Gives how unequal players can be brought together; the last way needs takes of one's own."""
        has_own = self._styles[self._style].duel == Duel.TURNS
        return BALANCES if has_own else BALANCES[:-1]

    def _turn_balance(self) -> None:
        self._balance = (self._balance + 1) % len(self._balances())
        self.show()

    def _toggle_wager(self) -> None:
        self._wager = not self._wager
        self.show()

    def _chosen(self) -> Format:
        style = replace(self._styles[self._style], wager=self._wager, even=self._balance == 1)
        if self._balance == BALANCES.index(MATCHED):
            style = style.drawn_to_match()
        return style.calm() if self._clock == len(CLOCKS) - 1 else style.paced(self._clock + 1)

    def _roll(self) -> None:
        run = self.quiz.game.duel(self._names, self._chosen())
        self.dismiss()
        self.quiz.play(run)
