"""Exchange: what goes out as JSON Lines and as Anki's review log, and what comes in again."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from btsquiz.errors import SaveError
from btsquiz.saves.check import check
from btsquiz.saves.exchange import ANKI_COLUMNS, anki_log, lines, read_lines
from btsquiz.saves.journal import Journal
from saves.makers import DAY, DAY_MS, answered, histories, made


@pytest.fixture
def journal(tmp_path: Path):
    opened = Journal(tmp_path / "a.db")
    yield opened
    opened.close()


def test_an_answer_and_a_card_as_they_are_written(journal: Journal) -> None:
    record = answered("jaws-1975.director", rating=1, fact="3fa1c09b2e")
    journal.append([record])
    answer, card = map(json.loads, lines(journal))
    assert list(answer) == ["record", "player", "point", "fact", "question", "at", "day", "verdict", "rating",
                            "counts", "elapsed_ms"]  # fmt: skip
    assert answer | {"at": ""} == {
        "record": "answer", "player": "you", "point": "jaws-1975.director", "fact": "3fa1c09b2e",
        "question": "pack/jaws-1975.director", "at": "", "day": DAY, "verdict": "wrong", "rating": 1,
        "counts": True, "elapsed_ms": 4000,
    }  # fmt: skip
    assert answer["at"].startswith("2024-10-04T00:00:0")
    assert answer["at"].endswith("Z")
    assert list(card) == ["record", "player", "point", "stability", "difficulty", "due", "state"]
    assert (card["due"], card["state"]) == (DAY + 1, "review")


def test_what_stands_is_written_and_not_what_was_taken_back(journal: Journal) -> None:
    slip, real = answered(rating=1), answered(rating=3)
    journal.append(
        [slip, real, made("undo", answer=slip.id.hex()), made("rate", answer=real.id.hex(), rating=4)]
    )
    journal.append([made("profile", None, player="you", now="Ann")])
    (answer,) = [one for one in map(json.loads, lines(journal)) if one["record"] == "answer"]
    assert (answer["player"], answer["rating"], answer["verdict"]) == ("Ann", 4, "right")


@settings(max_examples=25, deadline=None)
@given(histories())
def test_what_was_written_is_read_again_once(tmp_path_factory, records) -> None:
    folder = tmp_path_factory.mktemp("lines")
    with (
        contextlib.closing(Journal(folder / "a.db")) as journal,
        contextlib.closing(Journal(folder / "b.db")) as other,
    ):
        journal.append(records)
        text = list(lines(journal))
        assert read_lines(journal, text) == [] or any(one.kind in {"profile", "moved"} for one in records)
        fresh = read_lines(other, text)
        assert len(fresh) == sum('"record": "answer"' in line for line in text)
        other.append(fresh)
        assert read_lines(other, text) == []
        assert check(other).problems == ()


WRITTEN = {
    "record": "answer",
    "player": "a",
    "point": "p",
    "fact": "",
    "question": "q",
    "at": "2024-01-01T00:00:00Z",
    "day": 1,
    "verdict": "right",
    "rating": 3,
    "counts": True,
    "elapsed_ms": 1,
}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"record": "spell"}',
        '{"record": "answer"}',
        *(
            json.dumps(WRITTEN | wrong)
            for wrong in ({"player": "\x1b[31m"}, {"rating": 7}, {"at": "soon"}, {"verdict": "maybe"})
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named(journal: Journal, line: str) -> None:
    with pytest.raises(SaveError, match="Line 2 cannot be read"):
        read_lines(journal, ["", line])


def test_the_log_for_anki(journal: Journal) -> None:
    first, second = answered(rating=1, day=DAY), answered(rating=3, day=DAY + 1)
    retake = answered(rating=3, day=DAY, counts=False)
    third = answered(rating=3, day=DAY + 5, elapsed_ms=600_000)
    journal.append([first, retake, second, third])
    rows = list(anki_log(journal, "you"))
    assert len(ANKI_COLUMNS) == 9 == len(rows[0])
    assert [row[3] for row in rows] == [1, 3, 3, 3]  # again, then good
    assert [row[8] for row in rows] == [0, 3, 2, 1]  # learnt, practised, learnt again, reviewed
    assert [row[4] for row in rows] == [1, 1, 4, 17]  # intervals in days
    assert [row[5] for row in rows] == [0, 1, 1, 4]
    assert rows[3][7] == 60_000
    assert len({row[1] for row in rows}) == 1
    assert [row[0] // DAY_MS for row in rows] == [DAY, DAY, DAY + 1, DAY + 5]


def test_moments_of_the_log_are_all_different(journal: Journal) -> None:
    journal.append([replace(answered(f"p/{place}"), at_ms=5) for place in range(3)])
    assert [row[0] for row in anki_log(journal, "you")] == [5, 6, 7]


def test_a_check_finds_a_card_that_is_not_what_the_journal_says(journal: Journal) -> None:
    journal.append([answered("p/1"), answered("p/2")])
    assert check(journal).problems == ()
    journal.database.connection.execute("UPDATE card SET due = 5 WHERE point = 'p/2'")
    (said,) = check(journal).problems
    assert "p/2" in said
    assert "rebuild" in said
    assert dict(journal.all_cards("you"))["p/2"].due == 5  # a check changes nothing
