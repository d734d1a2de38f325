"""What the numbers say: how well memory foresees, how much is kept at what age, what the next days bring."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from btsquiz.memory.fit import History, Reviewed, reviewed
from btsquiz.memory.schedule import Card, Parameters, lived

BINS: Final = 10
"""Parts of what can be foreseen, each as wide as the others."""
AGES: Final = ((1, "1 day"), (3, "2–3 days"), (7, "4–7 days"), (14, "8–14 days"), (30, "15–30 days"),
               (60, "1–2 months"), (120, "2–4 months"), (10**9, "longer"))  # fmt: skip
"""The last day of each age at which something is asked again, and its name."""
FORECAST_DAYS: Final = 30
LOAD_DAYS: Final = 90
LOAD_CARDS: Final = 200
"""So many cards at most are played through to foresee the load of all."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Some reviews, and how many of them were right.

    Attributes:
        name: What they have in common.
        number: How many they are.
        foreseen: The share that should have been right, 0 to 1.
        right: The share that was.
    """

    name: str
    number: int
    foreseen: float
    right: float


def calibration(reviews: Iterable[Reviewed]) -> list[Bin]:
    """Sorts reviews by what was foreseen of them; with options, a guess may be right, too."""
    sorted_in: dict[int, list[Reviewed]] = {}
    for one in reviews:
        sorted_in.setdefault(min(int(one.share * BINS), BINS - 1), []).append(one)
    width = 100 // BINS
    return [_bin(f"{place * width}–{(place + 1) * width} %", sorted_in[place]) for place in sorted(sorted_in)]


def by_age(histories: Iterable[History], parameters: Parameters) -> list[Bin]:
    """Sorts reviews by how many days they came after the one before."""
    ends = [end for end, _ in AGES]
    sorted_in: dict[int, list[Reviewed]] = {}
    for history in histories:
        ages = [later.day - answer.day for (answer, _), (later, _) in pairwise(history)]
        for age, one in zip(ages, reviewed([history], parameters), strict=True):
            sorted_in.setdefault(bisect.bisect_left(ends, age), []).append(one)
    return [_bin(AGES[place][1], sorted_in[place]) for place in sorted(sorted_in)]


def _bin(name: str, reviews: Sequence[Reviewed]) -> Bin:
    number = len(reviews)
    foreseen = sum(one.share for one in reviews) / number
    return Bin(name, number, foreseen, sum(one.recalled for one in reviews) / number)


def forecast(cards: Iterable[Card], today: int) -> list[int]:
    """Counts what falls due on each of the next days, today with all that has piled up first."""
    days = Counter(max(card.due - today, 0) for card in cards if not card.suspended)
    return [days[later] for later in range(FORECAST_DAYS)]


def daily_load(cards: Sequence[Card], today: int, parameters: Parameters) -> float:
    """Foresees how many reviews a day what is kept now costs, over the next three months.

    Some of the cards are played through, each recalled as often as its retrievability says.

    Args:
        cards: What is kept.
        today: The day of play.
        parameters: Those of the player, with the retention whose cost is asked for.
    """
    kept = [card for card in cards if card.stability is not None and not card.suspended]
    some = kept[:: len(kept) // LOAD_CARDS + 1]
    reviews = sum(
        len(lived(card, today, today + LOAD_DAYS, parameters, place)) for place, card in enumerate(some)
    )
    return reviews * len(kept) / max(len(some), 1) / LOAD_DAYS
