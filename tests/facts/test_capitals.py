"""Texts in small letters, whose names get their capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.capitals import with_capitals
from btsquiz.facts.filmography import Filmography
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
    return [block.text for block in with_capitals(blocks_of(text), films)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bo li waits for the rain dogs to come", "Bo Li waits for the rain dogs to come"),
        # A title ends the text after a stop or "on".
        ("bo li waits on the set of rain dogs", "Bo Li waits on the set of Rain Dogs"),
        ("cy day waits for the bus. rain dogs", "cy day waits for the bus. Rain Dogs"),
        ("there were cats and rain dogs", "there were cats and rain dogs"),
        # A title has its film's year after it.
        ("cy day waits for the bus, snow dogs 1982", "cy day waits for the bus, Snow Dogs 1982"),
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


@given(st.text(st.sampled_from("boli maryjnewd.' \n"), max_size=60))
def test_nothing_but_capitals_changes(text: str) -> None:
    before, after = blocks_of(text), with_capitals(blocks_of(text), KNOWN)
    assert [one.text.casefold() for one in after] == [one.text.casefold() for one in before]
