"""Which film a title means, and whom a name: settled where it is sure, and nothing where it is not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.spelling import is_near_name, is_slip
from btsquiz.facts.spots import spots
from btsquiz.facts.titles import is_title_like, title_key
from facts.made import film


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kill Bill: Volume 2", "kill bill vol.2"),
        ("Kill Bill: Volume 2", "Kill Bill Vol. II"),
        ("Kill Bill: Volume 2", "Kill Bill 2"),
        ("John Wick: Chapter 2", "John Wick: Chapter Two"),
        ("The Godfather Part II", "Godfather, Part 2"),
        ("Rocky IV", "Rocky 4"),
        ("Interview with the Vampire", "Interview With Vampire"),
        ("Pride & Prejudice", "Pride and Prejudice"),
        ("Child's Play", "Child’s play"),
        ("Whip It", "Whip It!"),
        ("Amélie", "AMELIE"),
        ("E.T. the Extra-Terrestrial", "ET: The Extra Terrestrial"),
        ("Star Wars: Episode V – The Empire Strikes Back", "Star Wars Episode 5: The Empire Strikes Back"),
    ],
)
def test_spellings_of_one_title_share_a_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rocky II", "Rocky IV"),
        ("Rocky", "Rocky 2"),
        ("V for Vendetta", "5 for Vendetta"),
        ("X", "10"),
        ("I Am Legend", "1 Am Legend"),
        ("Alien", "Aliens"),
    ],
)
def test_titles_of_two_films_do_not(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize(
    ("title", "year", "film"),
    [
        ("Rocky 4", None, "Rocky IV"),
        ("Psycho", 1960, "Psycho"),
        ("Psycho", 1961, "Psycho"),
        ("300", 2006, "300"),
        ("300", 2007, "300"),
        ("Dallas Buy Club", None, "Dallas Buyers Club"),
        ("Dallas Byers Club", None, "Dallas Buyers Club"),
        ("I am a legend", None, "I Am Legend"),
        ("Psyhco", 1960, "Psycho"),
        ("Kill Bill", 2004, "Kill Bill: Volume 2"),
        ("Kill Bill: Volumen 1", 2003, "Kill Bill: Volume 1"),
        ("The Fellowship of the Ring", 2001, "The Lord of the Rings: The Fellowship of the Ring"),
        ("Batman: The Dark Knight", 2008, "The Dark Knight"),
    ],
)
def test_a_title_is_settled(title: str, year: int | None, film: str, linker: Linker) -> None:
    settled = linker.settle(title, year)
    assert settled.known is not None
    assert (settled.film, settled.as_written, settled.years) == (film, title, settled.known.years)


@pytest.mark.parametrize(
    ("title", "year", "film"),
    [
        ("Kill Bill", None, ""),
        ("Psycho", 1998, "Psycho"),
        ("Lolita", 1962, "Lolita"),
        ("Rocky II", 1979, "Rocky II"),
        ("Psyhco", None, "Psyhco"),
        ("Kill Bull", 1999, "Kill Bull"),
        ("Star Wars: Return of the Jedi", None, "Star Wars: Return of the Jedi"),
        ("Avatar: The Terminator", None, "Avatar: The Terminator"),
        ("The Lost World: Jurassic Park", 1997, "The Lost World: Jurassic Park"),
        ("The Lost World: Jurassic Park", None, "The Lost World: Jurassic Park"),
        ("Batman: The Dark Knight", None, "Batman: The Dark Knight"),
        ("Batman: The Dark Knight", 1999, "Batman: The Dark Knight"),
        ("Dallas Boots Club", None, "Dallas Boots Club"),
        ("Something", None, "Something"),
    ],
)
def test_a_title_that_may_be_another_films_is_not(
    title: str, year: int | None, film: str, linker: Linker
) -> None:
    settled = linker.settle(title, year)
    assert settled.known is None
    assert (settled.film, settled.years) == (film, (year,) if year else ())


def test_people_tell_a_prefix_from_another_film(linker: Linker) -> None:
    assert linker.settle("Batman: The Dark Knight", None, ["Heath Ledger"]).film == "The Dark Knight"
    assert linker.settle("Batman: The Dark Knight", None, ["Uma Thurman"]).known is None
    assert linker.settle("The Lost World: Jurassic Park", None, ["Jeff Goldblum"]).known is None


def test_year_or_people_tell_films_of_one_title() -> None:
    first = Film("King Kong", (1933,), ("Merian Cooper",), ("Fay Wray",))
    second = Film("King Kong", (2005,), ("Peter Jackson",), ("Naomi Watts",))
    linker = Linker(Filmography.of(first, second))
    assert linker.settle("King Kong", 1933).known == first
    assert linker.settle("King Kong", 2005).known == second
    assert linker.settle("King Kong", None, ["Naomi Watts"]).known == second
    assert linker.settle("King Kong").known is None
    assert linker.settle("King Kong").film == "King Kong"


def test_a_title_that_films_have_whole_is_no_part_of_anothers() -> None:
    first = Film("The Wet Dead", (1981,), ("Ada Brook",), ("Hal Stone",))
    second = Film("Wet Dead", (2013,), ("Max Field",), ("Hal Stone",))
    rise = Film("Wet Dead: Rise", (2023,), ("Zed Nobody",), ("Hal Stone",))
    linker = Linker(Filmography.of(first, second, rise))
    assert linker.settle("Wet Dead", None, ["Hal Stone"]).known is None
    assert linker.settle("Wet Dead", None, ["Hal Stone", "Ada Brook"]).known is None
    assert linker.settle("Wet Dead", None, ["Ada Brook"]).known == first
    assert Linker(Filmography.of(rise)).settle("Wet Dead", None, ["Hal Stone"]).known == rise


def test_known_titles_are_spotted_where_they_are_written_as_titles(linker: Linker) -> None:
    def spotted(text: str) -> list[tuple[str, str]]:
        found = spots(text, linker.films)
        return [(text[spot.start : spot.end], film.title) for spot in found for film in spot.films]

    assert spotted("still in The Terminator's make-up, on Kill Bill 1.") == [
        ("The Terminator", "The Terminator"),
        ("Kill Bill 1", "Kill Bill: Volume 1"),
    ]
    assert spotted("In Titanic, the tank") == [("Titanic", "Titanic")]
    assert spotted("2001: A Space Odyssey and 300") == [
        ("2001: A Space Odyssey", "2001: A Space Odyssey"),
        ("300", "300"),
    ]
    assert spotted("a titanic effort, quite psycho, the terminator") == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Una Thurman", "Uma Thurman"),
        ("Uma Thurmann", "Uma Thurman"),
        ("Umma Therman", "Uma Thurman"),
        ("UMA THURMAN", "Uma Thurman"),
        ("Quentin Tarrantino", "Quentin Tarantino"),
        ("Quentin Tarantion", "Quentin Tarantino"),
        ("Una Turner", "Una Turner"),
        ("Thurman", "Thurman"),
        ("Lucy Lee", "Lucy Lee"),
        ("Brad Pitt", "Brad Pitt"),
    ],
)
def test_a_near_name_is_mended_only_by_its_film(written: str, name: str, linker: Linker) -> None:
    film = linker.settle("Kill Bill 1").known
    assert linker.mend(written, film) == name
    if written.casefold() != name.casefold():
        assert linker.mend(written, None) == written
        assert linker.mend(written, linker.settle("Psycho").known) == written


def test_who_is_known_is_never_mended_into_somebody_else() -> None:
    films = (
        Film("A", (2000,), ("Ann Aye",), ("Jon Watt",)),
        Film("B", (2001,), ("Bea Bee",), ("Jon Watts", "Tom Hardy", "Tim Hardy")),
    )
    linker = Linker(Filmography.of(*films))
    assert linker.mend("Jon Watt", films[1]) == "Jon Watt"
    assert linker.mend("Jon Wats", films[1]) == "Jon Watts"
    assert linker.mend("Tam Hardy", films[1]) == "Tam Hardy"


def test_surnames_are_those_of_the_film(linker: Linker) -> None:
    film = linker.settle("Rocky IV").known
    assert film is not None
    assert linker.by_surname("Stallone", film) == "Sylvester Stallone"
    assert linker.by_surname("Thurman", film) is None
    homecoming = linker.settle("Spider-Man: Homecoming").known
    assert homecoming is not None
    assert linker.by_surname("Zendaya", homecoming) == "Zendaya"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The Lord of the Rings: The Two Towers", True),
        ("300", True),
        ("E.T. the Extra-Terrestrial", True),
        ("Le Fabuleux Destin d'Amélie Poulain", False),
        ("The freed man", False),
        ("the Shining", False),
        ("Rocky and", False),
        ("", False),
        ("…", False),
    ],
)
def test_what_is_written_as_a_title(text: str, is_one: bool) -> None:
    assert is_title_like(text) is is_one


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("uma", "una", True), ("toby", "tobey", True), ("ab", "ba", True),
        ("kristen", "kirsten", True), ("kritsen", "kirsten", False),
        ("brda", "brad", True), ("bean", "bing", False), ("a", "a", True), ("", "a", True), ("", "ab", False),
    ],
)  # fmt: skip
def test_a_slip_is_one_letter_or_two_that_changed_places(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip


@given(one=st.text("abc", max_size=5), other=st.text("abc", max_size=5))
def test_a_slip_is_one_either_way(one: str, other: str) -> None:
    assert is_slip(one, other) is is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Una Thurman", "Uma Thurman", True),
        ("Kino Rives", "Keanu Reeves", True),
        ("Audrey Tutu", "Audrey Tautou", True),
        ("Hanna Hall", "Hanna R. Hall", True),
        ("Michael Shannon", "Michael Sheen", False),
        ("Chris Penn", "Chris Pine", False),
        ("Michael Caine", "Michael Keaton", False),
        ("Thurman", "Uma Thurman", False),
        ("Ana Li", "Ann Lu", False),
    ],
)
def test_a_near_name(one: str, other: str, near: bool) -> None:
    assert is_near_name(one, other) is near


@given(
    title=st.text(max_size=30), year=st.none() | st.integers(1888, 2100), people=st.lists(st.text(max_size=9))
)
@example(title="ÈP0", year=None, people=[])
def test_no_title_upsets_the_linker(title: str, year: int | None, people: list[str], linker: Linker) -> None:
    settled = linker.settle(title, year, people, people)
    assert settled.as_written == title
    list(spots(title, linker.films))
    assert title_key(title_key(title)) == title_key(title) or not title_key(title).isascii()


RUSSIANS = Linker(
    Filmography.of(
        film("The Diamond Arm", 1969, "Leonid Gaidai", "Yuri Nikulin, Andrei Mironov", "Бриллиантовая рука"),
        film("Kidnapping", 1967, "Leonid Gaidai", "Yuri Nikulin, Natalya Varley", "Кавказская пленница"),
        film("Prisoner of the Mountains", 1996, "Sergei Bodrov", "Oleg Menshikov", "Кавказский пленник"),
        film("The Battleship", 1925, "Sergei Eisenstein", "Aleksandr Antonov", "Броненосец Потёмкин"),
        film("Rain Man", 1988, "Barry Levinson", "Dustin Hoffman, Tom Cruise, Daniel Lee"),
    )
)


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Бриллиантовой руки", "The Diamond Arm"),
        ("Бриллиантовую руку", "The Diamond Arm"),
        ("Кавказской пленницей", "Kidnapping"),
        ("Кавказском пленнике", "Prisoner of the Mountains"),
        ("Броненосца Потёмкина", "The Battleship"),
        ("Броненосцу", ""),
    ],
)
def test_a_russian_title_is_known_in_any_case(title: str, meant: str) -> None:
    settled = RUSSIANS.settle(title)
    assert settled.film == (meant or title) and bool(settled.known) is bool(meant)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Леонид Гайдай", "Leonid Gaidai"),
        ("Юрием Никулиным", "Yuri Nikulin"),
        ("Натальей Варлей", "Natalya Varley"),
        ("Дастин Хоффман", "Dustin Hoffman"),
        ("Дэниел Ли", "Daniel Lee"),
        # Nobody sounds like that, or not enough.
        ("Георгий Данелия", "Георгий Данелия"),
        ("Дон Ли", "Дон Ли"),
    ],
)
def test_a_name_in_cyrillic_is_whose_it_sounds_like(name: str, person: str) -> None:
    assert RUSSIANS.mend_alone(name) == person


def test_words_are_not_what_a_famous_surname_is() -> None:
    linker = Linker(
        Filmography.of(
            *(
                film(f"Rain {n}", 1960 + n, "Bo Li", "John Standing, Guy Wolkenstein", known=3)
                for n in range(40)
            )
        )
    )
    assert linker.is_famous("Wolkenstein") and not linker.is_famous("Standing")


def test_short_names_that_sound_alike_are_two() -> None:
    assert not is_near_name("Don Luis", "Tina Louise")


def test_a_title_is_no_slip_of_a_films_whose_makers_are_not_those_beside_it(linker: Linker) -> None:
    assert linker.settle("Titonic", 1997).film == "Titanic"
    assert linker.settle("Titonic", 1997, ["Kate Winslet", "Sam Neill"]).film == "Titanic"
    assert linker.settle("Titonic", 1997, ["Uma Thurman", "Sam Neill"]).known is None
