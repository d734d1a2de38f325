"""What is seen is told from what is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.kinds import is_on_set, photo_score


@pytest.mark.parametrize(
    "text",
    [
        "Bo Li waits between takes on the set of “Rain Dogs” (1981)",
        "Bo Li and Cy Day share a sandwich during the filming of Rain Dogs",
        "Director Bo Li prepares Cy Day for the scene in the harbour.",
        "Rain Dogs, 1981",
        "Bo Li sur le tournage de « La pluie »",
        "Бо Ли на съёмках «Дождь»",
    ],
)
def test_a_caption_reads_like_one(text: str) -> None:
    assert photo_score(text, None) > 0
    assert photo_score(text, "photo") > 0


@pytest.mark.parametrize(
    "text",
    [
        "Bo Li refused to wear the coat, so the tailor cut a second one overnight. He wore it for a week and"
        " nobody noticed. He bought it later and kept it in a box that was lost.",
        "The dog was supposed to bark but would not. Bo Li barked instead, and it was kept. She had asked"
        " for a raise and got one.",
        "Бо Ли отказался надеть пальто, и портной сшил другое. Он носил его неделю. Потом он"
        " купил его и потерял.",
    ],
)
def test_a_story_reads_like_one(text: str) -> None:
    assert photo_score(text, None) < 0
    assert photo_score(text, "story") < 0


@given(text=st.text(max_size=80))
def test_what_the_page_says_and_a_picture_over_a_text_weigh(text: str) -> None:
    assert photo_score(text, "story") < photo_score(text, None) < photo_score(text, "photo")
    assert photo_score(text, None) < photo_score(text, None, pictured=True)


@given(count=st.integers(1, 60))
def test_the_longer_a_text_and_the_more_it_tells_the_more_it_is_a_story(count: int) -> None:
    said = "stone " * count
    assert photo_score(said + "stone", None) <= photo_score(said, None)
    assert photo_score(said + "refused", None) < photo_score(said + "waiting", None)
    assert photo_score("A stone. " * count + "A stone.", None) <= photo_score("A stone. " * count, None)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("On the set", True), ("on the old harbour set", True), ("Between takes", True),
        ("BEHIND THE SCENES", True),
        ("the crew naps", True), ("en el rodaje", True), ("на съёмочной площадке", True),
        ("she upset everybody", False), ("a settled matter", False), ("a wet dog", False),
    ],
)  # fmt: skip
def test_words_of_a_films_making(text: str, there: bool) -> None:
    assert is_on_set(text) is there


def test_a_record_of_its_film_at_its_head_makes_a_caption() -> None:
    told = "Cy Day was asked to wait, and wore a borrowed coat."
    recorded = photo_score(f"Rain Dogs, Bo Li, 1981. {told}", None)
    assert recorded > photo_score(f"Rain Dogs by Bo Li came first. {told}", None)
    # A date is no record.
    assert photo_score(f"January 10, 1981. {told}", None) < recorded


def test_measures_and_marks_end_no_sentence() -> None:
    shown = "Bo Li paints a street"
    assert photo_score(f"{shown}. 20 × 25. 30. Inv. 4. Gift", None) == photo_score(
        f"{shown} 20 × 25 30 Inv 4 Gift", None
    )


def test_what_tells_nothing_and_ends_in_a_title_is_a_caption_among_stories() -> None:
    seen = "Bo Li flat on a mat, Cy Day, somebody asleep in the only chair there. “Rain Dogs.”"
    assert photo_score(seen, "story") > 0 > photo_score(seen.replace("flat", "fell"), "story")


def test_what_is_said_of_a_print_does_not_make_a_story() -> None:
    seen = "Bo Li confers with Cy Day under the gate."
    printed = "Vintage gelatin print, stamped and punched as issued, which was folded and mended."
    assert photo_score(f"{seen} {printed}", None) > photo_score(seen, None)
    # Among stories a print may be what is told of.
    assert photo_score(f"{seen} {printed}", "story") < photo_score(seen, "story")


def test_a_label_says_that_a_story_follows() -> None:
    text = "The crew on the set of a film, at lunch."
    assert photo_score(text, None) > 0 > photo_score(f"Trivia: {text}", "story")
    assert photo_score(f"Fun fact: {text}", None) < photo_score(text, None) - 2


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("[p. 4] Bo Li refused the coat and told everybody.", "Bo Li refused the coat and told everybody."),
        ("“Rain Dogs” — Bo Li, who refused the coat.", "“Rain Dogs” told of Bo Li, who refused the coat."),
        ("“Rain Dogs” (1981) — Bo Li refused.", "“Rain Dogs” (1981) — it refused."),
        ("Rain Dogs, Bo Li, 1981 -- A coat he refused.", "Rain Dogs, Bo Li, 1981: a coat he refused."),
    ],
)
def test_what_stands_at_a_captions_head_says_that_it_is_one(text: str, other: str) -> None:
    assert photo_score(text, "story") - photo_score(other, "story") > 0.8
