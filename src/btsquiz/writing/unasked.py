"""Why no question was written on a fact, for whoever wants to mend the page or write a sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Filmography
from btsquiz.question import Question, Standing


def why_unasked(
    facts: Sequence[Fact],
    questions: Sequence[Question],
    films: Filmography,
    unwanted: Collection[Question] = (),
) -> Iterator[tuple[Fact, str]]:
    """Yields each fact on which there is no question, and why.

    Args:
        facts: All of them.
        questions: Those in the pack.
        films: The films btsquiz knows.
        unwanted: Questions that were left out as nobody asked for their families.
    """
    asked = {question.fact for question in questions}
    about: dict[tuple[str, int | None], Fact] = {}
    for fact in facts:
        if fact.id in asked:
            about.setdefault((fact.film, fact.year), fact)
    passed_over = {question.fact for question in unwanted}
    for fact in facts:
        if fact.id in asked:
            continue
        if fact.id in passed_over:
            yield fact, "its questions are of families that were not asked for"
        else:
            yield fact, _why(fact, about.get((fact.film, fact.year)), films)


def _why(fact: Fact, twin: Fact | None, films: Filmography) -> str:
    if not fact.film:
        return f"its film is not known: {fact.why}" if fact.why else "its film is not known"
    film = films.find(fact.film, fact.years)
    if film is None:
        return "its film is not among those btsquiz knows"
    if fact.sure == "low":
        return f"its film is not sure: {fact.why}"
    if fact.standing is Standing.DISPUTED:
        return "it is disputed, and no sheet asks it as a dispute"
    if not film.directors:
        return "it is not recorded who directed its film"
    if twin is not None:
        return f"its film is asked about from {twin.source} already"
    if len(film.directors) > 1:
        return "its film has several directors, and too few films beside it to put them in order"
    return "every question on it would say its own answer, or break another rule"
