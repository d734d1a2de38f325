"""Cues: what a text mentions that tells its film without naming it, as a shark and a barrel do.

Each cue makes its film likelier by how rarely the other films have it: naive Bayes, with the lists of cues
themselves for the counts.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from btsquiz.facts.film import Film
from btsquiz.facts.spelling import word_set
from btsquiz.text import fold

if TYPE_CHECKING:
    from btsquiz.facts.filmography import Filmography

CREW, NAME, WORD, PART = range(4)
"""What a cue is: one of the crew; a name, or several words; one word; one word of several."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST: Final = 4
"""Words of the longest cue."""

_LEAST_STEMMED: Final = 4
LEAST_PART: Final = 4
"""Letters of a word that, out of several, is a cue of its own."""

_COMMON: Final = word_set(
    "with from that this they them were have been into over when what then than some only just more most"
    " made make take took time scene film movie shot real fake first last year years week day days night"
    " role part line lines takes actor actress director star stars crew cast camera story script written"
    " wrote play played plays being back down under left right hand hands head face eyes really man woman"
    " men women young girl boys people name named call called good great little long never every same"
    " other another before after during while about against through between without their there where"
    " which would could should water fire house home room door world life dead death love money work"
    " working whole"
)
"""Words that any story may have."""

_TOLD: Final = 0.15
"""How likely a story of a film mentions one of its cues."""

_SAYS: Final = {NAME: 100.0, WORD: 20.0, PART: 8.0}
"""How much likelier a cue makes its film at most, by what it is."""

_PROVES: Final = {NAME: 0.6, WORD: 0.35, PART: 0.2}
"""How much evidence that is."""

_MOST: Final = 30
"""Films of whose cues a text has the most that tells."""


@dataclass(slots=True)
class Cued:
    """What the cues in a text say of a film: how much likelier they make it, and how much they prove."""

    likely: float = 1.0
    evidence: float = 0.0


def cue_key(cue: str) -> str:
    """Reduces a cue to what stays of its words in any number: "Ruby Slippers" to "rubi slipper"."""
    return " ".join(_stem(fold(word)) for word in words_in(cue))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Leaves off what one or many adds: "horse" and "horses", "puppy" and "puppies" are one."""
    if len(word) < _LEAST_STEMMED:
        return word
    word = word if word.endswith("ss") else word.removesuffix("s")
    word = word.removesuffix("e")
    return f"{word[:-1]}i" if word.endswith("y") else word


COMMON: Final = frozenset(map(_stem, _COMMON))
"""The keys of words that any story may have."""


def words_in(text: str) -> list[str]:
    """Gives the words of a text, in order."""
    return _WORD.findall(text)


def keys_of(film: Film) -> dict[str, int]:
    """Gives the keys by which a film's cues are found, each with what it is."""
    keys: dict[str, int] = {cue_key(name): CREW for name in film.crew}
    for cue in film.cues:
        telling = cue != cue.lower() or " " in cue
        keys[cue_key(cue)] = NAME if telling else WORD
    for cue in film.cues:
        for word in cue_key(cue).split() if " " in cue else ():
            if len(word) >= LEAST_PART and word not in COMMON:
                keys.setdefault(word, PART)
    keys.pop("", None)
    return keys


def cued_films(text: str, films: Filmography) -> dict[Film, Cued]:
    """Gives the films of whose cues a text has the most that tells, each with what these say."""
    told: dict[int, Cued] = defaultdict(Cued)
    for some in films.cued(list(_phrases(text))).values():
        rare = _TOLD * films.all_cued / len(some)
        for number, kind in some:
            if kind != CREW:
                told[number].likely *= max(1.0, min(_SAYS[kind], rare))
                told[number].evidence += _PROVES[kind]
    best = heapq.nlargest(_MOST, told.items(), key=lambda one: (one[1].likely, one[0]))
    return {films.numbered(number): cued for number, cued in best}


def _phrases(text: str) -> Iterator[str]:
    """Gives the keys of the words of a text, alone and by several, each once."""
    words = [cue_key(word) for word in words_in(text)]
    yield from dict.fromkeys(
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1)
    )
