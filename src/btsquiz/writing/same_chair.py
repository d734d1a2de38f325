"""Same chair: which of these films did one director make?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import beside
from btsquiz.question import Multiple, Question
from btsquiz.text import fold
from btsquiz.writing.draft import Subjects, draft, drawn, listed, sources

FAMILY: Final = "same-chair"
MOST_RIGHT: Final = 3
OPTIONS: Final = 5
_WORDINGS: Final = (
    "{count} of these are films directed by {director}. Which?",
    "Which {few} of these did {director} direct?",
    "{director} sat in the director’s chair for {few} of these. Which ones?",
)
_COUNTS: Final = {2: "Two", 3: "Three"}


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each director of two films or more, among films of others of the same time."""
    made: dict[str, list[tuple[Fact, Film]]] = {}
    for fact, film in subjects:
        for director in film.directors:
            made.setdefault(director, []).append((fact, film))
    taken: set[str] = set()
    for director, theirs in made.items():
        if len(theirs) < 2:
            continue
        slugs = drawn((film.slug for _, film in theirs), FAMILY, director)[:MOST_RIGHT]
        chosen = [(fact, film) for fact, film in theirs if film.slug in slugs]
        rights = tuple(film.title for _, film in chosen)
        fact, film = chosen[0]
        if fact.id in taken:  # two who direct together sit in one chair
            continue
        taken.add(fact.id)
        near = beside(film, films)
        others = (other for other in near if not _made(director, other.title, films))
        wrong = list(islice(others, OPTIONS - len(rights)))
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, film.slug)[0].format(
                count=_COUNTS[len(rights)], few=_COUNTS[len(rights)].lower(), director=director
            ),
            Multiple(rights, tuple(other.title for other in wrong)),
            point=f"{film.slug}.same-chair",
            explain=f"{director} made {listed(f'{one.title} ({one.year})' for _, one in chosen)}.",
            checked=sources(film),
            films=rights,
            difficulty=3 if min(one.known for _, one in chosen) == 1 else 2,
            why={other.title: f"Directed by {listed(other.directors)}." for other in wrong},
        )


def _made(name: str, title: str, films: Filmography) -> bool:
    """Tells whether somebody had a hand in any film of a title: options say no more than that."""
    return any(fold(name) in map(fold, film.makers) for film in films.titled(title))
