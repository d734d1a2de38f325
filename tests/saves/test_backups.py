"""Backups: whole, thinned by what there is and not by today, and brought back."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import NotFound, SaveError
from btsquiz.saves.backups import (
    DAYS,
    MONTHS,
    WEEKS,
    back_up,
    back_up_daily,
    backups,
    kept,
    restore,
    snapshot,
)
from btsquiz.saves.journal import Journal
from saves.makers import answered, everything

NOW = datetime(2026, 11, 27, 20, 15, tzinfo=UTC)


def named(days_ago: int) -> str:
    return f"btsquiz-{NOW - timedelta(days=days_ago):%Y-%m-%d}.db"


def test_a_backup_is_the_whole_journal_and_can_be_opened(tmp_path: Path) -> None:
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        journal.append([answered()])
        path = back_up(journal, tmp_path / "backups", NOW)
        assert path.name == "btsquiz-2026-11-27-201500.db"
        assert path.stat().st_mode & 0o077 == 0
        assert [one.name for one in path.parent.iterdir()] == [path.name]
        before = everything(journal)
    with contextlib.closing(Journal(path)) as backup:
        assert everything(backup) == before


def test_one_backup_a_day_is_made_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        assert back_up_daily(journal, folder, NOW) is None  # nothing was played yet
        journal.append([answered()])
        assert back_up_daily(journal, folder, NOW) == folder / named(0)
        assert back_up_daily(journal, folder, NOW + timedelta(hours=2)) is None
        assert back_up_daily(journal, folder, NOW + timedelta(days=1)) == folder / named(-1)
    assert [path.name for path in backups(folder)] == [named(0), named(-1)]


def test_a_snapshot_never_replaces_a_file(tmp_path: Path) -> None:
    there = tmp_path / "mine.db"
    there.write_text("dear")
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal, pytest.raises(SaveError, match="already"):
        snapshot(journal, there)
    assert there.read_text() == "dear"


def test_a_year_of_backups_is_thinned_by_day_week_and_month() -> None:
    names = [named(days) for days in range(400)]
    keep = kept(names)
    assert {named(days) for days in range(DAYS)} <= keep
    assert len(keep) <= DAYS + WEEKS + MONTHS
    ages = sorted(days for days in range(400) if named(days) in keep)
    assert ages[-1] > 300
    assert sum(7 <= age < 35 for age in ages) >= 3


def test_a_wrong_clock_throws_no_backup_away() -> None:
    names = [named(days) for days in range(5)]
    assert kept([*names, "btsquiz-2076-01-01.db", "btsquiz-1970-01-01.db"]) >= set(names)


@given(st.lists(st.integers(0, 3_000), max_size=60))
def test_thinning_keeps_the_latest_and_is_done_after_once(days) -> None:
    names = {named(day) for day in days}
    keep = kept(names)
    assert keep <= names
    assert kept(keep) == keep
    assert not names or named(min(days)) in keep


def test_what_is_no_backup_is_neither_kept_nor_thrown_away(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    (folder / "btsquiz-holiday.db").write_text("mine")
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        journal.append([answered()])
        for day in range(60):
            back_up(journal, folder, NOW + timedelta(days=day))
    assert {"notes.txt", "btsquiz-holiday.db"} <= {path.name for path in folder.iterdir()}
    assert len(backups(folder)) <= DAYS + WEEKS + MONTHS


def test_a_backup_is_brought_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "backups"
    with contextlib.closing(Journal(path)) as journal:
        journal.append([answered("p/1")])
        backup = back_up(journal, folder, NOW)
        old = everything(journal)
        journal.append([answered("p/2")])
        new = everything(journal)
    aside = restore(path, folder, backup.name, NOW)
    with contextlib.closing(Journal(path)) as journal:
        assert everything(journal) == old
    with contextlib.closing(Journal(aside)) as journal:
        assert everything(journal) == new
    with contextlib.closing(Journal(backup)) as journal:
        assert everything(journal) == old


def test_a_damaged_save_is_put_aside_as_it_is(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "backups"
    with contextlib.closing(Journal(path)) as journal:
        journal.append([answered("p/1")])
        backup = back_up(journal, folder, NOW)
    path.write_bytes(path.read_bytes()[:5000])
    damaged = path.read_bytes()
    aside = restore(path, folder, str(backup), NOW)
    assert aside.read_bytes() == damaged
    with contextlib.closing(Journal(path)) as journal:
        assert set(dict(journal.all_cards("you"))) == {"p/1"}


def test_nothing_is_brought_back_under_an_open_game(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "backups"
    with contextlib.closing(Journal(path)) as journal:
        journal.append([answered("p/1")])
        backup = back_up(journal, folder, NOW)
        before = everything(journal)
        with pytest.raises(SaveError, match="Another btsquiz is open"):
            restore(path, folder, backup.name, NOW)
        assert everything(journal) == before


@pytest.mark.parametrize("how", ["none", "text", "cut"])
def test_what_is_no_backup_is_not_brought_back(tmp_path: Path, how: str) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "backups"
    with contextlib.closing(Journal(path)) as journal:
        journal.append([answered("p/1")])
        backup = back_up(journal, folder, NOW)
        before = everything(journal)
    if how == "text":
        backup.write_text("a letter")
    elif how == "cut":
        backup.write_bytes(backup.read_bytes()[:6000])
    else:
        backup.unlink()
    with pytest.raises(NotFound if how == "none" else SaveError):
        restore(path, folder, backup.name, NOW)
    with contextlib.closing(Journal(path)) as journal:
        assert everything(journal) == before
