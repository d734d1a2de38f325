"""Which film: a story from somebody's own page, told without its title, and the film it is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import beside
from btsquiz.question import Choice, Question, Standing
from btsquiz.text import fold
from btsquiz.writing.draft import draft, film_of, listed

FAMILY: Final = "which-film"
MAX_CHARACTERS: Final = 400
"""A longer story would not fit a small screen beside its options."""


def write(facts: Iterable[Fact], films: Filmography) -> Iterator[Question]:
    """Yields a question for each story no sheet asks about, where it does not name its own film."""
    for fact in facts:
        film = film_of(fact, films)
        if fact.kind != "story" or fact.asks or film is None or len(fact.statement) > MAX_CHARACTERS:
            continue
        told = f" {fold(fact.statement)} "
        if any(f" {fold(title)} " in told for title in (film.title, *film.aka, fact.film_as_written)):
            continue
        near = beside(film, films)
        wrong = list(islice((other for other in near if not _fits(fact, other, films)), 3))
        if len(wrong) == 3:
            yield _question(fact, film, wrong)


def _question(fact: Fact, film: Film, wrong: list[Film]) -> Question:
    return draft(
        fact,
        FAMILY,
        f"The story goes: “{fact.statement}” Of which film is this told?",
        Choice(film.title, tuple(other.title for other in wrong)),
        point=f"{fact.id}.which-film",
        explain=f"It is told of {film.title} ({film.year}).",
        films=(film.title,),
        difficulty=max(1, min(3, 4 - film.known)),
        why={other.title: f"That one is {listed(other.directors)}’s, from {other.year}." for other in wrong},
        standing=Standing.STORY_GOES,
    )


def _fits(fact: Fact, other: Film, films: Filmography) -> bool:
    """Tells whether a story might be told of another film too: somebody of it, or a part in it, is named."""
    told = f" {fold(fact.statement)} "
    return any(f" {fold(name)} " in told for name in other.makers) or bool(other.parts_in(fact.statement))
