"""A page's headings: lines that are a film's title, and lines that stand over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from btsquiz.facts.boundaries import are_people
from btsquiz.facts.fact import FactKind
from btsquiz.facts.kinds import is_on_set, is_told
from btsquiz.facts.link import SAID
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.page import Block
from btsquiz.facts.title import Title
from btsquiz.facts.titles import is_title_like, title_key
from btsquiz.facts.wording import wording_of

MAX_PAGE_TITLE_WORDS: Final = 25
_MAX_HEADING_WORDS: Final = 8
_TOLD_WORDS: Final = 25
"""Words of a story over which a heading may name people beside a film."""

_SURELY_SEEN: Final = 3.0
"""What words say for a caption from which a line with names that tells nothing is no heading: on marked pages
three captions in five, and one heading in fifty."""

_PLAINER: Final = 0.5
"""Weight by which one title in a heading must outdo another."""

QUOTES: Final = "'\"“”‘’«»„*_ .,;:–—-|/"

_ENDS_SENTENCE: Final = re.compile(r"[.:;,…][\"”’')]*$")
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
    leads = counted and not following.gap and following.number is None and kind != "photo"
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
        # A sentence with no blank line around it is one of a list of such.
        told = told and (block.words <= _MAX_HEADING_WORDS or bool(block.gap or following.gap))
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
    title = linker.settle(text.strip(QUOTES))
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
