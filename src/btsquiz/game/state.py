"""The state of a match: what was dealt, and how far it has come."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from btsquiz.game.commands import Result
from btsquiz.game.deal import Deal, Take
from btsquiz.game.powers import Power
from btsquiz.game.scoring import rung_points
from btsquiz.question import Kind


class Phase(enum.Enum):
    """Where a match is."""

    SLATE = "slate"
    """Before a scene; from the second on, with the score of the one before."""
    WAGER = "wager"
    """Before the last take, while nobody has seen it."""
    ASKING = "asking"
    REVEALED = "revealed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class State:
    """Everything about a match under way; all else about it follows from this.

    Attributes:
        deal: What was drawn.
        phase: Where the match is.
        running: Indices of the deal's takes in the order they are played; a retake stands in it twice.
        position: Where in `running` the match is.
        opened_ms: Match time at which the take was shown, moved on by its pauses.
        paused_ms: Match time at which it was paused, or None.
        draft: Places of the options picked so far.
        options_shown: Whether the options of an answer to be typed were asked for.
        nudged: Whether what was typed came near, and one more try was given.
        used: Powers used up in this match.
        on: Powers used on the take that is on.
        results: What became of each take, in the order played.
        starred: Indices of takes whose point is starred.
        flagged: Indices of takes whose question is flagged.
        played: Whether the match went to its end.
        begun_ms: Match time at which the first take was shown, moved on by its pauses.
        awards: In a hosted match, the takes' indices with the seats that had them.
        bid: Per cent of what one had that are staked on the last take.
    """

    deal: Deal
    running: tuple[int, ...]
    phase: Phase = Phase.SLATE
    position: int = 0
    opened_ms: int = 0
    paused_ms: int | None = None
    draft: tuple[int, ...] = ()
    options_shown: bool = False
    nudged: bool = False
    used: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    starred: frozenset[int] = frozenset()
    flagged: frozenset[int] = frozenset()
    played: bool = False
    begun_ms: int = 0
    bid: int = 0
    awards: frozenset[tuple[int, int]] = frozenset()

    @property
    def index(self) -> int:
        """The index in the deal of the take that is on."""
        return self.running[self.position]

    @property
    def take(self) -> Take:
        """The take that is on."""
        return self.deal.takes[self.index]

    @property
    def is_retake(self) -> bool:
        """Whether the take that is on is a second try."""
        return self.position >= len(self.deal.takes)

    @property
    def result(self) -> Result:
        """The latest result."""
        return self.results[-1]

    def options(self, seat: int = 0) -> tuple[str, ...]:
        """Gives what a seat picks from now; nothing where the answer is typed, until it asks for options."""
        if self.take.question.kind is Kind.TYPED and not self.options_shown:
            return ()
        offered = self.take.options[seat]
        return tuple(one for one in offered if one in self.take.halved) if Power.FIFTY in self.on else offered

    def points(self, seat: int = 0) -> int:
        """Adds up what a seat has earned; on a ladder, gives what it stands on."""
        style = self.deal.format
        if style.hosted:
            return sum(who == seat for _, who in self.awards)
        if style.rungs:
            return rung_points(style.rungs, style.safe, self.right(seat), missed=self.missed(seat) > 0)
        return sum(result.score.points for result in self.results if result.seat == seat)

    def right(self, seat: int = 0) -> int:
        """Counts a seat's right answers, retakes left out."""
        return sum(result.right for result in self.results if result.seat == seat and not result.retake)

    def missed(self, seat: int = 0) -> int:
        """Counts a seat's misses, retakes left out."""
        return sum(one.missed for one in self.results if one.seat == seat and not one.retake)

    @property
    def is_wagered(self) -> bool:
        """Whether the take that is on is the one staked upon."""
        return self.deal.format.wager and self.position == len(self.deal.takes) - 1

    def run(self, seat: int = 0) -> int:
        """Counts a seat's right answers in a row up to now, across scenes."""
        count = 0
        for result in reversed([result for result in self.results if result.seat == seat]):
            if result.missed:
                break
            count += result.right
        return count


def begin(deal: Deal) -> State:
    """Gives the state before a match's first command."""
    return State(deal, tuple(range(len(deal.takes))))
