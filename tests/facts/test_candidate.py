"""A part of a page as the fact it would be, or why it is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from btsquiz.facts.fact import Fact
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reader import Page, read_candidates, read_page
from btsquiz.facts.reviewed import Reviewed
from facts.made import film
from facts.test_filmography import recorded

Reading = Callable[..., Page]


@pytest.fixture
def read(tmp_path: Path, films: Filmography) -> Reading:
    def reading(*lines: str) -> Page:
        path = tmp_path / "page.txt"
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        return read_page(path, films)

    return reading


def last(page: Page) -> Fact | str:
    """Gives the fact of a page's last line, or why it is none."""
    facts = {one.source.line: one for one in page.facts}
    why = {one.line: one.why for one in page.left_out}
    line = max((*facts, *why), key=lambda line: line or 0)
    return facts.get(line) or why[line or 0]


PHOTOS = (
    "Photos from the set",
    "Uma Thurman between takes of 'Kill Bill: Vol. 1' (2003)",
    "Bruce Willis waits for his cue in Die Hard (1988).",
)
STORIES = (
    "Small stories",
    "Titanic",
    "The tank was filled to the brim on the very first day.",
    "Psycho",
    "The blood that ran into the drain was chocolate syrup.",
)


@pytest.mark.parametrize(
    ("top", "line"),
    [
        (PHOTOS, "Sandra Bullock in the box of lights, Gravity (2013)"),
        (PHOTOS, "The crew of Gravity (2013) asleep"),
        (PHOTOS, "The flying rig in Gravity (2013)"),
        (STORIES, "Sandra Bullock was locked into a box on “Gravity” and sang until they let her out."),
        (STORIES, "Bill Murray was bitten twice and asked for another animal, which was refused."),
    ],
)
def test_a_fact(read: Reading, top: tuple[str, ...], line: str) -> None:
    fact = last(read(*top, line))
    assert isinstance(fact, Fact)
    assert fact.kind == ("photo" if top is PHOTOS else "story")


@pytest.mark.parametrize(
    ("top", "line", "why"),
    [
        (PHOTOS, "I think that Sandra Bullock is the best of them", "speaking"),
        (PHOTOS, "Which one do you like best? Sandra Bullock in 'Gravity'?", "speaking"),
        (PHOTOS, "Goof: Sandra Bullock loses a glove in Gravity (2013).", "slip"),
        (PHOTOS, "A lamp, a coat and a dog", "neither"),
        (PHOTOS, "All chairs and lamps at half their price", "neither"),
        (STORIES, "I think that Sandra Bullock should sing more, my friends and I love it!", "speaking"),
        (
            STORIES,
            "Continuity: in Gravity, the glove that was lost is back on the hand in the next shot.",
            "slip",
        ),
        (STORIES, "It rained.", "short"),
        (PHOTOS, PHOTOS[1], "line 3"),
    ],
)
def test_what_is_no_fact_is_left_out_for_a_reason(
    read: Reading, top: tuple[str, ...], line: str, why: str
) -> None:
    said = last(read(*top, line))
    assert isinstance(said, str)
    assert why in said


def test_a_reader_who_tells_a_story_at_length_tells_one(read: Reading) -> None:
    told = (
        "My grandfather was there, and he said that the actor refused to get into the water, so the director"
        " took off his own shoes and walked in, and when they got him out they had to cut off his coat."
    )
    page = read(*CAPTIONS, "2 comments", "So many lamps", told)
    assert [one.source.line for one in page.facts] == [3, 5, 7, 13]


@pytest.mark.parametrize(
    "line",
    [
        "Sandra Bullock at the world premiere of Gravity, Leicester Square",
        "Portrait of Sandra Bullock by a photographer of New York",
    ],
)
def test_who_is_seen_elsewhere_is_in_no_caption(read: Reading, line: str) -> None:
    assert not isinstance(last(read(*PHOTOS, line)), Fact)


