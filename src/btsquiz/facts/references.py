"""Where a text names a film beyond mistaking: in quotes, with a year, or where its making is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from btsquiz.facts.boundaries import FILM, MAKING, NAMED_SET, are_names, title_end, title_start
from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.titles import is_title_like

_MAX_TITLE: Final = 90
"""Characters between a title's quotes."""

_MAX_QUOTES: Final = 80
"""Quotes and apostrophes in a text that quotes titles; one with more is no sentence."""

_MAX_YEARS: Final = 8
"""Years in a text that speaks of a film; one with more is a list."""

_REACH: Final = 60
"""Characters before a title that may lead up to it."""

_YEAR: Final = re.compile(
    r"\s*,?\s*[(\[]\s*(?:[^()\[\]]{0,40}[,;]\s*)?((?:18|19|20)\d\d)(?:\s*[,;\s][^()\[\]]{0,40})?\s*[)\]]"
)
_LOOSE_YEAR: Final = re.compile(r"\s*[,–—|-]\s*((?:18|19|20)\d\d)(?=\s*$|\s*[.:|]|\s+[–—-]\s)")
_YEAR_AHEAD: Final = re.compile(r"\b((?:18|19|20)\d\d)(?:['’]s)?\s+(?:[a-z-]+\s+){0,3}$")
_QUOTES: Final = {
    "'": "'’", "‘": "’'", '"': '"”', "“": "”\"", "«": "»", "„": "“”", "‹": "›", "*": "*", "_": "_",
}  # fmt: skip

_BEFORE_QUOTES: Final = re.compile(
    rf"(?:\b(?:in|on|for|from|of|during|between|filming|shooting|making|directing|{FILM})|[-–—:,|(.])\s*$",
    re.I,
)
_CLOSED: Final = re.compile(r"(?<!\.\w)[.,]+$")
_SET_AT_END: Final = re.compile(r"\s+(?:film\s+|movie\s+)?set\s*$")
_SET: Final = re.compile(r"\s+(?:film\s+|movie\s+)?set\b")
_RECORD: Final = re.compile(r"\s*(?:[:–—|]|-\s)")
_DASHED: Final = re.compile(r"(?:\s[-–—]|[|])\s*$")
_AT_FIRST: Final = re.compile(r"(?:In|On|For|During|With)\s+(?:the\s+)?")
_NEXT_PART: Final = re.compile(r"[:–—|(]|\s-\s")


