"""Fairness of duels: simulated players meet by the real rules, many times.

    .venv/bin/python benchmarks/fairness.py [--matches N] [--seed N] [--json]

A player of strength s knows an easy answer with s + 0.15, a medium one with s, a hard one with s − 0.15, but
never with less than 0.02 or more than 0.98; who does not know guesses among four. With buzzers a player
presses, sooner or later while the stem appears, what they know, and one time in ten what they do not.
Each evening of equal players is played once from every seat with the same luck, so that a seat's share is
told apart from chance. Figures are shares; `within` says what they are held to.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from btsquiz.game.chance import draw
from btsquiz.game.commands import Buzz, Command, Lift, Next, Pass, Pick
from btsquiz.game.deal import Deal, deal
from btsquiz.game.formats import DUELS, Duel
from btsquiz.game.handicap import asked_of_all, earned_by, head_starts, possible, rating
from btsquiz.game.match import step
from btsquiz.game.state import Phase, State, begin
from btsquiz.game.timing import stem_ms
from btsquiz.question import Choice, Point, Question, QuestionId

EQUAL = 0.65
WEAK, STRONG = 0.45, 0.85
RATED_DUELS = 10
OPTIONS = 4
_ROUNDS = 5
"""Duels with a head start for each between equal players: they are the noisier."""


def dealt(mode: str, seats: int) -> Deal:
    """Deals a duel from a shelf that has enough of everything."""
    pool = [
        Question(
            id=QuestionId(f"q{number}"), pack="p", ask=f"One two three four five six seven eight {number}",
            answer=Choice(f"right {number}", tuple(f"wrong {number} {one}" for one in range(OPTIONS - 1))),
            point=Point(f"p/q{number}"), difficulty=1 + number % 3,
        )
        for number in range(240)
    ]  # fmt: skip
    return deal(DUELS[mode], pool, "fair", seats=tuple("ABCD"[:seats]))


class Table:
    """Players round one keyboard.

    Args:
        strengths: How much the player in each seat knows, 0 to 1.
        luck: What decides all that chance decides.
        moved: By how many seats all have moved on: luck goes with the player, not with the seat.
    """

    def __init__(self, strengths: tuple[float, ...], luck: str, moved: int = 0) -> None:
        self._strengths = strengths
        self._luck = luck
        self._moved = moved
        self._now_ms = 0

    def _chance(self, what: str, state: State, seat: int) -> float:
        """Gives a number from 0 to 1: the same for a player at a take, or at their own in its place."""
        seats, index = len(self._strengths), state.index
        is_own = state.deal.format.duel == Duel.TURNS and not state.is_sudden
        return (
            draw(self._luck, what, index // seats if is_own else index, (seat + self._moved) % seats) / 2**64
        )

    def knows(self, state: State, seat: int) -> bool:
        """Tells whether a seat knows the take that is on; asked again, it still does or does not."""
        likely = self._strengths[seat] + 0.15 * (2 - state.take.question.difficulty)
        return self._chance("knows", state, seat) < min(max(likely, 0.02), 0.98)

    def play(self, dealt: Deal) -> tuple[State, int, bool]:
        """Plays a duel to its end; gives it, who led at half-time (-1: nobody), and whether it was tied."""
        state, leader, tied = begin(dealt), -1, False
        half = len(dealt.takes) / 2
        while state.phase is not Phase.OVER:
            if half and len({one.take for one in state.results}) >= half:
                half, leader = 0, leading(state)
            tied = tied or (state.phase is Phase.SLATE and state.is_sudden)
            state, _ = step(state, self._does(state), self._now_ms)
        return state, leader, tied

    def _does(self, state: State) -> Command:
        self._now_ms += 1_000
        match state.phase:
            case Phase.CURTAIN:
                return Lift(seat=state.seat)
            case Phase.BUZZ:
                return self._press(state)
            case Phase.ASKING:
                guess = self._chance("guess", state, state.seat)
                knows = self.knows(state, state.seat) or guess < 1 / OPTIONS
                options = state.options()
                fits = (place for place, one in enumerate(options) if one.startswith("right") is knows)
                return Pick(seat=state.seat, option=next(fits))
            case _:
                return Next()

    def _press(self, state: State) -> Command:
        """Lets whoever is soonest press; nobody where none would."""
        presses = []
        for seat in range(len(self._strengths)):
            wants = self.knows(state, seat) or self._chance("presses", state, seat) < 0.1
            if seat not in state.buttons.tried and wants:
                share = 0.3 + 0.9 * self._chance("when", state, seat)
                presses.append((share, self._chance("tie", state, seat), seat))
        if not presses:
            return Pass()
        share, _, seat = min(presses)
        self._now_ms = max(self._now_ms, state.opened_ms + int(share * stem_ms(state)))
        return Buzz(seat=seat)


def leading(state: State) -> int:
    """Gives the seat that leads; -1 where two do."""
    had = [state.standing(seat) for seat in range(len(state.deal.seats))]
    best = max(had)
    return had.index(best) if had.count(best) == 1 else -1


def equal_players(mode: str, seats: int, matches: int, seed: str) -> dict[str, float]:
    """Lets equal players meet; gives each seat's wins, ties, and how often who was behind won.

    Each evening is played once from every seat with the same luck, so that what is left is the seat's own.
    """
    drawn = dealt(mode, seats)
    wins: Counter[int] = Counter()
    ties = behind = led = 0
    for match in range(matches):
        evening, moved = divmod(match, seats)
        table = Table((EQUAL,) * seats, f"{seed} {mode} {evening}", moved)
        state, leader, tied = table.play(drawn)
        won = leading(state)
        wins[won] += 1
        ties += tied
        if leader >= 0 and won >= 0 and seats == 2:
            led += 1
            behind += won != leader
    shared = wins[-1] / seats
    shares = {f"seat {seat + 1}": (wins[seat] + shared) / matches for seat in range(seats)}
    return {**shares, "ties": ties / matches, **({"behind wins": behind / led} if led else {})}


def unequal_players(mode: str, matches: int, seed: str) -> dict[str, float]:
    """Lets a weak and a strong player meet eleven times; gives how often the weak one wins the eleventh."""
    plain = dealt(mode, 2)
    could = [possible(plain, seat) for seat in range(2)]
    asked = asked_of_all(plain)
    won = first = lead = 0
    for match in range(matches):
        past: list[list[tuple[int, int]]] = [[], []]
        for duel in range(RATED_DUELS + 1):
            starts = head_starts([rating(one) for one in past], could, asked) if all(past) else ()
            state, _, _ = Table((WEAK, STRONG), f"{seed} {mode} {match} {duel}").play(
                replace(plain, head_starts=starts)
            )
            for seat in range(2):
                past[seat].append((earned_by(state, seat), could[seat]))
            first += duel == 0 and leading(state) == 0
        won += leading(state) == 0
        lead += starts[0]
    return {
        "weak wins the first": first / matches,
        "weak wins the eleventh": won / matches,
        "head start": lead / matches,
    }


WITHIN = {"ties": (0.0, 0.12), "behind wins": (0.20, 0.35), "weak wins the eleventh": (0.42, 0.58)}
SEAT_TOLERANCE = 0.01


def held_to(name: str, seats: int) -> tuple[float, float] | None:
    """Gives what a figure is held to, if anything."""
    if name.startswith("seat"):
        return 1 / seats - SEAT_TOLERANCE, 1 / seats + SEAT_TOLERANCE
    return WITHIN.get(name)


def main() -> int:
    """Runs all, prints each figure with what it is held to, and fails where one is outside."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--matches", type=int, default=200_000, help="duels in all")
    parser.add_argument("--seed", default="fair")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    each = options.matches // 24
    jobs = {}
    with ProcessPoolExecutor() as pool:
        for mode in DUELS:
            for seats in (2, 3, 4):
                jobs[mode, seats, "equal"] = pool.submit(equal_players, mode, seats, each, options.seed)
            rounds = max(_ROUNDS * each // (RATED_DUELS + 1), 1)
            jobs[mode, 2, "handicap"] = pool.submit(unequal_players, mode, rounds, options.seed)
        found = [(*key, job.result()) for key, job in jobs.items()]
    failed = 0
    rows = []
    for mode, seats, kind, figures in found:
        for name, value in figures.items():
            wanted = held_to(name, seats)
            fine = wanted is None or wanted[0] <= value <= wanted[1]
            failed += not fine
            rows.append(
                {
                    "mode": mode,
                    "seats": seats,
                    "kind": kind,
                    "name": name,
                    "value": value,
                    "within": wanted,
                    "fine": fine,
                }
            )
    if options.json:
        print(json.dumps(rows))
    else:
        for row in rows:
            low_high = f"{row['within'][0]:.3f}–{row['within'][1]:.3f}" if row["within"] else ""
            mark = "" if row["fine"] else "  OUTSIDE"
            place = f"{row['mode']:7} {row['seats']} seats  {row['name']:24}"
            print(f"{place} {row['value']:9.3f}  {low_high}{mark}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
