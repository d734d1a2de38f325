"""One fact: a checked statement about a film, with its source."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Literal

from btsquiz.document import Node
from btsquiz.question import Source, Standing

FactKind = Literal["photo", "story"]
Sure = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a fact is about.

    Attributes:
        name: The name in its usual form.
        as_written: The name as the source has it.
        role: What the text says or implies they did there, such as `director`; empty where it says nothing.
    """

    name: str
    as_written: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class FactCorrection:
    """What a source wrote, what is true, and how that is known.

    Attributes:
        written: The source's words; empty where something was lost.
        truth: What is so.
        kind: `typo`, `translation` (a machine's), `title`, `fact` or `lost`.
        why: How it is known, in a few words.
        sure: `high`, `medium` or `low`.
        looked_up: What it was checked against.
    """

    written: str
    truth: str
    kind: str
    why: str
    sure: str
    looked_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A photo (who, on which film's set, when, doing what) or a story (one anecdote).

    Attributes:
        id: Names it by its source text; see `fact_id`.
        kind: `photo` or `story`.
        film: The film's usual title; empty where it is unknown.
        film_as_written: The title as the source has it; empty where it names none.
        years: All release years accepted, the usual one first; empty where unknown.
        people: Who it is about.
        standing: How well it is settled.
        statement: The fact in a sentence or two.
        source: The document and line.
        corrections: What the source got wrong.
        asks: Reviewed questions on it: the family's name and the question's short form.
        sure: How sure the reader is of the film; `high` where people have reviewed it.
        why: What that rests on, in a few words.
    """

    id: str
    kind: FactKind
    film: str
    film_as_written: str
    years: tuple[int, ...]
    people: tuple[Person, ...]
    standing: Standing
    statement: str
    source: Source
    corrections: tuple[FactCorrection, ...] = ()
    asks: tuple[tuple[str, Node], ...] = ()
    sure: Sure = "high"
    why: str = ""

    @property
    def year(self) -> int | None:
        """The usual release year."""
        return self.years[0] if self.years else None


def fact_id(source_text: str) -> str:
    """Names a fact by the text it was read from: a caption's line, or a story's paragraph.

    Returns:
        Ten hex digits of the sha256 of the text in NFKC, casefolded, with white space collapsed.
    """
    folded = " ".join(unicodedata.normalize("NFKC", source_text).casefold().split())
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()[:10]
