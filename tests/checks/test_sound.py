"""The rules of soundness: each finds what it says it finds, in any pack, and nothing in what is sound."""

from __future__ import annotations

import math
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import btsquiz.checks.sound
from btsquiz.checks.sound import SOUND_RULES, check_sound
from btsquiz.checks.sound.telling_length import FEWEST, tail
from btsquiz.cli import main
from btsquiz.document import parse_document
from btsquiz.facts.load import load_filmography
from btsquiz.packs.pack import Pack, pack_of, read_pack
from btsquiz.question import Choice
from checks.test_rules import pack
from strategies import is_inert_line, packs

FILMS = load_filmography(Path(__file__).parents[2] / "questions" / "facts")
FLAWED = Path(__file__).with_name("flawed.yaml")
FOLDER = Path(btsquiz.checks.sound.__file__).parent
PARTS = {"relations"}
"""Modules that a rule is made of."""


def example(rule: str, heading: str) -> Pack:
    """Gives the example under a heading in the docstring of a rule's module, as often as it says."""
    documented = sys.modules[SOUND_RULES[rule].__module__].__doc__ or ""
    match = re.search(rf"^{heading}(, thirty of these)?::\n\n((?: {{4}}.*\n|\n)+)", documented, re.MULTILINE)
    assert match, f"{rule} has no example under {heading}::"
    read = pack(match[2])
    return replace(read, placed=read.placed * FEWEST) if match[1] else read


def found(rule: str, questions: str) -> list[str]:
    return [problem.message for problem in SOUND_RULES[rule](pack(questions), FILMS)]


@pytest.mark.parametrize("rule", SOUND_RULES)
def test_the_example_that_passes_passes_and_the_one_that_fails_fails(rule):
    assert list(SOUND_RULES[rule](example(rule, "Passes"), FILMS)) == []
    (problem,) = SOUND_RULES[rule](example(rule, "Fails"), FILMS)
    assert (problem.rule, problem.level) == (rule, "error")


@pytest.mark.parametrize("rule", SOUND_RULES)
def test_a_rule_is_named_as_its_module(rule):
    assert SOUND_RULES[rule].__module__ == f"btsquiz.checks.sound.{rule.replace('-', '_')}"


def test_every_rule_module_is_in_the_list():
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"} - PARTS
    assert modules == {rule.replace("-", "_") for rule in SOUND_RULES}


@given(packs())
def test_every_rule_takes_every_pack(drawn):
    for problem in check_sound(drawn, FILMS):
        assert problem.rule in SOUND_RULES
        assert (problem.line, problem.column) in {(placed.line, placed.column) for placed in drawn.placed}
        assert is_inert_line(str(problem))


def test_each_planted_flaw_is_found_by_the_rule_it_breaks():
    flawed = read_pack(FLAWED)
    assert flawed.problems == ()
    by_line = {placed.line: placed.question.id for placed in flawed.placed}
    told = {(by_line[problem.line], problem.rule) for problem in check_sound(flawed, FILMS)}
    planted = {
        (question.id, question.id.rpartition("-")[0])
        for question in flawed.questions
        if question.id not in {"near-1", "near-2", "second-answer-8"}
    }
    assert len(planted) >= 30
    assert planted - told == set()
    # And no other rule takes one flaw for another.
    assert told - planted == set()


def test_the_planted_pack_is_refused_on_the_command_line(capsys):
    assert main(["packs", "check", str(FLAWED)]) == 0
    assert main(["packs", "check", "--sound", str(FLAWED)]) == 1
    out = capsys.readouterr().out
    assert re.search(r"flawed\.yaml:\d+:\d+: error: .* \[second-answer\]", out)


def test_what_a_fact_sheet_asks_is_checked_where_it_stands(tmp_path, capsys):
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "format: btsquiz-facts/1\ntitle: T\nfacts:\n"
        "  - id: 0123456789\n    kind: story\n    film: Jaws\n    years: [1975]\n    standing: checked\n"
        "    statement: It sank.\n    looked_up: [{name: A paper, address: 'https://example.org'}]\n"
        "    asks:\n      why:\n"
        "        - {ask: Why did the shark of Jaws sink?, answer: Salt water, wrong: [Rust],\n"
        "           explain: It was built in a lake.}\n",
        encoding="utf-8",
    )
    assert main(["packs", "check", "--sound", str(sheet)]) == 1
    out = capsys.readouterr().out
    assert out.count("error") == 1
    assert "sheet.yaml:13:11: error: `why` says nothing of `Rust`" in out


@pytest.mark.parametrize(
    ("ask", "stands"),
    [
        ("Who directed The Last Picture Show?", True),
        ("It took three women to make Jessica Rabbit. Who sang?", True),
        ("Which page did the script of Jaws lose?", True),
        ("What did Hitchcock hide in the photographs of Rear Window's hero?", True),
        ("Which still from Metropolis is the only trace of a lost scene?", True),
        ("What does the picture on the wall of Psycho hide?", True),
        ("Who is on the left in this picture?", False),
        ("What is she holding in the picture?", False),
        ("Who is pictured with Alfred Hitchcock?", False),
        ("Who, as seen above, wore the suit?", False),
        ("What happened next in the story?", False),
        ("Who else is in the same film?", False),
        ("He hated horses. Who?", False),
        ("How old was she?", False),
        ("What did the actor of the previous question do?", False),
    ],
)
def test_a_stem_that_points_at_what_is_not_there(ask, stands):
    assert (found("stem-alone", f"- {{ask: {ask!r}, accept: [x]}}") == []) is stands


