"""Missing link: three films, and the one player who is in all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.spelling import name_key
from btsquiz.question import Choice, Question
from btsquiz.writing.casts import are_unlike, called, has_full_cast, in_cast, is_star, parts_of
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import Subjects, draft, drawn, listed, row_of, sources
from btsquiz.writing.hints import also_in

FAMILY: Final = "missing-link"
_TRIES: Final = 40
"""Pairs of other films that are tried for one player."""
_YEARS_BETWEEN: Final = 2
_WORDINGS: Final = (
    "{films}: who links them?",
    "Who has a part in all three: {films}?",
    "Which actor is in all three: {films}?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film of a lead, named by its fact, whom two other films link it with alone.

    Nobody is the link twice.
    """
    asked: set[str] = set()
    for fact, film in subjects:
        if not has_full_cast(film):
            continue
        told = [person.name for person in fact.people]
        for name in drawn(told, FAMILY, film.slug):
            key = name_key(name)
            if key in asked or key not in map(name_key, film.leads) or not is_star(name, films):
                continue
            row = _row(film, name, films)
            wrong = _wrong(row, name, films)
            if len(wrong) < len(row) or not row:
                continue
            asked.add(key)
            titles = called(row, films)
            yield draft(
                fact,
                FAMILY,
                drawn(_WORDINGS, FAMILY, film.slug)[0].format(films=row_of(titles)),
                Choice(name, tuple(wrong)),
                point=f"{film.slug}.missing-link",
                explain=f"{name} made {listed(f'{one.title} ({one.year})' for one in row)}.",
                checked=sources(film),
                films=tuple(one.title for one in row),
                difficulty=difficulty(row, (name,), films, more=1),
                hint=also_in(name, row, films),
                why=_why(wrong, row, titles),
            )
            break


def _row(film: Film, name: str, films: Filmography) -> tuple[Film, ...]:
    """Gives a film and two others that only this player links; nothing where there are none."""
    others = {other.slug: other for other in parts_of(name, films) if other != film}
    pairs = combinations(drawn(others, FAMILY, film.slug), 2)
    for one, two in islice(pairs, _TRIES):
        row = tuple(sorted((film, others[one], others[two]), key=lambda each: each.year))
        apart = all(later.year - earlier.year >= _YEARS_BETWEEN for earlier, later in pairwise(row))
        shared = frozenset.intersection(*map(in_cast, row))
        if apart and shared == {name_key(name)} and are_unlike(row):
            return row
    return ()


def _wrong(row: Sequence[Film], name: str, films: Filmography) -> list[str]:
    """Gives for each film the lead who is in it alone and nearest in fame to the link."""
    fame = films.fame_of(name)
    wrong: list[str] = []
    for film in row:
        others = frozenset().union(*(in_cast(other) for other in row if other is not film))
        alone = (
            lead
            for lead in sorted(film.leads, key=lambda one: (abs(films.fame_of(one) - fame), one))
            if name_key(lead) not in {*others, name_key(name)} and is_star(lead, films)
        )
        wrong += islice(alone, 1)
    return wrong


def _why(wrong: Sequence[str], row: Sequence[Film], titles: Sequence[str]) -> dict[str, str]:
    return {
        name: f"In {title}, but not in {' or '.join(other for other in titles if other != title)}."
        for name, _, title in zip(wrong, row, titles, strict=True)
    }
