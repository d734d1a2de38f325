"""The commands on what is kept: stats, memory, players and saves, with their errors and exit codes."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from btsquiz.cli import main
from btsquiz.game.commands import Next, Pass
from btsquiz.game.formats import Format
from btsquiz.game.state import Phase
from worlds import ManualClock, make_home, open_world


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which Ann and Bob missed everything three days ago."""
    with open_world(make_home(tmp_path), ManualClock()) as game:
        for name in ("Ann", "Bob"):
            game.player = name
            run = game.play(Format("seven", "Seven", ("One",), takes=7), ("kinds",), "1")
            while run.state.phase is not Phase.OVER:
                run.do(Pass() if run.state.phase is Phase.ASKING else Next())
    return tmp_path


@pytest.fixture
def say(home: Path, capsys: pytest.CaptureFixture[str]):
    """Runs a command and gives its exit code, and what it printed."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--home", str(home)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_stats_in_words_and_as_json(say) -> None:
    code, out, _ = say("stats", "--player", "Ann")
    assert code == 0
    assert "7 answers, 0 right" in out
    assert "In the can: 0. You are a runner; 5 more to clapper loader." in out
    assert "\x1b" not in out
    assert all(len(line) <= 82 for line in out.splitlines())
    data = json.loads(say("stats", "--player", "Ann", "--json")[1])
    assert (data["player"], data["answers"], data["progress"]["kept"]) == ("Ann", 7, 7)
    assert say("stats")[1].count("Nothing was answered yet")


def test_memory_is_listed_and_changed(say) -> None:
    assert "kinds/choice: due" in say("memory", "list", "--player", "Ann")[1]
    assert say("memory", "suspend", "kinds/choice", "--player", "Ann")[0] == 0
    assert say("memory", "list", "--aside", "--player", "Ann")[1].startswith("kinds/choice: set aside")
    assert [
        one["state"] for one in json.loads(say("memory", "list", "--aside", "--json", "--player", "Ann")[1])
    ]
    assert say("memory", "wake", "kinds/choice", "--player", "Ann")[0] == 0
    assert say("memory", "list", "--aside", "--player", "Ann")[1] == "Nothing is set aside.\n"
    for what in ("bury", "star", "unstar"):
        assert say("memory", what, "kinds/choice", "--player", "Ann")[0] == 0
    code, _, err = say("memory", "star", "no/such")
    assert (code, "There is no point `no/such`" in err) == (1, True)


def test_retention_is_shown_with_its_cost_and_set(say) -> None:
    assert "85%              " in say("memory", "retention", "--player", "Ann")[1]
    out = say("memory", "retention", "90", "--player", "Ann")[1]
    assert next(line for line in out.splitlines() if "yours" in line).split()[0] == "90%"
    for wrong in ("0.2", "1.0", "101"):
        code, _, err = say("memory", "retention", wrong)
        assert (code, "Choose a share from" in err) == (2, True)


def test_fitting_says_what_it_lacks(say) -> None:
    code, _, err = say("memory", "fit", "--player", "Ann")
    assert (code, "to fit a memory takes 300" in err) == (1, True)


def test_players_are_listed_renamed_merged_split_hidden_and_deleted(say, home: Path) -> None:
    assert say("players")[1] == "Ann: 7 points kept\nBob: 7 points kept\n"
    assert say("players", "rename", "Ann", "Anna")[0] == 0
    assert say("players", "list")[1] == "Anna: 7 points kept, before: Ann\nBob: 7 points kept\n"
    assert say("players", "merge", "Anna", "Bob")[0] == 0
    assert say("players")[1] == "Bob: 7 points kept, before: Ann, Anna\n"
    assert say("players", "split", "Anna")[0] == 0
    assert say("players", "hide", "Bob")[0] == 0
    assert "Bob" not in say("players")[1]
    assert "Bob: 7 points kept (hidden)" in say("players", "list", "--all")[1]
    assert say("players", "show", "Bob")[0] == 0
    code, _, err = say("players", "delete", "Bob")
    assert (code, "--export FILE.jsonl" in err, "--for-good" in err) == (2, True, True)
    out = home / "bob.jsonl"
    assert say("players", "delete", "Bob", "--export", str(out))[0] == 0
    assert {json.loads(line)["player"] for line in out.read_text().splitlines()} == {"Bob"}
    assert "Bob" not in say("players", "list", "--all")[1]
    code, _, err = say("players", "hide", "Bob")
    assert (code, "Nobody is called `Bob` here" in err) == (1, True)


def test_saves_are_checked_and_rebuilt(say, home: Path) -> None:
    code, out, _ = say("saves", "check")
    assert (code, "14 cards; all well." in out) == (0, True)
    code, out, _ = say("saves", "rebuild")
    assert (code, out) == (0, "14 cards folded anew.\n")
    import sqlite3

    with sqlite3.connect(home / "saves" / "btsquiz.db") as connection:
        connection.execute("UPDATE card SET due = 3 WHERE player = 'Ann'")
    connection.close()
    code, out, _ = say("saves", "check")
    assert (code, out.count("is not what the journal says")) == (1, 7)
    say("saves", "rebuild")
    assert say("saves", "check")[0] == 0


def test_saves_are_backed_up_and_brought_back(say, home: Path) -> None:
    assert say("saves", "restore")[1].startswith("btsquiz-2026-11-22.db")  # made when the game was closed
    code, out, _ = say("saves", "backup")
    assert code == 0
    name = Path(out.split()[-1]).name
    assert name in say("saves", "restore")[1]
    say("players", "delete", "Ann", "--for-good")
    assert say("saves", "restore", name)[0] == 0
    assert "Ann" in say("players")[1]
    code, _, err = say("saves", "restore", "nothing.db")
    assert (code, "There is no backup `nothing.db`" in err) == (1, True)


def test_saves_go_to_another_machine_and_come_back(say, home: Path, tmp_path_factory) -> None:
    other = tmp_path_factory.mktemp("other")
    snapshot = other / "snapshot.db"
    assert say("saves", "export", str(snapshot))[0] == 0
    assert main(["saves", "merge", str(snapshot), "--home", str(other)]) == 0
    say_out = say("saves", "merge", str(snapshot))
    assert (say_out[0], say_out[1].splitlines()[-1]) == (0, "0 records taken in.")
    assert main(["saves", "check", "--home", str(other)]) == 0
    code, _, err = say("saves", "merge", str(home / "saves" / "btsquiz.db"))
    assert (code, "own save" in err) == (1, True)
    copied = other / "copied.db"
    shutil.copy(home / "saves" / "btsquiz.db", copied)
    code, _, err = say("saves", "merge", str(copied))
    assert (code, "save in use" in err) == (1, True)
    code, _, err = say("saves", "export", str(snapshot))
    assert (code, "is already there" in err) == (1, True)


def test_answers_go_out_as_lines_and_come_in_again(say, home: Path, tmp_path_factory) -> None:
    code, out, _ = say("saves", "export", "-")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, [one["record"] for one in records]) == (0, ["answer"] * 14 + ["card"] * 14)
    other = tmp_path_factory.mktemp("other")
    lines = other / "answers.jsonl"
    assert say("saves", "export", str(lines))[0] == 0
    assert lines.read_text().splitlines() == out.splitlines()
    assert main(["saves", "import", str(lines), "--home", str(other)]) == 0
    assert main(["saves", "import", str(lines), "--home", str(other)]) == 0
    assert main(["players", "--home", str(other)]) == 0
    say("players")
    code, out, _ = say("saves", "export", "-", "--anki", "Ann")
    rows = out.splitlines()
    assert (code, rows[0]) == (0, "id,cid,usn,ease,ivl,lastIvl,factor,time,type")
    assert len(rows) == 8
    code, _, err = say("saves", "import", str(home / "none.jsonl"))
    assert (code, "cannot be read" in err) == (1, True)


def test_an_author_sees_a_pack_by_what_was_answered(say) -> None:
    code, out, _ = say("packs", "insight", "kinds")
    assert (code, out.splitlines()[0]) == (0, "7 of 7 questions were answered here.")
    assert "0% of 2 right" in out
    data = json.loads(say("packs", "insight", "kinds", "--json")[1])
    assert [one["answers"] for one in data["questions"]] == [2] * 7
    assert say("packs", "insight", "none")[0] == 1


def test_dailies_are_for_one_or_two_and_cramming_for_one(say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    for words, said in (
        (("Ann", "Bob", "Cleo"), "for one player, or for two"),
        (("Ann", "--player", "Bob"), "for one player, or for two"),
        (("Ann", "Bob", "--film", "Jaws"), "To cram is for one player"),
        (("--before", "soon"), "is no date"),
    ):
        code, _, err = say("review", "--plain", *words)
        assert (code, said in err) == (2, True), words
    code, out, _ = say("review", "Ann", "Bob", "--plain")
    assert (code, "Ann, your take." in out) == (0, True)
    code, out, _ = say("review", "Ann", "--film", "Jaws", "--plain")
    assert (code, "Cram" in out) == (0, True)
