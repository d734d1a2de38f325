"""What speaks for a part of a page being a fact: weighed alone, then beside what stands around it.

A logistic regression, twice: first what a part says, then how much that is beside what all around it say.
`make weights` fits both to pages whose facts people have marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from math import fsum, log, log1p
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.headings import kind_said
from btsquiz.facts.linker import Linker
from btsquiz.facts.noise import is_mistake
from btsquiz.facts.phrasing import phrasing_of
from btsquiz.facts.signs import signs_of
from btsquiz.facts.talk import is_talk
from btsquiz.facts.weights import bounded_odds, log_odds, table
from btsquiz.facts.wording import wording_of

EDGE: Final = -3.0
"""Log-odds of what would stand before the first part of a page or after the last: furniture."""

_FAR: Final = 5
"""Parts from an end of the page from which it is no nearer."""

_SHORT_PAGE: Final = 8
"""Parts of a page that is too short for its ends to say much."""

_USUAL: Final = 2
"""Parts that speak for what is usual, beside those that a page has."""

USUAL: Final = 2 / 3
"""How many parts in one are facts of a page of which nothing is known."""

_LENGTHS: Final = 0.5
"""Part of a natural logarithm by which words of two parts of one length may differ."""

Form = tuple[bool, str, bool, int]
"""Whether a part has a heading, what row it stands in, whether a blank line is before it, and its length."""

_ENOUGH: Final = log(0.81 / 0.19)
"""Log-odds from which a part is a fact: a wrong one spoils more than a lost one."""

_SURE_OF_FILM: Final = 5.0
"""How well a film fits from which no better fit says more."""

_MEANT, _HEADED = 2.6, 4.2
"""How well a film fits that a text means, and one that its heading names."""

_SHORT_WORDS: Final = 4

_TALK: Final = "it is the page or a reader speaking"
_NO_SET: Final = "it shows somebody, but on no set"
_AGAINST: Final[Mapping[str, str]] = {
    "talk": _TALK,
    "opinion": _TALK,
    "mistake": "it tells of a slip to be seen in a film, not of how it was made",
    "name": "it is nothing but somebody’s name",
    "prizes": "it tells what a film won or took",
    "obituary": "it tells that somebody has died",
    "collecting": "it says what the page collects",
    "goods": "it is about something sold or shown beside photographs",
    "premiere": _NO_SET,
    "home": _NO_SET,
    "posed": "it is a portrait, or of the film itself",
}
"""What speaks against a part, in a few words."""

_SHORT: Final = "it is too short to tell anything"
_NOTHING: Final = "it neither reads like a caption nor like an anecdote of a film’s making"


def leave_out(candidates: Sequence[Candidate]) -> None:
    """Says of each part of a page that is no fact why it is none.

    Args:
        candidates: All of a page, in the order of its lines, each with what speaks for it.
    """
    evidence = [one.evidence for one in candidates]
    # Where all that would be facts are of films and people we do not know, that speaks against none of them.
    blind = list(map(_blind, candidates, evidence))
    likely = [place for place, one in enumerate(blind) if odds_alone(one) >= _ENOUGH]
    unknown = sum(
        not evidence[place]["known"] and not candidates[place].linked.title.known for place in likely
    )
    if unknown * 2 > len(likely):
        evidence = blind
    alone = list(map(odds_alone, evidence))
    beside = among(alone, list(map(form_of, candidates)), USUAL)
    for one, odds, said, around in zip(candidates, alone, evidence, beside, strict=True):
        one.evidence, one.odds = said, odds
        if log_odds("among", around) < _ENOUGH:
            one.why_not = _reason(one, said)


def _blind(one: Candidate, evidence: Mapping[str, float]) -> Mapping[str, float]:
    """Gives what would speak for a part if its film and people were among those we know."""
    film = _HEADED if one.entry.heading else _MEANT
    return {
        **evidence,
        "film": max(evidence["film"], film),
        "known": max(evidence["known"], evidence["people"]),
    }


def evidence_of(one: Candidate, linker: Linker) -> dict[str, float]:
    """Gives all that speaks for a part's being a fact or against it, by name."""
    words, phrases = wording_of(one.text), phrasing_of(one.text)
    spoken = one.text.split()
    section, heading = one.entry.section, one.entry.heading
    # A heading may say "(premiere)" of what is under it.
    whole = f"{heading.text}. {one.text}" if heading and one.entry.is_first else one.text
    return {
        "seen": words.seen,
        "told": words.told,
        "phrases": phrases.fact,
        "phrases photo": phrases.photo,
        "film": min(_SURE_OF_FILM, one.linked.score),
        "people": log1p(len(one.people)),
        "known": log1p(sum(linker.is_person(person.name) for person in one.people)),
        "own": one.own,
        "numbered": one.listed == "number",
        "pictured": one.listed == "picture",
        "credited": one.credited,
        "headed": heading is not None,
        "ended": one.text[-1:] in '.!?…"”»)',
        "capitals": sum(word[0].isupper() for word in spoken) / max(1, len(spoken)),
        "talk": is_talk(one.text, strict=True),
        "mistake": is_mistake(one.text) or (section is not None and is_mistake(section.text)),
        "name": _is_name(one),
        "collecting": kind_said([one.entry.block]) is not None,
        **signs_of(whole),
    }


