"""Which paragraphs go on with the story before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.headings import said
from btsquiz.facts.kinds import photo_score
from btsquiz.facts.link import link
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.noise import is_mistake
from btsquiz.facts.outline import Entry
from btsquiz.facts.page import Block
from btsquiz.facts.talk import is_talk
from btsquiz.facts.titles import title_key
from btsquiz.text import fold

_GOES_ON: Final = re.compile(
    r"(?:He|She|They|His|Her|Their|Instead|Then|Later|Afterwards?|Eventually|Finally|But|So|However|Meanwhile"
    r"|Nevertheless|Besides|In the end|As for (?:him|her|them)|After that|With (?:his|her|their)|The rest of"
    r"|Ils?|Elles?|Mais|Puis|Ensuite|Finalement|Él|Ella|Ellos|Pero|Luego|Después|Al final"
    r"|Он|Она|Они|Но|Потом|Однако|В итоге)\b"
)
"""How a paragraph begins whose people the one before has named."""

_ANEW: Final = re.compile(
    r"\W*(?:(?:Oh, )?[Aa]nd|Also|Additionally|Moreover|Furthermore|Another|In (?:the same|a similar)"
    r"|By the way|Trivia|Et|Y|Por cierto|À propos|Par ailleurs|А|И|Кстати|Ещё)\b"
)
"""How a paragraph begins that tells another story: of eleven on marked pages with "And", ten do."""

_MANY: Final = 5
"""Headings from which a page that has few paragraphs under each tells one story under each."""

_FEW_EACH: Final = 3.0
"""Paragraphs under a heading, on average, up to which they are one story."""

_TELLS: Final = 12
"""Words of a paragraph that begins a story, and is no heading."""

_ITEM: Final = re.compile(r"\s*[•·●▪‣►➤→>*–—-]\s")
"""How an item of a list begins, which tells something of its own."""

_SEEN: Final = 1.0
"""Score from which a paragraph under a title is a picture's caption."""

_SURELY_SEEN: Final = 2.5
"""Score from which any paragraph is: on marked pages nine captions in ten, and of what
goes on one in twenty."""

_CLOSE: Final = 1
"""Blank lines between the paragraphs of one story; more part two stories."""


def joined_stories(entries: Sequence[Entry], linker: Linker, pictured: Collection[int] = ()) -> list[Entry]:
    """Joins the paragraphs of each story.

    Where every heading is a joke over a story, all under it is one; where it is a title or has a number,
    all that follows at once and is no item of a list. Elsewhere a later paragraph has neither number nor
    heading nor film of its own, and begins as one that goes on, or, where each story has its own number or
    heading, follows at once or names somebody again. Without either, nothing tells a second paragraph from
    a second story.

    Args:
        entries: What stands on the page.
        linker: Knows films and people.
        pictured: The lines right under a picture, each of which begins a caption of its own.
    """
    sections = {id(entry.section): entry.section for entry in entries if entry.section}
    texts = Counter(id(entry.section) for entry in entries if entry.section)
    one_each = sum(count == 1 for count in texts.values()) * 2 >= len(texts)
    numbered = sum(entry.block.number is not None for entry in entries) * 2 > len(entries)
    jokes = sum(not one.explicit and not one.title.film for one in sections.values())
    many = len(texts) >= _MANY
    titled = sum(
        one.explicit or bool(one.block and one.block.number is not None) for one in sections.values()
    )
    few = sum(texts.values()) <= _FEW_EACH * len(texts)
    under_jokes, under_titles = (many and few and some * 4 >= len(texts) * 3 for some in (jokes, titled))

    def follows(before: Entry, entry: Entry) -> bool:
        shown = photo_score(entry.block.text, None)
        if (
            is_item(entry.block)
            or begins_anew(entry.block.text)
            or shown > _SURELY_SEEN
            or entry.block.line in pictured
        ):
            return False
        whole = under_jokes or (under_titles and not entry.block.gap and shown <= _SEEN)
        if whole and entry.section and _is_of_one_heading(entry, before, linker):
            return True
        if not _may_go_on(entry, before, linker):
            return False
        counted = numbered and before.block.number is not None
        if goes_on(entry.block.text) and (before.heading is not None or counted):
            return True
        alone = counted or (before.heading is not None and one_each)
        return alone and ((many and not entry.block.gap) or _names_again(entry, before, linker))

    joined: list[Entry] = []
    for entry in entries:
        if joined and follows(joined[-1], entry):
            joined[-1] = _with(joined[-1], entry)
        else:
            joined.append(entry)
    return joined


def is_item(block: Block) -> bool:
    """Tells whether a block is an item of a list, which tells something of its own."""
    return _ITEM.match(block.source) is not None


def begins_anew(text: str) -> bool:
    """Tells whether a text begins as one that tells something else: "And …", "Also …"."""
    return bool(_ANEW.match(text))


def goes_on(text: str) -> bool:
    """Tells whether a text begins as one whose people the one before it has named: "He …", "Later …"."""
    return bool(_GOES_ON.match(text))


def _with(before: Entry, entry: Entry) -> Entry:
    text = f"{before.block.text} {entry.block.text}"
    return replace(before, block=replace(before.block, text=text))


def _is_of_one_heading(entry: Entry, before: Entry, linker: Linker) -> bool:
    """Tells whether two paragraphs stand under one heading, and name no two films."""
    return (
        entry.section is before.section
        and before.block.words >= _TELLS
        and entry.block.number is None
        and not entry.block.is_caption
        and entry.block.gap <= _CLOSE
        and not _are_of_two_films(before, entry, linker)
        and _tells(entry)
    )


def _may_go_on(entry: Entry, before: Entry, linker: Linker) -> bool:
    block = entry.block
    return (
        block.number is None
        and block.gap <= _CLOSE
        and not block.is_caption
        and entry.section is before.section
        and entry.heading in (None, before.heading)
        and not said(block.text, linker)
        and not _are_of_two_films(before, entry, linker)
        and _tells(entry)
    )


def _are_of_two_films(before: Entry, entry: Entry, linker: Linker) -> bool:
    """Tells whether two paragraphs name two films, or each the makers of one."""
    named = [{title_key(one.written) for one in said(each.block.text, linker)} for each in (before, entry)]
    if all(named) and named[0].isdisjoint(named[1]):
        return True
    films = [link(each.block.text, linker).title.known for each in (before, entry)]
    return None not in films and films[0] != films[1]


def _tells(entry: Entry) -> bool:
    """Tells whether a paragraph is neither of a slip in a film, nor the page or a reader speaking."""
    return not is_mistake(entry.block.text) and not is_talk(entry.block.text, strict=True)


def _names_again(entry: Entry, before: Entry, linker: Linker) -> bool:
    """Tells whether a text names somebody whom the one before names, in full or by surname."""
    told = f" {fold(before.block.text)} "
    names = find_names(entry.block.text, linker, linker.is_surname)
    return any(f" {fold(name.text).split()[-1]} " in told for name in names)
