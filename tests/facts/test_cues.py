"""Cues: what a text mentions tells its film, the more the fewer films have it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.cues import CREW, NAME, PART, WORD, cue_key, cued_films, keys_of
from btsquiz.facts.deduce import deduce
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from facts.made import film

SHARK = replace(
    film("Fin", 1975, "Stan Maker", "Roy Lead"),
    cues=("shark", "Amity", "yellow barrels", "mechanical fish"),
    crew=("Joe Builder",),
)
APES = replace(film("Apes", 1968, "Frank Maker", "Chuck Lead"), cues=("chimp", "gorilla", "Forbidden Zone"))
WHALE = replace(film("Whale", 1956, "John Maker", "Greg Lead"), cues=("whale", "barrel", "harpoon"))
REST = tuple(
    replace(film(f"Other {n}", 1950 + n, f"Maker {n}", f"Lead {n}"), cues=(f"thing{n}x",)) for n in range(40)
)
FILMS = Filmography.of(SHARK, APES, WHALE, *REST)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ruby slipper", "Ruby Slippers"),
        ("orang-utan", "orang utans"),
        ("puppy", "puppies"),
        ("zombie", "zombies"),
        ("torch", "torches"),
        ("headache", "headaches"),
        ("horse", "horses"),
        ("glass", "glasses"),
        ("Amélie’s gnome", "amelie gnome"),
    ],
)
def test_a_cue_is_the_same_in_any_number_and_letters(one: str, other: str) -> None:
    assert cue_key(one) == cue_key(other)


@given(st.lists(st.from_regex(r"[A-Za-zé]{1,12}", fullmatch=True), max_size=6))
def test_a_phrase_is_the_words_it_is_made_of(words: list[str]) -> None:
    assert cue_key(" ".join(words)) == " ".join(map(cue_key, words))


def test_a_cue_of_several_words_is_one_and_each_of_them_a_little() -> None:
    assert keys_of(SHARK) == {
        "joe builder": CREW, "shark": WORD, "amiti": NAME, "yellow barrel": NAME, "mechanical fish": NAME,
        "yellow": PART, "barrel": PART, "mechanical": PART, "fish": PART,
    }  # fmt: skip


def test_what_few_films_have_says_more_than_what_several_have() -> None:
    told = cued_films("The sharks sank; a barrel was all they filmed.", FILMS)
    assert set(told) == {SHARK, WHALE}
    assert told[SHARK].likely > told[WHALE].likely > 1.0
    assert told[SHARK].evidence > told[WHALE].evidence
    alone = cued_films("A harpoon!", FILMS)[WHALE].likely
    assert alone > cued_films("A barrel!", FILMS)[WHALE].likely


def test_a_text_without_cues_tells_of_no_film() -> None:
    assert cued_films("Nothing at all. Joe Builder came by.", FILMS) == {}
    assert cued_films("", FILMS) == {}


def found(text: str) -> Film | None:
    title = deduce(text, (), Linker(FILMS))
    return title.known if title else None


def test_somebody_of_a_film_and_its_cues_tell_it() -> None:
    assert found("Chuck Lead saw that the gorillas ate with gorillas, and chimps with chimps.") == APES
    assert found("Roy Lead hated the shark, and so did everybody on Amity.") == SHARK


def test_enough_cues_tell_a_film_that_names_nobody() -> None:
    assert (
        found("Filmed in fresh water, the mechanical shark sank, and so did the yellow barrels of Amity.")
        == SHARK
    )
    assert found("A chimp had lunch with nobody.") is None


def test_the_crew_are_known_by_the_films_they_worked_on() -> None:
    assert (
        found("Joe Builder tried it in fresh water, where the shark swam, and then the mechanical fish sank.")
        == SHARK
    )
    assert found("Joe Builder went home.") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Roy Lead and Stan Maker had tea.", "the one film of these people"),
        (
            "Roy Lead had tea beside the shark on Amity.",
            "the one film of these people and of what is told of it",
        ),
        ("The mechanical shark of Amity sank with the yellow barrels.", "the one film of what is told of it"),
    ],
)
def test_it_is_said_what_tells_the_film(text: str, why: str) -> None:
    title = deduce(text, (), Linker(FILMS))
    assert title is not None
    assert title.why == why


def test_cues_of_two_films_tell_neither() -> None:
    assert found("A shark, a harpoon, a chimp and a whale met a gorilla on Amity.") is None


def test_no_word_of_a_name_is_a_cue() -> None:
    assert found("Roy Lead met Mechanical Fish, Yellow Barrel and Amity Shark, who make songs.") is None


def test_what_is_told_of_a_film_is_no_other_years_where_nobody_of_it_is_named() -> None:
    told = "The shark, the yellow barrels and the mechanical fish lay on the beach of Amity for a week"
    linker = Linker(FILMS)
    for years, known in (((), SHARK), ((1975,), SHARK), ((1973,), SHARK), ((1966,), None)):
        found = deduce(told, years, linker)
        assert (found and found.known) == known
    named = deduce(f"{told}, said Roy Lead and Stan Maker", (1966,), linker)
    assert named is not None
