"""The films btsquiz knows: titles, years, directors and leads, as reviewed in `facts/films.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from btsquiz.document import DocumentError, Mapping, Node, Problem, read_document
from btsquiz.errors import FileError
from btsquiz.fields import Fields, Problems
from btsquiz.text import fold

FORMAT: Final = "btsquiz-films/1"
FILE: Final = "films.yaml"
_KEYS: Final = ("title", "years", "directors", "leads", "aka", "known", "looked_up")


@dataclass(frozen=True, slots=True)
class Film:
    """One film.

    Attributes:
        title: The title it is usually called by in English.
        years: All release years accepted, the usual one first.
        directors: All its credited directors.
        leads: Its top-billed players, in billing order.
        aka: Other titles and spellings it is met under.
        known: How widely known it is: 3 by everybody, 2 by film lovers, 1 by few.
        looked_up: What all this was checked against.
    """

    title: str
    years: tuple[int, ...]
    directors: tuple[str, ...]
    leads: tuple[str, ...]
    aka: tuple[str, ...] = ()
    known: int = 2
    looked_up: str = ""

    @property
    def year(self) -> int:
        """The usual release year."""
        return self.years[0]

    @property
    def slug(self) -> str:
        """Names it in a point: `kill-bill-volume-1-2003`."""
        return f"{fold(self.title).replace(' ', '-')}-{self.year}"


@dataclass(frozen=True, slots=True)
class Filmography:
    """Films, found by title: exact after folding, never guessed."""

    films: tuple[Film, ...]
    _by_title: dict[str, Film] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for film in self.films:
            for title in (film.title, *film.aka):
                self._by_title.setdefault(fold(title), film)

    def find(self, title: str) -> Film | None:
        """Finds the film a title names, by any title or spelling it has."""
        return self._by_title.get(fold(title))


def read_films(path: Path) -> tuple[Filmography, tuple[Problem, ...]]:
    """Reads the films; whatever is wrong is among the problems, and nothing is raised."""
    try:
        return films_of(read_document(path), path)
    except DocumentError as error:
        problem = error.problem
    except FileError as error:
        problem = Problem(str(path), 1, 1, str(error), "unreadable")
    return Filmography(()), (problem,)


def load_filmography(folder: Path) -> Filmography:
    """Reads the films of a folder of fact sheets.

    Raises:
        FileError: The file is missing or has errors.
    """
    films, problems = read_films(folder / FILE)
    if problems:
        raise DocumentError(problems[0])
    return films


def is_films(root: Node) -> bool:
    """Tells whether a document says it is a list of films."""
    written = root.get("format") if isinstance(root, Mapping) else None
    return getattr(written, "text", "").startswith("btsquiz-films/")


def films_of(root: Node, path: Path) -> tuple[Filmography, tuple[Problem, ...]]:
    """Reads the films from their document."""
    problems = Problems(str(path))
    fields = Fields(root, ("format", "about", "films"), problems, "a list of films")
    if fields.text("format", required=True) not in (FORMAT, ""):
        problems.add(fields.get("format") or root, f"the format should be `{FORMAT}`", "format")
    titles: dict[str, str] = {}

    def film(node: Node) -> Film | None:
        before = problems.errors
        one = Fields(node, _KEYS, problems, "a film")
        read = Film(
            title=one.text("title", required=True),
            years=one.integers("years", 1870, 2200),
            directors=one.texts("directors"),
            leads=one.texts("leads"),
            aka=one.texts("aka"),
            known=one.integer("known", 1, 3) or 2,
            looked_up=one.text("looked_up"),
        )
        for key, values in (("years", read.years), ("directors", read.directors), ("leads", read.leads)):
            if not values:
                problems.add(node, f"a film needs `{key}`", "missing")
        if not read.looked_up:
            problems.add(node, "a film needs `looked_up`: what it was checked against", "missing")
        _note_twins(read, node, titles, problems)
        return read if problems.errors == before else None

    return Filmography(fields.each("films", film)), tuple(problems.found)


def _note_twins(film: Film, node: Node, titles: dict[str, str], problems: Problems) -> None:
    names: Iterable[str] = {fold(title) for title in (film.title, *film.aka)}
    for name in names:
        if titles.setdefault(name, film.title) != film.title:
            message = f"`{titles[name]}` already goes by `{name}`; leave it out of one"
            problems.add(node, message, "duplicate-film")
