"""Lays what people have looked up about films over what a table records of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.reviewed import Reviewed
from btsquiz.facts.spelling import name_key
from btsquiz.facts.titles import title_key
from btsquiz.text import fold

WIDELY: Final = 120
"""Reviews from which a film counts as known to everybody."""

WELL: Final = 40
"""Reviews from which a film counts as known to film lovers."""


@dataclass(frozen=True, slots=True)
class Row:
    """A film with how widely it is reviewed, and whether people have looked it up."""

    film: Film
    fame: int
    reviewed: bool


def rows_of(reviewed: Reviewed, recorded: Iterable[tuple[Film, int]] = ()) -> list[Row]:
    """Lays what people have looked up over what is recorded.

    A film is in both where a title and a year are the same, or a title and a director and the years next to
    each other. Other titles and parts of a film that is in neither are left out.

    Args:
        reviewed: What has been looked up.
        recorded: Films with how widely each is reviewed.

    Returns:
        All films in the order of title and year; of a film that is in both, the reviewed one, with the
        recorded rest of its cast.
    """
    known: dict[str, list[tuple[Film, int]]] = defaultdict(list)
    for film, fame in recorded:
        known[title_key(film.title)].append((film, fame))
    rows = [
        _laid_over(film, _take(film, known) if film.form != "series" else None) for film in reviewed.films
    ]
    rows += [Row(film, fame, reviewed=False) for films in known.values() for film, fame in films]
    places = places_of(rows)
    for titles in reviewed.titles:
        place = places.get((title_key(titles.title), titles.year))
        if place is not None:
            film = rows[place].film
            aka = tuple(dict.fromkeys((*film.aka, *titles.aka)))
            rows[place] = replace(rows[place], film=replace(film, aka=aka))
    places = places_of(rows)
    for rendered in reviewed.rendered:
        place = places.get((title_key(rendered.title), rendered.year))
        if place is not None:
            rows[place] = replace(rows[place], film=replace(rows[place].film, rendered=rendered.says))
    for parts in reviewed.parts:
        place = places.get((title_key(parts.title), parts.year))
        if place is not None:
            rows[place] = replace(rows[place], film=_with_parts(rows[place].film, parts.played))
    for told in reviewed.cues:
        place = places.get((title_key(told.title), told.year))
        if place is not None:
            film = rows[place].film
            aka = tuple(dict.fromkeys((*film.aka, *told.aka)))
            says = tuple(dict.fromkeys((*film.rendered, *told.says)))
            rows[place] = replace(
                rows[place], film=replace(film, cues=told.cues, crew=told.crew, aka=aka, rendered=says)
            )
    for absent in reviewed.absent:
        place = places.get((title_key(absent.title), absent.year))
        if place is not None:
            rows[place] = replace(rows[place], film=_without(rows[place].film, absent.names))
    usual = {name_key(other): one.name for one in reviewed.people for other in one.aka}
    rows = [replace(row, film=_usually_named(row.film, usual)) for row in rows]
    return sorted(rows, key=lambda row: (fold(row.film.title), row.film.years, row.film.directors))


def places_of(rows: Iterable[Row]) -> dict[tuple[str, int], int]:
    """Gives where the first film of each title and year is."""
    places: dict[tuple[str, int], int] = {}
    for place, row in enumerate(rows):
        for title, year in product((row.film.title, *row.film.aka), row.film.years):
            places.setdefault((title_key(title), year), place)
    return places


def _take(film: Film, known: dict[str, list[tuple[Film, int]]]) -> tuple[Film, int] | None:
    """Takes what is recorded of a film out of what is known: of several the one by its directors."""
    directors = set(map(name_key, film.directors))
    for title in map(title_key, (film.title, *film.aka)):
        found: list[tuple[bool, bool, int]] = []
        for place, (other, _) in enumerate(known.get(title, ())):
            theirs = not other.directors or not directors.isdisjoint(map(name_key, other.directors))
            apart = min(abs(one - another) for one, another in product(film.years, other.years))
            if apart == 0 or (apart == 1 and theirs):
                found.append((not theirs, apart > 0, place))
        if found:
            return known[title].pop(min(found)[-1])
    return None


def _laid_over(film: Film, recorded: tuple[Film, int] | None) -> Row:
    if recorded is None:
        return Row(film, (0, WELL // 2, WELL, WIDELY)[film.known], reviewed=film.known > 0)
    other, fame = recorded
    here = set(map(name_key, film.makers))
    rest = tuple(name for name in other.makers if name_key(name) not in here)
    aka = film.aka if title_key(other.title) == title_key(film.title) else (*film.aka, other.title)
    laid = replace(
        film,
        aka=tuple(dict.fromkeys(aka)),
        others=film.others + rest,
        form=other.form if film.form == "film" else film.form,
    )
    return Row(laid, fame, reviewed=True)


def _with_parts(film: Film, played: tuple[tuple[str, str], ...]) -> Film:
    """Adds parts to a film, and their players to its cast."""
    here = set(map(name_key, film.makers))
    players = {name_key(player): player for _, player in played if name_key(player) not in here}
    return replace(film, parts=played, others=(*film.others, *players.values()))


def _without(film: Film, names: Iterable[str]) -> Film:
    """Takes people out of a film's cast."""
    gone = set(map(name_key, names))
    leads, others = (
        tuple(name for name in some if name_key(name) not in gone) for some in (film.leads, film.others)
    )
    return replace(film, leads=leads, others=others)


def _usually_named(film: Film, usual: Mapping[str, str]) -> Film:
    """Names directors and players as they are usually named, so that nobody stands beside themselves."""
    directors, leads, others = (
        tuple(dict.fromkeys(usual.get(name_key(name), name) for name in names))
        for names in (film.directors, film.leads, film.others)
    )
    parts = tuple((part, usual.get(name_key(player), player)) for part, player in film.parts)
    return replace(film, directors=directors, leads=leads, others=others, parts=parts)
