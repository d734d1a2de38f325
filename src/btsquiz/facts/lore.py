"""Lore: words that those who tell of a film use, and of hardly another; learned cues beside the listed ones.

`make lore` learns them from the pages whose facts are marked and from the fact sheets; the table of films has
them. A film's own people and titles are no lore: a text that names those names the film.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from btsquiz.facts.cues import COMMON, LEAST_PART, PART, WORD, cue_key, words_in
from btsquiz.facts.film import Film

FILE: Final = "lore.tsv"
_OFTEN: Final = 4
"""Texts of a film from which a word of it alone says as much as two words do together."""

_MOSTLY: Final = {WORD: 0.6, PART: 0.5}
"""The share of all texts with a word or pair that are of the film, from which it tells it."""

_LEAST_PAIRED: Final = 3
"""Letters of a word of a pair."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text that tells of a film.

    Attributes:
        film: The film; None where nobody knows which.
        teller: Who wrote it: the page or sheet it is from, or its batch.
        text: The text.
    """

    film: Film | None
    teller: str
    text: str


def learn(texts: Iterable[Told]) -> dict[Film, dict[str, int]]:
    """Gives each film's lore: the keys of words and pairs of words, each with what kind of cue it is.

    A pair, and a word that others use too, takes two who tell it.
    """
    times: Counter[str] = Counter()
    of_film: dict[Film, Counter[str]] = defaultdict(Counter)
    tellers: dict[tuple[Film, str], set[str]] = defaultdict(set)
    for one in texts:
        keys = frozenset(_keys(one.text))
        times.update(keys)
        if one.film:
            of_film[one.film].update(keys)
            for key in keys:
                tellers[one.film, key].add(one.teller)
    lore: dict[Film, dict[str, int]] = {}
    for film, counts in of_film.items():
        own = {word for name in (*film.hands, film.title, *film.aka) for word in cue_key(name).split()}
        found: dict[str, int] = {}
        for key, count in counts.items():
            pair = " " in key
            alone = len(tellers[film, key]) < 2 and (pair or times[key] > 1)
            kind = WORD if pair or count >= _OFTEN else PART
            if (
                not alone
                and own.isdisjoint(key.split())
                and count >= times[key] * _MOSTLY[kind if pair else PART]
            ):
                found[key] = kind
        if found:
            lore[film] = found
    return lore


def _keys(text: str) -> Iterator[str]:
    """Gives the keys of the words of a text that may tell a film, alone and two by two."""
    keys = list(map(cue_key, words_in(text)))
    for key in keys:
        if len(key) >= LEAST_PART and key not in COMMON and not key.isdigit():
            yield key
    for one, two in pairwise(keys):
        if min(len(one), len(two)) >= _LEAST_PAIRED and COMMON.isdisjoint((one, two)):
            yield f"{one} {two}"


def write_lore(lore: Mapping[Film, Mapping[str, int]], path: Path) -> None:
    """Writes lore, a film a line: its title, its year, its cues of each kind."""
    lines = []
    for film in sorted(lore, key=lambda film: (film.title, film.year)):
        kinds = (sorted(key for key, kind in lore[film].items() if kind == one) for one in (WORD, PART))
        lines.append("\t".join((film.title, str(film.year), *map(",".join, kinds))))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def read_lore(path: Path) -> Iterator[tuple[str, int, dict[str, int]]]:
    """Gives the title and year of each film that has lore, and its cues, each with its kind."""
    for line in path.read_text("utf-8").splitlines():
        title, year, words, parts = line.split("\t")
        keys = {key: kind for kind, some in ((PART, parts), (WORD, words)) for key in some.split(",") if key}
        yield title, int(year), keys
