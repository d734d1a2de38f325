"""Settles which film a page means: by title, by year and by people; nothing where in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.acquaintance import Acquaintance
from btsquiz.facts.fact import Sure
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.mention import Mention
from btsquiz.facts.spelling import is_near_name, is_near_title, name_key
from btsquiz.facts.title import Clues, Title
from btsquiz.facts.titles import title_key

_YEAR_SLIP: Final = 1
"""Years by which pages differ on one film: first shown, released at home, released here."""

_SHOT_BEFORE: Final = 3
"""Years from a photograph to the film's release."""

_BEST_KNOWN: Final = 3
"""Times by which the best known of several films of a title outdoes the next, if it needs no naming."""

_KNOWN_TO_MANY: Final = 40
"""Reviews of a film that people mean without saying its year."""

_MOST_REMEMBERED: Final = 16_384
"""Texts of which it is remembered what they mention."""

_ASIDE: Final = re.compile(r"\s*[\[(][^\])]*[\])]\s*$")
_OWNED: Final = re.compile(r"(?:\S+\s+){1,4}?\S+['’]s\s+(?=\S)|(?:\S+['’]s)\s+(?=\S)")


class Linker(Acquaintance):
    """Settles films by a filmography, and knows its people.

    Attributes:
        mentioned: What texts mention, as far as they were read before; `remember` adds to it.
    """

    def __init__(self, films: Filmography) -> None:
        super().__init__(films)
        self.mentioned: dict[str, tuple[Mention, ...]] = {}

    def remember(self, text: str, mentioned: tuple[Mention, ...]) -> None:
        """Keeps what a text mentions, so that it is read once; of a long page, its last texts alone."""
        if len(self.mentioned) >= _MOST_REMEMBERED:
            self.mentioned.clear()
        self.mentioned[text] = mentioned

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
        if clues.year is None and self.is_title(title):
            return None  # "Evil Dead" is one of those of that title, and no "Evil Dead Rise"
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
        # A slip in a title is one only if somebody of the film, or nobody of another, stands beside it.
        people = [name for name in clues.people + clues.directors if self.is_person(name)]
        if film is None or (len(people) > 1 and not self._made_by(film, people)):
            return None
        return _settled(film, title, "medium", why, mended=True)

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
