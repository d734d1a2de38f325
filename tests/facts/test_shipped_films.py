"""The films we ship: the table is what the package and the reviewed films make, whole and with its notice."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import distribution
from importlib.resources import files
from itertools import zip_longest
from pathlib import Path

import pytest

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.reviewed import Reviewed, read_films
from btsquiz.facts.sheet import read_sheet
from btsquiz.facts.spelling import name_key
from btsquiz.facts.table import LOOKED_UP, build
from btsquiz.facts.titles import title_key
from btsquiz.fields import Fields, Problems
from btsquiz.packs.shelf import read_shelf

FACTS = Path(__file__).parents[2] / "questions" / "facts"
TABLE = FACTS / "filmography.db"
NOTICE = FACTS / "NOTICE.md"
PACKAGE = "bokeh_sampledata"


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{TABLE.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


@pytest.fixture(scope="module")
def known() -> Filmography:
    return load_filmography(FACTS)


@pytest.fixture(scope="module")
def reviewed() -> Reviewed:
    read, problems = read_films(FACTS / "films.yaml")
    assert [str(problem) for problem in problems] == []
    return read


@pytest.fixture(scope="module")
def every(known: Filmography, table: sqlite3.Connection) -> list[Film]:
    titles = [title for (title,) in table.execute("select distinct title from film order by title")]
    films = dict.fromkeys(film for title in titles for film in known.titled(title))
    assert len(films) == table.execute("select count(*) from film").fetchone()[0]
    return list(films)


def test_the_table_is_what_the_package_and_the_reviewed_films_make(
    table: sqlite3.Connection, tmp_path: Path
) -> None:
    movies = Path(str(files(PACKAGE) / "_data" / "movies.db"))
    build(movies, FACTS / "films.yaml", FACTS / "lore.tsv", tmp_path / "filmography.db")
    with closing(sqlite3.connect(tmp_path / "filmography.db")) as built:
        pairs = enumerate(zip_longest(built.iterdump(), table.iterdump()))
        first = next(((line, ours, theirs) for line, (ours, theirs) in pairs if ours != theirs), None)
    assert first is None, "make the filmography again"


def test_the_table_says_where_it_is_from(table: sqlite3.Connection) -> None:
    ((notice,),) = table.execute("select text from notice").fetchall()
    assert "Wikidata" in notice
    assert "CC0 1.0" in notice


def test_the_notice_keeps_the_packages_words() -> None:
    notice = " ".join(NOTICE.read_text(encoding="utf-8").replace("\n>", "\n").split())
    package = distribution(PACKAGE)
    licences = {path.name: path for path in package.files or () if path.parent.name == "licenses"}
    inventory = json.loads(licences["datasets.json"].read_text("utf-8"))
    (movies,) = (one for one in inventory["datasets"] if one["module"] == "movies_data")
    assert movies["license_expression"] == "CC0-1.0"
    assert movies["sha256"]["movies.db"] in notice, "other data than the table was made from"
    assert f"{PACKAGE} {package.version}" in notice
    for key in ("attribution", "notes", "selection", "transformation", "verified_source_terms"):
        assert movies[key] in notice, key
    assert all(source in notice for source in movies["sources"])
    (said,) = re.findall(r"Movie information.+?(?=\n\n)", licences["README.md"].read_text("utf-8"), re.S)
    assert " ".join(said.split()) in notice


def test_two_hundred_films_were_looked_up_where_the_package_has_none(reviewed: Reviewed) -> None:
    beyond = [film for film in reviewed.films if film.year < 1940 or film.year > 2014]
    assert len(beyond) >= 200
    assert [film.title for film in reviewed.films if not film.looked_up or film.looked_up == LOOKED_UP] == []


def test_every_film_of_the_sheets_is_found_with_its_year(known: Filmography) -> None:
    facts = [fact for path in sorted(FACTS.glob("0*.yaml")) for fact in read_sheet(path).facts if fact.film]
    assert len(facts) > 60
    lost = []
    for fact in facts:
        film = known.find(fact.film, fact.years)
        if film is None or not set(film.years) & set(fact.years) or film.title != fact.film:
            lost.append((fact.film, fact.years))
    assert lost == []


def test_no_two_films_are_one(every: list[Film], reviewed: Reviewed, known: Filmography) -> None:
    """Two recorded ones may share title and year, but no director; a reviewed one shares them with none."""
    shared = [
        (film.title, film.years)
        for film in every
        for other in known.titled(film.title)
        if other != film and film.title == other.title and set(film.years) & set(other.years)
        if known.is_reviewed(film) or set(film.directors) & set(other.directors)
    ]
    assert shared == []
    assert len({(film.title, film.year) for film in reviewed.films}) == len(reviewed.films)


def test_a_reviewed_title_leads_to_one_film_of_its_year(reviewed: Reviewed, known: Filmography) -> None:
    told = [
        (title, year) for film in reviewed.films for title in (film.title, *film.aka) for year in film.years
    ]
    told += [(title, other.year) for other in reviewed.titles for title in (other.title, *other.aka)]
    for title, year in told:
        assert len([film for film in known.titled(title) if year in film.years]) == 1, (title, year)


def test_everybody_with_a_part_is_among_the_films_makers(every: list[Film], reviewed: Reviewed) -> None:
    assert sum(bool(film.parts) for film in every) == len(reviewed.parts)
    for film in every:
        makers = set(map(name_key, film.makers))
        assert [player for _, player in film.parts if name_key(player) not in makers] == [], film.title


def test_a_nickname_is_nobody_elses_name(reviewed: Reviewed, known: Filmography) -> None:
    for person in reviewed.people:
        for name in person.aka:
            assert known.person(name) in {person.name, None}, name


def test_nothing_of_awards_or_takings_is_shipped(table: sqlite3.Connection) -> None:
    columns = {
        f"{name}.{column}"
        for (name,) in table.execute("select name from sqlite_master where type = 'table'").fetchall()
        for _, column, *_ in table.execute(f"pragma table_info({name})")
    }
    assert columns == {
        *(f"film.{column}" for column in (
            "id", "title", "years", "directors", "leads", "others", "aka", "known", "looked_up",
            "form", "parts", "rendered", "crew", "fame", "reviewed",
        )),
        "cue.key", "cue.film", "cue.kind",
        "part.name", "part.film", "title.key", "title.film", "title.part", "person.key", "person.name",
        "person.fame", "person.films", "person.alias", "near.sound", "near.person", "word.word",
        "word.first", "word.last", "notice.text",
    }  # fmt: skip


def test_what_is_asked_of_awards_or_takings_was_looked_up_elsewhere() -> None:
    about = re.compile(r"\b(oscars?(?! isaac)|academy award|box.office|takings|gross(ed|es|ing)?)\b", re.I)
    asked = {}
    for fact in (fact for path in sorted(FACTS.glob("*.yaml")) for fact in read_sheet(path).facts):
        for _, node in fact.asks:
            fields = Fields(node, ("ask", "checked"), Problems(""), "a question")
            looked_up = {source.name for source in fact.looked_up}
            asked[fields.text("ask")] = {*fields.text("checked").split("; "), *looked_up} - {""}
    shipped = [question.ask for question in read_shelf([FACTS.parent], lambda pack: ()).questions()]
    told = [ask for ask in shipped if about.search(ask)]
    assert len(told) > 3
    assert [ask for ask in told if not asked.get(ask, set()) - {"Wikidata", "Wikidata film table"}] == []


def test_names_and_titles_are_whole(every: list[Film]) -> None:
    for film in every:
        names = (film.title, *film.aka, *film.makers)
        assert all(name == " ".join(name.split()) != "" for name in names), film
        assert {"Jr.", "Sr.", "III", "PhD"}.isdisjoint(map(str, film.makers)), film
        assert title_key(film.title), film
        assert all(1890 <= year <= 2026 for year in film.years), film
