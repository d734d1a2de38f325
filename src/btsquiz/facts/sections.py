"""A page parted where captions end and stories begin, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, zip_longest
from typing import Final

from btsquiz.facts.fact import FactKind
from btsquiz.facts.headings import kind_said
from btsquiz.facts.headings import said as titles_said
from btsquiz.facts.kinds import photo_score
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.page import Block

_TEXT_WORDS: Final = 8
"""Words up to which a block may be a heading, which reads like neither."""

_BRIEF: Final = 5
"""Words up to which a text says nothing of what its page collects."""

_TELLING: Final = 4
"""Texts of a page from which what they read like may outweigh what it says it collects."""

_TOLD_WORDS: Final = 12
"""Words of the shortest text that has a heading."""

_CAPTION_WORDS: Final = 25
"""Words for each film up to which a text is captions of them."""

_SAMPLE: Final = 400
"""Blocks of a long page that tell what all of it collects."""

_LONGEST: Final = 800
"""Blocks of the longest page that people write by hand."""

_LEAST: Final = 3
"""Texts of the smallest section."""

_PLAINEST: Final = 2.0
"""Score beyond which a text reads no plainer like one kind."""

_HEADED: Final = 1.0
"""What a place gains, as one where a section begins, by a heading there, and again by one that says so."""

_GAIN: Final = 6.0
"""Score by which two sections must read plainer than one."""

_PURE: Final = 0.5
"""Part of a section's scores that must be left when those of the other kind are taken off."""

_DEEPEST: Final = 3
"""Times that a section is parted again."""


def sections_of(blocks: Sequence[Block], linker: Linker, depth: int = _DEEPEST) -> Iterator[Sequence[Block]]:
    """Parts a page into sections that read alike, each with the headings before its first text."""
    place = _change(blocks, linker) if depth else 0
    if not place:
        yield blocks
        return
    yield from sections_of(blocks[:place], linker, depth - 1)
    yield from sections_of(blocks[place:], linker, depth - 1)


def _change(blocks: Sequence[Block], linker: Linker) -> int:
    """Finds where a page changes from captions to stories or back; 0 where nothing says that it does."""
    if len(blocks) > _LONGEST:
        return 0  # a list by a machine, all of one kind
    places = [
        place for place, block in enumerate(blocks) if block.words > _TEXT_WORDS and is_of_film(block, linker)
    ]
    scores = [_score(blocks[place]) for place in places]
    sums = [0.0, *accumulate(scores)]

    def plainness(cut: int) -> float:
        """Adds up how plainly each side reads like another kind than the other."""
        left, right = sums[cut], sums[-1] - sums[cut]
        return abs(left) + abs(right) if left * right < 0 else 0.0

    def worth(cut: int) -> float:
        between = blocks[places[cut - 1] + 1 : places[cut]]
        return plainness(cut) + _HEADED * (bool(between) + (kind_said(between) is not None))

    def is_pure(cut: int) -> bool:
        sides = (scores[:cut], scores[cut:])
        return all(abs(sum(side)) >= _PURE * sum(map(abs, side)) for side in sides)

    best = max(range(_LEAST, len(places) - _LEAST + 1), key=worth, default=0)
    if not best or plainness(best) - abs(sums[-1]) < _GAIN or not is_pure(best):
        return 0
    return places[best - 1] + 1


def kind_of(blocks: Sequence[Block], said: FactKind | None, linker: Linker) -> FactKind | None:
    """Tells what a page collects: what it says, unless nearly all of it reads otherwise.

    Args:
        blocks: The page, or a section of it.
        said: What it says.
        linker: Tells texts that are of a film from furniture.
    """
    pairs = list(zip_longest(blocks, blocks[1:]))
    texts = [
        block
        for block, following in pairs[:: 1 + len(pairs) // _SAMPLE]
        if block.words > _BRIEF and not _stands_over(block, following) and is_of_film(block, linker)
    ]
    photos = sum(_is_of_captions(block, linker) or photo_score(block.text, None) >= 0 for block in texts)
    stories = len(texts) - photos
    if said and len(texts) < _TELLING:
        return said
    part = {"story": 4.0, "photo": 3.0, None: 1.5}[said]
    if stories > photos * part and said != "story":
        return "story"
    return "photo" if photos > stories * part and said != "photo" else said


def _stands_over(block: Block, following: Block | None) -> bool:
    """Tells whether a line is short enough beside the next to be its heading, or has the number of both."""
    if following is None:
        return False
    numbered = block.number is not None and following.number is None and not following.gap
    return numbered or following.words >= max(_TOLD_WORDS, block.words * 3 // 2)


def _is_of_captions(block: Block, linker: Linker) -> bool:
    """Tells whether a text is a caption by its form, or several that name their films."""
    films = len(titles_said(block.text, linker))
    return block.is_caption or (films > 1 and block.words <= films * _CAPTION_WORDS)


def is_of_film(block: Block, linker: Linker) -> bool:
    """Tells whether a block is no furniture for certain: it names somebody we know, or a film."""
    names = find_names(block.text, linker, linker.is_met)
    return bool(names) or block.is_caption or bool(titles_said(block.text, linker))


def _score(block: Block) -> float:
    score = _PLAINEST if block.is_caption else photo_score(block.text, None)
    return max(-_PLAINEST, min(_PLAINEST, score))
