"""One pack: a YAML file of questions, read with its problems or written byte for byte the same each time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from btsquiz.document import MAX_BYTES, MAX_TEXT, DocumentError, Node, Problem, read_document
from btsquiz.errors import FileError
from btsquiz.fields import Fields, Problems
from btsquiz.packs.form import question_data, read_question
from btsquiz.packs.layout import dump, dump_items
from btsquiz.question import Question
from btsquiz.text import tame_line

FORMAT: Final = "btsquiz/1"
_KEYS: Final = ("format", "title", "about", "author", "licence", "questions")
_HEAD_BYTES: Final = 16 * MAX_TEXT
"""Room kept for what stands before the questions."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A question and the place in its file where it begins, both from 1."""

    question: Question
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Pack:
    """A file of questions.

    Attributes:
        id: The stem of its file's name.
        path: The file, as it was named.
        title: What it is called.
        about: What it is, in a sentence; may be empty.
        author: Who wrote it; may be empty.
        licence: On what terms it may be passed on; may be empty.
        placed: Its questions that could be read, in the file's order.
        problems: What was wrong in reading it.
    """

    id: str
    path: str
    title: str
    about: str = ""
    author: str = ""
    licence: str = ""
    placed: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that could be read."""
        return tuple(placed.question for placed in self.placed)

    @property
    def playable(self) -> bool:
        """Whether it has no errors; warnings do not count."""
        return not any(problem.level == "error" for problem in self.problems)

    def with_problems(self, problems: Iterable[Problem]) -> Pack:
        """Gives the pack with more problems, all sorted by place."""
        found = sorted((*self.problems, *problems), key=lambda problem: (problem.line, problem.column))
        return replace(self, problems=tuple(found))


def read_pack(path: Path) -> Pack:
    """Reads one pack; whatever is wrong with it is among its problems, and nothing is raised."""
    try:
        return pack_of(read_document(path), path)
    except DocumentError as error:
        problem = error.problem
    except FileError as error:
        problem = Problem(str(path), 1, 1, str(error), "unreadable")
    return Pack(pack_id(path), str(path), pack_id(path), problems=(problem,))


def pack_id(path: Path) -> str:
    """Gives the id a pack has on the shelf."""
    return tame_line(path.stem)


def pack_of(root: Node, path: Path) -> Pack:
    """Reads a pack from its document."""
    problems = Problems(str(path))
    name = pack_id(path)
    fields = Fields(root, _KEYS, problems, "a pack")
    written = fields.text("format", required=True)
    if written and written != FORMAT:
        problems.add(fields.get("format") or root, f"the format should be `{FORMAT}`", "format")
    title = fields.text("title", required=True)
    if fields.get("questions") is None:
        problems.add(root, "a pack needs `questions`", "missing")

    def placed(node: Node) -> Placed | None:
        question = read_question(node, problems, name)
        return Placed(question, node.line, node.column) if question else None

    return Pack(
        id=name,
        path=str(path),
        title=title or name,
        about=fields.text("about"),
        author=fields.text("author"),
        licence=fields.text("licence"),
        placed=fields.each("questions", placed),
        problems=tuple(problems.found),
    )


def pack_text(title: str, questions: Sequence[Question], *, about: str = "", licence: str = "") -> str:
    """Writes a pack as YAML text."""
    return joined_text(title, map(question_text, questions), about=about, licence=licence)


def joined_text(title: str, texts: Iterable[str], *, about: str = "", licence: str = "") -> str:
    """Puts questions that are written already together as a pack."""
    head = {"format": FORMAT, "title": title, "about": about, "licence": licence}
    written = dump({key: value for key, value in head.items() if value})
    body = "".join(texts)
    return f"{written}questions:\n{body}" if body else f"{written}questions: []\n"


def question_text(question: Question) -> str:
    """Writes a question as it stands in its pack."""
    return dump_items([question_data(question)])


def fitting(questions: Sequence[Question]) -> list[str]:
    """Writes as many questions, from the first, as one file may hold."""
    size = _HEAD_BYTES
    texts: list[str] = []
    for question in questions:
        text = question_text(question)
        size += len(text.encode())
        if size > MAX_BYTES:
            break
        texts.append(text)
    return texts


def write_text(path: Path, text: str, *, force: bool) -> None:
    """Writes a file whole or not at all.

    Raises:
        FileError: The file is there and `force` was not given, or it cannot be written.
    """
    name = tame_line(str(path))
    try:
        if os.path.lexists(path) and not force:
            raise FileError(f"`{name}` is already there.", hint="Name another file, or add --force.")
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".btsquiz-", suffix=".tmp")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            umask = os.umask(0)
            os.umask(umask)
            Path(temporary).chmod(0o666 & ~umask)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileError(f"Cannot write `{name}`: {os.strerror(error.errno or 0).lower()}.") from error
