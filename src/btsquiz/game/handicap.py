"""The head start: what the weaker player of a duel begins with, from what each earned before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Final

from btsquiz.game.deal import Deal
from btsquiz.game.formats import Duel
from btsquiz.game.order import ANYBODY, order_of
from btsquiz.game.scoring import ALONE_POINTS
from btsquiz.game.state import State

_PRIOR_POINTS: Final = 1_000
"""Possible points that a player nobody knows is taken to have played for, and to have earned half of."""
_A_LEVEL: Final = 0.15
"""What one step of difficulty makes less likely."""
_LEAST_LIKELY: Final = 0.02
_STEP: Final = 50
"""Head starts are round numbers."""


def possible(deal: Deal, seat: int) -> int:
    """Gives the points a seat can earn in a duel, without what it earns more for being alone."""
    mine = [index for index, who in order_of(deal) if who in {seat, ANYBODY}]
    return sum(deal.format.worth(deal.takes[index].question.difficulty) for index in mine)


def earned_by(state: State, seat: int) -> int:
    """Gives the points a seat earned in the takes dealt, without what being alone or a stake brought."""
    return sum(
        one.score.points - one.score.alone
        for one in state.results
        if one.seat == seat and not one.score.staked and one.take < len(state.deal.takes)
    )


def rating(played: Iterable[tuple[int, int]]) -> float:
    """Estimates the share of the possible points a player earns, from 0 to 1.

    It is the mean of a beta distribution that began at one half and has seen what was played (Laplace's rule
    of succession, with a heavier prior).

    Args:
        played: Of each duel, the points earned and those possible.
    """
    earned = total = 0
    for gained, could in played:
        earned, total = earned + gained, total + could
    return (earned + _PRIOR_POINTS / 2) / (total + _PRIOR_POINTS)


def head_starts(ratings: Sequence[float], could: Sequence[int], takes: int) -> tuple[int, ...]:
    """Gives what each seat begins with, so that all are expected to end alike.

    Args:
        ratings: Each seat's share of the possible points.
        could: The points each can earn in this duel.
        takes: Takes that all are asked, and that earn more for being alone in the right.
    """
    expected = []
    for seat, share in enumerate(ratings):
        others = (other for place, other in enumerate(ratings) if place != seat)
        alone = share * prod(1 - other for other in others)
        expected.append(share * could[seat] + ALONE_POINTS * takes * alone)
    return tuple(round((max(expected) - one) / _STEP) * _STEP for one in expected)


def likely(share: float, difficulty: int) -> float:
    """Guesses how likely a player of a rating knows what they never met: less, the harder it is."""
    return min(max(share + _A_LEVEL * (2 - difficulty), _LEAST_LIKELY), 1 - _LEAST_LIKELY)


def asked_of_all(deal: Deal) -> int:
    """Counts the takes of a duel that every seat answers."""
    return len(deal.takes) - deal.format.wager if deal.format.duel == Duel.SEALED else 0
