"""Scores the reader on pages whose facts are marked: `make facts-score`.

`python tests/facts/score.py [HALF …] [--misses]` prints what share of the captions and stories of each half
of `evaluation/` is found and right. `seen` was worked on; `kept` was kept aside until it was scored once.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.reader import read_page
from btsquiz.facts.titles import title_key
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS
from btsquiz.text import fold

PAGES = Path(__file__).parent / "evaluation"
HALVES = ("seen", "kept")


@dataclass(frozen=True)
class Marked:
    """What a person says a page says."""

    line: int
    to: int
    kind: str
    titles: frozenset[str]
    years: frozenset[int]
    people: frozenset[str]


@dataclass
class Tally:
    """What the reader made of one kind of fact."""

    marked: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    dated: int = 0
    year: int = 0
    named: int = 0
    named_right: int = 0
    people: int = 0

    @property
    def precision(self) -> float:
        return share(self.named_right, self.named)

    @property
    def recall(self) -> float:
        return share(self.named_right, self.people)

    @property
    def f1(self) -> float:
        return share(2 * self.named_right, self.named + self.people)


@dataclass
class Score:
    """What the reader made of some pages.

    Attributes:
        facts: How many facts it found.
        noise: How many of them are none of those marked.
        again: How many of these are a second fact of what is marked as one.
        left_out: How many texts it took for no fact that are none.
    """

    photo: Tally = field(default_factory=Tally)
    story: Tally = field(default_factory=Tally)
    facts: int = 0
    noise: int = 0
    again: int = 0
    left_out: int = 0
    misses: list[str] = field(default_factory=list)


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def marks_of(path: Path) -> list[dict[str, Any]]:
    """Gives the marks of a page as they are written, with the quick parser where there is one."""
    text = path.with_suffix(".yaml").read_text("utf-8")
    return list(yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))["facts"])


def marked(path: Path) -> list[Marked]:
    """Reads the marks of a page."""
    entries = marks_of(path)
    return [
        Marked(
            line=one["line"],
            to=one.get("to", one["line"]),
            kind=one["kind"],
            titles=frozenset(
                title_key(str(title)) for title in (one["film"], *one.get("also", ())) if title is not None
            ),
            years=frozenset(one.get("years") or ()),
            people=frozenset(fold(name) for name in one.get("people") or ()),
        )
        for one in entries
    ]


def paired(marks: list[Marked], facts: list[Fact]) -> Iterator[tuple[Marked | None, Fact | None]]:
    """Pairs what is marked with what was found at its lines: of several on one line, the same film first."""
    left = list(facts)

    def likeness(mark: Marked, fact: Fact) -> tuple[bool, bool, int]:
        return (
            fact.kind == mark.kind,
            title_key(fact.film) in mark.titles,
            len(mark.people & {fold(one.name) for one in fact.people}),
        )

    pairs: dict[int, Fact] = {}
    candidates = [
        (likeness(mark, fact), -place, -number)
        for place, mark in enumerate(marks)
        for number, fact in enumerate(facts)
        if mark.line <= (fact.source.line or 0) <= mark.to
    ]
    for _, place, number in sorted(candidates, reverse=True):
        if -place not in pairs and facts[-number] in left:
            left.remove(facts[-number])
            pairs[-place] = facts[-number]
    for place, mark in enumerate(marks):
        yield mark, pairs.get(place)
    for fact in left:
        yield None, fact


def called(fact: Fact, films: Filmography) -> frozenset[str]:
    """Gives every title of a fact's film that the table knows, and that of the fact."""
    meant = (
        [film for film in films.titled(fact.film) if set(fact.years) & set(film.years)] if fact.film else []
    )
    titles = [fact.film, *(title for film in meant for title in (film.title, *film.aka))]
    return frozenset(title_key(title) for title in titles if title)


