"""Faces: which question on a point is asked, and how; as a point matures, it is recalled and not picked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.errors import NotEnoughQuestions
from btsquiz.game.chance import draw
from btsquiz.memory.schedule import Card
from btsquiz.question import Choice, Kind, Question, Typed, answer_text
from btsquiz.text import fold

MATURE_DAYS: Final = 21
"""From this stability on a point is asked without options, where it can be."""
YOUNG_DAYS: Final = 7
"""Up to this stability it is asked with options, where it can be."""
LONGEST_TYPED_WORDS: Final = 4
_RECALL: Final = frozenset({Kind.TYPED, Kind.NUMBER})
_POINTS_AT_OPTIONS: Final = ("these", "odd one", "stranger", "where does", "where do", "which one", "of them")
"""Words of stems that make no sense without their options."""


def faces_of(
    points: Sequence[str],
    questions: Sequence[Question],
    shown: Sequence[str],
    seed: str,
    cards: Mapping[str, Card] | None = None,
) -> list[Question]:
    """Gives one question on each point, with options while it is young and without once it is mature.

    Args:
        points: The points, in the order they are to be asked.
        questions: All there are.
        shown: Keys of questions shown before, longest ago first: of like faces the longest ago is asked.
        seed: What decides between those never shown.
        cards: What memory thinks of the points, as far as it does.

    Raises:
        NotEnoughQuestions: None asks about any of the points.
    """
    ranks = {key: rank for rank, key in enumerate(shown, 1)}
    wanted = set(points)
    faces: dict[str, list[Question]] = {}
    for question in questions:
        if question.point in wanted:
            faces.setdefault(question.point, []).append(question)
    chosen = []
    for point in points:
        if point not in faces:
            continue
        stability = _stability((cards or {}).get(point))
        face = min(
            faces[point],
            key=lambda face: (
                _is_unfit(face, stability),
                ranks.get(face.key, 0),
                draw(seed, face.key),
            ),
        )
        chosen.append(without_options(face) if stability >= MATURE_DAYS else face)
    if not chosen:
        raise NotEnoughQuestions("There is nothing to review.")
    return chosen


def _stability(card: Card | None) -> float:
    return card.stability or 0.0 if card is not None else 0.0


def _is_unfit(face: Question, stability: float) -> bool:
    """Tells whether a face is too hard for a young point, or too easy for a mature one."""
    recalled = face.kind in _RECALL
    return not recalled if stability >= MATURE_DAYS else recalled and stability <= YOUNG_DAYS


def without_options(question: Question) -> Question:
    """Gives a choice of names or titles as one to be typed, with options on demand; others as they are."""
    answer, ask = question.answer, question.ask.casefold()
    if (
        not isinstance(answer, Choice)
        or not _is_name(answer.right, question)
        or any(word in ask for word in _POINTS_AT_OPTIONS)
    ):
        return question
    return replace(question, answer=Typed((answer.right,), answer.wrong))


def _is_name(text: str, question: Question) -> bool:
    """Tells whether an answer is a title or a name, of which there is but one way to type it."""
    words = text.split()
    if fold(text) in map(fold, question.films):
        return len(words) <= LONGEST_TYPED_WORDS + 1
    capitals = sum(word[0].isupper() for word in words)
    return len(words) <= LONGEST_TYPED_WORDS and capitals == len(words) >= 2


def interleaved(questions: Iterable[Question]) -> list[Question]:
    """Orders questions so that no film or person comes twice running; what cannot be so waits."""
    left = list(questions)
    row: list[Question] = []
    while left:
        following = next((one for one in left if not row or _is_apart(row[-1], one)), None)
        if following is not None:
            row.append(following)
            left.remove(following)
            continue
        late = left.pop(0)
        gap = next(
            (
                place
                for place in range(len(row))
                if _is_apart(row[place], late) and (not place or _is_apart(row[place - 1], late))
            ),
            None,
        )
        if gap is not None:
            row.insert(gap, late)
    return row


def _is_apart(one: Question, other: Question) -> bool:
    return _names(one).isdisjoint(_names(other))


def _names(question: Question) -> frozenset[str]:
    """Gives the films and people a question is about: its films, and its answer where that may be a name."""
    told = (answer_text(question.answer),) if isinstance(question.answer, Choice | Typed) else ()
    return frozenset(map(fold, (*question.films, *told)))
