"""The state of a match: what was dealt, and how far it has come."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from btsquiz.game.commands import Result
from btsquiz.game.deal import Deal, Take
from btsquiz.game.order import order_of
from btsquiz.game.powers import Power
from btsquiz.game.scoring import rung_points
from btsquiz.question import Kind


class Phase(enum.Enum):
    """Where a match is."""

    SLATE = "slate"
    """Before a scene; from the second on, with the score of the one before."""
    CURTAIN = "curtain"
    """Between two seats, until the next one's own letter."""
    LOCKED = "locked"
    """After a sealed answer, which nobody sees yet."""
    BUZZ = "buzz"
    """While the stem appears, and whoever presses first may answer."""
    WAGER = "wager"
    """Before the last take, while nobody has seen it."""
    ASKING = "asking"
    REVEALED = "revealed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Buttons:
    """The buzzers of a duel.

    Attributes:
        holder: The seat that pressed first and answers, or -1.
        pressed_ms: Match time at which it did.
        tried: Seats that have had their attempt at the take that is on.
        locked_ms: By seat, the match time until which its button is dead.
        photo: The seat that lost the last photo finish, or -1.
        in_photo: Whether who pressed first was settled by a photo finish.
    """

    holder: int = -1
    pressed_ms: int = 0
    tried: frozenset[int] = frozenset()
    locked_ms: tuple[int, ...] = ()
    photo: int = -1
    in_photo: bool = False


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
        suspended: Indices of takes whose point was set aside here.
        played: Whether the match went to its end.
        begun_ms: Match time at which the first take was shown, moved on by its pauses.
        awards: In a hosted match, the takes' indices with the seats that had them.
        bid: Per cent of what one had that are staked on the last take.
        turns: In a duel, whose each of `running` is; -1 where it is anybody's.
        sealed: Results of a duel that are not yet shown.
        shown: Index of the take whose results a duel shows, or None.
        bids: The seats' stakes in a duel, in per cent, in the order they were made; each with its seat.
        appealed: The seat that asks for its answer on show to count, or -1.
        agreed: The seats that agree to it.
        buttons: Where there are buzzers, who may press, who did, and since when.
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
    suspended: frozenset[int] = frozenset()
    played: bool = False
    begun_ms: int = 0
    bid: int = 0
    awards: frozenset[tuple[int, int]] = frozenset()
    turns: tuple[int, ...] = ()
    sealed: tuple[Result, ...] = ()
    shown: int | None = None
    bids: tuple[tuple[int, int], ...] = ()
    appealed: int = -1
    agreed: frozenset[int] = frozenset()
    buttons: Buttons = Buttons()

    @property
    def index(self) -> int:
        """The index in the deal of the take that is on, or on show."""
        return self.running[self.position] if self.shown is None else self.shown

    @property
    def seat(self) -> int:
        """Whose turn it is; -1 while it is anybody's."""
        if not self.turns:
            return 0
        seats = len(self.deal.seats)
        if self.is_wagered and len(self.bids) < seats:
            return (len(self.bids) + len(self.deal.format.scenes)) % seats
        return self.buttons.holder if self.turns[self.position] < 0 else self.turns[self.position]

    @property
    def take(self) -> Take:
        """The take that is on."""
        return self.deal.take(self.index)

    @property
    def is_retake(self) -> bool:
        """Whether the take that is on is a second try."""
        return not self.turns and self.position >= len(self.deal.takes)

    @property
    def result(self) -> Result:
        """The latest result."""
        return self.results[-1]

    def options(self, seat: int | None = None) -> tuple[str, ...]:
        """Gives what a seat picks from now; nothing where the answer is typed, until it asks for options.

        Without a seat, it is the one whose turn it is.
        """
        if self.take.question.kind is Kind.TYPED and not self.options_shown:
            return ()
        offered = self.take.options[self.turn if seat is None else seat]
        return tuple(one for one in offered if one in self.take.halved) if Power.FIFTY in self.on else offered

    def points(self, seat: int = 0) -> int:
        """Adds up what a seat has earned; on a ladder, gives what it stands on."""
        style = self.deal.format
        if style.hosted:
            return sum(who == seat for _, who in self.awards)
        if style.rungs:
            return rung_points(style.rungs, style.safe, self.right(seat), missed=self.missed(seat) > 0)
        begun = self.deal.head_starts[seat] if self.deal.head_starts else 0
        return begun + sum(result.score.points for result in self.results if result.seat == seat)

    def standing(self, seat: int) -> tuple[int, int]:
        """Gives what a seat of a duel is ranked by: its points, and with as many, its right answers."""
        return self.points(seat), self.right(seat)

    def right(self, seat: int = 0) -> int:
        """Counts a seat's right answers, retakes left out."""
        return sum(result.right for result in self.results if result.seat == seat and not result.retake)

    def missed(self, seat: int = 0) -> int:
        """Counts a seat's misses, retakes left out."""
        return sum(one.missed for one in self.results if one.seat == seat and not one.retake)

    @property
    def turn(self) -> int:
        """The seat whose turn it is, or the first where it is anybody's."""
        return max(self.seat, 0)

    @property
    def is_wagered(self) -> bool:
        """Whether the take that is on is the one staked upon."""
        if not self.deal.format.wager:
            return False
        return (self.index if self.turns else self.position) == len(self.deal.takes) - 1

    @property
    def is_sudden(self) -> bool:
        """Whether the take that is on breaks a tie."""
        return self.index >= len(self.deal.takes)

    def run(self, seat: int = 0) -> int:
        """Counts a seat's right answers in a row up to now, across scenes."""
        count = 0
        for result in reversed([one for one in (*self.results, *self.sealed) if one.seat == seat]):
            if result.missed:
                break
            count += result.right
        return count


def begin(deal: Deal) -> State:
    """Gives the state before a match's first command."""
    if not deal.format.duel:
        return State(deal, tuple(range(len(deal.takes))))
    order = order_of(deal)
    return State(
        deal,
        tuple(take for take, _ in order),
        turns=tuple(seat for _, seat in order),
        buttons=Buttons(locked_ms=(0,) * len(deal.seats)),
    )
