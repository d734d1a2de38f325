"""A page parted by its headings, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile, zip_longest
from typing import Final

from btsquiz.facts.fact import FactKind
from btsquiz.facts.headings import (
    MAX_PAGE_TITLE_WORDS,
    Heading,
    dated,
    kind_said,
    said,
    title_line,
    weak_heading,
)
from btsquiz.facts.kinds import is_on_set
from btsquiz.facts.link import SAID, support
from btsquiz.facts.linker import Linker
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.noise import is_talk
from btsquiz.facts.page import NUMBERS, Block, number_of
from btsquiz.facts.title import Title
from btsquiz.facts.titles import is_title_like

_SAMPLE: Final = 60
"""Blocks of a long page that tell what all of it is about."""

_TOP: Final = 5
"""Blocks at the top of a page that may say what it collects."""

_STEADY: Final = 3
"""Times that titles stand on one side more often than on the other, from which all do."""

_MOST_BELOW: Final = 3
"""Titles under their texts from which a page has no other headings."""

_FEW: Final = 5
"""Headings from which a page shows what its headings are."""

_COUNTED: Final = re.compile(rf"\b(?:\d{{1,2}}|{'|'.join(NUMBERS)})\b", re.I)
_JOKES: Final = 8
"""Headings of which one may be a joke and the title of its film."""

_ONLY_YEAR: Final = re.compile(r"\W*((?:18|19|20)\d\d)\W*")
_QUOTED: Final = re.compile(r"\W*[\"“«‘'„*_]\S.*[\"”»’'“*_]\W*$")
_TOPIC: Final = re.compile(
    r"\b(?:about|of|from|on|behind|in|making|du|de|del|sur|le)\s+(?:the\s+)?[\"'“‘«*_]?$|^\W*$|[:|–—-]\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A block that may be a caption or a story.

    Attributes:
        block: The block.
        heading: Its own heading, where it has one.
        section: The heading of the block before it, which may be its own too.
        is_first: Whether nothing stands between its heading and it.
    """

    block: Block
    heading: Heading | None = None
    section: Heading | None = None
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """A page's headings and what stands under them.

    Attributes:
        topic: The film the whole page is about; empty where it is about several.
        kind: What the page says it collects; None where it does not say.
        opening: What stands before the first heading, on a page of headings.
        entries: Everything else that may be a caption or a story.
        is_headed: Whether the page has headings.
        is_titled: Whether they are films' titles, as far as those are whose makers stand under them.
    """

    topic: Title
    kind: FactKind | None
    opening: tuple[Block, ...]
    entries: tuple[Entry, ...]
    is_headed: bool
    is_titled: bool


def outline(blocks: Sequence[Block], linker: Linker, topic: Title | None = None) -> Outline:
    """Tells headings from what they stand over.

    Args:
        blocks: The page, or a section of it.
        linker: Knows films.
        topic: The film that all sections are about, if one before says so.

    A heading is carried no further than the page does it elsewhere: where most headings have one text, a
    second text is one whose heading was lost.
    """
    titles = {block.line: heading for block in blocks if (heading := title_line(block, linker))}
    top = [block for block in blocks[:_TOP] if block.line not in titles]
    kind = kind_said(top)
    at = None
    if topic is None or not topic.film:
        topic, at = _topic(top, blocks, linker)
    if at is not None:
        blocks = [block for block in blocks if block.line > at]
    else:
        head = list(takewhile(lambda block: not said(block.text, linker), top))
        named = [
            place for place, block in enumerate(head) if _is_page_title(block, linker) and kind_said([block])
        ]
        if named:
            blocks = [block for block in blocks if block.line > top[named[-1]].line]
        elif blocks and blocks[0] in top and _is_page_title(blocks[0], linker):
            blocks = blocks[1:]
    if _are_listed(blocks, titles):
        titles = {
            block.line: titles[block.line]
            for block in blocks
            if block.line in titles and block.number is None
        }
    below = _below(blocks, titles, linker)
    over = [one.number is None for block, one in pairwise(blocks) if block.number is not None]
    counted = len(over) >= 3 and sum(over) * 3 >= len(over) * 2
    groups = [_Group()]
    for block, following in zip_longest(blocks, blocks[1:]):
        group = groups[-1]
        heading = group.heading
        if heading and not group.bodies and (match := _ONLY_YEAR.fullmatch(block.text)):
            group.heading = dated(heading, int(match[1]), linker)
            continue
        found = titles.get(block.line)
        if found is not None and block.line in below and group.bodies:
            # What stands under a text names it; what comes after begins anew.
            *earlier, last = group.bodies
            group.bodies[:] = earlier
            group.section = group.section or found
            groups += [_Group(found, [last], found), _Group()]
            continue
        if found is None and following and _ONLY_YEAR.fullmatch(following.text) and is_title_like(block.text):
            found = Heading(block.text, Title("", block.text), explicit=True, block=block)
        if found is None and (group.bodies or heading is None) and len(below) < _MOST_BELOW:
            found = weak_heading(block, following, kind, linker, counted=counted)
        if found is not None:
            groups.append(_Group(found, [], found))
        elif heading and heading.block and None not in (heading.block.number, block.number):
            groups.append(_Group(None, [block]))
        else:
            group.bodies.append(block)
    return _arranged(topic, kind, _doubted(groups), linker)


def promised(blocks: Sequence[Block]) -> int:
    """Gives how many facts a page says at its top that it has: "Seven facts about …"; 0 where it does not."""
    for block in blocks[:_TOP]:
        if kind_said([block]) and (match := _COUNTED.search(block.text)):
            return int(match[0]) if match[0].isdigit() else number_of(match[0])
    return 0


