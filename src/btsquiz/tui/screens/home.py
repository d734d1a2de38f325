"""Home: what is worth doing now, most useful first."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.quizmaster.telling import count, place_of
from btsquiz.tui.content import lines, literal
from btsquiz.tui.screens.menu import Entry, MenuScreen
from btsquiz.tui.widgets.keys import Hint

SOON = "This is not built yet; it comes with a later version. Until then, Solo is a good evening too."


class HomeScreen(MenuScreen):
    """The menu everything starts from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="home.quit", tooltip="Leave; everything is saved"),
    ]

    def heading(self) -> Content:
        """Gives the title."""
        return lines(
            [literal(("btsquiz", "bold $primary")), literal(("what happened behind the camera", "$muted"))]
        )

    def entries(self) -> list[Entry]:
        """Gives what can be done now."""
        game = self.quiz.game
        entries: list[Entry] = []
        unfinished = game.unfinished()
        if unfinished is not None:
            where = place_of(unfinished.state)
            entries.append((self._entry("Go on", where), lambda: self.quiz.play(unfinished)))
        due = game.due()
        if due.points:
            said = f"{count(len(due.points), 'question')} due"
        elif due.missed:
            said = f"nothing due; {count(len(due.missed), 'miss', 'misses')} of today to practise"
        else:
            said = "nothing due"
        entries += [
            (self._entry("Solo", "classic: three scenes of five takes"), self._solo),
            (self._entry("Head-to-head", "two to four on one keyboard"), lambda: self._soon("Head-to-head")),
            (self._entry("Host", "you read aloud, your friends answer"), lambda: self._soon("Host")),
            (self._entry("Review", said), self.quiz.review),
            (self._entry("Packs", self._packs()), self._show_packs),
            (self._entry("Help", "how to play, what the badges mean"), self.action_help),
            (self._entry("Quit", "everything is saved"), self.app.exit),
        ]
        return entries

    def hints(self) -> list[Hint]:
        """Gives what keys do here."""
        return [*super().hints(), Hint("q", "quit", "app.quit")]

    def _entry(self, name: str, about: str) -> Content:
        return literal((name, "bold"), ("  " + about, "$muted"))

    def _packs(self) -> str:
        shelf = self.quiz.game.shelf
        said = count(len(shelf.playable), "pack")
        broken = len(shelf.packs) - len(shelf.playable)
        return f"{said} on the shelf" + (f", {broken} with errors" if broken else "")

    def _solo(self) -> None:
        from btsquiz.tui.screens.setup import SetupScreen

        self.app.push_screen(SetupScreen())

    def _soon(self, title: str) -> None:
        self.quiz.tell(title, SOON, offer=("Play solo", self._solo))

    def _show_packs(self) -> None:
        told = []
        for pack in self.quiz.game.shelf.packs:
            told.append(f"{pack.title} ({pack.id}): {count(len(pack.placed), 'question')}")
            if pack.about:
                told.append(f"  {pack.about}")
            told += [f"  {problem}" for problem in pack.problems[:3]]
        text = "\n".join(told) or "No packs yet: put a YAML file into your questions folder."
        self.quiz.tell("Packs", text)
