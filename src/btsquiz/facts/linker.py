"""Settles which film a page means, and whom: by title, by year and by people; nothing where in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log10
from typing import Final

from btsquiz.facts.fact import Sure
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.names import SHORT
from btsquiz.facts.spelling import (
    is_cyrillic,
    is_near_name,
    is_near_title,
    latin,
    name_key,
    ratio,
    stems,
    word_set,
)
from btsquiz.facts.title import Clues, Title
from btsquiz.facts.titles import title_key
from btsquiz.text import fold

_YEAR_SLIP: Final = 1
"""Years by which pages differ on one film: first shown, released at home, released here."""

_SHOT_BEFORE: Final = 3
"""Years from a photograph to the film's release."""

_BEST_KNOWN: Final = 3
"""Times by which the best known of several films of a title outdoes the next, if it needs no naming."""

_KNOWN_TO_MANY: Final = 40
"""Reviews of a film that people mean without saying its year."""

_TELLING: Final = 7
"""Letters of a surname that is no other word."""

_LEAST_SURNAME: Final = 5
"""Letters of a surname that is seldom another word."""

_FAMOUS: Final = 1000
"""How widely known the films of somebody are, together, whose surname alone says who is meant."""

_MET: Final = 300
"""How widely known the films of somebody are, together, whose first name may be cut short."""

_WORDS_TOO: Final = word_set("standing kitchen flowers entertainer blossom diamond crystal")
"""Surnames of famous people that are more often other words."""

_ALIKE: Final = 0.75
"""Likeness of a name as it sounds in another alphabet to the name it is, with what fame adds."""

_FAME_HEARD: Final = 0.1
"""What ten times the fame adds to that."""

_MORE_ALIKE: Final = 0.06
"""Likeness by which one name outdoes another."""

_ASIDE: Final = re.compile(r"\s*[\[(][^\])]*[\])]\s*$")
_OWNED: Final = re.compile(r"(?:\S+\s+){1,4}?\S+['’]s\s+(?=\S)|(?:\S+['’]s)\s+(?=\S)")


