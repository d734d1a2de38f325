"""Text for widgets: the only place where text becomes `Content`, so that it is shown, never interpreted.

Textual reads a plain `str` as markup, and its `escape` misses some tags; `Content` is literal, but lets
escape sequences through to the terminal, so unfit characters are tamed here. Styles are ours alone and
never made of text from a pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from btsquiz.text import refusal, tame

Part = str | tuple[str, str]
"""A text as it is, or a text and our style for it."""
Row = tuple[Content, Content]
"""A head, such as a number or a bullet, and the text beside it."""

EMPTY = Content("")
LEAST_TEXT_CELLS = 12
"""Where a text would get less than this beside its head, it goes on under its head."""


class Rows(Visual):
    """Rows under one another; a text longer than its line goes on under itself, not under its head.

    Args:
        rows: The rows, each a head and a text.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)

    @property
    def plain(self) -> str:
        """All of it as one text."""
        return "\n".join(head.plain + text.plain for head, text in self.rows)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draws the rows, as Textual asks it of a visual."""
        strips: list[Strip] = []
        options = replace(options, selection=None)
        for row in self.rows:
            head, text = _beside(row, width)
            indent = head.cell_length
            blank = Strip.blank(indent, style.rich_style)
            first = head.render_strips(indent, 1, style, options) if indent else [blank]
            for start, strip in zip(
                _then(first[0], blank), text.render_strips(width - indent, None, style, options), strict=False
            ):
                strips.append(Strip.join([start, strip]))
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Gives the cells the longest row needs on one line."""
        return max(
            (head.cell_length + text.get_optimal_width(rules, container_width) for head, text in self.rows),
            default=0,
        )

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Gives the lines the rows need in so many cells."""
        return sum(
            text.get_height(rules, width - head.cell_length)
            for head, text in (_beside(row, width) for row in self.rows)
        )


Shown = Content | Rows
"""What a line of the screen can show."""


def _beside(row: Row, width: int) -> Row:
    """Gives a row as it is drawn: where there is no room beside the head, the head is part of the text."""
    head, text = row
    return row if width - head.cell_length >= LEAST_TEXT_CELLS else (EMPTY, head + text)


def _then(first: Strip, rest: Strip) -> Iterable[Strip]:
    yield first
    while True:
        yield rest


def literal(*parts: Part) -> Content:
    """Puts texts together, each shown literally, some in a style of ours."""
    return Content.assemble(
        *(_inert(part) if isinstance(part, str) else (_inert(part[0]), part[1]) for part in parts)
    )


def _inert(text: str) -> str:
    """Replaces what a terminal could take for a command; packs hold none, but paths and messages may."""
    return text if refusal(text) is None else tame(text)


def joined(contents: Iterable[Content]) -> Content:
    """Puts contents after one another."""
    return EMPTY.join(contents)


def lines(rows: Iterable[Content]) -> Content:
    """Puts contents under one another."""
    return Content("\n").join(rows)


def is_same(one: object, other: Shown) -> bool:
    """Tells whether two contents look the same."""
    if isinstance(one, Rows) and isinstance(other, Rows):
        return len(one.rows) == len(other.rows) and all(
            is_same(mine, theirs)
            for pair in zip(one.rows, other.rows, strict=True)
            for mine, theirs in zip(*pair, strict=True)
        )
    return isinstance(one, Content) and isinstance(other, Content) and one.is_same(other)


def spread(left: Content, right: Content, width_cells: int) -> Content:
    """Puts one content at the left edge and one at the right; where both do not fit, the left one is cut."""
    room = width_cells - right.cell_length
    if room < 2:
        return right.truncate(max(width_cells, 0), ellipsis=True)
    return joined([left.truncate(room - 1, ellipsis=True, pad=True), literal(" "), right])
