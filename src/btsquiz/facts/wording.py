"""What the words of a text speak for: a caption, an anecdote, or neither.

Naive Bayes: each word has the log of how much more often it stands in captions, or in anecdotes, than in all
else on pages whose facts people have marked. `make wording` learns it; no name speaks for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from btsquiz.facts.language import language_of

TABLE: Final = "wording.tsv"
_HUNDREDTHS: Final = 100
_SURELY_TOLD: Final = 10.0
"""What words say for an anecdote from which a text is one, even among readers' comments: of those left out on
marked pages, nine in ten are."""

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+|[?!:|•@©%£$#]")
_YEAR: Final = re.compile(r"(?:18|19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Wording:
    """How much the words of a text speak for a fact, rather than for all else that stands on a page.

    Each is the sum of the words' log-odds over the root of how many are known, so that texts of any length
    compare: 0 says nothing, 10 is all but sure.

    Attributes:
        seen: For a caption.
        told: For an anecdote.
        known: How many of its words are known.
    """

    seen: float
    told: float
    known: int

    @property
    def is_told(self) -> bool:
        """Tells whether the words alone say that a text is an anecdote."""
        return self.told >= _SURELY_TOLD


def wording_of(text: str) -> Wording:
    """Weighs the words of a text."""
    known = table()
    found = [known[word] for word in words_of(text) if word in known]
    scale = _HUNDREDTHS * max(1, len(found)) ** 0.5
    return Wording(sum(seen for seen, _ in found) / scale, sum(told for _, told in found) / scale, len(found))


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """Gives the words of a text that may speak for something, each with the text's language before it.

    Numbers and names are all alike.
    """
    language = language_of(text)
    return frozenset(f"{language} {word}" for word in words_in_order(text))


def words_in_order(text: str) -> Iterator[str]:
    """Gives the words of a text one after another, in small letters, with one for any number or name."""
    for place, match in enumerate(_TOKEN.finditer(text)):
        word = match[0].replace("’", "'")
        if word[0].isdigit():
            yield "<year>" if _YEAR.fullmatch(word) else "<number>"
        else:
            # What has a capital within a text is a name, and no name may speak for anything.
            yield "<name>" if place and word[0].isupper() else word.casefold()


@cache
def table() -> Mapping[str, tuple[int, int]]:
    """Gives what each known word speaks for, in hundredths of a natural logarithm."""
    return dict(_rows(files(__package__).joinpath(TABLE).read_text("utf-8").splitlines()))


def _rows(lines: Iterable[str]) -> Iterable[tuple[str, tuple[int, int]]]:
    for line in lines:
        word, seen, told = line.split("\t")
        yield word, (int(seen), int(told))
