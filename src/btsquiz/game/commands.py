"""What a seat can ask of a match, and what a match answers with."""

from __future__ import annotations

from dataclasses import dataclass

from btsquiz.game.judging import Response, Verdict
from btsquiz.game.scoring import Score


@dataclass(frozen=True, slots=True)
class Command:
    """Something a seat asks for.

    Attributes:
        seat: Which seat asks, from 0.
    """

    seat: int = 0


@dataclass(frozen=True, slots=True)
class Next(Command):
    """Goes on: from a slate to its first take, from a reveal to the next take or slate."""


@dataclass(frozen=True, slots=True)
class Pick(Command):
    """Picks the option at a place, from 0, as this seat sees them.

    For a choice or true/false that is the answer. Of several, it marks or unmarks one; in an order it puts
    the option next; in a match it gives the option to the next left-hand item.
    """

    option: int = 0


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Takes back the last pick of an answer that still has steps left; in a review, the last answer too."""


@dataclass(frozen=True, slots=True)
class Lock(Command):
    """Gives the picks made as the answer."""


@dataclass(frozen=True, slots=True)
class Say(Command):
    """Gives a typed text as the answer."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class ShowOptions(Command):
    """Asks for options to pick from where an answer would be typed; it then earns half."""


@dataclass(frozen=True, slots=True)
class Bid(Command):
    """Stakes a share of what the seat has on the last take, before it is shown.

    Attributes:
        percent: How much of it, 0 to 100.
    """

    percent: int = 0


@dataclass(frozen=True, slots=True)
class Use(Command):
    """Uses a power on the take that is on.

    Attributes:
        power: Its name, as in `powers.Power`.
    """

    power: str = ""


@dataclass(frozen=True, slots=True)
class Award(Command):
    """Gives a player the point of a hosted take, or takes it back; the seat is the player's."""


@dataclass(frozen=True, slots=True)
class Lift(Command):
    """Lifts the curtain: the seat whose turn it is looks, and nobody else does.

    Attributes:
        typed: Whether it came as a whole line, which no key held too long can be.
    """

    typed: bool = False


@dataclass(frozen=True, slots=True)
class Buzz(Command):
    """Presses the seat's button: who is first answers; too soon locks it for a while.

    Attributes:
        typed: Whether it came as a whole line, with the whole stem there to be read: that is never too soon.
    """

    typed: bool = False


@dataclass(frozen=True, slots=True)
class Appeal(Command):
    """Asks the others to let the seat's wrong answer to the take on show count as right."""


@dataclass(frozen=True, slots=True)
class Agree(Command):
    """Agrees to another seat's appeal; once all others have, the answer is judged right."""


@dataclass(frozen=True, slots=True)
class Walk(Command):
    """Walks away from a ladder with what the seat stands on."""


@dataclass(frozen=True, slots=True)
class Pass(Command):
    """Gives no answer."""


@dataclass(frozen=True, slots=True)
class TimeUp(Command):
    """Says that the clock has run out; it is judged here whether it has."""


@dataclass(frozen=True, slots=True)
class Pause(Command):
    """Stops the clock and hides the question."""


@dataclass(frozen=True, slots=True)
class Resume(Command):
    """Shows the question again and lets the clock run on."""


@dataclass(frozen=True, slots=True)
class Star(Command):
    """Stars this take's point for memory, or takes the star back."""


@dataclass(frozen=True, slots=True)
class Flag(Command):
    """Flags this take's question as wrong or unclear, or takes the flag back."""


@dataclass(frozen=True, slots=True)
class Rate(Command):
    """Gives the answer just judged another rating.

    Attributes:
        rating: 1 to 4: again, hard, good, easy.
    """

    rating: int = 0


@dataclass(frozen=True, slots=True)
class Suspend(Command):
    """Sets this take's point aside until it is woken, or takes that back."""


@dataclass(frozen=True, slots=True)
class Bury(Command):
    """Puts this take's point off to the next day."""


@dataclass(frozen=True, slots=True)
class Abandon(Command):
    """Ends the match where it is, for good."""


COMMANDS = (
    Next, Pick, Undo, Lock, Say, ShowOptions, Use, Bid, Award, Lift, Buzz, Appeal, Agree, Walk, Pass, TimeUp,
    Pause, Resume, Star, Flag, Rate, Suspend, Bury, Abandon,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one take for one seat.

    Attributes:
        take: The index of the take in the deal.
        seat: Who answered.
        verdict: Right, wrong, or why there was no answer.
        response: What was answered.
        score: What it earned.
        elapsed_ms: Time from the question's appearance to the answer, pauses left out.
        retake: Whether the take was a second try, as practice.
        options_shown: Whether the player had asked for options to pick from.
        powers: The powers that were used on it.
        appealed: Whether the others let it count as right.
        rating: The rating its player gave it by hand, 1 to 4; 0 where it follows from the answer.
    """

    take: int
    seat: int
    verdict: Verdict
    response: Response
    score: Score
    elapsed_ms: int
    retake: bool = False
    options_shown: bool = False
    powers: tuple[str, ...] = ()
    appealed: bool = False
    rating: int = 0

    @property
    def right(self) -> bool:
        """Whether the answer was right."""
        return self.verdict is Verdict.RIGHT

    @property
    def missed(self) -> bool:
        """Whether it was neither right nor skipped."""
        return self.verdict not in {Verdict.RIGHT, Verdict.SKIPPED}


@dataclass(frozen=True, slots=True)
class Judged:
    """A take was judged."""

    result: Result


@dataclass(frozen=True, slots=True)
class Starred:
    """A take's point was starred, or its star taken back."""

    take: int
    on: bool


@dataclass(frozen=True, slots=True)
class Flagged:
    """A take's question was flagged, or its flag taken back."""

    take: int
    on: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer was given another rating."""

    result: Result


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An answer was taken back."""

    result: Result


@dataclass(frozen=True, slots=True)
class Suspended:
    """A take's point was set aside, or that was taken back."""

    take: int
    on: bool


@dataclass(frozen=True, slots=True)
class Buried:
    """A take's point was put off to the next day."""

    take: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The match is over: played to its end, or abandoned."""

    played: bool


Event = Judged | Starred | Flagged | Rated | TakenBack | Suspended | Buried | Ended
