from __future__ import annotations

import os
import time
import tracemalloc

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from btsquiz import document
from btsquiz.document import (
    MAX_BYTES,
    MAX_NODES,
    MAX_TEXT,
    DocumentError,
    Mapping,
    Node,
    Problem,
    Scalar,
    Sequence,
    parse_document,
    read_bytes,
    read_document,
)
from btsquiz.errors import FileError
from strategies import is_inert_line

MIB = 1024 * 1024

SYNTAX = {
    # Nesting, in every form that has one.
    "flow lists": ("[" * 100_000 + "]" * 100_000, "too-deep", 1, 9),
    "unclosed flow lists": ("[" * 100_000, "too-deep", 1, 9),
    "flow mappings": ("{a: " * 50_000 + "1" + "}" * 50_000, "too-deep", 1, 30),
    "unclosed flow mappings": ("{a: " * 50_000, "too-deep", 1, 30),
    "block lists": ("- " * 100_000, "too-deep", 1, 17),
    "block mappings": ("".join(" " * deep + "a:\n" for deep in range(1000)), "too-deep", 8, 8),
    "explicit keys": ("? " * 50_000, "too-deep", 1, 17),
    # Growth.
    "billion laughs": ("a: &a [x, x]\nb: &b [*a, *a]\n", "alias", 1, 4),
    "alias to itself": ("&a [*a]", "alias", 1, 1),
    "alias of nothing": ("a:\n  - *b\n", "alias", 2, 5),
    "merge bomb": ("a: {x: 1}\nb:\n  <<: {y: 2}\n", "merge-key", 3, 3),
    "merge of an alias": ("b:\n  <<: *a\n", "merge-key", 2, 3),
    "sexagesimal": ("a: 1:" + "59:" * 200_000 + "59", "too-long", 1, 4),
    "a million numbers": ("[" + "1," * 1_000_000 + "]", "too-large", 1, 2 * MAX_NODES),
    "a long text": ("a:\n  '" + "x" * (MAX_TEXT + 1) + "'", "too-long", 2, 3),
    "a long key": ("? " + "k" * (MAX_TEXT + 1) + "\n: 1", "too-long", 1, 3),
    "a long comment": ("a: b #" + "x" * (MAX_BYTES - 10), "lost-comment", 1, 5),
    # Types.
    "a Python object": ('a: !!python/object/apply:os.system ["false"]', "tag", 1, 4),
    "a tag of one's own": ("!x\na: 1", "tag", 1, 1),
    "a tag for text": ("a: ! b", "tag", 1, 4),
    "an anchor": ("a:\n  b: &c d", "alias", 2, 6),
    "a list for a key": ("[a]: b", "key", 1, 1),
    "a mapping for a key": ("? {a: b}\n: c", "key", 1, 3),
    "duplicate keys": ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    "duplicate keys, quoted": ('a: 1\n"a": 3\n', "duplicate-key", 2, 1),
    "duplicate keys, composed": ("é: 1\ne\u0301: 3\n", "duplicate-key", 2, 1),
    "duplicate keys, deep": ("a:\n  - b: 1\n    b: 2", "duplicate-key", 3, 5),
    "a second document": ("a: 1\n---\nb: 2\n", "one-document", 2, 1),
    "a second document, empty": ("a: 1\n---\n", "one-document", 2, 1),
    # Characters.
    "escaped ESC": ('a: "\\e[2J"', "unfit-text", 1, 4),
    "escaped ESC in a key": ('a: 1\n"\\e[2J": b', "unfit-text", 2, 1),
    "escaped NUL": ('a:\n  - "x\\0"', "unfit-text", 2, 5),
    "escaped C1": ('a: "\\x9b2J"', "unfit-text", 1, 4),
    "escaped line separator": ('a: "\\L"', "unfit-text", 1, 4),
    "escaped bidi": ('a: "\\u202e"', "unfit-text", 1, 4),
    "escaped private use": ('a: "\\U00100000"', "unfit-text", 1, 4),
    "escaped surrogate": ('a: "\\ud800"', "yaml", 1, 7),
    "escaped beyond Unicode": ('a: "\\U00110000"', "yaml", 1, 7),
    "escaped zalgo": ('a: "x' + "\\u0336" * 9 + '"', "unfit-text", 1, 4),
    "raw ESC": ("a: b\nc: \x1b[2J", "unfit-text", 2, 4),
    "raw NUL": ("a: b\nc: \0", "unfit-text", 2, 4),
    "raw DEL": ("a: \x7f", "unfit-text", 1, 4),
    "raw bidi": ("a: b\nc: é \u202eabc", "unfit-text", 2, 6),
    "raw bidi in a comment": ("a: b\n# \u2066x", "unfit-text", 2, 3),
    "raw zalgo": ("a: x" + "\u0336" * 9, "unfit-text", 1, 13),
    "raw surrogate": ("a: \ud800", "unfit-text", 1, 4),
    "a BOM inside": ("a: b\ufeff", "unfit-text", 1, 5),
    "a soft hyphen": ("a: b\u00adc", "unfit-text", 1, 5),
    "old Mac line ends": ("a: 1\rb: 2", "unfit-text", 1, 5),
    "mixed line ends": ("a: 1\r\nb: \x00\r\n", "unfit-text", 2, 4),
    # Slips of an author.
    "nothing": ("", "empty", 1, 1),
    "only comments": ("# a\n# b\n", "empty", 1, 1),
    "a tab for an indent": ("a:\n\tb: 1", "yaml", 2, 1),
    "an unclosed quote": ('a: "b\nc: d', "yaml", 2, 5),
    "an unclosed list": ("a: [b, c\nd: e", "yaml", 2, 2),
    "words after a quote": ('ask: "Jaws" was what?', "yaml", 1, 13),
    "an at sign": ("a: @b", "yaml", 1, 4),
    "a bad escape": ('a: "\\x1"', "yaml", 1, 7),
    "a version of the future": ("%YAML 9.9\n---\na: 1", "yaml", 1, 1),
    "a colon in a title": ("title: Star Wars: A New Hope", "unquoted-colon", 1, 17),
    "a colon, Windows": ("a: 1\r\ntitle: Star Wars: A New Hope\r\n", "unquoted-colon", 2, 17),
    "a lost answer": ("ask: é\nanswer: #9 of 10", "lost-comment", 2, 8),
    "a lost rest": ("a: Number #9 of 10", "lost-comment", 1, 10),
    "a lost rest after accents": ("a: é\u0301 #9", "lost-comment", 1, 6),
    "a lost item": ("a:\n  - #9", "lost-comment", 2, 4),
    "a lost item of a flow list": ("a: [Jaws, #9]", "lost-comment", 1, 9),
    "a lost item after no space": ("a: [Jaws,#9\n]", "lost-comment", 1, 9),
    "a lost item after a quote": ('a: ["Jaws", #9]\nb: c', "lost-comment", 1, 11),
    "a lost rest of many lines": ("a:\n  words that\n  go on #9\n", "lost-comment", 3, 8),
}  # fmt: skip


