"""Duels: two to four seats at one keyboard, sealed, in turns, or with buzzers."""

from __future__ import annotations

from dataclasses import replace

from btsquiz.errors import IllegalCommand
from btsquiz.game import buzzer
from btsquiz.game.answering import ANSWERING, answering, put_together
from btsquiz.game.appeals import agree, appealing
from btsquiz.game.commands import (
    Abandon,
    Agree,
    Appeal,
    Bid,
    Buzz,
    Command,
    Ended,
    Event,
    Flag,
    Flagged,
    Judged,
    Lift,
    Next,
    Pass,
    Pause,
    Result,
    Resume,
    TimeUp,
    Undo,
)
from btsquiz.game.earnings import earned, with_alone
from btsquiz.game.formats import Duel
from btsquiz.game.judging import Response, Verdict, is_right
from btsquiz.game.order import ANYBODY, from_seat
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import resumed, time_left_ms

DEAF_MS = 400
"""After the curtain falls, so long no key lifts it: it may be the last player's still."""


def legal(state: State, seat: int) -> frozenset[type[Command]]:
    """Gives the commands a seat of a duel may give; pausing and ending are anybody's."""
    allowed: set[type[Command]] = {Abandon}
    mine = seat == state.seat
    ringing: set[type[Command]] = {TimeUp} if state.deal.format.timed else set()
    match state.phase:
        case Phase.SLATE:
            allowed.add(Next)
        case Phase.CURTAIN if mine:
            allowed.add(Lift)
        case Phase.WAGER if mine:
            allowed.add(Bid)
        case Phase.BUZZ:
            allowed |= {Pause, Pass} | ringing | buzzer.pressing(state, seat)
        case Phase.ASKING:
            allowed.add(Pause)
            if mine:
                allowed |= {Pass} | ringing | answering(state, seat)
            else:
                allowed |= buzzer.pressing(state, seat)
        case Phase.LOCKED:
            allowed |= {Next, Undo} if mine else {Next}
        case Phase.REVEALED:
            allowed |= {Next, Flag} | appealing(state, seat)
        case _:
            pass
    return frozenset(allowed)


