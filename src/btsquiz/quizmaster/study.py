"""Study: what one player keeps, what comes back tonight, and how it is scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from btsquiz.clock import day_of
from btsquiz.errors import NotEnoughQuestions, NotFound
from btsquiz.game.deal import compose
from btsquiz.game.formats import CRAM, REVIEW, Format
from btsquiz.memory.schedule import Card
from btsquiz.packs.shelf import Shelf
from btsquiz.quizmaster.dailies import Choosing, Due, Progress, crammed, due_of, progress_of
from btsquiz.quizmaster.faces import faces_of, interleaved
from btsquiz.quizmaster.noting import Pen
from btsquiz.quizmaster.run import Run, start
from btsquiz.saves.journal import Journal
from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.memory.fit import Fit
    from btsquiz.quizmaster.stats import Stats

_CHANGES: Final[dict[str, tuple[str, dict[str, bool]]]] = {
    "suspend": ("suspend", {"on": True}),
    "wake": ("suspend", {"on": False}),
    "bury": ("bury", {}),
    "star": ("star", {"on": True}),
    "unstar": ("star", {"on": False}),
}


@dataclass(frozen=True, slots=True)
class Study:
    """What a player keeps.

    Attributes:
        journal: Where it stands.
        shelf: The packs that ask about it.
        pen: What writes of it.
        player: Whose it is.
    """

    journal: Journal
    shelf: Shelf
    pen: Pen
    player: str

    @property
    def _today(self) -> int:
        return day_of(self.pen.clock.now())

    def due(self) -> Due:
        """Tells what memory has for tonight, of what the packs on the shelf ask about."""
        return due_of(self.journal, self.shelf.questions(), self.player, self._today)

    def review(self, points: Sequence[str], seed: str | None = None, style: Format = REVIEW) -> Run:
        """Begins a review of points, one face of each, no film or person twice running.

        Raises:
            NotEnoughQuestions: No pack on the shelf asks about any of them.
            SaveError: It could not be saved.
        """
        chosen = seed if seed is not None else self.pen.seed()
        cards = dict(self.journal.all_cards(self.player))
        faces = faces_of(points, self.shelf.questions(), self.journal.shown(), chosen, cards)
        drawn = compose(style, interleaved(faces), chosen, seats=(self.player,))
        return start(self.journal, self.pen, drawn)

    def cram(self, choosing: Choosing) -> Run:
        """Begins a review ahead of time; what is not due yet is practice, so that no interval swells.

        Raises:
            NotFound: There is no such pack, or it has errors.
            NotEnoughQuestions: There is nothing of what was asked for.
            SaveError: It could not be saved.
        """
        questions = self.shelf.questions(choosing.packs)
        points = crammed(self.journal, questions, self.player, self._today, choosing)
        if not points:
            raise NotEnoughQuestions("There is nothing to cram of that.")
        return self.review(points, style=CRAM)

    def progress(self) -> Progress:
        """Tells how far the player has come."""
        return progress_of(self.journal, self.player, self._today)

    def stats(self) -> Stats:
        """Tells what the numbers say of the player."""
        from btsquiz.quizmaster.stats import stats_of

        return stats_of(self.journal, self.shelf.questions(), self.player, self._today)

    def kept(self) -> list[tuple[str, Card]]:
        """Gives every point the player's memory keeps, due longest first."""
        return sorted(self.journal.all_cards(self.player), key=lambda one: (one[1].due, one[0]))

    def change(self, point: str, what: str) -> None:
        """Changes something about a point: `suspend`, `wake`, `bury`, `star` or `unstar`.

        Raises:
            NotFound: No pack asks about it, and memory does not keep it.
            SaveError: It could not be saved.
        """
        kept = point in dict(self.journal.all_cards(self.player))
        if not kept and all(question.point != point for question in self.shelf.questions()):
            raise NotFound(f"There is no point `{tame_line(point)}`.", hint="See: btsquiz memory list")
        kind, said = _CHANGES[what]
        self.journal.append([self.pen.said(kind, self.journal.known_as(self.player), point, **said)])

    def fit(self) -> Fit:
        """Fits the schedule to the player's own answers, and keeps it where it foresees better.

        Raises:
            NotFitted: There are too few answers, or a package is missing.
            SaveError: It could not be saved.
        """
        from btsquiz.quizmaster.tuning import fit_to

        return fit_to(self.journal, self.pen, self.player)

    def set_retention(self, share: float) -> None:
        """Sets the share of reviews the player wants to get right, 0 to 1.

        Raises:
            SaveError: It could not be saved.
        """
        self.journal.append([self.pen.said("setting", self.journal.known_as(self.player), retention=share)])

    def costs(self, shares: Sequence[float]) -> list[tuple[float, float, float]]:
        """Foresees for each share to remember the questions and minutes a day it costs."""
        from btsquiz.quizmaster.tuning import costs_of

        return costs_of(self.journal, self.player, self._today, shares)
