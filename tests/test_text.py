from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from btsquiz.text import MAX_COMBINING, clean, fold, fold_answer, refusal, tame, tame_line
from strategies import BIDI, is_inert, texts

ANY = st.text(alphabet=st.characters(), max_size=40) | st.text(
    alphabet=st.sampled_from(
        "a\r\n\t\x00\x1b\x7f\x9b\u061c\u200d\u200f\u202e\u2066\ufeff\ud800\U000f0000\u0344\u0301\u0958"
    )
)


@given(ANY)
@example("\u0344" * 8)
@example("a" + "\u0300" * 8 + "\u0cc6\u0300\u0cc2")
@example("\r\r\n")
@example("\ud800")
def test_tame_text_is_inert_and_stays_as_it_is(text):
    tamed = tame(text)
    assert is_inert(tamed)
    assert refusal(tamed) is None
    assert tame(tamed) == clean(tamed) == tamed
    tamed.encode()


@given(ANY)
@example("\U000e0000")
def test_a_tame_line_is_one_line(text):
    line = tame_line(text)
    assert is_inert(line)
    assert "\n" not in line
    assert line == line.strip()
    assert tame_line(line) == line


@given(ANY)
@example("\u0344" * 8)
def test_what_is_not_refused_is_inert_once_clean(text):
    text = unicodedata.normalize("NFC", text)
    if refusal(text) is None:
        cleaned = clean(text)
        assert is_inert(cleaned)
        assert refusal(cleaned) is None
        assert clean(cleaned) == tame(cleaned) == cleaned


@given(ANY)
def test_a_refusal_names_the_first_unfit_character(text):
    text = unicodedata.normalize("NFC", text)
    bad = refusal(text)
    if bad is not None:
        offset, what = bad
        assert refusal(text[:offset]) is None
        assert what.startswith((f"U+{ord(text[offset]):04X}", "more than"))


@pytest.mark.parametrize("char", [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))])
def test_no_control_character_comes_in(char):
    assert refusal(f"a{char}b") == (1, f"U+{ord(char):04X}")
    assert tame(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize(
    "char", [*BIDI, *"\u00ad\u200b\u2028\u2029\u2060\ufeff\ue000\ufffe\ufdd0\U0001fffe\U000e0041\ud800"]
)
def test_nothing_invisible_or_reordering_comes_in(char):
    bad = refusal(f"é{char}")
    assert bad is not None
    assert bad[0] == 1
    assert f"U+{ord(char):04X}" in bad[1]
    assert tame(f"é{char}") == "é\ufffd"


@pytest.mark.parametrize(
    "text", ["plain", "a\tb\n", "👨‍👩‍👧‍👦", "❤️", "दंगल", "می‌خواهم", "\u0378", "e\u0301", "羅生門"]
)
def test_what_people_write_comes_in(text):
    assert refusal(unicodedata.normalize("NFC", text)) is None


def test_ink_is_not_spilt_over_other_lines():
    assert refusal("a" + "\u0301" * MAX_COMBINING) is None
    assert refusal("xa" + "\u0301" * (MAX_COMBINING + 1)) == (
        2 + MAX_COMBINING,
        "more than 8 marks on one letter",
    )
    assert len(tame("x" + "\u0336" * 50)) == 1 + MAX_COMBINING
    assert refusal(("a" + "\u0301" * MAX_COMBINING) * 3) is None


def test_clean_is_nfc_with_bare_newlines_and_no_tabs():
    assert clean("e\u0301\r\n\tx") == "é\n x"


@given(ANY | texts())
@example("\u0345İ")
@example("1,2345.6.7")
@example("ก\u0e48\u200d\u0e38")
@example("ǰ\u0323")
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amélie", "AMELIE"),
        ("Léon: The Professional", "leon  the professional"),
        ("Mr. & Mrs. Smith", "mr and mrs smith"),
        ("E.T.", "ET"),
        ("O'Brien", "O’Brien"),
        ("O'Brien", "O´Brien"),
        ("Straße", "STRASSE"),
        ("WALL·E", "wall e"),
        ("ﬁlm", "film"),
        ("1,960", "1960"),
        ("1.5", "1,5"),
        ("1,234,567", "1234567"),
        ("Love❤️", "love"),
        ("Spider-Man", "spider man"),
        ("ガス", "ｶﾞｽ"),
    ],
)
def test_what_people_call_the_same_folds_to_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("!", "?"),
        ("1.5", "15"),
        ("$1.5 million", "$15 million"),
        ("12,30", "1230"),
        ("1,2345", "12345"),
        ("か", "が"),
        ("กี", "กู"),
        ("की", "का"),
        ("Alien", "Aliens"),
        ("❤️", "👍"),
    ],
)
def test_what_people_tell_apart_folds_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("The Thing", "thing"),
        ("a an the", "an the"),
        ("The", "the"),
        ("A", "a"),
        ("An Education", "education"),
    ],
)
def test_an_answer_folds_without_its_article(typed, folded):
    assert fold_answer(typed) == folded
