"""Learns how much speaks for a fact, its kind, its going on, and a page's film: `make weights`.

`python -m facts.weigh WEIGHTS PHRASES`, run with `tests` on its path, reads `evaluation/seen` and
`evaluation/lines`. What words and phrases say of a page is learned from the pages of other people, as it
will be for a page that nobody has read.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from btsquiz.facts import continuation, evidence, photo_or_story, phrasing, weights, wording
from btsquiz.facts.candidate import Candidate
from btsquiz.facts.continuation import evidence_of_pairs
from btsquiz.facts.evidence import Form, among, evidence_of, form_of, leave_out
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.load import load_filmography
from btsquiz.facts.neighbours import take_between
from btsquiz.facts.page import read_blocks
from btsquiz.facts.photo_or_story import evidence_of_kind, settle_kinds
from btsquiz.facts.reader import read_candidates, read_texts
from btsquiz.facts.subject import films_named
from btsquiz.facts.titles import title_key
from btsquiz.facts.weights import MOST
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS
from facts.learn import learn, texts_of
from facts.phrases import learn_phrases, lines
from facts.score import Marked, marked, pages

FOLDS = 8
"""Parts of the pages' writers, of which each is read with the words of all the others."""

STRENGTH = 3.0
"""How strongly weights are held to nothing, each for what it weighs in its own standard deviations."""

Matrix = NDArray[np.float64]
Tables = dict[str, dict[str, float]]
Phrases = dict[str, tuple[int, int]]
Read = tuple[Path, Sequence[Candidate], int]
"""A page, its parts, and the fold of its writer."""


def fit(rows: Matrix, truth: Matrix) -> tuple[float, Matrix]:
    """Fits a logistic regression, with a ridge on what the weights are of.

    Args:
        rows: What is known of each, one row each.
        truth: 1 for each that is a fact, and 0.

    Returns:
        The constant, and the weight of each column.
    """
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    found = LogisticRegression(C=1 / STRENGTH, solver="newton-cholesky").fit((rows - middle) / spread, truth)
    scaled = found.coef_[0] / spread
    return float(found.intercept_[0] - scaled @ middle), scaled


def evidence_on(
    path: Path, candidates: Sequence[Candidate], linker: Linker
) -> Iterator[tuple[dict[str, float], Form, bool]]:
    """Gives what speaks for each part of a page, in the order of its lines, its form, and if it is a fact."""
    facts = {line for mark in marked(path) for line in range(mark.line, mark.to + 1)}
    for one in candidates:
        one.evidence = evidence_of(one, linker)
        yield one.evidence, form_of(one), one.entry.block.line in facts


def kinds_on(
    path: Path, candidates: Sequence[Candidate], linker: Linker
) -> Iterator[tuple[dict[str, float], Hashable, bool | None]]:
    """Gives what speaks for each fact of a page being a photo, its form, and if it is; None for no fact."""
    leave_out(candidates)
    take_between(candidates, linker)
    facts = [one for one in candidates if not one.why_not]
    marks = marked(path)
    for one, place in zip(facts, marks_of_each(facts, marks), strict=True):
        is_photo = None if place is None else marks[place].kind == "photo"
        yield evidence_of_kind(one), form_of(one), is_photo


def pairs_on(
    path: Path, candidates: Sequence[Candidate]
) -> Iterator[tuple[dict[str, float], Hashable, bool]]:
    """Gives what speaks for each fact of a page going on with the one before, the form, and if it does."""
    settle_kinds(candidates)
    facts = [one for one in candidates if not one.why_not]
    places = marks_of_each(facts, marked(path))
    for (one, two), (weighed, form) in zip(pairwise(places), evidence_of_pairs(facts), strict=True):
        yield weighed, form, one is not None and one == two


