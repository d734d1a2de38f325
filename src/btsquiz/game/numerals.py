"""Numbers as people write them out: `twelve`, `two hundred and fifty`, `nineteen sixty-eight`, `III`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_SMALL: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_HUNDRED: Final = "hundred"
SCALES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
"""Words that multiply the number before them."""
_ROMAN: Final = {
    "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip
_MOST_WORDS: Final = 20
"""Words of the longest number that is looked for."""


def number_of(words: Sequence[str]) -> int | None:
    """Reads folded words as one whole number, or gives None where they are none.

    A year may be said in two halves: `nineteen sixty eight`, `twenty twenty`.
    """
    read = _counted(words)
    if read is not None:
        return read
    for place in range(1, len(words)):
        century, rest = _counted(words[:place]), _counted(words[place:])
        if century is not None and rest is not None and 10 <= century < 100 and 10 <= rest < 100:
            return 100 * century + rest
    return None


def with_figures(words: Sequence[str]) -> list[str]:
    """Puts figures for the numbers among folded words, Roman ones included but for a lone `i`."""
    figures: list[str] = []
    place = 0
    while place < len(words):
        for end in range(min(len(words), place + _MOST_WORDS), place, -1):
            number = number_of(words[place:end])
            if number is not None:
                figures.append(str(number))
                place = end
                break
        else:
            figures.append(str(_ROMAN.get(words[place], words[place])))
            place += 1
    return figures


def _counted(words: Sequence[str]) -> int | None:
    total = group = 0
    if not words or words[-1] == "and":
        return None
    before = ""
    for word in words:
        if word in _SMALL and before in {"", _HUNDRED, "and", *SCALES, *(_TENS if _SMALL[word] < 10 else ())}:
            group += _SMALL[word]
        elif word in _TENS and before in {"", _HUNDRED, "and", *SCALES}:
            group += _TENS[word]
        elif word == _HUNDRED and 0 < group < 20:
            group *= 100
        elif word in SCALES and group and (not total or SCALES[word] < total):
            total += group * SCALES[word]
            group = 0
        elif not (word == "and" and before in {_HUNDRED, *SCALES}):
            return None
        before = word
    return total + group
