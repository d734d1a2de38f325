"""Names and keys of those who play together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import UsageError
from btsquiz.game.formats import SEALED
from btsquiz.quizmaster.seats import LONGEST_NAME, buzzer_keys, named, own_letters
from worlds import make_home, open_world

NAMES = st.lists(st.text(min_size=1, max_size=20), min_size=2, max_size=9)


@given(NAMES)
def test_each_has_a_letter_of_their_own(names: list[str]) -> None:
    letters = own_letters(names)
    assert len(set(letters)) == len(names)
    assert all(letter in "abcdefghijklmnopqrstuvwxyz" for letter in letters)


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (("Ann", "Bob"), ("a", "b")),
        (("Ann", "Anna", "Nan"), ("a", "n", "b")),
        (("Émile", "éric"), ("e", "r")),
        (("小津", "黒澤"), ("a", "b")),
        (("B", "b2", "Bb"), ("b", "a", "c")),
    ],
)
def test_it_is_the_first_of_the_name_that_nobody_else_has(
    names: tuple[str, ...], letters: tuple[str, ...]
) -> None:
    assert own_letters(names) == letters


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ann"], "Name two to four players."),
        (["Ann", "Bob", "Cleo", "Dan", "Eve"], "Name two to four players."),
        (["Ann", "  "], "Name two to four players."),
        (["Ann", "ÁNN"], "Two players have the same name"),
    ],
)
def test_names_that_will_not_do_are_refused(names: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        named(names, least=2, most=4)


@given(NAMES)
def test_names_come_out_on_one_line_and_short(names: list[str]) -> None:
    try:
        players = named(names, least=1, most=9)
    except UsageError:
        return
    assert all(0 < len(name) <= LONGEST_NAME and "\n" not in name and "\x1b" not in name for name in players)


def test_buzzers_lie_apart_and_can_be_moved() -> None:
    assert [buzzer_keys(count) for count in (2, 3, 4)] == [
        ("q", "p"),
        ("q", "p", "z"),
        ("q", "p", "z", "m"),
    ]
    assert buzzer_keys(3, "XkC") == ("x", "k", "c")


def test_keys_are_for_buzzers_alone(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game, pytest.raises(UsageError, match="add --format buzzer"):
        game.duel(["Ann", "Bob"], SEALED, keys="xk")


@pytest.mark.parametrize(
    ("count", "keys", "said"),
    [
        (2, "xx", "Two players cannot share the key `x`."),
        (2, "xX", "Two players cannot share the key `x`."),
        (2, "x", "2 players need 2 keys"),
        (2, "xyz", "2 players need 2 keys"),
        (2, "x1", "`1` cannot be a key"),
        (2, "x\x1b", "cannot be a key"),
        (2, "xé", "`é` cannot be a key"),
    ],
)
def test_keys_that_clash_or_cannot_be_pressed_are_found(count: int, keys: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        buzzer_keys(count, keys)