def the_problem(text: str) -> Problem:
    with pytest.raises(DocumentError) as raised:
        parse_document(text, "pack.yaml")
    return raised.value.problem


STOPS_AHEAD = {SYNTAX[name][0]: 1001 for name in ("flow lists", "unclosed flow lists")}
"""What a libyaml with a limit of its own stops at, reading ahead, before we are shown any of it."""


@pytest.fixture(scope="module")
def largest_ms() -> float:
    """The processor time of reading a file with all the nodes one may have: the floor for a hazard."""
    text = "[" + "1," * (MAX_NODES - 1) + "]"
    began_ns = time.process_time_ns()
    parse_document(text, "pack.yaml")
    return (time.process_time_ns() - began_ns) / 1e6


@pytest.mark.parametrize(("text", "rule", "line", "column"), SYNTAX.values(), ids=SYNTAX)
def test_a_hazard_is_one_problem_with_its_place(text, rule, line, column, largest_ms):
    began_ns = time.process_time_ns()
    problem = the_problem(text)
    assert (problem.rule, problem.line) == (rule, line)
    assert problem.column in (column, STOPS_AHEAD.get(text, column))
    assert (time.process_time_ns() - began_ns) / 1e6 < 3 * largest_ms
    assert problem.level == "error"
    assert len(str(problem)) < 600
    assert is_inert_line(str(problem))


SLOW_WITHOUT_LIBYAML = {"a million numbers"}
UNPLACED_WITHOUT_LIBYAML = {"escaped surrogate", "escaped beyond Unicode"}


