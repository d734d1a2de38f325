"""Same director: three films, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import beside
from btsquiz.facts.spelling import name_key
from btsquiz.question import Choice, Question
from btsquiz.writing.casts import are_unlike, called, in_cast, is_named_in, is_one_person
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import Subjects, draft, drawn, listed, row_of, sources
from btsquiz.writing.hints import also_directed

FAMILY: Final = "same-director"
_TRIES: Final = 40
_WRONG: Final = 3
WIDELY_KNOWN: Final = 3
"""How well a film is known that everybody knows."""
_LEAST_KNOWN: Final = 2
_WORDINGS: Final = (
    "{films}: one director made all three. Who?",
    "Who sat in the director’s chair for {films}?",
    "Who directed all three of {films}?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film whose one director made two others; no director is asked for twice."""
    asked: set[str] = set()
    for fact, film in subjects:
        director = film.directors[0]
        if len(film.directors) > 1 or name_key(director) in asked or not is_one_person(director, films):
            continue
        row = others_of(film, director, films, is_easy=fact.kind != "film")
        wrong = _wrong(row, films) if row else []
        if len(wrong) < _WRONG:
            continue
        asked.add(name_key(director))
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, film.slug)[0].format(films=row_of(called(row, films))),
            Choice(director, tuple(other.directors[0] for other in wrong)),
            point=f"{film.slug}.same-director",
            explain=f"{director} made {listed(f'{one.title} ({one.year})' for one in row)}.",
            checked=sources(film),
            films=tuple(one.title for one in row),
            difficulty=difficulty(row, (director,), films),
            hint=also_directed(director, (*row, *wrong), films),
            why={other.directors[0]: f"Directed {other.title} ({other.year})." for other in wrong},
        )


def others_of(film: Film, director: str, films: Filmography, *, is_easy: bool) -> tuple[Film, ...]:
    """Gives a film and two others of its one director by their years; nothing where there are none.

    Unless it may be easy, everybody knows two of the three at most.
    """
    key = name_key(director)
    others = {
        other.slug: other
        for other in films.films_of(director)
        if other.form == "film" and other.known >= _LEAST_KNOWN and other != film and other.leads
        if [key] == [name_key(name) for name in other.directors]
    }
    for one, two in islice(combinations(drawn(others, FAMILY, film.slug), 2), _TRIES):
        row = (film, others[one], others[two])
        is_riddle = is_easy or any(one.known < WIDELY_KNOWN for one in row)
        if is_riddle and are_unlike(row) and not any(is_named_in(director, one) for one in row):
            return tuple(sorted(row, key=lambda each: each.year))
    return ()


def _wrong(row: tuple[Film, ...], films: Filmography) -> list[Film]:
    """Gives films of the middle one's time, one for each of three directors who had no hand in any."""
    hands = frozenset().union(*map(in_cast, row))
    near: dict[str, Film] = {}
    for other in beside(row[1], films):
        if name_key(other.directors[0]) not in hands:
            near.setdefault(name_key(other.directors[0]), other)
    fame = films.fame_of(row[1].directors[0])
    return sorted(near.values(), key=lambda other: abs(films.fame_of(other.directors[0]) - fame))[:_WRONG]
