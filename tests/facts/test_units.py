"""What may be one fact: a spec sheet in several lines, and the captions of one paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.kinds import photo_score
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.records import joined_records, with_credits, with_programmes
from btsquiz.facts.units import joined_labels, joined_lines, joined_questions, parts_of

LINKER = Linker(Filmography.of())
"""Knows nothing: a sheet's labels say what they are for."""


def joined(text: str) -> list[str]:
    return [block.text for block in joined_records(blocks_of(text), LINKER)]


def parts(text: str, linker: Linker) -> list[str]:
    (block,) = blocks_of(text)
    return [part.text for part in parts_of(block, linker)]


@pytest.mark.parametrize(
    ("sheet", "caption"),
    [
        (
            "Film: Rain Dogs\nYear: 1981\nDirector: Bo Li\nSeen: a wet dog",
            "“Rain Dogs” (1981), director Bo Li. a wet dog",
        ),
        ("Title: Rain Dogs (1981)\nNote: a wet dog", "“Rain Dogs” (1981). a wet dog"),
        ("Note: a wet dog\nMovie: “Rain Dogs”\nReleased: May 1981", "“Rain Dogs” (1981). a wet dog"),
        ("Film: Rain Dogs\nPeople: Li, Bo; Day, Cy", "“Rain Dogs”. Bo Li; Cy Day"),
        ("Film: Rain Dogs\nDir.: Bo Li\nSeen: a wet dog", "“Rain Dogs”, director Bo Li. a wet dog"),
        ("Фильм: Дождь\nГод: 1981\nРежиссёр: Бо Ли", "“Дождь” (1981), director Бо Ли."),
        ("Titre : Rain Dogs\nRéalisateur : Bo Li\nLieu : le port", "“Rain Dogs”, director Bo Li. le port"),
    ],
)  # fmt: skip
def test_a_spec_sheet_is_one_caption(sheet: str, caption: str) -> None:
    blocks = joined_records(blocks_of(f"Photos\n\n{sheet}\n\nThe end"), LINKER)
    assert [block.text for block in blocks] == ["Photos", caption, "The end"]
    assert (blocks[1].line, blocks[1].source) == (3, sheet)


@pytest.mark.parametrize(
    ("title", "caption"),
    [
        # In the place of a title may stand what is seen, with the title at its end.
        (
            "[Bo Li and two dogs on the quay, Psycho]",
            "“Psycho”, 1957. Bo Li and two dogs on the quay. A print",
        ),
        (
            "Bo Li and two wet dogs, harbour (Psycho)",
            "“Psycho”, 1957. Bo Li and two wet dogs, harbour. A print",
        ),
        ("[Bo Li and two dogs on the quay]", "1957. Bo Li and two dogs on the quay. A print"),
        # A title that we do not know stays one, however long.
        ("Bo Li and the Two Wet Dogs", "“Bo Li and the Two Wet Dogs” (1957). A print"),
        ("Psycho", "“Psycho” (1957). A print"),
    ],
)
def test_a_sheets_title_may_say_what_is_seen(title: str, caption: str, linker: Linker) -> None:
    sheet = f"Title: {title}\nDate: 1957\nMedium: A print"
    (block,) = joined_records(blocks_of(sheet), linker)
    assert block.text == caption


def test_a_sheet_without_a_film_or_a_year_says_what_is_seen(linker: Linker) -> None:
    (block,) = joined_records(blocks_of("Title: [Bo Li and two dogs]\nMedium: A print"), linker)
    assert block.text == "Bo Li and two dogs. A print"


def test_a_sheet_ends_at_a_blank_line_or_where_a_label_comes_again() -> None:
    one, other = "Film: Rain Dogs\nNote: a wet dog", "Film: Red Sand\nNote: a dry camel"
    captions = ["“Rain Dogs”. a wet dog", "“Red Sand”. a dry camel"]
    assert joined(f"{one}\n\n{other}") == captions
    assert joined(f"{one}\n{other}") == captions
    assert joined(f"{one}\n\nLamp: a new one") == [captions[0], "Lamp: a new one"]


@pytest.mark.parametrize(
    "text",
    [
        "Film: Rain Dogs",
        "Camera: an old one\nLamp: a new one",
        "Bo Li: what a day\nCy Day: what a night",
        "No labels here\nNone here",
    ],
)
def test_what_is_no_spec_sheet_stays_as_it_is(text: str) -> None:
    assert joined(text) == text.split("\n")


