from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.document import Mapping as MappingNode
from btsquiz.document import Node, Scalar, parse_document
from btsquiz.document import Sequence as SequenceNode
from btsquiz.fields import MAX_PROBLEMS, Problems
from btsquiz.packs.form import KEYS, content_id, read_question
from btsquiz.question import (
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
)
from strategies import questions


def read(text: str) -> tuple[Question | None, list[tuple[str, int, int, str]]]:
    """Reads one question; gives it with the rule, place and level of each problem."""
    problems = Problems("pack.yaml")
    question = read_question(parse_document(text, "pack.yaml"), problems, "pack")
    return question, [(found.rule, found.line, found.column, found.level) for found in problems.found]


KINDS = [
    ("answer: Jaws\nwrong: [Alien, Fame]", Choice("Jaws", ("Alien", "Fame"))),
    ("answer: Jaws\nwrong: Alien", Choice("Jaws", ("Alien",))),
    ("answer: 1960\nwrong: [1961, 1962]", Choice("1960", ("1961", "1962"))),
    ("answer: true\nwrong: [false]", Choice("true", ("false",))),
    ("answer: no\nwrong: [yes, ~]", Choice("no", ("yes", "~"))),
    ("answer: [Jaws, Alien]\nwrong: [Fame]", Multiple(("Jaws", "Alien"), ("Fame",))),
    ("answer: [Jaws]\nwrong: [Fame]", Multiple(("Jaws",), ("Fame",))),
    ("answer: true", TrueFalse(True)),
    ("answer: false", TrueFalse(False)),
    ("answer: 1960", Number(Decimal(1960))),
    ("answer: -5", Number(Decimal(-5))),
    ("answer: 1.50\nwithin: 0.25", Number(Decimal("1.5"), Decimal("0.25"))),
    ("answer: 1960\nwithin: '2'", Number(Decimal(1960), Decimal(2))),
    ("answer: 007", Number(Decimal(7))),
    ('answer: "1960"', Typed(("1960",))),
    ("accept: [a, b]\nwrong: [c]", Typed(("a", "b"), ("c",))),
    ('answer: "true"', Typed(("true",))),
    ("answer: 'no'", Typed(("no",))),
    ("answer: |\n  true", Typed(("true",))),
    ("answer: Blue Harvest", Typed(("Blue Harvest",))),
    ("answer: Blue Harvest\naccept: Harvest", Typed(("Blue Harvest", "Harvest"))),
    ("answer: 1960\naccept: [sixty]", Typed(("1960", "sixty"))),
    ("accept: Blue Harvest", Typed(("Blue Harvest",))),
    ("accept: [7, seven]", Typed(("7", "seven"))),
    ("accept: [seven]\nreject: [eight]", Typed(("seven",))),
    ("answer: seven\nreject: eight", Typed(("seven",))),
    ("answer: Jaws 2, the film", Typed(("Jaws 2, the film",))),
    ("answer: '  Jaws  '", Typed(("Jaws",))),
    ("order: [Psycho, Jaws]", Order(("Psycho", "Jaws"))),
    ("match: {Psycho: Hitchcock, Jaws: Spielberg}", Match((("Psycho", "Hitchcock"), ("Jaws", "Spielberg")))),
    ('match: {1960: Psycho, " a ": b}', Match((("1960", "Psycho"), ("a", "b")))),
]


@pytest.mark.parametrize(("text", "answer"), KINDS)
def test_the_shape_names_the_kind(text, answer):
    question, problems = read("ask: x\n" + text)
    assert problems == []
    assert question is not None
    assert question.answer == answer
    assert question.kind is answer.kind


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes",
        "no",
        "NO",
        "on",
        "off",
        "y",
        "n",
        "True",
        "TRUE",
        "False",
        "~",
        "null",
        "Null",
        "1,960",
        "1_960",
        "+5",
        "5.",
        ".5",
        "12:30",
        "1e3",
        "1 960",
    ],
)
def test_what_yaml_may_mean_otherwise_is_typed_with_a_warning(text):
    question, problems = read(f"ask: x\nanswer: {text}")
    assert question is not None
    assert question.answer == Typed((text,))
    assert problems == [("unquoted-scalar", 2, 9, "warning")]
    assert read(f'ask: x\nanswer: "{text}"')[1] == []


