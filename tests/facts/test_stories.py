"""Headings and what stands under them: no film is taken on faith."""

from __future__ import annotations

import pytest

from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.noise import content
from btsquiz.facts.outline import outline
from btsquiz.facts.page import blocks_of
from btsquiz.facts.stories import read_story

KNOWN = """Titanic

The tank was filled to the brim.

Psycho

The blood is chocolate syrup.

Gravity

The box of lights was as hot as an oven.

Groundhog Day

The groundhog bit twice, and held on.
"""


def films_of(text: str, linker: Linker) -> list[str]:
    page = outline(content(blocks_of(text)), linker)
    return [read_story(entry, page, linker).title.film for entry in page.entries]


def last_film(text: str, linker: Linker) -> str:
    return films_of(text, linker)[-1]


@pytest.mark.parametrize(
    ("story", "film"),
    [
        # The heading is a known film's name, lost: its people and more say which.
        ("Struggle Club\n\nBrad Pitt and Edward Norton got hurt.", "Fight Club"),
        ("The freed man\n\nQuentin Tarantino let DiCaprio bleed.", "Django Unchained"),
        # It may as well be the name of a film unheard of.
        ("Seven Monkeys\n\nBrad Pitt and Edward Norton got hurt.", ""),
        ("Rocky II\n\nSylvester Stallone and Carl Weathers got hurt.", ""),
        ("Return of the Jedi\n\nGeorge Lucas and Carrie Fisher argued.", ""),
        ("Revolutionary Road\n\nKate Winslet and Leonardo DiCaprio rehearsed.", ""),
        ("Once Upon a Time in Hollywood\n\nQuentin Tarantino let DiCaprio shout.", ""),
        # One person is in many films, and two may be too.
        ("Struggle Club\n\nEdward Norton got hurt.", ""),
        ("The two of them\n\nQuentin Tarantino and Uma Thurman wrote it.", ""),
        ("The freed man\n\nQuentin Tarantino let Somebody Else bleed with DiCaprio.", ""),
        # No heading: the film is named, or it is not known.
        ("\nSchwarzenegger walked into a diner as the Terminator, half a face missing.", "The Terminator"),
        ("\nArnold Schwarzenegger went for lunch in his The Terminator make-up.", "The Terminator"),
        ("\nThe wind machine in Jurassic Park blew a hat off.", ""),
        ("\nKate Winslet and Leonardo DiCaprio became friends.", ""),
        ("\nAfter Jurassic Park, Sam Neill went back to his farm.", ""),
        ("\nFresh from 'Jurassic Park' (1993), Bo Li went back to his farm.", ""),
        ("\nOn the set of 'Jaws' (1975), the shark sank.", "Jaws"),
        ("\nSomebody fell off a chair.", ""),
        # A heading that says more than the title, or less.
        ("Jurassic Park: the flare\n\nIt burnt somebody's hand, and the doctor was away on the next island.",
         "Jurassic Park"),
        ("The flare that burnt (Jurassic Park)\n\nA flare burnt somebody's hand.", "Jurassic Park"),
        ("The Lost World: Jurassic Park\n\nSteven Spielberg and Jeff Goldblum laughed.", ""),
        ("Star Wars: Return of the Jedi\n\nMark Hamill swung across.", ""),
        ("Star Wars – Return of the Jedi\n\nMark Hamill swung across.", ""),
        ("Batman: The Dark Knight\n\nHeath Ledger kept a diary.", ""),
        ("Interview with Vampire\n\nThey all hung upside down.", "Interview with the Vampire"),
        ("Lolita\n\nStanley Kubrick quarrelled with everybody.", "Lolita"),
        ("A Shark That Sank\n\nOn the set of 'Jaws', the shark sank.", "Jaws"),
        ("A Shark That Sank\n\nThe shark sank. Years later, while filming 'Hook', another did.", ""),
        ("Jaws\n1975\n\nThe shark sank on its first day at sea.", "Jaws"),
    ],
)  # fmt: skip
def test_the_film_of_a_story(story: str, film: str, linker: Linker) -> None:
    read = films_of(f"Small stories\n\n{KNOWN}\n{story}\n", linker)
    assert read[:4] == ["Titanic", "Psycho", "Gravity", "Groundhog Day"]
    assert read[4] == film
    assert len(read) == 5


def test_people_settle_no_film_on_a_page_of_films_unheard_of(linker: Linker) -> None:
    lost = "Struggle Club\n\nBrad Pitt and Edward Norton got hurt.\n"
    assert last_film(f"Small stories\n\n{KNOWN}\n{lost}", linker) == "Fight Club"
    assert last_film(f"Small stories\n\n{lost}", linker) == ""
    few = KNOWN.partition("Gravity")[0]
    assert last_film(f"Small stories\n\n{few}\n{lost}", linker) == ""
    unheard = "".join(f"Film {letter}\n\nSomebody fell off a chair.\n\n" for letter in "ABCDEF")
    assert last_film(f"Small stories\n\n{KNOWN}\n{unheard}{lost}", linker) == ""


