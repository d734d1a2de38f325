"""The schedule: all records of a player and point folded into one card, by FSRS; there is no second path."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from btsquiz.memory.eras import Eras
from btsquiz.memory.records import Answered, Buried, Rated, Rating, Record, Starred, Suspended, TakenBack

if TYPE_CHECKING:
    import fsrs

MAX_DAYS_WITHOUT_RECALL: Final = 21
"""What was only ever picked from options comes back within this many days."""
LEECH_LAPSES: Final = 6
"""A point that lapsed so often since it was last woken is a leech, and set aside."""
IN_THE_CAN_DAYS: Final = 60
"""A point that was recalled and rests for longer than this is in the can."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How memory is scheduled.

    Attributes:
        retention: The share of reviews a player wants to get right, 0 to 1.
        max_interval_days: The longest a card may rest.
        weights: FSRS's 21 numbers, fitted to the player; its own where empty.
    """

    retention: float = 0.85
    max_interval_days: int = 36_500
    weights: tuple[float, ...] = ()


DEFAULT: Final = Parameters()
ALL_TRUSTED: Final = Eras()


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
        recalled: Whether it was ever recalled, in a review, without options to pick from.
        suspended: Whether it is set aside, by the player or as a leech.
        buried_on: The last day it was put off to the next; 0 where it never was.
    """

    stability: float | None
    difficulty: float | None
    due: int
    last_day: int
    reviews: int
    lapses: int
    recalled: bool = False
    suspended: bool = False
    buried_on: int = 0

    @property
    def state(self) -> str:
        """`new` before the first review, else `review`; `suspended` while it is set aside."""
        if self.suspended:
            return "suspended"
        return "review" if self.reviews else "new"

    @property
    def interval_days(self) -> int:
        """How long it rests."""
        return self.due - self.last_day

    @property
    def is_in_the_can(self) -> bool:
        """Whether it was recalled without options and rests for over sixty days."""
        return self.recalled and self.interval_days > IN_THE_CAN_DAYS


def standing(records: Iterable[Record], eras: Eras = ALL_TRUSTED) -> list[Record]:
    """Gives what stands of a point's records, in order: what was taken back is gone, ratings are the last.

    Args:
        records: All of them, in any order.
        eras: The days on which the clock may have been right.

    Returns:
        Answers, stars, suspensions and burials, by day, then time, then id.
    """
    settled = map(eras.settle, records) if eras.spans else records
    ordered = sorted(settled, key=lambda one: (one.day, one.at_ms, one.id))
    gone = {one.answer for one in ordered if isinstance(one, TakenBack)}
    rated = {one.answer: one.rating for one in ordered if isinstance(one, Rated)}
    return [
        replace(one, rating=rated[one.id]) if isinstance(one, Answered) and one.id in rated else one
        for one in ordered
        if not isinstance(one, Rated | TakenBack) and one.id not in gone
    ]


def reviews_of(records: Sequence[Record]) -> list[Answered]:
    """Gives the reviews among what stands: of each day the first answer that counts."""
    first: dict[int, Answered] = {}
    for one in records:
        if isinstance(one, Answered) and one.counts:
            first.setdefault(one.day, one)
    return list(first.values())


def schedule(
    records: Iterable[Record], parameters: Parameters = DEFAULT, eras: Eras = ALL_TRUSTED
) -> Card | None:
    """Folds the records of one point into its card.

    A point is enrolled by a miss, from practice too, or by a star that still stands. The first answer of a
    day that counts is that day's review; all others are practice and change nothing.

    Args:
        records: All of them, in any order.
        parameters: How to schedule.
        eras: The days on which the clock may have been right.

    Returns:
        The card, or None where the point is not enrolled.
    """
    left = standing(records, eras)
    enrolled_on = [one.day for one in left if isinstance(one, Answered) and one.rating is Rating.AGAIN]
    starred_on: list[int] = []
    for one in left:
        if isinstance(one, Starred):
            starred_on = [*starred_on, one.day] if one.on else []
    enrolled_on += starred_on
    if not enrolled_on:
        return None
    buried_on = max((one.day for one in left if isinstance(one, Buried)), default=0)
    reviews = reviews_of(left)
    if not reviews:
        day = min(enrolled_on)
        return Card(None, None, day + 1, day, 0, 0, False, _is_aside(left, []), buried_on)
    lapses = _lapses(reviews)
    stability, difficulty, due = _fold(reviews, parameters)
    recalled = any(review.recall and review.rating is not Rating.AGAIN for review in reviews)
    last_day = reviews[-1].day
    return Card(
        stability,
        difficulty,
        due if recalled else min(due, last_day + MAX_DAYS_WITHOUT_RECALL),
        last_day,
        len(reviews),
        len(lapses),
        recalled,
        _is_aside(left, lapses),
        buried_on,
    )


