from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.game.commands import Next, Pass, TimeUp
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.judging import Verdict
from btsquiz.game.scoring import (
    LIMIT_MS,
    LONG_LIMIT_MS,
    NOTHING,
    Score,
    difficulty_factor,
    reading_ms,
    score,
    speed_share,
)
from btsquiz.game.state import begin
from btsquiz.game.timing import limit_ms, reading_time_ms
from btsquiz.question import Choice, Kind, Match, Order
from game.makers import RIGHT, WRONG, alone, asking, deal_of, give, make, play, played_out

LIMITS = [LIMIT_MS, LONG_LIMIT_MS]


def test_the_limits_are_twenty_and_forty_seconds():
    assert LIMITS == [20_000, 40_000]


@pytest.mark.parametrize(
    ("thinking_ms", "points"),
    [
        (-7_000, 1000),  # answered while still reading
        (-1, 1000),
        (0, 1000),
        (999, 1000),
        (1_000, 1000),  # the last of the grace
        (1_019, 1000),  # 999.5
        (1_020, 999),  # 999.47
        (1_057, 999),  # 998.5: half up, where half to even is 998
        (1_058, 998),
        (5_750, 875),  # a quarter of the way
        (10_500, 750),  # half-way
        (15_250, 625),
        (19_999, 500),
        (20_000, 500),  # the bell
        (99_000, 500),
    ],
)
def test_points_by_speed_on_the_short_clock(thinking_ms, points):
    assert score(1, speed_share(thinking_ms, 20_000), 0).points == points


@pytest.mark.parametrize(
    ("thinking_ms", "points"),
    [(0, 1000), (1_000, 1000), (10_750, 875), (20_500, 750), (30_250, 625), (40_000, 500), (40_001, 500)],
)
def test_points_by_speed_on_the_long_clock(thinking_ms, points):
    assert score(1, speed_share(thinking_ms, 40_000), 0).points == points


@pytest.mark.parametrize(
    ("difficulty", "fastest", "slowest"),
    [
        (1, [1000, 1100, 1200, 1300, 1400, 1500, 1500], [500, 550, 600, 650, 700, 750, 750]),
        (2, [1500, 1650, 1800, 1950, 2100, 2250, 2250], [750, 825, 900, 975, 1050, 1125, 1125]),
        (3, [2000, 2200, 2400, 2600, 2800, 3000, 3000], [1000, 1100, 1200, 1300, 1400, 1500, 1500]),
    ],
)
def test_every_difficulty_at_every_step_of_the_run(difficulty, fastest, slowest):
    assert [score(difficulty, Fraction(1), run).points for run in range(7)] == fastest
    assert [score(difficulty, Fraction(1, 2), run).points for run in range(7)] == slowest
    assert score(difficulty, Fraction(1), 99).points == fastest[-1]


@pytest.mark.parametrize(
    ("difficulty", "thinking_ms", "run", "points"),
    [
        (3, 1_010, 0, 1999),  # 1999.47; rounding the speed first would give 2000
        (2, 1_038, 0, 1499),  # 1498.5, half up
        (2, 10_500, 3, 1463),  # 750 x 1.5 x 1.3 = 1462.5
        (2, 6_000, 1, 1433),  # 1000 x 33/38 x 1.65 = 1432.89
        (3, 13_700, 5, 1997),  # 1000 x 253/380 x 3 = 1997.37; by parts it would be 1998
    ],
)
def test_rounded_once_and_half_up(difficulty, thinking_ms, run, points):
    assert score(difficulty, speed_share(thinking_ms, 20_000), run).points == points


def test_a_score_tells_its_parts():
    assert score(2, Fraction(3, 4), 2) == Score(points=1350, speed_points=750, difficulty=2, run_percent=20)
    assert score(3, Fraction(1), 8).run_percent == 50
    assert [difficulty_factor(difficulty) for difficulty in (1, 2, 3)] == [1, 1.5, 2]
    assert NOTHING.points == NOTHING.speed_points == NOTHING.run_percent == 0


