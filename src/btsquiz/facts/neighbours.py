"""What stands around a part of a page, which may tell that it is a fact, of what kind, and of which film."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.noise import is_mistake
from btsquiz.facts.people import people_in
from btsquiz.facts.signs import is_asked
from btsquiz.facts.surroundings import support
from btsquiz.facts.talk import is_talk

_APART: Final = 2
"""Blank lines that part stories more widely than a heading from its text."""

_LEAST_MAIN: Final = 5
"""Facts of one film from which it may be what its page is about."""

_NEARLY_ALL: Final = 0.8
"""Part of the facts that know their film which is then of that one."""

_MOST_BETWEEN: Final = 2
"""Texts between two stories that may be stories too."""

_WHOLE: Final = 10
"""Words of a text that may be a story whatever it says."""


def doubt_asked(candidates: Sequence[Candidate]) -> None:
    """Takes from a caption that names no film the one it was given, if the line under it asks which it is."""
    for one, two in pairwise(candidates):
        under = not two.entry.block.gap and two.entry.block.number is None
        if under and is_asked(two.text) and one.linked.mention is None:
            one.linked, one.is_asked = one.linked.without_film(), True


def take_between(candidates: Sequence[Candidate], linker: Linker) -> None:
    """Takes a text between stories for one that is under a film's title, or where one lost its heading.

    The latter stands as far from the stories around it as they do from each other. Two may stand between.
    """
    for many in range(1, _MOST_BETWEEN + 1):
        for place in range(1, len(candidates) - many):
            between = candidates[place : place + many]
            around = candidates[place - 1], candidates[place + many]
            stories = not any(one.why_not for one in around) and all(one.why_not for one in between)
            if stories and all(_may_be_story(one, linker) for one in between):
                for one in between:
                    one.why_not = ""


def _may_be_story(one: Candidate, linker: Linker) -> bool:
    """Tells whether a text stands where a story of its page would."""
    whole = one.under_headings and one.entry.block.words >= _WHOLE
    return whole and (_is_titled(one, linker) or _has_lost(one))


def _is_titled(one: Candidate, linker: Linker) -> bool:
    """Tells whether a text is the first under a title, which whoever knows few films need not know."""
    titled = one.under_titles and one.entry.heading is not None and one.entry.is_first
    known = one.linked.title.known is not None or not linker.films.is_wide
    return titled and known and not is_mistake(one.text) and not is_talk(one.text, strict=True)


def _has_lost(one: Candidate) -> bool:
    """Tells whether a text stands where a story under its heading would, and nothing says that it is none."""
    alone = one.entry.heading is None and one.entry.block.gap >= _APART
    return alone and not is_mistake(one.text) and not is_talk(one.text, strict=True)


def follow(facts: Sequence[Candidate], linker: Linker) -> None:
    """Gives a fact that names no film that of the fact before it, if all it names are of that film."""
    for one, two in pairwise(facts):
        film = one.linked.title.known
        if film and _says_none(two) and not two.is_asked:
            named = {person.name for person in two.people if linker.is_person(person.name)}
            seen = support(two.text, film, linker)
            if seen and named <= {*film.hands, *seen}:
                take_film(two, one, linker)


def take_main(facts: Sequence[Candidate], linker: Linker) -> None:
    """Gives what names no film the one that nearly all of its page is of, if that is many facts."""
    films = Counter(film for one in facts if (film := one.linked.title.known))
    for main, many in films.most_common(1):
        if many >= max(_LEAST_MAIN, _NEARLY_ALL * films.total()):
            _give(main, facts, linker)


def _give(main: Film, facts: Sequence[Candidate], linker: Linker) -> None:
    of_it = next(one for one in facts if one.linked.title.known == main)
    for one in facts:
        unknown = not one.linked.title.film and one.linked.mention is None
        if not one.is_asked and (unknown or _is_as_well_of(one, main, linker)):
            take_film(one, of_it, linker)


def _says_none(one: Candidate) -> bool:
    return not one.linked.title.film and not one.linked.title.as_written


def _is_as_well_of(one: Candidate, main: Film, linker: Linker) -> bool:
    """Tells whether a text names no film, and that of its page has as many of its people as its own has."""
    own = one.linked.title.known
    if one.linked.mention is not None or own is None or own == main:
        return False
    return 0 < len(support(one.text, own, linker)) <= len(support(one.text, main, linker))


def take_film(one: Candidate, other: Candidate, linker: Linker) -> None:
    """Gives a part of a page the film of another."""
    one.linked = replace(one.linked, title=other.linked.title, mention=None, score=other.linked.score)
    one.people = people_in(one.text, other.linked.title, linker, sure=one.kind == "story")