def step(state: State, command: Command, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    """Carries out a legal command of a duel.

    Raises:
        IllegalCommand: It says what cannot be done, or comes too soon or too late.
    """
    if isinstance(command, ANSWERING) and state.phase is Phase.ASKING:
        outcome = put_together(state, command, in_time=time_left_ms(state, now_ms, command.seat) != 0)
        return (outcome, ()) if isinstance(outcome, State) else (_answered(state, outcome, now_ms), ())
    match command:
        case Next():
            return _next(state, now_ms)
        case Lift(_, typed):
            if not typed and now_ms - state.opened_ms < DEAF_MS:
                raise IllegalCommand("The curtain has only just fallen.")
            opened = (
                Phase.WAGER if state.is_wagered and len(state.bids) < len(state.deal.seats) else Phase.ASKING
            )
            return replace(state, phase=opened, opened_ms=now_ms), ()
        case Bid(seat, percent):
            if not 0 <= percent <= 100:
                raise IllegalCommand("Stake between 0 and 100 per cent.")
            return _bid(state, seat, percent, now_ms), ()
        case Buzz(seat, typed):
            return buzzer.press(state, seat, now_ms, typed=typed), ()
        case Undo():
            return _reopened(state, now_ms), ()
        case Pass() if state.phase is Phase.BUZZ:
            return _reveal(state), ()
        case Pass():
            return _settled(state, Verdict.PASSED, (), now_ms), ()
        case TimeUp():
            if time_left_ms(state, now_ms, max(state.seat, 0)) != 0:
                raise IllegalCommand("There is still time.")
            if state.phase is Phase.BUZZ:
                return _reveal(state), ()
            return _settled(state, Verdict.TIMED_OUT, (), now_ms), ()
        case Pause():
            return replace(state, paused_ms=now_ms), ()
        case Resume():
            return resumed(state, now_ms), ()
        case Appeal(seat):
            return replace(state, appealed=seat, agreed=frozenset()), ()
        case Agree(seat):
            return agree(state, seat)
        case Flag():
            flagged = state.flagged ^ {state.index}
            return replace(state, flagged=flagged), (Flagged(state.index, state.index in flagged),)
        case _:
            return _end(state, played=False)


def _answered(state: State, response: Response, now_ms: int) -> State:
    """Judges an answer for the drawer; one that came after the bell is a time-out."""
    if time_left_ms(state, now_ms, state.seat) == 0:
        return _settled(state, Verdict.TIMED_OUT, (), now_ms)
    right = is_right(state.take.question, response)
    return _settled(state, Verdict.RIGHT if right else Verdict.WRONG, response, now_ms)


def _settled(state: State, verdict: Verdict, response: Response, now_ms: int) -> State:
    """Puts a seat's result away, and goes to where the duel goes after it."""
    began_ms = state.opened_ms if state.buttons.holder < 0 else state.buttons.pressed_ms
    result = Result(
        state.index,
        state.seat,
        verdict,
        response,
        earned(state, verdict, now_ms),
        max(now_ms - began_ms, 0),
        options_shown=state.options_shown,
    )
    put_away = replace(state, draft=(), options_shown=False, nudged=False, sealed=(*state.sealed, result))
    if state.buttons.holder >= 0:
        after = buzzer.after_attempt(put_away, now_ms, right=result.right)
        return _reveal(put_away) if after is None else after
    if state.is_wagered or (state.deal.format.duel == Duel.TURNS and not state.is_sudden):
        return _reveal(put_away)
    return replace(put_away, phase=Phase.LOCKED)


def _reopened(state: State, now_ms: int) -> State:
    """Takes a sealed answer back, while its clock still runs."""
    if time_left_ms(state, now_ms, state.seat) == 0:
        raise IllegalCommand("Its time is up.")
    return replace(state, phase=Phase.ASKING, sealed=state.sealed[:-1])


def _next(state: State, now_ms: int) -> tuple[State, tuple[Event, ...]]:
    if state.phase is Phase.SLATE:
        if _is_void(state):
            return _after_all(replace(state, position=state.position + 1))
        return _opened(state, now_ms, same_seat=False), ()
    if state.phase is Phase.LOCKED:
        if not _goes_on(state):
            return _reveal(state), ()
        following = replace(state, position=state.position + 1)
        return _opened(following, now_ms, same_seat=following.seat == state.seat), ()
    judged = _judged(state)
    quiet = replace(state, appealed=-1, agreed=frozenset())
    if state.sealed:
        return _reveal(quiet), judged
    following = buzzer.released(replace(quiet, shown=None, position=state.position + 1))
    if following.position == len(state.running):
        after, events = _after_all(following)
        return after, (*judged, *events)
    if following.take.scene != state.take.scene:
        return replace(following, phase=Phase.SLATE), judged
    return _opened(following, now_ms, same_seat=following.seat == state.turns[state.position]), judged


def _judged(state: State) -> tuple[Event, ...]:
    """Gives the results on show as they stand when they are left: until then they can be appealed."""
    return tuple(Judged(result) for result in state.results if result.take == state.shown)


def _goes_on(state: State) -> bool:
    """Tells whether the next entry, too, is answered before the one that is on is revealed."""
    if state.position + 1 == len(state.running):
        return False
    following = state.running[state.position + 1]
    return following == state.index or (
        not state.is_sudden and state.deal.take(following).scene == state.take.scene
    )


def _opened(state: State, now_ms: int, *, same_seat: bool) -> State:
    """Opens the entry that is on: behind the curtain where it is another seat's."""
    if state.turns[state.position] == ANYBODY and not state.is_wagered:
        return buzzer.opened(state, now_ms)
    return replace(state, phase=Phase.ASKING if same_seat else Phase.CURTAIN, opened_ms=now_ms)


def _reveal(state: State) -> State:
    """Shows the first take put away, with all its results; where nobody tried, the one that is on."""
    index = min((result.take for result in state.sealed), default=state.index)
    shown = [result for result in state.sealed if result.take == index]
    return replace(
        state,
        phase=Phase.REVEALED,
        shown=index,
        sealed=tuple(result for result in state.sealed if result.take != index),
        results=(*state.results, *with_alone(shown, state.deal.format.duel)),
    )


def _bid(state: State, seat: int, percent: int, now_ms: int) -> State:
    """Takes a stake; after the last one, the take is whose is highest, or of equals who has less."""
    bids = (*state.bids, (seat, percent))
    if len(bids) < len(state.deal.seats):
        return replace(state, bids=bids, phase=Phase.CURTAIN, opened_ms=now_ms)
    worth = [(percent, -state.points(seat), -place, seat) for place, (seat, percent) in enumerate(bids)]
    *_, winner = max((one for one in worth if -one[1] * one[0] >= 100), default=(ANYBODY,))
    return replace(state, bids=bids, phase=Phase.SLATE, turns=(*state.turns[:-1], winner))


def _is_void(state: State) -> bool:
    """Tells whether the last take is nobody's: no stake on it was worth a point."""
    all_bid = len(state.bids) == len(state.deal.seats)
    return state.is_wagered and all_bid and state.turns[state.position] == ANYBODY


def _after_all(state: State) -> tuple[State, tuple[Event, ...]]:
    """Goes on behind the last entry: to a take to stake upon, to one that breaks a tie, or to the end."""
    dealt, seats = len(state.deal.takes), range(len(state.deal.seats))
    if state.deal.format.wager and dealt - 1 not in state.running:
        return _with(state, dealt - 1, [ANYBODY]), ()
    sudden = len({index for index in state.running if index >= dealt})
    best = max(map(state.standing, seats))
    tied = [seat for seat in seats if state.standing(seat) == best]
    if len(tied) == 1 or sudden == len(state.deal.reserves):
        return _end(state, played=True)
    if state.deal.format.duel == Duel.BUZZER:
        out = frozenset(seats) - frozenset(tied)
        return buzzer.released(_with(state, dealt + sudden, [ANYBODY]), out), ()
    return _with(state, dealt + sudden, from_seat(tied, sudden)), ()


def _with(state: State, index: int, turns: list[int]) -> State:
    running = (*state.running, *(index for _ in turns))
    return replace(state, running=running, turns=(*state.turns, *turns), phase=Phase.SLATE)


def _end(state: State, *, played: bool) -> tuple[State, tuple[Event, ...]]:
    """Ends a duel; what is on show is judged as it stands."""
    judged = _judged(state) if state.phase is Phase.REVEALED and state.shown is not None else ()
    position = min(state.position, len(state.running) - 1)
    over = replace(
        state, phase=Phase.OVER, paused_ms=None, draft=(), shown=None, position=position, played=played
    )
    return over, (*judged, Ended(played=played))
