"""What else people are called than by their usual names; nothing is read before it is asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import cached_property

from btsquiz.facts.short_names import SHORTER
from btsquiz.facts.spelling import is_cyrillic, name_key, stems


class Aliases:
    """Other names of people in a table that `btsquiz.facts.table` has written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def usual(self, name: str) -> str:
        """Gives the key of the usual name of whoever goes by a folded name too; empty for nobody."""
        russian = self._by_stems.get(stems(name), "") if is_cyrillic(name) else ""
        return self._usual.get(name) or russian

    def others(self, key: str) -> list[str]:
        """Gives the keys of what else somebody of the usual name's key is called."""
        return self._others.get(key, [])

    @cached_property
    def _usual(self) -> dict[str, str]:
        found = self._connection.execute("select key, name from person where alias")
        return {key: name_key(name) for key, name in found}

    @cached_property
    def _by_stems(self) -> dict[str, str]:
        """Gives whom a Russian name means by what stays of it in any case, its first name whole or short."""
        russian = {key: usual for key, usual in self._usual.items() if is_cyrillic(key)}
        called = {stems(key): usual for key, usual in russian.items()}
        for key, usual in russian.items():
            first, _, rest = key.partition(" ")
            for short in SHORTER.get(first, ()) if rest else ():
                called.setdefault(stems(f"{short} {rest}"), usual)
        return called

    @cached_property
    def _others(self) -> dict[str, list[str]]:
        others: dict[str, list[str]] = defaultdict(list)
        for key, usual in self._usual.items():
            others[usual].append(key)
        return others
