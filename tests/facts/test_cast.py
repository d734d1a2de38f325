"""Whom of a film's makers a text names: in full, by surname or first name, shortened, nearly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.cast import sightings
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.reviewed import OtherNames, Reviewed
from facts.made import film

WHARF = replace(
    film(
        "The Cast of a Wharf", 1951, "Ada Brook", "Christopher Stone, Ivy Lane, Ian Marsh, Eve Marsh, Greta"
    ),
    others=("Max Underwood", "Lou Lane", "Ann van der Berg", "Bo D. Rivers", "Katharine Hollister"),
)
OTHER = film("Elsewhere", 1960, "Ida Books", "Ivy Lame")
FILMS = Filmography.of(
    reviewed=Reviewed((WHARF, OTHER), people=(OtherNames("Max Underwood", ("Old Max",), "here"),))
)


def seen(text: str) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.name, one.how) for one in sightings(text, WHARF, FILMS)]


@pytest.mark.parametrize(
    ("text", "written", "name", "how"),
    [
        ("On a boat, Ada Brook waits", "Ada Brook", "Ada Brook", "full"),
        ("ADA BROOK’s boat", "ADA BROOK", "Ada Brook", "full"),
        ("Director Ada Brook waits", "Ada Brook", "Ada Brook", "full"),
        ("Here Old Max rests", "Old Max", "Max Underwood", "full"),
        ("Here Greta rests", "Greta", "Greta", "full"),
        ("Here Chris Stone rests", "Chris Stone", "Christopher Stone", "full"),
        ("Here Kate Hollister rests", "Kate Hollister", "Katharine Hollister", "full"),
        ("Here Bo Rivers rests", "Bo Rivers", "Bo D. Rivers", "full"),
        ("Here Brook rests", "Brook", "Ada Brook", "surname"),
        ("Director Brook rests", "Brook", "Ada Brook", "surname"),
        ("Here van der Berg rests", "Berg", "Ann van der Berg", "surname"),
        # Of two of a surname, the one in front; a first name is for those alone.
        ("Here Lane rests", "Lane", "Ivy Lane", "surname"),
        ("Here Christopher rests", "Christopher", "Christopher Stone", "first"),
        # A slip, a transcription, another alphabet.
        ("Here Ada Brok rests", "Ada Brok", "Ada Brook", "near"),
        ("Here Cristofer Stone rests", "Cristofer Stone", "Christopher Stone", "near"),
        ("Here Max Underwod rests", "Max Underwod", "Max Underwood", "near"),
        ("Вот, Кристофер Стоун", "Кристофер Стоун", "Christopher Stone", "near"),
        ("Вот, Кэтрин Холлистер", "Кэтрин Холлистер", "Katharine Hollister", "near"),
    ],
)
def test_a_maker_is_seen(text: str, written: str, name: str, how: str) -> None:
    assert seen(text) == [(written, name, how)]


@pytest.mark.parametrize(
    "text",
    [
        "A stone in the brook, by the lane",
        "Colin Brook rests",  # somebody else of that surname
        "Marsh rests",  # two of the leads
        "Max rests",  # a first name, not of the front
        "Ann rests",
        "Ivy Lame rests",  # who is somebody else we know
        "Ida Books rests",
        "Emma Marsh rests",
        "Brok rests",  # too short to have a slip
        "Ian and Eve rest",
    ],
)
def test_nobody_is_seen_who_may_be_another(text: str) -> None:
    assert [name for _, name, _ in seen(text) if name not in {"Ian Marsh", "Eve Marsh"}] == []
    assert "Marsh" not in text or seen(text) == []


def test_several_are_seen_each_where_they_stand() -> None:
    text = "Ada Brook with Stone, Ivy Lane and the Hollister boat"
    assert [name for _, name, _ in seen(text)] == [
        "Ada Brook", "Christopher Stone", "Ivy Lane", "Katharine Hollister",
    ]  # fmt: skip


def test_a_name_nearly_two_makers_is_left_alone() -> None:
    twins = film("Twins", 1960, "Ada Brook", "Tom Hardwick, Tim Hardwick")
    films = Filmography.of(twins)
    assert sightings("Tam Hardwick rests", twins, films) == ()
    alone = replace(twins, title="One", leads=("Tom Hardwick",))
    assert [one.name for one in sightings("Tam Hardwick rests", alone, films)] == ["Tom Hardwick"]


@pytest.mark.parametrize("written", ["Underwod", "Холлистер"])
def test_a_surname_alone_with_a_slip_counts_for_less(written: str) -> None:
    assert [(one, how in {"near", "first"}) for one, _, how in seen(f"Вот, {written}, 1951")] == [
        (written, True)
    ]


def test_an_initial_may_have_two_letters() -> None:
    danes = replace(WHARF, directors=("Carl Theodor Drayer",), others=("Max Drayer",))
    assert [one.name for one in sightings("Then C. Th. Drayer rests", danes, FILMS)] == [
        "Carl Theodor Drayer"
    ]


def test_of_two_of_a_surname_with_a_slip_it_is_the_one_in_front() -> None:
    family = replace(WHARF, directors=("Alma Hartwell",), others=("Pat Hartwell",))
    assert [one.name for one in sightings("Then Hartwel rests", family, FILMS)] == ["Alma Hartwell"]
    twins = replace(family, directors=("Alma Hartwell", "Pat Hartwell"), others=())
    assert sightings("Then Hartwel rests", twins, FILMS) == ()


def test_what_stands_in_the_title_does_not_count() -> None:
    text = "Brook on the set of Ivy Lane, wet"
    start = text.index("Ivy")
    found = sightings(text, WHARF, FILMS, (start, start + len("Ivy Lane")))
    assert [one.name for one in found] == ["Ada Brook"]


PIECES = st.sampled_from(
    [*" ".join(WHARF.makers).split(), "Colin", "and", ",", ".", "Director", "’s", "Old", "Андервуд", "ivy"]
)


@given(text=st.lists(PIECES | st.text(max_size=5), max_size=12).map(" ".join))
def test_whoever_is_seen_made_the_film_and_stands_apart_from_the_next(text: str) -> None:
    end = 0
    for one in sightings(text, WHARF, FILMS):
        assert end <= one.start < one.end <= len(text)
        assert one.name in WHARF.makers
        assert not text[one.start : one.end].islower()
        end = one.end


@given(name=st.sampled_from(WHARF.makers), before=st.sampled_from(["", "here ", "Director ", "with "]))
def test_every_maker_is_seen_by_the_full_name(name: str, before: str) -> None:
    assert [(one, how) for _, one, how in seen(f"{before}{name} rests")] == [(name, "full")]


STEPPE = film(
    "Steppe", 1971, "Andrei Tarkovsky", "Yuri Nikulin, Montgomery Clift, Georgi Petrov, Sergei Petrov"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("А. Тарковский, Ю. Никулин у костра", ["Andrei Tarkovsky", "Yuri Nikulin"]),
        ("Справа Ю. Никулин", ["Yuri Nikulin"]),
        ("У Никулина болела рука", ["Yuri Nikulin"]),
        ("Слева — Г. Петров", ["Georgi Petrov"]),
        # Nobody of the film has this first letter.
        ("Б. Никулин у костра", []),
        ("Monty again, with a horse", ["Montgomery Clift"]),
        ("The Duke and Nikulin", ["Sergei Petrov", "Yuri Nikulin"]),
    ],
)
def test_initials_short_names_and_what_everybody_calls_them(text: str, names: list[str]) -> None:
    films = Filmography.of(
        reviewed=Reviewed((STEPPE,), people=(OtherNames("Sergei Petrov", ("the Duke",), "here"),))
    )
    assert [one.name for one in sightings(text, STEPPE, films)] == names


ABROAD = replace(
    film("The Tower", 1960, "Roy Hitchfield", "Una Monrow, Bob de Nira, Ada Bass"), others=("Pat Hitchfield",)
)
KNOWN = Filmography.of(
    reviewed=Reviewed((ABROAD,), people=(OtherNames("Una Monrow", ("Уна Зимина",), "here"),))
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What she is called there, in any case of it; the director before others of that surname.
        ("Вот Зимина отдыхает", ["Una Monrow"]),
        ("Сцена с Зиминой", ["Una Monrow"]),
        ("Хитчфилд смеётся", ["Roy Hitchfield"]),
        # A particle before a surname, and two sounds that are no surname.
        ("Де Нира смеётся", ["Bob de Nira"]),
        ("Психоз", []),
        ("Сосна", []),
    ],
)
def test_surnames_alone_in_another_alphabet(text: str, names: list[str]) -> None:
    assert [one.name for one in sightings(text, ABROAD, KNOWN)] == names


def test_a_word_that_begins_sentences_is_no_surname() -> None:
    known = film("The Well", 1950, "", "Ann No, Bob More")
    assert [one.name for one in sightings("No more of it. More waits.", known, FILMS)] == ["Bob More"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ivy, Ian and Ada wait for the boat", ["Ivy Lane", "Ian Marsh", "Ada Brook"]),
        ("Here are Brook and Ivy at lunch", ["Ada Brook", "Ivy Lane"]),
        # One of the rest of the cast, where nobody in front is called so.
        ("Here are Brook and Lou at lunch", ["Ada Brook", "Lou Lane"]),
    ],
)
def test_in_a_list_of_makers_first_names_will_do(text: str, names: list[str]) -> None:
    assert sorted({name for _, name, _ in seen(text)}) == sorted(names)


def test_a_list_with_somebody_else_in_it_is_not_of_makers() -> None:
    assert seen("Here are Lou and Zeb at lunch") == []
    assert seen("Here are Lou and Zeb Stone at lunch") == []


def test_a_russian_name_may_be_in_any_case_or_cut_short() -> None:
    wharf = film("Причал", 1951, "Yuri Solomin", "Nikolai Burlyayev")
    names = OtherNames("Nikolai Burlyayev", ("Николай Бурляев",), "here")
    films = Filmography.of(reviewed=Reviewed((wharf,), people=(names,)))
    for text, name in (
        ("Вот, Коля Бурляев", "Nikolai Burlyayev"),
        ("Вот с Колей Бурляевым", "Nikolai Burlyayev"),
        ("Вот с Юрием Соломиным", "Yuri Solomin"),
    ):
        assert [one.name for one in sightings(text, wharf, films)] == [name]


@pytest.mark.parametrize("written", ["Zed Nobody", "Zed Nobodi"])
def test_whoever_made_a_film_is_who_made_it_in_the_filmography_that_is_asked(written: str) -> None:
    thin = replace(WHARF, others=("Zed Nobody",))
    text = f"Here {written} rests"
    assert not sightings(text, WHARF, FILMS)
    assert [one.name for one in sightings(text, thin, Filmography.of(thin))] == ["Zed Nobody"]
