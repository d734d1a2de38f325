"""Dailies: what memory has for a player tonight, and which face of it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsquiz.errors import NotEnoughQuestions
from btsquiz.game.chance import draw
from btsquiz.memory.queue import queue
from btsquiz.question import Question
from btsquiz.saves.journal import Journal


@dataclass(frozen=True, slots=True)
class Due:
    """What memory has for a player tonight.

    Attributes:
        points: Points due that a pack on the shelf asks about, in the order a session would ask them.
        missed: Points missed today that are not due, for practice.
        next_in_days: Days until anything else is due; None where nothing is enrolled.
    """

    points: tuple[str, ...]
    missed: tuple[str, ...]
    next_in_days: int | None


def due_of(journal: Journal, questions: Sequence[Question], player: str, today: int) -> Due:
    """Tells what memory has for a player today, of what these questions ask about."""
    known = {question.point for question in questions}
    cards = [(point, card) for point, card in journal.cards(player) if point in known]
    points = queue(cards, today, introduced=journal.introduced_on(player, today))
    missed = [point for point in journal.missed_on(player, today) if point in known]
    later = [card.due for _, card in cards if card.due > today]
    return Due(
        points=tuple(points),
        missed=tuple(point for point in missed if point not in points),
        next_in_days=min(later) - today if later else None,
    )


def faces_of(
    points: Sequence[str], questions: Sequence[Question], shown: Sequence[str], seed: str
) -> list[Question]:
    """Gives one question on each point: the one shown longest ago.

    Args:
        points: The points, in the order they are to be asked.
        questions: All there are.
        shown: Keys of questions shown before, longest ago first.
        seed: What decides between those never shown.

    Raises:
        NotEnoughQuestions: None asks about any of the points.
    """
    ranks = {key: rank for rank, key in enumerate(shown, 1)}
    faces: dict[str, list[Question]] = {}
    for question in questions:
        faces.setdefault(question.point, []).append(question)
    chosen = [
        min(faces[point], key=lambda face: (ranks.get(face.key, 0), draw(seed, face.key)))
        for point in points
        if point in faces
    ]
    if not chosen:
        raise NotEnoughQuestions("There is nothing to review.")
    return chosen
