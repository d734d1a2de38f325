"""What there is to say about a match, in words, for any front end."""

from __future__ import annotations

from typing import Final

from btsquiz.game.formats import REMATCH, REVIEW, TODAY
from btsquiz.game.powers import Power
from btsquiz.game.share_code import decode, with_result
from btsquiz.game.state import State
from btsquiz.question import Question, answer_text

MORE_PRECISE: Final = "Nearly. Be more precise: you have one more try."
"""What is said to a typed answer that comes near."""

MARKS: Final = ("●", "◆", "▲", "■")
"""Each seat's own mark in a duel, so that no player is known by a colour alone."""
_COUNTED: Final = frozenset({REVIEW.name, REMATCH.name, TODAY.name})
"""Formats in which only how many were right counts."""


def place_of(state: State) -> str:
    """Says where a match is: `classic, scene 2, take 4 of 5`."""
    style = state.deal.format
    if state.is_retake:
        return f"{style.title}, retake {state.position - len(state.deal.takes) + 1}"
    if style.duel and (state.is_sudden or state.is_wagered):
        return f"{style.title}, {'a take to break the tie' if state.is_sudden else 'one last take'}"
    if style.rungs:
        return f"{style.title}, rung {state.position + 1} of {len(state.deal.takes)}"
    if len(style.scenes) == 1:
        return f"{style.title}, take {state.position + 1} of {len(state.deal.takes)}"
    take = state.take
    takes = sum(other.scene == take.scene for other in state.deal.takes)
    return f"{style.title}, scene {take.scene + 1}, take {take.number + 1} of {takes}"


def standing(state: State) -> str:
    """Says the score: points, lives, and how many were right; of a match of several, who has what."""
    if state.deal.format.hosted:
        return " · ".join(f"{name} {points}" for name, points in ranking(state))
    if state.deal.format.duel:
        return " · ".join(
            f"{MARKS[seat]} {name} {state.points(seat):,}" for seat, name in enumerate(state.deal.seats)
        )
    style = state.deal.format
    asked_so_far = sum(not result.retake for result in state.results)
    parts = [f"{state.right()} of {asked_so_far} right"]
    if style.name not in _COUNTED:
        parts.insert(0, f"{state.points():,} points")
    if style.lives:
        parts.append(f"{count(max(style.lives - state.missed(), 0), 'life', 'lives')} left")
    return ", ".join(parts)


def power_lines(state: State) -> list[str]:
    """Says what the powers used on the take that is on show: the hint, and how the audience was asked."""
    lines = [f"Hint: {state.take.question.hint}"] if Power.HINT in state.on else []
    if Power.AUDIENCE in state.on:
        polled = state.take.polled
        asked = f"{count(polled, 'answer')} given here before" if polled else "a guess, by how hard it is"
        lines.append(f"The audience: {asked}.")
    if Power.DOUBLE in state.on:
        lines.append("This one counts double.")
    return lines


def share_of(state: State, option: str) -> int | None:
    """Gives how many in a hundred of the audience pick an option; None where it was not asked."""
    if Power.AUDIENCE not in state.on:
        return None
    return dict(zip(state.take.options[0], state.take.audience, strict=True)).get(option)


def ranking(state: State) -> list[tuple[str, int]]:
    """Gives a hosted match's players with their points, the best first."""
    players = [(name, state.points(seat)) for seat, name in enumerate(state.deal.seats) if seat]
    return sorted(players, key=lambda player: -player[1])


def share_line(state: State) -> str:
    """Gives what can be shown around of a match that others can have the same; nothing of any other."""
    if state.deal.code and state.played:
        code = with_result(state.deal.code, state.points(), state.right())
        return f"btsquiz play --code {code}"
    if state.deal.format.name != TODAY.name or not state.results:
        return ""
    marks = "".join("✔" if result.right else "✘" for result in state.results)
    day, _, version = state.deal.seed.partition(" ")
    return f"btsquiz {version}, {TODAY.title} of {day}: {marks} {state.right()}/{len(state.deal.takes)}"


def compared(state: State) -> str:
    """Says how whoever sent the match did, beside how it went here; nothing where nobody did."""
    sent = decode(state.deal.code) if state.deal.code else None
    if sent is None or sent.right < 0 or not state.played:
        return ""
    theirs = f"They had {sent.points:,} points, {sent.right} right"
    ahead = state.points() - sent.points
    if not ahead:
        return f"{theirs}: just as many as you."
    return f"{theirs}: you are {abs(ahead):,} {'ahead' if ahead > 0 else 'behind'}."


def ending(state: State) -> list[str]:
    """Says how a match ended and what of it will come back."""
    lines = [f"Final score: {standing(state)}."]
    against = compared(state)
    if against:
        lines.append(against)
    shared = share_line(state)
    if shared:
        lines.append(f"To share: {shared}")
    again = coming_back(state)
    if again:
        lines.append("You will see again, from tomorrow, with: btsquiz review")
        lines += [f"  {question.ask} — {answer_text(question.answer)}" for question in again]
    return lines


def coming_back(state: State) -> list[Question]:
    """Gives the questions memory will bring back: what was missed, then what was starred."""
    missed = [result.take for result in state.results if result.missed and not result.retake]
    starred = sorted(state.starred - set(missed))
    return [state.deal.takes[take].question for take in (*missed, *starred)]


def nothing_due(next_in_days: int | None) -> str:
    """Says that nothing is due, and when something will be."""
    if next_in_days is None:
        return "Nothing to review yet: what you miss or star in a match comes back here."
    when = "tomorrow" if next_in_days == 1 else f"in {next_in_days} days"
    return f"Nothing is due today. Something will be {when}."


def count(number: int, noun: str, plural: str = "") -> str:
    """Writes a number of things: `1 question`, `3 questions`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
