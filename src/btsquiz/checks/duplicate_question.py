"""No question stands twice in a pack: the same stem with the same things shown.

Passes::

    - ask: Which of these came first?
      answer: Jaws
      wrong: [Alien, Titanic]
    - ask: Which of these came first?
      answer: Psycho
      wrong: [Fame, Gravity]

Fails::

    - {id: one, ask: Who directed Jaws?, accept: [Spielberg]}
    - {id: two, ask: "Who directed ‘Jaws’?", accept: [Steven Spielberg]}
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import Match, Question, options_of
from btsquiz.text import fold

RULE = "duplicate-question"


def check(pack: Pack) -> Iterator[Problem]:
    """Yields a problem for each question an earlier one already asks."""
    first: dict[tuple[str, ...], Placed] = {}
    for placed in pack.placed:
        twin = first.setdefault(_shown(placed.question), placed)
        if twin is not placed:
            message = f"this asks the same as the question on line {twin.line}; remove one"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)


def _shown(question: Question) -> tuple[str, ...]:
    lefts = [left for left, _ in question.answer.pairs] if isinstance(question.answer, Match) else []
    return (fold(question.ask), *sorted(map(fold, (*options_of(question.answer), *lefts))))
