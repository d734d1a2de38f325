"""What a review lets a player do besides answering: rate, take back, set aside and put off."""

from __future__ import annotations

from dataclasses import replace

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import (
    Bury,
    Command,
    Event,
    Rate,
    Rated,
    Suspend,
    Suspended,
    TakenBack,
    Undo,
)
from btsquiz.game.state import Phase, State

RATINGS = range(1, 5)
"""Again, hard, good and easy."""


def reviewing(state: State) -> set[type[Command]]:
    """Gives the commands a player may give in a review besides those of any match."""
    if not state.deal.format.rated:
        return set()
    also: set[type[Command]] = {Undo} if state.results and not state.draft else set()
    if state.phase is Phase.ASKING and not state.is_retake:
        also.add(Bury)
    if state.phase is Phase.REVEALED:
        also.add(Suspend)
        if not state.result.retake:
            also.add(Rate)
    return also


def takes_back(state: State, command: Command) -> bool:
    """Tells whether a command takes back an answer that was judged, and not a pick."""
    return isinstance(command, Undo) and not state.draft and state.deal.format.rated


def take_back(state: State, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Takes the latest answer back, as though it had never been given, and asks again."""
    result = state.result
    position = len(state.results) - 1
    retaken = result.missed and not result.retake
    return replace(
        state,
        phase=Phase.ASKING,
        results=state.results[:-1],
        position=position,
        running=state.running[:-1] if retaken else state.running,
        opened_ms=now_ms,
        options_shown=False,
        nudged=False,
        played=False,
    ), (TakenBack(result),)


def review(state: State, command: Command) -> tuple[State, tuple[Event, ...]]:
    """Rates the latest answer, or sets its point aside.

    Raises:
        IllegalCommand: There is no such rating.
    """
    if isinstance(command, Rate):
        if command.rating not in RATINGS:
            raise IllegalCommand("A rating is 1, 2, 3 or 4: again, hard, good or easy.")
        result = replace(state.result, rating=command.rating)
        return replace(state, results=(*state.results[:-1], result)), (Rated(result),)
    suspended = state.suspended ^ {state.index}
    return replace(state, suspended=suspended), (Suspended(state.index, state.index in suspended),)
