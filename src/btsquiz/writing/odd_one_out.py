"""Odd one out: three films of one director, and one that is not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import beside
from btsquiz.question import Choice, Question
from btsquiz.writing.casts import are_unlike, called, in_cast, is_one_person
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import Subjects, draft, drawn, row_of, sources
from btsquiz.writing.same_director import others_of

FAMILY: Final = "odd-one-out"
_WORDINGS: Final = (
    "Three of these films share a director. Which is the odd one out?",
    "One director made three of these. Which film is somebody else’s?",
    "Three of these have the same director. Which one does not?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film whose one director made two others; no director is asked for twice."""
    asked: set[str] = set()
    for fact, film in subjects:
        director = film.directors[0]
        if len(film.directors) > 1 or director in asked or not is_one_person(director, films):
            continue
        row = others_of(film, director, films, is_easy=fact.kind != "film")
        near = beside(row[1], films) if row else ()
        odd = next((other for other in near if _is_odd(other, row)), None)
        if odd is None:
            continue
        asked.add(director)
        title, *titles = called((odd, *row), films)
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, film.slug)[0],
            Choice(title, tuple(titles)),
            point=f"{film.slug}.odd-one-out",
            explain=f"{row_of(titles)} are {director}’s; {title} is {odd.directors[0]}’s, from {odd.year}.",
            checked=sources(film),
            films=(odd.title, *(one.title for one in row)),
            difficulty=difficulty((*row, odd), (director,), films, more=1),
            hint=f"Three of them are {director}’s.",
            why={
                shown: f"{director} made it in {one.year}, like two others here."
                for shown, one in zip(titles, row, strict=True)
            },
        )


def _is_odd(other: Film, row: tuple[Film, ...]) -> bool:
    """Tells whether a film shares nobody with any two of a row, so that no other three belong together."""
    casts = [in_cast(one) for one in row]
    return are_unlike((*row, other)) and not any(
        in_cast(other) & one & two for one, two in combinations(casts, 2)
    )
