"""Powers: once a match each, what they change, and that chance has no part after the deal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import Next, Pass, Pick, Say, ShowOptions, Use
from btsquiz.game.deal import compose, deal
from btsquiz.game.formats import SOLO
from btsquiz.game.judging import Verdict
from btsquiz.game.match import legal, step
from btsquiz.game.powers import Power, usable
from btsquiz.game.state import Phase, State, begin
from btsquiz.question import Choice, Kind
from game.makers import (
    AGAIN,
    HELPED,
    LIVES,
    RIGHT,
    RUNGS,
    WAGER,
    WITH_OPTIONS,
    WRONG,
    asking,
    give,
    make,
    play,
)

FOUR = Choice("Jaws", ("Alien", "Fame", "Duel"))
CALM = replace(HELPED, timed=False, runs=False)


def helped(*answers: object, **rest: object) -> State:
    """Begins a match of questions that each have a hint, with one in reserve."""
    asked = [make(f"q{n}", one, hint=f"hint {n}", **rest) for n, one in enumerate(answers or [FOUR] * 4)]
    spare = make("spare", FOUR, difficulty=3)
    return play(begin(compose(CALM, asked, "seed", reserves=[spare])), Next())


def pick(state: State, text: str) -> State:
    return play(state, Pick(option=state.options().index(text)))


@pytest.mark.parametrize("power", Power)
def test_each_power_is_used_once_a_match(power: Power) -> None:
    state = helped()
    assert power in usable(state)
    state = play(state, Use(power=power))
    while state.phase is not Phase.ASKING:
        state = play(state, Next())
    assert power not in usable(state)
    with pytest.raises(IllegalCommand):
        step(state, Use(power=power), 0)
    state = play(state, Pass(), Next())
    assert power not in usable(state)
    assert state.on == ()
    assert state.used == (power,)


@given(st.text(max_size=8))
def test_fifty_fifty_leaves_the_right_option_and_one_wrong(seed: str) -> None:
    state = play(begin(compose(CALM, [make("q", FOUR)], seed)), Next(), Use(power="fifty-fifty"))
    left = state.options()
    assert len(left) == 2
    assert "Jaws" in left
    assert [one for one in state.take.options[0] if one in left] == list(left)
    assert pick(state, "Jaws").result.right
    assert not pick(state, next(one for one in left if one != "Jaws")).result.right
    with pytest.raises(IllegalCommand):
        step(state, Pick(option=2), 0)


def test_which_wrong_one_stays_is_in_the_deal() -> None:
    kept = {compose(CALM, [make("q", FOUR)], str(seed)).takes[0].halved[1] for seed in range(40)}
    assert kept == {"Alien", "Fame", "Duel"}
    one, other = (compose(CALM, [make("q", FOUR)], "same") for _ in range(2))
    assert one == other


def test_a_hint_is_only_there_where_the_question_has_one() -> None:
    assert Power.HINT not in usable(asking(make("q", FOUR), make("p", FOUR), style=CALM))
    assert Power.HINT in play(helped(), Use(power="hint")).on


def test_a_skip_is_no_miss_and_breaks_no_run() -> None:
    state = give(play(begin(compose(HELPED, [make(f"q{n}") for n in range(4)], "s")), Next()), RIGHT)
    state = play(state, Next(), Use(power="skip"))
    assert (state.phase, state.result.verdict, state.result.missed) == (
        Phase.REVEALED,
        Verdict.SKIPPED,
        False,
    )
    assert (state.missed(), state.right(), state.run()) == (0, 1, 1)
    state = give(play(state, Next()), RIGHT)
    assert state.result.score.run_percent == 10


def test_a_skip_costs_no_life_and_brings_no_retake() -> None:
    state = play(
        asking(*[Kind.CHOICE] * 4, style=replace(LIVES, lives=1, powers=("skip",))), Use(power="skip")
    )
    assert play(state, Next()).phase is Phase.ASKING
    again = play(asking(Kind.CHOICE, Kind.CHOICE, style=replace(AGAIN, powers=("skip",))), Use(power="skip"))
    assert len(again.running) == 2


def test_a_swap_puts_a_reserve_in_its_place() -> None:
    state = helped()
    before = state.deal
    state = play(state, Use(power="swap"), now_ms=700)
    assert state.take.question.id == "spare"
    assert (state.take.scene, state.take.number, state.opened_ms) == (0, 0, 700)
    assert state.deal.reserves == ()
    assert state.deal.takes[1:] == before.takes[1:]
    assert pick(state, "Jaws").result.take == 0
    assert Power.SWAP not in usable(asking(*[Kind.CHOICE] * 4, style=CALM))


def test_double_doubles_what_a_right_answer_earns_and_nothing_else() -> None:
    state = play(helped(), Use(power="double"))
    assert give(state, RIGHT).result.score.points == 2000
    assert give(state, RIGHT).result.score.times == 2
    assert give(state, WRONG).points() == 0
    assert give(play(give(state, RIGHT), Next()), RIGHT).points() == 3000


def test_powers_go_with_what_the_take_is() -> None:
    typed = helped(WITH_OPTIONS, Kind.NUMBER, Kind.ORDER)
    assert set(usable(typed)) == {Power.HINT, Power.SKIP, Power.SWAP, Power.DOUBLE}
    shown = play(typed, ShowOptions())
    assert {Power.FIFTY, Power.AUDIENCE} <= set(usable(shown))
    assert len(play(shown, Use(power="fifty-fifty")).options()) == 2
    assert play(typed, Say(text="harvest")).result.right
    assert not {Power.FIFTY, Power.AUDIENCE} & set(usable(helped(Kind.TRUE_FALSE)))
    ladder = asking(*(make(f"q{n}", FOUR) for n in range(5)), style=replace(RUNGS, powers=tuple(Power)))
    assert set(usable(ladder)) <= {Power.FIFTY, Power.AUDIENCE}
    staked = asking(make("one"), style=replace(WAGER, powers=tuple(Power)))
    assert Use not in legal(staked)


@given(st.integers(1, 3), st.text(max_size=6))
def test_an_audience_nobody_asked_guesses_by_difficulty(difficulty: int, seed: str) -> None:
    take = compose(CALM, [make("q", FOUR, difficulty=difficulty)], seed).takes[0]
    shares = dict(zip(take.options[0], take.audience, strict=True))
    assert sum(take.audience) == 100
    assert take.polled == 0
    sure = {1: 60, 2: 45, 3: 30}[difficulty]
    assert sure - 1 <= shares["Jaws"] <= sure + 24


def test_an_audience_that_was_asked_says_what_was_picked_here() -> None:
    question = make("q", FOUR)
    history = {question.key: {"Jaws": 1, "Alien": 2, "Elsewhere": 9}}
    take = compose(CALM, [question], "s", history=history).takes[0]
    shares = dict(zip(take.options[0], take.audience, strict=True))
    assert take.polled == 3
    assert (shares["Jaws"], shares["Fame"], shares["Duel"]) == (33, 0, 0)
    assert shares["Alien"] == 67


def test_a_deal_hands_the_history_on() -> None:
    pool = [make(f"q{n}", Choice(f"right {n}", (f"a {n}", f"b {n}"))) for n in range(20)]
    history = {question.key: {question.answer.right: 4} for question in pool}  # type: ignore[union-attr]
    dealt = deal(SOLO["ladder"], pool, "seed", history=history)
    assert {take.polled for take in dealt.takes} == {4}
    assert all(max(take.audience) == 100 for take in dealt.takes)


def test_solo_formats_offer_powers_that_are_some() -> None:
    assert all(set(style.powers) <= set(Power) for style in SOLO.values())
    assert {power for style in SOLO.values() for power in style.powers} == set(Power)
