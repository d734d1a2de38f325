"""Runs of capitalised words, in which people's names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from btsquiz.facts.spelling import word_set
from btsquiz.text import fold

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){1,3}|(?:Jr|Sr|St|Dr|Th|Wm|Chas|Geo)\.|[^\W\d_]+(?:['’.‐‑-][^\W\d_]+)*"
)
_ELIDED: Final = re.compile(r"(?:[dlnmtscj]|qu)['’](?=[^\W\d_a-zà-ÿ])")
_POSSESSIVES: Final = ("'s", "'S", "’s", "’S")
NICKNAME: Final = re.compile(r"\s+(?:[\"“'‘][^\"“”'‘’]{1,24}[\"”'’]\s+)?")
INSIDE_NAME: Final = re.compile(r"(?<=\w)\s+[\"“'‘](?!The \w+ )[^\"“”'‘’]{1,24}[\"”'’]\s+(?=[^\W\da-z_])")

PARTICLES: Final = word_set("de del della di da van von der den la le du dos el bin ibn al ten ter")
_FUNCTION: Final = word_set(
    "a an the and or but of in on at to for from with by as is are was were between before after during"
    " while when where who his her their its he she they it this that these those here there not then also"
    " both set sets scene scenes film movie behind-the-scenes behind directed starring featuring opposite"
    " vs im am der die das ein eine und mit bei auf für le les un une des el los las en il elle sur dans avec"
    " pour et son на в с и для во при из по он она их а но тут-то тут там вот это как что так ещё потом когда"
    " однажды после перед во-первых даже только уже ведь если за от до над под между"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run of capitalised words, from `start` up to `end`.

    Attributes:
        text: The word without a possessive.
        start: Where it begins.
        end: Where that ends.
        possessive: Whether it had one.
        folded: The word, folded.
    """

    text: str
    start: int
    end: int
    possessive: bool
    folded: str


@lru_cache(maxsize=8192)
def runs(text: str) -> tuple[tuple[Token, ...], ...]:
    """Gives the runs of capitalised words, particles between them included."""
    return tuple(map(tuple, _parted(text)))


def _parted(text: str) -> Iterator[list[Token]]:
    run: list[Token] = []
    pending: list[Token] = []
    last_end = 0
    nicknames = [match.span() for match in INSIDE_NAME.finditer(text)]
    for match in _TOKEN.finditer(text):
        begin, end = match.span()
        if nicknames and any(start < begin < stop for start, stop in nicknames):
            continue
        word = match[0]
        if elided := _ELIDED.match(word):
            begin += len(elided[0])
            word = word[len(elided[0]) :]
        possessive = word.endswith(_POSSESSIVES)
        core = word[:-2] if possessive else word
        starts = core[0].isupper()
        apart = run and (run[-1].possessive or not NICKNAME.fullmatch(text, last_end, begin))
        # A title in capitals and a name beside it are two.
        if apart or (run and starts and is_shouted(core) != is_shouted(run[-1].text)):
            yield run
            run, pending = [], []
        last_end = end
        if starts and core.casefold() not in _FUNCTION:
            run += [*pending, Token(core, begin, begin + len(core), possessive, fold(core))]
            pending = []
        elif run and core in PARTICLES and not possessive:
            pending.append(Token(core, begin, begin + len(core), possessive, fold(core)))
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def is_shouted(word: str) -> bool:
    """Tells whether a word is in capitals: an acronym, a title, or a name for those who know it."""
    return len(word) > 2 and word.isupper() and "." not in word
