"""What stands around a text of no film for certain takes it for a fact or leaves it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.reader import read_page
from btsquiz.facts.reviewed import Reviewed
from facts.made import film
from facts.test_filmography import recorded

Reading = Callable[..., list[int]]
SURE = (
    "Uma Thurman broke a toe on “Kill Bill: Volume 1” and told nobody until the last day.",
    "Bruce Willis bled through his socks on the second night of “Die Hard”, and went on.",
    "Janet Leigh never took a shower again with the door open after she had made “Psycho”.",
    "Bill Murray was bitten twice by the animal of “Groundhog Day”, and went to hospital for it.",
)
UNSURE = "Someone had hidden the lamp in the lorry, and it was found there a year later by the cook."
LABEL = "Lamp of the month: made of tin, with a cord, and no longer to be had anywhere at all."


@pytest.fixture
def taken(tmp_path: Path, films: Filmography) -> Reading:
    def reading(*lines: str) -> list[int]:
        path = tmp_path / "page.txt"
        numbered = (f"{number}. {line}" for number, line in enumerate(lines, 1))
        path.write_text("\n\n".join(("Small stories from film sets", *numbered)) + "\n", encoding="utf-8")
        return [((one.source.line or 0) - 3) // 2 for one in read_page(path, films).facts]

    return reading


def test_between_facts_a_story_of_no_film_is_one_if_it_tells_something(taken: Reading) -> None:
    assert taken(SURE[0], UNSURE, *SURE[1:]) == [0, 1, 2, 3, 4]
    assert taken(SURE[0], LABEL, *SURE[1:]) == [0, 2, 3, 4]


def test_a_surname_that_everybody_knows_makes_it_one_anywhere(tmp_path: Path) -> None:
    famous = recorded(
        Reviewed(), *((film(f"Film {year}", year, "", "Bruce Willis"), 400) for year in (1988, 1995))
    )
    path = tmp_path / "page.txt"
    lines = ("Small stories from film sets", *SURE, UNSURE.replace("Someone", "Willis"), UNSURE)
    path.write_text("\n\n".join(f"{place}. {line}" for place, line in enumerate(lines)), encoding="utf-8")
    assert [one.source.line for one in read_page(path, famous).facts][-1] == 11


def test_at_the_edges_of_a_page_it_is_none(taken: Reading) -> None:
    assert taken(UNSURE, *SURE) == [1, 2, 3, 4]
    assert taken(*SURE, UNSURE) == [0, 1, 2, 3]
