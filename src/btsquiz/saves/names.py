"""Names that stand for another: of players renamed or merged, of points whose question was edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True)
class Names:
    """Which names stand for which.

    Attributes:
        now: By a name that was given up, the name it stands for.
    """

    now: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, given_up: Iterable[tuple[str, str]]) -> Self:
        """Takes pairs of an old and a new name, later ones last; to itself takes it back."""
        latest = dict(given_up)
        return cls({old: new for old, new in latest.items() if old != new})

    def of_today(self, name: str) -> str:
        """Gives the name that a name stands for today."""
        seen = {name}
        while name in self.now and self.now[name] not in seen:
            name = self.now[name]
            seen.add(name)
        return name

    def before(self, name: str) -> list[str]:
        """Gives every name that stands for this one, itself first."""
        return [name, *sorted(old for old in self.now if old != name and self.of_today(old) == name)]
