from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.queue import NEW_A_DAY, TONIGHT, is_asked, late_days, queue, siblings
from btsquiz.memory.schedule import Card
from memory.makers import TODAY


def card(due, *, new=False):
    return Card(None, None, due, due - 1, 0, 0) if new else Card(3.0, 5.0, due, due - 3, 2, 0)


def cards(*entries):
    return [(point, card(TODAY + days)) for point, days in entries]


def tonight(found, day=TODAY, **rest):
    """Asks the queue as the journal does: due longest first, what was never reviewed apart."""
    ordered = sorted(found, key=lambda one: (one[1].due, one[0]))
    reviewed = [one for one in ordered if one[1].reviews]
    return queue(reviewed, [one for one in ordered if not one[1].reviews], day, **rest)


def test_what_is_due_longest_comes_first_and_what_is_not_due_does_not():
    found = cards(("c/1", 0), ("b/1", -9), ("a/1", 1), ("d/1", -2), ("e/1", 100))
    assert tonight(found) == ["b/1", "d/1", "c/1"]
    assert tonight(found, TODAY - 10) == []
    assert tonight([]) == []


def test_of_one_day_the_order_is_by_name():
    assert tonight(cards(("b/1", 0), ("a/1", 0), ("c/1", 0))) == ["a/1", "b/1", "c/1"]


def test_a_night_has_twelve_points_due_and_two_new_ones_whatever_has_piled_up():
    assert (TONIGHT, NEW_A_DAY) == (12, 2)
    found = cards(*[(f"p/{place:02}", -place) for place in range(40)])
    new = [(f"n/{place}", card(TODAY - 50 + place, new=True)) for place in range(5)]
    assert tonight([*new, *found]) == [*(f"p/{place}" for place in range(39, 27, -1)), "n/0", "n/1"]
    assert tonight(found, due=3) == ["p/39", "p/38", "p/37"]
    assert tonight([*new, *found], due=0, new=1) == ["n/0"]
    assert tonight([*new, *found], due=-1, new=0) == []


def test_no_more_of_the_cards_are_looked_at_than_are_needed():
    looked = []

    def watched(entries):
        for entry in entries:
            looked.append(entry[0])
            yield entry

    found = cards(*[(f"p/{place:03}", -1) for place in range(200)])
    queue(watched(found), [], TODAY, due=5)
    assert len(looked) == 6


def test_of_siblings_only_the_one_due_longest_is_asked():
    found = cards(
        ("jaws-1975.director", -1), ("jaws-1975.year", -3), ("jaws-1975.shark", -2), ("duel.year", 0)
    )
    assert tonight(found) == ["jaws-1975.year", "duel.year"]
    # a sibling that is not due keeps nobody waiting
    assert tonight(cards(("jaws-1975.director", -1), ("jaws-1975.year", 3))) == ["jaws-1975.director"]


def test_whoever_was_met_today_waits_with_all_siblings():
    found = cards(("jaws-1975.director", -1), ("duel.year", 0), ("club/3", -2))
    assert tonight(found, met={"jaws-1975.year", "club/3"}) == ["duel.year"]


def test_a_new_sibling_that_is_passed_over_uses_nothing_up():
    found = [
        ("film.a", card(TODAY - 9, new=True)),
        ("film.b", card(TODAY - 8, new=True)),
        ("x/1", card(TODAY - 7, new=True)),
        ("y/1", card(TODAY - 6, new=True)),
        ("y/2", card(TODAY - 5)),
    ]
    assert tonight(found) == ["y/2", "film.a", "x/1"]


def test_what_is_set_aside_or_put_off_is_not_asked():
    found = [
        ("a/1", replace(card(TODAY - 2), suspended=True)),
        ("b/1", replace(card(TODAY - 2), buried_on=TODAY)),
        ("c/1", replace(card(TODAY - 2), buried_on=TODAY - 1)),
    ]
    assert tonight(found) == ["c/1"]


def test_many_due_on_one_day_are_spread_over_the_days_after_and_due_stays():
    many = [(f"p/{place}", Card(70.0, 5.0, TODAY, TODAY - 70, 4, 0)) for place in range(400)]
    asked = [sum(is_asked(point, one, TODAY + later) for point, one in many) for later in range(8)]
    assert asked[7] == 400  # none waits for more than a week
    assert all(30 < more - fewer < 70 for fewer, more in pairwise(asked))
    assert {one.due for _, one in many} == {TODAY}


@given(st.integers(0, 4_000), st.integers(0, 30), st.text(max_size=9))
def test_nobody_waits_longer_than_a_tenth_of_an_interval(interval, reviews, point):
    late = late_days(point, Card(1.0, 5.0, TODAY + interval, TODAY, reviews, 0))
    assert 0 <= late <= min(interval / 10, 7)


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


@given(CARDS, st.integers(0, 20), st.integers(0, 3), st.sets(POINTS, max_size=3))
def test_what_every_night_keeps(found, due, new, met):
    by_point = dict(found)
    asked = tonight(found, due=due, new=new, met=met)
    reviewed = [point for point in asked if by_point[point].reviews]
    assert asked[: len(reviewed)] == reviewed
    assert len(reviewed) <= due
    assert len(asked) - len(reviewed) <= new
    families = [siblings(point) for point in asked]
    assert len(set(families)) == len(families)
    assert {siblings(point) for point in met}.isdisjoint(families)
    assert [by_point[point].due for point in reviewed] == sorted(by_point[point].due for point in reviewed)
    assert all(by_point[point].due <= TODAY for point in asked)
    passed = {siblings(point) for point in (*asked, *met)}
    for point, one in found:  # nobody was left out without a reason
        full = len(reviewed) == due if one.reviews else len(asked) - len(reviewed) == new
        assert point in asked or one.due > TODAY or siblings(point) in passed or full


@given(CARDS, st.integers(0, 20))
def test_a_shorter_night_is_the_beginning_of_a_longer_one(found, due):
    assert tonight(found, due=due + 1, new=0)[:due] == tonight(found, due=due, new=0)
