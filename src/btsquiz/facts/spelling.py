"""Words and names that are one another misspelt."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from btsquiz.text import fold

_ALIKE: Final = 0.7
"""Likeness of two surnames that also sound alike, from which they are taken for one."""


def word_set(words: str) -> frozenset[str]:
    """Gives the words of a text as a set: how vocabularies are written down here."""
    return frozenset(words.split())


def is_slip(one: str, other: str) -> bool:
    """Tells whether two words differ by one letter at most, or by two neighbours that have changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return one == other
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long[start:]


def is_near_name(name: str, other: str) -> bool:
    """Tells whether one full name is the other with a slip, or written down by its sound."""
    ones, others = ([word for word in fold(full).split() if len(word) > 1] for full in (name, other))
    if len(ones) != len(others) or len(ones) < 2:
        return False
    differing = [(one, another) for one, another in zip(ones, others, strict=True) if one != another]
    if len(differing) < 2 and all(len(one) > 2 and is_slip(one, another) for one, another in differing):
        return True
    sounds_alike = all(_sound(one) == _sound(another) for one, another in differing)
    return sounds_alike and SequenceMatcher(None, ones[-1], others[-1]).ratio() >= _ALIKE


def _sound(word: str) -> str:
    """Reduces a word to its consonants, doubled ones once: what a name keeps through transcriptions."""
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiouyhw]", "", word))