@pytest.mark.parametrize(
    "captions",
    [
        # Each sentence has its film.
        [
            "Uma Thurman waits on the set of “Kill Bill: Volume 1” (2003).",
            "Bill Murray naps, “Groundhog Day” (1993).",
        ],
        ["On the set of “Rain Dogs” (1981) Bo Li waits.", "“Red Sand” (1982): Cy Day naps on a camel."],
        # A sentence without one goes on about the one before.
        [
            "Uma Thurman waits on the set of “Kill Bill: Volume 1” (2003). She is cold.",
            "Bill Murray naps, “Groundhog Day” (1993).",
        ],
    ],
)
def test_a_paragraph_of_several_captions_is_parted(captions: list[str], linker: Linker) -> None:
    assert parts(" ".join(captions), linker) == captions


@pytest.mark.parametrize(
    "places",
    [("Left:", "Right:"), ("Top left:", "Bottom right:"), ("Above:", "Below:"), ("Opposite page:", "Inset:")],
)
def test_a_paragraph_is_parted_by_the_places_it_names(places: tuple[str, str], linker: Linker) -> None:
    text = f"{places[0]} Bo Li waits on “Rain Dogs” (1981). {places[1]} Cy Day naps on “Red Sand” (1982)."
    assert parts(text, linker) == ["Bo Li waits on “Rain Dogs” (1981).", "Cy Day naps on “Red Sand” (1982)."]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Li waits on the set of “Rain Dogs” (1981).",
        "Bo Li waits on the set of “Rain Dogs” (1981). It rains. It goes on raining.",
        "Bo Li waits. Cy Day naps. It rains on both of them.",
        "Bo Li vs. Cy Day on the set of “Rain Dogs” (1981), with Mr. Fox.",
        "Left: it rains on everybody.",
    ],
)
def test_one_caption_stays_whole(text: str, linker: Linker) -> None:
    assert parts(text, linker) == [text]


def test_a_sheet_that_tells_something_is_a_caption_and_a_story() -> None:
    told = "The dog had been hired for a single day and stayed for nearly all of the summer."
    sheet = f"Film: Rain Dogs\nYear: 1981\nSeen: a wet dog\nStory: {told}"
    caption, story = joined_records(blocks_of(sheet), LINKER)
    assert (caption.text, story.text) == ("“Rain Dogs” (1981). a wet dog", f"“Rain Dogs”: {told}")


def test_labels_under_a_line_that_has_the_film_are_one_caption_with_it() -> None:
    sheet = "Rain Dogs, Bo Li, 1981\nPersons: Bo Li, Cy Day\nDate: May 1980\nNotes: By the harbour."
    blocks = joined_records(blocks_of(f"A/1\n\n{sheet}\n\nA/2"), LINKER)
    assert [block.text for block in blocks] == [
        "A/1", "Rain Dogs, Bo Li, 1981. Bo Li, Cy Day. By the harbour", "A/2",
    ]  # fmt: skip
    assert (blocks[1].line, blocks[1].source, blocks[1].is_caption) == (3, sheet, True)


ASKED = (
    "Q: Did Bo Li swim?", "A: He did, and he was cold.", "Q. Who fed the dog?", "A. Cy Day.",
    "Question: Was it wet?", "Answer: It was.",
)  # fmt: skip


def test_a_question_is_joined_with_its_answer() -> None:
    blocks = joined_questions(blocks_of("\n\n".join(["A column", *ASKED])))
    assert [block.text for block in blocks] == [
        "A column", "Did Bo Li swim? He did, and he was cold.", "Who fed the dog? Cy Day.",
        "Was it wet? It was.",
    ]  # fmt: skip


def test_two_questions_are_no_column() -> None:
    blocks = blocks_of("\n\n".join(ASKED[:4]))
    assert joined_questions(blocks) == list(blocks)


def test_places_on_a_page_part_its_captions(linker: Linker) -> None:
    text = "Top left: Uma Thurman naps. Bottom right: Bruce Willis eats."
    assert parts(text, linker) == ["Uma Thurman naps.", "Bruce Willis eats."]
    assert parts("Page 12. Al Pacino reads.", linker) == ["Al Pacino reads."]


LABELS = st.sampled_from(
    ["Film: Rain Dogs", "Year: 1981", "Note: wet", "Director: Bo Li", "Bo Li waits", "", "Film:"]
)


