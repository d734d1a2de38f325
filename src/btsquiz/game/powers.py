"""Powers: help that a format gives once a match, drawn with the deal so that chance has no part later."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from btsquiz.question import Choice, Typed

if TYPE_CHECKING:
    from btsquiz.game.state import State


class Power(enum.StrEnum):
    """What a seat may use once in a match, where the format has it."""

    FIFTY = "fifty-fifty"
    """Takes away all wrong options but one."""
    HINT = "hint"
    """Shows the question's hint."""
    SKIP = "skip"
    """Goes on to the reveal; the take neither earns nor counts as a miss."""
    SWAP = "swap"
    """Puts another question in the place of this one."""
    DOUBLE = "double"
    """Doubles what this take earns."""
    AUDIENCE = "audience"
    """Shows how others answered, or how they would by how hard it is."""


PRACTICE: Final = frozenset({Power.FIFTY, Power.AUDIENCE})
"""Powers after which an answer is no measure of memory."""
_LEAST_OPTIONS: Final = 3


def usable(state: State, seat: int = 0) -> tuple[Power, ...]:
    """Gives the powers a seat may use on the take that is on, in the order of the format."""
    left = (Power(name) for name in state.deal.format.powers if name not in state.used)
    return tuple(power for power in left if _helps(power, state, seat))


def _helps(power: Power, state: State, seat: int) -> bool:
    style, question = state.deal.format, state.take.question
    picked_from = isinstance(question.answer, Choice | Typed) and len(state.options(seat)) >= _LEAST_OPTIONS
    match power:
        case Power.FIFTY | Power.AUDIENCE:
            return picked_from
        case Power.HINT:
            return bool(question.hint)
        case Power.SKIP:
            return not style.rungs and not state.is_wagered
        case Power.SWAP:
            return bool(state.deal.reserves) and not state.is_wagered and not state.is_retake
        case Power.DOUBLE:
            return not style.rungs and not state.is_wagered and not state.is_retake
