from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given

from btsquiz.checks import PACK_RULES, check_pack
from btsquiz.document import parse_document
from btsquiz.packs.pack import Pack, pack_of
from strategies import is_inert_line, packs

HEAD = "format: btsquiz/1\ntitle: T\nquestions:\n"


def pack(questions: str) -> Pack:
    text = HEAD + textwrap.indent(textwrap.dedent(questions).strip("\n"), "  ") + "\n"
    read = pack_of(parse_document(text, "pack.yaml"), Path("pack.yaml"))
    assert read.problems == ()
    return read


def problems(questions: str) -> list[tuple[str, int, int]]:
    read = pack(questions)
    found = list(check_pack(read))
    typed = any(question.kind == "typed" for question in read.questions)
    for problem in found:
        assert problem.path == "pack.yaml"
        warned = problem.rule == "answer-in-stem" and typed
        assert problem.level == ("warning" if warned else "error")
    return [(problem.rule, problem.line, problem.column) for problem in found]


def example(rule: str, heading: str) -> str:
    """Gives the example under a heading in the docstring of a rule's module."""
    documented = sys.modules[PACK_RULES[rule].__module__].__doc__ or ""
    match = re.search(rf"^{heading}::\n\n((?: {{4}}.*\n|\n)+)", documented, re.MULTILINE)
    assert match, f"{rule} has no example under {heading}::"
    return match[1]


@pytest.mark.parametrize("rule", PACK_RULES)
def test_the_example_that_passes_passes_every_rule(rule):
    assert problems(example(rule, "Passes")) == []


WHERE_EXAMPLES_FAIL = {
    "alike-options": (4, 5),
    "answer-in-stem": (4, 5),
    "duplicate-id": (5, 5),
    "duplicate-question": (5, 5),
    "spare-reject": (4, 5),
    "stray-why": (4, 5),
}
"""A question begins at its first key, past the hyphen."""


@pytest.mark.parametrize("rule", PACK_RULES)
def test_the_example_that_fails_fails_that_rule_alone_where_the_question_begins(rule):
    assert problems(example(rule, "Fails")) == [(rule, *WHERE_EXAMPLES_FAIL[rule])]


@pytest.mark.parametrize("rule", PACK_RULES)
def test_a_rule_is_named_as_its_module_and_says_what_it_is(rule):
    module = sys.modules[PACK_RULES[rule].__module__]
    assert module.__name__ == f"btsquiz.checks.{rule.replace('-', '_')}"
    assert (module.__doc__ or "").splitlines()[0].endswith((".", ":"))


def test_every_rule_module_is_in_the_list():
    import btsquiz.checks

    folder = Path(btsquiz.checks.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
    assert {rule.replace("-", "_") for rule in PACK_RULES} <= modules


@given(packs())
def test_every_rule_takes_every_pack(drawn):
    for problem in check_pack(drawn):
        assert problem.rule in {
            "answer-in-stem",
            "duplicate-question",
            "spare-reject",
        }  # the others cannot be drawn
        assert (problem.line, problem.column) in {(placed.line, placed.column) for placed in drawn.placed}
        assert is_inert_line(str(problem))


@pytest.mark.parametrize(
    ("questions", "broken"),
    [
        # Alike in one character, whose strings are one object in memory.
        ("- {ask: x, answer: A, wrong: [B, B]}", ["alike-options"]),
        ("- {ask: x, answer: A, wrong: [A]}", ["alike-options"]),
        ("- {ask: x, answer: [A, B], wrong: [b]}", ["alike-options"]),
        ("- {ask: x, order: [One, Two, one!]}", ["alike-options"]),
        ("- {ask: x, match: {One: Red, Two: red}}", ["alike-options"]),
        ("- {ask: x, match: {One: Red, one: Blue}}", ["alike-options"]),
        ("- {ask: x, answer: 1.5, wrong: [15, 150]}", []),
        ("- {ask: x, answer: 1960, wrong: ['1,960']}", ["alike-options"]),
        ("- {ask: x, answer: '!', wrong: ['?', '...']}", []),
        ("- {ask: x, accept: [Spielberg, spielberg]}", []),
        ("- {ask: Who made Jaws?, accept: [Jaws]}", ["answer-in-stem"]),
        ("- {ask: Who made Jawses?, accept: [Jaws]}", []),
        ("- {ask: Jaws or Alien?, answer: Jaws, wrong: [Alien]}", []),
        ("- {ask: Jaws or what?, answer: Jaws, wrong: [Alien]}", ["answer-in-stem"]),
        ("- {ask: How many of 12?, answer: 12}", []),
        ("- {ask: x, match: {A: 1, B: 2}}\n- {id: b, ask: x, match: {A: 1, C: 2}}", []),
        ("- {ask: x, match: {A: 1, B: 2}}\n- {id: b, ask: x, match: {B: 1, A: 2}}", ["duplicate-question"]),
        ("- {ask: x, order: [A, B]}\n- {ask: x, order: [B, A]}", ["duplicate-question"]),
        ("- {ask: x, answer: 1}\n- {ask: X?, answer: 2}", ["duplicate-question"]),
        ("- {ask: x, accept: [The Thing], reject: [THING!, It]}", ["spare-reject"]),
        ("- {ask: x, answer: A, wrong: [B], why: {A: it is right}}", ["stray-why"]),
        ("- {ask: x, answer: 1, why: {B: no}}", ["stray-why"]),
    ],
)
def test_what_breaks_a_rule(questions, broken):
    assert [rule for rule, _, _ in problems(questions)] == broken


@pytest.mark.parametrize(
    ("two", "rule"),
    [
        ("{id: a, ask: x, answer: A}, {id: a, ask: y, answer: B}", "duplicate-id"),
        ("{id: a, ask: x, answer: A}, {id: b, ask: x, answer: B}", "duplicate-question"),
    ],
)
def test_two_questions_on_one_line_are_told_apart(two, rule):
    text = f"format: btsquiz/1\ntitle: T\nquestions: [{two}]\n"
    found = list(check_pack(pack_of(parse_document(text, "p.yaml"), Path("p.yaml"))))
    assert [(problem.rule, problem.line, problem.column) for problem in found] == [
        (rule, 3, text.split("\n")[2].rindex("{") + 1)
    ]


def test_the_third_of_three_names_the_first():
    three = pack("- {id: a, ask: x, answer: A}\n- {id: a, ask: y, answer: B}\n- {id: a, ask: z, answer: C}")
    assert [(found.line, "line 4" in found.message) for found in check_pack(three)] == [(5, True), (6, True)]
