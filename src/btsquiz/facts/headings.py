"""A page's headings: lines that are a film's title, and lines that stand over a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from btsquiz.facts.boundaries import are_people
from btsquiz.facts.fact import FactKind
from btsquiz.facts.kinds import is_on_set, is_told
from btsquiz.facts.link import SAID
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import COMPANY, Mention
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.noise import is_talk
from btsquiz.facts.page import Block
from btsquiz.facts.runs import PARTICLES
from btsquiz.facts.spelling import name_key
from btsquiz.facts.title import Title
from btsquiz.facts.titles import is_title_like, is_title_word, title_key
from btsquiz.facts.wording import wording_of
from btsquiz.facts.years import YEAR_IN_BRACKETS, years_in

MAX_PAGE_TITLE_WORDS: Final = 25
_MAX_HEADING_WORDS: Final = 8
_MAX_TITLE_LINE_WORDS: Final = 16
_SURELY_A_TITLE: Final = 3
"""Words of a known title that nobody says by chance."""

_MAX_PLAIN_WORDS: Final = 4
"""Words in small letters that a line may have and be a title: foreign titles are mostly small."""

_TOLD_WORDS: Final = 25
"""Words of a story over which a heading may name people beside a film."""

_SURELY_SEEN: Final = 3.0
"""What words say for a caption from which a line with names that tells nothing is no heading: on marked pages
three captions in five, and one heading in fifty."""

_PLAINER: Final = 0.5
"""Weight by which one title in a heading must outdo another."""

_QUOTES: Final = "'\"“”‘’«»„*_ .,;:–—-|/"

_ENDS_SENTENCE: Final = re.compile(r"[.:;,…][\"”’')]*$")
_FILLING: Final = re.compile(
    r"\b(?:a|the|film|movie|title|from|by|directed|director|dir|de|di|d|von|by|of|with|"
    r"фильм|film[ef]?|and|et|y|e|und|и|&|pel[íi]cula|r[ée]alis[ée]|par|[12]\d{3}"
    r"|the other|remake|original|version)\b|[\W\d_]",
    re.I,
)
_AND: Final = re.compile(r"(?:\b(?:and|with|et|avec|y|con|и|с)|&)\s+$")
_ASIDE: Final = re.compile(r"\s*\(([^()]{2,60})\)")
_SERIES: Final = re.compile(
    r"\((?:(?:tv|television)[ -]?(?:mini-?)?(?:series|show|film|movie)?|(?:mini-?)?series)[,:]?\s+", re.I
)
"""What stands before the year of a series: "(TV series, 1999–2007)"."""

_PLACE_AND_DATE: Final = re.compile(r"\W*(?:,\s*[A-Z]\w+(?:\s[A-Z]\w+)?){1,2}(?:,?\s+(?:18|19|20)\d\d)\W*")
_PHOTOS: Final = re.compile(
    r"\b(?:photo(?:graph)?s?|photographies?|fotos?|(?<!de )fotograf[íi]as?|(?<!motion )pictures|pics?"
    r"|images?|shots|stills"
    r"|snaps(?:hots)?|captions?|prints?|gallery|galleries|slideshow|diaporamas?|lightbox"
    r"|contact (?:sheet|strip)s?|negatives|album"
    r"|кадр\w*|фото\w*|снимк\w*)\b",
    re.I,
)
_STORIES: Final = re.compile(
    r"\b(?:stor(?:y|ies)|facts?|trivia|secrets?|anecdot\w+|did you know|curiosit\w+|tales?|legends?"
    r"|things(?! to do)"
    r"|bloopers|accidents|truths|realities|histoires?|historias?|happenings|certainties|curiosidades"
    r"|истори\w+|факт\w*|байк\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over a text.

    Attributes:
        text: The line.
        title: The film it names; empty where it names none that is settled.
        explicit: Whether it is a film's title and nothing else.
        year: The year it gives.
        block: The line as it stands on the page.
        names_maker: Whether it names who made the film.
    """

    text: str
    title: Title
    explicit: bool
    year: int | None = None
    block: Block | None = None
    names_maker: bool = False


