"""A challenge: what one has just played, sealed, for whoever sits beside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from btsquiz.errors import UsageError
from btsquiz.game.commands import Lift, Lock, Next, Pass, Pick, Say, ShowOptions
from btsquiz.game.formats import Format
from btsquiz.game.state import Phase
from btsquiz.question import Kind
from btsquiz.quizmaster import Run
from worlds import PACK, ManualClock, make_home, open_world

SEVEN = Format("seven", "Seven", ("One",), takes=7, timed=False, runs=False)
"""Every kind once."""


def answer(run: Run, texts: tuple[str, ...]) -> None:
    """Answers the take that is on, with what the pack of the tests knows."""
    seat, kind, options = run.state.turn, run.state.take.question.kind, run.state.options()
    if kind in {Kind.TYPED, Kind.NUMBER}:
        run.do(Say(seat=seat, text=texts[0]))
        return
    for text in texts:
        run.do(Pick(seat=seat, option=options.index(text)))
    if kind not in {Kind.CHOICE, Kind.TRUE_FALSE}:
        run.do(Lock(seat=seat))


def truth(run: Run) -> tuple[str, ...]:
    """Gives the right answer of the take that is on, as it would be given."""
    from btsquiz.question import Choice, Match, Multiple, Number, Order, TrueFalse, Typed

    match run.state.take.question.answer:
        case Choice(right, _):
            return (right,)
        case Multiple(rights, _):
            return rights
        case TrueFalse(true):
            return (str(true),)
        case Number(right, _):
            return (str(right),)
        case Typed(accept, _):
            return accept[:1]
        case Order(items):
            return items
        case Match(pairs):
            return tuple(right for _, right in pairs)


def test_the_first_players_answers_of_every_kind_are_sealed_as_they_were(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path, PACK), clock) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        wrong = {Kind.CHOICE, Kind.NUMBER}
        while run.state.phase is not Phase.OVER:
            if run.state.phase is not Phase.ASKING:
                run.do(Next())
            elif run.state.take.question.kind is Kind.ORDER:
                run.do(Pass())
            elif run.state.take.question.kind in wrong:
                kind = run.state.take.question.kind
                answer(run, ("1",) if kind is Kind.NUMBER else (run.state.options()[0],))
            else:
                answer(run, truth(run))
        duel = game.challenge(run.state, ["Ann", "Bob"])
        assert (duel.state.phase, duel.state.seat) == (Phase.CURTAIN, 1)
        before = {one.take: (one.verdict, one.response) for one in run.state.results}
        assert {one.take: (one.verdict, one.response) for one in duel.state.sealed} == before
        while duel.state.phase is not Phase.OVER:
            clock.tick(500)
            if duel.state.phase is Phase.CURTAIN:
                duel.do(Lift(seat=1))
            elif duel.state.phase is Phase.ASKING:
                answer(duel, truth(duel))
            else:
                duel.do(Next())
        assert duel.state.right(1) == 7
        assert duel.state.right(0) == run.state.right()
        assert (
            game.duel(
                ["Ann", "Bob"], packs=["kinds"], style=replace(SEVEN, duel="sealed")
            ).state.deal.head_starts
            == ()
        )


def test_options_asked_for_are_asked_for_again(tmp_path: Path) -> None:
    pack = "format: btsquiz/1\ntitle: Typed\nquestions:\n" + "".join(
        f'  - {{id: q{n}, ask: "Question {n}?", accept: ["Answer {n}"], wrong: ["Other {n}", "Third {n}"]}}\n'
        for n in range(2)
    )
    with open_world(make_home(tmp_path, pack, "typed")) as game:
        run = game.play(replace(SEVEN, takes=2), ["typed"], "1")
        run.do(Next())
        run.do(ShowOptions())
        other = next(place for place, one in enumerate(run.state.options()) if one.startswith("Other"))
        run.do(Pick(option=other))
        run.do(Next())
        run.do(Say(text="Answr " + run.state.take.question.ask[9:10]))
        run.do(Next())
        sealed = game.challenge(run.state, ["Ann", "Bob"]).state.sealed
        assert [one.options_shown for one in sealed] == [True, False]
        assert [one.response for one in sealed] == [one.response for one in run.state.results]


@pytest.mark.parametrize("names", [["Ann"], ["Ann", "Bob", "Cleo"], ["Ann", "ann"]])
def test_it_is_for_two(tmp_path: Path, names: list[str]) -> None:
    with open_world(make_home(tmp_path, PACK)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        with pytest.raises(UsageError):
            game.challenge(run.state, names)
