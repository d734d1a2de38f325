"""What the phrases of a text speak for: that it is a fact, and that it is a photo's rather than a story.

Two logistic regressions over each word, how a longer one begins, and each word with the next. `make weights`
learns them from the pages whose facts people have marked, and from lines written to show what only looks like
a fact; no name speaks for anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from btsquiz.facts.wording import words_in_order

TABLE: Final = "phrasing.tsv"
_HUNDREDTHS: Final = 100
_BEGINNING: Final = 5
"""Letters that words of one root begin with, whatever their endings."""

_FIRST, _LAST = "^", "$"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How much a text's phrases speak for something: the sum of their weights over the root of their number.

    Attributes:
        fact: For a fact, rather than all else that stands on a page.
        photo: For a photo's caption, rather than a story.
    """

    fact: float
    photo: float


def phrasing_of(text: str) -> Phrasing:
    """Weighs the phrases of a text."""
    known = table()
    found = [known[phrase] for phrase in phrases_of(text) if phrase in known]
    scale = _HUNDREDTHS * max(1, len(found)) ** 0.5
    return Phrasing(sum(fact for fact, _ in found) / scale, sum(photo for _, photo in found) / scale)


def phrases_of(text: str) -> frozenset[str]:
    """Gives each word of a text, how longer ones begin, and each with the next; names in a row are one."""
    words = [_FIRST]
    for word in words_in_order(text):
        if word != words[-1] or word[0] != "<":
            words.append(word)
    words.append(_LAST)
    begun = (word[:_BEGINNING] + "-" for word in words if len(word) > _BEGINNING and word[0] != "<")
    return frozenset((*words, *begun, *map(" ".join, pairwise(words))))


@cache
def table() -> Mapping[str, tuple[int, int]]:
    """Gives what each known phrase weighs for a fact and for a photo, in hundredths."""
    rows = files(__package__).joinpath(TABLE).read_text("utf-8").splitlines()
    return {phrase: (int(fact), int(photo)) for phrase, fact, photo in (row.split("\t") for row in rows)}
