"""Edits: a question of a pack that was reworded keeps what memory knows of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from btsquiz.packs.form import content_id
from btsquiz.packs.pack import Pack
from btsquiz.question import Question, answer_text, options_of
from btsquiz.quizmaster.noting import Pen
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record

NOBODY: Final = ""
"""Whose records of packs are."""

Listed = Mapping[str, tuple[str, str, str]]
"""By point, a question's kind, and what its stem and its answer say, as digests."""


def follow_edits(journal: Journal, pen: Pen, packs: Iterable[Pack]) -> None:
    """Notes which questions of packs without ids were edited, so that their points keep their history.

    A question with an id of its own stays the same whatever becomes of it. One without is taken for the same
    if it is the only one of its pack and kind that changed, and changed in its stem or its answer alone.

    Raises:
        SaveError: It could not be saved.
    """
    before = journal.packs()
    records = [record for pack in packs for record in _noted(pack, before.get(pack.id), pen)]
    if records:
        journal.append(records)


def _noted(pack: Pack, before: Mapping[str, Any] | None, pen: Pen) -> list[Record]:
    ids = _digest("\n".join(question.id for question in pack.questions))
    if before is not None and before["ids"] == ids:
        return []
    now = _listed(pack.questions)
    if before is None:
        return [pen.said("pack", NOBODY, pack=pack.id, ids=ids, questions=now)] if now else []
    then = {point: (kind, ask, answer) for point, (kind, ask, answer) in before["questions"].items()}
    return [
        *(pen.said("moved", NOBODY, old=old, new=new) for old, new in edited(then, now)),
        pen.said("pack", NOBODY, pack=pack.id, ids=ids, questions=now),
    ]


def edited(then: Listed, now: Listed) -> list[tuple[str, str]]:
    """Gives the points whose question was edited, by their old and their new name."""
    gone = {point: one for point, one in then.items() if point not in now}
    come = {point: one for point, one in now.items() if point not in then}
    pairs = []
    for kind in {one[0] for one in gone.values()}:
        old = [point for point, one in gone.items() if one[0] == kind]
        new = [point for point, one in come.items() if one[0] == kind]
        if len(old) == len(new) == 1:
            (_, ask, answer), (_, ask_now, answer_now) = gone[old[0]], come[new[0]]
            if (ask == ask_now) != (answer == answer_now):
                pairs.append((old[0], new[0]))
    return sorted(pairs)


def _listed(questions: Sequence[Question]) -> dict[str, tuple[str, str, str]]:
    """Lists the questions that have no id of their own."""
    return {
        str(one.point): (str(one.kind), _digest(one.ask), _digest(_answer(one)))
        for one in questions
        if one.id == content_id(one.ask, one.answer)
    }


def _answer(question: Question) -> str:
    return "\n".join((answer_text(question.answer), *sorted(options_of(question.answer))))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
