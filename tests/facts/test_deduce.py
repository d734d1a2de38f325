"""The film of a text that names none: by those who made it together, their parts and the years."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.deduce import deduce
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from facts.made import film

WHARF = replace(
    film("The Broken Wharf", 1951, "Ada Brook", "Hal Stone, Ivy Lane", known=3),
    others=("Guy Rivers",),
    parts=(("Captain Redbeard", "Hal Stone"), ("Tess Miller", "Ivy Lane")),
)
ROAD = film("The Dusty Road", 1955, "Ada Brook", "Hal Stone, Amy Wood", known=3)
TOWER = film("The Tower", 1960, "Max Field", "Jon Marsh, Una Hill", known=3)
TOWER_TOO = film("The Bell", 1964, "Max Field", "Jon Marsh, Una Hill", known=3)
TRAIN = film("The Night Train", 1970, "Max Field", "Ed Fox, Gus Hay", known=3)
TRAIN_TOO = film("Nobody Knows It", 1972, "Max Field", "Ed Fox, Gus Hay", known=1)
REPORT = replace(film("A Report", 1980, "Ada Brook", "Amy Wood, Una Hill, Ivy Lane"), form="documentary")
ALL = (WHARF, ROAD, TOWER, TOWER_TOO, TRAIN, TRAIN_TOO, REPORT)
LINKER = Linker(Filmography.of(*ALL))


@pytest.mark.parametrize(
    ("text", "years", "known"),
    [
        # Everybody made but one film together.
        ("Ada Brook talks to Ivy Lane", (), WHARF),
        ("Ada Brook, Hal Stone and Guy Rivers play cards", (), WHARF),
        ("Director Brook with Hal Stone and Amy Wood", (), ROAD),
        ("Ada Brok and Ivy Lane", (), WHARF),
        # The year of the film, or of the photograph.
        ("Ada Brook and Hal Stone", (1955,), ROAD),
        ("Ada Brook and Hal Stone", (1949,), WHARF),
        ("Max Field and Jon Marsh", (1962,), TOWER_TOO),
        ("Max Field and Jon Marsh", (1959,), TOWER),
        # A first name beside a surname, and the year.
        ("Guy Rivers; Ivy", (1951,), WHARF),
        # A part and who plays it.
        ("Hal Stone as Captain Redbeard", (), WHARF),
        # Of two, the one everybody knows.
        ("Max Field, Ed Fox and Gus Hay", (), TRAIN),
    ],
)
def test_the_one_film_that_fits(text: str, years: tuple[int, ...], known: Film) -> None:
    title = deduce(text, years, LINKER)
    assert title is not None
    assert (title.known, title.film, title.years) == (known, known.title, known.years)
    assert (title.as_written, title.mended, title.sure) == ("", False, "medium")
    assert title.why


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # Two fit.
        ("Ada Brook and Hal Stone", ()),
        ("Max Field, Jon Marsh and Una Hill", ()),
        # None does: one person, no year of theirs, no film together, nobody known.
        ("Ivy Lane", ()),
        ("Ivy Lane", (1951,)),
        ("Guy Rivers; Ivy", ()),
        ("Ada Brook and Ivy Lane", (1975,)),
        ("Ivy Lane and Gus Hay", ()),
        ("Somebody Else with a dog", ()),
        ("", ()),
        # Whom a documentary shows did not make it together.
        ("Amy Wood and Una Hill", ()),
    ],
)
def test_where_two_films_fit_or_none_does_there_is_none(text: str, years: tuple[int, ...]) -> None:
    assert deduce(text, years, LINKER) is None


def test_a_mangled_title_is_kept_where_the_film_has_words_of_it() -> None:
    title = deduce("Ada Brook and Hal Stone", (), LINKER, called="The Broken Quay")
    assert title is not None
    assert (title.known, title.as_written, title.mended) == (WHARF, "The Broken Quay", True)
    title = deduce("Ada Brook and Ivy Lane", (), LINKER, called="Somebody sleeps")
    assert title is None or (title.as_written, title.mended) == ("", False)


def test_one_person_and_one_word_are_too_little() -> None:
    assert deduce("Gus Hay", (), LINKER, called="The Night Bus") is None


def test_only_of_two_films_may_the_better_known_be_meant() -> None:
    third = film("Nor This One", 1974, "Max Field", "Ed Fox, Gus Hay", known=1)
    assert deduce("Max Field, Ed Fox and Gus Hay", (), LINKER) is not None
    assert deduce("Max Field, Ed Fox and Gus Hay", (), Linker(Filmography.of(*ALL, third))) is None


def test_who_says_too_much_says_nothing() -> None:
    many = [film(f"Film {number}", 1900 + number % 100, "Ada Brook", "Ivy Lane") for number in range(301)]
    assert deduce("Ada Brook and Ivy Lane", (), Linker(Filmography.of(*many))) is None


PEOPLE = sorted({name for one in ALL for name in one.makers})


@given(
    people=st.lists(st.sampled_from(PEOPLE), max_size=5),
    years=st.lists(st.integers(1948, 1975), max_size=2),
    called=st.sampled_from(["", "The Tower of Babel", "The Road", "Night"]),
)
def test_a_deduced_film_is_of_the_people_named(people: list[str], years: list[int], called: str) -> None:
    title = deduce(", ".join(people), years, LINKER, called=called)
    if title is not None:
        assert title.known is not None
        assert set(people) & set(title.known.makers)
        assert title.known.form == "film"
        assert title.years == title.known.years
        assert title.mended is bool(title.as_written)


SAID = "for {} they waited a whole week in the rain, Ed Fox said, until Max Field got the shot at last."


@pytest.mark.parametrize(
    ("title", "known"),
    [
        # They made two films; in small letters the text says which.
        ("the night train", TRAIN),
        ("nobody knows it", TRAIN_TOO),
        ("that film", None),
        ("the tower", None),
    ],
)
def test_a_title_said_in_small_letters_speaks_for_its_film(title: str, known: Film | None) -> None:
    found = deduce(SAID.format(title), (), LINKER)
    assert (found.known if found else None) == known
    brief = deduce(f"Ed Fox and Max Field, {title}", (), LINKER)
    assert brief is None


FIRST = film("The Ferry", 1980, "Zoe Lake", "Tim Oar, Kim Row", known=3)
SECOND = film("The Ferry 2: Upstream", 1984, "Zoe Lake", "Tim Oar, Kim Row", known=3)
RAFT = film("The Raft", 1986, "Zoe Lake", "Tim Oar, Kim Row", known=3)
OTHERS = [film(f"Other {n}", 1950 + n, f"Maker {n}", f"Lead {n}", known=3) for n in range(20)]


def test_of_a_series_the_first_part_is_meant_unless_something_speaks_for_a_later_one() -> None:
    text = "Zoe Lake pushed Tim Oar and Kim Row into the river."
    linker = Linker(Filmography.of(FIRST, SECOND, *OTHERS))
    meant = deduce(text, (), linker)
    assert meant is not None
    assert meant.known == FIRST
    later = deduce(text, (1984,), linker)
    assert later is not None
    assert later.known == SECOND
    assert deduce(text, (), Linker(Filmography.of(FIRST, RAFT, *OTHERS))) is None
