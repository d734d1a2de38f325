"""What every family needs: a question that carries its fact's source, standing and corrections."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.game.deal import draw
from btsquiz.question import Answer, Correction, Point, Question, QuestionId, Standing

Subjects = tuple[tuple[Fact, Film], ...]
"""Facts that may be asked about beyond what they tell, each with its film; one for each film."""

BESIDE: Final = 12
"""Films near a film that wrong answers are chosen from."""


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
    standing: Standing = Standing.CHECKED,
) -> Question:
    """Drafts a question about a fact's film; what the filmography says is checked, whatever the fact is."""
    # Where a sheet asks of the anecdote itself, names are put right there.
    shown = {"title"} if fact.asks else {"title", "typo"}
    return Question(
        id=QuestionId(f"{fact.id}/{family}/1"),
        ask=ask,
        answer=answer,
        point=Point(point),
        explain=explain,
        source=fact.source,
        checked=checked,
        fact=fact.id,
        films=films,
        standing=standing,
        corrections=corrections_of(fact, shown),
        difficulty=difficulty,
        why=why or {},
    )


def corrections_of(fact: Fact, kinds: Container[str] | None = None) -> tuple[Correction, ...]:
    """Gives what a fact's source wrote wrong, as shown at the reveal; what it lost cannot be shown.

    Args:
        fact: The fact.
        kinds: Only corrections of these kinds; all where left out.
    """
    shown = (one for one in fact.corrections if one.written and (kinds is None or one.kind in kinds))
    return tuple(Correction(one.written, one.truth, one.why) for one in shown)


def drawn(items: Iterable[str], *seed: str) -> list[str]:
    """Puts texts in an order that looks like chance and is the same each time."""
    return sorted(items, key=lambda item: (draw("writing", *seed, item), item))


def listed(names: Iterable[str]) -> str:
    """Joins names as in a sentence: `A, B and C`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def with_leads(film: Film, *but: str) -> str:
    """Names two of a film's leads, as in `, with A and B`; says nothing where none are recorded."""
    leads = [name for name in film.leads if name not in but]
    return f", with {listed(leads[:2])}" if leads else ""


def sources(film: Film) -> str:
    """Names the first two things a film was checked against."""
    return "; ".join(name.strip() for name in film.looked_up.partition("(")[0].split(";")[:2])
