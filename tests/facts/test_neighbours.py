"""What stands around a text tells that it is a story, or of which film."""

from __future__ import annotations

from dataclasses import replace

import pytest

from btsquiz.facts.context import Linked
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.neighbours import doubt_asked, take_main
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reader import read_candidates
from facts.conftest import Reading

STORIES = {
    "Kill Bill: Volume 1": "Uma Thurman broke a toe on the stairs and told nobody until the last day of all.",
    "Die Hard": "Bruce Willis bled through his socks on the second night, and went on with the shot.",
    "Psycho": "Janet Leigh never took a shower again with the door open after she had made this one.",
    "Groundhog Day": "Bill Murray was bitten twice by the animal, and was taken to hospital for it.",
}
LOST = (
    "The cook had hidden the lamp in the lorry for a joke, and it was found there a year later by a driver."
)


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


def test_two_between_stories_are_stories_too_and_three_are_none(read: Reading) -> None:
    dull = "The budget of this one is low, and all in all it has few of the means of others of its {}."
    titled = [f"{title}\n\n{dull.format(title)}" for title in ("Gravity", "Titanic", "Groundhog Day")]
    for many, taken in ((1, 1), (2, 2), (3, 0)):
        told = [one.statement for one in read(headed(*titled[:many])).facts]
        assert sum("The budget" in one for one in told) == taken


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


@pytest.mark.parametrize(
    ("under", "film"),
    [
        ("no idea which film, tell us if you know", ""),
        ("the lamp is in the film too", "Kill Bill: Volume 1"),
    ],
)
def test_a_caption_whose_next_line_asks_which_film_it_is_gets_none(
    under: str, film: str, read: Reading
) -> None:
    seen = "Uma Thurman and Lucy Liu share an umbrella with Quentin Tarantino"
    captions = (
        "Janet Leigh rests between takes of “Psycho” (1960)",
        "Uma Thurman with a sword on the set of “Kill Bill: Volume 1” (2003)",
        f"{seen}\n{under}",
    )
    facts = read("\n\n".join(("Photos from film sets", *captions)) + "\n").facts
    assert [one.film for one in facts if one.source.line == 7] == [film]


def test_whoever_asks_under_a_caption_asks_of_it_though_nothing_else_is_a_fact(linker: Linker) -> None:
    seen = "Uma Thurman and Lucy Liu share an umbrella with Quentin Tarantino"
    for under, film in (
        ("No idea which film, tell me!", ""),
        ("Tell me of the lamp!", "Kill Bill: Volume 1"),
    ):
        candidates, _ = read_candidates(blocks_of(f"Photos\n\n{seen}\n{under}\n"), linker)
        doubt_asked(candidates)
        assert [one.linked.title.film for one in candidates if one.text == seen] == [film]


def test_what_names_no_film_is_of_the_one_that_all_others_on_its_page_are_of(linker: Linker) -> None:
    told = [
        "Bruce Willis bled through his socks on the second night, and John McTiernan let him.",
        "Alan Rickman was dropped on two, though John McTiernan had told him that it would be on three.",
        "John McTiernan had the roof built twice, as Bruce Willis had burnt the first one.",
        "Bruce Willis slept in the lift, and Alan Rickman would not speak to him for a week.",
        "Alan Rickman never saw John McTiernan laugh, and so laughed for both of them.",
    ]
    stray = "Wet stones shine, and so the firemen of the whole town came every night to water the street."
    other = "Janet Leigh never took a shower again with the door open after “Psycho” (1960)."

    def film_of_stray(*lines: str) -> str:
        facts, _ = read_candidates(blocks_of("\n\n".join((*lines, stray))), linker)
        take_main(facts, linker)
        return facts[-1].linked.title.film

    assert film_of_stray(*told) == "Die Hard"
    assert film_of_stray(*told[:4]) == ""
    assert film_of_stray(*told, other) == "Die Hard"
    assert film_of_stray(*told, other, other.replace("door", "window")) == ""


def test_what_names_no_film_is_of_its_pages_rather_than_of_another_of_its_people(linker: Linker) -> None:
    told = [
        f"Uma Thurman and Daryl Hannah fought on day {day}, and Quentin Tarantino laughed until it was night."
        for day in range(1, 7)
    ]
    (other,) = linker.films.titled("Kill Bill: Volume 1")

    def film_of(last: str, *, mention: bool = False, asked: bool = False) -> str:
        facts, _ = read_candidates(blocks_of("\n\n".join((*told, last))), linker)
        one = facts[-1]
        said = replace(facts[0].linked.title, film=other.title, years=other.years, known=other)
        one.linked = Linked(said, Mention("", 0, 0, None, 2.0) if mention else None)
        one.is_asked = asked
        take_main(facts, linker)
        return one.linked.title.film

    both = "Uma Thurman slept in the lift, and Quentin Tarantino would not wake her for a week."
    assert film_of(both) == "Kill Bill: Volume 2"
    # Its own words name the other film, or whom only that one has, or that nobody knows.
    assert film_of(both, mention=True) == "Kill Bill: Volume 1"
    assert film_of(both.replace("Quentin Tarantino", "Lucy Liu")) == "Kill Bill: Volume 1"
    assert film_of("Somebody slept in the lift until it was night.") == "Kill Bill: Volume 1"
    assert film_of(both, asked=True) == "Kill Bill: Volume 1"
