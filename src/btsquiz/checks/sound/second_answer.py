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
from btsquiz.question import Answer, Choice, Number, Question, Typed, answer_text, options_of
from btsquiz.text import fold, fold_answer

RULE = "second-answer"

_OF_THESE: Final = re.compile(r"\b(?:these|those|them)\b", re.IGNORECASE)


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question of which a second answer is right, or the given one is not."""
    asked: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for placed in pack.placed:
        fault = next(faults(placed.question, films), "")
        if isinstance(placed.question.answer, Number | Typed | Choice):
            earlier = asked[_asked(placed.question)]
            fault = fault or _contradiction(placed, earlier)
            earlier.append(placed)
        if fault:
            yield Problem(pack.path, placed.line, placed.column, fault, RULE)


def _asked(question: Question) -> tuple[str, ...]:
    """Names what is asked: the stem, and where it points at its options, they too."""
    options = sorted(map(fold, options_of(question.answer))) if _OF_THESE.search(question.ask) else ()
    return fold(question.ask), *options


def _contradiction(placed: Placed, earlier: list[Placed]) -> str:
    """Says which earlier question that asks the same has another answer; nothing where none has."""
    for other in earlier:
        if _contradict(placed.question.answer, other.question.answer):
            right = answer_text(other.question.answer)
            return f"the question on line {other.line} asks the same and says `{right}`; one is wrong"
    return ""


def _contradict(one: Answer, two: Answer) -> bool:
    match one, two:
        case Number(right, within), Number(other, apart):
            return abs(right - other) > max(within, apart)
        case Typed(accept, _), Typed(others, _):
            return set(map(fold_answer, accept)).isdisjoint(map(fold_answer, others))
        case Choice(right, wrong), Choice(other, others):
            return fold(right) in map(fold, others) or fold(other) in map(fold, wrong)
        case (Typed(accept, _), Choice(_, wrong)) | (Choice(_, wrong), Typed(accept, _)):
            return not {*map(fold_answer, accept)}.isdisjoint(map(fold_answer, wrong))
        case _:
            return False
