from __future__ import annotations

import itertools
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from btsquiz.game.judging import MAX_TYPED, is_right, read_number, unreadable
from btsquiz.question import (
    Choice,
    Kind,
    Match,
    Multiple,
    Number,
    Order,
    TrueFalse,
    Typed,
    answer_text,
    number_text,
    options_of,
)
from game.makers import RIGHT, WRONG, make
from strategies import answers, numbers, questions


def judge(answer, *response):
    return is_right(make("q", answer), response)


@pytest.mark.parametrize(
    ("answer", "response", "right"),
    [
        (Choice("Jaws", ("Alien",)), ("Jaws",), True),
        (Choice("Jaws", ("Alien",)), ("Alien",), False),
        (Choice("Jaws", ("Alien",)), (), False),
        (Choice("Jaws", ("Alien",)), ("Jaws", "Alien"), False),
        (Choice("Jaws", ("jaws",)), ("jaws",), False),  # options are what was picked, not what was typed
        (Multiple(("Jaws", "Duel"), ("Fame",)), ("Jaws", "Duel"), True),
        (Multiple(("Jaws", "Duel"), ("Fame",)), ("Duel", "Jaws"), True),
        (Multiple(("Jaws", "Duel"), ("Fame",)), ("Jaws",), False),
        (Multiple(("Jaws", "Duel"), ("Fame",)), ("Jaws", "Duel", "Fame"), False),
        (Multiple(("Jaws", "Duel"), ("Fame",)), ("Jaws", "Fame"), False),
        (Multiple(("Jaws", "Duel"), ("Fame",)), ("Jaws", "Jaws"), False),
        (Multiple(("Jaws", "Duel"), ("Fame",)), (), False),
        (TrueFalse(True), ("True",), True),
        (TrueFalse(True), ("False",), False),
        (TrueFalse(False), ("False",), True),
        (TrueFalse(False), ("True",), False),
        (TrueFalse(False), (), False),
        (Number(Decimal(1960)), ("1960",), True),
        (Number(Decimal(1960)), ("1,960",), True),
        (Number(Decimal(1960)), ("1961",), False),
        (Number(Decimal(1960), Decimal(2)), ("1958",), True),
        (Number(Decimal(1960), Decimal(2)), ("1962",), True),
        (Number(Decimal(1960), Decimal(2)), ("1957",), False),
        (Number(Decimal(1960), Decimal(2)), ("1963",), False),
        (Number(Decimal(1960), Decimal(2)), ("1962.01",), False),
        (Number(Decimal("2.5")), ("2,5",), True),
        (Number(Decimal("2.50")), ("2.5",), True),
        (Number(Decimal("0.3"), Decimal("0.1")), ("0.4",), True),  # as floats, 0.4 - 0.3 is more than 0.1
        (Number(Decimal("0.3"), Decimal("0.1")), ("0.2",), True),
        (Number(Decimal(-3)), ("−3",), True),
        (Number(Decimal(-3)), ("3",), False),
        (Number(Decimal(0), Decimal(5)), ("nought",), False),
        (Number(Decimal(0), Decimal(5)), (), False),
        (Typed(("Blue Harvest",)), ("Blue Harvest",), True),
        (Typed(("Blue Harvest",)), ("  blue   HARVEST ",), True),
        (Typed(("Blue Harvest",)), ("The Blue-Harvest!",), True),
        (Typed(("Blue Harvest",)), ("blueharvest",), True),
        (Typed(("Blue Harvest",)), ("Harvest",), False),
        (Typed(("Blue Harvest", "Harvest")), ("a harvest",), True),
        (Typed(("Blue Harvest",)), (), False),
        (Typed(("Amélie",)), ("amelie",), True),
        (Typed(("Amelie",)), ("Amélie",), True),
        (Typed(("The Thing",)), ("thing",), True),
        (Typed(("Thing",)), ("a thing",), True),
        (Typed(("The Thing",)), ("the things",), False),
        (Typed(("The",)), ("the",), True),
        (Typed(("Mr. & Mrs. Smith",)), ("mr and mrs smith",), True),
        (Typed(("Schindler's List",)), ("schindlers list",), True),
        (Typed(("E.T.",)), ("et",), True),
        (Typed(("30,000",)), ("30000",), True),
        (Typed(("1.5",)), ("15",), False),
        (Typed(("Straße",)), ("STRASSE",), True),
        (Typed(("羅生門",)), ("羅生門",), True),
        (Typed(("!",)), ("?",), False),
        (Order(("a", "b", "c")), ("a", "b", "c"), True),
        (Order(("a", "b", "c")), ("a", "c", "b"), False),
        (Order(("a", "b", "c")), ("a", "b"), False),
        (Order(("a", "b", "c")), (), False),
        (Match((("x", "1"), ("y", "2"))), ("1", "2"), True),
        (Match((("x", "1"), ("y", "2"))), ("2", "1"), False),
        (Match((("x", "1"), ("y", "2"))), ("1",), False),
        (Match((("x", "1"), ("y", "2"))), ("x", "y"), False),
        (Match((("x", "1"), ("y", "2"))), (), False),
    ],
)
def test_right_or_wrong(answer, response, right):
    assert judge(answer, *response) is right


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1960", "1960"),
        ("1,960", "1960"),
        ("1 960", "1960"),
        ("1\u00a0960", "1960"),
        ("1\u202f960", "1960"),
        ("1'960", "1960"),
        ("1’960", "1960"),
        ("1,234,567", "1234567"),
        ("1,234.50", "1234.5"),
        ("12 345", "12345"),
        ("-1,960", "-1960"),
        ("$250", "250"),
        ("$ 250", "250"),
        ("250 $", "250"),
        ("€2,50", "2.5"),
        ("£1,000", "1000"),
        ("85 %", "85"),
        ("2.5", "2.5"),
        ("2,5", "2.5"),
        ("2,50", "2.5"),
        ("0,5", "0.5"),
        ("0,125", "0.125"),  # no thousands begin with a nought
        ("0.125", "0.125"),
        ("−3", "-3"),
        ("-3", "-3"),
        ("007", "7"),
        ("0", "0"),
        (" 42\t", "42"),
        ("9" * 18, "9" * 18),
        ("+5", "5"),
        ("-$5", "-5"),
        ("5.", "5"),
        (".5", "0.5"),
        ("１９６０", "1960"),
    ],
)
def test_numbers_are_read_as_people_type_them(text, number):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "$", "-", "−", "nineteen and sixty",
        "1960s", "about 5", "1e3", "0x10", "1_000", "inf", "NaN",
        "1,96,0", "1960,123,4", "1,2,3", "1.2.3", "1.960.000", "12:30", "3/4", "½", "+-3", "--3", "3-",
        "١٩٦٠", "Ⅲ", "1 96", "19 60", "1  960", "1\n960", "9" * 19, "1,,960",
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_guessed(text):
    assert read_number(text) is None
    assert not judge(Number(Decimal(1960), Decimal(10**9)), text)


