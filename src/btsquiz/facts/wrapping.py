"""Which lines of a page are one paragraph that somebody broke by hand, or a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import and_
from typing import Final

from btsquiz.facts.marks import BULLET, NUMBER, begins

_RUNS_ON: Final = re.compile(r"(?:[,;–-]|\b(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|with))$")
_MIN_WRAP: Final = 50
"""Columns below which nobody wraps a text: shorter lines are lines of their own."""

_FEWEST_BREAKS: Final = 8
_RUNNING: Final = 0.4
"""Line breaks of a page, and the share of them before a small letter, from which its text is wrapped."""

_WIDTHS: Final = range(30, 110)
_FILLED: Final = 0.7
"""How wide a page is wrapped, and how long a line is, of that, whose text goes on in the next one."""

_EVEN: Final = 0.95
"""The share of such lines of a wrapped page that are neither much shorter than most nor much longer."""


def wrapped_width(lines: Sequence[str]) -> int:
    """Gives how long most lines of a page are whose text somebody broke by hand or a machine; 0 of any other.

    Most of its breaks are before a small letter, and hardly a paragraph begins with one.
    """
    pairs = [(one.strip(), two.strip()) for one, two in pairwise(["", *lines])]
    breaks = [(one, two) for one, two in pairs if one and two and not begins(two)]
    begun = [two for one, two in pairs if two and not one]
    running = [one for one, two in breaks if two[0].islower()]
    small = sum(line[0].islower() for line in begun) * 4 > len(begun)
    if small or len(breaks) < _FEWEST_BREAKS or len(running) < len(breaks) * _RUNNING:
        return 0
    width = sorted(map(len, running))[len(running) // 2]
    even = sum(width * _FILLED <= len(line) <= width / _FILLED for line in running)
    return width if width in _WIDTHS and even >= len(running) * _EVEN else 0


def paragraphs_of(lines: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Parts lines that no blank line parts: where each paragraph or single line is.

    Args:
        lines: The lines.
        width: How long most lines of the page are, if it is wrapped at no even width; else 0.
    """
    return _by_length(lines, width) if width else _by_next_word(lines)


def _by_length(lines: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Parts the lines of a wrapped page: a paragraph ends with a line cut short."""
    start = 0
    for index, line in enumerate(lines):
        after = lines[index + 1].strip() if index + 1 < len(lines) else ""
        goes_on = after and not begins(after) and (after[0].islower() or len(line) >= width * _FILLED)
        if not goes_on:
            yield start, index + 1
            start = index + 1


def _by_next_word(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Parts lines of which each of a wrapped paragraph is as long as the next one's first word lets it be."""
    width = max(map(len, lines), default=0)
    full, running = [], []
    for line, following in pairwise(lines):
        next_word = following.split()[0]
        listed = BULLET.match(following.lstrip()) or NUMBER.match(following.lstrip())
        full.append(not listed and width >= _MIN_WRAP and len(line.rstrip()) + 1 + len(next_word) > width)
        running.append(next_word[0].islower() or bool(_RUNS_ON.search(line.rstrip())))
    # Lines of a list may end alike by chance; most of a wrapped text's fill the width, some in mid-sentence.
    # Where the first begins in small letters, any line does that.
    begun = bool(lines) and not lines[0].lstrip()[0].islower()
    wrapped = begun and sum(full) * 2 >= len(full) and any(map(and_, full, running))
    start = 0
    for index in range(len(lines)):
        if index == len(full) or not (wrapped and full[index]):
            yield start, index + 1
            start = index + 1