def kind_said(top: Sequence[Block]) -> FactKind | None:
    """Tells what the top of a page says it collects: the first of its lines that says so."""
    for block in top:
        photos, stories = len(_PHOTOS.findall(block.text)), len(_STORIES.findall(block.text))
        if photos != stories:
            return "photo" if photos > stories else "story"
    return None


def said(text: str, linker: Linker) -> list[Mention]:
    """Gives the films that a line as good as says."""
    return [one for one in mentions(text, linker) if one.weight >= SAID]


def title_line(block: Block, linker: Linker) -> Heading | None:
    """Reads a line that is a film's title, with or without its year and director, and nothing else."""
    text = block.text
    bare = text.strip(_QUOTES)
    plain = sum(word[0].islower() and not is_title_word(word) for word in text.split())
    if block.words > _MAX_TITLE_LINE_WORDS or plain > _MAX_PLAIN_WORDS or not bare:
        return None
    known = linker.is_title(bare)
    # "You Only Live Twice" speaks to nobody.
    if is_talk(text, strict=True) and not (known and block.words >= _SURELY_A_TITLE):
        return None
    if known:
        return Heading(text, linker.settle(bare), explicit=True, block=block)
    if " / " in text and all(any(map(str.isalpha, part)) for part in text.split(" / ")):
        read = [title_line(replace(block, text=part), linker) for part in text.split(" / ")]
        first = next((part for part in read if part and part.title.known), None)
        # "Jaws / Les Dents de la mer" are two titles; "Jaws, 1975 / Robert Shaw" is a caption.
        seen = any(
            find_names(part, linker) for part, one in zip(text.split(" / "), read, strict=True) if not one
        )
        return replace(first, text=text, block=block) if first and not seen else None
    for one in sorted(mentions(text, linker), key=lambda one: (-one.weight, -len(one.written))):
        after = _without_company(_SERIES.sub("(", text[one.end :]), linker)
        rest = text[: one.start] + " · " + _ASIDE.sub(_other_title(linker), after)
        known = linker.is_title(one.written)
        if one.weight < SAID and not known:
            continue
        if any(word.islower() and word not in PARTICLES and _FILLING.sub("", word) for word in rest.split()):
            continue  # no name will take that away
        names = find_names(rest, linker, partial(_is_director, one, linker))
        for name in reversed(names):
            rest = rest[: name.start] + rest[name.end :]
        if names and _AND.search(text, 0, one.start):
            continue  # "Tracey Eddon and Carrie, 1982" are two people
        if len(names) > 2 or (names and not _directed(one, [name.text for name in names], linker)):
            continue
        places = _PLACE_AND_DATE.fullmatch(rest.rpartition(" · ")[2]) if known and one.start == 0 else None
        if _FILLING.sub("", rest) and not places:
            continue
        if not known and one.year is None and not re.search(r"[«»“”\"*_]", text):
            continue
        # Between a title and its year may stand who made it.
        years = years_in(text[one.end :]) if names else ()
        year = one.year or (years[0] if len(years) == 1 else None)
        title = linker.settle(one.written, year, (), [name.text for name in names])
        return Heading(text, title, explicit=True, year=year, block=block, names_maker=bool(names))
    return None


def _without_company(after: str, linker: Linker) -> str:
    """Leaves out who brought a film out, between it and its year: "SUNRISE (Fox, 1927)"."""
    match = YEAR_IN_BRACKETS.match(after)
    if not match or any(linker.is_person(name.text) for name in find_names(match[0], linker)):
        return after
    return f" ({match[1]}){after[match.end() :]}" if COMPANY.search(match[0]) else after


def _other_title(linker: Linker) -> Callable[[re.Match[str]], str]:
    """Blanks what stands in brackets if it is a title too: "The Leopard (Il gattopardo)"."""
    return lambda aside: " " if linker.is_title(aside[1]) else aside[0]


def _directed(one: Mention, names: Sequence[str], linker: Linker) -> bool:
    """Tells whether these people directed a film of this title, as far as we know one."""
    films = [film for film in linker.films.titled(one.written) if one.year is None or one.year in film.years]
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
    title = linker.settle(heading.text.strip(_QUOTES), year)
    return replace(heading, title=title, explicit=True, year=year) if is_title_like(heading.text) else heading


