"""Films found by title, year, part and who made them; and a table that is not there, or not ours."""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import FileError
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import TABLE, load_filmography
from btsquiz.facts.overlay import rows_of
from btsquiz.facts.reviewed import FILE, OtherNames, Reviewed
from btsquiz.facts.table import write_table
from btsquiz.facts.titles import title_key
from facts.made import SEVERAL, film

JAWS = film("Jaws", 1975, "Steven Spielberg", "Roy Scheider, Robert Shaw", "Les Dents de la mer", known=3)
KILL_1 = film("Kill Bill: Volume 1", 2003, "Quentin Tarantino", "Uma Thurman, Lucy Liu")
KILL_2 = film("Kill Bill: Volume 2", 2004, "Quentin Tarantino", "Uma Thurman, Daryl Hannah")
SUNRISE = film("Sunrise", 1927, "F. W. Murnau", "Janet Gaynor", "A Song of Two Humans")
SCARCE = film("Scarce: A Song", 1930, "Uma Thurmond", "Janet Leigh, Vivian Leigh", known=1)
ALIEN = replace(
    film("Alien", 1979, "Ridley Scott", "Sigourney Weaver, Tom Skerritt", known=3),
    parts=(
        ("Ellen Ripley", "Sigourney Weaver"), ("the Captain", "Tom Skerritt"),
        ("Uma", "Uma Thurman"), ("Dallas", "Tom Skerritt"), ("Ash", "Ian Holm"), ("M", "M"),
    ),
)  # fmt: skip
NICKNAMES = (
    OtherNames("F. W. Murnau", ("Murnau the Great",), "here"),
    OtherNames("Quentin Tarantino", ("QT", "Quentin T. Tarantino"), "here"),
    OtherNames("Roscoe Arbuckle", ("Fatty",), "here"),
)
ALL = (JAWS, KILL_1, KILL_2, SUNRISE, SCARCE, ALIEN)
KNOWN = Filmography.of(reviewed=Reviewed(ALL, people=NICKNAMES))


def recorded(reviewed: Reviewed, *films: tuple[Film, int]) -> Filmography:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    write_table(connection, rows_of(reviewed, films))
    return Filmography(connection)


def titles(films: list[Film]) -> list[str]:
    return [one.title for one in films]


@given(films=SEVERAL)
def test_every_film_is_found_by_each_of_its_titles(films: list[Film]) -> None:
    known = Filmography.of(*films)
    for one in films:
        for title in (one.title, *one.aka):
            assert one in known.titled(title)
            assert known.longest_title(title_key(title).split()[0]) >= len(title_key(title).split())
            for half in title.split(": "):
                assert one in [*known.titled(half), *known.partly_titled(half)]
            if len(title_key(title).split()) > 2:
                assert title_key(title) in known.titles_sharing(title_key(title))
        fitting = [other for other in known.titled(one.title) if set(other.years) & set(one.years)]
        found = known.find(one.title, one.years)
        assert found in {None, *fitting}
        assert len(fitting) > 1 or found == one


@given(films=SEVERAL)
def test_the_fame_of_the_made_is_that_of_what_they_made(films: list[Film]) -> None:
    known = Filmography.of(*films)
    for one in films:
        assert known.is_reviewed(one)
        assert known.fame(one) > 0
        for name in one.makers:
            assert known.fame_of(name) == sum(map(known.fame, known.films_of(name)))
    assert len(known.reviewed) == len(films)


@given(text=st.text(max_size=30))
def test_nothing_is_found_among_no_films(text: str) -> None:
    known = Filmography.of()
    assert known.titled(text) == known.partly_titled(text) == known.films_of(text) == []
    assert known.find(text) is known.person(text) is None
    assert known.people_near(text) == known.people_called(text) == known.reviewed == ()
    assert known.films_with_part(text) == []
    assert list(known.titles_sharing(title_key(f"a {text}"))) == []
    assert known.longest_title(text) == known.fame_of(text) == 0
    assert not known.is_first_name(text) and not known.is_surname(text)


