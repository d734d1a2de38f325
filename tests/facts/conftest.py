"""A small filmography for the reader's tests, so that they stand while the shipped one grows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.reader import Page, read_page

Reading = Callable[[str], Page]


def film(title: str, years: str, directors: str, leads: str, *aka: str) -> Film:
    return Film(
        title, tuple(map(int, years.split())), tuple(directors.split(", ")), tuple(leads.split(", ")), aka, 3
    )


FILMS = Filmography.of(
        film("2001: A Space Odyssey", "1968", "Stanley Kubrick", "Keir Dullea, Gary Lockwood"),
        film("300", "2006 2007", "Zack Snyder", "Gerard Butler, Lena Headey"),
        film("Amélie", "2001", "Jean-Pierre Jeunet", "Audrey Tautou", "Le fabuleux destin d’Amélie Poulain"),
        film("Annie Hall", "1977", "Woody Allen", "Woody Allen, Diane Keaton, Tony Roberts"),
        film("Creature from the Black Lagoon", "1954", "Jack Arnold", "Richard Carlson, Julie Adams"),
        film("Dallas Buyers Club", "2013", "Jean-Marc Vallée", "Matthew McConaughey, Jared Leto"),
        film("Die Hard", "1988", "John McTiernan", "Bruce Willis, Alan Rickman"),
        film("Django Unchained", "2012", "Quentin Tarantino", "Jamie Foxx, Leonardo DiCaprio"),
        film("E.T. the Extra-Terrestrial", "1982", "Steven Spielberg", "Dee Wallace, Drew Barrymore", "E.T."),
        film("Fight Club", "1999", "David Fincher", "Brad Pitt, Edward Norton, Meat Loaf"),
        film("Gravity", "2013", "Alfonso Cuarón", "Sandra Bullock, George Clooney"),
        film("Groundhog Day", "1993", "Harold Ramis", "Bill Murray, Andie MacDowell"),
        film("I Am Legend", "2007", "Francis Lawrence", "Will Smith, Alice Braga"),
        film("Interview with the Vampire", "1994", "Neil Jordan", "Tom Cruise, Brad Pitt"),
        film("Jurassic Park", "1993", "Steven Spielberg", "Sam Neill, Laura Dern, Jeff Goldblum"),
        film("Kill Bill: Volume 1", "2003", "Quentin Tarantino", "Uma Thurman, Lucy Liu", "Kill Bill 1"),
        film("Kill Bill: Volume 2", "2004", "Quentin Tarantino", "Uma Thurman, Daryl Hannah"),
        film("King Kong", "2005", "Peter Jackson", "Naomi Watts, Jack Black, Andy Serkis"),
        film("Lolita", "1997", "Adrian Lyne", "Jeremy Irons, Melanie Griffith"),
        film("Psycho", "1960", "Alfred Hitchcock", "Anthony Perkins, Vera Miles, Janet Leigh"),
        film("Rocky IV", "1985", "Sylvester Stallone", "Sylvester Stallone, Carl Weathers, Dolph Lundgren"),
        film("Schindler's List", "1993", "Steven Spielberg", "Liam Neeson, Ben Kingsley"),
        film("Spider-Man: Homecoming", "2017", "Jon Watts", "Tom Holland, Michael Keaton, Zendaya"),
        film("Star Wars", "1977", "George Lucas", "Mark Hamill, Harrison Ford, Carrie Fisher", "A New Hope"),
        film("Superman", "1978", "Richard Donner", "Gene Hackman, Christopher Reeve, Margot Kidder"),
        film("The Dark Knight", "2008", "Christopher Nolan", "Christian Bale, Michael Caine, Heath Ledger"),
        film(
            "The Empire Strikes Back", "1980", "Irvin Kershner", "Mark Hamill, Harrison Ford, Carrie Fisher",
            "Star Wars: Episode V – The Empire Strikes Back",
        ),
        film("The Godfather Part II", "1974", "Francis Ford Coppola", "Al Pacino, Robert De Niro"),
        film(
            "The Lord of the Rings: The Fellowship of the Ring", "2001", "Peter Jackson",
            "Elijah Wood, Ian McKellen, Viggo Mortensen, Sean Bean",
        ),
        film("The Terminator", "1984", "James Cameron", "Arnold Schwarzenegger, Linda Hamilton"),
        film("The Virgin Suicides", "1999 2000", "Sofia Coppola", "James Woods, Kirsten Dunst"),
        film("Titanic", "1997", "James Cameron", "Leonardo DiCaprio, Kate Winslet, Billy Zane"),
        film("Who Framed Roger Rabbit", "1988", "Robert Zemeckis", "Bob Hoskins, Christopher Lloyd"),
        film("Wonder Woman", "2017", "Patty Jenkins", "Gal Gadot, Chris Pine"),

)  # fmt: skip


@pytest.fixture(scope="session")
def films() -> Filmography:
    return FILMS


@pytest.fixture(scope="session")
def linker() -> Linker:
    return Linker(FILMS)


@pytest.fixture
def read(tmp_path: Path, films: Filmography) -> Reading:
    def reading(text: str) -> Page:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        return read_page(path, films)

    return reading
