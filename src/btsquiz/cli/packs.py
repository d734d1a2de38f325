"""`btsquiz packs`: what is on the shelf, and what is wrong with it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from btsquiz.errors import ExitCode
from btsquiz.home import Home, find_home
from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.packs.shelf import Shelf


def _home(options: argparse.Namespace) -> Home:
    return find_home(getattr(options, "home", None), os.environ)


def _shelf(options: argparse.Namespace) -> Shelf:
    from btsquiz.checks import check_pack
    from btsquiz.packs.shelf import read_shelf

    return read_shelf(_home(options).pack_folders(), check_pack)


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
        print(f"No packs. Put a YAML file into {_home(options).questions}", file=sys.stderr)
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
