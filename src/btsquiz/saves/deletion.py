"""Deletion: of a player who was deleted nothing is left but the word that they were, which merges too."""

from __future__ import annotations

from typing import Final

from btsquiz.saves.database import Database

_DELETED: Final = (
    "SELECT player, max(at_ms) AS until FROM record WHERE kind = 'profile' "
    "AND json_extract(body, '$.deleted') GROUP BY player"
)


def purge(database: Database) -> None:
    """Takes out what players left who were deleted later, and the matches they sat in; in a transaction.

    Of a duel the others' answers stay, for they are the others'.
    """
    run = database.connection.execute
    run("PRAGMA secure_delete = ON")
    for player, until in run(_DELETED).fetchall():
        matches = (
            "SELECT match FROM record AS deal WHERE kind = 'deal' AND at_ms <= ? AND EXISTS "
            "(SELECT 1 FROM json_each(deal.body, '$.seats') WHERE value = ?)"
        )
        run(
            f"DELETE FROM record WHERE kind IN ('deal', 'command', 'end') AND match IN ({matches})",  # noqa: S608
            (until, player),
        )
        run(
            "DELETE FROM record WHERE player = ? AND at_ms <= ? AND NOT "
            "(kind = 'profile' AND coalesce(json_extract(body, '$.deleted'), 0))",
            (player, until),
        )