@given(lines=st.lists(LABELS | st.text("ab: \n", max_size=8), max_size=12))
def test_joining_keeps_every_line_once_and_in_order(lines: list[str]) -> None:
    blocks = blocks_of("\n".join(lines))
    after = joined_records(blocks, LINKER)
    assert "\n".join(one.source for one in after) == "\n".join(one.source for one in blocks)
    assert [one.line for one in after] == sorted({one.line for one in after})


PIECES = st.sampled_from(
    [
        "“Rain Dogs” (1981)",
        "“Red Sand”",
        "Psycho",
        "Left:",
        "Right:",
        "Above:",
        "Bo Li waits",
        ".",
        ". ",
        "! ",
        "Mr. ",
    ]
)


@given(text=st.lists(PIECES | st.text(max_size=5), min_size=1, max_size=12).map(" ".join))
def test_parts_are_of_their_paragraph_in_its_order(text: str, linker: Linker) -> None:
    for block in blocks_of(text):
        at = 0
        found = list(parts_of(block, linker))
        assert found
        for part in found:
            assert part.line == block.line
            at = block.text.index(part.text, at)
            at += len(part.text)


CASES = [
    f"CASE {number}. {film} (USA, 1975)\n"
    f"Problem: The machine built for it sank on the first day of shooting off the coast, number {number}.\n"
    "Solution: The director shot around it, and the audience did all the rest by itself."
    for number, film in enumerate(("JAWS", "ALIEN", "DUEL"), 1)
]


def test_what_stands_under_two_labels_time_and_again_is_one_story():
    blocks = joined_labels(blocks_of("\n\n".join(CASES)))
    assert len(blocks) == 6
    assert all("Problem: " in block.text and "did all the rest" in block.text for block in blocks[1::2])
    assert "Solution:" not in blocks[1].text


def test_two_labels_once_or_over_values_are_left_alone():
    twice = blocks_of("\n\n".join(CASES[:2]))
    assert joined_labels(twice) == list(twice)
    record = blocks_of("\n\n".join(["Title: Jaws\nDirector: Steven Spielberg"] * 4))
    assert joined_labels(record) == list(record)


def test_a_numbered_case_is_a_heading_by_its_film():
    assert [block.text for block in blocks_of("CASE 5. JAWS (USA, 1975)\n\nStill 12: Alien (1979)")] == [
        "JAWS (USA, 1975)",
        "Alien (1979)",
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Mon 3 March, 7.45   JAWS   USA 1975, 124 mins, cert 12, Dir: Steven Spielberg", "JAWS (1975)"),
        ("Tue 11 March   The Tin Drum   W. Germany/France 1979, 142 min., Dir. Volker Schlöndorff",
         "The Tin Drum (1979)"),
        ("20.30 | “Stalker” | USSR 1979, 161 mins | Director: Andrei Tarkovsky", "Stalker (1979)"),
        # No length, no maker, or no parts: a line like any other.
        ("JAWS   USA 1975, Dir: Steven Spielberg", ""),
        ("JAWS   USA 1975, 124 mins", ""),
        ("Jaws of 1975 ran for 124 mins and Dir: Steven Spielberg was glad of it.", ""),
    ],
)  # fmt: skip
def test_what_a_cinema_announces_is_its_films_heading(line: str, heading: str):
    (block,) = with_programmes(blocks_of(line))
    assert block.text == (heading or blocks_of(line)[0].text)


@pytest.mark.parametrize("label", ["Cover picture:", "In the foyer:", "[photo]", "Back page:", "Our still:"])
def test_a_label_says_that_a_picture_is_there(label: str):
    told = "Ann Brook went on poking him with a stick until he fell, and then she laughed about it."
    assert photo_score(f"{label} {told}", "story") > photo_score(told, "story") + 2


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (
            ["Bo Li hides under the swamp", "while Cy Day kneels nearby."],
            "Bo Li hides under the swamp while Cy Day kneels nearby.",
        ),
        (
            ["Bo Li and Cy Day waiting", "for the horses: Rain Dogs"],
            "Bo Li and Cy Day waiting for the horses: Rain Dogs",
        ),
    ],
)
def test_a_line_broken_within_a_sentence_goes_on(lines: list[str], whole: str) -> None:
    (block,) = joined_lines(blocks_of("\n".join(lines)))
    assert (block.text, block.source, block.line) == (whole, "\n".join(lines), 1)


