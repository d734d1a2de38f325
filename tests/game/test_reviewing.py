"""Dailies: rated, taken back, set aside, put off; anything at any time against a model of what should be."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import (
    Abandon,
    Buried,
    Bury,
    Ended,
    Judged,
    Next,
    Pass,
    Pick,
    Rate,
    Rated,
    Suspend,
    Suspended,
    TakenBack,
    Undo,
)
from btsquiz.game.formats import REVIEW
from btsquiz.game.judging import Verdict
from btsquiz.game.match import legal, step
from btsquiz.game.state import Phase, begin
from btsquiz.question import Kind
from game.makers import CALM, deal_of, legal_names


def asking(*kinds, style=REVIEW):
    state, _ = step(begin(deal_of(*kinds, style=style)), Next(), 0)
    return state


def did(state, *commands):
    events = ()
    for command in commands:
        state, events = step(state, command, 0)
    return state, events


def test_what_can_be_done_with_a_daily():
    state = asking(Kind.CHOICE, Kind.CHOICE)
    assert legal_names(state) == "Abandon Bury Flag Pass Pause Pick Star"
    shown, _ = did(state, Pick(option=0))
    assert legal_names(shown) == "Abandon Flag Next Rate Star Suspend Undo"
    assert legal_names(did(shown, Next())[0]) == "Abandon Bury Flag Pass Pause Pick Star Undo"


def test_nothing_of_it_can_be_done_in_a_match():
    state = asking(Kind.CHOICE, style=CALM)
    assert not legal(state) & {Bury, Rate, Suspend, Undo}
    assert not legal(did(state, Pick(option=0))[0]) & {Bury, Rate, Suspend, Undo}


def test_a_rating_by_hand_stands_in_the_result():
    shown, _ = did(asking(Kind.CHOICE), Pick(option=0))
    rated, events = did(shown, Rate(rating=4))
    assert rated.result.rating == 4
    assert events == (Rated(rated.result),)
    assert did(rated, Rate(rating=1))[0].result.rating == 1
    for rating in (0, 5, -1):
        with pytest.raises(IllegalCommand):
            step(shown, Rate(rating=rating), 0)


def test_an_answer_is_taken_back_and_asked_again():
    state = asking(Kind.CHOICE, Kind.TRUE_FALSE)
    shown, _ = did(state, Pass())
    back, events = did(shown, Undo())
    assert (back.phase, back.results, back.running, back.index) == (Phase.ASKING, (), (0, 1), 0)
    assert events == (TakenBack(shown.result),)
    later, _ = did(shown, Next())
    assert did(later, Undo())[0] == back


def test_a_retake_is_practice_and_not_rated():
    retake, _ = did(asking(Kind.CHOICE), Pass(), Next(), Next(), Pass())
    assert retake.result.retake
    assert Rate not in legal(retake)
    assert Suspend in legal(retake)


def test_the_last_answer_is_taken_back_after_the_end_too():
    over, events = did(asking(Kind.CHOICE), Pass(), Next(), Next(), Pass(), Next())
    assert (over.phase, events) == (Phase.OVER, (Ended(True),))
    back, _ = did(over, Undo())
    assert (back.phase, back.played, back.is_retake, len(back.results)) == (Phase.ASKING, False, True, 1)
    first, _ = did(back, Undo())
    assert (first.index, first.results, first.running) == (0, (), (0,))


def test_picks_are_undone_before_answers_are():
    state, _ = did(asking(Kind.CHOICE, Kind.ORDER), Pick(option=0), Next(), Pick(option=1))
    once, _ = did(state, Undo())
    assert (once.draft, len(once.results)) == ((), 1)
    assert did(once, Undo())[0].results == ()


def test_what_is_put_off_is_passed_over_unseen():
    state, events = did(asking(Kind.CHOICE, Kind.TRUE_FALSE), Bury())
    assert (state.phase, state.index) == (Phase.ASKING, 1)
    assert state.results[0].verdict is Verdict.SKIPPED
    assert events == (Judged(state.results[0]), Buried(0))
    over, events = did(state, Bury())
    assert (over.phase, over.played) == (Phase.OVER, True)
    assert events[1:] == (Buried(1), Ended(True))


def test_what_is_set_aside_can_be_taken_back_while_it_is_shown():
    shown, _ = did(asking(Kind.CHOICE), Pick(option=0))
    aside, events = did(shown, Suspend())
    assert events == (Suspended(0, True),)
    assert did(aside, Suspend()) == (shown, (Suspended(0, False),))


class AnyDailies(RuleBasedStateMachine):
    """Plays dailies in any way, beside a list of what should have become of each take."""

    @initialize(kinds=st.lists(st.sampled_from(Kind), min_size=1, max_size=4))
    def sit_down(self, kinds):
        self.deal = deal_of(*kinds, style=REVIEW)
        self.state = begin(self.deal)
        self.accepted = []
        self.judged = 0

    def give(self, command):
        if type(command) not in legal(self.state):
            with pytest.raises(IllegalCommand):
                step(self.state, command, 0)
            return
        before = self.state
        try:
            self.state, events = step(before, command, 0)
        except IllegalCommand:
            assert isinstance(command, Pick)
            return
        self.accepted.append(command)
        self.judged += sum(isinstance(event, Judged) for event in events)
        self.judged -= sum(isinstance(event, TakenBack) for event in events)
        assert (self.state.phase is Phase.OVER) == any(isinstance(event, Ended) for event in events) or (
            before.phase is Phase.OVER and self.state.phase is Phase.OVER
        )

    @rule(
        command=st.sampled_from(
            [Next(), Pass(), Undo(), Bury(), Suspend(), Rate(rating=2), Pick(), Pick(option=1)]
        )
    )
    def anything(self, command):
        self.give(command)

    @rule()
    @precondition(lambda self: self.state.phase is Phase.SLATE)
    def leave(self):
        self.give(Abandon())

    @invariant()
    @precondition(lambda self: hasattr(self, "state"))
    def all_holds(self):
        state, takes = self.state, len(self.deal.takes)
        assert len(state.results) == self.judged
        assert tuple(result.take for result in state.results) == state.running[: len(state.results)]
        missed = [one.take for one in state.results if one.missed and not one.retake]
        assert list(state.running) == [*range(takes), *missed]
        if state.phase is Phase.ASKING:
            assert state.position == len(state.results)
        if state.phase is Phase.OVER and state.played:
            assert len(state.results) == len(state.running)

    def teardown(self):
        if not hasattr(self, "state"):
            return
        state = begin(self.deal)
        for command in self.accepted:
            state, _ = step(state, command, 0)
        assert state == self.state


TestAnyDailies = AnyDailies.TestCase
TestAnyDailies.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
