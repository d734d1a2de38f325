"""A text on the screen; takes `Content` alone, so nothing from outside can be read as markup."""

from __future__ import annotations

from textual.widgets import Static

from btsquiz.tui.content import EMPTY, Shown, is_same


class Line(Static):
    """Shows one content, of a line or of many."""

    def __init__(
        self,
        content: Shown = EMPTY,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(content, id=id, classes=classes, markup=False)

    def show(self, content: Shown) -> None:
        """Shows another content; showing the same again costs nothing."""
        if not is_same(self.content, content):
            self.update(content)
            # Textual 8.2 measures anew only if no layout was pending; else the old height would stay.
            self._layout_updates += 1
