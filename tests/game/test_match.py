from __future__ import annotations

from dataclasses import replace

import pytest

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import (
    COMMANDS,
    Abandon,
    Command,
    Ended,
    Flag,
    Flagged,
    Judged,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    Star,
    Starred,
    TimeUp,
    Undo,
)
from btsquiz.game.deal import compose
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.judging import Verdict
from btsquiz.game.match import legal, step
from btsquiz.game.scoring import NOTHING
from btsquiz.game.state import Phase, begin
from btsquiz.game.timing import limit_ms, reading_time_ms, time_left_ms
from btsquiz.question import Kind, Order
from game.makers import (
    AGAIN,
    CALM,
    LATE_MS,
    RIGHT,
    TIMED,
    WRONG,
    answering,
    asking,
    deal_of,
    give,
    legal_names,
    make,
    play,
    played_out,
)

PICKED = {Kind.MULTIPLE: (Pick(option=1),), Kind.ORDER: (Pick(option=1),), Kind.MATCH: (Pick(option=1),)}


def names(*more):
    return " ".join(sorted(["Abandon", "Flag", "Pass", "Pause", "Star", *more]))


# What is legal when


@pytest.mark.parametrize("style", [CALM, CLASSIC, AGAIN])
@pytest.mark.parametrize("kind", Kind)
def test_on_a_slate_on_a_reveal_paused_and_over(kind, style):
    state = begin(deal_of(kind, kind, style=style))
    assert (state.phase, legal_names(state)) == (Phase.SLATE, "Abandon Next")
    state = play(state, Next())
    paused = play(state, Pause())
    assert (paused.phase, legal_names(paused)) == (Phase.ASKING, "Abandon Resume")
    for answers in (RIGHT, WRONG):
        revealed = give(state, answers)
        assert (revealed.phase, legal_names(revealed)) == (Phase.REVEALED, "Abandon Flag Next Star")
    for ended in (play(state, Abandon()), play(begin(state.deal), Abandon()), play(paused, Abandon())):
        assert (ended.phase, legal_names(ended), ended.played) == (Phase.OVER, "", False)


@pytest.mark.parametrize(
    ("kind", "picks", "more"),
    [
        (Kind.CHOICE, 0, ["Pick"]),
        (Kind.TRUE_FALSE, 0, ["Pick"]),
        (Kind.NUMBER, 0, ["Say"]),
        (Kind.TYPED, 0, ["Say"]),
        (Kind.MULTIPLE, 0, ["Pick"]),
        (Kind.MULTIPLE, 1, ["Pick", "Lock", "Undo"]),
        (Kind.MULTIPLE, 3, ["Pick", "Lock", "Undo"]),
        (Kind.ORDER, 0, ["Pick"]),
        (Kind.ORDER, 2, ["Pick", "Undo"]),
        (Kind.ORDER, 3, ["Lock", "Undo"]),
        (Kind.MATCH, 0, ["Pick"]),
        (Kind.MATCH, 1, ["Pick", "Undo"]),
        (Kind.MATCH, 3, ["Lock", "Undo"]),
    ],
)
def test_while_a_question_is_asked(kind, picks, more):
    for style, clock in ((CALM, []), (TIMED, ["TimeUp"])):
        state = play(asking(kind, style=style), *[Pick(option=option) for option in range(picks)])
        assert legal_names(state) == names(*more, *clock)


def test_who_has_no_seat_may_do_nothing():
    state = asking(Kind.CHOICE)
    for seat in (-1, 1, 99):
        assert legal(state, seat) == frozenset()
        with pytest.raises(IllegalCommand):
            step(state, Pick(seat=seat, option=0), 0)


class Unheard(Command):
    """A command nobody knows."""


@pytest.mark.parametrize(
    "state", [begin(deal_of(Kind.ORDER)), asking(Kind.ORDER), give(asking(Kind.ORDER), RIGHT)]
)
def test_what_is_not_legal_is_refused_by_name_and_phase(state):
    for command in {*COMMANDS, Command, Unheard} - legal(state):
        with pytest.raises(IllegalCommand) as caught:
            step(state, command(), 0)
        assert caught.value.message == f"{command.__name__} is not allowed now ({state.phase.value})."


