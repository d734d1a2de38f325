"""Every wrong answer to pick from has a note under `why`: what it is true of, or what is wrong with it.

Passes::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [James Cameron, Tony Scott]
      why: {James Cameron: "He made the second one, Aliens.", Tony Scott: "His brother; he made Top Gun."}

Fails::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [James Cameron, Tony Scott]
      why: {James Cameron: "He made the second one, Aliens."}
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import wrong_of

RULE = "bare-wrong"


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question with a wrong answer nothing is said of."""
    for placed in pack.placed:
        bare = [option for option in wrong_of(placed.question.answer) if not placed.question.why.get(option)]
        if bare:
            named = ", ".join(f"`{option}`" for option in bare)
            message = f"`why` says nothing of {named}; say what it is true of"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)
