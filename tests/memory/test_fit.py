"""Fitting: it helps a learner whose memory is another, and changes nothing that it cannot better."""

from __future__ import annotations

import math
import random
import sys

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.memory.fit import NotFitted, Reviewed, fit, log_loss, reviewed
from btsquiz.memory.numbers import by_age, calibration, daily_load, forecast
from btsquiz.memory.records import Answered
from btsquiz.memory.schedule import DEFAULT, Card, Parameters, retrievability, schedule
from memory.makers import AGAIN, GOOD, TODAY, answer, practice


def learner(seed: int, truth: Parameters, reviews: int, options: int = 0):
    """Plays a learner who remembers as `truth` says, scheduled as by default."""
    rng, histories, done = random.Random(seed), [], 0
    while done < reviews:
        day, history = TODAY + rng.randrange(60), []
        enrol = practice(day - 1, AGAIN)
        while day < TODAY + 365:
            recalled = rng.random() < 0.6
            if history:
                card = schedule([enrol, *(one for one, _ in history)], truth)
                recalled = rng.random() < retrievability(card, day, truth)
            guessed = options and rng.random() < 1 / options
            given_now = answer(day, GOOD if recalled or guessed else AGAIN, recall=not options)
            history.append((given_now, options))
            done += 1
            day = schedule([enrol, *(one for one, _ in history)]).due
        histories.append(history)
    return histories


def forgetful() -> Parameters:
    weights = list(fsrs.Scheduler().parameters)
    weights[:4] = [one * 0.3 for one in weights[:4]]
    weights[8] -= 0.6
    return Parameters(weights=tuple(weights))


def test_a_learner_whose_memory_is_another_is_foreseen_better() -> None:
    found = fit(learner(1, forgetful(), 1_500), DEFAULT)
    assert found.kept
    assert found.loss_after < found.loss_before
    assert found.parameters.weights
    assert found.reviews + found.held_back > 900
    assert 0.1 < found.held_back / (found.reviews + found.held_back) < 0.3


def test_what_foresees_no_better_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("btsquiz.memory.fit._fitted", lambda histories: forgetful().weights)
    found = fit(learner(2, DEFAULT, 800), DEFAULT)
    assert not found.kept
    assert found.parameters == DEFAULT
    assert found.loss_after > found.loss_before


def test_the_fit_does_not_see_what_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def look(histories):
        seen.extend(one.day for history in histories for one, _ in history)
        return DEFAULT.weights or tuple(fsrs.Scheduler().parameters)

    monkeypatch.setattr("btsquiz.memory.fit._fitted", look)
    histories = learner(3, DEFAULT, 800)
    found = fit(histories, DEFAULT)
    later = [one for history in histories for one, _ in history[1:] if one.day > max(seen)]
    assert len(later) == found.held_back > 0


def test_too_little_and_a_missing_package_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFitted, match="There are 0 repeated reviews"):
        fit([], DEFAULT)
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(NotFitted, match=r"pip install 'btsquiz\[fit\]'"):
        fit(learner(4, DEFAULT, 600), DEFAULT)


@pytest.mark.parametrize(
    ("likely", "options", "share"),
    [(0.8, 0, 0.8), (0.8, 4, 0.85), (0.0, 4, 0.25), (0.5, 2, 0.75), (1.0, 4, 1.0)],
)
def test_with_options_a_guess_may_be_right(likely, options, share) -> None:
    assert Reviewed(0, likely, options, recalled=True).share == pytest.approx(share)


def test_log_loss_by_hand() -> None:
    reviews = [Reviewed(0, 0.8, 0, recalled=True), Reviewed(0, 0.8, 0, recalled=False)]
    assert log_loss(reviews) == pytest.approx(-(math.log(0.8) + math.log(0.2)) / 2)
    assert log_loss([]) == 0
    assert log_loss([Reviewed(0, 1.0, 0, recalled=False)]) < 20


def test_what_is_foreseen_agrees_with_what_comes_with_and_without_options() -> None:
    for options in (0, 4):
        bins = calibration(reviewed(learner(5, DEFAULT, 6_000, options), DEFAULT))
        large = [one for one in bins if one.number >= 1_000]
        assert large
        for one in large:
            # a guess is taken for recall, so what follows it is foreseen too well
            assert one.right == pytest.approx(one.foreseen, abs=0.03 if not options else 0.12)


def test_every_review_but_the_first_is_in_one_bin_and_one_age() -> None:
    histories = learner(6, DEFAULT, 500)
    number = sum(len(history) - 1 for history in histories)
    assert sum(one.number for one in calibration(reviewed(histories, DEFAULT))) == number
    assert sum(one.number for one in by_age(histories, DEFAULT)) == number


@given(st.lists(st.tuples(st.integers(-50, 60), st.booleans()), max_size=40))
def test_the_forecast_counts_each_card_once(cards) -> None:
    kept = [Card(3.0, 5.0, TODAY + due, TODAY - 60, 2, 0, False, aside) for due, aside in cards]
    days = forecast(kept, TODAY)
    assert len(days) == 30
    assert sum(days) == sum(not aside and due < 30 for due, aside in cards)
    assert days[0] == sum(not aside and due <= 0 for due, aside in cards)


def test_the_load_grows_with_the_cards_and_not_with_those_set_aside() -> None:
    kept = [Card(5.0, 5.0, TODAY + place % 9, TODAY - 3, 3, 0) for place in range(400)]
    aside = [Card(5.0, 5.0, TODAY, TODAY - 3, 3, 0, False, True)] * 50
    load = daily_load(kept, TODAY, DEFAULT)
    assert load > 0
    assert daily_load([*kept, *aside], TODAY, DEFAULT) == load
    assert daily_load(kept * 2, TODAY, DEFAULT) == pytest.approx(2 * load, rel=0.2)
    assert daily_load([], TODAY, DEFAULT) == 0
    assert daily_load([Card(None, None, TODAY, TODAY, 0, 0)], TODAY, DEFAULT) == 0


def test_answers_are_of_a_kind() -> None:
    assert all(isinstance(one, Answered) for history in learner(7, DEFAULT, 50) for one, _ in history)
