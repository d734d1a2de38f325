"""What each family writes: sound, stable, and nothing where it cannot be sound."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from btsquiz.checks import check_pack
from btsquiz.document import DocumentError, parse_document
from btsquiz.facts.fact import Fact, FactCorrection, Person, fact_id
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.sheet import sheet_of
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import Choice, Kind, Match, Multiple, Number, Order, Source, Standing
from btsquiz.writing import closest, director, match_directors, same_chair, timeline, which_film
from btsquiz.writing.writer import write_questions

FILMS = Filmography.of(
    *(
        Film(title, years, (maker,), (f"{title} Lead", f"{title} Second"), looked_up="a list")
        for title, years, maker in (
            ("Alpha", (1950,), "Ada One"),
            ("Beta", (1953,), "Bea Two"),
            ("Gamma", (1960, 1961), "Cy Three"),
            ("Delta", (1970,), "Di Four"),
            ("Epsilon", (1980,), "Ada One"),
            ("Zeta 1984", (1984,), "Ed Five"),
        )
    )
)


YEARS = {film.title: film.years for film in FILMS.reviewed}


def photo(film: str, number: int = 1, **changes: object) -> Fact:
    plain = Fact(
        id=fact_id(f"{film} {number}"),
        kind="photo",
        film=film,
        film_as_written=film,
        years=YEARS.get(film, (1950,)),
        people=(Person("Ann", "Ann"),),
        standing=Standing.CHECKED,
        statement=f"Ann was there when {film} was made.",
        source=Source("a page", number),
    )
    return replace(plain, **changes)


FACTS = [photo(film.title, number) for number, film in enumerate(FILMS.reviewed, 1)]
SUBJECTS = tuple(zip(FACTS, FILMS.reviewed, strict=True))


def test_every_written_question_passes_every_check() -> None:
    questions = write_questions(FACTS, FILMS)
    pack = Pack("p", "p", "P", placed=tuple(Placed(one, n, 1) for n, one in enumerate(questions, 1)))
    assert [str(problem) for problem in check_pack(pack)] == []
    assert {question.fact for question in questions} == {fact.id for fact in FACTS}
    assert questions == write_questions(FACTS, FILMS)


def test_a_director_stands_among_directors_who_did_not_make_it() -> None:
    asked = {question.films[0]: question for question in director.write(SUBJECTS, FILMS)}
    answer = asked["Alpha"].answer
    assert isinstance(answer, Choice)
    assert answer.right == "Ada One"
    assert answer.wrong == ("Bea Two", "Cy Three", "Di Four")
    assert asked["Alpha"].point == "alpha-1950.director"
    assert asked["Alpha"].why["Bea Two"] == "Directed Beta (1953)."
    assert asked["Alpha"].difficulty == 2


def test_a_film_of_two_directors_is_not_asked_for_one() -> None:
    two = replace(FILMS.reviewed[0], directors=("Ada One", "Bea Two"))
    films = Filmography.of(two, *FILMS.reviewed[1:])
    assert all(question.films != ("Alpha",) for question in director.write(((FACTS[0], two),), films))
    assert list(closest.write(((FACTS[0], two),), films)) == []


def test_a_year_may_be_missed_by_two_and_by_what_sources_differ() -> None:
    within = {one.films[0]: one.answer for one in closest.write(SUBJECTS, FILMS)}
    assert isinstance(within["Alpha"], Number)
    assert int(within["Alpha"].within) == 2
    assert int(within["Gamma"].within) == 3
    assert "Zeta 1984" not in within


def test_a_timeline_keeps_three_years_between_its_films() -> None:
    (question,) = timeline.write(SUBJECTS, FILMS)
    assert isinstance(question.answer, Order)
    years = [
        next(film.year for film in FILMS.reviewed if item.startswith(film.title))
        for item in question.answer.items
    ]
    assert years == sorted(years)
    assert min(b - a for a, b in pairwise(years)) >= 3
    assert list(timeline.write(SUBJECTS[:3], FILMS)) == []


def test_a_match_has_four_films_of_four_directors() -> None:
    (question,) = match_directors.write(SUBJECTS, FILMS)
    assert isinstance(question.answer, Match)
    assert len({right for _, right in question.answer.pairs}) == 4


def test_same_chair_asks_only_for_who_made_two() -> None:
    (question,) = same_chair.write(SUBJECTS, FILMS)
    assert isinstance(question.answer, Multiple)
    assert set(question.answer.right) == {"Alpha", "Epsilon"}
    assert "Ada One" in question.ask
    assert not {"Alpha", "Epsilon"} & set(question.answer.wrong)


def test_a_story_of_ones_own_page_is_asked_as_a_legend() -> None:
    story = photo("Delta", kind="story", statement="The lead brought a goat to every rehearsal.")
    (question,) = which_film.write([story], FILMS)
    assert isinstance(question.answer, Choice)
    assert question.answer.right == "Delta"
    assert question.standing is Standing.STORY_GOES
    assert question.ask.startswith("The story goes")
    told = replace(story, statement="The lead of Delta brought a goat.")
    assert list(which_film.write([told], FILMS)) == []
    named = replace(story, statement="Ed Five brought a goat.")
    assert all("Zeta 1984" not in one.answer.wrong for one in which_film.write([named], FILMS))


def test_a_disputed_fact_is_not_asked_of_its_film() -> None:
    facts = [replace(FACTS[0], standing=Standing.DISPUTED), *FACTS[1:]]
    assert FACTS[0].id not in {question.fact for question in write_questions(facts, FILMS)}


def test_a_film_nobody_knows_is_not_asked_of() -> None:
    assert write_questions([photo("Nowhere"), photo("")], FILMS) == []


SHEET = """\
format: btsquiz-facts/1
title: our page
facts:
  - id: 0123456789
    line: 4
    kind: story
    film: Delta
    years: [1970]
    standing: story goes
    statement: "A goat came along."
    corrections:
      - {written: Deltoid, truth: Delta, kind: title}
      - {truth: Delta, kind: lost}
    asks:
      why:
        - {ask: "The story goes that a goat came along. Why?", answer: Luck, wrong: [Milk, Company]}
        - {ask: "The story goes that it came back. Why?", answer: Hunger, wrong: [Fear, Love], difficulty: 3}
      knowledge:
        - {ask: "What is a goat?", accept: [An animal], films: [Beta], checked: A zoo}
