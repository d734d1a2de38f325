"""A page parted by its headings: which lines are titles, what stands under them, what the page is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.headings import heading_of, kind_said, weak_heading
from btsquiz.facts.linker import Linker
from btsquiz.facts.noise import content
from btsquiz.facts.outline import Outline, outline
from btsquiz.facts.page import blocks_of
from btsquiz.facts.title_line import title_line
from facts.made import film

TEXTS = (
    "The tank was filled on the very first day of work.",
    "The blood that ran into the drain was chocolate.",
    "The box of lights was as hot as an oven.",
)
TITLES = ("Titanic", "Psycho", "Gravity")


def read(text: str, linker: Linker) -> Outline:
    return outline(content(blocks_of(text))[0], linker)


def headed(page: Outline) -> list[tuple[str, str]]:
    return [(one.block.text, one.heading.title.film if one.heading else "") for one in page.entries]


def heading(line: str, linker: Linker) -> tuple[str, int | None] | None:
    (block,) = blocks_of(line)
    found = title_line(block, linker)
    return (found.title.film, found.year) if found else None


@pytest.mark.parametrize(
    ("line", "film", "year"),
    [
        ("Psycho", "Psycho", None),
        ("“Psycho”", "Psycho", None),
        ("PSYCHO", "Psycho", None),
        ("Psycho (1960)", "Psycho", 1960),
        ("7. Psycho, 1960", "Psycho", 1960),
        ("Psycho – Alfred Hitchcock", "Psycho", None),
        ("Psycho (directed by Alfred Hitchcock, 1960)", "Psycho", 1960),
        ("PSYCHO de Hitchcock (1960)", "Psycho", 1960),
        ("Psycho, A. Hitchcock, 1960", "Psycho", 1960),
        ("Psycho / Alfred Hitchcok / 1960", "Psycho", 1960),
        ("PSYCHO (Paramount Pictures, 1960)", "Psycho", 1960),
        ("PSYCHO (USA, 1960)", "Psycho", 1960),
        ("PSYCHO (USA / Canada, 1960)", "Psycho", 1960),
        ("Folder 3. Psycho (Sam Nobody / Paramount, 1960)", "Psycho", 1960),
        ("Psycho (TV series, 1960-64)", "Psycho", 1960),
        ("“Rain Dogs” (1981)", "Rain Dogs", 1981),
        ("« La pluie »", "La pluie", None),
        ("Rain Dogs (1981)", "Rain Dogs", 1981),
        ("Le fabuleux destin d’Amélie Poulain / Amélie", "Amélie", None),
        ("The Empire Strikes Back", "The Empire Strikes Back", None),
    ],
)
def test_a_line_that_is_a_title_and_nothing_else(
    line: str, film: str, year: int | None, linker: Linker
) -> None:
    assert heading(line, linker) == (film, year)


def test_a_title_we_know_may_have_many_words_in_small_letters(linker: Linker) -> None:
    long = "La comunidad del anillo de un señor de los anillos"
    films = Filmography.of(film(long, 2001, "Peter Jackson", "Elijah Wood"))
    line = f"Peter Jackson – {long} (2001)"
    assert heading(line, Linker(films)) == (long, 2001)
    assert heading(line, linker) is None


@pytest.mark.parametrize(
    "line",
    [
        "Psycho was a hit", "In the shower of Psycho", "Bo Li", "Alfred Hitchcock",
        "Row 3. Psycho (1960)", "FROM PSYCHO", "August",
        "Psycho (1960): Janet Leigh in the shower", "Psycho – Janet Leigh", "I love Psycho", "A wet day",
    ],
)  # fmt: skip
def test_a_line_that_says_more_is_none(line: str, linker: Linker) -> None:
    assert heading(line, linker) is None


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_titles_stand_over_their_texts_or_under_them(blank: str, linker: Linker) -> None:
    pairs = list(zip(TEXTS, TITLES, strict=True))
    over = "\n\n".join(f"{title}{blank}{text}" for text, title in pairs)
    under = "\n\n".join(f"{text}{blank}{title}" for text, title in pairs)
    assert headed(read(f"Small stories\n\n{over}\n", linker)) == pairs
    assert headed(read(f"Small stories\n\n{under}\n", linker)) == pairs


def test_one_title_pushed_away_from_its_text_turns_nothing_round(linker: Linker) -> None:
    over = "\n\n".join(f"{title}\n\n{text}" for text, title in zip(TEXTS, TITLES, strict=True))
    page = read(f"Small stories\n\n{over.replace('Psycho', 'Psycho' + chr(10) * 2)}\n", linker)
    assert headed(page) == list(zip(TEXTS, TITLES, strict=True))


def test_between_two_texts_a_title_is_of_the_one_that_names_its_makers(linker: Linker) -> None:
    text = "Photos\n\nJanet Leigh waits in the shower.\n\nPsycho (1960)\n\nA dog sleeps under a lamp.\n"
    assert ("Janet Leigh waits in the shower.", "Psycho") in headed(read(text, linker))


def test_the_year_on_the_line_under_a_title_is_its_own(linker: Linker) -> None:
    page = read(f"Small stories\n\nPsycho\n1960\n\n{TEXTS[1]}\n", linker)
    (one,) = page.entries
    assert one.heading is not None
    assert (one.heading.title.film, one.heading.year) == ("Psycho", 1960)


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Nine facts about Jurassic Park", "Jurassic Park"),
        ("Jurassic Park: nine facts", "Jurassic Park"),
        ("The making of 'Jurassic Park' (1993)", "Jurassic Park"),
        ("Nine facts from Hollywood", ""),
        ("Nine jurassic facts", ""),
        ("Nine facts about Psycho and Titanic", ""),
        ("Nine facts about Psycho", ""),
    ],
)
def test_a_page_is_about_a_film_only_where_its_makers_are_all_over_it(
    title: str, topic: str, linker: Linker
) -> None:
    texts = (
        "Sam Neill burnt his hand on a flare, and kept working all the same.",
        "Steven Spielberg looked at the edit by satellite, from another film's set.",
        "A storm struck the island on the last day, and everybody slept in a ballroom.",
        "Laura Dern kept the boots, which were two sizes too large.",
    )
    page = read(title + "\n\n" + "\n\n".join(texts) + "\n", linker)
    assert page.subject.film.film == topic


def test_a_caption_at_the_top_is_not_the_title_of_its_page(linker: Linker) -> None:
    captions = [
        f"Uma Thurman {word} on the set of 'Kill Bill: Volume 1' (2003)"
        for word in ("rests", "eats", "waits")
    ]
    page = read("Photos\n\n" + "\n\n".join(captions) + "\n", linker)
    assert [one.block.text for one in (*page.entries,)] == captions


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("Rare photos from the set", "photo"), ("Twelve pictures", "photo"), ("Fotos de rodaje", "photo"),
        ("Редкие снимки", "photo"), ("Small stories", "story"), ("Did you know?", "story"),
        ("Trivia", "story"),
        ("Десять фактов", "story"), ("Photos and their stories", None), ("A wet day", None),
        ("A wet day\nTen facts\nmany photos", "story"),
    ],
)  # fmt: skip
def test_what_the_top_of_a_page_says_it_collects(lines: str, kind: str | None) -> None:
    assert kind_said(blocks_of(lines)) == kind


def test_titles_with_nothing_under_them_are_what_the_page_says(linker: Linker) -> None:
    lines = ["Psycho (1960)", "Titanic (1997)", "Gravity (2013)", "Rain Dogs (1981)"]
    page = read("Photos\n\n" + "\n\n".join(lines) + "\n", linker)
    assert [one.block.text for one in page.entries] == lines


def test_a_page_of_nothing_has_no_outline() -> None:
    page = outline((), Linker(Filmography.of()))
    assert (page.entries, page.opening, page.kind, page.is_headed) == ((), (), None, False)


LINES = st.sampled_from(
    [
        *TITLES,
        *TEXTS,
        "Rain Dogs (1981)",
        "1960",
        "",
        "",
        "Ten facts about Psycho",
        "1.",
        "2. Psycho",
        "Janet Leigh",
    ]
)


@given(lines=st.lists(LINES, max_size=14))
def test_nothing_of_a_page_is_there_twice_nor_out_of_order(lines: list[str], linker: Linker) -> None:
    blocks = content(blocks_of("\n".join(lines)))[0]
    page = outline(blocks, linker)
    at = [one.block.line for one in page.entries]
    assert at == sorted(set(at))
    assert {*at, *(one.line for one in page.opening)} <= {one.line for one in blocks}
    for one in page.entries:
        if one.heading is not None and one.heading.block is not None:
            assert one.heading.block.line != one.block.line


def test_a_record_over_another_films_record_is_a_caption_of_its_own(linker: Linker) -> None:
    records = (
        "Alfred Hitchcock – Psycho (1960)",
        "James Cameron – Titanic (1997), with Billy Zane in the rain",
    )
    page = read("Photos from the set\n\n" + "\n".join(records), linker)
    assert [one.block.text for one in page.entries] == list(records)


def test_a_director_in_a_heading_may_be_written_in_another_way() -> None:
    known = Linker(Filmography.of(film("Sunrise", 1927, "F. W. Murnau", "Janet Gaynor")))
    assert heading("Sunrise, F.W. Murnau, 1927", known) == ("Sunrise", 1927)


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        # Names and the words of a caption, and nothing that happened.
        ("Sandra Bullock and George Clooney rehearse in the box", False),
        ("Hang on a minute lads", True),
        ("Sandra Bullock was locked in for a day", True),
    ],
)
def test_a_numbered_caption_over_a_text_is_no_heading(line: str, is_heading: bool, linker: Linker) -> None:
    (block,) = blocks_of(f"3. {line}")
    (text,) = blocks_of("The box had been built of lamps, and it was so hot that they sang in it all day.")
    assert bool(weak_heading(block, text, "story", linker, counted=True)) is is_heading


def test_a_numbered_sentence_stands_over_what_tells_more_of_it(linker: Linker) -> None:
    lines = [
        f"{number}. {what}.\n{text}"
        for number, (what, text) in enumerate(zip(("It sank", "He sang", "They ran"), TEXTS, strict=False), 1)
    ]
    page = read("Nine facts\n\n" + "\n\n".join(lines) + "\n", linker)
    assert [one.heading and one.heading.text for one in page.entries] == ["It sank.", "He sang.", "They ran."]
    apart = read("Nine facts\n\n" + "\n\n".join(lines).replace(".\n", ".\n\n") + "\n", linker)
    assert not any(one.heading for one in apart.entries)


def test_a_numbered_line_that_names_somebody_may_stand_over_their_story(linker: Linker) -> None:
    lines = [
        f"{number}. Janet Leigh {word} On The Set With Uma Thurman\n{text}"
        for number, (word, text) in enumerate(zip(("Rests", "Eats", "Waits"), TEXTS, strict=False), 1)
    ]
    page = read("Nine small stories\n\n" + "\n\n".join(lines) + "\n", linker)
    assert all(one.heading and one.heading.text.startswith("Janet Leigh") for one in page.entries)
    assert len(page.entries) == 3


@pytest.mark.parametrize(
    ("line", "film"), [("The Mad One (Psycho): green is food", "Psycho"), ("A Mad One (of mine): food", "")]
)
def test_the_title_in_a_headings_brackets_is_its_films(line: str, film: str, linker: Linker) -> None:
    (block,) = blocks_of(line)
    assert heading_of(block, linker).title.film == film


def test_two_people_and_a_year_are_no_title(linker: Linker) -> None:
    assert heading("Uma Thurman and Psycho, 1982", linker) is None
    assert heading("Psycho, Alfred Hitchcock, 1960", linker) == ("Psycho", 1960)


def test_a_record_with_nothing_of_its_film_under_it_stands_alone(linker: Linker) -> None:
    page = read(
        "Photos\n\nPsycho, Alfred Hitchcock, 1960\n\nGravity, Alfonso Cuarón, 2013 (Clooney asleep)\n\n"
        "Titanic, James Cameron, 1997\n\nI love that one, tell us more!",
        linker,
    )
    assert headed(page)[:3] == [
        ("Psycho, Alfred Hitchcock, 1960", ""),
        ("Gravity, Alfonso Cuarón, 2013 (Clooney asleep)", ""),
        ("Titanic, James Cameron, 1997", ""),
    ]


def test_where_texts_stand_right_under_their_records_what_stands_further_down_is_of_none(
    linker: Linker,
) -> None:
    records = [
        "Psycho, Alfred Hitchcock, 1960", "Titanic, James Cameron, 1997", "Gravity, Alfonso Cuarón, 2013",
        "Die Hard, John McTiernan, 1988", "Groundhog Day, Harold Ramis, 1993",
    ]  # fmt: skip
    aside = "A picture says it all, said a wise old man in his lamp-lit hall"
    page = "\n\n".join((*(f"{record}\n{TEXTS[0]}" for record in records), records[0], aside))
    assert headed(read(f"Photos\n\n{page}", linker))[-2:] == [(records[0], ""), (aside, "")]
    apart = "\n\n".join((*(f"{record}\n\n{TEXTS[0]}" for record in records), records[0], aside))
    assert headed(read(f"Photos\n\n{apart}", linker))[-1] == (aside, "Psycho")


def test_an_aside_is_of_the_title_right_over_it(linker: Linker) -> None:
    page = read(
        "Photos\n\nPsycho, Alfred Hitchcock, 1960\n(Janet at the table)\nTitanic, James Cameron, 1997\n"
        "Gravity, Alfonso Cuarón, 2013\n(somebody asleep, all of them waiting)\n"
        "Die Hard, John McTiernan, 1988\n(the lamp, again, and a dog)\nGroundhog Day, Harold Ramis, 1993\n",
        linker,
    )
    under = {one.block.text: one.heading.title.film for one in page.entries if one.heading}
    assert under["(somebody asleep, all of them waiting)"] == "Gravity"
    assert under["(the lamp, again, and a dog)"] == "Die Hard"


def test_a_month_alone_is_no_title_though_a_film_has_its_name() -> None:
    linker = Linker(Filmography.of(film("August", 2008, "Ada Brook", "Hal Stone")))
    assert heading("12 August", linker) is None
    assert heading("August", linker) is None
    assert heading("August (2008)", linker) == ("August", 2008)


def test_pictures_have_numbers_of_their_own_under_numbered_headings(linker: Linker) -> None:
    parts = [
        f"{number}. {title}\n\nPhoto {2 * number}. A dog on the boat\n"
        f"Photo {2 * number + 1}. A lamp on the boat"
        for number, title in enumerate(TITLES, 1)
    ]
    assert headed(read("Photos\n\n" + "\n\n".join(parts), linker)) == [
        (text, title) for title in TITLES for text in ("A dog on the boat", "A lamp on the boat")
    ]


def test_what_is_in_a_folder_has_other_numbers_than_the_folders(linker: Linker) -> None:
    titles = (*TITLES, "Die Hard", "Lolita")
    parts = [
        f"Folder {number}. {title}\n1.{2 * number}  A dog on boat {number}\n1.{2 * number + 1}  Lamp {number}"
        for number, title in enumerate(titles, 1)
    ]
    assert headed(read("Photos\n\n" + "\n".join(parts), linker)) == [
        (text, title)
        for number, title in enumerate(titles, 1)
        for text in (f"A dog on boat {number}", f"Lamp {number}")
    ]


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("Howard Hawks – ???", True),
        ("Unknown, unknown, 195?", True),
        ("Unknown, c. 1925", False),
        ("Untitled film", False),
        ("Sin título", False),
    ],
)
def test_what_stands_in_place_of_a_title_names_no_film(line: str, maker: bool, linker: Linker) -> None:
    (block,) = blocks_of(line)
    found = title_line(block, linker)
    assert found is not None and found.explicit and not found.title.film
    assert found.names_maker == maker


@pytest.mark.parametrize("line", ["Unknown (2011)", "Howard Hawks – Psycho", "What? Psycho?", "Why?"])
def test_a_question_or_a_title_is_no_title_that_nobody_knows(line: str, linker: Linker) -> None:
    (block,) = blocks_of(line)
    found = title_line(block, linker)
    assert found is None or found.title.film


def test_a_list_of_slips_ends_where_its_signs_do(linker: Linker) -> None:
    slips = "Mistakes\n- The glass is full again.\n- A van is in the field."
    page = read(f"Stories\n\n{slips}\n{TEXTS[0]}\n{TEXTS[1]}", linker)
    under = {one.block.text: one.section.text if one.section else "" for one in page.entries}
    assert under["A van is in the field."] == "Mistakes"
    assert under[TEXTS[0]] == under[TEXTS[1]] == ""


def test_on_a_page_about_one_film_headings_name_no_other_whose_makers_are_not_there() -> None:
    known = Linker(
        Filmography.of(
            film("The Wharf", 1951, "Ada Brook", "Ivy Lane, Hal Stone", known=3),
            film("The Shadow", 1994, "Bo Li", "Una Star", known=3),
        )
    )
    texts = ("Ivy Lane fell into the water on the first day.", "Hal Stone threw her a rope, and fell too.")
    about = "The making of The Wharf\n\n"
    page = f"{about}The rope\n{texts[1]}\n\nThe water\n{texts[0]}\n\nThe Shadow\nIt was a painter’s hand."
    entries = read(page, known).entries
    assert {one.heading.title.film for one in entries if one.heading} <= {"", "The Wharf"}
    made = page.replace("It was a painter’s hand.", "Una Star is seen in it.")
    assert "The Shadow" in {one.heading.title.film for one in read(made, known).entries if one.heading}


def test_a_title_over_its_text_does_not_take_the_text_before_it() -> None:
    known = Linker(
        Filmography.of(
            film("The Wharf", 1951, "Ada Brook", "Ivy Lane, Hal Stone", known=3),
            film("The Pier", 1986, "Bo Li", "Ivy Lane, Una Star", known=3),
            film("The Dock", 1960, "Cy Vale", "Amy Wood", known=3),
        )
    )
    page = read(
        "Photos\n\nAda Brook – The Wharf (1951)\nwith Ivy Lane, who waits\n\nBo Li – The Pier (1986)\n\n"
        "Cy Vale – The Dock (1960)\nwith Amy Wood, asleep",
        known,
    )
    assert ("with Ivy Lane, who waits", "The Wharf") in headed(page)


def test_a_sentence_in_a_list_of_such_stands_over_nothing(linker: Linker) -> None:
    lines = (
        "The tank in TITANIC (1997) was as cold as it looks.",
        "Anthony Perkins was afraid of the stairs in PSYCHO because of the dark",
        "PSYCHO again: the blood was chocolate, and Janet Leigh had to lie in it for a week until the light"
        " was right and the water warm enough for her to stay there for one more take",
    )
    assert (lines[1], "") in headed(read("Stories\n\n" + "\n".join(lines), linker))
