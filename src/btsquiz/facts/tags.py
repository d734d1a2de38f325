"""Tags under a post, `#the shining #duvall`, which may name the film of what stands over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.mentions import mentions
from btsquiz.facts.page import Block
from btsquiz.facts.surroundings import support

_TAGS: Final = re.compile(r"(?:#[^#\n]{1,60})+")
_LEAST_WORDS: Final = 2
"""Words of a title that a tag names: one of a single word is a tag for anything."""


def with_tags(blocks: Sequence[Block], linker: Linker) -> list[Block]:
    """Gives a post that names no film the one its tags name, if somebody who made it is in the post."""
    tagged: list[Block] = []
    for block in blocks:
        over = tagged[-1] if tagged and not block.gap and _TAGS.fullmatch(block.source.strip()) else None
        if over is not None and not any(linker.is_title(one.written) for one in mentions(over.text, linker)):
            films = [film for film in _films_in(block.source, linker) if support(over.text, film, linker)]
            if len({film.title for film in films}) == 1:
                tagged[-1] = replace(over, text=f"{over.text} (“{films[0].title}”)")
        tagged.append(block)
    return tagged


def _films_in(tags: str, linker: Linker) -> Iterator[Film]:
    for tag in tags.split("#"):
        if len(tag.split()) >= _LEAST_WORDS:
            yield from linker.films.titled(tag)
