"""A page of captions or stories as blocks of text, each with its line."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import and_
from pathlib import Path
from typing import Final

from btsquiz.facts.fact import fact_id
from btsquiz.facts.source import read_text
from btsquiz.facts.spelling import word_set
from btsquiz.text import tame, tame_line

_RUNS_ON: Final = re.compile(r"(?:[,;–-]|\b(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|with))$")
_MIN_WRAP: Final = 50
"""Columns below which nobody wraps a text: shorter lines are lines of their own."""

_BULLET: Final = re.compile(
    r"^(?:(?:[•·●▪‣►➤→>*]|[-–—]|#{1,6}|\([a-z]\))\s+|[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s*(?=\S))"
)
"""What an item of a list begins with, or a transcript's line: a bullet, or a time in brackets."""

_PLACED: Final = re.compile(
    r"(?:above|below|left|right|top|bottom|centre|center|opposite|facing|this page|inset|far|overleaf)"
    r"\b[\w ,]{0,24}[:.]\s",
    re.I,
)
"""How a caption begins that says where its picture is."""

_FEWEST_BREAKS: Final = 8
_RUNNING: Final = 0.4
"""Line breaks of a page, and the share of them before a small letter, from which its text is wrapped."""

_WIDTHS: Final = range(30, 110)
_FILLED: Final = 0.7
"""How wide a page is wrapped, and how long a line is, of that, whose text goes on in the next one."""

_EVEN: Final = 0.95
"""The share of such lines of a wrapped page that are neither much shorter than most nor much longer."""

_HYPHEN: Final = re.compile(r"(?<=[^\W\d_A-Z])-\n\s*(?=[^\W\d_A-Z])")
_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten",
    "eleven",
    "twelve",
    *(f"{ten}teen" for ten in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
NUMBERS: Final = (*_ONES, *_TEENS, "twenty", *(f"twenty-{one}" for one in _ONES), "thirty")
"""Numbers in words, from one up."""

_NUMBER: Final = re.compile(
    r"^(?:(?:(?:fact |story |факт |история )?(?:#|no\. ?|number |n[°º] ?|№ ?)|photo |foto |slide |fig\. ?"
    r"|picture |image |fact |story |item |case (?:study )?|cat\. |entry |exhibit |plate |still |card |tale "
    r"|anecdote |anécdota |curiosidad |dato |historia |histoire |кадр |фото )\s*"
    r"(\d{1,3})\b[.):]?(?:\s*/\s*\d{1,3}\b)?"
    rf"|(?:number )({'|'.join(reversed(NUMBERS)).replace('-', '[- ]')})\b[.):]?"
    r"|[(\[]?(\d{1,3})[.)\]](?=\s|$|-\s|(?-i:[^\W\da-z_])|['\"“‘«])"
    r"|(\d{1,3}) ?(?:/|of) ?(?!\4\b(?!\s?[.):–—-]))\d{1,3}\b[.):]?|[(\[](\d{1,3}) ?(?:/|of) ?\d{1,3}[)\]]"
    r"|\d{1,2}\.(\d{1,2})\s+(?=(?-i:[A-ZÀ-Þ])|[\"“‘«])"
    r"|(?-i:[A-Z]{1,4})(?:-\d{2}-| )(\d{3,5})(?:[.:]|\s\|)\s)[\s:–—-]*",
    re.I,
)
_PHOTO: Final = re.compile(r"(?:photo|picture|image|foto|still|кадр|фото) ", re.I)
"""How the number of a picture begins."""

_SHOWN: Final = re.compile(
    r"(?:на (?:фото|снимке|кадре)|sur la photo|en la foto|auf dem (?:foto|bild)|(?:in the )?(?:photo|picture)"
    r"|pictured)(?: (?:above|below|left|right))?\s?:\s",
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
_COUNTED: Final = re.compile(r"([^\W\d_]{2,14})\.?\s*(\d{1,5})\b(?:[.):|]|\s[–—-](?=\s))?\s*")
"""A word that lines of a list are counted with, whatever it is: `Lot 12`, `Pl. 3`."""

_ROW: Final = 4
"""Lines from which what they all begin with is a shelf mark."""

_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\([^)\s]{0,500}\)")

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHOUTED: Final = 5
"""Words up to which capitals may be a title's own way of being written."""

_QUIET: Final = word_set(
    "A AN THE AND OR OF IN ON AT TO FOR FROM WITH BY AS HIS HER THEIR DURING WHILE BETWEEN BEHIND SET"
    " SETS SCENE SCENES TAKE TAKES FILMING SHOOTING DIRECTING DIRECTS PREPARES PREPARING REHEARSING POSING"
    " POSES STUNT DOUBLE CREW CAST MEMBERS FILM MOVIE BREAK LAUGH TALKING TAKING HAVING"
)


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
    width = _wrapped_width(lines)
    blocks: list[Block] = []
    gap, first = 0, 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].strip():
            continue
        paragraph = lines[first:index]
        for start, end in _wrapped(paragraph, width) if width else _paragraphs(paragraph):
            source = "\n".join(lines[first + start : first + end])
            blocks.append(_block(first + start + 1, source, gap))
            gap = 0
        gap = gap + 1 if blocks else 0
        first = index + 1
    return _with_bare_numbers(blocks)


