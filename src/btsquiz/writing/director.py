"""Who directed it: one film, its director, and directors of films of its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import beside
from btsquiz.facts.spelling import name_key
from btsquiz.question import Choice, Question
from btsquiz.text import fold
from btsquiz.writing.casts import in_company
from btsquiz.writing.draft import Subjects, draft, drawn, sources
from btsquiz.writing.hints import also_directed
from btsquiz.writing.same_director import WIDELY_KNOWN

FAMILY: Final = "director"
_WRONG: Final = 3
_HOUSEHOLD: Final = 2
"""Films everybody knows, from one more of which a director is a household name."""
_WORDINGS: Final = (
    "Who directed {title} ({year})?",
    "Who was in the director’s chair for {title} ({year})?",
    "Which director made {title} ({year})?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film with one director, where three others fit as wrong answers."""
    for fact, film in subjects:
        if len(film.directors) != 1 or (fact.kind == "film" and _is_household(film, films)):
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


def _is_household(film: Film, films: Filmography) -> bool:
    """Tells whether everybody knows the film and several more of its director: then nobody has to think."""
    key = [name_key(film.directors[0])]
    made = [one for one in films.films_of(film.directors[0]) if list(map(name_key, one.directors)) == key]
    return film.known == WIDELY_KNOWN and sum(one.known == WIDELY_KNOWN for one in made) > _HOUSEHOLD


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
