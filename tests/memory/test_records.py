from __future__ import annotations

import dataclasses

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.records import SLOW_FACTOR, Rating, rate
from memory.makers import AGAIN, GOOD, HARD, TODAY, answer, star


@pytest.mark.parametrize(
    ("right", "elapsed_ms", "median_ms", "rating"),
    [
        (False, 0, None, AGAIN),
        (False, 1, 1_000, AGAIN),
        (False, 90_000, 1_000, AGAIN),
        (True, 0, None, GOOD),
        (True, 10**9, None, GOOD),  # slow is nothing where nobody knows what is quick
        (True, 500, 1_000, GOOD),
        (True, 1_999, 1_000, GOOD),
        (True, 2_000, 1_000, GOOD),  # twice one's own median
        (True, 2_001, 1_000, HARD),
        (True, 90_000, 1_000, HARD),
    ],
)
def test_how_an_answer_is_rated(right, elapsed_ms, median_ms, rating):
    assert rate(right=right, elapsed_ms=elapsed_ms, median_ms=median_ms) is rating


def test_what_is_known_of_an_answer_may_be_only_whether_it_was_right():
    assert (rate(right=True), rate(right=False)) == (GOOD, AGAIN)


@given(st.booleans(), st.integers(0, 10**7), st.none() | st.integers(0, 10**7))
def test_easy_is_never_guessed_and_slower_is_never_better(right, elapsed_ms, median_ms):
    rating = rate(right=right, elapsed_ms=elapsed_ms, median_ms=median_ms)
    assert rating in {AGAIN, HARD, GOOD}
    assert (rating is AGAIN) == (not right)
    assert rate(right=right, elapsed_ms=elapsed_ms + 1, median_ms=median_ms) <= rating
    assert SLOW_FACTOR == 2


def test_ratings_are_those_of_fsrs():
    assert [(rating.name.title(), rating.value) for rating in Rating] == [
        (rating.name, rating.value) for rating in fsrs.Rating
    ]


@pytest.mark.parametrize("record", [answer(TODAY, GOOD), star(TODAY)])
def test_a_record_cannot_be_changed(record):
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.day = 1
    assert record == dataclasses.replace(record)
    assert hash(record) == hash(dataclasses.replace(record))


def test_right_with_help_is_hard_and_wrong_with_help_is_wrong() -> None:
    assert rate(right=True, helped=True) is HARD
    assert rate(right=False, helped=True) is AGAIN
