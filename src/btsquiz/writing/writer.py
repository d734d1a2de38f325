"""The writer: facts in, questions out, in an order and with ids that stay the same."""

from __future__ import annotations

from collections.abc import Sequence

from btsquiz.document import DocumentError
from btsquiz.facts.fact import Fact
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.fields import Problems
from btsquiz.game.deal import draw
from btsquiz.question import Question, Standing
from btsquiz.text import fold
from btsquiz.writing import closest, director, match_directors, same_chair, timeline, told, which_film
from btsquiz.writing.draft import Subjects, film_of


def write_questions(facts: Sequence[Fact], films: Filmography) -> list[Question]:
    """Writes the questions a set of facts carries.

    Args:
        facts: The facts, in the order of their documents.
        films: The films btsquiz knows.

    Returns:
        Questions in the order of their facts; the same facts give the same questions.

    Raises:
        DocumentError: A fact sheet asks a question that cannot be read.
    """
    problems = Problems("a fact sheet")
    questions = [*told.write(facts, problems), *which_film.write(facts, films)]
    for problem in problems.found:
        if problem.level == "error":
            raise DocumentError(problem)
    subjects = _subjects(facts, films)
    # A sheet asks better than a template: beside it, one of the two plainest families will do.
    directed = tuple(pair for pair in subjects if not pair[0].asks or draw("writing", pair[1].slug) % 2)
    dated = tuple(pair for pair in subjects if not pair[0].asks or pair not in directed)
    questions += [*director.write(directed, films), *closest.write(dated, films)]
    for family in (timeline, match_directors, same_chair):
        questions += family.write(subjects, films)
    places = {fact.id: place for place, fact in enumerate(facts)}
    return sorted(questions, key=lambda question: places[question.fact])


def _subjects(facts: Sequence[Fact], films: Filmography) -> Subjects:
    """Gives one fact for each known film, the one asked least; a disputed one is asked only as such."""
    chosen: dict[str, tuple[Fact, Film]] = {}
    for fact in facts:
        film = film_of(fact, films)
        if film is None or fact.standing is Standing.DISPUTED:
            continue
        if film.slug not in chosen or len(fact.asks) < len(chosen[film.slug][0].asks):
            chosen[film.slug] = fact, film
    return tuple(sorted(chosen.values(), key=lambda pair: (fold(pair[1].title), pair[1].years)))