def test_part_of_a_title_is_not_the_whole() -> None:
    assert titles(KNOWN.titled("kill bill vol. II")) == ["Kill Bill: Volume 2"]
    assert KNOWN.titled("Kill Bill") == []
    assert KNOWN.is_title("kill bill 2") and not KNOWN.is_title("Kill Bill") and not KNOWN.is_title("Bill")
    assert titles(KNOWN.partly_titled("Kill Bill")) == ["Kill Bill: Volume 1", "Kill Bill: Volume 2"]
    assert titles(KNOWN.partly_titled("A Song")) == ["Scarce: A Song"]
    assert KNOWN.partly_titled("Jaws") == []
    named = film("Kill Bill", 1999)
    known = Filmography.of(KILL_1, named)
    assert (known.titled("Kill Bill"), known.partly_titled("Kill Bill")) == ([named], [KILL_1])


def test_a_russian_title_is_found_in_any_case() -> None:
    known = Filmography.of(
        film("War and Peace", 1965, "", "", "Война и мир"), film("Solaris", 1972, "", "", "Солярис")
    )
    assert titles(known.declined("Войны и мира")) == ["War and Peace"]
    assert titles(known.declined("Соляриса")) == ["Solaris"]
    assert known.declined("War and Peace") == known.declined("Войска и мэры") == []


def test_titles_sharing_an_end_are_those_of_three_words_or_more() -> None:
    def sharing(title: str) -> list[str]:
        return list(KNOWN.titles_sharing(title_key(title)))

    assert sharing("Kill Will") == ["kill bill 1", "kill bill 2"]
    assert sharing("The Birth of Mer") == ["les dents de la mer"]
    assert sharing("Two Humans") == ["song of 2 humans"] or sharing("Two Humans") == ["song of two humans"]
    assert sharing("Sunrise") == sharing("Scarce") == []


def test_of_films_of_one_title_years_tell_then_its_own_then_what_was_looked_up() -> None:
    old, new = film("King Kong", 1933, "Merian C. Cooper"), film("King Kong", 2005, "Peter Jackson")
    other = film("Kong Island", 1968, "", "", "King Kong")
    known = Filmography.of(old, new, other)
    assert known.find("King Kong") is None
    assert known.find("King Kong", [1933]) == old
    assert known.find("King Kong", [2005, 2006]) == new
    assert known.find("king kong", [1968]) == other
    assert known.find("King Kong", [1976]) is None
    assert Filmography.of(old, other).find("King Kong") == old
    assert recorded(Reviewed((old,)), (new, 500)).find("King Kong") == old
    assert recorded(Reviewed(), (old, 5), (other, 500)).find("King Kong") == old


def test_a_film_that_is_recorded_is_not_one_people_looked_up() -> None:
    known = recorded(Reviewed((JAWS,)), (KILL_1, 77))
    assert known.reviewed == (JAWS,)
    assert not known.is_reviewed(KILL_1)
    assert (known.fame(KILL_1), known.fame_of("Uma Thurman")) == (77, 77)
    assert known.fame(replace(KILL_1, years=(1999,))) == 0


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("F.W. Murnau", "F. W. Murnau"),
        ("f w MURNAU", "F. W. Murnau"),
        ("FW Murnau", "F. W. Murnau"),
        ("Murnau the Great", "F. W. Murnau"),
        ("qt", "Quentin Tarantino"),
        ("Quentin T. Tarantino", "Quentin Tarantino"),
        ("Murnau", None),
        ("Fred Murnau", None),
        ("Fatty", None),
        ("", None),
    ],
)
def test_who_a_name_means(written: str, name: str | None) -> None:
    assert KNOWN.person(written) == name
    assert KNOWN.films_of(written) == (KNOWN.films_of(name) if name else [])
    assert bool(KNOWN.films_of(written)) is bool(name)


def test_near_names_are_those_of_the_well_known_the_best_known_first() -> None:
    assert KNOWN.people_near("Una Thurman") == ("Uma Thurman",)
    assert KNOWN.people_near("Quenten Tarrantino") == ("Quentin Tarantino",)
    assert KNOWN.people_near("Rob Shaw") == ()
    assert KNOWN.people_near("Thurman") == ()
    both = (film("A", 2000, "", "Jon Watts", known=3), film("B", 2001, "", "Jon Watt"))
    assert Filmography.of(*both).people_near("Jon Wats") == ("Jon Watts", "Jon Watt")