@pytest.mark.parametrize("name", [name for name in SYNTAX if name not in SLOW_WITHOUT_LIBYAML])
def test_hazards_are_the_same_without_libyaml(name, monkeypatch):
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    text, rule, line, column = SYNTAX[name]
    problem = the_problem(text)
    if name not in UNPLACED_WITHOUT_LIBYAML:
        assert (problem.rule, problem.line, problem.column) == (rule, line, column)


def mapping(text: str) -> dict[str, str]:
    root = parse_document(text, "x")
    assert isinstance(root, Mapping)
    return {key.text: value.text for key, value in root.entries if isinstance(value, Scalar)}


AS_WRITTEN = [
    "no", "yes", "on", "Off", "y", "~", "null", "true", "017", "0x1F", "1:30", "12:30:45", "2001-01-01",
    "2001-02-30", "1_000", "1.10", "1e3", ".inf", ".nan", "=", "1,960", "-5", "<<x", "a#b", "a:b", "x@y",
]  # fmt: skip


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_a_plain_text_is_kept_as_it_was_written(written):
    assert mapping(f"a: {written}") == {"a": written}


def test_a_number_of_5000_digits_is_only_a_text():
    assert mapping("a: " + "9" * 5000) == {"a": "9" * 5000}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('a: "it\\u2019s"', "it’s"),
        ("a: 'it''s'", "it's"),
        ("a: b # a comment after a space", "b"),
        ('a: "b" #a comment after a quote', "b"),
        ("a: b\n#9 a comment of a line", "b"),
        ("a: |\n  x, #9\n  y #9\n", "x, #9\ny #9\n"),
        ("a: >\n  x\n  y\n", "x y\n"),
        ("a:\tb\tc", "b c"),
        ("a: e\u0301", "é"),
        ('a: "e\\u0301"', "é"),
        ('a: "<<"', "<<"),
        ("%YAML 1.1\n---\na: b\n...\n", "b"),
        ("a: b\r\n", "b"),
        ("a: |\r\n  b\r\n  c\r\n", "b\nc\n"),
        ("a: " + "x" * MAX_TEXT, "x" * MAX_TEXT),
        ("a: 👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"),
    ],
)
def test_what_is_written_is_what_is_read(text, read):
    assert mapping(text)["a"] == read


def test_nodes_know_their_place_and_quoting():
    root = parse_document("é: \"b\"\nc:\n  - d\n  - 'e'\n", "x")
    assert root == Mapping(
        (
            (Scalar("é", False, 1, 1), Scalar("b", True, 1, 4)),
            (
                Scalar("c", False, 2, 1),
                Sequence((Scalar("d", False, 3, 5), Scalar("e", True, 4, 5)), 3, 3),
            ),
        ),
        1,
        1,
    )
    assert root.get("é") == Scalar("b", True, 1, 4)
    assert root.get("no") is None


def test_eight_deep_is_deep_enough_and_not_too_deep():
    parse_document("[" * 8 + "]" * 8, "x")
    assert the_problem("[" * 9 + "]" * 9).rule == "too-deep"


def places(node: Node) -> list[tuple[int, int]]:
    below = node.items if isinstance(node, Sequence) else ()
    if isinstance(node, Mapping):
        below = tuple(part for entry in node.entries for part in entry)
    return [(node.line, node.column), *(place for part in below for place in places(part))]


PIECES = [
    *"[]{}:,-?#&*!|>'\"%@`\\~=<", "\n", "\r\n", "\t", " ", "  ", "- ", ": ", "? ", "--- ", "\n---\n", "...\n",
    "<<: ", "a", "é", "e\u0301", "\\u202e", "\\x1b", "\x1b", "\ufeff", "\ud800", "\u2028", "\x85",
    "%TAG ! x\n", "&a ", "*a", "!!int ", "| ", ">-\n", "format: ", "title: ", "questions:\n", "  - ask: ",
    "    answer: ", "#9", " #9", "1,960",
]  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(st.text(max_size=60) | YAML_LIKE)
@example("?")
def test_any_text_is_a_tree_within_its_lines_or_one_problem(text):
    lines = text.count("\n") + text.count("\r") + 1
    try:
        found = places(parse_document(text, "x"))
    except DocumentError as error:
        found = [(error.problem.line, error.problem.column)]
        assert is_inert_line(str(error))
    assert all(1 <= line <= lines + 1 and 1 <= column <= len(text) + 1 for line, column in found)


