"""What stands around a text on its page, and the film that both together say."""

from __future__ import annotations

from dataclasses import dataclass

from btsquiz.facts.mention import Mention
from btsquiz.facts.title import Title


@dataclass(frozen=True, slots=True)
class Linked:
    """The film a text is about.

    Attributes:
        title: The film; empty where none is settled.
        mention: Where the text names it; None where it only follows from the people or the page.
        score: How well everything fits.
        rivals: Other films the text names as plainly.
    """

    title: Title
    mention: Mention | None = None
    score: float = 0.0
    rivals: tuple[Mention, ...] = ()

    def without_film(self) -> Linked:
        """Gives what is left where the film is not known after all: the title as it is written."""
        return Linked(Title(as_written=self.title.as_written))


@dataclass(frozen=True, slots=True)
class Context:
    """What the page says around a text.

    Attributes:
        heading: The film of its own heading.
        page: The film the page is about, or the part of it around the text.
        section: The film of the heading of the text before it.
        called: Its heading, which may be a film's title mangled.
        titled: Whether the headings of its page are films' titles.
        dated: Whether its heading gives the film's year.
        foreign: Whether the page is not in English.
        whole: Whether all of the page is about its film.
    """

    heading: Title | None = None
    page: Title | None = None
    section: Title | None = None
    called: str = ""
    titled: bool = True
    dated: bool = False
    foreign: bool = False
    whole: bool = False
