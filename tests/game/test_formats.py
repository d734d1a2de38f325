"""Formats: lives, rungs, one clock for all, a stake; each is played by its own rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import IllegalCommand, NotEnoughQuestions
from btsquiz.game.commands import Bid, Ended, Judged, Next, Pass, Pause, Pick, Resume, TimeUp, Walk
from btsquiz.game.deal import deal
from btsquiz.game.formats import CLASSIC, FINAL_CUT, LADDER, LIGHTNING, SOLO, SURVIVAL, TODAY
from btsquiz.game.match import legal, step
from btsquiz.game.scoring import LIMIT_MS, LONG_LIMIT_MS
from btsquiz.game.state import Phase, State, begin
from btsquiz.game.timing import limit_ms, reading_time_ms, time_left_ms
from btsquiz.question import Kind
from game.makers import (
    LIVES,
    QUICK,
    RIGHT,
    RUNGS,
    TIMED,
    WAGER,
    WRONG,
    alone,
    asking,
    deal_of,
    give,
    make,
    play,
    played_out,
)

CHOICES = [Kind.CHOICE] * 5


def answered(state: State, right: bool) -> State:
    """Answers the take that is on and goes on to the next, or to the end."""
    state = give(state, RIGHT if right else WRONG)
    return play(state, Next()) if Next in legal(state) else state


# Lives


@given(st.lists(st.booleans(), min_size=4, max_size=4))
def test_a_match_of_lives_ends_with_the_last_of_them(rights: list[bool]) -> None:
    state = asking(*CHOICES[:4], style=LIVES)
    played = 0
    for right in rights:
        if state.phase is Phase.SLATE:
            state = play(state, Next())
        if state.phase is Phase.OVER:
            break
        state = answered(state, right)
        played += 1
    misses = [place for place, right in enumerate(rights, 1) if not right]
    expected = misses[1] if len(misses) > 1 else 4
    assert played == expected
    assert (state.phase, state.played) == (Phase.OVER, True)
    assert len(state.results) == expected


def test_no_answer_costs_a_life_too() -> None:
    state = play(asking(*CHOICES[:4], style=LIVES), Pass(), Next(), Pass(), Next())
    assert (state.phase, state.missed()) == (Phase.OVER, 2)


# Rungs


@given(st.integers(0, 5), st.sampled_from(["miss", "walk", "climb"]))
def test_a_ladder_pays_the_rung_or_what_is_safe(climbed: int, then: str) -> None:
    state = asking(*CHOICES, style=RUNGS)
    for _ in range(climbed):
        state = answered(state, right=True)
    assert state.points() == (0, *RUNGS.rungs)[climbed]
    if state.phase is Phase.OVER:
        assert climbed == 5
        return
    if then == "walk":
        assert (Walk in legal(state)) == (climbed > 0)
        if climbed:
            state, events = step(state, Walk(), 0)
            assert (state.played, events) == (True, (Ended(played=True),))
            assert state.points() == RUNGS.rungs[climbed - 1]
    elif then == "miss":
        state = answered(state, right=False)
        assert state.phase is Phase.OVER
        assert state.points() == (300 if climbed >= 2 else 0)


def test_after_a_miss_nobody_walks_away() -> None:
    state = give(answered(asking(*CHOICES, style=RUNGS), right=True), WRONG)
    assert state.phase is Phase.REVEALED
    assert Walk not in legal(state)


def test_only_on_a_ladder_does_one_walk_away() -> None:
    assert Walk not in legal(give(asking(*CHOICES, style=TIMED), RIGHT))


# One clock


def test_lightning_goes_from_take_to_take_without_a_reveal() -> None:
    state = asking(*CHOICES, style=QUICK)
    after, events = step(state, Pick(option=state.options().index("Jaws")), 500)
    assert [type(event) for event in events] == [Judged]
    assert (after.phase, after.position, after.opened_ms) == (Phase.ASKING, 1, 500)
    assert (after.result.score.points, after.points()) == (100, 100)
    hard = asking(make("q", difficulty=3), *CHOICES, style=QUICK)
    assert give(hard, RIGHT).points() == 100


def test_lightning_ends_when_its_minute_is_over_and_what_is_on_is_not_missed() -> None:
    state = give(asking(*CHOICES, style=QUICK), RIGHT, now_ms=20_000)
    assert time_left_ms(state, 20_000) == 40_000
    with pytest.raises(IllegalCommand):
        step(state, TimeUp(), 59_999)
    over, events = step(state, TimeUp(), 60_000)
    assert events == (Ended(played=True),)
    assert (over.phase, over.played, len(over.results)) == (Phase.OVER, True, 1)
    late, _ = step(state, Pick(option=0), 60_000)
    assert (late.phase, len(late.results)) == (Phase.OVER, 1)


def test_a_pause_does_not_cost_lightning_any_time() -> None:
    state = play(asking(*CHOICES, style=QUICK), Pause(), now_ms=10_000)
    assert time_left_ms(state, 500_000) == 50_000
    state = play(state, Resume(), now_ms=500_000)
    assert time_left_ms(state, 500_000) == 50_000


def test_lightning_ends_with_its_last_question() -> None:
    states = played_out(begin(deal_of(*CHOICES[:2], style=QUICK)), RIGHT)
    assert (states[-1].played, states[-1].points()) == (True, 200)
    state = asking(Kind.CHOICE, style=QUICK)
    _, events = step(state, Pick(option=0), 0)
    assert [type(event) for event in events] == [Judged, Ended]


# A stake


@pytest.mark.parametrize(("percent", "right", "left"), [
    (0, True, 1100), (0, False, 1100), (50, True, 1650), (50, False, 550), (100, True, 2200), (100, False, 0),
])  # fmt: skip
def test_a_stake_is_won_or_lost(percent: int, right: bool, left: int) -> None:
    state = answered(asking(make("one"), make("two"), style=replace(WAGER, timed=False)), right=True)
    state = replace(state, results=(replace(state.result, score=replace(state.result.score, points=1100)),))
    assert (state.phase, legal(state)) == (Phase.WAGER, legal(state) & {Bid, *legal(state)})
    assert Bid in legal(state)
    assert Pick not in legal(state)
    state = give(play(state, Bid(percent=percent), now_ms=700), RIGHT if right else WRONG, now_ms=800)
    assert state.points() == left
    assert state.result.score.staked


@pytest.mark.parametrize("percent", [-1, 101])
def test_nobody_stakes_more_than_all_or_less_than_nothing(percent: int) -> None:
    state = answered(asking(make("one"), make("two"), style=WAGER), right=True)
    with pytest.raises(IllegalCommand):
        step(state, Bid(percent=percent), 0)


def test_no_answer_loses_the_stake_and_so_does_a_late_one() -> None:
    state = answered(asking(make("one"), make("two"), style=WAGER), right=True)
    staked = play(state, Bid(percent=100), now_ms=0)
    assert play(staked, Pass()).points() == 0
    late_ms = reading_time_ms(staked) + LIMIT_MS
    assert play(staked, TimeUp(), now_ms=late_ms).points() == 0


def test_with_nothing_in_the_bank_nothing_is_at_stake() -> None:
    state = answered(asking(make("one"), make("two"), style=WAGER), right=False)
    assert give(play(state, Bid(percent=100)), WRONG).points() == 0
    assert give(play(state, Bid(percent=100)), RIGHT).points() == 0


def test_a_single_take_is_staked_upon_before_it_is_shown() -> None:
    state = asking(make("one"), style=WAGER)
    assert state.phase is Phase.WAGER
    assert play(state, Bid(percent=0)).phase is Phase.ASKING


# The deal, and the shipped formats


def test_a_format_takes_what_there_is_down_to_its_least() -> None:
    style = replace(LIVES, scenes=("One",), takes=40, least=3)
    pool = [alone(f"q{number}") for number in range(5)]
    assert len(deal(style, pool, "seed").takes) == 5
    with pytest.raises(NotEnoughQuestions, match="needs 6 questions"):
        deal(replace(style, least=6), pool, "seed")


def test_a_format_of_some_kinds_draws_only_those() -> None:
    pool = [make(f"{kind}{number}", kind) for kind in Kind for number in range(4)]
    style = replace(QUICK, kinds=("choice", "truefalse"), takes=8)
    assert {take.question.kind for take in deal(style, pool, "s").takes} == {Kind.CHOICE, Kind.TRUE_FALSE}


@pytest.mark.parametrize("style", SOLO.values(), ids=SOLO)
def test_every_solo_format_is_dealt_and_played_to_its_end(style) -> None:  # type: ignore[no-untyped-def]
    kinds = [Kind.CHOICE, Kind.TRUE_FALSE, Kind.NUMBER]
    pool = [make(f"q{n}", kinds[n % 3], difficulty=1 + n % 3, films=(f"f{n}",)) for n in range(80)]
    dealt = deal(style, pool, "seed")
    assert len(dealt.takes) == min(style.length, 54 if style.kinds else 80)
    for answers in (RIGHT, WRONG):
        state = played_out(begin(dealt), answers)[-1]
        assert (state.phase, state.played) == (Phase.OVER, True)
        assert (state.points() > 0) == (answers is RIGHT)


def test_the_shipped_formats_are_what_they_say() -> None:
    assert LADDER.safe == (5, 10)
    assert len(LADDER.rungs) == LADDER.length == 15
    assert sorted(LADDER.rungs) == list(LADDER.rungs)
    assert (SURVIVAL.lives, LIGHTNING.whole_ms, TODAY.length) == (3, 60_000, 7)
    assert FINAL_CUT.length == CLASSIC.length + 1
    assert all(style.about for style in SOLO.values())


@pytest.mark.parametrize("pace", [1, 2, 3])
def test_a_slower_clock_is_a_multiple(pace: int) -> None:
    assert limit_ms(asking(Kind.CHOICE, style=TIMED.paced(pace))) == pace * LIMIT_MS
    assert limit_ms(asking(Kind.ORDER, style=TIMED.paced(pace))) == pace * LONG_LIMIT_MS
    assert limit_ms(asking(Kind.CHOICE, style=QUICK.paced(pace))) == pace * 60_000
    assert limit_ms(asking(Kind.CHOICE, style=TIMED.paced(pace).calm())) is None
