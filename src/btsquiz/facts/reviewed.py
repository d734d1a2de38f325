"""What people have looked up about films: `facts/films.yaml`, which adds to the table what that lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from btsquiz.document import DocumentError, Mapping, Node, Problem, read_document
from btsquiz.errors import FileError
from btsquiz.facts.film import FORMS, Film, Form
from btsquiz.facts.spelling import name_key
from btsquiz.facts.titles import title_key
from btsquiz.fields import Fields, Problems

FORMAT: Final = "btsquiz-films/1"
FILE: Final = "films.yaml"
_KEYS: Final = ("title", "years", "directors", "leads", "aka", "known", "form", "looked_up")
_TITLE_KEYS: Final = ("title", "year", "aka", "looked_up")
_RENDERED_KEYS: Final = ("title", "year", "says", "looked_up")
_PART_KEYS: Final = ("title", "year", "played", "looked_up")
_CUE_KEYS: Final = ("title", "year", "cues", "crew", "aka", "says")
_ABSENT_KEYS: Final = ("title", "year", "names", "looked_up")
_PERSON_KEYS: Final = ("name", "aka", "looked_up")
_YEARS: Final = (1870, 2200)

Claims = dict[str, tuple[str, Node]]
"""By what is said to belong to one entry alone, that entry and its name."""


@dataclass(frozen=True, slots=True)
class OtherTitles:
    """Titles by which a film of the table is met elsewhere.

    Attributes:
        title: Its title in the table.
        year: Its year there.
        aka: The other titles.
        looked_up: Where they were seen.
    """

    title: str
    year: int
    aka: tuple[str, ...]
    looked_up: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a film's titles abroad say, put word for word into English; other films may be called so.

    Attributes:
        title: The film's title.
        year: Its year.
        says: What its titles abroad say.
        looked_up: Where these titles were seen.
    """

    title: str
    year: int
    says: tuple[str, ...]
    looked_up: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Who played what in a film.

    Attributes:
        title: The film's title.
        year: Its year.
        played: Its best known parts, each with its player.
        looked_up: Where that was seen.
    """

    title: str
    year: int
    played: tuple[tuple[str, str], ...]
    looked_up: str


@dataclass(frozen=True, slots=True)
class Cues:
    """What a film is known by; it helps to find the film of a story, and nothing of it is asked.

    Attributes:
        title: The film's title.
        year: Its year.
        cues: What a story of its making mentions, and few other films' would.
        crew: Who else had to do with it.
        aka: What it is called elsewhere.
        says: What that says, put into English as a machine would.
    """

    title: str
    year: int
    cues: tuple[str, ...] = ()
    crew: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """Whom a table of casts names for a film they are not in, or too briefly for anybody to know.

    Attributes:
        title: The film's title.
        year: Its year.
        names: Who is not in it.
        looked_up: Where that was seen.
    """

    title: str
    year: int
    names: tuple[str, ...]
    looked_up: str


@dataclass(frozen=True, slots=True)
class OtherNames:
    """Names that mean one person and nobody else: nicknames, and other spellings."""

    name: str
    aka: tuple[str, ...]
    looked_up: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What `films.yaml` says.

    Attributes:
        films: Films, whole.
        titles: Other titles of films that the table has.
        rendered: What titles abroad say in English, of any film.
        parts: Who played what, in any film.
        cues: What films are known by.
        people: Other names of people.
        absent: Whom the table names for a film they are not in, or hardly.
    """

    films: tuple[Film, ...] = ()
    titles: tuple[OtherTitles, ...] = ()
    rendered: tuple[Rendered, ...] = ()
    parts: tuple[Parts, ...] = ()
    cues: tuple[Cues, ...] = ()
    people: tuple[OtherNames, ...] = ()
    absent: tuple[Absent, ...] = ()


def read_films(path: Path) -> tuple[Reviewed, tuple[Problem, ...]]:
    """Reads the films; whatever is wrong is among the problems, and nothing is raised."""
    try:
        return films_of(read_document(path), path)
    except DocumentError as error:
        problem = error.problem
    except FileError as error:
        problem = Problem(str(path), 1, 1, str(error), "unreadable")
    return Reviewed(), (problem,)


def is_films(root: Node) -> bool:
    """Tells whether a document says it is a list of films."""
    written = root.get("format") if isinstance(root, Mapping) else None
    return getattr(written, "text", "").startswith("btsquiz-films/")


def films_of(root: Node, path: Path) -> tuple[Reviewed, tuple[Problem, ...]]:
    """Reads what has been looked up from its document.

    No two films may go by one title in one year, for no page could say which it means; nor two people by one
    name.
    """
    problems = Problems(str(path))
    fields = Fields(
        root,
        ("format", "about", "films", "titles", "rendered", "parts", "cues", "people", "absent"),
        problems,
        "a list of films",
    )
    if fields.text("format", required=True) not in (FORMAT, ""):
        problems.add(fields.get("format") or root, f"the format should be `{FORMAT}`", "format")
    titles: Claims = {}
    said: Claims = {}
    played: Claims = {}
    told: Claims = {}
    names: Claims = {}
    missing: Claims = {}
    reviewed = Reviewed(
        fields.each("films", lambda node: _read_film(node, titles, problems)),
        fields.each("titles", lambda node: _read_titles(node, titles, problems)),
        fields.each("rendered", lambda node: _read_rendered(node, said, problems)),
        fields.each("parts", lambda node: _read_parts(node, played, problems)),
        fields.each("cues", lambda node: _read_cues(node, told, problems)),
        fields.each("people", lambda node: _read_names(node, names, problems)),
        fields.each("absent", lambda node: _read_absent(node, missing, problems)),
    )
    return reviewed, tuple(problems.found)


