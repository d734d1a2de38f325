"""Learns what phrases speak for: a fact or something else, a photo or a story. Part of `make weights`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from btsquiz.facts.phrasing import phrases_of

LINES = Path(__file__).parent / "evaluation" / "lines"
"""Lines by several writers, each with what it is: a `caption`, a `story`, or what only looks like one."""

KINDS = {"caption": "photo", "story": "story"}

LEAST_TEXTS = 6
"""Texts a phrase must stand in to speak for anything."""

LOOSENESS = 20.0
"""How freely a phrase may weigh: scikit-learn's `C`."""

STEPS = 400


def lines() -> Iterator[tuple[str, str]]:
    """Gives each line with what it is: `photo`, `story` or `other`."""
    for path in sorted(LINES.glob("*.tsv")):
        for row in path.read_text("utf-8").splitlines():
            kind, text = row.split("\t")
            yield KINDS.get(kind, "other"), text


def learn_phrases(texts: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Gives what each phrase weighs for a fact and for a photo, in hundredths.

    Args:
        texts: Each text with what it is: `photo`, `story` or `other`.
    """
    kinds, phrases = zip(*((kind, phrases_of(text)) for kind, text in texts), strict=True)
    often = Counter(phrase for one in phrases for phrase in one)
    place = {phrase: at for at, phrase in enumerate(sorted(often)) if often[phrase] >= LEAST_TEXTS}
    place = {phrase: at for at, phrase in enumerate(place)}
    rows = _rows(phrases, place)
    kind = np.array(kinds)
    told = kind != "other"
    fact, photo = _weights(rows, told), _weights(rows[told], kind[told] == "photo")
    return {phrase: (round(100 * fact[at]), round(100 * photo[at])) for phrase, at in place.items()}


def _rows(phrases: Sequence[frozenset[str]], place: dict[str, int]) -> csr_matrix:
    known = [sorted(place[phrase] for phrase in one if phrase in place) for one in phrases]
    ends = np.cumsum([0, *map(len, known)])
    values = np.concatenate([np.full(len(one), max(1, len(one)) ** -0.5) for one in known])
    return csr_matrix((values, np.concatenate(known), ends), shape=(len(known), len(place)))


def _weights(rows: csr_matrix, truth: np.ndarray) -> np.ndarray:
    return LogisticRegression(C=LOOSENESS, max_iter=STEPS).fit(rows, truth).coef_[0]
