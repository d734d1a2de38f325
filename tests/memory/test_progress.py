from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.progress import RANKS, nights_in_a_row, rank_of
from memory.makers import TODAY


@pytest.mark.parametrize(
    ("cans", "title", "following", "missing"),
    [
        (0, "runner", "clapper loader", 5),
        (4, "runner", "clapper loader", 1),
        (5, "clapper loader", "grip", 10),
        (72, "gaffer", "focus puller", 28),
        (1_000, "director", "", 0),
        (9_999, "director", "", 0),
    ],
)
def test_the_ranks(cans, title, following, missing):
    rank = rank_of(cans)
    assert (rank.title, rank.following, rank.missing) == (title, following, missing)
    assert [least for least, _ in RANKS] == sorted({least for least, _ in RANKS})


@pytest.mark.parametrize(
    ("ago", "nights"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),
        ([2], 1),  # last night was the free one, and tonight is still to come
        ([3], 0),
        ([0, 1, 2], 3),
        ([1, 2, 3], 3),
        ([0, 2, 3], 3),
        ([0, 2, 4], 2),  # two free nights within seven
        ([0, 1, 3, 4, 5, 6, 7, 8, 9, 11], 10),
        ([0, 2, 3, 4, 5, 6, 7, 9], 8),
        ([0, 2, 3, 4, 5, 6, 8], 6),
        ([0, -5], 1),
    ],
)
def test_nights_in_a_row_with_one_of_seven_free(ago, nights):
    assert nights_in_a_row([TODAY - days for days in ago], TODAY) == nights


@given(st.sets(st.integers(TODAY - 60, TODAY), max_size=60))
def test_one_night_more_never_makes_the_row_shorter(days):
    assert nights_in_a_row(days, TODAY) <= nights_in_a_row({*days, TODAY}, TODAY) <= len({*days, TODAY})


@given(st.integers(1, 60))
def test_every_night_counts_where_none_is_left_out(length):
    assert nights_in_a_row(range(TODAY - length + 1, TODAY + 1), TODAY) == length
