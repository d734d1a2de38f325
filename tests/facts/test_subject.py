"""What all of a page is about: a film, or somebody's pictures."""

from __future__ import annotations

import pytest

from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reviewed import Reviewed
from btsquiz.facts.subject import Subject, films_named, subject_of
from btsquiz.facts.weights import log_odds
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


def about(*lines: str, fame: int = 60) -> str:
    """Gives the film that a page is about, of the two there are."""
    films = (
        (film("Kill Bill", 2003, "Quentin Tarantino", "Uma Thurman"), fame),
        (film("Pulp Fiction", 1994, "Quentin Tarantino", "Bruce Willis, Uma Thurman"), fame),
    )
    return subject(Linker(recorded(Reviewed(), *films)), *lines).film.film


@pytest.mark.parametrize(
    "top", ["Kill Bill (2003)", "My shrine to KILL BILL, the film", "Stories of “Kill Bill”", "KILL BILL"]
)
def test_a_page_is_about_the_film_at_its_top_whose_makers_are_all_over_it(top: str) -> None:
    assert about(top, *SHARED) == "Kill Bill"


def test_a_long_introduction_may_say_whose_making_its_page_is_about() -> None:
    long = (
        "It is a good sixty years since they all came, and there are fewer of us each year who remember how"
        " they parked on the green. {} We had tea in the hall on most of those days, and the vicar lent them"
        " his bicycle, which came back yellow."
    )
    said = long.format("These are pictures of the making of “Kill Bill”, in the order of our albums.")
    assert about("When they came", said, *SHARED) == "Kill Bill"
    assert about("When they came", long.format("“Kill Bill” was on at the Odeon."), *SHARED) == ""


def test_it_is_about_no_film_where_its_texts_are_of_others() -> None:
    others = (f"{text} That was “Pulp Fiction” (1994)." for text in SHARED)
    assert about("Kill Bill (2003)", *others) != "Kill Bill"
    assert about("Kill Bill (2003)", *("Nobody else was told of it that day.",) * 5) == ""


def test_what_names_another_film_does_not_speak_for_the_one_at_the_top() -> None:
    known = Linker(
        recorded(
            Reviewed(),
            (film("Kill Bill", 2003, "Quentin Tarantino", "Uma Thurman"), 60),
            (film("Pulp Fiction", 1994, "Quentin Tarantino", "Uma Thurman"), 60),
        )
    )
    others = "Uma Thurman dances in “Pulp Fiction” (1994) without her shoes."

    def only(*texts: str) -> list[float]:
        blocks = blocks_of("\n\n".join(("Kill Bill", *texts)))
        return [evidence["only"] for _, evidence in films_named(blocks, known)]

    ((alone,), (beside,)) = only(*SHARED), only(*SHARED, others)
    assert alone > 0
    assert beside * (len(SHARED) + 1) == pytest.approx(alone * len(SHARED))
    assert only(SHARED[0], others, others) == []


def test_of_two_films_that_fit_as_well_it_is_about_neither() -> None:
    texts = ("Quentin Tarantino laughs at it all.", "Here Tarantino waits for the sun.") * 3
    assert about("Kill Bill", "a page of mine", *texts) == "Kill Bill"
    assert about("Kill Bill and Pulp Fiction", "a page of mine", *texts) == ""


def test_of_two_films_of_one_title_that_fit_as_well_it_is_about_neither() -> None:
    texts = tuple(
        f"Uma Thurman {word} between two takes of it." for word in ("waits", "eats", "reads", "naps")
    )
    made = [(film("Kill Bill", year, "Quentin Tarantino", "Uma Thurman"), 60) for year in (2003, 2013)]
    assert subject(Linker(recorded(Reviewed(), *made)), "Kill Bill", *texts).film.film == ""
    assert subject(Linker(recorded(Reviewed(), made[0])), "Kill Bill", *texts).film.film == "Kill Bill"


def test_what_is_further_down_is_less_likely_what_a_page_is_about() -> None:
    blocks = blocks_of("\n\n".join(("Kill Bill", "a page of mine", "and of others", "Kill Bill", *SHARED)))
    known = Linker(recorded(Reviewed(), (film("Kill Bill", 2003, "Quentin Tarantino", "Uma Thurman"), 60)))
    ((named, evidence),) = films_named(blocks, known)
    assert (named.line, named.written, evidence["place"]) == (1, "Kill Bill", 0)
    ((lower, later),) = films_named(blocks[1:], known)
    assert lower.line == 7
    assert log_odds("subject", later) < log_odds("subject", evidence)


def test_a_caption_at_the_top_says_nothing_of_its_page() -> None:
    assert about("Photos", "Uma Thurman on the set of “Kill Bill” (2003)", *SHARED) == ""
    assert about("Photos", "“Kill Bill” (2003)", *SHARED) == "Kill Bill"


def test_a_title_in_a_row_of_titles_is_a_heading_of_its_part() -> None:
    films = [
        (film(f"The {name} Pier", 1950 + place, "Ada Brook", "Ivy Lane"), 60)
        for place, name in enumerate(("Old", "New", "Red", "Far"))
    ]
    known = Linker(recorded(Reviewed(), *films))
    told = ("Ada Brook and Ivy Lane waited all day for the boat.", "Brook fell in, and Ivy Lane did too.")
    lines = [line for one, _ in films for line in (f"{one.title} ({one.year})", *told)]
    assert subject(known, "On the pier with Ada", *lines).film.film == ""
    assert subject(known, "The Old Pier (1950)", *told * 4).film.film == "The Old Pier"


def test_an_item_of_a_list_of_films_is_what_no_page_is_about() -> None:
    known = Linker(recorded(Reviewed(), (film("Kill Bill", 2003, "Quentin Tarantino", "Uma Thurman"), 60)))
    for top, named in (("Kill Bill", ["Kill Bill"]), ("15. Kill Bill", [])):
        blocks = blocks_of("\n\n".join((top, *SHARED)))
        assert [one.film.title for one, _ in films_named(blocks, known)] == named
