"""Abroad: which film went by these titles in other countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from btsquiz.facts.fact import AbroadTitle, Fact
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.question import Choice, Question, Standing, Typed
from btsquiz.text import fold
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import TITLES_TAG, draft, drawn, film_of, listed, nearest_of
from btsquiz.writing.hints import when_and_whose

FAMILY: Final = "abroad"
TYPED: Final = "abroad-typed"
_MOST_TITLES: Final = 3
_WRONG: Final = 3
_WORDINGS: Final = (
    "Which film’s title meant {titles}?",
    "Which film was shown under a title that means {titles}?",
    "{rows} Which film is called that there?",
)
_TYPED_WORDINGS: Final = (
    "In {country} they know it as “{title}”{says}. Which film by {director}, from {year}, is it?",
    "“{title}”{says}, says the poster in {country}. Which film by {director}, from {year}, is playing?",
)


def write(facts: Sequence[Fact], films: Filmography) -> Iterator[Question]:
    """Yields a question for each checked fact with titles abroad: what they say, and the films to pick from.

    Where a title abroad is written as English is, another asks for the film of it, to be typed.
    """
    titled = {fact.id: fact for fact in facts if fact.abroad and fact.standing is Standing.CHECKED}
    for fact in titled.values():
        film = film_of(fact, films)
        if film is None:
            continue
        others = nearest_of(fact, [one for one in titled.values() if one.film != fact.film], films)
        # What an option is called there must not be what the stem says.
        said = {title.says.casefold() for title in fact.abroad}
        fitting = [one for one in others if said.isdisjoint(title.says.casefold() for title in one.abroad)]
        wrong = fitting[:_WRONG]
        if len(wrong) < _WRONG:
            continue
        why = {one.film: f"{_told(one.abroad[0])}." for one in wrong}
        said_in = _countries(fact.abroad[:_MOST_TITLES])
        titles = listed(f"“{says}” in {countries}" for says, countries in said_in.items())
        rows = " ".join(f"{countries}: “{says}”." for says, countries in said_in.items())
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, fact.id)[0].format(titles=titles, rows=rows),
            Choice(fact.film, tuple(one.film for one in wrong)),
            point=f"{fact.id}.abroad",
            explain=f"{fact.statement} {'. '.join(map(_told, fact.abroad))}.",
            films=(fact.film,),
            difficulty=difficulty((film,), (), films),
            why=why,
            hint=when_and_whose(film),
            tags=(TITLES_TAG,),
        )
        typed = next((one for one in reversed(fact.abroad) if _is_latin(one.title)), None)
        if typed:
            yield draft(
                fact,
                TYPED,
                drawn(_TYPED_WORDINGS, TYPED, fact.id)[0].format(
                    country=typed.country,
                    title=typed.title,
                    says=_meaning(typed, film),
                    director=listed(film.directors),
                    year=film.year,
                ),
                Typed((fact.film, *_for_short(film, films)), tuple(one.film for one in wrong)),
                point=f"{fact.id}.abroad",
                explain=f"It says “{typed.says}”. {fact.statement}",
                films=(fact.film,),
                difficulty=difficulty((film,), (), films, more=1),
                why=why,
                hint=f"{film.leads[0]} is in it." if film.leads else "",
                tags=(TITLES_TAG,),
            )


def _countries(titles: Sequence[AbroadTitle]) -> dict[str, str]:
    """Gives what titles say, each with the countries where they do."""
    said = dict.fromkeys(title.says for title in titles)
    return {says: listed(title.country for title in titles if title.says == says) for says in said}


def _for_short(film: Film, films: Filmography) -> Iterator[str]:
    """Gives what stands before a title's colon, where no older film is called so."""
    short, colon, _ = film.title.partition(": ")
    others = (other for other in (*films.titled(short), *films.partly_titled(short)) if other != film)
    if colon and all(other.year > film.year for other in others):
        yield short


def _told(title: AbroadTitle) -> str:
    said = "" if title.says == title.title else f" ({title.says})"
    return f"In {title.country} it was “{title.title}”{said}"


def _meaning(title: AbroadTitle, film: Film) -> str:
    """Says what a title abroad means, unless it is in English or that would be the film's own title."""
    said, own = fold(title.says), fold(film.title)
    is_told = said in fold(title.title) or said in own or own in said
    return "" if is_told else f" (“{title.says}”)"


def _is_latin(title: str) -> bool:
    return all(ord(char) < 0x250 or not char.isalpha() for char in title)
