"""Duels: sealed, in turns, with buzzers; ties, stakes and appeals."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from btsquiz.errors import IllegalCommand
from btsquiz.game.buzzer import LOCKED_MS, PHOTO_MS
from btsquiz.game.commands import (
    Abandon,
    Agree,
    Appeal,
    Bid,
    Buzz,
    Ended,
    Flag,
    Flagged,
    Judged,
    Lift,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    ShowOptions,
    TimeUp,
    Undo,
)
from btsquiz.game.deal import compose, deal
from btsquiz.game.duel import DEAF_MS
from btsquiz.game.formats import BUZZER, SEALED, TURNS
from btsquiz.game.judging import Verdict
from btsquiz.game.match import legal, step
from btsquiz.game.order import ANYBODY, order_of
from btsquiz.game.scoring import ALONE_POINTS, NOTHING
from btsquiz.game.state import Phase, State, begin
from btsquiz.game.timing import ATTEMPT_MS, stem_ms, time_left_ms, words_shown
from btsquiz.question import Kind
from game.makers import RIGHT, WRONG, alone, make, play, well_formed

NAMES = ("Ann", "Bob", "Cleo", "Dan")
SMALL = replace(SEALED, scenes=("One", "Two"), takes=2)
BY_TURNS = replace(TURNS, scenes=("One", "Two"), takes=1)
PRESSED = replace(BUZZER, scenes=("One",), takes=3)
PLAIN_STYLES = (SMALL, BY_TURNS, PRESSED)
STYLES = [
    *PLAIN_STYLES,
    *(replace(style, wager=True) for style in PLAIN_STYLES),
    *(replace(style, timed=False) for style in PLAIN_STYLES),
    replace(SMALL, speed=True, runs=True),
]


def duel(style=SMALL, seats=2, spare=2, kinds=(Kind.CHOICE,), heads=()) -> State:
    """Begins a duel with as many takes as its format has, of these kinds in turn."""
    each = seats if style.duel == "turns" else 1
    length = len(style.scenes) * style.takes * each + style.wager
    questions = [
        make(f"q{place}", kinds[place % len(kinds)], difficulty=1 + place % 3)
        for place in range(length + spare)
    ]
    drawn = compose(style, questions[:length], "seed", seats=NAMES[:seats], reserves=questions[length:])
    return begin(replace(drawn, head_starts=heads))


def answer(state: State, *, right: bool, now_ms: int = 0) -> State:
    """Answers for the seat whose turn it is."""
    seat, kind = state.seat, state.take.question.kind
    response = (RIGHT if right else WRONG)[kind]
    if kind in {Kind.NUMBER, Kind.TYPED}:
        return play(state, Say(seat=seat, text=response[0]), now_ms=now_ms)
    for text in response:
        state = play(state, Pick(seat=seat, option=state.options(seat).index(text)), now_ms=now_ms)
    return state if kind in {Kind.CHOICE, Kind.TRUE_FALSE} else play(state, Lock(seat=seat), now_ms=now_ms)


def on(state: State, now_ms: int, **given_by: bool) -> tuple[State, int]:
    """Goes on by one command, time passing; `Ann=True` lets her answer right, the others wrong."""
    now_ms += 500
    seat = state.seat
    match state.phase:
        case Phase.CURTAIN:
            return play(state, Lift(seat=seat), now_ms=now_ms), now_ms
        case Phase.WAGER:
            return play(state, Bid(seat=seat, percent=50), now_ms=now_ms), now_ms
        case Phase.BUZZ:
            now_ms = max(now_ms, state.opened_ms)
            first = min(set(range(len(state.deal.seats))) - state.buttons.tried)
            return play(state, Buzz(seat=first), now_ms=now_ms), now_ms
        case Phase.ASKING:
            right = given_by.get(state.deal.seats[seat], False)
            return answer(state, right=right, now_ms=now_ms), now_ms
        case _:
            return play(state, Next(), now_ms=now_ms), now_ms


def played(state: State, **given_by: bool) -> State:
    now_ms = 0
    for _ in range(500):
        if state.phase is Phase.OVER:
            return state
        state, now_ms = on(state, now_ms, **given_by)
    raise AssertionError("the duel does not end")


def until(state: State, phase: Phase, now_ms: int = 0, **given_by: bool) -> tuple[State, int]:
    for _ in range(500):
        if state.phase is phase:
            return state, now_ms
        state, now_ms = on(state, now_ms, **given_by)
    raise AssertionError(f"{phase} never comes")


# Order


@pytest.mark.parametrize("seats", [2, 3, 4])
def test_sealed_each_seat_has_every_scene_whole_and_who_begins_rotates(seats: int) -> None:
    state = duel(seats=seats)
    order = order_of(state.deal)
    assert Counter(order) == Counter((take, seat) for take in range(4) for seat in range(seats))
    assert [seat for _, seat in order[::2]] == [*range(seats), *range(1, seats), 0]
    assert [take for take, _ in order] == [0, 1] * seats + [2, 3] * seats


@pytest.mark.parametrize("seats", [2, 3, 4])
def test_in_turns_it_goes_there_and_back(seats: int) -> None:
    turns = [seat for _, seat in order_of(duel(BY_TURNS, seats).deal)]
    assert turns == [*range(seats), *reversed(range(seats))]


def test_in_turns_each_round_is_of_one_difficulty_where_the_pool_has_it() -> None:
    # Every reveal tells every answer, so that some rule has to give way; this one does not.
    pool = [make(f"q{n}", difficulty=1 + n % 3) for n in range(200)]
    for seats in (2, 3, 4):
        drawn = deal(TURNS, pool, "s", seats=NAMES[:seats])
        levels = [take.question.difficulty for take in drawn.takes]
        assert len(levels) == 12 * seats
        for start in range(0, len(levels), seats):
            assert len(set(levels[start : start + seats])) == 1
        assert Counter(take.scene for take in drawn.takes) == dict.fromkeys(range(3), 4 * seats)


@pytest.mark.parametrize("style", [SEALED, TURNS, BUZZER])
def test_each_scene_of_a_duel_goes_from_easy_to_hard(style) -> None:
    pool = [alone(f"q{n}", difficulty=1 + n % 3) for n in range(200)]
    takes = deal(style, pool, "s", seats=NAMES[:2]).takes
    for scene in range(3):
        levels = [take.question.difficulty for take in takes if take.scene == scene]
        assert levels == sorted(levels)
        assert set(levels) == {1, 2, 3}


# Sealed


def test_nothing_is_scored_or_shown_until_all_have_sealed_and_each_take_is_shown_once() -> None:
    state, now_ms = until(duel(), Phase.REVEALED, Ann=True)
    assert [(one.take, one.seat) for one in state.results] == [(0, 0), (0, 1)]
    assert [(one.take, one.seat) for one in state.sealed] == [(1, 0), (1, 1)]
    assert (state.points(0), state.points(1)) == (100 + ALONE_POINTS, 0)
    state = play(state, Next(), now_ms=now_ms)
    assert (state.phase, state.shown, state.sealed) == (Phase.REVEALED, 1, ())
    assert state.points(0) == 100 + 200 + 2 * ALONE_POINTS
    assert play(state, Next(), now_ms=now_ms).phase is Phase.SLATE


def test_both_right_earn_no_more_for_it() -> None:
    state = played(duel(), Ann=True, Bob=True)
    assert {state.points(0), state.points(1)} == {100 + 200 + 300 + 100 + 200 + 300}
    assert all(not result.score.alone for result in state.results)


def test_the_curtain_is_deaf_at_first_and_lifts_for_its_own_seat_alone() -> None:
    state = play(duel(), Next(), now_ms=1_000)
    assert (state.phase, state.seat) == (Phase.CURTAIN, 0)
    assert legal(state, 1) == {Abandon}
    with pytest.raises(IllegalCommand):
        step(state, Lift(seat=1), 2_000)
    with pytest.raises(IllegalCommand):
        step(state, Lift(seat=0), 1_000 + DEAF_MS - 1)
    state, _ = step(state, Lift(seat=0), 1_000 + DEAF_MS)
    assert (state.phase, state.opened_ms) == (Phase.ASKING, 1_000 + DEAF_MS)


def test_the_curtain_falls_where_the_seat_changes_and_nowhere_else() -> None:
    state, now_ms, fallen = duel(seats=3), 0, []
    while state.phase is not Phase.OVER:
        before = state
        state, now_ms = on(state, now_ms, Ann=True)
        if state.phase is Phase.CURTAIN:
            fallen.append((before.phase, state.seat))
    assert [seat for _, seat in fallen] == [0, 1, 2, 1, 2, 0]


def test_a_sealed_answer_can_be_taken_back_while_its_clock_runs() -> None:
    state, now_ms = until(duel(), Phase.LOCKED)
    opened_ms = state.opened_ms
    assert legal(state, 0) == {Next, Undo, Abandon}
    assert legal(state, 1) == {Next, Abandon}
    again, _ = step(state, Undo(seat=0), now_ms + 1)
    assert (again.phase, again.opened_ms, again.sealed) == (Phase.ASKING, opened_ms, ())
    with pytest.raises(IllegalCommand):
        step(state, Undo(seat=0), now_ms + 100_000)


def test_another_seat_cannot_answer() -> None:
    state, now_ms = until(duel(), Phase.ASKING)
    assert legal(state, 1) == {Pause, Abandon}
    with pytest.raises(IllegalCommand):
        step(state, Pick(seat=1, option=0), now_ms)


# Ties


def test_a_tie_is_broken_by_more_takes_for_those_who_are_tied() -> None:
    state = duel(seats=3, spare=2)
    now_ms = 0
    while not state.is_sudden:
        state, now_ms = on(state, now_ms, Ann=True, Bob=True)
    assert (state.phase, sorted(state.turns[state.position :])) == (Phase.SLATE, [0, 1])
    state, now_ms = until(state, Phase.REVEALED, now_ms, Bob=True)
    state = play(state, Next(), now_ms=now_ms)
    assert (state.phase, state.played) == (Phase.OVER, True)
    assert state.points(1) > state.points(0) > state.points(2)


def test_with_as_many_points_more_right_answers_win() -> None:
    questions = [make(f"q{place}", difficulty=level) for place, level in enumerate((2, 1, 1, 2))]
    style = replace(TURNS, scenes=("One",), takes=2)
    state = begin(compose(style, questions, "seed", seats=NAMES[:2], reserves=[make("spare")]))
    now_ms = 0
    while state.phase is not Phase.OVER:  # Ann has one of difficulty 2, Bob both of difficulty 1
        knows = "Bob" if state.deal.take(state.index).question.difficulty == 1 else "Ann"
        state, now_ms = on(state, now_ms, **({knows: True} if (state.index, knows) != (3, "Ann") else {}))
    assert (state.points(0), state.points(1)) == (200, 200)
    assert (state.right(0), state.right(1)) == (1, 2)
    assert len(state.running) == 4


def test_where_no_take_is_left_a_tie_stands() -> None:
    state = played(duel(spare=2), Ann=True, Bob=True)
    assert state.points(0) == state.points(1)
    assert len({one.take for one in state.results}) == 6


def test_head_starts_count() -> None:
    state = duel(heads=(0, 300))
    assert (state.points(0), state.points(1)) == (0, 300)
    assert played(state).points(1) == 300


# Stakes


@pytest.mark.parametrize(
    ("bids", "winner"),
    [((50, 40), 0), ((40, 50), 1), ((50, 50), 1), ((0, 0), ANYBODY), ((0, 10), 1), ((100, 0), 0)],
)
def test_the_highest_stake_plays_and_tied_stakes_go_to_who_has_less(
    bids: tuple[int, int], winner: int
) -> None:
    state = duel(replace(SMALL, scenes=("One", "Two"), wager=True), heads=(0, 100))
    state, now_ms = until(state, Phase.WAGER, Ann=True)
    had = state.points(0), state.points(1)
    assert had[0] > had[1] == 100
    by_seat = dict(enumerate(bids))
    for _ in range(2):
        state, now_ms = until(state, Phase.WAGER, now_ms)
        state = play(state, Bid(seat=state.seat, percent=by_seat[state.seat]), now_ms=now_ms)
    assert (state.phase, state.turns[-1]) == (Phase.SLATE, winner)
    if winner == ANYBODY:
        assert play(state, Next(), now_ms=now_ms).phase is Phase.OVER
        return
    state, now_ms = until(state, Phase.REVEALED, now_ms, **{NAMES[winner]: True})
    assert state.result.seat == winner
    assert state.points(winner) == had[winner] + had[winner] * by_seat[winner] // 100
    assert state.points(1 - winner) == had[1 - winner]


def test_a_stake_worth_no_point_is_void() -> None:
    state = duel(replace(SMALL, wager=True))
    state, now_ms = until(state, Phase.WAGER, Ann=True)  # Bob has nothing
    for _ in range(2):
        state, now_ms = until(state, Phase.WAGER, now_ms)
        state = play(state, Bid(seat=state.seat, percent=(10, 100)[state.seat]), now_ms=now_ms)
    assert state.turns[-1] == 0


# Buzzers


def pressing() -> tuple[State, int]:
    state, _ = until(duel(PRESSED, seats=3), Phase.BUZZ)
    return state, state.opened_ms


def test_the_first_press_stops_the_stem_and_a_wrong_answer_lets_the_others_press() -> None:
    state, opened_ms = pressing()
    state = play(state, Buzz(seat=1), now_ms=opened_ms + 300)
    assert (state.phase, state.seat) == (Phase.ASKING, 1)
    assert words_shown(state, opened_ms + 5_000) == 1
    state = answer(state, right=False, now_ms=opened_ms + 2_300)
    assert (state.phase, state.seat, state.buttons.tried) == (Phase.BUZZ, ANYBODY, {1})
    assert words_shown(state, opened_ms + 2_300) == 1
    assert Buzz not in legal(state, 1)
    state = play(state, Buzz(seat=0), now_ms=opened_ms + 2_400)
    state = answer(state, right=True, now_ms=opened_ms + 3_000)
    assert (state.phase, [one.seat for one in state.results]) == (Phase.REVEALED, [1, 0])
    assert (state.points(0), state.points(1), state.points(2)) == (100, 0, 0)


def test_a_false_start_locks_and_a_press_meanwhile_starts_the_lock_again() -> None:
    state, opened_ms = pressing()
    state = play(state, Buzz(seat=0), now_ms=opened_ms - 1)
    assert (state.phase, state.buttons.locked_ms[0]) == (Phase.BUZZ, opened_ms - 1 + LOCKED_MS)
    state = play(state, Buzz(seat=0), now_ms=opened_ms + 1_000)
    assert state.buttons.locked_ms[0] == opened_ms + 1_000 + LOCKED_MS
    assert (
        play(state, Buzz(seat=1, typed=True), now_ms=opened_ms - 1).buttons.holder == 1
    )  # a line is never too soon
    state = play(state, Buzz(seat=0), now_ms=opened_ms + 1_000 + LOCKED_MS)
    assert (state.phase, state.buttons.holder) == (Phase.ASKING, 0)


def test_a_pause_moves_the_stem_and_the_locks_on() -> None:
    state, opened_ms = pressing()
    state = play(state, Buzz(seat=0), now_ms=opened_ms - 100)
    state = play(state, Pause(), now_ms=opened_ms + 500)
    assert legal(state, 0) == {Resume, Abandon}
    state = play(state, Resume(), now_ms=opened_ms + 10_500)
    assert words_shown(state, opened_ms + 10_500) == 2
    assert state.buttons.locked_ms[0] == opened_ms - 100 + LOCKED_MS + 10_000


def test_a_photo_finish_goes_to_who_lost_the_last_one() -> None:
    state, opened_ms = pressing()
    state = play(state, Buzz(seat=0), now_ms=opened_ms)
    state = play(state, Buzz(seat=1), now_ms=opened_ms + PHOTO_MS)
    assert state.buttons.holder == 0
    with pytest.raises(IllegalCommand):
        step(state, Buzz(seat=2), opened_ms + PHOTO_MS)  # one photo finish a press
    state = answer(state, right=True, now_ms=opened_ms + 1_000)
    state, now_ms = until(play(state, Next(), now_ms=opened_ms + 2_000), Phase.BUZZ)
    now_ms = state.opened_ms
    state = play(state, Buzz(seat=0), now_ms=now_ms)
    with pytest.raises(IllegalCommand):
        step(state, Buzz(seat=1), now_ms + PHOTO_MS + 1)
    state = play(state, Buzz(seat=1), now_ms=now_ms + PHOTO_MS)
    assert (state.buttons.holder, state.buttons.photo) == (1, 0)


def test_who_presses_has_five_seconds_and_nobody_has_for_ever() -> None:
    state, opened_ms = pressing()
    pressed = play(state, Buzz(seat=2), now_ms=opened_ms)
    assert time_left_ms(pressed, opened_ms + ATTEMPT_MS, 2) == 0
    after = play(pressed, TimeUp(seat=2), now_ms=opened_ms + ATTEMPT_MS)
    assert (after.phase, after.sealed[0].verdict) == (Phase.BUZZ, Verdict.TIMED_OUT)
    late_ms = opened_ms + stem_ms(state) + 10_000
    with pytest.raises(IllegalCommand):
        step(state, TimeUp(), late_ms - 1)
    after, _ = step(state, TimeUp(), late_ms)
    assert (after.phase, after.results) == (Phase.REVEALED, ())
    assert play(state, Pass(seat=2), now_ms=opened_ms).phase is Phase.REVEALED


def test_a_sooner_press_earns_more() -> None:
    earned = []
    for later_ms in (0, 4_000, 8_000):
        state, opened_ms = pressing()
        state = play(state, Buzz(seat=0), now_ms=opened_ms + later_ms)
        earned.append(answer(state, right=True, now_ms=opened_ms + later_ms + 10).points(0))
    assert earned[0] == 100 > earned[1] > earned[2] >= 50


# Appeals


def test_an_appeal_all_others_agree_to_is_judged_right_and_flags_the_question() -> None:
    state, now_ms = until(duel(seats=3), Phase.REVEALED, Bob=True)
    assert state.points(1) == 100 + ALONE_POINTS
    assert Appeal not in legal(state, 1)
    state = play(state, Appeal(seat=0), now_ms=now_ms)
    assert [Agree in legal(state, seat) for seat in range(3)] == [False, True, True]
    state, events = step(state, Agree(seat=1), now_ms)
    assert (events, state.points(0)) == ((), 0)
    state, events = step(state, Agree(seat=2), now_ms)
    assert events == (Flagged(0, on=True),)
    assert (state.points(0), state.points(1), state.flagged) == (100, 100, {0})
    state, events = step(state, Next(), now_ms)
    assert [(one.result.seat, one.result.right) for one in events] == [(0, True), (1, True), (2, False)]


def test_going_on_drops_an_appeal() -> None:
    state, now_ms = until(duel(), Phase.REVEALED, Bob=True)
    state = play(state, Appeal(seat=0), Next(), now_ms=now_ms)
    assert (state.appealed, state.points(0)) == (-1, 0)


def test_no_answer_cannot_be_appealed() -> None:
    state, now_ms = until(duel(), Phase.ASKING)
    state = play(state, Pass(seat=0), now_ms=now_ms)
    state, _ = until(state, Phase.REVEALED, now_ms, Bob=True)
    assert Appeal not in legal(state, 0)


# Anything at all


def fits(state, command, now_ms):
    """Tells whether a command is one that means something now; whether it is legal is not asked."""
    match command:
        case Lift(_, typed):
            return typed or now_ms - state.opened_ms >= DEAF_MS
        case Buzz(seat) if state.phase is Phase.ASKING:
            return now_ms - state.buttons.pressed_ms <= PHOTO_MS and now_ms >= state.buttons.locked_ms[seat]
        case Undo() if state.phase is Phase.LOCKED:
            return time_left_ms(state, now_ms, state.seat) != 0
        case TimeUp():
            return time_left_ms(state, now_ms, max(state.seat, 0)) == 0
        case Pick(seat, option):
            placed = option in state.draft and state.take.question.kind in {Kind.ORDER, Kind.MATCH}
            return 0 <= option < len(state.options(seat)) and not placed
        case _:
            return well_formed(state, command, now_ms)


def commands_of(state):
    """Gives one of each command for each seat, and every pick there is."""
    kind = state.take.question.kind
    texts = (RIGHT[kind][0], WRONG[kind][0]) if kind in {Kind.NUMBER, Kind.TYPED} else ("1960",)
    plain = (
        Next,
        Undo,
        Lock,
        ShowOptions,
        Pass,
        TimeUp,
        Pause,
        Resume,
        Flag,
        Abandon,
        Lift,
        Buzz,
        Appeal,
        Agree,
    )
    for seat in range(len(state.deal.seats)):
        yield from (kind_of(seat=seat) for kind_of in plain)
        yield Lift(seat=seat, typed=True)
        yield from (Pick(seat=seat, option=option) for option in range(len(state.options(seat))))
        yield from (Say(seat=seat, text=text) for text in texts)
        yield from (Bid(seat=seat, percent=percent) for percent in (0, 50, 100))


class AnyDuel(RuleBasedStateMachine):
    """Any command at any time, by any seat."""

    @initialize(
        style=st.sampled_from(STYLES),
        seats=st.integers(2, 4),
        spare=st.integers(0, 2),
        kinds=st.lists(st.sampled_from(Kind), min_size=1, max_size=3),
        heads=st.booleans(),
    )
    def sit_down(self, style, seats, spare, kinds, heads):
        self.state = duel(style, seats, spare, kinds, tuple(range(0, 100 * seats, 100)) if heads else ())
        self.deal = copy.deepcopy(self.state.deal)
        self.now_ms = 0
        self.accepted = []
        self.judged = []

    def attempt(self, command):
        before, description = self.state, repr(self.state)
        try:
            after, events = step(before, command, self.now_ms)
        except IllegalCommand:
            assert repr(before) == description
            if type(command) in legal(before, command.seat):
                assert not fits(before, command, self.now_ms), command
            return
        assert type(command) in legal(before, command.seat)
        assert after != before or isinstance(command, Buzz)  # a press that starts the same lock again
        if before.phase is not Phase.REVEALED and after.phase is not Phase.REVEALED:
            assert [after.points(seat) for seat in self.seats] == [before.points(seat) for seat in self.seats]
        self.judged += [event.result for event in events if isinstance(event, Judged)]
        assert (Ended(after.played) in events) == (after.phase is Phase.OVER)
        self.state = after
        self.accepted.append((command, self.now_ms))

    @property
    def seats(self):
        return range(len(self.state.deal.seats))

    @rule(data=st.data(), passing_ms=st.sampled_from([0, 0, 20, 400, 1_500, 6_000, 60_000]))
    @precondition(lambda self: self.state.phase is not Phase.OVER)
    def something(self, data, passing_ms):
        self.now_ms += passing_ms
        fitting = [
            command
            for command in commands_of(self.state)
            if type(command) in legal(self.state, command.seat)
            and fits(self.state, command, self.now_ms)
            and type(command) is not Abandon
        ]
        if fitting:
            self.attempt(data.draw(st.sampled_from(fitting)))

    @rule(data=st.data(), passing_ms=st.integers(0, 30_000))
    def anything(self, data, passing_ms):
        self.now_ms += passing_ms
        offered = [one for one in commands_of(self.state) if type(one) is not Abandon]
        self.attempt(data.draw(st.sampled_from([*offered, Pick(seat=7), Lift(seat=-1)])))

    @invariant()
    @precondition(lambda self: hasattr(self, "state"))
    def all_holds(self):
        state = self.state
        heads = state.deal.head_starts or (0,) * len(state.deal.seats)
        for seat in self.seats:
            mine = [one.score.points for one in state.results if one.seat == seat]
            assert state.points(seat) == heads[seat] + sum(mine) >= 0
        assert self.deal == state.deal
        given_by = Counter((one.take, one.seat) for one in (*state.results, *state.sealed))
        assert not given_by or max(given_by.values()) == 1
        for result in state.results:
            assert result.right or result.score == NOTHING or result.score.staked
            others = [one for one in state.results if one.take == result.take and one is not result]
            alone_right = result.right and len(others) > 0 and not any(one.right for one in others)
            assert bool(result.score.alone) == (alone_right and state.deal.format.duel != "buzzer")
        assert state.phase is Phase.REVEALED or state.shown is None
        assert not state.draft or state.phase is Phase.ASKING
        if state.phase is Phase.CURTAIN:
            assert [Lift in legal(state, seat) for seat in self.seats] == [
                seat == state.seat for seat in self.seats
            ]
        for seat in (-1, len(state.deal.seats)):
            assert legal(state, seat) == frozenset()
        for command in commands_of(state):
            if fits(state, command, self.now_ms):
                try:
                    step(state, command, self.now_ms)
                except IllegalCommand:
                    assert type(command) not in legal(state, command.seat), command
                else:
                    assert type(command) in legal(state, command.seat), command

    def teardown(self):
        if not hasattr(self, "state"):
            return
        state = begin(self.deal)
        for command, now_ms in self.accepted:
            state, _ = step(state, command, now_ms)
        assert state == self.state
        now_ms = self.now_ms
        for _ in range(400):
            if state.phase is Phase.OVER:
                break
            if state.paused_ms is not None:
                state = play(state, Resume(), now_ms=now_ms)
            now_ms += 500
            if state.phase is Phase.ASKING:
                state, events = step(state, Pass(seat=state.seat), now_ms)
            elif state.phase is Phase.BUZZ:
                now_ms = max(now_ms, state.opened_ms + stem_ms(state))
                state, events = step(state, Pass(), now_ms)
            elif state.phase is Phase.CURTAIN:
                state, events = step(state, Lift(seat=state.seat), now_ms)
            elif state.phase is Phase.WAGER:
                state, events = step(state, Bid(seat=state.seat), now_ms)
            else:
                state, events = step(state, Next(), now_ms)
            self.judged += [event.result for event in events if isinstance(event, Judged)]
        assert state.played
        assert Counter(map(repr, self.judged)) == Counter(map(repr, state.results))
        points = sorted(map(state.standing, self.seats), reverse=True)
        assert points[0] > points[1] or len(set(state.running)) == len(self.deal.takes) + len(
            self.deal.reserves
        )


TestAnyDuel = AnyDuel.TestCase
TestAnyDuel.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)


@given(st.lists(st.booleans(), min_size=8, max_size=8), st.sampled_from([SMALL, BY_TURNS]))
def test_points_are_those_of_the_takes_each_had_right(answers: list[bool], style) -> None:
    state, now_ms, given_answers = duel(style, spare=0), 0, []
    todo = list(answers)
    while state.phase is not Phase.OVER:
        if state.phase is Phase.ASKING:
            right = todo.pop() if todo else False
            given_answers.append((state.index, state.seat, right))
            state = answer(state, right=right, now_ms=now_ms)
        else:
            state, now_ms = on(state, now_ms)
    for seat in (0, 1):
        expected = 0
        for take, who, right in given_answers:
            others = [had for one, other, had in given_answers if one == take and other != who]
            if who == seat and right:
                expected += 100 * (1 + take % 3) + (ALONE_POINTS if others == [False] else 0)
        assert state.points(seat) == expected


def moves(state: State) -> list[list]:
    """Gives every way to go on that matters: each answer, each button, each stake, an appeal granted."""
    seat = state.seat
    match state.phase:
        case Phase.CURTAIN:
            return [[Lift(seat=seat)]]
        case Phase.WAGER:
            return [[Bid(seat=seat, percent=percent)] for percent in (0, 50, 100)]
        case Phase.BUZZ:
            free = set(range(len(state.deal.seats))) - state.buttons.tried
            return [[Pass()], *([Buzz(seat=one)] for one in sorted(free))]
        case Phase.ASKING:
            options = state.options(seat)
            picks = [[Pick(seat=seat, option=options.index(text))] for text in ("Jaws", "Fame")]
            return [*picks, [Pass(seat=seat)]]
        case Phase.REVEALED:
            wrong = [one for one in range(len(state.deal.seats)) if Appeal in legal(state, one)]
            granted = [
                [
                    Appeal(seat=one),
                    *(Agree(seat=other) for other in range(len(state.deal.seats)) if other != one),
                ]
                for one in wrong
            ]
            return [[Next()], *([*appeal, Next()] for appeal in granted)]
        case _:
            return [[Next()]]


@pytest.mark.parametrize("style", PLAIN_STYLES)
@pytest.mark.parametrize("wager", [False, True])
def test_every_small_duel_there_is(style, wager: bool) -> None:
    small = replace(style, scenes=("One",), takes=1, wager=wager)
    seen: set[str] = set()
    ends = 0
    todo = [(duel(small, spare=1), 0)]
    while todo:
        state, now_ms = todo.pop()
        if state.phase is Phase.OVER:
            ends += 1
            standings = sorted(map(state.standing, (0, 1)), reverse=True)
            assert state.played
            assert standings[0] > standings[1] or state.running[-1] == len(state.deal.takes)
            assert min(points for points, _ in standings) >= 0
            continue
        for commands in moves(state):
            then_ms = max(now_ms, state.opened_ms) + 1_000
            after = play(state, *commands, now_ms=then_ms)
            if repr(after) not in seen:
                seen.add(repr(after))
                todo.append((after, then_ms))
    assert ends > 30
