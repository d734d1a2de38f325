"""A challenge: what one has just played, sealed, for whoever sits beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.game.commands import Command, Lift, Lock, Next, Pass, Pick, Result, Say, ShowOptions
from btsquiz.game.deal import Deal, Take, compose
from btsquiz.game.formats import SEALED
from btsquiz.game.state import Phase, State
from btsquiz.question import Kind
from btsquiz.quizmaster.run import Run
from btsquiz.quizmaster.seats import own_letters

_CHALLENGE: Final = replace(
    SEALED, name="challenge", title="Challenge", scenes=("Screen test",), timed=False, even=True,
    about="the same takes for whoever sits beside",
)  # fmt: skip


def challenge_of(state: State, names: Sequence[str], seed: str) -> Deal:
    """Deals what was played once more, for two."""
    questions = [take.question for take in state.deal.takes]
    style = replace(_CHALLENGE, takes=len(questions))
    return replace(compose(style, questions, seed, seats=tuple(names)), keys=own_letters(names))


def seal(run: Run, before: State) -> None:
    """Gives the first seat's answers as they were given before, up to the other's curtain."""
    given = {result.take: result for result in before.results if not result.retake}
    run.do(Next())
    run.do(Lift(typed=True))
    while run.state.phase is Phase.ASKING:
        for command in _answer(given.get(run.state.index), run.state.take):
            if run.state.phase is Phase.ASKING:
                run.do(command)
        run.do(Next())


def _answer(result: Result | None, take: Take) -> Iterator[Command]:
    """Yields the commands that give an answer again; what is not needed for it is left over."""
    if result is None or not result.response:
        yield Pass()
        return
    kind, options = take.question.kind, take.options[0]
    if kind in {Kind.TYPED, Kind.NUMBER} and not result.options_shown:
        # Said twice, for what comes near is asked for once more.
        yield from [Say(text=result.response[0])] * 2
        return
    if kind is Kind.TYPED:
        yield ShowOptions()
    yield from (Pick(option=options.index(text)) for text in result.response)
    if kind in {Kind.MULTIPLE, Kind.ORDER, Kind.MATCH}:
        yield Lock()
