"""How a film stands in a row of the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from btsquiz.facts.film import Film

FILMS: Final = (
    "select title, years, directors, leads, others, aka, rendered, crew, known, looked_up, form, parts, fame"
    " from film"
)
"""Asks for rows that `film_of` reads; lists in a row have a line for each."""


def film_of(row: Sequence[Any]) -> tuple[Film, int]:
    """Gives the film of a row, and how widely it is reviewed."""
    title, years, *lists, known, looked_up, form, parts, fame = row
    directors, leads, others, aka, rendered, crew = (
        tuple(names.split("\n")) if names else () for names in lists
    )
    played = (line.partition("\t") for line in parts.split("\n") if line)
    film = Film(
        title=title,
        years=tuple(map(int, years.split())),
        directors=directors,
        leads=leads,
        others=others,
        aka=aka,
        rendered=rendered,
        crew=crew,
        known=known,
        looked_up=looked_up,
        form=form,
        parts=tuple((part, player) for part, _, player in played),
    )
    return film, fame
