"""Progress: what a player has kept, said as a rank in the crew, and how many nights they came back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

RANKS: Final = (
    (0, "runner"),
    (5, "clapper loader"),
    (15, "grip"),
    (30, "best boy"),
    (60, "gaffer"),
    (100, "focus puller"),
    (160, "script supervisor"),
    (250, "camera operator"),
    (400, "assistant director"),
    (600, "cinematographer"),
    (1_000, "director"),
)
"""Crew ranks, each with the points in the can it takes."""
FREE_EVERY_DAYS: Final = 7
"""Of so many days one may be left out."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank in the crew.

    Attributes:
        title: What one is.
        following: What one would be next; empty at the top.
        missing: Points in the can that it takes to get there.
    """

    title: str
    following: str
    missing: int


def rank_of(in_the_can: int) -> Rank:
    """Gives the rank of a player with so many points in the can."""
    title = [name for least, name in RANKS if least <= in_the_can][-1]
    above = [(least, name) for least, name in RANKS if least > in_the_can]
    least, following = above[0] if above else (in_the_can, "")
    return Rank(title, following, least - in_the_can)


def nights_in_a_row(days: Iterable[int], today: int) -> int:
    """Counts the nights played in a row up to now; of seven days one may be free, and tonight may be to come.

    Args:
        days: The days of play on which something was reviewed.
        today: The day of play it is.
    """
    played = {day for day in days if day <= today}
    day = today if today in played else today - 1
    nights, free = 0, today + FREE_EVERY_DAYS
    while played:
        if day in played:
            nights += 1
        elif free - day >= FREE_EVERY_DAYS and day - 1 in played:
            free = day
        else:
            break
        day -= 1
    return nights
