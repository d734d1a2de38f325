"""What every family needs: a question that carries its fact's source, standing and corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.game.chance import draw
from btsquiz.question import Answer, Point, Question, QuestionId, Standing

Subjects = tuple[tuple[Fact, Film], ...]
"""Facts that may be asked about beyond what they tell, each with its film; one for each film."""


TITLES_TAG: Final = "lost-in-translation"
"""Marks questions on what a film or a name became elsewhere."""


def nearest_of(fact: Fact, others: Iterable[Fact], films: Filmography) -> list[Fact]:
    """Puts other facts in the order in which their films are near a fact's in time and fame.

    Those with some of the same makers come first: the only film of its series would give itself away.
    """
    film = film_of(fact, films)
    near: list[tuple[bool, int, int, Fact]] = []
    for number, other in enumerate(others):
        theirs = film_of(other, films)
        if film and theirs:
            apart = abs(theirs.year - film.year) + _A_STEP_OF_FAME * abs(theirs.known - film.known)
            is_kin = not set(film.makers).isdisjoint(theirs.makers) and apart < _A_LIFE_YEARS
            near.append((not is_kin, apart, number, other))
    return [other for *_, other in sorted(near, key=lambda one: one[:3])]


def film_of(fact: Fact, films: Filmography) -> Film | None:
    """Gives the film a fact may be asked of: no mere guess, no series, and known with who directed it."""
    if not fact.film or fact.sure == "low":
        return None
    film = films.find(fact.film, fact.years)
    return film if film and film.directors and film.form != "series" else None


def draft(
    fact: Fact,
    family: str,
    ask: str,
    answer: Answer,
    *,
    point: str,
    explain: str,
    films: tuple[str, ...],
    difficulty: int,
    why: Mapping[str, str] | None = None,
    checked: str = "",
    tags: tuple[str, ...] = (),
    standing: Standing = Standing.CHECKED,
    hint: str = "",
) -> Question:
    """Drafts a question about a fact's film; what the filmography says is checked, whatever the fact is."""
    # Where a sheet asks of the anecdote itself, names are put right there.
    shown = {"title"} if fact.asks else {"title", "typo"}
    return Question(
        id=QuestionId(f"{fact.id}/{family}/1"),
        ask=ask,
        answer=answer,
        point=Point(point),
        explain=explain.removesuffix("..") + "." if explain.endswith("..") else explain,
        source=fact.source,
        checked=checked or fact.looked_up_in,
        fact=fact.id,
        films=films,
        standing=standing,
        corrections=fact.corrections_shown(shown),
        difficulty=difficulty,
        why=why or {},
        tags=tags,
        hint=hint,
    )


_A_STEP_OF_FAME: Final = 10
_A_LIFE_YEARS: Final = 30
"""Years that count as much as one step in how well a film is known."""
_DATED: Final = re.compile(r"^(?P<title>.+?)(?P<year> \(\d{4}\))?$")


def drawn(items: Iterable[str], *seed: str) -> list[str]:
    """Puts texts in an order that looks like chance and is the same each time."""
    return sorted(items, key=lambda item: (draw("writing", *seed, item), item))


def row_of(titles: Iterable[str]) -> str:
    """Joins titles, with their years or without, as in a sentence; if one looks like two, all are quoted."""
    row = list(titles)
    quoted = any(", " in title or " and " in title for title in row)
    return listed(_DATED.sub(r"“\g<title>”\g<year>", title) if quoted else title for title in row)


def listed(names: Iterable[str]) -> str:
    """Joins names as in a sentence: `A, B and C`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def sources(film: Film) -> str:
    """Names the first two things a film was checked against."""
    return "; ".join(name.strip() for name in film.looked_up.partition("(")[0].split(";")[:2])
