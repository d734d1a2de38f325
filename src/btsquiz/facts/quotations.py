"""Titles in quotes, guillemets or asterisks, told from what people say and from nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import CUED, FIELD_END, FIELD_START, OTHER, Mention, before, mention
from btsquiz.facts.runs import INSIDE_NAME
from btsquiz.facts.titles import MAX_WORDS, is_title_like
from btsquiz.facts.years import YEAR_IN_BRACKETS

_MAX_TITLE: Final = 90
"""Characters between a title's quotes."""

_MAX_QUOTES: Final = 80
"""Quotes and apostrophes in a text that quotes titles; one with more is no sentence."""

PAIRS: Final = {
    "'": "'’", "‘": "’'", '"': '"”', "“": "”\"", "«": "»", "„": "“”", "‹": "›", "《": "》", "「": "」",
    "*": "*", "_": "_",
}  # fmt: skip
_SPOKEN: Final = re.compile(
    r"\s+(?:(?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?)\s+)?"
    r"(?:said|says|told|asked|replied|answered|shouted|explained|whispered|joked|cried)\b"
)
NAMED: Final = re.compile(
    r"\b(?:(?:called|dubbed|christened|named) (?:it|him|her|them|the \w+)|nicknamed(?: \w+){0,2}|surnomm\w+"
    r"|apodad\w+|прозва\w+(?: \w+)?)\s*$",
    re.I,
)
"""What stands before what something or somebody is called: "the crew called it “Ethel”"."""

_LEAST: Final = 2
"""Letters of a title that nothing but quotes marks: "I" is a word."""

_CLOSED: Final = re.compile(r"(?<!\.\w)[.,]+$")


def quoted(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds titles in quotes."""
    if sum(char in PAIRS for char in text) > _MAX_QUOTES:
        return
    stop = 0
    nicknames = [match.span() for match in INSIDE_NAME.finditer(text)]
    for start, char in enumerate(text):
        inside = start < stop or (start > 0 and text[start - 1].isalnum())
        spaced = char not in "«„《「" and not text[start + 1 : start + 2].strip()
        if char not in PAIRS or inside or spaced or any(at < start < to for at, to in nicknames):
            continue
        found = _quotation(text, start, PAIRS[char], linker)
        if found is not None:
            stop = found.end
            yield found


def _quotation(text: str, start: int, closers: str, linker: Linker) -> Mention | None:
    """Reads a quotation as a title: to its last apostrophe that may close it, if it is a title that far."""
    ends = [
        index
        for index in range(start + 2, min(len(text), start + _MAX_TITLE))
        if text[index] in closers and not text[index + 1 : index + 2].isalnum()
    ]
    dated = [
        end
        for end in ends
        if YEAR_IN_BRACKETS.match(text, end + 1) and (end == ends[0] or is_title_like(text[start + 1 : end]))
    ]
    known = [end for end in ends if linker.is_title(text[start + 1 : end].strip())]
    for end in (*dated[:1], *known[-1:], *ends[:1]):
        title = _CLOSED.sub("", text[start + 1 : end].strip())
        foreign = not title.isascii() or text[start] == "«"
        if not title or len(title.split()) > MAX_WORDS or (len(title) < _LEAST and not dated):
            continue
        led = bool(CUED.search(before(text, start))) or FIELD_START.search(before(text, start)) is not None
        closes = FIELD_END.match(text, end + 1) is not None
        if _SPOKEN.match(text, end + 1):
            continue
        # "Fresh from ‘Jurassic Park’ (1993)": what is said is of another film.
        if OTHER.search(before(text, start)) or NAMED.search(before(text, start)):
            continue
        if title[0].isupper() and (linker.is_title(title) or linker.films.declined(title)):
            return mention(text, title, start, end + 1, 2.0 if led or closes else 1.5)
        rendered = title[0].isupper() and linker.films.rendered(title)
        if (
            is_title_like(title)
            or rendered
            or (foreign and title[0].isupper())
            or (dated and end == dated[0])
        ):
            said = title[-1] in "?!" and not dated
            weight = 0.5 if said else 1.6 if led or closes else 0.8
            return mention(text, title, start, end + 1, weight)
    return None
