"""Deals and commands survive the journal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import SaveError
from btsquiz.game.commands import COMMANDS, Pick, Say
from btsquiz.game.deal import compose
from btsquiz.game.formats import CLASSIC, REVIEW
from btsquiz.saves.codec import from_json, to_json
from strategies import questions


@given(st.lists(questions(), min_size=1, max_size=4), st.sampled_from([CLASSIC, CLASSIC.calm(), REVIEW]))
def test_a_deal_comes_back_whole(drawn: list, style: object) -> None:
    dealt = compose(style, drawn, "seed", reserves=drawn)
    again = from_json(to_json(dealt))
    assert again == dealt
    assert [dict(take.question.why) for take in again.takes] == [dict(one.why) for one in drawn]


@given(st.text(), st.integers(0, 8))
def test_commands_come_back(text: str, option: int) -> None:
    fit = text.encode("utf-8", "replace").decode()
    for command in (*(kind() for kind in COMMANDS), Pick(option=option), Say(text=fit)):
        assert from_json(to_json(command)) == command


@pytest.mark.parametrize(
    "text", ["", "[", '{"_": "os.system"}', '{"no": "class"}', '{"_": "Deal"}', "[" * 100_000]
)
def test_what_was_not_written_here_is_refused(text: str) -> None:
    with pytest.raises(SaveError):
        from_json(text)


def test_the_json_is_plain() -> None:
    assert json.loads(to_json(Pick(option=2))) == {"_": "Pick", "seat": 0, "option": 2}