def test_a_numbered_list_that_the_page_announces_is_no_readers(read: Reading) -> None:
    seen = (
        "1. Sandra Bullock in the box, Gravity",
        "2. Uma Thurman with a sword, Kill Bill 1",
        "3. Bruce Willis barefoot, Die Hard",
    )
    lines = [one.source.line for one in read(*CAPTIONS, "And from another drawer:", *seen).facts]
    assert lines[-3:] == [11, 13, 15]
    assert 11 not in [one.source.line for one in read(*CAPTIONS, "So many lamps", *seen).facts]


def test_a_slip_told_in_french_is_no_story(read: Reading) -> None:
    slip = "On aperçoit un avion dans le ciel de Gravity quand le câble se détend."
    assert "slip" in str(last(read(*STORIES, slip)))


def test_a_fact_says_how_sure_it_is_why_and_what_was_mended(read: Reading) -> None:
    fact = last(read(*PHOTOS, "Sandra Bullok and George Clooney on the set of “Gravity” (2013)"))
    assert isinstance(fact, Fact)
    assert (fact.sure, bool(fact.why)) == ("high", True)
    assert [(one.written, one.truth, one.kind) for one in fact.corrections] == [
        ("Sandra Bullok", "Sandra Bullock", "typo")
    ]
    assert (fact.people[0].name, fact.people[0].as_written) == ("Sandra Bullock", "Sandra Bullok")
    fact = last(read(*PHOTOS, "Jared Leto on the set of “Dallas Byers Club” (2013)"))
    assert isinstance(fact, Fact)
    assert (fact.film, fact.film_as_written) == ("Dallas Buyers Club", "Dallas Byers Club")
    assert [(one.written, one.truth, one.kind) for one in fact.corrections] == [
        ("Dallas Byers Club", "Dallas Buyers Club", "title")
    ]


def test_a_fact_without_a_film_says_so(read: Reading) -> None:
    fact = last(
        read(*STORIES, "Bill Murray was bitten twice and asked for another animal, which was refused.")
    )
    assert isinstance(fact, Fact)
    assert (fact.film, fact.years, fact.corrections) == ("", (), ())
    assert "nothing" in fact.why


def test_who_is_in_a_story_is_there_as_what_they_were_on_its_film(read: Reading) -> None:
    fact = last(
        read(*STORIES, "On the set of “Rocky IV” Stallone shouted at Weathers, and was sorry for it.")
    )
    assert isinstance(fact, Fact)
    assert {one.name: one.role for one in fact.people} == {
        "Sylvester Stallone": "actor",
        "Carl Weathers": "actor",
    }


def test_in_a_numbered_row_of_photos_one_without_a_film_is_one_too(read: Reading) -> None:
    lines = [
        "1. Uma Thurman between takes of 'Kill Bill: Vol. 1' (2003)",
        "2. Bruce Willis waits for his cue in Die Hard (1988).",
        "3. A lamp which fell on somebody's foot at lunch",
        "4. Sandra Bullock in the box, Gravity (2013)",
    ]
    page = read("Photos from the set", *lines)
    assert [fact.source.line for fact in page.facts] == [3, 5, 7, 9]


def test_pictures_with_a_line_each_are_photos(read: Reading) -> None:
    people = ("Uma Thurman", "Bruce Willis", "Sandra Bullock", "Bill Murray")
    lines = [
        line for number, name in enumerate(people) for line in (f"set-{number}.jpg", f"{name} and a wet dog")
    ]
    page = read("Behind the scenes", *lines)
    assert [(fact.kind, fact.people[0].name) for fact in page.facts] == [("photo", name) for name in people]


CAPTIONS = (*PHOTOS, "Sandra Bullock rests on the set of Gravity (2013).")


def test_numbered_stories_after_captions_are_stories(read: Reading) -> None:
    told = (
        "1. Janet Leigh never took a shower again with the door open after she had made “Psycho”.",
        "2. Bill Murray was bitten twice by the animal of “Groundhog Day”, and went to hospital for it.",
        "3. Alan Rickman was dropped a second before he was told in “Die Hard”, and looked it.",
    )
    found = {one.source.line: one.film for one in read(*CAPTIONS, *told).facts}
    assert [found.get(line) for line in (9, 11, 13)] == ["Psycho", "Groundhog Day", "Die Hard"]


