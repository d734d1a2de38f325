"""The clock of a take: when it starts, how long it runs, and what is left of it."""

from __future__ import annotations

from btsquiz.game.scoring import LIMIT_MS, LONG_LIMIT_MS, reading_ms
from btsquiz.game.state import State
from btsquiz.question import Kind, Match


def limit_ms(state: State) -> int | None:
    """Gives the whole clock of the take that is on, or of the match, or None where no clock runs."""
    style = state.deal.format
    if not style.timed:
        return None
    if style.whole_ms:
        return style.whole_ms
    long = state.take.question.kind in {Kind.TYPED, Kind.ORDER, Kind.MATCH}
    return style.pace * (LONG_LIMIT_MS if long else LIMIT_MS)


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
    if state.deal.format.whole_ms:
        return limit - min(max(now - state.begun_ms, 0), limit)
    thinking = now - state.opened_ms - reading_time_ms(state, seat)
    return limit - min(max(thinking, 0), limit)
