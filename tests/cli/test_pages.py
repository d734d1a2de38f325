"""`btsquiz facts` and `btsquiz generate`, as a shell sees them: what they print, where, and how they end."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from btsquiz.cli import main
from btsquiz.cli.pages import ProgressLine
from btsquiz.document import MAX_BYTES
from btsquiz.packs import pack as packs
from worlds import ManualClock

ROOT = Path(__file__).parents[2]
SHEET = str(ROOT / "questions" / "facts" / "002.yaml")
PAGE = """\
Our night at the pictures

Janet Leigh on the set of 'Psycho' (1960)

Steve McQuen and Paul Newman on the set of 'The Towering Inferno' (1974)

Advertisement

Somebody on the set of 'Nothing We Ever Heard Of' (1988)

Anthony Perkins and Alfred Hitchcock behind the scenes of 'Psycho' (1960)
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "btsquiz", *arguments],
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "TERM": "xterm-256color"},
    )


# facts


def test_facts_are_printed_with_their_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(page)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines()[:3] == [
        f"{page}:3: photo · Psycho (1960) · unchecked",
        "    Janet Leigh",
        "    Janet Leigh during the making of Psycho (1960).",
    ]
    assert "sure" not in said.out
    assert "Left out" not in said.out


def test_explain_says_how_sure_each_is_what_was_repaired_and_what_was_left_out(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", str(page), "--explain"]) == 0
    said = capsys.readouterr().out
    plain, left_out = said.split("Left out:\n")
    psycho, inferno, nothing, _ = re.split(rf"^{re.escape(str(page))}:", plain, flags=re.M)[1:]
    assert "    sure: high: its title and year" in psycho
    assert "    read as Steve McQueen; written Steve McQuen: nearly this name, and of this film" in inferno
    assert "Paul Newman; written" not in inferno
    assert "    sure: low: " in nothing
    assert [line.split(": ")[0] for line in left_out.splitlines()] == [f"  {page}:1", f"  {page}:7"]
    assert "“Advertisement”: " in left_out


def test_explain_says_what_people_have_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", SHEET, "--explain"]) == 0
    said = capsys.readouterr().out
    assert said.count("    sure: high: people have reviewed it") == 18
    assert "read as Rocky IV; written Rocky 4: " in said
    assert "Left out" not in said


def test_json_says_all_that_explain_says(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(page), "--json"]) == 0
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(fact["line"], fact["sure"]) for fact in facts] == [
        (3, "high"),
        (5, "high"),
        (9, "low"),
        (11, "high"),
    ]
    assert facts[1]["repairs"][0]["written"] == "Steve McQuen"
    assert main(["facts", str(page), "--json", "--explain"]) == 0
    rest = [json.loads(line) for line in capsys.readouterr().out.splitlines()][len(facts) :]
    assert [(one["line"], one["left_out"]) for one in rest] == [
        (1, "Our night at the pictures"),
        (7, "Advertisement"),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"%PDF-1.7\n\x00\xff", "a PDF"),
        (b"PK\x03\x04\x14\x00", "zip archive"),
        (b"<p>Uma</p><p>Daryl</p>", "HTML"),
        ("Uma".encode("utf-16"), "UTF-16"),
        (b"Am\xe9lie on the set, with nobody else", "Latin-1"),
        (None, "larger than 16,384 KiB"),
    ],
)
@pytest.mark.parametrize("command", ["facts", "generate"])
def test_a_page_that_is_no_page_gets_one_sentence(
    command: str, tmp_path: Path, content: bytes | None, says: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content or b"")
    if content is None:
        os.truncate(page, 1 << 30)
    output = ["-o", str(tmp_path / "mine.yaml")] if command == "generate" else []
    ended = run(command, str(page), *output)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith(f"btsquiz: `{page}` is ")
    assert says in ended.stderr
    assert not (tmp_path / "mine.yaml").exists()


def test_a_page_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for file, says in (
        ("missing.txt", "no such file"),
        (".", "is a directory"),
        ("fifo", "not a regular file"),
    ):
        ended = run("facts", str(tmp_path / file))
        assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
        assert says in ended.stderr


# generate


