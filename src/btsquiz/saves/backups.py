"""Backups: snapshots beside the save, made once a day, thinned, and brought back."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from btsquiz.errors import NotFound, SaveError
from btsquiz.saves.create import sync
from btsquiz.saves.database import connect, explained, refuse_unusable
from btsquiz.saves.journal import Journal
from btsquiz.text import tame_line

DAYS: Final = 7
WEEKS: Final = 5
MONTHS: Final = 12
"""Of so many days, weeks and months that have a backup the latest is kept."""
_NAME: Final = re.compile(r"btsquiz-(\d{4}-\d\d-\d\d)(-\d{6})?\.db")


def snapshot(journal: Journal, path: Path) -> None:
    """Writes a journal whole into a file of its own, which can be carried to another machine.

    Raises:
        SaveError: There is a file already, or it cannot be written.
    """
    with explained(path):
        if os.path.lexists(path):
            raise SaveError(f"`{tame_line(str(path))}` is already there.", hint="Name another file.")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".btsquiz-", suffix=".db")
        os.close(descriptor)
        try:
            Path(temporary).unlink()
            journal.database.connection.execute("VACUUM INTO ?", (temporary,))
            refuse_unusable(Path(temporary))
            with Path(temporary).open("rb") as file:
                os.fsync(file.fileno())
            Path(temporary).chmod(0o600)
            Path(temporary).replace(path)
            sync(path.parent)
        finally:
            Path(temporary).unlink(missing_ok=True)


def back_up(journal: Journal, folder: Path, now: datetime) -> Path:
    """Makes a backup now, and thins those there are.

    Returns:
        The backup.

    Raises:
        SaveError: It cannot be written.
    """
    path = folder / f"btsquiz-{now:%Y-%m-%d-%H%M%S}.db"
    snapshot(journal, path)
    thin(folder)
    return path


def back_up_daily(journal: Journal, folder: Path, now: datetime) -> Path | None:
    """Makes the day's backup where there is none yet, and gives it; a folder without a record has none."""
    path = folder / f"btsquiz-{now:%Y-%m-%d}.db"
    if journal.is_new() or any(one.name.startswith(path.stem) for one in backups(folder)):
        return None
    snapshot(journal, path)
    thin(folder)
    return path


def backups(folder: Path) -> list[Path]:
    """Gives the backups there are, the oldest first."""
    return sorted(path for path in folder.glob("btsquiz-*.db") if _NAME.fullmatch(path.name))


def thin(folder: Path) -> None:
    """Removes the backups that no day, week or month needs."""
    found = backups(folder)
    needed = kept([path.name for path in found])
    for path in found:
        if path.name not in needed:
            path.unlink(missing_ok=True)


def kept(names: Iterable[str]) -> set[str]:
    """Gives the names of the backups to keep: the last of each of the latest days, weeks and months.

    It goes by the backups there are and not by today, so that no wrong clock throws any away.
    """
    dated = sorted((name for name in names if _NAME.fullmatch(name)), key=_order, reverse=True)
    keep: set[str] = set()
    for span, most in (("day", DAYS), ("week", WEEKS), ("month", MONTHS)):
        latest: dict[object, str] = {}
        for name in dated:
            latest.setdefault(_span(name, span), name)
        keep |= set(list(latest.values())[:most])
    return keep


def _order(name: str) -> tuple[date, str]:
    return _date(name), name.removesuffix(".db")


def _date(name: str) -> date:
    found = _NAME.fullmatch(name)
    try:
        return date.fromisoformat(found[1]) if found else date.min
    except ValueError:
        return date.min


def _span(name: str, span: str) -> object:
    day = _date(name)
    if span == "week":
        return day.isocalendar()[:2]
    return day if span == "day" else (day.year, day.month)


def restore(database: Path, folder: Path, name: str, now: datetime) -> Path | None:
    """Puts a backup in the place of the save; what was there is kept among the backups.

    Args:
        database: The save's place.
        folder: The backups'.
        name: The backup, by its name or as a path.
        now: What time it is.

    Returns:
        Where what was there is kept; None where there was nothing.

    Raises:
        NotFound: There is no such backup.
        SaveError: It cannot be used, or the save is in use; nothing was changed.
    """
    source = next((one for one in (folder / name, Path(name)) if one.is_file()), None)
    if source is None:
        known = ", ".join(path.name for path in backups(folder)) or "none"
        raise NotFound(f"There is no backup `{tame_line(name)}`.", hint=f"There are: {known}.")
    with explained(source):
        refuse_unusable(source)
    with explained(database):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=database.parent, prefix=".btsquiz-", suffix=".db")
        try:
            with os.fdopen(descriptor, "wb") as file, source.open("rb") as backup:
                shutil.copyfileobj(backup, file)
                file.flush()
                os.fsync(file.fileno())
            aside = _put_aside(database, folder / f"before-restore-{now:%Y-%m-%d-%H%M%S}.db")
            Path(temporary).replace(database)
            sync(database.parent)
        finally:
            Path(temporary).unlink(missing_ok=True)
    return aside


def _put_aside(database: Path, to: Path) -> Path | None:
    """Moves the save away, whole; a damaged one with all that lies beside it."""
    if not database.exists():
        return None
    # A damaged file cannot be asked; it is moved as it is.
    with (
        contextlib.suppress(sqlite3.DatabaseError),
        contextlib.closing(connect(database, "rw")) as connection,
    ):
        try:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise SaveError("Another btsquiz is open; nothing was changed.", hint="Close it.") from error
    for suffix in ("", "-wal", "-shm"):
        part = Path(f"{database}{suffix}")
        if part.exists():
            part.replace(f"{to}{suffix}")
    return to
