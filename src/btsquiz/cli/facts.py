"""`btsquiz facts`: the facts in pages and fact sheets."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from btsquiz.cli.pages import films_known, read_files, uncollected
from btsquiz.cli.report import left_out_line, repair_text
from btsquiz.errors import ExitCode
from btsquiz.text import tame, tame_line

if TYPE_CHECKING:
    from btsquiz.facts.fact import Fact
    from btsquiz.facts.reader import LeftOut, Page


@uncollected()
def facts(options: argparse.Namespace) -> ExitCode:
    """Prints the facts found in pages and fact sheets."""
    tell = _print_json if options.json else _print_page
    for file, page in read_files(options.files, films_known(), raw=options.raw, quiet=options.json):
        tell(file, page, explain=options.explain)
    return ExitCode.OK


def _print_json(file: str, page: Page, *, explain: bool) -> None:
    import json

    from btsquiz.facts.reader import fact_data

    for fact in page.facts:
        print(json.dumps(fact_data(fact, tame(file)), ensure_ascii=False))
    for one in page.left_out if explain else ():
        print(json.dumps(_left_out_data(one, tame(file)), ensure_ascii=False))


def _left_out_data(one: LeftOut, file: str) -> dict[str, object]:
    return {"file": file, "line": one.line, "left_out": one.text, "why": one.why}


def _print_page(file: str, page: Page, *, explain: bool) -> None:
    for fact in page.facts:
        _print_fact(fact, file)
        if explain:
            _explain(fact)
    if explain and page.left_out:
        print("Left out:")
        for one in page.left_out:
            print(left_out_line(file, one))


def _print_fact(fact: Fact, file: str) -> None:
    film = f"{tame_line(fact.film)} ({fact.year})" if fact.film else "film unknown"
    print(f"{tame_line(file)}:{fact.source.line}: {fact.kind} · {film} · {fact.standing}")
    people = ", ".join(
        f"{person.name} ({person.role})" if person.role else person.name for person in fact.people
    )
    if people:
        print(f"    {tame_line(people)}")
    print(f"    {tame_line(fact.statement)}")


def _explain(fact: Fact) -> None:
    """Says how sure the film is and why, and what was read otherwise than it is written."""
    print(f"    sure: {fact.sure}: {tame_line(fact.why) or 'people have reviewed it'}")
    for one in fact.corrections:
        print(f"    {repair_text(one)}")
