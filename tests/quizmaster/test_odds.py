"""What players of a duel are drawn, and begin with, by what they did before."""

from __future__ import annotations

from pathlib import Path

from btsquiz.clock import day_of
from btsquiz.game.commands import Lift, Next, Pass, Pick
from btsquiz.game.formats import TURNS
from btsquiz.game.state import Phase
from btsquiz.question import Question
from btsquiz.quizmaster import Game, Run
from btsquiz.quizmaster.odds import forecasts
from tui.stage import many
from worlds import ManualClock, make_home, open_world


def play_out(run: Run, clock: ManualClock, *, right: str) -> None:
    """Plays a duel in which one knows everything and the others nothing."""
    while run.state.phase is not Phase.OVER:
        clock.tick(500)
        seat = run.state.turn
        if run.state.phase is Phase.CURTAIN:
            run.do(Lift(seat=seat))
        elif run.state.phase is not Phase.ASKING:
            run.do(Next())
        elif run.state.deal.seats[seat] == right:
            options = run.state.options()
            run.do(
                Pick(seat=seat, option=next(i for i, one in enumerate(options) if one.startswith("Right")))
            )
        else:
            run.do(Pass(seat=seat))


def drawn_to_match(game: Game) -> dict[str, list[Question]]:
    """Gives what each is drawn in a duel whose takes match."""
    drawn = game.duel(["Ann", "Bob"], TURNS.drawn_to_match(), ["many"], "3").state
    by_name: dict[str, list[Question]] = {"Ann": [], "Bob": []}
    for take, seat in zip(drawn.running, drawn.turns, strict=True):
        by_name[drawn.deal.seats[seat]].append(drawn.deal.takes[take].question)
    return by_name


def test_who_knows_more_is_drawn_harder_takes_worth_as_much(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path, many(200), "many"), clock) as game:
        before = drawn_to_match(game)
        assert [one.difficulty for one in before["Ann"]] == [one.difficulty for one in before["Bob"]]
        for _ in range(3):
            play_out(game.duel(["Ann", "Bob"], TURNS, ["many"]), clock, right="Ann")
        clock.sleep(days=400)  # what Bob missed is no longer fresh
        after, met = drawn_to_match(game), dict(game._journal.all_cards("Bob"))
        assert {one.difficulty for one in after["Ann"]} == {3}
        assert all(one.difficulty == 1 or one.point in met for one in after["Bob"])
        run = game.duel(["Ann", "Bob"], TURNS.drawn_to_match(), ["many"])
        assert run.state.deal.head_starts == ()
        play_out(run, clock, right="Ann")
        assert run.state.points(0) == 100 * 12


def test_a_duel_drawn_to_match_says_nothing_of_who_is_stronger(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path, many(200), "many"), clock) as game:
        play_out(game.duel(["Ann", "Bob"], TURNS.drawn_to_match(), ["many"]), clock, right="Ann")
        assert game.duel(["Ann", "Bob"], TURNS, ["many"]).state.deal.head_starts == ()


def test_what_was_seen_today_is_known_and_fades(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path, many(40), "many"), clock) as game:
        play_out(game.duel(["Ann", "Bob"], TURNS, ["many"], "1"), clock, right="Ann")
        today = day_of(clock.now())
        cards = dict(game._journal.all_cards("Bob"))
        missed, fresh = [], []
        for question in game.shelf.questions(["many"]):
            (missed if question.point in cards else fresh).append(question)
        assert missed
        assert fresh
        ann, bob = forecasts(game._journal, ["Ann", "Bob"], today)
        assert {bob(question) for question in missed} == {1.0}
        _, later = forecasts(game._journal, ["Ann", "Bob"], today + 30)
        assert all(0 < later(question) < 0.9 for question in missed)
        assert [later(question) for question in fresh] == [bob(question) for question in fresh]
        assert all(ann(question) > bob(question) for question in fresh)
