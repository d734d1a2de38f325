"""What whoever knows most films reads otherwise: with the films that come along."""

from __future__ import annotations

import pytest

from btsquiz.facts.candidate import Candidate
from btsquiz.facts.linker import Linker
from btsquiz.facts.load import load_filmography
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reader import read_candidates, read_texts
from btsquiz.facts.subject import subject_of
from btsquiz.facts.title_line import title_line
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS


@pytest.fixture(scope="module")
def shipped() -> Linker:
    return Linker(load_filmography(shipped_questions() / FACTS))


def parts(text: str, linker: Linker) -> dict[str, Candidate]:
    candidates, _ = read_candidates(blocks_of(text), linker)
    return {one.text: one for one in candidates}


def film_of(line: str, linker: Linker) -> str:
    return parts(f"Photos from film sets\n\n{line}\n", linker)[line].linked.title.film


@pytest.mark.parametrize(
    ("line", "film"),
    [
        ("Sergey Bondarchuk on the crane. «War and World», 1966", "War and Peace"),
        ("Steven Spilberg and small Drew Barrymore. «Alien», 1981.", "E.T. the Extra-Terrestrial"),
        ("L'AMANT de J.-J. Annaud (1992) : Jane March sur le bac", "The Lover"),
        ("ZAZIE DANS LE METRO de Louis Malle (1960) : Philippe Noiret", "Zazie in the Metro"),
        ("Texas Chainsaw Massacre, Tobe Hooper, 1974. Gunnar Hansen", "The Texas Chain Saw Massacre"),
        ("The Matrix, The Wachowskis, 1999 — Carrie-Anne Moss on wires", "The Matrix"),
        ("TOUCHEZ PAS AU GRISBI de Becker (1954) : Gabin", "Grisbi"),
    ],
)
def test_a_film_is_known_by_what_it_is_called_abroad(line: str, film: str, shipped: Linker) -> None:
    assert film_of(line, shipped) == film


def test_what_is_in_quotes_beside_people_we_know_is_no_film_we_lack(shipped: Linker) -> None:
    assert film_of("Steven Spielberg lies in the mouth of “Old Toothy”", shipped) == ""
    assert film_of("Zoltan Quibble lies in the mouth of “Old Toothy”", shipped) == ""
    assert film_of("Steven Spielberg lies in the mouth of “Old Toothy” (1999)", shipped) == "Old Toothy"


def test_a_heading_may_say_more_than_its_films_title(shipped: Linker) -> None:
    told = "The fish sank on the first day, and Steven Spielberg had to shoot the sea without it for weeks."
    page = f"Ten disasters from film sets\n\nJaws: The Fish That Would Not Swim\n\n{told}\n"
    assert parts(page, shipped)[told].linked.title.film == "Jaws"


def test_a_title_that_speaks_to_us_is_one(shipped: Linker) -> None:
    (block,) = blocks_of("You Only Live Twice")
    found = title_line(block, shipped)
    assert found is not None
    assert found.title.film == "You Only Live Twice"
    (block,) = blocks_of("Tracey Eddon and Carrie, 1982")
    assert title_line(block, shipped) is None
    (block,) = blocks_of("You may not post")
    assert title_line(block, shipped) is None


def test_a_button_is_what_no_page_is_about(shipped: Linker) -> None:
    told = (
        "Rob Bottin was twenty-two and slept on the set of it for a whole year.",
        "Kurt Russell threw the dynamite himself, and was thrown back with it.",
        "John Carpenter saved a set by burning down the one he had, and shooting that.",
        "Stan Winston made the dog and asked for no credit, as it was Bottin's film.",
    )
    for buttons in ("[+1] [Like 2.1k] [Stumble]", "+1 if you saw it in the dark"):
        top = f"Twenty things about The Thing (1982)\n{buttons}\n\n"
        kept, _ = read_texts(blocks_of(top + "\n\n".join(told)), shipped)
        assert subject_of(kept, shipped).film.film == "The Thing"


def test_of_several_films_of_a_title_the_one_is_meant_whose_makers_are_under_it(shipped: Linker) -> None:
    under = {
        "Stagecoach": ("Pappy Ford chewing his handkerchief in the valley, a young man behind him.", 1939),
        "The Ten Commandments": ("Yul Brynner with a bottle, the old man up on the ladder.", 1956),
        "Star Trek": ("Leonard Nimoy takes soup with his ears on while William Shatner sits down.", 1966),
    }
    page = "\n\n".join(f"{title}\n{text}" for title, (text, _) in under.items())
    read = parts(f"Photos from film sets\n\n{page}\n", shipped)
    for text, year in under.values():
        assert read[text].linked.title.years == (year,)


def test_what_one_text_under_a_title_tells_of_it_holds_for_all(shipped: Linker) -> None:
    texts = (
        "Somebody in the suit without the head, and three more suits that burned.",
        "Murray, Aykroyd and Ramis on the steps with Ivan Reitman.",
    )
    page = f"Photos from film sets\n\nGHOSTBUSTERS\n\n{texts[0]}\n{texts[1]}\n"
    read = parts(page, shipped)
    assert [read[text].linked.title.years for text in texts] == [(1984,), (1984,)]
    alone = parts(page.replace(texts[1], "And two of them on the steps."), shipped)
    assert alone[texts[0]].linked.title.known is None


def test_where_two_films_of_a_title_are_told_of_neither_holds_for_the_rest(shipped: Linker) -> None:
    texts = (
        "Somebody in the suit without the head, and three more suits that burned.",
        "Murray, Aykroyd and Ramis on the steps with Ivan Reitman.",
        "Kristen Wiig, Leslie Jones and Kate McKinnon with Paul Feig.",
    )
    read = parts("Photos from film sets\n\nGHOSTBUSTERS\n\n" + "\n".join(texts) + "\n", shipped)
    assert [read[text].linked.title.years for text in texts] == [(), (1984,), (2016,)]