@pytest.mark.parametrize(
    ("words", "ms"), [(0, 2_000), (1, 2_000), (8, 2_000), (9, 2_250), (12, 3_000), (100, 25_000)]
)
def test_reading_takes_a_second_for_four_words_and_two_at_least(words, ms):
    assert reading_ms(words) == ms


TIMES = st.integers(-50_000, 100_000)
DIFFICULTIES = st.integers(1, 3)
RUNS = st.integers(0, 12)


@given(DIFFICULTIES, TIMES, st.sampled_from(LIMITS), RUNS)
def test_points_are_the_formula_in_whole_numbers(difficulty, thinking_ms, limit_ms, run):
    # points = 1000 x (1 - late/2) x (1 + difficulty)/2 x (10 + steps)/10, by hand over one denominator
    window = limit_ms - 1_000
    late = min(max(thinking_ms - 1_000, 0), window)
    top = 1_000 * (2 * window - late) * (1 + difficulty) * (10 + min(run, 5))
    bottom = 2 * window * 2 * 10
    assert score(difficulty, speed_share(thinking_ms, limit_ms), run).points == (2 * top + bottom) // (
        2 * bottom
    )


@given(DIFFICULTIES, TIMES, st.integers(0, 30_000), st.sampled_from(LIMITS), RUNS)
def test_slower_is_never_more(difficulty, thinking_ms, more_ms, limit_ms, run):
    quick = score(difficulty, speed_share(thinking_ms, limit_ms), run)
    slow = score(difficulty, speed_share(thinking_ms + more_ms, limit_ms), run)
    assert slow.points <= quick.points
    assert slow.speed_points <= quick.speed_points


@given(DIFFICULTIES, TIMES, RUNS)
def test_harder_and_in_a_longer_run_is_never_less(difficulty, thinking_ms, run):
    share = speed_share(thinking_ms, LIMIT_MS)
    points = score(difficulty, share, run).points
    assert score(difficulty, share, run + 1).points >= points
    assert score(min(difficulty + 1, 3), share, run).points >= points
    assert speed_share(thinking_ms, LONG_LIMIT_MS) >= share


@given(DIFFICULTIES, TIMES, st.sampled_from(LIMITS), RUNS)
def test_a_right_answer_earns_half_at_least_and_three_thousand_at_most(difficulty, thinking_ms, limit, run):
    earned = score(difficulty, speed_share(thinking_ms, limit), run)
    assert 500 <= earned.speed_points <= 1000
    assert 500 <= earned.points <= 3000
    assert earned.run_percent in range(0, 51, 10)


# In a match


EIGHT = make("eight", Choice("Jaws", ("Alien", "Fame")), ask="Which of these was the shark?")
"""Nine words with its options: 2,250 ms to read."""
TWO_SCENES = Format("two", "Two", ("One", "Two"), takes=3)


@pytest.mark.parametrize(
    ("elapsed_ms", "points"),
    [
        (0, 1000),
        (2_250, 1000),
        (3_250, 1000),  # read, and the grace
        (3_307, 999),
        (12_750, 750),
        (22_249, 500),
    ],
)
def test_the_clock_starts_after_reading(elapsed_ms, points):
    state = asking(EIGHT, style=CLASSIC, now_ms=5_000)
    assert reading_time_ms(state) == 2_250
    state = give(state, RIGHT, 5_000 + elapsed_ms)
    assert state.points() == points
    assert state.result.elapsed_ms == elapsed_ms


@pytest.mark.parametrize("elapsed_ms", [22_250, 22_251, 10**9])
def test_at_the_bell_it_is_too_late(elapsed_ms):
    state = give(asking(EIGHT, style=CLASSIC), RIGHT, elapsed_ms)
    assert (state.result.verdict, state.points()) == (Verdict.TIMED_OUT, 0)


