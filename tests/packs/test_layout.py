"""What is laid out as YAML reads back as it was, and says the same as PyYAML would write."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.packs.layout import dump, dump_items
from strategies import NASTY

TEXTS = st.text() | st.sampled_from(NASTY)
DATA = st.dictionaries(
    TEXTS,
    TEXTS
    | st.booleans()
    | st.lists(TEXTS, max_size=3)
    | st.lists(st.dictionaries(TEXTS, TEXTS | st.dictionaries(TEXTS, TEXTS, max_size=2), max_size=3)),
    min_size=1,
    max_size=4,
)


@given(DATA)
def test_any_data_reads_back_as_it_was(data: dict[str, object]) -> None:
    text = dump(data)
    assert yaml.safe_load(text) == data
    assert dump(data) == text


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_quoted_as_pyyaml_quotes_it(text: str) -> None:
    quoted = yaml.dump([text], default_style='"', allow_unicode=True, width=10**9).removeprefix("- ")
    assert dump_items([f"1 {text}"]) == f"  - {quoted[0]}1 {quoted[1:]}"


def test_the_layout_is_that_of_a_pack_written_by_hand() -> None:
    data = {
        "title": "On the set",
        "a": [{"ask": "Who: he?", "films": ["Jaws", "9"], "at": {"line": Decimal(3)}}],
    }
    assert dump(data) == (
        "title: On the set\n"
        "a:\n"
        '  - ask: "Who: he?"\n'
        "    films:\n"
        "      - Jaws\n"
        '      - "9"\n'
        "    at:\n"
        "      line: 3\n"
    )
    assert dump({"a": [], "b": {}, "c": True}) == "a: []\nb: {}\nc: true\n"
