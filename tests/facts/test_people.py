"""The people of a text in the usual form of their names, with what was written kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.fact import Person
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.people import people_in, repairs
from btsquiz.facts.title import Title
from facts.made import film

WHARF = replace(
    film("The Pier", 1951, "Ada Brook", "Christopher Stone, Ivy Lane, J. J. Rivers", known=3),
    others=("Robert Miller Jr.",),
)
OTHERS = (
    film("Elsewhere", 1960, "Ida Books", "Ivy Lame, Ed Fox, Robert Hall, Robert Dale", known=3),
    *(
        film(f"Famous {number}", 1970 + number, "Otto Wolkenstein", "Vera Quillfeather", known=3)
        for number in range(9)
    ),
)
LINKER = Linker(Filmography.of(WHARF, *OTHERS))
TITLE = LINKER.settle("The Pier", 1951)
NO_FILM = Title()


def names(text: str, title: Title = TITLE, *, sure: bool = False) -> list[tuple[str, str]]:
    return [(one.name, one.as_written) for one in people_in(text, title, LINKER, sure=sure)]


def test_the_director_right_after_a_title_goes_by_surname() -> None:
    assert names("THE PIER de Brook (1951) : on attend") == [("Ada Brook", "Brook")]
    # Of a film we lack, a director who is widely known.
    assert names("«Rain» de Wolkenstein (1951)", LINKER.settle("Rain", 1951)) == [
        ("Otto Wolkenstein", "Wolkenstein"),
    ]  # fmt: skip


def repaired(text: str, film: Film | None = WHARF) -> list[tuple[str, str]]:
    people = people_in(text, TITLE if film else NO_FILM, LINKER)
    return [(one.written, one.truth) for one in repairs(people, film)]


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("Ada Brook rests", "Ada Brook", "Ada Brook"),
        ("Here, Brook rests", "Ada Brook", "Brook"),
        ("Here, Chris Stone rests", "Christopher Stone", "Chris Stone"),
        ("Here, J.J. Rivers rests", "J. J. Rivers", "J.J. Rivers"),
        ("Here, C. Stone rests", "Christopher Stone", "C. Stone"),
        ("Here, Ivy “Legs” Lane rests", "Ivy Lane", "Ivy “Legs” Lane"),
        ("Here, Bob Miller rests", "Robert Miller Jr.", "Bob Miller"),
        ("Here, Cristopher Stone rests", "Christopher Stone", "Cristopher Stone"),
        ("Вот, Кристофер Стоун", "Christopher Stone", "Кристофер Стоун"),
        # Who is known by a surname alone, or misspelt and known to everybody, on any film.
        ("Here, Wolkenstein rests", "Otto Wolkenstein", "Wolkenstein"),
        ("Here, Vera Quilfeather rests", "Vera Quillfeather", "Vera Quilfeather"),
        # Whoever is known is never made another.
        ("Here, Ivy Lame rests", "Ivy Lame", "Ivy Lame"),
        ("Here, Ida Books rests", "Ida Books", "Ida Books"),
    ],
)
def test_a_name_in_its_usual_form(text: str, name: str, written: str) -> None:
    assert names(text) == [(name, written)]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Here, Cristopher Stone rests", [("Cristopher Stone", "Christopher Stone")]),
        ("Вот, Кристофер Стоун", [("Кристофер Стоун", "Christopher Stone")]),
        ("Here, Ada Brok and Ivy Lan rest", [("Ada Brok", "Ada Brook"), ("Ivy Lan", "Ivy Lane")]),
        # Shortened, or spaced in another way, is not misspelt.
        ("Here, Brook and Chris Stone rest", []),
        ("Here, Christopher Stone rests", []),
        ("Here, J.J. Rivers rests", []),
        ("Here, ADA BROOK rests", []),
        ("Here, Ivy Lame rests", []),
    ],
)
def test_a_repair_is_marked_with_what_was_written(text: str, mended: list[tuple[str, str]]) -> None:
    assert repaired(text) == mended


def test_a_repair_says_why_and_how_sure() -> None:
    (one,) = repairs((Person("Ada Brook", "Ada Brok"),), WHARF)
    assert (one.kind, one.sure, bool(one.why), bool(one.looked_up)) == ("typo", "medium", True, True)
    (other,) = repairs((Person("Vera Quillfeather", "Vera Quilfeather"),), None)
    assert other.why != one.why


def test_without_a_film_a_name_nearly_somebodys_stays_as_written() -> None:
    assert names("Here, Ada Brok rests", NO_FILM) == [("Ada Brok", "Ada Brok")]


def test_a_name_nearly_two_makers_stays_as_written() -> None:
    twins = film("Twin Piers", 1960, "Ada Brook", "Tom Hardwick, Tim Hardwick")
    linker = Linker(Filmography.of(twins))
    found = people_in("Here, Tam Hardwick rests", linker.settle("Twin Piers", 1960), linker)
    assert [(one.name, one.as_written) for one in found] == [("Tam Hardwick", "Tam Hardwick")]
    assert repairs(found, twins) == ()


def test_somebody_named_twice_is_there_once_by_the_longer_name_and_with_the_role() -> None:
    text = "Brook waits. Director Ada Brook talks to Ivy Lane, and Brook laughs."
    assert [(one.name, one.as_written, one.role) for one in people_in(text, TITLE, LINKER)] == [
        ("Ada Brook", "Ada Brook", "director"),
        ("Ivy Lane", "Ivy Lane", ""),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ivy Lane on the set of “Annie Marsh” (1951)", ["Ivy Lane"]),
        ("Ivy Lane on the set of Annie Marsh (1951)", ["Ivy Lane"]),
        ("Ivy Lane as Annie Marsh", ["Ivy Lane"]),
        ("Ivy Lane (Annie Marsh)", ["Ivy Lane"]),
        ("Ivy Lane on the set of The Pier", ["Ivy Lane"]),
        ("Ivy Lane on The Pier with Ed Fox", ["Ivy Lane", "Ed Fox"]),
        ("Ed Fox on the set of “Stone Brook” (1951)", ["Ed Fox"]),
    ],
)
def test_neither_films_nor_parts_are_people(text: str, people: list[str]) -> None:
    assert [name for name, _ in names(text)] == people


def test_a_story_leaves_out_who_has_nothing_but_capitals_for_a_name() -> None:
    text = "Robert Unheardof, Old Faithful and Ivy Lane sat there. Moby Dick did not."
    assert [name for name, _ in names(text)] == ["Robert Unheardof", "Old Faithful", "Ivy Lane", "Moby Dick"]
    assert "Moby Dick" not in [name for name, _ in names(text, sure=True)]
    assert "Ivy Lane" in [name for name, _ in names(text, sure=True)]


PIECES = st.sampled_from(
    [
        "Ada Brook", "Ada Brok", "Brook", "Chris", "Ivy Lame", "Ivy “Legs” Lane", "Bo Li", "J.J.", "Rivers",
        "and",
        ",", ".", "director", "as", "The Pier", "“", "(1951)", "Вот", "Стоун", "stunt double", "’s",
    ]
) | st.text(max_size=5)  # fmt: skip


@given(text=st.lists(PIECES, max_size=12).map(" ".join), sure=st.booleans())
def test_everybody_is_there_once_with_words_of_the_text(text: str, sure: bool) -> None:
    found = people_in(text, TITLE, LINKER, sure=sure)
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert one.as_written in text
        assert one.as_written.strip()
    for mended in repairs(found, WHARF):
        assert mended.written != mended.truth
        assert not LINKER.is_person(mended.written)


def test_who_is_not_known_even_by_first_name_is_nobody_where_all_films_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Ada Brook, Chesil Bank and Robert Unheard on The Pier (1951)"
    everybody = ["Ada Brook", "Chesil Bank", "Robert Unheard"]
    assert [one for one, _ in names(text)] == everybody
    monkeypatch.setattr(LINKER.films, "is_wide", True)
    assert [one for one, _ in names(text)] == ["Ada Brook", "Robert Unheard"]


@pytest.mark.parametrize("text", ["In Dublin Ada Brook waits.", "Old Stormy Ada Brook waits."])
def test_a_name_stands_apart_from_the_words_around_it(text: str) -> None:
    assert names(text, NO_FILM) == [("Ada Brook", "Ada Brook")]


def test_an_abbreviated_first_name_is_of_the_name_after_it() -> None:
    linker = Linker(Filmography.of(film("Lamps", 1928, "George Brook", "Ivy Lane", known=3)))
    (person, _) = people_in("Geo. Brook and Ivy Lane, Lamps", linker.settle("Lamps", 1928), linker)
    assert (person.name, person.as_written) == ("George Brook", "Geo. Brook")


def test_two_makers_are_no_film_that_their_names_nearly_are() -> None:
    pier = film("The Far Pier", 1951, "Ada Brook", "Kate Stone, Leo Lane", known=3)
    known = Linker(Filmography.of(pier, film("Kate and Leopold", 1980, "Ida Books", "Ed Fox", known=3)))
    title = known.settle("The Far Pier", 1951)
    people = people_in("The Far Pier, Ada Brook, 1951: Kate and Leo on the boat", title, known)
    assert [one.name for one in people] == ["Ada Brook", "Kate Stone", "Leo Lane"]