@pytest.mark.parametrize("option", [-1, 3, 99])
@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.MULTIPLE, Kind.ORDER, Kind.MATCH])
def test_a_pick_of_none_of_the_options_is_refused(kind, option):
    with pytest.raises(IllegalCommand, match="There are 3 options"):
        step(asking(kind), Pick(option=option), 0)


# The flow


def test_a_match_goes_slate_by_slate_and_take_by_take():
    style = Format("f", "F", ("One", "Two"), takes=2)
    states = played_out(begin(deal_of(*[Kind.CHOICE] * 4, style=style)), RIGHT)
    state = states[-1]
    assert [f"{one.phase.value} {one.take.scene}{one.take.number}" for one in states] == [
        "slate 00", "asking 00", "revealed 00", "asking 01", "revealed 01",
        "slate 10", "asking 10", "revealed 10", "asking 11", "revealed 11", "over 11",
    ]  # fmt: skip
    assert (state.played, state.right(), len(state.results)) == (True, 4, 4)


def test_a_classic_stops_at_three_slates_and_thirty_screens():
    states = played_out(begin(deal_of(*[Kind.TRUE_FALSE] * 15, style=CLASSIC)), WRONG)
    phases = [state.phase for state in states]
    assert [phases.count(phase) for phase in (Phase.SLATE, Phase.ASKING, Phase.REVEALED)] == [3, 15, 15]


def test_abandoning_keeps_what_was_played():
    state = play(give(asking(Kind.ORDER, Kind.ORDER), RIGHT), Next(), Pick(option=0))
    ended, events = step(state, Abandon(), 7)
    assert events == (Ended(played=False),)
    assert (ended.results, ended.draft, ended.played) == (state.results, (), False)
    assert ended.points() == 1000


def test_going_on_from_the_last_reveal_ends_the_match():
    state = play(give(asking(Kind.CHOICE, Kind.CHOICE), RIGHT), Next(), Pass())
    ended, events = step(state, Next(), 0)
    assert events == (Ended(played=True),)
    assert (ended.phase, ended.played, ended.results) == (Phase.OVER, True, state.results)


# Answers


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(("answers", "verdict"), [(RIGHT, Verdict.RIGHT), (WRONG, Verdict.WRONG)])
def test_an_answer_is_judged_and_told(kind, answers, verdict):
    state = asking(make("q", kind, difficulty=3), style=TIMED, now_ms=1_000)
    commands = answering(state, answers[kind])
    state = play(state, *commands[:-1], now_ms=2_000)
    after, events = step(state, commands[-1], 3_500)
    result = after.result
    assert events == (Judged(result),)
    assert (result.take, result.seat, result.verdict, result.response) == (0, 0, verdict, answers[kind])
    assert (result.elapsed_ms, result.retake, result.right) == (2_500, False, verdict is Verdict.RIGHT)
    assert after.points() == (2_000 if result.right else 0)
    assert (after.phase, after.draft, after.right()) == (Phase.REVEALED, (), int(result.right))


@pytest.mark.parametrize("kind", Kind)
def test_no_answer_is_its_own_verdict(kind):
    state = play(asking(kind), *PICKED.get(kind, ()))
    result = play(state, Pass(), now_ms=700).result
    assert (result.verdict, result.response, result.score) == (Verdict.PASSED, (), NOTHING)
    assert (result.right, result.elapsed_ms) == (False, 700)


@pytest.mark.parametrize(
    ("kind", "text"), [(Kind.NUMBER, "many"), (Kind.NUMBER, ""), (Kind.TYPED, " "), (Kind.TYPED, "x" * 201)]
)
def test_what_cannot_be_read_is_not_an_answer_and_not_a_miss(kind, text):
    state = asking(kind, style=TIMED)
    for now_ms in (0, LATE_MS):
        with pytest.raises(IllegalCommand) as caught:
            step(state, Say(text=text), now_ms)
        assert caught.value.message.endswith(".")
    assert give(state, RIGHT).result.right


