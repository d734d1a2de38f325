from __future__ import annotations

import gc
import os
import stat
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.checks import check_pack
from btsquiz.document import MAX_BYTES, MAX_NODES, Problem, parse_document
from btsquiz.errors import FileError
from btsquiz.fields import MAX_PROBLEMS
from btsquiz.packs.form import KEYS
from btsquiz.packs.layout import dump
from btsquiz.packs.pack import FORMAT, Pack, pack_id, pack_of, pack_text, read_pack, write_text
from btsquiz.question import Question, Typed
from btsquiz.text import refusal
from strategies import NASTY, fit, is_inert_line, packs

HEAD = "format: btsquiz/1\ntitle: T\nquestions:\n"


def reread(text: str, name: str = "pack") -> Pack:
    path = Path(f"{name}.yaml")
    return pack_of(parse_document(text, str(path)), path)


# Round trips


@given(packs())
def test_a_pack_written_is_the_same_pack_read(pack):
    text = pack_text(pack.title, pack.questions, about=pack.about)
    again = reread(text)
    assert again.questions == pack.questions
    assert (again.id, again.title, again.about) == (pack.id, pack.title, pack.about)
    assert again.problems == ()
    assert pack_text(again.title, again.questions, about=again.about) == text
    assert refusal(text) is None


@pytest.mark.parametrize("nasty", NASTY)
def test_every_nasty_text_comes_back_from_every_place(nasty):
    text = fit(nasty)
    question = Question(
        id="q",
        ask=text,
        answer=Typed((text,)),
        pack="pack",
        point="pack/q",
        explain=text,
        tags=(text,),
        why={text: text},
    )
    assert reread(pack_text(text, [question])).questions == (question,)
    assert reread(pack_text(text, [question])).title == text


def test_what_is_written_is_plain_and_easy_to_edit():
    pack = reread(
        HEAD
        + """\
  - {id: a, ask: "Who?", answer: Alfonso Cuarón, wrong: ["no", "Se7en: a film", Amélie], difficulty: 3}
  - {id: b, ask: "When?", answer: 1960, within: 2.50, films: [Psycho]}
  - {id: c, ask: "So?", answer: false, source: {title: captions 000, line: 3}, standing: story goes}
  - {id: d, ask: "What?", accept: ["1960", 羅生門]}
"""
    )
    assert (
        pack_text("Club night: 12", pack.questions, licence="CC0")
        == """\
format: "btsquiz/1"
title: "Club night: 12"
licence: CC0
questions:
  - id: a
    ask: Who?
    answer: Alfonso Cuarón
    wrong:
      - "no"
      - "Se7en: a film"
      - Amélie
    difficulty: 3
  - id: b
    ask: When?
    answer: 1960
    within: 2.5
    films:
      - Psycho
  - id: c
    ask: So?
    answer: false
    source:
      title: captions 000
      line: 3
    standing: story goes
  - id: d
    ask: What?
    accept:
      - "1960"
      - 羅生門
"""
    )


# Anything for a pack


@pytest.fixture(scope="session")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("packs") / "any.yaml"


LINES = [
    "format: btsquiz/1", "format: btsquiz/2", "title: T", "title: A: B", "questions:", "questions: []",
    "  - ask: x", "  - {ask: x, answer: no}", "      - a", "      a: b", "#", "---", "  - *a", "\ta: b",
    "    answer: #9", '    ask: "\\e"', "  -", "    answr: a", "  - - - - - - - - - a",
    *(f"    {key}: {value}" for key in KEYS for value in ("a", "[a, b]", "{a: b, c: d}", "1960", "")),
]  # fmt: skip


def check_any(path: Path) -> Pack:
    """Reads what may be anything; whatever it is, it is a pack whose problems have a place and are inert."""
    pack = read_pack(path)
    pack = pack.with_problems(check_pack(pack))
    assert all(problem.line >= 1 and problem.column >= 1 and problem.rule for problem in pack.problems)
    assert all(is_inert_line(str(problem)) for problem in pack.problems)
    assert pack.problems or pack.title
    return pack


