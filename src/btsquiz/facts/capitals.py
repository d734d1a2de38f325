"""Names and titles that a page writes in small letters, given their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.cast import Sighting, sightings
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import Block
from btsquiz.facts.spelling import word_set
from btsquiz.facts.spots import spots
from btsquiz.text import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_TOKEN: Final = re.compile(rf"{_WORD.pattern}|\d+")
_ALONE: Final = re.compile(r"(?<![\w.])\w(?![\w.])")
_LONGEST: Final = 3
"""Words of the longest name looked for."""

_MET: Final = 60
"""How widely known the films of somebody are, together, whose name is known in small letters."""

_WORDS_TOO: Final = word_set("will may mark grace art hope rose drew bill hunter summer sunny a o the")
"""First names that are other words."""

_LONGEST_TITLE: Final = 7
_YEAR: Final = re.compile(r"[\s,(\[]*['’]?((?:18|19|20)?\d\d)[)\]]?(?!\w)")
"""The year after a title, in four digits or in two."""

_MORE: Final = re.compile(r"\w")
_STOP: Final = re.compile(r"(?:[,.;:?!)–—-]|\b(?:on|of|from|for))\s+\W?$")
"""What stands before a title that ends a text."""

_EVERYBODYS: Final = 150
"""Reviews of a film whose title of one word ends a text."""

_TOP: Final = 8
"""Lines of a page that may name the film that all of it is about."""

_SAMPLE: Final = 60
"""Lines that tell whether it is."""

_LEAST_NAMED: Final = 4
"""Lines that name makers of that film, at least."""

_ONE_IN: Final = 5
"""Lines of which one must."""

_LEAST_NEAR: Final = 4
_WIDELY_MET: Final = 400
"""How widely known somebody is whose name is known in small letters with a slip in it."""

_MOST_WORDS: Final = 120
"""Words of a line whose titles are looked for by their makers: each title is held against all of it."""

_LEAST_WORDS: Final = 4
_MOST_CAPITALS: Final = 0.1
"""Part of a text's words that may have a capital, if it is written in small letters."""

_MOST_ON_BOARD: Final = 0.5
"""The same, of a line that begins in small letters where most lines of its page do."""

_SOME_ON_BOARD: Final = 0.3
"""The same, of any other line of such a page."""


def with_capitals(blocks: Sequence[Block], linker: Linker) -> list[Block]:
    """Gives names and titles their capitals wherever a text is in small letters throughout.

    A title is one only before its film's year, beside one of its makers, or at the end after a stop or a word
    such as "on", or where all of the page is about its film.
    """
    opens = [block.text[:1].islower() for block in blocks if block.words >= _LEAST_WORDS]
    board = sum(opens) * 2 > len(opens)
    small = {block.line: block for block in blocks if _is_small(block.text, board=board)}
    about = _subject(list(small.values()), linker.films) if board else ""
    for line, block in small.items():
        brief = block.words <= _MOST_WORDS
        named = _with_names(block, linker, small=(board or _opens_small(block.text)) and brief)
        text = _with_makers(named.text, about, linker.films) if about and brief else named.text
        small[line] = replace(named, text=text)
    return [small.get(block.line, block) for block in blocks]


def _subject(blocks: Sequence[Block], films: Filmography) -> str:
    """Gives the title at the top of a page in small letters whose film's makers many of its lines name."""
    texts = [_in_loud(block.text) for block in blocks if block.words <= _MOST_WORDS][:_SAMPLE]
    found = {
        title: max(sum(bool(_makers(text, film, films)) for text in texts) for film in spot.films)
        for text in texts[:_TOP]
        for spot in spots(text, films)
        if (title := text[spot.start : spot.end])
    }
    best = max(found, key=lambda title: found[title], default="")
    return best if best and found[best] >= max(_LEAST_NAMED, len(texts) // _ONE_IN) else ""


def _is_small(text: str, *, board: bool) -> bool:
    words = [word for word in _WORD.findall(text) if not (word.isupper() and len(word) > 1)]
    capitals: int = sum(word[0].isupper() for word in words)
    if board:
        most = _MOST_ON_BOARD if _opens_small(text) else _SOME_ON_BOARD
        return capitals <= most * len(words)
    return len(words) >= _LEAST_WORDS and capitals <= _MOST_CAPITALS * len(words)


def _opens_small(text: str) -> bool:
    """Tells whether a text begins in small letters, or with initials: "HR Giger"."""
    first = text.partition(" ")[0]
    return first[:1].islower() or (first.isupper() and 1 < len(first) < _LEAST_WORDS)


def _with_names(block: Block, linker: Linker, *, small: bool) -> Block:
    text = block.text
    titles = list(_titles(text, linker.films))
    if small and not titles:
        titles += _titles_beside_makers(text, linker.films)
    for start, end in (*titles, *_names(text, linker)):
        text = text[:start] + _in_capitals(text[start:end]) + text[end:]
    for start, end in titles if small else ():
        text = _with_makers(text, text[start:end], linker.films)
    return replace(block, text=text)


def _in_capitals(text: str) -> str:
    return _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], text)


