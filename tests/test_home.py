from __future__ import annotations

from pathlib import Path

import pytest

from btsquiz import home
from btsquiz.errors import FileError
from btsquiz.home import Home, checkout, find_home, shipped_questions


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """Makes the package look installed instead of run from a checkout."""
    package = tmp_path / "site-packages" / "btsquiz"
    package.mkdir(parents=True)
    monkeypatch.setattr(home, "_PACKAGE", package)
    return package


def test_the_folder_named_wins(tmp_path):
    assert find_home(str(tmp_path), {"BTSQUIZ_HOME": "/elsewhere"}) == Home(tmp_path)
    assert find_home(None, {"BTSQUIZ_HOME": str(tmp_path)}) == Home(tmp_path)
    assert find_home("", {"BTSQUIZ_HOME": str(tmp_path)}) == Home(tmp_path)


def test_a_folder_that_is_not_there_yet_will_do_and_is_not_made(tmp_path):
    named = tmp_path / "new"
    assert find_home(str(named), {}).root == named
    assert not named.exists()


def test_a_relative_folder_is_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_home("here", {}).root == tmp_path / "here"
    assert find_home("~/there", {}).root == tmp_path / "there"


@pytest.mark.parametrize("named", ["~no-such-user-at-all/x", "x" * 5000, "file", "evil\x1b[2J" + "x" * 5000])
def test_what_cannot_be_a_folder_is_refused_in_one_inert_sentence(named, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("")
    with pytest.raises(FileError, match="is not a folder") as raised:
        find_home(named, {})
    assert "\x1b" not in str(raised.value)


def test_from_a_checkout_home_is_the_checkout(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    root = checkout()
    assert root is not None
    assert find_home(None, {}) == find_home("", {"BTSQUIZ_HOME": ""}) == Home(root)
    assert shipped_questions() == root / "questions"
    assert Home(root).pack_folders() == (root / "questions",)


def test_installed_home_is_the_users_data_folder(installed, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert checkout() is None
    assert find_home(None, {}).root.name == "btsquiz"
    assert shipped_questions() == installed / "_questions"


def test_a_home_of_ones_own_adds_its_packs_to_the_shipped_ones(tmp_path):
    own = Home(tmp_path)
    assert own.pack_folders() == (shipped_questions(), tmp_path / "questions")
    assert own.database == tmp_path / "saves" / "btsquiz.db"


def test_the_same_folder_is_read_once_by_whatever_name(tmp_path):
    (tmp_path / "questions").symlink_to(shipped_questions(), target_is_directory=True)
    assert Home(tmp_path).pack_folders() == (shipped_questions(),)
