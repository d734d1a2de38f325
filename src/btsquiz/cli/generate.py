"""`btsquiz generate`: pages and fact sheets to a pack, with a report of what became of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from btsquiz.cli.pages import films_known, read_files, uncollected
from btsquiz.cli.report import report_lines
from btsquiz.errors import ExitCode, FileError, UsageError
from btsquiz.packs.shelf import SUFFIXES
from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.question import Question

_UNKNOWN: Final = (
    "Of films that btsquiz does not know yet, only a fact sheet can ask; "
    "see docs/how-questions-are-written.md."
)


@uncollected()
def generate(options: argparse.Namespace) -> ExitCode:
    """Writes a pack from pages and fact sheets; a question that breaks a rule is left out."""
    from btsquiz.packs.pack import fitting, joined_text, pack_id, write_text
    from btsquiz.writing.school import school_facts
    from btsquiz.writing.unasked import why_unasked
    from btsquiz.writing.writer import sound, write_questions, write_school

    if options.films == bool(options.files):
        raise UsageError("Name pages or fact sheets to write from, or say --films; one of the two.")
    output = Path(options.output)
    name = tame_line(options.output)
    if output.suffix not in SUFFIXES:
        raise FileError(f"`{name}` is no name for a pack.", hint="Let it end in .yaml.")
    if output.resolve() in {Path(file).resolve() for file in options.files}:
        raise FileError(f"`{name}` is what the questions are written from.", hint="Name another file.")
    films = films_known()
    pages = read_files(options.files, films)
    if options.films:
        facts = school_facts(films)
        written = write_school(facts, films)
    else:
        facts = list({fact.id: fact for _, page in pages for fact in page.facts}.values())
        written = write_questions(facts, films)
    wanted = _wanted(written, options.only, options.without)
    texts = fitting(wanted)
    questions, dropped = _unbroken(sound(wanted[: len(texts)], facts, films))
    asked_for = {question.id for question in wanted}
    unwanted = [question for question in written if question.id not in asked_for]
    unasked = [] if options.films else list(why_unasked(facts, questions, films, unwanted))
    if questions:
        title, about, licence = (
            tame_line(said or "") for said in (options.title, options.about, options.licence)
        )
        by_id = {question.id: text for question, text in zip(wanted, texts, strict=False)}
        kept = (by_id[question.id] for question in questions)
        text = joined_text(title or pack_id(output), kept, about=about, licence=licence)
        # The report comes after: whoever stops reading it has the pack all the same.
        write_text(output, text, force=options.force)
    for line in report_lines(pages, facts, questions, dropped, unasked):
        print(line, file=sys.stderr)
    if len(texts) < len(wanted):
        rest, where = len(wanted) - len(texts), tame_line(str(wanted[len(texts)].source))
        told = f"No room for {rest:,} more questions: those from {where} on are left out; give fewer pages."
        print(told, file=sys.stderr)
    if not questions:
        what = "no question could be written from the facts found" if facts else "no facts were found"
        raise FileError(f"{what.capitalize()}; nothing was written.", hint=_UNKNOWN if facts else None)
    asked = len({question.fact for question in questions})
    print(f"{name}: {len(questions)} questions on {asked} of {len(facts)} facts.", file=sys.stderr)
    return ExitCode.OK


def _wanted(questions: list[Question], only: list[str], without: list[str]) -> list[Question]:
    """Leaves out the questions of families that were not asked for."""
    families = {question.id.split("/")[1] for question in questions}
    for name in (*only, *without):
        if name not in families:
            hint = f"There are {', '.join(sorted(families))}." if families else None
            raise FileError(f"No question of the family `{tame_line(name)}` was written.", hint=hint)
    return [
        question
        for question in questions
        if (family := question.id.split("/")[1]) not in without and (not only or family in only)
    ]


def _unbroken(questions: list[Question]) -> tuple[list[Question], list[tuple[str, str]]]:
    """Parts the questions that pass every rule from what the others ask, each with why."""
    from btsquiz.checks import check_pack
    from btsquiz.packs.pack import Pack, Placed

    # A message names another question by its line: that is the line it was written from.
    placed = tuple(
        Placed(question, (question.source and question.source.line) or 1, number)
        for number, question in enumerate(questions)
    )
    pack = Pack("", "", "", placed=placed)
    broken = {problem.column: problem.message for problem in check_pack(pack) if problem.level == "error"}
    kept = [question for number, question in enumerate(questions) if number not in broken]
    return kept, [(questions[number].ask, message) for number, message in broken.items()]
