"""What in a text speaks against a film: others whom we know, a director of others, another year."""

from __future__ import annotations

from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.years import YEAR_IN_BRACKETS

SHOT_BEFORE: Final = 3
"""Years from a photograph to the film's release."""


def names_strangers(text: str, linker: Linker, fame: int = 0) -> bool:
    """Tells whether a text names people we know, whose films are at least so well known."""
    names = find_names(text, linker, linker.is_famous) if fame else find_names(text, linker)
    people = (linker.famous(name.text) or name.text for name in names)
    return any(linker.is_person(person) and linker.films.fame_of(person) >= fame for person in people)


def names_director(text: str, linker: Linker) -> bool:
    """Tells whether a text names a director we know, in full."""
    return any(linker.trade(name.text, None) == "director" for name in find_names(text, linker))


def is_dated_otherwise(text: str, film: Film) -> bool:
    """Tells whether the one year that a text has in brackets is not a film's, nor its shooting's."""
    years = [int(match[1]) for match in YEAR_IN_BRACKETS.finditer(text)]
    return len(years) == 1 and not any(film.may_be_of(years[0] + later) for later in range(SHOT_BEFORE + 1))
