"""Dailies: what memory has for a player tonight, what else can be reviewed, and how far they have come."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Final

from btsquiz.clock import date_of
from btsquiz.memory.progress import Rank, nights_in_a_row, rank_of
from btsquiz.memory.queue import NEW_A_DAY, TONIGHT, queue
from btsquiz.memory.schedule import retrievability
from btsquiz.question import Question
from btsquiz.saves.journal import Journal
from btsquiz.text import fold

CRAM: Final = 15
"""Points in one session of cramming, at most."""
SECONDS_EACH: Final = 20
"""What a question takes, with its reveal."""


@dataclass(frozen=True, slots=True)
class Due:
    """What memory has for a player tonight.

    Attributes:
        points: Points due that a pack on the shelf asks about, in the order a session would ask them.
        missed: Points missed today that are not due, for practice.
        next_in_days: Days until anything else is due; None where nothing is enrolled.
        done: Points reviewed today.
    """

    points: tuple[str, ...]
    missed: tuple[str, ...]
    next_in_days: int | None
    done: int = 0

    @property
    def minutes(self) -> int:
        """About how long they take."""
        return max(round(len(self.points) * SECONDS_EACH / 60), 1)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a player has come.

    Attributes:
        in_the_can: Points recalled without options that rest for over sixty days.
        kept: Points that memory keeps.
        rank: What that makes them in the crew.
        nights: Nights in a row on which they reviewed.
        aside: Points set aside, as leeches or by hand.
    """

    in_the_can: int
    kept: int
    rank: Rank
    nights: int
    aside: int


@dataclass(frozen=True, slots=True)
class Choosing:
    """What to cram: all that is empty does not matter.

    Attributes:
        before: The day until which it is to be known.
        films: Titles.
        packs: Packs' ids.
        tags: Tags.
    """

    before: date | None = None
    films: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def has(self, question: Question) -> bool:
        """Tells whether a question is of what is to be crammed."""
        films = set(map(fold, question.films))
        return (
            (not self.films or not films.isdisjoint(map(fold, self.films)))
            and (not self.packs or question.pack in self.packs)
            and (not self.tags or not set(self.tags).isdisjoint(question.tags))
        )


def due_of(journal: Journal, questions: Sequence[Question], player: str, today: int) -> Due:
    """Tells what memory has for a player today, of what these questions ask about."""
    known: set[str] = {question.point for question in questions}
    answers = journal.answered_on(player, today)
    cards = journal.cards
    name = journal.known_as(player)
    done = {one["point"] for one in answers if one.get("format") == "review" and one["counts"]}
    first = sum(
        card is not None and card.reviews == 1 for card in (cards.card(name, point) for point in done)
    )
    points = queue(
        ((point, card) for point, card in journal.by_due(player, reviewed=True) if point in known),
        ((point, card) for point, card in journal.by_due(player, reviewed=False) if point in known),
        today,
        due=TONIGHT - (len(done) - first),
        new=NEW_A_DAY - first,
        met={one["point"] for one in answers},
    )
    missed = dict.fromkeys(one["point"] for one in answers if one["rating"] == 1 and one["point"] in known)
    return Due(
        points=tuple(points),
        missed=tuple(point for point in missed if point not in points),
        next_in_days=_next_in_days(journal, known, player, today),
        done=len(done),
    )


def _next_in_days(journal: Journal, known: Set[str], player: str, today: int) -> int | None:
    later = [
        next(
            (
                card.due - today
                for point, card in journal.by_due(player, reviewed=reviewed, after=today)
                if point in known and not card.suspended
            ),
            None,
        )
        for reviewed in (True, False)
    ]
    return min((days for days in later if days is not None), default=None)


def crammed(
    journal: Journal, questions: Sequence[Question], player: str, today: int, choosing: Choosing
) -> list[str]:
    """Gives the points to cram: what would be known least on the day, first; then what is not yet kept."""
    wanted: dict[str, None] = dict.fromkeys(
        question.point for question in questions if choosing.has(question)
    )
    day = (choosing.before - date_of(0)).days if choosing.before else today
    cards = dict(journal.all_cards(player))
    parameters = journal.parameters(player)
    kept = [point for point in wanted if point in cards and not cards[point].suspended]
    if choosing.before:
        kept = [point for point in kept if cards[point].due <= day]
    kept.sort(key=lambda point: (retrievability(cards[point], day, parameters) or 0.0, point))
    fresh = [] if choosing == Choosing(choosing.before) else [one for one in wanted if one not in cards]
    return [*kept, *fresh][:CRAM]


def progress_of(journal: Journal, player: str, today: int) -> Progress:
    """Tells how far a player has come."""
    cards = [card for _, card in journal.all_cards(player)]
    in_the_can = sum(card.is_in_the_can and not card.suspended for card in cards)
    return Progress(
        in_the_can=in_the_can,
        kept=len(cards),
        rank=rank_of(in_the_can),
        nights=nights_in_a_row(journal.review_days(player), today),
        aside=sum(card.suspended for card in cards),
    )
