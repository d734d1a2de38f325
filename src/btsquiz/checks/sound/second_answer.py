"""There is one right answer, as far as the films known and the pack itself can tell.

Looked at are who directed a film, who is in it, which film is somebody's, who links several films, in which
year a film came out, films in order of their years, directors matched to films, and two questions of a pack
with one stem and two answers.

Passes::

    - ask: Who directed Jaws?
      answer: Steven Spielberg
      wrong: [George Lucas, Brian De Palma]

Fails::

    - ask: Who directed Jaws?
      answer: George Lucas
      wrong: [Steven Spielberg, Brian De Palma]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from btsquiz.checks.sound.relations import faults
from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import Choice, Number, Typed, answer_text
from btsquiz.text import fold, fold_answer

RULE = "second-answer"

_OF_THESE: Final = re.compile(r"\b(?:these|those|them)\b", re.IGNORECASE)


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question of which a second answer is right, or the given one is not."""
    by_stem: dict[str, list[Placed]] = defaultdict(list)
    for placed in pack.placed:
        fault = next(faults(placed.question, films), None) or _contradiction(
            placed, by_stem[fold(placed.question.ask)]
        )
        by_stem[fold(placed.question.ask)].append(placed)
        if fault:
            yield Problem(pack.path, placed.line, placed.column, fault, RULE)


def _contradiction(placed: Placed, earlier: list[Placed]) -> str:
    """Says which earlier question with the same stem has another answer; nothing where none has."""
    for other in earlier:
        if _contradict(placed, other):
            right = answer_text(other.question.answer)
            return f"the question on line {other.line} asks the same and says `{right}`; one is wrong"
    return ""


def _contradict(one: Placed, two: Placed) -> bool:
    match one.question.answer, two.question.answer:
        case Number(right, within), Number(other, apart):
            return abs(right - other) > max(within, apart)
        case Typed(accept), Typed(others):
            return set(map(fold_answer, accept)).isdisjoint(map(fold_answer, others))
        case Choice(right, wrong), Choice(other, others):
            if _OF_THESE.search(one.question.ask):
                same = {*map(fold, (right, *wrong))} == {*map(fold, (other, *others))}
                return same and fold(right) != fold(other)
            return fold(right) in map(fold, others) or fold(other) in map(fold, wrong)
        case (Typed(accept), Choice(_, wrong)) | (Choice(_, wrong), Typed(accept)):
            return not {*map(fold_answer, accept)}.isdisjoint(map(fold_answer, wrong))
        case _:
            return False
