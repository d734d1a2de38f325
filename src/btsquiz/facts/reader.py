"""Reads a page into facts: what the page itself says, and what people have reviewed of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, islice, pairwise
from pathlib import Path

from btsquiz.facts.candidate import Candidate, read_entry
from btsquiz.facts.capitals import with_capitals
from btsquiz.facts.chrome import is_credit, is_picture
from btsquiz.facts.continuation import join_continuations
from btsquiz.facts.evidence import evidence_of, leave_out
from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.kinds import is_told
from btsquiz.facts.language import is_foreign
from btsquiz.facts.link import SAID
from btsquiz.facts.linker import Linker
from btsquiz.facts.mentions import mentions
from btsquiz.facts.neighbours import doubt_asked, follow, take_between, take_main
from btsquiz.facts.noise import content
from btsquiz.facts.outline import Entry, Outline, outline
from btsquiz.facts.page import Block, read_blocks
from btsquiz.facts.paragraphs import joined_stories
from btsquiz.facts.photo_or_story import settle_kinds
from btsquiz.facts.records import joined_records, with_credits, with_programmes
from btsquiz.facts.sections import is_of_film, sections_of
from btsquiz.facts.spread import spread
from btsquiz.facts.statement import fact_of
from btsquiz.facts.subject import Subject, subject_of
from btsquiz.facts.tags import with_tags
from btsquiz.facts.tales import share_films, with_captions
from btsquiz.facts.units import joined_captions, joined_labels, joined_lines, joined_questions, parts_of
from btsquiz.question import Source
from btsquiz.text import tame_line

Progress = Callable[[int, int], None]
"""Told how many parts of a page are read, and of how many."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a page that is no fact.

    Attributes:
        line: Where it begins, from 1.
        text: Its text in one line.
        why: Why it is none, in a few words.
    """

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page, read.

    Attributes:
        lines: How many lines it has that are not blank.
        facts: Its facts, in the order of its lines.
        left_out: Everything else on it, in the order of its lines.
    """

    lines: int
    facts: tuple[Fact, ...]
    left_out: tuple[LeftOut, ...]


def read_page(
    path: Path,
    films: Filmography,
    reviewed: Mapping[str, Fact] | None = None,
    progress: Progress = lambda done, whole: None,
) -> Page:
    """Reads a page; what people have reviewed wins over what the reader finds.

    Args:
        path: The page.
        films: The films and people known.
        reviewed: Reviewed facts by id; none where left out, so that the page speaks alone.
        progress: Told how far the reading is.

    Raises:
        FileError: The file cannot be read, is not plain UTF-8 text, or is empty.
    """
    blocks = read_blocks(path)
    found, left_out = _read(blocks, tame_line(path.stem), Linker(films), progress)
    facts = {fact.id: fact for fact in found}
    for block in reversed(blocks) if reviewed else ():
        if known := reviewed.get(block.id) if reviewed else None:
            read = facts.get(block.id)
            facts[block.id] = replace(
                known,
                source=Source(known.source.title, block.line),
                film_as_written=(read and read.film_as_written) or known.film_as_written,
            )
    lines = sum(bool(line.strip()) for block in blocks for line in block.source.split("\n"))
    ordered = tuple(sorted(facts.values(), key=lambda fact: fact.source.line or 0))
    told = {fact.source.line for fact in ordered}
    return Page(lines, ordered, tuple(one for one in left_out if one.line not in told))


def _read(
    blocks: Sequence[Block], name: str, linker: Linker, progress: Progress
) -> tuple[list[Fact], list[LeftOut]]:
    candidates, left_out = read_candidates(blocks, linker, progress)
    leave_out(candidates)
    take_between(candidates, linker)
    doubt_asked(candidates)
    settle_kinds(candidates)
    join_continuations(candidates)
    read_as_facts = [one for one in candidates if not one.why_not]
    follow(read_as_facts, linker)
    take_main(read_as_facts, linker)
    facts: dict[str, Fact] = {}
    for one in candidates:
        block = one.entry.block
        if not one.why_not and block.id in facts:
            one.why_not = f"it is said on line {facts[block.id].source.line} already"
        if one.why_not:
            left_out[block.line] = one.why_not
        else:
            facts[block.id] = fact_of(one, linker, name)
    read = {one.entry.block.line for one in candidates}
    rest = [
        LeftOut(
            block.line, block.text, left_out.get(block.line, "it is a heading, or goes with a line near it")
        )
        for block in blocks
        if block.line in left_out or block.line not in read
    ]
    return list(facts.values()), rest


