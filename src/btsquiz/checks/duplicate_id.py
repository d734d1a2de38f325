"""No two questions of a pack have the same id: what is remembered of one would be mixed with the other.

Passes::

    - {id: jaws-director, ask: Who directed Jaws?, accept: [Spielberg]}
    - {id: jaws-year, ask: When was Jaws released?, answer: 1975}

Fails::

    - {id: jaws, ask: Who directed Jaws?, accept: [Spielberg]}
    - {id: jaws, ask: When was Jaws released?, answer: 1975}
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.packs.pack import Pack, Placed

RULE = "duplicate-id"


def check(pack: Pack) -> Iterator[Problem]:
    """Yields a problem for each question whose id an earlier one already has."""
    first: dict[str, Placed] = {}
    for placed in pack.placed:
        twin = first.setdefault(placed.question.id, placed)
        if twin is not placed:
            message = f"the id `{placed.question.id}` is that of the question on line {twin.line}; change one"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)