@pytest.mark.parametrize(
    "lines",
    [
        ["Bo Li hides under the swamp.", "while Cy Day kneels nearby"],
        ["Bo Li hides under the swamp", "", "while Cy Day kneels nearby"],
        ["Bo Li hides under the swamp", "Cy Day kneels nearby"],
        ["Bo Li hides under the swamp, 1981", "with a friend"],
        ["bo li hides under the swamp", "while cy day kneels nearby"],
        ["Bo Li hides under the swamp", "2. while Cy Day kneels nearby"],
        ["The swamp", "of Rain Dogs"],
    ],
)
def test_lines_that_end_do_not_go_on(lines: list[str]) -> None:
    assert len(joined_lines(blocks_of("\n".join(lines)))) == 2


def test_captions_within_one_sentence_are_parted(linker: Linker) -> None:
    text = (
        "Bo Li waits on “Rain Dogs” (1981); Cy Day naps on “Red Sand” (1982), and then Uma Thurman on"
        " “Kill Bill: Volume 1” (2003)."
    )
    assert parts(text, linker) == [
        "Bo Li waits on “Rain Dogs” (1981);", "Cy Day naps on “Red Sand” (1982),",
        "and then Uma Thurman on “Kill Bill: Volume 1” (2003).",
    ]  # fmt: skip


def test_a_note_that_says_what_is_seen_is_of_the_sheet() -> None:
    seen = "Bo Li shading her eyes beside one of the motors that blow the sand. Crew in goggles. All smiling."
    told = "Bo Li was told to wait. She had never been so cold, and left. Nobody asked where she went or why."
    assert joined(f"Film: Rain Dogs\nNotes: {seen}") == [f"“Rain Dogs”. {seen}"]
    assert joined(f"Film: Rain Dogs\nSeen: a dog\nNotes: {told}") == [
        "“Rain Dogs”. a dog",
        f"“Rain Dogs”: {told}",
    ]


def test_a_sheet_says_of_which_episode_it_is() -> None:
    assert joined("Production: RAIN DOGS (tv), ep. “The Lamp”\nSeen: a dog") == ["“RAIN DOGS”. a dog"]


def test_a_sheet_is_one_caption_whatever_films_it_names(linker: Linker) -> None:
    sheet = "Film: Psycho (1960)\nSeen: Janet Leigh and a lamp from “Titanic” (1997). Rain."
    (block,) = joined_records(blocks_of(sheet), LINKER)
    assert list(parts_of(block, linker)) == [block]


def test_pictures_around_a_page_are_captions_each(linker: Linker) -> None:
    text = "The double page, clockwise from top left: Janet Leigh, Psycho; Uma Thurman, Kill Bill: Volume 1"
    assert parts(text, linker) == [
        "The double page,",
        "Janet Leigh, Psycho",
        "Uma Thurman, Kill Bill: Volume 1",
    ]


def test_a_sheet_may_have_several_labels_on_a_line() -> None:
    sheet = "Film Title: Rain Dogs. Director: Bo Li. Year: 1981.\nCaption: a wet dog\nCredit: somebody"
    assert joined(sheet) == ["“Rain Dogs” (1981), director Bo Li. a wet dog. somebody"]
    assert joined("Note: it was late. Weather: bad") == ["Note: it was late. Weather: bad"]


def test_where_lines_begin_with_capitals_a_small_letter_goes_on() -> None:
    broken = "Uma Thurman sits waiting\nthrough the rain with a script"
    first, *_ = joined_lines(blocks_of(broken + "\n\nA lamp" * 12))
    assert first.text == "Uma Thurman sits waiting through the rain with a script"
    small = "Uma Thurman sits waiting\nthrough the rain\nsome days\nlater"
    assert len(joined_lines(blocks_of(small))) == 4


