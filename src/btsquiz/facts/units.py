"""What on a page may be one fact: a block, a part of a paragraph, or two lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Final

from btsquiz.facts.boundaries import MAKING, are_names
from btsquiz.facts.link import SAID
from btsquiz.facts.linker import Linker
from btsquiz.facts.marks import PLACES
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names
from btsquiz.facts.page import Block

_PAGES: Final = r"(?:pages?|pp?\.)\s?\d+(?:\s?[–-]\s?\d+)?"
_PAGE: Final = re.compile(_PAGES, re.I)
_PLACED: Final = re.compile(
    rf"(?:(?<=^)|(?<=[.!?;,]\s))(?:(?:{_PAGES}[.,]?\s+)?{PLACES}\s*[:.]|^{_PAGES}[.:])\s*", re.I
)
_AROUND: Final = re.compile(r"^(?:[\w’' -]{0,30})\b(?:pages?|pictures?|photos?|row|spread|board), $", re.I)
"""What leads up to the places of several pictures: "The double page, clockwise from top left:"."""

_SENTENCE: Final = re.compile(
    r"(?<!\bvs)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\bNo)(?<!\b[A-Z])(?<!\bVol)[.!?][\"”’')]*\s+(?=[\"“‘'«(]?[A-ZÀ-ÞА-ЯЁ0-9])"
)
_ASKED: Final = re.compile(r"(?:Q|Question|Frage|P|В|Вопрос)\s?[.:]\s+")
_ANSWERED: Final = re.compile(r"(?:A|Answer|Antwort|R|О|Ответ)\s?[.:]\s+")
_LEAST_ASKED: Final = 3
"""Questions and answers from which a page is a column of them."""

_LABELLED: Final = re.compile(r"([A-ZÀ-ÞА-ЯЁ][\w’'-]{2,14}):\s+(?=.*[.!?][\"”’')]*$)")
_LEAST_TOLD: Final = 9
"""Words with its label from which a line tells something, and is not a value in a record."""

_LISTED: Final = re.compile(r";\s+|(?<=\d\d\d\d\)),?\s+(?=(?:and|then|finally|next)\b)")
"""What parts captions within one sentence: `X on Greed (1924); Y on Jaws (1975), and Z on Ran (1985)`."""

_LEAST_LISTED: Final = 3
"""Captions in a paragraph that is no story."""

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FRAME: Final = re.compile(
    r"\b(?:on|in|at|of|for|from|during|between|the|an?|and|his|her|their|sets?|filming|shooting|making|production|shoot"
    r"|takes?|scenes?|rehearsals?|behind|break|film|movie|series|episode|show|tv|(?:18|19|20)\d\d)\b|[\W_]",
    re.I,
)
"""What stands around a film on a line that says nothing else."""

_EPISODE: Final = re.compile(r"\bepisode\b", re.I)
_LEAST_BROKEN: Final = 4
_GOES_ON: Final = re.compile(
    r"(?:while|and|as|with|in|on|at|for|from|during|who|which|where|when|before|after|between|by|of|to|the|an?"
    r"|his|her|their|its|or|but)\b"
)
"""How a line begins that goes on with the one before it."""

_CLOSES: Final = re.compile(r"[.!?…:;)\]\"”’»\d]\s*$")
"""What a line ends with that does not go on in the next one."""

_BEGUN: Final = re.compile(r"\W*(?:\[\w+\]\W*)?[^\W\da-zà-ÿа-яё_]")
"""How a line begins that is no small thing: with a capital, after a picture's place or without."""

_MOST_SMALL: Final = 10
"""One line in so many may begin with a small letter on a page whose other lines do not."""

_MOST_SEEN: Final = 30
"""Words of a line that shows who is seen, with the film on the next."""


def joined_questions(blocks: Sequence[Block]) -> list[Block]:
    """Joins each question of a column with its answer, which tells the story."""
    asked = sum(bool(_ASKED.match(block.text)) for block in blocks)
    answered = sum(bool(_ANSWERED.match(block.text)) for block in blocks)
    if min(asked, answered) < _LEAST_ASKED:
        return list(blocks)
    joined: list[Block] = []
    for block in blocks:
        question = _ASKED.match(joined[-1].text) if joined else None
        answer = _ANSWERED.match(block.text)
        if question and answer:
            text = f"{joined[-1].text[question.end() :]} {block.text[answer.end() :]}"
            joined[-1] = replace(block, text=text, number=block.number or 0)
        else:
            joined.append(block)
    return joined


