"""What all of a page is about: one film, or somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log, log1p
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.headings import MAX_PAGE_TITLE_WORDS, kind_said, said
from btsquiz.facts.kinds import is_on_set
from btsquiz.facts.linker import Linker
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.page import Block
from btsquiz.facts.surroundings import support
from btsquiz.facts.talk import SENTENCE
from btsquiz.facts.title import Title
from btsquiz.facts.title_line import title_line
from btsquiz.facts.titles import title_key
from btsquiz.facts.weights import log_odds
from btsquiz.text import fold

TOP: Final = 5
"""Blocks at the top of a page that may say what it collects."""

_HEAD: Final = 8
"""Blocks at the top of a page that may name the film it is about."""

_LEAST_WORDS: Final = 4
"""Words up to which a block tells nothing."""

_MOST_WORDS: Final = 40
"""Words of the longest that does."""

_MAKING_OF: Final = re.compile(
    r"\b(?:making|filming|shooting) of\b|\brodaje de\b|\btournage d[eu]\b|\bсъ[её]м\w+ (?:фильма|картины)",
    re.I,
)
"""How an introduction says that its page is about how a film was made."""

_LEAST_OF_IT: Final = 2
"""Texts that name makers of the film a page is about, and no other film."""

_ROW: Final = 3
"""Other films with lines of their own that are but their titles, from which each is but one in a row."""

_SAMPLE: Final = 60
"""Blocks of a long page that tell what all of it is about."""

_ENOUGH: Final = log(0.4 / 0.6)
"""Log-odds from which a film is what its page is about: less than even, as no page is about two."""

_CLEAR: Final = 1.0
"""Log-odds by which it must outdo every other."""

_STAR_OF: Final = 3
"""One text in so many must name the star of a page, in full or in part."""

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
    film, line = _film(blocks, linker)
    return Subject(film, line, _star(top, blocks, linker))


def _star(top: Sequence[Block], blocks: Sequence[Block], linker: Linker) -> str:
    """Finds somebody whom a line at the top names alone, and many texts after it by first name or surname."""
    for block in top:
        people = [name.text for name in find_names(block.text, linker) if linker.is_person(name.text)]
        if len(people) != 1 or block.words > MAX_PAGE_TITLE_WORDS or is_on_set(block.text):
            continue
        parts = set(fold(people[0]).split())
        texts = [one.text for one in blocks if one.line > block.line and one.words > _LEAST_WORDS]
        named = sum(not parts.isdisjoint(fold(text).split()) for text in texts)
        if len(texts) >= TOP and named * _STAR_OF >= len(texts):
            return linker.films.person(people[0]) or people[0]
    return ""


def _are_of_films(texts: Sequence[str], linker: Linker) -> bool:
    """Tells whether many of these texts name a film of their own."""
    return sum(bool(said(text, linker)) for text in texts) * 3 > len(texts)


def _film(blocks: Sequence[Block], linker: Linker) -> tuple[Title, int]:
    """Finds the film that a line at the top names, if what is under it speaks for that one alone."""
    found = [(log_odds("subject", evidence), one) for one, evidence in films_named(blocks, linker)]
    best, named = max(found, key=lambda pair: pair[0], default=(_ENOUGH, None))
    if named and best > _ENOUGH:
        others = (odds for odds, one in found if one.film != named.film)
        if best - max(others, default=best - _CLEAR) >= _CLEAR:
            film, why = named.film, "the film its page is about"
            return Title(film.title, named.written, film.years, film, "high", why), named.line
        return _NO_FILM, 0
    for block in blocks[:TOP]:
        # A film that nobody knows is what a page is about that says so, and gives its year.
        if block.words <= MAX_PAGE_TITLE_WORDS and kind_said([block]) and not title_line(block, linker):
            for said_one in said(block.text, linker):
                if said_one.year and not linker.films.titled(said_one.written):
                    below = [one.text for one in _below(block.line, blocks)]
                    if below and not _are_of_films(below, linker):
                        return linker.settle(said_one.written, said_one.year), block.line
    return _NO_FILM, 0


@dataclass(frozen=True, slots=True)
class Named:
    """A film that a line at the top of a page names.

    Attributes:
        film: The film.
        written: Its title as the line has it.
        line: Where the line begins, from 1.
    """

    film: Film
    written: str
    line: int


def films_named(blocks: Sequence[Block], linker: Linker) -> Iterator[tuple[Named, dict[str, float]]]:
    """Gives each film that the top of a page names, and what speaks for the page’s being about it."""
    met: set[tuple[str, tuple[int, ...]]] = set()
    for place, block in enumerate(blocks[:_HEAD]):
        below = _below(block.line, blocks)
        if block.words > _MOST_WORDS:
            block = replace(block, text=_of_making(block.text))
        elif _may_be_caption(block, blocks, linker):
            continue
        if not below or not block.text:
            continue
        people = (name.text for name in find_names(block.text, linker) if linker.is_person(name.text))
        makers = {linker.films.person(name) or name for name in people}
        named = [[title_key(one.written) for one in said(text.text, linker)] for text in below]
        lines = [line.title.film for text in below if (line := title_line(text, linker))]
        title = title_line(block, linker)
        if title and block.number is not None:
            continue  # it is an item of a list of films
        titled = _titled(blocks, linker) if title else frozenset()
        for one in mentions(block.text, linker):
            if one.year is None and not any(map(str.isalpha, one.written)):
                continue  # "+1" is a film too
            for film in linker.films.titled(one.written):
                if (film.title, film.years) in met or not makers <= {*film.hands}:
                    continue
                met.add((film.title, film.years))
                row = len(titled - {film.title})
                if row >= _ROW:
                    continue
                own = {title_key(title) for title in (film.title, *film.aka)}
                of_others = [not own.issuperset(titles) for titles in named]
                only = sum(
                    not other and bool(support(text.text, film, linker))
                    for text, other in zip(below, of_others, strict=True)
                )
                if only < _LEAST_OF_IT:
                    continue
                yield (
                    Named(film, one.written, block.line),
                    {
                        "place": place,
                        "only": only / len(below),
                        "times": log1p(only),
                        "others": sum(of_others) / len(below),
                        "titles": len(lines) / len(below),
                        "fame": log1p(linker.films.fame(film)),
                        "long": " " in one.written,
                        "collects": kind_said([block]) is not None,
                    },
                )


def _of_making(text: str) -> str:
    """Gives the sentence of a long text that says whose making it is about; nothing where none does."""
    said = (one for one in SENTENCE.split(text) if _MAKING_OF.search(one))
    return next((one for one in said if len(one.split()) <= _MOST_WORDS), "")


def _may_be_caption(block: Block, blocks: Sequence[Block], linker: Linker) -> bool:
    """Tells whether a line that is not the first and does not say what its page has is of people or a set."""
    if kind_said([block]) or (block is blocks[0] and not is_on_set(block.text)):
        return False
    named = (linker.is_person(name.text) for name in find_names(block.text, linker))
    return is_on_set(block.text) or any(named)


def _titled(blocks: Sequence[Block], linker: Linker) -> frozenset[str]:
    """Gives the films that have a line which is but their title, of a page or a sample of it."""
    lines = (title_line(one, linker) for one in blocks[:: 1 + len(blocks) // _SAMPLE])
    return frozenset(line.title.film for line in lines if line and line.title.film)


def _below(line: int, blocks: Sequence[Block]) -> list[Block]:
    """Gives the texts of a page under a line, or a sample of them."""
    below = [one for one in blocks if one.line > line and one.words > _LEAST_WORDS]
    return below[:: 1 + len(below) // _SAMPLE]
