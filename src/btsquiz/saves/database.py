"""The database file: looked at before it is touched, opened for durable writing, explained when it fails."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from btsquiz.errors import SaveError
from btsquiz.saves.create import create
from btsquiz.saves.schema import APPLICATION_ID, VERSION, migrate
from btsquiz.text import tame_line

_HEADER: Final = b"SQLite format 3\x00"
_BUSY_SECONDS: Final = 5.0
_WRITE_HINT: Final = "See that the disk has room and the folder can be written, or use another --home."
_ANEW_HINT: Final = "Move it away to start anew, or bring back a backup: btsquiz saves restore"
_DAMAGE_HINT: Final = (
    "Bring back a backup with `btsquiz saves restore`, and keep the file: much can be recovered."
)


class Database:
    """A save, open for reading and writing.

    Args:
        path: The file; it and its folder are made where they are missing.

    Raises:
        SaveError: It is no save of ours, damaged, newer than this btsquiz, or cannot be written. The file is
            left as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with explained(path):
            if not path.exists():
                create(path)
            refuse_unusable(path)
            self.connection = _opened(path)

    def close(self) -> None:
        """Closes the file; everything in it is already safe."""
        self.connection.close()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Gives what a query finds."""
        with explained(self.path):
            return self.connection.execute(query, values).fetchall()

    def each(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yields what a query finds, no more of it than is looked at."""
        with explained(self.path):
            yield from self.connection.execute(query, values)

    def many(self, statement: str, values: Sequence[Sequence[object]]) -> None:
        """Carries out a statement for each of several values, within a transaction."""
        self.connection.executemany(statement, values)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes what is done within it whole and durable, or not at all.

        Raises:
            SaveError: It could not be written; nothing was.
        """
        with explained(self.path):
            # IMMEDIATE: a deferred transaction that reads first fails at once when another program writes.
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Opens a file in a mode of SQLite's, trusting nothing that is in it."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    connection = connect(path, "rw")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_unusable(path: Path) -> int:
    """Looks at a file without writing to it, not even what lies beside it from a crash.

    Returns:
        The version of its shape.

    Raises:
        SaveError: It cannot be used.
    """
    name = tame_line(str(path))
    if not path.is_file():
        raise SaveError(f"`{name}` is not a file.", hint=_ANEW_HINT)
    with path.open("rb") as file:
        head = file.read(len(_HEADER))
    if head != _HEADER:
        what = "is not a btsquiz save" if head else "is empty"
        raise SaveError(f"`{name}` {what}; it was left as it is.", hint=_ANEW_HINT)
    with contextlib.closing(connect(path, "ro")) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise SaveError(f"`{name}` is not a btsquiz save; it was left as it is.", hint=_ANEW_HINT)
        if version > VERSION:
            message = f"`{name}` was written by a newer btsquiz; it was left as it is."
            raise SaveError(message, hint="Update btsquiz to play on with it.")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise SaveError(f"`{name}` is damaged; it was left as it is.", hint=_DAMAGE_HINT)
    return int(version)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite and the file system say into one sentence for a player."""
    name = tame_line(str(path))
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise SaveError(f"`{name}` already holds a record of that id; nothing was changed.") from error
    except sqlite3.OperationalError as error:
        message = f"`{name}` cannot be used: {error}. Nothing in it was changed."
        raise SaveError(message, hint=_WRITE_HINT) from error
    except sqlite3.DatabaseError as error:
        message = f"`{name}` is damaged ({error}); it was left as it is."
        raise SaveError(message, hint=_DAMAGE_HINT) from error
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()
        raise SaveError(f"`{name}` cannot be used: {why}.", hint=_WRITE_HINT) from error
