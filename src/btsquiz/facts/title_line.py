"""Lines of a page that are a film's title and nothing else, but for its year and who made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from btsquiz.facts.cast import sightings
from btsquiz.facts.film import Film
from btsquiz.facts.headings import QUOTES, Heading
from btsquiz.facts.link import SAID
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import COMPANY, Mention
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.page import Block
from btsquiz.facts.runs import PARTICLES
from btsquiz.facts.spelling import name_key
from btsquiz.facts.spread import spread
from btsquiz.facts.talk import is_talk
from btsquiz.facts.title import Title
from btsquiz.facts.titles import is_title_like, is_title_word
from btsquiz.facts.years import MONTHS, YEAR_IN_BRACKETS, years_in

_MAX_WORDS: Final = 16
_SURELY_A_TITLE: Final = 3
"""Words of a known title that nobody says by chance."""

_MAX_PLAIN_WORDS: Final = 4
"""Words in small letters that a line may have and be a title: foreign titles are mostly small."""

_FILLING: Final = re.compile(
    r"\b(?:a|the|film|movie|title|from|by|directed|director|dir|de|di|d|von|by|of|with|"
    r"фильм|film[ef]?|and|et|y|e|und|и|&|pel[íi]cula|r[ée]alis[ée]|par|[12]\d{3}"
    r"|the other|remake|original|version)\b|[\W\d_]",
    re.I,
)
_AND: Final = re.compile(r"(?:\b(?:and|with|et|avec|y|con|и|с)|&)\s+$")
_ASIDE: Final = re.compile(r"\s*\(([^()]{2,60})\)")
_DATE: Final = re.compile(
    rf"\W*(?:\d{{1,2}}(?:st|nd|rd|th)?\W+)?(?:{'|'.join(sorted(MONTHS))})(?:\W+\d{{1,2}}(?:st|nd|rd|th)?)?\W*",
    re.I,
)
"""A day, whatever films are called by its month."""

_PREPOSED: Final = re.compile(r"\W*(?:from|with|of|by)\s+", re.I)
_IN_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LABEL: Final = re.compile(
    r"(?:\w+\s)?(?:folder|box|album|roll|reel|envelope|sheet|page|sleeve|lot|item|set)\s+(?:no\.?\s)?\d+\w?[.:)]?"
    r"\s*[–—-]?\s*$",
    re.I,
)
"""What a title is filed under: "Folder 3. Stagecoach (1939)"."""

_SERIES: Final = re.compile(
    r"\((?:(?:tv|television)[ -]?(?:mini-?)?(?:series|show|film|movie)?|(?:mini-?)?series)[,:]?\s+", re.I
)
"""What stands before the year of a series: "(TV series, 1999–2007)"."""

_UNTITLED: Final = re.compile(
    r"(?:(?P<maker>[^–—|,:]{3,40}?)\s*(?:[–—|,]|\s-)\s+)?"
    r"(?:\W?\?+\W?|(?:untitled|unknown|unidentified)(?: (?:film|movie|production|title))?"
    r"|sans titre|sin título|без названия)"
    r"(?:[\s,–—-]+(?:unknown|\?+|(?:c(?:irca|a)?\.? ?)?(?:1[89]|20)\d[\d?]s?|no date))*\W*",
    re.I,
)
"""What stands in place of a title that nobody knows: "Howard Hawks – ???", "Unknown, c. 1925"."""

_PLACE_AND_DATE: Final = re.compile(r"\W*(?:,\s*[A-Z]\w+(?:\s[A-Z]\w+)?){1,2}(?:,?\s+(?:18|19|20)\d\d)\W*")


def title_lines(blocks: Sequence[Block], linker: Linker) -> dict[int, Heading]:
    """Gives the lines of a page that are films' titles; what each line mentions is remembered for later."""
    titles: dict[int, Heading] = {}
    read = spread(lambda block: (title_line(block, linker), mentions(block.text, linker)), blocks)
    for block, (heading, mentioned) in zip(blocks, read, strict=True):
        linker.remember(block.text, mentioned)
        if heading is not None:
            titles[block.line] = heading
    return titles


