"""What all of a page is about: a film, or somebody's pictures."""

from __future__ import annotations

import pytest

from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reviewed import Reviewed
from btsquiz.facts.subject import Subject, subject_of
from facts.made import film
from facts.test_filmography import recorded


def subject(linker: Linker, *lines: str) -> Subject:
    return subject_of(blocks_of("\n\n".join(lines)), linker)


SHARED = (
    "Uma Thurman reads the paper between two takes.",
    "Here Thurman practises with a wooden sword.",
    "A cup of tea for Uma, whose feet hurt by then.",
    "Uma with the stunt crew, all of them in plaster.",
    "Thurman and a stand-in have changed coats.",
)


def test_a_page_of_one_persons_pictures_has_a_star(linker: Linker) -> None:
    assert subject(linker, "Photos of Uma Thurman", *SHARED).star == "Uma Thurman"


@pytest.mark.parametrize(
    "top",
    [
        "Photos of people on sets",
        "Photos of Uma Thurman and Bruce Willis",
        "Uma Thurman on the set of a film",
        "Photos of Bruce Willis",
    ],
)
def test_others_have_none(top: str, linker: Linker) -> None:
    assert subject(linker, top, *SHARED).star == ""


def test_a_page_of_few_texts_has_no_star(linker: Linker) -> None:
    assert subject(linker, "Photos of Uma Thurman", *SHARED[:3]).star == ""


def test_a_page_about_a_film_says_so_on_a_line(linker: Linker) -> None:
    about = subject(
        linker,
        "Some site",
        "Stories from the making of “Die Hard”",
        "Bruce Willis bled through his socks on the second night.",
        "Alan Rickman was dropped a second before he was told.",
    )
    assert (about.film.film, about.line) == ("Die Hard", 3)


@pytest.mark.parametrize(
    ("top", "film"),
    [
        ("The unofficial pages of Quentin Tarantino's KILL BILL: VOLUME 1 (2003)", "Kill Bill: Volume 1"),
        # Somebody else is named: it may be anything.
        ("Bruce Willis and Quentin Tarantino, KILL BILL: VOLUME 1 (2003)", ""),
    ],
)
def test_the_first_line_of_a_page_may_name_who_made_its_film(top: str, film: str, linker: Linker) -> None:
    assert subject(linker, top, *SHARED).film.film == film


def test_the_title_that_ends_the_first_line_is_what_its_page_is_about() -> None:
    known = Linker(recorded(Reviewed(), (film("Kill Bill", 2003, "Quentin Tarantino", "Uma Thurman"), 60)))
    texts = ("Uma Thurman broke a toe on the stairs.", *("Nobody else was told of it that day.",) * 7)
    assert subject(known, "15 Things You Did Not Know About Kill Bill", *texts).film.film == "Kill Bill"
    assert subject(known, "Things You Did Not Know About Kill Bill Here", *texts).film.film == ""