def kinds_of(path: Path, candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """Gives each part of a page with what it is: `photo`, `story` or `other`."""
    marks = marked(path)
    for one, place in zip(candidates, marks_of_each(candidates, marks), strict=True):
        yield "other" if place is None else marks[place].kind, one.text


def marks_of_each(facts: Sequence[Candidate], marks: Sequence[Marked]) -> list[int | None]:
    """Gives the place of the mark at each fact's line; of several at one line, one after another."""
    met: Counter[int] = Counter()
    places: list[int | None] = []
    for line in (one.entry.block.line for one in facts):
        there = [place for place, mark in enumerate(marks) if mark.line <= line <= mark.to]
        places.append(there[min(met[line], len(there) - 1)] if there else None)
        met[line] += 1
    return places


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


@dataclass
class Sample:
    """What speaks for many things, page by page, and whether each is so.

    Attributes:
        usual: How many in one are so on a page of which nothing is known.
        evidence: What speaks for each.
        forms: The form of each, which it has in common with others of its page.
        truth: 1 for each that is so, and 0; none where nobody can tell.
        folds: The fold of the writer of each.
        starts: Where each page begins.
    """

    usual: float
    evidence: list[dict[str, float]] = field(default_factory=list)
    forms: list[Hashable] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def add(self, page: Iterable[tuple[dict[str, float], Hashable, bool | None]], fold: int) -> None:
        """Adds a page, of a writer of a fold."""
        self.starts.append(len(self.truth))
        for weighed, form, is_so in page:
            self.evidence.append(weighed)
            self.forms.append(form)
            self.truth.append(np.nan if is_so is None else is_so)
            self.folds.append(fold)

    def held_out(self) -> list[float]:
        """Gives the log-odds of each by what it says alone, weighed as the writers of other folds say."""
        rows, truth, folds = matrix(self.evidence), np.array(self.truth), np.array(self.folds)
        alone = np.zeros(len(rows))
        for fold in range(FOLDS):
            others = (folds != fold) & ~np.isnan(truth)
            constant, weights = fit(rows[others], truth[others])
            alone[folds == fold] = constant + rows[folds == fold] @ weights
        return [float(one) for one in np.clip(alone, -MOST, MOST)]

    def weights(self) -> tuple[dict[str, float], dict[str, float]]:
        """Gives the weights of what each says alone, and of that beside what all others of its page say.

        Only that: what it says itself, weighed again beside what it says held out, would tell which fold it
        is of, and so its truth.
        """
        alone = self.held_out()
        around = [
            one
            for start, end in pairwise((*self.starts, len(alone)))
            for one in among(alone[start:end], self.forms[start:end], self.usual)
        ]
        return fitted(self.evidence, self.truth), fitted(around, self.truth)


def fitted(evidence: Sequence[Mapping[str, float]], truth: Sequence[float]) -> dict[str, float]:
    """Gives the weight of each thing by name; of nothing, the constant, by an empty one."""
    told = ~np.isnan(np.array(truth, dtype=np.float64))
    constant, weights = fit(matrix(evidence)[told], np.array(truth, dtype=np.float64)[told])
    return {"": constant, **dict(zip(evidence[0], map(float, weights), strict=True))}


def weighed(writers: Mapping[str, Sequence[Path]], films: Filmography) -> tuple[Tables, Phrases]:
    """Gives the weights of each regression, and what each phrase weighs, as the pages of writers teach."""
    texts = {writer: [text for path in of for text in texts_of(path)] for writer, of in writers.items()}
    about = [one for paths in writers.values() for path in paths for one in films_about(path, films)]
    words, read = [], list[Read]()
    for fold in range(FOLDS):
        held = [*writers][fold::FOLDS]
        words.append(learn(text for writer in writers if writer not in held for text in texts[writer]))
        with patch.object(wording, "table", return_value=words[fold]):
            for path in (path for writer in held for path in writers[writer]):
                candidates, _ = read_candidates(read_blocks(path), Linker(films))
                read.append((path, candidates, fold))
    told = [
        (kind, text, fold) for path, candidates, fold in read for kind, text in kinds_of(path, candidates)
    ]
    beside = [*lines()]

    def phrases_without(fold: int) -> Phrases:
        return learn_phrases([*((kind, text) for kind, text, of in told if of != fold), *beside])

    phrases = [*map(phrases_without, range(FOLDS))]

    @contextmanager
    def unread(fold: int) -> Iterator[None]:
        tables = (wording, words[fold]), (phrasing, phrases[fold])
        with ExitStack() as stack:
            for module, table in tables:
                stack.enter_context(patch.object(module, "table", return_value=table))
            yield

    facts, kinds, pairs = (Sample(one.USUAL) for one in (evidence, photo_or_story, continuation))
    for path, candidates, fold in read:
        with unread(fold):
            facts.add(evidence_on(path, candidates, Linker(films)), fold)
    tables = {"subject": fitted([one for one, _ in about], [is_it for _, is_it in about])}
    tables["alone"], tables["among"] = facts.weights()
    with patch.object(weights, "table", return_value=tables):
        for path, candidates, fold in read:
            with unread(fold):
                kinds.add(kinds_on(path, candidates, Linker(films)), fold)
        tables["photo"], tables["photo beside"] = kinds.weights()
        for path, candidates, fold in read:
            with unread(fold):
                pairs.add(pairs_on(path, candidates), fold)
    tables["goes on"], tables["goes on beside"] = pairs.weights()
    return tables, phrases_without(FOLDS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("phrases", type=Path)
    options = parser.parse_args()
    tables, phrases = weighed(by_writer(), load_filmography(shipped_questions() / FACTS))
    rows = (
        f"{regression}\t{name}\t{weight:.4f}\n"
        for regression, weighed in tables.items()
        for name, weight in weighed.items()
    )
    options.weights.write_text("".join(rows), "utf-8")
    rows = (f"{phrase}\t{fact}\t{photo}\n" for phrase, (fact, photo) in phrases.items())
    options.phrases.write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main()
