"""What people have looked up: read whole, or every error named with its place and its rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.document import MAX_BYTES, Mapping, Node, Scalar, Sequence
from btsquiz.facts.reviewed import (
    FORMAT,
    Cues,
    OtherNames,
    OtherTitles,
    Parts,
    Rendered,
    films_of,
    is_films,
    read_films,
)
from facts.made import LINES, TITLES, some

WHOLE = """\
format: btsquiz-films/1
about: what this is
films:
  - title: 8½
    years: [1963]
    directors: Federico Fellini
    leads: [Marcello Mastroianni, Claudia Cardinale]
    aka: Otto e mezzo
    known: 3
    looked_up: two books
titles:
  - {title: Jaws, year: 1975, aka: [Les Dents de la mer], looked_up: a poster}
rendered:
  - {title: Jaws, year: 1975, says: [The Teeth of the Sea], looked_up: a poster}
parts:
  - {title: Jaws, year: 1975, played: {Quint: Robert Shaw, Hooper: Richard Dreyfuss}, looked_up: a poster}
cues:
  - {title: Jaws, year: 1975, cues: [shark], crew: [Joe Alves], aka: [Белая смерть], says: [White Death]}
people:
  - {name: Alfred Hitchcock, aka: Hitch, looked_up: a book}
"""

ENTRIES = {
    "films": {"title": "A", "years": "[2000]", "directors": "[B]", "leads": "[C]", "looked_up": "here"},
    "titles": {"title": "A", "year": "2000", "aka": "[B]", "looked_up": "here"},
    "rendered": {"title": "A", "year": "2000", "says": "[B]", "looked_up": "here"},
    "parts": {"title": "A", "year": "2000", "played": "{B: C}", "looked_up": "here"},
    "people": {"name": "A", "aka": "[B]", "looked_up": "here"},
    "cues": {"title": "A", "year": "2000", "cues": "[B]"},
    "absent": {"title": "A", "year": "2000", "names": "[B]", "looked_up": "here"},
}


def written(entry: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in entry.items())}}}"


FILM = written(ENTRIES["films"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "films.yaml"


def problems(path: Path, text: str) -> list[tuple[int, int, str]]:
    path.write_text(text, encoding="utf-8")
    _, found = read_films(path)
    assert {(problem.path, problem.level) for problem in found} <= {(str(path), "error")}
    return [(problem.line, problem.column, problem.rule) for problem in found]


def test_all_is_read(path: Path) -> None:
    assert problems(path, WHOLE) == []
    read, _ = read_films(path)
    (film,) = read.films
    assert (film.title, film.years, film.directors, film.aka) == (
        "8½", (1963,), ("Federico Fellini",), ("Otto e mezzo",),
    )  # fmt: skip
    assert (film.leads, film.known, film.looked_up) == (
        ("Marcello Mastroianni", "Claudia Cardinale"), 3, "two books",
    )  # fmt: skip
    assert read.titles == (OtherTitles("Jaws", 1975, ("Les Dents de la mer",), "a poster"),)
    assert read.rendered == (Rendered("Jaws", 1975, ("The Teeth of the Sea",), "a poster"),)
    played = (("Quint", "Robert Shaw"), ("Hooper", "Richard Dreyfuss"))
    assert read.parts == (Parts("Jaws", 1975, played, "a poster"),)
    assert read.cues == (Cues("Jaws", 1975, ("shark",), ("Joe Alves",), ("Белая смерть",), ("White Death",)),)
    assert read.people == (OtherNames("Alfred Hitchcock", ("Hitch",), "a book"),)


def test_a_film_is_known_by_film_lovers_where_nothing_else_is_said(path: Path) -> None:
    assert problems(path, f"format: {FORMAT}\nfilms: [{FILM}]\n") == []
    assert [film.known for film in read_films(path)[0].films] == [2]


def test_a_film_is_no_documentary_and_no_series_where_nothing_else_is_said(path: Path) -> None:
    other = FILM.replace("2000", "2001")
    assert problems(path, f"format: {FORMAT}\nfilms:\n- {FILM}\n- {other[:-1]}, form: series}}\n") == []
    assert [film.form for film in read_films(path)[0].films] == ["film", "series"]
    assert problems(path, f"format: {FORMAT}\nfilms:\n- {FILM[:-1]}, form: play}}\n") == [(3, 80, "one-of")]


def test_which_documents_are_lists_of_films() -> None:
    def said(written: str) -> Node:
        return Mapping(((Scalar("format", False, 1, 1), Scalar(written, False, 1, 9)),), 1, 1)

    assert is_films(said(FORMAT))
    assert is_films(said("btsquiz-films/2"))
    assert not is_films(said("btsquiz-facts/1"))
    assert not is_films(Sequence((), 1, 1))
    assert not is_films(Mapping((), 1, 1))


@pytest.mark.parametrize("section", ENTRIES)
def test_an_entry_is_read_alone_and_needs_each_of_its_keys(section: str, path: Path) -> None:
    def wrong(entry: dict[str, str]) -> list[tuple[int, int, str]]:
        return problems(path, f"format: {FORMAT}\n{section}:\n  - {written(entry)}\n")

    whole = ENTRIES[section]
    assert wrong(whole) == []
    assert len(getattr(read_films(path)[0], section)) == 1
    for key in whole:
        assert wrong({other: value for other, value in whole.items() if other != key}) == [(3, 5, "missing")]
        assert getattr(read_films(path)[0], section) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("films: []\n", [(1, 1, "missing")]),
        (f"films: [{FILM}]\nformat: btsquiz-films/2\n", [(2, 9, "format")]),
        (f"format: {FORMAT}\nfilms: {FILM}\n", [(2, 8, "shape")]),
        (f"format: {FORMAT}\nfilm: [{FILM}]\n", [(2, 1, "unknown-key")]),
        (f"format: {FORMAT}\nfilms:\n- {FILM[:-1]}, year: 2000}}\n", [(3, 74, "unknown-key")]),
        (f"format: {FORMAT}\nfilms:\n- {FILM.replace('2000', '1869')}\n",
         [(3, 22, "number"), (3, 3, "missing")]),
        (f"format: {FORMAT}\nfilms:\n- {FILM[:-1]}, known: 4}}\n", [(3, 81, "number")]),
        (f"format: {FORMAT}\nfilms:\n- {FILM.replace('A', '[A]')}\n", [(3, 11, "shape")]),
        (f"format: {FORMAT}\nfilms:\n- {FILM.replace('title', 'aka')}\n- {FILM.replace('title', 'aka')}\n",
         [(3, 3, "missing"), (4, 3, "missing")]),
        (f"format: {FORMAT}\nfilms:\n- title: A\n  title: B\n", [(4, 3, "duplicate-key")]),
        (f"format: {FORMAT}\nfilms:\n- {FILM}\n\t- x\n", [(4, 1, "yaml")]),
        ("- a\n", [(1, 1, "shape"), (1, 1, "missing")]),
    ],
)  # fmt: skip
def test_errors_have_line_column_and_rule(text: str, found: list[tuple[int, int, str]], path: Path) -> None:
    assert problems(path, text) == found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("films", "{title: It, aka: [That]}"), ("films", "{title: It, aka: [This]}")),
        (("films", "{title: It, aka: [That]}"), ("films", "{title: This, aka: [the that!]}")),
        (("films", "{title: Rocky 2, aka: [That]}"), ("films", "{title: Rocky II, aka: [This]}")),
        (("films", "{title: It, aka: [That]}"), ("titles", "{title: This, aka: [That]}")),
        (("films", "{title: It, aka: [That]}"), ("titles", "{title: It, aka: [This]}")),
        (("titles", "{title: It, aka: [That]}"), ("titles", "{title: It, aka: [This]}")),
        (("parts", "{title: It, played: {A: B}}"), ("parts", "{title: it, played: {C: D}}")),
        (("cues", "{title: It, cues: [A]}"), ("cues", "{title: it, crew: [B]}")),
        (("absent", "{title: It, names: [A]}"), ("absent", "{title: it, names: [B]}")),
        (("people", "{name: Ann Aye, aka: [Annie]}"), ("people", "{name: Bea Bee, aka: [ANNIE]}")),
        (("people", "{name: Ann Aye, aka: [Annie]}"), ("people", "{name: Annie, aka: [A. B.]}")),
        (("people", "{name: F. W. Aye, aka: [Annie]}"), ("people", "{name: Bea Bee, aka: [F.W. Aye]}")),
    ],
)
def test_what_two_would_go_by_is_an_error_at_the_second(
    first: tuple[str, str], second: tuple[str, str], path: Path
) -> None:
    rest = {
        "films": ", years: [1999, 2000], directors: [B], leads: [C], looked_up: here}",
        "titles": ", year: 2000, looked_up: here}",
        "parts": ", year: 2000, looked_up: here}",
        "cues": ", year: 2000}",
        "absent": ", year: 2000, looked_up: here}",
        "people": ", looked_up: here}",
    }
    (one, entry), (other, again) = first, second
    head = f"format: {FORMAT}\n{one}:\n- {entry[:-1]}{rest[one]}\n"
    text = f"{head}{'' if one == other else other + ':'}\n- {again[:-1]}{rest[other]}\n"
    found = problems(path, text)
    assert set(found) == {(5, 3, "duplicate")}
    assert problems(path, text.replace("2000", "2010", 1).replace("1999", "2009", 1)) == (
        found if one == "people" else []
    )


@given(film=st.tuples(TITLES, some(TITLES)), people=some(LINES, 1))
def test_nobody_and_no_film_stands_in_its_own_way(
    film: tuple[str, tuple[str, ...]], people: tuple[str, ...]
) -> None:
    def scalar(text: str) -> Scalar:
        return Scalar(text, True, 1, 1)

    def texts(items: tuple[str, ...]) -> Sequence:
        return Sequence(tuple(map(scalar, items)), 1, 1)

    def entry(**fields: Node) -> Mapping:
        return Mapping(tuple((scalar(key), node) for key, node in fields.items()), 1, 1)

    title, aka = film[0], film[1] or (film[0],)
    here = scalar("here")
    films = entry(
        title=scalar(title), aka=texts(aka), years=texts(("2000", "2001")), directors=texts(people),
        leads=texts(people), looked_up=here,
    )  # fmt: skip
    names = entry(name=scalar(people[0]), aka=texts(people), looked_up=here)
    root = entry(format=scalar(FORMAT), films=Sequence((films,), 1, 1), people=Sequence((names,), 1, 1))
    read, found = films_of(root, Path("films.yaml"))
    assert found == ()
    assert [(one.title, one.aka, one.leads) for one in read.films] == [(title, aka, people)]
    assert [(one.name, one.aka) for one in read.people] == [(people[0], people)]


def test_what_is_no_document_is_one_problem(path: Path) -> None:
    assert read_films(path)[1][0].rule == "unreadable"
    path.write_bytes(b"format: \xff")
    assert len(read_films(path)[1]) == 1
    path.write_bytes(b" " * (MAX_BYTES + 1))
    assert [problem.rule for problem in read_films(path)[1]] == ["unreadable"]
    path.unlink()
    path.mkdir()
    assert [problem.rule for problem in read_films(path)[1]] == ["unreadable"]
