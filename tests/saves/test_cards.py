"""Cards are what the journal says, live and rebuilt, whatever the names and clocks."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsquiz.errors import SaveError
from btsquiz.memory.queue import queue
from btsquiz.saves.deletion import belonging_to
from btsquiz.saves.journal import Journal
from saves.makers import DAY, answered, everything, histories, made


@pytest.fixture
def journal(tmp_path: Path):
    opened = Journal(tmp_path / "a.db")
    yield opened
    opened.close()


def cards(journal: Journal, player: str = "you") -> dict:
    return dict(journal.all_cards(player))


@settings(max_examples=60, deadline=None)
@given(histories(), st.data())
def test_a_rebuild_gives_what_was_there_live(tmp_path_factory, records, data) -> None:
    path = tmp_path_factory.mktemp("live") / "a.db"
    with contextlib.closing(Journal(path)) as journal:
        left = list(records)
        while left:
            size = data.draw(st.integers(1, len(left)))
            journal.append(left[:size])
            left = left[size:]
        live = everything(journal)
        journal.rebuild()
        assert everything(journal) == live
    with contextlib.closing(Journal(path)) as journal:
        assert everything(journal) == live


@settings(max_examples=40, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_appending_does_not_matter(tmp_path_factory, records, rng) -> None:
    folder = tmp_path_factory.mktemp("order")
    found = []
    records = [one for one in records if "deleted" not in one.body]  # nothing is deleted before it was there
    for place, order in enumerate((records, rng.sample(records, len(records)))):
        with contextlib.closing(Journal(folder / f"{place}.db")) as journal:
            for record in order:
                journal.append([record])
            found.append(everything(journal))
    assert found[0] == found[1]


def test_a_rebuild_does_not_depend_on_the_zone_of_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with contextlib.closing(Journal(path)) as journal:
        journal.append([answered(day=DAY + day, rating=rating) for day, rating in ((0, 1), (1, 3), (6, 3))])
        before = everything(journal)
    code = (
        "import sys; from pathlib import Path; from btsquiz.saves.journal import Journal\n"
        "journal = Journal(Path(sys.argv[1])); journal.rebuild(); journal.close()"
    )
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"):
        subprocess.run([sys.executable, "-c", code, str(path)], env={**os.environ, "TZ": zone}, check=True)
        with contextlib.closing(Journal(path)) as journal:
            assert everything(journal) == before


def test_a_rating_and_a_taken_back_answer_change_the_card_at_once(journal: Journal) -> None:
    first = answered(rating=1)
    journal.append([first])
    again = cards(journal)["p/1"]
    journal.append([made("rate", answer=first.id.hex(), rating=4)])
    assert cards(journal) == {}
    journal.append([made("star", on=True)])
    assert cards(journal)["p/1"].due > again.due
    journal.append([made("undo", answer=first.id.hex())])
    assert cards(journal)["p/1"].reviews == 0


def test_a_player_who_is_renamed_keeps_everything_and_can_be_renamed_back(journal: Journal) -> None:
    journal.append([answered(player="Ann")])
    journal.append([made("profile", None, player="Ann", now="Anna")])
    assert cards(journal, "Ann") == cards(journal, "Anna") != {}
    assert journal.known_as("ann") == "Anna"
    journal.append([answered("p/2", player="Anna")])
    assert set(cards(journal, "Anna")) == {"p/1", "p/2"}
    journal.append([made("profile", None, player="Ann", now="Ann")])
    assert (set(cards(journal, "Ann")), set(cards(journal, "Anna"))) == ({"p/1"}, {"p/2"})


def test_two_players_merged_are_one_and_their_answers_fold_together(journal: Journal) -> None:
    journal.append([answered(player="Ann", rating=1, day=DAY), answered(player="Bob", rating=3, day=DAY + 2)])
    journal.append([made("profile", None, player="Ann", now="Bob")])
    assert cards(journal, "Bob")["p/1"].reviews == 2
    assert cards(journal, "Ann") == cards(journal, "Bob")


def test_names_that_stand_for_each_other_in_a_ring_do_no_harm(journal: Journal) -> None:
    journal.append([answered(player="Ann"), answered("p/2", player="Bob")])
    journal.append([made("profile", None, player="Ann", now="Bob")])
    journal.append([made("profile", None, player="Bob", now="Ann")])
    everybody = {**cards(journal, "Ann"), **cards(journal, "Bob")}
    assert set(everybody) == {"p/1", "p/2"}
    journal.rebuild()
    assert {**cards(journal, "Ann"), **cards(journal, "Bob")} == everybody


def test_of_a_deleted_player_nothing_is_left_but_that(journal: Journal) -> None:
    journal.append([answered(player="Ann"), answered(player="Bob"), made("star", player="Ann", on=True)])
    ids = [one.hex() for one in belonging_to(journal.database, ["Ann"])]
    journal.append([made("profile", None, player="Ann", deleted=ids)])
    assert cards(journal, "Ann") == {}
    assert set(cards(journal, "Bob")) == {"p/1"}
    assert journal.database.rows("SELECT kind FROM record WHERE player = 'Ann'") == [("profile",)]
    journal.append([answered(player="Ann", day=DAY - 1)])
    assert set(cards(journal, "Ann")) == {"p/1"}  # who plays again begins anew, whatever their clock
    journal.rebuild()
    assert set(cards(journal, "Ann")) == {"p/1"}


def test_an_edited_question_keeps_its_history(journal: Journal) -> None:
    journal.append([answered("club/old"), made("moved", None, player="", old="club/old", new="club/new")])
    assert set(cards(journal)) == {"club/new"}
    journal.append([answered("club/new", rating=3, day=DAY + 1)])
    assert cards(journal)["club/new"].reviews == 2


def test_a_wrong_clock_leaves_practice_and_the_cards_as_they_were(journal: Journal) -> None:
    journal.append([answered(day=DAY), answered("p/2", day=DAY + 3)])
    journal.append([answered(rating=3, day=DAY + 4)])
    before = cards(journal)
    journal.append([answered(rating=3, day=DAY + 18_000), answered("p/3", day=DAY + 18_000)])
    assert {point: card for point, card in cards(journal).items() if point != "p/3"} == before
    assert cards(journal)["p/3"].due == DAY + 5
    live = everything(journal)
    journal.rebuild()
    assert everything(journal) == live


def test_a_first_night_under_a_wrong_clock_is_put_right_by_the_next_two(journal: Journal) -> None:
    journal.append([answered(day=DAY + 18_000)])
    assert cards(journal)["p/1"].due == DAY + 18_001
    journal.append([answered("p/2", day=DAY)])
    assert cards(journal)["p/1"].due == DAY + 1
    assert cards(journal)["p/2"].due == DAY + 1


def test_retention_and_weights_are_the_players_own(journal: Journal) -> None:
    for player in ("Ann", "Bob"):
        journal.append([answered(player=player, rating=1), answered(player=player, rating=3, day=DAY + 1)])
    before = cards(journal, "Bob")["p/1"].due
    journal.append([made("setting", None, player="Ann", retention=0.95)])
    assert cards(journal, "Ann")["p/1"].due < before
    assert cards(journal, "Bob")["p/1"].due == before
    weights = list(fsrs.Scheduler().parameters)
    weights[2] *= 3
    journal.append([made("setting", None, player="Ann", weights=weights)])
    assert journal.parameters("Ann").retention == 0.95
    assert journal.parameters("Ann").weights == tuple(weights)
    assert cards(journal, "Bob")["p/1"].due == before


def test_cards_of_an_older_fold_are_folded_anew(tmp_path: Path) -> None:
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        journal.append([answered()])
        journal.database.connection.execute("UPDATE folded SET version = 0")
        journal.database.connection.execute("UPDATE card SET due = 5")
    with contextlib.closing(Journal(tmp_path / "a.db")) as journal:
        assert cards(journal)["p/1"].due == DAY + 1


def test_a_save_of_the_first_version_is_brought_up_with_all_that_is_in_it(tmp_path: Path) -> None:
    import sqlite3

    from btsquiz.saves import schema

    path = tmp_path / "old.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in filter(str.strip, schema.MIGRATIONS[0].split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        record = answered(rating=1)
        connection.execute(
            "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (record.id, record.at_ms, record.day, record.kind, record.player, None, None, "p/1", record.body),
        )
        connection.commit()
    with contextlib.closing(Journal(path)) as journal:
        assert cards(journal)["p/1"].due == DAY + 1
        assert journal.shown() == ["pack/p/1"]


def test_due_is_asked_of_an_index_and_not_of_all_cards(journal: Journal) -> None:
    plan = journal.database.rows(
        "EXPLAIN QUERY PLAN SELECT point FROM card WHERE player = 'you' AND (reviews > 0) = 1 AND due > -1 "
        "ORDER BY due, point"
    )
    assert len(plan) == 1
    assert "card_due (player=? AND <expr>=? AND due>?)" in plan[0][3]
    journal.append([answered(f"p/{place}", day=DAY - place) for place in range(30)])
    asked = queue(
        journal.by_due("you", reviewed=True), journal.by_due("you", reviewed=False), DAY + 1, due=20
    )
    assert asked == [f"p/{place}" for place in range(29, 9, -1)]


def test_a_failed_append_leaves_what_is_kept_in_mind_as_the_file_has_it(journal: Journal) -> None:
    first = answered(player="Ann")
    journal.append([first])
    with pytest.raises(SaveError):
        journal.append([made("profile", None, player="Ann", now="Bob"), first])
    assert journal.known_as("Ann") == "Ann"
    assert set(cards(journal, "Ann")) == {"p/1"}


def test_a_name_given_in_another_program_holds_here_too(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with contextlib.closing(Journal(path)) as here, contextlib.closing(Journal(path)) as there:
        here.append([answered(player="Ann")])
        there.append([made("profile", None, player="Ann", now="Anna")])
        here.append([answered("p/2", player="Ann")])
        live = everything(here)
        assert set(cards(here, "Anna")) == {"p/1", "p/2"}
        here.rebuild()
        assert everything(here) == live
