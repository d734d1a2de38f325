"""The three source documents, where they are: with the sheets exactly, and how far the reader gets alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.reader import read_page
from btsquiz.facts.sheet import reviewed_facts

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
TABLE = SEEDS.parent / "SEEDS.md"
SHEETS = ROOT / "questions" / "facts"

pytestmark = pytest.mark.skipif(
    not (SEEDS.is_dir() and TABLE.is_file()), reason=f"the source documents are not in {SEEDS}"
)

ROW = re.compile(r"\| (\d{3}):(\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|")
PERSON = re.compile(r"([^,(]+?)(?: \(([^)]*)\))?(?:, |$)")

Place = tuple[str, int]


@dataclass(frozen=True)
class Row:
    """A fact as the table has it."""

    film: str
    years: frozenset[int]
    people: tuple[tuple[str, str], ...]
    standing: str


def table() -> dict[Place, Row]:
    rows = {}
    after = TABLE.read_text(encoding="utf-8").partition("\n## The 68 facts\n")[2]
    for document, line, film, years, people, standing in ROW.findall(after):
        named = () if people == "—" else tuple(PERSON.findall(people))
        rows[document, int(line)] = Row(
            film, frozenset(map(int, re.findall(r"\d{4}", years))), named, standing
        )
    return rows


def documents() -> list[Path]:
    return sorted(SEEDS.glob("*.txt"))


def place(path: Path, fact: Fact) -> Place:
    return path.name[:3], fact.source.line or 0


def test_the_table_is_read_whole() -> None:
    rows = table()
    assert len(documents()) == 3
    assert Counter(document for document, _ in rows) == {"000": 30, "001": 20, "002": 18}
    assert rows["000", 45].people == (("Uma Thurman", ""), ("Zoë Bell", "stunt double"))
    assert rows["000", 15] == Row(
        "Star Wars", frozenset({1977, 1980}), (("Carrie Fisher", ""), ("Harrison Ford", "")), "disputed"
    )


def test_with_the_sheets_every_fact_is_as_the_table_has_it() -> None:
    films, sheets = load_filmography(SHEETS), reviewed_facts(SHEETS)
    read = {}
    for path in documents():
        for fact in read_page(path, films, sheets).facts:
            people = tuple((one.name, one.role) for one in fact.people)
            read[place(path, fact)] = Row(fact.film, frozenset(fact.years), people, str(fact.standing))
    assert read == table()


def test_with_the_sheets_facts_stand_in_the_order_of_their_lines() -> None:
    films, sheets = load_filmography(SHEETS), reviewed_facts(SHEETS)
    for path in documents():
        lines = [fact.source.line or 0 for fact in read_page(path, films, sheets).facts]
        assert lines == sorted(set(lines))


@dataclass
class Measure:
    """How the reader alone did on one kind of fact.

    Attributes:
        facts: How many the table has.
        counts: What became of them.
        people: Names that both have, that only the reader has, that only the table has.
        roles: The same for roles.
    """

    facts: int
    counts: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)

    def share(self, what: str) -> float:
        return self.counts[what] / self.facts

    def add(self, row: Row, fact: Fact) -> None:
        self.counts["found"] += 1
        self.counts["film" if fact.film == row.film else "wrong film" if fact.film else "film unknown"] += 1
        self.counts["year"] += bool(set(fact.years) & row.years)
        self.counts["wrong year"] += bool(set(fact.years) - row.years)
        names = {one.name for one in fact.people}, {name for name, _ in row.people}
        roles = (
            {(one.name, one.role) for one in fact.people if one.role},
            {(name, role.partition(" for ")[0]) for name, role in row.people if role},
        )
        for tally, (mine, true) in ((self.people, names), (self.roles, roles)):
            tally.update(both=len(mine & true), more=len(mine - true), less=len(true - mine))


def precision(tally: Counter[str]) -> float:
    return tally["both"] / max(1, tally["both"] + tally["more"])


def recall(tally: Counter[str]) -> float:
    return tally["both"] / max(1, tally["both"] + tally["less"])


def measured(films: Filmography) -> tuple[dict[str, Measure], list[str]]:
    rows = table()
    kinds = {"photo": Measure(50), "story": Measure(18)}
    noise = []
    for path in documents():
        for fact in read_page(path, films).facts:
            row = rows.get(place(path, fact))
            if row is None:
                noise.append(f"{path.name}:{fact.source.line}")
            elif fact.kind == ("story" if path.name.startswith("002") else "photo"):
                kinds[fact.kind].add(row, fact)
    return kinds, noise


def report(kinds: dict[str, Measure], noise: list[str]) -> str:
    lines = [f"noise taken for facts: {len(noise)} {' '.join(noise)}".rstrip()]
    for kind, measure in kinds.items():
        counts = ", ".join(f"{what} {number}" for what, number in sorted(measure.counts.items()))
        lines.append(
            f"{kind}: {measure.facts} in the table; {counts};"
            f" people precision {precision(measure.people):.2f}, recall {recall(measure.people):.2f};"
            f" roles precision {precision(measure.roles):.2f}, recall {recall(measure.roles):.2f}"
        )
    return "\n".join(lines)


def test_the_reader_alone_comes_near_the_sheets() -> None:
    kinds, noise = measured(load_filmography(SHEETS))
    print(said := report(kinds, noise))
    photo, story = kinds["photo"], kinds["story"]
    assert not noise, said
    assert photo.counts["wrong film"] == story.counts["wrong film"] == 0, said
    assert photo.counts["wrong year"] == story.counts["wrong year"] == 0, said
    assert photo.share("found") == photo.share("film") == photo.share("year") == 1, said
    assert precision(photo.people) >= 0.98, said
    assert recall(photo.people) >= 0.98, said
    assert precision(photo.roles) == recall(photo.roles) == 1, said
    assert story.share("found") == 1, said
    assert story.share("film") >= 0.7, said
    assert precision(story.people) >= 0.9, said
    assert recall(story.people) >= 0.8, said
    assert precision(story.roles) >= 0.9, said
    assert recall(story.roles) >= 0.8, said


def test_the_reader_knowing_no_film_reads_what_the_captions_say() -> None:
    """Nothing in the reader may lean on these films being known: most pages are about others."""
    kinds, noise = measured(Filmography.of())
    print(said := report(kinds, noise))
    photo, story = kinds["photo"], kinds["story"]
    assert not noise, said
    assert photo.share("found") == 1, said
    assert photo.share("year") == 1, said
    # The rest are films named right, but not in the way they are usually spelt.
    assert photo.share("film") >= 0.8, said
    assert precision(photo.people) >= 0.9, said
    assert recall(photo.people) >= 0.9, said
    assert story.share("found") == 1, said
    assert story.counts["wrong film"] == 0, said
