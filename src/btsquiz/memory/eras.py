"""Eras: days on which the clock cannot have been right, told from all days of play alone.

A clock that is wrong by years leaves a single day of play far from all others. What was answered then is
kept, and is practice: nobody knows when it was. A second day in that era shows that the clock meant it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Self

from btsquiz.memory.records import Answered, Record

LEAP_DAYS: Final = 1_100
"""So many days without any play part two eras."""


@dataclass(frozen=True, slots=True)
class Eras:
    """The eras that are trusted.

    Attributes:
        spans: First and last day of each, in order; none where every day is trusted.
    """

    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, days: Iterable[int]) -> Self:
        """Tells the eras from all days of play: one of a single day counts only where there is no other."""
        spans: list[tuple[int, int]] = []
        for day in sorted(set(days)):
            if spans and day - spans[-1][1] <= LEAP_DAYS:
                spans[-1] = spans[-1][0], day
            else:
                spans.append((day, day))
        trusted = [span for span in spans if span[0] < span[1]] or spans[:1]
        return cls(() if trusted == spans else tuple(trusted))

    def trusts(self, day: int) -> bool:
        """Tells whether the clock may have been right on a day."""
        near = (first - LEAP_DAYS <= day <= last + LEAP_DAYS for first, last in self.spans)
        return not self.spans or any(near)

    def settle(self, record: Record) -> Record:
        """Gives a record of a day that is not trusted as practice of the nearest day that is."""
        if self.trusts(record.day):
            return record
        ends = [end for span in self.spans for end in span]
        settled = replace(record, day=min(ends, key=lambda end: (abs(end - record.day), end)))
        return replace(settled, counts=False) if isinstance(settled, Answered) else settled
