"""Options on demand: a typed answer that can be picked instead, for half of what it is worth."""

from __future__ import annotations

import pytest

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import Lock, Next, Pass, Pick, Say, ShowOptions
from btsquiz.game.judging import Verdict
from btsquiz.game.match import legal, step
from btsquiz.game.state import Phase
from btsquiz.game.timing import reading_time_ms
from btsquiz.question import Kind
from game.makers import AGAIN, TIMED, WITH_OPTIONS, asking, make, play


def opened(style=TIMED):
    return asking(make("q1", WITH_OPTIONS), make("q2", WITH_OPTIONS), style=style)


def place(state, text):
    return state.options().index(text)


def test_until_they_are_asked_for_there_is_nothing_to_pick():
    state = opened()
    assert state.options() == ()
    assert {Say, ShowOptions} <= legal(state)
    assert Pick not in legal(state)


def test_once_shown_the_answer_is_picked_from_all_of_them():
    state = play(opened(), ShowOptions())
    assert sorted(state.options()) == sorted(("Blue Harvest", "Star Wars", "Rory’s First Kiss"))
    assert Pick in legal(state)
    assert not {Say, ShowOptions, Lock} & legal(state)


@pytest.mark.parametrize("late_ms", [0, 20_000])
def test_a_right_pick_earns_half_of_the_right_text_at_the_same_moment(late_ms):
    typed = play(opened(), Say(text="harvest"), now_ms=late_ms).result
    shown = play(opened(), ShowOptions())
    picked = play(shown, Pick(option=place(shown, "Blue Harvest")), now_ms=late_ms).result
    assert typed.verdict is picked.verdict is Verdict.RIGHT
    assert abs(typed.score.points - 2 * picked.score.points) <= 1
    assert (typed.options_shown, picked.options_shown) == (False, True)


def test_a_wrong_pick_is_wrong_and_no_answer_is_none():
    shown = play(opened(), ShowOptions())
    wrong = play(shown, Pick(option=place(shown, "Star Wars"))).result
    assert (wrong.verdict, wrong.score.points, wrong.options_shown) == (Verdict.WRONG, 0, True)
    assert play(shown, Pass()).result.options_shown


def test_the_next_take_begins_without_them_and_so_does_the_retake():
    style = AGAIN
    shown = play(opened(style), ShowOptions())
    missed = play(shown, Pick(option=place(shown, "Star Wars")), Next())
    assert (missed.phase, missed.options_shown, missed.options()) == (Phase.ASKING, False, ())
    again = play(missed, Say(text="harvest"), Next(), Next())
    assert (again.is_retake, again.options()) == (True, ())


def test_asking_for_options_leaves_the_clock_alone():
    state = opened()
    assert reading_time_ms(play(state, ShowOptions())) == reading_time_ms(state)


def test_where_there_are_none_they_cannot_be_asked_for():
    for kind in Kind:
        with pytest.raises(IllegalCommand):
            step(asking(kind), ShowOptions(), 0)


def test_what_comes_near_is_asked_for_once_more_and_then_judged():
    near = play(opened(), Say(text="Blue Harvester"))
    assert (near.phase, near.nudged, near.results) == (Phase.ASKING, True, ())
    assert play(near, Say(text="Blue Harvest")).result.right
    wrong = play(near, Say(text="Blue Harvester")).result
    assert (wrong.verdict, wrong.response) == (Verdict.WRONG, ("Blue Harvester",))


def test_each_take_has_a_nudge_of_its_own_and_none_after_the_bell():
    judged = play(opened(AGAIN), Say(text="Blue Harvester"), Say(text="Blue Harvester"), Next())
    assert (judged.nudged, play(judged, Say(text="Blue Harvester")).nudged) == (False, True)
    late = reading_time_ms(opened()) + 40_000
    assert play(opened(), Say(text="Blue Harvester"), now_ms=late).result.verdict is Verdict.TIMED_OUT


def test_options_may_still_be_asked_for_after_a_nudge():
    shown = play(opened(), Say(text="Blue Harvester"), ShowOptions())
    assert play(shown, Pick(option=place(shown, "Blue Harvest"))).result.right