@pytest.mark.parametrize(
    ("question", "fair"),
    [
        ("{ask: In which year?, answer: 1960, within: 1}", True),
        ("{ask: In which year?, answer: 1960, within: 5}", True),
        ("{ask: In which year?, answer: 1960, within: 6}", False),
        ("{ask: How many?, answer: 3}", True),
        ("{ask: How many?, answer: 3, within: 1}", True),
        ("{ask: How many?, answer: 3, within: 2}", False),
        ("{ask: How many?, answer: 1, within: 1}", True),
        ("{ask: How many?, answer: 99}", True),
        ("{ask: How many?, answer: 100}", False),
        ("{ask: How many?, answer: 100, within: 2}", True),
        ("{ask: How many?, answer: 100, within: 50}", True),
        ("{ask: How many?, answer: 100, within: 51}", False),
        ("{ask: How many?, answer: -100, within: 5}", True),
    ],
)
def test_how_much_room_is_fair(question, fair):
    assert (found("fair-tolerance", f"- {question}") == []) is fair


@pytest.mark.parametrize(
    ("question", "sound"),
    [
        ("{ask: Who directed Fargo?, answer: Joel Coen, wrong: [Ethan Coen, Spike Lee]}", False),
        ("{ask: Who played the sheriff of Fargo?, answer: Frances McDormand, wrong: [Steve Buscemi]}", True),
        ("{ask: Who is in Jaws?, answer: Roy Scheider, wrong: [Robert Shaw]}", False),
        ("{ask: Who turned Jaws down?, answer: Robert Duvall, wrong: [Roy Scheider]}", True),
        ("{ask: 'Which film did Ridley Scott direct?', answer: Alien, wrong: [Aliens, Predator]}", True),
        (
            "{ask: 'Which film did Ridley Scott direct?', answer: Alien, wrong: [Matchstick Men, Predator]}",
            False,
        ),
        ("{ask: When was Psycho released?, films: [Psycho], answer: 1960, within: 1}", True),
        ("{ask: When was Psycho released?, films: [Psycho], answer: 1950, within: 1}", False),
        ("{ask: 'Oldest first, by release?', order: [Psycho (Alfred Hitchcock), Jaws, Titanic]}", True),
        ("{ask: 'Oldest first, by release?', order: [Jaws, Psycho (Alfred Hitchcock), Titanic]}", False),
        ("{ask: 'Who directed which?', match: {Jaws: Steven Spielberg, Alien: Ridley Scott}}", True),
    ],
)
def test_what_the_films_known_say_of_an_answer(question, sound):
    assert (found("second-answer", f"- {question}") == []) is sound


@given(st.lists(st.integers(2, 9), max_size=40), st.data())
def test_the_tail_is_the_exact_one(sizes, data):
    hits = data.draw(st.integers(0, len(sizes)))
    chances = [1 / size for size in sizes]
    assert tail(chances, 0) == pytest.approx(1)
    if len(set(sizes)) == 1:
        chance = chances[0]
        exact = sum(
            math.comb(len(sizes), k) * chance**k * (1 - chance) ** (len(sizes) - k)
            for k in range(hits, len(sizes) + 1)
        )
        assert tail(chances, hits) == pytest.approx(exact)


def lengths(longest: int, others: int) -> Pack:
    """Gives a pack of which in so many the right answer is the longest, and in the others in the middle."""
    long = "- {ask: x, answer: aaaa, wrong: [bbb, cc, d]}\n"
    middle = "- {ask: x, answer: bbb, wrong: [aaaa, cc, d]}\n"
    return pack(long * longest + middle * others)


def test_a_habit_shows_from_thirty_choices_on_and_not_by_chance():
    rule = SOUND_RULES["telling-length"]
    assert len(list(rule(lengths(30, 0), FILMS))) == 1
    assert list(rule(lengths(29, 0), FILMS)) == []
    assert list(rule(lengths(12, 28), FILMS)) == []  # 12 of 40 where 10 would be chance
    assert len(list(rule(lengths(22, 18), FILMS))) == 1


def test_equal_lengths_tell_nothing():
    even = "- {ask: x, answer: aa, wrong: [bb, cc]}\n"
    assert list(SOUND_RULES["telling-length"](pack(even * 60), FILMS)) == []


def test_near_duplicates_are_found_among_many_and_other_items_are_another_question():
    from checks.test_rules import HEAD

    text = HEAD + "".join(
        f"  - {{id: q{n}, ask: 'Which of these came first?', answer: Film {n}, wrong: [Movie {n + 1}]}}\n"
        for n in range(400)
    )
    many = pack_of(parse_document(text, "p.yaml"), Path("p.yaml"))
    assert list(SOUND_RULES["near-duplicate"](many, FILMS)) == []
    twin = many.placed[7]
    other = replace(twin, question=replace(twin.question, ask="Of these, which came first?"), line=999)
    assert isinstance(twin.question.answer, Choice)
    (problem,) = SOUND_RULES["near-duplicate"](replace(many, placed=(*many.placed, other)), FILMS)
    assert (problem.line, f"line {twin.line};" in problem.message) == (999, True)


@pytest.mark.parametrize(("hint", "told"), [("It was ANN BEE.", True), ("Annabel Bee’s aunt.", False)])
def test_a_hint_points_at_the_answer_and_does_not_say_it(hint: str, told: bool) -> None:
    asked = pack(f'- {{ask: "Who made it?", answer: Ann Bee, wrong: [Cy Dee, Ed Eff], hint: "{hint}"}}')
    found = [problem.message for problem in check_sound(asked, FILMS) if problem.rule == "answer-told"]
    assert bool(found) is told
