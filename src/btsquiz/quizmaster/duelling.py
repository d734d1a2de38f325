"""What there is to say about a duel, in words, for any front end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from btsquiz.game.commands import Result
from btsquiz.game.formats import Duel
from btsquiz.game.judging import Verdict, read_number
from btsquiz.game.order import ANYBODY
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import words_shown
from btsquiz.question import Number, number_text
from btsquiz.quizmaster.telling import count, standing
from btsquiz.text import fold

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
        was_given: Whether there was an answer that can be appealed for.
        why: What a wrong answer is true of.
    """

    seat: int
    name: str
    right: bool
    said: str
    earned: str
    was_given: bool
    why: str


def rulings(state: State) -> list[Ruling]:
    """Gives what became of the take on show, a line for each seat that was asked, in their order."""
    shown = sorted((one for one in state.results if one.take == state.shown), key=lambda one: one.seat)
    return [_ruling(state, one) for one in shown]


def _ruling(state: State, one: Result) -> Ruling:
    notes = state.deal.take(one.take).question.why
    why = "" if one.right else " ".join(notes[option] for option in one.response if option in notes)
    name = state.deal.seats[one.seat]
    return Ruling(one.seat, name, one.right, _said(one), _earned(one), bool(one.response), why)


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
        alone = f"{told[0].name} {'was wrong' if told[0].was_given else 'gave no answer'}"
        return "Nobody was right" if len(told) > 1 else alone
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
        lines.append(f"First {', then '.join(names[seat] for seat in order)}.")
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
        dead = (
            "has tried"
            if seat in state.buttons.tried
            else "too soon"
            if now_ms < state.buttons.locked_ms[seat]
            else ""
        )
        rows.append((name, state.deal.keys[seat].upper(), dead))
    return rows


def winners(state: State) -> list[str]:
    """Gives who has most; more than one where a tie could not be broken."""
    best = max(map(state.standing, range(len(state.deal.seats))))
    return [name for seat, name in enumerate(state.deal.seats) if state.standing(seat) == best]


def outcome(state: State) -> str:
    """Says who won."""
    won = winners(state)
    if len(won) == 1:
        points = [state.points(seat) for seat in range(len(state.deal.seats))]
        is_close = points.count(max(points)) > 1
        return f"{won[0]} wins" + (", with as many points but more right answers." if is_close else ".")
    return f"{_listed(won)} share it: no take was left to break the tie."


def awards(state: State) -> list[str]:
    """Gives what deserves a word: who was alone in the right most, guessed closest, came from behind."""
    names = state.deal.seats
    said = []
    alone = Counter(one.seat for one in state.results if one.score.alone)
    best = alone.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        said.append(f"Alone in the right: {names[best[0][0]]}, {count(best[0][1], 'time')}.")
    guesses = sorted(_guesses(state))
    if guesses and (len(guesses) == 1 or guesses[0][0] < guesses[1][0]):
        off, seat, ask = guesses[0]
        near = "to the point" if not off else f"{number_text(off)} off"
        said.append(f"Closest guess: {names[seat]}, {near} ({ask})")
    won = winners(state)
    if len(won) == 1 and state.played:
        behind = _most_behind(state, names.index(won[0]))
        if behind > 0:
            said.append(f"Comeback: {won[0]} was {behind:,} behind.")
    return said


def _guesses(state: State) -> Iterator[tuple[Decimal, int, str]]:
    """Yields each guess at a number: how far off, whose, and at what."""
    for one in state.results:
        question = state.deal.take(one.take).question
        said = read_number(one.response[0]) if one.response else None
        if isinstance(question.answer, Number) and said is not None:
            yield abs(said - question.answer.right), one.seat, question.ask


def _most_behind(state: State, seat: int) -> int:
    """Gives the most that a seat was behind after any take."""
    return max((max(row) - row[seat] for row in course(state)), default=0)


def course(state: State) -> list[list[int]]:
    """Gives what each seat had after each take shown, in order."""
    had = list(state.deal.head_starts or (0 for _ in state.deal.seats))
    rows = []
    for _, group in groupby(state.results, key=lambda one: one.take):
        for one in group:
            had[one.seat] += one.score.points
        rows.append(list(had))
    return rows


def between(duels: Sequence[Mapping[str, Any]], names: Sequence[str]) -> str:
    """Says who of these players leads over all their duels; nothing where they have played none."""
    wins: Counter[str] = Counter()
    met = 0
    folded = {fold(name): name for name in names}
    for duel in duels:
        if duel["played"] and {fold(name) for name in duel["seats"]} == folded.keys():
            met += 1
            most = max(duel["points"])
            won = [who for who, points in zip(duel["seats"], duel["points"], strict=True) if points == most]
            if len(won) == 1:
                wins[folded[fold(won[0])]] += 1
    if not met:
        return ""
    order = sorted(names, key=lambda name: -wins[name])
    tally = "–".join(str(wins[name]) for name in order)
    leads = wins[order[0]] > wins[order[1]]
    return f"{order[0]} leads {tally}." if leads else f"All square, {tally}."


def ending(state: State) -> list[str]:
    """Says how a duel ended."""
    if not state.played:
        return [f"The duel was ended. {standing(state)}."]
    seats = range(len(state.deal.seats))
    rights = ", ".join(f"{state.deal.seats[seat]} {state.right(seat)}" for seat in seats)
    return [
        outcome(state),
        f"Final score: {standing(state)}.",
        f"Right answers: {rights}.",
        *awards(state),
    ]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
