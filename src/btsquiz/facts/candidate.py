"""A part of a page read as the fact it would be: its kind, its film and people, and whether it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from btsquiz.facts.context import Context, Linked
from btsquiz.facts.fact import FactKind, Person
from btsquiz.facts.headings import kind_said
from btsquiz.facts.kinds import is_on_set, is_told, photo_score
from btsquiz.facts.link import SAID, link
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.noise import is_mistake, is_talk
from btsquiz.facts.outline import Entry, Outline
from btsquiz.facts.people import people_in
from btsquiz.facts.title import Title
from btsquiz.facts.wording import Wording, wording_of

_MIN_STORY_WORDS: Final = 8
_TALE_WORDS: Final = 25
"""Words from which a text tells what happened, even if its page does not say what it collects."""
_SAYING: Final = 6
"""Words of a line that says what comes under it: "Behind the scenes: photo gallery"."""

_MIN_SEEN_WORDS: Final = 5
"""Words of a caption that names nobody."""

_MIN_TOLD_WORDS: Final = 4
"""Words of a story whose film is known."""

_MIN_BARE_WORDS: Final = 10
"""Words of a story that has neither a heading nor anybody we know."""

_MIN_LOOSE_WORDS: Final = 14
"""Words of such a story that does not end as a sentence does."""

_MIN_ALONE_WORDS: Final = 12
"""Words of a story that has no heading, and no film or nobody in it."""

_LEAST_NAMED: Final = 2
"""Who is in a story, and its film if somebody is, from which its names alone speak for it."""

_LEAST_BESIDE: Final = 2
"""Words beside its film's title of a caption that names nobody."""

_SURELY_SEEN: Final = 3.0
"""What words say for a caption from which a text with its film or somebody in it is one: of those left out on
marked pages, nine in ten are."""

_LEAST_SEEN: Final = 2.0
"""What they say for a caption or an anecdote below which a line that names nobody is no caption."""

_LEAST_TOLD: Final = 6.0
_LEAST_TOLD_EACH: Final = 1.6
"""What all of them say, and each, below which a text with next to nobody in it is no anecdote: on marked
pages none of 168 anecdotes says so little, and of 44 other texts taken for such 34."""

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_ASIDE: Final = re.compile(r"\([^()]*\)")

_GOODS: Final = re.compile(
    r"\b(?:posters?|one[- ]sheets?|lobby cards?|linen[- ]backed|foam latex|screenplay|scripts?|tickets?"
    r"|autograph\w*|albums?|press ?books?|programmes?|cheques?)\b",
    re.I,
)
"""What is sold or shown beside photographs."""

_ELSEWHERE: Final = re.compile(
    r"\b(?:(?:world |gala |royal )?premiere|at [\w ]{0,20}airport|red carpet|portrait (?:of|by))\b",
    re.I,
)
"""Where stars are photographed but on a set."""

_LABEL: Final = re.compile(r"\W*(?:[A-Z][\w'’]*\W+){0,2}(?:(?:of|the|this|from)\s+){0,2}[\w'’]+\s?:\s")
_TALK: Final = "it is the page or a reader speaking"
_MISTAKE: Final = "it tells of a slip to be seen in a film, not of how it was made"
NOBODY: Final = "it names neither a film nor anybody on a set"
_SHORT: Final = "it is too short to tell anything"


@dataclass
class Candidate:
    """A part of a page as the fact it would be.

    Attributes:
        entry: Where it stands.
        kind: What it reads like.
        linked: Its film.
        people: Who is in it.
        own: Whether its own words name somebody, not its heading alone.
        evident: Whether something in it is of a film for certain: somebody we know, a title, its being made.
        listed: `picture` or `number` where it stands in a row of such; empty elsewhere.
        of_page: Whether its page is about one film.
        why_not: Why it is no fact; empty where it is one.
    """

    entry: Entry
    kind: FactKind
    linked: Linked
    people: tuple[Person, ...]
    own: bool
    evident: bool
    listed: str
    of_page: bool
    why_not: str = ""

    @property
    def text(self) -> str:
        """Its text in one line."""
        return self.entry.block.text


