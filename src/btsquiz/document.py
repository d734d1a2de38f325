"""Bounded YAML: a file of anybody's becomes a tree of texts with line, column and quoting, or problems.

Only libyaml's *events* are read, never objects, so nothing in a file can build a type, expand an alias or
grow beyond the limits below. Every plain scalar stays the text it was written as.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import yaml

from btsquiz.errors import FileError
from btsquiz.text import clean, refusal, tame_line

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 8
MAX_NODES: Final = 400_000
"""Texts, lists and mappings in one file."""
MAX_TEXT: Final = 20_000
"""Characters in one scalar."""
MAX_MESSAGE: Final = 400
"""Characters of a message that are shown: an author's text in it may be as long as a scalar."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOST_COMMENT: Final = re.compile(r"(?:,[ \t]*|[ \t]+)(#\S.{,60})")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file, where it is, and the rule it breaks.

    Attributes:
        path: The file as it was named.
        line: From 1.
        column: From 1.
        message: What is wrong and how to mend it.
        rule: The rule's name.
        level: Only an error keeps a pack from being played.
    """

    path: str
    line: int
    column: int
    message: str
    rule: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = f"{tame_line(self.path)}:{self.line}:{self.column}"
        return f"{place}: {self.level}: {tame_line(self.message[:MAX_MESSAGE])} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `quoted` where it stood in quotes or as a block."""

    text: str
    quoted: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """Gives the value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class DocumentError(FileError):
    """A file that cannot be read as a document at all; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_bytes(path: Path, limit: int) -> bytes:
    """Reads a regular file no larger than `limit` bytes.

    Raises:
        FileError: It is missing, not a regular file, too large, or may not be read.
    """
    name = tame_line(str(path))
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileError(f"Cannot read `{name}`: it is not a regular file.")
            data = file.read(limit + 1) or b""
    except OSError as error:
        what = "No such file" if error.errno == errno.ENOENT else os.strerror(error.errno or 0)
        raise FileError(f"Cannot read `{name}`: {what.lower()}.") from error
    if len(data) > limit:
        raise FileError(
            f"`{name}` is larger than {limit // 1024:,} KiB.", hint="Split it into smaller files."
        )
    return data


def _open_at_once(path: str, flags: int) -> int:
    # Opening a FIFO nobody writes to must not wait for ever.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_document(path: Path, shown_as: str | None = None) -> Node:
    """Reads one YAML file within the limits.

    Args:
        path: The file.
        shown_as: How problems name it; the path where left out.

    Raises:
        FileError: The file cannot be read.
        DocumentError: It is not UTF-8, not YAML, or breaks a limit.
    """
    name = shown_as if shown_as is not None else str(path)
    data = read_bytes(path, MAX_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - before.rfind(b"\n")
        message = "this is not UTF-8 text; save the file as UTF-8"
        raise DocumentError(Problem(name, line, column, message, "not-utf-8")) from error
    return parse_document(text, name)


def parse_document(text: str, name: str) -> Node:
    """Parses YAML text within the limits.

    Raises:
        DocumentError: The text is not YAML or breaks a limit.
    """
    return _Parser(text, name).parse()


class _Parser:
    """Turns one text's events into a tree."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        # Tabs mean something to YAML, so this is not yet `clean`.
        self._text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        self._lines = [*self._text.split("\n"), ""]
        self._count = 0
        self._next: Callable[[], Any]

    def parse(self) -> Node:
        bad = refusal(self._text)
        if bad is not None:
            before = self._text[: bad[0]]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            raise self._error(line, column, f"{bad[1]} is not allowed; remove it", "unfit-text")
        loader = _LOADER(self._text)
        self._next = loader.get_event
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from error
        except (ValueError, OverflowError) as error:  # without libyaml, of an escape beyond Unicode
            raise self._error(1, 1, f"this is not YAML: {error}", "yaml") from error
        finally:
            loader.dispose()

    def _document(self) -> Node:
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise self._error(1, 1, "the file is empty", "empty")
        root = self._node(self._next(), depth=1)
        self._next()  # the end of the document
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise self._error(
                *_place(event.start_mark), "a second document (`---`) is not allowed", "one-document"
            )
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - one of four events, all with an anchor
        line, column = _place(event.start_mark)
        self._count += 1
        if self._count > MAX_NODES:
            raise self._error(line, column, f"more than {MAX_NODES:,} entries; split the file", "too-large")
        if depth > MAX_DEPTH:
            raise self._error(line, column, f"nested more than {MAX_DEPTH} deep", "too-deep")
        if event.anchor is not None:
            message = "anchors (`&`) and aliases (`*`) are not allowed; quote the text"
            raise self._error(line, column, message, "alias")
        if event.tag is not None:
            raise self._error(line, column, "tags (`!`) are not allowed; quote the text", "tag")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            return Sequence(tuple(items), line, column)
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self._error(key.line, key.column, "a key must be a text", "key")
            if key.text == "<<" and not key.quoted:
                raise self._error(key.line, key.column, "merge keys (`<<`) are not allowed", "merge-key")
            if key.text in entries:
                message = f"the key `{key.text}` stands twice; remove one"
                raise self._error(key.line, key.column, message, "duplicate-key")
            entries[key.text] = (key, self._node(self._next(), depth + 1))
        return Mapping(tuple(entries.values()), line, column)

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> Scalar:
        escaped = event.style == '"'
        text = clean(event.value) if escaped else event.value.replace("\t", " ")
        if len(text) > MAX_TEXT:
            raise self._error(line, column, f"a text of more than {MAX_TEXT:,} characters", "too-long")
        # What is written plainly was looked at with the whole file; escapes were not.
        bad = refusal(text) if escaped else None
        if bad is not None:
            raise self._error(line, column, f"{bad[1]} is not allowed; remove it", "unfit-text")
        quoted = event.style not in (None, "")
        end_line, end_column = _place(event.end_mark)
        lost = _LOST_COMMENT.match(self._lines[end_line - 1], end_column - 1)
        if lost and (not quoted or lost[0].startswith(",")):
            message = f"`{lost[1]}` is lost as a comment; put the whole text in double quotes"
            raise self._error(end_line, end_column, message, "lost-comment")
        return Scalar(text, quoted, line, column)

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> DocumentError:
        line, column = _place(error.problem_mark or error.context_mark)
        what = error.problem or "not YAML"
        if "mapping values are not allowed" in what:
            message = "a colon here starts a new key; put the whole text in double quotes"
            return self._error(line, column, message, "unquoted-colon")
        if "nesting depth" in what:  # a newer libyaml stops reading ahead by itself
            return self._error(line, column, f"nested more than {MAX_DEPTH} deep", "too-deep")
        message = f"this is not YAML: {what}; check the quotes and the indentation, which is of spaces"
        return self._error(line, column, message, "yaml")

    def _error(self, line: int, column: int, message: str, rule: str) -> DocumentError:
        return DocumentError(Problem(self._name, line, column, message, rule))


def _place(mark: Any) -> tuple[int, int]:  # noqa: ANN401 - libyaml's marks and PyYAML's have no common type
    """Gives a mark's line and column, from 1."""
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
