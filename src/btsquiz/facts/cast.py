"""Whom of those who had a hand in a film a text names: in full, by surname or first name, or nearly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.names import BEFORE_NAMES, SUFFIXES
from btsquiz.facts.near_makers import How, foremost, near_maker, whole_names
from btsquiz.facts.runs import PARTICLES, Token, runs
from btsquiz.facts.short_names import SHORT
from btsquiz.facts.spelling import name_key, word_set
from btsquiz.text import fold

_MIN_FIRST: Final = 3
"""Letters of a first name that may stand for somebody."""


_INITIAL: Final = 2
"""Letters of an initial: "C. Th. Dreyer"."""

_ONE: Final = r"[^\W\d_a-z][\w’'-]++"
_LIST: Final = re.compile(
    rf"(?<!\w){_ONE}(?:,\s+{_ONE})*+(?P<last>,?\s+(?:and|&|et|y|e|und|и)\s+{_ONE}(?!\s+[^\W\d_a-z]))?"
)
"""Names of one word each, and the last of several: "Ringo, Paul, George and John"."""

_IN_LIST: Final = re.compile(_ONE)

_NO_SURNAMES: Final = word_set("no so yes")
"""Surnames that are far more often what a sentence begins with."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A maker of a film named in a text, from `start` up to `end`."""

    start: int
    end: int
    name: str
    how: How


@dataclass(frozen=True, slots=True)
class _Makers:
    """The makers of a film, by what a text may call them.

    Attributes:
        full: By full names.
        last: By surnames.
        first: By first names, directors and leads alone.
        others: By first names, all others.
    """

    full: dict[str, str]
    last: dict[str, list[str]]
    first: dict[str, list[str]]
    others: dict[str, list[str]]


@lru_cache(maxsize=1024)
def _makers(film: Film, films: Filmography) -> _Makers:
    # Another filmography may have others for the same film.
    keys = list(map(name_key, film.hands))
    full = dict(zip(reversed(keys), reversed(film.hands), strict=True))
    last, first, others = (defaultdict[str, list[str]](list) for _ in range(3))
    front = {*film.directors, *film.leads}
    for key, name in zip(keys, film.hands, strict=True):
        words = key.split()
        # "Gael García" is Gael García Bernal.
        if len(words) == 3 and len(words[1]) > 2 and words[1] not in PARTICLES and words[2] not in SUFFIXES:
            full.setdefault(f"{words[0]} {words[1]}", name)
        words = [word for word in words if word not in SUFFIXES] or [key]
        last[words[-1]].append(name)
        if len(words) > 1:
            (first if name in front else others)[words[0]].append(name)
    return _Makers(full, last, first, others)


@lru_cache(maxsize=8192)
def sightings(
    text: str, film: Film, films: Filmography, besides: tuple[int, int] = (0, 0)
) -> tuple[Sighting, ...]:
    """Finds the makers of a film that a text names, each where it is named, in the order of the text.

    Args:
        text: The text.
        film: The film.
        films: Knows other names of people.
        besides: A part of the text that does not count, such as the film's title.
    """
    start, end = besides
    found: list[Sighting] = []
    for run in runs(text):
        kept = (
            run
            if end <= run[0].start or run[-1].end <= start
            else tuple(one for one in run if one.end <= start or end <= one.start)
        )
        if kept:
            found += _in_run(kept, film, films)
    found += list(_in_lists(text, film, films, found, besides))
    return tuple(sorted(found, key=lambda one: one.start))


def _in_lists(
    text: str, film: Film, films: Filmography, found: Sequence[Sighting], besides: tuple[int, int]
) -> Iterator[Sighting]:
    """Finds who goes by first name in a list of makers: each in it is one, or it is another's."""
    makers = _makers(film, films)
    for listed in _LIST.finditer(text):
        if not listed["last"] or (listed.start() < besides[1] and besides[0] < listed.end()):
            continue
        unnamed = [
            word
            for word in _IN_LIST.finditer(text, listed.start(), listed.end())
            if not any(one.start <= word.start() < one.end for one in found)
        ]
        seen = {one.name for one in found}
        called = [_by_first(fold(word[0]), makers) - seen for word in unnamed]
        if all(len(names) == 1 for names in called):
            for word, names in zip(unnamed, called, strict=True):
                yield Sighting(word.start(), word.end(), names.pop(), "first")


def _by_first(word: str, makers: _Makers) -> set[str]:
    """Gives the directors and leads of a first name, and all others where none of those has it."""
    firsts = whole_names(word)
    front = {name for first in firsts for name in makers.first.get(first, ())}
    return front or {name for first in firsts for name in makers.others.get(first, ())}


