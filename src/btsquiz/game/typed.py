"""How close words typed come to the answer: what friends round a table would let pass, and no further."""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Iterable
from typing import Final

from btsquiz.game.numerals import with_figures
from btsquiz.question import Question, Typed
from btsquiz.text import fold


class Closeness(enum.Enum):
    """How close a typed answer comes."""

    RIGHT = "right"
    NEAR = "near"
    """Worth one more try: half a title, a name that two people share, more slips than are let pass."""
    FAR = "far"


_SLIPS: Final = ((6, 1), (10, 2), (16, 3))
"""From so many letters of the whole answer, so many slips are let pass."""
_SLIPS_IN_WORD: Final = ((5, 1), (9, 2))
"""From so many letters of one word, so many slips in it: `Tim` is not Tom, nor `Jean` Joan."""
_JOINED: Final = 8
"""Letters from which an answer is also known with its words run together and a slip in them."""
_LEAST_NEAR: Final = 5
"""Letters from which one slip more than is let pass is worth another try."""
_HEARD_ALIKE: Final = frozenset({"ck", "cs", "gj"})
"""First letters that are taken for each other."""
_GAP: Final = re.compile(r"(?<!\d) | (?!\d)")
"""A space that is not between two numbers."""
_NO_SLIP: Final = 99
_LEAST_PART: Final = 3
"""Letters a part of an answer has at least, to be worth another try."""

