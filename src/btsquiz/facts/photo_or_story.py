"""Which facts of a page are captions of photos and which stories: weighed alone, then beside the others.

A logistic regression, twice, as for whether they are facts. `make weights` fits both to pages whose facts
people have marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.evidence import among, form_of
from btsquiz.facts.weights import bounded_odds, log_odds
from btsquiz.facts.years import YEAR_IN_BRACKETS, years_in

_MOST_SCORE, _MOST_SENTENCES, _MOST_GAP = 10.0, 6, 3
"""From which a higher score, more sentences or blank lines say no more."""

USUAL: Final = 0.5
"""How many facts in one are photos on a page of which nothing is known."""

_TELLS_NOTHING: Final = frozenset(("film", "prizes", "phrases"))
"""What speaks for a fact and says nothing of its kind."""


def settle_kinds(candidates: Sequence[Candidate]) -> None:
    """Says of each fact of a page whether it is a photo or a story."""
    facts = [one for one in candidates if not one.why_not]
    alone = [odds_of_photo(evidence_of_kind(one)) for one in facts]
    for one, around in zip(facts, among(alone, list(map(form_of, facts)), USUAL), strict=True):
        one.kind = "photo" if log_odds("photo beside", around) > 0 else "story"


def odds_of_photo(evidence: dict[str, float]) -> float:
    """Gives the log-odds that a fact is a photo, by what it says alone, at most ±`MOST`."""
    return bounded_odds("photo", evidence)


def evidence_of_kind(one: Candidate) -> dict[str, float]:
    """Gives all that speaks for a fact's being a photo or a story, by name."""
    block, text = one.entry.block, one.text
    return {
        **{name: value for name, value in one.evidence.items() if name not in _TELLS_NOTHING},
        "plain": _bounded(one.plain),
        "opening": _bounded(one.opening),
        "lines": log1p(block.source.count("\n")),
        "words": log1p(block.words),
        "photos": one.collects == "photo",
        "stories": one.collects == "story",
        "own film": one.linked.mention is not None,
        "dated": bool(years_in(text)),
        "bracket": YEAR_IN_BRACKETS.search(text) is not None,
        "sentences": min(_MOST_SENTENCES, sum(map(text.count, ".!?"))),
        "gap": min(_MOST_GAP, block.gap),
    }


def _bounded(score: float) -> float:
    """Gives how much a text reads like a caption, as far as that says more."""
    return max(-_MOST_SCORE, min(_MOST_SCORE, score))
