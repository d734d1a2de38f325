"""Formats line by line: what each one's own rule says and takes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from btsquiz.game.formats import CLASSIC, FINAL_CUT, LADDER, LIGHTNING, SURVIVAL, TODAY, Format
from btsquiz.plain import Plain
from btsquiz.quizmaster import Game
from worlds import make_home, open_world

MANY = "format: btsquiz/1\ntitle: Many\nquestions:\n" + "".join(
    f'  - {{id: q{n}, ask: "Question {n}?", answer: Right{n}, wrong: [Wrong{n}, Other{n}],'
    f" hint: Think of {n}., difficulty: {n % 3 + 1}}}\n"
    for n in range(60)
)


def told(
    game: Game, style: Format, *, right: str, then: list[str] | None = None, interactive: bool = False
) -> str:
    """Plays a match: a `+` in `right` is a right answer, a `-` a wrong one, any other line is typed."""
    dealt = game.play(style, ("many",), "1").state.deal
    lines = []
    for take, sign in zip(dealt.takes, right, strict=False):
        options = take.options[0]
        place = next(i for i, text in enumerate(options, 1) if text.startswith("Right") is (sign == "+"))
        lines.append(str(place))
    out = io.StringIO()
    typed = io.StringIO("\n".join([*lines, *(then or [])]) + "\n")
    Plain(game, typed, out, interactive=interactive).play(style=style, packs=("many",), seed="1")
    return out.getvalue()


@pytest.fixture
def game(tmp_path: Path):  # type: ignore[no-untyped-def]
    with open_world(make_home(tmp_path, MANY, "many")) as opened:
        yield opened


def test_a_ladder_can_be_walked_away_from(game: Game) -> None:
    said = told(game, LADDER, right="+++", then=["/walk"])
    assert "Ladder, rung 4 of 15" in said
    assert "Right. You stand on 300." in said
    assert "1,000" not in said
    assert "You walk away." in said
    assert "Final score: 300 points, 3 of 3 right." in said


def test_a_fall_from_a_ladder_leaves_what_is_safe(game: Game) -> None:
    said = told(game, LADDER, right="++++++-")
    assert "Wrong. You are left with 1,000." in said
    assert "Final score: 1,000 points, 6 of 7 right." in said


def test_survival_is_over_with_the_third_miss(game: Game) -> None:
    said = told(game, SURVIVAL.calm(), right="-+-+-")
    assert "2 of 5 right, 0 lives left" in said
    assert "Survival: 40 questions; three lives: the third miss is the last." in said


def test_lightning_says_right_or_wrong_and_no_more_until_its_end(game: Game) -> None:
    said = told(game, LIGHTNING.calm(), right="+-")
    assert "\nRight.\n" in said
    assert "\nWrong.\n" in said
    assert "The answer:" not in said
    assert "[UNCHECKED]" not in said


@pytest.mark.parametrize(
    ("stake", "end"),
    [(["0"], 0), (["100%"], -1), (["50 %"], -0.5), (["all", "101", "-3"], 0), (["", "25"], -0.25)],
)
def test_a_stake_is_asked_for_before_the_last_take(game: Game, stake: list[str], end: float) -> None:
    dealt = game.play(FINAL_CUT.calm(), ("many",), "1").state.deal
    wrong = next(i for i, text in enumerate(dealt.takes[-1].options[0], 1) if not text.startswith("Right"))
    said = told(game, FINAL_CUT.calm(), right="+" * 15, then=[*stake, str(wrong)])
    before = int(said.split("You have ")[1].split(" points")[0].replace(",", ""))
    after = int(said.split("Final score: ")[1].split(" points")[0].replace(",", ""))
    assert before > 20_000
    assert after == before + int(before * end)
    assert ("nothing is staked" in said) == (len(stake) == 3)


def test_leaving_at_the_stake_comes_back_to_it(game: Game) -> None:
    said = told(game, FINAL_CUT.calm(), right="+" * 15, then=["/quit"])
    assert "Saved at Final cut, scene 3, take 6 of 6." in said
    out = io.StringIO()
    Plain(game, io.StringIO("10\n"), out, interactive=False).play(style=FINAL_CUT.calm())
    assert "Going on with your match" in out.getvalue()
    assert "How many per cent?" in out.getvalue()


def test_today_is_for_the_shipped_packs_alone(game: Game) -> None:
    out = io.StringIO()
    Plain(game, io.StringIO("/end\n"), out, interactive=True).play(style=TODAY, anew=True)
    assert "Today’s seven: 7 questions; the same seven for everybody, until tomorrow." in out.getvalue()


def test_a_classic_match_has_no_stake(game: Game) -> None:
    assert "per cent" not in told(game, CLASSIC.calm(), right="+" * 15)


def test_powers_are_named_and_used_by_their_words(game: Game) -> None:
    said = told(
        game, CLASSIC.calm(), right="", then=["/hint", "/fifty-fifty", "/double", "/skip", "/hint", "/end"]
    )
    assert "You may use, once each: /fifty-fifty, /hint, /skip, /double." in said
    assert "Hint: Think of " in said
    assert said.split("/fifty-fifty\n")[1].count("  2. ") >= 1
    assert "  3. " not in said.split("> /fifty-fifty\n")[1].split("> /double")[0]
    assert "This one counts double." in said
    assert "Skipped." in said
    assert "At any question you can also type:" in said  # a hint is used up: the second asks for help


def test_a_swap_and_the_audience_line_by_line(game: Game) -> None:
    said = told(game, SURVIVAL.calm(), right="", then=["/audience", "/swap", "/end"])
    assert "The audience: a guess, by how hard it is." in said
    assert " %" in said
    assert said.count("Survival, take 1 of 40.") == 2


def test_a_hosted_match_is_read_aloud_and_its_points_typed(game: Game) -> None:
    out = io.StringIO()
    typed = io.StringIO("\n1 2\n\nx\n3\n1 1\n2\n/flag\n\n\n/end\n")
    assert Plain(game, typed, out, interactive=True).host(["Ann", "Bob"], ("many",)) == 0
    said = out.getvalue()
    assert "Read it aloud; press Enter for the answer." in said
    assert "Who had it? Type their numbers, or nothing: 1 Ann, 2 Bob." in said
    assert said.count("Type numbers from 1 to 2, or nothing.") == 3
    assert "Ann 1 · Bob 1" in said
    assert "Bob 2 · Ann 1" in said
    assert "Flagged." in said
    assert "Type a number from 1 to 3." not in said
    assert "Final score: Bob 2 · Ann 1." in said
