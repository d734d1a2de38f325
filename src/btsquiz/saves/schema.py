"""The database: its shape, and how an older one is brought up to it."""

from __future__ import annotations

import sqlite3
from typing import Final

APPLICATION_ID: Final = 0x42545351
"""`BTSQ`: what tells our files from any other SQLite file."""

MIGRATIONS: Final = (
    """
    CREATE TABLE record (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        at_ms INTEGER NOT NULL,
        day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        player TEXT NOT NULL,
        match BLOB,
        seq INTEGER,
        point TEXT,
        body TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX record_match ON record (match, seq) WHERE match IS NOT NULL;
    CREATE INDEX record_kind ON record (kind, at_ms);
    CREATE INDEX record_point ON record (player, point) WHERE point IS NOT NULL;
    CREATE TABLE card (
        player TEXT NOT NULL,
        point TEXT NOT NULL,
        stability REAL,
        difficulty REAL,
        due INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        PRIMARY KEY (player, point)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_due ON card (player, due);
    CREATE TABLE shown (
        question TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    """
    DROP INDEX record_match;
    CREATE INDEX record_match ON record (match, seq) WHERE match IS NOT NULL;
    DROP TABLE card;
    CREATE TABLE card (
        player TEXT NOT NULL,
        point TEXT NOT NULL,
        stability REAL,
        difficulty REAL,
        due INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        recalled INTEGER NOT NULL,
        suspended INTEGER NOT NULL,
        buried_on INTEGER NOT NULL,
        PRIMARY KEY (player, point)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_due ON card (player, reviews > 0, due, point);
    CREATE TABLE player (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE played (day INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE folded (version INTEGER NOT NULL) STRICT;
    CREATE INDEX record_day ON record (player, day) WHERE kind = 'answer';
    """,
)
"""Each brings the database from the version of its index to the next.

All but `record` is derived: `card`, `shown`, `player` (names seen), `played` (days of play) and `folded`.
"""

VERSION: Final = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a database up to `VERSION` in one transaction; it must not be newer."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
