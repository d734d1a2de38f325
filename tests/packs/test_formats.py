"""Formats of one's own: read from YAML, and every slip named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsquiz.document import DocumentError
from btsquiz.errors import FileError
from btsquiz.game.formats import Format
from btsquiz.packs.formats import read_format

HEAD = "format: btsquiz-format/1\n"


def read(folder: Path, text: str, name: str = "marathon.yaml") -> Format:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_format(path)


def test_the_least_a_format_says_is_its_title_and_takes(tmp_path: Path) -> None:
    style = read(tmp_path, f"{HEAD}title: Marathon\ntakes: 20\n")
    assert style == Format("marathon", "Marathon", ("Marathon",), takes=20)


def test_everything_a_format_may_say(tmp_path: Path) -> None:
    style = read(
        tmp_path,
        f"{HEAD}title: Blitz\nabout: two minutes\nscenes: [One, Two]\ntakes: 10\nleast: 5\n"
        "kinds: [choice, truefalse]\ntag: adult\nclock: 2\nseconds: 120\nruns: false\nreveals: false\n"
        "points: 50\nlives: 4\nwager: true\n",
    )
    assert style == Format(
        "marathon", "Blitz", ("One", "Two"), takes=10, runs=False, tag="adult", about="two minutes", least=5,
        kinds=("choice", "truefalse"), pace=2, whole_ms=120_000, quick=True, flat_points=50, lives=4,
        wager=True,
    )  # fmt: skip


def test_a_ladder_of_ones_own_and_a_calm_match(tmp_path: Path) -> None:
    ladder = read(tmp_path, f"{HEAD}title: Steps\ntakes: 3\nrungs: [1, 5, 25]\nsafe: 2\n")
    assert (ladder.rungs, ladder.safe, ladder.runs) == ((1, 5, 25), (2,), False)
    assert read(tmp_path, f"{HEAD}title: Calm\ntakes: 3\nclock: none\n").timed is False


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("title: No head\ntakes: 3\n", "format: btsquiz-format/1", 1),
        ("format: btsquiz/1\ntitle: A pack\ntakes: 3\n", "should be one of: btsquiz-format/1", 1),
        (f"{HEAD}takes: 3\n", "needs `title`", 1),
        (f"{HEAD}title: T\n", "needs `takes`", 1),
        (f"{HEAD}title: T\ntakes: many\n", "`takes` should be a whole number from 1 to 99", 3),
        (f"{HEAD}title: T\ntakes: 3\nlifes: 3\n", "did you mean `lives`?", 4),
        (f"{HEAD}title: T\ntakes: 3\nleast: 4\n", "`least` is more than the 3 takes", 4),
        (f"{HEAD}title: T\ntakes: 3\nclock: 5\n", "`clock` should be one of: none, 1, 2, 3", 4),
        (f"{HEAD}title: T\ntakes: 3\nclock: none\nseconds: 60\n", "`seconds` needs a clock", 5),
        (f"{HEAD}title: T\ntakes: 3\nkinds: [essay]\n", "`kinds` may be: ", 4),
        (f"{HEAD}title: T\ntakes: 3\nrungs: [1, 2]\n", "there are 2 `rungs` for 3 takes", 4),
        (f"{HEAD}title: T\ntakes: 2\nrungs: [2, 1]\n", "`rungs` should grow", 4),
        (f"{HEAD}title: T\ntakes: 2\nrungs: [1, 2]\nsafe: [3]\n", "`safe` names a rung that is not there", 5),
        (f"{HEAD}title: T\ntakes: 2\nrungs: [1, 2]\npoints: 5\n", "leave out `wager` and `points`", 4),
        (f"{HEAD}title: T\ntakes: 1\nscenes: [{', '.join('abcdefghij')}]\n", "`scenes` may be 9 at most", 4),
        (f"{HEAD}title: T\ntakes: 3\nruns: maybe\n", "`runs` should be one of: true, false", 4),
        ("- a list\n", "a format should be keys and values", 1),
    ],
)
def test_each_slip_is_said_with_its_line(tmp_path: Path, text: str, says: str, line: int) -> None:
    with pytest.raises(DocumentError) as raised:
        read(tmp_path, text)
    assert says in raised.value.problem.message
    assert raised.value.problem.line == line


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        read_format(tmp_path / "none.yaml")
