"""No two questions of a pack are nearly one: the same answer, and most words of stem and options the same.

The words shown beside the stem count too, so that one stem with other items is another question.

Passes::

    - ask: Which of these came first?
      answer: Jaws
      wrong: [Alien, Titanic]
    - ask: Which of these came first?
      answer: Psycho
      wrong: [Fame, Gravity]

Fails::

    - ask: Who was the director of Jaws, in 1975?
      answer: Steven Spielberg
      wrong: [George Lucas, Brian De Palma]
    - ask: Who was the director of the film Jaws?
      answer: Steven Spielberg
      wrong: [George Lucas, Brian De Palma]
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack
from btsquiz.question import Match, Question, answer_text, options_of
from btsquiz.text import fold

RULE = "near-duplicate"

ALIKE: Final = 0.75
"""Share of the words of two questions that both have, from which they are nearly one."""

_EMPTY: Final = frozenset(
    ("a", "an", "and", "at", "by", "did", "do", "does", "for", "from", "in", "is", "it", "of", "on", "or",
     "that", "the", "to", "was", "were", "with")
)  # fmt: skip


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question that an earlier one with the same answer nearly asks."""
    words = [_words(placed.question) for placed in pack.placed]
    often = Counter(word for some in words for word in some)
    ranked = [sorted(some, key=lambda word: (often[word], word)) for some in words]
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, placed in enumerate(pack.placed):
        answer = fold(answer_text(placed.question.answer))
        mine = words[number]
        # Two sets so alike share one of their rarest words: only questions with one of those are compared.
        rarest = ranked[number][: len(mine) - math.ceil(ALIKE * len(mine)) + 1]
        others = sorted({other for word in rarest for other in seen[answer, word]})
        twin = next((other for other in others if _alike(mine, words[other])), None)
        if twin is not None:
            line = pack.placed[twin].line
            message = f"this is nearly the question on line {line}; remove one, or ask for something else"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)
        for word in rarest:
            seen[answer, word].append(number)


def _words(question: Question) -> frozenset[str]:
    lefts = [left for left, _ in question.answer.pairs] if isinstance(question.answer, Match) else []
    shown = " ".join((question.ask, *options_of(question.answer), *lefts))
    return frozenset(fold(shown).split()) - _EMPTY


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= ALIKE * len(one | two)
