"""Words that are a film's title and, where they stand, the beginning or the end of something else."""

from __future__ import annotations

import re
from typing import Final

from btsquiz.facts.boundaries import are_names
from btsquiz.facts.linker import Linker
from btsquiz.facts.marks import NUMBERS
from btsquiz.facts.titles import is_title_like

_NEXT: Final = re.compile(r"\s*(?::|\s[–—-])\s+([^.:;,()\[\]–—|/]{2,60})")
_COLLECTION: Final = re.compile(
    rf"(?:the |our )?(?:\d{{1,3}}|{'|'.join(NUMBERS)}|behind[- ]the|on the set|how|things|facts"
    r"|secrets|stories|rare|photos|pictures|anecdotes|trivia)\b",
    re.I,
)
"""What a page collects of a film, after its title: "Alien: 12 things you did not know"."""

_SURNAME: Final = re.compile(r" ([^\W\da-z_][^\W_]+)")
_SEQUEL: Final = re.compile(r"\s+(?:[IVX]{1,4}|\d{1,2})\b(?!\s+[a-z])")
_FIRST_HALF: Final = re.compile(r"(?:^|[.!?]\s)([A-ZÀ-Þ][^.:;!?]{2,60}):\s+$")
_PICTURES: Final = re.compile(r"\b(?:photos?|pictures?|scenes?|set|film|movie|making)\b", re.I)
_CITY: Final = re.compile(r"city|town|park|river|bridge|street|island|beach|hotel|castle|palace", re.I)
_NAMED: Final = re.compile(r"[A-Z][\w'’]+ $")
"""What a place is called by, before the word for what it is."""


def is_place(written: str, ahead: str) -> bool:
    """Tells whether a title is the word for what a place is, after its name: "City" of "Culver City"."""
    return bool(_CITY.fullmatch(written) and _NAMED.search(ahead))


def is_first_name(text: str, end: int, written: str, linker: Linker) -> bool:
    """Tells whether a title is the first name of somebody: "Mikey Madison" names no film."""
    surname = _SURNAME.match(text, end)
    return bool(surname and linker.is_person(f"{written} {surname[1]}"))


def is_cut_short(text: str, end: int, written: str, linker: Linker) -> bool:
    """Tells whether a title of one word goes on as one we do not know: "Shanghai" of "Shanghai Express"."""
    more = _SURNAME.match(text, end)
    return bool(
        more
        and " " not in written
        and more[1].isupper() == written.isupper()
        and not linker.is_first_name(more[1])
    )


def goes_on(text: str, end: int, linker: Linker) -> bool:
    """Tells whether a title goes on: "Star Wars: Return of the Jedi" is not Star Wars."""
    if _SEQUEL.match(text, end):
        return True
    match = _NEXT.match(text, end)
    return bool(
        match
        and " " in match[1].strip()
        and is_title_like(match[1])
        and not _COLLECTION.match(match[1])
        and not are_names(match[1], linker)
    )


def is_second_half(ahead: str) -> bool:
    """Tells whether a title goes before: "The Lost World: Jurassic Park" is not Jurassic Park."""
    match = _FIRST_HALF.search(ahead)
    return bool(match and " " in match[1] and is_title_like(match[1]) and not _PICTURES.search(match[1]))