@pytest.mark.parametrize(
    ("kind", "text", "readable"),
    [
        (Kind.TYPED, "Blue Harvest", True),
        (Kind.TYPED, "x" * MAX_TYPED, True),
        (Kind.TYPED, "x" * (MAX_TYPED + 1), False),
        (Kind.TYPED, "", False),
        (Kind.TYPED, " \t\u00a0", False),
        (Kind.TYPED, "?", True),
        (Kind.NUMBER, "1,960", True),
        (Kind.NUMBER, "nineteen and sixty", False),
        (Kind.NUMBER, "", False),
        (Kind.NUMBER, "1" * (MAX_TYPED + 1), False),
    ],
)
def test_what_cannot_be_taken_for_an_answer_is_told_why(kind, text, readable):
    reason = unreadable(make("q", kind).answer, text)
    assert (reason is None) is readable
    assert reason is None or reason.endswith(".")


@pytest.mark.parametrize("kind", Kind)
def test_the_tests_own_right_and_wrong_answers(kind):
    assert judge(make("q", kind).answer, *RIGHT[kind])
    assert not judge(make("q", kind).answer, *WRONG[kind])


def right_response(answer):
    match answer:
        case Choice(right, _):
            return (right,)
        case Multiple(rights, _) | Order(rights):
            return rights
        case TrueFalse(right):
            return ("True" if right else "False",)
        case Number() | Typed():
            return (answer_text(answer),)
        case Match(pairs):
            return tuple(right for _, right in pairs)


