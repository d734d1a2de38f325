"""Titles abroad and cover titles: what a sheet has of them, asked so that only one film fits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from btsquiz.checks.sound import check_sound
from btsquiz.document import parse_document
from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.sheet import sheet_of
from btsquiz.packs.pack import Pack, Placed
from btsquiz.question import Choice, Question, Standing, Typed
from btsquiz.writing.draft import TITLES_TAG, row_of
from btsquiz.writing.writer import sound, write_questions

SHEET = "format: btsquiz-facts/1\ntitle: titles\nfacts:\n" + "".join(
    f"""\
  - id: 000000000{number}
    kind: title
    film: {film}
    years: [{1990 + number}]
    standing: checked
    statement: "They thought the {film.lower()} too plain, and looked for more."
    looked_up: [{{name: A paper, address: "https://a.example"}}, {{name: A book}}]
    abroad:
      - {{country: Spain, title: El {word}, says: The {word} of Doom}}
      - {{country: Russia, title: "Ночь {number}", says: A Night with {word}}}
    cover: [Project {word}, Plan {word}]
"""
    for number, (film, word) in enumerate(
        (("Alpha", "Apple"), ("Beta", "Bear"), ("Omega", "Apple"), ("Gamma", "Goat"), ("Delta", "Duck"))
    )
)
FILMS = Filmography.of(
    *(
        Film(title, (1990 + number,), (f"Maker {number}",), looked_up="a list")
        for number, title in enumerate(("Alpha", "Beta", "Omega", "Gamma", "Delta"))
    )
)


def written() -> dict[str, Question]:
    sheet = sheet_of(parse_document(SHEET, "s"), Path("s"))
    assert sheet.problems == ()
    return {question.id: question for question in write_questions(sheet.facts, FILMS)}


ASKED = written()


def test_a_film_is_asked_for_by_what_its_titles_say() -> None:
    question = ASKED["0000000000/abroad/1"]
    assert re.search("Spain.*“The Apple of Doom”|“The Apple of Doom” in Spain", question.ask)
    assert re.search("Russia.*“A Night with Apple”|“A Night with Apple” in Russia", question.ask)
    assert isinstance(question.answer, Choice)
    assert question.answer.right == "Alpha"
    assert question.why["Beta"] == "In Spain it was “El Bear” (The Bear of Doom)."
    assert "They thought the alpha too plain" in question.explain
    assert (question.standing, question.checked) == (Standing.CHECKED, "A paper; A book")


def test_a_film_with_the_same_title_abroad_is_no_wrong_answer() -> None:
    for name in ("abroad", "cover-title"):
        answer = ASKED[f"0000000000/{name}/1"].answer
        assert isinstance(answer, Choice)
        assert set(answer.wrong) == {"Beta", "Gamma", "Delta"}


def test_a_title_in_our_letters_is_asked_for_to_be_typed_with_options_on_demand() -> None:
    question = ASKED["0000000001/abroad-typed/1"]
    assert "“El Bear”" in question.ask
    assert isinstance(question.answer, Typed)
    assert question.answer.accept == ("Beta",)
    assert len(question.answer.wrong) == 3


def test_a_cover_title_is_asked_for_both_ways() -> None:
    hid, hidden = ASKED["0000000001/cover-title/1"], ASKED["0000000001/hidden-title/1"]
    assert "“Project Bear”" in hid.ask
    assert isinstance(hidden.answer, Choice)
    assert hidden.answer.right == "Project Bear"
    assert "Beta" in hidden.ask
    assert hidden.why["Project Goat"] == "That title hid Gamma (1993)."
    assert hid.why["Gamma"] == "That one was shot as “Project Goat”."
    assert hid.point == hidden.point


def test_they_are_all_sound_and_nothing_plain_is_asked_beside_them() -> None:
    kept = sound(list(ASKED.values()), (), FILMS)
    assert len(kept) >= len(ASKED) - 1  # Alpha and Omega hid behind one title
    pack = Pack("p", "p", "P", placed=tuple(Placed(one, n, 1) for n, one in enumerate(kept, 1)))
    assert [str(problem) for problem in check_sound(pack, FILMS)] == []
    families = {question_id.split("/")[1] for question_id in ASKED}
    assert families == {"abroad", "abroad-typed", "cover-title", "hidden-title"}


def test_countries_that_say_the_same_are_told_together() -> None:
    sheet = sheet_of(parse_document(SHEET.replace("A Night with Apple", "The Apple of Doom"), "s"), Path("s"))
    asks = {question.id: question.ask for question in write_questions(sheet.facts, FILMS)}
    assert "Spain and Russia" in asks["0000000000/abroad/1"]
    assert asks["0000000000/abroad/1"].count("“The Apple of Doom”") == 1


def test_a_typed_title_says_what_it_means_and_when_unless_that_is_the_answer() -> None:
    ask = ASKED["0000000000/abroad-typed/1"].ask
    assert re.search(r"“[^”]+” \(“[^”]+”\)", ask)
    assert re.search(r"Which film by Maker \d, from \d{4}, is", ask)
    sheet = sheet_of(parse_document(SHEET.replace("The Apple of Doom", "Alpha the Great"), "s"), Path("s"))
    asks = {question.id: question.ask for question in write_questions(sheet.facts, FILMS)}
    assert "Alpha" not in asks["0000000000/abroad-typed/1"]


def test_a_title_that_needs_no_translation_is_told_once() -> None:
    text = SHEET.replace(
        "title: El Bear, says: The Bear of Doom", "title: Very Bad Bear, says: Very Bad Bear"
    )
    sheet = sheet_of(parse_document(text, "s"), Path("s"))
    asked = {question.id: question for question in write_questions(sheet.facts, FILMS)}
    assert asked["0000000000/abroad/1"].why["Beta"] == "In Spain it was “Very Bad Bear”."


def test_a_title_that_is_only_told_is_not_asked() -> None:
    first, checked, rest = SHEET.partition("standing: checked")
    sheet = sheet_of(parse_document(f"{first}standing: story goes{rest}", "s"), Path("s"))
    asked = {question.fact for question in write_questions(sheet.facts, FILMS) if TITLES_TAG in question.tags}
    assert checked
    assert "0000000000" not in asked
    assert "0000000001" in asked


@pytest.mark.parametrize(
    ("title", "older", "accepted"),
    [
        ("Dodge: A True Story", None, ("Dodge: A True Story", "Dodge")),
        ("Dodge: A True Story", "Dodge", ("Dodge: A True Story",)),
        ("Dodge: A True Story", "Dodge: The First", ("Dodge: A True Story",)),
        ("Dodge", None, ("Dodge",)),
    ],
)
def test_a_film_may_be_typed_without_its_subtitle_where_no_older_one_is_called_so(
    title: str, older: str | None, accepted: tuple[str, ...]
) -> None:
    sheet = sheet_of(parse_document(SHEET.replace("film: Alpha", f'film: "{title}"'), "s"), Path("s"))
    named = [
        (title, 1990),
        *((name, 1990 + n) for n, name in enumerate(("Beta", "Omega", "Gamma", "Delta"), 1)),
    ]
    named += [(older, 1980)] if older else []
    films = Filmography.of(
        *(Film(name, (year,), (f"Maker {name}",), looked_up="a list") for name, year in named)
    )
    asked = {question.id: question for question in write_questions(sheet.facts, films)}
    answer = asked["0000000000/abroad-typed/1"].answer
    assert isinstance(answer, Typed)
    assert answer.accept == accepted


@pytest.mark.parametrize(
    ("titles", "row"),
    [
        (["Heat", "Ran", "Jaws"], "Heat, Ran and Jaws"),
        (["Heat (1995)", "Girl, Interrupted (1999)"], "“Heat” (1995) and “Girl, Interrupted” (1999)"),
        (["Blood and Sand", "Heat"], "“Blood and Sand” and “Heat”"),
    ],
)
def test_where_a_title_looks_like_two_all_are_quoted_without_their_years(titles: list[str], row: str) -> None:
    assert row_of(titles) == row
