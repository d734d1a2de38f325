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


def with_tags(blocks: Sequence[Block], linker: Linker) -> list[Block]:
    """Gives a post that names no film the one its tags name, if somebody who made it is in the post.

    A title of a single word is a tag for anything; it only speaks against another film.
    """
    tagged: list[Block] = []
    for block in blocks:
        over = tagged[-1] if tagged and not block.gap and _TAGS.fullmatch(block.source.strip()) else None
        if over is not None and not any(linker.is_title(one.written) for one in mentions(over.text, linker)):
            films = [film for film in _films_in(block.source, linker) if support(over.text, film, linker)]
            titles = {film.title for film in films}
            if len(titles) == 1 and " " in films[0].title:
                tagged[-1] = replace(over, text=f"{over.text} (“{films[0].title}”)")
        tagged.append(block)
    return tagged


def _films_in(tags: str, linker: Linker) -> Iterator[Film]:
    for tag in filter(str.strip, tags.split("#")):
        yield from linker.films.titled(tag)
