"""The time, handed in from outside, so that nothing else asks a wall clock."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import Final, Protocol

DAY_CHANGES_AT: Final = timedelta(hours=4)
"""Local time of day at which a new day of play begins: a late evening belongs to the day before."""

_EPOCH: Final = date(1970, 1, 1)


class Clock(Protocol):
    """Tells the time of day, and time that only ever goes forward."""

    def now(self) -> datetime:
        """Tells the time of day as an aware datetime in the player's own zone."""
        ...

    def monotonic_ms(self) -> int:
        """Tells milliseconds since some fixed moment, never going back."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Tells the time of day in the machine's zone."""
        return datetime.now().astimezone()

    def monotonic_ms(self) -> int:
        """Tells milliseconds since the machine started, or thereabouts."""
        return time.monotonic_ns() // 1_000_000


def day_of(moment: datetime) -> int:
    """Tells the day of play a moment belongs to.

    Args:
        moment: An aware datetime in the player's zone.

    Returns:
        Days since 1 January 1970, by the wall clock of that zone, changing at 04:00.
    """
    return ((moment.replace(tzinfo=None) - DAY_CHANGES_AT).date() - _EPOCH).days


def date_of(day: int) -> date:
    """Gives the calendar date of a day of play."""
    return _EPOCH + timedelta(days=day)


def at_ms(moment: datetime) -> int:
    """Gives a moment as milliseconds since 1970 in UTC."""
    return round(moment.astimezone(UTC).timestamp() * 1000)