def test_the_three_best_known_of_a_surname() -> None:
    films = [
        film(f"{name} {number}", 2000, "", f"{name} Hardy") for name in "ABCD" for number in range(ord(name))
    ]
    assert Filmography.of(*films).people_called("HARDY") == ("D Hardy", "C Hardy", "B Hardy")
    assert KNOWN.people_called("Thurman") == ("Uma Thurman",)
    assert KNOWN.people_called("Thurmond") == KNOWN.people_called("Uma") == ()


def test_words_are_names_of_people() -> None:
    known = Filmography.of(
        film("A", 2000, "", "Jon Aye, Jon Bee, Cher"), film("B", 2000, "", "Jon Aye, Al Bee")
    )
    assert not known.is_first_name("Jon")
    assert Filmography.of(film("A", 2000, "", "Jon Aye, Jon Bee, Jon Cee")).is_first_name("jon")
    assert known.is_surname("Bee") and not known.is_surname("Jon") and not known.is_surname("Cher")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ellen Ripley", True),
        ("ELLEN RIPLEY", True),
        ("Captain", True),
        ("The Captain", True),
        ("Dallas", True),
        ("Ripley", False),
        ("Ellen Ripley’s cat", False),
        ("Sigourney Weaver", False),
    ],
)
def test_films_by_a_part(name: str, found: bool) -> None:
    assert titles(KNOWN.films_with_part(name)) == (["Alien"] if found else [])


@given(films=SEVERAL)
def test_every_part_tells_its_film(films: list[Film]) -> None:
    known = Filmography.of(*films)
    for one in films:
        for part, _ in one.parts:
            assert one in known.films_with_part(part)
            assert one.parts_in(f"It says: “{part}!”")[part] == dict(one.parts)[part]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ellen Ripley and Dallas", {"Ellen Ripley": "Sigourney Weaver", "Dallas": "Tom Skerritt"}),
        ("what Ripley, alone, does", {"Ellen Ripley": "Sigourney Weaver"}),
        ("Ellen", {}),
        ("our captain, Ash", {"the Captain": "Tom Skerritt", "Ash": "Ian Holm"}),
        ("Dallasite", {}),
    ],
)
def test_parts_of_a_film_that_a_text_names(text: str, parts: dict[str, str]) -> None:
    assert ALIEN.parts_in(text) == parts


def as_text(path: Path) -> None:
    path.write_text("not a table\n" * 999)


def as_nothing(path: Path) -> None:
    path.write_bytes(b"")


def as_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def as_another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table film (title)")
        connection.commit()


@pytest.mark.parametrize("damage", [as_text, as_nothing, as_half, as_another])
def test_a_table_that_is_not_ours_is_one_sentence(damage: Callable[[Path], None], tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / TABLE)) as connection:
        write_table(connection, rows_of(Reviewed(ALL)))
    assert load_filmography(tmp_path).find("Jaws") == JAWS
    damage(tmp_path / TABLE)
    with pytest.raises(FileError) as caught:
        load_filmography(tmp_path)
    assert str(tmp_path / TABLE) in str(caught.value)
    assert str(caught.value).count("\n") == 0


def test_a_table_is_opened_wherever_it_is_and_never_written(tmp_path: Path) -> None:
    folder = tmp_path / "it's 100%? #é"
    folder.mkdir()
    with closing(sqlite3.connect(folder / TABLE)) as connection:
        write_table(connection, rows_of(Reviewed(ALL)))
    (folder / TABLE).chmod(0o444)
    before = (folder / TABLE).read_bytes()
    assert load_filmography(folder).find("Jaws") == JAWS
    assert [path.name for path in folder.iterdir()] == [TABLE]
    assert (folder / TABLE).read_bytes() == before


