"""Where a text names a film beyond mistaking: in quotes, with a year, or where its making is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.names import find_names
from btsquiz.facts.titles import is_title_like

_MAX_TITLE: Final = 90
"""Characters between a title's quotes."""

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

_FILM: Final = (
    r"(?:film|movie|picture|classic|epic|western|musical|thriller|comedy|drama|sequel|prequel|remake|blockbuster"
    r"|adaptation|hit)"
)
_MAKING: Final = re.compile(
    r"\b(?:[Ss]ets?|[Ff]ilming|[Ss]hooting|[Mm]aking|[Pp]roduction|shoot|takes?|[Ss]cenes?|[Rr]ehearsals?"
    r"|[Bb]ehind[- ]the[- ][Ss]cenes|[Cc]ast|[Cc]rew)"
    r"\s+(?:of|for|from|in|on|during)\s+(?:(?:the|his|her|their)\s+)?(?:(?:19|20)\d\d\s+)?(?:[a-z-]+\s+){0,2}?"
    rf"(?:{_FILM}\s*,?\s+)?"
    rf"|\b(?:19|20)\d\d(?:['’]s)?\s+(?:[a-z-]+\s+){{0,2}}?{_FILM}\s+"
    rf"|\b(?:the|his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{_FILM}\s*,?\s+"
    r"|\b(?:[Ff]ilming|[Ss]hooting|[Mm]aking|[Dd]irecting|films|shoots|directs)\s+"
)
"""Words after which a film's title stands: "the set of", "a scene from", "filming"."""

_PLAIN: Final = re.compile(r"(?<![\w-])(?:in|on|for|from|of|during|while)\s+")
_APART: Final = re.compile(r",\s+(?:in|on|for|from|during|while)\s+")
_BEFORE_QUOTES: Final = re.compile(
    rf"(?:\b(?:in|on|for|from|of|during|between|filming|shooting|making|directing|{_FILM})|[-–—:,|(.])\s*$",
    re.I,
)
_DIRECTS: Final = re.compile(r"\b(?:filming|shooting|directing|films|shoots|directs)\s+$")
_SET_AT_END: Final = re.compile(r"\s+(?:film\s+|movie\s+)?set\s*$")
_SET: Final = re.compile(r"\s+(?:film\s+|movie\s+)?set\b")
_NAMED_SET: Final = re.compile(r"\bthe\s+(\S.{0,60}?)\s+(?:film\s+|movie\s+)?set\b")
_SENTENCE: Final = re.compile(
    r"(?<!\bvs)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\b[A-Z])\.\s+(?=[A-Z'\"“‘])"
)
_SEPARATOR: Final = re.compile(r"\s+[-–—/]\s+|\s*[|]\s*|,\s+")
_RECORD: Final = re.compile(r"\s*(?:[:–—|]|-\s)")
_DASHED: Final = re.compile(r"(?:\s[-–—]|[|])\s*$")
_AT_FIRST: Final = re.compile(r"(?:In|On|For|During|With)\s+(?:the\s+)?")
_NEXT_PART: Final = re.compile(r"[:–—|(]|\s-\s")
_LABEL: Final = re.compile(r"^(?:film|movie|title)\s*:\s*", re.I)
_PAUSE: Final = re.compile(r"[.,;!?()\[\]|–—]|$")
_DOUBTFUL: Final = re.compile(r"\s(?:in|at|on|with|for|as|by|from|while)\s")
_NOT_NAMES: Final = re.compile(r"[\W_]|\b(?:and|with|directors?|actors?|actress)\b", re.I)


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
        title = text[start + 1 : end].strip().rstrip(",.")
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
        starts = record and is_title_like(before) and not _MAKING.match(before)
        start, sure = (0, True) if starts else _title_start(before, year, linker)
        if start is None:
            yield from _of_year(text, year, linker)
        else:
            written = _SET_AT_END.sub("", before[start:]).strip(" ,;:-–—|")
            title = linker.settle(written, year)
            # "Tokyo, 2003" is no film; only brackets, or a title we know, make a year a film's.
            if title.known or (match.re is _YEAR and not linker.is_person(written)):
                yield Reference(title if title.known or sure else Title(), begin + start, match.end(), year)
        begin = match.end()


def _in_brackets(match: re.Match[str], before: str, year: int, linker: Linker) -> Reference | None:
    """Reads a title that stands in the brackets with its year: "Diane Keaton (Annie Hall, 1977)"."""
    inside = match[0].strip(" ,([])").removesuffix(str(year)).strip(" ,;")
    named = is_title_like(inside) and _are_names(before, linker) and not _are_names(inside, linker)
    if not inside or not (named or linker.is_title(inside)):
        return None
    return Reference(linker.settle(inside, year), match.start(), match.end(), year)


def _of_year(text: str, year: int, linker: Linker) -> Iterator[Reference]:
    """Finds the title of a year that does not stand after it: but earlier in the text."""
    spots = [spot for spot in linker.spots(text) if year in spot.film.years]
    if len({spot.film for spot in spots}) == 1:
        title = linker.settle(text[spots[0].start : spots[0].end], year)
        yield Reference(title, spots[0].start, spots[0].end, year)


