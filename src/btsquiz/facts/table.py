"""Builds the table of films: Wikidata's of 1940–2014 (CC0), and over it the films people have looked up.

`python -m btsquiz.facts.table MOVIES_DB FILMS_YAML LORE OUTPUT` writes it; `make filmography` runs that.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from btsquiz.document import DocumentError
from btsquiz.errors import FileError
from btsquiz.facts.cues import keys_of
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import SCHEMA_VERSION
from btsquiz.facts.lore import read_lore
from btsquiz.facts.overlay import WELL, WIDELY, Row, places_of, rows_of
from btsquiz.facts.reviewed import OtherNames, read_films
from btsquiz.facts.spelling import is_slavic, name_key, romanized, sounds, word_set
from btsquiz.facts.titles import title_key
from btsquiz.text import fold_answer, tame_line

NOTICE: Final = "Titles, years, directors, casts and genres of films of 1940–2014: Wikidata, CC0 1.0."
LOOKED_UP: Final = "Wikidata"
_LEADS: Final = 6
"""Players of a film in the table who count as its leads: the best known of its cast."""

_DOLLARS_A_REVIEW, _MOST_FOR_TAKINGS = 2_000_000, 1000
"""Takings that make a film as well known as one more review; they have holes, so they only ever rank."""

_SUFFIXES: Final = word_set("jr sr ii iii iv phd")
_SEPARATOR: Final = re.compile(r", (?!(?:Jr|Sr|II|III|IV|PhD)\b)")
"""What parts the names of a list, but not a name from its suffix, as in "Ed Begley, Jr."."""

_WIDELY_KNOWN: Final = 3
"""How well known a film is whose title some run together."""

_LONG_WORD: Final = 4
"""Letters of each word of such a title: of shorter ones another word may be made."""

_SCHEMA: Final = f"""
pragma user_version = {SCHEMA_VERSION};
create table film (id integer primary key, title text not null, years text not null, directors text not null,
    leads text not null, others text not null, aka text not null, rendered text not null,
    crew text not null, known integer not null,
    looked_up text not null, form text not null, parts text not null, fame integer not null,
    reviewed integer not null);
create table cue (key text not null, film integer not null, kind integer not null,
    primary key (key, film)) without rowid;
create table part (name text not null, film integer not null, primary key (name, film)) without rowid;
create table title (key text not null, film integer not null, part integer not null,
    primary key (key, film)) without rowid;
create table person (key text primary key, name text not null, fame integer not null,
    films text not null, alias integer not null) without rowid;