def test_without_a_table_the_reviewed_films_stand_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        "format: btsquiz-films/1\n"
        "films: [{title: Jaws, years: [1975], directors: [A B], leads: [C D], looked_up: here}]\n"
        "titles: [{title: Alien, year: 1979, aka: [Le huitième passager], looked_up: here}]\n"
        "parts: [{title: Jaws, year: 1975, played: {Quint: E F}, looked_up: here}]\n"
        "people: [{name: A B, aka: [Abie], looked_up: here}, {name: G H, aka: [Ghost], looked_up: here}]\n"
    )
    known = load_filmography(tmp_path)
    assert titles(list(known.reviewed)) == ["Jaws"]
    assert titles(known.films_of("Abie")) == titles(known.films_of("E F")) == ["Jaws"]
    assert known.titled("Le huitième passager") == known.films_of("Ghost") == []


def test_without_either_or_with_errors_it_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=FILE):
        load_filmography(tmp_path)
    (tmp_path / FILE).write_text("format: btsquiz-films/1\nfilms: [{title: Jaws}]\n")
    with pytest.raises(FileError, match=rf"{FILE}:2:9: .*\[missing\]"):
        load_filmography(tmp_path)


def test_what_else_somebody_is_called() -> None:
    assert sorted(KNOWN.other_names("Quentin Tarantino")) == ["qt", "quentin t tarantino"]
    assert KNOWN.other_names("Uma Thurman") == []


@pytest.mark.parametrize("opened", ["a table of films", "a few films"])
def test_a_filmography_that_another_thread_frees_is_closed(
    opened: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(tmp_path / TABLE)) as connection:
        write_table(connection, rows_of(Reviewed(ALL)))
    left = [load_filmography(tmp_path) if opened == "a table of films" else Filmography.of(JAWS)]
    refused: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda told: refused.append(told.exc_value))

    def free() -> None:
        left.clear()
        gc.collect()

    other = Thread(target=free)
    other.start()
    other.join()
    assert refused == []


def test_nothing_is_asked_of_the_table_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    write_table(connection, rows_of(Reviewed(ALL)))
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    known = Filmography(connection)
    assert asked == []
    assert known.films_of("Uma Thurman") == known.films_of("Uma Thurman") == [KILL_1, KILL_2]
    assert len(asked) == 3


def test_of_a_film_that_is_only_to_be_read_nothing_is_asked() -> None:
    read, asked = (
        film("Lamps", 1950, "Bo Li", "Cy Day", known=0),
        film("Coats", 1950, "Bo Li", "Cy Day", known=1),
    )
    known = recorded(Reviewed((read, asked)))
    assert titles(known.titled("Lamps")) == ["Lamps"]
    assert titles(list(known.reviewed)) == ["Coats"]
    assert [year for _, year, *_ in known.of_one_director()] == [1950]
    assert titles([one for one, _ in known.reviewed_by(1)]) == ["Coats"]


def test_an_other_name_in_cyrillic_is_known_in_any_case() -> None:
    other = OtherNames("Uma Thurman", ("Ульяна Турман",), "here")
    known = Filmography.of(reviewed=Reviewed((KILL_1,), people=(other,)))
    assert known.person("Ульяной Турман") == known.person("Ульяне Турман") == "Uma Thurman"
    assert known.person("Ульяна Турм") is None


@pytest.mark.parametrize(
    ("spelt", "usual"),
    [
        ("Iouri Nikouline", ""),
        ("Juri Nikulin", "Yury Nikulin"),
        ("Yuri Nikulin", "Yury Nikulin"),
        ("Saveliy Kramarov", "Savely Kramarov"),
        ("Alexandre Kaidanovsky", ""),
        ("Alexander Kaidanovskiy", "Aleksandr Kaidanovsky"),
    ],
)
def test_a_russian_name_is_known_however_it_is_spelt(spelt: str, usual: str) -> None:
    known = Filmography.of(film("Rain", 1971, "Yury Nikulin", "Savely Kramarov, Aleksandr Kaidanovsky"))
    assert (known.person(spelt) or "") == usual


def test_a_name_spelt_like_two_is_neithers() -> None:
    known = Filmography.of(film("Rain", 1971, "Yury Nikulin", "Juri Nikulin"))
    assert known.person("Yuri Nikulin") is None
    assert known.person("Juri Nikulin") == "Juri Nikulin"
