from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.queue import NEW_A_DAY, SESSION, queue, siblings
from btsquiz.memory.schedule import Card
from memory.makers import TODAY


def card(due, *, new=False):
    return Card(None, None, due, due - 1, 0, 0) if new else Card(3.0, 5.0, due, due - 3, 2, 0)


def cards(*entries):
    return [(point, card(TODAY + days)) for point, days in entries]


def test_what_is_due_longest_comes_first_and_what_is_not_due_does_not():
    found = cards(("c/1", 0), ("b/1", -9), ("a/1", 1), ("d/1", -2), ("e/1", 100))
    assert queue(found, TODAY) == ["b/1", "d/1", "c/1"]
    assert queue(found, TODAY - 10) == []
    assert queue([], TODAY) == []


def test_of_one_day_the_order_is_by_name():
    assert queue(cards(("b/1", 0), ("a/1", 0), ("c/1", 0)), TODAY) == ["a/1", "b/1", "c/1"]


def test_a_session_has_fifteen_points_at_most():
    assert (SESSION, NEW_A_DAY) == (15, 2)
    found = cards(*[(f"p/{place:02}", -place) for place in range(40)])
    assert queue(found, TODAY) == [f"p/{place}" for place in range(39, 24, -1)]
    assert queue(found, TODAY, size=3) == ["p/39", "p/38", "p/37"]
    assert queue(found, TODAY, size=0) == []


def test_of_siblings_only_the_one_due_longest_is_asked():
    found = cards(
        ("jaws-1975.director", -1), ("jaws-1975.year", -3), ("jaws-1975.shark", -2), ("duel.year", 0)
    )
    assert queue(found, TODAY) == ["jaws-1975.year", "duel.year"]
    # a sibling that is not due keeps nobody waiting
    assert queue(cards(("jaws-1975.director", -1), ("jaws-1975.year", 3)), TODAY) == ["jaws-1975.director"]


def test_two_new_points_a_session_and_no_more():
    new = [(f"n/{place}", card(TODAY - 50 + place, new=True)) for place in range(5)]
    old = cards(("o/1", -1), ("o/2", 0))
    assert queue([*new, *old], TODAY) == ["n/0", "n/1", "o/1", "o/2"]
    assert queue(new, TODAY) == ["n/0", "n/1"]


def test_a_new_sibling_that_is_passed_over_uses_nothing_up():
    found = [
        ("film.a", card(TODAY - 9, new=True)),
        ("film.b", card(TODAY - 8, new=True)),
        ("x/1", card(TODAY - 7, new=True)),
        ("y/1", card(TODAY - 6, new=True)),
        ("y/2", card(TODAY - 5)),
    ]
    assert queue(found, TODAY) == ["film.a", "x/1", "y/2"]


@pytest.mark.parametrize(
    ("point", "family"),
    [
        ("jaws-1975.director", "jaws-1975"),
        ("3fa1c09b2e.number", "3fa1c09b2e"),
        ("3fa1c09b2e.number.2", "3fa1c09b2e"),
        ("alone", "alone"),
        ("club/night-12", "club/night-12"),
        ("club/v1.2", "club/v1.2"),
        ("my.club/3", "my.club/3"),
        ("", ""),
    ],
)
def test_what_is_family(point, family):
    assert siblings(point) == family


POINTS = st.from_regex(r"[ab](\.[xyz]|/[1-9])?", fullmatch=True)
CARDS = st.dictionaries(
    POINTS, st.builds(card, st.integers(TODAY - 20, TODAY + 5), new=st.booleans()), max_size=20
).map(lambda found: list(found.items()))


@given(CARDS, st.integers(0, 20), st.randoms(use_true_random=False))
def test_what_every_session_keeps(found, size, rng):
    by_point = dict(found)
    asked = queue(found, TODAY, size)
    assert asked == queue(rng.sample(found, len(found)), TODAY, size)
    assert len(asked) == len(set(asked)) <= size
    assert len({siblings(point) for point in asked}) == len(asked)
    assert [by_point[point].due for point in asked] == sorted(by_point[point].due for point in asked)
    assert all(by_point[point].due <= TODAY for point in asked)
    new = sum(not by_point[point].reviews for point in asked)
    assert new <= NEW_A_DAY
    if len(asked) < size:  # nobody was left out without a reason
        families = {siblings(point) for point in asked}
        for point, one in found:
            assert one.due > TODAY or siblings(point) in families or (not one.reviews and new == NEW_A_DAY)


@given(CARDS, st.integers(0, 20))
def test_a_shorter_session_is_the_beginning_of_a_longer_one(found, size):
    assert queue(found, TODAY, size + 1)[:size] == queue(found, TODAY, size)
