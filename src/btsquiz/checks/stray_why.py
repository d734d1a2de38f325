"""Each note under `why` belongs to a wrong answer of its question.

Passes::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [James Cameron, Tony Scott]
      why: {James Cameron: "He directed the second one, Aliens."}

Fails::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [James Cameron, Tony Scott]
      why: {Jim Cameron: "He directed the second one, Aliens."}
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.packs.pack import Pack
from btsquiz.question import wrong_of

RULE = "stray-why"


def check(pack: Pack) -> Iterator[Problem]:
    """Yields a problem for each note whose key is no wrong answer."""
    for placed in pack.placed:
        wrong = wrong_of(placed.question.answer)
        for name in placed.question.why:
            if name not in wrong:
                message = f"`why` explains `{name}`, which is not one of the wrong answers"
                yield Problem(pack.path, placed.line, placed.column, message, RULE)
