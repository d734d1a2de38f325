"""A page's headings, and what stands under them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from btsquiz.facts.fact import FactKind
from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.noise import is_talk
from btsquiz.facts.page import Block
from btsquiz.facts.references import references
from btsquiz.facts.titles import is_title_like

_MAX_HEADING_WORDS: Final = 8
_MAX_TITLE_LINE_WORDS: Final = 16
_MAX_PAGE_TITLE_WORDS: Final = 25
_QUOTES: Final = "'\"“”‘’«»*_ "

_ENDS_SENTENCE: Final = re.compile(r"[.:;,…][\"”’')]*$")
_LABEL: Final = re.compile(r"^(?:film|movie|title)\s*:\s*", re.I)
_TITLE_YEAR: Final = re.compile(r"(.*\S)\s*[,–—|-]\s*((?:18|19|20)\d\d)\W*")
_ONLY_YEAR: Final = re.compile(r"\W*((?:18|19|20)\d\d)\W*")
_TOPIC: Final = re.compile(r"\b(?:about|of|from|on|behind|in|making)\s+(?:the\s+)?$|^$", re.I)
_PHOTOS: Final = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|pics?|images?|shots|stills|snaps(?:hots)?|captions?)\b", re.I
)
_STORIES: Final = re.compile(
    r"\b(?:stor(?:y|ies)|facts?|trivia|secrets?|anecdotes?|tales?|legends?|things|bloopers|accidents)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over a text.

    Attributes:
        text: The line.
        title: The film it names; empty where it names none that is settled.
        explicit: Whether it is a film's title and nothing else.
        year: The year it gives.
    """

    text: str
    title: Title
    explicit: bool
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A block that may be a caption or a story, with its own heading where it has one."""

    block: Block
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A page's headings and what stands under them.

    Attributes:
        topic: The film the whole page is about; empty where it is about several.
        kind: What the page says it collects; None where it does not say.
        opening: What stands before the first heading, on a page of headings.
        entries: Everything else that may be a caption or a story.
        is_headed: Whether the page has headings.
        is_known: Whether most headings are known titles written as titles are. On such a page a heading that
            is neither is a film's name that was lost, not a film unheard of.
    """

    topic: Title
    kind: FactKind | None
    opening: tuple[Block, ...]
    entries: tuple[Entry, ...]
    is_headed: bool
    is_known: bool


def outline(blocks: Sequence[Block], linker: Linker) -> Outline:
    """Tells headings from what they stand over.

    A heading is carried no further than the page does it elsewhere: where most headings have one text, a
    second text is one whose heading was lost.
    """
    titles = {block.line: heading for block in blocks if (heading := _title_line(block, linker))}
    topic, kind = Title(), None
    if blocks and blocks[0].line not in titles and _is_page_title(blocks[0], linker):
        topic, kind = _topic(blocks[0].text, linker), _kind_said(blocks[0].text)
        blocks = blocks[1:]
    if kind is None and blocks and not references(blocks[0].text, linker):
        kind = _kind_said(blocks[0].text)
    below = _stand_below(blocks, titles)
    over = [one.number is None for block, one in pairwise(blocks) if block.number is not None]
    counted = len(over) >= 3 and sum(over) * 3 >= len(over) * 2
    groups: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    ordered = list(reversed(blocks)) if below else list(blocks)
    for block, following in zip_longest(ordered, ordered[1:]):
        heading, bodies = groups[-1]
        if heading and not bodies and (match := _ONLY_YEAR.fullmatch(block.text)):
            groups[-1] = (_dated(heading, int(match[1]), linker), [])
            continue
        found = titles.get(block.line)
        if found is None and (bodies or heading is None) and not below:
            found = _weak_heading(block, following, kind, linker, counted=counted)
        if found is None:
            bodies.append(block)
        else:
            groups.append((found, []))
    return _arranged(topic, kind, groups)


def _stand_below(blocks: Sequence[Block], titles: Mapping[int, Heading]) -> bool:
    """Tells whether the page's titles stand under what they name: nearer to it, or after the last of it."""
    placed = [(block.gap, following.gap) for block, following in pairwise(blocks) if block.line in titles]
    nearer = sum((before < after) - (before > after) for before, after in placed)
    if abs(nearer) * 2 > len(placed):
        return nearer > 0
    said = [block.line in titles for block in blocks if not is_talk(block.text, strict=True)]
    return len(titles) > 1 and bool(said) and said[-1] and not said[0]


