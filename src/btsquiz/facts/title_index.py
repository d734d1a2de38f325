"""The titles of the table of films, by what they are looked up by; nothing is read before it is asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import cached_property

from btsquiz.facts.spelling import is_cyrillic, stems


class TitleIndex:
    """The keys of all titles, each with the numbers of its films."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def titles(self) -> dict[str, list[tuple[int, bool]]]:
        """Gives the films of each title's key, and whether it is but a part of their titles."""
        titles: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        for key, film, part in self._connection.execute(
            "select key, film, part from title where part < 2 order by part, film"
        ):
            titles[key].append((film, bool(part)))
        return dict(titles)

    @cached_property
    def rendered(self) -> dict[str, list[int]]:
        """Gives the films of each title abroad put into English."""
        titles: dict[str, list[int]] = defaultdict(list)
        for key, film in self._connection.execute("select key, film from title where part = 2 order by film"):
            titles[key].append(film)
        return titles

    @cached_property
    def by_end(self) -> dict[str, list[str]]:
        """Gives the titles' keys by their first and by their last words."""
        keys: dict[str, list[str]] = defaultdict(list)
        for key, films in self.titles.items():
            words = key.split()
            if len(words) > 2 and not films[0][1]:
                keys[f"{words[0]} *"].append(key)
                keys[f"* {words[-1]}"].append(key)
        return dict(keys)

    @cached_property
    def longest(self) -> dict[str, int]:
        """Gives the words of the longest title that begins with each word."""
        longest: dict[str, int] = defaultdict(int)
        for key, films in self.titles.items():
            words = key.split()
            if not films[0][1]:
                longest[words[0]] = max(longest[words[0]], len(words))
        return longest

    @cached_property
    def by_stems(self) -> dict[str, list[str]]:
        """Gives the Cyrillic titles' keys by what stays of their words in any case."""
        keys: dict[str, list[str]] = defaultdict(list)
        for key in self.titles:
            if is_cyrillic(key):
                keys[stems(key)].append(key)
        return dict(keys)
