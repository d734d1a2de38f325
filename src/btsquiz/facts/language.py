"""In which language a text is, by its small words; English unless something says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from btsquiz.facts.spelling import word_set

ENGLISH: Final = "en"
_SMALL: Final = {
    ENGLISH: word_set("the of and on in with for a to is his her at by from"),
    "fr": word_set(
        "le la les des du et sur dans avec pour une un est de en au aux il elle que qui ne pas par"
    ),
    "es": word_set("el la los las del con para y de un una es en al se que no su por lo le"),
    "de": word_set("der die das und mit von dem den ein eine ist im auf zu am bei wie er sie sich nicht"),
    "it": word_set("il lo la gli le di del della e con per un una in che non si sul al da"),
}
"""Small words of each language; some are of several."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_CYRILLIC: Final = re.compile(r"[а-яё]")


def language_of(text: str) -> str:
    """Gives the language of a text, as its two letters; `ru` for all that is written in Cyrillic."""
    words = Counter(word.casefold() for word in _WORD.findall(text))
    shares = {code: sum(words[word] for word in words.keys() & small) for code, small in _SMALL.items()}
    shares["ru"] = sum(count for word, count in words.items() if _CYRILLIC.match(word))
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > shares[ENGLISH] else ENGLISH


def is_foreign(texts: Sequence[str]) -> bool:
    """Tells whether texts are not in English, all together."""
    return language_of(" ".join(texts)) != ENGLISH
