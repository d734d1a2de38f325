"""Headings and what stands under them: no film is taken on faith."""

from __future__ import annotations

import pytest

from btsquiz.facts.candidate import Candidate, read_entry
from btsquiz.facts.linker import Linker
from btsquiz.facts.noise import content
from btsquiz.facts.outline import outline
from btsquiz.facts.page import blocks_of
from btsquiz.facts.statement import fact_of

KNOWN = """Titanic

The tank was filled to the brim on the very first day.

Psycho

The blood that ran into the drain was chocolate syrup.

Gravity

The box of lights was as hot as an oven.

Groundhog Day

The groundhog bit twice, and held on the second time.
"""
FOUR = ["Titanic", "Psycho", "Gravity", "Groundhog Day"]


def stories(text: str, linker: Linker) -> list[Candidate]:
    page = outline(content(blocks_of(text))[0], linker)
    return [read_entry(entry, page, linker, foreign=False, pictured=False) for entry in page.entries]


def films_of(text: str, linker: Linker) -> list[str]:
    return [story.linked.title.film for story in stories(text, linker)]


@pytest.mark.parametrize(
    ("story", "film"),
    [
        # The heading is a known film's name, lost: its people and more say which.
        ("Struggle Club\n\nBrad Pitt and Edward Norton got hurt on the very first day.", "Fight Club"),
        ("The freed man\n\nQuentin Tarantino let DiCaprio bleed for the rest of it.", "Django Unchained"),
        # It may as well be the name of a film unheard of.
        ("Seven Monkeys\n\nKate Winslet and Leonardo DiCaprio got hurt on the first day.", ""),
        ("Rocky II\n\nSylvester Stallone and Carl Weathers got hurt on the first day.", ""),
        ("Return of the Jedi\n\nGeorge Lucas and Carrie Fisher argued for a whole long day.", ""),
        ("Revolutionary Road\n\nKate Winslet and Leonardo DiCaprio rehearsed it for weeks.", ""),
        ("Once Upon a Time in Hollywood\n\nQuentin Tarantino let DiCaprio shout until he was hoarse.", ""),
        # One person is in many films, and two may be too.
        ("Struggle Club\n\nEdward Norton got hurt on the very first day.", ""),
        ("The two of them\n\nQuentin Tarantino and Uma Thurman wrote it in a café.", ""),
        # No heading: the film is named, or it is not known.
        ("\nSchwarzenegger walked into a diner as the Terminator, half a face missing.", "The Terminator"),
        ("\nArnold Schwarzenegger went for lunch in his The Terminator make-up.", "The Terminator"),
        ("\nThe wind machine in Jurassic Park blew a hat off.", ""),
        ("\nAfter Jurassic Park, Bo Li went back to his farm.", ""),
        ("\nOn the set of 'Jaws' (1975), the shark sank.", "Jaws"),
        ("\nSomebody fell off a chair.", ""),
        # A heading that says more than the title, or less.
        ("Jurassic Park: the flare\n\nIt burnt somebody's hand, and the doctor was away on the next island.",
         "Jurassic Park"),
        ("The flare that burnt (Jurassic Park)\n\n"
         "A flare burnt somebody's hand, and the doctor was on the next island.",
         "Jurassic Park"),
        ("Batman: The Dark Knight\n\nHeath Ledger kept a diary in the clown's voice for the whole summer.",
         "The Dark Knight"),
        ("Interview with Vampire\n\nThey all hung upside down for an hour.", "Interview with the Vampire"),
        ("A Shark That Sank\n\nOn the set of 'Jaws', the shark sank on its very first day.", "Jaws"),
        ("Jaws\n1975\n\nThe shark sank on its first day at sea.", "Jaws"),
    ],
)  # fmt: skip
def test_the_film_of_a_story(story: str, film: str, linker: Linker) -> None:
    read = films_of(f"Small stories\n\n{KNOWN}\n{story}\n", linker)
    assert read == [*FOUR, film]


