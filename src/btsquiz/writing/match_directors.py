"""Match: four films and the four people who directed them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.question import Match, Question
from btsquiz.writing.casts import in_company
from btsquiz.writing.draft import Subjects, draft, drawn, sources

FAMILY: Final = "match-directors"
FILMS: Final = 4
_WORDINGS: Final = (
    "Who directed which? Match each film to its director.",
    "Give each of these films back to its director.",
    "Four films, four directors: who made which?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each four films of four directors; no film stands in two."""
    by_slug = {film.slug: (fact, film) for fact, film in subjects if len(film.directors) == 1}
    left = dict.fromkeys(drawn(by_slug, FAMILY))
    while True:
        row: dict[str, Film] = {}
        for slug in left:
            film = by_slug[slug][1]
            row.setdefault(film.directors[0], film)
            if len(row) == FILMS:
                break
        else:
            return
        chosen = {film.slug for film in row.values()}
        for slug in chosen:
            del left[slug]
        fact, first = by_slug[min(chosen)]
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, first.slug)[0],
            Match(tuple((f"{film.title} ({film.year})", director) for director, film in row.items())),
            point=f"{first.slug}.match-directors",
            explain="; ".join(
                f"{director} made {film.title}{in_company(film, films)}" for director, film in row.items()
            )
            + ".",
            checked=sources(first),
            films=tuple(film.title for film in row.values()),
            difficulty=3 if min(film.known for film in row.values()) == 1 else 2,
        )