def title_line(block: Block, linker: Linker) -> Heading | None:
    """Reads a line that is a film's title, with or without its year and director, and nothing else."""
    text = block.text
    bare = text.strip(QUOTES)
    if block.words > _MAX_WORDS or not bare or _DATE.fullmatch(bare):
        return None
    if untitled := _UNTITLED.fullmatch(text):
        maker = untitled["maker"] is not None
        return Heading(text, Title(), explicit=True, block=block, names_maker=maker)
    if is_talk(text, strict=True) and is_talk(_without_titles(text, linker), strict=True):
        return None
    if linker.is_title(bare):
        return Heading(text, linker.settle(bare), explicit=True, block=block)
    if " / " in text and all(map(_may_be_title, text.split(" / "))):
        read = [title_line(replace(block, text=part), linker) for part in text.split(" / ")]
        first = next((part for part in read if part and part.title.known), None)
        # "Jaws / Les Dents de la mer" are two titles; "Jaws, 1975 / Robert Shaw" is a caption.
        seen = any(
            find_names(part, linker) for part, one in zip(text.split(" / "), read, strict=True) if not one
        )
        return replace(first, text=text, block=block) if first and not seen else None
    for one in sorted(mentions(text, linker), key=lambda one: (-one.weight, -len(one.written))):
        known = linker.is_title(one.written)
        label = _LABEL.match(text[: one.start]) if known else None
        over = text[label.end() if label else 0 : one.start]
        if one.plain and one.year is None and _PREPOSED.fullmatch(over):
            continue  # "FROM THE BOX" is no film's title, though "The Box" is
        if _tells(f"{over} {_IN_BRACKETS.sub(' ', text[one.end :])}"):
            continue
        after = _bare_year(_SERIES.sub("(", text[one.end :]), one, linker, known=known)
        rest = over + " · " + _ASIDE.sub(_other_title(linker), after)
        if (one.weight < SAID or _plain_words(text) > _MAX_PLAIN_WORDS) and not known:
            continue
        if _tells(rest):
            continue  # no name will take that away
        made = _directors_in(rest, one, linker)
        names = made or [
            (name.start, name.end, name.text)
            for name in find_names(rest, linker, partial(_is_director, one, linker))
        ]
        for start, end, _ in reversed(names):
            rest = rest[:start] + rest[end:]
        if names and _AND.search(text, 0, one.start):
            continue  # "Tracey Eddon and Carrie, 1982" are two people
        called = [name for _, _, name in names]
        if len(names) > 2 or (names and not made and not _directed(one, called, linker)):
            continue
        places = _PLACE_AND_DATE.fullmatch(rest.rpartition(" · ")[2]) if known and one.start == 0 else None
        if _FILLING.sub("", rest) and not places:
            continue
        if not known and one.year is None and not re.search(r"[«»“”\"*_]", text):
            continue
        # Between a title and its year may stand who made it.
        years = years_in(text[one.end :]) if names else ()
        year = one.year or (years[0] if len(years) == 1 else None)
        title = linker.settle(one.written, year, (), called)
        return Heading(text, title, explicit=True, year=year, block=block, names_maker=bool(names))
    return None


def _tells(rest: str) -> bool:
    """Tells whether what stands beside a title has small words that go with no title."""
    return any(word.islower() and word not in PARTICLES and _FILLING.sub("", word) for word in rest.split())


def _without_titles(text: str, linker: Linker) -> str:
    """Leaves out the titles that nobody says by chance: "You Only Live Twice" speaks to nobody."""
    for one in reversed(mentions(text, linker)):
        surely = one.bracketed or len(one.written.split()) >= _SURELY_A_TITLE
        if surely and linker.is_title(one.written):
            text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _may_be_title(part: str) -> bool:
    return any(map(str.isalpha, part)) and part.count("(") == part.count(")")


def _bare_year(after: str, one: Mention, linker: Linker, *, known: bool) -> str:
    """Leaves out who brought a film out, or its country, beside its year: "SUNRISE (Fox, 1927)"."""
    match = YEAR_IN_BRACKETS.match(after)
    if not match or _directors_in(match[0], one, linker):
        return after
    its_own = known and linker.is_of_year(one.written, int(match[1]))
    seen = any(linker.is_person(name.text) for name in find_names(match[0], linker))
    bare = its_own or (COMPANY.search(match[0]) and not seen)
    return f" ({match[1]}){after[match.end() :]}" if bare else after


def _other_title(linker: Linker) -> Callable[[re.Match[str]], str]:
    """Blanks what stands in brackets if it is a title too: "The Leopard (Il gattopardo)"."""
    return lambda aside: " " if linker.is_title(aside[1]) else aside[0]


def _plain_words(text: str) -> int:
    return sum(word[0].islower() and not is_title_word(word) for word in text.split())


def _films_of(one: Mention, linker: Linker) -> list[Film]:
    return [film for film in linker.films.titled(one.written) if one.year is None or one.year in film.years]


def _directors_in(rest: str, one: Mention, linker: Linker) -> list[tuple[int, int, str]]:
    """Finds the directors of a film of this title beside it, however they are written: "S. Kubrick"."""
    for film in _films_of(one, linker):
        seen = sightings(rest, film, linker.films)
        if named := [(each.start, each.end, each.name) for each in seen if each.name in film.directors]:
            return named
    return []


def _directed(one: Mention, names: Sequence[str], linker: Linker) -> bool:
    """Tells whether these people directed a film of this title, as far as we know one."""
    films = _films_of(one, linker)
    if not films:
        return one.year is not None and len(names) == 1 and linker.trade(names[0], None) != "actor"
    directors = [name_key(director) for film in films for director in film.directors]
    called = [name_key(linker.films.person(name) or name) for name in names]
    return all(
        any(name == director or director.endswith(f" {name}") for director in directors) for name in called
    )


def _is_director(one: Mention, linker: Linker, surname: str) -> bool:
    return _directed(one, [surname], linker)


def dated(heading: Heading, year: int, linker: Linker) -> Heading:
    """Settles a heading again with the year that stands on the line after it."""
    title = linker.settle(heading.text.strip(QUOTES), year)
    return replace(heading, title=title, explicit=True, year=year) if is_title_like(heading.text) else heading
