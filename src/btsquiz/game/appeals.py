"""Appeals: a wrong answer counts after all, where everybody else agrees."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from btsquiz.game.commands import Agree, Appeal, Command, Event, Flagged, Result
from btsquiz.game.earnings import with_alone
from btsquiz.game.judging import Verdict
from btsquiz.game.scoring import OPTIONS_SHARE, duel_score, stake
from btsquiz.game.state import State


def appealing(state: State, seat: int) -> set[type[Command]]:
    """Gives a seat its appeal against a wrong ruling on show, or its word on another's."""
    if state.appealed >= 0:
        return {Agree} if seat != state.appealed and seat not in state.agreed else set()
    return {Appeal} if any(_is_theirs(result, state, seat) for result in state.results) else set()


def _is_theirs(result: Result, state: State, seat: int) -> bool:
    return (result.take, result.seat, result.verdict) == (state.shown, seat, Verdict.WRONG)


def agree(state: State, seat: int) -> tuple[State, tuple[Event, ...]]:
    """Takes a seat's word; with the last one the answer is judged again, and its question flagged."""
    agreed = state.agreed | {seat}
    if len(agreed) < len(state.deal.seats) - 1:
        return replace(state, agreed=agreed), ()
    results = tuple(
        _granted(result, state) if _is_theirs(result, state, state.appealed) else result
        for result in state.results
    )
    shown = with_alone([one for one in results if one.take == state.shown], state.deal.format.duel)
    index = state.index
    granted = replace(
        state,
        results=(*(one for one in results if one.take != state.shown), *shown),
        flagged=state.flagged | {index},
        appealed=-1,
        agreed=frozenset(),
    )
    return granted, () if index in state.flagged else (Flagged(index, on=True),)


def _granted(result: Result, state: State) -> Result:
    """Gives a result judged right, at its full worth: nobody knows how quick it should have been."""
    if result.score.staked:
        bid = dict(state.bids)[result.seat]
        score = stake(state.points(result.seat) - result.score.points, bid, right=True)
    else:
        share = OPTIONS_SHARE if result.options_shown else Fraction(1)
        difficulty = state.deal.take(result.take).question.difficulty
        score = duel_score(state.deal.format.worth(difficulty), difficulty, share, 0)
    return replace(result, verdict=Verdict.RIGHT, score=score, appealed=True)