@pytest.mark.parametrize(
    ("heading", "story"),
    [
        ("The Lost World: Jurassic Park", "Steven Spielberg and Jeff Goldblum laughed until it was dark."),
        ("Star Wars: Return of the Jedi", "Mark Hamill swung across the gap on a rope, and did it again."),
        ("Star Wars – Return of the Jedi", "Mark Hamill swung across the gap on a rope, and did it again."),
        ("Lolita", "Stanley Kubrick quarrelled with everybody until the last day."),
    ],
)  # fmt: skip
def test_a_longer_title_or_a_namesake_is_no_film_we_know(heading: str, story: str, linker: Linker) -> None:
    """Either nothing is said, or the heading as it is written; never a film that has it for a part."""
    read = stories(f"Small stories\n\n{KNOWN}\n{heading}\n\n{story}\n", linker)
    assert [one.linked.title.film for one in read[:4]] == FOUR
    title = read[-1].linked.title
    assert title.film in {"", heading}
    assert title.known is None
    assert title.as_written == heading


def test_a_second_text_under_a_heading_is_another_film_s_unless_that_is_the_custom(linker: Linker) -> None:
    strays = f"Small stories\n\n{KNOWN}\nA chair broke under somebody.\n"
    assert films_of(strays, linker) == [*FOUR, ""]
    pairs = "\n".join(
        f"{title}\n\nA chair of {title} broke on the first day.\n\nA lamp of it broke on day {len(title)}.\n"
        for title in ("Titanic", "Psycho", "Gravity")
    )
    assert films_of(f"Small stories\n\n{pairs}", linker) == [
        "Titanic", "Titanic", "Psycho", "Psycho", "Gravity", "Gravity",
    ]  # fmt: skip


def test_photos_of_one_film_stand_under_its_title(linker: Linker) -> None:
    text = (
        "Photos\n\nJaws (1975)\n\nBo Li in the water.\n\nCy Day on the boat.\n\n"
        "Alien (1979)\n\nEd Fox in the suit.\n\nGus Hay behind the lamp.\n"
    )
    read = [(one.text, one.linked.title.film) for one in stories(text, linker)]
    assert read == [
        ("Bo Li in the water.", "Jaws"),
        ("Cy Day on the boat.", "Jaws"),
        ("Ed Fox in the suit.", "Alien"),
        ("Gus Hay behind the lamp.", "Alien"),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Leonardo DiCaprio froze, and James Cameron was pleased.",
         [("Leonardo DiCaprio", "actor"), ("James Cameron", "director")]),
        ("Director James Cameron froze.", [("James Cameron", "director")]),
        ("Winslet froze. Kate Winslet laughed.", [("Kate Winslet", "actor")]),
        ("Leonardo Dicapryo froze.", [("Leonardo DiCaprio", "actor")]),
        ("Producer Bo Li and Cy Day came by.", [("Bo Li", ""), ("Cy Day", "")]),
        ("The actor Bo Li came by.", [("Bo Li", "actor")]),
        ("Captain Nemo and Moby Dick never came by.", []),
        ("Nobody came from Los Angeles or the Academy Awards.", []),
    ],
)  # fmt: skip
def test_the_people_of_a_story(text: str, people: list[tuple[str, str]], linker: Linker) -> None:
    (story,) = stories(f"Small stories\n\nTitanic\n\n{text} It was cold, and went on for hours.\n", linker)
    fact = fact_of(story, linker, "page")
    assert (fact.kind, [(one.name, one.role) for one in fact.people]) == ("story", people)


def test_a_heading_that_is_a_sentence_tells_the_story_too(linker: Linker) -> None:
    text = (
        f"Small stories\n\n{KNOWN}\nHeath Ledger drew the face himself\n\n"
        "For The Dark Knight, nobody else was asked to do it, and nobody would have dared.\n"
    )
    story = stories(text, linker)[-1]
    assert (story.linked.title.film, [one.name for one in story.people]) == (
        "The Dark Knight",
        ["Heath Ledger"],
    )
