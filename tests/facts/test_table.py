"""The table of films: what people have looked up laid over what is recorded, and the same table each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.document import DocumentError
from btsquiz.errors import FileError
from btsquiz.facts.cues import PART, WORD
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.overlay import Row, rows_of
from btsquiz.facts.reviewed import Absent, OtherNames, OtherTitles, Parts, Rendered, Reviewed
from btsquiz.facts.table import NOTICE, build, recorded_films, write_table
from btsquiz.text import fold
from facts.made import MADE, SEVERAL, film, some

Recorded = tuple[str, int, str, str, str, int, float | None, str]
"""Title, year, directors, cast, genre, reviews, takings and day of release, as the package has them."""


def dump(rows: list[Row], *people: OtherNames) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        write_table(connection, rows, people)
        return list(connection.iterdump())


def of(rows: list[Row], *people: OtherNames) -> Filmography:
    connection = sqlite3.connect(":memory:")
    write_table(connection, rows, people)
    return Filmography(connection)


def movies(path: Path, *films: Recorded) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute('create table omdb (ID, Title, Year, Director, "Cast", Genre, Released, Oscars)')
        connection.execute("create table tomatoes (ID, Reviews, BoxOffice)")
        for number, (title, year, directors, cast, genre, reviews, takings, released) in enumerate(films):
            row = (number, title, year, directors, cast, genre, released, 11)
            connection.execute("insert into omdb values (?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute("insert into tomatoes values (?, ?, ?)", (number, reviews, takings))
        connection.commit()
    return path


@given(one=MADE)
def test_a_film_comes_out_as_it_went_in(one: Film) -> None:
    (row,) = rows_of(Reviewed((one,)))
    (found,) = of([row]).titled(one.title)
    assert astuple(found) == astuple(one)


@given(films=SEVERAL)
def test_the_same_films_in_any_order_give_the_same_dump(films: list[Film]) -> None:
    assert dump(rows_of(Reviewed(tuple(films)))) == dump(rows_of(Reviewed(tuple(films[::-1]))))


@given(films=SEVERAL, nicknames=st.lists(some(st.sampled_from(["Hitch", "Leo"])), max_size=1))
def test_a_films_makers_lead_back_to_it_and_once(films: list[Film], nicknames: list[tuple[str, ...]]) -> None:
    people = [OtherNames(films[0].makers[0], aka, "here") for aka in nicknames if films and films[0].makers]
    known = of(rows_of(Reviewed(tuple(films))), *people)
    for one in films:
        for name in one.makers:
            assert known.films_of(name).count(one) == 1
            assert known.person(known.person(name) or "") == known.person(name)
    for person in people:
        for name in person.aka:
            assert known.person(name) == person.name
            assert known.films_of(name) == known.films_of(person.name)


@given(one=MADE, recorded=MADE, fame=st.integers(0, 500))
def test_what_was_looked_up_wins_over_what_is_recorded(one: Film, recorded: Film, fame: int) -> None:
    twin = replace(recorded, title=one.title, years=one.years[:1])
    (row,) = rows_of(Reviewed((one,)), [(twin, fame)])
    said = replace(row.film, others=one.others, form="film")
    assert astuple(said) == astuple(one)
    assert set(map(fold, row.film.makers)) == set(map(fold, (*one.makers, *recorded.makers)))
    assert (row.fame, row.reviewed) == (fame, True)


def test_a_film_is_in_both_by_an_aka_and_keeps_the_title_it_has_there() -> None:
    one = film("Seven", 1995, "David Fincher", "Brad Pitt", "Se7en")
    recorded = film("Se7en", 1995, "David Fincher", "Brad Pitt, R. Lee Ermey")
    (row,) = rows_of(Reviewed((one,)), [(recorded, 99)])
    assert (row.film.title, row.film.leads, row.film.others) == ("Seven", ("Brad Pitt",), ("R. Lee Ermey",))
    named = film("Seven", 1995, "David Fincher", "", "Sieben")
    (row,) = rows_of(Reviewed((named,)), [(film("Sieben", 1995), 99)])
    assert row.film.aka == ("Sieben",)
    (row,) = rows_of(Reviewed((replace(named, aka=("Sieben!",)),)), [(film("Sieben", 1995), 99)])
    assert row.film.aka == ("Sieben!", "Sieben")


def test_a_year_apart_is_the_same_film_only_by_its_director() -> None:
    one = film("Beauty", 2014, "Ann Aye")
    assert len(rows_of(Reviewed((one,)), [(film("Beauty", 2015, "Ann Aye"), 5)])) == 1
    assert len(rows_of(Reviewed((one,)), [(film("Beauty", 2013), 5)])) == 1
    assert len(rows_of(Reviewed((one,)), [(film("Beauty", 2014, "Bea Bee"), 5)])) == 1
    assert len(rows_of(Reviewed((one,)), [(film("Beauty", 2015, "Bea Bee"), 5)])) == 2
    assert len(rows_of(Reviewed((one,)), [(film("Beauty", 2016, "Ann Aye"), 5)])) == 2


def test_of_several_recorded_films_the_nearest_is_taken() -> None:
    one = film("Aftermath", 2012, "Ann Aye")
    others = [film("Aftermath", 2011), film("Aftermath", 2012, "Bea Bee"), film("Aftermath", 2012, "Ann Aye")]
    rows = rows_of(Reviewed((one,)), [(other, 5) for other in others])
    assert [row.film for row in rows if not row.reviewed] == others[:2]
    rows = rows_of(Reviewed((one,)), [(other, 5) for other in (others[0], film("Aftermath", 2012))])
    assert [row.film for row in rows if not row.reviewed] == others[:1]


def test_a_documentary_stays_one() -> None:
    recorded = replace(film("Nanook", 1922), form="documentary")
    (row,) = rows_of(Reviewed((film("Nanook", 1922),)), [(recorded, 5)])
    assert row.film.form == "documentary"


def test_other_titles_and_parts_are_added_to_films_of_either_kind() -> None:
    reviewed = Reviewed(
        films=(film("Rocky", 1976, "John G. Avildsen", "", "Rocky I"),),
        titles=(
            OtherTitles("Jaws", 1975, ("Les Dents de la mer", "Jaws 1"), "here"),
            OtherTitles("Rocky", 1976, ("Rocky 1", "Rocky I"), "here"),
        ),
        parts=(
            Parts("Les dents de la mer", 1975, (("Brody", "Roy Scheider"),), "here"),
            Parts("Rocky", 1976, (("Apollo", "Carl Weathers"), ("Adrian", "Talia Shire")), "here"),
        ),
    )
    jaws, rocky = rows_of(reviewed, [(film("Jaws", 1975, "", "Roy Scheider"), 300)])
    assert jaws.film.aka == ("Les Dents de la mer", "Jaws 1")
    assert (jaws.film.parts, jaws.film.others) == ((("Brody", "Roy Scheider"),), ())
    assert rocky.film.aka == ("Rocky I", "Rocky 1")
    assert rocky.film.parts == (("Apollo", "Carl Weathers"), ("Adrian", "Talia Shire"))
    assert rocky.film.others == ("Carl Weathers", "Talia Shire")


def test_a_title_abroad_put_into_english_is_none_of_a_films_titles() -> None:
    reviewed = Reviewed(rendered=(Rendered("Jaws", 1975, ("Teeth of the Sea",), "here"),))
    known = of(rows_of(reviewed, [(film("Jaws", 1975, "Steven Spielberg"), 300)]))
    assert [one.title for one in known.rendered("The Teeth of the Sea")] == ["Jaws"]
    assert known.rendered("Jaws") == known.titled("Teeth of the Sea") == []
    assert not known.is_title("Teeth of the Sea")


def test_a_series_is_not_the_film_of_its_title() -> None:
    series = replace(film("Fargo", 1996, "Noah Hawley"), form="series")
    rows = rows_of(Reviewed((series,)), [(film("Fargo", 1996, "Joel Coen"), 300)])
    assert sorted((row.film.form, row.film.directors) for row in rows) == [
        ("film", ("Joel Coen",)), ("series", ("Noah Hawley",)),
    ]  # fmt: skip


def test_a_player_is_in_the_cast_once_however_the_initials_are_written() -> None:
    parts = Parts("Spider-Man", 2002, (("Jonah", "J.K. Simmons"), ("Jameson", "J. K. Simmons")), "here")
    for cast in ("J. K. Simmons", "J.K. Simmons", ""):
        (row,) = rows_of(Reviewed(parts=(parts,)), [(film("Spider-Man", 2002, "", cast), 5)])
        assert len(row.film.makers) == 1


def test_whoever_is_not_in_a_film_is_taken_out_of_its_cast() -> None:
    absent = Absent("Jaws", 1975, ("Ann A.", "Bob Bee"), "here")
    (row,) = rows_of(Reviewed(absent=(absent,)), [(film("Jaws", 1975, "Ann A", "Bob Bee, Cy Cee"), 5)])
    assert row.film.leads == ("Cy Cee",)
    assert row.film.directors == ("Ann A",)


def test_nobody_stands_in_a_film_under_two_names() -> None:
    chaplin = OtherNames("Charlie Chaplin", ("Charles Chaplin",), "here")
    recorded = film("The Kid", 1921, "Charles Chaplin", "Charlie Chaplin, Charles Chaplin, Jackie Coogan")
    parts = Parts("The Kid", 1921, (("The Tramp", "Charles Chaplin"),), "here")
    (row,) = rows_of(Reviewed(people=(chaplin,), parts=(parts,)), [(recorded, 5)])
    assert row.film.parts == (("The Tramp", "Charlie Chaplin"),)
    assert row.film.directors == ("Charlie Chaplin",)
    assert row.film.leads == ("Charlie Chaplin", "Jackie Coogan")


def test_titles_and_parts_of_no_film_are_left_out_in_memory() -> None:
    titles, parts = OtherTitles("Jaws", 1975, ("Jaws 1",), "here"), Parts("Jaws", 1975, (("A", "B"),), "here")
    assert rows_of(Reviewed(titles=(titles,), parts=(parts,))) == []
    jaws = film("Jaws", 1976)
    assert [row.film.aka for row in rows_of(Reviewed((jaws,), (titles,)))] == [()]


def test_the_name_people_chose_is_the_usual_one() -> None:
    films = [film(title, 1930, "Charles Chaplin") for title in ("A", "B", "C")]
    rows = rows_of(Reviewed((*films, film("D", 1931, "Charlie Chaplin"))))
    assert of(rows).person("charles chaplin") == "Charles Chaplin"
    known = of(rows, OtherNames("Charlie Chaplin", ("Charles Chaplin", "Charlot"), "here"))
    assert known.person("Charles Chaplin") == known.person("Charlot") == "Charlie Chaplin"
    assert len(known.films_of("Charlot")) == len(known.films_of("Charlie Chaplin")) == 4


def test_who_is_in_a_film_under_two_names_has_made_it_once() -> None:
    rows = rows_of(Reviewed((film("A", 1930, "Charles Chaplin", "Charlie Chaplin"),)))
    known = of(rows, OtherNames("Charlie Chaplin", ("Charles Chaplin",), "here"))
    assert len(known.films_of("Charles Chaplin")) == 1
    assert known.fame_of("Charlie Chaplin") == rows[0].fame


@pytest.mark.parametrize(("recorded", "usual"), [(1, "J. K. Simmons"), (3, "J.K. Simmons")])
def test_the_spelling_of_most_films_is_the_usual_one_and_a_looked_up_film_counts_twice(
    recorded: int, usual: str
) -> None:
    films = [(film("ABC"[number], 1990, "J.K. Simmons"), 9) for number in range(recorded)]
    known = of(rows_of(Reviewed((film("D", 1990, "J. K. Simmons"),)), films))
    assert {known.person(name) for name in ("J.K. Simmons", "j. k. simmons", "JK SIMMONS")} == {usual}


def test_a_suffix_is_nobodys_surname() -> None:
    known = of(rows_of(Reviewed((film("Iron Man", 2008, "", "Robert Downey Jr., Jr, Moses", known=3),))))
    assert known.people_called("Downey") == ("Robert Downey Jr.",)
    assert known.is_surname("Downey")
    assert not known.is_surname("Jr.")


def test_recorded_films_are_read_as_the_package_has_them(tmp_path: Path) -> None:
    path = movies(
        tmp_path / "it's 100%?#.db",
        (
            "A\tStory",
            2000,
            "Éva Bee, Ann Aye",
            "Cy Lo, Al Hi, Ed Begley, Jr.",
            "Drama",
            10,
            None,
            "1999-12-31",
        ),
        ("B", 2001, "", "Cy Lo", "Drama", 200, 3e6, "2001-01-01"),
        ("C", 1990, "Ann Aye", "Al Hi", "Documentary, War", 900, None, "1985-01-01"),
        ("D", 1991, "", "", "", 39, 2_000_000.0, ""),
        ("E", 1992, "", "", "", 0, 9e12, ""),
    )
    films = recorded_films(path)
    assert [(one.title, one.years, one.directors, one.known, fame) for one, fame in films] == [
        ("A Story", (2000, 1999), ("Éva Bee", "Ann Aye"), 1, 10),
        ("B", (2001,), (), 3, 201),
        ("C", (1990,), ("Ann Aye",), 3, 900),
        ("D", (1991,), (), 2, 40),
        ("E", (1992,), (), 3, 1000),
    ]
    assert films[0][0].leads == ("Cy Lo", "Al Hi", "Ed Begley Jr.")
    assert [one.form for one, _ in films] == ["film", "film", "documentary", "film", "film"]
    assert {one.looked_up for one, _ in films} == {"Wikidata"}


def test_the_best_known_of_a_recorded_cast_are_its_leads(tmp_path: Path) -> None:
    cast = [f"Player {letter}" for letter in "ABCDEFGH"]
    path = movies(
        tmp_path / "movies.db",
        ("All", 2000, "", ", ".join(cast), "", 1, None, ""),
        *(("One", 2000 + number, "", name, "", number, None, "") for number, name in enumerate(cast)),
    )
    one, _ = recorded_films(path)[0]
    assert one.leads == tuple(cast[:1:-1])
    assert one.others == ("Player A", "Player B")


SHEET = """format: btsquiz-films/1
films:
  - {title: Alien, years: [1979], directors: [Ridley Scott], leads: [Tom Skerritt], looked_up: here}
