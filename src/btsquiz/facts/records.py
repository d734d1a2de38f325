"""Spec sheets: a photo told line by line, each with a label, `Film: …`, `Seen: …`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from btsquiz.facts.chrome import is_picture
from btsquiz.facts.kinds import is_told, photo_score
from btsquiz.facts.labels import YEAR, Role, fields_of, is_number, roles_of, upright
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import Block
from btsquiz.facts.signs import is_asked

_MOST_LABELS: Final = 12
"""Lines of the longest spec sheet."""

_LENGTH: Final = re.compile(r"\b\d{2,3} ?(?:mins?\b|minutes\b|min\.|[’′'])", re.I)
_DIRECTED: Final = re.compile(r"\b(?:dir(?:\.|ector|ected by)?|d|r|regie|réal\.?)\s?[:.]?\s[A-ZÀ-Þ]", re.I)
_COUNTRY_YEAR: Final = re.compile(r"(?:[A-Z][\w. /&-]{0,40}[ ,]\s*)?((?:18|19|20)\d\d)\b")
_DATED: Final = re.compile(r"[ (](?:18|19|20)\d\d\b|[\"“«]")
_EPISODE: Final = re.compile(r"\s*\((?:tv|television)\b[^()]*\)|,\s+(?:ep\.?|episode)\s.*$", re.I)
"""What a sheet says beside a series' title: "(tv), ep. “The Cybernauts”"."""

_TITLE: Final = ""
"""The label of a title that has none."""

_MOST_TITLE_WORDS: Final = 10

_SHOWN_AS: Final = r"\d{2,3}[ ’'-]?min\w*|\d[h:]\d\d|(?:16|35|70) ?mm|DCP|VOST\w*|VF|b/w|colou?r|couleurs?"
"""How long a film is, and how it is shown."""

_CREDITS: Final = re.compile(
    r"(?:[^.:()\d]{2,40}[,.]\s+)?(?:(?P<year>(?:18|19|20)\d\d)[.,;|·\s]+)?"
    r"(?:[Dd]ir(?:\.|ected by|ector)?|[Rr]egie|[Rr][ée]al(?:\.|isation)?\s?|[Рр]еж(?:\.|исс[её]р)?)\s?:?\s+"
    r"(?P<director>[^\W\da-z_][\w.’'-]*(?:\s(?:/\s)?[^\W\d_][\w.’'-]*){1,4}?)"
    r"(?:[.,;|·\s]+(?:[^.:()\d]{2,30}[,.]\s+)?(?P<after>(?:18|19|20)\d\d))?"
    rf"(?:[.,;|·]?\s+(?:{_SHOWN_AS})\b[^.!?]{{0,30}})*"
    r"(?:[.,;|·]\s+(?:[Cc]ast|[Ww]ith|[Ss]tarring|[Mm]it|[Aa]vec|[Cc]on|[Вв] ролях)\b.*)?[.\s]*"
)
"""Who made a film, and when, with nothing else but who is in it."""

_LEAST_SHOWN: Final = 6
"""Words in the place of a title that may say what is seen."""

_SHOWN: Final = 2.2
"""Score from which a note says what is seen, whatever else it tells."""

_LEAST_TOLD: Final = 15
"""Words of a note that tells a story."""

Field = tuple[Block, str, str]
"""A line of a sheet: the line, its label in small letters, and what stands behind it."""


def joined_records(blocks: Sequence[Block], linker: Linker) -> list[Block]:
    """Joins the lines of each spec sheet: `Film: …`, `Director: …`, one label a line, none twice."""
    joined: list[Block] = []
    record: list[Field] = []
    labels: set[str] = set()
    fields = [fields_of(block.text) for block in blocks]
    roles = {**roles_of(chain.from_iterable(fields), linker), _TITLE: "film"}

    def close() -> None:
        if joined and _is_under_title(record, joined[-1], roles):
            title = joined.pop()
            record.insert(0, (title, _TITLE, title.text))
        if any(roles.get(label) == "film" for _, label, _ in record) and len(record) > 1:
            notes = [field for field in record if roles.get(field[1]) == "note" and _is_tale(field[2])]
            sheet = [field for field in record if field not in notes]
            joined.append(_record(sheet, roles, linker))
            joined.extend(_note(note, sheet, roles, linker) for note in notes)
        elif len(record) > 1 and joined and _is_headed(record, joined[-1], roles):
            joined[-1] = _under(joined[-1], record, roles)
        else:
            joined.extend({block.line: block for block, _, _ in record}.values())
        record.clear()
        labels.clear()

    for block, said in zip(blocks, fields, strict=True):
        again = not labels.isdisjoint(label for label, _ in said)
        new = block.gap or block.number is not None or again or len(record) >= _MOST_LABELS
        if said and record and new:
            close()
        if said:
            labels.update(label for label, _ in said)
            record.extend((block, label, value) for label, value in said)
        else:
            close()
            joined.append(block)
    close()
    return joined


def with_programmes(blocks: Sequence[Block]) -> list[Block]:
    """Writes what a cinema announces, with date, title, year and length in a line, as its film's heading."""
    return [replace(block, text=_announced(block) or block.text) for block in blocks]


