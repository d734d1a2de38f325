"""The house keeps its rules: what may be imported where, and what every module says of itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "btsquiz"
MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
)
HEADLESS = [name for name in MODULES if not name.startswith(("btsquiz.tui", "btsquiz.__main__"))]

IMPORT_ALL = """
import importlib, sys
for name in sys.argv[2:]:
    importlib.import_module(name)
    found = [loaded for loaded in sys.argv[1].split(",") if loaded in sys.modules]
    assert not found, f"{name} imports {found}"
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=120, check=False
    )


def test_no_headless_module_loads_textual() -> None:
    ended = python("-c", IMPORT_ALL, "textual", *HEADLESS)
    assert ended.returncode == 0, ended.stderr


def test_the_rules_load_neither_files_nor_yaml_nor_sqlite() -> None:
    pure = [name for name in HEADLESS if re.match(r"btsquiz\.(game|memory|question)", name)]
    assert len(pure) > 8
    ended = python("-c", IMPORT_ALL, "textual,rich,yaml,sqlite3", *pure)
    assert ended.returncode == 0, ended.stderr


def test_the_check_of_imports_can_fail() -> None:
    assert python("-c", IMPORT_ALL, "textual", "btsquiz.tui.app").returncode == 1


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_help_and_version_load_nothing_heavy(word: str) -> None:
    code = (
        "import sys; from btsquiz.cli import main\n"
        f"try: main([{word!r}])\nexcept SystemExit: pass\n"
        "print(sorted({'yaml','rich','textual','sqlite3','fsrs','platformdirs'} & set(sys.modules)))"
    )
    assert python("-c", code).stdout.splitlines()[-1] == "[]"


def test_listing_packs_loads_no_rich_and_no_saves() -> None:
    code = (
        "import sys; from btsquiz.cli import main\nmain(['packs', 'list'])\n"
        "print(sorted({'rich','textual','sqlite3','fsrs'} & set(sys.modules)))"
    )
    assert python("-c", code).stdout.splitlines()[-1] == "[]"


def test_modules_are_short_and_documented() -> None:
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 320, f"{path} is long: perhaps two concepts"
        assert ast.get_docstring(ast.parse(text)), f"{path} does not say what it is"


def test_only_the_clock_asks_the_time_and_nothing_draws_unseeded_chance() -> None:
    asking = re.compile(
        r"datetime\.now|time\.time\(|time\.monotonic|date\.today|random\.(random|choice|shuffle)\("
    )
    guilty = [str(path) for path in SOURCE.rglob("*.py") if asking.search(path.read_text(encoding="utf-8"))]
    assert guilty == [str(SOURCE / "clock.py")]
