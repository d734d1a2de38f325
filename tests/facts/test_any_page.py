"""Any page at all: in any guise, of any text, to be read soon, and every line of it accounted for."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import FileError
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.page import read_blocks
from btsquiz.facts.reader import Page, read_page
from btsquiz.text import tame

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
CAPTION = "Uma Thurman between takes of 'Kill Bill: Vol. 1' (2003)"
PHRASES = (
    CAPTION, "Bruce Willis in Die Hard (1988).", "Rocky 4 (1985)", "Jaws – 1975", "the film", "as The",
    "By A B", "X says:", "on the set of", "Uma Thurman", "\n", "\n\n", "\n\n\n", "\u00a0", "\ufffd", "\u200b",
)  # fmt: skip
WORDS = """Psycho Stallone 300 2001: 1. 2) #3 ' “ ” ( ) (1999) [2001 1999 Director and , : – | I you
    O'Neill de A. J.J. &amp; &#27; ** _ * [a](b) Comments « » „ ‘ ’ ! ? … ; - & / © @ film movie set filming
    directs 🎬 ß İ ﬁ ́"""
PIECES = st.sampled_from([*PHRASES, *WORDS.split()])


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


def written(folder: Path, text: str, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "replace"))
    return path


def check_whole(read: Page, path: Path) -> None:
    """Each block is a fact's or left out with a reason, in the order of the page."""
    blocks = {block.line: block for block in read_blocks(path)}
    facts, left_out = ([one.source.line for one in read.facts], [one.line for one in read.left_out])
    assert facts == sorted(facts)
    assert left_out == sorted(set(left_out))
    assert set(facts).isdisjoint(left_out)
    assert {*facts, *left_out} == set(blocks)
    assert all(one.why and one.text == blocks[one.line].text for one in read.left_out)
    assert read.lines == sum(bool(line.strip()) for one in blocks.values() for line in one.source.split("\n"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_block_of_a_page_is_a_fact_or_left_out_for_a_reason(path: Path, films: Filmography) -> None:
    check_whole(read_page(path, films), path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_in_any_guise_gives_the_same(path: Path, films: Filmography, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = read_page(path, films)
    for guise in (
        "\ufeff" + text,
        text.replace("\n", "\r\n"),
        text.replace("\n", "\r"),
        re.sub(r"(?m)$", " ", text),
        "\n".join(line.rstrip() for line in text.split("\n")),
    ):
        assert read_page(written(tmp_path, guise, path.name), films) == expected


@given(text=st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map(" ".join))
def test_no_text_upsets_the_reader(text: str, scratch: Path, films: Filmography) -> None:
    path = written(scratch, text)
    try:
        read = read_page(path, films)
    except FileError as error:
        assert len(str(error).splitlines()) == 1
        return
    check_whole(read, path)
    assert len({fact.id for fact in read.facts}) == len(read.facts)
    for fact in read.facts:
        assert fact.why
        assert fact.statement
        assert fact.statement == tame(fact.statement)
        assert all(one.name and one.as_written for one in fact.people)
        assert all(one.written and one.truth and one.written != one.truth for one in fact.corrections)
        assert not fact.film or fact.film_as_written or fact.why
    assert read_page(path, films) == read


@given(path=st.sampled_from(PAGES), spaces=st.integers(1, 3))
def test_blank_lines_over_a_page_move_its_lines_and_nothing_else(
    path: Path, spaces: int, scratch: Path, films: Filmography
) -> None:
    read = read_page(path, films)
    moved = read_page(written(scratch, "\n" * spaces + path.read_text(encoding="utf-8"), path.name), films)
    assert [(one.id, one.film, one.people) for one in moved.facts] == [
        (one.id, one.film, one.people) for one in read.facts
    ]
    assert [one.source.line for one in moved.facts] == [(one.source.line or 0) + spaces for one in read.facts]
    assert [(one.line - spaces, one.why) for one in moved.left_out] == [
        (one.line, re.sub(r"\d+", lambda line: str(int(line[0]) + spaces), one.why)) for one in read.left_out
    ]


def test_whoever_asks_is_told_how_far_the_reading_is(films: Filmography, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    captions = [CAPTION, "Bruce Willis in Die Hard (1988)", "Sandra Bullock in Gravity (2013)"]
    read_page(
        written(tmp_path, "Photos\n\n" + "\n\n".join(captions)),
        films,
        progress=lambda done, whole: told.append((done, whole)),
    )
    assert told == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize(
    "piece", ["'", "(1999) ", "Ab ", "the set of ", "Ab, ", "x: ", "as Ab ", "I ", "‘Ab’ ", "\n", "Ab. "]
)
def test_a_page_made_to_be_slow_is_read_soon(piece: str, films: Filmography, tmp_path: Path) -> None:
    """What a piece too many costs grows with the page, not with its square."""
    path = written(tmp_path, "Photos\n\n" + CAPTION + piece * (3800 // len(piece)) + "\n")
    started = time.process_time()
    read_page(path, films)
    assert time.process_time() - started < 2
