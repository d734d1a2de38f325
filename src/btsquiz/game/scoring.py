"""What a right answer earns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

BASE_POINTS: Final = 1000
GRACE_MS: Final = 1_000
"""After the reading time, an answer this quick still earns everything."""
MIN_READING_MS: Final = 2_000
READING_MS_PER_WORD: Final = 250
LIMIT_MS: Final = 20_000
LONG_LIMIT_MS: Final = 40_000
"""For answers that are typed, ordered or matched."""
MAX_RUN_STEPS: Final = 5
OPTIONS_SHARE: Final = Fraction(1, 2)
"""What is left of a typed answer's worth once its options were asked for."""

DUEL_POINTS: Final = 100
ALONE_POINTS: Final = 50
"""What a right answer earns more in a duel where no other seat was right."""

_DIFFICULTY: Final = {1: Fraction(1), 2: Fraction(3, 2), 3: Fraction(2)}
_RUN_STEP: Final = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Score:
    """Points and the parts they come from.

    Attributes:
        points: What counts: the product of the parts, rounded once, half up.
        speed_points: The base after speed, 500 to 1,000, rounded for showing.
        difficulty: 1, 2 or 3.
        run_percent: What the run adds, 0 to 50.
        times: What a power multiplied it by.
        is_flat: Whether it is the same for any right answer; then the other parts say nothing.
        staked: Whether it was won or lost by a stake; then the other parts say nothing.
        alone: What it earned more because nobody else was right.
    """

    points: int
    speed_points: int
    difficulty: int
    run_percent: int
    times: int = 1
    is_flat: bool = False
    staked: bool = False
    alone: int = 0


NOTHING: Final = Score(0, 0, 1, 0)


def reading_ms(words: int) -> int:
    """Gives the time to read before the clock starts: four words a second, two seconds at least."""
    return max(MIN_READING_MS, words * READING_MS_PER_WORD)


def speed_share(thinking_ms: int, limit_ms: int) -> Fraction:
    """Gives the share of the base an answer earns by its speed.

    Args:
        thinking_ms: Time since the clock started, after reading; negative for an answer during reading.
        limit_ms: The whole clock.

    Returns:
        1 until the grace is over, then falling evenly to 1/2 at the bell.
    """
    late = Fraction(min(max(thinking_ms - GRACE_MS, 0), limit_ms - GRACE_MS), limit_ms - GRACE_MS)
    return 1 - late / 2


def score(difficulty: int, share: Fraction, run: int) -> Score:
    """Gives the points of one right answer.

    Args:
        difficulty: 1 easy, 2 medium, 3 hard: times 1, 1.5, 2.
        share: The share of the base that speed left, 1/2 to 1; 1 without a clock.
        run: Right answers in a row before this one; each adds a tenth, five at most. 0 without runs.
    """
    steps = min(run, MAX_RUN_STEPS)
    exact = BASE_POINTS * share * _DIFFICULTY[difficulty] * (1 + steps * _RUN_STEP)
    return Score(
        points=_half_up(exact),
        speed_points=_half_up(BASE_POINTS * share),
        difficulty=difficulty,
        run_percent=steps * 10,
    )


def duel_score(worth: int, difficulty: int, share: Fraction, run: int) -> Score:
    """Gives the points of one right answer in a duel.

    Args:
        worth: What it is worth whole: a hundred times its difficulty, or as much as any other.
        difficulty: 1 easy, 2 medium, 3 hard; for showing.
        share: The share that speed or options left, 1/4 to 1.
        run: Right answers in a row before this one; each adds a tenth, five at most. 0 without runs.
    """
    steps = min(run, MAX_RUN_STEPS)
    return Score(
        points=_half_up(worth * share * (1 + steps * _RUN_STEP)),
        speed_points=_half_up(DUEL_POINTS * share),
        difficulty=difficulty,
        run_percent=steps * 10,
    )


def flat(points: int, difficulty: int) -> Score:
    """Gives the same points for any right answer."""
    return Score(points, points, difficulty, 0, is_flat=True)


def doubled(score: Score) -> Score:
    """Gives twice a score."""
    return replace(score, points=2 * score.points, times=2)


def stake(bank: int, percent: int, *, right: bool) -> Score:
    """Gives what a stake wins or loses: a share of the bank, in whole points, rounded down."""
    points = max(bank, 0) * percent // 100
    return Score(points if right else -points, 0, 1, 0, staked=True)


def rung_points(rungs: Sequence[int], safe: Collection[int], right: int, *, missed: bool) -> int:
    """Gives what one has on a ladder: the rung one stands on, or after a miss the highest safe one below."""
    stands_on = max((rung for rung in safe if rung <= right), default=0) if missed else right
    return rungs[min(stands_on, len(rungs)) - 1] if stands_on else 0


def difficulty_factor(difficulty: int) -> float:
    """Gives what a difficulty multiplies points by: 1, 1.5 or 2."""
    return float(_DIFFICULTY[difficulty])


def _half_up(number: Fraction) -> int:
    return int(number + Fraction(1, 2))
