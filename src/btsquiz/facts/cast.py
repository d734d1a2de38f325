"""Whom of those who had a hand in a film a text names: in full, by surname or first name, or nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.names import BEFORE_NAMES, SHORT, SUFFIXES
from btsquiz.facts.runs import PARTICLES, Token, runs
from btsquiz.facts.spelling import (
    is_cyrillic,
    is_near_name,
    is_rough_name,
    is_slip,
    latin,
    name_key,
    sound,
    stems,
    word_set,
)
from btsquiz.text import fold

How = Literal["full", "surname", "first", "near", "part"]

_MIN_FIRST: Final = 4
"""Letters of a first name that may stand for somebody."""


_MIN_NEAR: Final = 7
"""Letters of a surname alone that may have a slip in it: fewer are another word."""


_MIN_SOUND: Final = 3
"""Sounds of a surname with which one in another alphabet may begin: fewer begin many words."""

_LETTERS: Final = (
    "а=a б=b в=vw г=gh д=d е=ey ё=ey ж=jzg з=z и=iy й=yij к=kcq л=l м=m н=n о=o п=p р=r с=sc т=t у=uw ф=fp"
    " х=hkj ц=tcz ч=c ш=s щ=s э=e ю=yiju я=yij"
)
_INITIALS: Final = dict(pair.split("=") for pair in _LETTERS.split())
"""First letters in Latin of names that begin with a Cyrillic one."""

_NO_SURNAMES: Final = word_set("no so yes")
"""Surnames that are far more often what a sentence begins with."""

_PREPOSITIONS: Final = frozenset("увскоаи")
_PARTICLES: Final = word_set("де ди да дю дель ла ле фон ван дер")
"""Words of a surname in Cyrillic that tell nobody apart."""


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
    """

    full: dict[str, str]
    last: dict[str, list[str]]
    first: dict[str, list[str]]


@lru_cache(maxsize=1024)
def _makers(film: Film) -> _Makers:
    keys = list(map(name_key, film.hands))
    full = dict(zip(reversed(keys), reversed(film.hands), strict=True))
    last, first = (defaultdict[str, list[str]](list) for _ in range(2))
    front = {*film.directors, *film.leads}
    for key, name in zip(keys, film.hands, strict=True):
        words = key.split()
        # "Gael García" is Gael García Bernal.
        if len(words) == 3 and len(words[1]) > 2 and words[1] not in PARTICLES and words[2] not in SUFFIXES:
            full.setdefault(f"{words[0]} {words[1]}", name)
        words = [word for word in words if word not in SUFFIXES] or [key]
        last[words[-1]].append(name)
        if len(words) > 1 and name in front:
            first[words[0]].append(name)
    return _Makers(full, last, first)


@lru_cache(maxsize=512)
def _alike(film: Film) -> dict[str, list[str]]:
    """Gives the makers of a film by what a near miss of their names shares with them."""
    alike = defaultdict[str, list[str]](list)
    for name in film.hands:
        words = name_key(name).split()
        for key in _likes(words) if len(words) > 1 else ():
            alike[key].append(name)
    return alike


@lru_cache(maxsize=512)
def _surnames_abroad(film: Film, films: Filmography) -> dict[str, str]:
    """Gives the makers of a film by what stays in any case of their surnames in another alphabet."""
    called = defaultdict[str, list[str]](list)
    for name in film.hands:
        for other in films.other_names(name):
            if is_cyrillic(other) and " " in other:
                called[stems(other.split()[-1])].append(name)
    return {surname: alone for surname, names in called.items() if (alone := _foremost(names, film))}


def _likes(words: Sequence[str]) -> tuple[str, str, str]:
    """Gives what a near miss of a full name shares with it."""
    return f"{words[0]} *", f"* {sound(words[-1])[:2]}", f"*{''.join(words)[:6]}"


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
    return tuple(found)


def _in_run(run: Sequence[Token], film: Film, films: Filmography) -> Iterator[Sighting]:
    makers = _makers(film)
    words = [fold(token.text) for token in run]
    begin = 0
    while begin < len(run):
        found = _at(words, begin, makers, film, films)
        if found is None:
            begin += 1
            continue
        length, names, how = found
        for name in names:
            yield Sighting(run[begin].start, run[begin + length - 1].end, name, how)
        begin += length


