"""Whatever a pack, a file name or a player writes is shown as it is, never read as markup or as escapes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from btsquiz.errors import SaveError
from btsquiz.game.formats import Format
from btsquiz.game.state import Phase
from btsquiz.home import Home
from btsquiz.packs.layout import dump
from btsquiz.question import Choice, Kind, Match, Multiple
from btsquiz.quizmaster.study import Study
from btsquiz.text import fold, tame_line
from btsquiz.tui.content import literal
from btsquiz.tui.screens.home import HomeScreen
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.screens.results import ResultsScreen
from btsquiz.tui.screens.setup import SetupScreen
from btsquiz.tui.widgets.choices import Entry
from btsquiz.tui.widgets.entry import AnswerLine
from strategies import NASTY as NASTY_IN_PACKS
from strategies import is_inert_line
from tui.stage import (
    SIZES,
    Show,
    app_of,
    cells,
    click,
    drawn,
    in_match,
    mouse,
    opened,
    played_before,
    rows_of,
    squeezed,
    state_of,
    strips_of,
)
from worlds import make_home, open_world

MARKUP = (
    "[BTS] Army", "[/]", "[/", "[/foo]", "[@click=app.quit]x[/]", "[@click=app.quit]", "[@click=quit()]go",
    "[@click=screen.leave]leave[/@click]", "[[b]]nested[[/b]]", "[b][i]unclosed", "[bold red]paint[/]",
    "[link=https://a.example]link[/link]", "[link='javascript:x']j[/link]", "[$error]theme", "$name",
    "$primary x", "[on red]ground", "[#ff0000]hex", "\\[b]escaped\\[/b]", "ends in \\", "[b]ends in \\",
    "{x!r} %s {0}", "]]", "[", "[]", "[ ]", "[=]", "[!]", '["a"]', "[a b='c']", "👨‍👩‍👧‍👦 family",
    "❤️ heart [b]", "羅生門 [/]", "شجرة", "ｆｕｌｌ", "[BTS[b]]", ":smile:", "<b>tag</b>", "&amp;",
    "https://a.example/?q=[x]", "a]b[c", "[\u200d]",
)  # fmt: skip
"""What Textual's or Rich's markup, or a terminal, might take for something else, all fit for a pack."""
CONTROLS = (
    "\x1b[2J\x1b[31mred", "\x1b]0;title\x07", "\x1b]52;c;eA==\x1b\\", "a\x00b", "\x9b31m", "\x7f", "bell\x07",
    "\u202egnidaer", "\u2066x\u2069", "\ud800", "a\rb\nc\x0bd", "\u200b", "\ufeff", "e" + "\u0301" * 60,
)  # fmt: skip
"""What must not reach a terminal; a player may paste it, a file may be named so."""

LONG = Format("classic", "Classic", ("Call sheet",), takes=len(MARKUP), timed=False, runs=False)


def _spread() -> Iterator[str]:
    """Gives the nasty texts round and round."""
    while True:
        yield from MARKUP


def _unlike(texts: Iterator[str], count: int, ask: str) -> list[str]:
    """Takes texts that do not look alike, nor stand in the stem."""
    taken: dict[str, str] = {}
    while len(taken) < count:
        text = next(texts)
        if fold(text) not in fold(ask):
            taken.setdefault(fold(text), text)
    return list(taken.values())


def hostile_pack(title: str, about: str) -> str:
    """Writes a pack whose every text is nasty; every text is the stem of a question once."""
    texts = _spread()
    questions: list[dict[str, Any]] = []
    for number, ask in enumerate(MARKUP):
        options = _unlike(texts, 6, ask)
        answers: list[dict[str, Any]] = [
            {
                "answer": options[0],
                "wrong": options[1:4],
                "why": {option: next(texts) for option in options[1:4]},
            },
            {
                "answer": options[:2],
                "wrong": options[2:4],
                "why": {option: next(texts) for option in options[2:4]},
            },
            {"answer": True},
            {"answer": Decimal(number)},
            {"accept": options[:3]},
            {"order": options[:5]},
            {"match": dict(zip(options[:3], options[3:], strict=True))},
        ]
        questions.append(
            {
                "id": f"q{number}",
                "ask": ask,
                **answers[number % 7],
                "explain": next(texts),
                "source": {"title": next(texts), "line": number + 1},
                "checked": next(texts),
                "point": next(texts) + str(number),
                "films": [f"{next(texts)} {number}"],
                "standing": ("checked", "story goes", "disputed", "busted", "unchecked")[number % 5],
                "corrections": [{"written": next(texts), "truth": next(texts), "why": next(texts)}],
                "difficulty": number % 3 + 1,
                "tags": [next(texts)],
                "hint": next(texts),
            }
        )
    head = {"format": "btsquiz/1", "title": title, "about": about, "author": "[/]", "licence": "[/"}
    return dump({**head, "questions": questions})


def assert_inert(show: Show) -> None:
    """Asserts that nothing painted can act on a terminal or on the app."""
    for strip in strips_of(show):
        for segment in strip:
            assert is_inert_line(segment.text), repr(segment.text)
            style = segment.style
            assert style is None or style.link is None
            assert not [
                key
                for key in (style.meta if style else {})
                if key.startswith("@") and not key.startswith("@mouse.")
            ]


def assert_drawn(show: Show, selector: str, *texts: str) -> None:
    """Asserts that a part of the screen shows texts literally."""
    said = drawn(show.app.screen.query_one(selector))
    for text in texts:
        assert squeezed(text) in said, (text, said)


async def click_all_of(show: Show, monkeypatch: pytest.MonkeyPatch, *widgets: Widget) -> None:
    """Clicks every cell of parts of the screen, and asserts that no action is run and nothing is left."""
    app = app_of(show)
    screen = app.screen
    ran: list[str] = []

    async def note(namespace: object, action_name: str, params: object) -> bool:
        if not isinstance(namespace, ScrollBar):
            ran.append(action_name)
        return True

    with monkeypatch.context() as patched:
        patched.setattr(app, "_dispatch_action", note)
        body = screen.query_one("#body").region
        regions = [widget.region.intersection(body) for widget in widgets]
        for x, y in (cell for region in regions for cell in _cells(region, rows_of(show))):
            for kind in (events.MouseDown, events.MouseUp, events.Click):
                screen._forward_event(mouse(kind, x, y))
        await show.pause()
    assert ran == []
    assert app.screen is screen
    assert app.is_running


def _cells(region: Region, rows: list[str]) -> Iterator[tuple[int, int]]:
    """Gives the cells of a region as far as anything is painted."""
    assert region.area
    for y in range(region.y, region.bottom):
        for x in range(region.x, min(region.right, cells(rows[y].rstrip()))):
            yield x, y


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Gives a home whose packs, titles and file names are nasty."""
    make_home(tmp_path, hostile_pack("[@click=app.quit]title[/]", "[BTS] about [/"), "kinds")
    make_home(tmp_path, hostile_pack("[/", "$primary"), "[@click=app.quit]x[b] $name \\")
    make_home(tmp_path, 'format: btsquiz/1\ntitle: "[/]"\nquestions: [{"[b]": 1}]', "bad\x1b]0;x\x07\x9b[")
    return tmp_path


