"""Records of a journal for the tests of the saves.

from saves.makers import answered
"""

from __future__ import annotations

import itertools
import json

from hypothesis import strategies as st

from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record

DAY = 20_000
DAY_MS = 86_400_000
_ids = itertools.count(1)


def written(kind: str, point: str | None, player: str, day: int, body: dict[str, object]) -> Record:
    """Writes a record; of two written, the one written later happened later."""
    number = next(_ids)
    identity = number.to_bytes(16, "big")
    return Record(identity, day * DAY_MS + number, day, kind, player, None, None, point, json.dumps(body))


def made(
    kind: str, point: str | None = "p/1", *, player: str = "you", day: int = DAY, **body: object
) -> Record:
    """Makes a record of any kind."""
    return written(kind, point, player, day, body)


def answered(
    point: str = "p/1", *, rating: int = 1, player: str = "you", day: int = DAY, **more: object
) -> Record:
    """Makes an answer."""
    body: dict[str, object] = {
        "fact": "",
        "question": f"pack/{point}",
        "kind": "typed",
        "verdict": "wrong" if rating == 1 else "right",
        "response": ["hammer"],
        "points": 0,
        "rating": rating,
        "counts": True,
        "recall": True,
        "options": 0,
        "retake": False,
        "format": "review",
        "elapsed_ms": 4_000,
    }
    return written("answer", point, player, day, {**body, **more})


@st.composite
def histories(draw: st.DrawFn) -> list[Record]:
    """Gives records of a few players and points of every kind that memory or a merge cares for."""
    records: list[Record] = []
    for _ in range(draw(st.integers(0, 14))):
        player = draw(st.sampled_from(["Ann", "Bob", "Cleo"]))
        point = draw(st.sampled_from(["p/1", "jaws-1975.director", "p/2"]))
        day = draw(st.integers(DAY, DAY + 90)) + draw(st.sampled_from([0] * 9 + [18_000]))
        mine = [one for one in records if one.kind == "answer" and one.player == player]
        kind = draw(st.sampled_from(["answer"] * 6 + ["star", "suspend", "bury", "rate", "undo", "profile",
                                                      "setting", "moved"]))  # fmt: skip
        if kind in {"rate", "undo"} and not mine:
            kind = "star"
        match kind:
            case "answer":
                record = answered(point, rating=draw(st.integers(1, 4)), counts=draw(st.booleans()),
                                  recall=draw(st.booleans()), player=player, day=day)  # fmt: skip
            case "star" | "suspend":
                record = made(kind, point, player=player, day=day, on=draw(st.booleans()))
            case "bury":
                record = made(kind, point, player=player, day=day)
            case "profile":
                gone = {"deleted": [one.id.hex() for one in mine]}
                said = draw(st.sampled_from([{"now": "Bob"}, {"now": player}, {"hidden": True}, gone]))
                record = made(kind, None, player=player, day=day, **said)
            case "setting":
                record = made(kind, None, player=player, day=day, retention=draw(st.sampled_from([0.8, 0.9])))
            case "moved":
                record = made(
                    kind, None, player="", day=day, old="p/2", new=draw(st.sampled_from(["p/1", "p/2"]))
                )
            case _:
                of = draw(st.sampled_from(mine))
                record = made(kind, of.point, player=player, day=day, answer=of.id.hex(),
                              rating=draw(st.integers(1, 4)))  # fmt: skip
        records.append(record)
    return records


def everything(journal: Journal) -> tuple[object, ...]:
    """Gives all that a journal holds, in an order that does not depend on how it got there."""
    return tuple(
        sorted(journal.database.rows(f"SELECT * FROM {table}"), key=repr)
        for table in ("record", "card", "shown", "player", "played")
    )
