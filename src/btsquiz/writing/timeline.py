"""Timeline: four films to put in the order they came out, at least three years apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.question import Order, Question
from btsquiz.writing.draft import Subjects, draft, drawn, listed, sources

FAMILY: Final = "timeline"
FILMS: Final = 4
_WORDINGS: Final = (
    "Put these films in the order they came out, the oldest first.",
    "In which order did these films come out? The oldest goes first.",
    "Four films, out of order. Sort them by release, from the earliest to the latest.",
)
GAP_YEARS: Final = 3
SPAN_YEARS: Final = 45
"""Years within which a row came out: over a century there is nothing to guess."""
_MOST_DIRECTORS: Final = 3
"""Directors that still fit on a line beside their film."""


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each four films that can be told apart; no film stands in two."""
    by_slug = {film.slug: (fact, film) for fact, film in subjects if len(film.directors) <= _MOST_DIRECTORS}
    left = dict.fromkeys(drawn(by_slug, FAMILY))
    while True:
        row: list[Film] = []
        for slug in left:
            film = by_slug[slug][1]
            if all(_apart(film, other) and abs(film.year - other.year) <= SPAN_YEARS for other in row):
                row.append(film)
            if len(row) == FILMS:
                break
        else:
            return
        chosen = {film.slug for film in row}
        for slug in chosen:
            del left[slug]
        row.sort(key=lambda film: film.year)
        fact, latest = by_slug[row[-1].slug]
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, latest.slug)[0],
            Order(tuple(f"{film.title} ({listed(film.directors)})" for film in row)),
            point=f"{latest.slug}.timeline",
            checked=sources(latest),
            explain=", ".join(f"{film.title} ({film.year})" for film in row) + ".",
            films=tuple(film.title for film in row),
            difficulty=3 if any(two.year - one.year < 6 for one, two in pairwise(row)) else 2,
        )


def _apart(one: Film, two: Film) -> bool:
    return min(abs(a - b) for a in one.years for b in two.years) >= GAP_YEARS
