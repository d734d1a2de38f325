"""What a player keeps, as a front end sees it: dailies, ratings, undo, cramming, names, edits, numbers."""

from __future__ import annotations

import random
from datetime import date, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import NotEnoughQuestions, NotFound, UsageError
from btsquiz.game.commands import Bury, Lift, Next, Pass, Pick, Rate, Suspend, Undo
from btsquiz.game.formats import Format
from btsquiz.game.state import Phase
from btsquiz.memory.fit import NotFitted
from btsquiz.memory.records import Rating
from btsquiz.quizmaster import Game, Run
from btsquiz.quizmaster.dailies import Choosing
from btsquiz.quizmaster.faces import interleaved, without_options
from btsquiz.quizmaster.household import delete, hide, profiles, rename, split, unite
from btsquiz.quizmaster.remembering import fell_for, interval, rating_words
from btsquiz.saves.exchange import lines
from game.makers import make
from worlds import ManualClock, make_home, open_world

TEN = Format("ten", "Ten", ("One",), takes=10, least=1)


def pack_of(count: int, *, films: int = 0, tag: str = "") -> str:
    """Writes a pack of choices, each of a film of its own, or of so many films."""
    return "format: btsquiz/1\ntitle: T\nquestions:\n" + "".join(
        f"  - {{id: q{n}, ask: Who made film {n}?, answer: Ann Maker{n}, wrong: [Other {n}, Third {n}], "
        f"films: [F{n % films if films else n}]{f', tags: [{tag}]' if tag else ''}}}\n"
        for n in range(count)
    )


def miss_all(game: Game, style: Format = TEN, packs: tuple[str, ...] = ("kinds",)) -> None:
    """Plays a match and misses everything, so that all of it is kept."""
    run = game.play(style, packs, "1")
    while run.state.phase is not Phase.OVER:
        run.do(Pass() if run.state.phase is Phase.ASKING else Next())


def right(run: Run) -> None:
    take = run.state.take
    run.do(Pick(option=take.options[0].index(take.question.answer.right)))


def review_all(game: Game, *, wrong: bool = False) -> Run:
    run = game.study.review(game.study.due().points)
    while run.state.phase is not Phase.OVER:
        if run.state.phase is not Phase.ASKING:
            run.do(Next())
        elif wrong and not run.state.is_retake:
            run.do(Pass())
        else:
            right(run)
    return run


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def game(tmp_path: Path, clock: ManualClock):
    with open_world(make_home(tmp_path, pack_of(10)), clock) as opened:
        yield opened