def _arranged(
    topic: Title, kind: FactKind | None, groups: Sequence[tuple[Heading | None, list[Block]]]
) -> Outline:
    before = groups[0][1]
    filled = [(heading, bodies) for heading, bodies in groups[1:] if heading and bodies]
    one_each = sum(len(bodies) == 1 for _, bodies in filled) * 2 >= len(filled)
    entries = [
        Entry(block, heading if index == 0 or (heading.title.film and not one_each) else None)
        for heading, bodies in filled
        for index, block in enumerate(bodies)
    ]
    known = sum(heading.title.known is not None and is_title_like(heading.text) for heading, _ in filled)
    return Outline(
        topic,
        kind,
        tuple(before) if filled else (),
        tuple(sorted(entries, key=lambda entry: entry.block.line)) if filled else tuple(map(Entry, before)),
        is_headed=bool(filled),
        is_known=known >= 4 and known * 2 > len(filled),
    )


def _kind_said(text: str) -> FactKind | None:
    photos, stories = len(_PHOTOS.findall(text)), len(_STORIES.findall(text))
    return None if photos == stories else "photo" if photos > stories else "story"


def _is_page_title(block: Block, linker: Linker) -> bool:
    if block.number is not None or block.words > _MAX_PAGE_TITLE_WORDS or block.text.endswith("."):
        return False
    return _kind_said(block.text) is not None or not references(block.text, linker)


def _topic(page_title: str, linker: Linker) -> Title:
    """Finds the one film that a page's title says the page is about."""
    named = references(page_title, linker)
    if named:
        only = named[0]
        return only.title if len(named) == 1 and only.is_sure else Title()
    spots = [
        spot
        for spot in linker.spots(page_title)
        if _TOPIC.search(page_title[: spot.start]) and not re.match(r"\s+\w", page_title[spot.end :])
    ]
    return linker.settle(page_title[spots[0].start : spots[0].end]) if len(spots) == 1 else Title()


def _title_line(block: Block, linker: Linker) -> Heading | None:
    """Reads a line that is a film's title, with or without its year, and nothing else."""
    text = block.text
    bare = _LABEL.sub("", text).strip(_QUOTES)
    if block.words > _MAX_TITLE_LINE_WORDS or not bare:
        return None
    if linker.is_title(bare):
        return Heading(text, linker.settle(bare), explicit=True)
    if match := _TITLE_YEAR.fullmatch(bare):
        title, year = linker.settle(match[1].strip(_QUOTES), int(match[2])), int(match[2])
        named = title.known is not None or is_title_like(match[1])
        return Heading(text, title, explicit=True, year=year) if named else None
    if _LABEL.match(text) and is_title_like(bare):
        return Heading(text, linker.settle(bare), explicit=True)
    films = references(text, linker)
    if len(films) == 1 and not re.search(r"\w", text[: films[0].start] + text[films[0].end :]):
        return Heading(text, films[0].title, explicit=True, year=films[0].year)
    return None


def _dated(heading: Heading, year: int, linker: Linker) -> Heading:
    """Settles a heading again with the year that stands on the line after it."""
    title = linker.settle(heading.text.strip(_QUOTES), year)
    return Heading(heading.text, title, explicit=True, year=year) if is_title_like(heading.text) else heading


def _weak_heading(
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
    if following is None or "\n" in block.source.strip() or _ENDS_SENTENCE.search(text) or text[:1].islower():
        return None
    counted = counted and block.number is not None and block.words <= _MAX_PAGE_TITLE_WORDS
    if references(text, linker):
        # On a page of photos this is a caption; over a story's text it is what the story is called.
        over = block.words <= _MAX_PAGE_TITLE_WORDS and following.words >= max(12, block.words * 3 // 2)
        over = kind == "story" and (over or counted)
        return Heading(text, _title_in(text, linker), explicit=False) if over else None
    short = block.words <= _MAX_HEADING_WORDS or (block.words <= 12 and is_title_like(text))
    if (not short and not counted) or (kind == "photo" and block.number is None):
        return None
    return Heading(text, _title_in(text, linker), explicit=counted and is_title_like(text))


def _title_in(text: str, linker: Linker) -> Title:
    """Settles the film of a heading that is more or less than a known title."""
    named = references(text, linker)
    if named:
        return named[0].title if len(named) == 1 else Title()
    title = linker.settle(text.strip(_QUOTES))
    if title.known:
        return title
    for part in re.findall(r"\(([^()]+)\)\W*$", text) + re.split(r"\s[–—|-]\s|:\s", text):
        rest = text.replace(part, "", 1).strip(" ()–—|:-")
        # "Star Wars: Return of the Jedi" is not Star Wars.
        if linker.is_title(part) and (f"({part})" in text or not is_title_like(rest)):
            return linker.settle(part)
    return Title("", text if is_title_like(text) else "")
