from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.records import Answered, Starred
from btsquiz.memory.schedule import DEFAULT, MAX_DAYS_WITHOUT_RECALL, Card, Parameters, schedule
from memory.makers import AGAIN, DAY_MS, EASY, GOOD, HARD, TODAY, answer, practice, star

NAMES = {"A": AGAIN, "H": HARD, "G": GOOD, "E": EASY}


def on_days(*given_on, recall=True):
    """Makes counting answers, and a miss in practice before them, so that the point is enrolled."""
    return [
        practice(given_on[0][0] - 1, AGAIN),
        *(answer(day, rate, recall=recall) for day, rate in given_on),
    ]


# As FSRS has it


@pytest.mark.parametrize(
    ("ratings", "intervals"),
    [
        ("GGGGGG", [4, 31, 173, 773, 2859, 9071]),
        ("AGGGG", [1, 4, 17, 61, 192]),
        ("HGG", [2, 13, 58]),
        ("EGG", [16, 108, 563]),
        ("GGAGG", [4, 31, 4, 14, 44]),
        ("GHHH", [4, 20, 62, 140]),
        ("GEE", [4, 54, 532]),
        ("AAAG", [1, 1, 1, 1]),
        ("AHGE", [1, 2, 8, 41]),
    ],
)
def test_intervals_of_what_is_always_reviewed_when_due(ratings, intervals):
    day, reviews, found = TODAY, [], []
    for letter in ratings:
        reviews.append((day, NAMES[letter]))
        card = schedule(on_days(*reviews))
        found.append(card.due - day)
        day = card.due
    assert found == intervals


def test_a_retention_of_ninety_percent_gives_the_intervals_everybody_knows():
    day, reviews, found = TODAY, [], []
    for _ in range(5):
        reviews.append((day, GOOD))
        card = schedule(on_days(*reviews), Parameters(retention=0.9))
        found.append(card.due - day)
        day = card.due
    assert found == [2, 11, 46, 163, 497]


def test_the_card_of_one_history_to_the_last_digit():
    card = schedule(on_days((TODAY, GOOD), (TODAY + 4, GOOD), (TODAY + 35, AGAIN), (TODAY + 39, GOOD)))
    assert card == Card(
        stability=pytest.approx(7.487027216958928),
        difficulty=pytest.approx(7.38007426350719),
        due=TODAY + 39 + 14,
        last_day=TODAY + 39,
        reviews=4,
        lapses=1,
        recalled=True,
    )


def by_the_package(reviews, retention=0.85, maximum=36_500):
    """Gives stability, difficulty and due as the package's own scheduler has them."""
    scheduler = fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=maximum,
        enable_fuzzing=False,
    )
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    card = fsrs.Card(card_id=7, due=epoch)
    for day, rating in reviews:
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), epoch + timedelta(days=day))
    return card.stability, card.difficulty, (card.due - epoch).days


RATINGS = st.sampled_from([AGAIN, HARD, GOOD, EASY])
HISTORIES = st.lists(st.tuples(st.integers(1, 400), RATINGS), min_size=1, max_size=10).map(
    lambda gaps: [(TODAY + sum(gap for gap, _ in gaps[: n + 1]), rate) for n, (_, rate) in enumerate(gaps)]
)


@given(HISTORIES, st.sampled_from([0.7, 0.85, 0.97]), st.sampled_from([36_500, 100]))
def test_a_card_is_what_the_package_makes_of_its_reviews(reviews, retention, maximum):
    recalled = any(rate is not AGAIN for _, rate in reviews)
    card = schedule(on_days(*reviews), Parameters(retention, maximum))
    stability, difficulty, due = by_the_package(reviews, retention, maximum)
    assert (card.stability, card.difficulty) == (stability, difficulty)
    assert card.due == (due if recalled else min(due, reviews[-1][0] + MAX_DAYS_WITHOUT_RECALL))
    assert (card.last_day, card.reviews) == (reviews[-1][0], len(reviews))


@given(HISTORIES, st.randoms(use_true_random=False), st.data())
def test_the_hour_and_chance_elsewhere_do_not_matter(reviews, rng, data):
    random.seed(rng.random())
    hours = [data.draw(st.integers(-DAY_MS, 2 * DAY_MS)) for _ in reviews]
    records = [
        answer(day, rate, at_ms=day * DAY_MS + hour) for (day, rate), hour in zip(reviews, hours, strict=True)
    ]
    enrol = practice(TODAY - 1, AGAIN)
    assert schedule([enrol, *records]) == schedule(on_days(*reviews))


def test_the_defaults():
    assert Parameters(retention=0.85, max_interval_days=36_500) == DEFAULT
    assert MAX_DAYS_WITHOUT_RECALL == 21


# Which answers are reviews

RECORDS = st.lists(
    st.builds(
        answer,
        st.integers(TODAY, TODAY + 30),
        RATINGS,
        counts=st.booleans(),
        recall=st.booleans(),
        at_ms=st.integers(0, 9).map(lambda at_ms: TODAY * DAY_MS + at_ms),
    )
    | st.builds(star, st.integers(TODAY, TODAY + 30), on=st.booleans()),
    max_size=12,
)


