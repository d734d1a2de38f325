"""A caption: the film it names, who is in it, and what it says they do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.fact import Person
from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.names import find_names
from btsquiz.facts.references import references, without
from btsquiz.text import fold

_MAX_FILMS: Final = 2
"""Films that a caption may name; a text with more speaks of the whole page."""

_FILMING: Final = re.compile(r"\s+(?:(?:is|was)\s+)?(?:filming|films|shooting|shoots|filmed)\b")


@dataclass(frozen=True, slots=True)
class Caption:
    """The film a photo was taken on, and who is in it."""

    title: Title
    people: tuple[Person, ...]


def read_caption(text: str, linker: Linker, heading: Title | None = None) -> Caption | None:
    """Reads a caption.

    Args:
        text: The caption in one line.
        linker: Settles the film and the people.
        heading: The film that the page names for it, if it does.

    Returns:
        What it says, or None where neither it nor the page names a film, or it names too many.
    """
    named = references(text, linker)
    films = {fold(one.title.film or one.title.as_written): one for one in named}
    if len(films) > _MAX_FILMS or (not films and heading is None):
        return None
    first = named[0] if len(films) == 1 else None
    # Of two films, which one the photo was taken on is anybody's guess.
    title = first.title if first else heading if heading and not films else Title()
    people = people_in(without(text, named), title, linker)
    if first is not None and first.year is None:
        directors = [person.name for person in people if person.role == "director"]
        title = linker.settle(title.as_written, None, [person.name for person in people], directors)
    return Caption(title, people)


def people_in(text: str, title: Title, linker: Linker, *, sure: bool = False) -> tuple[Person, ...]:
    """Finds the people of a film's caption or story, their names mended, and their parts.

    Args:
        text: The text, the films named in it blanked.
        title: Its film.
        linker: Knows people.
        sure: Leave out who has nothing but capitals for a name.
    """
    film = title.known
    makers = (*film.directors, *film.leads) if film else ()
    for spot in linker.spots(text):
        if " " in text[spot.start : spot.end] and not linker.is_person(text[spot.start : spot.end]):
            text = text[: spot.start] + "·" * (spot.end - spot.start) + text[spot.end :]
    in_title = set(fold(title.as_written or title.film).split())

    def by_surname(word: str) -> str | None:
        return linker.by_surname(word, film) if film else None

    people: dict[str, Person] = {}
    for name in find_names(text, linker, lambda word: by_surname(word) is not None):
        usual = by_surname(name.text) or linker.mend(name.text, film)
        # Who shares a name with the film is a character of it: Jessica Rabbit, John Wick.
        if usual not in makers and (fold(name.text).split()[-1] in in_title or (sure and not name.sure)):
            continue
        role = name.role
        if not role and _FILMING.match(text, name.end) and linker.trade(usual, film) == "director":
            role = "director"
        earlier = people.get(usual)
        written = earlier.as_written if earlier else name.written
        people[usual] = Person(usual, written, (earlier.role if earlier else "") or role)
    return tuple(people.values())