@given(questions())
def test_the_answer_shown_at_the_reveal_is_right(question):
    assert is_right(question, right_response(question.answer))


@given(questions())
def test_no_answer_is_never_right(question):
    assert not is_right(question, ())


@given(answers(Kind.TYPED), st.data())
def test_every_accepted_text_is_right_whatever_the_space_around_it(answer, data):
    text = data.draw(st.sampled_from(answer.accept))
    for written in (text, f" {text}", f"{text}  ", text.replace(" ", "  ")):
        assert judge(answer, written)


LETTERS = st.text("abcXYZéÉüñÇøßœ ", min_size=1, max_size=12).filter(str.strip)


@given(LETTERS)
def test_case_and_accents_do_not_matter(text):
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    for written in (text.upper(), text.lower(), text.swapcase(), plain, unicodedata.normalize("NFD", text)):
        assert judge(Typed((text,)), written)
        assert judge(Typed((written,)), text)


ASCII = st.text("abcdefghij ", min_size=1, max_size=15).map(str.strip).filter(bool)


@given(
    ASCII, st.sampled_from(["", "the ", "The ", "an ", "A "]), st.sampled_from(["", ".", "!", "?", '"', ","])
)
def test_articles_and_punctuation_do_not_matter(text, article, mark):
    assume(text.split()[0] != "a")
    assert judge(Typed((text,)), f"{article}{text}{mark}")
    assert judge(Typed((f"{article}{text}{mark}",)), text)


@given(st.one_of(answers(Kind.CHOICE), answers(Kind.TRUE_FALSE)))
def test_exactly_one_option_is_right(answer):
    assert sum(judge(answer, option) for option in options_of(answer)) == 1


@given(answers(Kind.MULTIPLE), st.data())
def test_of_several_exactly_one_set_is_right_in_any_order(answer, data):
    options = options_of(answer)
    picked = data.draw(st.lists(st.sampled_from(options), unique=True))
    assert judge(answer, *picked) == (set(picked) == set(answer.right))
    assert judge(answer, *data.draw(st.permutations(answer.right)))


@given(st.one_of(answers(Kind.ORDER), answers(Kind.MATCH)), st.data())
def test_exactly_one_order_is_right(answer, data):
    options = options_of(answer)
    given_order = tuple(data.draw(st.permutations(options)))
    assert judge(answer, *given_order) == (given_order == options)


def test_of_all_orders_of_four_one_is_right():
    answer = Order(("a", "b", "c", "d"))
    assert sum(judge(answer, *order) for order in itertools.permutations(answer.items)) == 1


@given(numbers())
def test_every_number_reads_back_from_how_it_is_shown(number):
    shown = number_text(number)
    assert read_number(shown) == number
    assert read_number(shown.replace("-", "−")) == number
    assert read_number(shown.replace(".", ",")) == number or abs(number) >= 1  # 1,234 means thousands


@given(st.integers(-(10**15), 10**15), st.sampled_from([",", " ", "\u00a0", "\u202f", "'", "’"]))
def test_thousands_may_be_parted_in_any_way(number, separator):
    assert read_number(f"{number:,}".replace(",", separator)) == number


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text):
    number = read_number(text)
    assert number is None or number.is_finite()


@given(numbers(), numbers(signed=False), st.integers(-(10**6), 10**6))
def test_a_number_is_right_up_to_its_tolerance_and_no_further(right, within, thousandths):
    said = right + Decimal(thousandths) / 1000
    assert judge(Number(right, within), number_text(said)) == (abs(Decimal(thousandths)) / 1000 <= within)


@given(numbers(), numbers(signed=False))
def test_both_edges_of_the_tolerance_are_right(right, within):
    for edge, past in ((right + within, Decimal("0.0001")), (right - within, Decimal("-0.0001"))):
        assert judge(Number(right, within), number_text(edge))
        assert not judge(Number(right, within), number_text(edge + past))
