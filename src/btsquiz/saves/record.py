"""One line of the journal, and what memory reads in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from btsquiz.memory.records import Answered, Buried, Rated, Rating, Starred, Suspended, TakenBack
from btsquiz.memory.records import Record as MemoryRecord


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the journal.

    Attributes:
        id: 16 random bytes.
        at_ms: When, in milliseconds since 1970, UTC.
        day: The day of play, stamped when it happened.
        kind: What happened: of a match `deal`, `command`, `answer`, `end`; of a point `star`, `suspend`,
            `bury`, and of an answer to it `rate`, `undo`; of a question `flag`; of a player `profile`,
            `setting`; of packs `pack`, `moved`.
        player: Who played.
        match: The id of the match it belongs to, if any.
        seq: Its place in that match, from 0.
        point: The point that memory should know of it, if any.
        body: What happened, as JSON.
    """

    id: bytes
    at_ms: int
    day: int
    kind: str
    player: str
    match: bytes | None
    seq: int | None
    point: str | None
    body: str


_RATINGS: Final = {rating.value: rating for rating in Rating}
REMEMBERED: Final = "'answer', 'star', 'rate', 'undo', 'suspend', 'bury'"
"""The kinds a card is folded from, as SQL lists them."""


def remembered(identity: bytes, at_ms: int, day: int, kind: str, body: str) -> MemoryRecord:
    """Gives a record as memory folds it."""
    if kind == "bury":
        return Buried(identity, at_ms, day)
    data = json.loads(body)
    match kind:
        case "answer":
            return Answered(
                identity, at_ms, day, _RATINGS[data["rating"]], bool(data["counts"]), bool(data["recall"])
            )
        case "star":
            return Starred(identity, at_ms, day, data["on"])
        case "suspend":
            return Suspended(identity, at_ms, day, data["on"])
        case "rate":
            return Rated(identity, at_ms, day, bytes.fromhex(data["answer"]), Rating(data["rating"]))
        case _:
            return TakenBack(identity, at_ms, day, bytes.fromhex(data["answer"]))