ERRORS = [
    # What kind of question is this?
    ("ask: x", "missing", 1, 1),
    ("ask: x\nwrong: [a, b]", "unclear-kind", 1, 1),
    ("ask: x\nanswer: [a, b]", "unclear-kind", 1, 1),
    ("ask: x\nanswer: a\nwrong: [b]\naccept: [c]", "unclear-kind", 1, 1),
    ("ask: x\nanswer: [a]\naccept: [b]", "unclear-kind", 1, 1),
    ("ask: x\norder: [a, b]\nanswer: a", "unclear-kind", 1, 1),
    ("ask: x\norder: [a, b]\nmatch: {a: b, c: d}", "unclear-kind", 1, 1),
    ("ask: x\nmatch: {a: b, c: d}\nwrong: [e]", "unclear-kind", 1, 1),
    ("ask: x\nwithin: 2", "unclear-kind", 1, 1),
    ('ask: x\nanswer: "1960"\nwithin: 2', "unclear-kind", 1, 1),
    ("ask: x\nanswer: 1,960\nwithin: 2", "unclear-kind", 1, 1),
    ("ask: x\nanswer: true\nwithin: 2", "unclear-kind", 1, 1),
    ("ask: x\nanswer: a\nwrong: [b]\nwithin: 2", "unclear-kind", 1, 1),
    ("ask: x\nanswer: a\nwrong: [b]\nreject: [c]", "unclear-kind", 1, 1),
    ("ask: x\nanswer: 1960\nreject: [1961]", "unclear-kind", 1, 1),
    ("ask: x\nanswer: true\nreject: [yes]", "unclear-kind", 1, 1),
    ("ask: x\norder: [a, b]\nreject: [c]", "unclear-kind", 1, 1),
    # Colons and shapes.
    ("ask: x\nanswer: {Star Wars: A New Hope}", "unquoted-colon", 2, 9),
    ("ask: x\nanswer: a\nwrong:\n  - Star Wars: A New Hope", "unquoted-colon", 4, 5),
    ("ask: x\nanswer: a\nwrong: [Star Wars: A New Hope]", "unquoted-colon", 3, 9),
    ("ask: x\nanswer:\n  - Star Wars: A New Hope\nwrong: [b]", "unquoted-colon", 3, 5),
    ("ask: x\naccept: [[a]]", "shape", 2, 10),
    ("ask: [x]\nanswer: a", "shape", 1, 6),
    ("ask: x\nanswer: a\nwrong: {b: c}", "unquoted-colon", 3, 8),
    ("ask: x\nmatch: [a, b]", "shape", 2, 8),
    ("ask: x\norder: {a: b}", "unquoted-colon", 2, 8),
    ("- ask: x", "shape", 1, 1),
    ("just words", "shape", 1, 1),
    # Emptiness and bounds.
    ("answer: a", "missing", 1, 1),
    ("ask:\nanswer: a", "empty", 1, 5),
    ('ask: "  "\nanswer: a', "empty", 1, 6),
    ("ask: x\nanswer:", "empty", 2, 8),
    ("ask: x\nanswer: a\nwrong: []", "empty", 3, 8),
    ('ask: x\nanswer: a\nwrong: [b, ""]', "empty", 3, 12),
    ("ask: x\nanswer: \u200d", "empty", 2, 9),
    ('ask: x\nmatch: {"": a, b: c}', "empty", 2, 9),
    ("ask: x\nmatch: {a: , b: c}", "empty", 2, 12),
    ("ask: x\norder: [a]", "options", 2, 8),
    ("ask: x\nmatch: {a: b}", "options", 2, 8),
    ("ask: x\nanswer: a\nwrong: [1,2,3,4,5,6,7,8,9]", "options", 3, 8),
    ("ask: x\nanswer: " + "9" * 5000, "number", 2, 9),
    ("ask: x\nanswer: " + "9" * 19, "number", 2, 9),
    ("ask: x\nanswer: 5\nwithin: -1", "number", 3, 9),
    ("ask: x\nanswer: 5\nwithin: [1]", "number", 3, 9),
    ("ask: x\nanswer: 5\nwithin: " + "9" * 5000, "number", 3, 9),
    ("ask: x\nanswer: 5\nwithin: ٢", "number", 3, 9),
    ("ask: x\nanswer: a\ndifficulty: 4", "number", 3, 13),
    ("ask: x\nanswer: a\ndifficulty: hard", "number", 3, 13),
    ("ask: x\nanswer: a\ndifficulty: " + "9" * 5000, "number", 3, 13),
    ("ask: x\nanswer: a\ndifficulty: ²", "number", 3, 13),
    ("ask: x\nanswer: a\nsource: {title: y, line: 0}", "number", 3, 26),
    # The other fields.
    ("ask: x\nanswer: a\nid: a b", "id", 3, 5),
    ("ask: x\nanswer: a\nid: ../a", "id", 3, 5),
    ("ask: x\nanswer: a\nid: " + "a" * 121, "id", 3, 5),
    ("ask: x\nanswer: a\nid: é", "id", 3, 5),
    ("ask: x\nanswer: a\nstanding: true story", "one-of", 3, 11),
    ("ask: x\nanswer: a\nsource: {line: 3}", "missing", 3, 9),
    ("ask: x\nanswer: a\nsource: [y]", "shape", 3, 9),
    ("ask: x\nanswer: a\nsource: {titel: y, title: y}", "unknown-key", 3, 10),
    ("ask: x\nanswer: a\ncorrections: y", "shape", 3, 14),
    ("ask: x\nanswer: a\ncorrections: [y]", "shape", 3, 15),
    ("ask: x\nanswer: a\ncorrections: [{written: y}]", "missing", 3, 15),
    ("ask: x\nanswer: a\nfilms: []", "empty", 3, 8),
    ("ask: x\nanswer: a\nwhy: y", "shape", 3, 6),
    ("ask: x\nanswr: a", "unknown-key", 2, 1),
    ("Ask: x\nanswer: a", "unknown-key", 1, 1),
    ('ask: x\nanswer: a\n"": b', "unknown-key", 3, 1),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), ERRORS)