"""


def test_a_table_is_built_over_an_older_one(tmp_path: Path) -> None:
    sheet = tmp_path / "films.yaml"
    sheet.write_text(SHEET + "people: [{name: Ridley Scott, aka: [Sir Ridley], looked_up: here}]\n")
    path = movies(tmp_path / "movies.db", ("Jaws", 1975, "Steven Spielberg", "", "", 99, None, ""))
    (tmp_path / "filmography.db").write_text("an older one")
    (tmp_path / "lore.tsv").write_text("Jaws\t1975\tthe barrel\tshark\nGone\t1999\t\tlost\n")
    for _ in range(2):
        assert build(path, sheet, tmp_path / "lore.tsv", tmp_path / "filmography.db") == 2
    known = load_filmography(tmp_path)
    assert [one.title for one in known.reviewed] == ["Alien"]
    assert known.person("Sir Ridley") == "Ridley Scott"
    assert known.find("Jaws", [1975]) == film("Jaws", 1975, "Steven Spielberg")
    with closing(sqlite3.connect(tmp_path / "filmography.db")) as connection:
        assert connection.execute("select text from notice").fetchall() == [(NOTICE,)]
        cues = connection.execute("select key, kind from cue order by key").fetchall()
    assert cues == [("shark", PART), ("the barrel", WORD)]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("titles: [{title: Jaws 5, year: 1975, aka: [Jaws], looked_up: here}]", "Jaws 5 (1975)"),
        ("titles: [{title: Jaws, year: 1985, aka: [Shark], looked_up: here}]", "Jaws (1985)"),
        ("parts: [{title: Aliens, year: 1986, played: {A: B}, looked_up: here}]", "Aliens (1986)"),
        ("cues: [{title: Aliens, year: 1986, cues: [power loader]}]", "Aliens (1986)"),
    ],
)
def test_what_is_said_of_no_film_is_an_error_and_the_older_table_stays(
    more: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "films.yaml").write_text(SHEET + more + "\n")
    path = movies(tmp_path / "movies.db", ("Jaws", 1975, "", "", "", 99, None, ""))
    older = tmp_path / "filmography.db"
    older.write_text("an older one")
    with pytest.raises(FileError) as caught:
        build(path, tmp_path / "films.yaml", tmp_path / "lore.tsv", older)
    assert said in str(caught.value)
    assert older.read_text() == "an older one"


def test_an_error_in_the_reviewed_films_is_the_builders_too(tmp_path: Path) -> None:
    (tmp_path / "films.yaml").write_text(SHEET.replace("leads", "lead"))
    with pytest.raises(DocumentError) as caught:
        build(*(tmp_path / name for name in ("movies.db", "films.yaml", "lore.tsv", "filmography.db")))
    assert (caught.value.problem.line, caught.value.problem.rule) == (3, "unknown-key")


def test_a_widely_known_title_of_two_words_is_known_as_one() -> None:
    runner = film("Blade Runner", 1982, "Ada Brook", known=3)
    bird, black = film("Blackbird", 2007, "Bo Li", known=1), film("Black Bird", 1975, "Cy Day", known=3)
    least, short = film("Snow Plough", 1970, "Cy Day", known=1), film("Her Man", 1930, "Cy Day", known=3)
    films = Filmography.of(runner, bird, black, least, short)
    assert films.titled("Bladerunner") == [runner]
    assert films.titled("Blackbird") == [bird]
    assert films.titled("Snowplough") == films.titled("Herman") == []
