"""What speaks for a part of a page being a fact: weighed alone, then beside what stands around it.

A logistic regression, twice: first what a part says, then how much that is and what its neighbours say.
`make weights` fits both to pages whose facts people have marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log, log1p
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.fact import FactKind
from btsquiz.facts.headings import kind_said
from btsquiz.facts.linker import Linker
from btsquiz.facts.noise import is_mistake, is_talk
from btsquiz.facts.wording import wording_of

TABLE: Final = "weights.tsv"
MOST: Final = 7.0
"""Log-odds that a part alone may say: a thousand to one."""

EDGE: Final = -3.0
"""Log-odds of what would stand before the first part of a page or after the last: furniture."""

_ENOUGH: Final[Mapping[FactKind, float]] = {"photo": log(0.7 / 0.3), "story": log(0.65 / 0.35)}
"""Log-odds from which a part is a fact of its kind: a wrong one spoils more than a lost one."""

_SURE_OF_FILM: Final = 5.0
"""How well a film fits from which no better fit says more."""

_MEANT, _HEADED = 2.6, 4.2
"""How well a film fits that a text means, and one that its heading names."""

_SHORT_WORDS: Final = 4

_GOODS: Final = re.compile(
    r"\b(?:posters?|one[- ]sheets?|lobby cards?|linen[- ]backed|foam latex|screenplay|scripts?|tickets?"
    r"|autograph\w*|albums?|press ?books?|programmes?|cheques?)\b",
    re.I,
)
"""What is sold or shown beside photographs."""

_ELSEWHERE: Final = re.compile(
    r"\b(?:(?:world |gala |royal )?premiere|at [\w ]{0,20}airport|red carpet|portrait (?:of|by))\b",
    re.I,
)
"""Where stars are photographed but on a set."""

_PRIZES: Final = re.compile(
    r"\b(?:box[- ]office|gross(?:ed|es)|nominat\w+|oscars?|academy awards?|razzies?|baftas?|palme d['’]or"
    r"|césars?|goyas?|rotten tomatoes|imdb|metacritic|reviews?|оскар\w*|сборы|taquilla|recaudó|entrées)\b"
    r"|[$£€]\s?\d[\d.,]*\s?(?:m|mn|bn|million|billion)\b",
    re.I,
)
"""What a film won and took."""

_OBITUARY: Final = re.compile(
    r"\b(?:r\.?i\.?p\b|passed away|has died|died (?:on|aged|peacefully|last|this)|obituar\w+|sad news"
    r"|survived by|will be missed|умер(?:ла)?\b|светлая память|скончал\w+|nous a quitt\w+|est décédée?"
    r"|falleci\w+|verstorben)",
    re.I,
)
"""What is said of somebody who has died."""

_OPINION: Final = re.compile(
    r"\b(?:i|we|you|my|our|your)\b.{0,60}\b(?:think|love[ds]?|likes?|prefer|enjoy(?:ed)?|wish|recommend|remember)\b"
    r"|\b(?:best|favou?rites?|underrated|overrated|masterpiece|classic film|must[- ]see|rewatch\w*"
    r"|never better|great(?:est)? (?:films?|movies?|actors?|actress\w*|directors?|scenes?))\b"
    r"|\b10/10\b|\+1\b|\blol\b",
    re.I,
)
"""What somebody thinks of a film."""

_TALK: Final = "it is the page or a reader speaking"
_AGAINST: Final[Mapping[str, str]] = {
    "talk": _TALK,
    "opinion": _TALK,
    "mistake": "it tells of a slip to be seen in a film, not of how it was made",
    "name": "it is nothing but somebody’s name",
    "prizes": "it tells what a film won or took",
    "obituary": "it tells that somebody has died",
    "collecting": "it says what the page collects",
    "goods": "it is about something sold or shown beside photographs",
    "elsewhere": "it shows somebody, but on no set",
}
"""What speaks against a part, in a few words."""

_SHORT: Final = "it is too short to tell anything"
_NOTHING: Final = "it neither reads like a caption nor like an anecdote of a film’s making"


def leave_out(candidates: Sequence[Candidate], linker: Linker) -> None:
    """Says of each part of a page that is no fact why it is none.

    Args:
        candidates: All of a page, in the order of its lines.
        linker: Knows people.
    """
    evidence = [evidence_of(one, linker) for one in candidates]
    # Where all that would be facts are of films and people we do not know, that speaks against none of them.
    blind = list(map(_blind, candidates, evidence))
    likely = [place for place, one in enumerate(blind) if odds_alone(one) >= _ENOUGH["photo"]]
    unknown = sum(
        not evidence[place]["known"] and not candidates[place].linked.title.known for place in likely
    )
    alone = list(map(odds_alone, blind if unknown * 2 > len(likely) else evidence))
    around = [EDGE, *alone, EDGE]
    for place, one in enumerate(candidates):
        if odds_among(*around[place : place + 3]) < _ENOUGH[one.kind]:
            one.why_not = _reason(one, evidence[place])


def _blind(one: Candidate, evidence: Mapping[str, float]) -> dict[str, float]:
    """Gives what would speak for a part if its film and people were among those we know."""
    film = _HEADED if one.entry.heading else _MEANT
    return {
        **evidence,
        "film": max(evidence["film"], film),
        "known": max(evidence["known"], evidence["people"]),
    }


def evidence_of(one: Candidate, linker: Linker) -> dict[str, float]:
    """Gives all that speaks for a part's being a fact or against it, by name."""
    words = wording_of(one.text)
    spoken = one.text.split()
    section = one.entry.section
    return {
        "seen": words.seen,
        "told": words.told,
        "film": min(_SURE_OF_FILM, one.linked.score),
        "people": log1p(len(one.people)),
        "known": log1p(sum(linker.is_person(person.name) for person in one.people)),
        "own": one.own,
        "numbered": one.listed == "number",
        "pictured": one.listed == "picture",
        "headed": one.entry.heading is not None,
        "ended": one.text[-1:] in '.!?…"”»)',
        "capitals": sum(word[0].isupper() for word in spoken) / max(1, len(spoken)),
        "talk": is_talk(one.text, strict=True),
        "mistake": is_mistake(one.text) or (section is not None and is_mistake(section.text)),
        "opinion": _OPINION.search(one.text) is not None,
        "name": _is_name(one),
        "prizes": _PRIZES.search(one.text) is not None,
        "obituary": _OBITUARY.search(one.text) is not None,
        "collecting": kind_said([one.entry.block]) is not None,
        "goods": _GOODS.search(one.text) is not None,
        "elsewhere": _ELSEWHERE.search(one.text) is not None,
    }


