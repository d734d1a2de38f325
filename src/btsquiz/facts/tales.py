"""Texts of one film that only one of them names: a caption and the tale under it, or "same film"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.film import Film
from btsquiz.facts.headings import said
from btsquiz.facts.kinds import is_told, photo_score
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.neighbours import take_film
from btsquiz.facts.page import Block
from btsquiz.facts.people import people_in
from btsquiz.facts.surroundings import support
from btsquiz.facts.years import years_in

_LEAST_SHOWN, _MOST_SHOWN, LEAST_TOLD = 6, 30, 20
"""Words of the shortest caption and the longest, and of the shortest tale under one."""

_APART: Final = 1.5
"""Score by which a caption reads more like one than the tale under it."""

_MANY: Final = 4
"""Captions with their tales that name a film or a year, from which a page is made of such."""


_MANY_UNDER: Final = 4
"""Texts under one heading from which one of them names somebody of its film."""

_BEGINS: Final = 40
"""Characters from the beginning of a story within which "the same film" is that of the one before."""

_SAME: Final = re.compile(
    r"\b(?:same (?:film|movie|picture|set|shoot|production|title|series|show)"
    r"|m[êe]me (?:film|tournage|plateau)"
    r"|misma (?:pel[íi]cula|cinta)|de la misma(?=\s?[:,.)–—-])|mismo (?:rodaje|film|filme|plató)"
    r"|(?:того|этого) же фильма"
    r"|тот же фильм|(?:оттуда|там) же|ditto|[íi]dem|ibid)\b",
    re.I,
)
"""How a text says that it is of the film of the one before it."""


def with_captions(blocks: Sequence[Block], linker: Linker) -> list[Block]:
    """Marks the captions of a page whose pictures have a tale each under their captions."""
    shown = {one.line: one for one, two in pairwise(blocks) if _are_caption_and_tale(one, two, linker)}
    dated = sum(bool(said(one.text, linker) or years_in(one.text)) for one in shown.values())
    begin = sum(bool(block.gap) or block is blocks[0] for block in blocks)
    if dated < _MANY or len(shown) * 2 < begin:
        return list(blocks)
    return [replace(block, is_caption=True) if block.line in shown else block for block in blocks]


def _are_caption_and_tale(one: Block, two: Block, linker: Linker) -> bool:
    sizes = _LEAST_SHOWN <= one.words <= _MOST_SHOWN and two.words >= LEAST_TOLD
    together = not two.gap and two.number is None
    if not (sizes and together and is_told(two.text) and find_names(one.text, linker)):
        return False
    tale = photo_score(two.text, None)
    return tale < 0 and photo_score(one.text, None) - tale >= _APART


def share_films(candidates: Sequence[Candidate], linker: Linker) -> None:
    """Gives a text that names no film the film of its neighbour: a tale, a caption, or "same film"."""
    for one, two in pairwise(candidates):
        below = two.entry.block.is_caption and one.kind == "story" and not two.entry.block.gap
        if below and one.linked.title.known and not two.linked.title.film:
            take_film(two, one, linker)
        unsaid = not two.linked.title.film or two.linked.mention is None
        if one.linked.title.known and unsaid and _says_same(two.text):
            take_film(two, one, linker)
        if not one.entry.block.is_caption or two.kind != "story" or two.entry.block.gap:
            continue
        if one.linked.title.known and not two.linked.title.film:
            take_film(two, one, linker)
        elif two.linked.title.known and not one.linked.title.film:
            take_film(one, two, linker)
    _share_under_headings(candidates, linker)
    _doubt_headings(candidates, linker)


def _says_same(text: str) -> bool:
    """Tells whether a text says as it begins, or a short one anywhere, that it is of the film before it."""
    same = _SAME.search(text)
    return same is not None and (same.start() < _BEGINS or len(text.split()) <= _MOST_SHOWN)


def _doubt_headings(candidates: Sequence[Candidate], linker: Linker) -> None:
    """Takes from many texts under one heading its film, where none of them names anybody of it.

    "Spring 2014" is a film, and the issue of a journal.
    """
    under = defaultdict[int, list[Candidate]](list)
    for one in candidates:
        if one.entry.section is not None:
            under[id(one.entry.section)].append(one)
    for texts in under.values():
        film = next((one.linked.title.known for one in texts if one.linked.title.known), None)
        only = [one for one in texts if one.linked.title.known == film and one.linked.mention is None]
        if film is None or len(texts) < _MANY_UNDER or len(only) * 2 < len(texts):
            continue
        if not any(support(one.text, film, linker) for one in texts):
            for one in only:
                one.linked = one.linked.without_film()
                one.people = people_in(one.text, one.linked.title, linker, sure=one.kind == "story")


def _share_under_headings(candidates: Sequence[Candidate], linker: Linker) -> None:
    """Gives all texts under a title that several films have the one that the people of some tell."""
    told = defaultdict[int, dict[Film, Candidate]](dict)
    for one in candidates:
        film, section = one.linked.title.known, one.entry.section
        unsettled = section is not None and section.explicit and section.title.known is None
        if film and section and unsettled and film in linker.films.titled(section.title.as_written):
            told[id(section)].setdefault(film, one)
    for one in candidates:
        meant = list(told.get(id(one.entry.section), {}).values())
        unsaid = one.linked.title.known is None and (one.linked.mention is None or not one.linked.title.film)
        if len(meant) == 1 and unsaid and not one.is_asked:
            take_film(one, meant[0], linker)
