"""Films that may stand beside a film, as wrong answers do: of its time, and as well known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography

_YEARS_AROUND: Final = 40
"""Years apart at which two films are no longer of one time."""


def around(film: Film, films: Filmography) -> Iterator[Film]:
    """Yields films as well known as a film, the nearest in time first, and of a year the nearest in fame.

    Each has one director, and none is a documentary or a series.
    """
    fame = films.fame(film)
    for apart in range(_YEARS_AROUND):
        peers = [
            peer
            for year in {film.year - apart, film.year + apart}
            for peer in _peers(films).get((year, film.known), ())
        ]
        # Of films as well known, those of the best known directors.
        peers.sort(key=lambda peer: (abs(peer[0] - fame), -peer[1], peer[2]))
        yield from (other for *_, number in peers if (other := films.numbered(number)) != film)


@lru_cache(maxsize=2)
def _peers(films: Filmography) -> dict[tuple[int, int], list[tuple[int, int, int]]]:
    """Gives films by year and how well known: how widely each is reviewed, and its director; its number."""
    peers: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for number, year, known, fame, director in films.of_one_director():
        peers[year, known].append((fame, films.fame_of(director), number))
    return dict(peers)
