"""How hard a question is, 1 to 3: by how well known its films and people are, and what one has to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography

_STAR: Final = 8000
"""Reviews of all somebody's films, together, from which everybody knows them."""

_UNKNOWN: Final = 1500


def difficulty(
    films_asked: Iterable[Film], people: Iterable[str], films: Filmography, *, more: int = 0
) -> int:
    """Rates a question.

    Args:
        films_asked: The films one has to know; the least known counts.
        people: The people one has to know; the least known counts.
        films: The films known.
        more: What the kind of question adds: several to find is harder than one to pick.

    Returns:
        1 for what most who like films know, to 3.
    """
    known = min(film.known for film in films_asked)
    fame = min(map(films.fame_of, people), default=_UNKNOWN)
    rated = 4 - known + more + (fame < _UNKNOWN) - (fame >= _STAR)
    return max(1, min(3, rated))