def joined_labels(blocks: Sequence[Block]) -> list[Block]:
    """Joins what stands under two labels time and again, such as problem and solution: one story each."""
    labels = [_told_under(block) for block in blocks]
    pairs = Counter(
        (one, two)
        for (one, two), below in zip(pairwise(labels), blocks[1:], strict=True)
        if one and two and one != two and not below.gap
    )
    columns = {pair for pair, number in pairs.items() if number >= _LEAST_ASKED}
    joined: list[Block] = []
    before = ""
    for block, label in zip(blocks, labels, strict=True):
        if joined and not block.gap and (before, label) in columns:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {block.text[len(label) + 1 :].strip()}")
        else:
            joined.append(block)
        before = label
    return joined


def _told_under(block: Block) -> str:
    """Gives the label of a block that tells something in sentences under it."""
    found = _LABELLED.match(block.text)
    return found[1] if found and block.words >= _LEAST_TOLD else ""


def joined_captions(blocks: Sequence[Block], linker: Linker) -> list[Block]:
    """Joins captions of two lines: who is seen on one, and on the other "On the set of Jaws (1975)" alone."""
    # No two lines of one caption stand apart.
    near = [
        not block.gap or bool(after and not after.gap) for block, after in zip_longest(blocks, blocks[1:])
    ]
    alone = [close and _is_only_film(block.text, linker) for block, close in zip(blocks, near, strict=True)]
    seen = [
        close and not only and _shows(block, linker)
        for block, only, close in zip(blocks, alone, near, strict=True)
    ]
    for place, (one, two) in enumerate(pairwise(blocks), 1):
        # "Daniel Craig and Eva Green", and under it what they do on which film.
        if seen[place - 1] and not seen[place] and are_names(one.text, linker) and _films(two.text, linker):
            alone[place] = alone[place] or not find_names(two.text, linker)
    under = sum(
        is_seen and only and not two.gap
        for is_seen, only, two in zip(seen, alone[1:], blocks[1:], strict=False)
    )
    over = sum(
        only and is_seen and not two.gap
        for only, is_seen, two in zip(alone, seen[1:], blocks[1:], strict=False)
    )
    joined: list[Block] = []
    place = 0
    while place < len(blocks):
        first = blocks[place]
        pair = blocks[place : place + 2]
        sides = (seen[place : place + 2], alone[place : place + 2])
        below, above = sides == ([True, False], [False, True]), sides == ([False, True], [True, False])
        fits = len(pair) == 2 and not pair[1].gap and ((below and under >= over) or (above and over >= under))
        if fits and (pair[1].number is None or above):
            texts = [block.text.rstrip(" .,:;") for block in pair]
            source = "\n".join(block.source for block in pair)
            number = next((block.number for block in pair if block.number is not None), None)
            first = replace(first, source=source, text=". ".join(texts), number=number)
            place += 1
        joined.append(first)
        place += 1
    return joined


def joined_lines(blocks: Sequence[Block]) -> list[Block]:
    """Joins lines that were broken within a sentence: the next begins with a small word that goes on.

    Where hardly a line begins with a small letter, any such word does.
    """
    joined: list[Block] = []
    small = sum(block.text[:1].islower() for block in blocks) * _MOST_SMALL > len(blocks)
    for block in blocks:
        before = joined[-1] if joined else None
        goes_on = _GOES_ON.match(block.text) or (not small and block.text[:1].islower())
        if before and goes_on and _is_broken(before, block):
            text = f"{before.text} {block.text}"
            joined[-1] = replace(before, source=f"{before.source}\n{block.source}", text=text)
        else:
            joined.append(block)
    return joined


def _is_broken(before: Block, block: Block) -> bool:
    """Tells whether a line goes on in the next one."""
    return bool(
        not block.gap
        and block.number is None
        and _BEGUN.match(before.source)
        and before.words >= _LEAST_BROKEN
        and not _CLOSES.search(before.text)
    )


def _is_only_film(text: str, linker: Linker) -> bool:
    """Tells whether a line says on which film it was, and nothing else: "On the set of Jaws (1975)"."""
    if not MAKING.search(text) and not _EPISODE.search(text):
        return False
    rest = text
    for one in reversed([one for one in mentions(text, linker) if one.weight >= SAID]):
        rest = rest[: one.start] + rest[one.end :]
    return rest != text and not _FRAME.sub("", rest)


