"""One film: its titles, years and makers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from btsquiz.text import fold, fold_answer

Form = Literal["film", "documentary", "series"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)

_LONGEST_RUN: Final = 30
"""Years that a series may run."""

_TELLING: Final = 5
"""Letters of a part's surname that says which part it is."""


@dataclass(frozen=True, slots=True)
class Film:
    """One film; two with the same title, years and directors are one.

    Attributes:
        title: The title it is usually called by in English.
        years: All release years accepted, the usual one first.
        directors: All its credited directors.
        leads: Its top-billed players, in billing order where it was reviewed, best known first where not.
        aka: Other titles and spellings it is met under, here and abroad.
        known: How widely known it is: 3 by everybody, 2 by film lovers, 1 by few; 0 is for a film that pages
            may be of, and that nothing is asked of.
        looked_up: What all this was checked against.
        others: The rest of its cast, as far as it is recorded: who is missing here may be in it.
        form: What it is. The cast of a documentary are those it is about; the directors of a series are those
            who created it, and its year is its first.
        parts: Its best known parts, each with who played it.
        rendered: What its titles abroad say, put word for word into English: machine translation gives these.
        cues: What a story of its making mentions, and few other films' would: a shark, Amity, a barrel. The
            table keeps them by what they are found by, so a film that is read from it has none.
        crew: Who else had to do with it, as far as stories name them: writers, cameramen, makers of monsters.
    """

    title: str
    years: tuple[int, ...]
    directors: tuple[str, ...]
    leads: tuple[str, ...] = field(default=(), compare=False)
    aka: tuple[str, ...] = field(default=(), compare=False)
    known: int = field(default=2, compare=False)
    looked_up: str = field(default="", compare=False)
    others: tuple[str, ...] = field(default=(), compare=False)
    form: Form = field(default="film", compare=False)
    parts: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    rendered: tuple[str, ...] = field(default=(), compare=False)
    cues: tuple[str, ...] = field(default=(), compare=False)
    crew: tuple[str, ...] = field(default=(), compare=False)

    @property
    def year(self) -> int:
        """The usual release year."""
        return self.years[0]

    def may_be_of(self, year: int) -> bool:
        """Tells whether it was out in a year: a series, as long as series run."""
        if self.form == "series":
            return self.year <= year <= self.year + _LONGEST_RUN
        return year in self.years

    @property
    def slug(self) -> str:
        """Names it in a point: `kill-bill-volume-1-2003`."""
        return f"{fold(self.title).replace(' ', '-')}-{self.year}"

    def parts_in(self, text: str) -> dict[str, str]:
        """Gives the parts of the film that a text names, each with who played it."""
        told = f" {fold(text)} "
        found: dict[str, str] = {}
        for part, player in self.parts:
            name = fold_answer(part)
            last = name.split()[-1]
            if f" {name} " in told or (" " in name and len(last) >= _TELLING and f" {last} " in told):
                found[part] = player
        return found

    @property
    def makers(self) -> tuple[str, ...]:
        """Its directors and its cast, directors and leads first, each once."""
        return tuple(dict.fromkeys((*self.directors, *self.leads, *self.others)))

    @property
    def hands(self) -> tuple[str, ...]:
        """Everybody known to have had a hand in it: its makers, then its crew."""
        return tuple(dict.fromkeys((*self.makers, *self.crew)))
