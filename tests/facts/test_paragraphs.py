"""Which paragraphs go on with the story before them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.reader import read_page

Reading = Callable[[str], list[str]]
FIRST = "Bruce Willis bled through his socks on the second night of “Die Hard”, and told nobody."
SECOND = "Janet Leigh never took a shower again with the door open after she had made “Psycho”."
THIRD = "Bill Murray was bitten twice by the animal of “Groundhog Day”, and went to hospital for it."
ON = "He went on all the same, and was carried home to bed at six in the morning by two of the crew."
NAMED = "At six in the morning Willis was carried home to bed by two of the crew, who were as tired."
APART = "At six in the morning the whole crew was carried home to bed, and nobody knew by whom."


@pytest.fixture
def stories(tmp_path: Path, films: Filmography) -> Reading:
    def reading(text: str) -> list[str]:
        path = tmp_path / "page.txt"
        path.write_text(f"Small stories from film sets\n\n{text}\n", encoding="utf-8")
        return [one.statement for one in read_page(path, films).facts]

    return reading


@pytest.mark.parametrize("more", [ON, NAMED])
def test_in_a_numbered_list_a_paragraph_goes_on_with_its_story(more: str, stories: Reading) -> None:
    told = stories(f"1. {FIRST}\n\n{more}\n\n2. {SECOND}\n\n3. {THIRD}")
    assert told == [f"{FIRST} {more}", SECOND, THIRD]


@pytest.mark.parametrize("more", [ON, NAMED])
def test_under_a_heading_each_it_does_too(more: str, stories: Reading) -> None:
    told = stories(f"Die Hard\n\n{FIRST}\n\n{more}\n\nPsycho\n\n{SECOND}\n\nGroundhog Day\n\n{THIRD}")
    assert told == [f"{FIRST} {more}", SECOND, THIRD]


def test_what_names_nobody_again_does_not_go_on(stories: Reading) -> None:
    assert FIRST in stories(f"1. {FIRST}\n\n{APART}\n\n2. {SECOND}\n\n3. {THIRD}")


def test_what_has_a_film_of_its_own_is_a_story_of_its_own(stories: Reading) -> None:
    own = "He said the same of “The Terminator”, on which he had not been, and was believed for a year."
    assert stories(f"1. {FIRST}\n\n{own}\n\n2. {SECOND}\n\n3. {THIRD}")[0] == FIRST


def test_more_blank_lines_part_two_stories(stories: Reading) -> None:
    assert stories(f"1. {FIRST}\n\n\n\n{ON}\n\n2. {SECOND}\n\n3. {THIRD}")[0] == FIRST
