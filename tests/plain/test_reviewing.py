"""Dailies line by line: ratings, undo, putting off, setting aside, editing, two who take turns."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from btsquiz.game.commands import Next, Pass
from btsquiz.game.formats import Format
from btsquiz.game.state import Phase
from btsquiz.plain import Plain
from btsquiz.quizmaster import Game
from btsquiz.quizmaster.dailies import Choosing
from btsquiz.quizmaster.editing import editor_command, open_editor
from worlds import ManualClock, make_home, open_world

PACK = "format: btsquiz/1\ntitle: T\nquestions:\n" + "".join(
    f"  - {{id: q{n}, ask: Who made film {n}?, answer: Ann Maker{n}, wrong: [Bob Other{n}], films: [F{n}]}}\n"
    for n in range(4)
)


@pytest.fixture
def game(tmp_path: Path):
    clock = ManualClock()
    with open_world(make_home(tmp_path, PACK), clock) as opened:
        for name in ("you", "Bob"):
            opened.player = name
            run = opened.play(Format("two", "Two", ("One",), takes=2), ("kinds",), "1")
            while run.state.phase is not Phase.OVER:
                run.do(Pass() if run.state.phase is Phase.ASKING else Next())
        opened.player = "you"
        clock.sleep(1)
        yield opened


def heard(game: Game, *typed: str, interactive: bool = True, names: tuple[str, ...] = ()) -> str:
    out = io.StringIO()
    lines = io.StringIO("".join(f"{line}\n" for line in typed))
    Plain(game, lines, out, interactive=interactive).review(names)
    return out.getvalue()


def kept(game: Game, player: str = "you") -> dict:
    return dict(game.study_of(player).kept())


def right(game: Game) -> str:
    return "Ann Maker" + str(game.study.due().points[0]).removeprefix("kinds/q")


def test_a_rating_is_shown_with_what_it_leads_to_and_changed(game: Game) -> None:
    point = str(game.study.due().points[0])
    told = heard(game, right(game), "/easy", "", "/quit")
    assert re.search(r"Counted as good\. /again 1 d · /hard \d+ d · /good \d+ d · /easy \d+ d", told)
    assert "Rated easy." in told
    assert kept(game)[point].interval_days == int(re.search(r"/easy (\d+) d", told)[1])
    assert "There is no answer to rate now." in heard(game, "/good", "/quit")


def test_an_answer_is_taken_back_now_and_after_the_end(game: Game) -> None:
    before = kept(game)
    told = heard(game, "/pass", "/undo", "/quit")
    assert told.count("Who made film") == 2
    assert "Taken back; here it is again." in told
    assert kept(game) == before


def test_after_the_end_the_last_answer_can_still_be_taken_back(game: Game) -> None:
    first, second = (f"Ann Maker{str(point).removeprefix('kinds/q')}" for point in game.study.due().points)
    told = heard(game, first, "", second, "", "/undo", "Bob nobody", "/pass", "/quit")
    assert "That is all for tonight." in told
    assert "In the can: 0. You are a runner; 5 more to clapper loader." in told
    assert told.index("Press Enter to leave, or type /undo") < told.index("Taken back; here it is again.")
    assert sum(card.lapses for card in kept(game).values()) == 0
    assert {card.reviews for card in kept(game).values()} == {2}


def test_what_is_put_off_or_set_aside_is_said(game: Game) -> None:
    told = heard(game, "/later", "/pass", "/aside", "/aside", "/aside", "", "/help", "/quit")
    assert "Put off to tomorrow." in told
    assert told.count("Set aside until you wake it.") == 2
    assert told.count("No longer set aside.") == 1
    assert "/again, /hard, /good, /easy" in told
    assert sum(card.suspended for card in kept(game).values()) == 1
    assert sum(card.buried_on > 0 for card in kept(game).values()) == 1


def test_the_pack_is_opened_at_its_line(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    number = int(str(game.study.due().points[0]).removeprefix("kinds/q"))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    assert "Edited; it is read anew" in heard(game, "/pass", "/edit", "/undo", "/quit")
    monkeypatch.delenv("EDITOR")
    assert f"kinds.yaml, line {number + 4}" in heard(game, "/pass", "/edit", "/quit")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "/p.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "/p.yaml"]),
        ("code", ["code", "--wait", "--goto", "/p.yaml:7"]),
        ("/usr/bin/subl -w", ["/usr/bin/subl", "-w", "/p.yaml:7"]),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(editor: str, command: list[str]) -> None:
    assert editor_command(editor, "/p.yaml", 7) == command


def test_without_an_editor_the_place_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert open_editor("/p.yaml", 7) == "Set EDITOR to open it from here. It is /p.yaml, line 7."
    monkeypatch.setenv("EDITOR", "no-such-editor-here")
    assert "cannot be run" in open_editor("/p.yaml", 7)
    monkeypatch.setenv("VISUAL", 'a "quote')
    assert "cannot be run" in open_editor("/p.yaml", 7)
    monkeypatch.setenv("VISUAL", "false")
    assert "The editor failed" in open_editor("/p.yaml", 7)


def test_what_one_fell_for_is_said(game: Game) -> None:
    point = str(game.study.due().points[0])
    number = point.removeprefix("kinds/q")
    heard(game, f"Bob Other{number}", "", "/quit")
    game._clock.sleep(1)
    told = heard(game, "/pass", "", "/pass", "", "/quit")
    assert f"You fell for “Bob Other{number}” yesterday." in told


def test_two_take_turns_and_one_who_has_nothing_due_is_told(game: Game) -> None:
    told = heard(game, *[""] * 60, interactive=False, names=("you", "Bob"))
    turns = re.findall(r"^(you|Bob), your take\.$", told, re.M)
    assert turns[:4] == ["you", "Bob", "you", "Bob"]
    assert told.count("That is all for tonight.") == 2
    assert game.study_of("Bob").due().done == 2
    again = heard(game, "", names=("you", "Bob"))
    assert again.count("Nothing is due today.") == 2


def test_cramming_goes_line_by_line_too(game: Game) -> None:
    out = io.StringIO()
    front = Plain(game, io.StringIO("/quit\n"), out, interactive=True)
    front.through(game.study.cram(Choosing(packs=("kinds",))))
    assert "Cram, take 1 of 4." in out.getvalue()
