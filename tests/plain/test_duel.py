"""Duels line by line: what each player reads and types."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from btsquiz.errors import ExitCode
from btsquiz.game.formats import BUZZER, SEALED, TURNS, Format
from btsquiz.game.state import Phase
from btsquiz.plain import Plain
from btsquiz.quizmaster import Game
from plain.test_formats import MANY
from worlds import make_home, open_world


class Table(io.StringIO):
    """Players who read what was said last and type what it asks for.

    Args:
        right: The names of those who know everything.
        then: Lines typed instead, by how often a line was asked for before.
    """

    def __init__(self, out: io.StringIO, right: tuple[str, ...], then: dict[int, str]) -> None:
        super().__init__()
        self._out = out
        self._right = right
        self._then = then
        self._asked = 0
        self.now = ""

    def readline(self, size: int = -1, /) -> str:
        said = self._out.getvalue().removesuffix("> ").rstrip("\n")
        line = self._then.get(self._asked, self.reply(said))
        self._asked += 1
        if self._asked > 900:
            raise AssertionError(said[-2_000:])
        return line + "\n"

    def reply(self, said: str) -> str:
        last = said.rpartition("\n")[2]
        if "Press Enter" in last:
            return ""
        if waits := re.search(r"(\w+), (?:press|it is your take. Press) (\w) when", last):
            self.now = waits[1].casefold()
            return waits[2]
        if waits := re.search(r"Your key and Enter: (\w)", last):
            self.now = {"q": "ann", "p": "bob"}[waits[1].casefold()]
            return waits[1]
        if waits := re.search(r"It waits for (\w)", last):
            return waits[1]
        if "per cent" in last:
            return "50"
        knows = self.now in self._right
        options = re.findall(r"^  (\d)\. (\w+)", said, re.M)[-3:]
        return next(number for number, text in options if text.startswith("Right") is knows)


@pytest.fixture
def game(tmp_path: Path):  # type: ignore[no-untyped-def]
    with open_world(make_home(tmp_path, MANY, "many")) as opened:
        yield opened


def told(
    game: Game, style: Format, *right: str, interactive: bool = False, then: dict[int, str] | None = None
) -> str:
    out = io.StringIO()
    table = Table(out, right, then or {})
    front = Plain(game, table, out, interactive=interactive)
    shown = style if interactive else style.calm()
    assert front.duel(["Ann", "Bob"], shown, ("many",), "1") == ExitCode.OK
    return out.getvalue()


@pytest.mark.parametrize("interactive", [False, True])
@pytest.mark.parametrize("style", [SEALED, TURNS, BUZZER])
def test_who_knows_more_wins(game: Game, style: Format, interactive: bool) -> None:
    said = told(game, style, "ann", interactive=interactive)
    assert "Ann wins." in said
    assert "◆ Bob 0." in said


def test_a_tie_is_broken_or_shared(game: Game) -> None:
    said = told(game, replace(SEALED, scenes=("One",), takes=1))
    assert said.count("A tie. Ann and Bob play one more take to break it.") == 6
    assert "Ann and Bob share it: no take was left to break the tie." in said


def test_between_two_seats_nothing_is_said_of_questions(game: Game) -> None:
    said = told(game, SEALED, "ann")
    until_reveal = said[: said.index("The answer:")]
    assert "Right" not in re.sub(r"  \d\. .*|Right\d+", "", until_reveal)
    between = re.search(r"Locked\. [^\n]*\n\n(Sealed[^\n]*)\n([^\n]*)\n> B", said)
    assert between
    assert between[1] == "Sealed, scene 1, take 1 of 5. ● Ann 0 · ◆ Bob 0."
    assert between[2] == "Ann, look away. BOB, press B when only you can see."


def test_the_wrong_letter_lifts_no_curtain(game: Game) -> None:
    said = told(game, SEALED, then={0: "b", 1: "A"})
    assert "It waits for A and Enter." in said


def test_a_last_take_is_staked_upon(game: Game) -> None:
    said = told(game, replace(SEALED, wager=True), "ann")
    assert "Each stakes in secret." in said
    assert "Stakes: Ann 50 %, Bob 50 %." in said
    assert "Ann plays for it, and everybody may watch." in said
    assert re.search(r"Ann: right, Right\d+\. \+[\d,]+ staked\.", said)


def test_an_answer_can_be_taken_back_and_a_ruling_appealed(game: Game) -> None:
    small = replace(SEALED, scenes=("One",), takes=1)
    # Ann's letter and answer, taken back and given again; Bob's letter and answer; then both appeal for Bob.
    said = told(game, small, "ann", interactive=True, then={2: "/undo", 8: "b", 9: "a"})
    assert "Bob appeals." in said
    assert "All agree: it counts, and the question is flagged." in said
    assert re.search(r"Bob: right, \w+, on appeal\.", said)


def test_each_remembers_what_they_missed(game: Game, tmp_path: Path) -> None:
    told(game, replace(SEALED, scenes=("One",), takes=3), "ann")
    cards = {name: len(game._journal.all_cards(name)) for name in ("Ann", "Bob", "you")}
    assert cards == {"Ann": 0, "Bob": 3, "you": 0}
    (kept,) = game._journal.duels()
    assert kept["seats"] == ["Ann", "Bob"]
    assert kept["earned"][0] == kept["possible"][0] == kept["possible"][1] > kept["earned"][1] == 0
    assert json.dumps(kept)


def test_a_duel_left_off_is_gone_on_with_where_it_stood(game: Game) -> None:
    said = told(game, SEALED, "ann", then={9: "/quit"})
    assert "Saved at Sealed, scene 1, take 3 of 5." in said
    run = game.unfinished()
    assert run is not None
    assert (run.state.phase, run.state.seat) == (Phase.ASKING, 1)
    assert [one.seat for one in run.state.sealed] == [0] * 5 + [1] * 2
    out = io.StringIO()
    Plain(game, Table(out, ("ann",), {}), out, interactive=False).play(style=SEALED.calm())
    assert "wins." in out.getvalue()


def test_the_weaker_gets_a_head_start_next_time_unless_it_is_to_be_even(game: Game) -> None:
    assert game.duel(["Ann", "Bob"], packs=["many"], seed="1").state.deal.head_starts == ()
    for _ in range(3):
        told(game, SEALED, "ann")
    ann, bob = game.duel(["Ann", "Bob"], packs=["many"], seed="2").state.deal.head_starts
    assert ann == 0 < bob
    assert bob % 50 == 0
    assert game.duel(["Ann", "Bob"], replace(SEALED, even=True), ["many"], "2").state.deal.head_starts == ()
    assert game.duel(["Ann", "Cleo"], packs=["many"], seed="2").state.deal.head_starts == ()
    assert game.duel(["Ann", "Bob"], TURNS, packs=["many"], seed="2").state.deal.head_starts == ()
    assert f"Bob starts on {bob:,}." in told(game, SEALED, "ann")
