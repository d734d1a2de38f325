"""Cover titles: what a film was called while it was shot, so that nobody would know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Filmography
from btsquiz.question import Choice, Question, Standing
from btsquiz.writing.casts import called
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.draft import TITLES_TAG, draft, drawn, film_of, nearest_of
from btsquiz.writing.hints import when_and_whose

FAMILY: Final = "cover-title"
HIDDEN: Final = "hidden-title"
_WRONG: Final = 3
_WORDINGS: Final = (
    "Which film was shot under the title “{cover}”, to keep the curious away?",
    "“{cover}” was only its working title. Which film was really being made?",
    "The signs that led to the set read “{cover}”. Which film was being made there?",
)
_HIDDEN_WORDINGS: Final = (
    "What was {film} called while it was being shot?",
    "Under which false title was {film} shot, to keep the curious away?",
)


def write(facts: Sequence[Fact], films: Filmography) -> Iterator[Question]:
    """Yields two questions for each checked fact with a cover title: what it hid, and what hid its film."""
    covered = [fact for fact in facts if fact.cover and fact.standing is Standing.CHECKED]
    for fact in covered:
        film = film_of(fact, films)
        mine = {title.casefold() for title in fact.cover}
        others = [
            one for one in covered if one.film != fact.film and mine.isdisjoint(map(str.casefold, one.cover))
        ]
        wrong = nearest_of(fact, others, films)[:_WRONG]
        if film is None or len(wrong) < _WRONG:
            continue
        rated = difficulty((film,), (), films)
        cover = fact.cover[0]
        yield draft(
            fact,
            FAMILY,
            drawn(_WORDINGS, FAMILY, fact.id)[0].format(cover=cover),
            Choice(fact.film, tuple(one.film for one in wrong)),
            point=f"{fact.id}.cover-title",
            explain=fact.statement,
            films=(fact.film,),
            difficulty=rated,
            hint=when_and_whose(film),
            why={one.film: f"That one was shot as “{one.cover[0]}”." for one in wrong},
            tags=(TITLES_TAG,),
        )
        yield draft(
            fact,
            HIDDEN,
            drawn(_HIDDEN_WORDINGS, HIDDEN, fact.id)[0].format(film=called([film], films)[0]),
            Choice(cover, tuple(one.cover[0] for one in wrong)),
            point=f"{fact.id}.cover-title",
            explain=fact.statement,
            films=(fact.film,),
            difficulty=min(3, rated + 1),
            why={one.cover[0]: f"That title hid {one.film} ({one.year})." for one in wrong},
            tags=(TITLES_TAG,),
        )