@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(records, rng):
    assert schedule(rng.sample(records, len(records))) == schedule(records)
    assert schedule(iter(records)) == schedule(records)


@given(RECORDS)
def test_a_record_is_folded_by_day_then_time_then_id(records):
    ordered = sorted(records, key=lambda record: (record.day, record.at_ms, record.id))
    reviews = {}
    for record in ordered:
        if isinstance(record, Answered) and record.counts:
            reviews.setdefault(record.day, record.rating)
    card = schedule(records)
    if card is not None and reviews:
        assert (card.stability, card.difficulty) == by_the_package(reviews.items())[:2]
        assert card.reviews == len(reviews)


@pytest.mark.parametrize("later", [AGAIN, HARD, GOOD, EASY])
def test_only_the_first_counting_answer_of_a_day_is_a_review(later):
    first = on_days((TODAY, GOOD), (TODAY + 3, AGAIN))
    assert schedule([*first, answer(TODAY + 3, later), answer(TODAY + 3, later)]) == schedule(first)


def test_the_first_is_the_one_given_first_not_the_one_of_the_smaller_id():
    late = answer(TODAY, GOOD, at_ms=2)
    soon = answer(TODAY, AGAIN, at_ms=1)
    assert late.id < soon.id
    assert schedule([late, soon]).stability == by_the_package([(TODAY, AGAIN)])[0]
    same_moment = [answer(TODAY, AGAIN, at_ms=5), answer(TODAY, GOOD, at_ms=5)]
    assert schedule(reversed(same_moment)).stability == by_the_package([(TODAY, AGAIN)])[0]


def test_the_day_stamped_counts_and_not_the_time():
    # answered east of here: an earlier moment, on a later day
    records = [answer(TODAY, GOOD, at_ms=9), answer(TODAY + 1, AGAIN, at_ms=3)]
    card = schedule(records)
    assert (card.last_day, card.lapses) == (TODAY + 1, 1)
    assert card.stability == by_the_package([(TODAY, GOOD), (TODAY + 1, AGAIN)])[0]


@given(HISTORIES, st.lists(st.tuples(st.integers(0, 900), RATINGS), max_size=5))
def test_practice_changes_nothing_of_what_is_enrolled_and_reviewed(reviews, more):
    records = on_days(*reviews)
    assert schedule([*records, *(practice(TODAY + day, rate) for day, rate in more)]) == schedule(records)


def test_practice_before_the_first_answer_of_a_day_does_not_use_it_up():
    records = on_days((TODAY, GOOD))
    card = schedule([*records, practice(TODAY + 4, GOOD), answer(TODAY + 4, GOOD)])
    assert card == schedule([*records, answer(TODAY + 4, GOOD)])
    assert card.reviews == 2


# Who has a card at all


@pytest.mark.parametrize("rating", [HARD, GOOD, EASY])
def test_what_was_never_missed_or_starred_has_no_card(rating):
    assert schedule([]) is None
    assert schedule([answer(TODAY, rating), practice(TODAY + 1, rating), answer(TODAY + 2, rating)]) is None


def test_a_miss_enrols():
    card = schedule([answer(TODAY, AGAIN)])
    assert (card.due, card.last_day, card.reviews, card.lapses, card.state) == (
        TODAY + 1,
        TODAY,
        1,
        0,
        "review",
    )


def test_a_miss_in_practice_enrols_for_tomorrow():
    assert schedule([practice(TODAY, AGAIN)]) == Card(None, None, TODAY + 1, TODAY, 0, 0)
    assert schedule([practice(TODAY, AGAIN)]).state == "new"
    again = [practice(TODAY, GOOD), practice(TODAY + 3, AGAIN), practice(TODAY + 8, AGAIN)]
    assert schedule(again) == Card(None, None, TODAY + 4, TODAY + 3, 0, 0)


def test_what_was_right_before_it_was_missed_is_remembered():
    records = [answer(TODAY, GOOD), answer(TODAY + 10, GOOD), answer(TODAY + 100, AGAIN)]
    card = schedule(records)
    assert (card.reviews, card.lapses) == (3, 1)
    assert card.stability == by_the_package([(TODAY, GOOD), (TODAY + 10, GOOD), (TODAY + 100, AGAIN)])[0]


def test_a_star_enrols_and_taking_it_back_ends_that():
    records = [star(TODAY)]
    assert schedule(records) == Card(None, None, TODAY + 1, TODAY, 0, 0)
    records.append(star(TODAY, on=False))
    assert schedule(records) is None
    records.append(star(TODAY + 5))
    assert schedule(records) == Card(None, None, TODAY + 6, TODAY + 5, 0, 0)
    records += [answer(TODAY + 6, GOOD)]
    starred = schedule(records)
    assert (starred.reviews, starred.stability) == (1, by_the_package([(TODAY + 6, GOOD)])[0])
    records += [star(TODAY + 7, on=False)]
    assert schedule(records) is None
    assert schedule([*records, star(TODAY + 9)]) == starred


