"""`btsquiz stats`: what the numbers say of a player."""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import asdict

from btsquiz.cli.opening import opened
from btsquiz.errors import ExitCode
from btsquiz.text import tame_line

WIDTH_CELLS = 80


def stats(options: argparse.Namespace) -> ExitCode:
    """Prints the numbers, drawn or as JSON."""
    with opened(options) as game:
        numbers = game.study.stats()
    if options.json:
        data = asdict(numbers)
        data["days"] = {str(day): number for day, number in numbers.days.items()}
        data["minutes_a_day"] = numbers.minutes
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return ExitCode.OK
    from btsquiz.quizmaster.charts import sections

    width_cells = min(shutil.get_terminal_size((WIDTH_CELLS, 24)).columns, 2 * WIDTH_CELLS)
    print(f"{tame_line(numbers.player)}")
    for title, lines in sections(numbers, max(width_cells, 40)):
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}".rstrip())
    return ExitCode.OK
