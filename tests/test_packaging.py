"""What is built carries what it needs: packs, help and stylesheets, in the wheel and in the sdist."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NO_NETWORK = {
    **os.environ,
    "PIP_NO_INDEX": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_CONFIG_FILE": os.devnull,
}


def run(*arguments: str, **environ: str) -> str:
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=environ.pop("cwd", str(ROOT)),
        env={**NO_NETWORK, **environ},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds wheel and sdist without isolation and without a network."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "hatchling", "build", "-d", str(folder))
    return folder


def test_the_wheel_holds_packs_help_and_stylesheet(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "btsquiz/_questions/on-the-set.yaml",
        "btsquiz/_questions/small-stories.yaml",
        "btsquiz/_questions/facts/films.yaml",
        "btsquiz/_questions/facts/filmography.db",
        "btsquiz/_questions/facts/NOTICE.md",
        "btsquiz/tui/app.tcss",
        "btsquiz/tui/help.txt",
        "btsquiz/py.typed",
    } <= names


def test_the_sdist_holds_everything_needed_to_build_and_test(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml", "README.md", "LICENSE", "Makefile", "CHANGELOG.md", "questions/on-the-set.yaml",
        "questions/facts/films.yaml", "questions/facts/filmography.db", "questions/facts/NOTICE.md",
        "questions/LICENSE", "src/btsquiz/tui/app.tcss", "src/btsquiz/tui/help.txt",
        "tests/test_packaging.py", "saves/README.md",
    } <= names  # fmt: skip
    assert {name for name in names if name.endswith(".db")} == {"questions/facts/filmography.db"}


def test_the_wheel_plays_where_it_is_installed(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    target = tmp_path / "site"
    run("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    elsewhere = {"cwd": str(tmp_path), "PYTHONPATH": str(target), "BTSQUIZ_HOME": str(tmp_path / "home")}
    where = run("-c", "import btsquiz; print(btsquiz.__file__)", **elsewhere)
    assert where.startswith(str(target))
    listed = run("-m", "btsquiz", "packs", "list", **elsewhere)
    assert "on-the-set" in listed
    assert "small-stories" in listed
    out = tmp_path / "mine.yaml"
    sheet = str(target / "btsquiz" / "_questions" / "facts" / "002.yaml")
    run("-m", "btsquiz", "generate", sheet, "-o", str(out), **elsewhere)
    assert out.exists()
    drawn = (
        "import asyncio, random\n"
        "from pathlib import Path\n"
        "from btsquiz.clock import SystemClock\n"
        "from btsquiz.home import Home\n"
        "from btsquiz.quizmaster import open_game\n"
        "from btsquiz.tui.app import BtsquizApp\n"
        "from btsquiz.tui.screens.help import HelpScreen\n"
        "async def main():\n"
        f"    home = Home(Path({str(tmp_path / 'home')!r}))\n"
        "    with open_game(home, SystemClock(), random.Random(1)) as game:\n"
        "        app = BtsquizApp(game)\n"
        "        async with app.run_test() as pilot:\n"
        "            await pilot.press('f1')\n"
        "            assert isinstance(app.screen, HelpScreen)\n"
        "asyncio.run(main())\n"
    )
    run("-c", drawn, **elsewhere)