def test_of_several_a_pick_marks_and_unmarks():
    state = play(asking(Kind.MULTIPLE), Pick(option=2), Pick(option=0), Pick(option=1))
    assert state.draft == (2, 0, 1)
    state = play(state, Pick(option=0))
    assert state.draft == (2, 1)
    state = play(state, Pick(option=0))
    assert state.draft == (2, 1, 0)
    shown = state.take.options[0]
    assert play(state, Lock()).result.response == (shown[2], shown[1], shown[0])


@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.MATCH])
def test_what_is_placed_is_moved_only_by_undoing_it(kind):
    state = play(asking(kind), Pick(option=2))
    with pytest.raises(IllegalCommand, match="already placed"):
        step(state, Pick(option=2), 0)
    state = play(state, Pick(option=0), Undo(), Undo(), Pick(option=0), Pick(option=2), Pick(option=1))
    shown = state.take.options[0]
    assert play(state, Lock()).result.response == (shown[0], shown[2], shown[1])


@pytest.mark.parametrize("kind", [Kind.MULTIPLE, Kind.ORDER, Kind.MATCH])
def test_undo_takes_back_one_step_at_a_time_until_none_is_left(kind):
    states = [asking(kind)]
    for option in (1, 0, 2):
        states.append(play(states[-1], Pick(option=option)))
    state = states[-1]
    for earlier in reversed(states[:-1]):
        state = play(state, Undo())
        assert state == earlier
    assert Undo not in legal(state)


def test_undo_after_unmarking_takes_back_the_last_mark_left():
    state = play(asking(Kind.MULTIPLE), Pick(option=2), Pick(option=0), Pick(option=2))
    assert play(state, Undo()).draft == ()


def test_a_draft_does_not_outlive_its_take():
    state = play(asking(Kind.ORDER, Kind.MULTIPLE), Pick(option=1), Pass(), Next())
    assert state.draft == ()
    assert state.take.question.kind is Kind.MULTIPLE


def test_a_verdict_stands():
    revealed = give(asking(Kind.MULTIPLE), WRONG)
    for command in (Undo(), Pick(option=0), Lock(), Pass(), TimeUp(), Say(text="1960")):
        with pytest.raises(IllegalCommand):
            step(revealed, command, 0)


# The clock


def test_the_bell_is_judged_by_the_rules_and_not_by_whoever_rings_it():
    state = asking(Kind.CHOICE, style=TIMED, now_ms=5_000)
    bell = 5_000 + reading_time_ms(state) + 20_000
    with pytest.raises(IllegalCommand, match="still time"):
        step(state, TimeUp(), bell - 1)
    rung, events = step(state, TimeUp(), bell)
    assert events == (Judged(rung.result),)
    assert (rung.result.verdict, rung.result.response) == (Verdict.TIMED_OUT, ())
    assert rung.result.elapsed_ms == bell - 5_000
    assert give(state, RIGHT, bell).result == replace(rung.result)


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_after_the_bell_is_a_time_out_right_or_wrong(kind):
    for answers in (RIGHT, WRONG):
        result = give(asking(kind, style=TIMED), answers, LATE_MS).result
        assert (result.verdict, result.response, result.score) == (Verdict.TIMED_OUT, (), NOTHING)


def test_time_left_is_whole_while_reading_and_never_below_nothing():
    state = asking(Kind.CHOICE, style=TIMED, now_ms=1_000)
    read = 1_000 + reading_time_ms(state)
    times = [0, 1_000, read, read + 1, read + 19_999, read + 20_000, LATE_MS]
    left = [time_left_ms(state, now_ms) for now_ms in times]
    assert left == [20_000, 20_000, 20_000, 19_999, 1, 0, 0]


@pytest.mark.parametrize("style", [CALM, CLASSIC.calm(), AGAIN])
def test_without_a_clock_nothing_is_ever_late(style):
    state = asking(Kind.CHOICE, Kind.CHOICE, style=style)
    assert limit_ms(state) is None
    assert time_left_ms(state, LATE_MS) is None
    with pytest.raises(IllegalCommand):
        step(state, TimeUp(), LATE_MS)
    assert give(state, RIGHT, LATE_MS).points() == 1000


def test_each_take_has_its_own_clock():
    state = asking(Kind.CHOICE, Kind.TYPED, style=Format("f", "F", ("One",), takes=2))
    state = play(give(state, RIGHT, 10_000), Next(), now_ms=50_000)
    assert state.opened_ms == 50_000
    assert time_left_ms(state, 50_000) == limit_ms(state) == 40_000
    assert give(state, RIGHT, 53_000).result.elapsed_ms == 3_000


