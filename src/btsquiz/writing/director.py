"""Who directed it: one film, its director, and directors of films of its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import beside
from btsquiz.question import Choice, Question
from btsquiz.text import fold
from btsquiz.writing.casts import in_company
from btsquiz.writing.draft import Subjects, draft, drawn, sources
from btsquiz.writing.hints import also_directed

FAMILY: Final = "director"
_WRONG: Final = 3
_WORDINGS: Final = (
    "Who directed {title} ({year})?",
    "Who was in the director’s chair for {title} ({year})?",
    "Whose film is {title}, from {year}: who directed it?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film with one director, where three others fit as wrong answers."""
    for fact, film in subjects:
        if len(film.directors) != 1:
            continue
        right = film.directors[0]
        wrong = _others(film, films)
        if len(wrong) < _WRONG or fold(right) in fold(film.title):
            continue
        wording = drawn(_WORDINGS, FAMILY, film.slug)[0]
        yield draft(
            fact,
            FAMILY,
            wording.format(title=film.title, year=film.year),
            Choice(right, tuple(other.directors[0] for other in wrong)),
            point=f"{film.slug}.director",
            explain=f"{right} directed it{in_company(film, films, right)}.",
            checked=sources(film),
            films=(film.title,),
            difficulty=max(1, min(3, 4 - film.known)),
            hint=also_directed(right, (film, *wrong), films),
            why={other.directors[0]: f"Directed {other.title} ({other.year})." for other in wrong},
        )


def _others(film: Film, films: Filmography) -> list[Film]:
    """Gives the films nearest in time, one for each other director who had no hand in this one."""
    here = {fold(name) for name in film.makers}
    near: dict[str, Film] = {}
    for other in beside(film, films):
        if fold(other.directors[0]) not in here:
            near.setdefault(other.directors[0], other)
        if len(near) == _WRONG:
            break
    return list(near.values())
