"""Whether an answer is right; for every kind, right or wrong and nothing between."""

from __future__ import annotations

import enum
import re
from decimal import Decimal
from typing import Final

from btsquiz.game.numerals import SCALES, number_of
from btsquiz.game.typed import Closeness, closeness
from btsquiz.question import Answer, Choice, Match, Multiple, Number, Order, Question, TrueFalse, Typed
from btsquiz.text import fold

Response = tuple[str, ...]
"""What a player answered: the options picked, in that order, or the one text typed; empty for nothing."""

MAX_TYPED: Final = 200
"""Characters of a typed answer; what is longer was not typed."""

_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}([ ,’'\u00a0\u202f][0-9]{3})+(\.[0-9]+)?")
_PLAIN: Final = re.compile(r"-?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})")
_SYMBOL: Final = re.compile(r"[$€£%]")
_ASCII: Final = {0x2212: "-", **{0xFF10 + digit: str(digit) for digit in range(10)}}
"""The minus sign, and the wide digits of an East Asian keyboard."""
_SEPARATORS: Final = re.compile(r"[ ,’'\u00a0\u202f]")


class Verdict(enum.StrEnum):
    """What became of a take."""

    RIGHT = "right"
    WRONG = "wrong"
    PASSED = "passed"
    """No answer was given."""
    TIMED_OUT = "timed out"
    SKIPPED = "skipped"
    """Let go by the power to; no miss."""


def read_number(text: str) -> Decimal | None:
    """Reads a number as people type it: `1960`, `1,960`, `$2.5 million`, `twelve`; None where it is none."""
    bare = _SYMBOL.sub("", text.translate(_ASCII), count=1).strip()
    if bare.startswith("+") and not bare.startswith("+-"):
        bare = bare[1:]
    if _THOUSANDS.fullmatch(bare):
        return Decimal(_SEPARATORS.sub("", bare))
    if _PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    words = fold(bare).split()
    if len(words) > 1 and words[-1] in SCALES:
        figure = read_number(bare.rstrip(" .")[: -len(words[-1])])
        return figure and figure * SCALES[words[-1]]
    spelt = number_of(words)
    return None if spelt is None else Decimal(spelt)


def unreadable(answer: Answer, text: str) -> str | None:
    """Says why a typed text cannot be taken as an answer, or None where it can."""
    if not text.strip():
        return "Nothing was typed."
    if len(text) > MAX_TYPED:
        return f"That is more than {MAX_TYPED} characters."
    if isinstance(answer, Number) and read_number(text) is None:
        return "Type a number in digits, such as 1960 or 2.5."
    return None


def is_near(question: Question, text: str) -> bool:
    """Tells whether a typed answer is worth one more try."""
    return isinstance(question.answer, Typed) and closeness(question, text) is Closeness.NEAR


def is_right(question: Question, response: Response) -> bool:
    """Judges an answer.

    Args:
        question: What was asked.
        response: The options picked or the text typed; for a match, the right-hand items in the order of the
            left-hand ones.
    """
    match question.answer:
        case Choice(right, _):
            return response == (right,)
        case Multiple(rights, _):
            return set(response) == set(rights)
        case TrueFalse(right):
            return response == (str(right),)
        case Number(right, within):
            number = read_number(response[0]) if response else None
            return number is not None and abs(number - right) <= within
        case Typed():
            return bool(response) and closeness(question, response[0]) is Closeness.RIGHT
        case Order(items):
            return response == items
        case Match(pairs):
            return response == tuple(right for _, right in pairs)
