"""Which facts of a page are photos and which stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.evidence import among, leave_out
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.photo_or_story import USUAL, evidence_of_kind, odds_of_photo, settle_kinds
from btsquiz.facts.reader import read_candidates
from btsquiz.facts.weights import MOST, table

CAPTIONS = (
    "Janet Leigh rests between takes of “Psycho” (1960)",
    "Alan Rickman on the set of “Die Hard” (1988)",
    "Bill Murray and Andie MacDowell wait for snow on “Groundhog Day” (1993)",
    "Naomi Watts meets Peter Jackson on the set of “King Kong” (2005)",
    "Will Smith and a dog on the set of “I Am Legend” (2007)",
)
STORIES = (
    "Uma Thurman broke a toe on the stairs of “Kill Bill” and told nobody until the last day of the shoot.",
    "Bruce Willis bled through his socks on the second night of “Die Hard”, and went on with the shot.",
    "Janet Leigh never took a shower again with the door open after she had made “Psycho” that winter.",
    "Bill Murray was bitten twice by the animal of “Groundhog Day”, and was taken to hospital for it.",
    "Sandra Bullock was locked into a box on “Gravity” and sang in it until they let her out again.",
)


def facts_of(lines: tuple[str, ...], linker: Linker) -> list[Candidate]:
    candidates, _ = read_candidates(blocks_of("Pages of old\n\n" + "\n\n".join(lines)), linker)
    leave_out(candidates)
    settle_kinds(candidates)
    return [one for one in candidates if not one.why_not]


def test_the_table_weighs_all_that_speaks_and_nothing_else(linker: Linker) -> None:
    assert set(table()["photo"]) == {"", *evidence_of_kind(facts_of(CAPTIONS, linker)[0])}
    assert set(table()["photo beside"]) == {"", *among([0.0], ["form"], USUAL)[0]}


def test_how_a_text_opens_tells_more_than_how_it_goes_on(linker: Linker) -> None:
    seen, tale = CAPTIONS[1], "He had refused it twice, and told nobody until he was asked again."
    first, second = (
        evidence_of_kind(facts_of((text,), linker)[0])
        for text in (f"{seen}. {tale}", f"{tale} It was Alan Rickman of “Die Hard”.")
    )
    assert first["opening"] > 0 > second["opening"]
    assert table()["photo"]["opening"] > 0


@pytest.mark.parametrize("lines", [CAPTIONS, STORIES])
def test_what_reads_like_one_is_one(lines: tuple[str, ...], linker: Linker) -> None:
    kinds = {one.kind for one in facts_of(lines, linker)}
    assert kinds == {"photo" if lines is CAPTIONS else "story"}


def test_what_may_be_either_is_what_the_others_are(linker: Linker) -> None:
    alone = [odds_of_photo(evidence_of_kind(one)) for one in facts_of((*CAPTIONS, *STORIES), linker)]
    assert min(alone[:5]) > max(alone[5:])
    among_captions = among([*[5.0] * 6, 0.1, *[5.0] * 6], ["form"] * 13, USUAL)[6]
    among_stories = among([*[-5.0] * 6, 0.1, *[-5.0] * 6], ["form"] * 13, USUAL)[6]
    weights = table()["photo beside"]

    def odds(around: dict[str, float]) -> float:
        return weights[""] + sum(weights[name] * value for name, value in around.items())

    assert odds(among_captions) > 0 > odds(among_stories)


@given(st.dictionaries(st.sampled_from(sorted(set(table()["photo"]) - {""})), st.floats(-50, 50)))
def test_nothing_is_surer_than_a_thousand_to_one(evidence: dict[str, float]) -> None:
    assert -MOST <= odds_of_photo(evidence) <= MOST


def test_the_line_under_a_picture_speaks_for_it(linker: Linker) -> None:
    page = "\n".join(f"{line}\nCredit: Getty\n" for line in CAPTIONS)
    candidates, _ = read_candidates(blocks_of(page), linker)
    assert all(one.credited for one in candidates)
    assert not any(one.credited for one in read_candidates(blocks_of("\n\n".join(CAPTIONS)), linker)[0])
    assert table()["photo"]["credited"] > 0
