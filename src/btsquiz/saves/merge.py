"""Merging: two journals united, record by record, in whatever order and however often."""

from __future__ import annotations

import contextlib
import json
from dataclasses import astuple
from itertools import islice
from pathlib import Path
from typing import Final

from btsquiz.errors import SaveError
from btsquiz.saves.cards import Progress
from btsquiz.saves.database import connect, explained, refuse_unusable
from btsquiz.saves.deletion import purge
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record, remembered
from btsquiz.text import tame_line

_WAL: Final = b"\x02\x02"
_HEAD_BYTES: Final = 100
_WRITERS_AT: Final = slice(18, 20)
"""Where in a database file it says whether it is written with a log beside it."""
_REMEMBERED: Final = frozenset({"answer", "star", "suspend", "bury", "rate", "undo"})
_KINDS: Final = _REMEMBERED | {"deal", "command", "end", "flag", "profile", "setting", "pack", "moved"}
_FURTHEST_MS: Final = 2**53
_BATCH: Final = 10_000


def merge(journal: Journal, path: Path, progress: Progress | None = None) -> int:
    """Takes in every record of another journal that is not here yet.

    Args:
        journal: The one that is to have them.
        path: A snapshot or backup of the other.
        progress: What is told how far the folding is.

    Returns:
        How many were taken in.

    Raises:
        SaveError: It is no snapshot, is in use, or holds what cannot be read; nothing was changed.
    """
    refuse_live(path)
    with journal.database.transaction():
        before = _count(journal)
        with explained(path), contextlib.closing(connect(path, "ro")) as other:
            rows = other.execute("SELECT * FROM record ORDER BY rowid")
            records = (_fit(Record(*row), path) for row in rows)
            while batch := list(islice(records, _BATCH)):
                journal.database.many(
                    "INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [astuple(one) for one in batch],
                )
        taken_in = _count(journal) - before
        purge(journal.database)
        journal.cards.reload()
        journal.cards.rebuild(progress)
    return taken_in


def refuse_live(path: Path) -> None:
    """Refuses a file that is no snapshot.

    Raises:
        SaveError: It is no save of ours, damaged, newer, or one that btsquiz plays with.
    """
    with explained(path):
        # Before it is opened, for opening one that is written with a log makes the log's file.
        head = b""
        if path.is_file():
            with path.open("rb") as file:
                head = file.read(_HEAD_BYTES)
        beside = [Path(f"{path}{suffix}") for suffix in ("-wal", "-shm", "-journal")]
        if head[_WRITERS_AT] == _WAL or any(one.exists() for one in beside):
            name = tame_line(str(path))
            raise SaveError(
                f"`{name}` is a save in use, and may change or be half written; nothing was done.",
                hint="On its machine, make a snapshot: btsquiz saves export snapshot.db",
            )
        refuse_unusable(path)


def _count(journal: Journal) -> int:
    ((number,),) = journal.database.rows("SELECT count(*) FROM record")
    return int(number)


def _fit(record: Record, path: Path) -> Record:
    """Gives a record of another journal as it may come in.

    Raises:
        SaveError: It cannot be read.
    """
    try:
        texts = [text for text in (record.player, record.point, record.kind) if text is not None]
        fit = (
            len(record.id) == 16
            and record.kind in _KINDS
            and all(tame_line(text) == text for text in texts)
            and 0 <= abs(record.at_ms) < _FURTHEST_MS
            and abs(record.day) < _FURTHEST_MS // 86_400_000
            and isinstance(json.loads(record.body), dict | list)
        )
        if fit and record.kind in _REMEMBERED:
            remembered(record.id, record.at_ms, record.day, record.kind, record.body)
    except (KeyError, TypeError, ValueError, RecursionError):
        fit = False
    if not fit:
        raise SaveError(
            f"`{tame_line(str(path))}` holds a record that cannot be read; nothing was changed.",
            hint="Make the snapshot anew: btsquiz saves export snapshot.db",
        )
    return record
