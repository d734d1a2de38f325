"""Settles which film a page means, and whom: by title, by year and by people; nothing where in doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.filmography import Film, Filmography
from btsquiz.facts.spelling import is_near_name, is_slip
from btsquiz.facts.titles import ARTICLES, MAX_WORDS, is_title_word, title_key
from btsquiz.text import fold

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|&")
_ENDING: Final = re.compile(r"['’]s$|(?<!\.\w)\.$")
"""What a title may end in without its being of the title."""

_YEAR_SLIP: Final = 1
"""Years by which pages differ on one film: first shown, released at home, released here."""


@dataclass(frozen=True, slots=True)
class Title:
    """The film a text means.

    Attributes:
        film: Its usual title; empty where it is not settled which film is meant.
        as_written: The title as the text has it; empty where it names none.
        years: The release years accepted; empty where unknown.
        known: Its entry in the filmography.
    """

    film: str = ""
    as_written: str = ""
    years: tuple[int, ...] = ()
    known: Film | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A known title standing in a text, from `start` up to `end`."""

    start: int
    end: int
    film: Film


class Linker:
    """Knows a filmography by everything a page may call its films and people."""

    def __init__(self, films: Filmography) -> None:
        self._titles: dict[str, list[Film]] = defaultdict(list)
        self._halves: dict[str, list[Film]] = defaultdict(list)
        self._but_one_word: dict[tuple[str, ...], list[tuple[str, Film]]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        self._people: dict[str, str] = {}
        self._credits: dict[str, list[Film]] = defaultdict(list)
        for film in films.films:
            for title in (film.title, *film.aka):
                self._add_title(title, film)
            for person in _makers(film):
                self._people.setdefault(fold(person), person)
                self._credits[fold(person)].append(film)
        self._first_names = frozenset(name.split()[0] for name in self._people if " " in name)
        self._surnames = frozenset(name.split()[-1] for name in self._people if " " in name)

    def _add_title(self, title: str, film: Film) -> None:
        key = title_key(title)
        if film in self._titles[key]:
            return
        self._titles[key].append(film)
        words = key.split()
        self._longest[words[0]] = max(self._longest[words[0]], len(words))
        for index, word in enumerate(words):
            self._but_one_word[(*words[:index], "", *words[index + 1 :])].append((word, film))
        for half in title.split(": ") if ": " in title else ():
            if film not in self._halves[title_key(half)]:
                self._halves[title_key(half)].append(film)

    def settle(
        self, title: str, year: int | None = None, people: Iterable[str] = (), directors: Iterable[str] = ()
    ) -> Title:
        """Settles the film that a title names, or says as much of it as is sure.

        Args:
            title: The title as written.
            year: The year given with it.
            people: Those seen with it, who tell it from a namesake.
            directors: Those said to be directing it.
        """
        names = [fold(person) for person in people]
        film = (
            self._by_title(title, year, names, [fold(person) for person in directors])
            or self._by_half(title, year)
            or self._without_prefix(title, year, names)
            or self._by_near_title(title, year)
        )
        if film is not None:
            return Title(film.title, title, film.years, film)
        # "Kill Bill" without a year may be either volume.
        several = year is None and len(self._halves.get(title_key(title), ())) > 1
        return Title("" if several else title, title, (year,) if year else ())

    def is_title(self, text: str) -> bool:
        """Tells whether a text is a known title and nothing else."""
        return title_key(text) in self._titles

    def _by_title(
        self, title: str, year: int | None, names: Sequence[str], directors: Sequence[str]
    ) -> Film | None:
        films = self._titles.get(title_key(title), [])
        if year is not None:
            exact = [film for film in films if year in film.years]
            near = [film for film in films if any(abs(year - known) <= _YEAR_SLIP for known in film.years)]
            return _only(exact) or _only(near)
        if len(films) > 1:
            return _only([film for film in films if self._made_by_any(film, names)])
        film = _only(films)
        # Somebody else directing means a film of the same title that the filmography lacks.
        strangers = film is not None and directors and not self._made_by_any(film, directors)
        return None if strangers else film

    def _by_half(self, title: str, year: int | None) -> Film | None:
        for half in (title, title.partition(": ")[0]):
            film = _only([film for film in self._halves.get(title_key(half), ()) if year in film.years])
            if film is not None:
                return film
        return None

    def _without_prefix(self, title: str, year: int | None, names: Sequence[str]) -> Film | None:
        prefix, colon, rest = title.partition(": ")
        film = _only(self._titles.get(title_key(rest), [])) if colon else None
        if film is None or year is not None:
            return film if film and year in film.years else None
        # "The Lost World: Jurassic Park" is not Jurassic Park: the title alone does not say.
        plain = len(prefix.split()) == 1 and len(rest.split()) > 1
        return film if plain and self._made_by_any(film, names) else None

    def _by_near_title(self, title: str, year: int | None) -> Film | None:
        words = title_key(title).split()
        found: list[Film] = []
        for index, word in enumerate(words):
            for other, film in self._but_one_word.get((*words[:index], "", *words[index + 1 :]), ()):
                if film in found:
                    continue
                shorter, long = min(len(word), len(other)), len(words) >= 3
                slip = shorter >= 5 and is_slip(word, other) and (long or year is not None)
                stem = long and shorter >= 3 and (word.startswith(other) or other.startswith(word))
                if (slip or stem) and (year is None or year in film.years):
                    found.append(film)
        return _only(found)

    def spots(self, text: str) -> Iterator[Spot]:
        """Finds known titles, written as titles, in a text: the longest at each place."""
        tokens = list(_TOKEN.finditer(text))
        end = 0
        for index, token in enumerate(tokens):
            if token.start() >= end and (token[0][0].isupper() or token[0][0].isdigit()):
                spot = self._spot_at(text, tokens[index : index + MAX_WORDS])
                if spot is not None:
                    end = spot.end
                    yield spot

    def _spot_at(self, text: str, tokens: Sequence[re.Match[str]]) -> Spot | None:
        start = tokens[0].start()
        # A title's key begins with its second word where its first is an article.
        starts = (_ENDING.sub("", text[start : token.end()]) for token in tokens[:2])
        heads = {title_key(first).partition(" ")[0] for first in starts}
        longest = max(self._longest.get(head, 0) for head in heads)
        # A key is shorter than its title by articles and "part".
        for token in reversed(tokens[: longest + 3] if longest else ()):
            bare = _ENDING.sub("", token[0])
            if fold(bare) in ARTICLES:
                continue
            for end in dict.fromkeys((token.start() + len(bare), token.end())):
                films = self._titles.get(title_key(text[start:end]), ())
                if len(films) == 1 and all(map(is_title_word, text[start:end].split())):
                    return Spot(start, end, films[0])
        return None

    def is_person(self, name: str) -> bool:
        """Tells whether a full name is that of somebody in the filmography."""
        return fold(name) in self._people

    def is_first_name(self, word: str) -> bool:
        """Tells whether somebody in the filmography has this first name."""
        return fold(word) in self._first_names

    def is_surname(self, word: str) -> bool:
        """Tells whether somebody in the filmography has this surname."""
        return fold(word) in self._surnames

    def mend(self, name: str, film: Film | None) -> str:
        """Gives a name's usual form: that of the film's one director or lead it is a near miss of."""
        known = self._people.get(fold(name))
        if known is not None or film is None:
            return known or name
        near = [person for person in _makers(film) if is_near_name(name, person)]
        return near[0] if len(near) == 1 else name

    def by_surname(self, surname: str, film: Film) -> str | None:
        """Gives the film's one director or lead of a surname, or of a single name."""
        folded = fold(surname)
        people = [one for one in _makers(film) if fold(one) == folded or fold(one).endswith(f" {folded}")]
        return people[0] if len(people) == 1 else None

    def trade(self, person: str, film: Film | None) -> str:
        """Says what somebody is on a film, or on all known: `actor`, `director`; nothing if both."""
        films = [film] if film else self._credits.get(fold(person), [])
        acts = any(person in one.leads for one in films)
        directs = any(person in one.directors for one in films)
        return "" if acts == directs else "actor" if acts else "director"

    def films_with(self, people: Sequence[str], surnames: Iterable[str] = ()) -> list[Film]:
        """Gives the films that all these people, and somebody of each surname, have made."""
        names = [fold(person) for person in people]
        films = self._credits.get(names[0], []) if names else []
        return [
            film
            for film in films
            if all(film in self._credits.get(name, ()) for name in names)
            and all(self.by_surname(surname, film) for surname in surnames)
        ]

    def _made_by_any(self, film: Film, names: Sequence[str]) -> bool:
        return any(film in self._credits.get(name, ()) for name in names)


def _makers(film: Film) -> Iterable[str]:
    """Gives a film's directors and leads, each once."""
    return dict.fromkeys((*film.directors, *film.leads))


def _only(films: Sequence[Film]) -> Film | None:
    return films[0] if len(films) == 1 else None