def with_credits(blocks: Sequence[Block]) -> list[Block]:
    """Puts year and director from the line under a title beside it: "Ealing, 1949. Dir: Robert Hamer"."""
    joined: list[Block] = []
    for block in blocks:
        title = joined[-1] if joined and not block.gap and not is_picture(joined[-1].text) else None
        match = _CREDITS.fullmatch(block.text) if title and title.words <= _MOST_TITLE_WORDS else None
        dated = title and YEAR.search(title.text)
        year = match and (match["year"] or match["after"])
        if title and match and (year or dated):
            source = f"{title.source}\n{block.source}"
            year = "" if dated else f" ({year})"
            joined[-1] = replace(
                title, source=source, text=f"{title.text}{year}, {match['director'].rstrip('.')}"
            )
        else:
            joined.append(block)
    return joined


def _announced(block: Block) -> str:
    """Gives title and year of a line that announces a film, and nothing for any other line."""
    if not _LENGTH.search(block.source) or not _DIRECTED.search(block.source):
        return ""
    for before, after in pairwise(re.split(r"\s{2,}|\t|\s[|·•]\s", block.source.strip())):
        if match := _COUNTRY_YEAR.match(after):
            title = before.strip(' "“”')
            return f"{title} ({match[1]})"
    return ""


def _is_tale(note: str) -> bool:
    """Tells whether a note on a photo tells a story of its own, and not what is seen."""
    return len(note.split()) >= _LEAST_TOLD and is_told(note) and photo_score(note, None) < _SHOWN


def _titled(record: Sequence[Field], roles: Mapping[str, Role], linker: Linker) -> tuple[str, str]:
    """Gives the title of a sheet's film, and what else stands in its place: "[Chaplin, Modern Times]"."""
    film = next(value for _, label, value in record if roles.get(label) == "film")
    film = _EPISODE.sub("", film).strip(" \"“”‘’«»'")
    supplied = film.startswith("[")
    if linker.is_title(film) or (not supplied and len(film.split()) < _LEAST_SHOWN):
        return film, ""
    seen, _, title = re.sub(r"[,(]\s*+([^,()]++)\)?$", r"\t\1", film.strip("[] ")).rpartition("\t")
    if seen and linker.is_title(title):
        return title, seen.strip(" ,")
    return ("", film.strip("[] ")) if supplied else (film, "")


def _note(note: Field, sheet: Sequence[Field], roles: Mapping[str, Role], linker: Linker) -> Block:
    """Gives what a spec sheet tells beside what is seen, with its film."""
    film, _ = _titled(sheet, roles, linker)
    return replace(note[0], text=f"“{film}”: {note[2]}" if film else note[2])


def _record(record: Sequence[Field], roles: Mapping[str, Role], linker: Linker) -> Block:
    """Writes a spec sheet as a caption: the film with its year, its director, and what is seen."""
    film, seen = _titled(record, roles, linker)
    # The number of a picture says nothing of it.
    told = [field for field in record if not is_number(*field[1:])] or record
    years = [
        match[0] for _, label, value in record if roles.get(label) == "year" and (match := YEAR.search(value))
    ]
    makers = [value for _, label, value in record if roles.get(label) == "maker"]
    rest = [seen] if seen else []
    rest += [
        upright(value) if roles.get(label) == "people" else value
        for _, label, value in told
        if roles.get(label) not in ("film", "year", "maker")
    ]
    dated = (
        f"“{film}” ({years[0]})" if years and not re.search(r"\((?:18|19|20)\d\d\)", film) else f"“{film}”"
    )
    if match := re.fullmatch(r"(.*?)\s*\(((?:18|19|20)\d\d)\)", film):
        dated = f"“{match[1]}” ({match[2]})"
    if is_asked(f"film {film}"):
        dated = f"Film {film}"
    if seen:
        # The date is that of the photograph, which its title tells.
        dated = ", ".join((*([f"“{film}”"] if film else []), *years[:1]))
    head = ", ".join(filter(None, (dated, f"director {makers[0]}" if makers else "")))
    text = f"{head}. " if head else ""
    first = replace(told[0][0], gap=record[0][0].gap)
    source = "\n".join({block.line: block.source for block, _, _ in told}.values())
    # A sheet whose field tells how something was done is no picture's.
    shown = not any(map(_is_tale, rest))
    return replace(first, source=source, text=(text + ". ".join(rest)).rstrip(), is_caption=shown)


def _is_under_title(record: Sequence[Field], over: Block, roles: Mapping[str, Role]) -> bool:
    """Tells whether a line right over a sheet that says who made a film, and when, is its title."""
    said = {roles.get(label) for _, label, _ in record}
    short = over.words <= _MOST_TITLE_WORDS and not fields_of(over.text) and over.text[-1:] not in ".!"
    return "film" not in said and {"maker", "year"} <= said and not record[0][0].gap and short


def _is_headed(record: Sequence[Field], over: Block, roles: Mapping[str, Role]) -> bool:
    """Tells whether a line right over labels of who is seen, and when, has the film: "Jaws, 1975"."""
    seen = any(roles.get(label) == "people" for _, label, _ in record)
    return seen and not record[0][0].gap and _DATED.search(over.text) is not None


def _under(title: Block, record: Sequence[Field], roles: Mapping[str, Role]) -> Block:
    """Joins a line that has the film with what is said of a photo under it: `Persons: …`, `Notes: …`."""
    said = [value.rstrip(" .") for _, label, value in record if roles.get(label) != "year"]
    source = "\n".join((title.source, *{block.line: block.source for block, _, _ in record}.values()))
    return replace(title, source=source, text=". ".join((title.text, *said)), is_caption=True)
