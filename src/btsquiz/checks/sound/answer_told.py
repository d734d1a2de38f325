"""The stem does not give its answer away by a word that only the right answer has.

A stem that names the wrong answers too, or offers a choice with “or”, gives nothing away. A hint may point at
the answer, but does not say it.

Passes::

    - ask: Which of these did the makers of Toy Story finish first?
      answer: A Bug's Life
      wrong: [Monsters Inc., Finding Nemo]

Fails::

    - ask: Which story about toys did Pixar make first?
      answer: Toy Story
      wrong: [Monsters Inc., Finding Nemo]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import Answer, Choice, Multiple, Number, Typed, answer_text, number_text
from btsquiz.text import fold

RULE = "answer-told"

_TELLING: Final = 4
"""Letters from which a word can give an answer away."""

_COMMON: Final = frozenset(
    """about after again against also another around away back because been before behind being between
    both came come could director directors does down during each else even ever every film films first from
    further have having here himself herself into itself just kept last later least like made make makes
    making many more most much must near never next none once only other others over part play played playing
    really right same says scene scenes shot shoot shooting should since some someone somebody something star
    still such take taken than that their them themselves then there these they thing things this those
    three through time took under until upon used using very want wanted were what when where which while
    whole whom whose will with without work worked would year years your actor actors actress people real
    named name called call give gave given well""".split()  # noqa: SIM905
)
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question whose stem has a word that only its right answer has."""
    for placed in pack.placed:
        ask = placed.question.ask
        told = None if _OR.search(ask) else _told(ask, placed.question.answer)
        if told:
            message = f"the question says `{told}`, and so does its right answer alone; reword one"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)
        right = answer_text(placed.question.answer)
        if f" {fold(right)} " in f" {fold(placed.question.hint)} ":
            message = f"the hint says the answer, `{right}`; let it only point there"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)


def _told(ask: str, answer: Answer) -> str:
    """Gives the word of a stem that points at the right answer; none where there is none."""
    stem = _words(ask)
    match answer:
        case Choice(right, wrong):
            return _shared(stem, (right,), wrong)
        case Multiple(rights, wrong):
            return _shared(stem, rights, wrong)
        case Typed(accept):
            # A mangled name or title has words of the right one, and is meant to.
            return next((text for text in accept if _words(text) and _words(text) <= stem), "")
        case Number(right):
            return next((word for word in re.findall(r"[\d.]+", ask) if word == number_text(right)), "")
        case _:
            return ""


def _shared(stem: set[str], rights: tuple[str, ...], wrong: tuple[str, ...]) -> str:
    shared = stem.intersection(*map(_words, rights))
    return min(shared.difference(*map(_words, wrong)), default="")


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) >= _TELLING} - _COMMON
