"""What all of a page is about: one film, or somebody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.headings import MAX_PAGE_TITLE_WORDS, kind_said, said, title_line
from btsquiz.facts.kinds import is_on_set
from btsquiz.facts.link import SAID, support
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.page import Block
from btsquiz.facts.title import Title
from btsquiz.text import fold

TOP: Final = 5
"""Blocks at the top of a page that may say what it collects."""

_SAMPLE: Final = 60
"""Blocks of a long page that tell what all of it is about."""

_WELL_KNOWN: Final = 30
"""Reviews of a film that a page may be about without naming its makers everywhere."""

_NAMED: Final = 3
"""Texts that name the makers of a film that a line near the top names plainly."""

_STAR_OF: Final = 3
"""One text in so many must name the star of a page, in full or in part."""

_TOPIC: Final = re.compile(
    r"\b(?:about|of|from|on|behind|in|with|inside|making|filming|shooting|du|de|del|sur|le)\s+(?:the\s+)?[\"'“‘«*_]?$|^\W*$|[:|–—-]\s*$",
    re.I,
)


_NO_FILM: Final = Title()


@dataclass(frozen=True, slots=True)
class Subject:
    """What all of a page is about.

    Attributes:
        film: The film; empty where it is about several.
        line: The line that says so; 0 where none does.
        star: The one person its pictures are of; empty where they are of several.
    """

    film: Title = _NO_FILM
    line: int = 0
    star: str = ""


def subject_of(blocks: Sequence[Block], linker: Linker) -> Subject:
    """Finds what a page is about."""
    top = [block for block in blocks[:TOP] if not title_line(block, linker)]
    film, line = _film(top, blocks, linker)
    return Subject(film, line, _star(top, blocks, linker))


def _star(top: Sequence[Block], blocks: Sequence[Block], linker: Linker) -> str:
    """Finds somebody whom a line at the top names alone, and many texts after it by first name or surname."""
    for block in top:
        people = [name.text for name in find_names(block.text, linker) if linker.is_person(name.text)]
        if len(people) != 1 or block.words > MAX_PAGE_TITLE_WORDS or is_on_set(block.text):
            continue
        parts = set(fold(people[0]).split())
        texts = [one.text for one in blocks if one.line > block.line and one.words > 4]
        named = sum(not parts.isdisjoint(fold(text).split()) for text in texts)
        if len(texts) >= TOP and named * _STAR_OF >= len(texts):
            return linker.films.person(people[0]) or people[0]
    return ""


def _are_of_films(texts: Sequence[str], linker: Linker) -> bool:
    """Tells whether many of these texts name a film of their own."""
    return sum(bool(said(text, linker)) for text in texts) * 3 > len(texts)


def _is_last(one: Mention, block: Block) -> bool:
    """Tells whether a line that says what its page has ends with a title: "15 things about The Third Man"."""
    ends = not block.text[one.end :].strip(" .:!?\"”’'")
    return ends and " " in one.written and kind_said([block]) is not None


def _film(top: Sequence[Block], blocks: Sequence[Block], linker: Linker) -> tuple[Title, int]:
    """Finds the film that a line at the top names, if its makers are named all over the page."""
    for block in top:
        names = find_names(block.text, linker)
        told = any(linker.is_person(name.text) for name in names) or is_on_set(block.text)
        # The very first line may say who made the film that all of the page is about.
        titled = block is blocks[0] and not is_on_set(block.text)
        if block.words > MAX_PAGE_TITLE_WORDS or (told and not titled and not kind_said([block])):
            continue
        below = [one.text for one in blocks if one.line > block.line and one.words > 4]
        below = below[:: 1 + len(below) // _SAMPLE]
        for one in mentions(block.text, linker):
            if not (one.weight >= SAID or _TOPIC.search(block.text[: one.start])):
                continue
            films = linker.films.titled(one.written)
            if (
                below
                and kind_said([block])
                and not films
                and one.year
                and one.weight >= SAID
                and not _are_of_films(below, linker)
            ):
                return linker.settle(one.written, one.year), block.line
            named = [(sum(bool(support(text, film, linker)) for text in below), film) for film in films]
            count, film = max(named, key=lambda pair: pair[0], default=(0, None))
            # Where a page misspells everybody, it is enough that it says its film and no others.
            first = block is top[0] and len(films) == 1
            plainly = (one.weight >= SAID and not one.plain) or _is_last(one, block)
            alone = plainly and count >= (1 if first else _NAMED)
            known = film is not None and linker.films.fame(film) >= _WELL_KNOWN
            alone = alone and known and not _are_of_films(below, linker)
            makers = {linker.films.person(name.text) or name.text for name in names}
            if film and titled and not kind_said([block]) and not makers <= {*film.hands}:
                continue
            if film and ((count >= 2 and count * 3 >= len(below)) or alone):
                why = "the film its page is about"
                return Title(film.title, one.written, film.years, film, "high", why), block.line
    return Title(), 0
