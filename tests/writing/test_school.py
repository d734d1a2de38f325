"""Film school: what each family says of films holds in the table of films, and nowhere twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.spelling import name_key
from btsquiz.question import Choice, Question
from btsquiz.writing import casts, crossing, missing_link, writer
from btsquiz.writing.difficulty import difficulty
from btsquiz.writing.school import IN_A_YEAR, school_facts
from btsquiz.writing.writer import MOST_FACES, sound, write_school

FILMS = load_filmography(Path(__file__).parents[2] / "questions" / "facts")
FACTS = school_facts(FILMS)
SCHOOL = sound(write_school(FACTS, FILMS), FACTS, FILMS)
NAMED = re.compile(r"(?:^.* made |, | and )(.+?) \((\d{4})\)(?=,| and |\.)")


def of(family: str) -> list[tuple[Question, Choice]]:
    asked = [
        (question, question.answer)
        for question in SCHOOL
        if f"/{family}/" in question.id and isinstance(question.answer, Choice)
    ]
    assert len(asked) > 100
    return asked


def found(title: str, year: int = 0) -> Film:
    match = re.fullmatch(r"(.+) \((\d{4})\)", title)
    wanted = (int(match[2]),) if match else (year,) if year else ()
    film = FILMS.find(match[1] if match else title, wanted)
    assert film is not None, title
    return film


def cast(film: Film) -> set[str]:
    return set(map(name_key, film.makers))


def test_a_missing_link_is_in_all_three_and_nobody_else_is() -> None:
    for question, answer in of("missing-link"):
        row = [found(title, int(year)) for title, year in re.findall(NAMED, question.explain)]
        assert [film.title for film in row] == list(question.films)
        assert set.intersection(*map(cast, row)) == {name_key(answer.right)}
        for name in answer.wrong:
            assert sum(name_key(name) in cast(film) for film in row) == 1
        years = [film.year for film in row]
        assert min(b - a for a, b in pairwise(years)) >= 2


def test_nobody_is_the_link_twice() -> None:
    assert Counter(answer.right for _, answer in of("missing-link")).most_common(1)[0][1] == 1


def test_of_a_crossing_only_the_right_film_has_both() -> None:
    for question, answer in of("crossing"):
        year = int(question.id.split("/")[0].rpartition("-")[2])
        right = found(question.films[0], year)
        assert answer.right in {right.title, f"{right.title} ({right.year})"}
        for title, note in question.why.items():
            told = re.fullmatch(r"From (\d+): with (.+), without (.+)\.", note)
            assert told
            here, missing = told[2], told[3]
            assert here in question.ask
            assert missing in question.ask
            assert {name_key(here), name_key(missing)} <= cast(right)
            other = found(title, int(told[1]))
            assert name_key(here) in cast(other)
            assert name_key(missing) not in cast(other)
            assert len(other.makers) >= 8


def test_the_odd_one_out_shares_no_director_with_the_rest_who_share_one() -> None:
    for question, answer in of("odd-one-out"):
        director = re.match(r"(.+) made it in \d{4}", next(iter(question.why.values())))
        assert director
        for title, note in question.why.items():
            year = re.search(r"in (\d{4})", note)
            assert year
            assert found(title, int(year[1])).directors == (director[1],)
        odd = re.search(r"from (\d{4})\.$", question.explain)
        assert odd
        assert name_key(director[1]) not in cast(found(answer.right, int(odd[1])))


def test_the_right_place_in_a_row_is_where_the_year_is() -> None:
    places = Counter()
    for question, answer in of("place-next"):
        row = re.findall(r"(?:^|, | and |stand )([^,]+?) \((\d{4})\)", question.ask)
        year = int(re.search(r"came out in (\d{4})", question.explain)[1])  # type: ignore[index]
        older = sum(int(one) < year for _, one in row)
        assert len(row) == 3
        assert min(abs(int(one) - year) for _, one in row) >= 3
        wanted = ("Before", "Between", "Between", "After")[older]
        assert answer.right.startswith(wanted)
        places[older] += 1
    assert min(places.values()) > sum(places.values()) / 8


def test_one_director_made_all_three_and_no_wrong_one_had_a_hand_in_any() -> None:
    for question, answer in of("same-director"):
        row = [found(title, int(year)) for title, year in re.findall(NAMED, question.explain)]
        assert len(row) == 3
        assert all(film.directors == (answer.right,) for film in row)
        for name in answer.wrong:
            assert all(name_key(name) not in cast(film) for film in row)


def test_film_school_is_large_of_all_families_and_of_all_difficulties() -> None:
    families = Counter(question.id.split("/")[1] for question in SCHOOL)
    assert len(SCHOOL) >= 1500
    assert min(families.values()) >= 50
    assert len(families) == len(writer._IN_SCHOOL)
    levels = Counter(question.difficulty for question in SCHOOL)
    assert min(levels[1], levels[2], levels[3]) > len(SCHOOL) / 8


def test_films_are_of_every_age_the_most_widely_reviewed_of_each_year() -> None:
    years = Counter(fact.years[0] for fact in FACTS)
    assert max(years.values()) == IN_A_YEAR
    decades = Counter(year // 10 for year in years.elements())
    assert all(decades[decade] >= 80 for decade in range(192, 202))
    assert {"jaws-1975", "casablanca-1942", "metropolis-1927", "gandhi-1982"} <= {fact.id for fact in FACTS}


def test_of_a_film_no_more_is_asked_than_a_fact_may_have_faces() -> None:
    assert max(Counter(question.fact for question in SCHOOL).values()) <= MOST_FACES["film"]


def test_a_new_family_leaves_the_ids_and_questions_of_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def newcomer(subjects, films):  # type: ignore[no-untyped-def]
        for one in writer.director.write(subjects, films):
            yield replace(one, id=one.id.replace("/director/", "/newcomer/"), ask=f"Say: {one.ask}")

    monkeypatch.setattr(writer, "_IN_SCHOOL", (*writer._IN_SCHOOL, ("newcomer", newcomer, 1)))
    more = {question.id: question for question in write_school(FACTS, FILMS)}
    assert len(more) > len(SCHOOL)
    assert all(more[question.id] == question for question in SCHOOL)


def test_two_namesakes_leave_a_gap_or_live_too_long() -> None:
    def known(*years: int) -> bool:
        made = [film(f"Film {year}", year, "Ann Ash") for year in years]
        return casts.is_one_person("Ann Ash", Filmography.of(*made))

    assert known(1950, 1975, 2000)
    assert not known(1950, 1976)
    assert known(1930, 1950, 1970, 1995)
    assert not known(1930, 1950, 1970, 1990, 1996)


def test_a_long_list_of_leads_is_no_full_cast() -> None:
    names = tuple(f"Player {number}" for number in range(12))
    assert not casts.has_full_cast(Film("A", (2018,), ("D",), names))
    assert casts.has_full_cast(Film("A", (2018,), ("D",), names[:6], others=names[6:]))


def test_namesakes_and_extras_are_no_stars() -> None:
    assert not casts.is_star("Steve McQueen", FILMS)  # an actor, and a director forty years younger
    assert not casts.is_star("Bess Flowers", FILMS)  # in more films than anybody, billed in none
    assert casts.is_star("Humphrey Bogart", FILMS)


def test_titles_of_one_series_are_alike() -> None:
    def titled(*titles: str) -> list[Film]:
        return [Film(title, (2000,), ("A",)) for title in titles]

    assert not casts.are_unlike(titled("Mad Max", "Furiosa: A Mad Max Saga"))
    assert not casts.are_unlike(titled("Alien", "Alien"))
    assert not casts.are_unlike(titled("It", "It"))
    assert casts.are_unlike(titled("Lord of the Flies", "Life of the Party", "It"))


def film(title: str, year: int, *names: str, known: int = 3) -> Film:
    extras = tuple(f"{title} extra {number}" for number in range(8))
    return Film(title, (year,), (f"{title} Maker",), names, known=known, looked_up="a list", others=extras)


def subjects(films: Filmography, title: str):  # type: ignore[no-untyped-def]
    one = films.find(title)
    (fact,) = (fact for fact in school_facts(films) if fact.film == title)
    return ((fact, one),)


MET_ONCE = (
    film("Alpha", 1990, "Ann Ash", "Bob Bay"),
    film("Beta", 1993, "Ann Ash", "Cy Cook"),
    film("Gamma", 1996, "Ann Ash", "Di Dean"),
    film("Delta", 1991, "Bob Bay", "Ed East"),
    film("Epsilon", 1994, "Bob Bay", "Flo Fern"),
    *(film(f"Other {name}", 1992, name) for name in ("Cy Cook", "Di Dean", "Ed East", "Flo Fern")),
)


@pytest.fixture(autouse=True)
def _no_fame_needed(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "small" in request.node.name:
        monkeypatch.setattr(casts, "_LEAST_FAME", 0)


def test_in_a_small_table_two_who_met_once_cross_there() -> None:
    films = Filmography.of(*MET_ONCE)
    (question,) = crossing.write(subjects(films, "Alpha"), films)
    assert isinstance(question.answer, Choice)
    assert question.answer.right == "Alpha"
    assert set(question.answer.wrong) <= {"Beta", "Gamma", "Delta", "Epsilon"}
    assert "Ann Ash" in question.ask
    assert "Bob Bay" in question.ask


def test_in_a_small_table_two_who_met_again_do_not() -> None:
    again = film("Zeta", 1999, "Ann Ash", "Bob Bay", known=1)
    films = Filmography.of(*MET_ONCE, again)
    assert list(crossing.write(subjects(films, "Alpha"), films)) == []


def test_in_a_small_table_a_cast_of_few_names_proves_nothing() -> None:
    thin = [replace(one, others=()) if one.title in {"Beta", "Gamma"} else one for one in MET_ONCE]
    films = Filmography.of(*thin)
    assert list(crossing.write(subjects(films, "Alpha"), films)) == []
    assert list(missing_link.write(subjects(films, "Alpha"), films)) == []


def test_in_a_small_table_the_link_is_the_one_they_share() -> None:
    films = Filmography.of(*MET_ONCE)
    (question,) = missing_link.write(subjects(films, "Beta"), films)
    assert isinstance(question.answer, Choice)
    assert question.answer.right == "Ann Ash"
    assert set(question.answer.wrong) == {"Bob Bay", "Cy Cook", "Di Dean"}
    assert question.why["Cy Cook"] == "In Beta, but not in Alpha or Gamma."


def test_fame_makes_easy_and_work_makes_hard() -> None:
    known, unknown = film("K", 1990, "S", known=3), film("U", 1990, "S", known=1)
    films = Filmography.of(known, unknown)
    assert difficulty((known,), (), films) == 1
    assert difficulty((known, unknown), (), films) == 3
    assert difficulty((known,), ("Nobody",), films) == 2
    assert difficulty((known,), (), films, more=1) == 2
    assert difficulty((unknown,), ("Nobody",), films, more=1) == 3
