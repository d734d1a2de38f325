"""Fitting: FSRS's numbers for one player, kept only where they foresee held-back reviews better."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from btsquiz.errors import BtsquizError
from btsquiz.memory.records import Answered, Rating
from btsquiz.memory.schedule import Parameters, foreseen

LEAST_REVIEWS: Final = 300
"""Below so many reviews nothing is fitted: there is too little to learn from."""
HELD_BACK: Final = 0.2
"""The share of reviews, the latest, that the fit does not see."""
_LEAST_SHARE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review, as it is foreseen.

    Attributes:
        day: The day of play.
        likely: How likely the point was to be recalled, 0 to 1, as foreseen.
        options: From how many options it was picked; 0 where it was recalled without any.
        recalled: Whether it was.
    """

    day: int
    likely: float
    options: int
    recalled: bool

    @property
    def share(self) -> float:
        """How likely the answer was to be right: with options, also by a guess."""
        return self.likely + (1 - self.likely) / self.options if self.options else self.likely


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of a fit.

    Attributes:
        parameters: Those to go on with: the fitted ones, or those there were.
        kept: Whether the fitted ones are.
        reviews: Reviews it was fitted to.
        held_back: Reviews it was tried on.
        loss_before: Log loss on those, by the parameters there were.
        loss_after: By the fitted ones.
    """

    parameters: Parameters
    kept: bool
    reviews: int
    held_back: int
    loss_before: float
    loss_after: float


class NotFitted(BtsquizError):
    """Nothing could be fitted, and why."""


History = Sequence[tuple[Answered, int]]
"""The reviews of one point in order, each with the number of options it was picked from."""


def fit(histories: Iterable[History], parameters: Parameters) -> Fit:
    """Fits parameters to a player's reviews.

    Args:
        histories: The reviews of each point.
        parameters: Those there are.

    Raises:
        NotFitted: There are too few reviews, or the package that fits is missing.
    """
    points = [history for history in histories if history]
    days = sorted(answer.day for history in points for answer, _ in history[1:])
    if len(days) < LEAST_REVIEWS:
        raise NotFitted(
            f"There are {len(days)} repeated reviews; to fit a memory takes {LEAST_REVIEWS}.",
            hint="Play on, and try again.",
        )
    cut = days[round(len(days) * (1 - HELD_BACK)) - 1]
    seen = [[(one, options) for one, options in history if one.day <= cut] for history in points]
    weights = _fitted(seen)
    fitted = replace(parameters, weights=weights)
    before, after = (
        [one for history in points for one in _foreseen(history, which) if one.day > cut]
        for which in (parameters, fitted)
    )
    losses = log_loss(before), log_loss(after)
    kept = losses[1] < losses[0]
    return Fit(
        fitted if kept else parameters, kept, len(days) - len(before), len(before), losses[0], losses[1]
    )


def _foreseen(history: History, parameters: Parameters) -> list[Reviewed]:
    likely = foreseen([answer for answer, _ in history], parameters)
    return [
        Reviewed(answer.day, share, options, answer.rating is not Rating.AGAIN)
        for (answer, options), share in zip(history[1:], likely, strict=True)
    ]


def reviewed(histories: Iterable[History], parameters: Parameters) -> list[Reviewed]:
    """Gives every review but the first of each point, as it was foreseen."""
    return [one for history in histories if history for one in _foreseen(history, parameters)]


def log_loss(reviews: Sequence[Reviewed]) -> float:
    """Gives how far what was foreseen is from what came, in nats for each review; 0 where there is none."""
    if not reviews:
        return 0.0
    shares = (
        min(max(one.share if one.recalled else 1 - one.share, _LEAST_SHARE), 1 - _LEAST_SHARE)
        for one in reviews
    )
    return -sum(map(math.log, shares)) / len(reviews)


def _fitted(histories: Iterable[History]) -> tuple[float, ...]:
    """Gives the numbers that suit reviews best.

    Raises:
        NotFitted: The package that fits is not installed.
    """
    try:
        from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
    except ImportError as error:
        raise NotFitted(
            "Fitting needs one more package.", hint="Install it with: pip install 'btsquiz[fit]'"
        ) from error
    items = []
    for history in histories:
        answers = [answer for answer, _ in history]
        steps = [
            FSRSReview(int(answer.rating), answer.day - before.day)
            for before, answer in pairwise([*answers[:1], *answers])
        ]
        items += [FSRSItem(steps[:length]) for length in range(2, len(steps) + 1)]
    return tuple(FSRS([]).compute_parameters(items, enable_short_term=False))