def test_a_second_star_does_not_put_off_the_first():
    assert schedule([star(TODAY), star(TODAY + 3)]) == schedule([star(TODAY)])
    ended = [star(TODAY - 9), star(TODAY - 9, on=False), star(TODAY), star(TODAY + 3)]
    assert schedule(ended) == schedule([star(TODAY)])


def test_a_star_and_a_miss_enrol_by_the_earlier():
    assert schedule([star(TODAY + 2), practice(TODAY, AGAIN)]).due == TODAY + 1
    assert schedule([star(TODAY), practice(TODAY + 2, AGAIN)]).due == TODAY + 1


def test_taking_a_star_back_leaves_a_miss_enrolled():
    assert schedule([answer(TODAY, AGAIN), star(TODAY), star(TODAY, on=False)]) == schedule(
        [answer(TODAY, AGAIN)]
    )


def test_the_last_star_is_the_last_by_time():
    off, on = star(TODAY, on=False), star(TODAY, on=True)
    assert schedule([off, on]) is not None
    assert schedule([replace(off, at_ms=on.at_ms + 1), on]) is None


@given(RECORDS)
def test_a_card_is_there_for_a_miss_or_a_standing_star_alone(records):
    stars = sorted(
        (one for one in records if isinstance(one, Starred)), key=lambda one: (one.day, one.at_ms, one.id)
    )
    missed = any(isinstance(one, Answered) and one.rating is AGAIN for one in records)
    assert (schedule(records) is not None) == (missed or bool(stars and stars[-1].on))


# When it is due


@pytest.mark.parametrize(
    ("recalls", "ratings", "interval"),
    [
        ([False] * 3, "GGG", 21),  # FSRS: 173
        ([False] * 2, "GG", 21),  # FSRS: 31
        ([False], "G", 4),
        ([False], "E", 16),
        ([True, False], "GG", 31),
        ([False, True], "GG", 31),
        ([True, False], "AG", 4),
        ([True, False, False, False], "AGGG", 21),  # it was asked without options, and missed
        ([False, False, False, True], "GGGA", 8),
    ],
)
def test_what_was_never_recalled_without_options_is_due_within_three_weeks(recalls, ratings, interval):
    day, records = TODAY, [practice(TODAY - 1, AGAIN)]
    reviews = []
    for recall, letter in zip(recalls, ratings, strict=True):
        records.append(answer(day, NAMES[letter], recall=recall))
        reviews.append((day, NAMES[letter]))
        last = day
        day = by_the_package(reviews)[2]
    card = schedule(records)
    assert card.due - last == interval
    assert card.stability == by_the_package(reviews)[0]  # what is thought of it is not capped


def test_recall_in_practice_does_not_lift_the_cap():
    records = [
        practice(TODAY, AGAIN),
        answer(TODAY, GOOD, recall=False),
        answer(TODAY + 4, GOOD, recall=False),
    ]
    assert schedule(records).due == TODAY + 4 + 21
    assert schedule([*records, practice(TODAY + 5, GOOD)]).due == TODAY + 4 + 21


@given(RECORDS, st.sampled_from([0.7, 0.85, 0.97]))
def test_a_card_is_due_after_its_last_day_and_within_its_bounds(records, retention):
    card = schedule(records, Parameters(retention, 365))
    if card is None:
        return
    assert card.last_day < card.due <= card.last_day + 365
    assert card.last_day in {record.day for record in records}
    assert 0 <= card.lapses <= max(card.reviews - 1, 0)
    assert (card.stability is None) == (card.difficulty is None) == (card.reviews == 0)
    assert card.stability is None or (card.stability > 0 and 1 <= card.difficulty <= 10)


@given(HISTORIES, st.sampled_from([HARD, GOOD, EASY]), st.integers(1, 1_000))
def test_stability_never_falls_on_success(reviews, rating, gap):
    before = schedule(on_days(*reviews))
    after = schedule(on_days(*reviews, (reviews[-1][0] + gap, rating)))
    assert after.stability >= before.stability
    assert after.lapses == before.lapses


@given(HISTORIES, st.integers(1, 1_000))
def test_a_miss_never_rests_longer_than_a_success(reviews, gap):
    day = reviews[-1][0] + gap
    dues = [schedule(on_days(*reviews, (day, rating))).due for rating in (AGAIN, HARD, GOOD, EASY)]
    assert dues == sorted(dues)


@given(HISTORIES)
def test_whoever_wants_to_know_more_is_asked_more_often(reviews):
    dues = [schedule(on_days(*reviews), Parameters(retention)).due for retention in (0.95, 0.85, 0.75)]
    assert dues == sorted(dues)


@pytest.mark.parametrize(
    ("ratings", "lapses"), [("A", 0), ("AA", 0), ("G", 0), ("GA", 1), ("GAA", 2), ("AAGA", 1), ("HAGEA", 2)]
)
def test_a_lapse_is_a_miss_of_what_was_known(ratings, lapses):
    reviews = [(TODAY + 5 * place, NAMES[letter]) for place, letter in enumerate(ratings)]
    card = schedule(on_days(*reviews))
    assert (card.lapses, card.reviews) == (lapses, len(ratings))
