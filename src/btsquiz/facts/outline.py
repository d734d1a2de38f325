"""A page parted by its headings, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile, zip_longest
from typing import Final

from btsquiz.facts.fact import FactKind
from btsquiz.facts.groups import FEW, Group, are_titles, doubted, without_others
from btsquiz.facts.headings import (
    MAX_PAGE_TITLE_WORDS,
    Heading,
    heading_of,
    kind_said,
    said,
    weak_heading,
)
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.noise import is_mistake
from btsquiz.facts.page import Block
from btsquiz.facts.sections import kind_of
from btsquiz.facts.sides import titles_below
from btsquiz.facts.subject import TOP, Subject, subject_of
from btsquiz.facts.talk import is_talk
from btsquiz.facts.title import Title
from btsquiz.facts.title_form import titles_of_form
from btsquiz.facts.title_line import dated, title_lines
from btsquiz.facts.titles import is_title_like

_SECTION_WORDS: Final = 8
"""Words of a line that may say what a section collects."""

_MOST_BELOW: Final = 3
"""Titles under their texts from which a page has no other headings."""


_PAIRS: Final = 3
"""Of so many groups of lines, two are a line over a longer one, where that is how a page is made."""

_ONLY_YEAR: Final = re.compile(r"\W*((?:18|19|20)\d\d)\W*")


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
        subject: What the whole page is about.
        kind: What the page says it collects; None where it does not say.
        opening: What stands before the first heading, on a page of headings.
        entries: Everything else that may be a caption or a story.
        is_headed: Whether the page has headings.
        is_titled: Whether they are films' titles, as far as those are whose makers stand under them.
    """

    subject: Subject
    kind: FactKind | None
    opening: tuple[Block, ...]
    entries: tuple[Entry, ...]
    is_headed: bool
    is_titled: bool


def outline(
    blocks: Sequence[Block], linker: Linker, subject: Subject | None = None, *, later: bool = False
) -> Outline:
    """Tells headings from what they stand over.

    Args:
        blocks: The page, or a section of it.
        linker: Knows films.
        subject: What the page is about; found out where left out.
        later: Whether it is a later section, which has no page's title.

    A heading is carried no further than the page does it elsewhere: where most headings have one text, a
    second text is one whose heading was lost.
    """
    subject = subject_of(blocks, linker) if subject is None else subject
    lines = [block for block in blocks if not block.is_caption]
    titles = title_lines(lines, linker)
    titles |= titles_of_form(lines, titles, linker)
    top = [block for block in blocks[:TOP] if block.line not in titles]
    saying = [block for block in top[:1] if block.words <= _SECTION_WORDS] if later else top
    kind = kind_of(blocks, kind_said(saying), linker)
    if subject.line:
        blocks = [block for block in blocks if block.line > subject.line]
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
    below = titles_below(blocks, titles, linker)
    over = [one.number is None for block, one in pairwise(blocks) if block.number is not None]
    counted = len(over) >= 3 and sum(over) * 3 >= len(over) * 2
    lines_over = _paired(blocks)
    under = [not following.gap for block, following in pairwise(blocks) if block.line in titles]
    close = len(under) >= FEW and sum(under) * 2 >= len(under)
    groups = [Group()]
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
            groups += [Group(found, [last], found), Group()]
            continue
        apart = following is None or bool(following.gap)
        if found is not None and block.line in below and found.names_maker and apart:
            groups += [Group(None, [block]), Group()]
            continue
        dated_record = found is not None and found.names_maker and found.year is not None
        if found is not None and dated_record and _stands_alone(found, following, linker, close=close):
            groups += [Group(None, [block]), Group()]
            continue
        if found is None and following and _ONLY_YEAR.fullmatch(following.text) and is_title_like(block.text):
            found = Heading(block.text, Title("", block.text), explicit=True, block=block)
        if found is None and block.line in lines_over:
            found = heading_of(block, linker)
        bare = (group.bodies or heading is None) and not block.is_caption
        if found is None and bare and len(below) < _MOST_BELOW:
            found = weak_heading(block, following, kind, linker, counted=counted)
        if found is not None:
            groups.append(Group(found, [], found))
        elif heading and heading.block and _are_both_listed(heading.block, block):
            groups.append(Group(None, [block]))
        elif heading and below and block.number is not None and _counts_on(group.bodies, block):
            # Where titles stand under the items of a list that counts on, none stands over several.
            groups.append(Group(None, [block]))
        elif heading and group.bodies and is_mistake(heading.text) and _ends_list(group.bodies[-1], block):
            groups.append(Group(None, [block]))
        else:
            group.bodies.append(block)
    return _arranged(subject, kind, without_others(doubted(groups), subject, linker), linker)