def _at(
    words: Sequence[str], begin: int, makers: _Makers, film: Film, films: Filmography
) -> tuple[int, tuple[str, ...], How] | None:
    """Finds whose name begins at a word: how many words it takes, whose it is, and how it is given.

    It is one maker's, but for "the Coens".
    """
    for length in range(min(4, len(words) - begin), 0, -1):
        name = " ".join(words[begin : begin + length])
        # "The Duke" is one; an article is no part of a run of names.
        usual = next(filter(None, (makers.full.get(one) for one in _called(name, films))), None)
        if usual:
            return length, (usual,), "full"
    ahead = _before(words, begin)
    for length in range(min(3, len(words) - begin), 0, -1):
        last = words[begin + length - 1]
        rest = [word for word in words[begin : begin + length - 1] if word not in PARTICLES]
        fitting = [name for name in makers.last.get(last, ()) if fits(rest, set(name_key(name).split()))]
        given = not rest and (_is_first(words, begin, films) or last in BEFORE_NAMES)
        if not ahead and not given and fitting and len(last) > 1 and last not in _NO_SURNAMES:
            alone = _foremost(fitting, film)
            return (length, (alone,), "surname" if not rest else "full") if alone else None
    if not ahead and len(several := _family(words[begin], makers, film)) > 1:
        return 1, several, "surname"
    near = _near(words, begin, film, films) if words[begin] not in BEFORE_NAMES else None
    if near is not None:
        return near[0], (near[1],), near[2]
    if begin == 0 and len(words) == 1 and len(words[0]) >= _MIN_FIRST:
        called = [name for first in _whole(words[0]) for name in makers.first.get(first, ())]
        return (1, (called[0],), "first") if len(set(called)) == 1 else None
    return None


def _foremost(names: Collection[str], film: Film) -> str:
    """Gives the one director of these, the one lead or the one there is; empty where there are more."""
    ranks = ({name for name in names if name in rank} for rank in (film.directors, film.leads, names))
    first = next((rank for rank in ranks if rank), set[str]())
    return first.pop() if len(first) == 1 else ""


def _called(name: str, films: Filmography) -> Iterator[str]:
    """Gives a name and what it may be another name of."""
    yield name
    yield films.alias(name)
    yield films.alias(f"the {name}")


def _whole(first: str) -> tuple[str, ...]:
    """Gives a first name and what it may be short for: "Monty"."""
    return first, *sorted(SHORT.get(first, ()))


def _family(word: str, makers: _Makers, film: Film) -> tuple[str, ...]:
    """Gives the directors of one surname that a plural names: "the Coens"."""
    called = makers.last.get(word.removesuffix("s"), ()) if word.endswith("s") else ()
    return tuple(name for name in called if name in film.directors)


def fits(words: Sequence[str], name: set[str]) -> bool:
    """Tells whether all words are of a name, or cut short: "Chris" or "C." of Christopher Reeve."""
    return all(
        word in name
        or (len(word) == 1 and any(one.startswith(word) for one in name))
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


def _near(words: Sequence[str], begin: int, film: Film, films: Filmography) -> tuple[int, str, How] | None:
    """Finds the maker whose name the words are nearly."""
    for length in (3, 2):
        if begin + length > len(words):
            continue
        parts = words[begin : begin + length]
        name = " ".join(parts)
        if films.person(name):
            continue
        plain = [latin(part) for part in parts]
        alike = dict.fromkeys(other for key in _likes(plain) for other in _alike(film).get(key, ()))
        near = [other for other in alike if any(is_near_name(one, other) for one in _in_full(parts))]
        near = near or [other for other in alike if is_rough_name(name, other)]
        if len(near) == 1:
            return length, near[0], "near"
    return _near_surname(words, begin, film, films)


def _in_full(parts: Sequence[str]) -> Iterator[str]:
    """Gives a name as it stands, and with what its first name is short for: "Bob Mitchem"."""
    for first in _whole(parts[0]):
        yield " ".join((first, *parts[1:]))


def _near_surname(
    words: Sequence[str], begin: int, film: Film, films: Filmography
) -> tuple[int, str, How] | None:
    """Finds a surname alone with a slip, or in another alphabet, there with initials before it or without."""
    last = begin
    while last < len(words) - 1 and (
        words[last] in _PARTICLES or (len(words[last]) == 1 and is_cyrillic(words[last]))
    ):
        last += 1
    word = words[last]
    alone = last == len(words) - 1 and (begin == 0 or words[begin - 1] in BEFORE_NAMES | PARTICLES)
    plain = latin(word)
    if alone and plain != word and (abroad := _surnames_abroad(film, films).get(stems(word))):
        return last + 1 - begin, abroad, "near"
    if not alone or len(word) < (4 if plain != word else _MIN_NEAR):
        return None
    near = {
        name
        for name in _alike(film).get(f"* {sound(word)[:2]}", ())
        if is_slip(plain, surname := name_key(name).split()[-1])
        or (plain != word and len(sound(surname)) >= _MIN_SOUND and sound(word).startswith(sound(surname)))
    }
    # "Г. Васильев" is the other one; a preposition with a capital is nobody's initial.
    initials = [_INITIALS.get(one, "") for one in words[begin:last] if one not in _PREPOSITIONS | _PARTICLES]
    if initials:
        near = {name for name in near if any(name_key(name).startswith(one) for one in initials[0])}
    # A slip in a surname alone is told apart from another's by little; another alphabet is no slip.
    how: How = "first" if plain == word else "near"
    name = _foremost(near, film) if plain != word or len(near) == 1 else ""
    return (last + 1 - begin, name, how) if name else None
