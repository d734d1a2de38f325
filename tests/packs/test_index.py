"""The index of the shelf: the same packs as without it, only sooner, and never in the way."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given

import btsquiz.packs.index
from btsquiz.checks import check_pack
from btsquiz.packs.index import Index, _decoded, _pack_data
from btsquiz.packs.pack import Pack, read_pack
from btsquiz.packs.shelf import Shelf, read_shelf
from strategies import packs

PACK = "format: btsquiz/1\ntitle: {}\nquestions:\n  - {{ask: Who made Jaws?, accept: [Spielberg]}}\n"


@given(packs())
def test_a_pack_comes_out_as_it_went_in(pack):
    import json

    assert _decoded(json.dumps(_pack_data(pack))) == pack


class Shelves:
    """A folder of packs, read with an index; counts what is read anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "questions"
        self.folder.mkdir()
        self.database = folder / "cache" / "shelf.db"
        self.read_anew: list[str] = []

    def write(self, name: str, text: str) -> Path:
        path = self.folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def read(self) -> Shelf:
        self.read_anew = []

        def check(pack: Pack):  # type: ignore[no-untyped-def]
            self.read_anew.append(pack.id)
            return check_pack(pack)

        shelf = read_shelf([self.folder], check, Index(self.database))
        assert shelf == read_shelf([self.folder], check_pack)
        return shelf


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    made = Shelves(tmp_path)
    made.write("one", PACK.format("One"))
    made.write("two", PACK.format("Two"))
    made.write("broken", "format: btsquiz/1\ntitle: B\nquestions: [{ask: x}]\n")
    return made


def test_only_what_changed_is_read_again(shelves: Shelves) -> None:
    shelves.read()
    assert shelves.read_anew == ["broken", "one", "two"]
    shelves.read()
    assert shelves.read_anew == []
    shelves.write("two", PACK.format("Another two"))
    assert [pack.title for pack in shelves.read().packs] == ["B", "One", "Another two"]
    assert shelves.read_anew == ["two"]


def test_a_file_put_in_anothers_place_with_its_size_and_time_is_read_again(shelves: Shelves) -> None:
    shelves.read()
    path = shelves.folder / "one.yaml"
    before = path.stat()
    other = shelves.folder / ".one.new"
    other.write_text(PACK.format("Uno"), encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert path.stat().st_size == before.st_size
    assert shelves.read().find("one").title == "Uno"


def test_what_is_gone_is_forgotten_and_what_comes_is_found(shelves: Shelves) -> None:
    shelves.read()
    (shelves.folder / "one.yaml").unlink()
    shelves.write("three", PACK.format("Three"))
    assert [pack.id for pack in shelves.read().packs] == ["broken", "three", "two"]
    assert shelves.read_anew == ["three"]
    with sqlite3.connect(shelves.database) as connection:
        assert connection.execute("select count(*) from pack").fetchone() == (3,)


def test_other_rules_read_everything_again(shelves: Shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    shelves.read()
    monkeypatch.setattr(btsquiz.packs.index, "_stamp_of_readers", lambda: 1)
    shelves.read()
    assert len(shelves.read_anew) == 3


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\0" * 4000])
def test_whatever_lies_there_the_shelf_is_read_and_the_index_made_anew(
    shelves: Shelves, content: bytes
) -> None:
    shelves.database.parent.mkdir()
    shelves.database.write_bytes(content)
    shelves.read()
    shelves.read()
    assert shelves.read_anew == []


def test_a_row_that_says_nothing_is_read_again(shelves: Shelves) -> None:
    shelves.read()
    with sqlite3.connect(shelves.database) as connection:
        connection.execute("update pack set pack = '[1, 2]'")
    shelves.read()
    assert len(shelves.read_anew) == 3


def test_where_nothing_can_be_kept_the_shelf_is_read_all_the_same(shelves: Shelves) -> None:
    shelves.database.parent.write_text("a file where the folder should be", encoding="utf-8")
    for _ in range(2):
        shelves.read()
        assert len(shelves.read_anew) == 3


def test_a_locked_index_does_not_keep_anybody_waiting_for_good(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves.read()
    monkeypatch.setattr(btsquiz.packs.index, "_TIMEOUT_SECONDS", 0)
    other = sqlite3.connect(shelves.database, isolation_level=None)
    other.execute("begin exclusive")
    try:
        shelves.read()
        assert len(shelves.read_anew) == 3
    finally:
        other.close()
    shelves.read()
    assert shelves.read_anew == []


@pytest.mark.skipif(os.name != "posix", reason="names that are no text are a matter of POSIX")
def test_a_name_that_is_no_text_is_kept_too(shelves: Shelves) -> None:
    try:
        Path(os.fsdecode(os.fsencode(shelves.folder) + b"/na\xffme.yaml")).write_text(PACK.format("N"))
    except OSError:
        pytest.skip("NOT CHECKED: this file system takes no such name")
    shelves.read()
    shelves.read()
    assert shelves.read_anew == []


def test_a_pack_that_is_not_there_any_more_when_it_is_read_is_listed(tmp_path: Path) -> None:
    index = Index(tmp_path / "shelf.db")
    (pack,) = index.packs(iter([tmp_path / "gone.yaml"]), read_pack)
    assert [problem.rule for problem in pack.problems] == ["unreadable"]
    assert not (tmp_path / "shelf.db").exists()
