"""The index of the shelf: packs as they were read, so that at the next start only changed files are read.

It holds nothing that is not in the packs, and can be thrown away at any time; where it cannot be read or
written, packs are read as if there were none.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import btsquiz
from btsquiz.document import Problem
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import (
    Answer,
    Choice,
    Correction,
    Kind,
    Match,
    Multiple,
    Number,
    Order,
    Question,
    Source,
    Standing,
    TrueFalse,
    Typed,
    number_text,
)

_READERS: Final = ("document.py", "fields.py", "question.py", "text.py", "packs", "checks")
"""The modules and rooms that make of a file what the index keeps of it."""

_TIMEOUT_SECONDS: Final = 0.2
"""How long another process is waited for; to read the packs takes no longer."""


class Index:
    """Packs by their files, in a database of its own.

    Args:
        database: The file; it and its folder are made when there is something to keep.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._readers = _stamp_of_readers()

    def packs(self, paths: Iterator[Path], read: Callable[[Path], Pack]) -> Iterator[Pack]:
        """Yields the pack of each file: as kept where the file is as it was, else read and kept.

        Args:
            paths: The files.
            read: Reads and checks one.
        """
        kept = self._kept()
        fresh: dict[str, tuple[str, str]] = {}
        seen: set[str] = set()
        for path in paths:
            stamp = self._stamp(path)
            key = json.dumps(str(path))  # a name need not be text that can be kept
            seen.add(key)
            row = kept.get(key)
            if row and stamp and row[0] == stamp and (pack := _decoded(row[1])) is not None:
                yield pack
                continue
            pack = read(path)
            if stamp:
                fresh[key] = stamp, json.dumps(_pack_data(pack))
            yield pack
        if fresh or kept.keys() - seen:
            self._keep(fresh, kept.keys() - seen)

    def _stamp(self, path: Path) -> str:
        """Tells a file from what it was or will be; nothing where it cannot be told."""
        try:
            found = path.stat()
        except OSError:
            return ""
        return f"{self._readers} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"

    def _kept(self) -> dict[str, tuple[str, str]]:
        if not self._database.is_file():
            return {}
        with contextlib.suppress(sqlite3.Error), self._opened() as connection:
            rows = connection.execute("select path, stamp, pack from pack").fetchall()
            return {path: (stamp, pack) for path, stamp, pack in rows}
        return {}

    def _keep(self, fresh: dict[str, tuple[str, str]], gone: set[str]) -> None:
        with contextlib.suppress(sqlite3.Error, OSError):
            self._database.parent.mkdir(parents=True, exist_ok=True)
            if self._is_broken():
                self._database.unlink(missing_ok=True)
            with self._opened() as connection, connection:
                connection.execute(
                    "create table if not exists pack"
                    " (path text primary key, stamp text not null, pack text not null) without rowid"
                )
                connection.executemany("delete from pack where path = ?", ((path,) for path in gone))
                connection.executemany(
                    "insert or replace into pack values (?, ?, ?)",
                    ((path, *row) for path, row in fresh.items()),
                )

    def _is_broken(self) -> bool:
        """Tells whether what lies there is no database: then it is of no use to anybody."""
        try:
            with self._opened() as connection:
                connection.execute("select count(*) from sqlite_master").fetchone()
        except sqlite3.OperationalError:
            return False
        except sqlite3.DatabaseError:
            return True
        return False

    def _opened(self) -> contextlib.closing[sqlite3.Connection]:
        return contextlib.closing(sqlite3.connect(self._database, timeout=_TIMEOUT_SECONDS))


def _stamp_of_readers() -> int:
    """Tells this version of btsquiz's reading and checking from any other, a checkout's edits included."""
    folder = Path(btsquiz.__file__).parent
    newest = 0
    for name in _READERS:
        room = folder / name
        files = room.rglob("*.py") if room.is_dir() else (room,)
        newest = max(newest, *(file.stat().st_mtime_ns for file in files))
    return newest


def _pack_data(pack: Pack) -> list[Any]:
    problems = [[one.path, one.line, one.column, one.message, one.rule, one.level] for one in pack.problems]
    placed = [[one.line, one.column, *_question_data(one.question)] for one in pack.placed]
    return [pack.id, pack.path, pack.title, pack.about, pack.author, pack.licence, placed, problems]


def _decoded(text: str) -> Pack | None:
    """Gives the pack a text was made of; None where it was made of none."""
    try:
        name, path, title, about, author, licence, placed, problems = json.loads(text)
        return Pack(
            id=name,
            path=path,
            title=title,
            about=about,
            author=author,
            licence=licence,
            placed=tuple(Placed(_question(name, rest), line, column) for line, column, *rest in placed),
            problems=tuple(Problem(*one) for one in problems),
        )
    except (ValueError, TypeError, ArithmeticError):
        return None


def _question_data(question: Question) -> list[Any]:
    source = question.source
    return [
        question.id, question.ask, question.kind, _answer_data(question.answer), question.point,
        question.explain, [source.title, source.line] if source else None, question.checked, question.fact,
        question.films, question.standing,
        [[one.written, one.truth, one.why] for one in question.corrections],
        question.difficulty, question.tags, dict(question.why), question.hint, question.reject,
    ]  # fmt: skip


def _question(pack: str, data: list[Any]) -> Question:
    (identity, ask, kind, answer, point, explain, source, checked, fact, films, standing, corrections,
     difficulty, tags, why, hint, reject) = data  # fmt: skip
    return Question(
        id=identity,
        ask=ask,
        answer=_answer(kind, answer),
        point=point,
        pack=pack,
        explain=explain,
        source=Source(*source) if source else None,
        checked=checked,
        fact=fact,
        films=tuple(films),
        standing=Standing(standing),
        corrections=tuple(Correction(*one) for one in corrections),
        difficulty=difficulty,
        tags=tuple(tags),
        why=why,
        hint=hint,
        reject=tuple(reject),
    )


def _answer_data(answer: Answer) -> list[Any]:
    match answer:
        case Number(right, within):
            return [number_text(right), number_text(within)]
        case TrueFalse(right):
            return [right]
        case Choice(right, wrong):
            return [right, wrong]
        case Multiple(rights, wrong) | Typed(rights, wrong):
            return [rights, wrong]
        case Order(items):
            return [items]
        case Match(pairs):
            return [pairs]


def _answer(kind: str, data: list[Any]) -> Answer:
    match Kind(kind):
        case Kind.NUMBER:
            return Number(Decimal(data[0]), Decimal(data[1]))
        case Kind.TRUE_FALSE:
            return TrueFalse(data[0])
        case Kind.CHOICE:
            return Choice(data[0], tuple(data[1]))
        case Kind.MULTIPLE:
            return Multiple(tuple(data[0]), tuple(data[1]))
        case Kind.TYPED:
            return Typed(tuple(data[0]), tuple(data[1]))
        case Kind.ORDER:
            return Order(tuple(data[0]))
        case Kind.MATCH:
            return Match(tuple((left, right) for left, right in data[0]))
