"""Films that may stand beside a film, as wrong answers do: of its time, and as well known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography

_BESIDE: Final = 12
_AKIN: Final = 8
_YEARS_AKIN: Final = 15
"""Years apart at which two films of the same players may be taken for one another's."""

_LEAST_KNOWN: Final = 2
_YEARS_AROUND: Final = 40
"""Years apart at which two films are no longer of one time."""


def around(film: Film, films: Filmography) -> Iterator[Film]:
    """Yields films as well known as a film, the nearest in time first, and of a year the nearest in fame.

    Each has one director, and none is a documentary or a series.
    """
    fame = films.fame(film)
    for apart in range(_YEARS_AROUND):
        numbers = _ranked(films, film.year, apart, film.known, fame)
        yield from (other for number in numbers if (other := films.numbered(number)) != film)


def beside(film: Film, films: Filmography) -> Iterator[Film]:
    """Yields the films that wrong answers are chosen from: those of the same leads, then those around it."""
    yield from akin(film, films)
    yield from islice(around(film, films), _BESIDE)


@lru_cache(maxsize=4096)
def akin(film: Film, films: Filmography) -> tuple[Film, ...]:
    """Gives well-known films of one director that a film's leads lead too.

    Who knows the players alone cannot tell them apart. Those come first whose director is as famous.
    """
    fame = films.fame_of(film.directors[0]) if film.directors else 0
    leading = _led(films)
    near = {
        number: abs(director_fame - fame)
        for lead in film.leads
        for number, year, director_fame in leading.get(lead, ())
        if abs(year - film.year) <= _YEARS_AKIN
    }
    ranked = (films.numbered(number) for number in sorted(near, key=lambda number: (near[number], number)))
    return tuple(islice((other for other in ranked if other != film), _AKIN))


@lru_cache(maxsize=8192)
def nearest(film: Film, films: Filmography) -> Film | None:
    """Gives the first of the films around a film."""
    return next(around(film, films), None)


@lru_cache(maxsize=4096)
def _ranked(films: Filmography, year: int, apart: int, known: int, fame: int) -> tuple[int, ...]:
    """Gives the films so many years from one, the nearest in fame first, then those of famous directors."""
    peers = [peer for one in {year - apart, year + apart} for peer in _peers(films).get((one, known), ())]
    peers.sort(key=lambda peer: (abs(peer[0] - fame), -peer[1], peer[2]))
    return tuple(number for *_, number in peers)


@lru_cache(maxsize=2)
def _led(films: Filmography) -> dict[str, list[tuple[int, int, int]]]:
    """Gives the well-known films of one director that somebody leads, by name.

    Each is its number, its year, and how widely its director is known.
    """
    led: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, year, known, _, director in films.of_one_director():
        for lead in films.numbered(number).leads if known >= _LEAST_KNOWN else ():
            led[lead].append((number, year, films.fame_of(director)))
    return dict(led)


@lru_cache(maxsize=2)
def _peers(films: Filmography) -> dict[tuple[int, int], list[tuple[int, int, int]]]:
    """Gives films by year and how well known: how widely each is reviewed, and its director; its number."""
    peers: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for number, year, known, fame, director in films.of_one_director():
        peers[year, known].append((fame, films.fame_of(director), number))
    return dict(peers)
