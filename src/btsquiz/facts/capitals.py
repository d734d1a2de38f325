"""Names and titles that a page writes in small letters, given their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.page import Block
from btsquiz.text import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_LONGEST: Final = 3
"""Words of the longest name looked for."""

_MET: Final = 60
"""How widely known the films of somebody are, together, whose name is known in small letters."""

_LONGEST_TITLE: Final = 7
_YEAR: Final = re.compile(r"[\s,(\[]*['’]?((?:18|19|20)?\d\d)[)\]]?(?!\w)")
"""The year after a title, in four digits or in two."""

_MORE: Final = re.compile(r"\w")
_STOP: Final = re.compile(r"(?:[,.;:?!)–—-]|\b(?:on|of|from|for))\s+$")
"""What stands before a title that ends a text."""

_LEAST_NEAR: Final = 4
_WIDELY_MET: Final = 400
"""How widely known somebody is whose name is known in small letters with a slip in it."""

_LEAST_WORDS: Final = 4
_MOST_CAPITALS: Final = 0.1
"""Part of a text's words that may have a capital, if it is written in small letters."""


def with_capitals(blocks: Sequence[Block], films: Filmography) -> list[Block]:
    """Gives names and titles their capitals wherever a text is in small letters throughout.

    A title is one only before its film's year, or at the end after a stop or a word such as "on".
    """
    return [_with_names(block, films) if _is_small(block.text) else block for block in blocks]


def _is_small(text: str) -> bool:
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _LEAST_WORDS and capitals <= _MOST_CAPITALS * len(words)


def _with_names(block: Block, films: Filmography) -> Block:
    text = block.text
    for start, end in (*_titles(text, films), *reversed(list(_names(text, films)))):
        text = (
            text[:start]
            + _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], text[start:end])
            + text[end:]
        )
    return replace(block, text=text)


def _names(text: str, films: Filmography) -> Iterator[tuple[int, int]]:
    """Gives where the full names of people we know stand, the longest at each place."""
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 1, -1):
            start, end = words[place].start(), words[place + length - 1].end()
            name = text[start:end].rstrip(".")
            gaps = fold(name).count(" ") == length - 1
            if gaps and _is_somebody(name, films):
                yield start, start + len(name)
                place += length
                break
        else:
            place += 1


def _is_somebody(name: str, films: Filmography) -> bool:
    """Tells whether a name is, to the letter or nearly, that of somebody well known."""
    if films.person(name) is not None:
        return films.fame_of(name) >= _MET
    if any(len(word) < _LEAST_NEAR for word in name.split()):
        return False
    near = films.people_near(name)
    return len(near) == 1 and films.fame_of(near[0]) >= _WIDELY_MET


def _titles(text: str, films: Filmography) -> Iterator[tuple[int, int]]:
    """Gives where the titles stand that their films' years follow, or that end a text after a stop."""
    words = list(_WORD.finditer(text))
    for last, word in enumerate(words):
        year = _YEAR.match(text, word.end())
        ends = not _MORE.search(text, word.end())
        for first in range(max(0, last - _LONGEST_TITLE + 1), last + 1) if year or ends else ():
            start, end = words[first].start(), word.end()
            found = films.titled(text[start:end])
            dated = year and any(str(out).endswith(year[1]) for film in found for out in film.years)
            if dated or (found and ends and first < last and _STOP.search(text, 0, start)):
                yield start, end
                break
