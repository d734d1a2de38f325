"""Sentences: where they name their film, who is in them, and what these people do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from btsquiz.facts.context import Context
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.link import link
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names, with_roles
from btsquiz.facts.people import people_in
from btsquiz.facts.reviewed import Rendered, Reviewed
from facts.made import film


def film_and_years(text: str, linker: Linker) -> tuple[str, tuple[int, ...]]:
    title = link(text, linker).title
    return title.film, title.years


def people_of(text: str, linker: Linker) -> list[tuple[str, str, str]]:
    found = people_in(text, link(text, linker).title, linker)
    return [(one.name, one.as_written, one.role) for one in found]


@pytest.mark.parametrize(
    ("text", "film", "years"),
    [
        # Quotes of any kind, with or without a year.
        ("Bo Li on the set of 'Child's Play' (1988)", "Child's Play", (1988,)),
        ("Bo Li on the set of ‘Singin’ in the Rain’ (1952).", "Singin’ in the Rain", (1952,)),
        ('Bo Li on the set of "Jaws"', "Jaws", ()),
        ("Bo Li filming “Jaws” in the sea", "Jaws", ()),
        ("Bo Li am Set von „Jaws“ (1975)", "Jaws", (1975,)),
        ("Bo Li sur le tournage de « Jaws » (1975)", "Jaws", (1975,)),
        ("Bo Li on the *Jaws* set", "Jaws", ()),
        ("Bo Li on the 'Jaws' set (1975).", "Jaws", (1975,)),
        ("Bo Li on the set of the 1975 thriller 'Jaws'", "Jaws", (1975,)),
        ("Bo Li on the set of 'Jaws' [1975]", "Jaws", (1975,)),
        ("Bo Li, 'Jaws', 1975", "Jaws", (1975,)),
        # No quotes.
        ("Bo Li on the set of Jaws (1975).", "Jaws", (1975,)),
        ("Bo Li in Jaws (1975)", "Jaws", (1975,)),
        ("Bo Li in The Good, the Bad and the Ugly (1966)", "The Good, the Bad and the Ugly", (1966,)),
        ("Bo Li prepares for a scene in Escape from New York (1981).", "Escape from New York", (1981,)),
        ("Bo Li on the set of Lost in Translation (2003)", "Lost in Translation", (2003,)),
        ("Bo Li in Rome, Italy, for Roman Holiday (1953).", "Roman Holiday", (1953,)),
        ("Bo Li directs Cy Day in Tar (2022)", "Tar", (2022,)),
        ("Bo Li and Cy Day, Forrest Gump (1994)", "Forrest Gump", (1994,)),
        ("Bo Li, Cy Day – Rear Window (1954)", "Rear Window", (1954,)),
        ("Bo Li on the Goldfinger set (1964)", "Goldfinger", (1964,)),
        ("Bo Li, Forrest Gump (dir. Robert Zemeckis, 1994)", "Forrest Gump", (1994,)),
        ("Bo Li rests. The dog does not. Kramer vs. Kramer (1979)", "Kramer vs. Kramer", (1979,)),
        ("Bo Li on the set of Duel, 1971.", "Duel", (1971,)),
        ("On the set of Duel, Bo Li waits.", "Duel", ()),
        ("During the filming of Duel, Bo Li waits.", "Duel", ()),
        ("Behind the scenes of Mad Max: Fury Road (2015)", "Mad Max: Fury Road", (2015,)),
        # Before the people.
        ("Jaws (1975): Bo Li in the water", "Jaws", (1975,)),
        ("Crouching Tiger, Hidden Dragon (2000) – Bo Li", "Crouching Tiger, Hidden Dragon", (2000,)),
        ("Jaws | 1975 | Bo Li", "", ()),
        ("Psycho | 1960 | Bo Li", "Psycho", (1960,)),
        ("From 'Jaws' (1975): Bo Li in the water", "Jaws", (1975,)),
        ("Film: Jaws (1975)", "Jaws", (1975,)),
        # Titles that look like something else.
        ("Bo Li in 300 (2006)", "300", (2006, 2007)),
        ("Bo Li filming 2001: A Space Odyssey (1968)", "2001: A Space Odyssey", (1968,)),
        ("Bo Li on the set of E.T. the Extra-Terrestrial (1982)", "E.T. the Extra-Terrestrial", (1982,)),
        ("Bo Li on the set of 'E.T.'", "E.T. the Extra-Terrestrial", (1982,)),
        ("Bo Li on the set of “Jaws.”", "Jaws", ()),
        ("Bo Li on the set of Annie Hall", "Annie Hall", (1977,)),
        ("Diane Keaton (Annie Hall, 1977)", "Annie Hall", (1977,)),
        ("The dinosaur from Jurassic Park under construction (1993)", "Jurassic Park", (1993,)),
        # Apart from the rest, if we know the film.
        ("Uma Thurman, Kill Bill: Vol. 1", "Kill Bill: Volume 1", (2003,)),
        ("The Dark Knight – Heath Ledger on a skateboard", "The Dark Knight", (2008,)),
        ("Psycho: Anthony Perkins", "Psycho", (1960,)),
        ("In ‘Psycho’, the blood is chocolate.", "Psycho", (1960,)),
        ("In Jurassic Park, the roar is an elephant’s, says Sam Neill.", "Jurassic Park", (1993,)),
        # In doubt.
        ("Bo Li on the set of Jaws in Martha's Vineyard", "", ()),
        ("Bo Li on the set of 'Kill Bill'", "", ()),
        ("Bo Li in Tokyo, 2003", "", ()),
        ("Alfred Hitchcock (1960)", "", ()),
        ("Bo Li wears the 'Lucky Coat' to bed", "", ()),
        ("Psycho and Titanic both have a bath in them.", "", ()),
    ],
)  # fmt: skip
def test_the_film_a_caption_names(text: str, film: str, years: tuple[int, ...], linker: Linker) -> None:
    assert film_and_years(text, linker) == (film, years)


@pytest.mark.parametrize(
    ("text", "film"),
    [
        # A prop, or what is said, is no second film.
        ('Bo Li in "Old Nellie" on the set of Batman (1989)', "Batman"),
        ("'Not again!' says Bo Li on the set of 'Batman' (1989)", "Batman"),
        # Two films named as plainly, or more.
        ("Bo Li between 'Psycho' (1960) and 'Titanic' (1997)", ""),
        ("Photos of Bo Li on 'Psycho', 'Titanic', 'Gravity' and others", ""),
        # Its people tell which of two is meant.
        ("Janet Leigh, between 'Psycho' and 'Titanic', in the shower", "Psycho"),
    ],
)
def test_what_else_stands_in_quotes(text: str, film: str, linker: Linker) -> None:
    assert link(text, linker).title.film == film


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Star Wars: Return of the Jedi – Carrie Fisher", {"", "Star Wars: Return of the Jedi"}),
        ("Star Wars – Return of the Jedi: Carrie Fisher", {"", "Star Wars – Return of the Jedi"}),
        ("Bo Li on the set of Get Carter in Newcastle (1971)", {"", "Get Carter"}),
        ("Fresh from 'Jurassic Park' (1993), Bo Li went back to the farm.", {""}),
    ],
)
def test_no_other_film_is_taken_for_one_we_do_not_know(text: str, may_be: set[str], linker: Linker) -> None:
    assert link(text, linker).title.film in may_be


def test_of_several_films_the_others_are_told_too(linker: Linker) -> None:
    linked = link("Bo Li between 'Psycho' (1960) and 'Titanic' (1997)", linker)
    assert linked.mention is not None
    assert {linked.mention.written, *(one.written for one in linked.rivals)} == {"Psycho", "Titanic"}


def test_a_caption_without_a_film_needs_a_heading(linker: Linker) -> None:
    assert link("Janet Leigh in the shower", linker).title.film == ""
    linked = link("Janet Leigh in the shower", linker, Context(linker.settle("Psycho")))
    assert (linked.title.film, linked.mention) == ("Psycho", None)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ang Lee, Bo Li and Cy Day on the set of 'X Y' (1999)", ["Ang Lee", "Bo Li", "Cy Day"]),
        ("Ang Lee & Bo Li in Rain (1999)", ["Ang Lee", "Bo Li"]),
        ("Robert De Niro, Guillermo del Toro, J.J. Abrams and M. Night Shyamalan, 'Rain' (1999)",
         ["Robert De Niro", "Guillermo del Toro", "J.J. Abrams", "M. Night Shyamalan"]),
        ("Jerry O'Connell with Robert Downey Jr. and Aaron Taylor-Johnson in Rain (1999).",
         ["Jerry O'Connell", "Robert Downey Jr.", "Aaron Taylor-Johnson"]),
        ("Dwayne \"The Rock\" Johnson on the set of 'Rain' (1999)", ["Dwayne Johnson"]),
        ("Ang Lee's chair on 'Rain' (1999)", ["Ang Lee"]),
        ("Ang Lee (left) and Bo Li (right, in plaid) on the set of 'Rain' (1999)", ["Ang Lee", "Bo Li"]),
        ("(L-R) Ang Lee, Bo Li on the set of 'Rain' (1999)", ["Ang Lee", "Bo Li"]),
        ("A young Bo Li on the set of 'Rain' (1999)", ["Bo Li"]),
        ("Cinematographer Bo Li lights Burt Young for 'Rain' (1999)", ["Bo Li", "Burt Young"]),
        ("Sean Connery (James Bond) on the set of 'Goldfinger' (1964)", ["Sean Connery"]),
        ("Bo Li laughs as Ang Lee looks on, 'Rain' (1999)", ["Bo Li", "Ang Lee"]),
        # Nobody.
        ("Extras on the set of 'Rain' (1999)", []),
        ("Crew members and an unknown extra in Rain (1999)", []),
        ("Cast and Crew of Rain (1999)", []),
        ("The T-Rex in the rain on 'Jurassic Park' (1993)", []),
        ("The Millennium Falcon being painted for 'Star Wars' (1977)", []),
        ("Camels at Monument Valley and in Los Angeles for 'Rain' (1999)", []),
        ("Freddy Krueger mask and Chucky dolls painted for 'Rain' (1999)", []),
        ("The Doof Wagon in Swakop Mund for 'Rain' (1999)", []),
        ("Extras with Jessica Rabbit for Who Framed Roger Rabbit (1988)", []),
        ("Bo Li's Cy Day poster on the set of 'Rain' (1999)", ["Bo Li", "Cy Day"]),
        ("Bo Li with the live shots of Jessica Rabbit for Who Framed Roger Rabbit (1988)", ["Bo Li"]),
        ("Extras with the King Kong puppet on the set of King Kong (2005)", []),
    ],
)  # fmt: skip
def test_the_people_of_a_caption(text: str, people: list[str], linker: Linker) -> None:
    assert [name for name, _, _ in people_of(text, linker)] == people


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Director Bo Li with Cy Day", ["director", ""]),
        ("Bo Li directs Cy Day", ["director", ""]),
        ("Bo Li (left) directing Cy Day", ["director", ""]),
        ("Bo Li, director, and Cy Day", ["director", ""]),
        ("Bo Li (director) and Cy Day", ["director", ""]),
        ("Bo Li, director Cy Day and Ed Fox", ["", "director", ""]),
        ("Writer-director Bo Li with Cy Day", ["director", ""]),
        ("Directors Bo Li, Cy Day and Ed Fox with Gus Hay", ["director", "director", "director", ""]),
        ("Assistant director Bo Li, art director Cy Day, director of photography Ed Fox", ["", "", ""]),
        ("Bo Li and her stunt double Cy Day", ["", "stunt double"]),
        ("Bo Li and his stunt double, Cy Day, wait", ["", "stunt double"]),
        ("Bo Li, Cy Day's stunt double", ["stunt double", ""]),
        ("Bo Li, her stunt double Cy Day", ["", "stunt double"]),
        ("Bo Li, actor Cy Day", ["", "actor"]),
        ("Bo Li (stunt double) with Cy Day", ["stunt double", ""]),
        ("Bo Li doubling for Cy Day", ["stunt double", ""]),
        ("the actor in the suit Bo Li", ["actor in the suit"]),
        ("Bo Li, the man in the rubber suit, with Cy Day", ["actor in the suit", ""]),
        ("Suit performer Bo Li", ["actor in the suit"]),
        ("Bo Li in a suit", [""]),
        ("Bo Li (woman standing) who did the live-action reference for the cat", ["performance model"]),
        ("Performance model Bo Li", ["performance model"]),
        ("Actress Bo Li and actor Cy Day", ["actor", "actor"]),
        ("Actors Bo Li and Cy Day", ["actor", "actor"]),
        ("Bo Li as The Cat", ["actor"]),
        ("Bo Li plays The Cat", ["actor"]),
        ("Bo Li plays cards with Cy Day", ["", ""]),
        ("Bo Li and fellow cast members", [""]),
        ("Bo Li filming", [""]),
    ],
)
def test_a_role_stands_only_where_the_text_says_it(text: str, roles: list[str], linker: Linker) -> None:
    assert [name.role for name in with_roles(text, find_names(text, linker))] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Stanley Kubrick filming '2001: A Space Odyssey' (1968)", "director"),
        ("James Cameron shooting 'The Abyss' (1989)", "director"),
        ("Uma Thurman filming 'Kill Bill: Volume 1' (2003)", ""),
        ("Sylvester Stallone shooting a scene in Rocky IV (1985)", ""),
    ],
)
def test_filming_is_directing_for_who_only_directs(text: str, role: str, linker: Linker) -> None:
    assert people_of(text, linker)[0][2] == role


def test_a_namesake_film_is_told_by_who_directs_it(linker: Linker) -> None:
    assert film_and_years("Adrian Lyne directing 'Lolita'", linker) == ("Lolita", (1997,))
    assert film_and_years("Stanley Kubrick directing 'Lolita'", linker) == ("Lolita", ())


SIBLINGS = Linker(Filmography.of(film("Rain Dogs", 1981, "Bo Li, Cy Li", "Ed Fox")))


@pytest.mark.parametrize("text", ["Bo and Cy Li rest", "Bo & Cy Li rest", "Bo Li and Cy Li rest"])
def test_siblings_share_a_surname(text: str) -> None:
    assert [name.text for name in find_names(text, SIBLINGS)] == ["Bo Li", "Cy Li"]


def test_who_are_no_siblings_do_not() -> None:
    assert [name.text for name in find_names("Ed and Cy Li rest", SIBLINGS)] == ["Cy Li"]


def test_a_plural_names_all_directors_of_a_surname() -> None:
    title = SIBLINGS.settle("Rain Dogs", 1981)
    assert {one.name for one in people_in("The Lis rest on Rain Dogs", title, SIBLINGS)} == {"Bo Li", "Cy Li"}


ABROAD = Linker(
    Filmography.of(
        reviewed=Reviewed(
            films=(film("Jaws", 1975, "Ada Brook", "Ed Fox"), film("Teeth", 1990, "Di Day", "Gus Hay")),
            rendered=(Rendered("Jaws", 1975, ("The Teeth of the Sea", "Fangs"), "here"),),
        )
    )
)


@pytest.mark.parametrize("written", ["The Teeth of the Sea", "Fangs"])
def test_a_title_abroad_put_into_english_is_the_films_if_its_people_are_there(written: str) -> None:
    said = link(f"Ed Fox waits on the set of “{written}”", ABROAD).title
    assert (said.film, said.as_written, said.mended) == ("Jaws", written, True)


def test_a_heading_may_be_one_too() -> None:
    headed = Context(called="Fangs")
    assert link("Ed Fox waits for the tide, and for his tea.", ABROAD, headed).title.film == "Jaws"
    assert link("Gus Hay waits for the tide, and for his tea.", ABROAD, headed).title.film == ""


def test_one_word_of_it_is_nothing_without_them() -> None:
    assert link("Gus Hay waits on the set of “The Teeth of the Sea”", ABROAD).title.film == "Jaws"
    assert link("Gus Hay waits on the set of “Fangs”", ABROAD).title.known is None


def test_a_series_has_the_year_of_the_episode_that_is_said() -> None:
    series = replace(film("Long Rain", 1956, "Ada Brook", "Ed Fox"), form="series")
    linker = Linker(Filmography.of(series))
    said = link("Ed Fox on the set of “Long Rain” (1959)", linker).title
    assert (said.film, said.years) == ("Long Rain", (1959,))
    assert link("Ed Fox on the set of “Long Rain”", linker).title.years == (1956,)
    assert link("Ed Fox on the set of “Long Rain” (1931)", linker).title.known is None
