"""The writer: facts in, questions out, in an order and with ids that stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from btsquiz.checks.asked import asked_by
from btsquiz.checks.sound import unsound
from btsquiz.document import DocumentError
from btsquiz.facts.fact import Fact, FactKind
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.spread import LEAST, spread
from btsquiz.fields import Problems
from btsquiz.game.chance import draw
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import Question, Standing
from btsquiz.text import fold
from btsquiz.writing import (
    abroad,
    closest,
    cover_title,
    crossing,
    director,
    match_directors,
    missing_link,
    odd_one_out,
    place_next,
    same_chair,
    same_director,
    timeline,
    which_film,
)
from btsquiz.writing.draft import Subjects, film_of

MOST_FACES: Final[dict[FactKind, int]] = {"photo": 4, "story": 6, "title": 4, "film": 4}
"""Questions on one fact, by its kind; the families first in the list come first."""

_Family = Callable[[Subjects, Filmography], Iterator[Question]]
_IN_SCHOOL: Final[tuple[tuple[str, _Family, int], ...]] = (
    (missing_link.FAMILY, missing_link.write, 1),
    (same_director.FAMILY, same_director.write, 2),
    (crossing.FAMILY, crossing.write, 2),
    (odd_one_out.FAMILY, odd_one_out.write, 2),
    (timeline.FAMILY, timeline.write, 2),
    (match_directors.FAMILY, match_directors.write, 4),
    (place_next.FAMILY, place_next.write, 5),
    (director.FAMILY, director.write, 6),
    (closest.FAMILY, closest.write, 12),
)
"""Families that need films alone, each with which share of the films it asks about: one in so many."""


_BY_YEAR: Final = frozenset({timeline.FAMILY, place_next.FAMILY, closest.FAMILY})
_LEAST_KNOWN: Final = 2
"""How well a film is known whose year is asked: of others nobody has a picture to judge by."""


def write_school(facts: Sequence[Fact], films: Filmography) -> list[Question]:
    """Writes questions from films alone, in the order of their facts (see `school_facts`)."""
    subjects = _subjects(facts, films)
    questions: list[Question] = []
    for family, write, one_in in _IN_SCHOOL:
        least = _LEAST_KNOWN if family in _BY_YEAR else 1
        some = tuple(
            pair
            for pair in subjects
            if pair[1].known >= least and draw("school", family, pair[1].slug) % one_in == 0
        )
        questions += write(some, films)
    return _at_most(questions, facts)


def write_questions(facts: Sequence[Fact], films: Filmography) -> list[Question]:
    """Writes the questions a set of facts carries.

    Args:
        facts: The facts, in the order of their documents.
        films: The films btsquiz knows.

    Returns:
        Questions in the order of their facts; the same facts give the same questions. Not each is sound yet.

    Raises:
        DocumentError: A fact sheet asks a question that cannot be read.
    """
    problems = Problems("a fact sheet")
    asked = [placed.question for placed in asked_by(facts, problems)]
    for problem in problems.found:
        if problem.level == "error":
            raise DocumentError(problem)
    questions = [*which_film.write(facts, films), *abroad.write(facts, films)]
    questions += cover_title.write(facts, films)
    subjects = _subjects(facts, films)
    # A sheet asks better than a template: beside it, one of the two plainest families will do.
    directed = tuple(pair for pair in subjects if not pair[0].asks or draw("writing", pair[1].slug) % 2)
    dated = tuple(pair for pair in subjects if not pair[0].asks or pair not in directed)
    pictured = tuple((fact, film) for fact, film in subjects if fact.kind == "photo")
    families: tuple[tuple[_Family, Subjects], ...] = (
        (director.write, directed),
        (closest.write, dated),
        *((family.write, subjects) for family in (timeline, match_directors, same_chair)),
        *((family.write, pictured) for family in (crossing, missing_link, odd_one_out)),
    )

    def written(family: tuple[_Family, Subjects]) -> list[Question]:
        return list(family[0](family[1], films))

    for some in spread(written, families, worth=len(subjects) >= LEAST, at_once=1):
        questions += some
    return _at_most([*asked, *questions], facts)


def sound(questions: Sequence[Question], facts: Iterable[Fact], films: Filmography) -> list[Question]:
    """Leaves out the questions that a family could not make sound; a person's own are left to their check."""
    own = {(fact.id, family) for fact in facts for family, _ in fact.asks}
    placed = tuple(
        Placed(question, number, 1)
        for number, question in enumerate(questions)
        if tuple(question.id.split("/")[:2]) not in own
    )
    broken = {problem.line for problem in unsound(Pack("", "", "", placed=placed), films)}
    return [question for number, question in enumerate(questions) if number not in broken]


def _at_most(questions: Iterable[Question], facts: Sequence[Fact]) -> list[Question]:
    """Puts questions in the order of their facts, of each fact no more than it may have faces."""
    faces: dict[str, list[Question]] = {fact.id: [] for fact in facts}
    for question in questions:
        faces[question.fact].append(question)
    return [question for fact in facts for question in faces[fact.id][: MOST_FACES[fact.kind]]]


def _subjects(facts: Sequence[Fact], films: Filmography) -> Subjects:
    """Gives one fact for each known film, the one asked least; a disputed one is asked only as such."""
    chosen: dict[str, tuple[Fact, Film]] = {}
    for fact in facts:
        film = film_of(fact, films)
        # A story that was looked up for its own sake is asked about, not its film's dates.
        if film is None or fact.standing is Standing.DISPUTED or fact.looked_up:
            continue
        if film.slug not in chosen or len(fact.asks) < len(chosen[film.slug][0].asks):
            chosen[film.slug] = fact, film
    return tuple(sorted(chosen.values(), key=lambda pair: (fold(pair[1].title), pair[1].years)))