async def test_every_text_of_a_match_is_shown_literally_at_every_size(hostile: Path) -> None:
    with played_before(Home(hostile)) as game:
        assert len(game.shelf.playable) == 2, [str(p) for pack in game.shelf.packs for p in pack.problems]
        run = game.play(LONG, ["kinds"], "3")
        kinds = {take.question.kind for take in run.state.deal.takes}
        assert kinds == set(Kind)
        async with opened(game) as show:
            await click(show, "Go on")
            assert_inert(show)
            await show.press("space")
            while isinstance(show.app.screen, MatchScreen):
                await _check_asked(show)
                await _answer_wrong(show)
                await _check_revealed(show)
                await show.press("space")
            assert isinstance(show.app.screen, ResultsScreen)
            for size in SIZES:
                await show.resize_terminal(*size)
                await show.pause()
                for result in run_results(show):
                    assert_drawn(show, "#results", result)
                assert_inert(show)


def run_results(show: Show) -> list[str]:
    screen = show.app.screen
    assert isinstance(screen, ResultsScreen)
    missed = [result.take for result in screen._state.results if not result.right]
    return [screen._state.deal.takes[take].question.ask for take in missed]


async def _check_asked(show: Show) -> None:
    take = state_of(show).take
    await show.resize_terminal(*SIZES[state_of(show).position % 3])
    assert drawn(show.app.screen.query_one("#stem")) == squeezed(take.question.ask)
    entries = [entry for entry in show.app.screen.query(Entry) if entry.display]
    for entry, option in zip(entries, take.options[0], strict=True):
        assert drawn(entry).endswith(squeezed(option)), (option, drawn(entry))
    if isinstance(take.question.answer, Match):
        assert_drawn(show, "#lefts", *(left for left, _ in take.question.answer.pairs))
    assert_inert(show)