def _in_loud(text: str) -> str:
    """Gives every word its capital, but "n" for "and"."""
    return _ALONE.sub(lambda letter: letter[0].lower(), _in_capitals(text))


def _names(text: str, linker: Linker) -> Iterator[tuple[int, int]]:
    """Gives where people we know are named in full, the longest at each place, or as everybody calls them."""
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            start, end = words[place].start(), words[place + length - 1].end()
            name = re.sub(r"['’]s$", "", text[start:end].rstrip("."))
            gaps = fold(name).count(" ") == length - 1
            if gaps and (_is_somebody(name, linker.films) if length > 1 else _is_called(name, linker)):
                yield start, start + len(name)
                place += length
                break
        else:
            place += 1


def _is_called(word: str, linker: Linker) -> bool:
    """Tells whether a word is what everybody calls somebody: "bogie", "hitchcock"."""
    return bool(linker.films.alias(fold(word))) or (linker.is_famous(word) and not word.endswith("ing"))


def _is_somebody(name: str, films: Filmography) -> bool:
    """Tells whether a name is, to the letter or nearly, that of somebody well known."""
    if films.person(name) is not None:
        return films.fame_of(name) >= _MET
    if any(len(word) < _LEAST_NEAR for word in name.split()):
        return False
    near = films.people_near(name)
    return len(near) == 1 and films.fame_of(near[0]) >= _WIDELY_MET


def _titles(text: str, films: Filmography) -> Iterator[tuple[int, int]]:
    """Gives where the titles stand that their films' years follow, or that end a text after a stop."""
    words = list(_TOKEN.finditer(text))
    for last, word in enumerate(words):
        year = _YEAR.match(text, word.end())
        ends = not _MORE.search(text, word.end())
        for first in range(max(0, last - _LONGEST_TITLE + 1), last + 1) if year or ends else ():
            start, end = words[first].start(), word.end()
            found = films.titled(text[start:end])
            dated = year and any(str(out).endswith(year[1]) for film in found for out in film.years)
            plain = first < last or any(films.fame(film) >= _EVERYBODYS for film in found)
            if dated or (found and ends and plain and (not start or _STOP.search(text, 0, start))):
                yield start, end
                break


def _titles_beside_makers(text: str, films: Filmography) -> Iterator[tuple[int, int]]:
    """Gives where the titles stand of films whose makers a text names."""
    loud = _in_loud(text)
    for spot in spots(loud, films):
        if any(_makers(loud, film, films, spot.start, spot.end) for film in spot.films):
            yield spot.start, spot.end


def _with_makers(text: str, title: str, films: Filmography) -> str:
    """Gives a title its capitals, and the makers of its film, whether in full or by first names."""
    loud = _in_loud(text)
    spans = [word.span() for word in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", loud)]
    named = spans[0] if spans else (0, 0)
    for film in films.titled(title):
        spans += [(one.start, one.end) for one in _makers(loud, film, films, *named)]
        given = {fold(name).split()[0] for name in (*film.directors, *film.leads)} - _WORDS_TOO
        spans += [word.span() for word in _WORD.finditer(text) if fold(word[0]) in given]
    for begin, stop in spans:
        text = text[:begin] + loud[begin:stop] + text[stop:]
    return text


def _makers(loud: str, film: Film, films: Filmography, start: int = 0, end: int = 0) -> list[Sighting]:
    return [one for one in sightings(loud, film, films, (start, end)) if one.how != "first"]
