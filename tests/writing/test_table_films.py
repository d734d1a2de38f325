"""Questions on films nobody has looked up: of the table alone, and as sound as the others."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from btsquiz.checks import check_pack
from btsquiz.facts.fact import Fact, FactCorrection, Person, fact_id
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.overlay import Row
from btsquiz.facts.peers import around
from btsquiz.facts.table import LOOKED_UP, write_table
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import Choice, Multiple, Number, Question, Source, Standing
from btsquiz.writing import closest, director, same_chair, timeline, which_film
from btsquiz.writing.draft import Subjects
from btsquiz.writing.unasked import why_unasked
from btsquiz.writing.writer import write_questions


def film(title: str, year: int, *directors: str, **changes: object) -> Film:
    plain = Film(title, (year,), directors, (f"{title} Lead", f"{title} Second"), looked_up=LOOKED_UP)
    return replace(plain, **changes)


def table(*films: tuple[Film, int], reviewed: tuple[Film, ...] = ()) -> Filmography:
    connection = sqlite3.connect(":memory:")
    rows = [Row(one, fame, reviewed=False) for one, fame in films]
    write_table(connection, [*rows, *(Row(one, 40, reviewed=True) for one in reviewed)])
    return Filmography(connection)


def about(one: Film, number: int = 1, **changes: object) -> Fact:
    plain = Fact(
        id=fact_id(f"{one.title} {number}"),
        kind="photo",
        film=one.title,
        film_as_written=one.title,
        years=one.years,
        people=(Person("Ann", "Ann"),),
        standing=Standing.UNCHECKED,
        statement="Ann was there.",
        source=Source("a page", number),
        sure="high",
        why="its title and year",
    )
    return replace(plain, **changes)


ALPHA = film("Alpha", 1970, "Ada One", leads=("Ada One", "Lea Alpha", "Lou Alpha"))
NEAR = [film(f"Near {n}", 1970 + n, f"Director Near {n}") for n in range(4)]
FILMS = table((ALPHA, 50), *((one, 50) for one in NEAR))


def written(*facts: Fact, films: Filmography = FILMS) -> dict[str, Question]:
    return {question.id.split("/")[1]: question for question in write_questions(facts, films)}


def test_a_film_of_the_table_is_asked_of_and_says_what_it_was_checked_against() -> None:
    asked = written(about(ALPHA))
    assert asked.keys() == {"director", "closest"}
    told, dated = asked["director"], asked["closest"]
    assert told.answer == Choice("Ada One", ("Director Near 0", "Director Near 1", "Director Near 2"))
    assert told.why["Director Near 1"] == "Directed Near 1 (1971)."
    assert told.explain == "Ada One directed it, the year of Near 0."  # nobody knows who was billed
    assert isinstance(dated.answer, Number)
    assert (int(dated.answer.right), int(dated.answer.within)) == (1970, 2)
    assert {told.checked, dated.checked} == {"Wikidata"}
    pack = Pack("p", "p", "P", placed=tuple(Placed(one, n, 1) for n, one in enumerate(asked.values(), 1)))
    assert list(check_pack(pack)) == []


def test_where_no_cast_is_recorded_a_film_of_its_time_is_named() -> None:
    bare = replace(ALPHA, leads=())
    asked = written(about(bare), films=table((bare, 50), *((one, 50) for one in NEAR)))
    assert asked["director"].explain == "Ada One directed it, the year of Near 0."
    assert asked["closest"].explain == "Alpha: 1970, the year of Near 0."


@pytest.mark.parametrize(("known", "hard"), [(3, 1), (2, 2), (1, 3)])
def test_how_well_known_a_film_is_makes_the_question_hard(known: int, hard: int) -> None:
    films = [replace(one, known=known) for one in (ALPHA, *NEAR)]
    asked = written(about(films[0]), films=table(*((one, 50) for one in films)))
    assert asked["director"].difficulty == hard


def test_wrong_answers_are_near_in_time_and_in_fame_and_made_by_one() -> None:
    films = table(
        (ALPHA, 50),
        (film("Later", 1975, "Di Later"), 50),
        (film("Far in fame", 1970, "Di Fame", known=3), 400),
        (film("Less near", 1971, "Di Less"), 10),
        (film("Nearest", 1971, "Di Nearest"), 51),
        (film("Earlier", 1969, "Di Earlier"), 60),
        (film("By two", 1970, "Di Two", "Di Three"), 50),
        (film("By nobody", 1970), 50),
        (film("About Ada", 1970, "Di About", form="documentary"), 50),
        (film("Of another age", 1905, "Di Age"), 50),
    )
    near = list(around(ALPHA, films))
    assert [one.title for one in near] == ["Nearest", "Earlier", "Less near", "Later"]


def test_whoever_had_a_hand_in_a_film_is_no_wrong_answer() -> None:
    helped = replace(ALPHA, others=("Director Near 1",))
    films = table((helped, 50), *((one, 50) for one in NEAR))
    answer = written(about(helped), films=films)["director"].answer
    assert isinstance(answer, Choice)
    assert answer.wrong == ("Director Near 0", "Director Near 2", "Director Near 3")


@pytest.mark.parametrize("kind", ["photo", "story"])
def test_a_film_that_is_a_mere_guess_is_not_asked_of(kind: str) -> None:
    statement = "A goat came along to the first day of the shoot."
    fact = about(ALPHA, kind=kind, sure="medium", statement=statement)
    assert written(fact)
    assert written(replace(fact, sure="low")) == {}


def test_a_film_is_asked_of_only_in_its_year() -> None:
    assert written(about(ALPHA, years=(1988,))) == {}


def test_what_was_read_otherwise_than_written_is_shown_at_the_reveal() -> None:
    title = FactCorrection("Alfa", "Alpha", "title", "nearly its title", "medium", "the filmography")
    name = FactCorrection("Anm", "Ann", "typo", "nearly this name", "medium", "the filmography")
    for question in written(about(ALPHA, corrections=(title, name))).values():
        assert [(one.written, one.truth) for one in question.corrections] == [
            ("Alfa", "Alpha"),
            ("Anm", "Ann"),
        ]


def subjects(*films: Film) -> Subjects:
    return tuple((about(one, number), one) for number, one in enumerate(films, 1))


def test_same_chair_names_no_title_of_which_the_director_made_another() -> None:
    beta = film("Beta", 1975, "Ada One")
    remade = film("Near 1", 1999, "ada  one")
    films = table((ALPHA, 50), (beta, 50), (remade, 50), *((one, 50) for one in NEAR))
    (question,) = same_chair.write(subjects(ALPHA, beta), films)
    assert question.answer == Multiple(("Alpha", "Beta"), ("Near 0", "Near 2", "Near 3"))


def test_two_who_direct_together_are_asked_of_once() -> None:
    films = [film(f"Both {n}", 1970 + n, "Ada One", "Bea Two", known=1 + n) for n in range(2)]
    (question,) = same_chair.write(subjects(*films), table(*((one, 50) for one in (*films, *NEAR))))
    assert question.explain == "Ada One made Both 0 (1970) and Both 1 (1971)."
    assert question.difficulty == 3
    known = [replace(one, known=2) for one in films]
    (question,) = same_chair.write(subjects(*known), table(*((one, 50) for one in (*known, *NEAR))))
    assert question.difficulty == 2


def test_a_film_of_which_nobody_knows_who_directed_it_is_not_asked_of() -> None:
    bare = film("Bare", 1940)
    spread = [film(f"Spread {n}", 1950 + 5 * n, "Di One", "Di Two") for n in range(4)]
    facts = [about(one, number) for number, one in enumerate((bare, *spread), 1)]
    questions = write_questions(facts, table(*((one, 50) for one in (bare, *spread))))
    assert questions
    assert all("Bare" not in question.films for question in questions)


def test_the_order_of_the_facts_does_not_matter() -> None:
    films = [film(f"Film {n}", 1940 + 4 * n, f"Director {n % 5}") for n in range(12)]
    known = table(*((one, 50) for one in films))
    facts = [about(one, number) for number, one in enumerate(films, 1)]
    forth = {question.id: question for question in write_questions(facts, known)}
    assert {question.id: question for question in write_questions(facts[::-1], known)} == forth


def test_a_film_of_a_crowd_of_directors_does_not_fit_into_a_timeline() -> None:
    crowd = film("Crowd", 1990, "Di One", "Di Two", "Di Three", "Di Four")
    spread = [film(f"Spread {n}", 1950 + 5 * n, "Di One", "Di Two") for n in range(3)]
    assert list(timeline.write(subjects(*spread, crowd), FILMS)) == []
    assert len(list(timeline.write(subjects(*spread, ALPHA), FILMS))) == 1


def test_of_several_directors_nobody_asks_for_one() -> None:
    two = film("Two", 1970, "Di One", "Di Two")
    assert [*director.write(subjects(two), FILMS), *closest.write(subjects(two), FILMS)] == []


def test_a_story_that_fits_another_film_does_not_stand_beside_it() -> None:
    players = [
        replace(one, others=(f"Extra Near {n}",), parts=((f"Captain Nearby {n}", f"Near {n} Lead"),))
        for n, one in enumerate(NEAR)
    ]
    films = table((ALPHA, 50), *((one, 50) for one in (*players, film("Near 4", 1974, "Di Near"))))
    told = about(ALPHA, kind="story", statement="Extra Near 1 brought a goat for Captain Nearby 2 to ride.")
    (question,) = which_film.write([told], films)
    assert isinstance(question.answer, Choice)
    assert question.answer.wrong == ("Near 0", "Near 3", "Near 4")


def test_a_story_that_names_its_film_as_it_wrote_it_gives_the_answer_away() -> None:
    told = about(ALPHA, kind="story", statement="They shot Alfa with a goat.", film_as_written="Alfa")
    assert list(which_film.write([told], FILMS)) == []
    assert len(list(which_film.write([replace(told, film_as_written="")], FILMS))) == 1


def test_many_films_are_written_of_in_good_order() -> None:
    films = [film(f"Film {n}", 1940 + n % 70, f"Director {n}", known=1 + n % 3) for n in range(400)]
    facts = [about(one, number) for number, one in enumerate(films, 1)]
    questions = write_questions(facts, table(*((one, 50) for one in films)))
    assert len({question.id for question in questions}) == len(questions)
    assert {question.fact for question in questions} == {fact.id for fact in facts}


def test_of_each_fact_without_a_question_it_is_said_why() -> None:
    nobody, two = film("Nobody", 1960), film("Two", 1960, "Di One", "Di Two")
    films = table((ALPHA, 50), (nobody, 50), (two, 50), *((one, 50) for one in NEAR))
    facts = [
        about(ALPHA, 1),
        about(ALPHA, 2),
        about(ALPHA, 3, film="", sure="low", why="nothing says which film"),
        about(ALPHA, 4, sure="low", why="only a surname"),
        about(film("Unheard", 1960), 5),
        about(NEAR[0], 6, standing=Standing.DISPUTED),
        about(nobody, 7),
        about(two, 8),
    ]
    said = {fact.source.line: why for fact, why in why_unasked(facts, write_questions(facts, films), films)}
    assert said == {
        2: "its film is asked about from a page, line 1 already",
        3: "its film is not known: nothing says which film",
        4: "its film is not sure: only a surname",
        5: "its film is not among those btsquiz knows",
        6: "it is disputed, and no sheet asks it as a dispute",
        7: "it is not recorded who directed its film",
        8: "its film has several directors, and too few films beside it to put them in order",
    }
    (broken,) = why_unasked([about(ALPHA)], [], films)
    assert "rule" in broken[1]


def test_a_fact_is_silent_where_nobody_asked_for_its_families() -> None:
    films = table((ALPHA, 50), *((one, 50) for one in NEAR))
    written = write_questions([about(ALPHA, 1)], films)
    assert written
    ((_, why),) = why_unasked([about(ALPHA, 1)], [], films, written)
    assert "families" in why
    assert list(why_unasked([about(ALPHA, 1)], written[:1], films, written[1:])) == []
