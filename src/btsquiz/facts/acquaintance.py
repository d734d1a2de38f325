"""Whom a page means by a name: in full or by surname, misspelt, cut short, or in another alphabet."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.short_names import SHORT
from btsquiz.facts.spelling import is_cyrillic, is_near_name, latin, ratio, stems, word_set
from btsquiz.text import fold

_TELLING: Final = 7
"""Letters of a surname that is no other word."""

_LEAST_SURNAME: Final = 5
"""Letters of a surname that is seldom another word."""

_FAMOUS: Final = 1000
"""How widely known the films of somebody are, together, whose surname alone says who is meant."""

_MET: Final = 300
"""How widely known the films of somebody are, together, whose first name may be cut short."""

_ALIKE: Final = 0.75
"""Likeness of a name as it sounds in another alphabet to the name it is, with what fame adds."""

_FAME_HEARD: Final = 0.1
"""What ten times the fame adds to that."""

_MORE_ALIKE: Final = 0.06
"""Likeness by which one name outdoes another."""

_WORDS_TOO: Final = word_set("standing kitchen flowers entertainer blossom diamond crystal")
"""Surnames of famous people that are more often other words."""

_KNOWN: Final = 200
"""How widely known the films of somebody are, together, whose name may have a slip in it."""


class Acquaintance:
    """Knows film people, by a filmography."""

    def __init__(self, films: Filmography) -> None:
        self.films = films

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
        clear = bool(near) and fame[0] >= _KNOWN and (len(near) == 1 or fame[0] >= 5 * fame[1])
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
