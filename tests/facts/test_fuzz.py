"""Pages nobody would write: what the reader must keep to on all of them, and how its work grows.

`fuzz.py` asks the same of pages that a fuzzer led by coverage makes up, for ten minutes and with a clock.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.reader import read_page
from facts.fuzz import NASTY, faults, forget, fragments

NAMES = st.sampled_from(
    ("Uma Thurman", "Alfred Hitchcock", "director James Cameron", "Spielberg", "Zoe Ab", "Umma Thurmann")
)
FILMS = st.sampled_from(
    ("Psycho", "Kill Bill: Vol. 1", "Star Wars", "King Kong", "The Fellowship", "A Film We Do Not Know")
)
YEARS = st.integers(1890, 2030).map(str)
SPACE = st.sampled_from(("\n", "\n\n", "\n\n\n", "\r\n", "\r", " ", "\u00a0", "\t"))
NUMBERS = st.sampled_from(("", "", "1. ", "#7 ", "3/20. ", "Number Nine: ", "12 - ", "[4] ", "• ", "## "))
NOISE = st.sampled_from(
    (
        "Share", "Comments", "3 comments", "Bob says:", "Bob: says:", "Advertisement", "a.jpg", "By Ann Bell",
        "12 May 2011", "Photos from the set", "Twenty stories", "Goof: a watch.", "I love this",
        "Film: Psycho",
    )
)  # fmt: skip
CAPTIONS = st.one_of(
    st.builds("{} and {} on the set of {} ({})".format, NAMES, NAMES, FILMS, YEARS),
    st.builds("{}, {}".format, FILMS, YEARS),
    st.builds("“{}” – {} ({})".format, FILMS, NAMES, YEARS),
    st.builds("{} told {} that {} was hers. She had left by {}!".format, NAMES, NAMES, FILMS, YEARS),
    st.builds("Film: {}\nYear: {}\nDirector: {}".format, FILMS, YEARS, NAMES),
    st.builds("{}\n{} ({})".format, FILMS, NAMES, YEARS),
)
LINES = st.one_of(CAPTIONS, NAMES, FILMS, YEARS, NOISE, st.sampled_from(fragments()), st.text(max_size=12))
PAGES = st.lists(st.tuples(NUMBERS, LINES, st.sampled_from(("", *NASTY)), SPACE), max_size=16)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "page.txt"


@given(page=PAGES)
def test_no_page_is_read_wrong(page: list[tuple[str, ...]], scratch: Path, films: Filmography) -> None:
    scratch.write_bytes("".join(map("".join, page)).encode("utf-8", "replace"))
    assert list(faults(scratch, films)) == []


def work(text: str, path: Path, films: Filmography) -> int:
    """Counts the calls, of Python's functions and of C's, that reading a page makes."""
    path.write_bytes(text.encode())
    forget()
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read_page(path, films)
    finally:
        sys.setprofile(None)
    return calls


CAPTION = "Uma Thurman between takes of 'Kill Bill: Vol. 1' (2003) "
MANY = ("A ", "Ab Cd ", "the ", "x", "漢", "1 ", "Ab of the ")


@pytest.mark.parametrize("piece", [*NASTY, *MANY])
@pytest.mark.parametrize("before", ["", CAPTION], ids=["alone", "captioned"])
def test_twice_the_line_is_twice_the_work(piece: str, before: str, scratch: Path, films: Filmography) -> None:
    """A line of more than 4,000 characters is furniture, so what grows must be seen below that.

    Whole pieces only: half a piece at the end is another line to read.
    """
    once, twice = (
        work(f"Photos\n\n{before}{piece * (length // len(piece))}\n\n{CAPTION}\n", scratch, films)
        for length in (1900, 3800)
    )
    assert twice <= 2.6 * once + 5000


@pytest.mark.parametrize(
    "lines",
    [
        *(f"{piece.strip()} {{0}}" for piece in NASTY), "Bob: x{0} says:", "label{0}x: Psycho",
        "Bob says:\nx{0}: it was like that, I think", "Psycho\nAlfred Hitchcock there, {0} times", "{0}",
        "Psycho\n\nHe was told {0} lies.", "Uma Thurman on the set of Kill Bill, day {0}", "Psycho ({0})",
        "Comments ({0})", "#{0} King Kong",
    ],
)  # fmt: skip
def test_twice_the_lines_are_twice_the_work(lines: str, scratch: Path, films: Filmography) -> None:
    def words(number: int) -> str:
        return "".join("abcdefghij"[int(digit)] for digit in str(number))

    once, twice = (
        work("Film: Psycho\n" + "\n".join(map(lines.format, map(words, range(many)))), scratch, films)
        for many in (250, 500)
    )
    assert twice <= 2.6 * once + 5000
