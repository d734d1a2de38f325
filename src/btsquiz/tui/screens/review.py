"""Dailies: a match whose answers can be rated and taken back, by one or by two who take turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.game.commands import Bury, Command, Next, Rate, Say, Suspend, Undo
from btsquiz.game.state import Phase
from btsquiz.quizmaster import PLAYER, Run
from btsquiz.quizmaster.editing import open_editor
from btsquiz.quizmaster.remembering import fell_for, rating_words
from btsquiz.tui.content import EMPTY, joined, lines, literal
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.widgets.keys import Hint


class ReviewScreen(MatchScreen):
    """Plays dailies; where there are several, a take of each in turn.

    Args:
        runs: The reviews, a player's each.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "give('undo')", "Take the last answer back", id="review.undo"),
        Binding("b,ctrl+t", "give('bury')", "Put off to tomorrow", id="review.bury"),
        Binding("z", "give('suspend')", "Set aside until you wake it", id="review.suspend"),
        Binding("e", "edit", "Open the pack at its line", id="review.edit"),
    ]

    def __init__(self, runs: Sequence[Run]) -> None:
        super().__init__(runs[0])
        self._runs = tuple(runs)
        self._answered = len(self._run.state.results)

    def _choose(self, place: int) -> None:
        if Rate in self._run.legal():
            if place < 4:
                self._do(Rate(rating=place + 1))
        else:
            super()._choose(place)

    def action_edit(self) -> None:
        """Opens the pack of the question that was just answered."""
        if self._run.state.phase is not Phase.REVEALED:
            return
        path, line = self.quiz.game.place_of(self._run.state.take.question)
        with self.app.suspend():
            said = open_editor(path, line)
        self._say(literal(said))

    def _after(self, command: Command) -> None:
        """Goes on to the other player's take, where two take turns."""
        if isinstance(command, Next) and len(self._run.state.results) > self._answered:
            place = self._runs.index(self._run)
            others = [*self._runs[place + 1 :], *self._runs[: place + 1]]
            self._run = next((run for run in others if run.state.phase is not Phase.OVER), self._run)
            self._answered = len(self._run.state.results)
        super()._after(command)

    def _end(self) -> None:
        from btsquiz.tui.screens.results import ReviewResultsScreen

        self.app.switch_screen(ReviewResultsScreen(self._runs))

    def _note(self) -> Content:
        if self._run.state.phase is not Phase.REVEALED:
            return super()._note()
        fell = fell_for(self._run)
        told = [literal((fell, "$warning"))] if fell else []
        stands = self._run.rating()
        words = rating_words(self._run.futures())
        parts = [
            literal((f" {rating:d} ", "bold $primary" if rating is stands else "$muted"),
                    (text, "bold $accent" if rating is stands else "$muted"),
                    ("  " if rating is not stands else " ✔  ", "bold $accent"))
            for rating, text in words
        ]  # fmt: skip
        return lines([*told, *([joined(parts)] if parts else [])]) if told or parts else EMPTY

    def _whose(self) -> str:
        return "" if self._run.player == PLAYER else self._run.player

    def _hints(self) -> list[Hint]:
        legal = self._run.legal()
        hints = super()._hints()
        hints.sort(key=lambda hint: hint.does != "go on")
        if Rate in legal:
            hints.insert(1, Hint("1–4", "rate"))
        if Bury in legal:
            typing = Say in legal
            hints.append(Hint("^T" if typing else "b", "tomorrow", "give('bury')"))
        if Undo in legal and not any(hint.does == "undo" for hint in hints):
            hints.append(Hint("^Z", "undo", "give('undo')"))
        if Suspend in legal:
            aside = self._run.state.index in self._run.state.suspended
            hints.append(Hint("z", "set aside ✔" if aside else "set aside", "give('suspend')"))
            hints.append(Hint("e", "edit", "edit"))
        return hints
