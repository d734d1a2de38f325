"""Lines that are made like a page's other titles, of films that we may not know: title, maker and year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from btsquiz.facts.headings import Heading
from btsquiz.facts.kinds import is_on_set
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import Block
from btsquiz.facts.titles import title_key
from btsquiz.facts.years import DIGITS

_LEAST: Final = 3
"""Titles of one form from which it is how a page writes them."""

_MOST_WORDS: Final = 14
"""Words of the longest line that may be a title of some form."""

_SIGNS: Final = r"[\s,;(\[|/–—-]"
_DATED: Final = re.compile(
    rf"(?P<rest>\S.*?)(?<!{_SIGNS})(?P<before>{_SIGNS}++){DIGITS}(?:\s?[–/-]\s?\d{{2,4}})?\W*"
)
"""A line with a year at its end, and what leads up to that."""

_BETWEEN: Final = re.compile(r"\s+[–—|/-]\s+|[,:;(]\s*|\s+\(")
"""What stands between the title and who made it."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with a year at its end, parted at the signs in it; `form` is what it shares with others."""

    parts: tuple[str, ...]
    form: tuple[str, ...]
    year: int


def titles_of_form(
    blocks: Sequence[Block], titles: Mapping[int, Heading], linker: Linker
) -> dict[int, Heading]:
    """Reads as titles, by their lines, those that are made like the page's other titles and stand like them.

    Args:
        blocks: The page, or a section of it.
        titles: The lines of it that are titles, by their numbers.
        linker: Settles the films.
    """
    lines = {
        block.line: (line, bool(block.gap) or block is blocks[0], *_stands(block, following))
        for block, following in zip_longest(blocks, blocks[1:])
        if block.words <= _MOST_WORDS and (line := _read(block.text))
    }
    shapes = {place: (line.form, *stands) for place, (line, *stands) in lines.items()}
    known = Counter(shapes[place] for place in titles if place in shapes)
    read: dict[int, Heading] = {}
    for block in blocks:
        shape = shapes.get(block.line)
        if block.line in titles or shape is None or known[shape] < _LEAST or is_on_set(block.text):
            continue
        alike = (place for place in titles if shapes.get(place) == shape)
        title = _title_part((lines[place][0], titles[place]) for place in alike)
        line = lines[block.line][0]
        if title is not None:
            makers = [part for place, part in enumerate(line.parts) if place != title]
            settled = linker.settle(line.parts[title], line.year, (), makers)
            read[block.line] = Heading(
                block.text, settled, explicit=True, year=line.year, block=block, names_maker=bool(makers)
            )
    return read


def _read(text: str) -> _Line | None:
    found = _DATED.fullmatch(text)
    if not found:
        return None
    between = tuple(one.group().strip() for one in _BETWEEN.finditer(found["rest"]))
    parts = tuple(part.strip(" \"“”«»‘’'") for part in _BETWEEN.split(found["rest"]))
    return _Line(parts, (*between, found["before"].strip()), int(found[3])) if all(parts) else None


def _stands(block: Block, following: Block | None) -> tuple[bool, bool]:
    """Tells how a line stands: apart from what is under it or not, and with a number or without."""
    return following is None or bool(following.gap), block.number is not None


def _title_part(lines: Iterable[tuple[_Line, Heading]]) -> int | None:
    """Tells which part of such lines is the title, by those whose films are known."""
    places = Counter(
        place
        for line, heading in lines
        for place, part in enumerate(line.parts)
        if title_key(part) == title_key(heading.title.as_written)
    )
    return places.most_common(1)[0][0] if places else None