_ARTICLES: Final = frozenset({"a", "an", "the"})
_SMALL: Final = frozenset(
    ["a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "with", "from", "by", "or", "is", "it"]
)
_PARTICLES: Final = frozenset("van von der den de del della di da la le du dos ten ter".split())  # noqa: SIM905
_SENTENCE: Final = re.compile(r"[.?!:;,]\s+")
_WHO: Final = re.compile(r"(?:(?:and|but|so|by|of|to|with|for) )?(?:who|whom|whose)\b", re.I)
_WHICH: Final = re.compile(
    r"\b(?:which|what)(?: [\w'’-]+){0,3} (?:actor|actress|director|player|star|singer|musician|composer|"
    r"novelist|writer|screenwriter|author|painter|artist|comedian|comic|producer|critic|dancer|wrestler|boxer|president|"
    r"beatle|stuntman|stuntwoman|editor|cinematographer|photographer|designer|man|woman|person|name)\b",
    re.I,
)


def closeness(question: Question, text: str) -> Closeness:
    """Tells how close a typed text comes to a typed answer.

    Case, accents, punctuation, spacing, a leading article, figures or words for numbers and middle initials
    make no difference, and slips let pass grow with the length of the answer; but figures have none, what the
    question rejects stays wrong, and what it itself says is no slip of its answer. A surname alone will do
    for a person, where no other answer that one might think of has it.

    Args:
        question: One with a typed answer.
        text: What was typed, fit and on one line.

    Raises:
        TypeError: The question's answer is not typed.
    """
    answer = question.answer
    if not isinstance(answer, Typed):
        raise TypeError(f"{question.key} is not answered by typing.")
    said = _key(text)
    accepted = dict.fromkeys(map(_key, answer.accept))
    refused = {_key(one) for one in (*question.reject, *answer.wrong)} - accepted.keys()
    if said in accepted:
        return Closeness.RIGHT
    if not said or said in refused:
        return Closeness.FAR
    if _run_together(said) in map(_run_together, accepted):
        return Closeness.RIGHT
    if _asks_who(question):
        surnames = _surnames(answer.accept)
        shared = surnames & _surnames((*question.reject, *answer.wrong))
        if said in shared:
            return Closeness.NEAR
        accepted |= dict.fromkeys(sorted(surnames - shared))
        if said in accepted:
            return Closeness.RIGHT
    return _by_slips(said, accepted, refused, question)


def _by_slips(said: str, accepted: Collection[str], refused: Iterable[str], question: Question) -> Closeness:
    slips, best = min((_slips(said, key), key) for key in accepted)
    near = len(_run_together(best)) >= _LEAST_NEAR and slips <= _allowed(best, _SLIPS) + 1
    if not near or not _begin_alike(said, best):
        return Closeness.NEAR if any(_is_part(said, key) for key in accepted) else Closeness.FAR
    nearest_wrong = min((_slips(said, key) for key in refused), default=_NO_SLIP)
    if nearest_wrong < slips:
        return Closeness.FAR
    # Copied from the question, it is no slip of the answer: the question may be about that very slip.
    is_told = f" {said} " in f" {_key(question.ask)} "
    lets_pass = _are_slips(said, best) and nearest_wrong > slips and not is_told
    return Closeness.RIGHT if lets_pass else Closeness.NEAR


def _key(text: str) -> str:
    """Folds a text to its words, without articles and middle initials, numbers in figures."""
    words = with_figures(fold(text).split())
    words = [word for word in words[:-1] if word not in _ARTICLES] + words[-1:]
    middle = range(1, len(words) - 1)
    return " ".join(
        word
        for place, word in enumerate(words)
        if not (place in middle and len(word) == 1 and word.isalpha())
    )


def _run_together(key: str) -> str:
    return _GAP.sub("", key)


def _allowed(key: str, steps: Iterable[tuple[int, int]]) -> int:
    return max((slips for least, slips in steps if len(_run_together(key)) >= least), default=0)


def _slips(said: str, key: str) -> int:
    """Counts the letters wrong, missing, added or swapped; figures that differ are no slip at all."""
    from rapidfuzz.distance import OSA

    if re.findall(r"\d+", said) != re.findall(r"\d+", key):
        return _NO_SLIP
    spaced, together = OSA.distance(said, key), OSA.distance(_run_together(said), _run_together(key))
    return min(int(spaced), int(together))


def _begin_alike(said: str, key: str) -> bool:
    """Tells whether each word begins as it should, or the whole, where words are run together."""
    ones, others = said.split(), key.split()
    if len(ones) != len(others):
        return len(_run_together(key)) >= _JOINED and said[0] == key[0]
    firsts = [(one[0], other[0]) for one, other in zip(ones, others, strict=True)]
    return all(one == other or "".join(sorted((one, other))) in _HEARD_ALIKE for one, other in firsts)


def _are_slips(said: str, key: str) -> bool:
    """Tells whether what is wrong is little enough, in the whole and in each word; one `s` makes a plural."""
    if _slips(said, key) > _allowed(key, _SLIPS):
        return False
    ones, others = said.split(), key.split()
    if len(ones) != len(others):
        return True
    return all(
        not _is_plural(one, other) and _slips(one, other) <= _allowed(other, _SLIPS_IN_WORD)
        for one, other in zip(ones, others, strict=True)
        if one != other
    )


def _is_plural(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer == f"{shorter}s" and not shorter.endswith("s")


def _is_part(said: str, key: str) -> bool:
    """Tells whether a typed key is part of an answer that one would ask the rest of."""
    telling = [word for word in said.split() if word not in _SMALL]
    whole = set(key.split())
    return bool(telling) and set(telling) < whole and max(map(len, telling)) >= _LEAST_PART


def _asks_who(question: Question) -> bool:
    """Tells whether a question asks for a person: by its last sentence or clause, or a noun after `which`."""
    if not isinstance(question.answer, Typed) or {*map(fold, question.answer.accept)} & {
        *map(fold, question.films)
    }:
        return False
    clauses = _SENTENCE.split(question.ask)
    return any(_WHO.match(clause) for clause in clauses[-2:]) or bool(_WHICH.search(question.ask))


def _surnames(names: Iterable[str]) -> set[str]:
    """Gives the surnames of full names, with the particles before them: `Van Dyke`, `de Palma`."""
    surnames: set[str] = set()
    for name in names:
        words = _key(name).split()
        if not 1 < len(words) < 6 or any(word.isdigit() for word in words):
            continue
        start = len(words) - 1
        while start > 1 and words[start - 1] in _PARTICLES:
            start -= 1
        surnames.add(" ".join(words[start:]))
        surnames.add(words[-1])
    return surnames
