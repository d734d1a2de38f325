"""Whole pages: ours, in many forms, each beside the facts that are to be read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsquiz.errors import FileError
from btsquiz.facts.fact import Fact, Person, fact_id
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.neighbours import follow
from btsquiz.facts.page import read_blocks
from btsquiz.facts.reader import fact_data, read_candidates, read_page
from btsquiz.facts.statement import fact_of
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
    """What is learned tells which lines are facts, and of which kind; here is what else they are read as."""
    expected = path.with_suffix(".facts").read_text(encoding="utf-8").splitlines()
    kinds = {int(line): kind for line, kind, *_ in map(str.split, expected)}
    linker = Linker(films)
    candidates, _ = read_candidates(read_blocks(path), linker)
    taken = [one for one in candidates if one.entry.block.line in kinds]
    for one in taken:
        one.kind = "photo" if kinds[one.entry.block.line] == "photo" else "story"
    follow(taken, linker)
    assert [shown(fact_of(one, linker, path.stem)) for one in taken] == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_facts_are_in_order_and_stand_where_their_text_stands(path: Path, films: Filmography) -> None:
    facts = read_page(path, films).facts
    text = path.read_text(encoding="utf-8").split("\n")
    lines = [fact.source.line or 0 for fact in facts]
    assert lines == sorted(lines)
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.standing is Standing.UNCHECKED
        assert fact.source.title == path.stem
        assert fact.why
        block = next(block for block in read_blocks(path) if block.line == fact.source.line)
        assert block.source.split("\n")[0] == text[block.line - 1]
        assert fact.id == block.id or lines.count(block.line) > 1 or path.stem == "labels"


def test_the_films_known_change_no_years_that_a_page_gives(tmp_path: Path) -> None:
    """Without any film known, a caption that names film and year is read all the same."""
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\nBruce Willis in Die Hard (1988).\n")
    assert [shown(fact) for fact in read_page(path, Filmography.of()).facts] == [
        "3 photo | Kill Bill: Vol. 1 (2003) | Uma Thurman",
        "5 photo | Die Hard (1988) | Bruce Willis",
    ]


def test_a_reviewed_fact_wins_at_the_line_where_it_stands(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\nBruce Willis in Die Hard (1988).\n")
    first, second = read_page(path, films, reviewed(CAPTION)).facts
    assert (first.film, first.standing, first.statement) == ("Known Film", Standing.CHECKED, "It was so.")
    assert (first.source.title, first.source.line) == ("captions 9", 3)
    assert first.film_as_written == "Kill Bill: Vol. 1"
    assert shown(second) == "5 photo | Die Hard (1988) | Bruce Willis"
    assert [fact.film for fact in read_page(path, films).facts] == ["Kill Bill: Volume 1", "Die Hard"]


def test_a_reviewed_fact_wins_where_the_reader_finds_none(films: Filmography, tmp_path: Path) -> None:
    said = "Nobody could read a fact out of this."
    path = page(tmp_path, f"Photos\n\n{said}\n\n{CAPTION}\n")
    assert [fact.source.line for fact in read_page(path, films).facts] == [5]
    read = read_page(path, films, reviewed(said))
    assert [(fact.source.line, fact.film) for fact in read.facts] == [
        (3, "Known Film"),
        (5, "Kill Bill: Volume 1"),
    ]
    assert [one.line for one in read.left_out] == [1]


def test_a_reviewed_fact_is_found_however_its_text_is_set(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, "Photos\n\n" + CAPTION.upper().replace(" ", "\u00a0 ") + "\n")
    assert read_page(path, films, reviewed(CAPTION)).facts[0].film == "Known Film"


def test_what_a_page_says_twice_is_one_fact(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\n{CAPTION}\n")
    for known in (None, reviewed(CAPTION)):
        read = read_page(path, films, known)
        assert [fact.source.line for fact in read.facts] == [3]
        assert [(one.line, "line 3" in one.why) for one in read.left_out[1:]] == [(5, True)]


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
    assert [fact.statement for fact in read_page(path, films).facts] == [statement]


def test_a_story_is_stated_as_the_page_has_it(films: Filmography, tmp_path: Path) -> None:
    text = "The blood in the shower   is chocolate syrup, and none was left."
    path = page(tmp_path, f"Some stories\n\nPsycho\n\n1. {text}\n")
    assert [fact.statement for fact in read_page(path, films).facts] == [" ".join(text.split())]


def test_a_fact_in_json_says_null_for_what_is_unknown(films: Filmography, tmp_path: Path) -> None:
    path = page(tmp_path, f"Photos\n\n{CAPTION}\n\nStories\n")
    data = fact_data(read_page(path, films).facts[0], "some/page.txt")
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
        "sure": "high",
        "why": data["why"],
        "repairs": [],
    }
    assert data["why"]
    told = "The actor refused to get into the water, so the director took off his shoes and walked in first."
    path = page(tmp_path, f"Small stories\n\nSomething Else\n\n{told}\n")
    data = fact_data(read_page(path, films).facts[0], "x")
    assert (data["film"], data["year"], data["years"], data["people"]) == (None, None, [], [])
    data = fact_data(next(iter(reviewed("x").values())), "x")
    assert (data["film_as_written"], data["year"], data["years"]) == (None, 1999, [1999, 2000])
    assert data["people"] == [{"name": "Somebody Known", "as_written": "Somebody Knwon", "role": "director"}]


def test_nothing_of_a_page_can_move_a_cursor(films: Filmography, tmp_path: Path) -> None:
    nasty = "Uma\x1b Thur\u00adman\u202e between \u200btakes of 'Kill\x07 Bill: Vol. 1' (2003)"
    (fact,) = read_page(page(tmp_path, f"Photos\n\n{nasty}\n", "a\x1b]0;b.txt"), films).facts
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
    assert read_page(page(tmp_path, text), films).facts == ()


def test_a_missing_page_is_a_file_error(films: Filmography, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_page(tmp_path / "none.txt", films)