# Pauses


def test_a_pause_stops_the_clock_and_is_not_counted():
    state = asking(Kind.CHOICE, style=TIMED)
    thinking_from = reading_time_ms(state)
    state = play(state, Pause(), now_ms=thinking_from + 4_000)
    assert state.paused_ms == thinking_from + 4_000
    assert time_left_ms(state, LATE_MS) == 16_000
    state = play(state, Resume(), now_ms=LATE_MS)
    assert (state.paused_ms, state.opened_ms) == (None, LATE_MS - thinking_from - 4_000)
    assert time_left_ms(state, LATE_MS) == 16_000
    state = play(state, Pause(), now_ms=LATE_MS + 1_000)
    state = play(state, Resume(), now_ms=LATE_MS + 9_000)
    assert time_left_ms(state, LATE_MS + 9_000) == 15_000
    result = give(state, RIGHT, LATE_MS + 9_500).result
    assert result.elapsed_ms == thinking_from + 5_500
    assert result.score.points == 882  # 1000 - 500 x 4500/19000 = 881.58


def test_a_pause_while_reading_gives_no_more_and_no_less_time_to_read():
    state = asking(Kind.CHOICE, style=TIMED)
    state = play(play(state, Pause(), now_ms=500), Resume(), now_ms=60_500)
    assert time_left_ms(state, 60_000 + reading_time_ms(state)) == 20_000
    assert time_left_ms(state, 60_001 + reading_time_ms(state)) == 19_999


def test_a_pause_keeps_the_draft_and_hides_behind_nothing_else():
    state = play(asking(Kind.ORDER), Pick(option=1), Pick(option=0))
    assert play(state, Pause(), Resume()) == state
    paused = play(state, Pause())
    for command in (Next(), Pick(option=2), Undo(), Pass(), Star(), Flag(), Pause(), TimeUp()):
        with pytest.raises(IllegalCommand):
            step(paused, command, LATE_MS)


def test_a_pause_at_the_bell_does_not_unring_it():
    state = play(asking(Kind.CHOICE, style=TIMED), Pause(), now_ms=LATE_MS)
    state = play(state, Resume(), now_ms=2 * LATE_MS)
    assert time_left_ms(state, 2 * LATE_MS) == 0
    assert give(state, RIGHT, 2 * LATE_MS).result.verdict is Verdict.TIMED_OUT


def test_time_that_goes_backwards_takes_nothing_away():
    state = asking(Kind.CHOICE, style=TIMED, now_ms=10_000)
    assert give(state, RIGHT, 3_000).result.elapsed_ms == 0
    state = play(play(state, Pause(), now_ms=12_000), Resume(), now_ms=11_000)
    assert state.opened_ms == 10_000


# Stars and flags


@pytest.mark.parametrize(
    ("command", "event", "kept"), [(Star(), Starred, "starred"), (Flag(), Flagged, "flagged")]
)
def test_a_star_and_a_flag_go_on_and_off_while_asked_and_at_the_reveal(command, event, kept):
    asked = play(give(asking(Kind.CHOICE, Kind.CHOICE), RIGHT), Next())
    for state in (asked, give(asked, WRONG)):
        on, events = step(state, command, 0)
        assert events == (event(1, on=True),)
        assert getattr(on, kept) == {1}
        off, events = step(on, command, 0)
        assert events == (event(1, on=False),)
        assert off == state


def test_stars_and_flags_are_kept_apart_and_to_the_end():
    state = play(asking(Kind.CHOICE, Kind.CHOICE), Star(), Pass(), Next(), Flag(), Pass(), Next())
    assert (state.phase, state.starred, state.flagged) == (Phase.OVER, {0}, {1})


def test_a_star_and_a_flag_change_no_score_and_no_time():
    plain = give(asking(Kind.CHOICE, style=TIMED), RIGHT, 9_000)
    state = play(asking(Kind.CHOICE, style=TIMED), Star(), Flag(), now_ms=5_000)
    assert give(state, RIGHT, 9_000).results == plain.results


