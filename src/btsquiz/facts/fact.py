"""One fact: a checked statement about a film, with its source."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from btsquiz.document import Node
from btsquiz.question import Correction, Source, Standing

FactKind = Literal["photo", "story", "title", "film"]
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


@dataclass(frozen=True, slots=True)
class Reference:
    """What a fact was checked against.

    Attributes:
        name: The work or its publisher, as named at the reveal.
        address: Where it can be read; empty for print.
    """

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class AbroadTitle:
    """A title a film was given in another country.

    Attributes:
        country: Where.
        title: The title there, in its own language.
        says: What it says, put literally into English.
    """

    country: str
    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One checked statement about a film.

    A photo tells who was on which film's set, when, doing what; a story is one anecdote; a title is what a
    film was called elsewhere, or while it was shot; a film is that it was made, and by whom.

    Attributes:
        id: Names it by its source text; see `fact_id`.
        kind: `photo`, `story`, `title` or `film`.
        film: The film's usual title; empty where it is unknown.
        film_as_written: The title as the source has it; empty where it names none.
        years: All release years accepted, the usual one first; empty where unknown.
        people: Who it is about.
        standing: How well it is settled.
        statement: The fact in a sentence or two.
        source: The document and line; of a story that people collected, their sheet.
        looked_up: What it was checked against; every one independent of the others.
        corrections: What the source got wrong.
        abroad: Titles it was given in other countries.
        cover: Titles it was shot under, to hide it; the usual one first.
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
    looked_up: tuple[Reference, ...] = ()
    corrections: tuple[FactCorrection, ...] = ()
    abroad: tuple[AbroadTitle, ...] = ()
    cover: tuple[str, ...] = ()
    asks: tuple[tuple[str, Node], ...] = ()
    sure: Sure = "high"
    why: str = ""

    @property
    def year(self) -> int | None:
        """The usual release year."""
        return self.years[0] if self.years else None

    @property
    def looked_up_in(self) -> str:
        """Names what it was checked against, for the reveal."""
        return "; ".join(one.name for one in self.looked_up)

    def corrections_shown(self, kinds: Container[str] | None = None) -> tuple[Correction, ...]:
        """Gives what its source wrote wrong, as shown at the reveal; what it lost cannot be shown.

        Args:
            kinds: Only corrections of these kinds; all where left out.
        """
        shown = (one for one in self.corrections if one.written and (kinds is None or one.kind in kinds))
        return tuple(Correction(one.written, one.truth, one.why) for one in shown)


def fact_id(source_text: str) -> str:
    """Names a fact by the text it was read from: a caption's line, or a story's paragraph.

    Returns:
        Ten hex digits of the sha256 of the text in NFKC, casefolded, with white space collapsed.
    """
    folded = " ".join(unicodedata.normalize("NFKC", source_text).casefold().split())
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()[:10]