class Linker:
    """Settles films and people by a filmography."""

    def __init__(self, films: Filmography) -> None:
        self.films = films

    def settle(
        self,
        title: str,
        year: int | None = None,
        people: Iterable[str] = (),
        directors: Iterable[str] = (),
    ) -> Title:
        """Settles the film that a title names, or says as much of it as is sure.

        Args:
            title: The title as written.
            year: The year given with it.
            people: Those seen with it, who tell it from a namesake.
            directors: Those said to be directing it.
        """
        if (bare := _ASIDE.sub("", title)) and bare != title and not self.is_title(title):
            return replace(self.settle(bare, year, people, directors), as_written=title)
        clues = Clues(year, tuple(map(name_key, people)), tuple(map(name_key, directors)))
        for settle in (
            self._by_title,
            self._by_part,
            self._without_prefix,
            self._by_near_title,
            self._by_rendering,
        ):
            found = settle(title, clues)
            if found is not None:
                return found
        # "Kill Bill" without a year may be either volume.
        several = year is None and len(self.films.partly_titled(title)) > 1
        return Title("" if several else title, title, (year,) if year else (), why="a title we do not know")

    def is_of_year(self, title: str, year: int) -> bool:
        """Tells whether a known film of about this year has this title, or it for a part of its own."""
        parts = self.films.partly_titled(title) if " " in title_key(title) else []
        return any(_is_about(year, film) for film in (*self.films.titled(title), *parts))

    def is_title(self, text: str) -> bool:
        """Tells whether a text is a known title and nothing else."""
        return self.films.is_title(text)

    def _by_title(self, title: str, clues: Clues) -> Title | None:
        films = self.films.titled(title)
        if clues.year is not None:
            dated = [film for film in films if clues.year in film.years]
            near = [film for film in films if _is_about(clues.year, film)]
            if film := self._one_of(dated, clues) or self._one_of(near, clues):
                return _settled(film, title, "high", "its title and year")
            early = [film for film in films if 0 < film.year - clues.year <= _SHOT_BEFORE]
            film = _only([film for film in early if self._made_by(film, clues.people)])
            return (
                _settled(film, title, "medium", "its title and people; the year is the photograph’s")
                if film
                else None
            )
        # Somebody else directing means a film of the same title that the filmography lacks.
        films = [film for film in films if not clues.directors or self._made_by(film, clues.directors)]
        made = [film for film in films if self._made_by(film, clues.people)]
        led = [film for film in made if self._led_by(film, clues.people + clues.directors)]
        if film := _only(made) or _only(led):
            return _settled(film, title, "high", "its title and people")
        if film := _only(films):
            short = " " not in title_key(title)
            return _settled(
                film, title, "medium" if short else "high", "its title, which no other film we know has"
            )
        film = self._best_known(made or films)
        return _settled(film, title, "medium", "the best known film of this title") if film else None

    def _one_of(self, films: Sequence[Film], clues: Clues) -> Film | None:
        """Gives the only film, or the only one these people made, or the one that everybody means."""
        makers = clues.people + clues.directors
        return (
            _only(films)
            or _only([film for film in films if self._made_by(film, makers)])
            or self._best_known(films)
        )

    def _best_known(self, films: Sequence[Film]) -> Film | None:
        ranked = sorted(((self.films.fame(film), place) for place, film in enumerate(films)), reverse=True)
        if not ranked or ranked[0][0] < _KNOWN_TO_MANY:
            return None
        clear = len(ranked) == 1 or ranked[0][0] >= _BEST_KNOWN * ranked[1][0]
        return films[ranked[0][1]] if clear else None

    def _by_part(self, title: str, clues: Clues) -> Title | None:
        # "Star Wars: The Lost Squadron" is none of the others of its name; its year may tell that it is.
        for part in (title, title.partition(": ")[0]) if clues.year is not None else (title,):
            films = self.films.partly_titled(part)
            if clues.year is not None:
                film = _only([film for film in films if clues.year in film.years])
            else:
                whole = part == title and len(title_key(title).split()) > 1
                # "The Fellowship of the Ring" needs no more; "Spider-Man" may be any of several.
                ends = [film for film in films if title_key(film.title).endswith(title_key(title))]
                film = _only([film for film in films if self._made_by(film, clues.people)])
                film = film or (_only(ends) if whole else None)
            if film is not None:
                return _settled(film, title, "medium", "part of its title", mended=True)
        return None

    def _without_prefix(self, title: str, clues: Clues) -> Title | None:
        if owned := _OWNED.match(title):
            settled = self._by_title(title[owned.end() :], clues)
            if settled and settled.known:
                return _settled(settled.known, title, settled.sure, settled.why)
        prefix, colon, rest = title.partition(": ")
        films = self.films.titled(rest) if colon else []
        film = _only([film for film in films if clues.year is None or clues.year in film.years])
        # "The Lost World: Jurassic Park" is not Jurassic Park: the title alone does not say.
        plain = len(prefix.split()) == 1 and len(rest.split()) > 1
        if film and (clues.year is not None or (plain and self._made_by(film, clues.people))):
            return _settled(film, title, "medium", "the rest of its title", mended=True)
        return None

    def _by_near_title(self, title: str, clues: Clues) -> Title | None:
        key = title_key(title)
        if clues.year is not None:
            near = self.films.near_titles(title, clues.year)
            why = "nearly its title, and its year"
        else:
            theirs = (film for name in clues.people + clues.directors for film in self.films.films_of(name))
            candidates = {title_key(name): film for film in theirs for name in (film.title, *film.aka)}
            near = [film for other, film in candidates.items() if is_near_title(key, other)]
            why = "nearly its title, and its people"
            if not near and len(key.split()) > 2:
                others = {one for one in self.films.titles_sharing(key) if is_near_title(key, one)}
                near = [film for one in others for film in self.films.titled(one)]
                why = "nearly its title, and no other’s"
        if not near:
            near = [film for film in self.films.declined(title) if clues.year in (None, *film.years)]
            why = "its title in another case"
        film = _only(list(dict.fromkeys(near)))
        if (
            film is not None
            and clues.year is None
            and clues.directors
            and not self._made_by(film, clues.directors)
        ):
            return None
        return _settled(film, title, "medium", why, mended=True) if film else None

    def _by_rendering(self, title: str, clues: Clues) -> Title | None:
        films = [film for film in self.films.rendered(title) if clues.year in (None, *film.years)]
        made = [film for film in films if self._made_by(film, clues.people + clues.directors)]
        # One word says too little: "Origin" is Inception in Spain, and much else anywhere.
        film = _only(made) or (_only(films) if " " in title_key(title) else None)
        return (
            _settled(film, title, "medium", "its title abroad, put into English", mended=True)
            if film
            else None
        )

    def is_person(self, name: str) -> bool:
        """Tells whether a full name is that of somebody in the filmography."""
        return self.films.person(name) is not None

    def is_first_name(self, word: str) -> bool:
        """Tells whether several people in the filmography have this first name."""
        return self.films.is_first_name(word)

    def is_surname(self, word: str) -> bool:
        """Tells whether somebody in the filmography has this surname."""
        return self.films.is_surname(word)

    def mend(self, name: str, film: Film | None) -> str:
        """Gives a name's usual form: that of the one maker of the film it is a near miss of."""
        known = self.films.person(name)
        if known is not None or film is None:
            return known or name
        near = [person for person in film.hands if is_near_name(name, person)]
        return near[0] if len(near) == 1 else name

    def mend_alone(self, name: str) -> str:
        """Gives the name of the one well-known person that a name is a near miss of, without any film."""
        first, _, rest = fold(name).partition(" ")
        whole = {self.films.person(f"{full} {rest}") for full in SHORT.get(first, ())} - {None}
        if (
            len(whole) == 1
            and not self.films.person(name)
            and self.films.fame_of(usual := str(*whole)) >= _MET
        ):
            return usual
        near = self.people_near(name) if not self.films.person(name) else ()
        if is_cyrillic(fold(name)):
            return self._heard(name, near) or name
        plain = [word for word in fold(name).split() if len(word) > 1]
        # "Garrett Brown" need not be Garrett M. Brown.
        near = tuple(one for one in near if [word for word in fold(one).split() if len(word) > 1] != plain)
        fame = [self.films.fame_of(one) for one in near[:2]]
        clear = bool(near) and fame[0] >= 5 * _KNOWN_TO_MANY and (len(near) == 1 or fame[0] >= 5 * fame[1])
        return near[0] if clear else name

    def _heard(self, name: str, near: Sequence[str]) -> str | None:
        """Gives whom a name in another alphabet is of: who sounds most like it and is widely known."""
        heard = [latin(fold(name)), latin(stems(fold(name)))]
        ranked = sorted(
            (
                max(ratio(form, fold(one)) for form in heard)
                + _FAME_HEARD * log10(self.films.fame_of(one) + 1),
                one,
            )
            for one in near
        )[::-1]
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= _MORE_ALIKE)
        return ranked[0][1] if clear and ranked[0][0] >= _ALIKE else None

    def people_near(self, name: str) -> tuple[str, ...]:
        """Gives those whose names this one is nearly, a Russian one in any case, the best known first."""
        folded = fold(name)
        near = self.films.people_near(name)
        return near or (self.films.people_near(stems(folded)) if is_cyrillic(folded) else ())

    def is_met(self, surname: str) -> bool:
        """Tells whether a surname is that of somebody well known, whoever else may have it."""
        people = self.films.people_called(surname) if len(surname) >= _LEAST_SURNAME else ()
        return bool(people) and self.films.fame_of(people[0]) >= _MET

    def director_called(self, surname: str) -> str | None:
        """Gives the best known director of a surname."""
        people = self.films.people_called(surname)
        return next(
            (one for one in people if any(one in film.directors for film in self.films.films_of(one))), None
        )

    def is_somebody(self, word: str) -> bool:
        """Tells whether a word is somebody's surname or only name."""
        return self.is_person(word) or self.is_surname(word)

    def is_famous(self, surname: str) -> bool:
        """Tells whether everybody means one person by a surname alone."""
        return self.famous(surname) is not None

    def famous(self, surname: str) -> str | None:
        """Gives the one person whom everybody means by a surname alone."""
        telling = len(surname) >= _TELLING and " " not in surname and fold(surname) not in _WORDS_TOO
        people = self.films.people_called(surname) if telling else ()
        fame = [self.films.fame_of(one) for one in people]
        clear = bool(people) and fame[0] >= _FAMOUS and (len(people) == 1 or fame[0] >= 4 * fame[1])
        return people[0] if clear and not self.films.person(surname) else None

    def by_surname(self, surname: str, film: Film) -> str | None:
        """Gives the film's one maker of a surname, or of a single name; its leads come first."""
        folded = fold(surname)
        for makers in (film.directors, film.leads, film.others, film.crew):
            people = {one for one in makers if fold(one) == folded or fold(one).endswith(f" {folded}")}
            if people:
                return people.pop() if len(people) == 1 else None
        return None

    def trade(self, person: str, film: Film | None) -> str:
        """Says what somebody is on a film, or on all known: `actor`, `director`; nothing if both."""
        films = [film] if film else self.films.films_of(person)
        acts = any(person in (*one.leads, *one.others) for one in films)
        directs = any(person in one.directors for one in films)
        return "" if acts == directs else "actor" if acts else "director"

    def _made_by(self, film: Film, names: Sequence[str]) -> bool:
        """Tells whether any of these people, by their folded names, made a film."""
        if not names:
            return False
        makers = {name_key(maker) for maker in film.hands}
        return any(
            name in makers
            or (not self.is_person(name) and any(is_near_name(name, maker) for maker in makers))
            or (" " not in name and any(maker.endswith(f" {name}") for maker in makers))
            for name in names
        )

    def _led_by(self, film: Film, names: Sequence[str]) -> bool:
        """Tells whether any of these people directed a film or was among its leads."""
        return self._made_by(replace(film, others=()), names)


def _settled(film: Film, written: str, sure: Sure, why: str, *, mended: bool = False) -> Title:
    return Title(film.title, written, film.years, film, sure, why, mended)


def _is_about(year: int, film: Film) -> bool:
    return any(abs(year - known) <= _YEAR_SLIP for known in film.years)


def _only(films: Sequence[Film]) -> Film | None:
    return films[0] if len(films) == 1 else None