@given(st.text(max_size=60) | YAML_LIKE)
def test_any_text_is_a_tree_or_one_problem_without_libyaml(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "_LOADER", yaml.SafeLoader)
        try:
            parse_document(text, "x")
        except DocumentError as error:
            assert error.problem.rule


# Files


def test_utf_8_with_a_bom_and_line_ends_of_windows_is_read(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffa: é\r\nb: c\r\n".encode())
    root = read_document(file)
    assert places(root) == [(1, 1), (1, 1), (1, 4), (2, 1), (2, 4)]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a: caf\xe9", 1, 7),
        (b"a: b\nc: \xff\xfe", 2, 4),
        ("a: b".encode("utf-16"), 1, 1),
        (b"a: \xed\xa0\x80", 1, 4),
        (b"a: \xc0\x80", 1, 4),
    ],
)
def test_what_is_not_utf_8_says_where(data, line, column, tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    with pytest.raises(DocumentError, match="UTF-8") as raised:
        read_document(file, shown_as="shown.yaml")
    problem = raised.value.problem
    assert (problem.path, problem.line, problem.column, problem.rule) == (
        "shown.yaml",
        line,
        column,
        "not-utf-8",
    )


def missing(folder):
    return folder / "missing.yaml"


def directory(folder):
    return folder


def fifo(folder):
    os.mkfifo(folder / "fifo.yaml")
    return folder / "fifo.yaml"


def loop(folder):
    (folder / "loop.yaml").symlink_to("loop.yaml")
    return folder / "loop.yaml"


def dangling(folder):
    (folder / "dangling.yaml").symlink_to("nothing.yaml")
    return folder / "dangling.yaml"


def device(folder):
    (folder / "zero.yaml").symlink_to("/dev/zero")
    return folder / "zero.yaml"


def unreadable_content(folder):
    (folder / "mem.yaml").symlink_to("/proc/self/mem")
    return folder / "mem.yaml"


def too_large(folder):
    file = folder / "large.yaml"
    with file.open("wb") as out:
        out.write(b"a: ")
        for _ in range(40):
            out.write(b"x" * MIB)
    return file


def evil_name(folder):
    return folder / "evil\x1b[2J\u202e\n.yaml"


def long_name(folder):
    return folder / ("x" * 300 + ".yaml")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (missing, "no such file"),
        (directory, "is a directory"),
        (fifo, "not a regular file"),
        (loop, "symbolic links"),
        (dangling, "no such file"),
        (device, "not a regular file"),
        (unreadable_content, "error"),
        (too_large, "larger than 4,096 KiB"),
        (evil_name, "no such file"),
        (long_name, "name too long"),
    ],
)
def test_what_is_no_file_of_a_fair_size_is_refused_at_once(make, says, tmp_path):
    path = make(tmp_path)
    began = time.process_time()
    with pytest.raises(FileError, match=says) as raised:
        read_bytes(path, MAX_BYTES)
    assert time.process_time() - began < 2
    assert is_inert_line(str(raised.value))


def test_of_a_large_file_no_more_than_the_limit_is_read(tmp_path):
    path = too_large(tmp_path)
    tracemalloc.start()
    try:
        with pytest.raises(FileError):
            read_bytes(path, MIB)
        assert tracemalloc.get_traced_memory()[1] < 3 * MIB
    finally:
        tracemalloc.stop()


def test_a_file_of_just_the_limit_is_read(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"x" * 1024)
    assert len(read_bytes(file, 1024)) == 1024
    with pytest.raises(FileError, match="larger than 0 KiB"):
        read_bytes(file, 1023)


def test_a_long_comment_does_not_hide_how_to_mend_it():
    problem = the_problem("a: b #" + "x" * 1000)
    assert str(problem).endswith("put the whole text in double quotes [lost-comment]")


def test_a_problem_is_one_inert_line():
    problem = Problem("a\x1b[2J\n.yaml", 1, 2, "it’s \u202e `x`\nand", "rule", "warning")
    assert str(problem) == "a\ufffd[2J .yaml:1:2: warning: it’s \ufffd `x` and [rule]"
