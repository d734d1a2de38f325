"""`btsquiz facts` and `btsquiz generate`: pages and fact sheets to facts, and facts to a pack."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from btsquiz.errors import ExitCode, FileError
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS, SUFFIXES
from btsquiz.text import tame, tame_line

if TYPE_CHECKING:
    from btsquiz.facts.fact import Fact
    from btsquiz.question import Question

_UNKNOWN: Final = "Of films that btsquiz does not know yet, only a fact sheet can ask; see docs/questions.md."


def facts(options: argparse.Namespace) -> ExitCode:
    """Prints the facts found in pages and fact sheets."""
    import json

    from btsquiz.facts.reader import fact_data

    for file, found in _read_facts(options.files, raw=options.raw):
        for fact in found:
            if options.json:
                print(json.dumps(fact_data(fact, tame(file)), ensure_ascii=False))
            else:
                _print_fact(fact, file)
    return ExitCode.OK


def _read_facts(files: Sequence[str], *, raw: bool = False) -> list[tuple[str, list[Fact]]]:
    """Reads pages and fact sheets, each with the facts in it.

    Raises:
        FileError: A file cannot be read, or a sheet has errors; the first is named.
    """
    from btsquiz.facts.filmography import load_filmography
    from btsquiz.facts.reader import read_facts
    from btsquiz.facts.sheet import reviewed_facts

    folder = shipped_questions() / FACTS
    films, reviewed = load_filmography(folder), {} if raw else reviewed_facts(folder)
    return [
        (
            file,
            _sheet_facts(Path(file))
            if Path(file).suffix in SUFFIXES
            else read_facts(Path(file), films, reviewed, raw=raw),
        )
        for file in files
    ]


def _sheet_facts(path: Path) -> list[Fact]:
    from btsquiz.checks.files import check_file
    from btsquiz.document import DocumentError
    from btsquiz.facts.sheet import read_sheet

    for problem in check_file(path):
        if problem.level == "error":
            raise DocumentError(problem)
    return list(read_sheet(path).facts)


def _print_fact(fact: Fact, file: str) -> None:
    film = f"{fact.film} ({fact.year})" if fact.film else "film unknown"
    print(f"{tame_line(file)}:{fact.source.line}: {fact.kind} · {film} · {fact.standing}")
    people = ", ".join(
        f"{person.name} ({person.role})" if person.role else person.name for person in fact.people
    )
    if people:
        print(f"    {people}")
    print(f"    {tame_line(fact.statement)}")


def generate(options: argparse.Namespace) -> ExitCode:
    """Writes a pack from pages and fact sheets; a question that breaks a rule is left out."""
    from btsquiz.facts.filmography import load_filmography
    from btsquiz.packs.pack import pack_id, pack_text, write_text
    from btsquiz.writing.writer import write_questions

    output = Path(options.output)
    name = tame_line(options.output)
    if output.suffix not in SUFFIXES:
        raise FileError(f"`{name}` is no name for a pack.", hint="Let it end in .yaml.")
    if output.resolve() in {Path(file).resolve() for file in options.files}:
        raise FileError(f"`{name}` is what the questions are written from.", hint="Name another file.")
    facts = {fact.id: fact for _, read in _read_facts(options.files) for fact in read}
    questions = _sound(write_questions(list(facts.values()), load_filmography(shipped_questions() / FACTS)))
    if not questions:
        what = "no question could be written from the facts found" if facts else "no facts were found"
        raise FileError(f"{what.capitalize()}; nothing was written.", hint=_UNKNOWN if facts else None)
    title, about, licence = (
        tame_line(said or "") for said in (options.title, options.about, options.licence)
    )
    text = pack_text(title or pack_id(output), questions, about=about, licence=licence)
    write_text(output, text, force=options.force)
    asked = len({question.fact for question in questions})
    print(f"{name}: {len(questions)} questions on {asked} of {len(facts)} facts.", file=sys.stderr)
    if asked < len(facts):
        print(_UNKNOWN, file=sys.stderr)
    return ExitCode.OK


def _sound(questions: list[Question]) -> list[Question]:
    """Leaves out the questions that break a rule, and says which and why."""
    from btsquiz.checks import check_pack
    from btsquiz.packs.pack import Pack, Placed

    placed = tuple(Placed(question, number, 1) for number, question in enumerate(questions))
    broken = {
        problem.line: problem.message
        for problem in check_pack(Pack("", "", "", placed=placed))
        if problem.level == "error"
    }
    for number, message in broken.items():
        print(f"Left out: {tame_line(questions[number].ask)} ({tame_line(message)})", file=sys.stderr)
    return [question for number, question in enumerate(questions) if number not in broken]
