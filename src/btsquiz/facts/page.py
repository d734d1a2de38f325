"""A page of captions or stories as blocks of text, each with its line."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

from btsquiz.facts.fact import fact_id
from btsquiz.facts.marks import BULLET, FILE_NAME, NUMBER, number_of
from btsquiz.facts.source import read_text
from btsquiz.facts.spelling import word_set
from btsquiz.facts.wrapping import is_hanging, joint_of, paragraphs_of
from btsquiz.text import tame, tame_line

_HYPHEN: Final = re.compile(r"(?<=[^\W\d_A-Z])-\n\s*(?=[^\W\d_A-Z])")
"""A word that was parted at a line's end."""

_PHOTO: Final = re.compile(r"(?:photo|pic|picture|image|foto|still|slide|plate|кадр|фото)\b", re.I)
"""How the number of a picture begins."""

_IN_BRACKETS: Final = re.compile(
    r"\[(?:(?:pic|img|image|photo|foto)\s?:\s*\S+\.(?:jpe?g|png|gif)\s*(?:[–—|:-]\s*)?"
    r"|(?:photo|foto|pic)\s?:\s)"
    r"((?:\S+\s+){3,}\S+)\]",
    re.I,
)
"""What a picture shows, in brackets, with its file's name or without: "[pic: mic.jpg - Bo Li at work]"."""

_SHOWN: Final = re.compile(
    r"(?:\[(?:pic|photo|img|image|foto)\]|\((?:photo|pic|foto) :)(?=\s\S)"
    r"|(?:на (?:фото|снимке|кадре)|sur la photo|en la foto|auf dem (?:foto|bild)"
    r"|(?:in the )?(?:photo|picture)|pictured)(?: (?:above|below|left|right))?\s?:\s",
    re.I,
)
"""What stands before what a picture shows."""

_BARE_NUMBER: Final = re.compile(r"^(?!(?:18|19|20)\d\d\b)(\d{1,6})(?:\s?[:–—-])?\s+(?=\S)")
_NUMBER_ALONE: Final = re.compile(r"\W*(\d{1,3})(?:\W{1,3}\d{1,3})?\W*")
_STEP: Final = 5
"""By how much the bare numbers of a list may go on."""

_CODE: Final = re.compile(
    r"(?!(?:18|19|20)\d\d\s)(?:[A-Z]{1,5}[ -]?)?[A-Z]?\d[\w./-]*(?:\s+\d{1,4})?(?:\s*[·|•]|\s[–—-])\s*"
    r"|[A-Z]{1,5}[/.-]?\d{2,}\s+(?=\S)"
)
_TIME: Final = re.compile(r"\W{0,2}\d{1,2}:\d\d(?::\d\d)?\W{0,2}\s+(?:[–—|-]\s+)?(?=\S)")
"""When something is said, before it: `1:10:55 – `."""

_COUNTED: Final = re.compile(r"([^\W\d_]{2,14}\.?|[^\W\d_]{1,2}\.)\s*(\d{1,5})\b(?:[.):|]|\s[–—-](?=\s))?\s*")
"""A word that lines of a list are counted with, whatever it is: `Lot 12`, `Pl. 3`, `F. 2`."""

_ROW: Final = 4
"""Lines from which what they all begin with is a shelf mark."""

_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\([^)\s]{0,500}\)")

_RULED: Final = re.compile(r"([=~])\1+\s*(\S.*?)\s*\1{2,}")
"""A heading with signs on either side: `== Jaws ==`."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHOUTED: Final = 5
"""Words up to which capitals may be a title's own way of being written."""

_QUIET: Final = word_set(
    "A AN THE AND OR OF IN ON AT TO FOR FROM WITH BY AS HIS HER THEIR DURING WHILE BETWEEN BEHIND SET"
    " SETS SCENE SCENES TAKE TAKES FILMING SHOOTING DIRECTING DIRECTS PREPARES PREPARING REHEARSING POSING"
    " POSES STUNT DOUBLE CREW CAST MEMBERS FILM MOVIE BREAK LAUGH TALKING TAKING HAVING"
)


_FIGURES: Final = re.compile(r"\d+")
_TELLS_APART: Final = 12
"""Letters of a text that tell where it begins after its number."""


@dataclass(frozen=True)
class Block:
    """One caption, heading or paragraph of a page.

    Attributes:
        line: Where it begins, from 1.
        source: Its text as the page has it.
        gap: Blank lines before it.
        text: Its text in one line, without its number, bullet or markup.
        number: Its number in a list or countdown.
        is_caption: Whether its form says that it is a picture's: a spec sheet, a place, a credit.
    """

    line: int
    source: str
    gap: int
    text: str
    number: int | None = None
    is_caption: bool = False

    @cached_property
    def id(self) -> str:
        """Names the fact that this block would be."""
        return fact_id(self.source)

    @cached_property
    def numbering(self) -> str:
        """How its number is written, with `#` for each figure: lines of one list have theirs alike."""
        if self.number is None:
            return ""
        begins = self.source.find(self.text[:_TELLS_APART])
        return _FIGURES.sub("#", self.source[:begins] if begins >= 0 else self.source).strip()

    @property
    def last_line(self) -> int:
        """Where it ends."""
        return self.line + self.source.count("\n")

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Reads the blocks of a page.

    Raises:
        FileError: The file cannot be read, is not plain UTF-8 text, or is empty.
    """
    return blocks_of(read_text(path))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Parts a text into blocks: a line is one, unless it is a line of a wrapped paragraph."""
    lines = tame(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    joint, hanging = joint_of(lines), is_hanging(lines)
    blocks: list[Block] = []
    gap, first = 0, 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].strip():
            continue
        paragraph = lines[first:index]
        for start, end in paragraphs_of(paragraph, joint, hanging=hanging):
            source = "\n".join(lines[first + start : first + end])
            blocks.append(_block(first + start + 1, source, gap))
            gap = 0
        gap = gap + 1 if blocks else 0
        first = index + 1
    return _with_bare_numbers(blocks)


