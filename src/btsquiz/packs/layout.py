"""Lays data out as YAML: lists indented, plain words plain, and every other text in double quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

_PLAIN: Final = re.compile(r"[^\W\d_][\w.’'!?&-]*(?: [\w.’'!?&-]+)*")
_NOT_PLAIN: Final = frozenset(["yes", "no", "on", "off", "y", "n", "true", "false", "null"])
_ESCAPED: Final = re.compile('["\\\\\x85\u2028\u2029\ufeff]|[^ -~\xa0-\ud7ff\ue000-\ufffd]')
_ESCAPES: Final = {
    '"': '\\"', "\\": "\\\\", "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n",
    "\v": "\\v", "\f": "\\f", "\r": "\\r", "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_LONGEST_KEY: Final = 120
"""Characters of a key that stands before its colon; YAML itself allows 1024."""


def dump(data: Mapping[str, object]) -> str:
    """Writes texts, `Decimal`, `bool`, lists and mappings as YAML; the same data gives the same bytes."""
    return "".join(f"{line}\n" for line in _entries(data))


def dump_items(items: Sequence[object]) -> str:
    """Writes a list as it stands under a key of a file's own mapping."""
    return "".join(f"  {line}\n" for line in _items(items))


def _entries(data: Mapping[str, object]) -> Iterator[str]:
    for key, value in data.items():
        written = _scalar(key)
        if len(written) > _LONGEST_KEY:
            yield f"? {written}"
            written = ""
        match value:
            case Mapping() if value:
                yield f"{written}:"
                yield from (f"  {line}" for line in _entries(value))
            case list() if value:
                yield f"{written}:"
                yield from (f"  {line}" for line in _items(value))
            case _:
                yield f"{written}: {_scalar(value)}"


def _items(items: Sequence[object]) -> Iterator[str]:
    for item in items:
        lines = list(_entries(item)) if isinstance(item, Mapping) and item else [_scalar(item)]
        yield from (f"{'  ' if place else '- '}{line}" for place, line in enumerate(lines))


def _scalar(value: object) -> str:
    if type(value) is str:
        return _quoted(value)
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case list():
            return "[]"
        case Mapping():
            return "{}"
        case _:
            return _quoted(str(value))


@lru_cache(maxsize=16384)
def _quoted(text: str) -> str:
    """Writes a text plain where YAML reads it as itself; names and sources come again and again."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
