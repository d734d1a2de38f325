"""Texts in small letters, whose names get their capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.capitals import with_capitals
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reviewed import Reviewed
from facts.made import film
from facts.test_filmography import recorded

KNOWN = recorded(
    Reviewed(),
    (film("Rain Dogs", 1981, "Bo Li", "Mary Jane Wood, Guy O'Dell"), 80),
    (film("Snow Dogs", 1982, "Cy Day"), 5),
)


def capitals(text: str, films: Filmography = KNOWN) -> list[str]:
    return [block.text for block in with_capitals(blocks_of(text), Linker(films))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bo li waits for the snow dogs to come", "Bo Li waits for the snow dogs to come"),
        # A title stands beside one of its film's makers, whoever they are.
        ("bo li waits for the rain dogs to come", "Bo Li waits for The Rain Dogs to come"),
        ("after snow dogs cy day was tired", "after Snow Dogs Cy Day was tired"),
        ("After snow dogs cy day was tired", "After snow dogs cy day was tired"),
        # Beside a title, its film's makers have surnames and first names alone.
        ("guy n mary asleep in a tent, rain dogs 1981", "Guy n Mary asleep in a tent, Rain Dogs 1981"),
        ("a wet day for wood. rain dogs", "a wet day for Wood. Rain Dogs"),
        # A title ends the text after a stop or "on".
        ("bo li waits on the set of rain dogs", "Bo Li waits on the set of Rain Dogs"),
        ("cy day waits for the bus. rain dogs", "cy day waits for the bus. Rain Dogs"),
        ("there were cats and rain dogs", "there were cats and rain dogs"),
        # A title has its film's year after it.
        ("somebody waits for the bus, snow dogs 1982", "somebody waits for the bus, Snow Dogs 1982"),
        ("a wet afternoon on rain dogs (81)", "a wet afternoon on Rain Dogs (81)"),
        ("there are snow dogs, 1981 of them", "there are snow dogs, 1981 of them"),
        ("on a boat: mary jane wood with guy o'dell.", "on a boat: Mary Jane Wood with Guy O'dell."),
        # Whose films hardly anybody knows, whose name is in part, and what has capitals of its own.
        ("cy day waits on the set of it", "cy day waits on the set of it"),
        ("one day li waits on the set", "one day li waits on the set"),
        ("The rain falls. Here is bo li.", "The rain falls. Here is bo li."),
        ("bo li waits", "bo li waits"),
    ],
)
def test_names_get_their_capitals_in_a_text_of_small_letters(text: str, found: str) -> None:
    assert capitals(text) == [found]


def test_in_a_long_line_no_title_is_looked_for_by_its_makers() -> None:
    line = "bo li waits for the rain dogs" + " and waits" * 60
    assert capitals(line) == [line.replace("bo li", "Bo Li")]


def test_a_page_in_small_letters_may_have_some_capitals() -> None:
    page = "hello all of you\nhere are some more\nBo Li in the rain. snow dogs\nrain dogs"
    assert capitals(page)[2:] == ["Bo Li in the rain. Snow Dogs", "Rain Dogs"]
    assert capitals("Hello all\nBo Li in the Rain. snow dogs\nrain dogs")[1:] == [
        "Bo Li in the Rain. snow dogs",
        "rain dogs",
    ]


@given(st.text(st.sampled_from("boli maryjnewd.' \n"), max_size=60))
def test_nothing_but_capitals_changes(text: str) -> None:
    before, after = blocks_of(text), with_capitals(blocks_of(text), Linker(KNOWN))
    assert [one.text.casefold() for one in after] == [one.text.casefold() for one in before]


def test_a_page_all_about_one_film_says_so_in_small_letters_too() -> None:
    top = "ten things about snow dogs nobody knows"
    lines = [f"{number}. the dog of cy day sat there for {number} days" for number in range(1, 5)]
    assert capitals("\n".join((top, *lines))) == [
        top.replace("snow dogs", "Snow Dogs"),
        *(f"the dog of Cy Day sat there for {number} days" for number in range(1, 5)),
    ]
    assert capitals("\n".join((top, *lines[:2])))[0] == top
