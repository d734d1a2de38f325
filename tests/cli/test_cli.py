"""The commands, as a shell sees them: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from btsquiz import __version__
from btsquiz.cli import main
from worlds import PACK, make_home

BTSQUIZ = [sys.executable, "-m", "btsquiz"]


def run(
    *arguments: str, typed: str = "", cwd: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*BTSQUIZ, *arguments],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=cwd,
        env={**os.environ, "TERM": "xterm-256color", **environ},
    )


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in ((["--version"], __version__), (["--help"], "packs"), (["packs", "-h"], "check")):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nonsense"], ["facts"], ["packs", "check"], ["generate", "x.txt"]])
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["play"], ["review"]])
def test_without_a_terminal_it_says_so_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    ended = run(*arguments, "--home", str(tmp_path / "home"))
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "--plain" in ended.stderr
    assert not (tmp_path / "home").exists()


def test_home_can_stand_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_home(tmp_path / "a")
    home = str(tmp_path / "a")
    for arguments in (["--home", home, "packs", "list"], ["packs", "list", "--home", home]):
        assert main(arguments) == 0
        assert "kinds: Every kind, 7 questions" in capsys.readouterr().out


def test_the_environment_names_home(tmp_path: Path) -> None:
    make_home(tmp_path)
    assert "kinds" in run("packs", "list", BTSQUIZ_HOME=str(tmp_path)).stdout


def test_a_pack_dropped_in_is_on_the_shelf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_home(tmp_path)
    assert main(["packs", "list", "--json", "--home", str(tmp_path)]) == 0
    packs = json.loads(capsys.readouterr().out)["packs"]
    assert {"id": "kinds", "title": "Every kind", "questions": 7}.items() <= packs[-1].items()
    assert {pack["id"] for pack in packs} >= {"on-the-set", "small-stories", "kinds"}


def test_show_gives_every_kind_its_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_home(tmp_path)
    assert main(["packs", "show", "kinds", "--json", "--home", str(tmp_path)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["id"], shown["title"]) == ("kinds", "Every kind")
    by_kind = {question["kind"]: question for question in shown["questions"]}
    keys = {
        "id", "kind", "ask", "options", "answer", "accept", "explain", "source", "fact", "point", "films",
        "difficulty", "tags",
    }  # fmt: skip
    assert all(keys <= question.keys() for question in shown["questions"])
    assert {kind: question["answer"] for kind, question in by_kind.items()} == {
        "choice": "Steven Spielberg",
        "multiple": ["Brad Pitt", "Edward Norton"],
        "truefalse": True,
        "number": 1960,
        "typed": "Blue Harvest",
        "order": ["Psycho", "Jaws", "Titanic"],
        "match": {"Alien": "Ridley Scott", "Fame": "Alan Parker"},
    }
    assert sorted(by_kind["choice"]["options"]) == ["George Lucas", "John Landis", "Steven Spielberg"]
    assert sorted(by_kind["multiple"]["options"]) == ["Brad Pitt", "Edward Norton", "Jared Leto"]
    assert by_kind["typed"]["accept"] == ["Blue Harvest", "Harvest"]
    assert by_kind["choice"]["source"] == {"title": "our page", "line": 3}
    assert by_kind["choice"]["point"] == "kinds/choice"


def test_the_order_of_options_follows_from_the_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shuffled = PACK.replace("wrong: [George Lucas, John Landis]", "wrong: [John Landis, George Lucas]")
    seen = []
    for number, pack in enumerate((PACK, shuffled)):
        make_home(tmp_path / str(number), pack)
        main(["packs", "show", "kinds", "--json", "--home", str(tmp_path / str(number))])
        seen.append(json.loads(capsys.readouterr().out)["questions"][0]["options"])
    assert seen[0] == seen[1]


def test_show_names_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_home(tmp_path)
    assert main(["packs", "show", "kind", "--home", str(tmp_path)]) == 1
    assert "`kind`" in (said := capsys.readouterr().err)
    assert "kinds" in said
    assert main(["packs", "show", "kinds", "--home", str(tmp_path)]) == 0
    assert "Answer: Steven Spielberg" in capsys.readouterr().out


def test_check_prints_place_and_rule_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "format: btsquiz/1\ntitle: Bad\nquestions:\n"
        "  - ask: Who directed Alien?\n    answr: Ridley Scott\n"
        "  - ask: Who directed Ran?\n    answer: Akira Kurosawa\n    wrong: [akira kurosawa, Yasujiro Ozu]\n"
    )
    assert main(["packs", "check", str(bad)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{bad}:4:5: error: ") or said[0].startswith(f"{bad}:5:5: error: ")
    assert any(line.startswith(f"{bad}:5:5: error: ") and line.endswith("[unknown-key]") for line in said)
    assert any("`answer`" in line and "did you mean" in line for line in said)
    assert any(line.startswith(f"{bad}:6:5: error: ") and line.endswith("[alike-options]") for line in said)


def test_warnings_alone_do_not_fail_a_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "w.yaml"
    pack.write_text("format: btsquiz/1\ntitle: W\nquestions:\n  - {ask: Did he?, answer: yes}\n")
    assert main(["packs", "check", str(pack)]) == 0
    assert "warning" in capsys.readouterr().out


def test_check_takes_folders_and_names_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_home(tmp_path)
    assert main(["packs", "check", str(tmp_path)]) == 0
    assert main(["packs", "check", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_check_reads_fact_sheets_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "format: btsquiz-facts/1\ntitle: T\nfacts:\n"
        "  - {id: 0123456789, line: 1, kind: photo, film: No Film, years: [1999], standing: disputed,\n"
        "     statement: S., asks: {why: [{ask: Why?, answer: [a, b]}]}}\n"
    )
    assert main(["packs", "check", str(sheet)]) == 1
    said = capsys.readouterr().out
    for rule in ("unknown-film", "disputed", "unclear-kind"):
        assert f"[{rule}]" in said


def test_no_control_character_of_a_file_reaches_the_terminal(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home")
    nasty = home.questions / "na\x1b]0;x\x07\x9bsty.yaml"
    nasty.write_text('format: btsquiz/1\ntitle: "a\\e[2Jb"\nquestions: []\n')
    for arguments in (
        ["packs", "list"],
        ["packs", "list", "--json"],
        ["packs", "check", str(nasty)],
        ["packs", "show", "\x1bx"],
        ["facts", str(nasty)],
        ["facts", str(tmp_path / "a\x1b[2Jb")],
        ["generate", str(nasty), "-o", "\x1b.yaml"],
    ):
        ended = run(*arguments, "--home", str(home.root))
        assert not set(ended.stdout + ended.stderr) & set(
            map(chr, (*range(10), *range(11, 32), *range(127, 160)))
        )
        assert "Traceback" not in ended.stderr


def test_the_whole_match_through_a_pipe(tmp_path: Path) -> None:
    yes = "1\n" * 200
    first = run("play", "--plain", "--seed", "7", "--home", str(tmp_path), typed=yes)
    assert first.returncode == 0
    assert first.stderr == ""
    assert "of 15 right." in first.stdout
    assert "seconds" not in first.stdout
    assert run("play", "--plain", "--seed", "7", "--home", str(tmp_path), typed=yes).stdout == first.stdout
    assert run("play", "--plain", "--seed", "8", "--home", str(tmp_path), typed=yes).stdout != first.stdout
    review = run("review", "--plain", "--home", str(tmp_path))
    assert review.returncode == 0
    assert "tomorrow" in review.stdout


def test_a_damaged_save_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "saves").mkdir()
    (tmp_path / "saves" / "btsquiz.db").write_text("not a save")
    ended = run("play", "--plain", "--home", str(tmp_path))
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "is not a btsquiz save" in ended.stderr


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_signals_end_a_plain_match_with_their_code(tmp_path: Path, number: int, code: int) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a child of a background job ignores it
    playing = subprocess.Popen(
        [*BTSQUIZ, "play", "--plain", "--seed", "7", "--home", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert playing.stdout is not None
    while "take 1 of 5" not in playing.stdout.readline():
        pass
    playing.send_signal(number)
    _, said = playing.communicate(timeout=30)
    assert playing.returncode == code
    assert "Traceback" not in said
    again = run("play", "--plain", "--home", str(tmp_path))
    assert "Going on with your match: Classic, scene 1, take 1 of 5" in again.stdout


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    shell = f"{sys.executable} -m btsquiz packs show on-the-set --home {tmp_path} | head -n 1"
    ended = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout.startswith("On the set")
    assert ended.stderr == ""


def test_output_that_is_not_utf_8_is_no_crash(tmp_path: Path) -> None:
    ended = run(
        "packs", "show", "small-stories", "--home", str(tmp_path), PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert ended.returncode == 0
    assert "Am?lie" in ended.stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["packs list", "play --plain --seed 1"])
def test_closed_streams_are_no_crash(tmp_path: Path, command: str, closed: str) -> None:
    shell = f"{sys.executable} -m btsquiz {command} --home {tmp_path} {closed}"
    ended = subprocess.run(
        ["sh", "-c", shell], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    shell = f"{sys.executable} -m btsquiz packs show on-the-set --home {tmp_path} > /dev/full"
    ended = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "no space left" in ended.stderr


def test_check_finds_two_files_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_home(tmp_path)
    make_home(tmp_path / "questions")
    assert main(["packs", "check", str(tmp_path)]) == 1
    assert "[duplicate-pack]" in capsys.readouterr().out


def test_a_title_of_two_lines_stays_on_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_home(tmp_path, PACK.replace("title: Every kind", 'title: "Every\\nother: Kind"'))
    main(["packs", "list", "--home", str(tmp_path)])
    assert "kinds: Every other: Kind, 7 questions" in capsys.readouterr().out


def test_a_folder_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home")
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    if (
        nobody
        and subprocess.run([*nobody, *BTSQUIZ, "--version"], capture_output=True, check=False).returncode
    ):
        pytest.skip("NOT CHECKED: root may read every folder, and nobody may not run this Python")
    home.questions.chmod(0o000)
    ended = subprocess.run(
        [*nobody, *BTSQUIZ, "packs", "list", "--home", str(home.root)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    home.questions.chmod(0o755)
    assert "Traceback" not in ended.stderr
    assert "[unreadable]" in ended.stdout, ended.stderr
    assert "permission denied" in ended.stdout


def test_play_draws_from_the_packs_named_and_begins_anew_where_asked(tmp_path: Path) -> None:
    home = ["--home", str(tmp_path)]
    stories = run("play", "--plain", "--pack", "small-stories", *home, typed="1\n" * 200).stdout
    assert stories.count("Source: stories 002") == 15
    assert "Saved at" in run("play", "--plain", *home).stdout
    assert "Going on with your match" in run("play", "--plain", *home).stdout
    assert "Going on with your match" not in run("play", "--plain", "--new", *home).stdout
    missing = run("play", "--plain", "--pack", "nowhere", *home)
    assert missing.returncode == 1
    assert "`nowhere`" in missing.stderr


# formats


def test_a_format_is_played_by_its_name_or_from_a_file(tmp_path: Path) -> None:
    home = str(make_home(tmp_path).root)
    said = run("play", "--plain", "--format", "survival", "--home", home, typed="/end\n").stdout
    assert "Survival: 40 questions; three lives" in said
    (tmp_path / "short.yaml").write_text("format: btsquiz-format/1\ntitle: Short\ntakes: 2\n")
    said = run(
        "play", "--plain", "--format", str(tmp_path / "short.yaml"), "--home", home, typed="/end\n"
    ).stdout
    assert "Short: 2 questions." in said


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--format", "chess"], 2, "No format is called `chess`; there are classic, lightning,"),
        (["--format", "none.yaml"], 1, "Cannot read `none.yaml`: no such file"),
        (["--format", "today", "--seed", "1"], 2, "Today’s seven are the same for everybody"),
        (["--format", "today", "--pack", "kinds"], 2, "Today’s seven are the same for everybody"),
        (
            ["--format", "survival", "--pack", "kinds"],
            1,
            "Survival needs 10 questions on different things; there are 7.",
        ),
    ],
)
def test_a_format_that_cannot_be_played_is_refused_in_one_sentence(
    arguments: list[str], code: int, says: str, tmp_path: Path
) -> None:
    ended = run("play", "--plain", *arguments, "--home", str(make_home(tmp_path).root), cwd=tmp_path)
    assert ended.returncode == code
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_bad_format_is_said_with_its_place(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: btsquiz-format/1\ntitle: Bad\ntakes: 3\nlifes: 2\n")
    ended = run("play", "--plain", "--format", str(bad), "--home", str(tmp_path))
    assert ended.returncode == 1
    assert f"{bad}:4:1: error: a format has no `lifes`; did you mean `lives`?" in ended.stderr
