"""Checking: whether a save is whole, and its cards what the journal says."""

from __future__ import annotations

from dataclasses import dataclass

from btsquiz.saves.database import explained
from btsquiz.saves.exchange import players_of
from btsquiz.saves.journal import Journal


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found.

    Attributes:
        records: Records there are.
        cards: Cards there are.
        problems: A sentence each.
    """

    records: int
    cards: int
    problems: tuple[str, ...]


def check(journal: Journal) -> Found:
    """Reads all of a save; cards that are not what the journal says are told, and nothing is changed."""
    problems = []
    with explained(journal.database.path):
        for (said,) in journal.database.connection.execute("PRAGMA integrity_check(20)").fetchall():
            if said != "ok":
                problems.append(f"The file is damaged: {said}.")
    before = _cards(journal)
    run = journal.database.connection.execute
    with explained(journal.database.path):
        run("BEGIN IMMEDIATE")
        try:
            journal.cards.rebuild()
            after = _cards(journal)
        finally:
            run("ROLLBACK")
            journal.cards.reload()
    wrong = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    problems += [
        f"The card of {player} for {point} is not what the journal says; mend it with: btsquiz saves rebuild"
        for player, point in wrong[:20]
    ]
    ((records,),) = journal.database.rows("SELECT count(*) FROM record")
    return Found(records, len(before), tuple(problems))


def _cards(journal: Journal) -> dict[tuple[str, str], object]:
    return {
        (player, point): card for player in players_of(journal) for point, card in journal.cards.all(player)
    }
