"""The rules of the room: one door for text, one place for colours, named keys, ways back, signs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

import btsquiz.tui
from btsquiz.game.commands import Lock, Next, Pass, Pause, Pick, Star
from btsquiz.game.state import Phase, State
from btsquiz.quizmaster import Run
from btsquiz.tui import drawing
from btsquiz.tui.app import BtsquizApp
from btsquiz.tui.hints import match_hints
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.screens.home import HomeScreen
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.screens.results import ResultsScreen
from btsquiz.tui.theme import SET
from tui.stage import SEVEN, click, in_match, opened, played_before, rows_of, state_of, text_of
from worlds import make_home, open_world

ROOM = Path(btsquiz.tui.__file__).parent
MODULES = sorted(ROOM.rglob("*.py"))
TEXT_WIDGETS = {
    "Static",
    "Label",
    "Button",
    "Markdown",
    "OptionList",
    "DataTable",
    "Select",
    "Tooltip",
    "Text",
}
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b")


def _name(path: Path) -> str:
    return path.relative_to(ROOM).as_posix()


def _nodes(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _called(node: ast.AST) -> str:
    """Gives what a call calls: `Content`, `Content.assemble`, `notify`; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    match node.func:
        case ast.Name(name):
            return name
        case ast.Attribute(ast.Name(owner), name) if owner[0].isupper():
            return f"{owner}.{name}"
        case ast.Attribute(_, name):
            return name
    return ""


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_content_py_makes_content(path: Path) -> None:
    calls = {_called(node) for node in _nodes(path)}
    assert not {
        name for name in calls if name.split(".")[-1] in {"from_markup", "notify", "escape", "from_text"}
    }
    if _name(path) != "content.py":
        assert not {name for name in calls if name.split(".")[0] == "Content"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_text_is_shown_by_lines_alone(path: Path) -> None:
    imported = {
        alias.name for node in _nodes(path) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    calls = {_called(node) for node in _nodes(path)}
    if _name(path) != "widgets/line.py":
        assert not (imported | calls) & TEXT_WIDGETS
    for node in _nodes(path):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            assert node.attr not in {"border_title", "border_subtitle", "tooltip", "loading"}
        if isinstance(node, ast.Call) and _name(path) not in {"content.py", "widgets/line.py"}:
            assert _called(node) != "update"


def test_lines_take_no_markup(tmp_path: Path) -> None:
    line = (ROOM / "widgets" / "line.py").read_text(encoding="utf-8")
    assert "markup=False" in line


@pytest.mark.parametrize("path", [*MODULES, *sorted(ROOM.glob("*.tcss"))], ids=_name)
def test_colours_stand_in_the_theme_alone(path: Path) -> None:
    if _name(path) != "theme.py":
        assert not HEX.findall(path.read_text(encoding="utf-8"))


def test_every_text_can_be_read_on_every_ground() -> None:
    """Asserts the contrast that WCAG asks of text, 4.5 to 1, for each colour we write in."""
    grounds = [SET.background, SET.surface, SET.panel]
    inks = [SET.foreground, SET.primary, SET.secondary, SET.accent, SET.success, SET.error, SET.warning]
    for ground in grounds:
        for ink in [*inks, SET.variables["muted"]]:
            assert ground is not None
            assert ink is not None
            light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def _luminance(colour: str) -> float:
    """Gives the relative luminance WCAG defines for `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_are_short_and_ask_only_what_they_may(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") < 300
    allowed = ("tui", "quizmaster", "game", "question", "errors", "text")
    for node in _nodes(path):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.startswith("btsquiz."):
                assert name.split(".")[1] in allowed, name


def _stages() -> list[type[Screen[None]]]:
    """Gives every screen of ours."""
    for path in MODULES:
        if path.parent.name == "screens":
            __import__(f"btsquiz.tui.screens.{path.stem}")
    found: list[type[Screen[None]]] = [Stage]
    for one in found:
        found += [sub for sub in one.__subclasses__() if sub not in found]
    return found


@pytest.mark.parametrize("owner", [BtsquizApp, *_stages()], ids=lambda owner: owner.__name__)
def test_every_key_has_an_id_a_description_and_an_action(owner: type) -> None:
    bindings = owner.__dict__.get("BINDINGS", [])
    seen = [binding.id for binding in bindings]
    assert len(seen) == len(set(seen))
    for binding in bindings:
        assert isinstance(binding, Binding)
        assert binding.id
        assert re.fullmatch(r"[a-z]+\.[a-z0-9]+", binding.id)
        assert binding.description
        name = binding.action.partition("(")[0].removeprefix("app.")
        assert hasattr(owner, f"action_{name}") or hasattr(BtsquizApp, f"action_{name}")


@pytest.mark.parametrize(
    "entry", ["Solo", "Head-to-head", "Host", "Dailies", "Packs", "Stats", "Help", "Go on"]
)
async def test_every_screen_has_a_way_back_by_key_and_by_mouse(tmp_path: Path, entry: str) -> None:
    with played_before(make_home(tmp_path)) as game:
        game.play(SEVEN, ["kinds"], "1")
        async with opened(game, (60, 20)) as show:
            for key in ("escape", None) if entry in {"Head-to-head", "Host"} else ("escape", "q", None):
                await click(show, entry)
                assert not isinstance(show.app.screen, HomeScreen)
                if entry != "Help":
                    await show.press("f1", "escape")
                    assert not isinstance(show.app.screen, HomeScreen)
                if key is None:
                    said = [word for word in ("Esc back", "q leave") if word in rows_of(show)[-1]]
                    await click(show, said[0])
                else:
                    await show.press("q" if isinstance(show.app.screen, MatchScreen) else key)
                assert isinstance(show.app.screen, HomeScreen), key


@pytest.mark.parametrize("key", ["space", "enter", "escape", "q", "h"])
async def test_results_lead_home(tmp_path: Path, key: str) -> None:
    async with in_match(tmp_path) as show:
        await show.press("space")
        while isinstance(show.app.screen, MatchScreen):
            await show.press("ctrl+n", "space")
        assert isinstance(show.app.screen, ResultsScreen)
        await show.press(key)
        assert isinstance(show.app.screen, HomeScreen)


async def test_whatever_can_take_the_keys_can_be_reached_and_left_by_them(tmp_path: Path) -> None:
    async with in_match(tmp_path) as show:
        await show.press("space")
        while isinstance(show.app.screen, MatchScreen):
            chain: list[Widget] = show.app.screen.focus_chain
            assert len(chain) == (state_of(show).take.question.kind in {"number", "typed"})
            await show.press("ctrl+n", "space")


# Nothing by colour alone


def _run_to(run: Run, kind: str) -> State:
    while run.state.phase is not Phase.ASKING or run.state.take.question.kind != kind:
        run.do(Pass() if run.state.phase is Phase.ASKING else Next())
    return run.state


@pytest.mark.parametrize("kind", ["choice", "multiple", "truefalse"])
def test_options_tell_their_state_without_colour(tmp_path: Path, kind: str) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        state = _run_to(run, kind)
        plain = [content.plain for content in drawing.options(state)[0]]
        assert plain == list(state.take.options[0])
        options = state.take.options[0]
        rights = {
            "choice": {"Steven Spielberg"},
            "multiple": {"Brad Pitt", "Edward Norton"},
            "truefalse": {"True"},
        }
        wrong = next(option for option in options if option not in rights[kind])
        run.do(Pick(option=options.index(wrong)))
        if kind == "multiple":
            picked = [content.plain for content in drawing.options(run.state)[0]]
            assert [text.endswith("✔ picked") for text in picked] == [option == wrong for option in options]
            run.do(Lock())
        for option, content in zip(options, drawing.options(run.state)[0], strict=True):
            right, chosen = option in rights[kind], option == wrong
            assert content.plain == option + ("  ✔ Right" if right else "  ✘ Wrong" if chosen else "")
        assert drawing.reveal(run.state).plain.startswith("✘ Wrong")


def test_orders_and_matches_tell_their_state_without_colour(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        for kind, picked in (("order", "  1st"), ("match", "  ✔")):
            run = game.play(SEVEN, ["kinds"], "1")
            _run_to(run, kind)
            run.do(Pick(option=1))
            plain = [content.plain for content in drawing.options(run.state)[0]]
            assert plain[1] == run.state.take.options[0][1] + picked
            assert plain[0] == run.state.take.options[0][0]
            if kind == "match":
                assert "▸ " in drawing.lefts(run.state).plain


def test_every_take_in_the_strip_tells_its_state_without_colour(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        assert drawing.strip(run.state).plain == "□ " * 7
        run.do(Next())
        assert drawing.strip(run.state).plain == "▣ " + "□ " * 6
        _run_to(run, "truefalse")
        done = len(run.state.results)
        run.do(Pick(option=0))
        assert drawing.strip(run.state).plain == "✘ " * done + "✔ " + "□ " * (6 - done)


def test_paused_starred_and_out_of_time_are_words(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        asked = drawing.stem(run.state, 60, 16).plain
        hints = [hint.does for hint in match_hints(run.state, run.legal())]
        assert ("star" in hints) == (run.state.take.question.kind not in {"number", "typed"})
        run.do(Star())
        run.do(Pause())
        paused = drawing.stem(run.state, 60, 16).plain
        assert "PAUSED" in paused
        assert asked not in paused


def test_the_clock_says_its_seconds(tmp_path: Path) -> None:
    with open_world(make_home(tmp_path)) as game:
        run = game.play(SEVEN, ["kinds"], "1")
        run.do(Next())
        shown = [drawing.clock(run.state, ms).plain for ms in (20_000, 5_000, 4_000, 0)]
        assert all(one != other for one, other in combinations(shown, 2))
        assert shown[-1].startswith("0:00")


async def test_the_cursor_is_a_sign_too(tmp_path: Path) -> None:
    with played_before(make_home(tmp_path)) as game:
        async with opened(game) as show:
            assert text_of(show).count("▸") == 1
            assert "▸1" in text_of(show)
            await show.press("down")
            assert "▸2" in text_of(show)
            assert text_of(show).count("▸") == 1
