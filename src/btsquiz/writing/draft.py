"""What every family needs: a question that carries its fact's source, standing and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Film
from btsquiz.game.deal import draw
from btsquiz.question import Answer, Correction, Point, Question, QuestionId, Standing

Subjects = tuple[tuple[Fact, Film], ...]
"""Facts that may be asked about beyond what they tell, each with its film; one for each film."""


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
    standing: Standing = Standing.CHECKED,
) -> Question:
    """Drafts a question about a fact's film; what the filmography says is checked, whatever the fact is."""
    return Question(
        id=QuestionId(f"{fact.id}/{family}/1"),
        ask=ask,
        answer=answer,
        point=Point(point),
        explain=explain,
        source=fact.source,
        fact=fact.id,
        films=films,
        standing=standing,
        corrections=corrections_of(fact, titles_only=True),
        difficulty=difficulty,
        why=why or {},
    )


def corrections_of(fact: Fact, *, titles_only: bool = False) -> tuple[Correction, ...]:
    """Gives what a fact's source wrote wrong, as shown at the reveal; what it lost cannot be shown."""
    shown = (one for one in fact.corrections if one.written and (one.kind == "title" or not titles_only))
    return tuple(Correction(one.written, one.truth, one.why) for one in shown)


def drawn(items: Iterable[str], *seed: str) -> list[str]:
    """Puts texts in an order that looks like chance and is the same each time."""
    return sorted(items, key=lambda item: (draw("writing", *seed, item), item))


def listed(names: Iterable[str]) -> str:
    """Joins names as in a sentence: `A, B and C`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
