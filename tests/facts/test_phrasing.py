"""What phrases speak for: a fact or something else, a photo or a story."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.phrasing import phrases_of, phrasing_of, table
from facts.phrases import LEAST_TEXTS, learn_phrases, lines

SMALL = st.text("abcdeéñж", min_size=1, max_size=8)


def test_a_text_has_its_words_their_beginnings_and_each_with_the_next() -> None:
    assert phrases_of("Rehearsing with Uma Thurman, 1994") == {
        "^", "rehearsing", "rehea-", "with", "<name>", "<year>", "$",
        "^ rehearsing", "rehearsing with", "with <name>", "<name> <year>", "<year> $",
    }  # fmt: skip


@given(st.lists(SMALL, min_size=1, max_size=4), st.integers(0, 99))
def test_no_name_and_no_number_speaks_for_itself(words: list[str], number: int) -> None:
    name = " ".join(f"X{word}" for word in words)
    assert phrases_of(f"the {name}") == phrases_of("the Xa")
    assert phrases_of(f"the {number}") == phrases_of("the 1")


def test_phrases_weigh_by_what_they_stood_in() -> None:
    some = ("in the rain", "at night", "with a rope", "on a crane", "by the sea", "in tears")
    texts = [
        *(("photo", f"{name} waits {where}") for name, where in product(("he", "she"), some)),
        *(("story", f"{name} refused {where}") for name, where in product(("he", "she"), some)),
        *(("other", f"{name} weds {where}") for name, where in product(("he", "she"), some)),
    ]
    weights = learn_phrases(texts)
    assert set(weights) >= {"waits", "refused", "weds", "^ he", "he weds"}
    assert weights["waits"][0] > 50 and weights["refused"][0] > 50 and weights["weds"][0] < -50
    assert weights["waits"][1] > 50 > -50 > weights["refused"][1]
    assert weights == learn_phrases(texts)


def test_what_stands_too_seldom_weighs_nothing() -> None:
    texts = [*[("photo", "one"), ("story", "two"), ("other", "three")] * LEAST_TEXTS, ("photo", "four")]
    assert "four" not in learn_phrases(texts)


@given(st.text())
def test_any_text_is_weighed(text: str) -> None:
    phrasing = phrasing_of(text)
    assert abs(phrasing.fact) < 100 and abs(phrasing.photo) < 100


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("Ada Moss has her wig pinned between takes", "Ada Moss walks her dog in the park with her sister"),
        ("Ada Moss rehearses the fight with Bo Lind", "Ada Moss and Bo Lind at their wedding in June"),
        ("The rain was milk and water, so that the camera saw it", "Watch the glass: full, then empty again"),
        (
            "The wolf was a dog that the crew had painted grey",
            "A tedious film with one good scene, two stars",
        ),
    ],
)
def test_a_fact_is_phrased_as_one(fact: str, other: str) -> None:
    assert phrasing_of(fact).fact > phrasing_of(other).fact


def test_a_photo_is_phrased_as_one() -> None:
    photo, story = "Bo Lind shows Ada Moss the lamp", "Bo Lind had never held a lamp before, and dropped it"
    assert phrasing_of(photo).photo > 0 > phrasing_of(story).photo


def test_every_line_says_what_it_is() -> None:
    kinds = [kind for kind, _ in lines()]
    assert {kind: kinds.count(kind) > 1000 for kind in set(kinds)} == dict.fromkeys(
        ("photo", "story", "other"), True
    )
    assert len(set(lines())) == len({text for _, text in lines()})


def test_what_a_set_has_speaks_for_a_fact_and_what_a_page_has_against_it() -> None:
    weights = table()
    assert min(weights[phrase][0] for phrase in ("between takes", "rehearses", "rehea-")) > 0
    assert max(weights[phrase][0] for phrase in ("wedding", "click", "red carpet")) < 0
