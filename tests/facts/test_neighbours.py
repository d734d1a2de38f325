"""What stands around a text tells that it is a story, or of which film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.reader import Page, read_page

Reading = Callable[[str], Page]
STORIES = {
    "Kill Bill: Volume 1": "Uma Thurman broke a toe on the stairs and told nobody until the last day of all.",
    "Die Hard": "Bruce Willis bled through his socks on the second night, and went on with the shot.",
    "Psycho": "Janet Leigh never took a shower again with the door open after she had made this one.",
    "Groundhog Day": "Bill Murray was bitten twice by the animal, and was taken to hospital for it.",
}
LOST = (
    "The cook had hidden the lamp in the lorry for a joke, and it was found there a year later by a driver."
)


@pytest.fixture
def read(tmp_path: Path, films: Filmography) -> Reading:
    def reading(text: str) -> Page:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        return read_page(path, films)

    return reading


def headed(*extra: str, apart: str = "\n\n\n") -> str:
    """Gives a page of stories under headings, with something after the second."""
    parts = [f"{title}\n\n{story}" for title, story in STORIES.items()]
    return apart.join(["Small stories from film sets", *parts[:2], *extra, *parts[2:]]) + "\n"


def test_a_story_that_lost_its_heading_stands_as_far_from_the_others_as_they_do(read: Reading) -> None:
    assert LOST in [one.statement for one in read(headed(LOST)).facts]


def test_what_stands_under_a_films_title_between_stories_is_one(read: Reading) -> None:
    dull = "The budget of this one is low, and all in all it has few of the means of others of its time."
    assert dull in [one.statement for one in read(headed(f"Gravity\n\n{dull}")).facts]
    slip = "In the next shot the glove of the astronaut is gone, and then there are two of them again."
    assert slip not in [one.statement for one in read(headed(f"Gravity\n\n{slip}")).facts]


def test_the_one_caption_among_stories_is_a_story_unless_plainly_none(read: Reading) -> None:
    unclear = "The blood of “Psycho” is chocolate syrup, and the drain is a model of Janet Leigh's."
    assert {one.kind for one in read(headed(unclear)).facts} == {"story"}
    plain = "Uma Thurman and Lucy Liu between takes on the set of “Kill Bill: Volume 1” (2003)"
    assert "photo" in {one.kind for one in read(headed(plain)).facts}


@pytest.mark.parametrize(
    ("after", "film"),
    [
        ("Bruce Willis waits for the lift with a towel round his neck, and laughs", "Die Hard"),
        # Somebody else we know is beside him: it may be of any film.
        ("Bruce Willis waits for the lift with Bill Murray, and laughs", ""),
    ],
)
def test_who_is_of_the_film_before_is_seen_on_its_set(read: Reading, after: str, film: str) -> None:
    captions = (
        "Janet Leigh rests between takes of “Psycho” (1960)",
        "Alan Rickman on the set of “Die Hard” (1988)",
        after,
        "Uma Thurman with a sword on the set of “Kill Bill: Volume 1” (2003)",
    )
    facts = read("\n\n".join(("Photos from film sets", *captions)) + "\n").facts
    assert [one.film for one in facts if one.source.line == 7] == [film]


SEEN = (
    "Janet Leigh rests between takes of “Psycho” (1960)",
    "Alan Rickman on the set of “Die Hard” (1988)",
    "Bill Murray and Andie MacDowell wait for snow on “Groundhog Day” (1993)",
    "Naomi Watts meets Peter Jackson on the set of “King Kong” (2005)",
    "Will Smith and a dog on the set of “I Am Legend” (2007)",
    "Brad Pitt boxes with Edward Norton on the set of “Fight Club” (1999)",
    "Sandra Bullock in a box of lights on the set of “Gravity” (2013)",
    "Uma Thurman with a sword on the set of “Kill Bill: Volume 1” (2003)",
)


@pytest.mark.parametrize(
    ("under", "joined"),
    [
        ("Thurman is holding the bamboo sword with both hands between takes", True),
        ("Lucy Liu is holding the umbrella between takes", True),
        # Another film, another picture, two others, a new beginning: each is a caption of its own.
        ("Bruce Willis waits for the lift on the set of “Die Hard”", False),
        ("Lucy Liu and Daryl Hannah are holding the umbrella between takes", False),
        ("Below: Lucy Liu is holding the umbrella between takes", False),
        ("Also Lucy Liu is holding the umbrella between takes", False),
    ],
)
def test_a_line_under_a_caption_goes_on_with_it(read: Reading, under: str, *, joined: bool) -> None:
    page = read("\n\n".join(("Photos from film sets", *SEEN)) + f"\n{under}\n")
    lines = [one.source.line for one in page.facts]
    assert lines == [3, 5, 7, 9, 11, 13, 15, 17, *(() if joined else (18,))]
    if joined:
        assert {one.line: one.why for one in page.left_out}[18] == "it goes on with line 17"


def test_whom_the_second_line_names_is_in_the_caption(read: Reading) -> None:
    text = "\n\n".join(("Photos from film sets", *SEEN))
    facts = read(f"{text}\nLucy Liu is holding the umbrella between takes\n").facts
    assert [one.name for one in facts[-1].people] == ["Uma Thurman", "Lucy Liu"]


def test_where_captions_stand_close_each_line_is_one(read: Reading) -> None:
    lines = "\n".join((*SEEN, "Lucy Liu is holding the umbrella between takes"))
    page = read(f"Photos from film sets\n\n{lines}\n")
    assert [one.source.line for one in page.facts] == list(range(3, 12))


def test_what_stands_under_each_numbered_caption_is_of_it(read: Reading) -> None:
    under = "Somebody in a wet coat is standing there between takes"
    last = "Some man is holding the lamp between takes"
    lines = [f"{number}. {one}\n{under} {number}\n{last} {number}" for number, one in enumerate(SEEN, 1)]
    page = read("Photos from film sets\n\n" + "\n\n".join(lines) + "\n")
    assert [one.source.line for one in page.facts] == list(range(3, 3 + 4 * len(SEEN), 4))


def test_a_line_with_a_year_of_its_own_is_a_caption_of_its_own(read: Reading) -> None:
    text = "\n\n".join(("Photos from film sets", *SEEN))
    page = read(f"{text}\nUma Thurman is holding the umbrella between takes in 2002\n")
    assert page.facts[-1].source.line == 18


def test_a_page_of_few_captions_does_not_show_how_long_they_are(read: Reading) -> None:
    text = "\n\n".join(("Photos from film sets", *SEEN[-4:]))
    page = read(f"{text}\nLucy Liu is holding the umbrella between takes\n")
    assert page.facts[-1].source.line == 10


def test_a_line_of_another_film_is_a_caption_of_its_own_where_others_go_on(read: Reading) -> None:
    goes_on = "Somebody is holding the lamp for it between takes"
    lines = [f"{one}\n{goes_on} {number}" for number, one in enumerate(SEEN[:3])]
    text = "\n\n".join((*lines, *SEEN[3:]))
    page = read(
        f"Photos from film sets\n\n{text}\nBruce Willis waits for the lift on the set of “Die Hard”\n"
    )
    assert [one.source.line for one in page.facts][-2:] == [20, 21]
    assert [one.film for one in page.facts][-2:] == ["Kill Bill: Volume 1", "Die Hard"]
