"""Reads a page into facts: what the page itself says, and what people have reviewed of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from btsquiz.facts.captions import Caption, read_caption
from btsquiz.facts.fact import Fact, FactKind, Person
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.noise import content, is_talk
from btsquiz.facts.outline import Entry, Outline, outline
from btsquiz.facts.page import Block, read_blocks
from btsquiz.facts.references import Reference, references, without
from btsquiz.facts.stories import read_story
from btsquiz.question import Source, Standing
from btsquiz.text import tame_line

_ON_SET: Final = re.compile(
    r"\b(?:sets?|behind[- ]the[- ]scenes|filming|shooting|shoots?|shot|crew|cast|extras?|scenes?|takes?|rig"
    r"|rehears\w+|director|camera\w*|chair|props?|costume\w*|make-?up|stunts?|doubles?|model|miniature|animatronic|prepar\w+"
    r"|break|practi[cs]\w+)\b",
    re.I,
)
_COLLECTION: Final = re.compile(
    r"\b(?:photos|pictures|pics|images|stills|shots|stories|facts|moments)\b", re.I
)
_TOLD: Final = re.compile(
    r"\b(?:was|were|had|did(?:n['’]t)?|would|could|became|because|told|asked|refused|insisted|wanted|decided|fell|drank"
    r"|broke|ate|gave|went|came|said|spent|lost|kept|ran|began|flew|wore|swam|sank|rode|threw|bought|sold)\b"
)
"""Words of what happened once, where a caption says what is seen."""

_SENTENCE_END: Final = re.compile(r"[.!?](?:\s|$)")
_MIN_STORY_WORDS: Final = 5


def read_page(path: Path, films: Filmography) -> list[Fact]:
    """Reads the facts of a page by the page alone, in the order of its lines.

    Raises:
        FileError: The file cannot be read, is not plain UTF-8 text, or is empty.
    """
    return read_facts(path, films, {}, raw=True)


def read_facts(path: Path, films: Filmography, reviewed: Mapping[str, Fact], *, raw: bool) -> list[Fact]:
    """Reads the facts of a page; what people have reviewed wins over what the reader finds.

    Args:
        path: The page.
        films: The films and people known.
        reviewed: Reviewed facts by id.
        raw: Leave the reviewed facts aside.

    Raises:
        FileError: The file cannot be read, is not plain UTF-8 text, or is empty.
    """
    blocks = read_blocks(path)
    facts = {fact.id: fact for fact in _facts(blocks, tame_line(path.stem), Linker(films))}
    for block in () if raw else reversed(blocks):
        if known := reviewed.get(block.id):
            found = facts.get(block.id)
            facts[block.id] = replace(
                known,
                source=Source(known.source.title, block.line),
                film_as_written=(found and found.film_as_written) or known.film_as_written,
            )
    return sorted(facts.values(), key=lambda fact: fact.source.line or 0)


def _facts(blocks: Sequence[Block], name: str, linker: Linker) -> Iterator[Fact]:
    page = outline(_without_listed_comments(content(blocks), linker), linker)
    loose = [Entry(block) for block in page.opening]
    photos = {entry.block.line: _photo(entry, page, linker, name) for entry in (*loose, *page.entries)}
    rest = [entry for entry in page.entries if photos[entry.block.line] is None]
    if page.kind is None and len(rest) * 2 < len(page.entries):
        page = replace(page, kind="photo")
        photos |= {entry.block.line: _photo(entry, page, linker, name) for entry in rest}
    stories = {entry.block.line: _story(entry, page, linker, name) for entry in rest}
    # A page that does not say what it collects, and settles few films, collects no stories.
    settled = sum(bool(fact and fact.film) for fact in stories.values())
    told = page.kind == "story" or (page.kind is None and settled * 3 >= len(rest))
    seen: set[str] = set()
    for block in blocks:
        fact = photos.get(block.line) or (stories.get(block.line) if told else None)
        # What a page says twice is one fact.
        if fact is not None and fact.id not in seen:
            seen.add(fact.id)
            yield fact


def _without_listed_comments(blocks: Sequence[Block], linker: Linker) -> Sequence[Block]:
    """Leaves out a numbered list under captions that have no numbers: readers wrote it, not the page."""
    numbered = [index for index, block in enumerate(blocks) if block.number is not None]
    if not numbered or blocks[numbered[0]].number != 1:
        return blocks
    captions = [
        index for index, block in enumerate(blocks) if block.number is None and references(block.text, linker)
    ]
    return blocks[: numbered[0]] if len(captions) >= 3 and numbered[0] > captions[-1] else blocks


def _photo(entry: Entry, page: Outline, linker: Linker, name: str) -> Fact | None:
    """Reads a block as a photo's caption."""
    text = entry.block.text
    named = references(text, linker)
    # Only what is a film's title beyond mistaking names a photo's film from outside its caption.
    heading = entry.heading if entry.heading and entry.heading.explicit else None
    spoken = is_talk(without(text, named), strict=True)
    if spoken or not (named or heading) or not _is_caption(text, named, entry, page.kind):
        return None
    caption = read_caption(text, linker, heading.title if heading else None)
    if caption is None:
        return None
    sure = any(one.year for one in named) and page.kind == "photo"
    sure = sure or (any(one.is_sure for one in named) and bool(_ON_SET.search(text)))
    headed = heading is not None and bool(heading.title.film) and not named
    if not (caption.people or headed or (sure and not _COLLECTION.search(text))):
        return None
    return _fact(entry.block, "photo", caption.title, caption.people, _statement(caption), name)


def _is_caption(text: str, named: Sequence[Reference], entry: Entry, kind: FactKind | None) -> bool:
    """Tells a caption from a story: short, and of a moment."""
    words, sentences = len(text.split()), len(_SENTENCE_END.findall(text))
    if kind == "photo":
        return words <= 60 and sentences <= 4
    if words > 40 or sentences > 2 or _TOLD.search(text):
        return False
    # Between stories, only a line that ends on its film is a photo's.
    closes = bool(named) and entry.heading is None and not re.search(r"\w", text[named[-1].end :])
    return kind is None or (closes and bool(_ON_SET.search(text)))


def _story(entry: Entry, page: Outline, linker: Linker, name: str) -> Fact | None:
    """Reads a block as a story."""
    block = entry.block
    if block.words < _MIN_STORY_WORDS or is_talk(block.text, strict=entry.heading is None):
        return None
    story = read_story(entry, page, linker)
    if not (page.is_headed or story.title.film or story.people):
        return None
    return _fact(block, "story", story.title, story.people, block.text, name)


def _fact(
    block: Block, kind: FactKind, title: Title, people: tuple[Person, ...], statement: str, name: str
) -> Fact:
    return Fact(
        id=block.id,
        kind=kind,
        film=title.film,
        film_as_written=title.as_written,
        years=title.years,
        people=people,
        standing=Standing.UNCHECKED,
        statement=statement,
        source=Source(name, block.line),
    )


def _statement(caption: Caption) -> str:
    """Says in a sentence of our own what a photo shows."""
    title = caption.title
    film = title.film or (f"“{title.as_written}”" if title.as_written else "a film that is not named")
    year = f" ({title.years[0]})" if title.film and title.years else ""
    people = [f"{one.name} ({one.role})" if one.role else one.name for one in caption.people]
    if not people:
        return f"Behind the scenes of {film}{year}."
    who = " and ".join(filter(None, (", ".join(people[:-1]), people[-1])))
    return f"{who} during the making of {film}{year}."


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
    }
