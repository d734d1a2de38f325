"""Tags under a post, which may name its film."""

from __future__ import annotations

import pytest

from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.tags import with_tags


def post(text: str, tags: str, linker: Linker, gap: str = "\n") -> str:
    return with_tags(blocks_of(f"{text}{gap}{tags}\n"), linker)[0].text


def test_tags_name_the_film_of_a_post_that_names_none(linker: Linker) -> None:
    seen = "Bruce Willis asleep on the stairs"
    assert post(seen, "#die hard #sleep #stairs", linker) == f"{seen} (“Die Hard”)"


@pytest.mark.parametrize(
    ("text", "tags", "gap"),
    [
        ("Uma Thurman asleep on the stairs", "#die hard #sleep", "\n"),
        ("Somebody asleep on the stairs", "#die hard #sleep", "\n"),
        ("Bruce Willis asleep on the set of Psycho", "#die hard #sleep", "\n"),
        ("Bruce Willis asleep on the stairs", "#sleep #stairs", "\n"),
        ("Bruce Willis asleep on the stairs", "#die hard #sleep", "\n\n"),
        ("Bruce Willis asleep on the stairs, Janet Leigh awake", "#die hard #psycho", "\n"),
        ("Janet Leigh asleep on the stairs", "#psycho", "\n"),
        ("Bruce Willis asleep on the stairs", "number #die hard of the evening", "\n"),
    ],
)
def test_they_name_none_where_the_post_does_or_nobody_of_it_is_there(
    text: str, tags: str, gap: str, linker: Linker
) -> None:
    assert post(text, tags, linker, gap) == text