async def _answer_wrong(show: Show) -> None:
    take = state_of(show).take
    match take.question.answer:
        case Choice(_, wrong) | Multiple(_, wrong):
            await show.press(str(take.options[0].index(wrong[0]) + 1))
            if state_of(show).phase is Phase.ASKING:
                await show.press("enter")
        case _ if take.question.kind in {Kind.ORDER, Kind.MATCH}:
            await show.press(*"12345"[: len(take.options[0])], "enter")
        case _ if take.question.kind in {Kind.NUMBER, Kind.TYPED}:
            show.app.screen.query_one(AnswerLine).value = "99999"
            await show.press("enter")
        case _:
            await show.press("f")
    await show.pause()


async def _check_revealed(show: Show) -> None:
    state = state_of(show)
    assert state.phase is Phase.REVEALED
    question = state.deal.takes[state.result.take].question
    assert question.source is not None
    await show.resize_terminal(*SIZES[(state.position + 1) % 3])
    assert drawn(show.app.screen.query_one("#stem")) == squeezed(question.ask)
    told = [question.explain, question.source.title, question.checked, question.corrections[0].written]
    told += [question.why[option] for option in state.result.response if option in question.why]
    match question.answer:
        case Choice(right, _):
            assert_drawn(show, "#options", right)
        case Multiple(rights, _):
            assert_drawn(show, "#options", *rights)
        case _ if question.kind in {Kind.ORDER, Kind.MATCH, Kind.TYPED}:
            told += state.result.response
    assert_drawn(show, "#reveal", *told)
    assert_inert(show)


@pytest.mark.parametrize("size", SIZES)
async def test_titles_and_file_names_are_shown_literally(hostile: Path, size: tuple[int, int]) -> None:
    with played_before(Home(hostile)) as game:
        async with opened(game, size) as show:
            assert_inert(show)
            await click(show, "Packs")
            assert_drawn(show, ".said", "[@click=app.quit]title[/]", "[BTS] about [/", "$primary")
            assert_drawn(show, ".said", "[@click=app.quit]x[b] $name \\", "bad\ufffd]0;x\ufffd\ufffd[")
            assert_inert(show)
            await show.press("escape")
            await click(show, "Solo")
            assert_drawn(
                show,
                "#menu",
                "[@click=app.quit]title[/]",
                f"✔ in  [/  {len(MARKUP)} questions",
                "✘ not played  [/]",
            )
            assert_inert(show)
            await click(show, "✘ not played")
            assert_drawn(show, ".said", "bad\ufffd]0;x\ufffd\ufffd[", "a question has no `[b]`")
            assert_inert(show)
            await show.press("escape", "escape")
            assert isinstance(show.app.screen, HomeScreen)


async def test_clicking_every_cell_of_what_is_shown_does_nothing_of_its_own(
    hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with played_before(Home(hostile)) as game:
        game.play(LONG, ["kinds"], "3")
        async with opened(game, (60, 20)) as show:
            await click(show, "Packs")
            await click_all_of(show, monkeypatch, show.app.screen.query_one(".said"))
            await show.press("escape")
            await click(show, "Solo")
            assert isinstance(show.app.screen, SetupScreen)
            packs = [entry for entry in show.app.screen.query(Entry) if "questions" in drawn(entry)]
            assert len(packs) == 2
            await click_all_of(show, monkeypatch, show.app.screen.query_one(".title"), *packs)
            await show.press("escape")
            await click(show, "Go on")
            await click_all_of(show, monkeypatch, show.app.screen.query_one("#stem"))
            await show.press("space")
            kinds = set()
            while isinstance(show.app.screen, MatchScreen):
                kind = state_of(show).take.question.kind
                await click_all_of(show, monkeypatch, show.app.screen.query_one("#stem"))
                if kind not in kinds:
                    kinds.add(kind)
                    await _answer_wrong(show)
                    before = state_of(show)
                    await click_all_of(show, monkeypatch, show.app.screen.query_one("#body"))
                    assert state_of(show) is before
                else:
                    await show.press("ctrl+n")
                await show.press("space")
                await show.pause()
            await click_all_of(show, monkeypatch, show.app.screen.query_one("#results"))


TYPED_PACK = "format: btsquiz/1\ntitle: T\nquestions:\n" + "".join(
    f'  - {{id: q{number}, ask: "Say it {number}.", accept: [never{number}]}}\n' for number in range(120)
)


async def test_whatever_is_typed_or_pasted_is_shown_literally_and_tamed(tmp_path: Path) -> None:
    hostile = [*MARKUP, *NASTY_IN_PACKS[::9], *CONTROLS]
    style = Format("classic", "Classic", ("Call sheet",), takes=len(hostile), timed=False, runs=False)
    async with in_match(tmp_path, style=style, pack=TYPED_PACK) as show:
        await show.press("space")
        for text in hostile:
            show.app.post_message(events.Paste(text))
            await show.pause()
            assert_inert(show)
            entry = show.app.screen.query_one(AnswerLine)
            assert entry.value == tame_line(text)[:200]
            if not entry.value:
                await show.press("x")
            await show.press("enter")
            await show.pause()
            state = state_of(show)
            assert state.phase is Phase.REVEALED, text
            assert_drawn(show, "#reveal", f"You said {state.result.response[0]}")
            assert_inert(show)
            await show.press("space")
        await show.pause()
        assert isinstance(show.app.screen, ResultsScreen)
        assert_inert(show)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "\x1b[31m" * 200_000, "\n" * 1_000_000, "[/" * 500_000])
