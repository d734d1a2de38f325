"""Merging: in any order, however often, of snapshots alone; a damaged or living file is refused whole."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from btsquiz.errors import SaveError
from btsquiz.saves.backups import snapshot
from btsquiz.saves.journal import Journal
from btsquiz.saves.merge import merge
from saves.makers import DAY, answered, everything, histories, made


def kept(path: Path, records) -> Path:
    """Journals records and gives a snapshot of them."""
    with contextlib.closing(Journal(path)) as journal:
        for record in records:
            journal.append([record])
        out = path.with_suffix(".snapshot")
        snapshot(journal, out)
    return out


def united(path: Path, *others: Path) -> tuple[object, ...]:
    """Gives what an empty journal holds once it took others in, one after the other."""
    with contextlib.closing(Journal(path)) as journal:
        for other in others:
            merge(journal, other)
        found = everything(journal)
        journal.rebuild()
        assert everything(journal) == found
    return found


@settings(max_examples=25, deadline=None)
@given(histories(), histories(), histories())
def test_the_laws_of_merging(tmp_path_factory, first, second, third) -> None:
    folder = tmp_path_factory.mktemp("laws")
    one = kept(folder / "1.db", first)
    two = kept(folder / "2.db", [*first[: len(first) // 2], *second])
    three = kept(folder / "3.db", third)
    expected = united(folder / "a.db", one, two, three)
    assert united(folder / "b.db", three, one, two) == expected  # commutative
    assert united(folder / "c.db", one, two, three, two, one) == expected  # idempotent
    with contextlib.closing(Journal(folder / "d.db")) as journal:
        merge(journal, two)
        merge(journal, three)
        both = folder / "both.snapshot"
        snapshot(journal, both)
    assert united(folder / "e.db", one, both) == expected  # associative


def test_it_says_how_many_records_were_new(tmp_path: Path) -> None:
    mine, theirs = answered("p/1"), answered("p/2")
    other = kept(tmp_path / "other.db", [mine, theirs])
    with contextlib.closing(Journal(tmp_path / "mine.db")) as journal:
        journal.append([mine])
        assert merge(journal, other) == 1
        assert merge(journal, other) == 0
        assert set(dict(journal.all_cards("you"))) == {"p/1", "p/2"}


def test_a_match_gone_on_with_on_two_machines_keeps_both_answers(tmp_path: Path) -> None:
    here, there = (replace(answered(point), match=b"m" * 16, seq=4) for point in ("p/1", "p/2"))
    other = kept(tmp_path / "other.db", [there])
    with contextlib.closing(Journal(tmp_path / "mine.db")) as journal:
        journal.append([here])
        merge(journal, other)
        assert set(dict(journal.all_cards("you"))) == {"p/1", "p/2"}
        assert len(journal.match_records(b"m" * 16)) == 1


def test_a_save_in_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    with contextlib.closing(Journal(path)) as live, contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        live.append([answered()])
        copied = tmp_path / "copied.db"
        shutil.copy(path, copied)
        before = everything(journal)
        for one in (path, copied):
            with pytest.raises(SaveError, match=r"in use.*snapshot"):
                merge(journal, one)
        assert everything(journal) == before
        assert sorted(one.name for one in tmp_path.glob("copied*")) == ["copied.db"]


@pytest.mark.parametrize("how", ["text", "empty", "foreign", "cut", "missing", "folder"])
def test_what_is_no_snapshot_is_refused_and_nothing_changes(tmp_path: Path, how: str) -> None:
    other = kept(tmp_path / "other.db", [answered(f"p/{place}") for place in range(80)])
    if how == "text":
        other.write_text("a letter")
    elif how == "empty":
        other.write_bytes(b"")
    elif how == "foreign":
        other.unlink()
        with contextlib.closing(sqlite3.connect(other)) as connection:
            connection.execute("CREATE TABLE song (title)")
    elif how == "cut":
        other.write_bytes(other.read_bytes()[:9000])
    else:
        other.unlink()
        if how == "folder":
            other.mkdir()
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        journal.append([answered()])
        before = everything(journal)
        with pytest.raises(SaveError):
            merge(journal, other)
        assert everything(journal) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", "{"),
        ("body", '{"rating": 9}'),
        ("player", "\x1b[31mred"),
        ("point", "two\nlines"),
        ("kind", "spell"),
        ("at_ms", 2**62),
        ("day", 10**15),
    ],
)
def test_a_record_that_cannot_be_read_is_refused_with_all_the_others(tmp_path: Path, column, value) -> None:
    other = kept(tmp_path / "other.db", [answered("p/2"), answered("p/3")])
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.execute(f"UPDATE record SET {column} = ? WHERE point = 'p/3'", (value,))
        connection.commit()
    before = hashlib.sha256(other.read_bytes()).hexdigest()
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        with pytest.raises(SaveError, match="cannot be read; nothing was changed"):
            merge(journal, other)
        assert everything(journal)[0] == []
    assert hashlib.sha256(other.read_bytes()).hexdigest() == before


def test_a_deleted_player_does_not_come_back_from_another_machine(tmp_path: Path) -> None:
    ann = answered(player="Ann")
    other = kept(tmp_path / "other.db", [ann, answered(player="Bob")])
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        journal.append([ann])
        journal.append([made("profile", None, player="Ann", day=DAY, deleted=[ann.id.hex()])])
        merge(journal, other)
        assert dict(journal.all_cards("Ann")) == {}
        assert set(dict(journal.all_cards("Bob"))) == {"p/1"}