def _stands_alone(record: Heading, following: Block | None, linker: Linker, *, close: bool) -> bool:
    """Tells whether nothing of a record's film is under it: the page speaks, or another film begins.

    Where titles of a page mostly have their texts right under them, what stands further down is of none.
    """
    if following is None or (close and following.gap) or is_talk(following.text, strict=True):
        return True
    film = record.title.known
    others = [linker.settle(one.written, one.year) for one in said(following.text, linker) if one.start <= 1]
    return film is not None and any(one.known not in (None, film) for one in others)


def _are_both_listed(over: Block, block: Block) -> bool:
    """Tells whether two lines are items of one list; pictures, and what is in a folder, have their own."""
    alike = over.is_caption == block.is_caption and over.numbering == block.numbering
    return alike and None not in (over.number, block.number)


def _ends_list(item: Block, block: Block) -> bool:
    """Tells whether a list of slips ends before a block, which has not the sign its items have."""
    signs = [one.source.lstrip()[:1] for one in (item, block)]
    return not signs[0].isalnum() and signs[0] != signs[1] and signs[0] not in "«“\"'‘("


def _counts_on(bodies: Sequence[Block], block: Block) -> bool:
    """Tells whether an item's number goes on from the last one's under the same heading."""
    last = next((one.number for one in reversed(bodies) if one.number is not None), None)
    return last is not None and last > 1 and abs((block.number or 0) - last) == 1


def _paired(blocks: Sequence[Block]) -> frozenset[int]:
    """Gives the short lines right over longer ones, where nearly all of a page is such pairs."""
    over = [
        block.line
        for block, following in pairwise(blocks)
        if block.words <= _SECTION_WORDS
        and not following.gap
        and following.words > _SECTION_WORDS
        and (block.gap or block is blocks[0])
        and block.number is None
    ]
    apart = sum(bool(block.gap) for block in blocks)
    return frozenset(over) if len(over) >= FEW and len(over) * _PAIRS >= apart * 2 else frozenset()


def _arranged(subject: Subject, kind: FactKind | None, groups: Sequence[Group], linker: Linker) -> Outline:
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
    # Titles with nothing under them, on a page of such, are what the page has to say; so are whole records.
    # A record over another film's has nothing under it either.
    bare += [
        one.heading
        for one in filled
        if kind == "photo" and one.heading and one.heading.names_maker and _is_of_another(one, linker)
    ]
    listed = len(bare) >= 3 and len(bare) * 2 >= len(filled)
    entries += [Entry(one.block) for one in bare if one.block and (listed or (one.year and one.names_maker))]
    return Outline(
        subject,
        kind,
        tuple(before) if entries else (),
        tuple(sorted(entries, key=lambda entry: entry.block.line)) if entries else tuple(map(Entry, before)),
        is_headed=bool(filled),
        is_titled=are_titles(filled, linker),
    )


def _is_of_another(group: Group, linker: Linker) -> bool:
    """Tells whether the first text under a heading is a record of another film."""
    over = group.heading.title.film if group.heading else ""
    films = [
        linker.settle(one.written, one.year).film for one in said(group.bodies[0].text, linker) if one.year
    ]
    return bool(films) and over not in films


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
    listed = sum(_are_both_listed(block, following) for block, following in numbered)
    return listed * 2 > len(numbered)
