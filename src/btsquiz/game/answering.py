"""Answering: how picks and words become the answer of the seat whose turn it is."""

from __future__ import annotations

from dataclasses import replace

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import Command, Lock, Pick, Say, ShowOptions, Undo
from btsquiz.game.judging import Response, is_near, unreadable
from btsquiz.game.state import State
from btsquiz.question import Kind, Match, Order

ANSWERING = (Pick, Undo, Lock, Say, ShowOptions)
"""The commands that put an answer together."""


def answering(state: State, seat: int) -> set[type[Command]]:
    """Gives the commands by which a seat may go on with its answer."""
    picked, offered = len(state.draft), len(state.options(seat))
    undo: set[type[Command]] = {Undo} if picked else set()
    match state.take.question.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE:
            return {Pick}
        case Kind.MULTIPLE:
            return undo | {Pick} | ({Lock} if picked else set())
        case Kind.ORDER | Kind.MATCH:
            return undo | ({Pick} if picked < offered else {Lock})
        case Kind.TYPED if offered:
            return {Pick}
        case Kind.TYPED if state.take.options[seat]:
            return {Say, ShowOptions}
        case Kind.NUMBER | Kind.TYPED:
            return {Say}


def put_together(state: State, command: Command, *, in_time: bool) -> State | Response:
    """Takes a command that is part of an answer.

    Args:
        state: The match before it.
        command: One of `ANSWERING`, and legal.
        in_time: Whether the clock still runs, if there is one.

    Returns:
        The match with the answer further on, or the whole answer.

    Raises:
        IllegalCommand: It cannot be read, or picks what is not there.
    """
    match command:
        case Pick(seat, option):
            return _pick(state, seat, option)
        case Undo():
            return replace(state, draft=state.draft[:-1])
        case Lock(seat):
            return tuple(state.options(seat)[option] for option in state.draft)
        case Say(_, text):
            reason = unreadable(state.take.question.answer, text)
            if reason is not None:
                raise IllegalCommand(reason)
            if is_near(state.take.question, text) and not state.nudged and in_time:
                return replace(state, nudged=True)
            return (text,)
        case _:
            return replace(state, options_shown=True)


def _pick(state: State, seat: int, option: int) -> State | Response:
    question, offered = state.take.question, state.options(seat)
    if not 0 <= option < len(offered):
        raise IllegalCommand(f"There are {len(offered)} options; {option + 1} is none of them.")
    if question.kind in {Kind.CHOICE, Kind.TRUE_FALSE, Kind.TYPED}:
        return (offered[option],)
    if option not in state.draft:
        return replace(state, draft=(*state.draft, option))
    if isinstance(question.answer, Order | Match):
        raise IllegalCommand("That one is already placed; undo it to move it.")
    return replace(state, draft=tuple(picked for picked in state.draft if picked != option))
