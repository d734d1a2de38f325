"""Film school: questions from the films btsquiz knows alone, those most widely reviewed in their year."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from btsquiz.facts.fact import Fact, Person
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.question import Source, Standing

IN_A_YEAR: Final = 15
"""Films of each year that are asked about."""

_FEWEST_REVIEWS: Final = 20

SOURCE: Final = "the films btsquiz knows"


def school_facts(films: Filmography) -> list[Fact]:
    """Gives a fact for each film that is asked about: that it was made, when and by whom.

    Its id is the film's slug, for no page tells it; the people are the film's leads.
    """
    by_year: dict[int, list[tuple[int, int, Film]]] = defaultdict(list)
    for film, fame in films.reviewed_by(_FEWEST_REVIEWS):
        if film.form == "film" and film.directors and film.leads:
            by_year[film.year].append((fame, sum(map(films.fame_of, film.leads)), film))
    chosen: dict[str, Film] = {}
    for year in sorted(by_year):
        ranked = sorted(by_year[year], key=lambda one: (-one[0], -one[1], one[2].slug))
        for *_, film in ranked[:IN_A_YEAR]:
            chosen.setdefault(film.slug, film)
    return [_fact(film) for film in chosen.values()]


def _fact(film: Film) -> Fact:
    return Fact(
        id=film.slug,
        kind="film",
        film=film.title,
        film_as_written=film.title,
        years=film.years,
        people=tuple(Person(name, name, "actor") for name in film.leads),
        standing=Standing.CHECKED,
        statement=f"{film.title} ({film.year}) was directed by {' and '.join(film.directors)}.",
        source=Source(SOURCE),
    )
