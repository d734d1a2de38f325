"""Scores the films that the page around a text names: its heading, its part of the page, all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.cast import Sighting, sightings
from btsquiz.facts.context import Context
from btsquiz.facts.doubts import is_dated_otherwise, names_director, names_strangers
from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.title import Title
from btsquiz.facts.titles import title_key
from btsquiz.text import fold

ENOUGH: Final = 2.6
"""Score from which a known film is meant."""

SUPPORT: Final = (0.0, 2.0, 3.0, 3.5)
"""What a film gains by the number of its makers that the text names."""

_HEADED: Final = 4.2
"""Score of the film in a text's own heading."""

_PAGED: Final = 2.7
"""Score of the film a page is about."""

_LOOSE: Final = 1.4
"""Score of the film in a heading near a text, which needs its makers in the text."""

LED: Final = 0.4
"""What a film gains if one of them directed it or was among its leads."""

STRANGERS: Final = 1.2
"""What a film loses where the text names people we know, and none of its makers."""

OUT_OF_TIME: Final = 3.0
"""What a film loses where the text names somebody of another time, and none of its makers."""

_FAMOUS: Final = 500
"""How widely known the films of somebody are, together, who would not be on another film's set unnamed."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A film that may be meant, where the text names it, and how well it fits.

    Attributes:
        title: The film.
        score: How well it fits.
        mention: Where the text names it; None where only the page does.
        passive: Whether only the page names it, and the text none of its makers.
    """

    title: Title
    score: float
    mention: Mention | None = None
    passive: bool = False

    @property
    def film(self) -> Film | str:
        """What tells it from another."""
        return self.title.known or fold(self.title.film)


def support(text: str, film: Film, linker: Linker, besides: tuple[int, int] = (0, 0)) -> dict[str, Sighting]:
    """Gives the makers of a film whom a text names, each once; a part of it may not count."""
    return {one.name: one for one in reversed(sightings(text, film, linker.films, besides))}


def by_page(text: str, linker: Linker, context: Context) -> Iterator[Scored]:
    """Scores the films that the page names for a text."""
    over = context.called or (context.heading.as_written if context.heading else "")
    for meant, count in rendered(over.strip(" \"“”‘’«»'*"), text, linker):
        yield Scored(meant, _HEADED + SUPPORT[min(3, count)] / 2)
    for title, weight in ((context.heading, _HEADED), (context.page, _PAGED), (context.section, _LOOSE)):
        if title is not None:
            yield from _of_namesakes(title, weight, text, linker)
        if title is None or not title.known:
            if title and title.film:
                # Of several films of a title none is meant where others than their makers are named.
                strange = not title.years and names_strangers(text, linker, _FAMOUS)
                yield Scored(title, min(weight, ENOUGH) - STRANGERS if strange else weight)
            continue
        count = len(support(text, title.known, linker))
        headed = title is context.heading
        # A heading of one word may be the title of a film we lack, if others made this one.
        doubtful = not headed or (" " not in title_key(title.film) and title.sure != "high")
        # On a page that is all about a film, others are told of who nearly were in it.
        strange = not count and doubtful and title is not context.page
        if strange and (names_strangers(text, linker, _FAMOUS) or (headed and names_director(text, linker))):
            weight = min(weight, ENOUGH) - STRANGERS
        if is_dated_otherwise(text, title.known):
            weight -= OUT_OF_TIME
        gain = SUPPORT[min(3, count)]
        yield Scored(
            title, weight + (gain / 2 if weight > ENOUGH else gain), passive=not count and not headed
        )


def _of_namesakes(title: Title, weight: float, text: str, linker: Linker) -> Iterator[Scored]:
    """Scores the other films of a title over a text that does not say which: by who is in the text."""
    told = title.sure == "high" or (title.years and not title.known)
    for film in () if told else linker.films.titled(title.film):
        named = support(text, film, linker) if film != title.known else {}
        if named:
            meant = Title(film.title, title.as_written, film.years, film, "high", "its title and people")
            led = LED * any(name in film.directors or name in film.leads for name in named)
            yield Scored(meant, weight + SUPPORT[min(3, len(named))] / 2 + led)


def rendered(written: str, text: str, linker: Linker) -> Iterator[tuple[Title, int]]:
    """Gives the films that a title abroad, put into English, may mean, each with its makers named."""
    for film in linker.films.rendered(written) if written else ():
        if count := len(support(text, film, linker)):
            why = "its title abroad, put into English, and people"
            yield Title(film.title, written, film.years, film, "medium", why, mended=True), count
