"""A page's headings with the texts under them, and which of those headings are no film's title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from btsquiz.facts.headings import Heading
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import Block
from btsquiz.facts.subject import Subject
from btsquiz.facts.surroundings import support
from btsquiz.facts.title import Title

FEW: Final = 5
"""Headings from which a page shows what its headings are."""

_JOKES: Final = 8
"""Headings of which one may be a joke and the title of its film."""

_QUOTED: Final = re.compile(r"\W*[\"“«‘'„*_]\S.*[\"”»’'“*_]\W*$")


@dataclass
class Group:
    """A heading and the blocks it may be of; `section` is a heading near them that may be theirs too."""

    heading: Heading | None = None
    bodies: list[Block] = field(default_factory=list)
    section: Heading | None = None


def doubted(groups: list[Group]) -> list[Group]:
    """Doubts the titles among headings that are mostly none: "Raw", over a story, is a joke more likely."""
    headings = [group.heading for group in groups if group.heading and group.bodies]
    titles = [one for one in headings if one.explicit and one.title.known]
    if len(headings) < FEW or len(titles) * 2 >= len(headings):
        return groups
    for group in groups:
        one = group.heading
        if one and one.title.known and one.year is None and not _QUOTED.match(one.text):
            group.heading = replace(one, title=replace(one.title, sure="low"), explicit=False)
    return groups


def without_others(groups: list[Group], subject: Subject, linker: Linker) -> list[Group]:
    """Takes from headings on a page about one film another's title, if nobody of that is under it.

    "The shadow" is a film, and a scene of the one that the page is about.
    """
    for group in groups if subject.film.known else ():
        one = group.heading
        film = one.title.known if one else None
        if one is None or film is None or film == subject.film.known or one.year is not None:
            continue
        if not any(support(block.text, film, linker) for block in group.bodies):
            group.heading = replace(one, title=Title("", one.title.as_written), explicit=False)
    return groups


def are_titles(groups: Sequence[Group], linker: Linker) -> bool:
    """Tells titles from jokes, one of which may be a film's title, but hardly that of its text's film."""
    if not linker.films.is_wide:
        return True  # what we do not know may be a title all the same
    films = [(group.heading and group.heading.title.known, group.bodies[0].text) for group in groups]
    meant = sum(bool(film and support(text, film, linker)) for film, text in films)
    return meant * _JOKES >= len(groups)
