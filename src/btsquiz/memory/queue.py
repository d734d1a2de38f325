"""The queue: which points to ask tonight."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Set
from typing import Final

from btsquiz.memory.schedule import Card

TONIGHT: Final = 12
"""Points due that are asked in one day, at most."""
NEW_A_DAY: Final = 2
"""Points asked in a day that were never reviewed before, at most."""
MOST_LATE_DAYS: Final = 7
"""A card is put off by no more than this, so that many due on one day are spread over several."""


def queue(
    reviewed: Iterable[tuple[str, Card]],
    fresh: Iterable[tuple[str, Card]],
    day: int,
    *,
    due: int = TONIGHT,
    new: int = NEW_A_DAY,
    met: Set[str] = frozenset(),
) -> list[str]:
    """Picks the points to ask: due longest first, and of siblings only one, for each reminds of the other.

    Args:
        reviewed: Points that were reviewed before with their cards, due longest first; no more of them are
            looked at than are needed.
        fresh: Points that never were, likewise.
        day: The day of play.
        due: How many of the first kind at most.
        new: How many of the second.
        met: Points answered that day: they and their siblings wait for the next.

    Returns:
        Points in the order to ask them, new ones last.
    """
    chosen: list[str] = []
    families = {siblings(point) for point in met}
    for cards, most in ((reviewed, due), (fresh, new)):
        room = most
        for point, card in cards if most > 0 else ():
            if card.due > day or not room:
                break
            family = siblings(point)
            if family in families or not is_asked(point, card, day):
                continue
            chosen.append(point)
            families.add(family)
            room -= 1
    return chosen


def is_asked(point: str, card: Card, day: int) -> bool:
    """Tells whether a point may be asked on a day: it is due, and neither set aside nor put off."""
    return not card.suspended and card.buried_on != day and card.due + late_days(point, card) <= day


def late_days(point: str, card: Card) -> int:
    """Gives by how many days a card is put off: a tenth of its interval at most, other for each review."""
    width = min(card.interval_days // 10, MOST_LATE_DAYS)
    return zlib.crc32(f"{point} {card.reviews}".encode()) % (width + 1)


def siblings(point: str) -> str:
    """Names what a point shares with its siblings: its film or its fact; a point of a pack has none."""
    return point if "/" in point else point.partition(".")[0]
