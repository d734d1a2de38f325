"""Pages on which each picture has its caption, and under it the tale behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reader import read_candidates, read_page

PAIRS = [
    (
        "Bruce Willis waits on the set of Die Hard, 1988",
        "He had bled through his socks on the second night, told nobody of it, and was carried home to bed at"
        " six in the morning.",
    ),
    (
        "Janet Leigh and Alfred Hitchcock share an umbrella, 1959",
        "The water of the shower was kept warm, the drain was a model, and it took them a week to film all of"
        " it, for less than a minute.",
    ),
    (
        "Bill Murray, with gloves, holds the animal of Groundhog Day (1993)",
        "It had bitten him twice already, and he went to hospital for it while all the others sat about and"
        " played cards until he came.",
    ),
    (
        "Uma Thurman rehearses with a sword for Kill Bill: Volume 1, 2003",
        "She had been told that it would take three weeks, and after three months she still went there every"
        " day, and was glad of it.",
    ),
]


@pytest.mark.parametrize("number", ["", "{}/4. "])
def test_a_caption_and_the_tale_under_it_are_two_facts_of_one_film(
    number: str, tmp_path: Path, films: Filmography
) -> None:
    page = tmp_path / "page.txt"
    parts = (f"{number.format(place)}{one}\n{two}\n" for place, (one, two) in enumerate(PAIRS, 1))
    page.write_text("Rare pictures and the tales behind them\n\n" + "\n".join(parts), encoding="utf-8")
    facts = read_page(page, films).facts
    assert [(fact.kind, fact.film) for fact in facts] == [
        (kind, film)
        for film in ("Die Hard", "Psycho", "Groundhog Day", "Kill Bill: Volume 1")
        for kind in ("photo", "story")
    ]
    assert [fact.statement for fact in facts[1::2]] == [tale for _, tale in PAIRS]


@pytest.mark.parametrize(
    "says", ["the same film", "le même tournage", "la misma película", "the same series", "ditto"]
)
def test_a_caption_of_the_same_film_takes_it_from_the_one_before(
    says: str, tmp_path: Path, films: Filmography
) -> None:
    page = tmp_path / "page.txt"
    captions = [
        "Bruce Willis waits on the set of Die Hard, 1988",
        f"Reginald VelJohnson eats his lunch on the stairs of the set: {says}",
        "Janet Leigh and Alfred Hitchcock share an umbrella on Psycho, 1960",
        "Somebody nobody knows, on the set of another film",
    ]
    page.write_text("\n".join(captions), encoding="utf-8")
    facts = {fact.source.line: fact for fact in read_page(page, films).facts}
    assert [facts[line].film for line in (1, 2, 3)] == ["Die Hard", "Die Hard", "Psycho"]
    assert not (4 in facts and facts[4].film)


def test_what_a_picture_under_a_tale_shows_is_of_its_film(tmp_path: Path, films: Filmography) -> None:
    page = tmp_path / "page.txt"
    tales = "\n\n".join(f"{caption}. {tale}" for caption, tale in PAIRS)
    shown = "In the photo: Uma Thurman and a lamp, on the set"
    page.write_text(f"Stories\n\n{tales}\n{shown}", encoding="utf-8")
    last = read_page(page, films).facts[-1]
    assert (last.kind, last.film) == ("photo", "Kill Bill: Volume 1")


def test_what_says_the_same_film_is_of_it_whatever_its_people_made(
    tmp_path: Path, films: Filmography
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Bruce Willis waits on the set of Die Hard, 1988\n"
        "Uma Thurman, Lucy Liu and Quentin Tarantino at lunch between takes: same film\n"
        "Janet Leigh and Alfred Hitchcock share an umbrella on Psycho, 1960\n",
        encoding="utf-8",
    )
    assert [one.film for one in read_page(page, films).facts] == ["Die Hard", "Die Hard", "Psycho"]


def test_the_same_film_within_a_story_is_its_own(tmp_path: Path, films: Filmography) -> None:
    page = tmp_path / "page.txt"
    told = (
        "Uma Thurman had been told that it would take three weeks, and after three months with a sword she"
        " still went there every day. Later on the same film she was carried home asleep in a carpet."
    )
    page.write_text(
        "Stories\n\nOn the second night of Die Hard (1988) Bruce Willis bled through his socks, told nobody,"
        f" and was carried home to bed.\n\n{told}\n",
        encoding="utf-8",
    )
    assert [one.film for one in read_page(page, films).facts] == ["Die Hard", ""]


def test_a_heading_of_which_nothing_under_it_tells_is_no_title(tmp_path: Path, films: Filmography) -> None:
    told = [
        "We had a director who could not abide whistling, and the wind whistled in the poles all day.",
        "The men were told to sink a boat at three, and at a quarter to three it sank by itself.",
        "Robert Mitchum wrote three letters beside his lines, and asked for no more than that.",
        "The grips poured out his juice one day, and filled the flask with juice, and he shouted.",
    ]

    def films_told(*more: str) -> set[str]:
        page = tmp_path / "page.txt"
        text = "\n\n".join(("Small stories from film sets", "Gravity", *told, *more))
        page.write_text(text, encoding="utf-8")
        return {fact.film for fact in read_page(page, films).facts}

    assert films_told() == {""}
    assert films_told("Sandra Bullock sang in the box until somebody let her out.") == {"Gravity"}


def test_a_heading_over_texts_of_other_films_may_be_the_title_of_the_rest(linker: Linker) -> None:
    bare = "We had a director who could not abide whistling, and the wind whistled in the poles all day."
    told = [
        f"Janet Leigh waited for water on day {day} of “Psycho” (1960), and was cold." for day in range(4)
    ]
    text = "\n\n".join(("Small stories from film sets", "Gravity", bare, *told))
    candidates, _ = read_candidates(blocks_of(text), linker)
    assert [one.linked.title.film for one in candidates] == ["Gravity", *["Psycho"] * 4]