def test_the_futures_shown_are_those_that_come(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    clock.sleep(1)
    run = game.study.review(game.study.due().points)
    run.do(Next())
    right(run)
    point = str(run.state.take.question.point)
    shown = run.futures()
    assert list(shown) == list(Rating)
    assert run.rating() is Rating.GOOD
    assert dict(game.study.kept())[point] == shown[Rating.GOOD]
    for rating in (4, 1, 2, 3):
        run.do(Rate(rating=rating))
        assert run.rating() == rating
        assert dict(game.study.kept())[point] == shown[Rating(rating)]
        assert run.futures() == shown
    assert rating_words(shown)[0] == (Rating.AGAIN, "Again 1 d")


def test_a_retake_and_a_second_answer_of_a_day_have_no_futures(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    clock.sleep(1)
    run = game.study.review(game.study.due().points[:1])
    run.do(Next())
    run.do(Pass())
    assert run.futures()
    run.do(Next())
    run.do(Next())
    right(run)
    assert run.state.result.retake
    assert run.futures() == {}


def test_an_answer_taken_back_leaves_no_trace_in_memory(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    before = game.study.kept()
    clock.sleep(1)
    run = game.study.review(game.study.due().points[:1])
    run.do(Next())
    run.do(Pass())
    run.do(Next())
    run.do(Next())
    right(run)
    run.do(Next())
    assert run.state.phase is Phase.OVER
    assert game.unfinished() is None
    run.do(Undo())
    run.do(Undo())
    assert game.study.kept() == before
    again = game.unfinished()
    assert again is not None
    assert again.state == run.state
    right(again)
    point = str(again.state.take.question.point)
    assert dict(game.study.kept())[point].reviews == 2
    again.do(Rate(rating=4))
    assert dict(game.study.kept())[point] == again.futures()[Rating.EASY]


def test_what_is_put_off_or_set_aside_is_not_due(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    clock.sleep(1)
    run = game.study.review(game.study.due().points[:2])
    run.do(Next())
    later = str(run.state.take.question.point)
    run.do(Bury())
    aside = str(run.state.take.question.point)
    right(run)
    run.do(Suspend())
    due = game.study.due().points
    assert later not in due
    assert dict(game.study.kept())[aside].state == "suspended"
    assert game.study.progress().aside == 1
    clock.sleep(1)
    assert later in game.study.due().points
    clock.sleep(200)
    assert aside not in game.study.due().points
    game.study.change(aside, "wake")
    assert aside in game.study.due().points
    with pytest.raises(NotFound):
        game.study.change("no/such", "star")


def test_a_point_can_be_starred_without_being_missed(game: Game, clock: ManualClock) -> None:
    game.study.change("kinds/q3", "star")
    assert [point for point, _ in game.study.kept()] == ["kinds/q3"]
    game.study.change("kinds/q3", "unstar")
    assert game.study.kept() == []


def test_a_night_is_twelve_due_and_two_new_and_no_more_that_day(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, pack_of(40)), clock) as game:
        thirty = Format("thirty", "Thirty", ("One",), takes=30)
        miss_all(game, thirty)
        known = {point for point, _ in game.study.kept()}
        new = sorted({f"kinds/q{n}" for n in range(40)} - known)[:3]
        for point in new:
            game.study.change(point, "star")
        clock.sleep(30)
        asked = []
        for _ in range(3):
            due = game.study.due()
            if not due.points:
                break
            asked += due.points
            review_all(game)
        assert len(asked) == 14
        assert len(set(new) & set(asked)) == 2
        assert game.study.due().done == 14
        clock.sleep(1)
        assert len(game.study.due().points) == 13  # the one new that is left, and twelve


def test_what_is_answered_ahead_of_its_day_is_practice(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    clock.sleep(1)
    review_all(game)
    before = game.study.kept()
    for _ in range(3):
        clock.sleep(1)
        run = game.study.cram(Choosing(packs=("kinds",)))
        while run.state.phase is not Phase.OVER:
            if run.state.phase is Phase.ASKING:
                right(run)
            else:
                run.do(Next())
        miss = game.play(TEN, ("kinds",), "2")
        miss.do(Next())
        right(miss)
    assert game.study.kept() == before


def test_cramming_is_by_film_pack_tag_or_date(tmp_path: Path, clock: ManualClock) -> None:
    home = make_home(tmp_path, pack_of(6, tag="noir"))
    make_home(tmp_path, pack_of(3), name="other")
    with open_world(home, clock) as game:

        def crammed(**choosing) -> set[str]:
            run = game.study.cram(Choosing(**choosing))
            return {take.question.key for take in run.state.deal.takes}

        assert crammed(tags=("noir",)) == {f"kinds/q{n}" for n in range(6)}
        assert crammed(packs=("other",)) == {f"other/q{n}" for n in range(3)}
        assert crammed(films=("f2",)) <= {"kinds/q2", "other/q2"}
        with pytest.raises(NotEnoughQuestions):
            crammed(films=("No Such Film",))
        with pytest.raises(NotFound):
            crammed(packs=("none",))
        with pytest.raises(NotEnoughQuestions):
            crammed(before=date(2026, 12, 24))  # nothing is kept yet
        miss_all(game, packs=("other",))
        assert crammed(before=date(2026, 12, 24)) == {f"other/q{n}" for n in range(3)}
        with pytest.raises(NotEnoughQuestions):
            crammed(before=date(2026, 11, 22))


def test_a_mature_point_is_recalled_and_a_young_one_picked(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    clock.sleep(1)
    kinds = []
    for _ in range(4):
        run = game.study.review(["kinds/q4"])
        run.do(Next())
        question = run.state.take.question
        kinds.append(question.kind)
        if question.kind == "typed":
            assert run.state.take.options[0]  # on demand
            break
        right(run)
        run.do(Rate(rating=4))
        clock.sleep(22)
    assert kinds[0] == "choice"
    assert kinds[-1] == "typed"


@pytest.mark.parametrize(
    ("ask", "answer", "films", "typed"),
    [
        ("Who made it?", "Kurt Russell", (), True),
        ("Which film?", "Psycho", ("Psycho",), True),
        ("Which film?", "Psycho", (), False),
        ("What did he ask for?", "A table", (), False),
        ("Which of these is it?", "Kurt Russell", (), False),
        ("Three share a director. Which is the odd one out?", "Kurt Russell", (), False),
        ("Where does Jaws belong?", "After Duel", (), False),
        ("Who made it?", "The Very Long Name Of Somebody", (), False),
    ],
)
def test_only_names_and_titles_are_typed(ask, answer, films, typed) -> None:
    from btsquiz.question import Choice

    question = make("q", Choice(answer, ("Other", "Third")), ask=ask, films=films)
    assert (without_options(question).kind == "typed") == typed


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_no_film_or_person_comes_twice_running(pairs) -> None:
    from btsquiz.question import Choice

    questions = [
        make(f"q{n}", Choice(f"Maker {maker}", ("Nobody",)), films=(f"Film {film}",))
        for n, (film, maker) in enumerate(pairs)
    ]
    row = interleaved(questions)
    assert len({one.id for one in row}) == len(row)
    for one, other in pairwise(row):
        assert one.films != other.films
        assert one.answer != other.answer
    assert bool(row) == bool(questions)


def test_nothing_is_left_out_that_could_stand_somewhere() -> None:
    from btsquiz.question import Choice

    films = ["a", "a", "b", "a", "c"]
    questions = [make(f"q{n}", Choice(f"M{n}", ("N",)), films=(film,)) for n, film in enumerate(films)]
    assert len(interleaved(questions)) == 5


def test_what_one_fell_for_is_said_the_next_time(game: Game, clock: ManualClock) -> None:
    run = game.play(TEN, ("kinds",), "1")
    run.do(Next())
    take = run.state.take
    wrong = take.question.answer.wrong[0]
    run.do(Pick(option=take.options[0].index(wrong)))
    clock.sleep(1)
    review = game.study.review([take.question.point])
    review.do(Next())
    right(review)
    assert fell_for(review) == f"You fell for “{wrong}” yesterday."
    clock.sleep(20)
    review = game.study.review([take.question.point])
    review.do(Next())
    right(review)
    assert fell_for(review) == ""


@pytest.mark.parametrize(("days", "said"), [(1, "1 d"), (89, "89 d"), (120, "4 mo"), (800, "2.2 y")])
def test_intervals_are_said_shortly(days, said) -> None:
    assert interval(days) == said


# The household


def test_players_are_renamed_united_hidden_and_deleted(game: Game, clock: ManualClock) -> None:
    journal, pen = game._journal, game._pen
    for name in ("Ann", "Bob"):
        game.player = name
        miss_all(game)
    assert [(one.name, one.points) for one in profiles(journal)] == [("Ann", 10), ("Bob", 10)]
    rename(journal, pen, "ann", "Anna")
    assert [(one.name, one.points, one.before) for one in profiles(journal)] == [
        ("Anna", 10, ("Ann",)),
        ("Bob", 10, ()),
    ]
    with pytest.raises(UsageError, match="plays here already"):
        rename(journal, pen, "Anna", "bob")
    with pytest.raises(NotFound, match="Here play: Anna, Bob"):
        rename(journal, pen, "Zoe", "Zed")
    rename(journal, pen, "Anna", "Ann")
    assert [one.name for one in profiles(journal)] == ["Ann", "Bob"]
    unite(journal, pen, "Ann", "Bob")
    assert [(one.name, one.points) for one in profiles(journal)] == [("Bob", 10)]
    with pytest.raises(UsageError, match="one player already"):
        unite(journal, pen, "Ann", "Bob")
    split(journal, pen, "Ann")
    assert [one.name for one in profiles(journal)] == ["Ann", "Bob"]
    hide(journal, pen, "Bob", on=True)
    assert [one.name for one in profiles(journal) if one.hidden] == ["Bob"]
    hide(journal, pen, "Bob", on=False)
    assert not any(one.hidden for one in profiles(journal))
    delete(journal, pen, "Bob")
    assert [one.name for one in profiles(journal)] == ["Ann"]
    assert not any('"Bob"' in line for line in lines(journal))
    assert journal.database.rows("SELECT DISTINCT kind FROM record WHERE player || body LIKE '%Bob%'") == [
        ("profile",)
    ]


def test_a_renamed_player_reviews_under_either_name(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, pack_of(4)), clock) as game:
        game.player = "Ann"
        miss_all(game)
        rename(game._journal, game._pen, "Ann", "Anna")
        clock.sleep(1)
        assert set(game.study_of("Ann").due().points) == set(game.study_of("anna").due().points) != set()


def test_a_record_between_two_follows_their_names(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, pack_of(8)), clock) as game:
        style = Format(
            "sealed", "Sealed", ("One",), takes=1, runs=False, speed=False, timed=False, duel="sealed"
        )
        run = game.duel(["Ann", "Bob"], style, ("kinds",), "1")
        while run.state.phase is not Phase.OVER:
            seat = run.state.turn
            match run.state.phase:
                case Phase.CURTAIN:
                    run.do(Lift(seat=seat, typed=True))
                case Phase.ASKING if seat == 0:
                    take = run.state.take
                    right_one = take.options[0].index(take.question.answer.right)
                    run.do(Pick(option=right_one))
                case Phase.ASKING:
                    run.do(Pass(seat=seat))
                case _:
                    run.do(Next(seat=seat))
        rename(game._journal, game._pen, "Ann", "Anna")
        assert game.between(["Anna", "Bob"]) == "Anna leads 1–0."
        assert game.last_players() == ["Anna", "Bob"]
        assert game.study_of("Bob").stats().duels == (("Anna", 0, 1),)
        hide(game._journal, game._pen, "Bob", on=True)
        assert game.last_players() == []
        unite(game._journal, game._pen, "Anna", "Bob")
        assert game._journal.duels() == []


# Packs that are edited

WORDED = """\
format: btsquiz/1
title: Club
questions:
  - {ask: "Who directed Jaws?", answer: Steven Spielberg, wrong: [George Lucas]}
  - {ask: "Who directed Alien?", answer: Ridley Scott, wrong: [James Cameron]}
"""


@pytest.mark.parametrize(
    ("edit", "kept"),
    [
        ([("Who directed Jaws?", "Who made Jaws?")], 2),
        ([("Steven Spielberg", "S. Spielberg")], 2),
        ([("[George Lucas]", "[George Lucas, John Landis]")], 2),
        ([("Who directed Jaws?", "Who made Jaws?"), ("Steven Spielberg", "S. Spielberg")], 1),
        ([("Who directed Jaws?", "Who made Jaws?"), ("Who directed Alien?", "Who made Alien?")], 0),
    ],
)
def test_an_edited_question_keeps_its_history_where_it_can_be_told(tmp_path, clock, edit, kept) -> None:
    home = make_home(tmp_path, WORDED, "club")
    with open_world(home, clock) as game:
        run = game.play(Format("two", "Two", ("One",), takes=2), ("club",), "1")
        while run.state.phase is not Phase.OVER:
            run.do(Pass() if run.state.phase is Phase.ASKING else Next())
    text = WORDED
    for old, new in edit:
        text = text.replace(old, new)
    make_home(tmp_path, text, "club")
    clock.sleep(1)
    with open_world(home, clock, seed=2) as game:
        assert len(game.study.due().points) == kept
        assert len(game.study.kept()) == 2  # a removed question's records stay


def test_a_home_with_packs_and_no_play_is_still_new(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, WORDED, "club"), clock) as game:
        assert game._journal.packs()
        assert game.is_new()
        game.play(Format("two", "Two", ("One",), takes=2), ("club",), "1")
        assert not game.is_new()


# The numbers


def test_the_numbers_add_up(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, pack_of(10, films=3)), clock) as game:
        miss_all(game)
        for _ in range(40):
            clock.sleep(1)
            if game.study.due().points:
                review_all(game)
        numbers = game.study.stats()
        assert numbers.answers == 10 + numbers.right
        assert numbers.reviews == sum(one.number for one in numbers.calibration)
        assert numbers.reviews == sum(one.number for one in numbers.ages) > 10
        assert sum(numbers.days.values()) == numbers.answers
        assert [share.name for share in numbers.packs] == ["kinds"]
        assert {share.name for share in numbers.films} == {"F0", "F1", "F2"}
        assert sum(share.number for share in numbers.films) == numbers.answers
        assert sum(numbers.due) <= 10
        assert numbers.wrap.whole
        assert numbers.progress.kept == 10
        assert 0 < numbers.loss < 1
        assert [hard.misses for hard in numbers.hardest] == [1] * 8


def test_remembering_more_costs_more(game: Game, clock: ManualClock) -> None:
    miss_all(game)
    clock.sleep(1)
    review_all(game)
    loads = [load for _, load, _ in game.study.costs([0.7, 0.8, 0.9, 0.95])]
    assert loads == sorted(loads)
    assert loads[0] < loads[-1]
    before = dict(game.study.kept())
    game.study.set_retention(0.95)
    assert game.study.stats().retention == 0.95
    assert all(card.due <= before[point].due for point, card in game.study.kept())


def test_nothing_is_fitted_to_too_little(game: Game) -> None:
    miss_all(game)
    with pytest.raises(NotFitted, match="takes 300"):
        game.study.fit()


def test_an_author_sees_what_the_answers_say(tmp_path: Path, clock: ManualClock) -> None:
    with open_world(make_home(tmp_path, pack_of(2)), clock) as game:
        rng = random.Random(5)
        for number in range(30):
            run = game.play(Format("two", "Two", ("One",), takes=2), ("kinds",), str(number))
            run.do(Next())
            knows = rng.random() < 0.5
            while run.state.phase is not Phase.OVER:
                if run.state.phase is Phase.ASKING:
                    take = run.state.take
                    answer = take.question.answer
                    chosen = answer.right if knows else answer.wrong[0]
                    run.do(Pick(option=take.options[0].index(chosen)))
                else:
                    run.do(Next())
        first, second = game.insights("kinds")
        assert first.answers == second.answers == 30
        assert first.right == second.right
        assert 0.2 < first.right < 0.8
        assert first.discrimination == pytest.approx(1)
        assert first.dead == ("Third 0",)
        assert first.line == 4
        with pytest.raises(NotFound):
            game.insights("none")


# Clocks


def card_days(game: Game) -> dict[str, tuple[int, int]]:
    return {point: (card.last_day, card.due) for point, card in game.study.kept()}


@pytest.mark.parametrize("off", [-10, -5 * 365, 50 * 365])
def test_a_clock_that_is_wrong_for_one_night(tmp_path: Path, clock: ManualClock, off: int) -> None:
    with open_world(make_home(tmp_path, pack_of(10)), clock) as game:
        miss_all(game)
        clock.sleep(1)
        review_all(game)
        true = clock.moment
        clock.moment = true + timedelta(days=off)
        if game.study.due().points:
            review_all(game, wrong=True)
        miss_all(game)
        clock.moment = true + timedelta(days=6)
        review_all(game)
        today = (clock.moment.date() - date(1970, 1, 1)).days
        kept = card_days(game)
        assert len(kept) == 10
        for last, due in kept.values():
            assert today - 40 <= last < due < today + 366
        assert game.study.due().done > 0


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_nights_the_clocks_change(tmp_path: Path, night: date) -> None:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    clock = ManualClock()
    clock.moment = datetime(night.year, night.month, night.day, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    clock.moment -= timedelta(days=1)
    with open_world(make_home(tmp_path, pack_of(10)), clock) as game:
        miss_all(game)
        for hours in (12, 13, 23, 25, 24, 24, 24, 24):
            clock.moment += timedelta(hours=hours)
            if game.study.due().points:
                review_all(game)
        assert len(game.study.kept()) == 10
        assert all(last < due for last, due in card_days(game).values())


@pytest.mark.parametrize("hours", [-14, 14])
def test_a_flight_round_the_world(tmp_path: Path, clock: ManualClock, hours: int) -> None:
    with open_world(make_home(tmp_path, pack_of(10)), clock) as game:
        miss_all(game)
        for zone in (0, hours, 0, hours):
            clock.moment = clock.moment.astimezone(timezone(timedelta(hours=zone))) + timedelta(hours=20)
            if game.study.due().points:
                review_all(game)
        assert len(game.study.kept()) == 10
        assert all(last < due for last, due in card_days(game).values())
        assert game._journal.database.rows("SELECT count(*) FROM record WHERE kind = 'answer'")[0][0] > 10