def _doubted(groups: list[_Group]) -> list[_Group]:
    """Doubts the titles among headings that are mostly none: "Raw", over a story, is a joke more likely."""
    headings = [group.heading for group in groups if group.heading and group.bodies]
    titles = [one for one in headings if one.explicit and one.title.known]
    if len(headings) < _FEW or len(titles) * 2 >= len(headings):
        return groups
    for group in groups:
        one = group.heading
        if one and one.title.known and one.year is None and not _QUOTED.match(one.text):
            group.heading = replace(one, title=replace(one.title, sure="low"), explicit=False)
    return groups


@dataclass
class _Group:
    """A heading and the blocks it may be of; `section` is a heading near them that may be theirs too."""

    heading: Heading | None = None
    bodies: list[Block] = field(default_factory=list)
    section: Heading | None = None


def _below(blocks: Sequence[Block], titles: Mapping[int, Heading], linker: Linker) -> set[int]:
    """Gives the lines of the titles that stand under what they name: nearer to it, or as most do."""
    gaps = {
        block.line: block.gap - (following.gap if following else block.gap + 1)
        for block, following in zip_longest(blocks, blocks[1:])
        if block.line in titles
    }
    nearer = sum((gap < 0) - (gap > 0) for gap in gaps.values())
    said = [block.line in titles for block in blocks if not is_talk(block.text, strict=True)]
    ends = len(titles) > 1 and bool(said) and said[-1] and not said[0]
    most = nearer > 0 if abs(nearer) * 2 > len(gaps) else ends
    under, over = (sum(sign * gap > 0 for gap in gaps.values()) for sign in (-1, 1))
    # An advert in between pushes a title away; what nearly all titles of a page do, all do.
    steady = max(under, over) >= _STEADY * max(1, min(under, over)) or (
        under * 2 < len(gaps) and not over and not ends
    )
    all_below = under > over and under * 2 >= len(gaps)
    below = {line for line, gap in gaps.items() if (all_below if steady else gap < 0 or (gap == 0 and most))}
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        film = titles[block.line].title.known if gaps.get(block.line) == 0 else None
        over, under = (len(support(one.text, film, linker)) if film else 0 for one in (before, after))
        # Between two texts, a title is of the one that names its makers.
        if over != under:
            (below.add if over > under else below.discard)(block.line)
    return below


def _are_titles(groups: Sequence[_Group], linker: Linker) -> bool:
    """Tells titles from jokes, one of which may be a film's title, but hardly that of its text's film."""
    if not linker.films.is_wide:
        return True  # what we do not know may be a title all the same
    films = [(group.heading and group.heading.title.known, group.bodies[0].text) for group in groups]
    meant = sum(bool(film and support(text, film, linker)) for film, text in films)
    return meant * _JOKES >= len(groups)


def _arranged(topic: Title, kind: FactKind | None, groups: Sequence[_Group], linker: Linker) -> Outline:
    before = groups[0].bodies if groups[0].section is None else []
    headed = [group for group in groups if group.bodies and (group is not groups[0] or group.section)]
    filled = [group for group in headed if group.heading]
    bare = [
        group.heading for group in groups if group.heading and not group.bodies and group.heading.explicit
    ]
    one_each = sum(len(group.bodies) == 1 for group in filled) * 2 >= len(filled)
    entries: list[Entry] = []
    for group in headed:
        heading = group.heading
        for index, block in enumerate(group.bodies):
            own = (
                index == 0 or block.gap == 0 or (heading is not None and heading.title.film and not one_each)
            )
            entries.append(Entry(block, heading if own else None, heading or group.section, index == 0))
    # Titles with nothing under them, on a page of such, are what the page has to say.
    if len(bare) >= 3 and len(bare) * 2 >= len(filled):
        entries += [Entry(heading.block) for heading in bare if heading.block]
    return Outline(
        topic,
        kind,
        tuple(before) if entries else (),
        tuple(sorted(entries, key=lambda entry: entry.block.line)) if entries else tuple(map(Entry, before)),
        is_headed=bool(filled),
        is_titled=_are_titles(filled, linker),
    )


def _is_page_title(block: Block, linker: Linker) -> bool:
    if block.number is not None or block.words > MAX_PAGE_TITLE_WORDS or block.text.endswith("."):
        return False
    return not said(block.text, linker) and not (
        block.words > 12 and any(linker.is_person(name.text) for name in find_names(block.text, linker))
    )


def _are_listed(blocks: Sequence[Block], titles: Mapping[int, Heading]) -> bool:
    """Tells whether numbered titles are items of a list, each followed by the next number."""
    numbered = [
        (block, following)
        for block, following in pairwise(blocks)
        if block.line in titles and block.number is not None
    ]
    return sum(following.number is not None for _, following in numbered) * 2 > len(numbered)


def _are_of_films(texts: Sequence[str], linker: Linker) -> bool:
    """Tells whether many of these texts name a film of their own."""
    return sum(bool(said(text, linker)) for text in texts) * 3 > len(texts)


def _topic(top: Sequence[Block], blocks: Sequence[Block], linker: Linker) -> tuple[Title, int | None]:
    """Finds the film that a line at the top names, if its makers are named all over the page."""
    for block in top:
        names = find_names(block.text, linker)
        told = any(linker.is_person(name.text) for name in names) or is_on_set(block.text)
        if block.words > MAX_PAGE_TITLE_WORDS or (told and not kind_said([block])):
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
            alone = block is top[0] and one.weight >= SAID and not one.plain and len(films) == 1
            alone = alone and not _are_of_films(below, linker)
            if film and ((count >= 2 and count * 3 >= len(below)) or (alone and count)):
                why = "the film its page is about"
                return Title(film.title, one.written, film.years, film, "high", why), block.line
    return Title(), None
