"""Noting: what a record of the journal is stamped with."""

from __future__ import annotations

import json
import random
from datetime import datetime
from typing import Final

from btsquiz.clock import Clock, at_ms, day_of
from btsquiz.saves.record import Record

_CROWD_MS: Final = 1_000
"""Records this close follow one another; further back, the clock was set."""


class Pen:
    """Writes records with the time and an id of chance.

    Args:
        clock: What the time is.
        rng: Where ids are drawn from.
    """

    def __init__(self, clock: Clock, rng: random.Random) -> None:
        self.clock = clock
        self.rng = rng
        self._last_ms = 0

    def record(
        self,
        kind: str,
        player: str,
        body: str,
        *,
        point: str | None = None,
        match: bytes | None = None,
        seq: int | None = None,
        moment: datetime | None = None,
    ) -> Record:
        """Gives a record of now, or of a moment given; of two in one millisecond the second is later."""
        when = moment or self.clock.now()
        now_ms = at_ms(when)
        if now_ms <= self._last_ms < now_ms + _CROWD_MS:
            now_ms = self._last_ms + 1
        self._last_ms = now_ms
        return Record(self.rng.randbytes(16), now_ms, day_of(when), kind, player, match, seq, point, body)

    def seed(self) -> str:
        """Draws a seed."""
        return f"{self.rng.getrandbits(64):016x}"

    def said(self, kind: str, player: str, point: str | None = None, **body: object) -> Record:
        """Gives a record of now that is part of no match."""
        return self.record(kind, player, json.dumps(body, ensure_ascii=False), point=point)