def _shows(block: Block, linker: Linker) -> bool:
    """Tells whether a line may be half of a caption: short, with somebody in it, and no film."""
    brief = block.words <= _MOST_SEEN
    return brief and bool(find_names(block.text, linker)) and not _films(block.text, linker)


def parts_of(block: Block, linker: Linker, *, told: bool = False) -> Iterator[Block]:
    """Parts a paragraph of several captions: by the places it names, or where each sentence has its film.

    Args:
        block: The paragraph.
        linker: Knows films.
        told: Whether it is a story, which is one whatever films it names.
    """
    places = [match.start() for match in _PLACED.finditer(block.text)]
    first = len(places) == 1 and (places == [0] or _AROUND.search(block.text, 0, places[0]))
    listed = first and (";" in block.text or _PAGE.match(block.text))
    if block.text[_end_of_place(block.text) :].strip() and (len(places) > 1 or listed):
        for piece in _cut(block.text, [*places, *(match.end() for match in _LISTED.finditer(block.text))]):
            text = _PLACED.sub("", piece).strip(" ;")
            if not text:
                continue
            for part in _by_film(text, linker):
                yield replace(_part(block, part), is_caption=True)
        return
    if told or (block.is_caption and "\n" in block.source):
        captions = list(_by_title(block.text, _sentences(block.text), linker)) if told else []
        # A story or a spec sheet is one, whatever films it names, but for a list of captions.
        several = len(captions) >= _LEAST_LISTED
        yield from (_part(block, piece) for piece in captions) if several else [block]
        return
    pieces = list(_by_film(block.text, linker))
    for piece in pieces:
        yield _part(block, piece) if len(pieces) > 1 else block


def _end_of_place(text: str) -> int:
    """Gives where the place that a text begins with ends."""
    match = _PLACED.match(text)
    return match.end() if match else 0


def _part(block: Block, text: str) -> Block:
    return replace(block, source=text, text=text)


def _cut(text: str, cuts: Sequence[int]) -> list[str]:
    bounds = sorted({0, *cuts, len(text)})
    return [piece for start, end in pairwise(bounds) if (piece := text[start:end].strip())]


def _sentences(text: str) -> list[str]:
    return _cut(text, [match.end() for one in (_SENTENCE, _LISTED) for match in one.finditer(text)])


def _by_film(text: str, linker: Linker) -> Iterator[str]:
    """Parts a text into captions, if most of its sentences name a film of their own."""
    sentences = _sentences(text)
    if len(sentences) < 2:
        yield text
        return
    named = [bool(_films(sentence, linker)) and _says_more(sentence, linker) for sentence in sentences]
    films = Counter(film for sentence in sentences for film in _films(sentence, linker))
    if sum(named) < 2 or (len(films) < 2 and sum(films.values()) < 2):
        yield from _by_title(text, sentences, linker)
        return
    # A sentence that names no film goes on about the one before it.
    piece = ""
    for sentence, has in zip(sentences, named, strict=True):
        if has and piece and _films(piece, linker) and _says_more(piece, linker):
            yield piece.strip()
            piece = ""
        piece += f" {sentence}"
    yield piece.strip()


def _by_title(text: str, sentences: Sequence[str], linker: Linker) -> Iterator[str]:
    """Parts a text into captions whose films stand in sentences of their own: "Names. “Film.” Place."."""
    titles = [bool(_films(sentence, linker)) and not _says_more(sentence, linker) for sentence in sentences]
    people = [
        not title and bool(find_names(sentence, linker))
        for sentence, title in zip(sentences, titles, strict=True)
    ]
    if sum(titles) < 2 or sum(people) < 2:
        yield text
        return
    first = titles.index(True) < people.index(True)
    piece, has_title, has_people = "", False, False
    for sentence, title, named in zip(sentences, titles, people, strict=True):
        # A caption begins with whatever the first one begins with, once it has both.
        begins = title if first else named
        if begins and has_title and (has_people or first):
            yield piece.strip()
            piece, has_title, has_people = "", False, False
        piece += f" {sentence}"
        has_title, has_people = has_title or title, has_people or named
    yield piece.strip()


def _says_more(sentence: str, linker: Linker) -> bool:
    """Tells whether a sentence says more than a film's title and year."""
    for one in _films(sentence, linker):
        sentence = sentence.replace(one, " ")
    return len(_WORD.findall(sentence)) > 2


def _films(sentence: str, linker: Linker) -> list[str]:
    return [
        one.written
        for one in mentions(sentence, linker)
        if one.weight >= SAID or (one.year is not None and linker.is_of_year(one.written, one.year))
    ]
