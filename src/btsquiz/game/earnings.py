"""What an answer earns in a duel, and what of it hangs on the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from btsquiz.game.commands import Result
from btsquiz.game.formats import Duel
from btsquiz.game.judging import Verdict
from btsquiz.game.scoring import ALONE_POINTS, NOTHING, OPTIONS_SHARE, Score, duel_score, speed_share, stake
from btsquiz.game.state import State
from btsquiz.game.timing import BUZZ_MS, limit_ms, reading_time_ms, stem_ms


def earned(state: State, verdict: Verdict, now_ms: int) -> Score:
    """Gives what the answer of the seat whose turn it is earns by itself."""
    right = verdict is Verdict.RIGHT
    if state.is_wagered:
        return stake(state.points(state.seat), dict(state.bids)[state.seat], right=right)
    if not right:
        return NOTHING
    share = _speed(state, now_ms) * (OPTIONS_SHARE if state.options_shown else 1)
    run = state.run(state.seat) if state.deal.format.runs else 0
    difficulty = state.take.question.difficulty
    return duel_score(state.deal.format.worth(difficulty), difficulty, share, run)


def _speed(state: State, now_ms: int) -> Fraction:
    """Gives the share that speed leaves: of the answer, or with buzzers of the press."""
    limit = limit_ms(state)
    if limit is None or not state.deal.format.speed:
        return Fraction(1)
    if state.buttons.holder >= 0:
        return speed_share(
            state.buttons.pressed_ms - state.opened_ms, stem_ms(state) + BUZZ_MS * state.deal.format.pace
        )
    return speed_share(now_ms - state.opened_ms - reading_time_ms(state, state.seat), limit)


def with_alone(results: Sequence[Result], duel: str) -> tuple[Result, ...]:
    """Gives the results of one take, with more for the one that was right where no other was.

    Args:
        results: All there are for the take; they may have been through this before.
        duel: How the players meet: with buzzers, only one seat can be right.
    """
    rights = sum(result.right for result in results)
    is_alone = duel != Duel.BUZZER and len(results) > 1 and rights == 1
    return tuple(
        replace(result, score=_more(result.score, ALONE_POINTS if is_alone and result.right else 0))
        for result in results
    )


def _more(score: Score, alone: int) -> Score:
    return replace(score, points=score.points - score.alone + alone, alone=alone)