def _is_name(one: Candidate) -> bool:
    """Tells whether a text is nothing but somebody's name, under no picture: a credit, or a heading."""
    return not one.listed and any(one.text.strip(" .:") == person.as_written for person in one.people)


def odds_alone(evidence: Mapping[str, float]) -> float:
    """Gives the log-odds that a part is a fact, by what it says alone, at most ±`MOST`."""
    weights = table()["alone"]
    odds = weights[""] + sum(weights[name] * value for name, value in evidence.items())
    return max(-MOST, min(MOST, odds))


def odds_among(before: float, own: float, after: float) -> float:
    """Gives the log-odds that a part is a fact, by those of the part before it, its own and the next."""
    weights = table()["among"]
    return weights[""] + weights["before"] * before + weights["own"] * own + weights["after"] * after


def _reason(one: Candidate, evidence: Mapping[str, float]) -> str:
    """Says what speaks most against a part; where nothing does, that too little speaks for it."""
    weights = table()["alone"]
    against = [name for name in _AGAINST if evidence[name]]
    if against:
        return _AGAINST[min(against, key=lambda name: weights[name])]
    return _SHORT if one.entry.block.words < _SHORT_WORDS else _NOTHING


@cache
def table() -> Mapping[str, Mapping[str, float]]:
    """Gives the weights of each regression by name; that of nothing, the constant, has an empty one."""
    return read_table(files(__package__).joinpath(TABLE).read_text("utf-8").splitlines())


def read_table(lines: Iterable[str]) -> dict[str, dict[str, float]]:
    """Reads lines of a regression's name, what it weighs and the weight, with tabs between."""
    weights: dict[str, dict[str, float]] = {}
    for line in lines:
        regression, name, weight = line.split("\t")
        weights.setdefault(regression, {})[name] = float(weight)
    return weights
