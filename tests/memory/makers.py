"""Records of one point for the tests of memory.

from memory.makers import answer, star
"""

from __future__ import annotations

import itertools

from btsquiz.memory.records import Answered, Rating, Starred

AGAIN, HARD, GOOD, EASY = Rating
DAY_MS = 86_400_000
TODAY = 20_000

_ids = itertools.count()


def answer(
    day: int, rating: Rating, *, counts: bool = True, recall: bool = True, at_ms: int | None = None
) -> Answered:
    """Makes an answer; of two on one day the one made later was given later."""
    number = next(_ids)
    when = at_ms if at_ms is not None else day * DAY_MS + number
    return Answered(number.to_bytes(16, "big"), when, day, rating, counts, recall)


def practice(day: int, rating: Rating) -> Answered:
    """Makes an answer that may not be a review."""
    return answer(day, rating, counts=False)


def star(day: int, *, on: bool = True) -> Starred:
    """Makes a star, or the end of one."""
    number = next(_ids)
    return Starred(number.to_bytes(16, "big"), day * DAY_MS + number, day, on)
