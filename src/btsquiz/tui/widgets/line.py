"""A text on the screen; takes `Content` alone, so nothing from outside can be read as markup."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from btsquiz.tui.content import EMPTY


class Line(Static):
    """Shows one content, of a line or of many."""

    def __init__(
        self,
        content: Content = EMPTY,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(content, id=id, classes=classes, markup=False)

    def show(self, content: Content) -> None:
        """Shows another content."""
        self.update(content)
