"""The film of a text by all that is in it: titles, years, people, and the page around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.context import Context
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.link import link
from btsquiz.facts.linker import Linker
from btsquiz.facts.reviewed import Reviewed
from btsquiz.facts.title import Title
from facts.made import film
from facts.test_filmography import recorded

OLD = film("The Wharf", 1951, "Ada Brook", "Hal Stone, Ivy Lane", "Le Quai", known=3)
NEW = film("The Wharf", 2006, "Max Field", "Jon Marsh, Amy Wood", known=2)
TWIN = film("Twin Doors", 1970, "Ada Brook", "Ivy Lane", known=1)
TWIN_TOO = film("Twin Doors", 1970, "Max Field", "Amy Wood", known=1)
HARBOUR = film("A Long Cold Harbour", 1955, "Ada Brook", "Hal Stone, Guy Rivers", "Холодная гавань", known=3)
SERIES = film("Storm: The Return", 1990, "Max Field", "Jon Marsh", known=3)
LINKER = Linker(
    Filmography.of(
        OLD, NEW, TWIN, TWIN_TOO, HARBOUR, SERIES,
        film("Malibu", 1988, "Zed Nobody", "Una Unknown", known=3),
        film("Something Else Entirely", 1980, "Ada Brook", "Jon Marsh, Hal Hill, Ivy Hill", known=3),
    )
)  # fmt: skip

NOWHERE = Context()


def film_of(text: str, context: Context = NOWHERE) -> tuple[str, tuple[int, ...]]:
    title = link(text, LINKER, context).title
    return title.film, title.years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # By year, to the year or beside it.
        ("Bo Li on the set of “The Wharf” (1951)", (1951,)),
        ("Bo Li on the set of “The Wharf” (2006)", (2006,)),
        ("Bo Li on the set of “The Wharf” (2007)", (2006,)),
        ("Bo Li in 1951, on the set of “The Wharf”", (1951,)),
        # By people, in full, by surname, misspelt.
        ("Amy Wood on the set of “The Wharf”", (2006,)),
        ("Ivy Lane on the set of The Wharf", (1951,)),
        ("Director Brook on the set of “The Wharf”", (1951,)),
        ("Jon Marhs between takes of “The Wharf”", (2006,)),
        # By the title it has abroad.
        ("Bo Li sur le tournage de « Le Quai »", (1951,)),
        # By the year of the photograph, before the film was shown, and its people.
        ("Hal Stone, “The Wharf”, 1949", (1951,)),
        ("Hal Stone on the set of “The Wharf” (1950)", (1951,)),
        # By how well known it is, where nothing else tells.
        ("Bo Li on the set of “The Wharf”", (1951,)),
    ],
)
def test_namesakes_are_told_by_year_by_people_or_by_fame(text: str, years: tuple[int, ...]) -> None:
    assert film_of(text) == ("The Wharf", years)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Li on the set of “Twin Doors”",
        "Bo Li on the set of “Twin Doors” (1970)",
        "Ivy Lane and Amy Wood on the set of “Twin Doors” (1970)",
        "Bo Li on the set of “The Wharf” (1931)",
        "Bo Li on the set of “The Wharf” (1978)",
    ],
)
def test_where_two_films_fit_or_none_does_none_is_chosen(text: str) -> None:
    assert link(text, LINKER).title.known is None


@pytest.mark.parametrize(
    ("text", "film", "years"),
    [
        ("Bo Li on the set of “Rain Dogs” (1978)", "Rain Dogs", (1978,)),
        ("Bo Li on the set of “Rain Dogs”", "Rain Dogs", ()),
        ("Ivy Lane on the set of “Rain Dogs” (1953)", "Rain Dogs", (1953,)),
        ("Ivy Lane in a 1956 episode of «Rain Dogs»", "Rain Dogs", (1956,)),
        ("Bo Li on the set of “The Wharf” (1978)", "The Wharf", (1978,)),
        ("Айви Лейн на съёмках «Дождь» (1978)", "Дождь", (1978,)),
    ],
)
def test_a_film_we_do_not_know_stays_as_it_is_written(text: str, film: str, years: tuple[int, ...]) -> None:
    title = link(text, LINKER).title
    assert (title.film, title.as_written, title.years, title.known) == (film, film, years, None)
    assert (title.sure, title.mended) == ("low", False)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hal Stone on the set of “A Long Cold Harber” (1955)", "A Long Cold Harber"),
        ("Hal Stone and Guy Rivers on “A Long Cold Habrour”", "A Long Cold Habrour"),
        ("Bo Li on the set of “Long Cold Harbours” (1955)", "Long Cold Harbours"),
    ],
)
def test_a_misspelt_title_is_mended_and_kept_as_written(text: str, written: str) -> None:
    title = link(text, LINKER).title
    assert (title.known, title.as_written, title.mended) == (HARBOUR, written, True)


def test_a_title_that_is_not_mended_says_so() -> None:
    assert link("Hal Stone on the set of “A Long Cold Harbour”", LINKER).title.mended is False


def test_a_title_nearly_two_films_is_left_alone() -> None:
    near = (film("The Brown Garden", 1960, "Ada Brook"), film("The Brawn Garden", 1960, "Max Field"))
    linker = Linker(Filmography.of(*near))
    title = link("Bo Li on the set of “The Bruwn Garden” (1960)", linker).title
    assert (title.film, title.known, title.mended) == ("The Bruwn Garden", None, False)


@pytest.mark.parametrize(
    "text",
    [
        # A place, or a word that is a title too, beside people who made other films.
        "Hal Stone in Malibu, 1955",
        "Ada Brook, back from Malibu, laughs",
        "Ivy Lane sighs, Something Else Entirely, and Amy Wood laughs",
        # The first part of a title is a whole series.
        "Bo Li on the set of “Storm”",
        "Bo Li on the set of “Storm” (1977)",
    ],
)
def test_a_word_that_may_be_a_title_is_not_taken_for_the_film(text: str) -> None:
    assert link(text, LINKER).title.known is None


def test_a_place_that_is_a_title_too_leaves_the_film_to_the_people() -> None:
    assert film_of("Hal Stone and Ivy Lane walk through Malibu") == ("The Wharf", (1951,))


def page_of(one: str, year: int) -> Title:
    return LINKER.settle(one, year)


def test_the_page_around_a_text_says_its_film() -> None:
    old = page_of("The Wharf", 1951)
    assert film_of("Somebody fell into the water", Context(heading=old)) == ("The Wharf", (1951,))
    assert film_of("Somebody fell into the water", Context(page=old)) == ("The Wharf", (1951,))
    assert film_of("Somebody fell into the water", Context(section=old)) == ("", ())
    assert film_of("Ivy Lane fell into the water", Context(section=old)) == ("The Wharf", (1951,))


def test_what_a_text_itself_names_outdoes_what_its_page_is_about() -> None:
    page = Context(page=page_of("The Wharf", 1951))
    assert film_of("Jon Marsh and Amy Wood on the set of “The Wharf” (2006)", page) == ("The Wharf", (2006,))
    assert film_of("Bo Li on the set of “Rain Dogs” (1978)", page) == ("Rain Dogs", (1978,))
    assert film_of("Guy Rivers on the set of A Long Cold Harbour", page)[0] == "A Long Cold Harbour"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Bo Li on the set of “The Wharf” (1951)", "high"),
        ("Ivy Lane on the set of “The Wharf”", "high"),
        ("Bo Li on the set of “The Wharf”", "medium"),
        ("Bo Li on the set of “Long Cold Harbours” (1955)", "medium"),
        ("Bo Li on the set of “Rain Dogs” (1955)", "low"),
    ],
)
def test_how_sure_it_is_and_why(text: str, sure: str) -> None:
    title = link(text, LINKER).title
    assert (title.sure, bool(title.why)) == (sure, True)


WORDS = st.sampled_from(
    [
        "“The Wharf”", "The Wharf", "Twin Doors", "“A Long Cold Harber”", "Malibu", "(1951)", "(2006)",
        "1955",
        "Ivy Lane", "Amy Wood", "Hal Stone", "Ada Brook", "Bo Li", "and", ",", ".", "on the set of", "in",
        "Storm:",
    ]
)  # fmt: skip


@given(text=st.lists(WORDS, max_size=10).map(" ".join))
def test_a_known_film_is_one_that_something_in_the_text_fits(text: str) -> None:
    """Its title or makers stand in the text, and no year in brackets beside its title is far from it."""
    linked = link(text, LINKER)
    one, where = linked.title.known, linked.mention
    if one is None:
        return
    words = {word.strip("“”.,").lower() for word in text.split()}
    told = {word.lower() for name in (one.title, *one.aka, *one.makers) for word in name.split()} - {
        "the",
        "a",
    }
    assert words & told
    assert one.years == linked.title.years
    if where is not None and where.bracketed and where.year is not None:
        assert min(abs(where.year - year) for year in one.years) <= 3


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LINKER.films, "is_wide", True)


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Ada Brook and Hal Stone on the set of “Chilly Port” (1955)", ""),
        (
            "Ada Brook had Hal Stone stand in the water until noon, and told nobody why it was so.",
            "Chilly Port",
        ),
    ],
)
def test_a_title_we_lack_is_read_by_its_year_and_its_people(text: str, heading: str) -> None:
    over = Context(Title(heading, heading, (1955,)), titled=True, dated=True) if heading else NOWHERE
    title = link(text, LINKER, over).title
    assert (title.known, title.sure) == (HARBOUR, "medium")
    other = link(
        text.replace("1955", "1958"),
        LINKER,
        replace(over, heading=over.heading and replace(over.heading, years=(1958,))),
    )
    assert other.title.known is None


@pytest.mark.usefixtures("wide")
def test_a_title_we_lack_without_a_year_is_whose_people_made_one_film_or_no_film() -> None:
    heading = Context(Title("Chilly Place", "Chilly Place"), titled=True)
    made = link("Ada Brook, Hal Stone and Guy Rivers stood in it until noon.", LINKER, heading)
    assert made.title.known == HARBOUR
    unmade = link("Somebody stood in the water until noon.", LINKER, heading)
    assert (unmade.title.film, unmade.title.as_written) == ("", "Chilly Place")
    dated = link("Somebody stood in it.", LINKER, Context(Title("Chilly Place", "Chilly Place", (1958,))))
    assert dated.title.film == "Chilly Place"


@pytest.mark.usefixtures("wide")
def test_a_title_that_several_films_have_is_said_though_none_of_them_is_settled() -> None:
    over = Context(Title("Twin Doors", "Twin Doors", why="a title we do not know"))
    title = link("Somebody stood there until noon.", LINKER, over).title
    assert (title.film, title.known) == ("Twin Doors", None)


def test_over_a_text_of_others_a_title_of_several_films_is_a_joke_more_likely() -> None:
    over = Context(Title("Twin Doors", "Twin Doors", why="a title we do not know"))
    assert link("Somebody stood there until noon.", LINKER, over).title.film == "Twin Doors"
    assert link("Ada Brook stood there until noon.", LINKER, over).title.known == TWIN
    famous = Linker(
        recorded(Reviewed(), *((one, 900) for one in (TWIN, TWIN_TOO, film("Elsewhere", 1960, "Cy Brookes"))))
    )
    assert link("Cy Brookes stood there until noon.", famous, over).title.film == ""


def test_what_a_page_is_about_yields_to_the_film_of_those_who_made_another_together() -> None:
    page = Context(page=Title(NEW.title, "", NEW.years, NEW, "high"))
    assert (
        link(
            "Ada Brook and Guy Rivers had a quarrel in the rain, and did not speak.", LINKER, page
        ).title.known
        == HARBOUR
    )
    assert link("It rained on everybody, and nobody said a word.", LINKER, page).title.known == NEW


@pytest.mark.usefixtures("wide")
def test_a_film_of_a_longer_title_is_meant_where_more_of_its_people_are_named() -> None:
    films = Filmography.of(
        film("Cold Road", 1979, "Ada Brook", "Hal Stone", known=3),
        film("Cold Road: The Fury", 2015, "Ada Brook", "Ivy Lane, Jon Marsh", known=3),
    )
    linker = Linker(films)
    films.is_wide = True
    told = "The new Cold Road was made in the rain, with {}."
    assert link(told.format("Ada Brook, Ivy Lane and Jon Marsh"), linker).title.film == "Cold Road: The Fury"
    assert link(told.format("Ada Brook"), linker).title.film == "Cold Road"


def test_the_very_title_is_meant_unless_two_more_made_the_longer() -> None:
    short = film("Two Hills", 1990, "Ada Brook", "Hal Stone", known=2)
    longer = film("Two Hills: Walk with Me", 1992, "Ada Brook", "Ivy Lane, Amy Wood", known=2)
    linker = Linker(Filmography.of(short, longer))
    linker.films.__dict__["is_wide"] = True
    seen = "Ivy Lane with Ada Brook, on the sofa. Two Hills"
    assert link(seen, linker).title.film == "Two Hills"
    both = "Ivy Lane and Amy Wood with Ada Brook, on the sofa. Two Hills"
    assert link(both, linker).title.film == "Two Hills: Walk with Me"


def test_on_a_page_of_one_film_others_are_told_of_who_nearly_were_in_it() -> None:
    stars = ((film(f"Hit {year}", year, "Zed Nobody", "Una Star"), 400) for year in (1988, 1995))
    linker = Linker(recorded(Reviewed(), (OLD, 40), *stars))
    wharf = next(one for one in linker.films.titled("The Wharf"))
    page = Title("The Wharf", "", wharf.years, wharf, "high")
    text = "Una Star was asked first, and went fishing."
    assert link(text, linker, Context(page=page)).title.film == "The Wharf"
    assert link(text, linker, Context(section=page)).title.film == ""


def test_a_year_in_brackets_that_is_none_of_the_headings_film_tells_another() -> None:
    over = Context(heading=Title("The Wharf", "The Wharf", OLD.years, OLD, "high", "here"))
    assert film_of("A dog waits for its bone.", over) == ("The Wharf", (1951,))
    assert film_of("A dog waits for its bone (1950).", over) == ("The Wharf", (1951,))
    assert film_of("A dog waits for its bone, in a film we lack (1972).", over) == ("", ())
    assert film_of("Hal Stone waits for his bone (1972).", over) == ("The Wharf", (1951,))


def test_on_a_page_about_one_film_others_who_made_one_together_are_told_of() -> None:
    about = Title("The Wharf", "The Wharf", OLD.years, OLD, "high", "here")
    text = "Jon Marsh, Hal Hill and Ivy Hill were asked, and would not."
    assert film_of(text, Context(page=about)) == ("Something Else Entirely", (1980,))
    assert film_of(text, Context(page=about, whole=True)) == ("The Wharf", (1951,))


def test_a_title_nearly_a_films_of_its_year_outdoes_the_heading_over_it() -> None:
    known = Linker(
        Filmography.of(
            film("The Old Chain Saw", 1974, "Toby Hopper", "Gunnar Hanson", known=3),
            film("The Long Pier", 1951, "Ada Brook", "Ivy Lane", known=3),
        )
    )
    heading = known.settle("The Long Pier", 1951)
    found = link("The Old Chainsaw, Toby Hopper, 1974. Gunnar Hanson waits", known, Context(heading=heading))
    assert found.title.film == "The Old Chain Saw"


def test_a_film_named_in_passing_is_not_what_a_page_of_another_tells() -> None:
    late = film("The Long Winter Home", 1953, "Ada Brook", "Una Star, Amy Wood", known=3)
    known = Linker(Filmography.of(film("The Wharf", 1951, "Ada Brook", "Ivy Lane, Hal Stone", known=3), late))
    wharf = known.settle("The Wharf", 1951)
    text = "Ada Brook did most of it until she was called to The Long Winter Home."
    assert link(text, known, Context(page=wharf, whole=True)).title.film == "The Wharf"
    assert link(text, known).title.film == late.title
    dated = text.replace("Home.", "Home (1953), as everybody knows.")
    assert link(dated, known, Context(page=wharf, whole=True)).title.film == late.title
    others = text.replace("Ada Brook did", "Ada Brook, Una Star and Amy Wood did")
    assert link(others, known, Context(page=wharf, whole=True)).title.film == late.title


def test_of_two_films_named_the_first_is_meant_that_more_of_those_named_made() -> None:
    text = "Ada Brook and Hal Stone left {} while she was shooting {}."
    assert film_of(text.format("A Long Cold Harbour", "Twin Doors"))[0] == HARBOUR.title
    alone = "Ada Brook left {} for a year, and made {} meanwhile"
    assert film_of(alone.format("A Long Cold Harbour", "Something Else Entirely"))[0] == ""


@pytest.mark.parametrize(
    "text", ["Born: Hal Stone (1917) and Ivy Lane (1911)", "Nace Ada Brook, 1899, en Cork"]
)
def test_when_somebody_was_born_is_no_title(text: str) -> None:
    assert film_of(text)[0] == ""
