"""The packs we ship: every fact asked, soundly, with its source, in our own words, the same each time."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from btsquiz.checks import check_pack
from btsquiz.checks.files import check_paths
from btsquiz.cli import main
from btsquiz.facts.load import load_filmography
from btsquiz.facts.sheet import read_sheet, reviewed_facts
from btsquiz.game.deal import deal
from btsquiz.game.formats import CLASSIC, OPENING
from btsquiz.packs.shelf import read_shelf
from btsquiz.question import Choice, Kind, Multiple, Question, Standing, wrong_of
from btsquiz.writing.writer import write_questions

ROOT = Path(__file__).parents[1]
QUESTIONS = ROOT / "questions"
FACTS = reviewed_facts(QUESTIONS / "facts")
FILMS = load_filmography(QUESTIONS / "facts")
SHELF = read_shelf([QUESTIONS], check_pack)
SHIPPED: tuple[Question, ...] = SHELF.questions()
TOLD: tuple[Question, ...] = tuple(question for question in SHIPPED if question.fact in FACTS)
"""Those written from fact sheets; the rest is from the films alone."""
SHEETS = {path.stem: read_sheet(path).facts for path in (QUESTIONS / "facts").glob("*.yaml")}
TALES = [fact for name, facts in SHEETS.items() if name.startswith("tales-") for fact in facts]
SEEDED = {fact.id for name in ("000", "001", "002") for fact in SHEETS[name]}
"""The facts of the three source documents."""
PACKS = Counter(question.pack for question in SHIPPED)
DOCUMENTS = ROOT.parent / "shared" / "seeds"


def test_packs_and_sheets_pass_every_check_and_are_sound() -> None:
    checked, problems = check_paths([QUESTIONS], sound=True)
    assert checked == len(list(QUESTIONS.rglob("*.yaml")))
    assert [str(problem) for problem in problems] == []


def test_the_source_documents_have_fifty_photos_and_eighteen_stories() -> None:
    assert Counter(FACTS[one].kind for one in SEEDED) == {"photo": 50, "story": 18}


def test_the_packs_are_large_enough_to_last() -> None:
    assert sum(question.fact in SEEDED for question in SHIPPED) >= 250
    assert PACKS["tall-tales"] >= 400
    assert PACKS["lost-in-translation"] >= 80
    assert PACKS["film-school"] >= 1500


def test_the_tales_run_from_silent_film_to_today_and_round_the_world() -> None:
    assert len(TALES) >= 120
    decades = {fact.years[0] // 10 for fact in TALES}
    assert decades >= set(range(192, 203))
    abroad = {
        "Crouching Tiger, Hidden Dragon", "La Dolce Vita", "Nosferatu", "Pan's Labyrinth", "Parasite",
        "Pather Panchali", "Rashomon", "Run Lola Run", "Stalker", "The Seventh Seal",
    }  # fmt: skip
    assert {fact.film for fact in TALES} >= abroad


def test_every_tale_stands_on_two_independent_sources_or_is_told_as_a_story() -> None:
    for fact in TALES:
        names = {one.name.casefold() for one in fact.looked_up}
        places = {urlsplit(one.address).netloc.removeprefix("www.") for one in fact.looked_up}
        assert names, fact.statement
        if fact.standing is not Standing.STORY_GOES:
            assert min(len(names), len(places)) >= 2, fact.statement
            assert all(one.address.startswith("http") for one in fact.looked_up), fact.statement


def test_a_photo_fact_is_asked_in_four_ways_at_most_and_a_story_in_six() -> None:
    faces = Counter(question.fact for question in SHIPPED)
    for one, count in faces.items():
        kind = FACTS[one].kind if one in FACTS else "film"
        assert count <= {"photo": 4, "story": 6, "title": 4, "film": 4}[kind], one


def test_every_wrong_answer_says_at_the_reveal_what_it_is() -> None:
    for question in SHIPPED:
        assert set(wrong_of(question.answer)) <= set(question.why), question.id


def test_no_pack_has_more_than_a_twentieth_of_true_or_false() -> None:
    halves = Counter(question.pack for question in SHIPPED if question.kind is Kind.TRUE_FALSE)
    assert all(halves[pack] * 20 <= count for pack, count in PACKS.items())


def test_every_fact_is_asked_about() -> None:
    assert {question.fact for question in TOLD} == set(FACTS)


def test_a_disputed_fact_is_asked_only_as_a_dispute() -> None:
    facts = [fact for fact in FACTS.values() if fact.standing is Standing.DISPUTED]
    (disputed,) = (fact for fact in facts if fact.id in SEEDED)
    assert (disputed.film, disputed.years) == ("Star Wars", (1977, 1980))
    asked = [question for question in SHIPPED if question.fact in {fact.id for fact in facts}]
    assert asked
    assert all(question.standing is Standing.DISPUTED for question in asked)
    assert all("/dispute/" in question.id for question in asked)


def test_a_legend_is_told_as_one() -> None:
    told = re.compile(
        r"story goes|by .{3,40} (telling|account|own)|according to|legend|says|said|claims?|told|tells", re.I
    )
    legends = [question for question in SHIPPED if question.standing is Standing.STORY_GOES]
    assert len(legends) > 5
    assert [question.ask for question in legends if not told.search(question.ask)] == []


def test_at_least_five_kinds() -> None:
    kinds = Counter(question.kind for question in SHIPPED)
    assert len(kinds) >= 5


def test_every_question_explains_itself_and_names_its_source() -> None:
    for question in SHIPPED:
        assert question.explain, question.id
        assert question.source is not None, question.id
        if question.fact in FACTS:
            assert question.source == FACTS[question.fact].source, question.id


def test_wrong_answers_are_of_the_right_ones_kind() -> None:
    for question in SHIPPED:
        family = question.id.split("/")[1]
        if isinstance(question.answer, Choice) and family == "director":
            for name in question.answer.wrong:
                assert any(name in film.directors for film in FILMS.films_of(name)), name
        if isinstance(question.answer, Multiple) and family == "same-chair":
            assert all(map(FILMS.titled, question.answer.wrong))
        if isinstance(question.answer, Choice):
            options = (question.answer.right, *question.answer.wrong)
            years = [bool(re.fullmatch(r"[\d,.$]+", option)) for option in options]
            assert len(set(years)) == 1 or "/crossing/" in question.id or "/odd-one-out/" in question.id, (
                question.id
            )


def test_no_wrong_director_had_a_hand_in_the_film() -> None:
    for question in SHIPPED:
        if "/director/" in question.id and isinstance(question.answer, Choice):
            years = FACTS[question.fact].years if question.fact in FACTS else (int(question.fact[-4:]),)
            film = FILMS.find(question.films[0], years)
            assert film is not None
            assert question.answer.right in film.directors
            assert not set(question.answer.wrong) & set(film.makers)


def test_points_ids_and_faces_are_in_order() -> None:
    ids = [question.id for question in SHIPPED]
    assert len(set(ids)) == len(ids)
    assert max(Counter(question.point for question in SHIPPED).values()) <= 4


def test_writing_them_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", "")
    written = set()
    for line in re.findall(r"^\t\$\(BIN\)/btsquiz (generate .*)$", recipe, re.MULTILINE):
        words = shlex.split(line)
        place = words.index("--output") + 1
        pack, words[place] = words[place], str(tmp_path / "out.yaml")
        files = [
            name
            for word in words[1:]
            for name in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
        ]
        assert main(["generate", *files]) == 0
        assert (tmp_path / "out.yaml").read_bytes() == Path(pack).read_bytes()
        written.add(pack)
    assert written == {f"questions/{path.name}" for path in QUESTIONS.glob("*.yaml")}


def test_a_new_fact_leaves_the_ids_of_the_others() -> None:
    facts = list(FACTS.values())
    told = re.compile(r"/(director|closest|timeline|match-directors|same-chair)/")
    whole = {question.id for question in write_questions(facts, FILMS) if not told.search(question.id)}
    fewer = {question.id for question in write_questions(facts[1:], FILMS) if not told.search(question.id)}
    assert fewer <= whole


def test_ten_matches_can_be_dealt_without_a_film_twice() -> None:
    for seed in range(10):
        dealt = deal(CLASSIC, SHIPPED, str(seed))
        films = [film for take in dealt.takes for film in take.question.films]
        assert len(films) == len(set(films))
        kinds = Counter(take.question.kind for take in dealt.takes)
        assert len(kinds) >= 3
        assert kinds[Kind.CHOICE] <= 10


def test_a_newcomer_meets_a_name_a_number_and_a_joke() -> None:
    dealt = deal(OPENING, SHIPPED, "opening")
    assert [take.question.kind for take in dealt.takes] == [Kind.TYPED, Kind.NUMBER, Kind.CHOICE]
    assert all(OPENING.tag in take.question.tags for take in dealt.takes)


def shingles(text: str, words: int = 9) -> set[str]:
    found = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(found[place : place + words]) for place in range(len(found) - words + 1)}


def test_no_nine_words_in_a_row_are_a_source_documents() -> None:
    if not DOCUMENTS.is_dir():
        pytest.skip(f"NOT CHECKED: the source documents are not at {DOCUMENTS}")
    theirs = set().union(*(shingles(path.read_text(encoding="utf-8")) for path in DOCUMENTS.glob("*.txt")))
    assert len(theirs) > 800
    ours = [
        path
        for path in ROOT.rglob("*")
        if path.suffix in {".py", ".yaml", ".md", ".txt", ".json", ".toml"}
        and not any(
            part.startswith(".") or part in {"build", "dist"} for part in path.relative_to(ROOT).parts
        )
    ]
    assert len(ours) > 50
    found = {str(path): sorted(shingles(path.read_text(encoding="utf-8")) & theirs)[:1] for path in ours}
    assert {path: shared for path, shared in found.items() if shared} == {}