@dataclass(frozen=True, slots=True)
class Reference:
    """A film named in a text.

    Attributes:
        title: The film meant.
        start: Where its naming begins, quotes included.
        end: Where it ends, year included.
        year: The year given with it.
    """

    title: Title
    start: int
    end: int
    year: int | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it is a film we know, or one given with its year."""
        return self.title.known is not None or self.year is not None


@lru_cache(maxsize=16384)
def references(text: str, linker: Linker) -> tuple[Reference, ...]:
    """Finds the films that a caption, a heading or a paragraph names, in the order of the text."""
    found = list(_in_quotes(text, linker))
    found += list(_with_year(text, linker, found))
    sure = [one for one in found if one.is_sure]
    # Beside a film that is sure, one other quotation is a nickname or a prop's.
    if sure and len(found) - len(sure) == 1:
        found = sure
    if not found:
        found += _where_made(text, linker) or _in_record(text, linker)
    return tuple(sorted(found, key=lambda reference: reference.start))


def without(text: str, named: Sequence[Reference]) -> str:
    """Blanks the films named in a text; everything else stays where it is."""
    for one in named:
        text = text[: one.start] + "·" * (one.end - one.start) + text[one.end :]
    return text


def _in_quotes(text: str, linker: Linker) -> Iterator[Reference]:
    if sum(char in _QUOTES for char in text) > _MAX_QUOTES:
        return
    end = 0
    for start, char in enumerate(text):
        inside = start < end or (start > 0 and text[start - 1].isalnum())
        spaced = char not in "«„" and not text[start + 1 : start + 2].strip()
        if char in _QUOTES and not inside and not spaced:
            reference = _quotation(text, start, _QUOTES[char], linker)
            if reference is not None:
                end = reference.end
                yield reference


def _quotation(text: str, start: int, closers: str, linker: Linker) -> Reference | None:
    """Reads a quotation as a title: to its last apostrophe that may close it, if it is a title that far."""
    ends = [
        index
        for index in range(start + 2, min(len(text), start + _MAX_TITLE))
        if text[index] in closers and not text[index + 1 : index + 2].isalnum()
    ]
    dated = [end for end in ends if _year_at(text, end + 1)[0]]
    known = [end for end in ends if linker.is_title(text[start + 1 : end])]
    for end in (*dated[:1], *known[-1:], *ends[:1]):
        title = _CLOSED.sub("", text[start + 1 : end].strip())
        year, stop = _year_at(text, end + 1)
        ahead = text[max(0, start - _REACH) : start]
        led_up_to = not text[:start].strip() or _BEFORE_QUOTES.search(ahead) or _SET.match(text, end + 1)
        if title and (year or linker.is_title(title) or (led_up_to and is_title_like(title))):
            if year is None and (earlier := _YEAR_AHEAD.search(ahead)):
                year = int(earlier[1])
            return Reference(linker.settle(title, year), start, stop, year)
    return None


def _year_at(text: str, index: int) -> tuple[int | None, int]:
    """Gives the year that stands right after a title, and where that ends."""
    after_set = _SET.match(text, index)
    for begin in (index, after_set.end()) if after_set else (index,):
        match = _YEAR.match(text, begin) or _LOOSE_YEAR.match(text, begin)
        if match:
            return int(match[1]), match.end()
    return None, index


def _with_year(text: str, linker: Linker, quoted: Sequence[Reference]) -> Iterator[Reference]:
    """Finds unquoted titles: what stands before a year, from where a title can begin."""
    begin = 0
    years = [*_YEAR.finditer(text), *_LOOSE_YEAR.finditer(text)]
    for match in sorted(years, key=lambda year: year.start()) if len(years) <= _MAX_YEARS else ():
        begin = max(begin, *(one.end for one in quoted if one.start <= match.start()), 0)
        if match.start() < begin:
            continue
        before, year = text[begin : match.start()], int(match[1])
        if inside := _in_brackets(match, before, year, linker):
            yield inside
            begin = match.end()
            continue
        record = begin == 0 and match.end() < len(text) and _RECORD.match(text, match.end())
        starts = record and is_title_like(before) and not MAKING.match(before)
        start, sure = (0, True) if starts else title_start(before, year, linker)
        if start is None:
            yield from _of_year(text, year, linker)
        else:
            written = _SET_AT_END.sub("", before[start:]).strip(" ,;:-–—|'\"“”‘’«»")
            title = linker.settle(written, year)
            # "Tokyo, 2003" is no film; only brackets, or a title we know, make a year a film's.
            if title.known or (match.re is _YEAR and not linker.is_person(written)):
                yield Reference(title if title.known or sure else Title(), begin + start, match.end(), year)
        begin = match.end()


def _in_brackets(match: re.Match[str], before: str, year: int, linker: Linker) -> Reference | None:
    """Reads a title that stands in the brackets with its year: "Diane Keaton (Annie Hall, 1977)"."""
    inside = match[0].strip(" ,([])").removesuffix(str(year)).strip(" ,;")
    named = is_title_like(inside) and are_names(before, linker) and not are_names(inside, linker)
    if not inside or not (named or linker.is_title(inside)):
        return None
    return Reference(linker.settle(inside, year), match.start(), match.end(), year)


def _of_year(text: str, year: int, linker: Linker) -> Iterator[Reference]:
    """Finds the title of a year that does not stand after it: but earlier in the text."""
    spots = [spot for spot in linker.spots(text) if year in spot.film.years]
    if len({spot.film for spot in spots}) == 1:
        title = linker.settle(text[spots[0].start : spots[0].end], year)
        yield Reference(title, spots[0].start, spots[0].end, year)


def _in_record(text: str, linker: Linker) -> list[Reference]:
    """Finds a known title that stands apart, before or after the rest: "Jaws – the crew at sea"."""
    for spot in linker.spots(text):
        before, after = text[: spot.start], text[spot.end :]
        opens = not before.strip() and _RECORD.match(after)
        following = _NEXT_PART.split(after[opens.end() :], 1)[0] if opens else ""
        # "Star Wars: Return of the Jedi" is not Star Wars.
        longer = is_title_like(following) and not are_names(following, linker)
        ends = not re.search(r"\w", after) and (
            _DASHED.search(before) or (before.endswith(", ") and are_names(before, linker))
        )
        about = _AT_FIRST.fullmatch(before) and after.startswith(",")
        if (opens and not longer) or ends or about:
            title = linker.settle(text[spot.start : spot.end])
            return [Reference(title, spot.start, spot.end)]
    return []


def _where_made(text: str, linker: Linker) -> list[Reference]:
    """Finds titles with neither quotes nor year, where the words before them speak of a film's making."""
    found: list[Reference] = []
    for match in NAMED_SET.finditer(text):
        title = linker.settle(match[1])
        if title.known and is_title_like(match[1]):
            return [Reference(title, match.start(1), match.end(1))]
    known = {spot.start: spot.end for spot in linker.spots(text)}
    end = 0
    for match in MAKING.finditer(text):
        start = match.end()
        if start >= end and (stop := known.get(start) or title_end(text, start)):
            year, end = _year_at(text, stop)
            found.append(Reference(linker.settle(text[start:stop], year), start, end, year))
    return found
