"""A story: the film it is about, and who is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from btsquiz.facts.captions import people_in
from btsquiz.facts.fact import Person
from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.names import find_names
from btsquiz.facts.outline import Entry, Heading, Outline
from btsquiz.facts.references import references, without
from btsquiz.facts.titles import is_title_like, title_key

_OTHER_FILM: Final = re.compile(
    r"\b(?:after|before|since|like|unlike|stars? of|fresh from|following|previous|earlier|later|also"
    r"|famous for|known for|directors? of|than|and)\s+(?:(?:the|his|her|their)\s+)?['\"“‘]?$",
    re.I,
)
"""Words that lead up to a film which the story is not about."""

_FIRST_SENTENCE: Final = re.compile(r".*?[.!?](?=\s|$)|.*")


@dataclass(frozen=True, slots=True)
class Story:
    """The film a story is about, and who is in it."""

    title: Title
    people: tuple[Person, ...]


def read_story(entry: Entry, page: Outline, linker: Linker) -> Story:
    """Reads a story: its film from its heading, its own words, its people or its page, in that order."""
    text = entry.block.text
    title = _film_of(text, entry.heading, page, linker)
    # A heading that is no title tells the story too.
    told = f"{entry.heading.text}. {text}" if entry.heading and not entry.heading.title.as_written else text
    people = people_in(without(told, references(told, linker)), title, linker, sure=True)
    if title.known and entry.heading and entry.heading.title.known and not entry.heading.year:
        directors = [one.name for one in people if linker.trade(one.name, None) == "director"]
        title = linker.settle(title.as_written, None, [one.name for one in people], directors)
    # Whoever is in a story of a film's making, without more being said, is there as what they were on it.
    people = tuple(one if one.role else replace(one, role=_part(one.name, title, linker)) for one in people)
    return Story(title, people)


def _part(name: str, title: Title, linker: Linker) -> str:
    film = title.known
    return "actor" if film and name in film.leads else linker.trade(name, film)


def _film_of(text: str, heading: Heading | None, page: Outline, linker: Linker) -> Title:
    if heading and heading.title.film:
        return heading.title
    written = heading.title.as_written if heading else ""
    named = [one for one in references(text, linker) if not _OTHER_FILM.search(text[: one.start])]
    if written and (first := _FIRST_SENTENCE.match(text)):
        # A heading written as a title may be a film unheard of; what is named later may be any other.
        named = [one for one in named if one.start < first.end()]
    films = {one.title.film for one in named}
    if len(films) == 1:
        return named[0].title
    if films:
        return Title("", written)
    found = None if written else _mentioned(f"{heading.text}. {text}" if heading else text, linker)
    if found is None and heading and page.is_known:
        found = _by_people(text, heading, linker)
    return found or (page.topic if page.topic.film else Title("", written))


def _mentioned(text: str, linker: Linker) -> Title | None:
    """Finds the one known film that a text mentions, if somebody who made it is in the text too."""
    spots = list(linker.spots(text))
    if len({spot.film for spot in spots}) != 1 or _OTHER_FILM.search(text[: spots[0].start]):
        return None
    film = spots[0].film
    names = find_names(text, linker, lambda word: linker.by_surname(word, film) is not None)
    makers = (*film.directors, *film.leads)
    if not any(
        linker.by_surname(name.text, film) or linker.mend(name.text, None) in makers for name in names
    ):
        return None
    return linker.settle(text[spots[0].start : spots[0].end])


def _by_people(text: str, heading: Heading, linker: Linker) -> Title | None:
    """Finds the one film made by everybody a text names, where the heading is a film's name that was lost.

    Two people who made one film we know may have made another that we do not, so this asks for more: a
    heading that is not written as a title, or one that ends as the film's title does.
    """
    names = find_names(text, linker, linker.is_surname)
    full = [name.text for name in names if " " in name.text]
    surnames = [name.text for name in names if " " not in name.text]
    surnames = [surname for surname in surnames if not any(name.endswith(surname) for name in full)]
    films = linker.films_with(full, surnames)
    if len(full) + len(surnames) < 2 or len(films) != 1:
        return None
    lost, kept = title_key(heading.text).split(), title_key(films[0].title).split()
    renamed = len(lost) == len(kept) > 1 and lost[-1] == kept[-1] and not lost[-1].isdigit()
    if is_title_like(heading.text) and not renamed:
        return None
    return Title(films[0].title, heading.text, films[0].years, films[0])
