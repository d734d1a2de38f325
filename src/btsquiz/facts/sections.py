"""A page parted where captions end and stories begin, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from btsquiz.facts.headings import kind_said
from btsquiz.facts.kinds import photo_score
from btsquiz.facts.page import Block

_TEXT_WORDS: Final = 8
"""Words up to which a block may be a heading, which reads like neither."""

_LEAST: Final = 3
"""Texts of the smallest section."""

_PLAINEST: Final = 2.0
"""Score beyond which a text reads no plainer like one kind."""

_HEADED: Final = 1.0
"""What a place gains, as one where a section begins, by a heading there, and again by one that says so."""

_GAIN: Final = 6.0
"""Score by which two sections must read plainer than one."""

_PURE: Final = 0.8
"""Part of all scores that must be of their section's kind."""

_DEEPEST: Final = 3
"""Times that a section is parted again."""


def sections_of(blocks: Sequence[Block], depth: int = _DEEPEST) -> Iterator[Sequence[Block]]:
    """Parts a page into sections that read alike, each with the headings before its first text."""
    place = _change(blocks) if depth else 0
    if not place:
        yield blocks
        return
    yield from sections_of(blocks[:place], depth - 1)
    yield from sections_of(blocks[place:], depth - 1)


def _change(blocks: Sequence[Block]) -> int:
    """Finds where a page changes from captions to stories or back; 0 where nothing says that it does."""
    places = [place for place, block in enumerate(blocks) if block.words > _TEXT_WORDS]
    scores = [_score(blocks[place]) for place in places]
    sums = [0.0, *accumulate(scores)]

    def plainness(cut: int) -> float:
        """Adds up how plainly each side reads like another kind than the other."""
        left, right = sums[cut], sums[-1] - sums[cut]
        return abs(left) + abs(right) if left * right < 0 else 0.0

    def worth(cut: int) -> float:
        between = blocks[places[cut - 1] + 1 : places[cut]]
        return plainness(cut) + _HEADED * (bool(between) + (kind_said(between) is not None))

    best = max(range(_LEAST, len(places) - _LEAST + 1), key=worth, default=0)
    plain = plainness(best) if best else 0.0
    if plain - abs(sums[-1]) < _GAIN or plain < (2 * _PURE - 1) * sum(map(abs, scores)):
        return 0
    return places[best - 1] + 1


def _score(block: Block) -> float:
    score = _PLAINEST if block.is_caption else photo_score(block.text, None)
    return max(-_PLAINEST, min(_PLAINEST, score))
