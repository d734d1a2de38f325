"""The match: one state, one command, the next state. The whole of the rules' flow is here."""

from __future__ import annotations

from dataclasses import replace

from btsquiz.errors import IllegalCommand
from btsquiz.game import duel
from btsquiz.game.answering import ANSWERING, answering, put_together
from btsquiz.game.commands import (
    Abandon,
    Award,
    Bid,
    Buried,
    Bury,
    Command,
    Ended,
    Event,
    Flag,
    Flagged,
    Judged,
    Next,
    Pass,
    Pause,
    Rate,
    Result,
    Resume,
    Star,
    Starred,
    Suspend,
    TimeUp,
    Use,
    Walk,
)
from btsquiz.game.judging import Response, Verdict, is_right
from btsquiz.game.powers import Power, usable
from btsquiz.game.reviewing import review, reviewing, take_back, takes_back
from btsquiz.game.scoring import (
    LIMIT_MS,
    NOTHING,
    OPTIONS_SHARE,
    Score,
    doubled,
    flat,
    score,
    speed_share,
    stake,
)
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import limit_ms, reading_time_ms, resumed, time_left_ms


def legal(state: State, seat: int = 0) -> frozenset[type[Command]]:
    """Gives the commands a seat may give now; what fronts show, what keys do and what tests ask."""
    if not 0 <= seat < len(state.deal.seats):
        return frozenset()
    if state.phase is Phase.OVER:
        return frozenset(reviewing(state))
    if state.paused_ms is not None:
        return frozenset({Resume, Abandon})
    if state.deal.format.duel:
        return duel.legal(state, seat)
    if state.deal.format.hosted:
        return _hosting(state, seat)
    if state.phase is Phase.SLATE:
        return frozenset({Next, Abandon} | reviewing(state))
    if state.phase is Phase.WAGER:
        return frozenset({Bid, Abandon})
    walk: set[type[Command]] = {Walk} if _may_walk(state, seat) else set()
    if state.phase is Phase.REVEALED:
        return frozenset({Next, Star, Flag, Abandon} | walk | reviewing(state))
    always: set[type[Command]] = {Pass, Pause, Star, Flag, Abandon} | walk
    if state.deal.format.timed:
        always.add(TimeUp)
    if usable(state, seat):
        always.add(Use)
    return frozenset(always | answering(state, seat) | reviewing(state))


def _hosting(state: State, seat: int) -> frozenset[type[Command]]:
    """Gives what the host may do, and what may be done for a player's seat."""
    award: set[type[Command]] = {Award} if state.phase is Phase.REVEALED else set()
    if seat:
        return frozenset(award)
    flag: set[type[Command]] = set() if state.phase is Phase.SLATE else {Flag}
    return frozenset({Next, Abandon} | flag | award)


def _may_walk(state: State, seat: int) -> bool:
    """Tells whether a seat stands on a rung with another one above it."""
    return bool(state.deal.format.rungs) and state.points(seat) > 0 and not _is_decided(state)


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
    if state.deal.format.duel:
        return duel.step(state, command, now_ms)
    if takes_back(state, command):
        return take_back(state, now_ms)
    if isinstance(command, ANSWERING):
        outcome = put_together(state, command, in_time=time_left_ms(state, now_ms, command.seat) != 0)
        if isinstance(outcome, State):
            return outcome, ()
        return _judge(state, command.seat, outcome, now_ms)
    match command:
        case Next():
            return _next(state, now_ms)
        case Rate() | Suspend():
            return review(state, command)
        case Bury(seat):
            return _bury(state, seat, now_ms)
        case Use(seat, power):
            return _use(state, seat, power, now_ms)
        case Bid(_, percent):
            if not 0 <= percent <= 100:
                raise IllegalCommand("Stake between 0 and 100 per cent.")
            return replace(state, bid=percent, phase=Phase.ASKING, opened_ms=now_ms), ()
        case Walk():
            return _end(state)
        case Award(player):
            if not player:
                raise IllegalCommand("The host takes no points.")
            return replace(state, awards=state.awards ^ {(state.index, player)}), ()
        case Pass(seat):
            return _settle(state, seat, Verdict.PASSED, (), now_ms)
        case TimeUp(seat):
            if time_left_ms(state, now_ms, seat) != 0:
                raise IllegalCommand("There is still time.")
            return _ring(state, seat, now_ms)
        case Pause():
            return replace(state, paused_ms=now_ms), ()
        case Resume():
            return resumed(state, now_ms), ()
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


