"""What stands on a page beside its facts: furniture, readers' comments, slips, and who is speaking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.chrome import is_chrome, is_picture, without_credit
from btsquiz.facts.language import is_foreign
from btsquiz.facts.noise import content, is_mistake
from btsquiz.facts.page import blocks_of
from btsquiz.facts.talk import is_talk

STORIES = [f"Here stands a story of some length, called {name}." for name in "abcd"]


def left_out(*lines: str) -> dict[int, str]:
    return content(blocks_of("\n".join(lines)))[1]


@pytest.mark.parametrize(
    "line",
    [
        # Names and places of pictures, with what else stands on their lines.
        "[image: somebody with a black bob looks into a mirror that is held up by a hand out of the frame]",
        "Spring 2014", "été 1968",
        "rain-dogs-03.jpg", "IMG_0042.JPG (1.2 MB)", "[image]", "Alt text: two people and a lamp",
        "Picture #12",
        # Credits, bylines, dates, buttons, counters.
        "Photo by Nobody Special", "Photos: Some Archive", "Words by Marion Tell", "BY MARION TELL",
        "Tuesday, 4 March 2014", "04/03/2014", "12k shares", "3 min read", "Tweet", "Pin it",
        "Log in", "Tags: sets, lamps, coats", "This site uses cookies", "All rights reserved",
        # Elsewhere, adverts, forms.
        "Related: ten more lamps", "Don't miss: ten more lamps", "[sponsored] Lamps for everybody",
        "Sign up for more lamps", "Click here for lamps", "Read next: coats", "Publicité", "Реклама",
        'alt="two people and a lamp"', "[ 3 prints missing, please bring them back ]",
        "lamp_fan2 · 2.7k points · 9h", "Community rules: 1. Be nice 2. No spoilers",
        # The page's menu, what a film is about, birthdays.
        "Home   Quizzes   Cats   Archive", "Accueil | Le port | Programme", "Plot: two dogs wait in the rain",
        "Born on this day: Bo Li, 1921; Cy Day, 1940",
        "—mrs_bates60", "—submitted anonymously", "Item HP-0044127", "SHEET C/01", "Ref. no. 12/4",
        "3,881 notes", "older posts →", "View: List | Grid  Sort: year", "Next week: the lamp",
        "Próxima sesión: jueves",
        # An obituary, and somebody's years.
        "Obituary: the lamplighter", "We say goodbye to Bo Li", "Bo Li, who has died aged 80",
        "In memory of Bo Li", "Bo Li (1921–1999)",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    (block,) = blocks_of(line)
    assert is_chrome(block)
    reasons = left_out(*STORIES, line, *STORIES)
    assert set(reasons) == {5}
    assert reasons[5]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Bo Li on the set of “Rain Dogs” (1981)",
        "Image: Bo Li shoots a scene in the harbour",
        "Related by blood, Bo Li and Cy Day wait on the set of “Rain Dogs”.",
        "Bo Li   Cy Day   1981", "Jaws | Bo Li | Home", "Bo Li, who died in the film, waits for his tea.",
        "— Bo Li", "— Rain Dogs, 1981", "Sheet music of 1981",
        "Click", "1917", "Tweety (1981)", "Words fail Bo Li between two takes.",
        "Bo Li drew the picture.jpg of a lamp that hung over the set for the whole of that long wet winter.",
    ],
)  # fmt: skip
def test_what_may_say_something_is_no_furniture(line: str) -> None:
    assert left_out(*STORIES, line) == {}


def test_a_text_of_many_pages_is_no_caption() -> None:
    assert set(left_out("word " * 900, *STORIES)) == {1}


@pytest.mark.parametrize(
    "opening", ["Comments", "12 comments", "Leave a comment", "Marion Tell says:", "Sources"]
)
def test_from_the_comments_on_nothing_says_anything(opening: str) -> None:
    reasons = left_out(*STORIES, opening, "Love the third one!", "The lamp is from “Red Sand” (1982).")
    assert set(reasons) == {5, 6, 7}
    assert len(set(reasons.values())) == 1


def test_a_list_that_counts_on_is_not_among_the_comments() -> None:
    told = [f"{number}. {story}" for number, story in enumerate(STORIES, 1)]
    advert = "You may also like: 25 people who own goats"
    assert set(left_out(*told[:3], advert, *told[3:])) == {4}
    assert set(left_out(*told, advert, "Love it!", "Love the third one!")) == {5, 6, 7}


def test_comments_between_stories_end_with_those_who_write_them() -> None:
    reasons = left_out(
        *STORIES, "Comments", "Jo: love it!", "lamp_fan2: me too", "A story goes on after these comments."
    )
    assert set(reasons) == {5, 6, 7}


def test_comments_under_each_story_open_nothing() -> None:
    assert set(left_out(*[line for story in STORIES for line in (story, "Comments")])) == {2, 4, 6, 8}


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("La lampe et le manteau sont dans la mer", True),
        ("Der Mantel und die Lampe sind mit dem Hund in der See", True),
        ("Лампа и пальто в море", True),
        ("The lamp and the coat are in the sea", False),
        ("La Strada is the film with the lamp of the year", False),
        ("1981", False),
        ("", False),
    ],
)
def test_the_language_of_most_words(text: str, foreign: bool) -> None:
    assert is_foreign([text]) is foreign
    assert is_foreign([text, text]) is foreign


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Goof: the lamp is on the left, then on the right.", True),
        ("Continuity: her coat dries in a second.", True),
        ("The lamp jumps from shot to shot.", True),
        ("Her coat is dry in the next shot.", True),
        ("A famous continuity error: the lamp moves.", True),
        ("Ляп: лампа переезжает.", True),
        ("Faux raccord : la lampe bouge.", True),
        ("Bo Li watches the continuity girl at work.", False),
        ("Bo Li made a mistake, and the take was kept.", False),
        ("The next scene took a week to shoot.", False),
        ("He smashes the lamp, next shot the lamp is fine.", True),
        ("A white car in the background of the charge. Blink and you'll miss it.", True),
        ("The lamp goes out between shots.", True),
        ("Bo Li passes the time between shots on Rain Dogs.", False),
    ],
)
def test_a_slip_to_be_seen_in_a_film_is_told_from_how_it_was_made(text: str, slip: bool) -> None:
    assert is_mistake(text) is slip


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("rain-dogs.png", True),
        ("[photo]", True),
        ("Alt: a lamp", True),
        ("Bo Li", False),
        ("The jpg format", False),
    ],
)
def test_the_name_or_place_of_a_picture(text: str, picture: bool) -> None:
    assert is_picture(text) is picture


@given(said=st.sampled_from(["I never knew that", "we love lamps", "click here for lamps", "tell us more"]))
def test_what_a_text_quotes_is_not_its_own_voice(said: str) -> None:
    assert is_talk(f"And {said}.", strict=True)
    assert not is_talk(f"And “{said}”, said Bo Li.", strict=True)


def test_a_short_line_that_a_page_repeats_is_furniture_unless_it_is_a_title() -> None:
    page = [line for story in STORIES[:3] for line in ("Old sets and lamps", story)]
    assert list(left_out(*page)) == [1, 3, 5]
    assert left_out(*page[:4]) == {}
    blocks = blocks_of("\n".join(page))
    assert content(blocks, "Old sets and lamps".__eq__)[1] == {}
    dated = [line.replace("lamps", "lamps 1955") for line in page]
    assert left_out(*dated) == {}


LINES = st.sampled_from(
    [*STORIES, "Comments", "Jo: yes", "Tweet", "a.jpg", "", "Jo says:", "2 comments", "Rain Dogs"]
)


@given(lines=st.lists(LINES, max_size=16))
def test_each_block_is_kept_or_left_out_for_a_reason_and_never_both(lines: list[str]) -> None:
    blocks = blocks_of("\n".join(lines))
    kept, reasons = content(blocks)
    assert {one.line for one in kept}.isdisjoint(reasons)
    assert {*(one.line for one in kept), *reasons} == {one.line for one in blocks}
    assert all(reasons.values())
    assert [one.text for one in kept] == [one.text for one in blocks if one.line not in reasons]


@pytest.mark.parametrize(
    ("caption", "bare"),
    [
        ("Bo Li and Cy Day wait in the harbour. Credit: Alamy", "Bo Li and Cy Day wait in the harbour."),
        ("Bo Li and Cy Day wait in a harbour (Photo by Ed Fox/Getty)", "Bo Li and Cy Day wait in a harbour"),
        ("Bo Li and Cy Day wait in the harbour. (Rex)", "Bo Li and Cy Day wait in the harbour."),
    ],
)  # fmt: skip
def test_a_caption_is_without_the_credit_at_its_end(caption: str, bare: str) -> None:
    (block,) = blocks_of(caption)
    assert (without_credit(block).text, without_credit(block).is_caption) == (bare, True)


@pytest.mark.parametrize(
    "text", ["Bo Li waits. Credit: Alamy", "Bo Li and Cy Day share the credit of Rain Dogs."]
)
def test_what_is_no_credit_stays(text: str) -> None:
    (block,) = blocks_of(text)
    assert without_credit(block) == block


@pytest.mark.parametrize(
    "text",
    [
        "In “Rain Dogs” you can see a bus in the background.",
        "Este es un gazapo de “Rain Dogs”.",
        "That is just bad editing.",
        "Watch for the one who bangs his head on the door.",
        "In the wood you can see the shoes turn black. Watch for it!",
        "They had no gas then! A funny slip-up.",
        "In “Rain Dogs” one sees in the background a bus drive.",
    ],
)
def test_more_slips_to_be_seen(text: str) -> None:
    assert is_mistake(text)


@pytest.mark.parametrize(
    "text", ["Анекдот: приходит актёр к режиссёру", "Two actors walk into a bar.", "Chiste: entra un actor"]
)
def test_a_joke_is_talk(text: str) -> None:
    assert is_talk(text, strict=False)


@pytest.mark.parametrize(
    "text",
    [
        "In conclusion, films are a wellspring of joy. Bo Li waited on the set for a week.",
        "So these were a portion of the stunning realities. Bo Li waited for a week.",
        "We trust you delighted in it. Bo Li waited on the set for a week.",
    ],
)
def test_how_a_page_takes_its_leave_is_talk(text: str) -> None:
    assert is_talk(text, strict=False)


@pytest.mark.parametrize(
    "text",
    [
        "A sharp-eyed viewer may note a bus behind Bo Li.",
        "Look at the left of the frame as Bo Li turns: somebody drinks tea.",
        "There is a guy in a hat whom you can see behind Bo Li.",
        "The lamp is on again. Oops!",
    ],
)
def test_slips_that_sharp_eyes_see(text: str) -> None:
    assert is_mistake(text)


@pytest.mark.parametrize(
    "text",
    [
        "A joke from the box: how many actors does it take to change a lamp?",
        "What did the director say to the lamp? Cut!",
        "Приходит актёр в кино.",
    ],
)
def test_more_jokes_are_talk(text: str) -> None:
    assert is_talk(text, strict=False)


@pytest.mark.parametrize(
    "line",
    [
        "In memoriam: Marion Tell, who sold tickets", "Marion Tell has died", "Next month: ten more lamps",
        "Erratum: the lamp was green", "© 2021 Lamps", "View this email elsewhere", "LOL!", "hahaha",
        "People who liked this also liked lamps", "An evening of lamps. Tickets £7",
        "Starring Bo Li and Cy Day. Directed by Marion Tell. 90 min.", "Cast | Trivia | Goofs | Quotes",
    ],
)  # fmt: skip
def test_more_that_is_a_pages_furniture(line: str) -> None:
    assert 5 in left_out(*STORIES, line)


def test_a_greeting_and_the_line_under_it_say_nothing() -> None:
    assert set(left_out("Dear readers,", "The lamp is back from the menders.", *STORIES)) == {2}
    # Below the top of a page it is a line like any other, and a title is no greeting.
    assert left_out(*STORIES, *STORIES, *STORIES, "Dear readers,", "The lamp is back.") == {}
    assert left_out("Hello, Dolly", "The lamp is back from the menders.", *STORIES) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Home / Tree / Letters / Guestbook (closed)", "Ref. HLP 20117 | Silver print | Photo: Ed Fox",
        "TAKE OUR QUIZ: which lamp are you?", "About the author: Marion Tell likes lamps",
        "Last week's answer: it was the lamp", "alt: a man with a lamp", "MODERATOR", "Page 7. Spain",
        "Marion76, Leeds: I had that lamp", "marion76: I had that lamp",
    ],
)  # fmt: skip
def test_what_stands_around_pictures_and_posts(line: str) -> None:
    assert 5 in left_out(*STORIES, line)


@pytest.mark.parametrize(
    "line", ["IMG0012: Bo Li waits in the rain with Cy Day", "Page 7. Bo Li waits in the rain"]
)
def test_a_caption_behind_a_number_is_no_furniture(line: str) -> None:
    assert left_out(*STORIES, line) == {}


def test_what_leads_up_to_a_story_is_not_the_story() -> None:
    told = "Bo Li had to wait in the rain for a week until the lamp was mended"
    assert not is_talk(f"And one because my wife asked: {told}", strict=False)
    assert is_talk(f"And one because my wife asked: {told}", strict=True)
    assert is_talk("And one because my wife asked: the lamp", strict=False)
