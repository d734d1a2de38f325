"""What a text or a mangled title keeps of a film's title: its words, their places, and how they sound."""

from __future__ import annotations

from itertools import pairwise
from operator import eq
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.spelling import sound
from btsquiz.facts.titles import title_key

_LEAST_SAID: Final = 6
"""Letters from which a title of one word is said, and is not a word like any other."""

_WEAK_WORDS: Final = frozenset({"of", "and", "in", "at", "to", "with", "for", "on", "1", "2", "3"})


def words_said(said: str, film: Film) -> int:
    """Counts the words of a film's title that a text says as they stand; none where it does not.

    Args:
        said: The text as a title's key, with a space at either end.
        film: The film.
    """
    keys = [title_key(title) for title in (film.title, *film.aka)]
    telling = (key for key in keys if " " in key or len(key) >= _LEAST_SAID)
    return max((len(key.split()) for key in telling if f" {key} " in said), default=0)


def words_shared(called: str, film: Film) -> int:
    """Counts the telling words of a film's title that a mangled one keeps; or all, if but one is lost."""
    lost = title_key(called).split()
    best = 0
    for title in (film.title, *film.aka):
        kept = title_key(title).split()
        both = {word for word in kept if word not in _WEAK_WORDS}.intersection(lost)
        placed = sum(map(eq, kept, lost)) if len(kept) == len(lost) else 0
        best = max(best, len(both), placed if placed > 1 and placed == len(kept) - 1 else 0)
    return best


def shared(called: str, film: Film) -> float:
    """Tells how much of a film's title a mangled one keeps: its words, and their places."""
    lost = title_key(called).split()
    heard = {sound(word) for word in (*lost, *(one + other for one, other in pairwise(lost)))}
    best = 0.0
    for title in (film.title, *film.aka, *film.rendered):
        kept = title_key(title).split()
        telling = {word for word in kept if word not in _WEAK_WORDS and len(word) > 2}
        both = {word for word in telling if word in lost or (len(sound(word)) > 2 and sound(word) in heard)}
        # "The Lost World: Jurassic Park" is another film than the one whose title it goes on from.
        longer = both == telling and len({word for word in lost if len(word) > 2} - _WEAK_WORDS - telling) > 1
        alone = len(telling) == len(kept) == len(lost) == 1 and len(kept[0]) >= _LEAST_SAID
        if not both or (len(telling) < 2 and not alone) or longer:
            continue
        in_place = len(lost) == len(kept) and any(
            one == other for one, other in zip(lost, kept, strict=True) if one in telling
        )
        best = max(best, 0.8 * len(both) / len(telling) + (0.4 if in_place else 0))
    return best
