"""Seats: the names of those who play together, and each one's own key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from btsquiz.errors import UsageError
from btsquiz.text import fold, tame_line

LONGEST_NAME: Final = 16
"""Characters of a player's name; the rest is cut off."""
_SPREAD: Final = "qpzm"
"""Keys for buzzers: in the corners of the board, so that hands do not meet."""
_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def named(names: Sequence[str], *, least: int, most: int) -> tuple[str, ...]:
    """Gives players' names as they are shown.

    Raises:
        UsageError: They are too few or too many, one is empty, or two are alike.
    """
    players = tuple(tame_line(name)[:LONGEST_NAME].strip() for name in names)
    if not least <= len(players) <= most or not all(map(fold, players)):
        few = _WORDS[least] if least == most else f"{_WORDS[least]} to {_WORDS[most]}"
        raise UsageError(f"Name {few} players.")
    if len(set(map(fold, players))) < len(players):
        raise UsageError("Two players have the same name; tell them apart.")
    return players


def own_letters(names: Sequence[str]) -> tuple[str, ...]:
    """Gives each player a letter of their own: the first of the name that nobody else has."""
    taken: list[str] = []
    for name in names:
        letters = [letter for letter in fold(name) if letter in _LETTERS]
        taken.append(next(letter for letter in (*letters, *_LETTERS) if letter not in taken))
    return tuple(taken)


def buzzer_keys(count: int, wanted: str = "") -> tuple[str, ...]:
    """Gives each player a key to press, far from the others'; or those that are wanted.

    Raises:
        UsageError: There are too few or too many, two are the same, or one is no letter.
    """
    if not wanted:
        return tuple(_SPREAD[:count])
    keys = tuple(wanted.casefold())
    if len(keys) != count:
        raise UsageError(f"{count} players need {count} keys, such as `--keys {_SPREAD[:count]}`.")
    for key in keys:
        if key not in _LETTERS:
            raise UsageError(f"`{tame_line(key)}` cannot be a key; use letters from a to z.")
        if keys.count(key) > 1:
            raise UsageError(f"Two players cannot share the key `{key}`.")
    return keys
