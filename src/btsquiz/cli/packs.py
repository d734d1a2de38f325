"""`btsquiz packs`: what is on the shelf, and what is wrong with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from btsquiz.cli.opening import home_of, opened
from btsquiz.errors import ExitCode
from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.packs.shelf import Shelf


def _shelf(options: argparse.Namespace) -> Shelf:
    from btsquiz.checks import check_pack
    from btsquiz.packs.shelf import read_shelf

    return read_shelf(home_of(options).pack_folders(), check_pack)


def list_packs(options: argparse.Namespace) -> ExitCode:
    """Prints the packs on the shelf, those with errors too."""
    shelf = _shelf(options)
    if options.json:
        import json

        from btsquiz.packs.data import summary_data

        print(
            json.dumps({"packs": [summary_data(pack) for pack in shelf.packs]}, ensure_ascii=False, indent=2)
        )
        return ExitCode.OK
    for pack in shelf.packs:
        played = "" if pack.playable else " (not played)"
        print(f"{tame_line(pack.id)}: {tame_line(pack.title)}, {len(pack.placed)} questions{played}")
        for problem in pack.problems:
            print(f"  {problem}")
    if not shelf.packs:
        print(f"No packs. Put a YAML file into {home_of(options).questions}", file=sys.stderr)
    return ExitCode.OK


def show_pack(options: argparse.Namespace) -> ExitCode:
    """Prints the questions of one pack."""
    pack = _shelf(options).find(options.id)
    if options.json:
        import json

        from btsquiz.packs.data import pack_data

        print(json.dumps(pack_data(pack), ensure_ascii=False, indent=2))
        return ExitCode.OK
    from btsquiz.question import answer_text, options_of

    print(f"{pack.title}: {len(pack.placed)} questions")
    for question in pack.questions:
        print(f"\n{question.id} ({question.kind}, difficulty {question.difficulty})")
        print(f"  {question.ask}")
        for option in options_of(question.answer):
            print(f"    · {option}")
        print(f"  Answer: {answer_text(question.answer)}")
        if question.source:
            print(f"  Source: {question.source}")
    return ExitCode.OK


def show_insight(options: argparse.Namespace) -> ExitCode:
    """Prints what the answers given here say of a pack's questions."""
    with opened(options) as game:
        told = game.insights(options.id)
    if options.json:
        import json

        data = [
            {
                "question": str(one.question.key),
                "line": one.line,
                "answers": one.answers,
                "right": one.right,
                "discrimination": one.discrimination,
                "dead": list(one.dead),
                "median_ms": one.median_ms,
                "flags": one.flags,
            }
            for one in told
        ]
        print(json.dumps({"pack": options.id, "questions": data}, ensure_ascii=False, indent=2))
        return ExitCode.OK
    from btsquiz.cli.report import insight_lines

    for line in insight_lines(told):
        print(line)
    return ExitCode.OK


def check_packs(options: argparse.Namespace) -> ExitCode:
    """Prints what is wrong with packs and fact sheets, a line each."""
    from btsquiz.checks.files import check_paths

    checked, problems = check_paths(map(Path, options.paths), sound=options.sound)
    for problem in problems:
        print(problem)
    errors = sum(problem.level == "error" for problem in problems)
    told = f"errors: {errors}; warnings: {len(problems) - errors}" if problems else "nothing wrong"
    print(f"Files checked: {checked}; {told}.", file=sys.stderr)
    return ExitCode.PROBLEMS if errors else ExitCode.OK
