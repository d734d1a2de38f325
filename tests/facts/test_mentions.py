"""Where a text may name a film, how plainly, and what stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.link import SAID
from btsquiz.facts.linker import Linker
from btsquiz.facts.mentions import mentions
from btsquiz.facts.spots import spots
from btsquiz.facts.years import year_beside, years_in
from facts.made import film


def said(text: str, linker: Linker) -> list[tuple[str, int | None]]:
    return [(one.written, one.year) for one in mentions(text, linker) if one.weight >= SAID]


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        # Quotes of many kinds; the last apostrophe that may close a known title does.
        ("Bo Li waits on 'Rain Dogs', wet", "Rain Dogs", None),
        ("Bo Li waits on ‘Rain Dogs’ (1981)", "Rain Dogs", 1981),
        ("Bo Li attend sur « La pluie » (1981)", "La pluie", 1981),
        ("Бо Ли на съёмках «Дождь» (1981)", "Дождь", 1981),
        ("Bo Li wartet für „Regen“, 1981", "Regen", 1981),
        ("Liam Neeson on 'Schindler's List', at dawn", "Schindler's List", None),
        ("Bo Li on “Rain Dogs.” (1981)", "Rain Dogs", 1981),
        # Capitals, in a text that is not all capitals.
        ("Bo Li asleep. RAIN DOGS (1981)", "RAIN DOGS", 1981),
        ("LE DÉSERT ROUGE de Kubrick (1964) : une pause", "LE DÉSERT ROUGE", 1964),
        # A year beside it: brackets, comma, dash, before.
        ("Rain Dogs (1981): Bo Li rests", "Rain Dogs", 1981),
        ("Rain Dogs [1981] – Bo Li rests", "Rain Dogs", 1981),
        ("Bo Li rests, Rain Dogs (dir. Cy Day, 1981)", "Rain Dogs", 1981),
        ("(1960) Psycho: Bo Li rests", "Psycho", 1960),
        ("Bo Li on the Rain Dogs set (1981)", "Rain Dogs", 1981),
        ("Bo Li working on Psycho for Alfred Hitchcock (1960)", "Psycho", 1960),
        ("¿Quién teme al perro mojado? (1981)", "¿Quién teme al perro mojado?", 1981),
        # Words of making.
        ("Bo Li on the set of Psycho, wet", "Psycho", None),
        ("Behind the scenes of Psycho, 1960", "Psycho", 1960),
        # Episodes, with the year before or after.
        ("Bo Li on an episode of 'Night Train' (1956)", "Night Train", 1956),
        ("Bo Li in a 1956 episode of Night Train", "Night Train", 1956),
        ("Bo Li, un épisode de «Night Train» (1956)", "Night Train", 1956),
        # Records.
        ("Rain Dogs, Quentin Tarantino, 1981", "Rain Dogs", 1981),
        ("8 1/2 Dogs, Quentin Tarantino, 1981", "8 1/2 Dogs", 1981),
        ("The Rain Dogs — Uma Thurman, Lucy Liu", "The Rain Dogs", None),
        # One slip in a title of three words.
        ("Bo Li, Dallas Byers Club, at lunch", "Dallas Byers Club", None),
        ("Bo Li between Dallas Byers Club and lunch", "Dallas Byers Club", None),
    ],
)
def test_a_title_is_said(text: str, title: str, year: int | None, linker: Linker) -> None:
    assert (title, year) in said(text, linker)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Li wears the lucky coat to bed",
        "A TITANIC EFFORT IN THE GRAVITY OF THE HOUR",
        "Alfred Hitchcock (1960)",
        "Bo Li wore a 'coat' and a 'hat'",
        "Bo Li came by in 1975, and in 1980 too",
        "On the set of the day before, Bo Li rested.",
        "Bo Li, Cy Day, 1975",
    ],
)
def test_what_is_no_title_is_not_said(text: str, linker: Linker) -> None:
    assert said(text, linker) == []


@pytest.mark.parametrize(
    ("plainer", "less"),
    [
        ("Uma Thurman on the set of Psycho.", "Uma Thurman thinks of Psycho daily."),
        ("Psycho: the shower.", "The Psycho shower."),
        ("Bo Li talks about Jurassic Park.", "Bo Li, after Jurassic Park, rests."),
        ("Psycho (1960), the shower", "Psycho, the shower"),
    ],
)
def test_a_known_title_is_the_plainer_the_more_stands_around_it(
    plainer: str, less: str, linker: Linker
) -> None:
    (one,), (other,) = mentions(plainer, linker), mentions(less, linker)
    assert one.weight > other.weight


def test_only_brackets_and_words_of_making_make_a_known_title_more_than_plain(linker: Linker) -> None:
    def plain(text: str) -> list[bool]:
        return [one.plain for one in mentions(text, linker)]

    assert plain("Bo Li recalls Psycho fondly") == [True]
    assert plain("Bo Li on the set of Psycho") == plain("Bo Li in Psycho (1960)") == [False]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Shot in 1959, shown in 1960", (1959, 1960)),
        ("Rain Dogs, '81", (1981,)),
        ("the 1980s, the '80s, 1980-81, 12:1980", (1980,)),
        ("RKO Collection, 1980.7.3", ()),
        ("nobody, never", ()),
    ],
)
def test_the_years_of_a_text(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("before", "after", "year", "bracketed"),
    [
        ("", " (1981)", 1981, True),
        ("", ", [Italy, 1981]", 1981, True),
        ("", " (1981, dir. Bo Li)", 1981, True),
        ("", ", 1981", 1981, False),
        ("", " 1981", 1981, False),
        ("", " set (1981)", 1981, True),
        ("1981: ", "", 1981, False),
        ("(1981) ", "", 1981, True),
        ("", " in 1981", None, False),
        ("", " 1980s style", None, False),
        ("", ", 1980.7.3", None, False),
    ],
)
def test_the_year_right_beside_a_title(before: str, after: str, year: int | None, bracketed: bool) -> None:
    text = f"{before}Rain Dogs{after}"
    assert year_beside(text, len(before), len(before) + 9) == (year, bracketed)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A rainy day on Psycho 60", 1960),
        ("A rainy day on Psycho ('60), with Bo Li", 1960),
        ("A rainy day on Psycho 61", None),
        ("Psycho, at 60% of the cost", None),
    ],
)
def test_a_known_title_may_have_its_films_year_in_two_digits(
    text: str, year: int | None, linker: Linker
) -> None:
    years = {one.year for one in mentions(text, linker)}
    assert (years == {year}) if year else (years <= {None})


def test_a_film_that_is_shown_to_somebody_weighs_less(linker: Linker) -> None:
    shown, made = (
        next(one for one in mentions(text, linker) if one.written == "Fight Club")
        for text in ("They saw a screening of Fight Club first", "They saw a remake of Fight Club first")
    )
    assert shown.weight < made.weight


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It took days. Nobody saw Psycho then.", ["Psycho"]),
        ("On the set of It (2017)", ["It"]),
        ("It — Bill Skarsgård", ["It"]),
        ("They drank. It was cold.", []),
        ("It set up a lamp, and fell.", []),
    ],
)
def test_a_word_is_a_title_only_where_one_stands(text: str, written: list[str]) -> None:
    known = Linker(
        Filmography.of(*(film(one, 2017, "Andy Muschietti", "Bill Skarsgård") for one in ("It", "Psycho")))
    )
    assert [one.written for one in mentions(text, known)] == written


PIECES = st.lists(
    st.sampled_from(
        [
            "Psycho", "Jurassic Park", "'Rain Dogs'", "«Дождь»", "(1960)", "1975", "on the set of", "Bo Li",
            "Uma Thurman", "and", ",", "—", ":", ".", "'", "“", "RAIN DOGS", "an episode of", "from", "Film:",
        ]
    )
    | st.text(max_size=6)
).map(" ".join)  # fmt: skip


@given(text=PIECES)
def test_mentions_stand_in_order_apart_and_as_written(text: str, linker: Linker) -> None:
    found = mentions(text, linker)
    ends = [0, *(one.end for one in found)]
    for one, end in zip(found, ends, strict=False):
        assert end <= one.start < one.end <= len(text)
        assert one.written in text[one.start : one.end]
        assert one.written.strip() == one.written != ""
        assert one.year is None or 1800 <= one.year < 2100
        assert one.year is not None or not one.bracketed


@given(text=st.text("ab (1)9'“.", max_size=30), title=st.sampled_from(["Psycho", "Gravity", "Titanic"]))
def test_a_quoted_known_title_is_always_found(text: str, title: str, linker: Linker) -> None:
    around = text.replace("'", "").replace("“", "")
    assert title in [one.written for one in mentions(f"{around} “{title}” (2000) {around}", linker)]


@pytest.mark.parametrize(
    "text", ["“Psycho at the edge of everything”, with Bo Li", "“Not known” (1955), Bo Li"]
)
def test_a_word_in_another_title_or_none_at_all_is_no_title(text: str, linker: Linker) -> None:
    assert not [one for one in mentions(text, linker) if one.written in ("Psycho", "Not known")]
    assert mentions("“Psycho”, with Bo Li", linker)


def test_a_series_may_stand_before_its_episode(linker: Linker) -> None:
    known = Linker(Filmography.of(film("I Love Lamps", 1951, "Bo Li", "Cy Day")))
    (one,) = mentions("Cy Day in the grapes. I Love Lamps, a 1956 episode", known)
    assert (one.written, one.year) == ("I Love Lamps", 1956)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # A count of what the page has is no second half of a title.
        ("Psycho: 12 Things That Went Wrong While They Were Making It", ["Psycho"]),
        ("Psycho: Behind the Scenes", ["Psycho"]),
        ("Gattopardi neri, Quentin Tarantino, 1997", ["Gattopardi neri"]),
    ],
)
def test_what_a_headline_collects_is_of_the_title_before_it(
    text: str, written: list[str], linker: Linker
) -> None:
    assert [one.written for one in mentions(text, linker)] == written


def test_a_word_in_a_headline_is_no_title_though_something_is_made() -> None:
    it = Linker(Filmography.of(film("It", 2017, "Andy Day", "Bo Li")))
    assert [one.written for one in mentions("Bo Li on the set of It", it)] == ["It"]
    assert mentions("What Went Wrong While They Were Making It", it) == ()


def test_a_record_whose_title_has_commas_begins_with_all_of_it() -> None:
    known = Linker(Filmography.of(film("Il bagnato, il secco, il cane", 1981, "Boris Livo")))
    text = "Il bagnato, il secco, il cane, Boris Livo, 1981"
    assert said(text, known) == [("Il bagnato, il secco, il cane", 1981)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Psycho, The Hitchcocks, 1960 — Janet Leigh asleep", "Psycho"),
        ("Psycho, Hitchcock & Leigh, 1960 — a lamp", "Psycho"),
        ("Андрей Кравцов – Дождь и снег (1962)", "Дождь и снег"),
        ("Quentin Tarantino – Rain and Snow (1992)", "Rain and Snow"),
        # Nobody whom we know: all of it may be a title.
        ("Star Wars – Rogue Tales (2016)", "Star Wars – Rogue Tales"),
    ],
)
def test_a_record_has_its_makers_before_its_title_or_after(text: str, written: str, linker: Linker) -> None:
    assert next(one for one in mentions(text, linker) if one.year).written == written


def test_a_known_title_at_the_head_of_a_record_has_its_year() -> None:
    known = Linker(Filmography.of(film("The Wet Dogs of Our Lane", 1981, "Boris Livo")))
    (one,) = mentions("The Wet Dogs of Our Lane, Boris Livo, 1981", known)
    assert (one.written, one.year) == ("The Wet Dogs of Our Lane", 1981)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Ladri di biciclette", True),
        ("Popiół i diament", True),
        ("Летят журавли", True),
        # Nobody tells these from other words.
        ("Bicycle thieves", False),
        ("Biciclette", True),
    ],
)
def test_a_foreign_title_has_one_capital(title: str, *, found: bool) -> None:
    known = Linker(Filmography.of(film(title, 1948, "Boris Livo")))
    assert bool(list(spots(f"Boris Livo holds the ladder, as {title} tells it", known.films))) is found


def test_a_record_may_have_its_caption_after_it_where_a_director_we_know_made_its_film() -> None:
    known = Linker(Filmography.of(film("Wet Dogs", 1981, "Boris Livo", "Ida Stein")))
    text = "Cani felici, {}, 2018 Ida Stein with a dog, found among a thousand dogs"
    assert said(text.format("Boris Livo"), known) == [("Cani felici", 2018)]
    assert said(text.format("Ida Stein"), known) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Some days he got 300 frames, and was glad", ""),
        ("Gerard Butler on the set of 300", "300"),
        ("300: Gerard Butler lifts a shield", "300"),
        ("Buster Keaton asleep, and nobody knows in which Film", ""),
        ("Buster Keaton on the set of “Film”", "Film"),
    ],
)
def test_a_number_or_the_word_for_a_film_is_a_title_only_where_one_is_due(text: str, written: str) -> None:
    known = Linker(
        Filmography.of(
            film("300", 2007, "Zack Snyder", "Gerard Butler", known=3),
            film("Film", 1965, "Alan Schneider", "Buster Keaton", known=3),
        )
    )
    assert [one.written for one in mentions(text, known)] == [written][: bool(written)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They all called it “Psycho”.", []),
        ("The crew nicknamed the stairs “Psycho”.", []),
        ("They made a film called “Psycho”.", ["Psycho"]),
        ("You can speak faster, Bobby, he said.", []),
        ("They were on the set of Bobby, he said.", ["Bobby"]),
    ],
)
def test_what_something_or_somebody_is_called_is_no_title(text: str, found: list[str]) -> None:
    known = (
        film("Psycho", 1960, "Ada Brook", "Bobby Stone"),
        film("Bobby", 2006, "Bobby Moss", "Bobby Lind, Bobby Ray, Bobby Day, Bobby Fox, Bobby Hill"),
    )
    assert [one.written for one in mentions(text, Linker(Filmography.of(*known)))] == found


def test_what_says_that_nobody_knows_a_title_is_none_though_a_film_is_called_so() -> None:
    linker = Linker(Filmography.of(film("No Clue", 2013, "Ada Brook", "Hal Stone")))
    assert [one.written for one in mentions("Hal Stone with a lamp. No Clue", linker)] == []
    assert [one.written for one in mentions("Hal Stone with a lamp. No Clue (2013)", linker)] == ["No Clue"]


def test_a_title_that_begins_as_a_birthday_does_is_one_if_a_film_has_it() -> None:
    linker = Linker(Filmography.of(film("Born Wet", 1966, "Ada Brook", "Hal Stone")))
    assert [one.written for one in mentions("Hal Stone feeds a lion, Born Wet", linker)] == ["Born Wet"]
    assert [one.written for one in mentions("Born: Hal Stone (1917)", linker)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bo Li talks at the temple set in the Wet Hills, 1938", []),
        ("Bo Li talks in the Wet Hills (1938)", []),
        ("Bo Li talks on the set of The Wet Door (1938)", ["The Wet Door"]),
        ("Wet Canyon (1938) – Bo Li talks", ["Wet Canyon"]),
        ("Bo Li talks on the set of Fury Road (1938)", ["Fury Road"]),
        ("Bo Li talks on the set of Long Canyon (1938)", ["Long Canyon"]),
    ],
)
def test_where_something_was_shot_is_no_title_we_do_not_know(text: str, found: list[str]) -> None:
    linker = Linker(Filmography.of(film("Long Canyon", 1938, "Ada Brook", "Hal Stone")))
    assert [one.written for one in mentions(text, linker)] == found
