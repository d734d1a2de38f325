"""Share codes: the same match in another home, and who did better."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import UsageError
from btsquiz.game.commands import Next, Pass, Pick
from btsquiz.game.formats import CLASSIC, SURVIVAL, TODAY
from btsquiz.game.share_code import DIGEST_BYTES, SEED_BYTES, SHARED, ShareCode, decode, encode
from btsquiz.game.state import Phase
from btsquiz.plain import Plain
from btsquiz.quizmaster import Run
from btsquiz.quizmaster.telling import compared, share_line
from tui.stage import many
from worlds import make_home, open_world

CODES = st.builds(
    ShareCode,
    rules=st.integers(0, 255),
    style=st.sampled_from([*SHARED, CLASSIC.calm(), SURVIVAL.paced(3)]),
    seed=st.binary(min_size=SEED_BYTES, max_size=SEED_BYTES).map(bytes.hex),
    packs=st.lists(st.binary(min_size=DIGEST_BYTES, max_size=DIGEST_BYTES), max_size=6).map(tuple),
    points=st.integers(-(10**6), 10**6),
    right=st.integers(-1, 40),
)


@given(CODES)
def test_a_code_says_what_was_put_in_however_it_is_written(code: ShareCode) -> None:
    text = encode(code)
    assert decode(text) == code
    assert decode(text.lower().replace("-", " ")) == code


@given(CODES, st.data())
def test_a_slip_in_a_code_is_noticed(code: ShareCode, data: st.DataObject) -> None:
    text = encode(code)
    place = data.draw(st.sampled_from([i for i, char in enumerate(text[:-1]) if char != "-"]))
    other = data.draw(
        st.sampled_from([char for char in "ABCDEFGHKMNPQRSTUVWXYZ234567" if char != text[place]])
    )
    with pytest.raises(UsageError):
        decode(text[:place] + other + text[place + 1 :])


@given(st.text(max_size=60))
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UsageError):
        decode(text)


def play_out(run: Run, *, right: bool) -> None:
    while run.state.phase is not Phase.OVER:
        if run.state.phase is Phase.ASKING:
            options = run.state.options()
            wanted = (i for i, option in enumerate(options) if option.startswith("Right") is right)
            run.do(Pick(option=next(wanted)))
        else:
            run.do(Next())


def test_in_another_home_a_code_deals_the_same_match_and_compares(tmp_path: Path) -> None:
    ours, theirs = (
        make_home(tmp_path / "a", many(40), "many"),
        make_home(tmp_path / "b", many(40), "many"),
    )
    with open_world(ours) as game:
        sent = game.shared(CLASSIC.calm(), ["many"])
        play_out(sent, right=True)
        line = share_line(sent.state)
        assert compared(sent.state) == ""
    assert line.startswith("btsquiz play --code ")
    code = line.rpartition(" ")[2]
    assert len(code) < 60
    with open_world(theirs, seed=9) as game:
        taken = game.take_up(code)
        mine, yours = sent.state.deal, taken.state.deal
        assert [take.question.ask for take in mine.takes] == [take.question.ask for take in yours.takes]
        assert [take.options for take in mine.takes] == [take.options for take in yours.takes]
        assert yours.format == CLASSIC.calm()
        play_out(taken, right=False)
        points = f"{sent.state.points():,}"
        assert compared(taken.state) == f"They had {points} points, 15 right: you are {points} behind."
        again = share_line(taken.state).rpartition(" ")[2]
        assert (decode(again).points, decode(again).right) == (0, 0)


@pytest.mark.parametrize(("count", "name"), [(41, "many"), (40, "renamed")])
def test_a_code_of_packs_that_are_not_here_or_changed_is_refused(
    tmp_path: Path, count: int, name: str
) -> None:
    with open_world(make_home(tmp_path / "a", many(40), "many")) as game:
        code = game.shared(CLASSIC, ["many"]).state.deal.code
    with (
        open_world(make_home(tmp_path / "b", many(count), name)) as game,
        pytest.raises(UsageError, match="A pack of this match is not on your shelf"),
    ):
        game.take_up(code)


def test_a_code_of_other_rules_is_refused(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path, many(40), "many")) as game:
        code = decode(game.shared(CLASSIC, ["many"]).state.deal.code)
        with pytest.raises(UsageError, match="another version"):
            game.take_up(encode(replace(code, rules=code.rules + 1)))


def test_today_cannot_be_shared_for_everybody_has_it(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path, many(40), "many")) as game, pytest.raises(UsageError):
        game.shared(TODAY)


def test_what_was_played_before_does_not_change_a_shared_match(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path, many(40), "many")) as game:
        code = game.shared(CLASSIC, ["many"]).state.deal.code
        before = game.take_up(code).state.deal
        play_out(game.play(CLASSIC.calm(), ["many"]), right=True)
        assert game.take_up(code).state.deal == before


def test_line_by_line_the_code_stands_at_the_end(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path, many(40), "many")) as game:
        out = io.StringIO()
        Plain(game, io.StringIO("1\n" * 15), out, interactive=False).through(
            game.shared(CLASSIC.calm(), ["many"])
        )
        assert "To share: btsquiz play --code " in out.getvalue()


def test_left_early_there_is_no_code(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path, many(40), "many")) as game:
        run = game.shared(CLASSIC, ["many"])
        run.do(Next())
        run.do(Pass())
        assert share_line(run.state) == ""
