"""On which side of their texts a page's titles stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Final

from btsquiz.facts.headings import Heading
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import Block
from btsquiz.facts.surroundings import support
from btsquiz.facts.talk import is_talk

_STEADY: Final = 3
"""Times that titles stand on one side more often than on the other, from which all do."""


def titles_below(blocks: Sequence[Block], titles: Mapping[int, Heading], linker: Linker) -> set[int]:
    """Gives the lines of the titles that stand under what they name: nearer to it, or as most do."""
    gaps = {
        block.line: block.gap - (following.gap if following else block.gap + 1)
        for block, following in zip_longest(blocks, blocks[1:])
        if block.line in titles
    }
    # An aside is of the title over it: "Persona (1966)", and then "(Liv at lunch)".
    gaps |= {
        block.line: 1
        for block, following in pairwise(blocks)
        if block.line in titles and not following.gap and following.text.startswith("(")
    }
    nearer = sum((gap < 0) - (gap > 0) for gap in gaps.values())
    said = [block.line in titles for block in blocks if not is_talk(block.text, strict=True)]
    ends = len(titles) > 1 and bool(said) and said[-1] and not said[0]
    most = nearer > 0 if abs(nearer) * 2 > len(gaps) else ends
    under, over = (sum(sign * gap > 0 for gap in gaps.values()) for sign in (-1, 1))
    # An advert in between pushes a title away; what nearly all titles of a page do, all do.
    steady = max(under, over) >= _STEADY * max(1, min(under, over)) or (
        under * 2 < len(gaps) and not over and not ends
    )
    all_below = under > over and under * 2 >= len(gaps)
    below = {line for line, gap in gaps.items() if (all_below if steady else gap < 0 or (gap == 0 and most))}
    for place, (before, block, after) in enumerate(zip(blocks, blocks[1:], blocks[2:], strict=False)):
        has_own = place > 0 and blocks[place - 1].line in titles and block.gap > before.gap == 0
        film = titles[block.line].title.known if gaps.get(block.line) == 0 and not has_own else None
        over, under = (len(support(one.text, film, linker)) if film else 0 for one in (before, after))
        # Between two texts, a title is of the one that names its makers.
        if over != under:
            (below.add if over > under else below.discard)(block.line)
    return below
