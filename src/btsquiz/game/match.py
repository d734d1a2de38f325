"""The match: one state, one command, the next state. The whole of the rules' flow is here."""

from __future__ import annotations

from dataclasses import replace

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import (
    Abandon,
    Command,
    Ended,
    Event,
    Flag,
    Flagged,
    Judged,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Result,
    Resume,
    Say,
    ShowOptions,
    Star,
    Starred,
    TimeUp,
    Undo,
)
from btsquiz.game.judging import Response, Verdict, is_near, is_right, unreadable
from btsquiz.game.scoring import LIMIT_MS, NOTHING, OPTIONS_SHARE, score, speed_share
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import limit_ms, reading_time_ms, time_left_ms
from btsquiz.question import Kind, Match, Order


def legal(state: State, seat: int = 0) -> frozenset[type[Command]]:
    """Gives the commands a seat may give now; what fronts show, what keys do and what tests ask."""
    if state.phase is Phase.OVER or not 0 <= seat < len(state.deal.seats):
        return frozenset()
    if state.paused_ms is not None:
        return frozenset({Resume, Abandon})
    if state.phase is Phase.SLATE:
        return frozenset({Next, Abandon})
    if state.phase is Phase.REVEALED:
        return frozenset({Next, Star, Flag, Abandon})
    always: set[type[Command]] = {Pass, Pause, Star, Flag, Abandon}
    if state.deal.format.timed:
        always.add(TimeUp)
    return frozenset(always | _answering(state, seat))


def _answering(state: State, seat: int) -> set[type[Command]]:
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


def step(state: State, command: Command, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Carries out one command.

    Args:
        state: The match before it.
        command: What a seat asks.
        now_ms: Match time: milliseconds since the match began, pauses and closed hours left out.

    Returns:
        The match after it, and what happened.

    Raises:
        IllegalCommand: The rules do not allow it now; the state given still stands.
    """
    if type(command) not in legal(state, command.seat):
        name = type(command).__name__
        raise IllegalCommand(f"{name} is not allowed now ({state.phase.value}).")
    match command:
        case Next():
            return _next(state, now_ms)
        case Pick(seat, option):
            return _pick(state, seat, option, now_ms)
        case Undo():
            return replace(state, draft=state.draft[:-1]), ()
        case Lock(seat):
            return _judge(state, seat, _picked(state, seat), now_ms)
        case Say(seat, text):
            reason = unreadable(state.take.question.answer, text)
            if reason is not None:
                raise IllegalCommand(reason)
            if (
                is_near(state.take.question, text)
                and not state.nudged
                and time_left_ms(state, now_ms, seat) != 0
            ):
                return replace(state, nudged=True), ()
            return _judge(state, seat, (text,), now_ms)
        case ShowOptions():
            return replace(state, options_shown=True), ()
        case Pass(seat):
            return _settle(state, seat, Verdict.PASSED, (), now_ms)
        case TimeUp(seat):
            if time_left_ms(state, now_ms, seat) != 0:
                raise IllegalCommand("There is still time.")
            return _settle(state, seat, Verdict.TIMED_OUT, (), now_ms)
        case Pause():
            return replace(state, paused_ms=now_ms), ()
        case Resume():
            paused = now_ms - (state.paused_ms or 0)
            return replace(state, paused_ms=None, opened_ms=state.opened_ms + max(paused, 0)), ()
        case Star():
            starred = state.starred ^ {state.index}
            return replace(state, starred=starred), (Starred(state.index, state.index in starred),)
        case Flag():
            flagged = state.flagged ^ {state.index}
            return replace(state, flagged=flagged), (Flagged(state.index, state.index in flagged),)
        case Abandon():
            return replace(state, phase=Phase.OVER, paused_ms=None, draft=()), (Ended(played=False),)
        case _:
            raise IllegalCommand(f"{command!r} is no command.")


def _next(state: State, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    if state.phase is Phase.SLATE:
        return replace(state, phase=Phase.ASKING, opened_ms=now_ms), ()
    position = state.position + 1
    if position == len(state.running):
        return replace(state, phase=Phase.OVER, played=True), (Ended(played=True),)
    following = replace(state, position=position)
    first_retake = position == len(state.deal.takes)
    new_scene = following.take.scene != state.take.scene and not following.is_retake
    if first_retake or new_scene:
        return replace(following, phase=Phase.SLATE), ()
    return replace(following, phase=Phase.ASKING, opened_ms=now_ms), ()


def _pick(state: State, seat: int, option: int, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    question, offered = state.take.question, state.options(seat)
    if not 0 <= option < len(offered):
        raise IllegalCommand(f"There are {len(offered)} options; {option + 1} is none of them.")
    if question.kind in {Kind.CHOICE, Kind.TRUE_FALSE, Kind.TYPED}:
        return _judge(state, seat, (offered[option],), now_ms)
    if option not in state.draft:
        return replace(state, draft=(*state.draft, option)), ()
    if isinstance(question.answer, Order | Match):
        raise IllegalCommand("That one is already placed; undo it to move it.")
    return replace(state, draft=tuple(picked for picked in state.draft if picked != option)), ()


def _picked(state: State, seat: int) -> Response:
    return tuple(state.options(seat)[option] for option in state.draft)


def _judge(state: State, seat: int, response: Response, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Judges an answer; one that came after the bell is a time-out, whoever rang it."""
    if time_left_ms(state, now_ms, seat) == 0:
        return _settle(state, seat, Verdict.TIMED_OUT, (), now_ms)
    right = is_right(state.take.question, response)
    return _settle(state, seat, Verdict.RIGHT if right else Verdict.WRONG, response, now_ms)


def _settle(
    state: State, seat: int, verdict: Verdict, response: Response, now_ms: int
) -> tuple[State, tuple[Event, ...]]:
    elapsed_ms = max(now_ms - state.opened_ms, 0)
    earned = NOTHING
    if verdict is Verdict.RIGHT and not state.is_retake:
        limit = limit_ms(state)
        share = speed_share(elapsed_ms - reading_time_ms(state, seat) if limit else 0, limit or LIMIT_MS)
        run = state.run(seat) if state.deal.format.runs else 0
        share *= OPTIONS_SHARE if state.options_shown else 1
        earned = score(state.take.question.difficulty, share, run)
    tried = {"retake": state.is_retake, "options_shown": state.options_shown}
    result = Result(state.index, seat, verdict, response, earned, elapsed_ms, **tried)
    again = state.deal.format.retakes and verdict is not Verdict.RIGHT and not state.is_retake
    revealed = replace(
        state,
        phase=Phase.REVEALED,
        draft=(),
        options_shown=False,
        nudged=False,
        results=(*state.results, result),
        running=(*state.running, state.index) if again else state.running,
    )
    return revealed, (Judged(result),)
