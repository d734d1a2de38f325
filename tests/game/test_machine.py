"""The rules as a machine: anything at any time, and small matches played in every way there is."""

from __future__ import annotations

import copy
import math
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import (
    COMMANDS,
    Abandon,
    Bid,
    Ended,
    Flag,
    Flagged,
    Judged,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    Star,
    Starred,
    TimeUp,
    Undo,
)
from btsquiz.game.formats import SOLO, Format
from btsquiz.game.judging import Verdict, is_right
from btsquiz.game.match import legal, step
from btsquiz.game.scoring import NOTHING
from btsquiz.game.state import Phase, begin
from btsquiz.question import Kind
from game.makers import (
    AGAIN,
    CALM,
    HELPED,
    LIVES,
    QUICK,
    RIGHT,
    RUNGS,
    TIMED,
    WAGER,
    WRONG,
    deal_of,
    every_command,
    make,
    well_formed,
)

STYLES = [
    CALM,
    TIMED,
    AGAIN,
    LIVES,
    RUNGS,
    QUICK,
    WAGER,
    HELPED,
    *SOLO.values(),
    replace(QUICK, scenes=("One", "Two"), takes=1, retakes=True),
    replace(WAGER, retakes=True, lives=3),
    Format("all", "All", ("One", "Two"), takes=2, timed=True, runs=True, retakes=True),
]
TEXTS = [RIGHT[Kind.NUMBER][0], RIGHT[Kind.TYPED][0], WRONG[Kind.NUMBER][0], "", " ", "x" * 201]

SEATS = st.sampled_from([0, 0, 0, 0, 0, 0, 1, -1, 7])
COMMAND = st.one_of(
    st.builds(Pick, SEATS, st.integers(-1, 9)),
    st.builds(Say, SEATS, st.sampled_from(TEXTS) | st.text(max_size=5)),
    *(st.builds(kind, SEATS) for kind in COMMANDS if kind not in (Pick, Say)),
)
PASSING_MS = st.sampled_from([0, 0, 1, 999, 3_000, 21_000, 60_000]) | st.integers(0, 50_000)


def must_hold(state):
    """Checks what holds of every state of a match of one seat."""
    takes = len(state.deal.takes)
    style = state.deal.format
    if style.rungs:
        right = state.right()
        stands_on = (
            right if not state.missed() else max((rung for rung in style.safe if rung <= right), default=0)
        )
        assert state.points() == (0, *style.rungs)[min(stands_on, len(style.rungs))]
    else:
        assert state.points() == sum(result.score.points for result in state.results) >= 0
    assert state.right() == sum(
        result.verdict is Verdict.RIGHT for result in state.results if not result.retake
    )
    assert 0 <= state.right() <= takes
    assert 0 <= state.run() <= len(state.results)
    assert tuple(result.take for result in state.results) == state.running[: len(state.results)]
    assert state.running[:takes] == tuple(range(takes))
    assert len(set(state.running[takes:])) == len(state.running[takes:])
    for place, result in enumerate(state.results):
        question = state.deal.takes[result.take].question
        assert result.retake == (place >= takes)
        assert result.right == is_right(question, result.response)
        assert bool(result.response) == (result.verdict in {Verdict.RIGHT, Verdict.WRONG})
        assert (result.verdict is Verdict.SKIPPED) == ("skip" in result.powers)
        if result.score.staked:
            assert style.wager
            assert place == takes - 1
            assert (result.score.points >= 0) == (result.right or state.bid * result.score.points == 0)
        else:
            assert (result.score == NOTHING) == (not result.right or result.retake)
        assert result.elapsed_ms >= 0
    assert not (state.draft and state.phase is not Phase.ASKING)
    assert state.paused_ms is None or state.phase is Phase.ASKING
    assert len(state.results) == state.position + (state.phase is Phase.REVEALED) or state.phase is Phase.OVER
    assert not state.played or state.phase is Phase.OVER
    if state.played and len(state.results) < len(state.running):
        dead = style.lives and state.missed() == style.lives
        assert dead or style.rungs or style.whole_ms
    assert len(set(state.used)) == len(state.used)
    assert set(state.used) <= set(style.powers)
    assert not style.lives or state.missed() <= style.lives
    assert not style.rungs or state.missed() <= 1


def legal_is_what_step_accepts(state, now_ms):
    """Tries every command there is; gives the states the legal ones lead to."""
    allowed = legal(state)
    reached = []
    for command in every_command(state):
        if not well_formed(state, command, now_ms):
            continue
        try:
            after, events = step(state, command, now_ms)
        except IllegalCommand:
            assert type(command) not in allowed, command
        else:
            assert type(command) in allowed, command
            reached.append((command, after, events))
    assert {type(command) for command, _, _ in reached} >= allowed - {TimeUp, Pick, Say}
    return reached