def _block(line: int, source: str, gap: int) -> Block:
    # A character that could not come in stands for nothing a caption says.
    text = tame_line(html.unescape(_HYPHEN.sub("", source))).replace("\ufffd", "")
    text = _LINK.sub(r"\1", text).replace("**", "").replace("__", "")
    if ruled := _RULED.fullmatch(text.strip()):
        text = ruled[2]
    text = tame_line(BULLET.sub("", text.strip()))
    if text.isupper() and len(text.split()) > _SHOUTED:
        text = " ".join(
            word.casefold()
            if place and word in _QUIET
            else _WORD.sub(lambda match: match[0].capitalize(), word)
            for place, word in enumerate(text.split())
        )
    number = None
    if match := NUMBER.match(text):
        written = next(filter(None, match.groups()))
        number = int(written) if written.isdigit() else number_of(written)
        text = text[match.end() :]
    inside = _IN_BRACKETS.fullmatch(text)
    filed = inside or FILE_NAME.match(text)
    if inside:
        text = inside[1]
    elif filed:
        text = text[filed.end() :]
    shown = filed or (match and _PHOTO.match(match[0])) or _SHOWN.match(text)
    return Block(line, source, gap, text, number, is_caption=bool(shown))


def _with_bare_numbers(blocks: list[Block]) -> tuple[Block, ...]:
    """Takes `7 - ` or `7 ` for a number only in a row of such: `300: ` may begin a title."""
    found = [
        (index, match) for index, block in enumerate(blocks) if (match := _BARE_NUMBER.match(block.text))
    ]
    numbers = [int(match[1]) for _, match in found]
    steps = [other - one for one, other in pairwise(numbers)]
    rising = sum(0 < step <= _STEP for step in steps)
    falling = sum(step == -1 for step in steps)
    if max(rising, falling) >= 2 and max(rising, falling) * 3 >= len(numbers) * 2:
        for index, match in found:
            block = blocks[index]
            blocks[index] = replace(block, text=block.text[match.end() :], number=int(match[1]))
    return tuple(_with_numbers_alone(_without_codes(_with_counted(blocks))))


def _with_counted(blocks: list[Block]) -> list[Block]:
    """Takes a word and a number for a number in a row of such that counts on: `Lot 11`, `Lot 12`."""
    found = [
        (index, match)
        for index, block in enumerate(blocks)
        if block.number is None and (match := _COUNTED.match(block.text))
    ]
    for word, times in Counter(match[1] for _, match in found).items():
        row = [(index, match) for index, match in found if match[1] == word]
        steps = [int(two[2]) - int(one[2]) for (_, one), (_, two) in pairwise(row)]
        if times >= _ROW and sum(step in (1, -1) for step in steps) * 3 >= len(steps) * 2:
            for index, match in row:
                text = blocks[index].text[match.end() :]
                shown = blocks[index].is_caption or bool(_PHOTO.match(word))
                blocks[index] = replace(blocks[index], text=text, number=int(match[2]), is_caption=shown)
    return blocks


def _without_codes(blocks: list[Block]) -> list[Block]:
    """Leaves out the shelf marks that lines of a catalogue begin with, or times: "1988-0008 · M, 1931"."""
    for mark in (_CODE, _TIME):
        found = [(index, match) for index, block in enumerate(blocks) if (match := mark.match(block.text))]
        for index, match in found if len(found) >= _ROW else ():
            block = blocks[index]
            blocks[index] = replace(block, text=block.text[match.end() :], number=block.number or 0)
    return blocks


def _with_numbers_alone(blocks: Sequence[Block]) -> Iterator[Block]:
    """Gives a number that has a line to itself to the block after it."""
    is_alone = [
        bool(_NUMBER_ALONE.fullmatch(block.text) or (block.number is not None and not block.text))
        for block in blocks
    ]
    several = sum(is_alone) >= 3
    waiting: Block | None = None
    for block, is_number in zip(blocks, is_alone, strict=True):
        if is_number and several:
            waiting = block
            continue
        if waiting is not None:
            alone = _NUMBER_ALONE.fullmatch(waiting.text)
            number = int(alone[1]) if waiting.number is None and alone else waiting.number
            block = replace(
                block,
                number=number if block.number is None else block.number,
                gap=max(block.gap, waiting.gap),
            )
            waiting = None
        yield block
