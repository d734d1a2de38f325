"""A match and its journal: saved before it is shown, resumed exactly, and what was missed comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsquiz.errors import IllegalCommand, NotEnoughQuestions, NotFound, SaveError, UsageError
from btsquiz.game.commands import (
    Abandon,
    Award,
    Command,
    Flag,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    ShowOptions,
    Star,
    TimeUp,
    Undo,
)
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.state import Phase
from btsquiz.quizmaster import Game, Run
from worlds import RIGHT, ManualClock, make_home, open_world

SEVEN = Format("seven", "Seven", ("One",), takes=7)


def answer(run: Run, *, right: bool = True) -> None:
    """Answers the take that is on."""
    take = run.state.take
    wanted = RIGHT[take.question.id] if right else ()
    if take.question.kind in {"number", "typed"}:
        run.do(Say(text=wanted[0] if right else "0"))
        return
    if not right:
        run.do(Pass())
        return
    for text in wanted:
        run.do(Pick(option=take.options[0].index(text)))
    if take.question.kind not in {"choice", "truefalse"}:
        run.do(Lock())


def play(run: Run, wrong: frozenset[str] = frozenset()) -> None:
    """Plays to the end, wrong where asked."""
    while run.state.phase is not Phase.OVER:
        if run.state.phase is Phase.ASKING:
            answer(run, right=run.state.take.question.id not in wrong)
        else:
            run.do(Next())


def test_every_kind_can_be_answered_right(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        play(run)
        assert run.state.right() == 7
        assert run.state.points() > 7 * 1000


def test_a_match_is_gone_on_with_at_the_same_take(tmp_path: Path) -> None:
    home, clock = make_home(tmp_path), ManualClock()
    with open_world(home, clock) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        answer(run)
        run.do(Next())
        clock.tick(3_000)
        run.do(Pause())
        left = run.state
    clock.sleep(9)
    with open_world(home, clock, seed=2) as game:
        again = game.unfinished()
        assert again is not None
        assert again.state == left
        assert again.now_ms == 3_000
        again.do(Resume())
        play(again)
        assert game.unfinished() is None


COMMANDS: list[Command] = [
    Next(), Pick(option=0), Pick(option=1), Pick(option=2), Undo(), Lock(), Say(text="1960"),
    Say(text="Harvest"),
    Pass(), TimeUp(), Pause(), Resume(), Star(), Flag(),
]  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(COMMANDS), st.integers(0, 30_000)), max_size=60), st.data())
def test_killed_anywhere_it_stands_where_it_stood(tmp_path_factory, steps, data) -> None:
    home, clock = make_home(tmp_path_factory.mktemp("home")), ManualClock()
    with open_world(home, clock, seed=data.draw(st.integers(0, 99))) as game:
        run = game.play(SEVEN, ["kinds"], "7")
        for command, ms in steps:
            clock.tick(ms)
            if type(command) in run.legal():
                before = run.state
                try:
                    run.do(command)
                except IllegalCommand:
                    assert run.state == before
        left, at_ms = run.state, run._base_ms
    with open_world(home, clock, seed=3) as game:
        again = game.unfinished()
        if left.phase is Phase.OVER:
            assert again is None
        else:
            assert again is not None
            assert again.state == left
            assert again.now_ms == at_ms


def test_nothing_is_shown_that_was_not_saved(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        before = run.state
        game._journal.database.connection.execute("PRAGMA query_only = 1")
        with pytest.raises(SaveError):
            run.do(Pass())
        assert run.state is before
        game._journal.database.connection.execute("PRAGMA query_only = 0")
        run.do(Pass())
        assert run.state.phase is Phase.REVEALED


def test_an_edited_pack_does_not_change_a_match_under_way(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    with open_world(home) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        left = run.state
    (tmp_path / "questions" / "kinds.yaml").unlink()
    with open_world(home) as game:
        again = game.unfinished()
        assert again is not None
        assert again.state == left


def test_one_match_in_two_windows_is_refused_not_mixed(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    with open_world(home, seed=1) as one, open_world(home, seed=2) as two:
        run = one.play(SEVEN, ["kinds"], "1")
        twin = two.unfinished()
        assert twin is not None
        run.do(Next())
        with pytest.raises(SaveError, match="another window"):
            twin.do(Next())


def test_an_abandoned_match_is_not_offered_again(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        game.play(SEVEN, ["kinds"], "1").do(Abandon())
        assert game.unfinished() is None


def test_of_several_matches_left_off_the_latest_is_offered_first(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        older = game.play(SEVEN, ["kinds"], "1")
        newer = game.play(SEVEN, ["kinds"], "2")
        offered = game.unfinished()
        assert offered is not None
        assert offered.state.deal.seed == "2"
        play(newer)
        offered = game.unfinished()
        assert offered is not None
        assert offered.state.deal.seed == "1"
        older.do(Abandon())
        assert game.unfinished() is None


def test_somebody_elses_match_is_not_offered(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    with open_world(home) as game:
        game.play(SEVEN, ["kinds"], "1")
        game.player = "somebody else"
        assert game.unfinished() is None


def test_a_match_of_other_rules_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_world(make_home(tmp_path)) as game:
        game.play(SEVEN, ["kinds"], "1")
        monkeypatch.setattr("btsquiz.quizmaster.run.RULES_VERSION", 99)
        assert game.unfinished() is None


def bodies(game: Game, kind: str) -> list[dict]:
    """Gives what the records of a kind say, in order."""
    rows = game._journal.database.rows("SELECT body FROM record WHERE kind = ? ORDER BY rowid", kind)
    return [json.loads(body) for (body,) in rows]


def test_an_answer_is_recorded_with_all_that_memory_needs(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path), clock) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        while run.state.phase is not Phase.OVER:
            if run.state.phase is Phase.ASKING:
                clock.tick(1_234)
                answer(run)
            else:
                run.do(Next())
        recorded = {body["kind"]: body for body in bodies(game, "answer")}
        assert {kind for kind, body in recorded.items() if body["recall"]} == {"typed", "number"}
        assert {kind for kind, body in recorded.items() if not body["counts"]} == {"truefalse"}
        assert {body["elapsed_ms"] for body in recorded.values()} == {1_234}
        assert {body["verdict"] for body in recorded.values()} == {"right"}
        assert recorded["order"]["question"] == "kinds/order"


def test_a_flag_is_a_flag_and_no_star(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path), clock) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        run.do(Flag())
        assert [body["on"] for body in bodies(game, "flag")] == [True]
        assert bodies(game, "star") == []
        clock.sleep(99)
        assert game.study.due().points == ()


def test_a_true_or_false_can_be_learnt_in_review(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path), clock) as game:
        play(game.play(SEVEN, ["kinds"], "1"), wrong=frozenset({"truefalse"}))
        clock.sleep(1)
        assert game.study.due().points == ("kinds/truefalse",)
        play(game.study.review(game.study.due().points))
        assert game.study.due().points == ()
        clock.sleep(1)
        assert game.study.due().points == ()


def test_slow_in_review_is_hard_by_ones_own_median(tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(make_home(tmp_path), clock) as game:
        for seed in range(11):
            run = game.play(SEVEN, ["kinds"], str(seed))
            while run.state.phase is not Phase.OVER:
                if run.state.phase is Phase.ASKING:
                    clock.tick(1_000)
                    answer(run, right=run.state.take.question.id != "typed" or seed < 10)
                else:
                    run.do(Next())
        clock.sleep(9)
        review = game.study.review(game.study.due().points)
        review.do(Next())
        clock.tick(2_500)
        answer(review)
        assert bodies(game, "answer")[-1]["rating"] == 2


def test_at_most_two_new_points_a_day(tmp_path: Path) -> None:
    pack = "format: btsquiz/1\ntitle: T\nquestions:\n" + "".join(
        f"  - {{id: t{number}, ask: Is it {number}?, answer: true, films: [f{number}]}}\n"
        for number in range(5)
    )
    clock = ManualClock()
    with open_world(make_home(tmp_path, pack), clock) as game:
        five = Format("five", "Five", ("One",), takes=5)
        run = game.play(five, ["kinds"], "1")
        while run.state.phase is not Phase.OVER:
            run.do(Pass() if run.state.phase is Phase.ASKING else Next())
        asked = []
        for _ in range(3):
            clock.sleep(1)
            due = game.study.due().points
            asked.append(len(due))
            review = game.study.review(due)
            while review.state.phase is not Phase.OVER:
                review.do(Pick(option=0) if review.state.phase is Phase.ASKING else Next())
            assert game.study.due().points == ()
        assert asked == [2, 2, 1]


def test_what_no_pack_asks_about_any_more_is_not_promised(tmp_path: Path) -> None:
    home, clock = make_home(tmp_path), ManualClock()
    with open_world(home, clock) as game:
        play(game.play(SEVEN, ["kinds"], "1"), wrong=frozenset({"typed"}))
        assert game.study.due().next_in_days == 1
    (tmp_path / "questions" / "kinds.yaml").unlink()
    with open_world(home, clock) as game:
        assert game.study.due().next_in_days is None
        clock.sleep(1)
        assert game.study.due().points == ()


def test_misses_and_stars_are_due_on_a_later_day(tmp_path: Path) -> None:
    home, clock = make_home(tmp_path), ManualClock()
    with open_world(home, clock) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        run.do(Star())
        starred = str(run.state.take.question.point)
        play(run, wrong=frozenset({"typed", "order"}))
        due = game.study.due()
        assert due.points == ()
        assert set(due.missed) == {"kinds/typed", "kinds/order"}
        assert due.next_in_days == 1
    clock.sleep(1)
    with open_world(home, clock) as game:
        due = game.study.due()
        assert set(due.points) == {"kinds/typed", "kinds/order"}
        review = game.study.review(due.points)
        play(review)
        assert review.state.right() == 2
        assert game.study.due().points == ()
    clock.sleep(60)
    with open_world(home, clock) as game:
        assert {"kinds/typed", "kinds/order", starred} <= set(game.study.due().points)


def test_the_day_changes_at_four_in_the_morning(tmp_path: Path) -> None:
    home, clock = make_home(tmp_path), ManualClock()
    with open_world(home, clock) as game:
        play(game.play(SEVEN, ["kinds"], "1"), wrong=frozenset({"typed"}))
        clock.moment = clock.moment.replace(day=23, hour=3, minute=59)
        assert game.study.due().points == ()
        clock.moment = clock.moment.replace(hour=4, minute=0)
        assert game.study.due().points == ("kinds/typed",)


def test_a_miss_in_review_is_asked_once_more_as_practice(tmp_path: Path) -> None:
    home, clock = make_home(tmp_path), ManualClock()
    with open_world(home, clock) as game:
        play(game.play(SEVEN, ["kinds"], "1"), wrong=frozenset({"typed"}))
        clock.sleep(1)
        review = game.study.review(game.study.due().points)
        review.do(Next())
        answer(review, right=False)
        review.do(Next())
        assert review.state.phase is Phase.SLATE
        assert review.state.is_retake
        play(review)
        assert review.state.right() == 0
        assert review.state.points() == 0
        assert len(review.state.results) == 2
        rows = game._journal.database.rows(
            "SELECT body FROM record WHERE kind = 'answer' ORDER BY at_ms, seq"
        )
        assert '"counts": false' in rows[-1][0]


def test_what_was_never_shown_comes_before_what_was(tmp_path: Path) -> None:
    two = Format("two", "Two", ("One",), takes=2)
    with open_world(make_home(tmp_path)) as game:
        seen: list[str] = []
        for _ in range(3):
            run = game.play(two, ["kinds"])
            play(run)
            seen += [take.question.key for take in run.state.deal.takes]
        assert len(set(seen)) == 6


def test_a_seed_forgets_what_was_shown(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        first = game.play(SEVEN, ["kinds"], "1").state.deal
        play(game.play(SEVEN, ["kinds"]))
        assert game.play(SEVEN, ["kinds"], "1").state.deal == first


def test_typed_text_is_tamed_at_the_border(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        while run.state.take.question.kind != "typed":
            run.do(Pass())
            run.do(Next())
        run.do(Say(text="\x1b[2J\ud800 x\u202e"))
        assert run.state.result.response == ("\ufffd[2J\ufffd x\ufffd",)


def test_packs_that_cannot_be_played_are_refused_with_a_reason(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    (tmp_path / "questions" / "broken.yaml").write_text("format: btsquiz/1\n")
    with open_world(home) as game:
        with pytest.raises(NotFound, match="broken"):
            game.play(SEVEN, ["broken"])
        with pytest.raises(NotFound, match="nowhere"):
            game.play(SEVEN, ["nowhere"])
        with pytest.raises(NotEnoughQuestions, match="15"):
            game.play(CLASSIC, ["kinds"])
        with pytest.raises(NotEnoughQuestions):
            game.study.review(["no/such"])


def test_the_first_start_is_three_takes_of_three_kinds(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        assert game.is_new()
        run = game.open_first()
        assert run is not None
        assert [take.question.kind for take in run.state.deal.takes] == ["typed", "number", "choice"]
        assert not game.is_new()


def test_chance_comes_from_outside(tmp_path: Path) -> None:
    deals = []
    for name in "ab":
        with open_world(make_home(tmp_path / name), seed=5) as game:
            deals.append(game.play(SEVEN, ["kinds"]).state.deal)
    assert deals[0] == deals[1]


def test_a_typed_answer_picked_from_options_is_no_recall_and_hard(tmp_path: Path) -> None:
    pack = (
        "format: btsquiz/1\ntitle: T\nquestions:\n"
        "  - {id: one, ask: Which caps?, accept: [Blue Harvest], wrong: [Star Beast], films: [a]}\n"
    )
    style = Format("one", "One", ("One",), takes=1, timed=False, runs=False)
    for asked in (False, True):
        with open_world(make_home(tmp_path / str(asked), pack)) as game:
            run = game.play(style, ["kinds"], "1")
            run.do(Next())
            if asked:
                run.do(ShowOptions())
                run.do(Pick(option=run.state.options().index("Blue Harvest")))
            else:
                run.do(Say(text="blue harvest"))
            (body,) = bodies(game, "answer")
            assert (body["verdict"], body["recall"], body["rating"]) == (
                "right",
                not asked,
                2 if asked else 3,
            )


def test_todays_seven_are_the_same_in_two_homes_and_others_tomorrow(tmp_path: Path) -> None:
    drawn = []
    for name, days in (("one", 0), ("two", 0), ("two", 1)):
        clock = ManualClock()
        clock.sleep(days)
        home = make_home(tmp_path / name)
        with open_world(home, clock, seed=len(drawn)) as game:
            play(game.play(Format("seven", "Seven", ("One",), takes=7), ["kinds"]))
            takes = game.today().state.deal.takes
        drawn.append([(take.question.key, take.options) for take in takes])
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 7
    assert drawn[2] != drawn[0]
    assert not any(key.startswith("kinds/") for key, _ in drawn[0])


def test_nothing_missed_is_nothing_to_play_again(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(Format("seven", "Seven", ("One",), takes=7), ["kinds"])
        play(run)
        with pytest.raises(NotEnoughQuestions, match="Nothing was missed"):
            game.rematch(run.state)


def test_a_hosted_match_writes_nothing_into_memory_and_can_be_gone_on_with(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    with open_world(home) as game:
        run = game.host(["Ann", "Bob"])
        for command in (Next(), Next(), Award(seat=2), Next(), Next()):
            run.do(command)
    with open_world(home) as game:
        again = game.unfinished()
        assert again is not None
        assert (again.state.position, again.state.points(2)) == (1, 1)
        while again.state.phase is not Phase.OVER:
            again.do(Next())
        assert {kind: len(bodies(game, kind)) for kind in ("answer", "star", "end")} == {
            "answer": 0, "star": 0, "end": 1,
        }  # fmt: skip
        assert game.study.due().points == game.study.due().missed == ()


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ([], "Name one to nine players"),
        (["Ann"] * 10, "Name one to nine players"),
        (["Ann", "  "], "Name one to nine players"),
        (["Ann", "ANN "], "Two players have the same name"),
    ],
)
def test_names_that_will_not_do_are_refused(tmp_path: Path, names: list[str], says: str) -> None:
    with open_world(make_home(tmp_path)) as game, pytest.raises(UsageError, match=says):
        game.host(names)


def test_names_are_tamed_and_cut(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        seats = game.host(["A\x1bnn", "B" * 40]).state.deal.seats
    assert seats == ("you", "A\ufffdnn", "B" * 16)