def weak_heading(
    block: Block, following: Block | None, kind: FactKind | None, linker: Linker, *, counted: bool
) -> Heading | None:
    """Reads a line as a heading if it is short and bare enough to stand over the next one.

    Args:
        block: The line.
        following: What comes after it.
        kind: What the page collects.
        linker: Settles the film it may name.
        counted: Whether the page numbers its headings.
    """
    text = block.text
    if following is None or "\n" in block.source.strip() or text[:1].islower():
        return None
    if re.search(r"[.!?][\"”’']?\s", text) and block.number is None:
        return None
    counted = counted and block.number is not None and block.words <= MAX_PAGE_TITLE_WORDS
    # A line that has a number of its own may be a sentence, and stand over what tells more of it.
    leads = counted and not following.gap and following.number is None
    if _ENDS_SENTENCE.search(text) and not leads:
        return None
    shown = not text.isupper() and not is_told(text) and wording_of(text).seen >= _SURELY_SEEN
    if shown and find_names(text, linker):
        return None
    if said(text, linker):
        # On a page of photos this is a caption; over a story's text it is what the story is called.
        over = block.words <= MAX_PAGE_TITLE_WORDS and following.words >= max(12, block.words * 3 // 2)
        # Names beside a film and its year are a caption's.
        names = find_names(text, linker)
        seen = any(one.year for one in said(text, linker)) and any(
            linker.is_person(one.text) for one in names
        )
        told = (following.words >= _TOLD_WORDS and not seen) or not names
        over = (kind != "photo" or counted) and told and (counted or (over and not is_on_set(text)))
        return Heading(text, _title_in(text, linker), explicit=False, block=block) if over else None
    short = block.words <= _MAX_HEADING_WORDS or (block.words <= 12 and is_title_like(text))
    longer = following.words > block.words
    if (
        (not short and not counted)
        or (kind == "photo" and block.number is None and not text.isupper())
        or not (longer or counted)
    ):
        return None
    brief = kind != "story" and following.words < _TOLD_WORDS
    seen = any(not counted or linker.is_person(name.text) for name in find_names(text, linker))
    if are_people(text, linker) or (brief and seen):
        return None
    title = _title_in(text, linker)
    explicit = counted and is_title_like(text) and title.sure != "low"
    return Heading(text, title, explicit=explicit, block=block)


def heading_of(block: Block, linker: Linker) -> Heading:
    """Reads a line as the heading that its place makes it."""
    return Heading(block.text, _title_in(block.text, linker), explicit=False, block=block)


def parts_of(text: str) -> list[str]:
    """Parts a heading where a film's title may end: "Jaws: the shark that would not swim"."""
    return re.split(r"\s[–—|-]\s|:\s", text)


def _title_in(text: str, linker: Linker) -> Title:
    """Settles the film of a heading that is more or less than a known title."""
    title = linker.settle(text.strip(_QUOTES))
    if title.known:
        return title
    for aside in re.findall(r"\(([^()]{4,})\)", text):
        if linker.is_title(aside):
            return linker.settle(aside)
    named = said(text, linker)
    if named:
        best, *others = sorted(named, key=lambda one: -one.weight)
        if all(best.weight - one.weight >= _PLAINER for one in others):
            apart = not best.plain or re.match(r"\s*[:–—]|\s-\s", text[best.end :])
            settled = linker.settle(best.written, best.year)
            return settled if apart else replace(settled, sure="low")
        return Title("", text if is_title_like(text) else "")
    for part in parts_of(text):
        rest = text.replace(part, "", 1).strip(" ()–—|:-")
        # "Star Wars: Return of the Jedi" is not Star Wars.
        if len(part) > 3 and linker.is_title(part) and not is_title_like(rest):
            return linker.settle(part)
    known = [
        one
        for one in mentions(text, linker)
        if linker.is_title(one.written)
        and (" " in title_key(one.written) or (text.isupper() and len(one.written) > 4))
        and not re.match(r"\s*[:–—]", text[one.end :])
        and not re.search(r"[:–—]\s*$", text[: one.start])
    ]
    if len(known) == 1 and not text.endswith("?"):
        return replace(linker.settle(known[0].written), sure="low")
    return Title("", text if is_title_like(text) else "")
