"""What an item of a list begins with: a bullet, a time, a number in figures or words, a picture's place."""

from __future__ import annotations

import re
from typing import Final

BULLET: Final = re.compile(
    r"^(?:(?:[•·●▪‣►➤→>*]|[-–—]|#{1,6}|\([a-z]\))\s+|[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s*(?=\S))"
)
"""What an item of a list begins with, or a transcript's line: a bullet, or a time in brackets."""

_PLACE: Final = (
    r"(?:left|right|centre|center|top|bottom|middle|above|below|over|opposite|inset|overleaf|clockwise|foot"
    r"|facing|facing page|this page|back cover|front cover)"
)
PLACES: Final = (
    rf"(?:(?:far|upper|lower|main|large|small|anti-?)[ ,]*)?{_PLACE}"
    rf"(?:[ ,]*(?:(?:of|from|to|on|and|the|page|picture|photo)[ ,]*)*(?:far[ ,]*)?{_PLACE})*"
    r"(?:\s+(?:of\s+)?page)?"
)
"""Where a picture is on its page, in words."""

_PLACED: Final = re.compile(rf"{PLACES}\s*[:.]\s", re.I)
"""How a caption begins that says where its picture is."""

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten",
    "eleven",
    "twelve",
    *(f"{ten}teen" for ten in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
NUMBERS: Final = (*_ONES, *_TEENS, "twenty", *(f"twenty-{one}" for one in _ONES), "thirty")
"""Numbers in words, from one up."""

NUMBER: Final = re.compile(
    r"^(?:(?:(?:fact |story |факт |история )?(?:#|no\. ?|number |n[°º] ?|№ ?)|photo |foto |slide |fig\. ?"
    r"|picture |image |fact |story |item |case (?:study )?|cat\. |entry |exhibit |plate |still |card |tale "
    r"|anecdote |anécdota |curiosidad |dato |historia |histoire |кадр |фото )\s*"
    r"(\d{1,3})\b[.):]?(?:\s*(?:/|of\b)\s*\d{1,3}\b)?"
    rf"|(?:number )({'|'.join(reversed(NUMBERS)).replace('-', '[- ]')})\b[.):]?"
    r"|[(\[]?(\d{1,3})[.)\]](?=\s|$|-\s|(?-i:[^\W\da-z_])|['\"“‘«])"
    r"|(\d{1,3}) ?(?:/|of) ?(?!\4\b(?!\s?[.):–—-]))\d{1,3}\b[.):]?|[(\[](\d{1,3}) ?(?:/|of) ?\d{1,3}[)\]]"
    r"|(\d{1,3})/(?=\s)"
    r"|\d{1,2}\.(?:\d{1,2}\.){0,2}(\d{1,2})\s+(?=(?-i:[A-ZÀ-Þ])|[\"“‘«\[])"
    r"|(?-i:[A-Z]{2,4})-(\d{1,4})[.:]\s"
    r"|(?-i:[A-Z]{1,4})(?:-\d{2}-| )(\d{3,5})(?:[.:]|\s\|)\s)[\s:–—-]*",
    re.I,
)


_FILED: Final = re.compile(r"\S+\.(?:jpe?g|png|gif)\b", re.I)
"""The name of a picture's file, before what the picture shows."""


FILE_NAME: Final = re.compile(
    r"(?:\[[^\[\]\s]{1,60}\.(?:jpe?g|png|gif)\]|\S{1,60}\.(?:jpe?g|png|gif) \(\d+ ?kb?\)[ .:–—-]*)\s*(?=\w)",
    re.I,
)
"""The name of a picture's file before its caption: "[wyler.jpg] On the steps", "orca.gif (44k) … On deck"."""


def number_of(words: str) -> int:
    """Gives the number that words say; 0 where they say none."""
    spelt = words.casefold().replace(" ", "-")
    return NUMBERS.index(spelt) + 1 if spelt in NUMBERS else 0


def begins(line: str) -> bool:
    """Tells whether a line begins something: an item of a list, or the caption of a picture at a place."""
    return any(mark.match(line) for mark in (BULLET, NUMBER, _PLACED, _FILED))


def is_rule(line: str) -> bool:
    """Tells whether a line is nothing but signs, which part what stands over it from what stands under it."""
    return not any(map(str.isalnum, line))