@given(data=st.binary(max_size=80))
def test_any_bytes_are_a_pack_with_problems(file, data):
    file.write_bytes(data)
    assert not check_any(file).playable


@given(text=st.text(max_size=80))
def test_any_text_is_a_pack_with_problems(file, text):
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert not check_any(file).playable


@given(lines=st.lists(st.sampled_from(LINES), max_size=14))
def test_any_lines_are_a_pack(file, lines):
    file.write_text("\n".join(lines))
    check_any(file)


@given(pack=packs(least=1, most=2), data=st.data())
def test_a_damaged_pack_is_a_pack(file, pack, data):
    whole = pack_text(pack.title, pack.questions).encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 8, len(whole))))
    file.write_bytes(whole[:start] + data.draw(st.binary(max_size=4)) + whole[end:])
    check_any(file)


LONG = f"  - {{{{ask: {'é ' * 4900}x, answer: {'ù' * 9900}{{}}}}}}\n"
FLOODS = {
    "keys nobody knows": lambda n: HEAD + "  - {" + ",".join(f"anwer{one}: 1" for one in range(n)) + "}\n",
    "questions with unknown keys": lambda n: HEAD + "  - {ask: a, answr: b}\n" * (n // 3),
    "questions without answers": lambda n: HEAD + "  - {ask: a}\n" * (n // 2),
    "questions that are lists": lambda n: HEAD + "  - []\n" * n,
    "empty answers": lambda n: HEAD + "  - {ask: a, accept: [" + "'', " * n + "]}\n",
    "pairs": lambda n: HEAD + "  - {ask: a, match: {" + ",".join(f"{one}: 1" for one in range(n)) + "}}\n",
    "warnings": lambda n: HEAD + "  - {ask: a, answer: no}\n" * (n // 3),
    "long texts": lambda n: HEAD + "".join(map(LONG.format, range(n // 10_000))),
    "one long line": lambda n: "a: [" + "1," * n + "]",
    "megabytes of letters": lambda n: "a: " + "é" * (11 * n),
    "megabytes of quotes": lambda n: "'" * (22 * n),
}  # fmt: skip
"""Bad packs by how much of the bad is in them: at most 190,000, which is near what may be read."""


def seconds_to_read(path, text):
    path.write_text(text)
    gc.collect()
    gc.disable()  # how long it looks for garbage depends on all that other tests have left
    try:
        began = time.process_time()
        pack = read_pack(path)
        problems = [*pack.problems, *check_pack(pack)]
        seconds = time.process_time() - began
    finally:
        gc.enable()
    assert problems
    assert len(pack.problems) <= 2 * MAX_PROBLEMS
    return seconds


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_takes_time_as_it_is_long(flood, tmp_path):
    most = flood(190_000)
    assert most.count(",") + most.count("\n") < MAX_NODES
    assert len(most.encode()) <= MAX_BYTES
    few = min(seconds_to_read(tmp_path / "few.yaml", flood(38_000)) for _ in range(2))
    # Five times the flood: 5 where it is linear, 25 where it is quadratic.
    assert min(seconds_to_read(tmp_path / "most.yaml", most) for _ in range(2)) < 12 * max(few, 0.05)


def test_what_cannot_be_read_is_a_pack_with_that_problem(tmp_path):
    path = tmp_path / "evil\x1b.yaml"
    path.mkdir()
    pack = check_any(path)
    assert (pack.id, pack.title, pack.questions, pack.playable) == ("evil\ufffd", "evil\ufffd", (), False)
    assert [problem.rule for problem in pack.problems] == ["unreadable"]


HEADS = [
    ("title: T\nquestions: []", "missing", 1, 1),
    ("format: btsquiz/1\nquestions: []", "missing", 1, 1),
    ("format: btsquiz/1\ntitle: T", "missing", 1, 1),
    ("format: btsquiz/2\ntitle: T\nquestions: []", "format", 1, 9),
    ("format: [btsquiz/1]\ntitle: T\nquestions: []", "shape", 1, 9),
    ("format: btsquiz/1\ntitle: T\nquestions: {ask: a}", "shape", 3, 12),
    ("format: btsquiz/1\ntitle: T\nquestions:", "shape", 3, 11),
    ("format: btsquiz/1\ntitle: T\nquestions: [a]", "shape", 3, 13),
    ("format: btsquiz/1\ntitle:\nquestions: []", "empty", 2, 7),
    ("format: btsquiz/1\ntitel: T\ntitle: T\nquestions: []", "unknown-key", 2, 1),
    ("- a", "shape", 1, 1),
    ("", "empty", 1, 1),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), HEADS)
def test_a_pack_needs_its_head(text, rule, line, column, tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(text)
    pack = read_pack(path)
    assert not pack.playable
    assert (rule, line, column) in [(found.rule, found.line, found.column) for found in pack.problems]


def test_one_bad_question_does_not_hide_the_others_and_the_pack_is_not_played():
    pack = reread(HEAD + "  - {ask: a, answer: b}\n  - {ask: c}\n  - {ask: d, answer: no}\n")
    assert [placed.question.ask for placed in pack.placed] == ["a", "d"]
    assert [(placed.line, placed.column) for placed in pack.placed] == [(4, 5), (6, 5)]
    assert [(found.rule, found.line) for found in pack.problems] == [("missing", 5), ("unquoted-scalar", 6)]
    assert not pack.playable


def test_warnings_alone_do_not_keep_a_pack_from_being_played():
    assert reread(HEAD + "  - {ask: d, answer: no}\n").playable


def test_problems_are_sorted_by_place():
    pack = Pack("p", "p", "p", problems=(Problem("p", 3, 1, "", "c"), Problem("p", 1, 9, "", "b")))
    assert [found.rule for found in pack.with_problems([Problem("p", 1, 2, "", "a")]).problems] == [
        "a",
        "b",
        "c",
    ]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("jaws.yaml", "jaws"),
        ("a.b.yaml", "a.b"),
        ("e\u0301.yaml", "é"),
        ("\x1b[2J.yaml", "\ufffd[2J"),
        ("a  b.yml", "a b"),
        ("\udcff.yaml", "\ufffd"),
    ],
)
def test_an_id_is_the_stem_of_the_name_and_inert(name, identity):
    assert pack_id(Path("folder") / name) == identity


# Writing


def test_a_file_is_written_whole_with_its_own_line_ends(tmp_path):
    path = tmp_path / "a.yaml"
    write_text(path, "é\n", force=False)
    assert path.read_bytes() == "é\n".encode()
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_only_replaced_by_force(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("old")
    with pytest.raises(FileError, match="already there"):
        write_text(path, "new", force=False)
    assert path.read_text() == "old"
    write_text(path, "new", force=True)
    assert path.read_text() == "new"


@pytest.mark.parametrize("failing", ["fsync", "fdopen"])
def test_when_writing_fails_the_old_file_stays_and_nothing_is_left(failing, tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    path.write_text("old")

    def full(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, full)
    with pytest.raises(FileError, match="no space left"):
        write_text(path, "new", force=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/a.yaml", "x" * 300, "folder"])
@pytest.mark.parametrize("force", [False, True])
def test_where_nothing_can_be_written_it_says_so(name, force, tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError) as raised:
        write_text(tmp_path / name, "x", force=force)
    assert "`" in str(raised.value)
    assert [found.name for found in tmp_path.iterdir()] == ["folder"]


def test_the_same_data_gives_the_same_bytes():
    data = {"format": FORMAT, "b": ["x", "no"], "a": {"c": True}}
    assert dump(data) == dump(dict(data)) == 'format: "btsquiz/1"\nb:\n  - x\n  - "no"\na:\n  c: true\n'
