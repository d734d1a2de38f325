"""Whether people named beside a film can be of its time: by the years of their own films."""

from __future__ import annotations

from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names

_LEAST_FILMS: Final = 3
"""Films from which somebody's years tell anything."""

_BEFORE_FIRST: Final = 4
_AFTER_LAST: Final = 10
"""Years before somebody's first film and after the last in which we may lack another."""

_TABLE: Final = (1942, 2012)
"""Years outside which our films are few: whose first or last is there may have made others."""


def is_out_of_time(text: str, film: Film, linker: Linker) -> bool:
    """Tells whether a text names somebody in full who made films long before or after this one alone."""
    names = {name.text for name in find_names(text, linker) if linker.is_person(name.text)}
    return any(_apart(film, linker.films.years_of(name)) for name in names)


def _apart(film: Film, years: tuple[int, ...]) -> bool:
    if len(years) < _LEAST_FILMS:
        return False
    first, last = years[0], years[-1]
    return (first > _TABLE[0] and film.year < first - _BEFORE_FIRST) or (
        last < _TABLE[1] and film.year > last + _AFTER_LAST
    )
