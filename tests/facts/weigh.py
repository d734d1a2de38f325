"""Learns how much each thing speaks for a fact, and for a page's being about one film: `make weights`.

`python -m facts.weigh OUTPUT`, run with `tests` on its path, reads `evaluation/seen`. What words say of a
page is learned from the pages of other people, as it will be for a page that nobody has read.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from btsquiz.facts import wording
from btsquiz.facts.evidence import MOST, Form, among, evidence_of, form_of
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.load import load_filmography
from btsquiz.facts.page import read_blocks
from btsquiz.facts.reader import read_candidates, read_texts
from btsquiz.facts.subject import films_named
from btsquiz.facts.titles import title_key
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


def evidence_on(path: Path, films: Filmography) -> Iterator[tuple[dict[str, float], Form, bool]]:
    """Gives what speaks for each part of a page, in the order of its lines, its form, and if it is a fact."""
    linker = Linker(films)
    facts = {line for mark in marked(path) for line in range(mark.line, mark.to + 1)}
    candidates, _ = read_candidates(read_blocks(path), linker)
    for one in candidates:
        yield evidence_of(one, linker), form_of(one), one.entry.block.line in facts


def films_about(path: Path, films: Filmography) -> Iterator[tuple[dict[str, float], bool]]:
    """Gives what speaks for each film that the top of a page names, and whether most facts are of it."""
    linker = Linker(films)
    marks = marked(path)
    kept, _ = read_texts(read_blocks(path), linker)
    for named, weighed in films_named(kept, linker):
        titles = {title_key(title) for title in (named.film.title, *named.film.aka)}
        meant = (bool(titles & mark.titles and mark.years & {*named.film.years}) for mark in marks)
        yield weighed, sum(meant) * 2 >= len(marks)


def matrix(evidence: Sequence[Mapping[str, float]]) -> Matrix:
    """Gives what is known of each, one row each, with a column for each name."""
    return np.array([[*one.values()] for one in evidence], dtype=np.float64)


def by_writer() -> dict[str, list[Path]]:
    """Gives the pages of each writer."""
    of: defaultdict[str, list[Path]] = defaultdict(list)
    for path in pages("seen"):
        of[path.stem.partition("-")[0]].append(path)
    return of


def beside(alone: Sequence[float], forms: Sequence[Form], starts: Sequence[int]) -> list[dict[str, float]]:
    """Gives what speaks for each part beside what it says alone, page by page, each from its start on."""
    return [
        one
        for start, end in pairwise((*starts, len(alone)))
        for one in among(alone[start:end], forms[start:end])
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    films = load_filmography(shipped_questions() / FACTS)
    writers = by_writer()
    texts = {writer: [text for path in of for text in texts_of(path)] for writer, of in writers.items()}
    folds = [list(writers)[place::FOLDS] for place in range(FOLDS)]
    about = [one for path in pages("seen") for one in films_about(path, films)]
    evidence: list[dict[str, float]] = []
    truth: list[float] = []
    forms: list[Form] = []
    starts: list[int] = []
    fold_of: list[int] = []
    for fold, held in enumerate(folds):
        words = learn(text for writer in writers if writer not in held for text in texts[writer])
        with patch.object(wording, "table", return_value=words):
            for path in (path for writer in held for path in writers[writer]):
                starts.append(len(truth))
                for weighed, form, is_fact in evidence_on(path, films):
                    evidence.append(weighed)
                    forms.append(form)
                    truth.append(is_fact)
                    fold_of.append(fold)
    rows = matrix(evidence)
    facts, folded = np.array(truth, dtype=np.float64), np.array(fold_of)
    alone = np.zeros(len(rows))
    for fold in range(FOLDS):
        constant, weights = fit(rows[folded != fold], facts[folded != fold])
        alone[folded == fold] = constant + rows[folded == fold] @ weights
    alone = np.clip(alone, -MOST, MOST)
    around = beside(alone.tolist(), forms, starts)
    tables = {
        "alone": (list(evidence[0]), fit(rows, facts)),
        "among": (list(around[0]), fit(matrix(around), facts)),
        "subject": (
            list(about[0][0]),
            fit(matrix([one for one, _ in about]), np.array([is_it for _, is_it in about], dtype=np.float64)),
        ),
    }
    lines = [
        f"{regression}\t{name}\t{weight:.4f}\n"
        for regression, (names, (constant, weights)) in tables.items()
        for name, weight in (("", constant), *zip(names, weights, strict=True))
    ]
    options.output.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
