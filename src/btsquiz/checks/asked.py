"""What a fact sheet asks itself: reviewed questions, lifted with their fact's source and standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.fields import Problems
from btsquiz.packs.form import read_question
from btsquiz.packs.pack import Placed
from btsquiz.question import Point, Question, QuestionId, Standing

_ABOUT_THE_WORLD: Final = frozenset({"abroad", "betrays", "crossing", "knowledge", "mangled"})
"""Families whose answer stands on what was looked up, not on the anecdote: checked, even beside a legend."""
_NAMES: Final = frozenset({"title", "translation", "typo"})


def asked_by(facts: Iterable[Fact], problems: Problems) -> Iterator[Placed]:
    """Yields each fact's own questions, where they stand in their sheet.

    Args:
        facts: Facts as reviewed.
        problems: Where questions that cannot be read are noted, by their place in the sheet.
    """
    for fact in facts:
        slots: Counter[str] = Counter()
        for family, node in fact.asks:
            slots[family] += 1
            question = read_question(node, problems)
            if question is not None:
                yield Placed(_lifted(question, fact, family, slots[family]), node.line, node.column)


def _lifted(question: Question, fact: Fact, family: str, slot: int) -> Question:
    """Gives a question its fact's id, source, films and standing; its own point unless it names another's."""
    name = family if slot == 1 else f"{family}-{slot}"
    own = question.standing
    # Beside what was looked up, a correction of the anecdote would only puzzle.
    kinds = _NAMES if family in _ABOUT_THE_WORLD else None
    checked = family in _ABOUT_THE_WORLD and fact.standing is not Standing.DISPUTED
    return replace(
        question,
        id=QuestionId(f"{fact.id}/{family}/{slot}"),
        point=question.point if str(question.point) != question.id else Point(f"{fact.id}.{name}"),
        explain=question.explain or fact.statement,
        source=question.source or fact.source,
        checked=question.checked or fact.looked_up_in,
        fact=fact.id,
        films=question.films or ((fact.film,) if fact.film else ()),
        standing=own if own is not Standing.UNCHECKED else Standing.CHECKED if checked else fact.standing,
        corrections=question.corrections or fact.corrections_shown(kinds),
    )
