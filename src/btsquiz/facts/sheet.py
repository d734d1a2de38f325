"""Fact sheets: the facts of a document as people have reviewed them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from btsquiz.document import DocumentError, Mapping, Node, Problem, Sequence, read_document
from btsquiz.errors import FileError
from btsquiz.facts.fact import AbroadTitle, Fact, FactCorrection, FactKind, Person, Reference
from btsquiz.facts.reviewed import FILE
from btsquiz.fields import Fields, Problems
from btsquiz.question import Source, Standing

FORMAT: Final = "btsquiz-facts/1"
_KEYS: Final = (
    "id", "line", "kind", "film", "film_as_written", "years", "people", "standing", "statement",
    "looked_up", "abroad", "cover", "corrections", "asks",
)  # fmt: skip
_ID: Final = re.compile(r"[0-9a-f]{10}")
_NAME: Final = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact and the place in its sheet where it begins, both from 1."""

    fact: Fact
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The reviewed facts of one document.

    Attributes:
        path: The file, as it was named.
        title: What the document is called at the reveal.
        placed: Its facts that could be read.
        problems: What was wrong in reading it.
    """

    path: str
    title: str
    placed: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that could be read, in the sheet's order."""
        return tuple(placed.fact for placed in self.placed)


def is_sheet(root: Node) -> bool:
    """Tells whether a document says it is a fact sheet."""
    written = root.get("format") if isinstance(root, Mapping) else None
    return getattr(written, "text", "").startswith("btsquiz-facts/")


def read_sheet(path: Path) -> Sheet:
    """Reads one fact sheet; whatever is wrong with it is among its problems, and nothing is raised."""
    try:
        return sheet_of(read_document(path), path)
    except DocumentError as error:
        problem = error.problem
    except FileError as error:
        problem = Problem(str(path), 1, 1, str(error), "unreadable")
    return Sheet(str(path), path.stem, problems=(problem,))


def reviewed_facts(folder: Path) -> dict[str, Fact]:
    """Gives every reviewed fact under a folder of sheets, by id.

    Raises:
        FileError: A sheet has errors; the first is named.
    """
    facts: dict[str, Fact] = {}
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        if path.name == FILE:  # no sheet, and as long as all of them
            continue
        root = read_document(path)
        if not is_sheet(root):
            continue
        sheet = sheet_of(root, path)
        for problem in sheet.problems:
            if problem.level == "error":
                raise DocumentError(problem)
        facts.update((fact.id, fact) for fact in sheet.facts)
    return facts


def sheet_of(root: Node, path: Path) -> Sheet:
    """Reads a fact sheet from its document."""
    problems = Problems(str(path))
    fields = Fields(root, ("format", "title", "about", "facts"), problems, "a fact sheet")
    if fields.text("format", required=True) not in (FORMAT, ""):
        problems.add(fields.get("format") or root, f"the format should be `{FORMAT}`", "format")
    title = fields.text("title", required=True) or path.stem

    def placed(node: Node) -> Placed | None:
        fact = _read_fact(node, problems, title)
        return Placed(fact, node.line, node.column) if fact else None

    read = fields.each("facts", placed)
    return Sheet(str(path), title, read, tuple(problems.found))


def _read_fact(node: Node, problems: Problems, title: str) -> Fact | None:
    before = problems.errors
    fields = Fields(node, _KEYS, problems, "a fact")
    identity = fields.text("id", required=True)
    if identity and not _ID.fullmatch(identity):
        problems.add(fields.get("id") or node, "`id` should be ten hex digits", "fact-id")
    for key in ("kind", "standing"):
        if fields.get(key) is None:
            problems.add(node, f"a fact needs `{key}`", "missing")
    fact = Fact(
        id=identity,
        kind=cast("FactKind", fields.one_of("kind", ("photo", "story", "title"), "photo")),
        film=fields.text("film"),
        film_as_written=fields.text("film_as_written"),
        years=fields.integers("years", 1870, 2200),
        people=fields.each("people", lambda item: _read_person(item, problems)),
        standing=Standing(fields.one_of("standing", tuple(Standing), Standing.UNCHECKED)),
        statement=fields.text("statement", required=True),
        source=Source(title, fields.integer("line", 1, 10_000_000)),
        looked_up=fields.each("looked_up", lambda item: _read_reference(item, problems)),
        corrections=fields.each("corrections", lambda item: _read_correction(item, problems)),
        abroad=fields.each("abroad", lambda item: _read_abroad(item, problems)),
        cover=fields.texts("cover"),
        asks=tuple(_read_asks(fields.get("asks"), problems)),
    )
    return fact if problems.errors == before else None


def _read_person(node: Node, problems: Problems) -> Person:
    fields = Fields(node, ("name", "as_written", "role"), problems, "a person")
    name = fields.text("name", required=True)
    return Person(name, fields.text("as_written") or name, fields.text("role"))


def _read_reference(node: Node, problems: Problems) -> Reference:
    fields = Fields(node, ("name", "address"), problems, "a reference")
    return Reference(fields.text("name", required=True), fields.text("address"))


def _read_abroad(node: Node, problems: Problems) -> AbroadTitle:
    fields = Fields(node, ("country", "title", "says"), problems, "a title abroad")
    country, title, says = (fields.text(key, required=True) for key in ("country", "title", "says"))
    return AbroadTitle(country, title, says)


def _read_correction(node: Node, problems: Problems) -> FactCorrection:
    keys = ("written", "truth", "kind", "why", "sure", "looked_up")
    fields = Fields(node, keys, problems, "a correction")
    kind = fields.one_of("kind", ("typo", "translation", "title", "fact", "lost"), "fact")
    return FactCorrection(
        written=fields.text("written", required=kind != "lost"),
        truth=fields.text("truth", required=True),
        kind=kind,
        why=fields.text("why"),
        sure=fields.one_of("sure", ("high", "medium", "low"), "high"),
        looked_up=fields.text("looked_up"),
    )


def _read_asks(node: Node | None, problems: Problems) -> Iterable[tuple[str, Node]]:
    if node is None:
        return
    if not isinstance(node, Mapping):
        problems.add(node, "`asks` should be families, each with its list of questions", "shape")
        return
    for family, questions in node.entries:
        if not _NAME.fullmatch(family.text):
            problems.add(family, "a family is named in small letters, with hyphens", "family")
        elif not isinstance(questions, Sequence):
            problems.add(questions, f"`{family.text}` should be a list of questions", "shape")
        else:
            for question in questions.items:
                yield family.text, question
