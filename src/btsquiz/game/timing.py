"""The clock of a take: when it starts, how long it runs, and what is left of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from btsquiz.game.formats import Duel
from btsquiz.game.scoring import LIMIT_MS, LONG_LIMIT_MS, READING_MS_PER_WORD, reading_ms
from btsquiz.game.state import State
from btsquiz.question import Kind, Match

BUZZ_MS: Final = 10_000
"""From the end of the stem, so long may one press."""
ATTEMPT_MS: Final = 5_000
"""Who has pressed answers within this."""


def limit_ms(state: State) -> int | None:
    """Gives the whole clock of the take that is on, or of the match, or None where no clock runs."""
    style = state.deal.format
    if not style.timed:
        return None
    if style.whole_ms:
        return style.whole_ms
    if style.duel == Duel.BUZZER and not state.is_wagered:
        return style.pace * (BUZZ_MS if state.buttons.holder < 0 else ATTEMPT_MS)
    long = state.take.question.kind in {Kind.TYPED, Kind.ORDER, Kind.MATCH}
    return style.pace * (LONG_LIMIT_MS if long else LIMIT_MS)


def reading_time_ms(state: State, seat: int = 0) -> int:
    """Gives the time before the clock of the take that is on starts: for its stem and all that is shown."""
    take = state.take
    if state.deal.format.duel == Duel.BUZZER and not state.is_wagered:
        return stem_ms(state) if state.buttons.holder < 0 else 0
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
    since = state.opened_ms if state.buttons.holder < 0 else state.buttons.pressed_ms
    thinking = now - since - reading_time_ms(state, seat)
    return limit - min(max(thinking, 0), limit)


def stem_ms(state: State) -> int:
    """Gives the time in which the stem of a take appears, word by word, where players press for it."""
    return READING_MS_PER_WORD * len(state.take.question.ask.split())


def words_shown(state: State, now_ms: int) -> int:
    """Gives how many words of the stem stand there, where players press for it; who presses stops it."""
    now = now_ms if state.buttons.holder < 0 else state.buttons.pressed_ms
    return max(now - state.opened_ms, 0) // READING_MS_PER_WORD


def resumed(state: State, now_ms: int) -> State:
    """Gives the match after a pause, with all its times moved on by as long as that was."""
    paused = max(now_ms - (state.paused_ms or 0), 0)
    return replace(
        state,
        paused_ms=None,
        opened_ms=state.opened_ms + paused,
        begun_ms=state.begun_ms + paused,
        buttons=replace(
            state.buttons,
            pressed_ms=state.buttons.pressed_ms + paused,
            locked_ms=tuple(until + paused for until in state.buttons.locked_ms),
        ),
    )
