"""What stands around a part of a page, which may tell that it is a fact, of what kind, and of which film."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.kinds import is_told
from btsquiz.facts.link import support
from btsquiz.facts.linker import Linker
from btsquiz.facts.marks import PLACES
from btsquiz.facts.noise import is_mistake, is_talk
from btsquiz.facts.paragraphs import begins_anew
from btsquiz.facts.people import people_in
from btsquiz.facts.years import years_in
from btsquiz.text import fold

_APART: Final = 2
"""Blank lines that part stories more widely than a heading from its text."""

_WHOLE: Final = 10
"""Words of a text that may be a story whatever it says."""

_MANY: Final = 4
"""Stories of a page of which the one caption is none."""

_PLAIN: Final = 2.0
"""Score from which it is one all the same: on marked pages 11 of 13 that score less are stories."""


_GROUPS: Final = 8
"""Groups of lines with none between from which a page shows how long its captions are."""

_PAIR, _MOST_LINES = 2, 3
_SMALL: Final = 0.8
"""Part of the groups that have one line or two."""

_PARTED: Final = 3
"""One pair of lines in so many may be of two films."""

_NOTE: Final = 24
"""Words of the longest story that may be a note under a caption."""

_PLACED: Final = re.compile(
    rf"\W*(?:{PLACES}|below|opposite|next|picture|photo|pic|foto|на фото|слева|справа)\b", re.I
)
"""How a line begins that says which picture it is of."""


def take_between(candidates: Sequence[Candidate], linker: Linker) -> None:
    """Takes a text between stories for one that is under a film's title, or where one lost its heading.

    The latter stands as far from the stories around it as they do from each other.
    """
    for before, one, after in zip(candidates, candidates[1:], candidates[2:], strict=False):
        between = one.why_not and not before.why_not and not after.why_not
        whole = one.under_headings and one.entry.block.words >= _WHOLE
        if between and whole and (_is_titled(one, linker) or _has_lost(one)):
            one.why_not = ""


def _is_titled(one: Candidate, linker: Linker) -> bool:
    """Tells whether a text is the first under a title, which whoever knows few films need not know."""
    titled = one.under_titles and one.entry.heading is not None and one.entry.is_first
    known = one.linked.title.known is not None or not linker.films.is_wide
    return titled and known and not is_mistake(one.text) and not is_talk(one.text, strict=True)


def _has_lost(one: Candidate) -> bool:
    return one.entry.heading is None and one.entry.block.gap >= _APART and is_told(one.text)


def settle_lone(facts: Sequence[Candidate]) -> None:
    """Takes the one caption of a page of stories for a story, unless it is plainly a caption."""
    captions = [one for one in facts if one.kind == "photo"]
    if len(captions) == 1 and len(facts) >= _MANY:
        (one,) = captions
        if one.listed != "picture" and one.score < _PLAIN:
            one.kind = "story"


def join_captions(candidates: Sequence[Candidate]) -> None:
    """Joins a line to the caption right over it, where most captions have one line, or each its number.

    The line gives no year and no other film, names hardly anybody else, and does not say of which picture
    it is.
    """
    groups: list[list[Candidate]] = []
    for one in candidates:
        if groups and _is_right_under(one, groups[-1][-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    small = sum(len(group) <= _PAIR for group in groups)
    numbered = sum(group[0].entry.block.number is not None for group in groups)
    pairs = [pair for group in groups for pair in pairwise(group)]
    apart = sum(_are_of_two_films(one, two) for one, two in pairs)
    plain = small >= _SMALL * len(groups) or numbered * 2 >= len(groups)
    if len(groups) < _GROUPS or not plain or apart * _PARTED > len(pairs):
        return
    for one, *others in groups:
        for two in others if len(others) < _MOST_LINES else ():
            if one.why_not or two.why_not:
                continue
            if not _goes_on(one, two):
                break
            _join(one, two)


def _join(one: Candidate, two: Candidate) -> None:
    """Adds to a caption what its second line says, and leaves the line out."""
    block = replace(one.entry.block, text=f"{one.text} {two.text}")
    one.entry = replace(one.entry, block=block)
    if not one.linked.title.film:
        one.linked = two.linked
    known = {person.name for person in one.people}
    one.people = (*one.people, *(person for person in two.people if person.name not in known))
    two.why_not = f"it goes on with line {block.line}"


def _goes_on(one: Candidate, two: Candidate) -> bool:
    """Tells whether a line says more of what the caption over it shows."""
    others = _surnames(two) - _surnames(one)
    brief = two.kind == "photo" or (two.entry.block.words <= _NOTE and not others)
    placed = _PLACED.match(one.text) or _PLACED.match(two.text) or two.entry.block.is_caption
    return (
        one.kind == "photo"
        and brief
        and len(others) <= 1
        and not placed
        and not begins_anew(two.text)
        and not years_in(two.text)
        and not _are_of_two_films(one, two)
    )


def _surnames(one: Candidate) -> set[str]:
    return {surname for person in one.people for surname in fold(person.name).split()[-1:]}


def _is_right_under(one: Candidate, other: Candidate) -> bool:
    """Tells whether a part stands on the line after another, without a number of its own."""
    block, above = one.entry.block, other.entry.block
    ends = above.line + above.source.count("\n") + 1
    return not block.gap and block.number is None and block.line == ends


def _are_of_two_films(one: Candidate, two: Candidate) -> bool:
    films = (one.linked.title.film, two.linked.title.film)
    return all(films) and films[0] != films[1]


def follow(facts: Sequence[Candidate], linker: Linker) -> None:
    """Gives a fact that names no film that of the fact before it, if all it names are of that film."""
    for one, two in pairwise(facts):
        film = one.linked.title.known
        if film and not two.linked.title.film and not two.linked.title.as_written:
            named = {person.name for person in two.people if linker.is_person(person.name)}
            seen = support(two.text, film, linker)
            if seen and named <= {*film.hands, *seen}:
                take_film(two, one, linker)


def take_film(one: Candidate, other: Candidate, linker: Linker) -> None:
    """Gives a part of a page the film of another."""
    one.linked = replace(one.linked, title=other.linked.title, mention=None, score=other.linked.score)
    one.people = people_in(one.text, other.linked.title, linker, sure=one.kind == "story")
