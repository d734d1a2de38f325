"""The vocabulary: a question, the seven kinds of answer it can ask for, and where it comes from."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NewType

MAX_OPTIONS: Final = 9
"""Things to pick from in one question: one for each key of the row of digits."""

QuestionId = NewType("QuestionId", str)
"""Names a question within its pack: `fact/family/slot`, or what its author or its content gave it."""
Point = NewType("Point", str)
"""The one thing a question asks one to know, which memory is kept by: `jaws-1975.director`."""


class Kind(enum.StrEnum):
    """The seven kinds of question, as packs and players know them."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    TRUE_FALSE = "truefalse"
    NUMBER = "number"
    TYPED = "typed"
    ORDER = "order"
    MATCH = "match"


class Standing(enum.StrEnum):
    """How well a fact is settled."""

    UNCHECKED = "unchecked"
    """No fact sheet has it yet: it stands as its pack or page says."""
    CHECKED = "checked"
    STORY_GOES = "story goes"
    """Retold, and not settled."""
    DISPUTED = "disputed"
    """Sources contradict one another."""
    BUSTED = "busted"


@dataclass(frozen=True, slots=True)
class Choice:
    """One right answer among wrong ones."""

    right: str
    wrong: tuple[str, ...]
    kind = Kind.CHOICE


@dataclass(frozen=True, slots=True)
class Multiple:
    """Several right answers among wrong ones; all of the right and none of the wrong are to be picked."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    kind = Kind.MULTIPLE


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that is true or false."""

    right: bool
    kind = Kind.TRUE_FALSE


@dataclass(frozen=True, slots=True)
class Number:
    """A number, right when no further off than `within`."""

    right: Decimal
    within: Decimal = Decimal(0)
    kind = Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Typed:
    """Words to be typed; every text in `accept` is equally right, and the first is the one shown.

    Where it has `wrong` answers, a player who is at a loss may have them shown, and pick.
    """

    accept: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    kind = Kind.TYPED


@dataclass(frozen=True, slots=True)
class Order:
    """Items to be put in order; `items` stands in the right one."""

    items: tuple[str, ...]
    kind = Kind.ORDER


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs to be found: each left item with its right one."""

    pairs: tuple[tuple[str, str], ...]
    kind = Kind.MATCH


Answer = Choice | Multiple | TrueFalse | Number | Typed | Order | Match


@dataclass(frozen=True, slots=True)
class Source:
    """Where a question's answer can be read.

    Attributes:
        title: What was read, such as `captions 000`.
        line: The line in it, from 1, where there is one.
    """

    title: str
    line: int | None = None

    def __str__(self) -> str:
        return self.title if self.line is None else f"{self.title}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a source wrote, and what is true.

    Attributes:
        written: The source's words.
        truth: What is so.
        why: How it is known, in a few words; may be empty.
    """

    written: str
    truth: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, whole: all that a match needs to ask it, judge it and reveal it.

    Attributes:
        id: Its name within its pack.
        pack: The id of its pack; empty until it is on a shelf.
        ask: The stem.
        answer: What is right, and for some kinds what is wrong; its type is the question's kind.
        point: What memory is kept by; the question's own id unless it says otherwise.
        explain: A sentence or two for the reveal.
        source: The page and line it was written from.
        checked: What the answer was checked against.
        fact: The id of the fact it was written from.
        films: The films it is about, by title.
        standing: How well the fact is settled.
        corrections: What the source got wrong.
        difficulty: 1 easy, 2 medium, 3 hard.
        tags: Free words; `adult` and `opening` mean something to the game.
        why: For wrong answers, what each one is true of.
        hint: A nudge that does not give the answer away.
        reject: Typed answers that look right and are not.
    """

    id: QuestionId
    ask: str
    answer: Answer
    point: Point
    pack: str = ""
    explain: str = ""
    source: Source | None = None
    checked: str = ""
    fact: str = ""
    films: tuple[str, ...] = ()
    standing: Standing = Standing.UNCHECKED
    corrections: tuple[Correction, ...] = ()
    difficulty: int = 2
    tags: tuple[str, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict, hash=False)
    hint: str = ""
    reject: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind of question this is."""
        return self.answer.kind

    @property
    def key(self) -> str:
        """Its name outside its pack: `pack/id`."""
        return f"{self.pack}/{self.id}"


def options_of(answer: Answer) -> tuple[str, ...]:
    """Gives what a player picks from, in the author's order; none where the answer can only be typed in.

    For a match it is the right-hand side; the left-hand side stands in `Match.pairs`.
    """
    match answer:
        case Choice(right, wrong):
            return (right, *wrong)
        case Multiple(rights, wrong):
            return (*rights, *wrong)
        case TrueFalse():
            return ("True", "False")
        case Order(items):
            return items
        case Match(pairs):
            return tuple(right for _, right in pairs)
        case Typed(accept, wrong):
            return (accept[0], *wrong) if wrong else ()
        case Number():
            return ()


def wrong_of(answer: Answer) -> tuple[str, ...]:
    """Gives the wrong answers there are to pick."""
    return answer.wrong if isinstance(answer, Choice | Multiple | Typed) else ()


def number_text(number: Decimal) -> str:
    """Writes a number the way it is shown: plain digits, no exponent, no trailing zeros after the point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def answer_text(answer: Answer) -> str:
    """Says the right answer in one line, for the reveal."""
    match answer:
        case Choice(right, _):
            return right
        case Multiple(rights, _):
            return " · ".join(rights)
        case TrueFalse(right):
            return "True" if right else "False"
        case Number(right, _):
            return number_text(right)
        case Typed(accept, _):
            return accept[0]
        case Order(items):
            return " → ".join(items)
        case Match(pairs):
            return " · ".join(f"{left}: {right}" for left, right in pairs)
