"""The fact that a part of a page is, and what it says in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.fact import Fact, FactCorrection, Person
from btsquiz.facts.linker import Linker
from btsquiz.facts.people import repairs
from btsquiz.facts.title import Title
from btsquiz.question import Source, Standing


def fact_of(one: Candidate, linker: Linker, name: str) -> Fact:
    """Makes a fact of a candidate.

    Args:
        one: The candidate.
        linker: Knows what people were on a film.
        name: What its page is called.
    """
    block, title, people = one.entry.block, one.linked.title, one.people
    if one.kind == "story":
        # Whoever is in a story of a film's making is there as what they were on it.
        people = tuple(
            person if person.role else replace(person, role=_part(person.name, title, linker))
            for person in people
        )
    mended = FactCorrection(title.as_written, title.film, "title", title.why, title.sure, "the filmography")
    return Fact(
        id=block.id,
        kind=one.kind,
        film=title.film,
        film_as_written=title.as_written,
        years=title.years,
        people=people,
        standing=Standing.UNCHECKED,
        statement=one.text if one.kind == "story" else _statement(title, people),
        source=Source(name, block.line),
        corrections=(*((mended,) if title.mended and title.film else ()), *repairs(people, title.known)),
        sure=title.sure,
        why=title.why or "nothing on the page says which film",
    )


def _part(name: str, title: Title, linker: Linker) -> str:
    film = title.known
    return "actor" if film and name in (*film.leads, *film.others) else linker.trade(name, film)


def _statement(title: Title, people: Sequence[Person]) -> str:
    """Says in a sentence of our own what a photo shows."""
    film = title.film or (f"“{title.as_written}”" if title.as_written else "a film that is not named")
    year = f" ({title.years[0]})" if title.film and title.years else ""
    named = [f"{one.name} ({one.role})" if one.role else one.name for one in people]
    if not named:
        return f"Behind the scenes of {film}{year}."
    who = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"{who} during the making of {film}{year}."
