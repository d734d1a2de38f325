"""Typed values out of a document's mappings: known keys only, each problem kept with its line and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, Literal, TypeVar

from btsquiz.document import Mapping, Node, Problem, Scalar, Sequence

T = TypeVar("T")

MAX_PROBLEMS: Final = 500
"""Errors, and warnings, listed of one file; nobody mends more at one sitting."""


class Problems:
    """Gathers what is wrong in one file, in the order it is found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []
        self._counts: Counter[str] = Counter()

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return self._counts["error"]

    def add(self, node: Node, message: str, rule: str, *, warning: bool = False) -> None:
        """Notes a problem at a node; of too many, the last listed says so."""
        level: Literal["error", "warning"] = "warning" if warning else "error"
        self._counts[level] += 1
        if self._counts[level] == MAX_PROBLEMS:
            message, rule = f"more than {MAX_PROBLEMS - 1} {level}s; the rest are not listed", "too-many"
        if self._counts[level] <= MAX_PROBLEMS:
            self.found.append(Problem(self.path, node.line, node.column, message, rule, level))


def shape(node: Node) -> str:
    """Names a node's shape in an author's words."""
    match node:
        case Scalar():
            return "a text"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys and values"


def _nearest(word: str, names: list[str]) -> str | None:
    import difflib

    return next(iter(difflib.get_close_matches(word, names, n=1, cutoff=0.5)), None)


class Fields:
    """Reads the fields of one mapping; every reader notes a problem instead of raising.

    Args:
        node: What should be a mapping; anything else is noted and read as empty.
        known: The keys it may have; any other is an error that names the nearest.
        problems: Where problems go.
        what: What the mapping is, for messages: `a question`.
    """

    def __init__(self, node: Node, known: Iterable[str], problems: Problems, what: str) -> None:
        self.problems = problems
        self.what = what
        self.node: Node = node
        entries = node.entries if isinstance(node, Mapping) else ()
        self._values = {key.text: value for key, value in entries}
        if not isinstance(node, Mapping):
            problems.add(node, f"{what} should be keys and values, not {shape(node)}", "shape")
        names = list(known)
        for key in (key for key, _ in entries if key.text not in names):
            near = _nearest(key.text, names) if problems.errors < MAX_PROBLEMS else None
            meant = f"; did you mean `{near}`?" if near else f"; it may have {', '.join(names)}"
            problems.add(key, f"{what} has no `{key.text}`{meant}", "unknown-key")

    def get(self, key: str) -> Node | None:
        """Gives a field's node, or None where it is absent."""
        return self._values.get(key)

    def text(self, key: str, *, required: bool = False) -> str:
        """Reads one text; empty where it is absent."""
        node = self.get(key)
        if node is None:
            if required:
                self.problems.add(self.node, f"{self.what} needs `{key}`", "missing")
            return ""
        return self.text_of(node, key)

    def text_of(self, node: Node, key: str) -> str:
        """Reads a node as one text that is not empty."""
        if not isinstance(node, Scalar):
            message = f"`{key}` should be one text, not {shape(node)}"
            if isinstance(node, Mapping):
                message += "; a text with a colon needs double quotes"
                self.problems.add(node, message, "unquoted-colon")
            else:
                self.problems.add(node, message, "shape")
            return ""
        text = node.text.strip()
        if not text.strip("\u200c\u200d"):
            self.problems.add(node, f"`{key}` is empty", "empty")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """Reads a list of texts, or one text as a list of one; empty where it is absent."""
        node = self.get(key)
        if node is None:
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        if isinstance(node, Sequence) and not nodes:
            self.problems.add(node, f"`{key}` is an empty list", "empty")
        return tuple(self.text_of(item, key) for item in nodes)

    def integer(self, key: str, low: int, high: int) -> int | None:
        """Reads a whole number within bounds; None where it is absent or is not one."""
        node = self.get(key)
        if node is None:
            return None
        return self.integer_of(node, key, low, high)

    def integer_of(self, node: Node, key: str, low: int, high: int) -> int | None:
        """Reads a node as a whole number within bounds."""
        text = node.text if isinstance(node, Scalar) else ""
        if text.isascii() and text.isdigit() and len(text) <= 9 and low <= int(text) <= high:
            return int(text)
        self.problems.add(node, f"`{key}` should be a whole number from {low} to {high}", "number")
        return None

    def integers(self, key: str, low: int, high: int) -> tuple[int, ...]:
        """Reads a list of whole numbers within bounds."""
        node = self.get(key)
        if node is None:
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        read = (self.integer_of(item, key, low, high) for item in nodes)
        return tuple(number for number in read if number is not None)

    def one_of(self, key: str, allowed: Iterable[str], default: str) -> str:
        """Reads one of a few words; the default where it is absent or is none of them."""
        node = self.get(key)
        if node is None:
            return default
        words = list(allowed)
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        self.problems.add(node, f"`{key}` should be one of: {', '.join(words)}", "one-of")
        return default

    def mapping(self, key: str) -> tuple[tuple[str, str], ...]:
        """Reads texts by text, in the order written; empty where it is absent."""
        node = self.get(key)
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            message = f"`{key}` should be keys and values, not {shape(node)}"
            self.problems.add(node, message, "shape")
            return ()
        return tuple(
            (self.text_of(name, key), self.text_of(value, f"{key}: {name.text}"))
            for name, value in node.entries
        )

    def each(self, key: str, read: Callable[[Node], T | None]) -> tuple[T, ...]:
        """Reads a list, each item by `read`; what it gives None for is left out."""
        node = self.get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.problems.add(node, f"`{key}` should be a list, not {shape(node)}", "shape")
            return ()
        return tuple(item for item in map(read, node.items) if item is not None)
