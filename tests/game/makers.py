"""Questions, deals and commands for the tests of the rules.

from game.makers import make, deal_of
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from btsquiz.game.commands import (
    Abandon,
    Agree,
    Appeal,
    Award,
    Bid,
    Bury,
    Buzz,
    Command,
    Flag,
    Lift,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Rate,
    Resume,
    Say,
    ShowOptions,
    Star,
    Suspend,
    TimeUp,
    Undo,
    Use,
    Walk,
)
from btsquiz.game.deal import Deal, compose
from btsquiz.game.formats import Format
from btsquiz.game.judging import unreadable
from btsquiz.game.match import legal, step
from btsquiz.game.powers import Power, usable
from btsquiz.game.state import Phase, State, begin
from btsquiz.game.timing import time_left_ms
from btsquiz.question import (
    Answer,
    Choice,
    Kind,
    Match,
    Multiple,
    Number,
    Order,
    Point,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)

ANSWERS: dict[Kind, Answer] = {
    Kind.CHOICE: Choice("Jaws", ("Alien", "Fame")),
    Kind.MULTIPLE: Multiple(("Jaws", "Duel"), ("Fame",)),
    Kind.TRUE_FALSE: TrueFalse(True),
    Kind.NUMBER: Number(Decimal(1960), Decimal(2)),
    Kind.TYPED: Typed(("Blue Harvest", "Harvest")),
    Kind.ORDER: Order(("Psycho", "Jaws", "Titanic")),
    Kind.MATCH: Match((("Alien", "Scott"), ("Fame", "Parker"), ("Jaws", "Spielberg"))),
}

WITH_OPTIONS = Typed(("Blue Harvest", "Harvest"), ("Star Wars", "Rory’s First Kiss"))
"""Typed, with options for whoever asks for them."""

RIGHT: dict[Kind, tuple[str, ...]] = {
    Kind.CHOICE: ("Jaws",),
    Kind.MULTIPLE: ("Duel", "Jaws"),
    Kind.TRUE_FALSE: ("True",),
    Kind.NUMBER: ("1961",),
    Kind.TYPED: ("the harvest",),
    Kind.ORDER: ("Psycho", "Jaws", "Titanic"),
    Kind.MATCH: ("Scott", "Parker", "Spielberg"),
}
"""A right answer to each of `ANSWERS`."""

WRONG: dict[Kind, tuple[str, ...]] = {
    Kind.CHOICE: ("Fame",),
    Kind.MULTIPLE: ("Jaws", "Fame"),
    Kind.TRUE_FALSE: ("False",),
    Kind.NUMBER: ("1963",),
    Kind.TYPED: ("Star Wars",),
    Kind.ORDER: ("Jaws", "Psycho", "Titanic"),
    Kind.MATCH: ("Parker", "Scott", "Spielberg"),
}

CALM = Format("calm", "Calm", ("One",), takes=2, timed=False, runs=False)
TIMED = Format("timed", "Timed", ("One", "Two"), takes=1)
AGAIN = Format("again", "Again", ("One",), takes=2, timed=False, runs=False, retakes=True)

LIVES = Format("lives", "Lives", ("One", "Two"), takes=2, lives=2)
RUNGS = Format(
    "rungs", "Rungs", ("One",), takes=5, timed=False, runs=False, rungs=(100, 300, 700, 1500, 9000), safe=(2,)
)
QUICK = Format("quick", "Quick", ("One",), takes=5, runs=False, whole_ms=60_000, quick=True, flat_points=100)
HELPED = Format("helped", "Helped", ("One",), takes=4, powers=tuple(Power))
WAGER = Format("wager", "Wager", ("One",), takes=2, wager=True)

LATE_MS = 1_000_000
"""After every bell."""


def make(name: str = "q", answer: Answer | Kind = Kind.CHOICE, **rest: Any) -> Question:
    """Makes a question; what is not given is plain and in nobody's way."""
    values: dict[str, Any] = {
        "id": QuestionId(name),
        "pack": "p",
        "ask": f"Which is it, {name}?",
        "answer": ANSWERS[answer] if isinstance(answer, Kind) else answer,
        "point": Point(f"p/{name}"),
        "difficulty": 1,
    }
    return Question(**{**values, **rest})


