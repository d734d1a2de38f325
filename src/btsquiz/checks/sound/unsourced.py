"""A question says where it is from, and what its answer was checked against.

Passes::

    - ask: Who directed Jaws?
      accept: [Steven Spielberg]
      source: Club night
      checked: the film's credits

Fails::

    - ask: Who directed Jaws?
      accept: [Steven Spielberg]
      checked: the film's credits
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import Standing

RULE = "unsourced"


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question without a source, and each CHECKED one that names no check.

    What is told as a story or a dispute needs its source only.
    """
    for placed in pack.placed:
        question = placed.question
        if question.source is None:
            message = "`source` is missing; say where this can be read"
        elif not question.checked and question.standing in {Standing.CHECKED, Standing.BUSTED}:
            message = f"`checked` is missing: nothing is {question.standing} that was not looked up"
        else:
            continue
        yield Problem(pack.path, placed.line, placed.column, message, RULE)