def test_whatever_else_is_an_error_with_its_place(text, rule, line, column):
    question, problems = read(text)
    assert question is None
    assert (rule, line, column, "error") in problems
    allowed = {rule, "missing"} if rule in ("shape", "unknown-key") else {rule}
    assert {found[0] for found in problems} <= allowed


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("answr", "answer"),
        ("Ask", "ask"),
        ("wrongs", "wrong"),
        ("explanation", "explain"),
        ("diffculty", "difficulty"),
    ],
)
def test_an_unknown_key_names_the_nearest(key, meant):
    problems = Problems("x")
    read_question(parse_document(f"{key}: x", "x"), problems)
    assert f"did you mean `{meant}`?" in problems.found[0].message


def test_a_key_near_none_names_them_all():
    problems = Problems("x")
    read_question(parse_document("zzz: x", "x"), problems)
    assert all(key in problems.found[0].message for key in KEYS)


def test_every_field_is_read():
    question, problems = read(
        """
        id: f/director/0
        ask: Who directed Gravity?
        answer: Alfonso Cuarón
        wrong: [Guillermo del Toro]
        explain: "He did."
        source: {title: Club night 12, line: 3}
        fact: 3fa1c09b2e
        point: gravity-2013.director
        films: Gravity
        standing: story goes
        corrections: [{written: Cuaron, truth: Cuarón, why: the accent}]
        difficulty: 3
        tags: [adult, space]
        why: {Guillermo del Toro: "He directed Cronos."}
        hint: Not a friend of his
        """
    )
    assert problems == []
    assert question == Question(
        id="f/director/0",
        ask="Who directed Gravity?",
        answer=Choice("Alfonso Cuarón", ("Guillermo del Toro",)),
        point="gravity-2013.director",
        pack="pack",
        explain="He did.",
        source=Source("Club night 12", 3),
        fact="3fa1c09b2e",
        films=("Gravity",),
        standing=Standing.STORY_GOES,
        corrections=(Correction("Cuaron", "Cuarón", "the accent"),),
        difficulty=3,
        tags=("adult", "space"),
        why={"Guillermo del Toro": "He directed Cronos."},
        hint="Not a friend of his",
    )
    assert question.key == "pack/f/director/0"