async def test_a_pasted_megabyte_is_cut_to_an_answer(tmp_path: Path, text: str) -> None:
    async with in_match(tmp_path, pack=TYPED_PACK) as show:
        await show.press("space")
        show.app.post_message(events.Paste(text))
        show.app.post_message(events.Paste(text))
        await show.pause()
        entry = show.app.screen.query_one(AnswerLine)
        assert len(entry.value) in (0, 200)
        assert state_of(show).phase is Phase.ASKING
        await show.press("home", "a", "enter")
        await show.pause()
        assert_inert(show)


async def test_keys_typed_past_the_end_of_an_answer_are_dropped(tmp_path: Path) -> None:
    async with in_match(tmp_path, pack=TYPED_PACK) as show:
        await show.press("space")
        show.app.screen.query_one(AnswerLine).value = "y" * 200
        await show.press("end", *"q1 [")
        assert show.app.screen.query_one(AnswerLine).value == "y" * 200


async def test_pasting_where_nothing_is_typed_does_nothing(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        before = state_of(show)
        show.app.post_message(events.Paste(" 1q\x11"))
        await show.pause()
        assert state_of(show) is before


async def test_messages_are_shown_literally_and_tamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with played_before(make_home(tmp_path)) as game:
        async with opened(game) as show:
            for text in (*MARKUP[::3], *CONTROLS):

                def fail(*_: object, said: str = text) -> None:
                    raise SaveError(said, hint=said)

                monkeypatch.setattr(Study, "due", fail)
                await click(show, "Dailies")
                expected = literal(f"{text} {text}").plain
                assert drawn(show.app.screen.query_one(".said")) == squeezed(expected)
                assert_inert(show)
                await show.press("escape")
                await show.pause()


async def test_the_checks_here_see_what_they_are_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Breaks the one safe way on purpose: the same screens then fail the same assertions."""
    from textual.content import Content

    monkeypatch.setattr("btsquiz.tui.app.literal", lambda text: Content.from_markup(text))
    with played_before(make_home(tmp_path)) as game:

        def fail(*_: object) -> None:
            raise SaveError("[@click=app.quit]x[/]\x1b[31m")

        monkeypatch.setattr(Study, "due", fail)
        async with opened(game) as show:
            await click(show, "Dailies")
            with pytest.raises(AssertionError):
                assert_drawn(show, ".said", "[@click=app.quit]x[/]")
            with pytest.raises(AssertionError):
                assert_inert(show)
            with pytest.raises(AssertionError):
                await click_all_of(show, monkeypatch, show.app.screen.query_one(".said"))


def test_no_text_here_is_refused_by_a_pack() -> None:
    for text in MARKUP:
        assert unicodedata.is_normalized("NFC", text)
        assert tame_line(text) == text, text


def test_what_is_read_back_is_what_was_written(hostile: Path) -> None:
    with open_world(Home(hostile)) as game:
        asked = {question.ask for question in game.shelf.questions(["kinds"])}
        assert asked == set(MARKUP)
