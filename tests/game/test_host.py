"""Host: one reads aloud and gives the points; nobody is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import Abandon, Award, Ended, Flag, Next, Pick, Star
from btsquiz.game.deal import compose
from btsquiz.game.formats import HOST
from btsquiz.game.match import legal, step
from btsquiz.game.state import Phase, State, begin
from game.makers import make, play

SEATS = ("you", "Ann", "Bob", "Cleo")


def hosted(takes: int = 6) -> State:
    return begin(compose(HOST, [make(f"q{n}") for n in range(takes)], "s", seats=SEATS))


@given(st.lists(st.lists(st.integers(1, 3), max_size=4), min_size=6, max_size=6))
def test_points_are_what_the_host_gave_and_did_not_take_back(given_to: list[list[int]]) -> None:
    state = hosted()
    expected = dict.fromkeys((1, 2, 3), 0)
    for seats in given_to:
        while state.phase is not Phase.REVEALED:
            state = play(state, Next())
        for seat in seats:
            state = play(state, Award(seat=seat))
        for seat in expected:
            expected[seat] += seats.count(seat) % 2
        state, events = step(state, Next(), 0)
    assert events == (Ended(played=True),)
    assert {seat: state.points(seat) for seat in expected} == expected
    assert (state.points(0), state.results) == (0, ())


def test_nothing_can_be_picked_or_starred_and_points_wait_for_the_answer() -> None:
    state = play(hosted(), Next())
    assert legal(state) == {Next, Flag, Abandon}
    assert legal(state, 1) == frozenset()
    for command in (Pick(option=0), Star(), Award(seat=1)):
        with pytest.raises(IllegalCommand):
            step(state, command, 0)
    state = play(state, Next())
    assert (state.phase, legal(state)) == (Phase.REVEALED, {Next, Flag, Award, Abandon})
    assert legal(state, 3) == {Award}


@pytest.mark.parametrize("seat", [0, 4, -1])
def test_only_players_take_points(seat: int) -> None:
    with pytest.raises(IllegalCommand):
        step(play(hosted(), Next(), Next()), Award(seat=seat), 0)