def test_what_is_left_out_has_its_default():
    question, _ = read("ask: x\nanswer: a")
    assert question is not None
    assert question.id == content_id("x", Typed(("a",)))
    assert question.point == f"pack/{question.id}"
    assert (question.difficulty, question.standing, question.source) == (2, Standing.UNCHECKED, None)


def id_of(text: str) -> str:
    question, problems = read(text)
    assert question is not None
    assert problems == []
    assert len(question.id) == 10
    return question.id


BASE = "ask: x\nanswer: a\nwrong: [b, c]"


@pytest.mark.parametrize(
    "text",
    [
        "ask: y\nanswer: a\nwrong: [b, c]",
        "ask: x\nanswer: b\nwrong: [a, c]",
        "ask: x\nanswer: a\nwrong: [b, d]",
        "ask: x\nanswer: a\nwrong: [b]",
        "ask: x\nanswer: [a]\nwrong: [b, c]",
        "ask: x\nanswer: a",
        "ask: x\norder: [a, b, c]",
    ],
)
def test_an_id_from_content_changes_with_kind_ask_and_answer(text):
    assert id_of(text) != id_of(BASE)


@pytest.mark.parametrize(
    "text", ["ask: x\nanswer: a\nwrong: [c, b]", BASE + "\nhint: h\ndifficulty: 3", BASE + "\nexplain: e"]
)
def test_an_id_from_content_changes_with_nothing_else(text):
    assert id_of(text) == id_of(BASE)


def test_another_spelling_leaves_the_id_from_content():
    assert id_of("ask: x\naccept: [a, b]") == id_of("ask: x\nanswer: a") == "2d6be70ebd"


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_every_kind_of_question_can_be_drawn(kind, data):
    assert data.draw(questions(kind)).kind is kind


SCALARS = st.builds(
    Scalar,
    st.sampled_from(
        ["", "a", "1960", "-1", "1.5", "true", "no", "1,960", "~", "story goes", "\u200d", "9" * 50, " a "]
    )
    | st.text(max_size=5),
    st.booleans(),
    st.just(1),
    st.just(1),
)
"""Also such as no document gives."""


def nodes(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    def grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        entry = st.tuples(keys.map(lambda key: Scalar(key, False, 1, 1)), inner)
        return st.lists(inner, max_size=4).map(lambda items: SequenceNode(tuple(items), 1, 1)) | st.lists(
            entry, max_size=8, unique_by=lambda pair: pair[0].text
        ).map(lambda entries: MappingNode(tuple(entries), 1, 1))

    return st.recursive(SCALARS, grow, max_leaves=12)


@given(nodes(st.sampled_from([*KEYS, "title", "line", "written", "truth", "x", ""])))
def test_any_tree_is_a_question_or_gives_an_error(node):
    problems = Problems("x")
    question = read_question(node, problems)
    assert (question is None) == bool(problems.errors)


def test_a_long_text_like_a_number_takes_no_time():
    began = time.process_time()
    question, problems = read("ask: x\nanswer: " + "1" * 19_990 + "z")
    assert time.process_time() - began < 0.2
    assert question is not None
    assert problems == []


@pytest.mark.parametrize("warning", [False, True])
def test_of_too_many_problems_the_last_listed_says_so_and_all_count(warning):
    problems = Problems("x")
    node = Scalar("", False, 1, 1)
    for _ in range(MAX_PROBLEMS + 9):
        problems.add(node, "m", "rule", warning=warning)
    assert len(problems.found) == MAX_PROBLEMS
    assert [problem.rule for problem in problems.found[-2:]] == ["rule", "too-many"]
    assert problems.errors == (0 if warning else MAX_PROBLEMS + 9)
    problems.add(node, "m", "other", warning=not warning)
    assert problems.found[-1].rule == "other"
