"""Words and names that are one another misspelt."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from btsquiz.text import fold

_ALIKE: Final = 0.7
"""Likeness of two surnames that also sound alike, from which they are taken for one."""

_FLEETING: Final = re.compile(r"(?<=\w{3})[ео](?=[^\Wаеиоуыэюя]$)")
"""A vowel before a last consonant, which other cases lack: "Броненосец", "Броненосца"."""

_SHORT_ALIKE: Final = 0.4
"""Likeness of two words of one consonant or two that may be one: "li" is "Lee", "Don" is not "Tina"."""

_MOST_APART: Final = 12
"""Letters by which two titles differ in length that may be one."""

_LONG_TITLE: Final = 6
"""Words of a title of which one may be another word."""

_CASE: Final = re.compile(r"(?<=\w{3})(?:[аеиоуыэюяйьъ]|[аыоеия]м|[аиыя]х|[ое]в|[ое]го)+$")
"""What changes at the end of a Russian word from case to case; three letters stay at least."""

_HEARD: Final = 4
"""Consonants of surnames that sound alike from which they are one however they are spelt."""

_INITIALS: Final = re.compile(r"\b(\w) (?=\w\b)")
_SOUNDS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^(?:kn|gn)", "n"),
        (r"^wr", "r"),
        (r"chr", "kr"),
        (r"ch(?=ae|ol)", "k"),
        (r"kh", "h"),
        (r"^w(?=[aeiou])", "v"),
        (r"^(?:j|dzh|dj|g(?=[ei]))", "j"),
        (r"tsch|tch|sch|sh|ch|cz|zh", "s"),
        (r"gh(?=t|$)", ""),
        (r"ph", "f"),
        (r"c(?=[eiy])|z", "s"),
        (r"ck|[cqg]", "k"),
        (r"x", "ks"),
        (r"th|d", "t"),
        (r"[bp]", "p"),
        (r"(?<=.)w", ""),
        (r"^[aeiouy]+", "a"),
        (r"(?<=.)[aeiouyh]", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""What transcriptions and slips of the ear confuse, laid together; a first vowel stays."""


_LETTERS: Final = {
    letter: heard.strip("-")
    for letter, heard in zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "k",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "sh",
            "-",
            "y",
            "-",
            "e",
            "u",
            "a",
        ],
        strict=True,
    )
}
"""How Cyrillic letters sound, for telling names alike: `г` is hard, as no Latin letter is before e."""

_CYRILLIC: Final = re.compile("[а-яё]")


@lru_cache(maxsize=4096)
def latin(word: str) -> str:
    """Writes a folded Cyrillic word as it sounds in Latin letters; any other stays as it is."""
    if not _CYRILLIC.search(word):
        return word
    heard = re.sub("(^|[^а-яё])у(?=[аеиоэы])|в(?=уд)", r"\1w", word).replace("дж", "j")
    heard = heard.replace("кв", "ку").replace("шв", "ш")
    return "".join(_LETTERS.get(letter, letter) for letter in heard)


def is_cyrillic(text: str) -> bool:
    """Tells whether a folded text has Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


def stems(text: str) -> str:
    """Reduces the words of a folded Russian text to what stays of them in any case."""
    return " ".join(_FLEETING.sub("", _CASE.sub("", word)) for word in text.split())


def word_set(words: str) -> frozenset[str]:
    """Gives the words of a text as a set: how vocabularies are written down here."""
    return frozenset(words.split())


@lru_cache(maxsize=32768)
def name_key(name: str) -> str:
    """Reduces a name to what its spellings share: initials run together, so that "F.W." is "F. W."."""
    return _INITIALS.sub(r"\1", fold(name))


_ROMANIZED: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[iyj]+", "i"),
        (r"ie", "e"),
        (r"x", "ks"),
        (r"kh", "h"),
        (r"ou", "u"),
        (r"(?:ff|w)", "v"),
        (r"tch|tsch", "ch"),
        (r"e?r\b", "r"),
    )
)
"""What Latin spellings of one Russian name differ in, laid together."""


_SLAVIC: Final = re.compile(r"(?:[eo]va?|ina?|[sct]k(?:y|yi|ij|iy|i|a[yi]a|aja)|enko|shvili|uk|ich|[iy]an)$")
"""How surnames end that pages in Latin letters spell in several ways."""


def is_slavic(key: str) -> bool:
    """Tells whether a folded full name has a surname that may be spelt in several ways."""
    return " " in key and _SLAVIC.search(key) is not None


def romanized(key: str) -> str:
    """Reduces a folded Russian name in Latin letters to what its spellings share: "Yury", "Iouri"."""
    for pattern, plain in _ROMANIZED:
        key = pattern.sub(plain, key)
    return key


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
    ones, others = ([latin(word) for word in fold(full).split() if len(word) > 1] for full in (name, other))
    if "".join(ones) == "".join(others):
        return True
    heard = _CYRILLIC.search(name.casefold()) is not None
    if heard and len(ones) == len(others) + 1 == 3:
        ones = [ones[0], ones[-1]]  # a middle initial is written out
    if len(ones) != len(others) or len(ones) < 2:
        return False
    differing = [(one, another) for one, another in zip(ones, others, strict=True) if one != another]
    if len(differing) < 2 and all(len(one) > 2 and is_slip(one, another) for one, another in differing):
        return True
    if not all(_heard_alike(one, another) or is_slip(one, another) for one, another in differing):
        return False
    return heard or ratio(ones[-1], others[-1]) >= _ALIKE or len(sound(ones[-1])) >= _HEARD


def is_rough_name(name: str, other: str) -> bool:
    """Tells whether a full name has the other's first name, and a surname that begins and runs much alike."""
    ones, others = fold(name).split(), fold(other).split()
    if len(ones) != 2 or len(others) != 2 or ones[0] != others[0] or ones[1][:1] != others[1][:1]:
        return False
    return abs(len(ones[1]) - len(others[1])) <= 1 and ratio(ones[1], others[1]) >= 0.5


def _heard_alike(one: str, other: str) -> bool:
    """Tells whether two words sound alike; short ones must look alike too."""
    return sound(one) == sound(other) and (len(sound(one)) > 2 or ratio(one, other) >= _SHORT_ALIKE)


def is_near_title(one: str, other: str) -> bool:
    """Tells whether one title's key is the other with a slip in one word, or with a word run together.

    Figures never differ by a slip: a sequel is another film.
    """
    if (
        one == other
        or abs(len(one) - len(other)) > _MOST_APART
        or re.findall(r"\d+", one) != re.findall(r"\d+", other)
    ):
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    ones, others = one.split(), other.split()
    if len(ones) != len(others):
        return False
    differing = [pair for pair in zip(ones, others, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    if len(ones) >= _LONG_TITLE:
        return True
    short, long = sorted(differing[0], key=len)
    stem = len(ones) > 2 and len(short) > 2 and long.startswith(short)
    return stem or (
        len(short) > 4 and (is_slip(short, long) or (len(short) > 6 and sound(short) == sound(long)))
    )


def ratio(one: str, other: str) -> float:
    """Gives how alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=32768)
def sound(word: str) -> str:
    """Reduces a folded word to what it keeps through transcriptions: its consonants, by their sound."""
    word = latin(word)
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word


def sounds(name: str) -> set[str]:
    """Gives what a folded full name sounds like, whole and by each end: what a near miss of it shares."""
    words = [word for word in name.split() if len(word) > 1]
    if len(words) < 2:
        return set()
    first, last = latin(words[0]), latin(words[-1])
    return {f"*{sound(last)}{first[0]}", f"{sound(first)}*{last[0]}", "".join(map(sound, words))}
