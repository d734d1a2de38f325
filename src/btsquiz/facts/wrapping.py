"""Which lines of a page are one paragraph that somebody broke by hand, or a machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import and_
from typing import Final

from btsquiz.facts.marks import BULLET, NUMBER, begins, is_rule

_RUNS_ON: Final = re.compile(r"(?:[,;–-]|\b(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|with))$")
_MIN_WRAP: Final = 50
"""Columns below which nobody wraps a text: shorter lines are lines of their own."""

_FEWEST_BREAKS: Final = 8
_RUNNING: Final = 0.4
"""Line breaks of a page, and the share of them before a small letter, from which its text is wrapped."""

_FEWEST_HANGING: Final = 4
_INDENT: Final = 2
"""Lines set further in than the ones over them from which a page does that, and by how many columns."""

_WIDTHS: Final = range(30, 110)
_FILLED: Final = 0.7
"""How wide a page is wrapped, and how long a line is, of that, whose text goes on in the next one."""

_FULL: Final = 0.88
"""How long a line would have been, of nearly the longest, whose text goes on in the next with a capital."""

_EVEN: Final = 0.9
"""The share of such lines of a wrapped page that are neither much shorter than most nor much longer."""


Joint = Callable[[str, str], bool]
"""Tells whether the first of two lines goes on in the second."""


def joint_of(lines: Sequence[str]) -> Joint | None:
    """Tells how the lines of a page go on whose text somebody broke at no even width; None of any other.

    Of its long lines many break before a small letter, nearly all at about one width, and hardly a paragraph
    begins with one.
    """
    pairs = [(one.strip(), two.strip()) for one, two in pairwise(["", *lines])]
    begun = [two for one, two in pairs if two and not one and not begins(two)]
    breaks = [(one, two) for one, two in pairs if one and two and not begins(two)]
    running = [one for one, two in breaks if two[0].islower()]
    width = sorted(map(len, running))[len(running) // 2] if running else 0
    long = sum(len(one) >= width * _FILLED for one, _ in breaks)
    even = sum(width * _FILLED <= len(line) <= width / _FILLED for line in running)
    small = sum(line[0].islower() for line in begun) * 4 > len(begun)
    if (
        small
        or width not in _WIDTHS
        or long < _FEWEST_BREAKS
        or even < max(long * _RUNNING, len(running) * _EVEN)
    ):
        return None

    widest = sorted(map(len, running))[len(running) * 9 // 10]

    def goes_on(one: str, two: str) -> bool:
        full = len(one) + 1 + len(two.split()[0]) > widest * _FULL
        return not begins(two) and (two[0].islower() or full)

    return goes_on


def is_hanging(lines: Sequence[str]) -> bool:
    """Tells whether a page sets what goes on under a line further in than the line."""
    return sum(_hangs(one, two) for one, two in pairwise(lines)) >= _FEWEST_HANGING


def _hangs(one: str, two: str) -> bool:
    """Tells whether a line is set further in than the one right over it, and begins nothing."""
    first, second = one.strip(), two.strip()
    further = len(two) - len(two.lstrip()) >= len(one) - len(one.lstrip()) + _INDENT
    return bool(first and second) and further and not begins(second)


def paragraphs_of(
    lines: Sequence[str], joint: Joint | None, *, hanging: bool = False
) -> Iterator[tuple[int, int]]:
    """Parts lines that no blank line parts: where each paragraph or single line is.

    Args:
        lines: The lines.
        joint: How the lines of their page go on, if all of it was wrapped.
        hanging: Whether what goes on is set further in.
    """
    start = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or is_rule(lines[index]):
            within = lines[start:index]
            parts = list(_by_joint(within, joint) if joint else _by_next_word(within))
            for first, end in _with_hanging(parts, within) if hanging else parts:
                yield start + first, start + end
            if index < len(lines):
                yield index, index + 1
            start = index + 1


def _with_hanging(parts: Sequence[tuple[int, int]], lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Joins parts to the one they are set under."""
    joined: list[tuple[int, int]] = []
    for first, end in parts:
        if joined and _hangs(lines[joined[-1][0]], lines[first]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    yield from joined


def _by_joint(lines: Sequence[str], joint: Joint) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(len(lines)):
        if index + 1 == len(lines) or not joint(lines[index].strip(), lines[index + 1].strip()):
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
