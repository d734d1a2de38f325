"""The films btsquiz knows, found by title, year and maker; nothing is read before it is asked for."""

from __future__ import annotations

import sqlite3
import weakref
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Final, cast

from btsquiz.facts.aliases import Aliases
from btsquiz.facts.film import Film
from btsquiz.facts.reviewed import Reviewed
from btsquiz.facts.rows import FILMS, film_of
from btsquiz.facts.spelling import (
    is_cyrillic,
    is_near_name,
    is_near_title,
    is_slavic,
    name_key,
    romanized,
    sounds,
    stems,
)
from btsquiz.facts.title_index import TitleIndex
from btsquiz.facts.titles import title_key
from btsquiz.text import fold, fold_answer

SCHEMA_VERSION: Final = 4
_FIRST_NAMES: Final = 3
"""Bearers that make a word a first name."""

_WIDE: Final = 5000
"""Films from which a filmography has most that people write about."""

_CACHED_YEARS: Final = 16
_CACHED_FILMS: Final = 16_384
_CACHED: Final = 32768
"""Answers of each kind kept in memory."""


class Filmography:
    """Films and the people who made them, in a table that `btsquiz.facts.table` has written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Takes over a connection of any thread: whichever frees the filmography last closes it."""
        self._connection = connection
        self._index = TitleIndex(connection)
        self._aliases = Aliases(connection)
        weakref.finalize(self, connection.close)
        self._row = lru_cache(_CACHED_FILMS)(self._read_row)
        self._person = lru_cache(_CACHED)(self._read_person)
        self._word = lru_cache(_CACHED)(self._read_word)
        self._year = lru_cache(_CACHED_YEARS)(self._read_year)
        self._part = lru_cache(_CACHED)(self._read_part)
        self._called = lru_cache(_CACHED)(self._read_called)
        self._near = lru_cache(_CACHED)(self._read_near)

    @classmethod
    def of(cls, *films: Film, reviewed: Reviewed | None = None) -> Filmography:
        """Makes a filmography of some films alone, in memory."""
        from btsquiz.facts.overlay import rows_of
        from btsquiz.facts.table import write_table

        connection = sqlite3.connect(":memory:", check_same_thread=False)
        reviewed = reviewed or Reviewed()
        reviewed = replace(reviewed, films=(*films, *reviewed.films))
        write_table(connection, rows_of(reviewed), reviewed.people)
        return cls(connection)

    @cached_property
    def reviewed(self) -> tuple[Film, ...]:
        """The films people have looked up, in the order of their titles."""
        found = self._connection.execute("select id from film where reviewed order by id").fetchall()
        return tuple(self._row(number)[0] for (number,) in found)

    def titled(self, title: str) -> list[Film]:
        """Gives the films that a title is the whole of, as any of their titles."""
        return [self._row(film)[0] for film, part in self._index.titles.get(title_key(title), ()) if not part]

    def is_title(self, title: str) -> bool:
        """Tells whether a title is the whole of a film's."""
        films = self._index.titles.get(title_key(title))
        return films is not None and not films[0][1]

    def partly_titled(self, title: str) -> list[Film]:
        """Gives the films of whose title this is the part before or after a colon."""
        return [self._row(film)[0] for film, part in self._index.titles.get(title_key(title), ()) if part]

    def rendered(self, title: str) -> list[Film]:
        """Gives the films of whom a title abroad says this, put word for word into English."""
        return [self._row(film)[0] for film in self._index.rendered.get(title_key(title), ())]

    def declined(self, title: str) -> list[Film]:
        """Gives the films whose Russian title this is in another case."""
        key = title_key(title)
        alike = self._index.by_stems.get(stems(key), ()) if is_cyrillic(key) else ()
        return [film for other in alike for film in self.titled(other)]

    def longest_title(self, word: str) -> int:
        """Gives the number of words of the longest title's key that begins with a word; 0 where none does."""
        return self._index.longest.get(word, 0)

    def titles_sharing(self, key: str) -> Iterator[str]:
        """Gives the keys of titles of three words or more that begin or end with the same word as a key."""
        words = key.split() or [""]
        yield from self._index.by_end.get(f"{words[0]} *", ())
        yield from self._index.by_end.get(f"* {words[-1]}", ())

    def near_titles(self, title: str, year: int) -> list[Film]:
        """Gives the films of a year whose titles this one is nearly."""
        key = title_key(title)
        near = (number for other, number in self._year(year) if is_near_title(key, other))
        return [self._row(number)[0] for number in dict.fromkeys(near)]

    def find(self, title: str, years: Iterable[int] = ()) -> Film | None:
        """Finds the film of a title and, where they are given, of one of these years.

        Of several that fit, the one people have looked up wins; where that does not tell, there is none.
        """
        wanted = set(years)
        films = [film for film in self.titled(title) if not wanted or wanted & set(film.years)]
        named = [film for film in films if fold(film.title) == fold(title)]
        for some in (films, named, [film for film in named or films if self.is_reviewed(film)]):
            if len(some) == 1:
                return some[0]
        return None

    def fame(self, film: Film) -> int:
        """Tells how widely a film is reviewed."""
        rows = (self._row(number) for number, _ in self._index.titles.get(title_key(film.title), ()))
        return next((fame for one, fame in rows if one == film), 0)

    @cached_property
    def is_wide(self) -> bool:
        """Tells whether it has most of the films that people write about, so that others are rare."""
        (count,) = self._connection.execute("select count(*) from film").fetchone()
        return cast("int", count) >= _WIDE

    @cached_property
    def all_fame(self) -> int:
        """How widely all films are reviewed, together."""
        (total,) = self._connection.execute("select sum(fame) from film").fetchone()
        return cast("int", total) or 1

    @cached_property
    def _reviewed_films(self) -> frozenset[Film]:
        return frozenset(self.reviewed)

    def is_reviewed(self, film: Film) -> bool:
        """Tells whether people have looked a film up."""
        return film in self._reviewed_films

    def other_names(self, name: str) -> list[str]:
        """Gives the keys of what else somebody is called."""
        return self._aliases.others(name_key(name))

    def alias(self, name: str) -> str:
        """Gives the key of the usual name of whoever goes by a folded name too; empty for nobody.

        A Russian name may be in any case, and its first name cut short.
        """
        return self._aliases.usual(name)

    def person(self, name: str) -> str | None:
        """Gives the usual form of a full name that is somebody's; None where it is nobody's."""
        found = self._person(name_key(name))
        return found[0] if found else None

    def fame_of(self, name: str) -> int:
        """Tells how widely somebody's films are reviewed, together."""
        found = self._person(name_key(name))
        return found[1] if found else 0

    def films_of(self, name: str) -> list[Film]:
        """Gives the films that somebody of this name made."""
        found = self._person(name_key(name))
        return [self._row(number)[0] for number in found[2]] if found else []

    def numbers_of(self, name: str) -> tuple[int, ...]:
        """Gives the numbers of the films that somebody of this name made."""
        found = self._person(name_key(name))
        return found[2] if found else ()

    def years_of(self, name: str) -> tuple[int, ...]:
        """Gives the years of the films somebody made, in order; documentaries and series do not count."""
        found = self._person(name_key(name))
        return (
            tuple(sorted(self._year_of[film] for film in found[2] if film in self._year_of)) if found else ()
        )

    @cached_property
    def _year_of(self) -> dict[int, int]:
        """Gives the usual year of each film that is neither a documentary nor a series."""
        found = self._connection.execute("select id, years from film where form = 'film'")
        return {number: int(years.split()[0]) for number, years in found}

    def people_near(self, name: str) -> tuple[str, ...]:
        """Gives those whose names this one is nearly, the best known first."""
        return self._near(name_key(name))

    def films_with_part(self, name: str) -> list[Film]:
        """Gives the films that have a best known part of this name."""
        return [self._row(number)[0] for number in self._part(fold_answer(name))]

    def cued(self, keys: Collection[str]) -> dict[str, list[tuple[int, int]]]:
        """Gives the numbers of the films that have a cue of one of these keys, by key, each with its kind."""
        found: dict[str, list[tuple[int, int]]] = {}
        query = (
            f"select key, film, kind from cue where key in ({','.join('?' * len(keys))}) order by key, film"  # noqa: S608
        )
        for key, number, kind in self._connection.execute(query, tuple(keys)):
            found.setdefault(key, []).append((number, kind))
        return found

    @cached_property
    def all_cued(self) -> int:
        """How many films have cues."""
        (count,) = self._connection.execute("select count(distinct film) from cue").fetchone()
        return cast("int", count)

    def people_called(self, surname: str) -> tuple[str, ...]:
        """Gives the three best known people of a surname."""
        return self._called(fold(surname))

    def is_first_name(self, word: str) -> bool:
        """Tells whether a word is the first name of several people."""
        return self._word(fold(word))[0] >= _FIRST_NAMES

    def is_surname(self, word: str) -> bool:
        """Tells whether a word is somebody's surname."""
        return self._word(fold(word))[1] > 0

    def _read_row(self, number: int) -> tuple[Film, int]:
        return film_of(self._connection.execute(f"{FILMS} where id = ?", (number,)).fetchone())

    def _read_person(self, key: str) -> tuple[str, int, tuple[int, ...]] | None:
        query = "select name, fame, films from person where key = ?"
        found = self._connection.execute(query, (key,)).fetchone()
        if not found and is_cyrillic(key):
            found = self._connection.execute(query, (self.alias(key),)).fetchone()
        elif not found and is_slavic(key):
            spelt = "select name, fame, films from near join person on key = person where sound = ? limit 2"
            alike = self._connection.execute(spelt, (f"~{romanized(key)}",)).fetchall()
            found = alike[0] if len(alike) == 1 else None
        return (found[0], found[1], tuple(map(int, found[2].split()))) if found else None

    def _read_word(self, word: str) -> tuple[int, int]:
        found = self._connection.execute("select first, last from word where word = ?", (word,)).fetchone()
        return cast("tuple[int, int]", found) if found else (0, 0)

    def _read_near(self, key: str) -> tuple[str, ...]:
        blocks = sorted(sounds(key))
        query = "select name, fame from near join person on key = person where sound = ?"
        found = {row for block in blocks for row in self._connection.execute(query, (block,)).fetchall()}
        ranked = sorted(found, key=lambda row: (-row[1], row[0]))
        return tuple(name for name, _ in ranked if is_near_name(key, name))

    def _read_part(self, name: str) -> tuple[int, ...]:
        found = self._connection.execute("select film from part where name = ?", (name,))
        return tuple(film for (film,) in found.fetchall())

    def _read_called(self, surname: str) -> tuple[str, ...]:
        query = "select name from near join person on key = person where sound = ?"
        found = self._connection.execute(f"{query} order by fame desc, name limit 3", (f"={surname}",))
        return tuple(name for (name,) in found.fetchall())

    def of_one_director(self) -> Iterator[tuple[int, int, int, int, str]]:
        """Gives films with one director that may be asked of, documentaries and series aside.

        Each is its number, its year, how well known it is, how widely reviewed, and its director.
        """
        for number, years, *rest in self._connection.execute(
            "select id, years, known, fame, directors from film"
            " where form = 'film' and known > 0 and directors <> '' and not instr(directors, char(10))"
        ):
            yield number, int(years.split()[0]), *rest

    def reviewed_by(self, least: int) -> Iterator[tuple[Film, int]]:
        """Yields the films with so many reviews at least, each with how many it has."""
        found = self._connection.execute("select id from film where fame >= ? order by id", (least,))
        yield from (self._row(number) for (number,) in found.fetchall())

    def numbered(self, number: int) -> Film:
        """Gives the film of a number."""
        return self._row(number)[0]

    @cached_property
    def _years(self) -> dict[int, list[int]]:
        years: dict[int, list[int]] = defaultdict(list)
        for number, written in self._connection.execute("select id, years from film order by fame desc, id"):
            for year in written.split():
                years[int(year)].append(number)
        return years

    def _read_year(self, year: int) -> tuple[tuple[str, int], ...]:
        """Gives the keys of the titles of a year, each with its film's number."""
        return tuple((key, number) for number in self._years.get(year, ()) for key in self._keys_of[number])

    @cached_property
    def _keys_of(self) -> dict[int, list[str]]:
        keys: dict[int, list[str]] = defaultdict(list)
        for key, films in self._index.titles.items():
            for number, part in films:
                if not part:
                    keys[number].append(key)
        return keys
