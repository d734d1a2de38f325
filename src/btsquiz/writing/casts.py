"""Who is in what, as far as a question may rest on it: no namesakes, no thin casts, no sequels in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import nearest
from btsquiz.facts.spelling import name_key
from btsquiz.text import fold, fold_answer
from btsquiz.writing.draft import listed

_FULL_CAST: Final = 8
"""Makers on record from which somebody who is not among them can be taken not to be in a film."""

_BEYOND_LEADS: Final = 3
"""Of them, players who are no leads: a list of leads alone leaves out who came after."""

_LEAST_KNOWN: Final = 2
_LONGEST_GAP_YEARS: Final = 25
_LONGEST_CAREER_YEARS: Final = 65
_BILLED: Final = 2
_LEAST_FAME: Final = 500
_TELLING: Final = 4
"""Letters of a word that, shared by two titles, makes them look like parts of one series."""
_COMMON: Final = frozenset(
    ("of the", "in the", "on the", "to the", "from", "with", "that", "this", "what", "when")
)


def is_star(name: str, films: Filmography) -> bool:
    """Tells whether somebody is a player film lovers have heard of, and one person alone.

    Only of films that people have looked up is it known who was billed: a star was so twice, and is in films
    that were reviewed. Extras are in as many films, and never billed.
    """
    billed = _billed(films)[name_key(name)] >= _BILLED
    return billed and films.fame_of(name) >= _LEAST_FAME and is_one_person(name, films)


@lru_cache(maxsize=2)
def _billed(films: Filmography) -> Counter[str]:
    return Counter(name_key(name) for film in films.reviewed if film.form == "film" for name in film.leads)


def is_one_person(name: str, films: Filmography) -> bool:
    """Tells whether a name's films may all be one person's: two namesakes leave a gap, or live too long."""
    years = films.years_of(name)
    if not years or years[-1] - years[0] > _LONGEST_CAREER_YEARS:
        return False
    return all(later - earlier <= _LONGEST_GAP_YEARS for earlier, later in pairwise(years))


def in_cast(film: Film) -> frozenset[str]:
    """Gives the keys of everybody on record for a film."""
    return frozenset(map(name_key, film.makers))


def has_full_cast(film: Film) -> bool:
    """Tells whether so much of a film's cast is on record that who is missing there is not in it."""
    return len(film.makers) >= _FULL_CAST and len(film.others) >= _BEYOND_LEADS


def parts_of(name: str, films: Filmography) -> Iterator[Film]:
    """Yields the well-known films with full casts in which somebody is a lead, in the order of titles."""
    key = name_key(name)
    for film in films.films_of(name):
        asked = film.form == "film" and film.known >= _LEAST_KNOWN and film.directors
        if asked and has_full_cast(film) and key in map(name_key, film.leads):
            yield film


def are_unlike(films: Iterable[Film]) -> bool:
    """Tells whether no two titles share a word or two that tell, as parts of one series do."""
    taken: set[str] = set()
    for film in films:
        words = fold_answer(film.title).split()
        telling = {word for word in words if len(word) >= _TELLING} | set(map(" ".join, pairwise(words)))
        telling = telling - _COMMON or {" ".join(words)}
        if telling & taken:
            return False
        taken |= telling
    return True


def led_by(film: Film, films: Filmography, *but: str) -> str:
    """Says who leads a film, as in `, with A and B`; nothing where nobody has looked up who was billed."""
    leads = [name for name in film.leads if name not in but] if films.is_reviewed(film) else []
    return f", with {listed(leads[:2])}" if leads else ""


def in_company(film: Film, films: Filmography, *but: str) -> str:
    """Says who leads a film, as in `, with A and B`; where nobody knows who was billed, what came out."""
    return led_by(film, films, *but) or in_time(film, films)


def in_time(film: Film, films: Filmography) -> str:
    """Says what came out with a film, as in `, the year of Jaws`, or how long before or after it."""
    other = nearest(film, films)
    if other is None or other.year == film.year:
        return f", the year of {other.title}" if other else ""
    apart = abs(other.year - film.year)
    years = "a year" if apart == 1 else f"{apart} years"
    return f", {years} {'after' if other.year < film.year else 'before'} {other.title}"


def called(row: Sequence[Film], films: Filmography) -> list[str]:
    """Gives the titles of films that stand beside one another, as they are told apart from all others.

    Where one needs its year because another film has the same title, all show theirs: it must not stand out.
    """
    twins = [sum(fold(other.title) == fold(film.title) for other in films.titled(film.title)) for film in row]
    return [film.title if max(twins) < 2 else f"{film.title} ({film.year})" for film in row]


def is_named_in(name: str, film: Film) -> bool:
    """Tells whether a film's title has somebody's surname, as in "Wes Craven's New Nightmare"."""
    surname = fold(name).split()[-1]
    return not {surname, f"{surname}s"}.isdisjoint(fold(film.title).split())
