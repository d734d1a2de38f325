"""Which paragraphs go on with the story before them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.outline import Entry
from btsquiz.facts.page import blocks_of
from btsquiz.facts.paragraphs import joined_stories
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


HEADED = [
    ("A cold night", FIRST, APART),
    ("One shower too many", SECOND, "The crew of it was not paid for a month, and went home by train."),
    ("Bitten", THIRD, "Nobody had thought of a vet, so the nearest farmer came with a sack."),
    (
        "Six at table",
        "Uma Thurman cut a cake with the sword of “Kill Bill: Volume 1”, and swore.",
        "It was stale.",
    ),
    (
        "Feet first",
        "Bill Murray slept under the piano of a hotel between two nights of shooting.",
        "By morning one of its legs had gone.",
    ),
]


def test_under_headings_that_are_jokes_all_is_one_story(stories: Reading) -> None:
    page = "\n".join(f"{heading}\n{first}\n{second}\n" for heading, first, second in HEADED)
    assert stories(page) == [f"{first} {second}" for _, first, second in HEADED]


def test_no_slip_in_a_film_goes_on_with_a_story(stories: Reading) -> None:
    slip = "Continuity error: the plaster on his foot is gone in the next shot."
    page = "\n".join(f"{heading}\n{first}\n{slip}\n" for heading, first, _ in HEADED)
    assert stories(page) == [first for _, first, _ in HEADED]


def test_under_numbered_titles_what_follows_at_once_is_one_story(stories: Reading) -> None:
    films = (
        "Die Hard (1988)",
        "Psycho (1960)",
        "Groundhog Day (1993)",
        "Kill Bill: Volume 1 (2003)",
        "Titanic (1997)",
    )
    page = "\n".join(
        f"{number}. {title}\n{first}\n{second}\n"
        for number, (title, (_, first, second)) in enumerate(zip(films, HEADED, strict=True), 1)
    )
    assert stories(page) == [f"{first} {second}" for _, first, second in HEADED]


def test_what_begins_anew_is_a_story_of_its_own(stories: Reading) -> None:
    anew = f"And {NAMED[0].lower()}{NAMED[1:]}"
    assert stories(f"1. {FIRST}\n\n{anew}\n\n2. {SECOND}\n\n3. {THIRD}")[0] == FIRST


def test_a_caption_is_no_paragraph_of_the_story_over_it(stories: Reading) -> None:
    shown = "Bruce Willis and Alan Rickman between takes on the roof"
    told = stories(f"1. {FIRST}\n\n{shown}\n\n2. {SECOND}\n\n3. {THIRD}")
    assert told[0] == FIRST


def test_nor_is_anything_under_a_picture(stories: Reading) -> None:
    told = stories(f"1. {FIRST}\n\n{ON}\n\n2. {SECOND}\n\n3. {THIRD}")
    pictured = stories(f"1. {FIRST}\n\nroof.jpg\n{ON}\n\n2. {SECOND}\n\n3. {THIRD}")
    assert (told[0], pictured[0]) == (f"{FIRST} {ON}", FIRST)


def test_an_item_of_a_list_tells_something_of_its_own(stories: Reading, linker: Linker) -> None:
    told = stories(f"Before\n\n* {FIRST}\n\n* {NAMED}\n\nAfter\n\n* {SECOND}\n\n* {THIRD}")
    assert told[:2] == [FIRST, NAMED]
    entries = [Entry(block) for block in blocks_of(f"1. {FIRST}\n\n* {ON}\n\n2. {SECOND}")]
    assert len(joined_stories(entries, linker)) == 3
    entries = [Entry(block) for block in blocks_of(f"1. {FIRST}\n\n{ON}\n\n2. {SECOND}")]
    assert len(joined_stories(entries, linker)) == 2


def test_two_paragraphs_under_a_joke_that_name_two_films_are_two_stories(stories: Reading) -> None:
    other = "For the opposite see Jurassic Park: Steven Spielberg had Sam Neill wait in the rain for a week."
    jokes = ("Socks", "Showers", "Teeth", "Boats", "Lamps")
    told = (f"{FIRST}\n\n{other}", SECOND, THIRD, SECOND[:-1] + ", ever.", THIRD[:-1] + ", twice.")
    page = "\n\n".join(f"{joke}\n\n{text}" for joke, text in zip(jokes, told, strict=True))
    assert stories(page)[:2] == [FIRST, other]
