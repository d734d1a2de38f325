"""The film a text means, and what stands beside its title."""

from __future__ import annotations

from dataclasses import dataclass

from btsquiz.facts.fact import Sure
from btsquiz.facts.film import Film


@dataclass(frozen=True, slots=True)
class Title:
    """The film a text means.

    Attributes:
        film: Its usual title; empty where it is not settled which film is meant.
        as_written: The title as the text has it; empty where it names none.
        years: The release years accepted; empty where unknown.
        known: Its entry in the filmography.
        sure: How sure it is.
        why: What it rests on, in a few words.
        mended: Whether what is written is not that film's title, but nearly so.
    """

    film: str = ""
    as_written: str = ""
    years: tuple[int, ...] = ()
    known: Film | None = None
    sure: Sure = "low"
    why: str = ""
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Clues:
    """What stands beside a title.

    Attributes:
        year: The year given with it.
        people: Those seen with it, in folded form.
        directors: Those said to be directing it, in folded form.
    """

    year: int | None = None
    people: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
