"""What is said of a duel: who was right, what deserves a word, how two players stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from btsquiz.game.commands import Lift, Next, Pass, Pick, Say
from btsquiz.game.deal import compose
from btsquiz.game.formats import SEALED, TURNS
from btsquiz.game.state import Phase, State, begin
from btsquiz.question import Number
from btsquiz.quizmaster.duelling import awards, before_scene, between, course, curtain, headline, outcome
from game.makers import make, play


def sealed(answers: dict[tuple[int, int], str], *, seats: int = 2, questions: int = 3) -> State:
    """Plays a sealed scene; what is not among the answers, by take and seat, is passed."""
    made = [make(f"q{place}", difficulty=1 + place) for place in range(questions - 1)]
    made.append(make("year", Number(Decimal(1960), Decimal(3)), ask="Which year?", difficulty=3))
    style = SEALED.calm()
    names = ("Ann", "Bob", "Cleo")[:seats]
    drawn = compose(style, made, "seed", seats=names)
    state, now_ms = begin(replace(drawn, keys=("a", "b", "c")[:seats])), 0
    while state.phase is not Phase.OVER:
        now_ms += 500
        seat, said = state.seat, answers.get((state.index, state.seat), "")
        if state.phase is Phase.CURTAIN:
            state = play(state, Lift(seat=seat), now_ms=now_ms)
        elif state.phase is not Phase.ASKING:
            state = play(state, Next(), now_ms=now_ms)
        elif not said:
            state = play(state, Pass(seat=seat), now_ms=now_ms)
        elif said.isdigit():
            state = play(state, Say(seat=seat, text=said), now_ms=now_ms)
        else:
            state = play(state, Pick(seat=seat, option=state.options(seat).index(said)), now_ms=now_ms)
    return state


def test_awards_are_for_being_alone_guessing_closest_and_coming_back() -> None:
    state = sealed({(0, 0): "Jaws", (1, 0): "Fame", (2, 0): "1955", (2, 1): "1962"})
    assert course(state) == [[150, 0], [150, 0], [150, 350]]
    assert outcome(state) == "Bob wins."
    assert awards(state) == [
        "Closest guess: Bob, 2 off (Which year?)",
        "Comeback: Bob was 150 behind.",
    ]
    assert awards(sealed({(0, 0): "Jaws", (2, 0): "1960"})) == [
        "Alone in the right: Ann, 2 times.",
        "Closest guess: Ann, to the point (Which year?)",
    ]
    assert awards(sealed({(0, 0): "Jaws", (0, 1): "Jaws", (2, 0): "1961", (2, 1): "1959"})) == []


def duel(
    points: list[int], seats: tuple[str, ...] = ("Ann", "Bob"), *, played: bool = True
) -> dict[str, object]:
    return {"played": played, "seats": list(seats), "points": points}


@pytest.mark.parametrize(
    ("duels", "said"),
    [
        ([], ""),
        ([duel([1, 2], played=False)], ""),
        ([duel([1, 2], ("Ann", "Cleo"))], ""),
        ([duel([1, 2])], "Bob leads 1–0."),
        ([duel([1, 2]), duel([2, 1]), duel([9, 3], ("Bob", "Ann"))], "Bob leads 2–1."),
        ([duel([1, 2]), duel([2, 1])], "All square, 1–1."),
        ([duel([5, 5])], "All square, 0–0."),
        ([duel([1, 2], ("ann", "BÓB"))], "Bob leads 1–0."),
    ],
)
def test_how_two_players_stand_is_counted_over_all_their_duels(duels, said: str) -> None:
    assert between(duels, ("Ann", "Bob")) == said


def test_the_headline_says_who_was_right() -> None:
    def shown(answers: dict[tuple[int, int], str], seats: int) -> str:
        made = [make("q0")]
        style = replace(SEALED.calm(), scenes=("One",), takes=1)
        drawn = compose(style, made, "seed", seats=("Ann", "Bob", "Cleo")[:seats])
        state = play(begin(replace(drawn, keys=("a", "b", "c"))), Next())
        for seat in range(seats):
            state = play(state, Lift(seat=seat, typed=True))
            said = answers.get((0, seat), "")
            answer = Pick(seat=seat, option=state.options(seat).index(said)) if said else Pass(seat=seat)
            state = play(state, answer, Next())
        return headline(state)

    assert shown({}, 2) == "Nobody was right"
    assert shown({(0, 1): "Jaws"}, 2) == "Bob was right"
    assert shown({(0, 0): "Jaws", (0, 1): "Jaws"}, 2) == "Both were right"
    assert shown({(0, 0): "Jaws", (0, 2): "Jaws"}, 3) == "Ann and Cleo were right"
    assert shown({(0, seat): "Jaws" for seat in range(3)}, 3) == "All were right"


def test_what_is_said_before_a_scene_names_the_order_and_the_head_start() -> None:
    drawn = compose(SEALED, [make(f"q{n}") for n in range(15)], "s", seats=("Ann", "Bob"))
    state = begin(replace(drawn, head_starts=(0, 300), keys=("a", "b")))
    assert before_scene(state)[1:] == ["Bob starts on 300.", "First Ann, then Bob."]
    assert curtain(play(state, Next())) == "ANN, press A when only you can see."
    own = compose(TURNS, [make(f"q{n}") for n in range(24)], "s", seats=("Ann", "Bob"))
    state = play(begin(replace(own, keys=("a", "b"))), Next())
    assert curtain(state) == "Ann, it is your take. Press A when you are ready."
