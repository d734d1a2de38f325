"""What words speak for: a caption, an anecdote, or neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.wording import table, wording_of, words_of
from facts.learn import learn, texts_of
from facts.score import pages

WORD = st.text("abcdeéñж", min_size=1, max_size=8)


def test_the_table_is_what_the_marked_pages_teach() -> None:
    read = [text for path in pages("seen") for text in texts_of(path)]
    assert learn(read) == table()


def test_words_speak_as_often_as_they_stood_in_facts() -> None:
    texts = [
        *[("photo", "smiles at noon")] * 8,
        *[("story", "refused at noon")] * 8,
        *[("other", "subscribe at noon")] * 8,
        *[(kind, "once") for kind in ("photo", "story", "other")],
    ]
    words = learn(texts)
    assert "en once" not in words  # too seldom
    assert words["en smiles"][0] > 200 > 0 == words["en smiles"][1]
    assert words["en refused"] == tuple(reversed(words["en smiles"]))
    assert max(words["en subscribe"]) < -200
    assert words["en noon"] == (0, words["en noon"][1]) and abs(words["en noon"][1]) <= 10


@given(st.lists(WORD, min_size=1), st.integers(0, 99))
def test_no_name_and_no_number_speaks_for_itself(words: list[str], number: int) -> None:
    text = " ".join(("the", "of", "and", *(f"X{word}" for word in words)))
    assert words_of(text) == {"en the", "en of", "en and", "en <name>"}
    assert words_of(f"the {number}") == {"en the", "en <number>"}
    assert words_of("the 1975") == {"en the", "en <year>"}


def test_each_language_has_words_of_its_own() -> None:
    assert words_of("le crâne rasé de la reine") == {
        f"fr {word}" for word in ["le", "crâne", "rasé", "de", "la", "reine"]
    }
    assert words_of("Снимали зимой") == {"ru снимали", "ru зимой"}
    few = [("photo", "la mer")] * 8 + [("other", "le menu")] * 8 + [("story", "the sea")] * 8
    assert learn(few)["fr la"][0] > 200


@given(st.text())
def test_any_text_is_weighed(text: str) -> None:
    wording = wording_of(text)
    assert 0 <= wording.known <= len(words_of(text))
    assert wording.known or (wording.seen, wording.told) == (0, 0)


@pytest.mark.parametrize(
    "told",
    [
        "He refused to do the scene, so the crew built a second wall overnight and it fell on the director.",
        "She had never sung before, and they let her believe that somebody else would be heard in the end.",
    ],
)
def test_what_happened_is_told(told: str) -> None:
    assert wording_of(told).told > 10 > wording_of(told).seen


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter, and share this list with your friends!",
        "Please log in or register to reply to this thread.",
        "Copyright 2014. All rights reserved. Privacy policy, terms of use.",
    ],
)
def test_what_a_page_says_of_itself_is_neither(line: str) -> None:
    assert max(wording_of(line).seen, wording_of(line).told) < 3
