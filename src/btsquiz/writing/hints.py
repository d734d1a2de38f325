"""Hints: a nudge that narrows an answer down and does not say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.spelling import name_key
from btsquiz.writing.casts import is_named_in, parts_of
from btsquiz.writing.draft import listed

_LEAST_KNOWN: Final = 2


def when_and_whose(film: Film) -> str:
    """Says whose a film is, and of which decade."""
    return f"It is {listed(film.directors)}’s, from the {film.year // 10 * 10}s."


def also_directed(name: str, shown: Collection[Film], films: Filmography) -> str:
    """Names another film of somebody who alone directed each; nothing where there is no well-known one."""
    key = [name_key(name)]
    made = (one for one in films.films_of(name) if [name_key(each) for each in one.directors] == key)
    return _best("Also directed", name, made, shown, films)


def also_in(name: str, shown: Collection[Film], films: Filmography) -> str:
    """Names another film somebody is a lead of; nothing where there is no well-known one."""
    return _best("Also in", name, parts_of(name, films), shown, films)


def _best(how: str, name: str, made: Iterable[Film], shown: Collection[Film], films: Filmography) -> str:
    others = [
        film
        for film in made
        if film not in shown and film.form == "film" and film.known >= _LEAST_KNOWN
        if not is_named_in(name, film)
    ]
    if not others:
        return ""
    best = max(others, key=lambda film: (film.known, films.fame(film), film.slug))
    return f"{how} {best.title} ({best.year})."
