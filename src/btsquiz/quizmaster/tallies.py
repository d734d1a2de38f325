"""Tallies: how often answers were right, by whatever they have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from btsquiz.saves.journal import Journal
from btsquiz.text import fold

LEAST_ANSWERS: Final = 3
"""What has fewer answers than this is not told of."""
_YEAR: Final = re.compile(r"-((?:18|19|20)\d\d)$")

Body = Mapping[str, Any]
"""What an answer's record says, with its `day` and `point`."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often answers of a sort were right.

    Attributes:
        name: The sort.
        number: Answers.
        right: Right ones.
    """

    name: str
    number: int
    right: int

    @property
    def share(self) -> float:
        """The share that was right, 0 to 1."""
        return self.right / self.number


def is_right(body: Body) -> bool:
    """Tells whether an answer was right."""
    return bool(body["verdict"] == "right")


def shares(answers: Sequence[Body], sorts: Callable[[Body], Sequence[str]]) -> tuple[Share, ...]:
    """Counts answers by what they have in common, the sort that went worst first."""
    counts: dict[str, list[int]] = {}
    for one in answers:
        for name in sorts(one):
            count = counts.setdefault(name, [0, 0])
            count[0] += 1
            count[1] += is_right(one)
    told = [Share(name, *count) for name, count in counts.items() if count[0] >= LEAST_ANSWERS]
    return tuple(sorted(told, key=lambda one: (one.share, -one.number, one.name)))


def decade(body: Body) -> Sequence[str]:
    """Gives the decade of the film a point is about, where its name says it."""
    found = _YEAR.search(body["point"].partition(".")[0])
    return (f"{found[1][:3]}0s",) if found else ()


def family(body: Body) -> Sequence[str]:
    """Gives the family a question is of: what it was written by, or its kind where somebody wrote it."""
    parts = body["question"].partition("/")[2].split("/")
    return (parts[1] if len(parts) > 2 else body["kind"] or "others",)


def duels_of(journal: Journal, name: str) -> tuple[tuple[str, int, int], ...]:
    """Gives by opponent how many duels of two a player has won and lost."""
    score: dict[str, list[int]] = {}
    for one in journal.duels():
        seats = one["seats"]
        if not one["played"] or len(seats) != 2 or fold(name) not in map(fold, seats):
            continue
        mine = [fold(seat) for seat in seats].index(fold(name))
        record = score.setdefault(seats[1 - mine], [0, 0])
        ahead = one["points"][mine] - one["points"][1 - mine]
        if ahead:
            record[ahead < 0] += 1
    return tuple((who, won, lost) for who, (won, lost) in sorted(score.items()))
