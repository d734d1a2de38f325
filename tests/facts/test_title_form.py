"""Lines made like a page's other titles, of films that nobody knows."""

from __future__ import annotations

import pytest

from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.title_form import titles_of_form
from btsquiz.facts.title_line import title_line

KNOWN = ("Psycho, Alfred Hitchcock, 1960", "Die Hard, John McTiernan, 1988", "Gravity, Alfonso Cuarón, 2013")
TEXT = "Somebody holds a lamp up to the window while the others have their soup"


def read(lines: list[str], linker: Linker) -> dict[str, tuple[str, int | None]]:
    blocks = blocks_of("\n\n".join(lines))
    titles = {block.line: found for block in blocks if (found := title_line(block, linker))}
    found = titles_of_form(blocks, titles, linker)
    return {one.text: (one.title.film, one.year) for one in found.values()}


def page(*extra: str, known: tuple[str, ...] = KNOWN) -> list[str]:
    return [f"{title}\n{TEXT}" for title in (*known, *extra)]


@pytest.mark.parametrize(
    ("line", "film", "year"),
    [
        ("Popiół i diament, Andrzej Wajda, 1958", "Popiół i diament", 1958),
        ("Voina i mir, S. Bondarchuk, 1966-67", "Voina i mir", 1966),
        ("“Mokre psy”, Ada Brook & Bo Li, 1981", "Mokre psy", 1981),
    ],
)
def test_what_is_made_like_the_others_is_one(line: str, film: str, year: int, linker: Linker) -> None:
    assert read(page(line), linker) == {line: (film, year)}


@pytest.mark.parametrize(
    "line",
    [
        "Mokre psy (1981)",  # made otherwise
        "Mokre psy, Ada Brook",  # without a year
        "Ada Brook, on the set, 1981",  # a caption
        "12. Mokre psy, Ada Brook, 1981",  # with a number, as no other
        "Mokre psy, a very long film about wet dogs in the rain and an old lamp, 1981",
    ],
)
def test_what_is_made_otherwise_is_none(line: str, linker: Linker) -> None:
    assert read(page(line), linker) == {}


def test_it_takes_three_to_be_how_a_page_writes_them(linker: Linker) -> None:
    assert read(page("Mokre psy, Ada Brook, 1981", known=KNOWN[:2]), linker) == {}


def test_it_stands_over_its_text_as_the_others_do(linker: Linker) -> None:
    assert read([*page(), "Mokre psy, Ada Brook, 1981", TEXT], linker) == {}


def test_blank_lines_over_a_page_change_nothing(linker: Linker) -> None:
    lines = ["", "", page("Mokre psy, Ada Brook, 1981")[-1], *page()]
    assert read(lines, linker) == {"Mokre psy, Ada Brook, 1981": ("Mokre psy", 1981)}


def test_the_title_is_where_the_others_have_theirs(linker: Linker) -> None:
    known = (
        "Alfred Hitchcock – Psycho (1960)",
        "John McTiernan – Die Hard (1988)",
        "Alfonso Cuarón – Gravity (2013)",
    )
    found = read(page("Ada Brook – Mokre psy (1981)", known=known), linker)
    assert found == {"Ada Brook – Mokre psy (1981)": ("Mokre psy", 1981)}
