"""Hypothesis strategies shared by the tests: texts that are nasty but fit, questions of every kind, packs.

from strategies import packs, questions
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import (
    Answer,
    Choice,
    Correction,
    Kind,
    Match,
    Multiple,
    Number,
    Order,
    Point,
    Question,
    QuestionId,
    Source,
    Standing,
    TrueFalse,
    Typed,
)
from btsquiz.text import fold, tame

T = TypeVar("T")

NASTY = (
    "#9 of 10", "a #hash", "# comment", "- dash", "-", "--- #", "? question", "?", "!tag", "!!str x",
    "&anchor", "*alias", "%TAG", "@at", "`tick`", "|", ">", "|-", "{a: b}", "{", "}", "[b]bold[/b]",
    "[/]", "[/", "[@click=app.quit]x[/]", "[BTS] Army", "Star Wars: A New Hope", "colon:", ": colon",
    "::", "yes", "No", "on", "y", "~", "null", "true", "False", "1,960", "1960", "007", "-5", "1.50",
    "1e3", "0x1F", "0o17", "1_000", "12:30", "1:59:59", ".inf", ".nan", "NaN", "2001-02-30",
    "2001-01-01", "=", "<<", "'", "''", '"', '""', "it's", 'say "cut"', "\\", "ends in \\", "\\e[2J",
    "\\0", "C:\\new\\table", "two\nlines", "two\n\nparagraphs", "line\n  - indented", "a  b", "a, b",
    "[x, y]", "Mr. & Mrs. Smith", "$name", "{x!r}", "%s", "</b>", "&amp;", "👨‍👩‍👧‍👦", "🏳️‍🌈 flag",
    "❤️", "👍🏽", "e\u0301t\u00e9", "Amélie", "羅生門", "千と千尋の神隠し", "기생충", "दंगल", "กี", "شجرة",
    "ﬁlm", "Ⅲ", "½", "…", "—", "«Amélie»", "a\u00a0b", "x" * 200, "word " * 60 + "end", "k" * 1100,
)  # fmt: skip
"""Fit texts that YAML, a terminal or markup might take for something else."""


BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def is_inert(text: str) -> bool:
    """Tells, not by way of the code under test, whether a terminal would only paint the text."""
    return not any(
        (unicodedata.category(char) in ("Cc", "Cs", "Co", "Zl", "Zp") and char != "\n")
        or char in BIDI
        or char in "\u00ad\u200b\u2060\ufeff\ufff9\ufffa\ufffb"
        or "\U000e0000" <= char <= "\U000e007f"
        for char in text
    )


def is_inert_line(text: str) -> bool:
    """Tells the same of a text that is to stay on one line."""
    return is_inert(text) and "\n" not in text


def fit(text: str) -> str:
    """Makes any text one that a pack may hold: what is left is not touched by reading it."""
    return tame(tame(text).strip())


def texts() -> st.SearchStrategy[str]:
    """Gives texts that a pack keeps exactly as they are: fit, NFC, stripped, not empty."""
    drawn = st.sampled_from(NASTY) | st.text(min_size=1, max_size=20)
    return drawn.map(fit).filter(lambda text: bool(text.strip("\u200c\u200d")))


def several(least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Gives texts of which no two look alike."""
    return st.lists(texts(), min_size=least, max_size=most, unique_by=fold).map(tuple)


def numbers(*, signed: bool = True) -> st.SearchStrategy[Decimal]:
    """Gives numbers a pack can hold."""
    low = -9_999_999 if signed else 0
    return st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places),
        st.integers(low, 99_999_999_999),
        st.integers(0, 3),
    )


def _split(least: int, build: Callable[[tuple[str, ...], int], T]) -> st.SearchStrategy[T]:
    """Builds from texts that do not look alike, and from where to part them in two."""
    return several(least, 9).flatmap(
        lambda found: st.builds(build, st.just(found), st.integers(1, len(found) - 1))
    )


def answers(kind: Kind | None = None) -> st.SearchStrategy[Answer]:
    """Gives answers of one kind, or of any."""
    kinds: dict[Kind, st.SearchStrategy[Answer]] = {
        Kind.CHOICE: several(2, 9).map(lambda found: Choice(found[0], found[1:])),
        Kind.MULTIPLE: _split(2, lambda found, at: Multiple(found[:at], found[at:])),
        Kind.TRUE_FALSE: st.builds(TrueFalse, st.booleans()),
        Kind.NUMBER: st.builds(Number, numbers(), st.just(Decimal(0)) | numbers(signed=False)),
        Kind.TYPED: several(1, 5).map(Typed) | _split(2, lambda found, at: Typed(found[:at], found[at:])),
        Kind.ORDER: several(2, 9).map(Order),
        Kind.MATCH: several(2, 9).flatmap(
            lambda left: several(len(left), len(left)).map(
                lambda right: Match(tuple(zip(left, right, strict=True)))
            )
        ),
    }
    return kinds[kind] if kind else st.one_of(*kinds.values())


def _optional(strategy: st.SearchStrategy[T], default: T) -> st.SearchStrategy[T]:
    return st.just(default) | strategy


@st.composite
def questions(draw: st.DrawFn, kind: Kind | None = None, pack: str = "pack") -> Question:
    """Gives valid questions of one kind, or of any, as a pack file of the name `pack` would hold them."""
    answer = draw(answers(kind))
    name = draw(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,30}", fullmatch=True))
    list_of_texts = _optional(st.lists(texts(), min_size=1, max_size=3).map(tuple), ())
    correction = st.builds(Correction, texts(), texts(), _optional(texts(), ""))
    wrong = answer.wrong if isinstance(answer, Choice | Multiple | Typed) else ()
    return Question(
        id=QuestionId(name),
        ask=draw(texts()),
        answer=answer,
        pack=pack,
        point=Point(draw(_optional(texts(), f"{pack}/{name}"))),
        explain=draw(_optional(texts(), "")),
        source=draw(_optional(st.builds(Source, texts(), _optional(st.integers(1, 9_999_999), None)), None)),
        fact=draw(_optional(texts(), "")),
        films=draw(list_of_texts),
        standing=draw(st.sampled_from(Standing)),
        corrections=draw(_optional(st.lists(correction, min_size=1, max_size=2).map(tuple), ())),
        difficulty=draw(st.integers(1, 3)),
        tags=draw(list_of_texts),
        why={text: draw(texts()) for text in wrong if draw(st.booleans())},
        hint=draw(_optional(texts(), "")),
        reject=draw(list_of_texts) if isinstance(answer, Typed) else (),
    )


@st.composite
def packs(draw: st.DrawFn, name: str = "pack", *, least: int = 0, most: int = 6) -> Pack:
    """Gives packs of valid questions, no two of one id; each stands on a line of its own."""
    found = draw(
        st.lists(questions(pack=name), min_size=least, max_size=most, unique_by=lambda question: question.id)
    )
    placed = tuple(Placed(question, line, 5) for line, question in enumerate(found, 4))
    return Pack(name, f"{name}.yaml", draw(texts()), about=draw(_optional(texts(), "")), placed=placed)
