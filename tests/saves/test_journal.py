"""The journal: durable, whole, and never the one to harm a file."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from btsquiz.errors import SaveError
from btsquiz.saves import schema
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record


def record(number: int, kind: str = "command", *, point: str | None = None, body: object = None) -> Record:
    text = json.dumps(body if body is not None else {})
    return Record(number.to_bytes(16, "big"), number, 20_000, kind, "you", b"m" * 16, number, point, text)


def answer(number: int, point: str, *, rating: int = 1, counts: bool = True, day: int = 20_000) -> Record:
    body = {
        "question": f"pack/{point}", "kind": "choice", "verdict": "wrong" if rating == 1 else "right",
        "rating": rating, "counts": counts, "recall": False, "elapsed_ms": 1000 * number,
    }  # fmt: skip
    stamp = number.to_bytes(16, "big")
    return Record(stamp, number, day, "answer", "you", b"m" * 16, number, point, json.dumps(body))


def count(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM record").fetchone()[0]
    finally:
        connection.close()


def test_what_is_appended_is_durable_and_ours(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "saves" / "btsquiz.db")
    full = 2
    assert journal.settings() == {
        "journal_mode": "wal",
        "synchronous": full,
        "application_id": schema.APPLICATION_ID,
        "user_version": schema.VERSION,
    }
    journal.close()


def test_the_folder_and_file_are_the_players_alone(tmp_path: Path) -> None:
    path = tmp_path / "saves" / "btsquiz.db"
    Journal(path).close()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert [file.name for file in path.parent.iterdir()] == ["btsquiz.db"]


def test_an_append_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    journal = Journal(path)
    journal.append([record(1)])
    with pytest.raises(SaveError, match="another window"):
        journal.append([record(2), record(1)])
    assert count(path) == 1
    journal.append([record(2)])
    assert count(path) == 2
    journal.close()


def test_a_place_in_a_match_is_taken_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.db")
    journal.append([record(1)])
    twin = Record(b"t" * 16, 5, 20_000, "command", "you", b"m" * 16, 1, None, "{}")
    with pytest.raises(SaveError, match="another window"):
        journal.append([twin])
    journal.close()


def test_a_full_disk_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    journal = Journal(path)
    saved = 0
    journal.database.connection.execute("PRAGMA max_page_count = 20")
    with pytest.raises(SaveError, match="full"):
        for number in range(1, 1000):
            journal.append([record(number, body={"x": "y" * 500})])
            saved = number
    assert saved > 10
    assert count(path) == saved
    journal.database.connection.execute("PRAGMA max_page_count = 1000")
    journal.append([record(saved + 1)])
    journal.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _good(path: Path) -> None:
    journal = Journal(path)
    for number in range(1, 200):
        journal.append([record(number, body={"x": "y" * 300})])
    journal.close()


def _damage(path: Path, how: str) -> None:
    if how == "empty":
        path.write_bytes(b"")
    elif how == "text":
        path.write_text("this was never a database\n")
    elif how == "foreign":
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.commit()
        connection.close()
    else:
        _good(path)
        data = bytearray(path.read_bytes())
        if how == "cut":
            del data[len(data) // 2 :]
        elif how == "overwritten":
            data[4096 * 3 : 4096 * 6] = b"\xa5" * (4096 * 3)
        elif how == "newer":
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA user_version = 999")
            connection.close()
            return
        path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ("empty", "is empty"),
        ("text", "is not a btsquiz save"),
        ("foreign", "is not a btsquiz save"),
        ("cut", "is damaged"),
        ("overwritten", "is damaged"),
        ("newer", "written by a newer btsquiz"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(tmp_path: Path, how: str, says: str) -> None:
    path = tmp_path / "btsquiz.db"
    _damage(path, how)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(SaveError, match=says) as caught:
        Journal(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    with pytest.raises(SaveError, match="cannot be used"):
        Journal(tmp_path / "saves" / "btsquiz.db")


WRITER = """
import sys
from contextlib import closing
from pathlib import Path
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record
who = int(sys.argv[2])
journal = Journal(Path(sys.argv[1]))
for number in range(30):
    stamp = (who * 1000 + number).to_bytes(16, "big")
    journal.append([Record(stamp, number, 1, "command", "you", bytes([who]) * 16, number, None, "{}")])
"""


def test_four_programs_can_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "btsquiz.db"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(who)]) for who in range(1, 5)]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0, 0]
    assert count(path) == 4 * 30


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "btsquiz.db"
    _good(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE extra (x); SELECT nonsense"))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(SaveError):
        Journal(path)
    monkeypatch.undo()
    journal = Journal(path)
    assert journal.settings()["user_version"] == schema.VERSION
    assert not journal.database.rows("SELECT 1 FROM sqlite_master WHERE name = 'extra'")
    journal.close()


def test_cards_are_folded_from_the_records_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.db")
    journal.append([answer(1, "missed"), answer(2, "known", rating=3)])
    ((point, card),) = journal.all_cards("you")
    assert point == "missed"
    assert card.due == 20_001
    assert journal.all_cards("somebody else") == []
    star = Record(b"s" * 16, 9, 20_000, "star", "you", None, None, "known", '{"on": true}')
    journal.append([star])
    assert {point for point, _ in journal.all_cards("you")} == {"missed", "known"}
    unstar = Record(b"u" * 16, 10, 20_000, "star", "you", None, None, "known", '{"on": false}')
    journal.append([unstar])
    assert [point for point, _ in journal.all_cards("you")] == ["missed"]
    journal.close()


def test_questions_shown_are_told_longest_ago_first(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.db")
    journal.append([answer(1, "one"), answer(2, "two")])
    again = Record(b"z" * 16, 7, 20_000, "answer", "you", b"m" * 16, 3, "one", answer(1, "one").body)
    journal.append([again])
    assert journal.shown() == ["pack/two", "pack/one"]
    assert [one["point"] for one in journal.answered_on("you", 20_000)] == ["one", "two", "one"]
    assert journal.answered_on("you", 20_001) == []
    journal.close()


def test_a_median_needs_enough_answers(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.db")
    journal.append([answer(number, f"p{number}", rating=3) for number in range(1, 10)])
    assert journal.median_ms("you", "choice") is None
    journal.append([answer(10, "p10", rating=3), answer(11, "p11", rating=3)])
    assert journal.median_ms("you", "choice") == 6000
    assert journal.median_ms("you", "typed") is None
    journal.close()


def test_a_newer_save_left_open_by_a_crash_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "btsquiz.db"
    _good(path)
    crashed = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('PRAGMA user_version = 999'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", crashed, str(path)], check=False, timeout=60)
    beside = path.with_name("btsquiz.db-wal")
    before = path.read_bytes(), beside.read_bytes()
    assert before[1]
    with pytest.raises(SaveError, match="newer"):
        Journal(path)
    assert (path.read_bytes(), beside.read_bytes()) == before


def test_a_thing_that_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "btsquiz.db")
    with pytest.raises(SaveError, match="not a file"):
        Journal(tmp_path / "btsquiz.db")