def read_entry(entry: Entry, page: Outline, linker: Linker, *, foreign: bool, pictured: bool) -> Candidate:
    """Reads a part of a page.

    Args:
        entry: The part, with its heading.
        page: The page around it, or its section.
        linker: Knows films and people.
        foreign: Whether the page is not in English.
        pictured: Whether a picture's name or place stands over it.
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
        told = linker.settle(heading.text, heading.year, names)
        meant = told.sure != "low" and (heading.title.sure != "low" or "people" in told.why)
        plain, title = (True, told) if told.known and meant else (plain, title)
    # Under a heading's first text, others may be of it, if nothing says otherwise.
    page_title = page.subject.film if page.subject.film.film else None
    if not entry.is_first and title is not None and title.known:
        title, page_title = None, title
    loose = section.title if section and not plain else None
    sectional = heading is not None and heading.block is not None and kind_said([heading.block]) is not None
    called = heading.text if heading and not plain and not sectional else ""
    dated = heading is not None and heading.year is not None
    context = Context(title, page_title, loose, called, page.is_titled, dated, foreign)
    linked = link(text, linker, context)
    doubted = heading is not None and heading.title.known is not None and heading.title.sure == "low"
    if heading and not linked.title.film and not doubted:
        # A heading that is no title tells the story too.
        linked = replace(link(f"{heading.text}. {text}", linker, context), mention=None)
    if heading and not linked.title.film and not linked.title.as_written:
        linked = replace(linked, title=replace(linked.title, as_written=heading.title.as_written))
    told_of = kind_said([section.block]) if section and section.block and not section.explicit else None
    score = photo_score(text, told_of or page.kind, pictured=pictured)
    kind: FactKind = "photo" if score > 0 or entry.block.is_caption else "story"
    found = linked.title
    lacked = found.film and not found.years and not linker.is_title(found.film)
    if kind == "story" and lacked and linker.films.is_wide:
        # What a story has in quotes is more often a word, a dog or a title no film has than a film we lack.
        linked = replace(linked, title=Title(as_written=found.as_written or found.film))
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
    known = any(linker.is_person(person.name) for person in own)
    named = linked.mention is not None and (linked.mention.weight >= SAID or bool(linked.title.film))
    evident = (
        known
        or named
        or (kind == "photo" and is_on_set(text))
        or (tells(text, kind) and _meets(text, linker))
    )
    candidate = Candidate(
        entry, kind, linked, people, bool(own), evident, listed, bool(page.subject.film.film)
    )
    candidate.why_not = (_no_photo if kind == "photo" else _no_story)(
        candidate, page, wide=linker.films.is_wide
    )
    return candidate


def _no_photo(one: Candidate, page: Outline, *, wide: bool) -> str:
    """Says why a candidate is no photo's caption."""
    mention = one.linked.mention
    spoken = one.text[: mention.start] + " · " + one.text[mention.end :] if mention else one.text
    settled = one.linked.title.known is not None and bool(one.people)
    # Whoever says on which film's set somebody of it is seen may say "I" in the same breath.
    seen = settled and one.own and mention is not None and (one.listed == "picture" or is_on_set(one.text))
    named = page.kind != "story" and bool(one.people or one.linked.title.film)
    words = wording_of(one.text)
    seen = seen or (named and words.seen >= _SURELY_SEEN)
    if not one.own and max(words.seen, words.told) < _LEAST_SEEN:
        return NOBODY
    if not seen and is_mistake(one.text):
        return _MISTAKE
    if not seen and is_talk(spoken, strict=not settled):
        return _TALK
    if not is_on_set(one.text) and (_ELSEWHERE if one.own else _GOODS).search(spoken):
        return NOBODY
    if not one.people and not mention and one.entry.block.words <= _SAYING and kind_said([one.entry.block]):
        return NOBODY
    if not one.linked.title.film and not _says_more(one):
        return NOBODY  # nothing but names
    if not one.people and (
        (wide and _is_unheard_of(one)) or len(_WORD.findall(_ASIDE.sub("", spoken))) < _LEAST_BESIDE
    ):
        return NOBODY  # nothing but a title, or a film that only this line knows
    on_set = bool(one.listed) or is_on_set(one.text)
    heading = one.entry.heading
    if one.linked.title.film or mention:
        dated = (mention.year is not None) if mention else (heading is not None and heading.explicit)
        dated = dated and page.kind == "photo"
        # Under a record of a film its caption stands; what comes after that may be anything.
        recorded = heading is not None and heading.names_maker
        enough = one.entry.is_first if recorded else one.entry.block.words >= _MIN_SEEN_WORDS
        dated = dated and enough
        return "" if one.own or on_set or dated or seen else NOBODY
    pictured = one.listed == "picture" or (page.kind == "photo" and on_set)
    return "" if one.people and (pictured or seen) else NOBODY