def test_a_numbered_list_of_nothing_after_captions_is_what_readers_wrote(read: Reading) -> None:
    wrote = (
        "1. What a lovely lot of lamps",
        "2. More boats, more harbours",
        "3. Lamps, lamps and lamps again",
    )
    assert [one.source.line for one in read(*CAPTIONS, *wrote).facts] == [3, 5, 7]


def test_who_is_seen_on_a_films_set_may_be_told_of_in_the_first_person(read: Reading) -> None:
    seen = "Sandra Bullock, I mean it, on the set of Gravity (2013)"
    assert isinstance(last(read(*PHOTOS, seen)), Fact)
    assert not isinstance(last(read(*PHOTOS, "Sandra Bullock, I mean it, is my favourite")), Fact)


@pytest.mark.parametrize(
    ("line", "film"),
    [
        ("Uma Thurman, Lucy Liu and Quentin Tarantino asleep between takes", "Kill Bill: Volume 1"),
        ("Uma Thurman, Lucy Liu and Quentin Tarantino asleep between takes, no idea which film", ""),
        ("Uma Thurman, Lucy Liu and Quentin Tarantino asleep between takes, title not recorded", ""),
        (
            "Uma Thurman asleep between takes of “Kill Bill: Volume 1” (2003), no idea what scene",
            "Kill Bill: Volume 1",
        ),
    ],
)
def test_of_what_asks_which_film_it_is_only_its_title_tells(read: Reading, line: str, film: str) -> None:
    fact = last(read(*PHOTOS, line))
    assert isinstance(fact, Fact)
    assert fact.film == film


def test_on_a_page_about_one_film_no_heading_in_quotes_is_another() -> None:
    known = recorded(Reviewed(), (film("Kill Bill", 2003, "Quentin Tarantino", "Uma Thurman"), 60))
    told = (
        "Uma Thurman broke a toe on the stairs, and told nobody of it until the last day of the shoot.",
        "Quentin Tarantino threw the knife himself, and was laughed at by the whole crew for a week.",
        "Thurman learnt the sword in a gym in Culver City, where she was hit on the head with it twice.",
        "Tarantino wanted it all in one night, and had the whole of the restaurant built for that night.",
        "Uma was told by nobody that the car was broken, and drove it into a tree on the very first take.",
    )
    text = "KILL BILL (2003)\n\n“A SONG OF THE LAMPS”\n\n" + "\n\n".join(told) + "\n"
    candidates, _ = read_candidates(blocks_of(text), Linker(known))
    films = {one.entry.block.line: one.linked.title.film for one in candidates}
    assert [films[line] for line in (5, 7, 9)] == ["Kill Bill"] * 3


@pytest.mark.parametrize(
    ("seen", "film"),
    [
        ("Uma Thurman and Lucy Liu with Quentin Tarantino and a lamp", "Kill Bill: Volume 1"),
        ("Uma Thurman and Lucy Liu with Quentin Tarantino, shopping in Rome", ""),
        ("Uma Thurman and Lucy Liu with Quentin Tarantino on his wedding day", ""),
        ("Uma Thurman and Lucy Liu with Quentin Tarantino (not a film still)", ""),
    ],
)
def test_whoever_is_elsewhere_is_in_no_film(seen: str, film: str, linker: Linker) -> None:
    candidates, _ = read_candidates(blocks_of(f"Photos from the set\n\n{seen}\n"), linker)
    assert candidates[-1].linked.title.film == film


def test_one_word_that_may_be_a_title_is_none_where_nobody_knows_the_film() -> None:
    linker = Linker(
        Filmography.of(
            film("Bobby", 2006, "Ada Brook", "Hal Stone"),
            film("The Old Wharf", 1951, "Ada Brook", "Hal Stone"),
        )
    )

    def film_of(seen: str) -> str:
        candidates, _ = read_candidates(blocks_of(f"Photos from the set\n\n{seen}\n"), linker)
        return candidates[-1].linked.title.film

    assert film_of("Bobby and Hal Stone waiting on a light") == "Bobby"
    assert film_of("Bobby and Hal Stone waiting on a light. No idea which film it is") == ""
    assert film_of("The Old Wharf, Hal Stone waiting on a light. No idea which film it is not") != ""
