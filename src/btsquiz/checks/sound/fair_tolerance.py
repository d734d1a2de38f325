"""A number to be typed is asked fairly: near enough counts, and not everything does.

A year has one to five years of room either way, for premieres and releases differ. A larger figure has from a
fiftieth to a half of itself; of less than a hundred it may also be asked exactly.

Passes::

    - ask: In which year was Psycho released?
      answer: 1960
      within: 2

Fails::

    - ask: In which year was Psycho released?
      answer: 1960
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import Number, number_text

RULE = "fair-tolerance"

_YEAR: Final = re.compile(r"\b(?:year|when)\b", re.IGNORECASE)
_YEARS_OF_ROOM: Final = range(1, 6)
_EXACT_BELOW: Final = 100
_LEAST, _MOST = Decimal("0.02"), Decimal("0.5")


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each number with too little room for a good guess, or with too much."""
    for placed in pack.placed:
        answer = placed.question.answer
        if isinstance(answer, Number) and (wanted := _wanted(placed.question.ask, answer)):
            message = f"`within` is {number_text(answer.within)}; for {number_text(answer.right)} {wanted}"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)


def _wanted(ask: str, number: Number) -> str:
    """Says what room would be fair; nothing where it is."""
    right, within = abs(number.right), number.within
    if _YEAR.search(ask) and 1800 <= number.right <= 2200 and number.right == int(number.right):
        return "" if within in _YEARS_OF_ROOM else "one to five years either way are fair"
    least = right * _LEAST if right >= _EXACT_BELOW else Decimal(0)
    if within < 0 or within < least:
        return f"{number_text(least)} at least is fair: nobody guesses it exactly"
    # Of a small count one either way is still a guess.
    most = max(right * _MOST, Decimal(1))
    return f"{number_text(most)} at most is fair: else any guess would do" if within > most else ""
