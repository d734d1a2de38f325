"""A caption: where it names its film, who is in it, and what it says they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.fact import Person
from btsquiz.facts.linker import Linker, Title, is_title_like
from btsquiz.facts.names import Name, find_names
from btsquiz.text import fold

_YEAR: Final = re.compile(
    r"\s*,?\s*[(\[]\s*(?:[^()\[\]]{0,40}[,;]\s*)?((?:18|19|20)\d\d)(?:\s*[,;\s][^()\[\]]{0,40})?\s*[)\]]"
)
_LOOSE_YEAR: Final = re.compile(r"\s*(?:,|[-–—|]|\bfrom\b|\bin\b)\s*((?:18|19|20)\d\d)\s*[.:]?\s*(?=$|[|:–—-]\s)")
_SET_YEAR: Final = re.compile(r"\s+(?:film\s+|movie\s+)?set\b")
_YEAR_AHEAD: Final = re.compile(r"\b((?:18|19|20)\d\d)(?:['’]s)?\s+(?:[a-z-]+\s+){0,3}$")
_QUOTES: Final = {
    "'": "'’", "‘": "’'", '"': '"”', "“": "”\"", "«": "»", "„": "“”", "‹": "›", "*": "*", "_": "_", "「": "」", "《": "》",
}  # fmt: skip
_MAX_TITLE: Final = 90
_KIND_OF_FILM: Final = (
    r"(?:film|movie|picture|classic|epic|western|musical|thriller|comedy|drama|sequel|prequel|remake|blockbuster|adaptation|hit)"
)
_SET_OF: Final = re.compile(
    r"\b(?:sets?|filming|shooting|making|production|shoot|takes?|scenes?|rehearsals?|behind[- ]the[- ]scenes|cast|crew|stars?)\s+"
    rf"(?:of|for|from|in|on|during)\s+(?:(?:the|his|her|their)\s+)?(?:(?:19|20)\d\d\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{_KIND_OF_FILM}\s*,?\s+)?"
    rf"|\b(?:19|20)\d\d(?:['’]s)?\s+(?:[a-z-]+\s+){{0,2}}?{_KIND_OF_FILM}\s+|\b(?:the|his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{_KIND_OF_FILM}\s*,?\s+"
    r"|\b(?:filming|shooting|making|directing|films|shoots|directs)\s+"
)
_PLAIN_CUE: Final = re.compile(r"\b(?:in|on|for|from|of|during|while)\s+")
_AHEAD_OF_TITLE: Final = re.compile(
    rf"(?:\b(?:in|on|for|from|of|during|between|the|his|her|filming|shooting|making|directing|about|as|with|at|to|and|{_KIND_OF_FILM})"
    r"|[-–—:,|(.])\s*$|^\s*$",
    re.I,
)
_NAMED_SET: Final = re.compile(r"\bthe\s+(.{2,60}?)\s+(?:film\s+|movie\s+)?set\b")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z'\"“‘])")
_SEPARATOR: Final = re.compile(r"\s+[-–—|/]\s+|\s*[|]\s*|,\s+|:\s+")
_FILMING: Final = re.compile(r"\s+(?:(?:is|was)\s+)?(?:filming|films|shooting|shoots|filmed)\b")
_LABEL: Final = re.compile(r"^(?:film|movie|title)\s*:\s*", re.I)


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


def references(text: str, linker: Linker, people: Sequence[str] = ()) -> list[Reference]:
    """Finds the films a text names beyond mistaking: in quotes, with a year, or where the set of a film is spoken of.

    Args:
        text: A caption, a heading or a paragraph.
        linker: Settles the titles.
        people: Those who are said to have directed what the text names.
    """
    found = list(_in_quotes(text, linker, people))
    found += _with_year(text, linker, found)
    if not found:
        found += _after_cue(text, linker, people)
    return sorted(found, key=lambda reference: reference.start)


def _in_quotes(text: str, linker: Linker, people: Sequence[str]) -> Iterator[Reference]:
    start = 0
    while start < len(text):
        closers = _QUOTES.get(text[start])
        opens = closers and (start == 0 or not text[start - 1].isalnum()) and text[start + 1 : start + 2].strip()
        reference = _quotation(text, start, closers or "", linker, people) if opens else None
        if reference is None:
            start += 1
        else:
            yield reference
            start = reference.end


def _quotation(text: str, start: int, closers: str, linker: Linker, people: Sequence[str]) -> Reference | None:
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
        cued = _AHEAD_OF_TITLE.search(text[:start]) or _SET_YEAR.match(text, end + 1)
        if not title or not (linker.is_title(title) or year or (cued and is_title_like(title))):
            continue
        if year is None and (ahead := _YEAR_AHEAD.search(text[:start])):
            year = int(ahead[1])
        return Reference(linker.settle(title, year, people), start, stop, year)
    return None


def _year_at(text: str, index: int) -> tuple[int | None, int]:
    """Gives the year that stands right after a title, and where that ends."""
    after_set = _SET_YEAR.match(text, index)
    for begin in (index, after_set.end()) if after_set else (index,):
        match = _YEAR.match(text, begin) or _LOOSE_YEAR.match(text, begin)
        if match:
            return int(match[1]), match.end()
    return None, index


def _with_year(text: str, linker: Linker, found: Sequence[Reference]) -> Iterator[Reference]:
    """Finds unquoted titles: what stands before a year in brackets, from where a title can begin."""
    begin = 0
    for match in (*_YEAR.finditer(text), *_LOOSE_YEAR.finditer(text)):
        inside = any(one.start <= match.start() < one.end for one in found)
        if inside or match.start() < begin:
            begin = max(begin, match.end())
            continue
        year = int(match[1])
        start = _title_start(text[begin : match.start()], year, linker)
        if start is not None:
            start += begin
            title = text[start : match.start()].strip(" ,;:-–—|")
            settled = linker.settle(title, year)
            yield Reference(settled, start, match.end(), year)
        begin = match.end()


def _title_start(before: str, year: int, linker: Linker) -> int | None:
    starts = [match.start() for match in re.finditer(r"(?<!\S)[^\W_]", before)][-14:]
    for start in starts:
        if linker.settle(before[start:].strip(" ,"), year).known and is_title_like(before[start:]):
            return start
    sentence = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    label = _LABEL.match(before)
    sentence = max(sentence, label.end() if label else 0)
    cues = [match.end() for match in _SET_OF.finditer(before, sentence) if is_title_like(before[match.end() :])]
    if cues:
        return cues[-1]
    plain = [match for match in _PLAIN_CUE.finditer(before, sentence) if is_title_like(before[match.end() :])]
    whole = before[sentence:]
    if plain and not (is_title_like(whole) and not _names_first(whole[: plain[0].start() - sentence], linker)):
        return plain[0].end()
    parts = [sentence, *(match.end() for match in _SEPARATOR.finditer(before, sentence))]
    if is_title_like(whole) and (len(parts) == 1 or not _names_first(whole, linker)):
        return sentence if not plain else None
    return parts[-1] if is_title_like(before[parts[-1] :]) else None


def _names_first(text: str, linker: Linker) -> bool:
    names = find_names(text, lambda name: linker.person(name) is not None, linker.given_names.__contains__)
    first = names[0] if names else None
    return first is not None and first.start == 0 and (
        linker.person(first.text) is not None or fold(first.text.split()[0]) in linker.given_names
    )


def _after_cue(text: str, linker: Linker, people: Sequence[str]) -> Iterator[Reference]:
    """Finds titles with neither quotes nor year, where the words before them speak of a film's making."""
    for match in _NAMED_SET.finditer(text):
        title = linker.settle(match[1], None, people)
        if title.known and is_title_like(match[1]):
            yield Reference(title, match.start(1), match.end(1))
            return
    spots = {spot.start: spot for spot in linker.spots(text)}
    end = 0
    for match in _SET_OF.finditer(text):
        start = match.end()
        if start < end:
            continue
        if start in spots:
            end = spots[start].end
            yield Reference(linker.settle(text[start:end], None, people), start, end)
        elif (stop := _plain_title(text, start)) is not None:
            end = stop
            title = linker.settle(text[start:end], None, people)
            yield Reference(title, start, end)


