"""Hints: they narrow an answer down, and never say it."""

from __future__ import annotations

import pytest

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.writing.hints import also_directed, also_in, when_and_whose

CAST = tuple(f"Extra {n}" for n in range(8))


def film(
    title: str, year: int, *directors: str, known: int = 3, leads: tuple[str, ...] = ("Lee Lead",)
) -> Film:
    return Film(title, (year,), directors, leads, known=known, looked_up="a list", others=CAST)


SHOWN = film("Alpha", 1959, "Ann Maker")
FILMS = Filmography.of(
    SHOWN,
    film("Beta", 1961, "Ann Maker", known=2),
    film("Gamma", 1963, "Ann Maker", "Bob Other"),
    film("The Maker", 1965, "Ann Maker"),
    film("Ann Maker's Last", 1966, "Ann Maker"),
    film("Delta", 1967, "Ann Maker", known=1),
)


def test_a_directors_other_film_is_one_of_theirs_alone_and_does_not_name_them() -> None:
    assert also_directed("Ann Maker", (SHOWN,), FILMS) == "Also directed Beta (1961)."
    beta = FILMS.titled("Beta")[0]
    assert also_directed("Ann Maker", (SHOWN, beta), FILMS) == ""
    assert also_directed("Nobody", (), FILMS) == ""


def test_a_players_other_film_is_one_they_lead() -> None:
    assert also_in("Lee Lead", (SHOWN,), FILMS) in {
        f"Also in {film.title} ({film.year})." for film in FILMS.films_of("Lee Lead") if film.known == 3
    }
    assert also_in("Extra 1", (SHOWN,), FILMS) == ""


@pytest.mark.parametrize(("year", "said"), [(1959, "1950s"), (2000, "2000s")])
def test_a_film_is_hinted_at_by_director_and_decade(year: int, said: str) -> None:
    assert when_and_whose(film("X", year, "Ann Maker")) == f"It is Ann Maker’s, from the {said}."