def test_generate_writes_a_pack_that_checks_and_never_over_a_file(tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    assert run("generate", SHEET, "-o", str(out)).returncode == 0
    written = out.read_bytes()
    assert main(["packs", "check", str(out)]) == 0
    again = run("generate", SHEET, "-o", str(out))
    assert again.returncode == 1
    assert "--force" in again.stderr
    assert out.read_bytes() == written
    assert run("generate", SHEET, "-o", str(out), "--force").returncode == 0
    assert out.read_bytes() == written
    assert [file.name for file in tmp_path.iterdir()] == ["mine.yaml"]


def test_generate_ends_with_a_report_to_act_on(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    ended = run("generate", str(page), "-o", str(out))
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == ""
    said = ended.stderr.splitlines()
    assert said[:2] == ["Lines read: 6.", "Facts: 4; photos 4; how sure the film is: high 3, low 1."]
    assert said[2:4] == [
        "Repairs: 1.",
        f"  {page}:5: read as Steve McQueen; written Steve McQuen: nearly this name, and of this film",
    ]
    assert said[4] == "Questions: 7; choice 5, number 2; easy 2, medium 2, hard 3."
    assert said[5:8] == [
        "Facts with no question: 2.",
        f"  {page}:9: photo of Nothing We Ever Heard Of (1988): its film is not among those btsquiz knows",
        f"  {page}:11: photo of Psycho (1960): its film is asked about from page, line 3 already",
    ]
    assert said[8] == "Lines left out: 2."
    assert [line.partition(": ")[0] for line in said[9:11]] == [f"  {page}:1", f"  {page}:7"]
    assert said[11:] == [f"{out}: 7 questions on 2 of 4 facts."]
    assert run("packs", "check", str(out)).returncode == 0
    pack = packs.read_pack(out)
    shown = {one.films[0]: one.corrections for one in pack.questions}
    assert [one.written for one in shown["The Towering Inferno"]] == ["Steve McQuen"]
    assert shown["Psycho"] == ()


@pytest.mark.parametrize(
    ("text", "says", "reported"),
    [
        ("Advertisement\n", "No facts were found; nothing was written.", "Lines left out: 1."),
        (
            "Janet Leigh on the set of 'Nothing We Ever Heard Of' (1988)\n",
            "No question could be written from the facts found; nothing was written.",
            "Facts with no question: 1.",
        ),
    ],
)
def test_where_nothing_can_be_asked_the_report_says_why(
    text: str, says: str, reported: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(text)
    ended = run("generate", str(page), "-o", str(tmp_path / "mine.yaml"))
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].startswith(f"btsquiz: {says}")
    assert reported in ended.stderr.splitlines()
    assert not (tmp_path / "mine.yaml").exists()


def test_generate_does_not_replace_what_it_reads(tmp_path: Path) -> None:
    sheet = tmp_path / "mine.yaml"
    sheet.write_bytes(Path(SHEET).read_bytes())
    before = sheet.read_bytes()
    ended = run("generate", str(sheet), "-o", str(sheet), "--force")
    assert ended.returncode == 1
    assert sheet.read_bytes() == before


def test_generate_leaves_out_what_breaks_a_rule_and_tames_its_words(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "format: btsquiz-facts/1\ntitle: T\nfacts:\n"
        "  - {id: 0123456789, line: 8, kind: photo, standing: checked, statement: S.,\n"
        "     corrections: [{written: Nan, truth: Ann, kind: typo}, {written: 9, truth: 10, kind: fact}],\n"
        "     asks: {why: [{ask: Who?, answer: James, wrong: [james, Ann]}, {ask: Whom?, accept: [Ann]},\n"
        "       {ask: Whom?, accept: [Bob]}, {ask: Whom?, accept: [Cy]}]}}\n"
    )
    out = tmp_path / "out.yaml"
    ended = run("generate", str(sheet), "-o", str(out), "--title", " a\x1bb ", "--about", "c\u202ed")
    assert ended.returncode == 0
    assert "Questions that break a rule: 3." in ended.stderr
    assert "Left out: Who? (the options" in ended.stderr
    assert "Left out: Whom? (this asks the same as the question on line 8;" in ended.stderr
    assert "1 questions on 1 of 1 facts" in ended.stderr
    assert f"Repairs: 1.\n  {sheet}:8: read as Ann; written Nan\n" in ended.stderr
    assert "Lines read" not in ended.stderr
    assert run("packs", "check", str(out)).returncode == 0


def test_a_pack_given_for_a_page_holds_no_facts(tmp_path: Path) -> None:
    pack = str(ROOT / "questions" / "small-stories.yaml")
    assert run("facts", pack).returncode == 0
    ended = run("generate", pack, "-o", str(tmp_path / "mine.yaml"))
    assert ended.returncode == 1
    assert "No facts were found" in ended.stderr


def test_no_control_character_of_a_page_reaches_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "a\x1b[2Jb.txt"
    page.write_text(
        "Uma \x1b]0;x\x07 Thurman\x9b on the set of 'Psy\x1bcho' (1960)\n\n\x1b[31mAdvertisement\n"
    )
    for arguments in (["facts"], ["facts", "--explain"], ["generate", "-o", str(tmp_path / "m.yaml")]):
        ended = run(*arguments, str(page))
        assert ended.stdout + ended.stderr
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ended.stdout + ended.stderr)
        assert "Traceback" not in ended.stderr


def test_more_questions_than_a_pack_may_hold_are_left_out_and_counted(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.yaml"
    monkeypatch.setattr(packs, "_HEAD_BYTES", MAX_BYTES - 3500)
    assert main(["generate", str(page), "-o", str(out)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert "Questions: 4; choice 3, number 1; easy 1, medium 1, hard 2." in said
    assert "No room for 3 more questions: those from page, line 5 on are left out; give fewer pages." in said
    assert said[-1] == f"{out}: 4 questions on 1 of 4 facts."
    assert not any("line 5: photo" in line for line in said)


# how far it is


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_rewrites_one_line_now_and_then_and_wipes_it() -> None:
    clock, terminal = ManualClock(), Terminal()
    line = ProgressLine(terminal, clock)
    line.tell("Reading", 1, 12_000)
    assert terminal.getvalue() == ""
    clock.tick(500)
    line.tell("Reading", 3_000, 12_000)
    line.tell("Reading", 3_001, 12_000)
    clock.tick(500)
    line.tell("Reading", 9, 99)
    assert terminal.getvalue() == "\rReading: 3,000 of 12,000\rReading: 9 of 99        "
    line.wipe()
    assert terminal.getvalue().endswith(f"\r{' ' * len('Reading: 9 of 99')}\r")


def test_progress_says_nothing_where_it_said_nothing_or_is_no_terminal() -> None:
    clock, pipe, terminal = ManualClock(), io.StringIO(), Terminal()
    for line in (ProgressLine(pipe, clock), ProgressLine(terminal, clock)):
        line.wipe()
    line = ProgressLine(pipe, clock)
    clock.tick(9_000)
    line.tell("Reading", 1, 2)
    line.wipe()
    assert (pipe.getvalue(), terminal.getvalue()) == ("", "")


@pytest.fixture
def long_page(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    captions = (f"{n}. Janet Leigh and number {n} on the set of 'Psycho' (1960)" for n in range(1, 900))
    path.write_text("\n\n".join(captions))
    return path


def test_a_terminal_sees_how_far_a_long_page_is_read(long_page: Path) -> None:
    shell = f"{sys.executable} -m btsquiz facts {long_page} > /dev/null"
    child = pexpect.spawn("sh", ["-c", shell], encoding="utf-8", dimensions=(24, 80), timeout=60)
    child.expect(r"\rReading: \d+ of \d+")
    child.expect(r"\r +\r$")
    child.expect(pexpect.EOF)
    assert child.before == ""


@pytest.mark.parametrize("as_json", [["--json"], []])
def test_nothing_of_it_reaches_a_pipe_or_stands_beside_json(long_page: Path, as_json: list[str]) -> None:
    if as_json:
        shell = f"{sys.executable} -m btsquiz facts {long_page} --json > /dev/null"
        assert pexpect.run(f'sh -c "{shell}"', timeout=60) == b""
    ended = run("facts", str(long_page), *as_json)
    assert ended.stderr == ""
    assert "Reading" not in ended.stdout


def test_whoever_stops_reading_the_report_has_the_pack_all_the_same(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.yaml"
    arguments = [sys.executable, "-m", "btsquiz", "generate", str(page), "-o", str(output)]
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(arguments, stderr=writing, stdout=subprocess.DEVNULL, check=False)
    os.close(writing)
    assert ended.returncode != 0
    assert packs.read_pack(output).questions