@pytest.mark.parametrize(
    ("sheet", "caption"),
    [
        (
            "RAIN DOGS\nDirector: Bo Li\nYear: 1981\nShown: a wet dog",
            "“RAIN DOGS” (1981), director Bo Li. a wet dog",
        ),
        # Without who made it and when, the line over labels may be anything.
        ("A lamp for sale\nYear: 1981\nShown: a wet dog", None),
        ("RAIN DOGS\n\nDirector: Bo Li\nYear: 1981", None),
    ],
)
def test_a_title_right_over_a_sheet_is_its_films(sheet: str, caption: str | None) -> None:
    assert (joined(sheet) == [caption]) is (caption is not None)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Ealing, 1949. Dir: Bo Li. Cast: Cy Day, Ed Fox", "RAIN DOGS (1949), Bo Li"),
        ("dir. Bo Li, 1949, 131 min, 35mm scope", "RAIN DOGS (1949), Bo Li"),
        ("Réal. : Bo Li. France, 1949. 2h37. VOSTF", "RAIN DOGS (1949), Bo Li"),
        ("dir. Bo Li, 1949, who was late", None),
        ("Director: Bo Li. Ufa, 1927", "RAIN DOGS (1927), Bo Li"),
        ("Regie: Bo Li, 1927", "RAIN DOGS (1927), Bo Li"),
        ("Dir.: Bo Li", None),
        ("Bo Li stood in the rain for a day.", None),
    ],
)
def test_credits_under_a_title_are_of_its_heading(line: str, heading: str | None) -> None:
    blocks = with_credits(blocks_of(f"RAIN DOGS\n{line}\nA wet dog."))
    assert [one.text for one in blocks][:-1] == ([heading] if heading else ["RAIN DOGS", line])


def test_a_title_that_has_its_year_takes_the_director_alone() -> None:
    (block, _) = with_credits(blocks_of("RAIN DOGS (1981)\nDir.: Bo Li\nA wet dog."))
    assert block.text == "RAIN DOGS (1981), Bo Li"


@pytest.mark.parametrize(
    "tale",
    [
        "The dog refused to get wet, so they painted it with oil, and it took a week to get it off again.",
        # It speaks of the set as a caption does, and tells what happened all the same.
        "The dog refused the rain at first, so the crew held an umbrella over it between takes on the pier.",
    ],
)
def test_a_note_that_tells_is_a_story_of_its_film_by_whatever_name(tale: str) -> None:
    sheet = f"Film: Rain Dogs\nYear: 1981\nShown: a wet dog\n{{}}: {tale}"
    for label in ("Trivia", "Anecdote", "Curator's note"):
        assert joined(sheet.format(label)) == ["“Rain Dogs” (1981). a wet dog", f"“Rain Dogs”: {tale}"]


@pytest.mark.parametrize("place", ["", "[IMG] ", "[photo] "])
def test_a_line_goes_on_after_the_place_of_its_picture_too(place: str) -> None:
    blocks = blocks_of(f"{place}Bo Li in the upper half of the suit and in\nand under a towel")
    assert len(joined_lines(blocks)) == 1


def test_a_sheet_whose_field_tells_how_it_was_done_is_no_pictures() -> None:
    told = "The walls of water were a waterfall turned on its side, and the film was run backwards for it."
    (story,) = joined_records(
        blocks_of(f"Film: Rain Dogs\nYear: 1981\nHow: {told}"), Linker(Filmography.of())
    )
    (photo,) = joined_records(blocks_of("Film: Rain Dogs\nYear: 1981\nHow: wet"), Linker(Filmography.of()))
    assert (story.is_caption, photo.is_caption) == (False, True)


def test_what_nobody_knows_of_a_sheet_is_no_title() -> None:
    sheet = "Film: not known\nDirector: Bo Li\nSeen: a wet dog"
    assert joined(sheet) == ["Film not known, director Bo Li. a wet dog"]


def test_a_list_of_captions_is_no_story(linker: Linker) -> None:
    listed = (
        "Bruce Willis and Alan Rickman. “Die Hard.”", "Janet Leigh, at tea. “Psycho.”",
        "Bill Murray. “Groundhog Day.”",
    )  # fmt: skip
    (block,) = blocks_of(" ".join(listed))
    assert tuple(part.text for part in parts_of(block, linker, told=True)) == listed
    (block,) = blocks_of("Bruce Willis waited. “Die Hard.” It rained on Janet Leigh in “Psycho” all day.")
    assert list(parts_of(block, linker, told=True)) == [block]


@pytest.mark.parametrize("label", ["Object number", "Inv.", "Ref", "Lot", "Accession no"])
def test_a_sheet_begins_after_the_number_of_its_picture(label: str) -> None:
    sheet = f"{label}: 1987.14.3\nFilm: Rain Dogs\nYear: 1981\nSeen: a wet dog"
    (_, block) = joined_records(blocks_of(f"Photos\n\n{sheet}"), LINKER)
    assert (block.line, block.gap, block.source) == (4, 1, sheet.partition("\n")[2])
    assert "1987" not in block.text


def test_credits_are_of_no_number_over_them() -> None:
    lines = "HPL 0044180\nEaling, 1949. Dir: Robert Hamer"
    assert [block.text for block in with_credits(blocks_of(lines))] == lines.split("\n")
