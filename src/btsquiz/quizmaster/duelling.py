"""What there is to say about a duel, in words, for any front end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from btsquiz.game.commands import Result
from btsquiz.game.formats import Duel
from btsquiz.game.judging import Verdict
from btsquiz.game.order import ANYBODY
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import words_shown
from btsquiz.quizmaster.telling import count, standing

_SAID: Final = {Verdict.PASSED: "no answer", Verdict.TIMED_OUT: "time was up"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of the take on show for one seat.

    Attributes:
        seat: Whose.
        name: Their name.
        right: Whether they were right.
        said: What they answered, or why nothing.
        earned: What it earned, in words; nothing where it earned nothing.
    """

    seat: int
    name: str
    right: bool
    said: str
    earned: str


def rulings(state: State) -> list[Ruling]:
    """Gives what became of the take on show, a line for each seat that was asked, in their order."""
    shown = sorted((one for one in state.results if one.take == state.shown), key=lambda one: one.seat)
    return [
        Ruling(one.seat, state.deal.seats[one.seat], one.right, _said(one), _earned(one)) for one in shown
    ]


def _said(result: Result) -> str:
    said = " · ".join(result.response) or _SAID.get(result.verdict, "")
    return f"{said}, on appeal" if result.appealed else said


def _earned(result: Result) -> str:
    score = result.score
    if score.staked:
        return f"{score.points:+,} staked" if score.points else ""
    more = f", {score.alone} of it for being alone" if score.alone else ""
    return f"{score.points:,}{more}" if score.points else ""


def headline(state: State) -> str:
    """Says in a few words who was right."""
    told = rulings(state)
    right = [one.name for one in told if one.right]
    if not told:
        return "Nobody pressed"
    if not right:
        return "Nobody was right" if len(told) > 1 else f"{told[0].name} was wrong"
    if len(right) == len(state.deal.seats):
        return "Both were right" if len(right) == 2 else "All were right"
    return f"{_listed(right)} {'was' if len(right) == 1 else 'were'} right"


def curtain(state: State) -> str:
    """Says whom the curtain waits for."""
    key, name = state.deal.keys[state.turn].upper(), state.deal.seats[state.turn]
    if state.deal.format.duel == Duel.TURNS and not state.is_sudden:
        return f"{name}, it is your take. Press {key} when you are ready."
    before = state.sealed[-1].seat if state.sealed else None
    away = f"{state.deal.seats[before]}, look away. " if before not in {None, state.seat} else ""
    return f"{away}{name.upper()}, press {key} when only you can see."


def before_scene(state: State) -> list[str]:
    """Says what begins, in what order, and with what head start."""
    names = state.deal.seats
    if state.is_wagered:
        return _before_stake(state)
    if state.is_sudden:
        tied = [names[seat] for seat in sorted(set(state.turns[state.position :]) - {ANYBODY})]
        who = _listed(tied) if tied else "The first"
        return [f"A tie. {who} {'play' if len(tied) != 1 else 'plays'} one more take to break it."]
    lines = [f"So far: {standing(state)}."] if state.results else _at_first(state)
    if state.deal.format.duel == Duel.SEALED:
        takes = sum(one.scene == state.take.scene for one in state.deal.takes)
        order = list(dict.fromkeys(state.turns[state.position : state.position + takes * len(names)]))
        lines.append(f"{count(takes, 'take')} each. First {', then '.join(names[seat] for seat in order)}.")
    if state.deal.format.duel == Duel.BUZZER:
        pressed = ", ".join(f"{name} {key.upper()}" for name, key in zip(names, state.deal.keys, strict=True))
        lines.append(f"Your keys: {pressed}. Too soon, and it is dead for three seconds.")
    return lines


def _at_first(state: State) -> list[str]:
    starts = [
        f"{name} starts on {points:,}."
        for name, points in zip(state.deal.seats, state.deal.head_starts, strict=False)
        if points
    ]
    about = state.deal.format.about
    return [f"{about[0].upper()}{about[1:]}.", *starts]


def _before_stake(state: State) -> list[str]:
    if len(state.bids) < len(state.deal.seats):
        return [
            f"One last take. So far: {standing(state)}.",
            "Each stakes in secret. The highest share plays for it; of equal ones, who has less.",
        ]
    made = ", ".join(f"{state.deal.seats[seat]} {percent} %" for seat, percent in sorted(state.bids))
    winner = state.turns[state.position]
    if winner == ANYBODY:
        return [f"Stakes: {made}.", "Nobody staked a point, so the last take is nobody’s."]
    return [f"Stakes: {made}.", f"{state.deal.seats[winner]} plays for it, and everybody may watch."]


def stem_shown(state: State, now_ms: int) -> str:
    """Gives the stem as far as it stands there: with buzzers it appears word by word."""
    words = state.take.question.ask.split()
    if state.deal.format.duel != Duel.BUZZER or state.is_wagered or state.phase is Phase.REVEALED:
        return state.take.question.ask
    return " ".join(words[: words_shown(state, now_ms)])


def pressing(state: State, now_ms: int) -> list[tuple[str, str, str]]:
    """Gives each seat's name, key, and whether it is out, or dead for a moment."""
    rows = []
    for seat, name in enumerate(state.deal.seats):
        dead = "has tried" if seat in state.tried else "too soon" if now_ms < state.locked_ms[seat] else ""
        rows.append((name, state.deal.keys[seat].upper(), dead))
    return rows


def winners(state: State) -> list[str]:
    """Gives who has most; more than one where a tie could not be broken."""
    best = max(map(state.points, range(len(state.deal.seats))))
    return [name for seat, name in enumerate(state.deal.seats) if state.points(seat) == best]


def outcome(state: State) -> str:
    """Says who won."""
    won = winners(state)
    if len(won) == 1:
        return f"{won[0]} wins."
    return f"{_listed(won)} share it: no take was left to break the tie."


def ending(state: State) -> list[str]:
    """Says how a duel ended."""
    if not state.played:
        return [f"The duel was ended. {standing(state)}."]
    seats = range(len(state.deal.seats))
    rights = ", ".join(f"{state.deal.seats[seat]} {state.right(seat)}" for seat in seats)
    return [outcome(state), f"Final score: {standing(state)}.", f"Right answers: {rights}."]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
