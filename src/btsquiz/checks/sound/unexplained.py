"""The reveal explains the answer: a sentence or two that say more than the answer and the question did.

Passes::

    - ask: Who directed Jaws?
      accept: [Steven Spielberg]
      explain: Steven Spielberg was twenty-six, and the shark would not work.

Fails::

    - ask: Who directed Jaws?
      accept: [Steven Spielberg]
      explain: Steven Spielberg directed Jaws.
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import answer_text
from btsquiz.text import fold

RULE = "unexplained"


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question whose explanation is missing or says nothing new."""
    for placed in pack.placed:
        question = placed.question
        known = {*fold(question.ask).split(), *fold(answer_text(question.answer)).split()}
        if not question.explain:
            message = "`explain` is missing; say in a sentence what is behind the answer"
        elif known.issuperset(fold(question.explain).split()):
            message = "`explain` only repeats the question and its answer; say what is behind it"
        else:
            continue
        yield Problem(pack.path, placed.line, placed.column, message, RULE)
