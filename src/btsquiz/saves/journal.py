"""The journal of play: append-only, the only truth; one transaction per append, durable when it returns."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

from btsquiz.errors import SaveError
from btsquiz.memory.records import Answered, Rating, Starred
from btsquiz.memory.records import Record as MemoryRecord
from btsquiz.memory.schedule import Card, schedule
from btsquiz.saves.create import create
from btsquiz.saves.schema import APPLICATION_ID, VERSION, migrate
from btsquiz.text import tame_line

_HEADER: Final = b"SQLite format 3\x00"
_BUSY_SECONDS: Final = 5.0
_MEDIAN_OF: Final = 100
_MEDIAN_LEAST: Final = 10


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the journal.

    Attributes:
        id: 16 random bytes.
        at_ms: When, in milliseconds since 1970, UTC.
        day: The day of play, stamped when it happened.
        kind: `deal`, `command`, `answer`, `star`, `flag` or `end`.
        player: Who played.
        match: The id of the match it belongs to, if any.
        seq: Its place in that match, from 0.
        point: The point that memory should know of it, if any: an answer's or a star's.
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


class Journal:
    """An open journal.

    Args:
        path: The database file; it and its folder are made where they are missing.

    Raises:
        SaveError: It is no journal of ours, damaged, newer than this btsquiz, or cannot be written. The file
            is left as it was.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name = tame_line(str(path))
        with self._explained():
            if not path.exists():
                create(path)
            self._refuse_unusable()
            self._connection = self._open()

    def close(self) -> None:
        """Closes the file; everything in it is already safe."""
        self._connection.close()

    def _refuse_unusable(self) -> None:
        """Looks at the file without writing to it, not even what lies beside it from a crash.

        Raises:
            SaveError: It cannot be used.
        """
        if not self._path.is_file():
            raise SaveError(f"`{self._name}` is not a file.", hint=_ANEW_HINT)
        with self._path.open("rb") as file:
            head = file.read(len(_HEADER))
        if head != _HEADER:
            what = "is not a btsquiz save" if head else "is empty"
            raise SaveError(f"`{self._name}` {what}; it was left as it is.", hint=_ANEW_HINT)
        with contextlib.closing(self._connect("ro")) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if application != APPLICATION_ID:
                raise SaveError(
                    f"`{self._name}` is not a btsquiz save; it was left as it is.", hint=_ANEW_HINT
                )
            if version > VERSION:
                message = f"`{self._name}` was written by a newer btsquiz; it was left as it is."
                raise SaveError(message, hint="Update btsquiz to play on with it.")
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise SaveError(f"`{self._name}` is damaged; it was left as it is.", hint=_DAMAGE_HINT)

    def _connect(self, mode: str) -> sqlite3.Connection:
        uri = f"{self._path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def _open(self) -> sqlite3.Connection:
        connection = self._connect("rw")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Turns what SQLite and the file system say into one sentence for a player."""
        try:
            yield
        except sqlite3.IntegrityError as error:
            message = "This match was gone on with in another window; what is done there stands."
            raise SaveError(message, hint="Close this one.") from error
        except sqlite3.OperationalError as error:
            message = f"`{self._name}` cannot be used: {error}. Nothing in it was changed."
            raise SaveError(message, hint=_WRITE_HINT) from error
        except sqlite3.DatabaseError as error:
            message = f"`{self._name}` is damaged ({error}); it was left as it is."
            raise SaveError(message, hint=_DAMAGE_HINT) from error
        except OSError as error:
            why = os.strerror(error.errno or 0).lower()
            raise SaveError(f"`{self._name}` cannot be used: {why}.", hint=_WRITE_HINT) from error

    def append(self, records: Sequence[Record]) -> None:
        """Adds records in one transaction and refolds the cards they touch; durable when it returns.

        Raises:
            SaveError: It could not be written; nothing was.
        """
        with self._explained(), self._transaction():
            self._connection.executemany(
                "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [astuple(one) for one in records]
            )
            for player, point in sorted({(one.player, one.point) for one in records if one.point}):
                self._refold(player, point)
            self._connection.executemany(
                "INSERT INTO shown VALUES (?, ?) ON CONFLICT (question) DO UPDATE SET at_ms = "
                "max(at_ms, excluded.at_ms)",
                [(json.loads(one.body)["question"], one.at_ms) for one in records if one.kind == "answer"],
            )

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        # IMMEDIATE: a deferred transaction that reads first fails at once when another program writes.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _refold(self, player: str, point: str) -> None:
        card = schedule(self._memory_records(player, point))
        if card is None:
            self._connection.execute("DELETE FROM card WHERE player = ? AND point = ?", (player, point))
            return
        self._connection.execute(
            "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                player,
                point,
                card.stability,
                card.difficulty,
                card.due,
                card.last_day,
                card.reviews,
                card.lapses,
            ),
        )

    def _memory_records(self, player: str, point: str) -> Iterator[MemoryRecord]:
        rows = self._connection.execute(
            "SELECT id, at_ms, day, kind, body FROM record "
            "WHERE player = ? AND point = ? AND kind IN ('answer', 'star')",
            (player, point),
        )
        for identity, at_ms, day, kind, body in rows.fetchall():
            data = json.loads(body)
            if kind == "star":
                yield Starred(identity, at_ms, day, data["on"])
            else:
                rating = Rating(data["rating"])
                yield Answered(identity, at_ms, day, rating, data["counts"], data["recall"])

    def is_new(self) -> bool:
        """Tells whether nothing was ever played here."""
        return not self._rows("SELECT 1 FROM record LIMIT 1")

    def unfinished(self, player: str) -> bytes | None:
        """Gives the id of the match begun last of those that have not ended, if any."""
        rows = self._rows(
            "SELECT match FROM record AS begun WHERE kind = 'deal' AND player = ? AND NOT EXISTS "
            "(SELECT 1 FROM record WHERE kind = 'end' AND match = begun.match) ORDER BY rowid DESC LIMIT 1",
            player,
        )
        return rows[0][0] if rows else None

    def match_records(self, match: bytes) -> list[Record]:
        """Gives everything journalled of a match, in order."""
        rows = self._rows("SELECT * FROM record WHERE match = ? ORDER BY seq", match)
        return [Record(*row) for row in rows]

    def cards(self, player: str) -> list[tuple[str, Card]]:
        """Gives every point enrolled, with its card, due longest first."""
        rows = self._rows(
            "SELECT point, stability, difficulty, due, last_day, reviews, lapses FROM card "
            "WHERE player = ? ORDER BY due, point",
            player,
        )
        return [(point, Card(*values)) for point, *values in rows]

    def introduced_on(self, player: str, day: int) -> int:
        """Counts the points that had their first review of all in a review session of that day."""
        rows = self._rows(
            "SELECT count(DISTINCT answer.point) FROM record AS answer JOIN card USING (player, point) "
            "JOIN record AS deal ON deal.match = answer.match AND deal.kind = 'deal' "
            "WHERE answer.kind = 'answer' AND answer.player = ? AND answer.day = ? AND card.reviews = 1 "
            "AND card.last_day = answer.day AND json_extract(deal.body, '$.format.name') = 'review'",
            player,
            day,
        )
        counted: int = rows[0][0]
        return counted

    def shown(self) -> list[str]:
        """Gives the keys of the questions ever answered, longest ago first."""
        return [row[0] for row in self._rows("SELECT question FROM shown ORDER BY at_ms, question")]

    def picked(self) -> dict[str, dict[str, int]]:
        """Counts, by the key of a question, how often each text was answered, by anybody."""
        rows = self._rows(
            "SELECT json_extract(body, '$.question'), json_extract(body, '$.response[0]'), count(*) "
            "FROM record WHERE kind = 'answer' AND json_array_length(body, '$.response') = 1 GROUP BY 1, 2"
        )
        counts: dict[str, dict[str, int]] = {}
        for question, text, number in rows:
            counts.setdefault(question, {})[text] = number
        return counts

    def duels(self) -> list[dict[str, Any]]:
        """Gives what was kept of every duel that has ended, the oldest first."""
        rows = self._rows(
            "SELECT body FROM record WHERE kind = 'end' AND json_extract(body, '$.duel') IS NOT NULL "
            "ORDER BY at_ms, rowid"
        )
        return [json.loads(row[0]) for row in rows]

    def missed_on(self, player: str, day: int) -> list[str]:
        """Gives the points missed on a day, in the order they were."""
        rows = self._rows(
            "SELECT point FROM record WHERE kind = 'answer' AND player = ? AND day = ? "
            "AND json_extract(body, '$.rating') = 1 GROUP BY point ORDER BY min(at_ms), point",
            player,
            day,
        )
        return [row[0] for row in rows]

    def median_ms(self, player: str, question_kind: str) -> int | None:
        """Gives a player's median time for right answers to a kind of question; None where few are known."""
        rows = self._rows(
            "SELECT json_extract(body, '$.elapsed_ms') FROM record WHERE kind = 'answer' AND player = ? "
            "AND json_extract(body, '$.kind') = ? AND json_extract(body, '$.verdict') = 'right' "
            "ORDER BY at_ms DESC LIMIT ?",
            player,
            question_kind,
            _MEDIAN_OF,
        )
        return int(statistics.median(row[0] for row in rows)) if len(rows) >= _MEDIAN_LEAST else None

    def settings(self) -> dict[str, Any]:
        """Gives the settings in force that guard what is written, as SQLite reports them."""
        names = ("journal_mode", "synchronous", "application_id", "user_version")
        return {name: self._rows(f"PRAGMA {name}")[0][0] for name in names}

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._explained():
            return self._connection.execute(query, values).fetchall()


_WRITE_HINT: Final = "See that the disk has room and the folder can be written, or use another --home."
_ANEW_HINT: Final = "Move it away to start anew."
_DAMAGE_HINT: Final = "Move it away to start anew, and keep it: most of it can be recovered."
