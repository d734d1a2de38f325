"""The people of a caption or a story: their names in the usual form, and what they did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.cast import fits, sightings
from btsquiz.facts.fact import FactCorrection, Person
from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import COMPANY, Mention
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import SUFFIXES, Name, find_names, is_character, with_roles
from btsquiz.facts.spelling import latin, name_key
from btsquiz.facts.title import Title
from btsquiz.facts.years import YEAR_IN_BRACKETS
from btsquiz.text import fold

_AS_PART: Final = re.compile(r"[A-ZÀ-Þ][\w’'.-]+\s+as\s+$")
"""What stands before a part: "Cate Blanchett as Bob Dylan"."""

_IN_PLACE: Final = re.compile(
    r"(?<![\w-])(?:in|at|near|outside|around|off|aux|à|en|bei)\s+(?:the\s+)?$", re.I
)
_TAKEN_BY: Final = re.compile(
    r"\b(?:photo(?:graph(?:s|ed)?|s)?|pictures?|stills?|prints?|shot|image|taken|foto|photo)\s+(?:taken\s+)?(?:by|von|par|de)\s+$",
    re.I,
)
"""What stands before whoever took a picture, and is not in it."""

_OF_MAKER: Final = re.compile(
    r"·\s+(?:de|von|di|by|réal\.?|dir\.?|d['’])\s*(?:[A-ZÀ-Þ]\.[- ]?)*([A-ZÀ-Þ][\w’'-]+)\s*[(,]"
)
"""A surname between a title, blanked, and its year."""

_BESIDE: Final = re.compile(r"\b(?:and|et|y|e|und|и)\b|[\W_]")
_AFTER_ALL: Final = re.compile(r",\s+$")
_LAST: Final = re.compile(r"\s*(?:[,.;)]|$)")

_FILMING: Final = re.compile(r"\s+(?:(?:is|was)\s+)?(?:filming|films|shooting|shoots|filmed)\b")


def people_in(
    text: str, title: Title, linker: Linker, *, sure: bool = False, star: str = ""
) -> tuple[Person, ...]:
    """Finds the people of a text, their names mended by its film, and their parts.

    Args:
        text: The text.
        title: Its film.
        linker: Knows people.
        sure: Leave out who has nothing but capitals for a name.
        star: Whom the page is about, who may go by first name.
    """
    film = title.known
    text, bare = _blank_films(text, title, linker)
    in_title = set(fold(title.as_written or title.film).split())
    seen: dict[tuple[int, str], Name] = {}
    for one in sightings(text, film, linker.films) if film else ():
        called = fold(text[one.start : one.end])
        if one.how in ("surname", "first") and (called in in_title or is_character(text, one.start, one.end)):
            continue
        seen[one.start, one.name] = Name(
            one.name, text[one.start : one.end], one.start, one.end, "", sure=True
        )
    names = find_names(bare, linker, linker.is_famous)
    for name in names:
        overlaps = any(name.start < other.end and other.start < name.end for other in seen.values())
        last = fold(name.text).split()[-1]
        if overlaps or (last in in_title and not linker.is_person(name.text)):
            continue
        if _TAKEN_BY.search(text, 0, name.start):
            continue
        if not linker.is_person(name.text) and linker.films.films_with_part(name.text):
            continue
        if _is_unheard(name.text, linker):
            continue
        # Nothing but capitals: somebody we do not know, or a place.
        if not name.sure and (sure or _is_place(text, name, names)) and latin(name.text) == name.text:
            continue
        if _AS_PART.search(text[: name.start]) and not (film and name.text in film.hands):
            continue
        usual = linker.famous(name.text) or linker.mend(name.text, film)
        seen[name.start, name.text] = replace(
            name, text=usual if usual != name.text else linker.mend_alone(name.text)
        )
    if maker := _maker_beside(text, title, linker):
        seen.setdefault((maker.start, maker.text), maker)
    if star and not any(name.text == star for name in seen.values()):
        seen |= {(name.start, star): name for name in _by_first_name(text, star)}
    people: dict[str, Person] = {}
    for name in with_roles(text, [name for _, name in sorted(seen.items())]):
        role = name.role
        if not role and _FILMING.match(text, name.end) and linker.trade(name.text, film) == "director":
            role = "director"
        earlier = people.get(name.text)
        written = (
            earlier.as_written if earlier and len(earlier.as_written) >= len(name.written) else name.written
        )
        people[name.text] = Person(name.text, written, (earlier.role if earlier else "") or role)
    return tuple(people.values())


def _is_unheard(name: str, linker: Linker) -> bool:
    """Tells whether nobody known has this name, nor anybody its first: a place more often, or a word."""
    plain = " " in name and latin(fold(name)) == fold(name)
    unheard = not linker.is_person(name) and not linker.is_first_name(name.split()[0])
    return plain and unheard and linker.films.is_wide and linker.mend_alone(name) == name


def _maker_beside(text: str, title: Title, linker: Linker) -> Name | None:
    """Finds the director whose surname alone stands right after a title: "LE MÉPRIS de Godard (1963)"."""
    match = _OF_MAKER.search(text)
    film = title.known
    if match is None or (film and not film.directors):
        return None
    called = match[1]
    usual = (linker.by_surname(called, film) if film else None) or linker.director_called(called)
    if usual is None or (film and usual not in film.hands):
        return None
    return Name(usual, called, match.start(1), match.end(1), "director", sure=True)


def _by_first_name(text: str, star: str) -> Iterator[Name]:
    """Finds the first place where a text has somebody's first name or surname alone."""
    first, *_, last = star.split()
    if match := re.search(rf"\b(?:{re.escape(first)}|{re.escape(last)})\b", text):
        yield Name(star, match[0], match.start(), match.end(), "", sure=True)


