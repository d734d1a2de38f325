"""Titles that the year behind them tells from other words, quotes or none: "Get Carter (1971)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from btsquiz.facts.boundaries import MAKING, are_names, are_people, is_maker, title_start
from btsquiz.facts.language import is_foreign
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.spelling import is_cyrillic
from btsquiz.facts.titles import is_title_like
from btsquiz.facts.years import YEAR_IN_BRACKETS
from btsquiz.text import fold

_MAX_YEARS: Final = 8
"""Years in a text that speaks of a film; one with more is a list."""

_MAX_ALONE: Final = 9
"""Words of a line that may be a title in small letters, with its year."""

GROUND: Final = re.compile(r"\b(?:Hills|Studios|Desert|Canyon|Airport|County|Boulevard)$")
"""The last word of where something was shot."""

_BY: Final = re.compile(
    r"(?:,?\s+(?:de|di|du|von|by|for|par|dir\.?|directed by|de la)\s+|\s+d['’]|,\s+(?:encore\s+)?"
    r"|\s+[–—-]\s+)"
    r"(?=[A-ZÀ-Þ])"
)
_MAKER: Final = re.compile(r"(\S[^–—:]{2,40}?)\s+[–—-]\s+(?=\S)")
_INITIALS: Final = re.compile(r"^(?:[^\W\d_]\.[- ]?)+")
_QUOTED_IN: Final = re.compile(r"(?:^|\s)['‘\"“«]\w")
_DIRECTED: Final = re.compile(r"\s*\(([^()\d]{3,60}?),\s*$")
_RECORD_GOES_ON: Final = re.compile(r"\s*(?:[:–—|]|-\s)")


def dated(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds unquoted titles that we do not know: what stands before a year in brackets."""
    begin = 0
    years = list(YEAR_IN_BRACKETS.finditer(text))
    for match in years if len(years) <= _MAX_YEARS else ():
        before, year = text[begin : match.start()], int(match[1])
        if inside := _in_brackets(text, match, linker):
            yield inside
            begin = match.end()
            continue
        # "Crouching Tiger, Hidden Dragon (2000) – Ang Lee": a record begins with all of its title.
        record = begin == 0 and _RECORD_GOES_ON.match(text, match.end()) and not MAKING.match(before)
        whole = record and is_title_like(before) and not are_people(before, linker)
        # "Les Quatre cents coups (1959)": abroad a title has one capital.
        whole = whole or (
            begin == 0 and _begins_large(before) and linker.is_of_year(before.strip(" ,"), year)
        )
        # "Los pájaros (Alfred Hitchcock, 1963)": whatever stands before its director is a title.
        bracket = _DIRECTED.search(text[begin : match.start(1)]) if begin == 0 else None
        if bracket and len(before.split()) <= _MAX_ALONE and _begins_large(before):
            whole = whole or (is_maker(bracket[1], linker) and not are_names(before, linker))
        start, sure = (0, True) if whole else title_start(before, year, linker)
        alone = begin == 0 and not re.search(r"\w", text[match.end() :]) and len(before.split()) <= _MAX_ALONE
        if start is None and alone and _begins_large(before) and is_foreign([before]):
            start, sure = 0, True
        if start is not None:
            written = before[start:].strip().strip(" ,;:-–—|'\"“”‘’«»*_").strip()
            written = re.sub(r"\s+(?:film\s+|movie\s+)?set$", "", written)
            written = _without_maker(written, year, linker).strip()
            if _QUOTED_IN.search(written):
                continue
            if not whole and GROUND.search(written) and not linker.is_title(written):
                continue  # "at the Alabama Hills, 1938"
            # "Get Carter in Newcastle (1971)": where the title ends is anybody's guess.
            if written and (sure or linker.is_title(written)) and not are_people(written, linker):
                at = text.index(written, begin + start)
                yield Mention(written, at, at + len(written), year, 3.0, bracketed=True)
        begin = match.end()


def _begins_large(text: str) -> bool:
    """Tells whether a text begins with a capital, after what Spanish puts before a question or a cry."""
    return text.lstrip("¿¡")[:1].isupper()


def _in_brackets(text: str, match: re.Match[str], linker: Linker) -> Mention | None:
    """Reads the title that stands in brackets with its year: "(«Матрица», 1999)"."""
    start = text.index(match[0].strip(" ,")[0], match.start()) + 1
    written = text[start : match.start(1)].strip(" ,;")
    bare = written.strip("'\"“”‘’«»„*_ ")
    if not bare or not (bare != written or linker.is_of_year(bare, int(match[1]))):
        return None
    at = text.index(bare, start)
    return Mention(bare, at, at + len(bare), int(match[1]), 3.0, bracketed=True)


def _without_maker(written: str, year: int, linker: Linker) -> str:
    """Leaves off the director that stands before or after a title: "LE MÉPRIS de Godard (1963)"."""
    if linker.is_title(written):
        return written
    if match := _MAKER.match(written):
        # "Lara Croft – Tomb Raider" is one title; a name in Cyrillic is seldom among those we know.
        heard = is_cyrillic(fold(match[1])) and are_names(match[1], linker)
        if heard or linker.is_person(match[1]):
            return written[match.end() :]
    for match in _BY.finditer(written):
        maker = written[match.end() :]
        if linker.is_of_year(written[: match.start()], year) and maker[:1].isupper():
            return written[: match.start()]
        surname = _INITIALS.sub("", maker)
        if are_people(maker, linker) or (" " not in surname and linker.is_surname(surname)):
            return written[: match.start()]
    return written
