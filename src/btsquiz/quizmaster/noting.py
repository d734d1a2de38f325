"""Noting: what a record of the journal is stamped with."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import datetime

from btsquiz.clock import Clock, at_ms, day_of
from btsquiz.saves.record import Record


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes records with the time and an id of chance.

    Attributes:
        clock: What the time is.
        rng: Where ids are drawn from.
    """

    clock: Clock
    rng: random.Random

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
        """Gives a record of now, or of a moment given."""
        when = moment or self.clock.now()
        return Record(
            self.rng.randbytes(16), at_ms(when), day_of(when), kind, player, match, seq, point, body
        )

    def seed(self) -> str:
        """Draws a seed."""
        return f"{self.rng.getrandbits(64):016x}"

    def said(self, kind: str, player: str, point: str | None = None, **body: object) -> Record:
        """Gives a record of now that is part of no match."""
        return self.record(kind, player, json.dumps(body, ensure_ascii=False), point=point)
