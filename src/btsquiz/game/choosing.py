"""Choosing: which questions of a pool make a match together."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from btsquiz.question import Choice, Number, Question, Typed, answer_text
from btsquiz.text import fold

_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s\b")


def in_turns(queue: Sequence[Question], shown: Mapping[str, int]) -> list[Question]:
    """Lets families of a pack take turns, and packs, whatever their size: else the largest has it all."""
    groups: tuple[Callable[[Question], tuple[str, ...]], ...] = (
        lambda question: (question.pack, _family(question)),
        lambda question: (question.pack,),
    )
    turned = list(queue)
    for group in groups:
        taken: Counter[tuple[str, ...]] = Counter()
        turns: dict[str, tuple[int, int]] = {}
        for question in turned:
            taken[group(question)] += 1
            turns[question.key] = shown.get(question.key, 0), taken[group(question)]
        turned.sort(key=lambda question, turns=turns: turns[question.key])  # type: ignore[misc]
    return turned


def _family(question: Question) -> str:
    """Names what a written question's id says it is one of: `fact/family/slot`; nothing of any other."""
    parts = question.id.split("/")
    return parts[1] if len(parts) == 3 else ""


def choose(queue: Sequence[Question], length: int, spare: int, *, matched: bool = False) -> list[Question]:
    """Picks a match and reserves, first come first served, by rules given up one by one as they starve.

    Args:
        queue: The questions, those wanted first in front.
        length: How many make the match.
        spare: How many more are kept.
        matched: Whether as many easy as medium as hard is what matters most, and is given up last.
    """
    chosen: list[Question] = []
    points: set[str] = set()
    a_third, two_thirds, a_fifth = -(-length // 3), -(-2 * length // 3), -(-length // 5)

    def levels(question: Question) -> bool:
        """Counts difficulties evenly: a third of the match easy, a third medium, the rest hard."""
        return sum(other.difficulty == question.difficulty for other in chosen) < a_third

    def kinds(question: Question) -> bool:
        """Mixes the kinds: two thirds of the match at most are choices, a fifth any other."""
        most = two_thirds if isinstance(question.answer, Choice) else a_fifth
        return Counter(other.kind for other in chosen)[question.kind] < most

    def films(question: Question) -> bool:
        return not any(set(question.films) & set(other.films) for other in chosen)

    def reveals(question: Question) -> bool:
        return not any(
            tells(one, two) for other in chosen for one, two in ((question, other), (other, question))
        )

    def stems(question: Question) -> bool:
        return not any(fold(question.ask) == fold(other.ask) for other in chosen)

    quickest_first: list[Callable[[Question], bool]] = [levels, kinds, films, stems, reveals]
    rules: list[Callable[[Question], bool]] = [reveals, films, stems, kinds]
    rules.insert(0 if matched else rules.index(kinds), levels)
    while True:
        for question in queue:
            if len(chosen) == length + spare:
                return chosen
            if question.point not in points and all(
                rule(question) for rule in quickest_first if rule in rules
            ):
                chosen.append(question)
                points.add(question.point)
        if not rules:
            return chosen
        rules.pop()


def clashes(chosen: Sequence[Question]) -> tuple[int, int]:
    """Counts the pairs of which one tells the other's answer, and the pairs with a film in common."""
    pairs = list(itertools.combinations(chosen, 2))
    told = sum(tells(one, other) or tells(other, one) for one, other in pairs)
    return told, sum(bool(set(one.films) & set(other.films)) for one, other in pairs)


def tells(earlier: Question, later: Question) -> bool:
    """Tells whether what is shown of one question, reveal included, says the answer of another."""
    noted = itertools.chain.from_iterable(earlier.why.items())
    shown = (earlier.ask, answer_text(earlier.answer), earlier.explain, *noted, *earlier.films)
    said = _words(" ".join(shown))
    return any(_words(secret) in said for secret in _secrets(later))


def _words(text: str) -> str:
    """Folds a text so that whole words of it can be looked for; `Spielberg's` says `Spielberg`."""
    return f" {fold(_POSSESSIVE.sub('', text))} "


def _secrets(question: Question) -> Iterable[str]:
    """Gives what must not be said before a question is asked, where it asks for one name or number."""
    match question.answer:
        case Choice(right, _):
            return (right,)
        case Typed(accept, _):
            return accept
        case Number():
            return (answer_text(question.answer),)
        case _:
            return ()
