"""What is told of which film, learned from those who tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.cues import PART, WORD
from btsquiz.facts.deduce import deduce
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.load import load_filmography
from btsquiz.facts.lore import FILE, Told, learn, read_lore, write_lore
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS
from facts.lore import told_by_all
from facts.made import film

BOAT = film("The Boat", 1981, "Bo Li", "Cy Day")
LAMP = film("The Lamp", 1990, "Al Roe", "Di Fox")


def told(film: Film | None, *texts: str) -> list[Told]:
    return [Told(film, f"teller {number}", text) for number, text in enumerate(texts)]


def test_words_of_one_film_and_hardly_another_tell_it() -> None:
    lore = learn(
        [
            *told(BOAT, "a leaky rudder sank", "the leaky rudder broke", "a cork", "a cork"),
            *told(LAMP, "their cork burned", "their wick burned", "a wick"),
            *told(None, "somebody broke it"),
        ]
    )
    assert lore[BOAT] == {"leaki": PART, "rudder": PART, "leaki rudder": WORD, "sank": PART, "cork": PART}
    assert lore[LAMP] == {"burned": PART, "wick": PART}


def test_a_word_that_many_tell_says_as_much_as_two_do() -> None:
    assert learn(told(BOAT, *["a rudder"] * 4))[BOAT] == {"rudder": WORD}


def test_what_one_alone_tells_twice_is_a_word_of_theirs() -> None:
    twice = [Told(BOAT, "one", "a leaky rudder"), Told(BOAT, "one", "a leaky rudder")]
    assert BOAT not in learn(twice)


def test_neither_its_title_nor_its_people_are_its_lore() -> None:
    assert BOAT not in learn(told(BOAT, "Day of the boat", "Day, boats", "Li, boats"))


KEYS = st.from_regex(r"[a-z]{4,6}( [a-z]{3,5})?", fullmatch=True)
CUES = st.dictionaries(KEYS, st.sampled_from((WORD, PART)), min_size=1)


@given(st.dictionaries(st.sampled_from((BOAT, LAMP)), CUES))
def test_lore_is_read_as_it_is_written(
    tmp_path_factory: pytest.TempPathFactory, lore: dict[Film, dict[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("lore") / FILE
    write_lore(lore, path)
    read = {(title, year): keys for title, year, keys in read_lore(path)}
    assert read == {(one.title, one.year): keys for one, keys in lore.items()}


def test_the_shipped_lore_is_what_pages_and_sheets_tell(tmp_path: Path) -> None:
    films = load_filmography(shipped_questions() / FACTS)
    write_lore(learn(told_by_all(films)), tmp_path / FILE)
    assert (tmp_path / FILE).read_text("utf-8") == (shipped_questions() / FACTS / FILE).read_text("utf-8")


def test_a_story_is_known_by_what_others_told() -> None:
    films: Filmography = load_filmography(shipped_questions() / FACTS)
    story = "The stray cat that Coppola put on his lap purred so loudly that his lines had to be looped."
    found = deduce(story, (), Linker(films))
    assert found and found.film == "The Godfather"