create table near (sound text not null, person text not null, primary key (sound, person)) without rowid;
create table word (word text primary key, first integer not null, last integer not null) without rowid;
create table notice (text text not null);
"""


def write_table(
    connection: sqlite3.Connection, rows: Iterable[Row], names_too: Iterable[OtherNames] = ()
) -> None:
    """Writes the table of films and its indexes into an empty database; the same rows give the same table."""
    connection.executescript(_SCHEMA)
    chosen = {name_key(one.name): one.name for one in names_too}
    usual_key = {name_key(other): name_key(one.name) for one in names_too for other in one.aka}
    connection.execute("insert into notice values (?)", (NOTICE,))
    films: dict[str, list[int]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    fame: Counter[str] = Counter()
    rows = tuple(rows)
    whole = {key for row in rows for key, part in _keys(row.film) if not part}
    for number, row in enumerate(rows, 1):
        film = row.film
        connection.execute(
            "insert into film values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, film.title, " ".join(map(str, film.years)), "\n".join(film.directors),
                "\n".join(film.leads), "\n".join(film.others), "\n".join(film.aka),
                "\n".join(film.rendered), "\n".join(film.crew), film.known,
                film.looked_up, film.form, "\n".join(map("\t".join, film.parts)), row.fame,
                row.reviewed,
            ),
        )  # fmt: skip
        connection.executemany(
            "insert or ignore into title values (?, ?, ?)",
            ((key, number, part) for key, part in (*_keys(film), *_run_together(film, whole))),
        )
        connection.executemany(
            "insert or ignore into part values (?, ?)",
            ((fold_answer(part), number) for part, _ in film.parts),
        )
        connection.executemany(
            "insert into cue values (?, ?, ?)", ((key, number, kind) for key, kind in keys_of(film).items())
        )
        here: dict[str, str] = {}
        for name in film.makers:
            key = name_key(name)
            here.setdefault(usual_key.get(key, key), name)
        for key, name in here.items():
            films[key].append(number)
            names[key][name] += 2 if row.reviewed else 1
            fame[key] += row.fame
    words: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for key, numbers in films.items():
        parts = _without_suffix(key.split())
        usual = chosen.get(key) or max(names[key].items(), key=lambda item: (item[1], item[0]))[0]
        connection.execute(
            "insert into person values (?, ?, ?, ?, 0)", (key, usual, fame[key], " ".join(map(str, numbers)))
        )
        heard = {*sounds(key), f"={parts[-1]}"} if fame[key] >= WELL else set[str]()
        heard |= {f"~{romanized(key)}"} if is_slavic(key) else set()
        connection.executemany("insert into near values (?, ?)", ((sound, key) for sound in heard))
        if len(parts) > 1:
            words[parts[0]][0] += 1
            words[parts[-1]][1] += 1
    connection.executemany(
        "insert or ignore into person select ?, name, fame, films, 1 from person where key = ?",
        usual_key.items(),
    )
    connection.executemany(
        "insert into word values (?, ?, ?)", ((word, first, last) for word, (first, last) in words.items())
    )
    connection.commit()


def _without_suffix(name: list[str]) -> list[str]:
    return name[:-1] if len(name) > 1 and name[-1] in _SUFFIXES else name


def _keys(film: Film) -> Iterator[tuple[str, int]]:
    """Gives what a film may be called: whole, either side of a colon (`part` is 1), put into English (2)."""
    titles = (film.title, *film.aka)
    for title in titles:
        yield title_key(title), 0
    for title in titles:
        for half in title.split(": ") if ": " in title else ():
            yield title_key(half), 1
    for title in film.rendered:
        yield title_key(title), 2


def _run_together(film: Film, titles: Collection[str]) -> Iterator[tuple[str, int]]:
    """Gives a widely known title of two words as one, "Bladerunner", where no other film is called so."""
    words = title_key(film.title).split()
    glued = "".join(words)
    two_long = len(words) == 2 and min(map(len, words)) >= _LONG_WORD
    if two_long and film.known == _WIDELY_KNOWN and glued not in titles:
        yield glued, 0


def recorded_films(movies: Path) -> list[tuple[Film, int]]:
    """Reads the films of the package's `movies.db`, each with how many reviews it has.

    Its Oscars and takings have holes, so they are left where they are, and takings only help to rank. A cast
    is in the order of names, so the best known players, by the reviews of all their films, count as leads.
    """
    with closing(sqlite3.connect(f"{movies.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute(
            'select Title, Year, Director, "Cast", Genre, coalesce(Reviews, 0)'
            " + min(?, cast(coalesce(BoxOffice, 0) / ? as integer)), Released from omdb"
            " join tomatoes using (ID) where Title is not null and Year is not null order by omdb.ID",
            (_MOST_FOR_TAKINGS, _DOLLARS_A_REVIEW),
        ).fetchall()
    fame: Counter[str] = Counter()
    for _, _, _, cast, genre, reviews, _ in found:
        if "Documentary" not in (genre or ""):
            fame.update(dict.fromkeys(_listed(cast), reviews))
    films: list[tuple[Film, int]] = []
    for title, year, directors, cast, genre, reviews, released in found:
        players = sorted(_listed(cast), key=lambda name: (-fame[name], name))
        first = int(released[:4]) if released and released[:4].isdigit() else year
        known = 3 if reviews >= WIDELY else 2 if reviews >= WELL else 1
        film = Film(
            title=tame_line(title),
            years=tuple(dict.fromkeys((year, first if abs(first - year) == 1 else year))),
            directors=tuple(_listed(directors)),
            leads=tuple(players[:_LEADS]),
            others=tuple(sorted(players[_LEADS:])),
            known=known,
            looked_up=LOOKED_UP,
            form="documentary" if "Documentary" in (genre or "") else "film",
        )
        films.append((film, reviews))
    return films


def _listed(names: str | None) -> list[str]:
    parted = (tame_line(name).replace(",", "") for name in _SEPARATOR.split(names or ""))
    return list(dict.fromkeys(filter(None, parted)))


def _lore(path: Path, rows: Sequence[Row]) -> Iterator[tuple[str, int, int]]:
    """Gives the cues that are learned, with the numbers of their films; what is no film any more has none."""
    numbers = {(row.film.title, row.film.year): number for number, row in enumerate(rows, 1)}
    for title, year, keys in read_lore(path):
        if number := numbers.get((title, year)):
            yield from ((key, number, kind) for key, kind in keys.items())


def build(movies: Path, sheet: Path, lore: Path, output: Path) -> int:
    """Writes the table and gives the number of its films.

    Raises:
        FileError: The reviewed films have errors, or tell of a film that is not there; the first is named.
    """
    reviewed, problems = read_films(sheet)
    if problems:
        raise DocumentError(problems[0])
    rows = rows_of(reviewed, recorded_films(movies))
    places = places_of(rows)
    told = (
        (one.title, one.year)
        for some in (reviewed.titles, reviewed.rendered, reviewed.parts, reviewed.cues, reviewed.absent)
        for one in some
    )
    for title, year in told:
        if (title_key(title), year) not in places:
            raise FileError(f"`{tame_line(str(sheet))}` tells of {title} ({year}), which is no film here.")
    output.unlink(missing_ok=True)
    with closing(sqlite3.connect(output)) as connection:
        write_table(connection, rows, reviewed.people)
        connection.executemany("insert or ignore into cue values (?, ?, ?)", _lore(lore, rows))
        connection.commit()
        connection.execute("vacuum")
    return len(rows)


if __name__ == "__main__":
    print(build(*map(Path, sys.argv[1:5])), "films")
