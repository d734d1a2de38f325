"""The buzzer: who pressed first, who pressed too soon, and who has had their attempt."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from btsquiz.errors import IllegalCommand
from btsquiz.game.chance import draw
from btsquiz.game.commands import Buzz, Command
from btsquiz.game.formats import Duel
from btsquiz.game.state import Phase, State

LOCKED_MS: Final = 3_000
"""After a press too soon, so long a button is dead; a press meanwhile starts that again."""
PHOTO_MS: Final = 30
"""Presses this near are a photo finish: a terminal cannot tell which was first."""
_LEAST_WAIT_MS: Final = 800
_MORE_WAIT_MS: Final = 1_200


def _wait_ms(state: State) -> int:
    """Gives the time before a stem begins to appear, different each time so that nobody can count it out."""
    return _LEAST_WAIT_MS + draw(state.deal.seed, "wait", state.position) % _MORE_WAIT_MS


def pressing(state: State, seat: int) -> set[type[Command]]:
    """Gives a seat its button, where it has not had its attempt and a photo finish could still be."""
    if state.deal.format.duel != Duel.BUZZER or state.is_wagered or seat in state.buttons.tried:
        return set()
    return {Buzz} if state.phase is Phase.BUZZ or not state.buttons.in_photo else set()


def press(state: State, seat: int, now_ms: int, *, typed: bool) -> State:
    """Takes a press: the first one stops the stem, one too soon locks its own button.

    Raises:
        IllegalCommand: Another seat was first, and by more than a photo finish.
    """
    is_dead = now_ms < state.buttons.locked_ms[seat]
    if state.phase is Phase.ASKING:
        if is_dead or now_ms - state.buttons.pressed_ms > PHOTO_MS:
            raise IllegalCommand(f"{state.deal.seats[state.buttons.holder]} was first.")
        return _photo_finish(state, seat)
    if is_dead or (now_ms < state.opened_ms and not typed):
        locked = list(state.buttons.locked_ms)
        locked[seat] = now_ms + LOCKED_MS
        return replace(state, buttons=replace(state.buttons, locked_ms=tuple(locked)))
    opened_ms = min(state.opened_ms, now_ms)
    buttons = replace(state.buttons, holder=seat, pressed_ms=now_ms)
    return replace(state, phase=Phase.ASKING, buttons=buttons, opened_ms=opened_ms)


def _photo_finish(state: State, seat: int) -> State:
    """Gives the attempt to whoever lost the last photo finish; without one, to who was a hair sooner."""
    before = state.buttons
    if before.photo == seat:
        buttons = replace(before, holder=seat, photo=before.holder, in_photo=True)
        return replace(state, buttons=buttons, draft=())
    return replace(state, buttons=replace(before, photo=seat, in_photo=True))


def after_attempt(state: State, now_ms: int, *, right: bool) -> State | None:
    """Gives the match in which the others may press again, the stem where it stopped; None to reveal."""
    buttons = state.buttons
    tried = buttons.tried | {buttons.holder}
    if right or len(tried) == len(state.deal.seats):
        return None
    stood_ms = now_ms - buttons.pressed_ms
    return replace(
        state,
        phase=Phase.BUZZ,
        opened_ms=state.opened_ms + stood_ms,
        buttons=replace(buttons, tried=tried, holder=-1, in_photo=False),
    )


def opened(state: State, now_ms: int) -> State:
    """Opens a take for whoever presses first; its stem begins to appear a little later."""
    buttons = replace(state.buttons, in_photo=False)
    return replace(state, phase=Phase.BUZZ, opened_ms=now_ms + _wait_ms(state), buttons=buttons)


def released(state: State, out: frozenset[int] = frozenset()) -> State:
    """Gives all their buttons back for the next take; those who are out of it have had their attempt."""
    return replace(state, buttons=replace(state.buttons, tried=out, holder=-1))
