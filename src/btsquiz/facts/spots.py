"""Known titles standing in a text, written as titles are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.language import is_foreign
from btsquiz.facts.spelling import word_set
from btsquiz.facts.titles import ARTICLES, MAX_WORDS, is_title_word, title_key
from btsquiz.text import fold

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|&")
_SMALL: Final = word_set(
    "up out down over off into upon about me you it be not no if vol vol. part pt pt. episode chapter"
)
"""Words that some write small in a title."""

_ENDING: Final = re.compile(r"['’]s$|(?<!\.\w)\.$")
"""What a title may end in without its being of the title."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A known title standing in a text, from `start` up to `end`, and the films of that title."""

    start: int
    end: int
    films: tuple[Film, ...]


def spots(text: str, films: Filmography) -> Iterator[Spot]:
    """Finds known titles, written as titles, in a text: the longest at each place."""
    tokens = list(_TOKEN.finditer(text))
    end = 0
    for index, token in enumerate(tokens):
        if token.start() >= end and (token[0][0].isupper() or token[0][0].isdigit()):
            spot = _spot_at(text, tokens[index : index + MAX_WORDS], films)
            if spot is not None:
                end = spot.end
                yield spot


def _spot_at(text: str, tokens: Sequence[re.Match[str]], films: Filmography) -> Spot | None:
    start = tokens[0].start()
    # A title's key begins with its second word where its first is an article.
    firsts = tokens[: 2 if fold(tokens[0][0]) in ARTICLES else 1]
    starts = (_ENDING.sub("", text[start : token.end()]) for token in firsts)
    heads = {title_key(first).partition(" ")[0] for first in starts}
    longest = max(map(films.longest_title, heads))
    # A key is shorter than its title by articles and "part".
    for token in reversed(tokens[: longest + 3] if longest else ()):
        bare = _ENDING.sub("", token[0])
        if fold(bare) in ARTICLES:
            continue
        for end in dict.fromkeys((token.start() + len(bare), token.end())):
            written = text[start:end]
            if films.is_title(written) and _is_written_as_one(written):
                return Spot(start, end, tuple(films.titled(written)))
    return None


def _is_written_as_one(title: str) -> bool:
    """Tells whether a title is written as titles are; only the first word of a foreign one has a capital."""
    words = title.split()
    if all(is_title_word(word) or word in _SMALL for word in words):
        return True
    return not title.isascii() or is_foreign([title])
