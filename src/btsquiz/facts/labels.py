"""What the labels of spec sheets stand for: by what they say, or by what stands behind them on a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal

from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names

Role = Literal["film", "year", "maker", "people", "note"]

_FIELD: Final = re.compile(r"([^\W\d_][\w /'’-]{1,30}?)\.?\s*:\s+(\S.*)")
"""A label and what stands behind it."""

_NEXT: Final = re.compile(r"(?<=[.;|·•])\s+(?=[^\W\d_][\w /'’-]{1,20}\s?:\s)")
"""What parts the fields of a sheet that has several on a line."""

_INVERTED: Final = re.compile(
    r"\s*([A-ZÀ-Þ][\w’'-]+), ([A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*)?)(\s*\(.*\))?\.?\s*"
)
"""A name with its surname first, as catalogues have it."""

YEAR: Final = re.compile(r"\b(?:18|19|20)\d\d\b")

_SAY: Final[Mapping[Role, re.Pattern[str]]] = {
    "film": re.compile(
        r"(?:(?:film |movie )?title|film|movie|series|production|from|titre|t[ií]tulo|pel[íi]cula|фильм"
        r"|название)",
        re.I,
    ),
    "year": re.compile(r"(?:year|released?|date|ann[ée]e|a[ñn]o|год)", re.I),
    "maker": re.compile(r"(?:director|directed by|dir|r[ée]alisat\w+|directora?|режисс[её]р)", re.I),
    "people": re.compile(
        r"(?:persons?|people|names?|cast|seen|pictured|in (?:the )?(?:picture|photo)|personnes|personas)",
        re.I,
    ),
    "note": re.compile(
        r".*\b(?:notes?|remarks?|trivia|anecdotes?|facts?|story|histoire|an[ée]cdota|curiosidad|dato|байка|факт)\b.*",
        re.I,
    ),
}
"""Labels that say what they stand for."""

_NUMBERED: Final = re.compile(
    r"(?:.*\b)?(?:no|number|num|nr|n[°º]|id|ref|reference|inv|accession|barcode|lot|cote|signatura|номер)\.?(?:\s.*)?",
    re.I,
)
"""Labels of what an archive calls a picture."""

_LEAST_RECORDS: Final = 4
"""Times a label stands on a page from which what stands behind it tells what it is for."""

_MOST_OF: Final = 0.5
"""The share of what stands behind a label that is a film, a year or people, from which all of it is."""

_MOST_YEAR_WORDS: Final = 4
_TITLE: Final = re.compile(r"[\"“‘«']?(.+?)[\"”’»']?(?:\s*[(\[,].*)?")


def fields_of(text: str) -> list[tuple[str, str]]:
    """Gives the labels of a line, in small letters, each with what stands behind it.

    A line has one, or several of which one says that it is the film's.
    """
    found = [match for part in _NEXT.split(text) if (match := _FIELD.fullmatch(part))]
    fields = [(match[1].strip().casefold(), match[2].rstrip(" .;|·•")) for match in found]
    if len(fields) > 1 and any(_SAY["film"].fullmatch(label) for label, _ in fields):
        return fields
    whole = _FIELD.fullmatch(text)
    return [(whole[1].strip().casefold(), whole[2])] if whole else []


def roles_of(fields: Iterable[tuple[str, str]], linker: Linker) -> dict[str, Role]:
    """Gives what each label of a page stands for, where that can be told.

    Args:
        fields: Every label of the page, in small letters, with what stands behind it.
        linker: Knows titles and people.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    for label, value in fields:
        said[label].append(value)
    roles: dict[str, Role] = {}
    for label in said:
        for role, says in _SAY.items():
            if says.fullmatch(label):
                roles.setdefault(label, role)
    often = {label: values for label, values in said.items() if len(values) >= _LEAST_RECORDS}
    fits: tuple[tuple[Role, Callable[[str, Linker], bool]], ...] = (
        ("film", _is_title),
        ("people", _are_people),
        ("year", _is_year),
    )
    for role, is_one in fits:
        if any(roles.get(label) == role for label in often):
            continue
        shares = {
            label: sum(is_one(value, linker) for value in values) / len(values)
            for label, values in often.items()
            if label not in roles
        }
        best = max(shares, key=lambda label: shares[label], default="")
        if best and shares[best] >= _MOST_OF:
            roles[best] = role
    return roles


def is_number(label: str, value: str) -> bool:
    """Tells whether a field of a sheet says what an archive calls a picture, and nothing of it."""
    return _NUMBERED.fullmatch(label) is not None and any(map(str.isdigit, value))


def upright(value: str) -> str:
    """Writes the names of a list as they are said: "Keaton, Buster; Gish, Lillian"."""
    return "; ".join(
        _INVERTED.sub(r"\2 \1\3", part) if _INVERTED.fullmatch(part) else part for part in value.split("; ")
    )


def _is_title(value: str, linker: Linker) -> bool:
    match = _TITLE.fullmatch(value)
    return match is not None and linker.is_title(match[1])


def _are_people(value: str, linker: Linker) -> bool:
    names = [name.text for name in find_names(upright(value), linker)]
    words = sum(len(name.split()) for name in names)
    return words >= len(value.split()) * _MOST_OF and any(map(linker.is_person, names))


def _is_year(value: str, linker: Linker) -> bool:
    return YEAR.search(value) is not None and len(value.split()) <= _MOST_YEAR_WORDS
