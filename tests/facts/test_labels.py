"""What labels of spec sheets stand for, said in words we know and in words we do not."""

from __future__ import annotations

import pytest

from btsquiz.facts.labels import roles_of, upright
from btsquiz.facts.linker import Linker

SHEETS = [
    {"zol": "Titanic", "vim": "1997", "ark": "Winslet, Kate; DiCaprio, Leonardo", "oof": "wet, in a blanket"},
    {"zol": "Psycho (Hitchcock)", "vim": "c. 1960", "ark": "Janet Leigh (left)", "oof": "two lamps"},
    {"zol": "“Die Hard”", "vim": "1988", "ark": "Bruce Willis, Alan Rickman", "oof": "on the roof"},
    {"zol": "A film we lack", "vim": "undated", "ark": "unknown", "oof": "Bo"},
]


def fields(sheets: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [field for sheet in sheets for field in sheet.items()]


def test_labels_stand_for_what_is_behind_them_on_all_of_a_page(linker: Linker) -> None:
    assert roles_of(fields(SHEETS), linker) == {"zol": "film", "vim": "year", "ark": "people"}


def test_a_few_sheets_tell_nothing(linker: Linker) -> None:
    assert roles_of(fields(SHEETS[:3]), linker) == {}


def test_a_label_that_says_what_it_is_for_is_that(linker: Linker) -> None:
    said = [{"title": "no. 7", **sheet} for sheet in SHEETS]
    assert roles_of(fields(said), linker) == {"title": "film", "vim": "year", "ark": "people"}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Keaton, Buster; Reisner, Chas. F. (dir.)", "Buster Keaton; Chas. F. Reisner (dir.)"),
        ("Gish, Lillian", "Lillian Gish"),
        ("Fritz Lang, Peter Lorre", "Fritz Lang, Peter Lorre"),
        ("Ray on the swing; a dog", "Ray on the swing; a dog"),
    ],
)
def test_names_of_a_catalogue_are_written_as_they_are_said(value: str, names: str) -> None:
    assert upright(value) == names
