"""The options are of one kind: no figure among words, no film among people, no phrase built unlike the rest.

Passes::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [James Cameron, Tony Scott]

Fails::

    - ask: Who directed Alien?
      answer: Ridley Scott
      wrong: [James Cameron, "1979"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import Choice, Multiple
from btsquiz.text import fold

RULE = "one-kind"

_FIGURE: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r" \(\d{4}\)$")
_BARE_FIGURE: Final = re.compile(r"[^\w]*\d[\d.,:/ ]*\s*(?:%|[a-z]{1,2})?", re.IGNORECASE)
_WHO: Final = re.compile(r"^(?:[^?]*[.:,;] )?who (?!.*\b(?:film|title|called)\b)", re.IGNORECASE)
_WHICH_FILM: Final = re.compile(r"\bwhich (?:film|movie)\b[^.:;]*\?$", re.IGNORECASE)
_BUILT: Final = frozenset(
    ("aboard", "about", "above", "across", "after", "against", "along", "among", "around", "as", "at",
     "because", "before", "behind", "below", "beside", "between", "beyond", "by", "during", "for", "from",
     "if", "in", "inside", "into", "near", "off", "on", "onto", "out", "outside", "over", "so",
     "through", "to", "under", "until", "with", "within", "without")
)  # fmt: skip
"""Words that a phrase of one build begins with."""


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question with options of two kinds."""
    for placed in pack.placed:
        answer = placed.question.answer
        if not isinstance(answer, Choice | Multiple):
            continue
        rights = (answer.right,) if isinstance(answer, Choice) else answer.right
        mixed = _mixed(placed.question.ask, rights, answer.wrong, films)
        if mixed:
            yield Problem(pack.path, placed.line, placed.column, mixed, RULE)


def _mixed(ask: str, rights: tuple[str, ...], wrong: tuple[str, ...], films: Filmography) -> str:
    """Says what is mixed; nothing where the options are of one kind."""
    options = (*rights, *wrong)
    titles = [option for option in options if _is_film(option, films)]
    if len(titles) == len(options):
        return ""
    bare = [option for option in options if _BARE_FIGURE.fullmatch(option)]
    worded = [option for option in options if not _FIGURE.search(option)]
    if bare and worded:
        return f"`{bare[0]}` is a figure and `{worded[0]}` is not; give options of one kind"
    people = [option for option in options if _is_person(option, films)]
    stray = titles if _WHO.search(ask) else people if _WHICH_FILM.search(ask) else []
    if any(" " in option for option in stray):
        return f"`{stray[0]}` does not answer what is asked; give options of one kind"
    if people and titles and len(people) + len(titles) == len(options):
        return f"`{people[0]}` is a person and `{titles[0]}` a film; give options of one kind"
    right_built, wrong_built = ([_is_built(option) for option in some] for some in (rights, wrong))
    told = (all(right_built) and not any(wrong_built)) or (all(wrong_built) and not any(right_built))
    if told and len(wrong) > 1:
        return f"`{rights[0]}` alone is built unlike the other options; word them alike"
    return ""


def _is_built(option: str) -> bool:
    """Tells whether an option begins as a phrase does that says how, where or why, and is no name."""
    first, *rest = option.split()
    return fold(first) in _BUILT and not (rest and rest[0][:1].isupper())


def _is_person(option: str, films: Filmography) -> bool:
    return " " in option and films.person(option) is not None and not films.is_title(option)


def _is_film(option: str, films: Filmography) -> bool:
    return films.is_title(_YEAR.sub("", option)) and films.person(option) is None