def _use(state: State, seat: int, power: str, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    if power not in usable(state, seat):
        raise IllegalCommand(f"There is no {power} here.")
    spent = replace(state, used=(*state.used, power), on=(*state.on, power))
    if power == Power.SKIP:
        return _settle(spent, seat, Verdict.SKIPPED, (), now_ms)
    if power == Power.SWAP:
        takes, (fresh, *rest) = list(state.deal.takes), state.deal.reserves
        takes[state.index] = replace(fresh, scene=state.take.scene, number=state.take.number)
        deal = replace(state.deal, takes=tuple(takes), reserves=tuple(rest))
        return replace(spent, deal=deal, opened_ms=now_ms, draft=(), options_shown=False, nudged=False), ()
    return spent, ()


def _bury(state: State, seat: int, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Puts a point off and goes on, with nothing revealed."""
    passed, judged = _settle(state, seat, Verdict.SKIPPED, (), now_ms)
    following, events = _next(passed, now_ms)
    return following, (*judged, Buried(state.index), *events)


def _next(state: State, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    if state.phase is Phase.SLATE:
        begun_ms = state.begun_ms if state.results else now_ms
        opened = Phase.WAGER if state.is_wagered else Phase.ASKING
        return replace(state, phase=opened, opened_ms=now_ms, begun_ms=begun_ms), ()
    if state.deal.format.hosted and state.phase is Phase.ASKING:
        return replace(state, phase=Phase.REVEALED), ()
    if _is_decided(state):
        return _end(state)
    following = replace(state, position=state.position + 1)
    first_retake = following.position == len(state.deal.takes)
    new_scene = following.take.scene != state.take.scene and not following.is_retake
    if first_retake or new_scene:
        return replace(following, phase=Phase.SLATE), ()
    if following.is_wagered:
        return replace(following, phase=Phase.WAGER), ()
    return replace(following, phase=Phase.ASKING, opened_ms=now_ms), ()


def _is_decided(state: State) -> bool:
    """Tells whether nothing comes after what was judged last: no take, no life, or no rung to stand on."""
    style = state.deal.format
    judged = state.phase is Phase.REVEALED
    return (
        (judged and state.position + 1 == len(state.running))
        or (style.lives > 0 and state.missed() >= style.lives)
        or (bool(style.rungs) and state.missed() > 0)
    )


def _end(state: State) -> tuple[State, tuple[Event, ...]]:
    return replace(state, phase=Phase.OVER, draft=(), played=True), (Ended(played=True),)


def _ring(state: State, seat: int, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Rings the bell: the take that is on is missed, or the match over where the clock was the match's."""
    if state.deal.format.whole_ms:
        return _end(state)
    return _settle(state, seat, Verdict.TIMED_OUT, (), now_ms)


def _judge(state: State, seat: int, response: Response, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Judges an answer; one that came after the bell is a time-out, whoever rang it."""
    if time_left_ms(state, now_ms, seat) == 0:
        return _ring(state, seat, now_ms)
    right = is_right(state.take.question, response)
    return _settle(state, seat, Verdict.RIGHT if right else Verdict.WRONG, response, now_ms)


def _settle(
    state: State, seat: int, verdict: Verdict, response: Response, now_ms: int
) -> tuple[State, tuple[Event, ...]]:
    elapsed_ms = max(now_ms - state.opened_ms, 0)
    earned = _earned(state, seat, verdict, elapsed_ms)
    result = Result(
        state.index,
        seat,
        verdict,
        response,
        earned,
        elapsed_ms,
        retake=state.is_retake,
        options_shown=state.options_shown,
        powers=state.on,
    )
    again = state.deal.format.retakes and result.missed and not state.is_retake
    revealed = replace(
        state,
        phase=Phase.REVEALED,
        draft=(),
        options_shown=False,
        nudged=False,
        on=(),
        results=(*state.results, result),
        running=(*state.running, state.index) if again else state.running,
    )
    if not state.deal.format.quick:
        return revealed, (Judged(result),)
    following, events = _next(revealed, now_ms)
    return following, (Judged(result), *events)


def _earned(state: State, seat: int, verdict: Verdict, elapsed_ms: int) -> Score:
    """Gives what an answer earns: by its stake, flat, or by difficulty, speed and run."""
    style, difficulty = state.deal.format, state.take.question.difficulty
    if state.is_wagered:
        return stake(state.points(seat), state.bid, right=verdict is Verdict.RIGHT)
    if verdict is not Verdict.RIGHT or state.is_retake:
        return NOTHING
    if style.flat_points:
        return flat(style.flat_points, difficulty)
    limit = limit_ms(state)
    share = speed_share(elapsed_ms - reading_time_ms(state, seat) if limit else 0, limit or LIMIT_MS)
    share *= OPTIONS_SHARE if state.options_shown else 1
    plain = score(difficulty, share, state.run(seat) if style.runs else 0)
    return doubled(plain) if Power.DOUBLE in state.on else plain