def _no_story(one: Candidate, page: Outline, *, wide: bool) -> str:
    """Says why a candidate is no story."""
    settled = bool(one.people)
    words = wording_of(one.text)
    if words.is_told:
        return ""
    if is_mistake(one.text):
        return _MISTAKE
    if is_talk(one.text, strict=not settled and one.entry.heading is None):
        return _TALK
    heading = one.entry.heading
    listed = heading is not None and heading.is_listed and one.entry.is_first
    if not listed and _is_hardly_told(one, words):
        return NOBODY
    told_of = one.linked.title.film or heading
    brief = wide and heading is None and _MIN_TOLD_WORDS <= one.entry.block.words < _MIN_ALONE_WORDS
    if brief and not (one.linked.title.film and one.people):
        return NOBODY
    if one.entry.block.words < (_MIN_TOLD_WORDS if told_of else _MIN_STORY_WORDS):
        return _SHORT
    long = page.kind is None and one.entry.block.words >= _TALE_WORDS and is_told(one.text)
    tale = page.kind == "story" or long
    told = one.linked.title.film or (tale and (one.people or heading))
    return "" if told else NOBODY


def _says_more(one: Candidate) -> bool:
    """Tells whether a text says more than who somebody is."""
    rest = one.text
    for person in one.people:
        rest = rest.replace(person.as_written, " ")
    return _WORD.search(rest) is not None


def _is_hardly_told(one: Candidate, words: Wording) -> bool:
    """Tells whether neither who is in a text nor its words say that it is an anecdote."""
    named = len(one.people) + bool(one.linked.title.film and one.people)
    least = min(_LEAST_TOLD, _LEAST_TOLD_EACH * sqrt(words.known))
    return named < _LEAST_NAMED and words.told < least


def _is_unheard_of(one: Candidate) -> bool:
    """Tells whether a text's film is one that nobody knows, and of no year."""
    title = one.linked.title
    return bool(title.film) and title.known is None and not title.years


def tells(text: str, kind: FactKind) -> bool:
    """Tells whether a text that names nobody tells something: a sentence or more, of what happened once."""
    return kind == "photo" or (is_whole(text) and is_told(text))


def _meets(text: str, linker: Linker) -> bool:
    """Tells whether a text names somebody well known by surname alone."""
    return any(" " not in name.text for name in find_names(text, linker, linker.is_met))


def is_whole(text: str) -> bool:
    """Tells whether a text is a sentence or more, and no label with what it is for."""
    whole = len(text.split()) >= (_MIN_BARE_WORDS if text[-1:] in '.!?…"”»)' else _MIN_LOOSE_WORDS)
    return whole and not _LABEL.match(text)
