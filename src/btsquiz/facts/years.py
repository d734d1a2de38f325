"""The years a text says: a film's, beside its title, or a photograph's."""

from __future__ import annotations

import re
from typing import Final

from btsquiz.facts.spelling import word_set

MONTHS: Final = word_set(
    "january february march april may june july august september october november december"
)
"""The months, in small letters."""

DIGITS: Final = r"((?:18|19|20)\d\d)"
YEAR_IN_BRACKETS: Final = re.compile(
    rf"\s*,?\s*[(\[]\s*(?:[^()\[\]]{{0,40}}[,;]\s*)?{DIGITS}(?:\s*[,;\s/–-][^()\[\]]{{0,40}})?\s*[)\]]"
)
_YEAR_AFTER: Final = re.compile(rf"\s*(?:[,.;:/|–—-]\s*)?{DIGITS}\b(?!['’]s|\s?[°%]|-\w|\.\d)")
_YEAR_BEFORE: Final = re.compile(
    rf"(?:[(\[]{DIGITS}[)\]][\s:–—/-]*|\b{DIGITS}\s*[,:/–—-]\s*|\b{DIGITS}(?:['’]s)?\s+(?:[a-z-]+\s+){{0,3}}['\"“‘«*_]?)$"
)
_ANY_YEAR: Final = re.compile(rf"(?<![\d-]){DIGITS}(?![\d-]|['’]?s\b|\.\d)|['’](\d\d)(?=\W|$)(?!['’]?s\b)")
SHORT_YEAR: Final = re.compile(r"[\s,(\[]*['’]?(\d\d)[)\]]?(?![\w°%])")
"""A film's year in two digits: "Alien 79", "Alien ('79)"."""

NAMED_SET: Final = re.compile(r"\s+(?:film\s+|movie\s+)?(?:sets?|script|screenplay|shoot|premiere)\b")
"""The word after a title that names its making: "on the Psycho set (1960)"."""


def years_in(text: str) -> tuple[int, ...]:
    """Gives the years a text says, of a film or of a photograph."""
    return tuple(int(match[1] or f"19{match[2]}") for match in _ANY_YEAR.finditer(text))


def year_beside(text: str, start: int, end: int) -> tuple[int | None, bool]:
    """Gives the year right beside a title, after it or before, and whether it stands in brackets."""
    after = match.end() if (match := NAMED_SET.match(text, end)) else end
    for begin in dict.fromkeys((end, after)):
        if match := YEAR_IN_BRACKETS.match(text, begin):
            return int(match[1]), True
        if match := _YEAR_AFTER.match(text, begin):
            return int(match[1]), False
    if match := _YEAR_BEFORE.search(text, max(0, start - 40), start):
        return int(next(filter(None, match.groups()))), bool(match[1])
    return None, False