# Retakes


def test_what_was_missed_is_asked_once_more_at_the_end_as_practice():
    state = begin(deal_of(*[make(f"q{n}", difficulty=2) for n in range(4)], style=replace(AGAIN, takes=4)))
    # missed, right, passed, missed; then: right, missed again, passed again
    moves = [WRONG, RIGHT, None, WRONG, RIGHT, WRONG, None]
    seen = []
    for answers in moves:
        for _ in range(2):
            if state.phase is Phase.ASKING:
                break
            seen.append(state.phase.value)
            state = play(state, Next())
        seen.append(f"{state.index}{'r' if state.is_retake else ''}")
        state = give(state, answers) if answers else play(state, Pass())
    assert seen == [
        "slate", "0", "revealed", "1", "revealed", "2", "revealed", "3", "revealed",
        "slate", "0r", "revealed", "2r", "revealed", "3r",
    ]  # fmt: skip
    assert state.running == (0, 1, 2, 3, 0, 2, 3)
    assert play(state, Next()).phase is Phase.OVER
    assert [result.retake for result in state.results] == [False] * 4 + [True] * 3
    assert [result.take for result in state.results] == [0, 1, 2, 3, 0, 2, 3]
    assert (state.right(), state.points()) == (1, 1500)


def test_retakes_from_several_scenes_have_one_slate():
    style = replace(TIMED, scenes=("1", "2", "3"), retakes=True)
    states = played_out(begin(deal_of(*[Kind.CHOICE] * 3, style=style)), WRONG)
    assert [state.position for state in states if state.phase is Phase.SLATE] == [0, 1, 2, 3]
    assert len(states[-1].results) == 6


def test_a_retake_earns_nothing_and_does_not_count_as_right():
    state = play(give(asking(Kind.CHOICE, style=replace(AGAIN, takes=1)), WRONG), Next(), Next())
    assert state.is_retake
    state = give(state, RIGHT)
    assert (state.result.right, state.result.retake, state.result.score) == (True, True, NOTHING)
    assert (state.right(), state.points()) == (0, 0)
    assert play(state, Next()).phase is Phase.OVER


@pytest.mark.parametrize("style", [CALM, CLASSIC])
def test_without_retakes_what_was_missed_is_over(style):
    state = play(give(asking(Kind.CHOICE, style=style), WRONG), Next())
    assert (state.phase, state.running) == (Phase.OVER, (0,))


def test_with_nothing_missed_there_are_no_retakes():
    state = play(give(asking(Kind.CHOICE, style=AGAIN), RIGHT), Next())
    assert (state.phase, state.played) == (Phase.OVER, True)


# The state itself


def test_a_step_leaves_the_state_it_was_given_as_it_was():
    state = asking(Kind.ORDER, Kind.CHOICE)
    before = repr(state)
    for command in (Pick(option=0), Star(), Flag(), Pause(), Pass(), Abandon()):
        assert step(state, command, 5)[0] != state
        assert repr(state) == before
    with pytest.raises(AttributeError):
        state.position = 3


def test_same_deal_same_commands_same_match():
    commands = [Next(), Pick(option=1), Star(), Pick(option=0), Undo(), Pass(), Next(), Pick(option=2)]
    first, second = (
        play(begin(deal_of(Kind.ORDER, Kind.CHOICE, style=CALM)), *commands, now_ms=9) for _ in range(2)
    )
    assert first == second
    assert hash(first) == hash(second)


def test_a_seat_answers_by_the_options_it_sees():
    items = tuple("abcdef")
    deal = compose(CALM, [make("q", Order(items))], "seed", seats=("Ada", "Bo"))
    assert deal.takes[0].options[0] != deal.takes[0].options[1]
    state = play(begin(deal), Next())
    for seat in (0, 1):
        shown = deal.takes[0].options[seat]
        picks = [Pick(seat=seat, option=shown.index(item)) for item in items]
        after = play(state, *picks, Lock(seat=seat))
        assert after.result.right
        assert (after.points(seat), after.points(1 - seat)) == (1000, 0)
        assert (after.right(seat), after.right(1 - seat), after.run(seat), after.run(1 - seat)) == (
            1,
            0,
            1,
            0,
        )
