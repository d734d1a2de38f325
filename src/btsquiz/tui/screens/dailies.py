"""Whose dailies: one player's, or two's in turns."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.quizmaster import PLAYER
from btsquiz.quizmaster.remembering import dailies_words
from btsquiz.tui.content import literal
from btsquiz.tui.screens.menu import Entry, MenuScreen
from btsquiz.tui.widgets.keys import Hint


class DailiesScreen(MenuScreen):
    """The menu of those who keep something here."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="dailies.back")]

    def heading(self) -> Content:
        """Gives what stands above the entries."""
        return literal(("Dailies", "bold $primary"), ("  whose?", "$muted"))

    def entries(self) -> list[Entry]:
        """Gives each player with what is due for them, and the two who played last, in turns."""
        game = self.quiz.game
        offered: list[tuple[str, str, Callable[[], None]]] = []
        for name in game.keepers():
            said = dailies_words(game.study_of(name).due())
            offered.append(("You" if name == PLAYER else name, said, self._of(name)))
        pair = game.last_players()
        if len(pair) == 2:
            offered.append((" and ".join(pair), "a take each, in turns", self._of(*pair)))
        room = max(len(name) for name, _, _ in offered)
        return [
            (literal((name.ljust(room), "bold"), ("  " + said, "$muted")), act) for name, said, act in offered
        ]

    def hints(self) -> list[Hint]:
        """Gives what keys do here."""
        return [*super().hints(), Hint("Esc", "back", "back")]

    def action_back(self) -> None:
        """Goes back."""
        self.dismiss()

    def _of(self, *names: str) -> Callable[[], None]:
        def begin() -> None:
            self.app.pop_screen()
            self.quiz.review_in_turns(names)

        return begin
