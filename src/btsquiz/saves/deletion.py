"""Deletion: of a player who was deleted nothing is left but the ids of what was, so that it merges, too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from btsquiz.saves.database import Database

IDS_A_RECORD: Final = 10_000
"""So many ids at most stand in one record."""


def belonging_to(database: Database, players: Sequence[str]) -> list[bytes]:
    """Gives the ids of all records of players, and of the matches they sat in.

    Of a duel the others' answers are not among them, for they are the others'.
    """
    ids: dict[bytes, None] = {}
    for player in players:
        rows = database.rows("SELECT id FROM record WHERE player = ?", player)
        rows += database.rows(
            "SELECT id FROM record WHERE kind IN ('deal', 'command', 'end') AND match IN "
            "(SELECT match FROM record AS deal WHERE kind = 'deal' AND EXISTS "
            "(SELECT 1 FROM json_each(deal.body, '$.seats') WHERE value = ?))",
            player,
        )
        ids.update(dict.fromkeys(row[0] for row in rows))
    return list(ids)


def purge(database: Database) -> None:
    """Takes out every record that one of the journal says is deleted; in a transaction."""
    said = database.rows(
        "SELECT json_extract(body, '$.deleted') FROM record WHERE kind = 'profile' "
        "AND json_extract(body, '$.deleted') IS NOT NULL"
    )
    if said:
        database.connection.execute("PRAGMA secure_delete = ON")
        ids = [(bytes.fromhex(one),) for (listed,) in said for one in json.loads(listed)]
        database.many("DELETE FROM record WHERE id = ?", ids)
