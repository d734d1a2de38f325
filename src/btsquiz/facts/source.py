"""The border for pages: a file becomes text, or one sentence says why it is none and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from btsquiz.document import read_bytes
from btsquiz.errors import FileError
from btsquiz.text import tame_line

MAX_BYTES: Final = 16 * 1024 * 1024
"""Bytes of one page: five times ten thousand captions; more is no page of anybody's."""

_SAVE: Final = "Save its text alone, as plain text in UTF-8."
_RECODE: Final = "Save it again as plain text in UTF-8."

_KINDS: Final = tuple(
    (re.compile(start, re.S), kind)
    for start, kind in (
        (rb"\s{0,64}%PDF-", "a PDF"),
        (rb"\s{0,64}\{\\rtf", "a document in RTF"),
        (rb"PK(?:\x03\x04|\x05\x06)", "an office document, an e-book or a zip archive"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
        (rb"\x1f\x8b|BZh\d1AY|\xfd7zXZ\0|7z\xbc\xaf|Rar!\x1a", "a compressed file"),
        (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:avif|hei|mif)", "a picture"),
    )
)
"""What a file that is no text begins with, and what it then is."""

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_HTML: Final = re.compile(
    r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|div|meta|\?xml)\b", re.I | re.S
)
_TAG: Final = re.compile(
    r"</?(?:a|article|br|div|figcaption|figure|h[1-6]|img|li|ol|p|section|span|table|td|tr|ul)(?:\s[^<>]{0,2000})?/?>",
    re.I,
)
_MIN_TAGS: Final = 4
_WORDS_A_TAG: Final = 50
"""Words to a tag beyond which tags are somebody's slip in a text, not what it is written in."""


def read_text(path: Path) -> str:
    """Reads a page saved as plain text in UTF-8.

    Raises:
        FileError: The file cannot be read, is too large, is not such text, or is empty.
    """
    name = tame_line(str(path))
    try:
        data = read_bytes(path, MAX_BYTES)
    except FileError as error:
        hint = error.hint or "Name a page saved as plain text that you may read."
        raise FileError(error.message, hint=hint) from error
    for start, kind in _KINDS:
        if start.match(data):
            raise FileError(f"`{name}` is {kind}, not text.", hint=_SAVE)
    if data.startswith(_UTF_16) or _is_every_other_byte_nul(data):
        raise FileError(f"`{name}` is text in UTF-16, not in UTF-8.", hint=_RECODE)
    if b"\0" in data:
        raise FileError(
            f"`{name}` is not text.", hint="Give a page of captions or stories saved as plain text."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            f"`{name}` is not UTF-8 text, first in line {line:,}{_guess(data)}.", hint=_RECODE
        ) from error
    if _is_html(text):
        raise FileError(f"`{name}` is a web page in HTML.", hint=_SAVE)
    if not text.strip():
        raise FileError(f"`{name}` is empty.", hint="Give a page of captions or stories.")
    return text


def _is_every_other_byte_nul(data: bytes) -> bool:
    """Tells UTF-16 without a mark at its start: of Latin letters one byte in two is zero."""
    half = min(len(data), 4096) // 2
    return half > 1 and max(data[0 : 2 * half : 2].count(0), data[1 : 2 * half : 2].count(0)) * 2 > half


def _guess(data: bytes) -> str:
    """Says what a text that is not UTF-8 looks like: in Latin-1 accents are few among plain letters."""
    if _CONTROL.search(data):
        return " and perhaps no text at all"
    far = sum(byte > 0x7F for byte in data[: 1 << 16])
    few = far * 5 < min(len(data), 1 << 16)
    return "; it looks like Latin-1 or Windows-1252" if few else "; it looks like another encoding"


def _is_html(text: str) -> bool:
    """Tells whether a text is written in HTML, whole or a fragment."""
    if _HTML.match(text[:4096]):
        return True
    tags = sum(1 for _ in _TAG.finditer(text))
    return tags >= _MIN_TAGS and tags * _WORDS_A_TAG >= len(text.split())