def futures(
    records: Sequence[Record], answer: Answered, parameters: Parameters = DEFAULT, eras: Eras = ALL_TRUSTED
) -> dict[Rating, Card]:
    """Gives the card that each rating of an answer leads to; what is applied is the same fold.

    Args:
        records: All records of its point, with the answer or without it, and with no other rating of it.
        answer: The answer, which counts.
        parameters: How to schedule.
        eras: The days on which the clock may have been right.
    """
    others = [
        one
        for one in records
        if one.id != answer.id and not (isinstance(one, Rated | TakenBack) and one.answer == answer.id)
    ]
    cards = {
        rating: schedule([*others, replace(answer, rating=rating)], parameters, eras) for rating in Rating
    }
    return {rating: card for rating, card in cards.items() if card is not None}


def retrievability(card: Card, day: int, parameters: Parameters = DEFAULT) -> float | None:
    """Gives how likely a point is recalled on a day, by FSRS; None where it was never reviewed."""
    if card.stability is None:
        return None
    import fsrs

    seen = fsrs.Card(card_id=0, stability=card.stability, last_review=_moment(card.last_day))
    at = _moment(max(day, card.last_day))
    likely: float = _scheduler(parameters).get_card_retrievability(seen, at)
    return likely


def foreseen(reviews: Sequence[Answered], parameters: Parameters = DEFAULT) -> list[float]:
    """Gives how likely each review but the first was to be recalled, 0 to 1, by those before it."""
    import fsrs

    scheduler = _scheduler(parameters)
    card = fsrs.Card(card_id=0)
    likely: list[float] = []
    for place, review in enumerate(reviews):
        at = _moment(review.day)
        if place:
            likely.append(scheduler.get_card_retrievability(card, at))
        card, _ = scheduler.review_card(card, fsrs.Rating(review.rating), at)
    return likely


def lived(card: Card, today: int, until: int, parameters: Parameters, chance: int) -> list[int]:
    """Plays a card on to a day, recalled as often as its retrievability says; gives the days it is asked.

    Args:
        card: A card that was reviewed before.
        today: The day of play.
        until: The first day that is not played.
        parameters: How to schedule.
        chance: Decides what is recalled and what is not: the same number, the same days.
    """
    import fsrs

    scheduler = _scheduler(parameters)
    seen = fsrs.Card(card_id=0, stability=card.stability, difficulty=card.difficulty, state=fsrs.State.Review)
    seen.last_review = _moment(card.last_day)
    day, asked = max(card.due, today), []
    while day < until:
        asked.append(day)
        drawn = zlib.crc32(f"{chance} {len(asked)}".encode()) / 2**32
        recalled = drawn < scheduler.get_card_retrievability(seen, _moment(day))
        rating = fsrs.Rating.Good if recalled else fsrs.Rating.Again
        seen, _ = scheduler.review_card(seen, rating, _moment(day))
        day = (seen.due - _EPOCH).days
    return asked


def _lapses(reviews: list[Answered]) -> list[Answered]:
    """Gives the reviews that were missed after an earlier one was not."""
    lapses, recalled = [], False
    for review in reviews:
        if review.rating is not Rating.AGAIN:
            recalled = True
        elif recalled:
            lapses.append(review)
    return lapses


def _is_aside(left: Sequence[Record], lapses: list[Answered]) -> bool:
    """Tells whether a point is set aside: by the player's last word, or by its lapses since then."""
    words = [one for one in left if isinstance(one, Suspended)]
    if words and words[-1].on:
        return True
    since = words[-1] if words else None
    later = [one for one in lapses if since is None or (one.day, one.at_ms) > (since.day, since.at_ms)]
    return len(later) >= LEECH_LAPSES


@lru_cache(maxsize=8)
def _scheduler(parameters: Parameters) -> fsrs.Scheduler:
    import fsrs

    return fsrs.Scheduler(
        **({"parameters": parameters.weights} if parameters.weights else {}),
        desired_retention=parameters.retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=parameters.max_interval_days,
        enable_fuzzing=False,  # the package would draw on the global random
    )


def _fold(reviews: list[Answered], parameters: Parameters) -> tuple[float | None, float | None, int]:
    """Gives stability, difficulty and the day due, after reviews."""
    import fsrs

    scheduler = _scheduler(parameters)
    card = fsrs.Card(card_id=0, due=_moment(reviews[0].day))
    for review in reviews:
        card, _ = scheduler.review_card(card, fsrs.Rating(review.rating), _moment(review.day))
    return card.stability, card.difficulty, (card.due - _EPOCH).days


def _moment(day: int) -> datetime:
    """FSRS sees a day of play as its 00:00 UTC, wherever it was played."""
    return _EPOCH + timedelta(days=day)
