"""Reads the pages and fact sheets a command was given, and says on a terminal how far it is."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from btsquiz.clock import Clock, SystemClock
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS, SUFFIXES

if TYPE_CHECKING:
    from btsquiz.facts.filmography import Filmography
    from btsquiz.facts.reader import Page

_EVERY_MS: Final = 200


class ProgressLine:
    """One line on a terminal, written over and over and wiped at the end; nothing on anything else."""

    def __init__(self, stream: TextIO, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock
        self._told_at = clock.monotonic_ms()
        self._width = 0

    def tell(self, before: str, done: int, whole: int) -> None:
        """Says how far it is, unless it did so a moment ago."""
        now = self._clock.monotonic_ms()
        if now - self._told_at < _EVERY_MS or not self._stream.isatty():
            return
        self._told_at = now
        text = f"{before}: {done:,} of {whole:,}"
        self._stream.write(f"\r{text.ljust(self._width)}")
        self._stream.flush()
        self._width = len(text)

    def wipe(self) -> None:
        """Leaves the line as it was found."""
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()


def films_known() -> Filmography:
    """Opens the films btsquiz knows.

    Raises:
        FileError: They are not there, or cannot be read.
    """
    from btsquiz.facts.load import load_filmography

    return load_filmography(shipped_questions() / FACTS)


@contextmanager
def uncollected() -> Iterator[None]:
    """Works without looking for cycles of objects: there are none, and the look takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def read_files(
    files: Sequence[str], films: Filmography, *, raw: bool = False, quiet: bool = False
) -> list[tuple[str, Page]]:
    """Reads pages and fact sheets; of a sheet there are facts alone.

    Args:
        files: The files, as they were named.
        films: The films known.
        raw: Whether pages are to speak alone, without what people have reviewed.
        quiet: Whether to say nothing of how far it is.

    Raises:
        FileError: A file cannot be read, or a sheet has errors; the first is named.
    """
    from btsquiz.facts.reader import read_page
    from btsquiz.facts.sheet import reviewed_facts

    reviewed = {} if raw else reviewed_facts(shipped_questions() / FACTS)
    line = ProgressLine(sys.stderr, SystemClock())
    pages: list[tuple[str, Page]] = []
    try:
        for number, file in enumerate(files, 1):
            path = Path(file)
            before = f"Reading {number} of {len(files)}" if len(files) > 1 else "Reading"
            tell = (lambda done, whole: None) if quiet else partial(line.tell, before)
            page = _read_sheet(path) if path.suffix in SUFFIXES else read_page(path, films, reviewed, tell)
            pages.append((file, page))
    finally:
        line.wipe()
    return pages


def _read_sheet(path: Path) -> Page:
    from btsquiz.checks.files import check_file
    from btsquiz.document import DocumentError
    from btsquiz.facts.reader import Page
    from btsquiz.facts.sheet import read_sheet

    for problem in check_file(path):
        if problem.level == "error":
            raise DocumentError(problem)
    return Page(0, read_sheet(path).facts, ())
