"""Formats: what kind of match is played, as values."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import Final

from btsquiz.game.powers import Power
from btsquiz.game.scoring import DUEL_POINTS


class Duel(enum.StrEnum):
    """How players meet on one keyboard."""

    SEALED = "sealed"
    """Each answers a whole scene behind the curtain; then all is revealed."""
    TURNS = "turns"
    """Each has questions of their own, as hard as the others'."""
    BUZZER = "buzzer"
    """Whoever presses first answers."""


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
        about: Its rule in a sentence, for whoever chooses it.
        least: Takes it can do with where there are no more; all of them where 0.
        kinds: Only questions of these kinds are drawn; of all where empty.
        pace: How many times as long the clock of a take runs.
        whole_ms: One clock for the whole match instead of one for each take; none where 0.
        quick: Whether no reveal stands between the takes.
        flat_points: What every right answer earns, however hard or quick; as scored where 0.
        lives: Misses after which the match is over; none where 0.
        rungs: What one has after each right answer, instead of what each earned; the first miss ends it.
        safe: Rungs, from 1, that stay one's own after a miss.
        powers: Help a seat may use, each once, by the names in `powers.Power`.
        hosted: Whether somebody reads aloud and gives the points; seat 0 is theirs, the rest the players'.
        wager: Whether one more take follows, on which a share of what one has is staked.
        duel: How players meet, by its name in `Duel`; one plays alone where empty.
        speed: Whether answers earn less the later they come, where a clock runs.
        even: Whether nobody gets a head start in a duel, whoever won before.
        matched: Whether in turns each is drawn what they are as likely to know as the others theirs.
        rated: Whether it is played for memory: answers can be rated, taken back, set aside and put off.
    """

    name: str
    title: str
    scenes: tuple[str, ...]
    takes: int
    timed: bool = True
    runs: bool = True
    retakes: bool = False
    tag: str = ""
    about: str = ""
    least: int = 0
    kinds: tuple[str, ...] = ()
    pace: int = 1
    whole_ms: int = 0
    quick: bool = False
    flat_points: int = 0
    lives: int = 0
    rungs: tuple[int, ...] = ()
    safe: tuple[int, ...] = ()
    powers: tuple[str, ...] = ()
    hosted: bool = False
    wager: bool = False
    duel: str = ""
    speed: bool = True
    even: bool = False
    matched: bool = False
    rated: bool = False

    @property
    def length(self) -> int:
        """Takes in the whole match, without retakes; where each has their own, so many for each."""
        return len(self.scenes) * self.takes + self.wager

    def worth(self, difficulty: int) -> int:
        """Gives what a right answer in a duel is worth whole, by its difficulty or flat."""
        return self.flat_points or DUEL_POINTS * difficulty

    def drawn_to_match(self) -> Format:
        """Gives the same format with takes as hard for each as the others' for them, all worth the same."""
        return replace(self, matched=True, even=True, flat_points=DUEL_POINTS)

    def calm(self) -> Format:
        """Gives the same format without a clock and without runs."""
        return replace(self, timed=False, runs=False, whole_ms=0)

    def paced(self, pace: int) -> Format:
        """Gives the same format with a clock that runs so many times as long."""
        return replace(self, pace=pace, whole_ms=self.whole_ms * pace)


_HELP: Final = (Power.FIFTY.value, Power.HINT.value, Power.SKIP.value, Power.DOUBLE.value)
_RESCUE: Final = (Power.FIFTY.value, Power.AUDIENCE.value, Power.SWAP.value)

CLASSIC: Final = Format(
    "classic", "Classic", ("Call sheet", "Under cover", "Final cut"), takes=5, powers=_HELP,
    about="three scenes of five takes; it gets harder as it goes",
)  # fmt: skip
LIGHTNING: Final = Format(
    "lightning", "Lightning", ("Lightning",), takes=40, least=10, runs=False, kinds=("choice", "truefalse"),
    whole_ms=60_000, quick=True, flat_points=100,
    about="sixty seconds, a hundred points each; what you missed comes at the end",
)  # fmt: skip
SURVIVAL: Final = Format(
    "survival", "Survival", ("Survival",), takes=40, least=10, lives=3, powers=_RESCUE,
    about="three lives: the third miss is the last",
)  # fmt: skip
LADDER: Final = Format(
    "ladder", "Ladder", ("The ladder",), takes=15, timed=False, runs=False,
    rungs=(100, 200, 300, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 125_000, 250_000, 500_000,
           1_000_000),
    safe=(5, 10), powers=_RESCUE,
    about="fifteen rungs, safe at five and ten; walk away while you can",
)  # fmt: skip
TODAY: Final = Format(
    "today", "Today’s seven", ("Today’s seven",), takes=7, timed=False, runs=False,
    about="the same seven for everybody, until tomorrow",
)  # fmt: skip
FINAL_CUT: Final = Format(
    "final-cut", "Final cut", ("Call sheet", "Under cover", "Final cut"), takes=5, powers=_HELP, wager=True,
    about="classic, and a last take on which you stake what you like of it",
)  # fmt: skip
SOLO: Final = {style.name: style for style in (CLASSIC, LIGHTNING, SURVIVAL, LADDER, FINAL_CUT, TODAY)}
"""What one plays alone, by name."""

HOST: Final = Format(
    "host", "Host", ("Call sheet", "Under cover", "Final cut"), takes=5, timed=False, runs=False, hosted=True,
    about="you read aloud, your friends answer, you give the points",
)  # fmt: skip
SEALED: Final = Format(
    "sealed", "Sealed", ("Call sheet", "Under cover", "Final cut"), takes=5, runs=False, speed=False,
    duel=Duel.SEALED.value, about="five takes each behind the curtain, then all is revealed",
)  # fmt: skip
TURNS: Final = Format(
    "turns", "Turns", ("Call sheet", "Under cover", "Final cut"), takes=4, runs=False, speed=False,
    duel=Duel.TURNS.value, about="takes of your own in turn, as hard as the others’",
)  # fmt: skip
BUZZER: Final = Format(
    "buzzer", "Buzzer", ("Call sheet", "Under cover", "Final cut"), takes=5, runs=False,
    kinds=("choice", "truefalse"), duel=Duel.BUZZER.value,
    about="the first to press answers; the sooner, the more it earns",
)  # fmt: skip
DUELS: Final = {style.name: style for style in (SEALED, TURNS, BUZZER)}
"""What two to four play on one keyboard, by name."""

OPENING: Final = Format(
    "opening", "First look", ("Screen test",), takes=3, timed=False, runs=False, tag="opening"
)
REMATCH: Final = Format(
    "rematch", "Rematch", ("What you missed",), takes=15, timed=False, runs=False,
)  # fmt: skip
REVIEW: Final = Format(
    "review", "Dailies", ("Dailies",), takes=15, timed=False, runs=False, retakes=True, rated=True
)
CRAM: Final = replace(REVIEW, name="cram", title="Cram", scenes=("Cram",))
"""A review ahead of time."""  # fmt: skip
