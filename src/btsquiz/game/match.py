"""The match: one state, one command, the next state. The whole of the rules' flow is here."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

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
from btsquiz.game.deal import Deal, Take
from btsquiz.game.judging import Response, Verdict, is_right, unreadable
from btsquiz.game.scoring import (
    LIMIT_MS,
    LONG_LIMIT_MS,
    NOTHING,
    OPTIONS_SHARE,
    reading_ms,
    score,
    speed_share,
)
from btsquiz.question import Kind, Match, Order


class Phase(enum.Enum):
    """Where a match is."""

    SLATE = "slate"
    """Before a scene; from the second on, with the score of the one before."""
    ASKING = "asking"
    REVEALED = "revealed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class State:
    """Everything about a match under way; all else about it follows from this.

    Attributes:
        deal: What was drawn.
        phase: Where the match is.
        running: Indices of the deal's takes in the order they are played; a retake stands in it twice.
        position: Where in `running` the match is.
        opened_ms: Match time at which the take was shown, moved on by its pauses.
        paused_ms: Match time at which it was paused, or None.
        draft: Places of the options picked so far.
        options_shown: Whether the options of an answer to be typed were asked for.
        results: What became of each take, in the order played.
        starred: Indices of takes whose point is starred.
        flagged: Indices of takes whose question is flagged.
        played: Whether the match went to its end.
    """

    deal: Deal
    running: tuple[int, ...]
    phase: Phase = Phase.SLATE
    position: int = 0
    opened_ms: int = 0
    paused_ms: int | None = None
    draft: tuple[int, ...] = ()
    options_shown: bool = False
    results: tuple[Result, ...] = ()
    starred: frozenset[int] = frozenset()
    flagged: frozenset[int] = frozenset()
    played: bool = False

    @property
    def index(self) -> int:
        """The index in the deal of the take that is on."""
        return self.running[self.position]

    @property
    def take(self) -> Take:
        """The take that is on."""
        return self.deal.takes[self.index]

    @property
    def is_retake(self) -> bool:
        """Whether the take that is on is a second try."""
        return self.position >= len(self.deal.takes)

    @property
    def result(self) -> Result:
        """The latest result."""
        return self.results[-1]

    def options(self, seat: int = 0) -> tuple[str, ...]:
        """Gives what a seat picks from now; nothing where the answer is typed, until it asks for options."""
        typed = self.take.question.kind is Kind.TYPED
        return () if typed and not self.options_shown else self.take.options[seat]

    def points(self, seat: int = 0) -> int:
        """Adds up what a seat has earned."""
        return sum(result.score.points for result in self.results if result.seat == seat)

    def right(self, seat: int = 0) -> int:
        """Counts a seat's right answers, retakes left out."""
        return sum(result.right for result in self.results if result.seat == seat and not result.retake)

    def run(self, seat: int = 0) -> int:
        """Counts a seat's right answers in a row up to now, across scenes."""
        count = 0
        for result in reversed([result for result in self.results if result.seat == seat]):
            if not result.right:
                break
            count += 1
        return count


def begin(deal: Deal) -> State:
    """Gives the state before a match's first command."""
    return State(deal, tuple(range(len(deal.takes))))


def limit_ms(state: State) -> int | None:
    """Gives the whole clock of the take that is on, or None where no clock runs."""
    if not state.deal.format.timed:
        return None
    long = state.take.question.kind in {Kind.TYPED, Kind.ORDER, Kind.MATCH}
    return LONG_LIMIT_MS if long else LIMIT_MS


def reading_time_ms(state: State, seat: int = 0) -> int:
    """Gives the time before the clock of the take that is on starts: for its stem and all that is shown."""
    take = state.take
    # Options asked for come into the clock, as thinking does.
    shown = [take.question.ask, *(take.options[seat] if take.question.kind is not Kind.TYPED else ())]
    if isinstance(take.question.answer, Match):
        shown += [left for left, _ in take.question.answer.pairs]
    return reading_ms(sum(len(text.split()) for text in shown))


def time_left_ms(state: State, now_ms: int, seat: int = 0) -> int | None:
    """Gives what is left of the clock: all while the question is read, never below 0; None without one."""
    limit = limit_ms(state)
    if limit is None:
        return None
    now = state.paused_ms if state.paused_ms is not None else now_ms
    thinking = now - state.opened_ms - reading_time_ms(state, seat)
    return limit - min(max(thinking, 0), limit)


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
        results=(*state.results, result),
        running=(*state.running, state.index) if again else state.running,
    )
    return revealed, (Judged(result),)
