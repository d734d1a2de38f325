"""Eras: a clock that is wrong by years leaves practice behind, and nothing due decades off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.eras import LEAP_DAYS, Eras
from btsquiz.memory.schedule import schedule
from memory.makers import AGAIN, GOOD, TODAY, answer, star

YEARS_50 = 50 * 365


def folded(records):
    """Folds records with the eras that their own days make."""
    return schedule(records, eras=Eras.of(record.day for record in records))


def test_days_that_are_near_are_one_era_and_all_trusted():
    assert Eras.of([]).spans == ()
    assert Eras.of([]).trusts(5)
    days = [TODAY, TODAY + LEAP_DAYS, TODAY + 2 * LEAP_DAYS]
    assert all(map(Eras.of(days).trusts, days))
    assert not Eras.of([*days, days[-1] + LEAP_DAYS + 1]).trusts(days[-1] + LEAP_DAYS + 1)


def test_a_single_day_far_off_is_not_trusted_and_two_are():
    days = [TODAY, TODAY + 1, TODAY + 9]
    assert not Eras.of([*days, TODAY + YEARS_50]).trusts(TODAY + YEARS_50)
    assert not Eras.of([*days, TODAY - 5 * 365]).trusts(TODAY - 5 * 365)
    assert Eras.of([*days, TODAY + YEARS_50, TODAY + YEARS_50 + 1]).trusts(TODAY + YEARS_50)
    assert all(Eras.of([*days, TODAY + YEARS_50]).trusts(day) for day in days)


def test_of_two_single_days_the_earlier_is_trusted_until_a_second_day_settles_it():
    assert Eras.of([TODAY, TODAY + YEARS_50]).spans == ((TODAY, TODAY),)
    assert Eras.of([TODAY, TODAY + YEARS_50, TODAY + YEARS_50 + 3]).spans == (
        (TODAY + YEARS_50, TODAY + YEARS_50 + 3),
    )


def test_what_was_answered_under_a_wrong_clock_is_practice():
    good = [answer(TODAY, AGAIN), answer(TODAY + 1, GOOD), answer(TODAY + 5, GOOD)]
    for wrong in (TODAY + YEARS_50, TODAY - 5 * 365):
        assert folded([*good, answer(wrong, GOOD)]) == folded(good)
        assert folded([*good, answer(wrong, AGAIN)]) == folded(good)


def test_a_miss_under_a_wrong_clock_enrols_on_the_nearest_day_that_is_trusted():
    eras = Eras.of([TODAY, TODAY + 3, TODAY + YEARS_50])
    card = schedule([answer(TODAY + YEARS_50, AGAIN)], eras=eras)
    assert (card.due, card.last_day, card.reviews) == (TODAY + 4, TODAY + 3, 0)
    assert schedule([star(TODAY - 3_000)], eras=Eras.of([TODAY, TODAY + 3, TODAY - 3_000])).due == TODAY + 1


def test_a_clock_ten_days_back_loses_nothing():
    records = [answer(TODAY, AGAIN), answer(TODAY + 4, GOOD), answer(TODAY - 6, GOOD)]
    card = folded(records)
    assert card.reviews == 3
    assert card.due > card.last_day == TODAY + 4


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from([AGAIN, GOOD])), min_size=2, max_size=12),
    st.sampled_from([-10, -5 * 365, 50 * 365, -20 * 365, 1, -1]),
    st.integers(0, 11),
)
def test_one_bad_day_puts_nothing_off_by_decades(given_on, off, place):
    records = [answer(TODAY, AGAIN), answer(TODAY + 1, GOOD)]
    records += [answer(TODAY + day, rating) for day, rating in given_on]
    place = 2 + place % len(given_on)
    records[place] = answer(records[place].day + off, records[place].rating)
    card = folded(records)
    assert card.last_day < card.due
    assert TODAY - 6 * 365 <= card.last_day <= TODAY + 401


@given(st.lists(st.integers(0, 60_000), max_size=20))
def test_every_day_is_settled_on_one_that_is_trusted(days):
    eras = Eras.of(days)
    for day in days:
        settled = eras.settle(answer(day, GOOD))
        assert eras.trusts(settled.day)
        assert settled.counts == eras.trusts(day)
    assert not days or any(map(eras.trusts, days))