def alone(name: str = "q", **rest: Any) -> Question:
    """Makes a choice whose answer nothing else says."""
    return make(name, Choice(f"right {name}", (f"wrong {name}", f"false {name}")), **rest)


def deal_of(*questions: Question | Kind, style: Format = CALM, seed: str = "seed") -> Deal:
    """Deals just these, in this order."""
    made = [
        make(f"q{place}", one) if isinstance(one, Kind) else one for place, one in enumerate(questions, 1)
    ]
    return compose(style, made, seed)


def play(state: State, *commands: Command, now_ms: int = 0) -> State:
    """Carries out commands, all at one time."""
    for command in commands:
        state, _ = step(state, command, now_ms)
    return state


def asking(*questions: Question | Kind, style: Format = CALM, now_ms: int = 0) -> State:
    """Begins a match and opens its first take."""
    return play(begin(deal_of(*questions, style=style)), Next(), now_ms=now_ms)


def answering(state: State, response: tuple[str, ...]) -> list[Command]:
    """Gives the commands that answer the take that is on."""
    if state.take.question.kind in {Kind.NUMBER, Kind.TYPED}:
        return [Say(text=response[0])]
    picks: list[Command] = [Pick(option=state.take.options[0].index(text)) for text in response]
    return picks if state.take.question.kind in {Kind.CHOICE, Kind.TRUE_FALSE} else [*picks, Lock()]


def give(state: State, answers: dict[Kind, tuple[str, ...]], now_ms: int = 0) -> State:
    """Answers the take that is on, as `RIGHT` or `WRONG` has it."""
    return play(state, *answering(state, answers[state.take.question.kind]), now_ms=now_ms)


def played_out(state: State, answers: dict[Kind, tuple[str, ...]]) -> list[State]:
    """Answers every take alike, and gives every state from this one to the end of the match."""
    states = [state]
    for _ in range(200):
        if state.phase is Phase.OVER:
            return states
        if state.phase is Phase.ASKING:
            state = give(state, answers)
        else:
            state = play(state, Bid(percent=50) if state.phase is Phase.WAGER else Next())
        states.append(state)
    raise AssertionError("the match does not end")


def well_formed(state: State, command: Command, now_ms: int) -> bool:
    """Tells whether a command is one that means something now; whether it is legal is not asked."""
    match command:
        case Pick(_, option):
            placed = option in state.draft and state.take.question.kind in {Kind.ORDER, Kind.MATCH}
            return 0 <= option < len(state.options()) and not placed
        case Say(_, text):
            return unreadable(state.take.question.answer, text) is None
        case Use(_, power):
            return power in usable(state)
        case Award(player):
            return player > 0
        case Bid(_, percent):
            return 0 <= percent <= 100
        case TimeUp():
            return time_left_ms(state, now_ms) == 0
        case _:
            return True


def every_command(state: State) -> list[Command]:
    """Gives one of each command, every pick there is, and of the texts a right and a wrong one."""
    kind = state.take.question.kind
    typed = kind in {Kind.NUMBER, Kind.TYPED}
    texts = (RIGHT[kind][0], WRONG[kind][0]) if typed else ("1960",)
    return [
        Next(), Undo(), Lock(), ShowOptions(), Pass(), TimeUp(), Pause(), Resume(), Star(), Flag(), Abandon(),
        Bid(percent=50), Walk(), Award(seat=1), Lift(), Buzz(), Appeal(), Agree(), Rate(rating=3), Suspend(),
        Bury(),
        *(Use(power=power) for power in (*Power, "magic")),
        *(Pick(option=option) for option in range(len(state.options()))),
        *(Say(text=text) for text in texts),
    ]  # fmt: skip


def legal_names(state: State, seat: int = 0) -> str:
    """Gives the names of the legal commands, sorted."""
    return " ".join(sorted(command.__name__ for command in legal(state, seat)))
