"""Learns how much each thing speaks for a fact: `make weights`.

`python -m facts.weigh OUTPUT`, run with `tests` on its path, reads `evaluation/seen`. What words say of a
page is learned from the pages of other people, as it will be for a page that nobody has read.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from btsquiz.facts import wording
from btsquiz.facts.evidence import EDGE, MOST, evidence_of
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.load import load_filmography
from btsquiz.facts.page import read_blocks
from btsquiz.facts.reader import read_candidates
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS
from facts.learn import learn, texts_of
from facts.score import marked, pages

FOLDS = 8
"""Parts of the pages' writers, of which each is read with the words of all the others."""

STRENGTH = 3.0
"""How strongly weights are held to nothing, each for what it weighs in its own standard deviations."""

STEPS = 30

Matrix = NDArray[np.float64]


def fit(rows: Matrix, truth: Matrix, strength: float = STRENGTH) -> tuple[float, Matrix]:
    """Fits a logistic regression by Newton's method, with a ridge on what the weights are of.

    Args:
        rows: What is known of each, one row each.
        truth: 1 for each that is a fact, and 0.
        strength: How strongly weights are held to nothing.

    Returns:
        The constant, and the weight of each column.
    """
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    known = np.column_stack((np.ones(len(rows)), (rows - middle) / spread))
    ridge = np.diag([0.0, *[strength] * rows.shape[1]])
    weights = np.zeros(known.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (chance - truth) + ridge @ weights
        bend = (known.T * (chance * (1 - chance))) @ known + ridge
        weights = weights - np.linalg.solve(bend, slope)
    scaled = weights[1:] / spread
    return float(weights[0] - scaled @ middle), scaled


def evidence_on(path: Path, films: Filmography) -> Iterator[tuple[dict[str, float], bool]]:
    """Gives what speaks for each part of a page, in the order of its lines, and whether it is a fact."""
    linker = Linker(films)
    facts = {line for mark in marked(path) for line in range(mark.line, mark.to + 1)}
    candidates, _ = read_candidates(read_blocks(path), linker)
    for one in candidates:
        yield evidence_of(one, linker), one.entry.block.line in facts


def by_writer() -> dict[str, list[Path]]:
    """Gives the pages of each writer."""
    of: defaultdict[str, list[Path]] = defaultdict(list)
    for path in pages("seen"):
        of[path.stem.partition("-")[0]].append(path)
    return of


def around(alone: Matrix, starts: Sequence[int]) -> Matrix:
    """Puts beside each log-odds those of the part before it and after it on its page."""
    before, after = np.roll(alone, 1), np.roll(alone, -1)
    for start in starts:
        before[start] = after[start - 1] = EDGE
    return np.column_stack((before, alone, after))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    films = load_filmography(shipped_questions() / FACTS)
    writers = by_writer()
    texts = {writer: [text for path in of for text in texts_of(path)] for writer, of in writers.items()}
    folds = [list(writers)[place::FOLDS] for place in range(FOLDS)]
    evidence: list[dict[str, float]] = []
    truth: list[float] = []
    starts: list[int] = []
    fold_of: list[int] = []
    for fold, held in enumerate(folds):
        words = learn(text for writer in writers if writer not in held for text in texts[writer])
        with patch.object(wording, "table", return_value=words):
            for path in (path for writer in held for path in writers[writer]):
                starts.append(len(truth))
                for weighed, is_fact in evidence_on(path, films):
                    evidence.append(weighed)
                    truth.append(is_fact)
                    fold_of.append(fold)
    names = list(evidence[0])
    rows = np.array([[one[name] for name in names] for one in evidence], dtype=np.float64)
    facts, folded = np.array(truth, dtype=np.float64), np.array(fold_of)
    alone = np.zeros(len(rows))
    for fold in range(FOLDS):
        constant, weights = fit(rows[folded != fold], facts[folded != fold])
        alone[folded == fold] = constant + rows[folded == fold] @ weights
    alone = np.clip(alone, -MOST, MOST)
    tables = {
        "alone": (names, fit(rows, facts)),
        "among": (["before", "own", "after"], fit(around(alone, starts), facts)),
    }
    lines = [
        f"{regression}\t{name}\t{weight:.4f}\n"
        for regression, (names, (constant, weights)) in tables.items()
        for name, weight in (("", constant), *zip(names, weights, strict=True))
    ]
    options.output.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