class AnyMatch(RuleBasedStateMachine):
    """Any command at any time, by anyone."""

    @initialize(
        kinds=st.lists(st.tuples(st.sampled_from(Kind), st.integers(1, 3)), min_size=1, max_size=5),
        style=st.sampled_from(STYLES),
    )
    def sit_down(self, kinds, style):
        questions = [make(f"q{place}", kind, difficulty=level) for place, (kind, level) in enumerate(kinds)]
        self.deal = deal_of(*questions, style=style)
        self.dealt = copy.deepcopy(self.deal)
        self.state = begin(self.deal)
        self.now_ms = 0
        self.accepted = []

    def attempt(self, command):
        """Gives a command, and checks all that may not come of it."""
        before, description = self.state, repr(self.state)
        try:
            after, events = step(before, command, self.now_ms)
        except IllegalCommand:
            assert repr(before) == description
            assert before == self.state
            if command.seat == 0 and type(command) in legal(before):
                assert not well_formed(before, command, self.now_ms)
            return
        assert repr(before) == description
        assert command.seat == 0
        assert type(command) in legal(before)
        assert after.results[: len(before.results)] == before.results
        assert len(after.results) - len(before.results) == sum(isinstance(one, Judged) for one in events)
        assert after.running[: len(before.running)] == before.running
        assert after.points() >= before.points() or before.deal.format.rungs or before.is_wagered
        assert after != before
        if type(command) is not Star:
            assert after.starred == before.starred
        if type(command) is not Flag:
            assert after.flagged == before.flagged
        self.tell(before, after, events)
        self.state = after
        self.accepted.append((command, self.now_ms))

    def tell(self, before, after, events):
        """Checks that the events say what changed, and all of it."""
        expected = []
        if after.results != before.results:
            expected.append(Judged(after.result))
        if after.starred != before.starred:
            expected.append(Starred(before.index, before.index in after.starred))
        if after.flagged != before.flagged:
            expected.append(Flagged(before.index, before.index in after.flagged))
        if after.phase is Phase.OVER:
            expected.append(Ended(after.played))
        assert list(events) == expected

    @rule(command=COMMAND, passing_ms=PASSING_MS)
    def anything(self, command, passing_ms):
        self.now_ms += passing_ms
        self.attempt(command)

    @rule(data=st.data(), passing_ms=PASSING_MS)
    @precondition(lambda self: self.state.phase is not Phase.OVER)
    def something_legal(self, data, passing_ms):
        self.now_ms += passing_ms
        fitting = [
            command
            for command in every_command(self.state)
            if type(command) in legal(self.state)
            and well_formed(self.state, command, self.now_ms)
            and type(command) is not Abandon
        ]
        self.attempt(data.draw(st.sampled_from(fitting)))

    @rule(right=st.booleans(), passing_ms=PASSING_MS)
    @precondition(lambda self: self.state.phase is Phase.ASKING and self.state.paused_ms is None)
    def answer(self, right, passing_ms):
        self.now_ms += passing_ms
        kind = self.state.take.question.kind
        response = (RIGHT if right else WRONG)[kind]
        for _ in self.state.draft:
            self.attempt(Undo())
        if kind in {Kind.NUMBER, Kind.TYPED}:
            self.attempt(Say(text=response[0]))
        else:
            for text in response:
                if text not in self.state.options():
                    return
                self.attempt(Pick(option=self.state.options().index(text)))
            if kind not in {Kind.CHOICE, Kind.TRUE_FALSE}:
                self.attempt(Lock())
        if self.deal.format.whole_ms and self.state.phase is Phase.OVER:
            return
        assert self.state.phase is Phase.REVEALED or self.deal.format.quick
        assert self.state.result.verdict in {Verdict.RIGHT if right else Verdict.WRONG, Verdict.TIMED_OUT}

    @invariant()
    @precondition(lambda self: hasattr(self, "state"))
    def all_holds(self):
        must_hold(self.state)
        assert self.deal == self.dealt
        assert len(self.state.deal.takes) == len(self.dealt.takes)
        legal_is_what_step_accepts(self.state, self.now_ms)

    def teardown(self):
        if not hasattr(self, "state"):
            return
        state = begin(self.deal)
        for command, now_ms in self.accepted:
            state, _ = step(state, command, now_ms)
        assert state == self.state
        # and it comes to its end: a slate for each scene and the retakes, two steps for each take and retake
        bound = 1 + len(self.deal.format.scenes) + 1 + 2 * 2 * len(self.deal.takes)
        for _ in range(bound):
            if state.phase is Phase.OVER:
                break
            can = legal(state)
            state, _ = step(
                state, next(kind() for kind in (Next, Resume, Bid, Pass) if kind in can), self.now_ms
            )
        assert state.phase is Phase.OVER
        must_hold(state)


