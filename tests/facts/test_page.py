"""A page's text becomes blocks, and what is no content is told from what is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.chrome import is_credit
from btsquiz.facts.fact import fact_id
from btsquiz.facts.noise import content
from btsquiz.facts.page import blocks_of, read_blocks
from btsquiz.facts.talk import is_talk
from btsquiz.text import tame

WRAPPED = (
    "The director had the whole set built on springs so that it would shake,\n"
    "and a stagehand stood under it with a lever. Nobody had told the cast\n"
    "about it, which is why they look the way they do.\n"
)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


def kept(*lines: str) -> list[str]:
    return [block.text for block in content(blocks_of("\n\n".join(lines)))[0]]


def test_a_page_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbfTwo words")
    (block,) = read_blocks(path)
    assert (block.source, block.text) == ("Two words", "Two words")


def test_blocks_know_their_line_and_the_gap_before_them() -> None:
    blocks = blocks_of("\n\nOne\n\nTwo\n\n\n\nThree\nFour\n")
    assert [(block.line, block.gap, block.text) for block in blocks] == [
        (3, 0, "One"),
        (5, 1, "Two"),
        (9, 3, "Three"),
        (10, 0, "Four"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end: str) -> None:
    blocks = blocks_of(f"One{end}{end}Two{end}")
    assert [(block.line, block.source) for block in blocks] == [(1, "One"), (3, "Two")]


def test_lines_of_a_wrapped_paragraph_are_one_block() -> None:
    (block,) = blocks_of(WRAPPED)
    assert block.source == WRAPPED.rstrip("\n")
    assert block.text == " ".join(WRAPPED.split())
    assert block.id == fact_id(WRAPPED)
    assert texts("Psycho\n" + WRAPPED) == ["Psycho", block.text]


def test_lines_in_small_letters_are_blocks_of_their_own() -> None:
    captions = ["bill murray in the snow, asleep like a log", "uma and daryl at lunch, asleep like a log"]
    assert texts("\n".join(captions)) == captions


def test_captions_line_by_line_are_blocks_of_their_own() -> None:
    captions = [
        "Uma Thurman and Daryl Hannah at lunch on the lot, during 'Kill Bill: Volume 2'",
        "Bill Murray asleep in the snow for 'Groundhog Day' (1993)",
        "Anthony Perkins and Alfred Hitchcock in front of the motel of (1960)",
    ]
    assert texts("\n".join(captions)) == captions
    assert texts("\n".join(captions[:2])) == captions[:2]
    assert texts("\n".join(f"{number}. {one}" for number, one in enumerate(captions, 1))) == captions
    listed = [f"{'word ' * 12}of", "lower case begins the next of them", f"{'word ' * 3}end", "and the last"]
    assert texts("\n".join(listed)) == listed


@pytest.mark.parametrize(
    ("line", "number", "text"),
    [
        ("1. Uma", 1, "Uma"),
        ("  12) Uma", 12, "Uma"),
        ("#7 – Uma", 7, "Uma"),
        ("No. 3: Uma", 3, "Uma"),
        ("(4) Uma", 4, "Uma"),
        ("9.Uma", 9, "Uma"),
        ("3/30 Uma", 3, "Uma"),
        ("1/18 Uma", 1, "Uma"),
        ("(1/18) Uma", 1, "Uma"),
        ("[2 of 9] Uma", 2, "Uma"),
        ("Number Fifteen: Uma", 15, "Uma"),
        ("number twenty-one – Uma", 21, "Uma"),
        ("Number Twenty One. Uma", 21, "Uma"),
        ("Photo 4: Uma", 4, "Uma"),
        ("№ 8 Ума", 8, "Ума"),
        ("nº 3. Uma", 3, "Uma"),
        ("AB-12-0345. Uma", 345, "Uma"),
        ("1.«Uma»", 1, "«Uma»"),
        ("Number Nobody counts", None, "Number Nobody counts"),
        ("9/9/1999", None, "9/9/1999"),
        ("1917", None, "1917"),
        ("3 of 30: Uma", 3, "Uma"),
        ("- 5. Uma", 5, "Uma"),
        ("2.5 million went to see it", None, "2.5 million went to see it"),
        ("12 Angry Men (1957)", None, "12 Angry Men (1957)"),
        ("300: the spears were rubber", None, "300: the spears were rubber"),
        ("2001: A Space Odyssey", None, "2001: A Space Odyssey"),
        ("50/50 (2011)", None, "50/50 (2011)"),
    ],
)
def test_a_number_in_a_list_is_told_from_one_in_a_title(line: str, number: int | None, text: str) -> None:
    (block,) = blocks_of(line)
    assert (block.number, block.text) == (number, text)


def test_a_bare_number_counts_only_in_a_row() -> None:
    assert texts("3 - Uma\n\n2 - Jaws\n\n1 - Zoë") == ["Uma", "Jaws", "Zoë"]
    assert [block.number for block in blocks_of("3: Uma\n\n2: Jaws\n\n1: Zoë")] == [3, 2, 1]
    assert texts("300: spears\n\n9: dolls") == ["300: spears", "9: dolls"]
    assert texts("9: dolls\n\n10: scores") == ["9: dolls", "10: scores"]
    assert texts("1 Uma\n\n2 Jaws\n\n3 Zoë") == ["Uma", "Jaws", "Zoë"]
    assert texts("1954 Uma\n\n1955 Jaws\n\n1956 Zoë") == ["1954 Uma", "1955 Jaws", "1956 Zoë"]


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3"), ("3.", "2.", "1."), ("#7", "#8", "#9"), ("1)", "2)", "3)")]
)
def test_a_number_with_a_line_to_itself_is_of_the_line_below(numbers: tuple[str, ...]) -> None:
    blocks = blocks_of("\n\n".join(f"{number}\n{text}" for number, text in zip(numbers, "ABC", strict=True)))
    assert [block.text for block in blocks] == ["A", "B", "C"]
    assert [block.number for block in blocks] == [int(re.sub(r"\D", "", number)) for number in numbers]


def test_a_number_alone_is_a_line_like_any_other() -> None:
    assert texts("Uma\n\n300\n\nJaws") == ["Uma", "300", "Jaws"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("* **Jaws** (1975)", "Jaws (1975)"),
        ("## Jaws", "Jaws"),
        ("[Jaws](https://example.org/a_b)", "Jaws"),
        ("Pride &amp; Prejudice", "Pride & Prejudice"),
        ("a&#27;[2Jb", "a[2Jb"),
        ("Uma\u200b Thur\u00adman", "Uma Thurman"),
        ("UMA AND HER CREW ON THE SET OF 'CHILD'S PLAY'", "Uma and her crew on the set of 'Child's Play'"),
        ("HELP!", "HELP!"),
    ],
)
def test_a_block_is_read_without_its_markup(line: str, text: str) -> None:
    (block,) = blocks_of(line)
    assert block.text == text
    assert block.id == fact_id(tame(line))


@pytest.mark.parametrize(
    "line",
    [
        "Please wait...", "Advertisement", "ADVERTISEMENT", "A word from our sponsors", "Spread the love",
        "Share this post", "Facebook | Twitter | Pinterest", "Subscribe to our newsletter",
        "By Marion Tell",
        "By Marion Tell | 3 March 2019", "Posted by admin on 3 May", "March 3, 2012",
        "12 May 2011 at 10:45",
        "2019-03-04", "37 comments", "Leave a comment", "Photo: Getty Images", "Image via Some Archive",
        "© 2011 Somebody", "https://example.org/page", "me@example.org", "3/30", "Next page",
        "Related articles",
        "Read more: ten more stories", "* * *", "You may also like", "5 min read", "Year: 1999",
        "Director: Somebody Else", "Filed under: Film",
    ],
)  # fmt: skip
def test_furniture_is_no_content(line: str) -> None:
    assert kept(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Uma Thurman shares a sandwich on the set of 'Kill Bill'",
        "Next to the camera: Bill Murray", "300", "1917",
        "Click (2006)", "Home Alone", "Contact", "By the Sea (2015)", "Director Ang Lee with his crew",
        "Sponsored by a maker of toys, the crew of the film built a shark that sank on the first day.",
        "Notes on a Scandal", "Photo of Uma Thurman asleep between two takes",
        "Read the script twice, he said.",
    ],
)  # fmt: skip
def test_content_is_no_furniture(line: str) -> None:
    assert kept(line) == [line]


def test_a_text_longer_than_any_story_is_no_content() -> None:
    assert kept("word " * 900) == []


@pytest.mark.parametrize(
    "opening",
    [
        "Comments", "3 comments", "Leave a reply", "Film_Fan says:", "Jo | 3 May at 10:45 pm",
        "About the author",
        "Somebody 3 years ago",
    ],
)  # fmt: skip
def test_from_the_comments_on_nothing_is_content(opening: str) -> None:
    story = [f"Here stands a story of some length, called {name}." for name in "abc"]
    assert kept(*story, opening, "The third one is from 'Jaws' (1975).") == story


def test_a_counter_of_comments_opens_no_comments() -> None:
    story = [f"Here stands a story of some length, called {name}." for name in "abcde"]
    assert kept("37 comments", *story) == story
    under_each = [line for text in story for line in (text, "Comments")]
    assert kept(*under_each) == story


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        ("Tell us in the comments which one surprised you!", True, True),
        ("I never knew that.", True, True),
        ("omg great post", True, True),
        ("Here are ten of them.", True, True),
        ("If you look closely you can see the crew.", True, False),
        ("We love films.", True, False),
        ("He said “I will not do it”, and walked off.", False, False),
        ("'We need another one', said the director.", False, False),
        ("It was set in World War I and filmed in the US.", False, False),
        ("Janet Leigh in the shower.", False, False),
    ],
)
def test_the_voice_of_the_page_is_told_from_a_story(text: str, strict: bool, loose: bool) -> None:
    assert is_talk(text, strict=True) is strict
    assert is_talk(text, strict=False) is loose


@given(st.text())
def test_blocks_cover_a_text_once_and_in_order(text: str) -> None:
    lines = tame(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    blocks = blocks_of(text)
    covered = [block.line + offset for block in blocks for offset in range(len(block.source.split("\n")))]
    assert covered == [number for number, line in enumerate(lines, 1) if line.strip()]
    assert "\n".join(block.source for block in blocks) == "\n".join(line for line in lines if line.strip())
    for block in blocks:
        assert block.text == tame(block.text)
        assert "\n" not in block.text


@pytest.mark.parametrize("label", ["Photo 3. ", "Picture 3: ", "Фото 3. "])
def test_the_number_of_a_picture_makes_a_caption(label: str) -> None:
    (block,) = blocks_of(f"{label}Bo Li waits in the rain")
    assert (block.text, block.number, block.is_caption) == ("Bo Li waits in the rain", 3, True)
    (other,) = blocks_of("Fact 3. Bo Li waits in the rain")
    assert not other.is_caption


@pytest.mark.parametrize("label", ["На фото: ", "Picture: ", "In the photo: ", "En la foto: "])
def test_what_a_picture_shows_is_a_caption(label: str) -> None:
    (block,) = blocks_of(f"{label}Bo Li waits in the rain")
    assert block.is_caption
    (other,) = blocks_of("Pictures of Bo Li: she waits in the rain")
    assert not other.is_caption


def test_a_number_in_a_catalogue_is_no_part_of_what_it_numbers() -> None:
    (block,) = blocks_of("Cat. 21   Bo Li – Rain Dogs (1981)")
    assert (block.number, block.text) == (21, "Bo Li – Rain Dogs (1981)")


@pytest.mark.parametrize("word", ["Lot", "Pl.", "Vun", "кадр", "F."])
@pytest.mark.parametrize("step", [1, -1])
def test_any_word_counts_a_list_that_counts_on(word: str, step: int) -> None:
    page = blocks_of("\n\n".join(f"{word} {20 + step * place}\nA lamp waits" for place in range(5)))
    assert [(one.number, one.text) for one in page] == [
        (20 + step * place, "A lamp waits") for place in range(5)
    ]


def test_what_is_numbered_within_a_folder_is_no_part_of_the_folders_line() -> None:
    lines = (
        "Folder 1",
        "  1.1.1   Rain Dogs (1981). Bo Li asleep",
        "  1.1.2   [Rain Dogs] The lamp",
        "Folder 2",
    )
    assert [(one.line, one.number, one.text) for one in blocks_of("\n".join(lines))] == [
        (1, None, "Folder 1"),
        (2, 1, "Rain Dogs (1981). Bo Li asleep"),
        (3, 2, "[Rain Dogs] The lamp"),
        (4, None, "Folder 2"),
    ]


def test_words_before_numbers_that_do_not_count_on_are_words() -> None:
    lines = ("Rocky 1976 at noon", "Rocky 1979 at noon", "Rocky 1982 at noon", "Rocky 1985 at noon")
    assert [one.text for one in blocks_of("\n\n".join(lines))] == list(lines)
    few = ("Act 1. A lamp", "Act 2. A boat", "Act 3. A dog")
    assert [one.text for one in blocks_of("\n\n".join(few))] == list(few)


RAGGED = """The shoot was planned for fifty days, and went on for a hundred and
fifty-nine, of which most were lost to a machine that would not swim
in salt water. When it came up again, nobody was there to see it,
as the crew had gone to lunch on the other side of the bay. A rig-
ger on the barge told us so.
[03:30] Above: the barge, a day later.