def score(pages: list[Path], films: Filmography) -> Score:
    """Reads pages and compares them with their marks."""
    result = Score()
    for path in pages:
        page = read_page(path, films)
        facts = list(page.facts)
        result.facts += len(facts)
        marks = marked(path)
        told = {line for mark in marks for line in range(mark.line, mark.to + 1)}
        result.left_out += sum(one.line not in told for one in page.left_out)
        for mark, fact in paired(marks, facts):
            said = fact and f"{fact.kind} {fact.film!r} {fact.years} {[one.name for one in fact.people]}"
            where = f"{path.stem}:{(fact and fact.source.line) or (mark and mark.line)}"
            if mark is None:
                result.noise += 1
                result.again += bool(fact and fact.source.line in told)
                result.misses.append(f"{where}: NOISE {said}")
                continue
            wrong = _count(getattr(result, mark.kind), mark, fact, films)
            if wrong:
                truth = f"{sorted(mark.titles)} {sorted(mark.years)} {sorted(mark.people)}"
                result.misses.append(f"{where}: {' '.join(wrong)}: {said}\n      marked {truth}")
    return result


def _count(tally: Tally, mark: Marked, fact: Fact | None, films: Filmography) -> list[str]:
    tally.marked += 1
    named = {fold(films.person(one) or one) for one in mark.people}
    tally.people += len(named)
    if fact is None or fact.kind != mark.kind:
        return ["MISSED" if fact is None else "KIND"]
    tally.found += 1
    tally.dated += bool(mark.years)
    titles = called(fact, films)
    right = not titles.isdisjoint(mark.titles) if mark.titles else not titles
    tally.right += right
    tally.wrong += bool(titles) and not right
    dated = bool(mark.years & set(fact.years[:1]))
    tally.year += bool(mark.years) and dated
    people = {fold(films.person(one.name) or one.name) for one in fact.people}
    tally.named += len(people)
    tally.named_right += len(people & named)
    wrong = [] if right else ["WRONG FILM" if titles else "no film"]
    wrong += ["year"] if mark.years and not dated else []
    wrong += ["people"] if people != named else []
    return wrong


def table(half: str, result: Score) -> str:
    """Lays the figures out, each with its count and its target."""
    photo, story = result.photo, result.story
    rows = [
        ("captions found", photo.found, photo.marked, "≥ 0.92"),
        ("  right film", photo.right, photo.marked, "≥ 0.90"),
        ("  wrong film", photo.wrong, photo.marked, "≤ 0.02"),
        ("  year", photo.year, photo.dated, "≥ 0.96"),
        ("  people, precision", photo.named_right, photo.named, ""),
        ("  people, recall", photo.named_right, photo.people, ""),
        ("  people, F1", 2 * photo.named_right, photo.named + photo.people, "≥ 0.92"),
        ("stories found", story.found, story.marked, "≥ 0.88"),
        ("  right film", story.right, story.marked, "≥ 0.85"),
        ("  wrong film", story.wrong, story.marked, "≤ 0.03"),
        ("  people, F1", 2 * story.named_right, story.named + story.people, ""),
        ("noise taken for facts", result.noise, result.facts, "≤ 0.02"),
        ("  of it told twice", result.again, result.facts, ""),
        ("  of all texts of noise", none := result.noise - result.again, none + result.left_out, ""),
    ]
    lines = [f"{half}: {len(pages(half))} pages, {photo.marked} captions, {story.marked} stories"]
    lines += [
        f"  {name:24}{share(part, whole):6.3f}  {part:4} of {whole:4}  {target}"
        for name, part, whole, target in rows
    ]
    return "\n".join(lines)


def pages(half: str) -> list[Path]:
    """Gives the pages of a half."""
    return sorted((PAGES / half).glob("*.txt"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("halves", nargs="*", choices=[[], *HALVES], metavar="HALF")
    parser.add_argument("--misses", action="store_true", help="name each line that was not read as marked")
    options = parser.parse_args()
    films = load_filmography(shipped_questions() / FACTS)
    for half in options.halves or HALVES:
        result = score(pages(half), films)
        print(table(half, result))
        if options.misses:
            print("\n".join(result.misses))


if __name__ == "__main__":
    main()
