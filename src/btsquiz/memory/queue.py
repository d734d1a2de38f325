"""The queue: which points to ask in one session of review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from btsquiz.memory.schedule import Card

SESSION: Final = 15
"""Points in one session, at most."""
NEW_A_DAY: Final = 2
"""Points asked in review that were never reviewed before, at most."""


def queue(
    cards: Iterable[tuple[str, Card]], day: int, size: int = SESSION, *, introduced: int = 0
) -> list[str]:
    """Picks the points to ask: due longest first, and of siblings only one, for each reminds of the other.

    Args:
        cards: Points with their cards.
        day: The day of play.
        size: Points at most.
        introduced: New points already asked that day.

    Returns:
        Points in the order to ask them.
    """
    due = sorted((card.due, point, card) for point, card in cards if card.due <= day)
    chosen: list[str] = []
    families: set[str] = set()
    new = introduced
    for _, point, card in due:
        family = siblings(point)
        if len(chosen) == size or family in families or (not card.reviews and new >= NEW_A_DAY):
            continue
        chosen.append(point)
        families.add(family)
        new += not card.reviews
    return chosen


def siblings(point: str) -> str:
    """Names what a point shares with its siblings: its film or its fact; a point of a pack has none."""
    return point if "/" in point else point.partition(".")[0]