TestAnyMatch = AnyMatch.TestCase
TestAnyMatch.settings = settings(max_examples=100, stateful_step_count=40)


# Every small match, in every way it can be played

WAYS = {
    Kind.CHOICE: 3,
    Kind.MULTIPLE: 3 + 6 + 6,  # one, two or three of three, in the order they were picked
    Kind.TRUE_FALSE: 2,
    Kind.NUMBER: 2,
    Kind.TYPED: 2,
    Kind.ORDER: 6,
    Kind.MATCH: 6,
}
"""Ways to answer each kind; of the endless things to type, one right and one wrong."""
RIGHT_WAYS = {kind: 2 if kind is Kind.MULTIPLE else 1 for kind in Kind}
QUICK_MS, SLOW_MS = 100, 90_000


def all_endings(deal):
    """Plays a match in every way, without stars, flags, pauses and leaving; gives each way it can end."""
    seen, waiting, endings = set(), [begin(deal)], []
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        assert len(seen) < 10_000
        must_hold(state)
        if state.phase is Phase.OVER:
            endings.append(state)
            continue
        elapsed_ms = state.result.elapsed_ms if state.phase is Phase.REVEALED else QUICK_MS
        quick = legal_is_what_step_accepts(state, state.opened_ms + elapsed_ms)
        late = legal_is_what_step_accepts(state, state.opened_ms + SLOW_MS)
        waiting += [after for command, after, _ in quick if type(command) not in (Star, Flag, Pause, Abandon)]
        waiting += [after for command, after, _ in late if type(command) is TimeUp]
    return endings


def expected_points(state):
    """Adds up what the results of a match should earn, all given within the time to read."""
    points, run = Fraction(0), 0
    for result in state.results[: len(state.deal.takes)]:
        level = state.deal.takes[result.take].question.difficulty
        if result.right:
            steps = min(run, 5) if state.deal.format.runs else 0
            points += math.floor(1000 * Fraction(1 + level, 2) * Fraction(10 + steps, 10) + Fraction(1, 2))
        run = run + 1 if result.right else 0
    return points


@pytest.mark.parametrize("second", Kind)
@pytest.mark.parametrize("first", Kind)
def test_every_match_of_two_takes(first, second):
    questions = [make("one", first, difficulty=2), make("two", second, difficulty=3)]
    for style in (CALM, TIMED):
        no_answer = 2 if style.timed else 1
        endings = all_endings(deal_of(*questions, style=style))
        assert len(endings) == (WAYS[first] + no_answer) * (WAYS[second] + no_answer)
        assert all(state.played and len(state.results) == 2 for state in endings)
        assert all(state.points() == expected_points(state) for state in endings)
        right = Counter(state.right() for state in endings)
        assert right[2] == RIGHT_WAYS[first] * RIGHT_WAYS[second]
        best = 1500 + (2200 if style.runs else 2000)
        assert max(state.points() for state in endings) == best
        assert min(state.points() for state in endings) == 0


@pytest.mark.parametrize("kind", Kind)
def test_every_match_with_a_retake(kind):
    misses = WAYS[kind] - RIGHT_WAYS[kind] + 1
    endings = all_endings(deal_of(kind, style=replace(AGAIN, takes=1)))
    assert len(endings) == RIGHT_WAYS[kind] + misses * (WAYS[kind] + 1)
    for state in endings:
        first = state.results[0]
        assert len(state.results) == (1 if first.right else 2)
        assert state.points() == (1000 if first.right else 0)
        assert state.right() == first.right


@pytest.mark.parametrize("kind", Kind)
def test_every_state_of_one_take_with_stars_flags_and_pauses(kind):
    seen, waiting = set(), [begin(deal_of(kind, style=TIMED))]
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        assert len(seen) < 10_000
        must_hold(state)
        waiting += [after for _, after, _ in legal_is_what_step_accepts(state, QUICK_MS)]
    asking = Counter(state.paused_ms is not None for state in seen if state.phase is Phase.ASKING)
    drafts = {Kind.MULTIPLE: 16, Kind.ORDER: 16, Kind.MATCH: 16}.get(kind, 1)
    assert asking == {False: 4 * drafts, True: 4 * drafts}
    assert sum(state.phase is Phase.REVEALED for state in seen) == 4 * (WAYS[kind] + 1)


def test_the_commands_tried_are_all_there_are():
    for kind in Kind:
        assert {type(command) for command in every_command(begin(deal_of(kind)))} == set(COMMANDS) - (
            {Pick} if kind in {Kind.NUMBER, Kind.TYPED} else set()
        )
