"""Place next: three films in a row by their years, and where a fourth belongs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import around
from btsquiz.game.chance import draw
from btsquiz.question import Choice, Question
from btsquiz.writing.casts import in_company
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import Subjects, draft, drawn, listed, row_of, sources

FAMILY: Final = "place-next"
GAP_YEARS: Final = 3
_SPREAD_YEARS: Final = 5
"""Years at least between two films of the row."""
_AROUND_YEARS: Final = 20
"""Years from the film within which the row came out."""
_IN_ROW: Final = 3
_LONGEST: Final = 22
"""Letters of a title, two of which fit into an option on a small screen."""
_WORDINGS: Final = (
    "{row}: that is the order they came out in. Where does {director}’s {film} go?",
    "They came out in this order: {row}. Where does {director}’s {film} belong?",
)


def write(subjects: Subjects, films: Filmography) -> Iterator[Question]:
    """Yields a question for each film that three of its time make a row for."""
    for fact, film in subjects:
        row = _row(film, films) if len(film.title) <= _LONGEST else ()
        if not row:
            continue
        places = {_place(before, after): (before, after) for before, after in pairwise((None, *row, None))}
        right = next(text for text, (before, after) in places.items() if not _missed(film, before, after))
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, film.slug)[0].format(
                row=row_of(f"{one.title} ({one.year})" for one in row),
                director=listed(film.directors),
                film=film.title,
            ),
            Choice(right, tuple(text for text in places if text != right)),
            point=f"{film.slug}.year",
            explain=f"{film.title} came out in {film.year}{in_company(film, films)}.",
            checked=sources(film),
            films=(film.title,),
            difficulty=difficulty((film,), (), films),
            why={
                text: f"{film.title} is of {film.year}; {_missed(film, before, after)}."
                for text, (before, after) in places.items()
                if text != right
            },
        )


def _row(film: Film, films: Filmography) -> tuple[Film, ...]:
    """Gives three films as well known, each told apart in time from the others and from this one.

    Each of the four places is right as often as the others.
    """
    row: list[Film] = []
    older = draw("writing", FAMILY, film.slug) % (_IN_ROW + 1)
    room = {True: older, False: _IN_ROW - older}
    near = takewhile(lambda other: abs(other.year - film.year) <= _AROUND_YEARS, around(film, films))
    slugs = {other.slug: other for other in near if len(other.title) <= _LONGEST}
    for slug in drawn(slugs, FAMILY, film.slug):
        other = slugs[slug]
        apart = _gap(film, other) >= GAP_YEARS and all(_gap(one, other) >= _SPREAD_YEARS for one in row)
        if apart and room[other.year < film.year]:
            room[other.year < film.year] -= 1
            row.append(other)
        if len(row) == _IN_ROW:
            return tuple(sorted(row, key=lambda one: one.year))
    return ()


def _place(before: Film | None, after: Film | None) -> str:
    """Names the place between two films of the row, or at one of its ends."""
    if before is None or after is None:
        return f"After {before.title}" if before else f"Before {after.title if after else ''}"
    return f"Between {before.title} and {after.title}"


def _missed(film: Film, before: Film | None, after: Film | None) -> str:
    """Says why a film does not belong in a place; nothing where it does."""
    if before and film.year < before.year:
        return f"{before.title} is younger"
    return f"{after.title} is older" if after and film.year > after.year else ""


def _gap(one: Film, two: Film) -> int:
    return min(abs(a - b) for a in one.years for b in two.years)
