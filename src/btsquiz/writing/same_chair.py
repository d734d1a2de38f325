"""Same chair: which of these films did one director make?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Film, Filmography
from btsquiz.question import Multiple, Question
from btsquiz.writing.draft import Subjects, draft, drawn, listed, sources

FAMILY: Final = "same-chair"
MOST_RIGHT: Final = 3
OPTIONS: Final = 5
_COUNTS: Final = {2: "Two", 3: "Three"}


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each director of two films or more, among films of others of the same time."""
    made: dict[str, list[tuple[Fact, Film]]] = {}
    for fact, film in subjects:
        for director in film.directors:
            made.setdefault(director, []).append((fact, film))
    for director, theirs in made.items():
        if len(theirs) < 2:
            continue
        slugs = drawn((film.slug for _, film in theirs), FAMILY, director)[:MOST_RIGHT]
        chosen = [(fact, film) for fact, film in theirs if film.slug in slugs]
        rights = tuple(film.title for _, film in chosen)
        year = chosen[0][1].year
        others = [film for film in films.films if director not in (*film.directors, *film.leads)]
        others.sort(key=lambda film: (abs(film.year - year), film.slug))
        wrong = others[: OPTIONS - len(rights)]
        fact, film = chosen[0]
        yield draft(
            fact,
            FAMILY,
            f"{_COUNTS[len(rights)]} of these are films directed by {director}. Which?",
            Multiple(rights, tuple(other.title for other in wrong)),
            point=f"{film.slug}.same-chair",
            explain=f"{director} made {listed(f'{one.title} ({one.year})' for _, one in chosen)}.",
            checked=sources(film),
            films=rights,
            difficulty=2,
            why={other.title: f"Directed by {listed(other.directors)}." for other in wrong},
        )