def read_candidates(
    blocks: Sequence[Block], linker: Linker, progress: Progress = lambda done, whole: None
) -> tuple[list[Candidate], dict[int, str]]:
    """Reads each part of a page as the fact it would be, and says by their lines why others are none."""
    pictured = {below.line for above, below in pairwise(blocks) if is_picture(above.text)}
    credited = {above.last_line for above, below in pairwise(blocks) if is_credit(below)}
    kept, left_out = read_texts(blocks, linker)
    foreign = is_foreign([block.text for block in kept])
    subject = subject_of(kept, linker)
    sections = list(_sections(kept, subject, linker, pictured))
    parts = sum(len(entries) for _, entries in sections)
    candidates: list[Candidate] = []
    done = count()
    for page, entries in sections:

        def read(entry: Entry, page: Outline = page) -> list[Candidate]:
            parts = parts_of(entry.block, linker, told=page.kind == "story")
            pieces = [replace(entry, block=part) for part in parts]
            read = [
                read_entry(
                    one,
                    page,
                    linker,
                    foreign=foreign,
                    pictured=one.block.line in pictured,
                    credited=one.block.last_line in credited,
                )
                for one in pieces
            ]
            for one in read:
                one.evidence = evidence_of(one, linker)
            return read

        found: list[Candidate] = []
        for of_entry in spread(read, entries):
            progress(next(done), parts)
            found += of_entry
        alone = [(one.linked, one.people) for one in found]
        share_films(found, linker)
        for one, (film, people) in zip(found, alone, strict=True):
            if one.linked is not film or one.people is not people:
                one.evidence = evidence_of(one, linker)
        candidates += found
    return candidates, left_out


def read_texts(blocks: Sequence[Block], linker: Linker) -> tuple[list[Block], dict[int, str]]:
    """Gives what may be a fact or a heading, joined where it was parted, and why all else is none."""
    headed = with_credits(with_programmes(with_capitals(blocks, linker)))
    records = joined_records(with_tags(headed, linker), linker)
    lines, left_out = content(joined_labels(joined_questions(records)), linker.is_title)
    whole = joined_captions(_without_listed_comments(joined_lines(lines), linker), linker)
    return with_captions(whole, linker), left_out


def _sections(
    blocks: Sequence[Block], subject: Subject, linker: Linker, pictured: Collection[int]
) -> Iterator[tuple[Outline, list[Entry]]]:
    """Gives each section of a page, outlined, with what may be a fact in it, in the order of its lines."""
    for place, section in enumerate(sections_of(blocks, linker)):
        page = outline(section, linker, subject, later=place > 0)
        entries = sorted((*map(Entry, page.opening), *page.entries), key=lambda entry: entry.block.line)
        yield page, joined_stories(entries, linker, pictured) if page.kind == "story" else entries


def _without_listed_comments(blocks: Sequence[Block], linker: Linker) -> Sequence[Block]:
    """Leaves out a numbered list under captions that have no numbers: readers wrote it, not the page."""
    numbered = [index for index, block in enumerate(blocks) if block.number is not None]
    if not numbered or blocks[numbered[0]].number != 1:
        return blocks
    first = numbered[0]
    listed = [blocks[index] for index in numbered]
    announced = first > 0 and blocks[first - 1].text.endswith(":")
    if sum(is_of_film(block, linker) and (announced or is_told(block.text)) for block in listed) * 2 > len(
        listed
    ):
        return blocks  # they are stories, or what the page announces
    captions = (
        index
        for index, block in chain(enumerate(blocks[first:], first), enumerate(blocks[:first]))
        if block.number is None and any(one.weight >= SAID for one in mentions(block.text, linker))
    )
    few = list(islice(captions, 3))
    return blocks[:first] if len(few) == 3 and few[0] < first else blocks


def fact_data(fact: Fact, file: str) -> dict[str, object]:
    """Gives a fact as it is printed in JSON, with null for what is unknown."""
    return {
        "file": file,
        "line": fact.source.line,
        "id": fact.id,
        "kind": fact.kind,
        "film": fact.film or None,
        "film_as_written": fact.film_as_written or None,
        "year": fact.year,
        "years": list(fact.years),
        "people": [
            {"name": one.name, "as_written": one.as_written, "role": one.role or None} for one in fact.people
        ],
        "standing": str(fact.standing),
        "statement": fact.statement,
        "sure": fact.sure,
        "why": fact.why,
        "repairs": [
            {"written": one.written, "read_as": one.truth, "why": one.why} for one in fact.corrections
        ],
    }
