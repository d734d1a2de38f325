"""The game line by line: complete, patient, and the same each time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from btsquiz.game.commands import Abandon, Next, Pass, Pick
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.state import begin
from btsquiz.home import Home
from btsquiz.plain import Plain, read_answer
from btsquiz.quizmaster import Game
from worlds import ManualClock, make_home, open_world

SEVEN = Format("seven", "Seven", ("One",), takes=7, timed=False, runs=False)
LINES = {
    "Who directed Jaws?": "steven spielberg",
    "Kong fell from a tower.": "true",
    "When did Psycho come out?": "1,961",
    "What stood on the caps?": "blue harvest!",
}
RIGHT_ORDER = {
    "Which two made soap?": ("Brad Pitt", "Edward Norton"),
    "Oldest first.": ("Psycho", "Jaws", "Titanic"),
    "Who made which?": ("Ridley Scott", "Alan Parker"),
}


def told(
    game: Game, typed: str, *, interactive: bool = False, style: Format = SEVEN, **options: object
) -> str:
    out = io.StringIO()
    front = Plain(game, io.StringIO(typed), out, interactive=interactive)
    assert front.play(style=style, **{"seed": "1", **options}) == 0
    return out.getvalue()


def right_lines(game: Game) -> list[str]:
    """Gives the line that answers each take of the seeded match rightly."""
    lines = []
    for take in game.play(SEVEN, (), "1").state.deal.takes:
        wanted = RIGHT_ORDER.get(take.question.ask)
        numbers = [str(take.options[0].index(text) + 1) for text in wanted] if wanted else []
        lines.append(" ".join(numbers) or LINES[take.question.ask])
    return lines


@pytest.fixture
def game(tmp_path: Path):
    home = make_home(tmp_path)
    with open_world(home) as opened:
        opened.shelf = type(opened.shelf)(tuple(pack for pack in opened.shelf.packs if pack.id == "kinds"))
        yield opened


def test_every_kind_is_answered_by_a_line(game: Game) -> None:
    said = told(game, "\n".join(right_lines(game)) + "\n")
    assert "Final score: 10,000 points, 7 of 7 right." in said
    assert "Wrong" not in said
    assert "[CHECKED] At twenty-seven." in said
    assert "Source: our page, line 3" in said


def test_a_line_that_cannot_be_read_is_explained_and_the_third_counts_as_none(game: Game) -> None:
    lines = right_lines(game)
    said = told(game, "\n".join(["", "no such", "9 9", *lines[1:]]) + "\n")
    assert said.count("cannot be read") + said.count("Nothing was typed") >= 1
    assert said.count("could not be read three times; it counts as no answer") == 1
    assert said.count("No answer.") == 1
    assert "6 of 7 right" in said


def test_two_lines_that_cannot_be_read_cost_nothing(game: Game) -> None:
    lines = right_lines(game)
    said = told(game, "\n".join(["", "", *lines]) + "\n")
    assert "7 of 7 right" in said
    assert "it counts as no answer" not in said


def test_the_end_of_input_saves_and_says_how_to_go_on(game: Game) -> None:
    lines = right_lines(game)
    said = told(game, "\n".join(lines[:2]) + "\n")
    assert "Saved at Seven, take 3 of 7." in said
    assert "btsquiz play --plain" in said
    out = io.StringIO()
    rest = io.StringIO("\n".join(lines[2:]) + "\n")
    assert Plain(game, rest, out, interactive=False).play() == 0
    assert "Going on with your match: Seven, take 3 of 7" in out.getvalue()
    assert "Final score: 10,000 points, 7 of 7 right." in out.getvalue()


def test_somebody_who_sits_there_can_star_flag_pause_and_leave(game: Game) -> None:
    lines = right_lines(game)
    typed = ["/help", "/star", "/flag", "/pause", "", lines[0], "/star", "", "/pass", "", "/quit"]
    said = told(game, "\n".join(typed) + "\n", interactive=True)
    assert "/pause    stop the clock" in said
    assert "Starred." in said
    assert "Flagged. Thank you." in said
    assert "Paused. Press Enter to go on." in said
    assert "No longer starred." in said
    assert "No answer." in said
    assert "Saved at Seven, take 3 of 7." in said


def test_fifteen_takes_and_the_same_seed_says_the_same(tmp_path: Path) -> None:
    said = []
    for name in ("one", "two", "one"):
        with open_world(Home(tmp_path / name), seed=len(said)) as opened:
            said.append(told(opened, "1\n" * 100, style=CLASSIC.calm(), seed="7"))
    assert said[0] == said[1] == said[2]
    assert said[0].count(", take ") == 15
    assert said[0].count("Source: ") == 15
    assert "of 15 right." in said[0]


def test_the_clock_runs_for_somebody_who_sits_there(tmp_path: Path) -> None:
    clock = ManualClock()
    style = Format("slow", "Slow", ("One",), takes=1)

    class SlowLines(io.StringIO):
        def readline(self, size: int = -1) -> str:
            clock.tick(60_000)
            return super().readline(size)

    with open_world(make_home(tmp_path), clock) as opened:
        out = io.StringIO()
        Plain(opened, SlowLines("1\n1\n1\n"), out, interactive=True).play(
            style=style, packs=("kinds",), seed="1"
        )
        assert "seconds." in out.getvalue()
        assert "Time is up." in out.getvalue()


def test_review_brings_back_what_is_due_and_says_when_nothing_is(game: Game, tmp_path: Path) -> None:
    clock = ManualClock()
    with open_world(Home(tmp_path), clock) as opened:
        out = io.StringIO()
        assert Plain(opened, io.StringIO(""), out, interactive=False).review() == 0
        assert "Nothing to review yet" in out.getvalue()
        Plain(opened, io.StringIO("\n\n\n" * 7), io.StringIO(), interactive=False).play(
            style=SEVEN, packs=("kinds",), seed="1"
        )
        out = io.StringIO()
        Plain(opened, io.StringIO("n\n"), out, interactive=False).review()
        assert "Nothing is due today. Something will be tomorrow." in out.getvalue()
        assert "You missed 7 questions today." in out.getvalue()
        clock.sleep(1)
        out = io.StringIO()
        Plain(opened, io.StringIO("\n\n\n" * 20), out, interactive=False).review()
        assert "Dailies, take 1 of 7." in out.getvalue()
        assert "Retakes: 7 questions you missed" in out.getvalue()
        assert "points" not in out.getvalue()


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("choice", "5", "There are 3 options."),
        ("choice", "1 2", "One number, please."),
        ("choice", "0", "There are 3 options."),
        ("choice", "١", "cannot be read"),
        ("multiple", "1 1", "twice"),
        ("truefalse", "maybe", "cannot be read"),
        ("number", "many", "digits"),
        ("typed", "   ", "Nothing was typed"),
        ("typed", "x" * 201, "200"),
        ("order", "1 2", "it should be 3"),
        ("match", "1 2 3", "There are 2 options."),
    ],
)
def test_why_a_line_cannot_be_read(game: Game, kind: str, text: str, says: str) -> None:
    run = game.play(SEVEN, (), "1")
    position = next(place for place, take in enumerate(run.state.deal.takes) if take.question.kind == kind)
    from dataclasses import replace

    answer = read_answer(replace(begin(run.state.deal), position=position), text)
    assert isinstance(answer, str)
    assert says in answer


def test_what_was_picked_before_a_cut_does_not_spoil_the_answer(game: Game) -> None:
    run = game.play(SEVEN, (), "1")
    lines = right_lines(game)
    game.unfinished().do(Abandon())  # the one that was dealt to learn the answers
    run.do(Next())
    position = 0
    while run.state.take.question.kind != "multiple":
        run.do(Pass())
        run.do(Next())
        position += 1
    run.do(Pick(option=0))
    out = io.StringIO()
    Plain(game, io.StringIO(lines[position] + "\n"), out, interactive=False).play(style=SEVEN)
    assert "Going on with your match" in out.getvalue()
    assert "Right." in out.getvalue()


def test_a_match_with_a_clock_is_not_gone_on_with_through_a_pipe(game: Game) -> None:
    game.play(Format("timed", "Timed", ("One",), takes=7), (), "1")
    said = told(game, "", seed=None)
    assert "waits for its terminal" in said
    assert "seconds" not in said


def test_a_match_can_be_ended_for_good(game: Game) -> None:
    told(game, "/end\n", interactive=True)
    assert game.unfinished() is None


def test_leaving_works_from_a_pause(game: Game) -> None:
    said = told(game, "/pause\n/quit\n", interactive=True)
    assert "Saved at Seven, take 1 of 7." in said


def test_a_line_without_end_is_not_kept(game: Game) -> None:
    lines = right_lines(game)
    said = told(game, "\n".join(["\0" * 1_000_000, *lines]) + "\n")
    assert len(said) < 20_000
    assert "7 of 7 right" in said


def test_points_are_said_with_their_parts(game: Game) -> None:
    said = told(game, "\n".join(right_lines(game)) + "\n")
    assert "Right. 2,000 points: 1,000 · ×2 hard." in said


LISTED = """\
format: btsquiz/1
title: Listed
questions:
  - {id: caps, ask: "What stood on the caps?", accept: [Blue Harvest, Harvest],
     wrong: [Star Beast, Group Hug],
     why: {Star Beast: "Alien's first title."}, explain: "The crew wore them."}
