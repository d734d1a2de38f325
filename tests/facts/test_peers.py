"""Films that may stand beside one another: those of the same players, by directors as famous."""

from __future__ import annotations

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.peers import akin, beside
from facts.made import film

ASKED = film("Asked", 1980, "Ann Maker", "Lee Lead, Kim Lead", known=3)
NEAR = film("Near", 1985, "Bob Other", "Kim Lead", known=3)
FAR = film("Far", 1990, "Cy Famous", "Lee Lead", known=3)
FILMS = Filmography.of(
    ASKED, NEAR, FAR,
    film("Famous", 2010, "Cy Famous", "Nobody Else", known=3),
    film("Old", 1950, "Dee Old", "Lee Lead", known=3),
    film("Little", 1981, "Eve Little", "Lee Lead", known=1),
    film("Two Hands", 1982, "Eve Little, Fay Little", "Lee Lead", known=3),
    film("Of Its Time", 1980, "Gus Time", "Una Player", known=3),
)  # fmt: skip


def test_those_of_the_same_leads_come_first_and_first_by_whom_is_as_famous() -> None:
    assert akin(ASKED, FILMS) == (NEAR, FAR)
    assert [one.title for one in beside(ASKED, FILMS)][:3] == ["Near", "Far", "Of Its Time"]


@pytest.mark.parametrize("title", ["Old", "Little", "Two Hands", "Asked"])
def test_no_film_of_another_time_hardly_known_or_of_several_directors_is_akin(title: str) -> None:
    assert title not in [one.title for one in akin(ASKED, FILMS)]