def _is_place(text: str, name: Name, names: Sequence[Name]) -> bool:
    """Tells whether a name stands like a place's: "in Cottage Grove", or "…, Cottage Grove" at the end."""
    before = text[: name.start]
    if _IN_PLACE.search(before):
        return True
    if not (comma := _AFTER_ALL.search(before)) or not _LAST.match(text, name.end):
        return False
    return not any(other.end == comma.start() for other in names)


def _blank_films(text: str, title: Title, linker: Linker) -> tuple[str, str]:
    """Blanks the films a text names, so that no title is taken for a person; all else stays in place.

    Returns:
        The text without titles, and without what stands in brackets beside their years too: a director
        there is one of the film's makers, anything else is a company.
    """
    bare = text
    for one in mentions(text, linker):
        if _is_film(one, title, linker):
            end = year.end() if (year := YEAR_IN_BRACKETS.match(bare, one.end)) else one.end
            stop = end if COMPANY.search(bare, one.end, end) else one.end
            bare = bare[: one.start] + "·" * (end - one.start) + bare[end:]
            text = text[: one.start] + "·" * (stop - one.start) + text[stop:]
    return text, bare


def _is_film(one: Mention, title: Title, linker: Linker) -> bool:
    if one.written == title.as_written:
        return True
    # Hitchcock is a film too, and so are Kate and Leopold.
    film = title.known
    if film and (
        (one.plain and linker.by_surname(one.written, film)) or _are_makers(one.written, film, linker)
    ):
        return False
    return one.weight >= 0.4 and not linker.is_person(one.written) and (" " in one.written or one.weight >= 1)


def _are_makers(text: str, film: Film, linker: Linker) -> bool:
    """Tells whether a text is nothing but names of several of a film's makers."""
    seen = sightings(text, film, linker.films)
    for one in sorted(seen, key=lambda one: -one.start):
        text = text[: one.start] + text[one.end :]
    return len(seen) > 1 and not _BESIDE.sub("", text)


def repairs(people: tuple[Person, ...], film: Film | None) -> tuple[FactCorrection, ...]:
    """Says which names were not taken as they are written: a letter or a sound off, not merely shortened."""
    return tuple(
        FactCorrection(
            one.as_written,
            one.name,
            "typo",
            "nearly this name, and of this film"
            if film and one.name in film.hands
            else "nearly this name, and no other’s",
            "medium",
            "the filmography",
        )
        for one in people
        if not fits(name_key(one.as_written).split(), {*name_key(one.name).split(), *SUFFIXES})
    )
