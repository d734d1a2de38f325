"""What memory is folded from: the answers to a point, and what its player said of them and of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Rating(enum.IntEnum):
    """How well something was recalled, as FSRS counts it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


SLOW_FACTOR = 2
"""Slower than this many times one's own median counts as slow."""


def rate(*, right: bool, helped: bool = False, elapsed_ms: int = 0, median_ms: int | None = None) -> Rating:
    """Rates an answer; Easy is only ever given by the player's hand.

    Args:
        right: Whether it was right; no answer is not.
        helped: Whether it took a hint, or options where it was to be typed.
        elapsed_ms: How long it took.
        median_ms: The player's own median for such questions, where slowness counts and it is known.
    """
    if not right:
        return Rating.AGAIN
    slow = median_ms is not None and elapsed_ms > SLOW_FACTOR * median_ms
    return Rating.HARD if slow or helped else Rating.GOOD


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to a point.

    Attributes:
        id: Its record's id.
        at_ms: When, in milliseconds since 1970, UTC.
        day: The day of play it was stamped with.
        rating: How well it was recalled.
        counts: Whether it may be a review; practice may not.
        recall: Whether it was answered without options to pick from.
    """

    id: bytes
    at_ms: int
    day: int
    rating: Rating
    counts: bool
    recall: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer was given another rating by its player's hand.

    Attributes:
        answer: The id of the answer's record.
        rating: The rating that stands from now on.
    """

    id: bytes
    at_ms: int
    day: int
    answer: bytes
    rating: Rating


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An answer was taken back, as though it had never been given.

    Attributes:
        answer: The id of the answer's record.
    """

    id: bytes
    at_ms: int
    day: int
    answer: bytes


@dataclass(frozen=True, slots=True)
class Starred:
    """A point was starred, or its star taken back."""

    id: bytes
    at_ms: int
    day: int
    on: bool


@dataclass(frozen=True, slots=True)
class Suspended:
    """A point was set aside until it is woken, or woken."""

    id: bytes
    at_ms: int
    day: int
    on: bool


@dataclass(frozen=True, slots=True)
class Buried:
    """A point was put off to the next day."""

    id: bytes
    at_ms: int
    day: int


Record = Answered | Rated | TakenBack | Starred | Suspended | Buried
