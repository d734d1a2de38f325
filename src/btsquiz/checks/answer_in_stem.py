"""The stem does not give the answer away by saying it, unless it names the other options too.

Of a typed answer it is a warning only: its stem may name all there is to choose from.

Passes::

    - ask: Who directed Jaws?
      answer: Steven Spielberg
      wrong: [George Lucas, Brian De Palma]

Fails::

    - ask: Which director did the crew of Jaws call young Spielberg?
      answer: Spielberg
      wrong: [Lucas, De Palma]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from btsquiz.document import Problem
from btsquiz.packs.pack import Pack
from btsquiz.question import Choice, Kind, Typed
from btsquiz.text import fold

RULE = "answer-in-stem"


def check(pack: Pack) -> Iterator[Problem]:
    """Yields a problem for each question whose stem says its answer and no wrong one."""
    for placed in pack.placed:
        question = placed.question
        stem = f" {fold(question.ask)} "
        match question.answer:
            case Choice(right, wrong) if not any(_says(stem, option) for option in wrong):
                said = right if _says(stem, right) else None
            case Typed(accept):
                said = next((text for text in accept if _says(stem, text)), None)
            case _:
                said = None
        if said is not None:
            message = f"the question already says its answer, `{said}`; reword it"
            level: Literal["error", "warning"] = "warning" if question.kind is Kind.TYPED else "error"
            yield Problem(pack.path, placed.line, placed.column, message, RULE, level)


def _says(stem: str, option: str) -> bool:
    return f" {fold(option)} " in stem
