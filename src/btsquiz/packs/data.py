"""Packs and questions as plain data, for scripts: what `packs list --json` and `packs show --json` print."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from btsquiz.packs.pack import Pack
from btsquiz.question import (
    Answer,
    Choice,
    Match,
    Multiple,
    Number,
    Order,
    Question,
    TrueFalse,
    Typed,
    options_of,
)
from btsquiz.text import tame


def summary_data(pack: Pack) -> dict[str, object]:
    """Gives what a list says of a pack."""
    return {
        "id": pack.id,
        "title": pack.title,
        "questions": len(pack.placed),
        "about": pack.about or None,
        "licence": pack.licence or None,
        "path": tame(pack.path),
        "playable": pack.playable,
        "problems": [str(problem) for problem in pack.problems],
    }


def pack_data(pack: Pack) -> dict[str, object]:
    """Gives a pack with its questions."""
    return {
        "id": pack.id,
        "title": pack.title,
        "questions": [question_view(question) for question in pack.questions],
    }


def question_view(question: Question) -> dict[str, object]:
    """Gives a question: numbers as numbers, and options in an order that follows from its id alone."""
    accept = question.answer.accept if isinstance(question.answer, Typed) else ()
    source = question.source
    return {
        "id": question.id,
        "kind": str(question.kind),
        "ask": question.ask,
        "options": _options(question),
        "answer": _answer(question.answer),
        "accept": list(accept),
        "within": _number(question.answer.within) if isinstance(question.answer, Number) else None,
        "explain": question.explain or None,
        "source": {"title": source.title, "line": source.line} if source else None,
        "checked": question.checked or None,
        "fact": question.fact or None,
        "point": question.point,
        "films": list(question.films),
        "standing": str(question.standing),
        "difficulty": question.difficulty,
        "tags": list(question.tags),
        "why": dict(question.why),
    }


def _options(question: Question) -> list[str]:
    if not isinstance(question.answer, Choice | Multiple | Typed):
        return []

    def place(option: str) -> str:
        return hashlib.sha256(f"{question.id}\0{option}".encode()).hexdigest()

    return sorted(options_of(question.answer), key=place)


def _answer(answer: Answer) -> object:
    match answer:
        case Choice(right, _):
            return right
        case Multiple(rights, _):
            return list(rights)
        case TrueFalse(right):
            return right
        case Number(right, _):
            return _number(right)
        case Typed(accept, _):
            return accept[0]
        case Order(items):
            return list(items)
        case Match(pairs):
            return dict(pairs)


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
