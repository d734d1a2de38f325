"""Closest: the year a film came out, a year or so either way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from btsquiz.facts.filmography import Filmography
from btsquiz.question import Number, Question
from btsquiz.text import fold
from btsquiz.writing.casts import in_time, led_by
from btsquiz.writing.draft import Subjects, draft, drawn, sources

FAMILY: Final = "closest"
WITHIN_YEARS: Final = 2
_WORDINGS: Final = (
    "{director}’s {title}{leads}: in which year did it come out?",
    "{director} directed {title}{leads}. In which year did it reach cinemas?",
    "Which year gave us {director}’s {title}{leads}?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film of one director whose title does not itself say a year."""
    for fact, film in subjects:
        says_a_year = any(word.isdigit() and len(word) == 4 for word in fold(film.title).split())
        if len(film.directors) != 1 or says_a_year:
            continue
        spread = max(film.years) - min(film.years)
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, film.slug)[0].format(
                title=film.title, director=film.directors[0], leads=led_by(film, films, film.directors[0])
            ),
            Number(Decimal(film.year), Decimal(WITHIN_YEARS + spread)),
            point=f"{film.slug}.year",
            explain=f"{film.title}: {' or '.join(map(str, film.years))}{in_time(film, films)}.",
            checked=sources(film),
            films=(film.title,),
            difficulty=2 if film.known > 1 else 3,
            hint=f"It was in the {film.year // 10 * 10}s.",
        )
