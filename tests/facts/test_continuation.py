"""Which lines of a page go on with the one before them, and what they make together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts import continuation
from btsquiz.facts.candidate import Candidate
from btsquiz.facts.continuation import USUAL, evidence_of_pairs, join_continuations, odds_of_pair
from btsquiz.facts.evidence import among, leave_out
from btsquiz.facts.fact import FactKind
from btsquiz.facts.headings import Heading
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.photo_or_story import settle_kinds
from btsquiz.facts.reader import read_candidates
from btsquiz.facts.title import Title
from btsquiz.facts.weights import MOST, table
from facts.conftest import Reading


def facts_of(text: str, linker: Linker) -> list[Candidate]:
    """Gives what of a page is a fact, before any is joined."""
    candidates, _ = read_candidates(blocks_of(text), linker)
    leave_out(candidates)
    settle_kinds(candidates)
    return [one for one in candidates if not one.why_not]


SEEN = (
    "Janet Leigh rests between takes of “Psycho” (1960)",
    "Alan Rickman on the set of “Die Hard” (1988)",
    "Bill Murray and Andie MacDowell wait for snow on “Groundhog Day” (1993)",
    "Naomi Watts meets Peter Jackson on the set of “King Kong” (2005)",
    "Will Smith and a dog on the set of “I Am Legend” (2007)",
    "Brad Pitt boxes with Edward Norton on the set of “Fight Club” (1999)",
    "Sandra Bullock in a box of lights on the set of “Gravity” (2013)",
    "Uma Thurman with a sword on the set of “Kill Bill: Volume 1” (2003)",
)


@pytest.mark.parametrize(
    ("under", "joined"),
    [
        ("Thurman is holding the bamboo sword with both hands between takes", True),
        ("Lucy Liu is holding the umbrella between takes", True),
        ("Lucy Liu and Daryl Hannah are holding the umbrella between takes", True),
        # Another film, another picture, a number, a blank line: each is a caption of its own.
        ("Bruce Willis waits for the lift on the set of “Die Hard”", False),
        ("Below: Lucy Liu is holding the umbrella between takes", False),
        ("9. Lucy Liu is holding the umbrella between takes", False),
        ("\nLucy Liu is holding the umbrella between takes", False),
    ],
)
def test_a_line_under_a_caption_goes_on_with_it(read: Reading, under: str, *, joined: bool) -> None:
    page = read("\n\n".join(("Photos from film sets", *SEEN)) + f"\n{under}\n")
    lines = [one.source.line for one in page.facts]
    assert lines == [3, 5, 7, 9, 11, 13, 15, 17, *(() if joined else (18 + under.count("\n"),))]
    if joined:
        assert {one.line: one.why for one in page.left_out}[18] == "it goes with line 17"


def test_whom_the_second_line_names_is_in_the_caption(read: Reading) -> None:
    text = "\n\n".join(("Photos from film sets", *SEEN))
    facts = read(f"{text}\nLucy Liu is holding the umbrella between takes\n").facts
    assert [one.name for one in facts[-1].people] == ["Uma Thurman", "Lucy Liu"]


def test_where_captions_stand_close_each_line_is_one(read: Reading) -> None:
    lines = "\n".join((*SEEN, "Lucy Liu is holding the umbrella between takes"))
    page = read(f"Photos from film sets\n\n{lines}\n")
    assert [one.source.line for one in page.facts] == list(range(3, 12))


def test_two_parts_that_name_two_films_are_two_however_much_else_speaks_for_one(
    linker: Linker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(continuation, "_ENOUGH", -100.0)
    facts = facts_of("\n".join((*SEEN, "Lucy Liu is holding the umbrella between takes")), linker)
    join_continuations(facts)
    assert [one.entry.block.line for one in facts if not one.why_not] == list(range(1, 9))


def test_a_line_of_another_film_is_a_caption_of_its_own_where_others_go_on(read: Reading) -> None:
    goes_on = "Somebody is holding the lamp for it between takes"
    lines = [f"{one}\n{goes_on} {number}" for number, one in enumerate(SEEN[:3])]
    text = "\n\n".join((*lines, *SEEN[3:]))
    page = read(
        f"Photos from film sets\n\n{text}\nBruce Willis waits for the lift on the set of “Die Hard”\n"
    )
    assert [one.source.line for one in page.facts][-2:] == [20, 21]
    assert [one.film for one in page.facts][-2:] == ["Kill Bill: Volume 1", "Die Hard"]


def test_the_table_weighs_all_that_speaks_and_nothing_else(linker: Linker) -> None:
    pairs = evidence_of_pairs(facts_of("Photos\n\n" + "\n\n".join(SEEN), linker))
    assert set(table()["goes on"]) == {"", *pairs[0][0]}
    assert set(table()["goes on beside"]) == {"", *among([0.0], ["form"], USUAL)[0]}


@pytest.mark.parametrize("name", ["numbered", "dated", "other film", "others", "anew", "placed"])
def test_what_begins_something_speaks_against_it(name: str) -> None:
    assert table()["goes on"][name] < 0


@pytest.mark.parametrize("name", ["next", "one line", "goes on", "open", "section"])
def test_what_goes_on_speaks_for_it(name: str) -> None:
    assert table()["goes on"][name] > 0


@given(st.dictionaries(st.sampled_from(sorted(set(table()["goes on"]) - {""})), st.floats(-50, 50)))
def test_nothing_is_surer_than_a_thousand_to_one(evidence: dict[str, float]) -> None:
    assert -MOST <= odds_of_pair(evidence) <= MOST


def joined(text: str, linker: Linker, monkeypatch: pytest.MonkeyPatch) -> Candidate:
    """Gives what the lines of a page are, joined whatever the weights say of them."""
    facts = facts_of(f"Photos\n\n{text}\n", linker)
    with monkeypatch.context() as patched:
        patched.setattr(continuation, "log_odds", lambda regression, evidence: 1.0)
        join_continuations(facts)
    (left,) = (one for one in facts if not one.why_not)
    assert all("it goes with line" in one.why_not for one in facts if one is not left)
    return left


UNDER = "Lucy Liu is holding the umbrella between takes"


def test_two_lines_are_one_caption_where_the_first_stands(
    linker: Linker, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = joined(f"{SEEN[-1]}\n{UNDER}", linker, monkeypatch)
    assert (one.entry.block.line, one.kind, one.linked.title.film) == (3, "photo", "Kill Bill: Volume 1")
    assert [person.name for person in one.people] == ["Uma Thurman", "Lucy Liu"]
    assert one.text == f"{SEEN[-1]} {UNDER}"


def test_a_film_and_people_are_there_once_on_whichever_line_they_are(
    linker: Linker, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = joined(f"{SEEN[-1]}\nUma Thurman is holding the bamboo sword", linker, monkeypatch)
    assert [person.name for person in again.people] == ["Uma Thurman"]
    later = joined(f"A lamp is held over the wet stairs between takes\n{SEEN[-1]}", linker, monkeypatch)
    assert later.linked.title.film == "Kill Bill: Volume 1"


def test_a_line_over_what_is_much_longer_is_its_title(
    linker: Linker, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        "Lucy Liu slipped on the ice of the garden on the first day and nobody dared to laugh, so she did it"
        " again on the second, and on the third the director wrote it into the scene after all."
    )
    facts = facts_of(f"Photos\n\n{SEEN[-1]}\n{told}\n", linker)
    one = joined(f"{SEEN[-1]}\n{told}", linker, monkeypatch)
    assert one.entry.block.line == 4
    assert one.kind == facts[1].kind
    assert one.linked.title.film == "Kill Bill: Volume 1"


def test_of_what_nobody_knows_the_film_stays_unknown(linker: Linker, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = "Uma Thurman and Lucy Liu share an umbrella with Quentin Tarantino"
    assert joined(f"{seen}\n{UNDER}", linker, monkeypatch).linked.title.film == "Kill Bill: Volume 1"
    asked = "No idea which film, with the umbrella and Lucy Liu"
    assert joined(f"{seen}\n{asked}", linker, monkeypatch).linked.title.film == ""


@pytest.mark.parametrize("label", ["Photograph:", "Photo:", "Top left:", "На фото:"])
def test_what_says_which_picture_it_is_of_is_another(
    label: str, linker: Linker, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = facts_of(f"Photos\n\n{SEEN[-1]}\n{label} Lucy Liu with an umbrella between takes\n", linker)
    monkeypatch.setattr(continuation, "log_odds", lambda regression, evidence: 1.0)
    join_continuations(facts)
    assert [one.why_not for one in facts] == ["", ""]


def test_more_than_a_blank_line_parts_two_stories(linker: Linker, monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "Bruce Willis bled through his socks on the second night of “Die Hard”, and told nobody of it.",
        "He was carried home to bed at six in the morning by two of the crew, who were as tired as he was.",
    )
    monkeypatch.setattr(continuation, "log_odds", lambda regression, evidence: 1.0)
    for blank, many in ((1, 1), (2, 2)):
        facts = facts_of(("\n" * (blank + 1)).join(told), linker)
        for one in facts:
            one.kind = "story"
        join_continuations(facts)
        assert sum(not one.why_not for one in facts) == many


@pytest.mark.parametrize(
    ("one", "two", "heading", "many"),
    [
        ("photo", "photo", False, 2),  # a blank line parts captions
        ("story", "photo", False, 2),
        ("photo", "story", False, 2),
        ("story", "story", False, 1),
        ("story", "story", True, 2),  # a heading of its own begins another
    ],
)
def test_what_a_blank_line_parts(
    one: FactKind, two: FactKind, *, heading: bool, many: int, linker: Linker, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Bruce Willis bled through his socks on the second night of “Die Hard”, and told nobody of it."
    on = "He was carried home to bed at six in the morning by two of the crew, who were as tired as he was."
    facts = facts_of(f"{told}\n\n{on}", linker)
    facts[0].kind, facts[1].kind = one, two
    facts[1].entry = replace(
        facts[1].entry, heading=Heading("Later", Title(), explicit=False) if heading else None
    )
    monkeypatch.setattr(continuation, "log_odds", lambda regression, evidence: 1.0)
    join_continuations(facts)
    assert sum(not each.why_not for each in facts) == many


@pytest.mark.parametrize(
    ("name", "strange"), [("Lucy Liu", False), ("Kate Winslet", True), ("Ada Moss", False)]
)
def test_somebody_of_other_films_speaks_against_going_on(name: str, linker: Linker, *, strange: bool) -> None:
    under = f"{name} is holding the umbrella with both hands between takes"
    facts = facts_of("\n\n".join(("Photos from film sets", *SEEN)) + f"\n{under}\n", linker)
    assert facts[-1].text == under
    evidence, _ = evidence_of_pairs(facts)[-1]
    assert evidence["strangers"] == strange
    assert table()["goes on"]["strangers"] < 0
