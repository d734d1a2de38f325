"""Formats: what kind of match is played, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of match.

    Attributes:
        name: What it is called in commands and in the journal.
        title: What it is called on screen.
        scenes: The scenes' titles, in order.
        takes: Questions in each scene.
        timed: Whether a clock runs and speed counts.
        runs: Whether answers right in a row earn more.
        retakes: Whether what was missed is asked once more at the end, as practice.
        tag: Only questions with this tag are drawn, where it is not empty and there are enough.
    """

    name: str
    title: str
    scenes: tuple[str, ...]
    takes: int
    timed: bool = True
    runs: bool = True
    retakes: bool = False
    tag: str = ""

    @property
    def length(self) -> int:
        """Takes in the whole match, without retakes."""
        return len(self.scenes) * self.takes

    def calm(self) -> Format:
        """Gives the same format without a clock and without runs."""
        return replace(self, timed=False, runs=False)


CLASSIC: Final = Format("classic", "Classic", ("Call sheet", "Under cover", "Final cut"), takes=5)
OPENING: Final = Format(
    "opening", "First look", ("Screen test",), takes=3, timed=False, runs=False, tag="opening"
)
REVIEW: Final = Format(
    "review", "Review", ("Dailies",), takes=15, timed=False, runs=False, retakes=True
)  # fmt: skip
