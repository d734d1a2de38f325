"""A page parted where its captions end and its stories begin, and what a page reads like."""

from __future__ import annotations

import pytest

from btsquiz.facts.fact import FactKind
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.sections import kind_of, sections_of

CAPTIONS = (
    "Uma Thurman between takes on the set of “Kill Bill: Volume 1” (2003).",
    "Director John McTiernan and Bruce Willis on the set of “Die Hard” (1988).",
    "Sandra Bullock rehearsing on the set of “Gravity” (2013).",
    "Al Pacino and Robert De Niro between takes of “The Godfather Part II” (1974).",
    "Christopher Reeve on the set of “Superman” (1978), with Margot Kidder.",
)
STORIES = (
    "Janet Leigh never again took a shower without locking the door after she had made “Psycho”.",
    "Because he wanted the fall in “Die Hard” to look right, Alan Rickman was dropped a second too early.",
    "Arnold Schwarzenegger asked for three weeks off before “The Terminator” and came back with a limp.",
    "For years Leonardo DiCaprio kept the door from “Titanic”, which was later sold for a fortune.",
    "Nobody had told Bill Murray that the groundhog in “Groundhog Day” bites, and it bit him twice.",
)


def sections(linker: Linker, *lines: str) -> list[list[str]]:
    blocks = blocks_of("\n\n".join(lines))
    return [[block.text for block in section] for section in sections_of(blocks, linker)]


def test_a_page_of_one_kind_is_one_section(linker: Linker) -> None:
    assert sections(linker, *CAPTIONS) == [list(CAPTIONS)]
    assert sections(linker, *STORIES) == [list(STORIES)]


def test_captions_and_stories_are_two_sections_each_with_its_heading(linker: Linker) -> None:
    assert sections(linker, *CAPTIONS, "Stories from the sets", *STORIES) == [
        list(CAPTIONS), ["Stories from the sets", *STORIES],
    ]  # fmt: skip
    assert sections(linker, *STORIES, "Photos", *CAPTIONS) == [list(STORIES), ["Photos", *CAPTIONS]]


def test_one_story_among_captions_parts_nothing(linker: Linker) -> None:
    lines = [*CAPTIONS[:3], STORIES[1], *CAPTIONS[3:]]
    assert sections(linker, *lines) == [lines]


@pytest.mark.parametrize("said", [None, "photo", "story"])
def test_a_page_collects_what_nearly_all_of_it_reads_like(said: FactKind | None, linker: Linker) -> None:
    assert kind_of(blocks_of("\n\n".join(CAPTIONS)), said, linker) == "photo"
    assert kind_of(blocks_of("\n\n".join(STORIES)), said, linker) == "story"


def test_of_few_texts_it_is_what_the_page_says(linker: Linker) -> None:
    assert kind_of(blocks_of("\n\n".join(STORIES[:2])), "photo", linker) == "photo"
    assert kind_of(blocks_of("\n\n".join(CAPTIONS[:2])), "story", linker) == "story"
