"""Which parts of a page go on with the part before them: the second line of a caption, what is under a title.

A logistic regression, twice, as for facts: first what two parts say, then how much that is beside
what all other pairs of the page say. `make weights` fits both to pages whose facts people have marked.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log, log1p
from typing import Final

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.evidence import among
from btsquiz.facts.marks import PLACES
from btsquiz.facts.paragraphs import begins_anew, goes_on, is_item
from btsquiz.facts.signs import is_asked
from btsquiz.facts.tales import LEAST_TOLD
from btsquiz.facts.weights import bounded_odds, log_odds
from btsquiz.facts.years import years_in
from btsquiz.text import fold

_ENOUGH: Final = log(1 / 7)
"""Log-odds from which two parts are one fact: one told twice spoils more than one that another swallows."""

USUAL: Final = 0.0
"""How many parts in one go on with another of a page of which nothing is known."""

_APART: Final = 1
"""Blank lines that part two parts of one fact, at most: of 129 marked pairs with more none is one."""

_TITLE: Final = 2.0
"""Times by which a text is longer than what is over it from which that is its title."""

_PAIR: Final = 2
"""Lines of the longest group that is one caption and what is said of it."""

_MOST_LINES, _MOST, _MOST_SCORE = 6, 3, 8.0
"""From which more lines, blank lines or people, or a higher score, say no more."""

_PLACED: Final = re.compile(
    rf"\W*(?:{PLACES}|next|pages?|pictures?|photo(?:graph)?s?|pic|foto|на фото|слева|справа)\b", re.I
)
"""How a line begins that says which picture it is of."""

_ASIDE: Final = re.compile(r"\s*[(\[^]")
_ENDED, _OPEN = '.!?…"”’)', ":,;-–—"


def join_continuations(candidates: Sequence[Candidate]) -> None:
    """Joins each part of a page that is a fact to the one before it, if both tell of one thing."""
    facts = [one for one in candidates if not one.why_not]
    pairs = evidence_of_pairs(facts)
    alone = [odds_of_pair(evidence) for evidence, _ in pairs]
    beside = among(alone, [form for _, form in pairs], USUAL)
    joined = facts[:1]
    for two, around in zip(facts[1:], beside, strict=True):
        if log_odds("goes on beside", around) > _ENOUGH and not _are_apart(joined[-1], two):
            joined[-1] = _join(joined[-1], two)
        else:
            joined.append(two)


def _are_apart(one: Candidate, two: Candidate) -> bool:
    """Tells whether two parts are two whatever they say: on marked pages one such pair in two hundred is one.

    They are far apart, or of two films, or a caption and its tale, or a caption stands under a story, or a
    blank line parts what is no story of two paragraphs, or the second has a number, a bullet, a picture, a
    place or a heading of its own, or begins anew after a blank line.
    """
    under = two.entry.block
    films = {each.linked.title.known for each in (one, two) if each.linked.mention is not None} - {None}
    told = one.kind == "story"
    if len(films) > 1 or under.gap > (_APART if told else 0) or (told and two.kind == "photo"):
        return True
    anew = begins_anew(two.text) and under.gap > 0
    tale = one.entry.block.is_caption and two.kind == "story" and under.words >= LEAST_TOLD
    headed = two.entry.heading is not None and two.entry.is_first
    numbered = under.number is not None or two.listed == "picture" or is_item(under)
    return tale or anew or headed or numbered or _PLACED.match(two.text) is not None


def odds_of_pair(evidence: dict[str, float]) -> float:
    """Gives the log-odds that two parts are one fact, by what they say alone, at most ±`MOST`."""
    return bounded_odds("goes on", evidence)


def evidence_of_pairs(facts: Sequence[Candidate]) -> list[tuple[dict[str, float], Hashable]]:
    """Gives what speaks for each part but the first going on with the one before it, and the pair’s form."""
    sizes = _sizes(facts)
    many = max(1, len(sizes))
    page = {
        "small": sum(size <= _PAIR for size in sizes) / many,
        "captions": sum(one.kind == "photo" for one in facts) / max(1, len(facts)),
    }
    of_each = [size for size in sizes for _ in range(size)]
    return [
        ({**_evidence_of(one, two), "size": min(_MOST_LINES, size), **page}, _form_of(one, two))
        for (one, two), size in zip(pairwise(facts), of_each[1:], strict=True)
    ]


def _evidence_of(one: Candidate, two: Candidate) -> dict[str, float]:
    over, under = one.entry.block, two.entry.block
    apart = under.line - _end_of(one)
    films = one.linked.title.film, two.linked.title.film
    before, after = _surnames(one), _surnames(two)
    return {
        "next": apart == 1,
        "one line": apart <= 0,
        "gap": min(_MOST, under.gap),
        "numbered": under.number is not None,
        "number over": over.number is not None,
        "pictured": two.listed == "picture",
        "picture over": one.listed == "picture",
        "dated": bool(years_in(two.text)),
        "date over": bool(years_in(one.text)),
        "title over": one.linked.mention is not None,
        "other film": all(films) and films[0] != films[1],
        "strangers": _names_strangers(one, two),
        "others": min(_MOST, len(after - before)),
        "again": min(_MOST, len(after & before)),
        "goes on": goes_on(two.text),
        "anew": begins_anew(two.text),
        "placed": any(_PLACED.match(each.text) for each in (one, two)),
        "aside": _ASIDE.match(under.source) is not None,
        "words": log1p(under.words),
        "caption": two.kind == "photo",
        "caption over": one.kind == "photo",
        "shown over": over.is_caption,
        "score over": max(-_MOST_SCORE, min(_MOST_SCORE, one.score)),
        "odds": two.odds,
        "odds over": one.odds,
        "headed over": one.entry.heading is not None,
        "headed": two.entry.heading is not None and two.entry.is_first,
        "section": one.entry.section is two.entry.section,
        "ended": one.text.rstrip()[-1:] in _ENDED,
        "open": one.text.rstrip()[-1:] in _OPEN,
    }


def _names_strangers(one: Candidate, two: Candidate) -> bool:
    """Tells whether the second of two names people we know, and none of the film of the first."""
    film = one.linked.title.known
    named = {person.name for person in two.people}
    return film is not None and two.evidence["known"] > 0 and named.isdisjoint(film.hands)


def _form_of(one: Candidate, two: Candidate) -> Hashable:
    """Gives what a pair has in common with others of its page whatever they say."""
    apart = max(0, min(2, two.entry.block.line - _end_of(one)))
    numbers = tuple(each.entry.block.number is not None for each in (one, two))
    return apart, min(_MOST, two.entry.block.gap), numbers, one.kind, two.kind


def _sizes(facts: Sequence[Candidate]) -> list[int]:
    """Gives how many parts each group has that stands on lines one after another, with one number at most."""
    sizes: list[int] = []
    for place, one in enumerate(facts):
        block = one.entry.block
        if place and block.number is None and block.line == _end_of(facts[place - 1]) + 1:
            sizes[-1] += 1
        else:
            sizes.append(1)
    return sizes


def _end_of(one: Candidate) -> int:
    """Gives the last line of a part."""
    return one.entry.block.last_line


def _surnames(one: Candidate) -> set[str]:
    return {surname for person in one.people for surname in fold(person.name).split()[-1:]}


def _join(one: Candidate, two: Candidate) -> Candidate:
    """Makes one fact of two parts: where most of it is said, with the other left out."""
    shown = one.entry.block.is_caption or one.listed == "picture"
    titled = two.entry.block.words > _TITLE * one.entry.block.words and not shown
    kept, other = (two, one) if titled else (one, two)
    kept.entry = replace(kept.entry, block=replace(kept.entry.block, text=f"{one.text} {two.text}"))
    kept.linked = one.linked if one.linked.title.film else two.linked
    if kept.linked.mention is None and (is_asked(one.text) or is_asked(two.text)):
        kept.linked = kept.linked.without_film()
    known = {person.name for person in one.people}
    kept.people = (*one.people, *(person for person in two.people if person.name not in known))
    other.why_not = f"it goes with line {kept.entry.block.line}"
    return kept
