"""How film titles are written: what their spellings share, and what tells one from other words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from btsquiz.facts.spelling import word_set
from btsquiz.text import fold

MAX_WORDS: Final = 14
"""Words in the longest title looked for."""

ARTICLES: Final = frozenset({"a", "an", "the"})
_SMALL: Final = ARTICLES | word_set(
    "and or nor but of in on at to for from with by as is vs"
    " de la le les du des der die das und et el los van von y"
)
_PART_NAMES: Final = {"vol": "volume", "pt": "part", "ep": "episode", "chap": "chapter"}
_SHORT: Final = {"doctor": "dr", "mister": "mr", "saint": "st"}
_PARTS: Final = frozenset({"part", "volume", "chapter", "episode", *_PART_NAMES})
_GLUED_NUMBER: Final = re.compile(r"\b(vol|pt|ep|chap|part|volume)\.?\s*(\d)", re.I)
_ROMAN: Final = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10",
}  # fmt: skip
_COUNT: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
}  # fmt: skip
_OTHER_WORDS: Final = _PARTS | _SHORT.keys() | _ROMAN.keys()
"""Words that a key may have another way, or not at all."""


@lru_cache(maxsize=65536)
def title_key(title: str) -> str:
    """Reduces a title to what its spellings share: arabic numerals, no articles, no "part" before them."""
    words = _GLUED_NUMBER.sub(r"\1 \2", fold(title.replace("½", " 1/2"))).split()
    if _OTHER_WORDS.isdisjoint(words):
        return " ".join(word for word in words if word not in ARTICLES) or fold(title)
    key: list[str] = []
    last = max((index for index, word in enumerate(words) if word not in ARTICLES), default=-1)
    for index, word in enumerate(words):
        after_part = index > 0 and words[index - 1] in _PARTS
        numeral = len(word) > 1 or after_part or index >= last
        if index and numeral and word in _ROMAN:
            key.append(_ROMAN[word])
        elif after_part and word in _COUNT:
            key.append(_COUNT[word])
        elif word not in ARTICLES:
            key.append(_PART_NAMES.get(word) or _SHORT.get(word, word))
    kept = [
        word
        for index, (word, following) in enumerate(zip(key, [*key[1:], ""], strict=False))
        if not (index and word in _PARTS and following.isdigit())
    ]
    return " ".join(kept) or fold(title)


def is_title_word(word: str) -> bool:
    """Tells whether a word may stand in a title written as titles are."""
    return not word[0].isalpha() or word[0].isupper() or word in _SMALL


def is_title_like(text: str) -> bool:
    """Tells whether a text is written as titles are: capitals or figures, but for its small words."""
    words = [word.strip("'\"“”‘’«».,:;!?()[]*_-–—&/…·") for word in text.split()]
    words = [word for word in words if word]
    return (
        0 < len(words) <= MAX_WORDS
        and (words[0][0].isupper() or words[0][0].isdigit())
        and all(map(is_title_word, words))
        and (len(words) == 1 or words[-1] not in _SMALL)
    )
