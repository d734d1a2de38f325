"""What a player's hand does: another rating, an answer taken back, a point set aside or put off."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.records import Buried, Rated, Suspended, TakenBack
from btsquiz.memory.schedule import LEECH_LAPSES, Card, Parameters, futures, schedule
from memory.makers import AGAIN, DAY_MS, EASY, GOOD, HARD, TODAY, answer, practice

_ids = itertools.count(10**6)


def said(kind, day, *rest):
    number = next(_ids)
    return kind(number.to_bytes(16, "big"), day * DAY_MS + number, day, *rest)


def days(cards):
    return {rating: card.interval_days for rating, card in cards.items()}


def test_the_four_futures_of_a_new_point():
    enrol, first = practice(TODAY - 1, AGAIN), answer(TODAY, GOOD)
    assert days(futures([enrol, first], first)) == {AGAIN: 1, HARD: 2, GOOD: 4, EASY: 16}
    assert days(futures([enrol], first, Parameters(retention=0.9))) == {AGAIN: 1, HARD: 1, GOOD: 2, EASY: 8}


RATINGS = st.sampled_from([AGAIN, HARD, GOOD, EASY])


@given(st.lists(st.tuples(st.integers(1, 300), RATINGS, st.booleans()), max_size=6), RATINGS, RATINGS)
def test_what_is_shown_is_what_is_applied(history, given_as, changed_to):
    day, records = TODAY, [practice(TODAY - 1, AGAIN)]
    for gap, rating, recall in history:
        day += gap
        records.append(answer(day, rating, recall=recall))
    last = answer(day + 3, given_as)
    shown = futures([*records, last], last)
    rated = said(Rated, last.day, last.id, changed_to)
    assert schedule([*records, last]) == shown[given_as]
    assert schedule([*records, last, rated]) == shown[changed_to]
    assert futures([*records, last, rated], last) == shown


def test_the_last_rating_stands():
    first = answer(TODAY, AGAIN)
    once, twice = said(Rated, TODAY, first.id, EASY), said(Rated, TODAY, first.id, HARD)
    enrol = practice(TODAY - 1, AGAIN)
    assert schedule([enrol, twice, first, once]) == schedule([enrol, answer(TODAY, HARD)])


def test_a_miss_that_is_rated_better_enrols_nobody():
    missed = answer(TODAY, AGAIN)
    assert schedule([missed, said(Rated, TODAY, missed.id, GOOD)]) is None


def test_an_answer_taken_back_was_never_given():
    enrol, slip, real = practice(TODAY - 1, AGAIN), answer(TODAY, AGAIN), answer(TODAY, GOOD)
    back = said(TakenBack, TODAY, slip.id)
    assert schedule([enrol, slip, back, real]) == schedule([enrol, real])
    assert schedule([slip, back]) is None
    assert schedule([enrol, slip, said(Rated, TODAY, slip.id, EASY), back]) == schedule([enrol])


def test_a_point_is_set_aside_until_it_is_woken():
    records = [answer(TODAY, AGAIN)]
    aside = said(Suspended, TODAY, True)
    assert schedule([*records, aside]).suspended
    assert schedule([*records, aside]).state == "suspended"
    assert not schedule([*records, aside, said(Suspended, TODAY + 1, False)]).suspended
    assert schedule([*records, aside]).due == schedule(records).due


def lapsing(times):
    records, day = [answer(TODAY, AGAIN)], TODAY
    for _ in range(times):
        records += [answer(day + 1, GOOD), answer(day + 5, AGAIN)]
        day += 5
    return records


def test_a_leech_is_set_aside_and_gets_as_many_tries_again_once_woken():
    assert LEECH_LAPSES == 6
    assert not schedule(lapsing(LEECH_LAPSES - 1)).suspended
    leech = lapsing(LEECH_LAPSES)
    assert schedule(leech).suspended
    woken = [*leech, said(Suspended, leech[-1].day, False)]
    assert not schedule(woken).suspended
    day = leech[-1].day
    for _ in range(LEECH_LAPSES):
        assert not schedule(woken).suspended
        woken += [answer(day + 1, GOOD), answer(day + 5, AGAIN)]
        day += 5
    assert schedule(woken).suspended


def test_a_point_put_off_is_due_as_before_and_says_when_it_was():
    card = schedule([answer(TODAY, AGAIN), said(Buried, TODAY + 1)])
    assert (card.buried_on, card.due) == (TODAY + 1, TODAY + 1)
    assert schedule([said(Buried, TODAY)]) is None


@pytest.mark.parametrize(
    ("recall", "interval", "in_it"), [(True, 61, True), (True, 60, False), (False, 99, False)]
)
def test_what_is_in_the_can(recall, interval, in_it):
    assert Card(1.0, 5.0, TODAY + interval, TODAY, 3, 0, recall).is_in_the_can == in_it