def _read_film(node: Node, titles: Claims, problems: Problems) -> Film | None:
    before = problems.errors
    fields = Fields(node, _KEYS, problems, "a film")
    film = Film(
        title=fields.text("title", required=True),
        years=fields.integers("years", *_YEARS),
        directors=fields.texts("directors"),
        leads=fields.texts("leads"),
        aka=fields.texts("aka"),
        known=2 if fields.get("known") is None else fields.integer("known", 0, 3) or 0,
        form=cast("Form", fields.one_of("form", FORMS, "film")),
        looked_up=fields.text("looked_up"),
    )
    _need(fields, years=film.years, directors=film.directors, leads=film.leads, looked_up=film.looked_up)
    called = [f"{title_key(title)} ({year})" for title in (film.title, *film.aka) for year in film.years]
    return film if _is_alone(node, film.title, called, titles, problems, before) else None


def _read_titles(node: Node, titles: Claims, problems: Problems) -> OtherTitles | None:
    before = problems.errors
    fields = Fields(node, _TITLE_KEYS, problems, "a film of other titles")
    year = fields.integer("year", *_YEARS) or 0
    read = OtherTitles(
        fields.text("title", required=True), year, fields.texts("aka"), fields.text("looked_up")
    )
    _need(fields, year=read.year, aka=read.aka, looked_up=read.looked_up)
    called = [f"{title_key(title)} ({year})" for title in (read.title, *read.aka)]
    return read if _is_alone(node, read.title, called, titles, problems, before) else None


def _read_rendered(node: Node, said: Claims, problems: Problems) -> Rendered | None:
    before = problems.errors
    fields = Fields(node, _RENDERED_KEYS, problems, "a film of titles put into English")
    year = fields.integer("year", *_YEARS) or 0
    read = Rendered(fields.text("title", required=True), year, fields.texts("says"), fields.text("looked_up"))
    _need(fields, year=read.year, says=read.says, looked_up=read.looked_up)
    called = [f"{title_key(read.title)} ({year})"]
    return read if _is_alone(node, read.title, called, said, problems, before) else None


def _read_parts(node: Node, played: Claims, problems: Problems) -> Parts | None:
    before = problems.errors
    fields = Fields(node, _PART_KEYS, problems, "a film of parts")
    year = fields.integer("year", *_YEARS) or 0
    read = Parts(
        fields.text("title", required=True), year, fields.mapping("played"), fields.text("looked_up")
    )
    _need(fields, year=read.year, played=read.played, looked_up=read.looked_up)
    called = [f"{title_key(read.title)} ({year})"]
    return read if _is_alone(node, read.title, called, played, problems, before) else None


def _read_cues(node: Node, told: Claims, problems: Problems) -> Cues | None:
    before = problems.errors
    fields = Fields(node, _CUE_KEYS, problems, "a film with its cues")
    year = fields.integer("year", *_YEARS) or 0
    read = Cues(
        fields.text("title", required=True),
        year,
        fields.texts("cues"),
        fields.texts("crew"),
        fields.texts("aka"),
        fields.texts("says"),
    )
    _need(fields, year=read.year, cues=read.cues or read.crew or read.aka or read.says)
    called = [f"{title_key(read.title)} ({year})"]
    return read if _is_alone(node, read.title, called, told, problems, before) else None


def _read_absent(node: Node, missing: Claims, problems: Problems) -> Absent | None:
    before = problems.errors
    fields = Fields(node, _ABSENT_KEYS, problems, "a film with somebody who is not in it")
    year = fields.integer("year", *_YEARS) or 0
    read = Absent(fields.text("title", required=True), year, fields.texts("names"), fields.text("looked_up"))
    _need(fields, year=read.year, names=read.names, looked_up=read.looked_up)
    called = [f"{title_key(read.title)} ({year})"]
    return read if _is_alone(node, read.title, called, missing, problems, before) else None


def _read_names(node: Node, names: Claims, problems: Problems) -> OtherNames | None:
    before = problems.errors
    fields = Fields(node, _PERSON_KEYS, problems, "a person of other names")
    read = OtherNames(fields.text("name", required=True), fields.texts("aka"), fields.text("looked_up"))
    _need(fields, aka=read.aka, looked_up=read.looked_up)
    called = list(map(name_key, (read.name, *read.aka)))
    return read if _is_alone(node, read.name, called, names, problems, before) else None


def _need(fields: Fields, **read: object) -> None:
    for key, value in read.items():
        if not value:
            fields.problems.add(fields.node, f"{fields.what} needs `{key}`", "missing")


def _is_alone(
    node: Node, name: str, called: Iterable[str], claims: Claims, problems: Problems, before: int
) -> bool:
    """Notes by what else an entry without errors is called, and tells whether nothing was called that yet."""
    if problems.errors > before:
        return False
    for key in dict.fromkeys(called):
        other, owner = claims.setdefault(key, (name, node))
        if owner is not node:
            problems.add(node, f"`{other}` already goes by `{key}`; leave it out of one", "duplicate")
    return problems.errors == before