On the second ship the cook was the only one who could swim, and
they sent him down for the camera. He brought up a chair, and then
they went home. Two weeks after that a boy found it on the beach
with the film in it, and was paid with a ride on the
machine. It was a short one, he said later, and it was not at all
worth the trouble."""


def test_a_text_wrapped_at_no_even_width_is_read_by_paragraphs() -> None:
    first, placed, second = blocks_of(RAGGED)
    assert first.text.startswith("The shoot was") and first.text.endswith("A rigger on the barge told us so.")
    assert placed.text == "Above: the barge, a day later."
    assert second.text.startswith("On the second ship") and second.text.endswith("worth the trouble.")


def test_lines_in_small_letters_are_not_wrapped() -> None:
    board = "\n".join(
        f"kubrick and nicholson in the maze of the shining, take {word}" for word in "abcdefghij"
    )
    assert len(blocks_of(board)) == 10


def test_captions_of_two_lines_of_any_length_are_not_wrapped() -> None:
    long = "Uma Thurman and Bruce Willis, both in long wet"
    pairs = [
        f"{who}\ncoats at noon {place}" for place, who in enumerate(["Uma Thurman, in long wet", long] * 6)
    ]
    assert len(blocks_of("\n\n".join(pairs))) == 24


def test_a_ruler_parts_what_stands_over_it_from_what_stands_under_it() -> None:
    ruler = "-" * 70
    assert texts(f"{ruler}\nRAIN DOGS\n{ruler}\nA wet dog.") == [ruler, "RAIN DOGS", ruler, "A wet dog."]
    assert [one.gap for one in content(blocks_of(f"One.\n{ruler}\nTwo."))[0]] == [0, 1]
    told = "A wet dog stood in the rain, and nobody would take it home."
    for rule in (f"{ruler}", "* * *", "~"):
        assert [one.gap for one in content(blocks_of(f"{told}\n{rule}\nTwo."))[0]] == [0, 3]
        assert [one.gap for one in content(blocks_of(f"One.\n\n{rule}\n\nTwo."))[0]] == [0, 3]


def test_captions_under_pictures_stand_apart() -> None:
    lines = "a_1.jpg\nUma Thurman with a sword\na_2.jpg\nBruce Willis on a roof"
    assert [(one.text, one.gap) for one in content(blocks_of(lines))[0]] == [
        ("Uma Thurman with a sword", 1),
        ("Bruce Willis on a roof", 1),
    ]


def test_what_is_set_further_in_goes_on_with_the_line_over_it() -> None:
    items = [f"{number}   Rain Dogs {number}\n      and a dog in it" for number in range(1, 5)]
    assert texts("\n".join(items)) == [f"Rain Dogs {number} and a dog in it" for number in range(1, 5)]
    assert len(texts("\n".join(items[:3]))) == 6


@pytest.mark.parametrize(
    "line",
    [
        "#kaash flowers #tarkovsky",
        "1,204 notes",
        "185points",
        "imgur.com Report",
        "Born New York 1934.",
        "Photo: John Smith, archive",
        "HPL 0044182",
        "With Ada Moss, Bo Lind, Cy Vale",
    ],
)
def test_what_pages_have_beside_their_facts_is_furniture(line: str) -> None:
    assert kept(line) == []


def test_a_label_before_many_words_is_no_credit() -> None:
    line = "Picture: Kinski in a white suit shouts at Herzog before the ship"
    assert kept(line) == [line]


def wrapped(*starts: str) -> str:
    """Gives paragraphs that somebody broke at about sixty columns, each after what it starts with."""
    body = (
        "the boat had been brought up from the south on a lorry and\n"
        "nobody had thought of how to get it off again, so that they\n"
        "waited for the tide and for a man with a crane, who came at\n"
        "noon and was paid with a ride."
    )
    return "\n\n".join(f"{start} {body}" for start in starts)


def test_what_begins_with_a_pictures_file_does_not_unwrap_its_page() -> None:
    text = wrapped("pic1.jpg (40 kb) Here", "pic2.jpg (41 kb) Here", "Here", "pic3.jpg (42 kb) There")
    assert len(blocks_of(text)) == 4


def test_a_line_cut_short_ends_its_paragraph_where_the_next_has_a_capital() -> None:
    text = wrapped("Here", "There", "Then")
    blocks = texts(f"{text}\n\nA short line\nAnother short line")
    assert blocks[-2:] == ["A short line", "Another short line"]
    full = "A line that is as long as all the others of this page are now"
    assert texts(f"{text}\n\n{full}\nAnd what it goes on with")[-1] == f"{full} And what it goes on with"


def test_the_name_of_a_pictures_file_begins_something() -> None:
    text = wrapped("Here", "There", "Then")
    first, second = (f"pic{number}.jpg (40 kb) - somebody is seen here beside the boat" for number in (1, 2))
    assert texts(f"{text}\n\n{first}\n{second}")[-2:] == ["somebody is seen here beside the boat"] * 2


def test_times_before_four_lines_are_no_part_of_them() -> None:
    lines = ["05:40 – Ben-Hur (1959)", "11:30 Safety Last!", "59:30 — The Abyss", "1:10:55 Kill Bill"]
    assert [one.text for one in blocks_of("\n".join(lines))] == [
        "Ben-Hur (1959)", "Safety Last!", "The Abyss", "Kill Bill",
    ]  # fmt: skip
    assert [one.text for one in blocks_of("\n".join(lines[:3]))] == lines[:3]


@pytest.mark.parametrize("line", ["== 2. Jaws (1975) ==", "=== 2. Jaws (1975) ===", "~~2. Jaws (1975)~~"])
def test_signs_around_a_heading_are_none_of_it(line: str) -> None:
    (block,) = blocks_of(line)
    assert (block.text, block.number) == ("Jaws (1975)", 2)


@pytest.mark.parametrize("line", ["Image 2 of 16", "Photo 2/16", "Slide 2 of 16"])
def test_the_number_of_a_picture_may_stand_over_it(line: str) -> None:
    page = "\n\n".join(f"{line.replace('2', str(place), 1)}\nA dog on the boat" for place in range(1, 5))
    assert [block.text for block in blocks_of(page)] == ["A dog on the boat"] * 4


def test_pictures_counted_in_a_row_are_captions() -> None:
    blocks = blocks_of("\n".join(f"Pic {place}. A dog on the boat" for place in range(1, 6)))
    assert all(block.is_caption and block.text == "A dog on the boat" for block in blocks)
    others = blocks_of("\n".join(f"Vun {place}. A dog on the boat" for place in range(1, 6)))
    assert not any(block.is_caption for block in others)


def test_a_list_of_other_pages_ends_where_this_one_goes_on() -> None:
    seen = [f"Somebody called {name} on the set of a film (1975)." for name in "abcd"]
    many = [*seen, *(one.replace("called", "by the name of") for one in seen)]
    more = ("You May Also Like", "- Seventeen dogs that look like boats", "- She put a lamp in a box")
    lines = "\n".join(more)
    page = "\n\n".join((*many, lines, *(one.replace("called", "named") for one in seen)))
    assert len(kept_in(page)) == 12
    parted = lines.replace("Like\n", "Like\n\n")
    assert len(kept_in("\n\n".join((*many, parted, *(one.replace("called", "named") for one in seen))))) == 12
    # At the end of a page all that follows is of others.
    assert kept_in("\n\n".join((*seen, lines, "Why the lamp of this dog is in a box (1975)"))) == seen


def test_a_list_of_other_pages_ends_where_the_numbers_of_this_one_go_on() -> None:
    seen = [f"{place}. Somebody on the set of a film ({1970 + place})" for place in range(1, 9)]
    lines = [*seen[:4], "You may also like:", "- Seventeen dogs that look like boats", *seen[4:]]
    assert len(kept_in("\n".join(lines))) == 8
    other = [line.replace("5.", "1.") for line in lines]
    assert len(kept_in("\n".join(other[:7]))) == 4


def test_what_ends_as_a_sentence_or_is_long_is_no_name_of_another_page() -> None:
    seen = [f"Somebody called {name} on the set of a film (1975)." for name in "abcdefgh"]
    long = "Somebody called z on the set of a film in the rain with a dog and a lamp and a boat (1975)"
    lines = [*seen[:4], "Related posts", "Seventeen dogs that look like boats", "Two more", *seen[4:], long]
    assert kept_in("\n".join(lines)) == [*seen, long]
    last = [*seen[:4], "Related posts", "Seventeen dogs that look like boats", long, *seen[4:]]
    assert kept_in("\n".join(last)) == [*seen[:4], long, *seen[4:]]


def test_what_is_shown_on_days_one_after_another_is_a_programme() -> None:
    shown = "Tue 6 Oct — Rain Dogs (Li, 1981)", "mardi 20 octobre : Le Quai (1951)"
    assert kept_in("\n".join(("A dog waits on the boat", *shown))) == ["A dog waits on the boat"]
    assert kept_in(f"A dog waits on the boat\n\n{shown[0]}\n\nA lamp waits") == [
        "A dog waits on the boat",
        shown[0],
        "A lamp waits",
    ]


def test_where_people_write_from_the_top_on_what_they_write_is_the_page() -> None:
    posts = [f"The dog called {name} asleep between two takes of the boat scene" for name in "abcd"]
    stamp, *liked = "March 2 at 7:14 AM", "👍 840", "👍❤ 1.9K     212 comments", "♥ 12"
    page = "\n\n".join(
        (*posts, stamp, *(f"{post}\n{like}" for post, like in zip(posts, liked, strict=False)))
    )
    assert kept_in(page) == [*posts, *posts[:3]]
    assert kept_in(page.replace("♥ 12", "Yours, Bo Li")) == posts


def test_the_number_of_a_post_in_a_thread_is_none_of_its_text() -> None:
    (block,) = blocks_of("5/ Bo Li asleep in the lamp")
    assert (block.number, block.text) == (5, "Bo Li asleep in the lamp")


def kept_in(page: str) -> list[str]:
    return [block.text for block in content(blocks_of(page))[0]]


@pytest.mark.parametrize(
    "line",
    [
        "posted 3 hours ago · 312 notes · #dogs", "Universal Pictures", "Warner Bros.", "‹ Prev  |  Next ›",
        "reddit.com", "muppet.fandom.com", "QUICK QUIZ: which dog was in the boat, and who left it there?",
        "Saved from etsy.com", "♥ 1,204   reblogged from dogsinboats", "👍❤ 1.9K     212 comments",
        "Directed by Bo Li. Released 1951. From the novel by a dog. Two go down a river and fall in love.",
        "Released: 1954 (Japan), 56 over here    Studio: Toho    Dir: Bo Li", "Listener mail: was it a dog?",
        "2.1K Retweets   6.8K Likes", "Replying to @dogs", "Bo Li @boli · Oct 12",
        "Dir: S. Lang   DP: Bo Li", "Camera: Arriflex 35BL, modified", "Format: 65mm / 2.76",
    ],
)  # fmt: skip
def test_what_stands_around_posts_and_slides_is_furniture(line: str) -> None:
    assert kept_in(f"A dog waits on the boat\n\n{line}\n\nA lamp waits on the boat") == [
        "A dog waits on the boat",
        "A lamp waits on the boat",
    ]


def test_numbers_are_written_alike_in_one_list() -> None:
    item, other, bare, none = blocks_of("1. A dog\n2. A lamp\n3.\nA boat")
    assert (item.numbering, other.numbering, none.numbering) == ("#.", "#.", "")
    assert (bare.number, bare.text, bare.numbering) == (3, "", "")


@pytest.mark.parametrize(
    ("line", "text", "is_caption"),
    [
        ("[rh_wyler.jpg] With Mr. Wyler on the steps.", "With Mr. Wyler on the steps.", True),
        ("bruce01.gif (44k) ......... Steve in the shark", "Steve in the shark", True),
        ("bruce01.gif (44k)", "bruce01.gif (44k)", False),
        ("[rh_wyler.jpg]", "[rh_wyler.jpg]", False),
        ("[Rome] With Mr. Wyler on the steps.", "[Rome] With Mr. Wyler on the steps.", False),
        ("[pic: boat_2.jpg - Bo Li asleep at the mixer]", "Bo Li asleep at the mixer", True),
        ("[Photo: the false harbour, still without water.]", "the false harbour, still without water.", True),
        ("[pic: boat_2.jpg]", "[pic: boat_2.jpg]", False),
        ("[image: a dog waits on a boat]", "[image: a dog waits on a boat]", False),
    ],
)
def test_the_name_of_a_picture_stands_before_its_caption(line: str, text: str, *, is_caption: bool) -> None:
    (block,) = blocks_of(line)
    assert (block.text, block.is_caption) == (text, is_caption)


@pytest.mark.parametrize("line", ["with Ada Moss, and the little tripod", "With Ada Moss, Bo Lind"])
def test_who_is_with_whom_is_no_list_of_a_cast(line: str) -> None:
    assert kept(line) == [line]


@pytest.mark.parametrize("mark", ["[pic]", "[Photo]", "(photo :"])
def test_a_mark_before_its_text_says_that_a_picture_is_there(mark: str) -> None:
    (block,) = blocks_of(f"* {mark} Ada Moss with the dog)")
    assert block.is_caption
    (block,) = blocks_of("* Ada Moss with the dog (photo : Bo Lind)")
    assert not block.is_caption


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Credit: Getty", True),
        ("© Rex", True),
        ("Bob Willoughby—MPTV Images", True),
        ("Photograph: Ada Moss", True),
        ("Photographers wait for the rain to end", False),
        ("Credits roll over a dog in the sun, and it is asleep under them all", False),
    ],
)
def test_whose_picture_it_is(line: str, *, is_one: bool) -> None:
    (block,) = blocks_of(line)
    assert is_credit(block) == is_one