"""


def test_a_sheets_own_questions_carry_their_facts_source_and_standing() -> None:
    facts = sheet_of(parse_document(SHEET, "s"), Path("s")).facts
    asked = [one for one in write_questions(facts, FILMS) if one.kind in {Kind.CHOICE, Kind.TYPED}]
    told = {one.id: one for one in asked if "/director/" not in one.id}
    assert list(told) == ["0123456789/why/1", "0123456789/why/2", "0123456789/knowledge/1"]
    first = told["0123456789/why/1"]
    assert first.point == "0123456789.why"
    assert told["0123456789/why/2"].point == "0123456789.why-2"
    assert (first.standing, first.explain) == (Standing.STORY_GOES, "A goat came along.")
    assert first.source == Source("our page", 4)
    assert first.films == ("Delta",)
    assert [one.written for one in first.corrections] == ["Deltoid"]
    known = told["0123456789/knowledge/1"]
    assert (known.standing, known.films, known.checked) == (Standing.CHECKED, ("Beta",), "A zoo")


def test_a_question_that_cannot_be_read_is_named_by_its_place() -> None:
    broken = SHEET.replace("answer: Luck, wrong: [Milk, Company]", "answer: [Luck]")
    facts = sheet_of(parse_document(broken, "s"), Path("s")).facts
    with pytest.raises(DocumentError, match=r":16:11: error: .*\[unclear-kind\]"):
        write_questions(facts, FILMS)


def test_a_correction_that_was_lost_is_kept_in_the_sheet() -> None:
    (fact,) = sheet_of(parse_document(SHEET, "s"), Path("s")).facts
    assert fact.corrections[1] == FactCorrection("", "Delta", "lost", "", "high", "")