def _wrapped_width(lines: Sequence[str]) -> int:
    """Gives how long most lines of a page are whose text somebody broke by hand or a machine; 0 of any other.

    Most of its breaks are before a small letter, and hardly a paragraph begins with one.
    """
    pairs = [(one.strip(), two.strip()) for one, two in pairwise(["", *lines])]
    breaks = [(one, two) for one, two in pairs if one and two and not _begins(two)]
    begun = [two for one, two in pairs if two and not one]
    running = [one for one, two in breaks if two[0].islower()]
    small = sum(line[0].islower() for line in begun) * 4 > len(begun)
    if small or len(breaks) < _FEWEST_BREAKS or len(running) < len(breaks) * _RUNNING:
        return 0
    width = sorted(map(len, running))[len(running) // 2]
    even = sum(width * _FILLED <= len(line) <= width / _FILLED for line in running)
    return width if width in _WIDTHS and even >= len(running) * _EVEN else 0


def _begins(line: str) -> bool:
    """Tells whether a line begins something: an item of a list, or the caption of a picture at a place."""
    return bool(_BULLET.match(line) or _NUMBER.match(line) or _PLACED.match(line))


def _wrapped(lines: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Parts the lines of a wrapped page that no blank line parts: a paragraph ends with a line cut short."""
    start = 0
    for index, line in enumerate(lines):
        after = lines[index + 1].strip() if index + 1 < len(lines) else ""
        goes_on = after and not _begins(after) and (after[0].islower() or len(line) >= width * _FILLED)
        if not goes_on:
            yield start, index + 1
            start = index + 1


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Parts lines with no blank line between them: where each wrapped paragraph or single line is."""
    width = max(map(len, lines), default=0)
    full, running = [], []
    for line, following in pairwise(lines):
        next_word = following.split()[0]
        listed = _BULLET.match(following.lstrip()) or _NUMBER.match(following.lstrip())
        full.append(not listed and width >= _MIN_WRAP and len(line.rstrip()) + 1 + len(next_word) > width)
        running.append(next_word[0].islower() or bool(_RUNS_ON.search(line.rstrip())))
    # Lines of a list may end alike by chance; most of a wrapped text's fill the width, some in mid-sentence.
    # Where the first begins in small letters, any line does that.
    begun = bool(lines) and not lines[0].lstrip()[0].islower()
    wrapped = begun and sum(full) * 2 >= len(full) and any(map(and_, full, running))
    start = 0
    for index in range(len(lines)):
        if index == len(full) or not (wrapped and full[index]):
            yield start, index + 1
            start = index + 1


def _block(line: int, source: str, gap: int) -> Block:
    # A character that could not come in stands for nothing a caption says.
    text = tame_line(html.unescape(_HYPHEN.sub("", source))).replace("\ufffd", "")
    text = _LINK.sub(r"\1", text).replace("**", "").replace("__", "")
    text = tame_line(_BULLET.sub("", text.strip()))
    if text.isupper() and len(text.split()) > _SHOUTED:
        text = " ".join(
            word.casefold()
            if place and word in _QUIET
            else _WORD.sub(lambda match: match[0].capitalize(), word)
            for place, word in enumerate(text.split())
        )
    number = None
    if match := _NUMBER.match(text):
        written = next(filter(None, match.groups()))
        number = int(written) if written.isdigit() else number_of(written)
        text = text[match.end() :]
    return Block(
        line,
        source,
        gap,
        text,
        number,
        is_caption=bool((match and _PHOTO.match(match[0])) or _SHOWN.match(text)),
    )


def number_of(words: str) -> int:
    """Gives the number that words say; 0 where they say none."""
    spelt = words.casefold().replace(" ", "-")
    return NUMBERS.index(spelt) + 1 if spelt in NUMBERS else 0


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
                blocks[index] = replace(blocks[index], text=text, number=int(match[2]))
    return blocks


def _without_codes(blocks: list[Block]) -> list[Block]:
    """Leaves out the shelf marks that lines of a catalogue begin with: "1988-0008 · M, Fritz Lang, 1931"."""
    found = [(index, match) for index, block in enumerate(blocks) if (match := _CODE.match(block.text))]
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