def test_a_second_text_under_a_heading_is_another_film_s_unless_that_is_the_custom(linker: Linker) -> None:
    strays = f"Small stories\n\n{KNOWN}\nA chair broke under somebody.\n"
    assert films_of(strays, linker) == ["Titanic", "Psycho", "Gravity", "Groundhog Day", ""]
    pairs = "\n".join(
        f"{title}\n\nA chair broke on the first day.\n\nA lamp broke on the next one.\n"
        for title in ("Titanic", "Psycho", "Gravity")
    )
    assert films_of(f"Small stories\n\n{pairs}", linker) == [
        "Titanic", "Titanic", "Psycho", "Psycho", "Gravity", "Gravity",
    ]  # fmt: skip


def test_titles_stand_under_their_texts_only_where_they_mostly_do(linker: Linker) -> None:
    texts = ["The tank was filled.", "The blood is syrup.", "The box was hot."]
    titles = ["Titanic", "Psycho", "Gravity"]
    under = "\n\n".join(f"{text}\n{title}" for text, title in zip(texts, titles, strict=True))
    over = "\n\n".join(f"{title}\n{text}" for text, title in zip(texts, titles, strict=True))
    apart = "\n\n".join(f"{text}\n\n{title}" for text, title in zip(texts, titles, strict=True))
    assert films_of(f"Small stories\n\n{under}\n", linker) == titles
    assert films_of(f"Small stories\n\n{over}\n", linker) == titles
    assert films_of(f"Small stories\n\n{apart}\n", linker) == titles
    assert films_of(f"Small stories\n\n{apart}\n\nWhich did you not know? Tell us!\n", linker)[:3] == titles
    # One title that an advert has pushed away from its text turns nothing round.
    pushed = KNOWN.replace("Psycho\n\n", "Psycho\n\n\n\n")
    assert films_of(f"Small stories\n\n{pushed}", linker) == ["Titanic", "Psycho", "Gravity", "Groundhog Day"]


def test_photos_of_one_film_stand_under_its_title(linker: Linker) -> None:
    text = (
        "Photos\n\nJaws (1975)\n\nBo Li in the water.\n\nA wet day\n\nCy Day on the boat.\n\n"
        "Alien (1979)\n\nEd Fox in the suit.\n\nGus Hay behind the lamp.\n"
    )
    page = outline(content(blocks_of(text)), linker)
    named = [entry.heading.title.film for entry in page.entries if entry.heading]
    assert named == ["Jaws", "Jaws", "Jaws", "Alien", "Alien"]


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Ten facts about Psycho", "Psycho"),
        ("Psycho: ten facts", "Psycho"),
        ("Ten facts about 'Jaws' (1975)", "Jaws"),
        ("Ten facts about 'Jaws'", ""),
        ("Ten stories from the set of Hollywood", ""),
        ("Ten facts about Psycho and Titanic", ""),
        ("Ten psycho facts", ""),
        ("Ten Facts About Titanic Disasters", ""),
    ],
)
def test_the_film_a_whole_page_is_about(title: str, topic: str, linker: Linker) -> None:
    text = f"{title}\n\nSomebody fell off a chair.\n\nSomebody else laughed.\n"
    assert set(films_of(text, linker)) == {topic}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Leonardo DiCaprio froze, and James Cameron was pleased.",
         [("Leonardo DiCaprio", "actor"), ("James Cameron", "director")]),
        ("Director James Cameron froze.", [("James Cameron", "director")]),
        ("Winslet froze. Kate Winslet laughed.", [("Kate Winslet", "actor")]),
        ("Leonardo Dicapryo froze.", [("Leonardo DiCaprio", "actor")]),
        ("Steven Spielberg came by.", [("Steven Spielberg", "director")]),
        ("Producer Bo Li and Cy Day came by.", [("Bo Li", ""), ("Cy Day", "")]),
        ("The actor Bo Li came by.", [("Bo Li", "actor")]),
        ("Captain Nemo and Moby Dick never came by.", []),
        ("Nobody came from Los Angeles or the Academy Awards.", []),
    ],
)  # fmt: skip
def test_the_people_of_a_story(text: str, people: list[tuple[str, str]], linker: Linker) -> None:
    page = outline(blocks_of(f"Small stories\n\nTitanic\n\n{text}\n"), linker)
    story = read_story(page.entries[0], page, linker)
    assert [(one.name, one.role) for one in story.people] == people


def test_a_heading_that_is_a_sentence_tells_the_story_too(linker: Linker) -> None:
    text = (
        "Small stories\n\nHeath Ledger drew the face himself\n\nOn The Dark Knight, nobody else was asked.\n"
    )
    page = outline(blocks_of(text), linker)
    story = read_story(page.entries[0], page, linker)
    assert (story.title.film, [one.name for one in story.people]) == ("The Dark Knight", ["Heath Ledger"])


def test_a_page_of_nothing_has_no_outline() -> None:
    page = outline((), Linker(Filmography(())))
    assert (page.entries, page.opening, page.kind, page.is_headed) == ((), (), None, False)
