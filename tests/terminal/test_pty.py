"""The app in a real terminal: killed at any moment it loses nothing, and leaves all as it found it."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import termios
from pathlib import Path

import pexpect
import pytest

from btsquiz.game.formats import CLASSIC
from btsquiz.game.state import Phase
from worlds import make_home, open_world

ENVIRON = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", "LC_ALL": "C.UTF-8"}
MODES_LEFT_ON = re.compile(r"\x1b\[\?(1049|1000|1003|1006|1015|2004|1004|25)([hl])")


def spawn(home: Path, *arguments: str, rows: int = 24, columns: int = 80) -> pexpect.spawn:
    return pexpect.spawn(
        sys.executable,
        ["-m", "btsquiz", *arguments, "--home", str(home)],
        env=ENVIRON,
        dimensions=(rows, columns),
        encoding="utf-8",
        timeout=30,
    )


def shown(child: pexpect.spawn, text: str) -> None:
    """Waits for a text, whatever escapes stand between its words."""
    gap = r"(?:\s|\x1b\[[0-9;?]*[A-Za-z])+"
    child.expect(gap.join(re.escape(word) for word in text.split()))


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Gives a home in which a classic match was begun."""
    with open_world(make_home(tmp_path)) as game:
        game.play(CLASSIC.calm(), ["on-the-set", "small-stories"], "7")
    return tmp_path


def test_a_match_killed_is_offered_again_at_the_same_take(begun: Path) -> None:
    child = spawn(begun)
    shown(child, "Go on")
    child.send("1")
    shown(child, "Press Space to roll")
    child.send(" ")
    for take in range(1, 4):
        shown(child, f"TAKE {take}/5")
        child.sendcontrol("n")
        shown(child, "No answer")
        child.send(" ")
    shown(child, "TAKE 4/5")
    child.kill(signal.SIGKILL)
    child.wait()
    again = spawn(begun)
    shown(again, "Go on")
    shown(again, "scene 1, take 4 of 5")
    again.send("1")
    shown(again, "TAKE 4/5")
    again.sendcontrol("q")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 0


def test_killed_at_any_moment_nothing_shown_is_lost(begun: Path) -> None:
    """Kills a plain match after what it has told, at moments drawn by a seed; what was told is saved."""
    chance = random.Random(7)
    answered, revealed = 0, False
    for _ in range(6):
        child = spawn(begun, "play", "--plain")
        child.expect("Going on with your match")
        for _ in range(chance.randrange(1, 5)):
            child.expect("> ")
            child.sendline("" if revealed else "/pass")
            child.expect("of 5, |Scene|of 5\\." if revealed else "No answer")
            answered += not revealed
            revealed = not revealed
        child.kill(signal.SIGKILL)
        child.wait()
        with open_world(make_home(begun)) as game:
            run = game.unfinished()
            assert run is not None
            assert len(run.state.results) == answered
            assert (run.state.phase is Phase.REVEALED) == revealed


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_leaves_the_terminal_as_it_was(begun: Path, number: int, code: int) -> None:
    child = spawn(begun)
    before = termios.tcgetattr(child.child_fd)
    shown(child, "Go on")
    child.kill(number)
    child.expect(pexpect.EOF)
    written = child.before
    child.close()
    assert child.exitstatus == code
    last = dict(MODES_LEFT_ON.findall(written))
    assert last.pop("25", "h") == "h"
    assert set(last.values()) <= {"l"}
    assert last.get("1049") == "l"
    assert before is not None


def test_control_c_ends_the_app_as_everywhere(begun: Path) -> None:
    child = spawn(begun)
    shown(child, "Go on")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


def test_the_first_start_is_three_takes_then_home(tmp_path: Path) -> None:
    child = spawn(tmp_path, rows=20, columns=60)
    shown(child, "Press Space to roll")
    child.send(" ")
    shown(child, "Kino Rives")
    child.send("keanu reeves\r")
    shown(child, "Right")
    child.send(" ")
    shown(child, "make-up budget")
    child.send("250\r")
    shown(child, "Right")
    child.send(" ")
    shown(child, "TAKE 3/3")
    child.send("1")
    shown(child, "points")
    child.send(" ")
    shown(child, "Thank you for watching")
    child.send(" ")
    shown(child, "Head-to-head")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_told_in_one_line(tmp_path: Path, term: str) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "btsquiz", "--home", str(tmp_path)],
        env={**ENVIRON, "TERM": term},
        encoding="utf-8",
    )
    child.expect(pexpect.EOF)
    said = child.before
    child.close()
    assert child.exitstatus == 2
    assert len(said.strip().splitlines()) == 1
    assert "--plain" in said
    assert "\x1b" not in said


def test_a_match_named_on_the_command_line_is_the_one_drawn(tmp_path: Path) -> None:
    child = spawn(tmp_path, "play", "--seed", "7", "--calm", "--pack", "small-stories")
    shown(child, "Press Space to roll")
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
    with open_world(make_home(tmp_path)) as game:
        run = game.unfinished()
        assert run is not None
        assert (run.state.deal.seed, run.state.deal.format) == ("7", CLASSIC.calm())
        assert {take.question.pack for take in run.state.deal.takes} == {"small-stories"}


def test_between_two_seats_no_byte_tells_of_questions_or_answers(tmp_path: Path) -> None:
    """From one seat's last answer to the next one's letter, what is sent is read byte by byte."""
    marks = ("Zebra", "Quokka", "Walrus", "Okapi")
    pack = "format: btsquiz/1\ntitle: Secret\nquestions:\n" + "".join(
        f'  - {{id: q{n}, ask: "Zebra {n}?", answer: Quokka {n}, wrong: [Walrus {n}, Okapi {n}],'
        f" difficulty: {n % 3 + 1}}}\n"
        for n in range(30)
    )
    make_home(tmp_path, pack, "secret")
    child = spawn(tmp_path, "duel", "Ann", "Bob", "--pack", "secret", "--seed", "1", "--calm")
    shown(child, "Press Space to go on")
    child.send(" ")
    shown(child, "press A when only you can see")
    lifted = False
    while not lifted:  # the curtain is deaf at first: knock until it lifts
        child.send("a")
        lifted = child.expect(["Zebra", pexpect.TIMEOUT], timeout=0.2) == 0
    for take in range(1, 6):
        child.send("1")
        shown(child, "LOCKED")
        if take < 5:
            child.send(" ")
            child.expect("Zebra")
    child.send(" ")
    shown(child, "look away")
    between = str(child.before) + str(child.after)
    for key in "x1 \r":
        child.send(key)
    lifted = False
    while not lifted:
        child.send("b")
        lifted = child.expect(["Zebra", pexpect.TIMEOUT], timeout=0.2) == 0
    between += str(child.before)
    assert "BOB" in between
    assert not [mark for mark in marks if mark in between]
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
