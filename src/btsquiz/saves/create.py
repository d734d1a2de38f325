"""Makes an empty journal, whole and durable, or not at all."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from btsquiz.saves.schema import migrate


def create(path: Path) -> None:
    """Makes an empty journal beside its place and links it there whole: a cut never leaves half of one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".btsquiz-", suffix=".db")
    os.close(descriptor)
    try:
        connection = sqlite3.connect(temporary, isolation_level=None)
        try:
            migrate(connection)
        finally:
            connection.close()
        try:
            os.link(temporary, path)
        except FileExistsError:
            return  # another btsquiz made it in the meantime
        except OSError:
            Path(temporary).rename(path)  # this file system has no links
        sync(path.parent)
    finally:
        Path(temporary).unlink(missing_ok=True)


def sync(folder: Path) -> None:
    """Makes the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