def _is_name(one: Candidate) -> bool:
    """Tells whether a text is nothing but somebody's name, under no picture: a credit, or a heading."""
    return not one.listed and any(one.text.strip(" .:") == person.as_written for person in one.people)


def odds_alone(evidence: Mapping[str, float]) -> float:
    """Gives the log-odds that a part is a fact, by what it says alone, at most ±`MOST`."""
    return bounded_odds("alone", evidence)


def form_of(one: Candidate) -> Form:
    """Gives what a part has in common with others of its page whatever they say: its place and its length."""
    headed, parted = one.entry.heading is not None, one.entry.block.gap > 0
    return headed, one.listed, parted, round(log1p(one.entry.block.words) / _LENGTHS)


def among(alone: Sequence[float], forms: Sequence[Hashable], usual: float) -> list[dict[str, float]]:
    """Gives what speaks for each part of a page being so, beside what each says alone.

    Args:
        alone: The log-odds of each by what it says, in the order of the page.
        forms: The form of each.
        usual: How many in one are so on a page of which nothing is known, from 0 to 1.

    Returns:
        For each its own log-odds, and those of the part before it and the next; of all others of the page,
        and of those that have its form, the mean and how many in one are likelier so than not, the nearer
        to what is usual the fewer they are; how many have its form; and how near either end of the page it
        is, from 0 to 1, the less so the shorter the page.
    """
    around = [EDGE, *alone, EDGE]
    alike = defaultdict[Hashable, list[float]](list)
    for form, odds in zip(forms, alone, strict=True):
        alike[form].append(odds)
    page, kin_of = _Others(alone), {form: _Others(odds) for form, odds in alike.items()}
    length = len(alone) / (len(alone) + _SHORT_PAGE)
    beside = []
    for place, (own, form) in enumerate(zip(alone, forms, strict=True)):
        kin = kin_of[form]
        before, _, after = around[place : place + 3]
        mean, likely = page.mean(own, 0.0), page.likely(own, usual)
        beside.append(
            {
                "before": before,
                "alone": own,
                "after": after,
                "page": mean,
                "page likely": likely,
                "kin": kin.mean(own, mean),
                "kin likely": kin.likely(own, likely),
                "kin many": log1p(kin.number - 1),
                "first": length * max(0, _FAR - place) / _FAR,
                "last": length * max(0, _FAR + 1 + place - len(alone)) / _FAR,
            }
        )
    return beside


class _Others:
    """What all of some parts but one say."""

    def __init__(self, odds: Sequence[float]) -> None:
        self.number = len(odds)
        self._sum = fsum(odds)
        self._likely = sum(one > 0 for one in odds)

    def mean(self, own: float, usual: float) -> float:
        """Gives the mean of all but one, and of so many more as are usual."""
        return (self._sum - own + _USUAL * usual) / (self.number - 1 + _USUAL)

    def likely(self, own: float, usual: float) -> float:
        """Gives how many in one of all but one are likelier so than not, with so many more as are usual."""
        return (self._likely - (own > 0) + _USUAL * usual) / (self.number - 1 + _USUAL)


def _reason(one: Candidate, evidence: Mapping[str, float]) -> str:
    """Says what speaks most against a part; where nothing does, that too little speaks for it."""
    weights = table()["alone"]
    against = [name for name in _AGAINST if evidence[name]]
    if against:
        return _AGAINST[min(against, key=lambda name: weights[name])]
    return _SHORT if one.entry.block.words < _SHORT_WORDS else _NOTHING
