from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.checks import check_pack
from btsquiz.document import Problem
from btsquiz.errors import NotFound
from btsquiz.packs.pack import Pack
from btsquiz.packs.shelf import Shelf, read_shelf, yaml_files
from strategies import is_inert_line

GOOD = "format: btsquiz/1\ntitle: T\nquestions:\n  - {ask: Who?, answer: Somebody}\n"
HEAD = "format: btsquiz/1\ntitle: T\nquestions:\n"


def none(_pack: Pack) -> list[Problem]:
    return []


def fail(error: OSError) -> None:
    raise error


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_every_pack_under_the_folders_is_on_the_shelf(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    put(one, **{"b": GOOD, "a": GOOD, "deep/er/c": GOOD})
    put(two, d=GOOD)
    (two / "e.yml").write_text(GOOD)
    shelf = read_shelf([one, two, tmp_path / "missing"], none)
    assert [pack.id for pack in shelf.packs] == ["a", "b", "c", "d", "e"]
    assert shelf.playable == shelf.packs
    assert len(shelf.questions()) == 5
    assert {question.key.split("/")[0] for question in shelf.questions()} == set("abcde")


def test_fact_sheets_hidden_files_folders_and_other_files_are_left_out(tmp_path):
    put(
        tmp_path,
        **{
            "facts/000": "format: btsquiz-facts/1",
            ".hidden": "x",
            ".git/x": "x",
            "deep/.x/y": "x",
            "a": GOOD,
        },
    )
    (tmp_path / "README.md").write_text("x")
    (tmp_path / "folder.yaml").mkdir()
    put(tmp_path, **{"folder.yaml/inside": GOOD, "deep/facts/b": GOOD})
    assert [str(path.relative_to(tmp_path)) for path in yaml_files(tmp_path, fail)] == [
        "a.yaml", "deep/facts/b.yaml", "folder.yaml/inside.yaml",
    ]  # fmt: skip


def test_a_file_where_a_folder_should_be_is_said(tmp_path):
    put(tmp_path, a=GOOD)
    shelf = read_shelf([tmp_path / "a.yaml"], none)
    assert shelf.playable == ()
    assert [problem.rule for pack in shelf.packs for problem in pack.problems] == ["unreadable"]


def test_a_second_file_of_a_stem_is_listed_with_an_error_and_not_played(tmp_path):
    put(tmp_path, **{"a": GOOD, "z/a": GOOD.replace("Who", "What")})
    shelf = read_shelf([tmp_path], check_pack)
    assert [(pack.id, pack.playable) for pack in shelf.packs] == [("a", True), ("a", False)]
    assert [(found.rule, found.line, found.column) for found in shelf.packs[1].problems] == [
        ("duplicate-pack", 1, 1)
    ]
    assert str(tmp_path / "a.yaml") in shelf.packs[1].problems[0].message
    assert shelf.find("a").playable
    assert [question.ask for question in shelf.questions(["a", "a"])] == ["Who?"]


def test_the_first_folder_has_the_first_right_to_a_stem(tmp_path):
    put(tmp_path, **{"own/a": GOOD, "shipped/a": GOOD})
    shelf = read_shelf([tmp_path / "shipped", tmp_path / "own"], none)
    assert shelf.find("a").path == str(tmp_path / "shipped" / "a.yaml")


def test_a_pack_with_errors_is_listed_and_not_played(tmp_path):
    put(
        tmp_path,
        good=GOOD,
        warned=HEAD + "  - {ask: Who?, answer: no}\n",
        broken=HEAD + "  - {ask: Who?}\n",
        checked=HEAD + "  - {ask: Who?, answer: a, wrong: [A]}\n",
    )
    shelf = read_shelf([tmp_path], check_pack)
    assert [pack.id for pack in shelf.packs] == ["broken", "checked", "good", "warned"]
    assert [pack.id for pack in shelf.playable] == ["good", "warned"]
    assert len(shelf.questions()) == 2
    assert [found.rule for found in shelf.find("checked").problems] == ["alike-options"]
    with pytest.raises(NotFound, match=r"has errors.*packs check .*broken\.yaml"):
        shelf.questions(["broken"])


def test_what_is_not_on_the_shelf_is_named_with_what_is(tmp_path):
    put(tmp_path, a=GOOD, b=GOOD)
    with pytest.raises(NotFound, match=r"`c\ufffd`.*a, b"):
        read_shelf([tmp_path], none).find("c\x1b")
    with pytest.raises(NotFound, match="no pack at all"):
        Shelf(()).find("c")
    assert Shelf(()).questions() == ()


HOSTILE = {
    "alias": HEAD + "  - &a {ask: x, answer: *a}\n",
    "colon": "format: btsquiz/1\ntitle: A: B\nquestions: []\n",
    "deep": HEAD + "  - " + "[" * 100_000,
    "empty": "",
    "escape": HEAD + '  - {ask: "\\e]52;c;x\\a", answer: b}\n',
    "huge": HEAD + "  - {ask: '" + "x" * (5 * 1024 * 1024) + "', answer: b}\n",
    "large-int": HEAD + "  - {ask: x, answer: " + "9" * 5000 + "}\n",
    "merge": HEAD + "  - {ask: x, answer: b, <<: {hint: c}}\n",
    "second": GOOD + "---\n" + GOOD,
    "tag": HEAD + "  - !!python/object/apply:os.system ['touch owned']\n",
    "twice": HEAD + "  - {ask: x, answer: b, answer: c}\n",
    "unknown": HEAD + "  - {ask: x, anser: b}\n",
}


def test_a_hostile_folder_is_a_list_of_errors_and_the_rest_is_played(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "questions"
    put(folder, fine=GOOD, **HOSTILE)
    (folder / "latin.yaml").write_bytes("format: btsquiz/1\ntitle: Amélie\n".encode("latin-1"))
    os.mkfifo(folder / "fifo.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "up").symlink_to("..", target_is_directory=True)
    (folder / "evil\x1b[2J\n.yaml").write_text("x")
    (folder / os.fsdecode(b"\xff.yaml")).write_text("x")
    began = time.process_time()
    shelf = read_shelf([folder], check_pack)
    assert time.process_time() - began < 2
    assert {pack.id: pack.problems[0].rule for pack in shelf.packs if not pack.playable} == {
        "alias": "alias", "colon": "unquoted-colon", "deep": "too-deep", "empty": "empty",
        "escape": "unfit-text", "huge": "unreadable", "large-int": "number", "merge": "merge-key",
        "second": "one-document", "tag": "tag", "twice": "duplicate-key", "unknown": "missing",
        "latin": "not-utf-8", "fifo": "unreadable", "loop": "unreadable",
        "evil\ufffd[2J": "shape", "\ufffd": "shape",
    }  # fmt: skip
    assert [pack.id for pack in shelf.playable] == ["fine"]
    assert all(is_inert_line(str(found)) for pack in shelf.packs for found in pack.problems)
    assert not (tmp_path / "owned").exists()


@given(names=st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=8), max_size=5))
def test_any_file_names_make_a_shelf(names, tmp_path_factory):
    folder = tmp_path_factory.mktemp("names")
    written = 0
    for name in names:
        try:
            (folder / f"{name}.yaml").write_text(GOOD)
        except (UnicodeEncodeError, OSError):
            continue
        written += 1
    shelf = read_shelf([folder], check_pack)
    assert len(shelf.packs) <= written
    assert all(is_inert_line(pack.id) for pack in shelf.packs)
    assert len({pack.id for pack in shelf.playable}) == len(shelf.playable)
