"""Opens the films that come with the fact sheets."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from btsquiz.document import DocumentError
from btsquiz.errors import FileError
from btsquiz.facts.filmography import SCHEMA_VERSION, Filmography
from btsquiz.facts.reviewed import FILE, read_films
from btsquiz.text import tame_line

TABLE: Final = "filmography.db"


def load_filmography(folder: Path) -> Filmography:
    """Opens the films of a folder of fact sheets: its table, or where it has none, its reviewed films.

    Raises:
        FileError: Neither is there, or it cannot be read.
    """
    table = folder / TABLE
    if not table.is_file():
        reviewed, problems = read_films(folder / FILE)
        if problems:
            raise DocumentError(problems[0])
        return Filmography.of(reviewed=reviewed)
    address = f"{table.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        (version,) = connection.execute("pragma user_version").fetchone()
    except sqlite3.DatabaseError:
        version = None
    if version != SCHEMA_VERSION:
        connection.close()
        name = tame_line(str(table))
        raise FileError(f"`{name}` is not the table of films btsquiz wrote; install it again.")
    return Filmography(connection)
