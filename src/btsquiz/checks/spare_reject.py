"""No typed answer is both accepted and rejected, or wrong.

Passes::

    - ask: Who played Ripley?
      accept: [Sigourney Weaver, Weaver]
      reject: [Winona Ryder]

Fails::

    - ask: Who played Ripley?
      accept: [Sigourney Weaver, Weaver]
      reject: [weaver]
"""

from __future__ import annotations

from collections.abc import Iterator

from btsquiz.document import Problem
from btsquiz.packs.pack import Pack
from btsquiz.question import Typed
from btsquiz.text import fold_answer

RULE = "spare-reject"


def check(pack: Pack) -> Iterator[Problem]:
    """Yields a problem for each rejected answer that is also accepted."""
    for placed in pack.placed:
        if not isinstance(placed.question.answer, Typed):
            continue
        accepted = set(map(fold_answer, placed.question.answer.accept))
        for text in (*placed.question.reject, *placed.question.answer.wrong):
            if fold_answer(text) in accepted:
                message = f"`{text}` is both accepted and rejected; remove one"
                yield Problem(pack.path, placed.line, placed.column, message, RULE)
