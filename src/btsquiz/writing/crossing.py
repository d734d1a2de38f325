"""Crossing: which of these films has both of two players, where they met only once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, zip_longest
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.spelling import name_key
from btsquiz.question import Choice, Question
from btsquiz.writing.casts import are_unlike, called, has_full_cast, in_cast, is_star, parts_of
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import Subjects, draft, drawn, listed, sources
from btsquiz.writing.hints import when_and_whose

FAMILY: Final = "crossing"
_WRONG: Final = 3
_YEARS_APART: Final = 15
"""Years from the film within which a wrong answer came out."""
_WORDINGS: Final = (
    "Which of these films has both {one} and {two}?",
    "{one} and {two} are both in the cast of one of these. Which film?",
    "One of these brought {one} and {two} together. Which film?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film with two leads, named by its fact, who met on no other film known."""
    for fact, film in subjects:
        if not has_full_cast(film) or any(family == FAMILY for family, _ in fact.asks):
            continue
        told = set(map(name_key, (person.name for person in fact.people)))
        leads = [name for name in film.leads if name_key(name) in told and is_star(name, films)]
        for one, two in combinations(drawn(leads, FAMILY, film.slug), 2):
            wrong = _wrong(film, one, two, films)
            if len(wrong) < _WRONG:
                continue
            title, *titles = called((film, *(other for other, _, _ in wrong)), films)
            yield draft(
                fact,
                FAMILY,
                drawn(_WORDINGS, FAMILY, film.slug)[0].format(one=one, two=two),
                Choice(title, tuple(titles)),
                point=f"{film.slug}.crossing",
                explain=f"{film.title} is {listed(film.directors)}’s, from {film.year}, "
                "and the one film btsquiz knows with both.",
                checked=sources(film),
                films=(film.title,),
                difficulty=difficulty((film,), (one, two), films),
                hint=when_and_whose(film),
                why={
                    shown: f"From {other.year}: with {here}, without {missing}."
                    for shown, (other, here, missing) in zip(titles, wrong, strict=True)
                },
            )
            break


def _wrong(film: Film, one: str, two: str, films: Filmography) -> list[tuple[Film, str, str]]:
    """Gives three films, each with who of the two is in it and who is not; none where they met again."""
    met = [other for other in films.films_of(one) if name_key(two) in in_cast(other)]
    if met != [film]:
        return []
    sides = [_without(film, here, missing, films) for here, missing in ((one, two), (two, one))]
    if not all(sides):
        return []
    chosen: list[tuple[Film, str, str]] = []
    for other in (each for pair in zip_longest(*sides) for each in pair if each):
        if are_unlike((film, other[0], *(before for before, _, _ in chosen))):
            chosen.append(other)
    return chosen[:_WRONG]


def _without(film: Film, here: str, missing: str, films: Filmography) -> list[tuple[Film, str, str]]:
    near = [other for other in parts_of(here, films) if abs(other.year - film.year) <= _YEARS_APART]
    near.sort(key=lambda other: (abs(other.known - film.known), abs(other.year - film.year), other.slug))
    return [(other, here, missing) for other in near]
