"""The schedule: all records of a player and point folded into one card, by FSRS; there is no second path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from btsquiz.memory.records import Answered, Rating, Record, Starred

if TYPE_CHECKING:
    import fsrs

MAX_DAYS_WITHOUT_RECALL: Final = 21
"""What was only ever picked from options comes back within this many days."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How memory is scheduled.

    Attributes:
        retention: The share of reviews a player wants to get right, 0 to 1.
        max_interval_days: The longest a card may rest.
    """

    retention: float = 0.85
    max_interval_days: int = 36_500


DEFAULT: Final = Parameters()


@dataclass(frozen=True, slots=True)
class Card:
    """What memory thinks of one player and point; derived, and can be thrown away.

    Attributes:
        stability: Days until recall falls to 90 %; None before the first review.
        difficulty: 1 to 10, FSRS's; None before the first review.
        due: The day of play it should be asked again.
        last_day: The day of the last review, or of enrolment where there was none.
        reviews: Reviews so far.
        lapses: Reviews that were missed after an earlier one was not.
    """

    stability: float | None
    difficulty: float | None
    due: int
    last_day: int
    reviews: int
    lapses: int

    @property
    def state(self) -> str:
        """`new` before the first review, else `review`."""
        return "review" if self.reviews else "new"


def schedule(records: Iterable[Record], parameters: Parameters = DEFAULT) -> Card | None:
    """Folds the records of one point into its card.

    A point is enrolled by a miss, from practice too, or by a star that still stands. The first answer of a
    day that counts is that day's review; all others are practice and change nothing.

    Args:
        records: All of them, in any order.
        parameters: How to schedule.

    Returns:
        The card, or None where the point is not enrolled.
    """
    ordered = sorted(records, key=lambda record: (record.day, record.at_ms, record.id))
    answers = [record for record in ordered if isinstance(record, Answered)]
    enrolled_on = [record.day for record in answers if record.rating is Rating.AGAIN]
    starred_on: list[int] = []
    for record in ordered:
        if isinstance(record, Starred):
            starred_on = [*starred_on, record.day] if record.on else []
    enrolled_on += starred_on
    if not enrolled_on:
        return None
    reviews: dict[int, Answered] = {}
    for answer in answers:
        if answer.counts:
            reviews.setdefault(answer.day, answer)
    if not reviews:
        day = min(enrolled_on)
        return Card(None, None, day + 1, day, 0, 0)
    return _fold(list(reviews.values()), parameters)


def retrievability(card: Card, day: int) -> float | None:
    """Gives how likely a point is recalled on a day, by FSRS; None where it was never reviewed."""
    import fsrs

    if card.stability is None:
        return None
    seen = fsrs.Card(card_id=0, stability=card.stability, last_review=_moment(card.last_day))
    likely: float = fsrs.Scheduler().get_card_retrievability(seen, _moment(max(day, card.last_day)))
    return likely


def _fold(reviews: list[Answered], parameters: Parameters) -> Card:
    import fsrs

    scheduler = fsrs.Scheduler(
        desired_retention=parameters.retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=parameters.max_interval_days,
        enable_fuzzing=False,  # the package would draw on the global random
    )
    card = fsrs.Card(card_id=0, due=_moment(reviews[0].day))
    lapses, recalled = 0, False
    for review in reviews:
        if review.rating is Rating.AGAIN:
            lapses += recalled
        else:
            recalled = True
        card, _ = scheduler.review_card(card, fsrs.Rating(review.rating), _moment(review.day))
    return _card(card, reviews, lapses)


def _card(card: fsrs.Card, reviews: list[Answered], lapses: int) -> Card:
    last_day = reviews[-1].day
    due = (card.due - _EPOCH).days
    if not any(review.recall and review.rating is not Rating.AGAIN for review in reviews):
        due = min(due, last_day + MAX_DAYS_WITHOUT_RECALL)
    return Card(card.stability, card.difficulty, due, last_day, len(reviews), lapses)


def _moment(day: int) -> datetime:
    """FSRS sees a day of play as its 00:00 UTC, wherever it was played."""
    return _EPOCH + timedelta(days=day)
