"""Text for widgets: the only place where text becomes `Content`, so that it is shown, never interpreted.

Textual reads a plain `str` as markup, and its `escape` misses some tags; `Content` is literal. Styles are
ours alone and never made of text from a pack.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

Part = str | tuple[str, str]
"""A text as it is, or a text and our style for it."""

EMPTY = Content("")


def literal(*parts: Part) -> Content:
    """Puts texts together, each shown literally, some in a style of ours."""
    return Content.assemble(*parts)


def lines(rows: Iterable[Content]) -> Content:
    """Puts contents under one another."""
    return Content("\n").join(rows)


def spread(left: Content, right: Content, width_cells: int) -> Content:
    """Puts one content at the left edge and one at the right; where both do not fit, the left one is cut."""
    room = width_cells - right.cell_length
    if room < 2:
        return right.truncate(max(width_cells, 0), ellipsis=True)
    return Content.assemble(left.truncate(room - 1, ellipsis=True, pad=True), " ", right)
