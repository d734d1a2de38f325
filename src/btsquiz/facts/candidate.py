"""A part of a page read as the fact it would be: its kind, its film and people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from btsquiz.facts.context import Context, Linked
from btsquiz.facts.fact import FactKind, Person
from btsquiz.facts.headings import kind_said, parts_of
from btsquiz.facts.kinds import SENTENCE_END, photo_score
from btsquiz.facts.link import link
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.names import find_names
from btsquiz.facts.outline import Entry, Outline
from btsquiz.facts.page import Block
from btsquiz.facts.people import people_in
from btsquiz.facts.signs import is_asked, is_elsewhere


@dataclass
class Candidate:
    """A part of a page as the fact it would be.

    Attributes:
        entry: Where it stands.
        kind: What it reads like.
        linked: Its film.
        people: Who is in it.
        own: Whether its own words name somebody, not its heading alone.
        listed: `picture` or `number` where it stands in a row of such; empty elsewhere.
        score: How much it reads like a caption; below 0 like a story.
        plain: The same by its text alone, whatever is around it.
        opening: The same of its first line or sentence.
        under_headings: Whether its page has stories under headings.
        under_titles: Whether those are the titles of films.
        credited: Whether the line under it says whose picture it is.
        is_asked: Whether it or its heading asks which film it is of, or says that it is of none.
        collects: What its page or section says it collects; None where neither says.
        evidence: What speaks for its being a fact or against it, by name.
        odds: The log-odds that it is a fact, by what it says alone.
        why_not: Why it is no fact; empty where it is one.
    """

    entry: Entry
    kind: FactKind
    linked: Linked
    people: tuple[Person, ...]
    own: bool
    listed: str
    score: float
    plain: float
    opening: float
    under_headings: bool
    under_titles: bool
    credited: bool = False
    is_asked: bool = False
    collects: FactKind | None = None
    evidence: Mapping[str, float] = field(default_factory=dict)
    odds: float = 0.0
    why_not: str = ""

    @property
    def text(self) -> str:
        """Its text in one line."""
        return self.entry.block.text


def read_entry(
    entry: Entry, page: Outline, linker: Linker, *, foreign: bool, pictured: bool, credited: bool = False
) -> Candidate:
    """Reads a part of a page.

    Args:
        entry: The part, with its heading.
        page: The page around it, or its section.
        linker: Knows films and people.
        foreign: Whether the page is not in English.
        pictured: Whether a picture's name or place stands over it.
        credited: Whether the line under it says whose picture it is.
    """
    text = entry.block.text
    heading, section = entry.heading, entry.section
    # Only a line that is nothing but a film's title is that for certain; any other may help.
    plain = heading is not None and (
        heading.explicit or (heading.title.known and heading.title.sure != "low")
    )
    title = heading.title if heading and plain else None
    if heading and not (title and title.known and title.years):
        # Who is in the story tells a namesake, or a title with a word too many.
        names = [name.text for name in find_names(text, linker, linker.is_surname)]
        # "The Lost World: Jurassic Park" is one title, which whoever knows most films knows.
        parts = parts_of(heading.text) if linker.films.is_wide else ()
        for part in dict.fromkeys((heading.text, *parts)):
            told = linker.settle(part, heading.year, names)
            meant = told.sure != "low" and (heading.title.sure != "low" or "people" in told.why)
            if told.known and meant:
                plain, title = True, told
                break
    # Under a heading's first text, others may be of it, if nothing says otherwise.
    page_title = page.subject.film if page.subject.film.film else None
    if not entry.is_first and title is not None and title.known:
        title, page_title = None, title
    elif page_title and title is not None and not title.known and not title.years:
        title = None  # what is in quotes over a text of a page about one film is no other film
    loose = section.title if section and not plain else None
    sectional = heading is not None and heading.block is not None and kind_said([heading.block]) is not None
    called = heading.text if heading and not plain and not sectional else ""
    dated = heading is not None and heading.year is not None
    context = Context(
        title, page_title, loose, called, page.is_titled, dated, foreign, whole=bool(page.subject.line)
    )
    linked = link(text, linker, context)
    if heading and not linked.title.film and heading.title.known is None:
        # A heading that is no title tells the story too.
        linked = replace(link(f"{heading.text}. {text}", linker, context), mention=None)
    if heading and not linked.title.film and not linked.title.as_written:
        linked = replace(linked, title=replace(linked.title, as_written=heading.title.as_written))
    told_of = kind_said([section.block]) if section and section.block and not section.explicit else None
    collects = told_of or page.kind
    score = photo_score(text, collects, pictured=pictured)
    by_text = photo_score(text, None) if collects or pictured else score
    opening = _opening(entry.block)
    kind: FactKind = "photo" if score > 0 or entry.block.is_caption else "story"
    said = (text, heading.text) if heading is not None else (text,)
    asked = _is_by_chance(linked.mention) and any(is_asked(one) or is_elsewhere(one) for one in said)
    if asked:
        # Who asks which film it is says none, nor is who is at home in any.
        linked = linked.without_film()
    whole, star = kind == "story", page.subject.star
    people = own = people_in(text, linked.title, linker, sure=whole, star=star)
    if heading and (not heading.explicit or heading.title.film == linked.title.film):
        over = people_in(heading.text, linked.title, linker, sure=whole, star=star)
        inside = {person.name for person in own}
        # A heading is in capitals throughout: only whom we know is named there.
        people = (*(one for one in over if linker.is_person(one.name) and one.name not in inside), *own)
    listed = (
        "picture"
        if pictured or entry.block.is_caption
        else "number"
        if entry.block.number is not None
        else ""
    )
    headed = page.kind == "story" and page.is_headed
    titled = headed and page.is_titled
    return Candidate(
        entry,
        kind,
        linked,
        people,
        bool(own),
        listed,
        score,
        by_text,
        by_text if opening == text else photo_score(opening, None),
        headed,
        titled,
        credited,
        asked,
        collects,
    )


def _is_by_chance(mention: Mention | None) -> bool:
    """Tells whether a text names no film, but by one plain word at most that may be anything: "Bobby"."""
    return mention is None or (mention.plain and mention.year is None and " " not in mention.written)


def _opening(block: Block) -> str:
    """Gives the first line of a part, or its first sentence: a caption may go on with a tale."""
    return block.source.split("\n", 1)[0] if "\n" in block.source else SENTENCE_END.split(block.text, 1)[0]