"""
ONE = Format("one", "One", ("One",), takes=1, timed=False, runs=False)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("harvest", "Right. 1,500 points"),
        ("/options\nblue harvest", "Right. 750 points: 500 with options · ×1.5 medium."),
        ("/options\nStar Beast", "Star Beast: Alien's first title."),
        ("/options\n9", "There are 3 options."),
        ("/options\n/options\n1", "Type a number from 1 to 3."),
    ],
)
def test_a_typed_answer_may_be_picked_from_options(tmp_path: Path, typed: str, said: str) -> None:
    with open_world(make_home(tmp_path, LISTED)) as opened:
        out = told(opened, f"{typed}\n", style=ONE, packs=("kinds",))
    assert "Type the answer, or /options to pick from some." in out
    assert said in out
    assert ("  1. " in out) is typed.startswith("/options")


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("blue harvester\nharvest", "Right. 1,500 points"),
        ("blue harvester\n\nharvest", "Right. 1,500 points"),
        ("blue harvester\nblue harvester", "Wrong."),
        ("blue harvester\n/pass", "No answer."),
        ("blue harvester\n/options\nblue harvest", "Right. 750 points"),
    ],
)
def test_a_typed_answer_that_comes_near_is_asked_for_once_more(tmp_path: Path, typed: str, ends: str) -> None:
    with open_world(make_home(tmp_path, LISTED)) as opened:
        out = told(opened, f"{typed}\n", style=ONE, packs=("kinds",))
    assert out.count("Nearly. Be more precise") == 1
    assert ends in out
    assert out.count("What stood on the caps?") - out.count("— Blue Harvest") == 1
