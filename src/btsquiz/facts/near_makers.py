"""Whom of a film's makers a name is nearly: misspelt, cut short, declined, or in another alphabet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.names import BEFORE_NAMES
from btsquiz.facts.runs import PARTICLES
from btsquiz.facts.short_names import SHORT
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

How = Literal["full", "surname", "first", "near", "part"]

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

_PREPOSITIONS: Final = frozenset("увскоаи")
_PARTICLES: Final = word_set("де ди да дю дель ла ле фон ван дер")
"""Words of a surname in Cyrillic that tell nobody apart."""


@lru_cache(maxsize=512)
def _alike(film: Film, films: Filmography) -> dict[str, list[str]]:
    """Gives the makers of a film by what a near miss of their names shares with them."""
    alike = defaultdict[str, list[str]](list)
    for name in film.hands:
        for key in _likes(name_key(name)):
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
    return {surname: alone for surname, names in called.items() if (alone := foremost(names, film))}


@lru_cache(maxsize=32768)
def _likes(name: str) -> tuple[str, ...]:
    """Gives what a near miss of a full name shares with it."""
    words = name.split()
    return (f"{words[0]} *", f"* {sound(words[-1])[:2]}", f"*{''.join(words)[:6]}") if len(words) > 1 else ()


def near_maker(
    words: Sequence[str], begin: int, film: Film, films: Filmography
) -> tuple[int, str, How] | None:
    """Finds the maker whose name the words are nearly."""
    for length in (3, 2):
        if begin + length > len(words):
            continue
        parts = tuple(words[begin : begin + length])
        name = " ".join(parts)
        if films.person(name):
            continue
        heard = _likes(" ".join(map(latin, parts)))
        alike = dict.fromkeys(other for key in heard for other in _alike(film, films).get(key, ()))
        near = [other for other in alike if any(is_near_name(one, other) for one in _in_full(parts))]
        near = near or [other for other in alike if is_rough_name(name, other)]
        if not near and is_cyrillic(name):
            near = [other for other in alike if _is_in_a_case(parts, name_key(other).split())]
        if len(near) == 1:
            return length, near[0], "near"
    return _near_surname(words, begin, film, films)


def _is_in_a_case(parts: Sequence[str], name: Sequence[str]) -> bool:
    """Tells whether a Russian name in any case sounds like somebody's: "Юрием Соломиным"."""
    heard, surname = latin(stems(parts[-1])), latin(name[-1])
    alike = surname == heard or (len(sound(surname)) >= _MIN_SOUND and sound(heard) == sound(surname))
    return len(name) == len(parts) and alike and name[0][0] in _INITIALS.get(parts[0][0], "")


def _in_full(parts: Sequence[str]) -> Iterator[str]:
    """Gives a name as it stands, and with what its first name is short for: "Bob Mitchem"."""
    for first in whole_names(parts[0]):
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
        for name in _alike(film, films).get(f"* {sound(word)[:2]}", ())
        if is_slip(plain, surname := name_key(name).split()[-1])
        or (plain != word and len(sound(surname)) >= _MIN_SOUND and sound(word).startswith(sound(surname)))
    }
    # "Г. Васильев" is the other one; a preposition with a capital is nobody's initial.
    initials = [_INITIALS.get(one, "") for one in words[begin:last] if one not in _PREPOSITIONS | _PARTICLES]
    if initials:
        near = {name for name in near if any(name_key(name).startswith(one) for one in initials[0])}
    # A slip in a surname alone is told apart from another's by little; another alphabet is no slip.
    how: How = "first" if plain == word else "near"
    name = foremost(near, film)
    return (last + 1 - begin, name, how) if name else None


def foremost(names: Collection[str], film: Film) -> str:
    """Gives the one director of these, the one lead or the one there is; empty where there are more."""
    ranks = ({name for name in names if name in rank} for rank in (film.directors, film.leads, names))
    first = next((rank for rank in ranks if rank), set[str]())
    return first.pop() if len(first) == 1 else ""


def whole_names(first: str) -> tuple[str, ...]:
    """Gives a first name and what it may be short for: "Monty"."""
    return first, *sorted(SHORT.get(first, ()))