@pytest.mark.parametrize("kind", Kind)
def test_the_clock_is_long_for_what_is_typed_ordered_or_matched(kind):
    long = kind in {Kind.TYPED, Kind.ORDER, Kind.MATCH}
    state = asking(kind, style=CLASSIC)
    limit = 40_000 if long else 20_000
    assert limit_ms(state) == limit
    last = reading_time_ms(state) + limit - 1
    assert give(state, RIGHT, last).result.right
    assert give(state, RIGHT, last + 1).result.verdict is Verdict.TIMED_OUT


def test_all_that_is_shown_is_read():
    seven = "Seven words are what this stem has"
    assert len(seven.split()) == 7
    order = make("o", Order(("a b c", "d e f", "g h")), ask=seven)
    assert reading_time_ms(asking(order)) == 15 * 250
    match = make("m", Match((("a b", "c d e f"), ("g", "h i"))), ask=seven)
    assert reading_time_ms(asking(match)) == 16 * 250
    assert reading_time_ms(asking(make("t", Kind.TYPED, ask=seven))) == 2_000


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_earns_all_or_nothing(kind):
    for difficulty, points in (1, 1000), (2, 1500), (3, 2000):
        state = asking(make("q", kind, difficulty=difficulty), style=CLASSIC)
        assert give(state, RIGHT).points() == points
        assert give(state, WRONG).points() == 0
        assert play(state, Pass()).points() == 0
        assert play(state, TimeUp(), now_ms=10**9).points() == 0
        assert give(state, WRONG).result.score == NOTHING


def test_the_run_goes_on_across_scenes_and_breaks_on_a_miss():
    answers = [RIGHT, RIGHT, RIGHT, RIGHT, WRONG, RIGHT]
    state = begin(deal_of(*[make(f"q{place}") for place in range(6)], style=TWO_SCENES))
    earned, runs = [], []
    for answer in answers:
        state = play(state, Next()) if state.phase.value != "slate" else state
        state = play(state, Next()) if state.phase.value == "slate" else state
        runs.append(state.run())
        state = give(state, answer)
        earned.append(state.result.score.points)
    assert runs == [0, 1, 2, 3, 4, 0]
    assert earned == [1000, 1100, 1200, 1300, 0, 1000]
    assert state.points() == 5600
    assert (state.right(), state.run()) == (5, 1)


def test_no_answer_breaks_the_run_too():
    for broken in (Pass(), TimeUp()):
        state = give(asking(alone("a"), make("b"), make("c"), style=TWO_SCENES), {Kind.CHOICE: ("right a",)})
        state = play(state, Next())
        state = play(state, broken, now_ms=LONG_LIMIT_MS * 2)
        assert state.run() == 0


def test_calm_has_no_clock_and_no_runs():
    calm = CLASSIC.calm()
    assert (calm.timed, calm.runs) == (False, False)
    assert (calm.scenes, calm.takes, calm.name) == (CLASSIC.scenes, CLASSIC.takes, CLASSIC.name)
    state = asking(*[make(f"q{place}", difficulty=2) for place in range(3)], style=calm)
    for place in range(3):
        state = give(state, RIGHT, 10**9 * (place + 1))
        assert state.result.score == Score(1500, 1000, 2, 0)
        state = play(state, Next(), now_ms=10**9 * (place + 1)) if place < 2 else state


def test_classic_is_three_scenes_of_five_against_the_clock():
    assert (CLASSIC.name, len(CLASSIC.scenes), CLASSIC.takes, CLASSIC.length) == ("classic", 3, 5, 15)
    assert (CLASSIC.timed, CLASSIC.runs, CLASSIC.retakes) == (True, True, False)


def test_a_perfect_classic_earns_what_it_should():
    levels = [1] * 5 + [2] * 5 + [3] * 5
    deal = deal_of(*[make(f"q{n}", difficulty=level) for n, level in enumerate(levels)], style=CLASSIC)
    state = played_out(begin(deal), RIGHT)[-1]
    # 1000 x (1 + 1.1 + 1.2 + 1.3 + 1.4) + five at 1500 x 1.5 + five at 2000 x 1.5
    assert state.points() == 6_000 + 11_250 + 15_000
    assert (state.right(), state.run(), state.played) == (15, 15, True)
