"""No two options look alike: case, accents, punctuation and spacing do not tell answers apart.

Passes::

    - ask: Who made Gravity?
      answer: Alfonso Cuarón
      wrong: [Carlos Cuarón, Guillermo del Toro]

Fails::

    - ask: Who made Gravity?
      answer: Alfonso Cuarón
      wrong: [alfonso cuaron, Guillermo del Toro]
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.packs.pack import Pack
from btsquiz.question import Match, options_of
from btsquiz.text import fold

RULE = "alike-options"


def check(pack: Pack) -> Iterator[Problem]:
    """Yields a problem for each question with two options that fold to the same."""
    for placed in pack.placed:
        answer = placed.question.answer
        lists = [options_of(answer)]
        if isinstance(answer, Match):
            lists.append(tuple(left for left, _ in answer.pairs))
        for options in lists:
            seen: dict[str, int] = {}
            for index, option in enumerate(options):
                twin = seen.setdefault(fold(option), index)
                if twin != index:
                    message = f"the options `{options[twin]}` and `{option}` look alike; change one"
                    yield Problem(pack.path, placed.line, placed.column, message, RULE)
