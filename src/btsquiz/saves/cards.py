"""Cards: folded from the journal, one by one as it grows, or all of them anew; both by the same fold."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from btsquiz.memory.eras import Eras
from btsquiz.memory.records import Record as MemoryRecord
from btsquiz.memory.schedule import DEFAULT, Card, Parameters, schedule
from btsquiz.saves.database import Database
from btsquiz.saves.names import Names
from btsquiz.saves.record import REMEMBERED, Record, remembered

FOLD_VERSION: Final = 1
"""Changes when the same records fold into other cards; saves folded by another are folded anew."""
_COLUMNS: Final = "stability, difficulty, due, last_day, reviews, lapses, recalled, suspended, buried_on"
_REPORT_EACH: Final = 50_000
_FOR_ALL: Final = frozenset({"profile", "moved", "setting"})
"""Kinds of records that may change any card."""

Progress = Callable[[int, int], None]
"""What is told how many of how many records were folded."""


class Cards:
    """The cards of a save.

    Args:
        database: The save.

    Attributes:
        players: Which players' names stand for which.
        points: Which points stand for which.
        eras: The days on which the clock may have been right.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._parameters: dict[str, Parameters] = {}
        self._data_version = 0
        self.players = self.points = Names()
        self.eras = Eras()
        self.reload()
        if not self._is_folded():
            with database.transaction():
                self.rebuild()

    def _is_folded(self) -> bool:
        return self._database.rows("SELECT version FROM folded") == [(FOLD_VERSION,)]

    def reload(self) -> None:
        """Reads anew what is kept in mind: names that stand for others, settings, days that are trusted."""
        self._parameters.clear()
        self.players = Names.of(
            self._database.rows(
                "SELECT player, json_extract(body, '$.now') FROM record WHERE kind = 'profile' "
                "AND json_extract(body, '$.now') IS NOT NULL ORDER BY at_ms, id"
            )
        )
        self.points = Names.of(
            self._database.rows(
                "SELECT json_extract(body, '$.old'), json_extract(body, '$.new') FROM record "
                "WHERE kind = 'moved' ORDER BY at_ms, id"
            )
        )
        self.eras = Eras.of(self._days())

    def parameters(self, player: str) -> Parameters:
        """Gives how a player's memory is scheduled: what was set last, each by itself."""
        if player not in self._parameters:
            names = self.players.before(player)
            rows = self._database.rows(
                f"SELECT body FROM record WHERE kind = 'setting' AND player IN ({marks(names)}) "  # noqa: S608
                "ORDER BY at_ms, id",
                *names,
            )
            said: dict[str, Any] = {}
            for (body,) in rows:
                said.update(json.loads(body))
            self._parameters[player] = Parameters(
                retention=said.get("retention", DEFAULT.retention), weights=tuple(said.get("weights") or ())
            )
        return self._parameters[player]

    def _is_changed_elsewhere(self) -> bool:
        """Tells whether another program wrote since the last time."""
        before = self._data_version
        ((self._data_version,),) = self._database.rows("PRAGMA data_version")
        return self._data_version != before

    def _days(self) -> list[int]:
        return [row[0] for row in self._database.rows("SELECT day FROM played")]

    def learn(self, records: Sequence[Record]) -> None:
        """Takes in records that were just appended; within their transaction."""
        if self._is_changed_elsewhere():
            self.reload()
        self._database.many("INSERT OR IGNORE INTO player VALUES (?)", [(one.player,) for one in records])
        known = set(self._days())
        fresh = {one.day for one in records if one.point} - known
        self._database.many("INSERT INTO played VALUES (?)", [(day,) for day in sorted(fresh)])
        eras, before = Eras.of(known | fresh), self.eras
        self.eras = eras
        if any(one.kind in _FOR_ALL for one in records):
            self.reload()
            self.rebuild()
            return
        touched = [(one.player, one.point) for one in records if one.point]
        doubted = [day for day in known if fresh and not (eras.trusts(day) and before.trusts(day))]
        # What was answered on a day that is not trusted counts for another day, which may be another now.
        touched += self._database.rows(
            f"SELECT DISTINCT player, point FROM record WHERE day IN ({marks(doubted)}) "  # noqa: S608
            "AND point IS NOT NULL",
            *doubted,
        )
        names = {(self.players.of_today(player), self.points.of_today(point)) for player, point in touched}
        for player, point in sorted(names):
            self._refold(player, point)

    def records(self, player: str, point: str) -> list[MemoryRecord]:
        """Gives all that memory knows of a player and point, under whatever names."""
        players, points = self.players.before(player), self.points.before(point)
        rows = self._database.rows(
            f"SELECT id, at_ms, day, kind, body FROM record WHERE player IN ({marks(players)}) "  # noqa: S608
            f"AND point IN ({marks(points)}) AND kind IN ({REMEMBERED})",
            *players,
            *points,
        )
        return [remembered(*row) for row in rows]

    def card(self, player: str, point: str) -> Card | None:
        """Gives a point's card, or None where it is not enrolled."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM card WHERE player = ? AND point = ?",  # noqa: S608 - our own columns
            player,
            point,
        )
        return _card(rows[0]) if rows else None

    def count(self, player: str) -> int:
        """Counts the points a player has enrolled."""
        ((number,),) = self._database.rows("SELECT count(*) FROM card WHERE player = ?", player)
        return int(number)

    def all(self, player: str) -> Iterator[tuple[str, Card]]:
        """Yields every point enrolled, with its card."""
        rows = self._database.each(f"SELECT point, {_COLUMNS} FROM card WHERE player = ?", player)  # noqa: S608
        return ((point, _card(values)) for point, *values in rows)

    def by_due(self, player: str, *, reviewed: bool, after: int = -1) -> Iterator[tuple[str, Card]]:
        """Yields points enrolled, with their cards, due longest first, as far as they are looked at.

        Args:
            player: Whose.
            reviewed: Whether those that were reviewed before, or those that never were.
            after: Only those due after this day.
        """
        rows = self._database.each(
            f"SELECT point, {_COLUMNS} FROM card WHERE player = ? AND (reviews > 0) = ? AND due > ? "  # noqa: S608
            "ORDER BY due, point",
            player,
            int(reviewed),
            after,
        )
        return ((point, _card(values)) for point, *values in rows)

    def fold(self, player: str, records: Iterable[MemoryRecord]) -> Card | None:
        """Folds a point's records as this player's."""
        return schedule(records, self.parameters(player), self.eras)

    def _refold(self, player: str, point: str) -> None:
        card = self.fold(player, self.records(player, point))
        if card is None:
            self._database.rows("DELETE FROM card WHERE player = ? AND point = ?", player, point)
        else:
            self._put([(player, point, card)])

    def _put(self, cards: Sequence[tuple[str, str, Card]]) -> None:
        self._database.many(
            "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    player,
                    point,
                    card.stability,
                    card.difficulty,
                    card.due,
                    card.last_day,
                    card.reviews,
                    card.lapses,
                    int(card.recalled),
                    int(card.suspended),
                    card.buried_on,
                )
                for player, point, card in cards
            ],
        )

    def rebuild(self, progress: Progress | None = None) -> None:
        """Throws away all that is derived and folds it anew; within a transaction."""
        # Nothing that is folded is garbage; looking for it again and again is an eighth of the time.
        collecting = gc.isenabled()
        gc.disable()
        try:
            self._rebuild(progress)
        finally:
            if collecting:
                gc.enable()

    def _rebuild(self, progress: Progress | None) -> None:
        run = self._database.connection.execute
        for table in ("card", "shown", "player", "played", "folded"):
            run(f"DELETE FROM {table}")  # noqa: S608 - our own names
        run("INSERT INTO player SELECT DISTINCT player FROM record")
        run("INSERT INTO played SELECT DISTINCT day FROM record WHERE point IS NOT NULL")
        run(
            "INSERT INTO shown SELECT json_extract(body, '$.question'), max(at_ms) FROM record "
            "WHERE kind = 'answer' GROUP BY 1"
        )
        self.eras = Eras.of(self._days())
        ((total,),) = run("SELECT count(*) FROM record WHERE point IS NOT NULL").fetchall()
        renamed: set[tuple[str, str]] = set()
        folded = 0
        rows = run(
            f"SELECT player, point, id, at_ms, day, kind, body FROM record "  # noqa: S608
            f"WHERE point IS NOT NULL AND kind IN ({REMEMBERED}) ORDER BY player, point"
        )
        batch: list[tuple[str, str, Card]] = []
        for (player, point), group in groupby(rows, key=lambda row: (row[0], row[1])):
            of_group = list(group)
            folded += len(of_group)
            today = self.players.of_today(player), self.points.of_today(point)
            if self.players.now or self.points.now:
                renamed.add(today)
            else:
                card = self.fold(player, (remembered(*row[2:]) for row in of_group))
                if card is not None:
                    batch.append((player, point, card))
            if progress and folded // _REPORT_EACH != (folded - len(of_group)) // _REPORT_EACH:
                progress(folded, total)
        self._put(batch)
        for player, point in sorted(renamed):
            self._refold(player, point)
        run("INSERT INTO folded VALUES (?)", (FOLD_VERSION,))


def marks(values: Sequence[object]) -> str:
    """Gives as many question marks as there are values, as SQL lists them."""
    return ", ".join("?" * len(values))


def _card(values: Sequence[Any]) -> Card:
    stability, difficulty, due, last_day, reviews, lapses, recalled, suspended, buried_on = values
    return Card(
        stability, difficulty, due, last_day, reviews, lapses, bool(recalled), bool(suspended), buried_on
    )
