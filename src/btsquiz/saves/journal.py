"""The journal of play: append-only, the only truth; one transaction per append, durable when it returns."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any, Final

from btsquiz.errors import SaveError
from btsquiz.memory.records import Record as MemoryRecord
from btsquiz.memory.schedule import Card, Parameters
from btsquiz.saves.cards import Cards, Progress, marks
from btsquiz.saves.database import Database
from btsquiz.saves.deletion import purge
from btsquiz.saves.record import Record
from btsquiz.text import fold

_MEDIAN_OF: Final = 100
_MEDIAN_LEAST: Final = 10


class Journal:
    """An open journal.

    Args:
        path: The database file; it and its folder are made where they are missing.

    Raises:
        SaveError: It is no journal of ours, damaged, newer than this btsquiz, or cannot be written. The file
            is left as it was.
    """

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        try:
            self.cards = Cards(self.database)
        except BaseException:
            self.database.close()
            raise

    def close(self) -> None:
        """Closes the file; everything in it is already safe."""
        self.database.close()

    def append(self, records: Sequence[Record]) -> None:
        """Adds records in one transaction and refolds the cards they touch; durable when it returns.

        Raises:
            SaveError: It could not be written; nothing was.
        """
        try:
            with self.database.transaction():
                self._refuse_taken(records)
                self.database.many(
                    "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [astuple(one) for one in records]
                )
                self.database.many(
                    "INSERT INTO shown VALUES (?, ?) ON CONFLICT (question) DO UPDATE SET at_ms = "
                    "max(at_ms, excluded.at_ms)",
                    [
                        (json.loads(one.body)["question"], one.at_ms)
                        for one in records
                        if one.kind == "answer"
                    ],
                )
                if any(one.kind == "profile" for one in records):
                    purge(self.database)
                self.cards.learn(records)
        except BaseException:
            self.cards.reload()
            raise

    def _refuse_taken(self, records: Sequence[Record]) -> None:
        """Refuses what would stand at a place of a match that is taken, as by another window.

        Raises:
            SaveError: It is taken.
        """
        placed = [one for one in records if one.match is not None and one.seq is not None]
        taken = (
            self.database.rows("SELECT 1 FROM record WHERE match = ? AND seq = ?", one.match, one.seq)
            for one in placed
        )
        if len({(one.match, one.seq) for one in placed}) < len(placed) or any(taken):
            message = "This match was gone on with in another window; what is done there stands."
            raise SaveError(message, hint="Close this one.")

    def rebuild(self, progress: Progress | None = None) -> None:
        """Folds every card anew from the records.

        Raises:
            SaveError: It could not be written; nothing was.
        """
        with self.database.transaction():
            purge(self.database)
            self.cards.reload()
            self.cards.rebuild(progress)

    # Players

    def known_as(self, name: str) -> str:
        """Gives the name a player goes by today: renamed, merged, or written otherwise before."""
        folded = fold(name)
        known = {row[0] for row in self.database.rows("SELECT name FROM player")}
        known.update(self.cards.players.now.values())
        same = sorted(one for one in known if fold(one) == folded)
        return self.cards.players.of_today(name if name in same or not same else same[0])

    def player_names(self) -> list[str]:
        """Gives every name anybody played under whose answers are here."""
        rows = self.database.rows(
            "SELECT name FROM player WHERE EXISTS (SELECT 1 FROM record WHERE player = name "
            "AND kind = 'answer') ORDER BY name"
        )
        return [row[0] for row in rows]

    def packs(self) -> dict[str, dict[str, Any]]:
        """Gives by pack what was last noted of its questions."""
        rows = self.database.rows("SELECT body FROM record WHERE kind = 'pack' ORDER BY at_ms, id")
        return {said["pack"]: said for said in (json.loads(row[0]) for row in rows)}

    def hidden(self) -> set[str]:
        """Gives the players who are left out of lists."""
        rows = self.database.rows(
            "SELECT player, json_extract(body, '$.hidden') FROM record WHERE kind = 'profile' "
            "AND json_extract(body, '$.hidden') IS NOT NULL ORDER BY at_ms, id"
        )
        return {self.cards.players.of_today(name) for name, on in dict(rows).items() if on}

    def parameters(self, player: str) -> Parameters:
        """Gives how a player's memory is scheduled."""
        return self.cards.parameters(self.known_as(player))

    def _of(self, query: str, names: Sequence[str], rest: str = "", *values: object) -> list[tuple[Any, ...]]:
        """Gives what a query finds of a player under any of their names."""
        return self.database.rows(query.format(f"player IN ({marks(names)})") + rest, *names, *values)

    # Matches

    def is_new(self) -> bool:
        """Tells whether nothing was ever played here."""
        return not self.database.rows("SELECT 1 FROM record WHERE kind IN ('deal', 'answer') LIMIT 1")

    def unfinished(self, player: str) -> bytes | None:
        """Gives the id of the match begun last of those that have not ended, if any."""
        rows = self.database.rows(
            "SELECT match FROM record AS begun WHERE kind = 'deal' AND player = ? AND 'end' != "
            "(SELECT kind FROM record WHERE match = begun.match ORDER BY seq DESC LIMIT 1) "
            "ORDER BY rowid DESC LIMIT 1",
            player,
        )
        return rows[0][0] if rows else None

    def match_records(self, match: bytes) -> list[Record]:
        """Gives everything journalled of a match, in order."""
        rows = self.database.rows("SELECT * FROM record WHERE match = ? ORDER BY seq, id", match)
        # A match gone on with on two machines has places taken twice; one of them is gone on with.
        return list({row[6]: Record(*row) for row in reversed(rows)}.values())[::-1]

    def duels(self) -> list[dict[str, Any]]:
        """Gives what was kept of every duel that has ended, the oldest first, by the names of today."""
        rows = self.database.rows(
            "SELECT body FROM record WHERE kind = 'end' AND json_extract(body, '$.duel') IS NOT NULL "
            "ORDER BY at_ms, rowid"
        )
        duels = [json.loads(row[0]) for row in rows]
        for duel in duels:
            duel["seats"] = [self.cards.players.of_today(name) for name in duel["seats"]]
        return [duel for duel in duels if len(set(duel["seats"])) == len(duel["seats"])]

    def shown(self) -> list[str]:
        """Gives the keys of the questions ever answered, longest ago first."""
        return [row[0] for row in self.database.rows("SELECT question FROM shown ORDER BY at_ms, question")]

    def picked(self) -> dict[str, dict[str, int]]:
        """Counts, by the key of a question, how often each text was answered, by anybody."""
        rows = self.database.rows(
            "SELECT json_extract(body, '$.question'), json_extract(body, '$.response[0]'), count(*) "
            "FROM record WHERE kind = 'answer' AND json_array_length(body, '$.response') = 1 GROUP BY 1, 2"
        )
        counts: dict[str, dict[str, int]] = {}
        for question, text, number in rows:
            counts.setdefault(question, {})[text] = number
        return counts

    # Memory

    def by_due(self, player: str, *, reviewed: bool, after: int = -1) -> Iterator[tuple[str, Card]]:
        """Yields points a player has enrolled, due longest first; see `Cards.by_due`."""
        return self.cards.by_due(self.known_as(player), reviewed=reviewed, after=after)

    def all_cards(self, player: str) -> list[tuple[str, Card]]:
        """Gives every point a player has enrolled, with its card."""
        return list(self.cards.all(self.known_as(player)))

    def records(self, player: str, point: str) -> list[MemoryRecord]:
        """Gives all that memory knows of a player and point."""
        return self.cards.records(self.known_as(player), point)

    def answered_on(self, player: str, day: int) -> list[dict[str, Any]]:
        """Gives a player's answers of a day in order: `id`, `point` and what the record says."""
        rows = self._of(
            "SELECT id, point, body FROM record AS answer WHERE kind = 'answer' AND {}",
            self.cards.players.before(self.known_as(player)),
            " AND day = ? AND NOT EXISTS (SELECT 1 FROM record WHERE kind = 'undo' "
            "AND player = answer.player AND point = answer.point "
            "AND json_extract(body, '$.answer') = lower(hex(answer.id))) "
            "ORDER BY at_ms, id",
            day,
        )
        return [{"id": identity, "point": point, **json.loads(body)} for identity, point, body in rows]

    def last_answer(self, player: str, point: str, before: bytes) -> dict[str, Any] | None:
        """Gives a player's last answer to a point before another one, with its `day`; None without."""
        players, points = self.cards.players.before(self.known_as(player)), self.cards.points.before(point)
        rows = self.database.rows(
            f"SELECT day, body FROM record WHERE player IN ({marks(players)}) AND point IN ({marks(points)}) "  # noqa: S608
            "AND kind = 'answer' AND (at_ms, id) < (SELECT at_ms, id FROM record WHERE id = ?) "
            "ORDER BY at_ms DESC, id DESC LIMIT 1",
            *players,
            *points,
            before,
        )
        return {"day": rows[0][0], **json.loads(rows[0][1])} if rows else None

    def review_days(self, player: str) -> list[int]:
        """Gives the days on which a player reviewed, in order."""
        rows = self._of(
            "SELECT DISTINCT day FROM record WHERE kind = 'answer' AND {}",
            self.cards.players.before(self.known_as(player)),
            " AND json_extract(body, '$.format') IN ('review', 'cram') ORDER BY day",
        )
        return [row[0] for row in rows]

    def median_ms(self, player: str, question_kind: str) -> int | None:
        """Gives a player's median time for right answers to a kind of question; None where few are known."""
        rows = self._of(
            "SELECT json_extract(body, '$.elapsed_ms') FROM record WHERE kind = 'answer' AND {}",
            self.cards.players.before(self.known_as(player)),
            " AND json_extract(body, '$.kind') = ? AND json_extract(body, '$.verdict') = 'right' "
            "ORDER BY at_ms DESC LIMIT ?",
            question_kind,
            _MEDIAN_OF,
        )
        return int(statistics.median(row[0] for row in rows)) if len(rows) >= _MEDIAN_LEAST else None

    def settings(self) -> Mapping[str, Any]:
        """Gives the settings in force that guard what is written, as SQLite reports them."""
        names = ("journal_mode", "synchronous", "application_id", "user_version")
        return {name: self.database.rows(f"PRAGMA {name}")[0][0] for name in names}