def _in_run(run: Sequence[Token], film: Film, films: Filmography) -> Iterator[Sighting]:
    for begin, length, name, how in _named(tuple(token.folded for token in run), film, films):
        yield Sighting(run[begin].start, run[begin + length - 1].end, name, how)


@lru_cache(maxsize=16384)
def _named(words: tuple[str, ...], film: Film, films: Filmography) -> tuple[tuple[int, int, str, How], ...]:
    """Gives where in a run which maker of a film is named, in how many words and how."""
    makers = _makers(film, films)
    called = _called(words, films)
    named: list[tuple[int, int, str, How]] = []
    begin = 0
    while begin < len(words):
        found = _in_full(called[begin], makers) or _in_part(words, begin, makers, film, films)
        if found is not None:
            length, names, how = found
            named += ((begin, length, name, how) for name in names)
        begin += found[0] if found else 1
    return tuple(named)


_Found = tuple[int, tuple[str, ...], How]
"""How many words a name takes, whose it is, and how it is given. It is one maker's, but for "the Coens"."""


def _in_full(called: Iterable[tuple[int, tuple[str, ...]]], makers: _Makers) -> _Found | None:
    """Finds whose full name begins at a word."""
    for length, names in called:
        for name in names:
            if name in makers.full:
                return length, (makers.full[name],), "full"
    return None


def _in_part(
    words: Sequence[str], begin: int, makers: _Makers, film: Film, films: Filmography
) -> _Found | None:
    """Finds whose name begins at a word, not given in full, or nearly."""
    ahead = _before(words, begin)
    for length in range(0 if ahead else min(3, len(words) - begin), 0, -1):
        last = words[begin + length - 1]
        if last not in makers.last or len(last) == 1 or last in _NO_SURNAMES:
            continue
        rest = [word for word in words[begin : begin + length - 1] if word not in PARTICLES]
        fitting = [name for name in makers.last[last] if fits(rest, set(name_key(name).split()))]
        given = not rest and (_is_first(words, begin, films) or last in BEFORE_NAMES)
        if fitting and not given:
            alone = foremost(fitting, film)
            return (length, (alone,), "surname" if not rest else "full") if alone else None
    if not ahead and len(several := _family(words[begin], makers, film)) > 1:
        return 1, several, "surname"
    near = near_maker(words, begin, film, films) if words[begin] not in BEFORE_NAMES else None
    if near is not None:
        return near[0], (near[1],), near[2]
    if begin == 0 and len(words) == 1 and len(words[0]) >= _MIN_FIRST:
        called = [name for first in whole_names(words[0]) for name in makers.first.get(first, ())]
        return (1, (called[0],), "first") if len(set(called)) == 1 else None
    return None


@lru_cache(maxsize=8192)
def _called(words: tuple[str, ...], films: Filmography) -> tuple[list[tuple[int, tuple[str, ...]]], ...]:
    """Gives for each word of a run the names that may begin there, the longest first.

    Each is how many words it takes, and what it may be: itself, or another name of somebody. "The Duke" is
    one; an article is no part of a run of names.
    """

    def named(begin: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        for length in range(min(4, len(words) - begin), 0, -1):
            name = " ".join(words[begin : begin + length])
            yield length, (name, *filter(None, (films.alias(name), films.alias(f"the {name}"))))

    return tuple(list(named(begin)) for begin in range(len(words)))


def _family(word: str, makers: _Makers, film: Film) -> tuple[str, ...]:
    """Gives the directors of one surname that a plural names: "the Coens"."""
    called = makers.last.get(word.removesuffix("s"), ()) if word.endswith("s") else ()
    return tuple(name for name in called if name in film.directors)


def fits(words: Sequence[str], name: set[str]) -> bool:
    """Tells whether all words are of a name, or cut short: "Chris" or "C." of Christopher Reeve."""
    return all(
        word in name
        or (len(word) <= _INITIAL and any(one.startswith(word) for one in name))
        or (word in SHORT and not name.isdisjoint(SHORT[word]))
        or any(word in SHORT.get(one, ()) for one in name)
        for word in words
    )


def _before(words: Sequence[str], begin: int) -> bool:
    """Tells whether a word before this one makes it another's surname: "Colin" before "Firth"."""
    return begin > 0 and words[begin - 1] not in BEFORE_NAMES and words[begin - 1] not in PARTICLES


def _is_first(words: Sequence[str], begin: int, films: Filmography) -> bool:
    """Tells whether a word is another's first name: "John" in "John Box" is not Karl John."""
    return (
        begin + 1 < len(words) and films.is_first_name(words[begin]) and words[begin + 1] not in BEFORE_NAMES
    )
