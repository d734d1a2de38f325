"""Insight: what the answers given here say of a pack's questions, for whoever wrote it."""

from __future__ import annotations

import json
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from btsquiz.packs.pack import Pack
from btsquiz.question import Choice, Question, Typed
from btsquiz.saves.journal import Journal

DEAD_BELOW: Final = 0.05
"""A wrong answer picked by a smaller share than this is dead: it makes the question no harder."""
LEAST_FOR_DEAD: Final = 20
LEAST_FOR_DISCRIMINATION: Final = 10
"""Below so many answers nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Insight:
    """What is known of one question.

    Attributes:
        question: The question.
        line: Where it stands in its file.
        answers: How often it was answered.
        right: The share that was right, 0 to 1; None where nobody answered.
        discrimination: How far those who got it right got the rest of their match right, -1 to 1.
        dead: Wrong answers that hardly anybody picks.
        median_ms: The median time of an answer.
        flags: How often it was flagged.
    """

    question: Question
    line: int
    answers: int
    right: float | None
    discrimination: float | None
    dead: tuple[str, ...]
    median_ms: int | None
    flags: int


def insights(journal: Journal, pack: Pack) -> list[Insight]:
    """Gives what is known of each question of a pack, in its order."""
    by_question: dict[str, list[tuple[Mapping[str, Any], float | None]]] = {}
    rows = journal.database.rows("SELECT match, player, body FROM record WHERE kind = 'answer'")
    answers = [((match, player), json.loads(body)) for match, player, body in rows]
    answers = [(sat, body) for sat, body in answers if not body.get("retake")]
    asked, right = Counter(sat for sat, _ in answers), Counter[Any]()
    for sat, body in answers:
        right[sat] += body["verdict"] == "right"
    for sat, body in answers:
        others = asked[sat] - 1
        rest = (right[sat] - (body["verdict"] == "right")) / others if others else None
        by_question.setdefault(body["question"], []).append((body, rest))
    flags = Counter[str]()
    for (body,) in journal.database.rows("SELECT body FROM record WHERE kind = 'flag' ORDER BY at_ms"):
        said = json.loads(body)
        flags[said["question"]] += 1 if said["on"] else -1
    return [
        _insight(placed.question, placed.line, by_question.get(placed.question.key, []), flags)
        for placed in pack.placed
    ]


def _insight(
    question: Question,
    line: int,
    answers: Sequence[tuple[Mapping[str, Any], float | None]],
    flags: Mapping[str, int],
) -> Insight:
    bodies = [body for body, _ in answers]
    rights = [body["verdict"] == "right" for body in bodies]
    return Insight(
        question,
        line,
        len(bodies),
        sum(rights) / len(rights) if rights else None,
        _discrimination([(right, rest) for right, (_, rest) in zip(rights, answers, strict=True)]),
        _dead(question, bodies),
        int(statistics.median(body["elapsed_ms"] for body in bodies)) if bodies else None,
        max(flags.get(question.key, 0), 0),
    )


def _discrimination(pairs: Sequence[tuple[bool, float | None]]) -> float | None:
    """Gives the correlation of being right here with the share that was right in the rest of the match."""
    known = [(float(right), rest) for right, rest in pairs if rest is not None]
    if len(known) < LEAST_FOR_DISCRIMINATION:
        return None
    here, elsewhere = zip(*known, strict=True)
    if len(set(here)) < 2 or len(set(elsewhere)) < 2:
        return None
    return statistics.correlation(here, elsewhere)


def _dead(question: Question, bodies: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    if not isinstance(question.answer, Choice | Typed):
        return ()
    picked = Counter(body["response"][0] for body in bodies if len(body["response"]) == 1)
    offered = sum(picked[option] for option in (*_right(question), *question.answer.wrong))
    if offered < LEAST_FOR_DEAD:
        return ()
    return tuple(option for option in question.answer.wrong if picked[option] / offered < DEAD_BELOW)


def _right(question: Question) -> tuple[str, ...]:
    answer = question.answer
    if isinstance(answer, Choice):
        return (answer.right,)
    return answer.accept if isinstance(answer, Typed) else ()
