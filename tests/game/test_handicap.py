"""The head start: golden numbers by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.game.deal import compose
from btsquiz.game.formats import BUZZER, SEALED, TURNS
from btsquiz.game.handicap import asked_of_all, head_starts, possible, rating
from game.makers import make


def test_a_rating_begins_at_a_half_and_moves_with_what_was_played() -> None:
    assert rating([]) == 0.5
    assert rating([(900, 1_000)]) == (900 + 500) / (1_000 + 1_000)
    assert rating([(900, 1_000), (0, 2_000)]) == 1_400 / 4_000


@pytest.mark.parametrize(
    ("ratings", "could", "takes", "starts"),
    [
        ((0.5, 0.5), (3_000, 3_000), 15, (0, 0)),
        # 0.8 · 3000 − 0.5 · 3000 = 900; alone 50 · 15 · (0.8 · 0.5 − 0.5 · 0.2) = 225
        ((0.8, 0.5), (3_000, 3_000), 15, (0, 1_100)),
        ((0.8, 0.5), (3_000, 3_000), 0, (0, 900)),
        ((0.5, 0.8), (2_400, 2_400), 0, (700, 0)),
        # alone of three: 500 · 0.9 · 0.5 · 0.7 = 157.5; 500 · 0.5 · 0.1 · 0.7 = 17.5;
        # 500 · 0.3 · 0.1 · 0.5 = 7.5
        ((0.9, 0.5, 0.3), (1_000, 1_000, 1_000), 10, (0, 550, 750)),
    ],
)
def test_a_head_start_is_what_the_strongest_is_expected_to_earn_more(ratings, could, takes, starts) -> None:
    assert head_starts(ratings, could, takes) == starts


@given(st.lists(st.floats(0, 1), min_size=2, max_size=4))
def test_the_strongest_starts_on_nothing_and_nobody_owes_any(ratings: list[float]) -> None:
    starts = head_starts(ratings, [3_000] * len(ratings), 15)
    assert min(starts) == 0
    assert starts[ratings.index(max(ratings))] == 0
    assert all(start % 50 == 0 for start in starts)


def test_what_can_be_earned_is_what_one_is_asked() -> None:
    questions = [make(f"q{place}", difficulty=1 + place % 3) for place in range(24)]
    by_turns = compose(TURNS, questions, "s", seats=("Ann", "Bob"))
    assert possible(by_turns, 0) + possible(by_turns, 1) == 24 * 200
    sealed = compose(SEALED, questions[:15], "s", seats=("Ann", "Bob"))
    assert possible(sealed, 0) == possible(sealed, 1) == 15 * 200
    assert (asked_of_all(sealed), asked_of_all(by_turns)) == (15, 0)
    assert possible(compose(BUZZER, questions[:15], "s", seats=("Ann", "Bob")), 1) == 15 * 200