def _plain_title(text: str, start: int) -> int | None:
    """Finds the end of an unknown title: capitals up to the first pause, if nothing in it makes it doubtful."""
    match = re.compile(r"[^.,;!?()\[\]|–—]+").match(text, start)
    run = match[0].rstrip() if match else ""
    while run and not is_title_like(run):
        run = run.rpartition(" ")[0].rstrip()
    doubtful = re.search(r"\s(?:in|at|on|with|for|as|by|from|while)\s", run)
    return start + len(run) if run and not doubtful else None


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says: its film and the people in it, as far as it says so itself."""

    title: Title
    people: tuple[Person, ...]
    year: int | None = None


def read_caption(text: str, linker: Linker, heading: Title | None = None) -> Caption | None:
    """Reads a caption.

    Args:
        text: The caption in one line.
        linker: Settles the film and the people.
        heading: The film that the page names for it.

    Returns:
        What it says, or None where neither it nor the page names a film, or it names too many.
    """
    named = references(text, linker)
    films = {fold(one.title.film or one.title.as_written): one for one in named}
    if len(films) > 2:
        return None
    first = named[0] if len(films) == 1 else None
    title = first.title if first else heading if not films else Title()
    if title is None:
        return None
    masked = text
    for one in named:
        masked = masked[: one.start] + "·" * (one.end - one.start) + masked[one.end :]
    people = people_in(masked, title, linker)
    if first is not None and first.year is None:
        # Whoever directs may tell a film from its namesake.
        directors = [person.name for person in people if person.role == "director" or linker.person(person.name)]
        title = linker.settle(first.title.as_written, None, directors)
    return Caption(title, people)


def people_in(text: str, title: Title, linker: Linker) -> tuple[Person, ...]:
    """Finds the people of a film's caption, with their names mended and the parts they are said to have."""
    film = title.known
    people: dict[str, Person] = {}
    in_title = set(fold(title.as_written or title.film).split())
    for name in _names(text, linker):
        usual = linker.mend(name.text, film)
        credited = film is not None and usual in (*film.directors, *film.leads)
        if not credited and fold(name.text.split()[-1]) in in_title:
            continue
        role = name.role
        if not role and film and usual in film.directors and usual not in film.leads and _FILMING.match(text, name.end):
            role = "director"
        known = people.get(usual)
        people[usual] = Person(usual, known.as_written if known else name.text, (known.role if known else "") or role)
    return tuple(people.values())


def _names(text: str, linker: Linker) -> list[Name]:
    return find_names(text, lambda name: linker.person(name) is not None, linker.given_names.__contains__)