def _title_start(before: str, year: int, linker: Linker) -> tuple[int | None, bool]:
    """Finds where in the text before a year the title begins, and whether that is sure."""
    for start in [match.start() for match in re.finditer(r"(?<!\S)[^\W_]", before)][-14:]:
        if is_title_like(before[start:]) and linker.settle(before[start:].strip(" ,"), year).known:
            return start, True
    named_set = _NAMED_SET.search(before)
    if named_set and not before[named_set.end() :].strip():
        return (named_set.start(1), True) if is_title_like(named_set[1]) else (None, False)
    begin = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    if label := _LABEL.match(before, begin):
        return label.end(), True
    begin = max([begin, *_starts(_APART, before, begin)])
    if starts := _starts(_MAKING, before, begin):
        after = _after_names(before, starts[-1], linker)
        # "Directs Naomi Watts in King Kong" names her; "the set of Get Carter in Newcastle" does not.
        directs = _DIRECTS.search(before, begin, starts[-1])
        return (after, True) if directs else (starts[-1], after == starts[-1])
    whole = is_title_like(before[begin:])
    after = _after_names(before, begin, linker)
    if after > begin:
        return after, True
    # "Alice in Wonderland" is one title; after anything that is not of a title, the title begins at the film.
    if not whole and (starts := _starts(_PLAIN, before, begin) or _starts(_SEPARATOR, before, begin)[-1:]):
        return starts[0], True
    return (begin if whole else None), whole


def _starts(cue: re.Pattern[str], text: str, begin: int) -> list[int]:
    """Gives the places after a cue from which the rest of a text is written as a title."""
    return [match.end() for match in cue.finditer(text, begin) if is_title_like(text[match.end() :])]


def _after_names(before: str, begin: int, linker: Linker) -> int:
    """Moves past the names in what seems a title: "Naomi Watts in King Kong"."""
    for cue, order in ((_PLAIN, 1), (_SEPARATOR, -1)):
        for match in list(cue.finditer(before, begin))[::order]:
            if is_title_like(before[match.end() :]) and _are_names(before[begin : match.start()], linker):
                return match.end()
    return begin


def _are_names(text: str, linker: Linker) -> bool:
    """Tells whether a text is people's names and nothing else."""
    names = find_names(text, linker, lambda word: False)
    for name in reversed(names):
        text = text[: name.start] + text[name.end :]
    return bool(names) and not _NOT_NAMES.sub("", text)


def _in_record(text: str, linker: Linker) -> list[Reference]:
    """Finds a known title that stands apart, before or after the rest: "Jaws – the crew at sea"."""
    for spot in linker.spots(text):
        before, after = text[: spot.start], text[spot.end :]
        opens = not before.strip() and _RECORD.match(after)
        following = _NEXT_PART.split(after[opens.end() :], 1)[0] if opens else ""
        # "Star Wars: Return of the Jedi" is not Star Wars.
        longer = is_title_like(following) and not _are_names(following, linker)
        ends = not re.search(r"\w", after) and (
            _DASHED.search(before) or (before.endswith(", ") and _are_names(before, linker))
        )
        about = _AT_FIRST.fullmatch(before) and after.startswith(",")
        if (opens and not longer) or ends or about:
            title = linker.settle(text[spot.start : spot.end])
            return [Reference(title, spot.start, spot.end)]
    return []


def _where_made(text: str, linker: Linker) -> list[Reference]:
    """Finds titles with neither quotes nor year, where the words before them speak of a film's making."""
    found: list[Reference] = []
    for match in _NAMED_SET.finditer(text):
        title = linker.settle(match[1])
        if title.known and is_title_like(match[1]):
            return [Reference(title, match.start(1), match.end(1))]
    known = {spot.start: spot.end for spot in linker.spots(text)}
    end = 0
    for match in _MAKING.finditer(text):
        start = match.end()
        if start >= end and (stop := known.get(start) or _unknown_title_end(text, start)):
            year, end = _year_at(text, stop)
            found.append(Reference(linker.settle(text[start:stop], year), start, end, year))
    return found


def _unknown_title_end(text: str, start: int) -> int | None:
    """Finds the end of an unknown title: capitals up to the first pause, if nothing makes it doubtful."""
    pause = _PAUSE.search(text, start)
    words = text[start : pause.start() if pause else len(text)].split(" ")
    run = words[:15]
    while run and not is_title_like(" ".join(run)):
        run.pop()
    # "The Shining 127 times", "Jaws in 1974": a figure that the sentence goes on with is not the title's.
    if len(run) > 1 and run[-1].isdigit() and (run[-2] == "in" or len(run) < len(words)):
        run = run[:-2] if run[-2] == "in" else run[:-1]
    title = " ".join(run).rstrip()
    return start + len(title) if title and not _DOUBTFUL.search(title) else None
