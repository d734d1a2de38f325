"""Nothing tells by length: right answers are the longest, or the shortest, no more often than by chance.

Of a pack's choices with options of different lengths, each has its right answer longest by chance once in as
many as it has options; how many are is a sum of such draws, and its exact tail is what is looked at.

Passes, thirty of these::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [Tony Scott, James Cameron]

Fails, thirty of these::

    - ask: Who directed Alien?
      answer: Sir Ridley Scott
      wrong: [Tony Scott, James Cameron]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import Choice

RULE = "telling-length"

FEWEST: Final = 30
"""Choices from which on a habit can be told from chance."""

UNLIKELY: Final = 0.001


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields one problem for a pack whose right answers are the longest, or the shortest, too often."""
    choices = [placed.question.answer for placed in pack.placed]
    lengths = [
        tuple(map(len, (answer.right, *answer.wrong))) for answer in choices if isinstance(answer, Choice)
    ]
    for word, extreme in (("longest", max), ("shortest", min)):
        told = [row for row in lengths if row.count(extreme(row)) == 1]
        hits = sum(row[0] == extreme(row) for row in told)
        chances = [1 / len(row) for row in told]
        if len(told) >= FEWEST and tail(chances, hits) < UNLIKELY:
            message = (
                f"the {word} option is right in {hits} of {len(told)} choices, where {sum(chances):.0f} "
                "would be chance; reword some"
            )
            first = pack.placed[0]
            yield Problem(pack.path, first.line, first.column, message, RULE)


def tail(chances: Sequence[float], hits: int) -> float:
    """Gives the exact chance of at least so many hits in draws of these chances."""
    exactly = [1.0]
    for chance in chances:
        missed = [share * (1 - chance) for share in exactly]
        hit = [share * chance for share in exactly]
        exactly = [a + b for a, b in zip([*missed, 0.0], [0.0, *hit], strict=True)]
    return sum(exactly[hits:])
