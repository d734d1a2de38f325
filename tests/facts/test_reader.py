"""Whole pages: ours, in many forms, each beside the facts that are to be read from it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import FileError
from btsquiz.facts.fact import Fact, Person, fact_id
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.page import read_blocks
from btsquiz.facts.reader import fact_data, read_facts, read_page
from btsquiz.question import Source, Standing
from btsquiz.text import tame

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
CAPTION = "Uma Thurman between takes of 'Kill Bill: Vol. 1' (2003)"


def shown(fact: Fact) -> str:
    """Says all that was read in one line: a page's `.facts` file has these."""
    years = f" ({', '.join(map(str, fact.years))})" if fact.years else ""
    written = f" [{fact.film_as_written}]" if fact.film_as_written not in ("", fact.film) else ""
    people = (
        one.name
        + (f" [{one.as_written}]" if one.as_written != one.name else "")
        + (f" = {one.role}" if one.role else "")
        for one in fact.people
    )
    return (
        f"{fact.source.line} {fact.kind} | {fact.film or '?'}{written}{years} | {'; '.join(people)}".rstrip()
    )


def page(folder: Path, text: str, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def reviewed(source: str, **changes: object) -> dict[str, Fact]:
    fact = Fact(
        id=fact_id(source),
        kind="photo",
        film="Known Film",
        film_as_written="",
        years=(1999, 2000),
        people=(Person("Somebody Known", "Somebody Knwon", "director"),),
        standing=Standing.CHECKED,
        statement="It was so.",
        source=Source("captions 9", 77),
    )
    return {fact.id: fact}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_page_gives_its_facts(path: Path, films: Filmography) -> None:
    expected = path.with_suffix(".facts").read_text(encoding="utf-8").splitlines()
    assert [shown(fact) for fact in read_page(path, films)] == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_in_any_guise_gives_the_same(path: Path, films: Filmography, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = [(fact.id, shown(fact)) for fact in read_page(path, films)]
    for guise in (
        "\ufeff" + text,
        text.replace("\n", "\r\n"),
        text.replace("\n", "\r"),
        re.sub(r"(?m)$", " ", text),
        "\n".join(line.rstrip() for line in text.split("\n")),
    ):
        read = read_page(page(tmp_path, guise, path.name), films)
        assert [(fact.id, shown(fact)) for fact in read] == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_facts_are_in_order_and_stand_where_their_text_stands(path: Path, films: Filmography) -> None:
    facts = read_page(path, films)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [fact.source.line for fact in facts] == sorted({fact.source.line for fact in facts})
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.standing is Standing.UNCHECKED
        assert fact.source.title == path.stem
        block = next(block for block in read_blocks(path) if block.line == fact.source.line)
        assert fact.id == fact_id(block.source)
        assert block.source.split("\n")[0] == lines[block.line - 1]


def test_the_films_known_change_no_years_that_a_page_gives(tmp_path: Path) -> None:
    """Without any film known, a caption that names film and year is read all the same."""
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\nBruce Willis in Die Hard (1988).\n")
    assert [shown(fact) for fact in read_page(path, Filmography(()))] == [
        "3 photo | Kill Bill: Vol. 1 (2003) | Uma Thurman",
        "5 photo | Die Hard (1988) | Bruce Willis",
    ]


def test_a_reviewed_fact_wins_at_the_line_where_it_stands(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\nBruce Willis in Die Hard (1988).\n")
    known = reviewed(CAPTION)
    first, second = read_facts(path, films, known, raw=False)
    assert (first.film, first.standing, first.statement) == ("Known Film", Standing.CHECKED, "It was so.")
    assert (first.source.title, first.source.line) == ("captions 9", 3)
    assert shown(second) == "5 photo | Die Hard (1988) | Bruce Willis"
    raw = read_facts(path, films, known, raw=True)
    assert [fact.film for fact in raw] == ["Kill Bill: Volume 1", "Die Hard"]
    assert raw == read_page(path, films)


def test_a_reviewed_fact_wins_where_the_reader_finds_none(films: Filmography, tmp_path: Path) -> None:
    said = "Nobody could read a fact out of this."
    path = page(tmp_path, f"Photos\n\n{said}\n\n{CAPTION}\n")
    assert [fact.source.line for fact in read_page(path, films)] == [5]
    facts = read_facts(path, films, reviewed(said), raw=False)
    assert [(fact.source.line, fact.film) for fact in facts] == [
        (3, "Known Film"),
        (5, "Kill Bill: Volume 1"),
    ]


def test_a_reviewed_fact_is_found_however_its_text_is_set(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, "Photos\n\n" + CAPTION.upper().replace(" ", "\u00a0 ") + "\n")
    assert read_facts(path, films, reviewed(CAPTION), raw=False)[0].film == "Known Film"


def test_what_a_page_says_twice_is_one_fact(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\n{CAPTION}\n")
    for known in ({}, reviewed(CAPTION)):
        assert [fact.source.line for fact in read_facts(path, films, known, raw=False)] == [3]


@pytest.mark.parametrize(
    ("caption", "statement"),
    [
        (CAPTION, "Uma Thurman during the making of Kill Bill: Volume 1 (2003)."),
        (
            "Ang Lee, director, Zoe Lee and Yo Yo Ma on the set of 'Rain' (2001)",
            "Ang Lee (director), Zoe Lee and Yo Yo Ma during the making of Rain (2001).",
        ),
        ("Extras queue on the set of Spartacus (1960).", "Behind the scenes of Spartacus (1960)."),
        ("Uma Thurman on the set of Kill Bill", "Uma Thurman during the making of “Kill Bill”."),
    ],
)
def test_a_photo_is_stated_in_our_own_words(
    caption: str, statement: str, films: Filmography, tmp_path: Path
) -> None:
    path = page(tmp_path, f"Photos from the set\n\n{caption}\n")
    assert [fact.statement for fact in read_page(path, films)] == [statement]


def test_a_story_is_stated_as_the_page_has_it(films: Filmography, tmp_path: Path) -> None:
    text = "The blood in the shower   is chocolate syrup."
    path = page(tmp_path, f"Some stories\n\nPsycho\n\n1. {text}\n")
    assert [fact.statement for fact in read_page(path, films)] == [" ".join(text.split())]


def test_a_fact_in_json_says_null_for_what_is_unknown(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\nStories\n")
    data = fact_data(read_page(path, films)[0], "some/page.txt")
    assert data == {
        "file": "some/page.txt",
        "line": 3,
        "id": fact_id(CAPTION),
        "kind": "photo",
        "film": "Kill Bill: Volume 1",
        "film_as_written": "Kill Bill: Vol. 1",
        "year": 2003,
        "years": [2003],
        "people": [{"name": "Uma Thurman", "as_written": "Uma Thurman", "role": None}],
        "standing": "unchecked",
        "statement": "Uma Thurman during the making of Kill Bill: Volume 1 (2003).",
    }
    path = page(tmp_path, "Small stories\n\nSomething Else\n\nNobody knows which film this was.\n")
    data = fact_data(read_page(path, films)[0], "x")
    assert (data["film"], data["year"], data["years"], data["people"]) == (None, None, [], [])
    data = fact_data(next(iter(reviewed("x").values())), "x")
    assert (data["film_as_written"], data["year"], data["years"]) == (None, 1999, [1999, 2000])
    assert data["people"] == [{"name": "Somebody Known", "as_written": "Somebody Knwon", "role": "director"}]


def test_nothing_of_a_page_can_move_a_cursor(films: Filmography, tmp_path: Path) -> None:
    nasty = "Uma\x1b Thur\u00adman\u202e between \u200btakes of 'Kill\x07 Bill: Vol. 1' (2003)"
    (fact,) = read_page(page(tmp_path, f"Photos\n\n{nasty}\n", "a\x1b]0;b.txt"), films)
    for said in (fact.statement, fact.film_as_written, fact.source.title, fact.people[0].as_written):
        assert said == tame(said)
        assert not set(said) & set("\x1b\x07\u202e\u200b")


@pytest.mark.parametrize(
    "text",
    [
        "Photos\n\nMore pictures from the set of 'Jaws' (1975)\n",
        "Our privacy policy has changed.",
        "To do\n\nBuy milk\n\nCall Mum\n",
        "# Set-up\n\nRun `make`.\n\nThat is all.\n",
    ],
)
def test_a_page_of_something_else_has_no_facts(text: str, films: Filmography, tmp_path: Path) -> None:
    assert read_page(page(tmp_path, text), films) == []


def test_a_missing_page_is_a_file_error(films: Filmography, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_page(tmp_path / "none.txt", films)


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


@given(text=st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map(" ".join))
def test_no_text_upsets_the_reader(text: str, scratch: Path, films: Filmography) -> None:
    path = page(scratch, text.encode("utf-8", "replace").decode())
    try:
        facts = read_page(path, films)
    except FileError as error:
        assert len(str(error).splitlines()) == 1
        return
    blocks = {block.line: block for block in read_blocks(path)}
    assert [fact.source.line for fact in facts] == sorted({fact.source.line for fact in facts})
    for fact in facts:
        assert fact.id == blocks[fact.source.line or 0].id
        assert fact.statement
        assert fact.statement == tame(fact.statement)
        assert bool(fact.film) or not fact.people or all(one.name and one.as_written for one in fact.people)
    assert read_page(path, films) == facts


@given(pages=st.lists(st.sampled_from(PAGES), min_size=1, max_size=3), spaces=st.integers(0, 3))
def test_a_fact_keeps_its_id_wherever_its_text_stands(
    pages: list[Path], spaces: int, scratch: Path, films: Filmography
) -> None:
    """Blank lines over a page move its lines, and nothing else."""
    for one in pages:
        facts = read_page(one, films)
        moved = read_page(page(scratch, "\n" * spaces + one.read_text(encoding="utf-8"), one.name), films)
        assert [(fact.id, fact.film, fact.people) for fact in moved] == [
            (fact.id, fact.film, fact.people) for fact in facts
        ]
        assert [fact.source.line for fact in moved] == [(fact.source.line or 0) + spaces for fact in facts]


@pytest.mark.parametrize(
    "piece", ["'", "(1999) ", "Ab ", "the set of ", "Ab, ", "x: ", "as Ab ", "I ", "‘Ab’ ", "\n"]
)
def test_a_page_made_to_be_slow_is_read_soon(piece: str, films: Filmography, tmp_path: Path) -> None:
    """What a piece too many costs grows with the page, not with its square."""
    path = page(tmp_path, "Photos\n\n" + CAPTION + piece * (3800 // len(piece)) + "\n")
    started = time.process_time()
    read_page(path, films)
    assert time.process_time() - started < 2
