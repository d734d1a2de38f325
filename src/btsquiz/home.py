"""Where things are: the shipped packs, and the home that holds a player's own packs and saves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from btsquiz.errors import FileError
from btsquiz.text import tame_line

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds one household's packs and saves; nothing in it is made before it is needed.

    Attributes:
        root: The folder itself.
    """

    root: Path

    @property
    def questions(self) -> Path:
        """The folder for packs of one's own."""
        return self.root / "questions"

    @property
    def database(self) -> Path:
        """The journal of play."""
        return self.root / "saves" / "btsquiz.db"

    @property
    def backups(self) -> Path:
        """The folder of backups of the journal."""
        return self.root / "saves" / "backups"

    @property
    def shelf_index(self) -> Path:
        """What was read of packs before; it can be thrown away."""
        return self.root / "cache" / "shelf.db"

    def pack_folders(self) -> tuple[Path, ...]:
        """Gives the folders whose packs are on the shelf, shipped packs first, none twice."""
        shipped = shipped_questions()
        try:
            same = self.questions.samefile(shipped)
        except OSError:
            same = False
        return (shipped,) if same else (shipped, self.questions)


def checkout() -> Path | None:
    """Finds the checkout the package runs from, or None where it is installed."""
    root = _PACKAGE.parent.parent
    inside = _PACKAGE.parent.name == "src" and (root / "pyproject.toml").is_file()
    return root if inside and (root / "questions").is_dir() else None


def shipped_questions() -> Path:
    """Gives the folder of the packs that come with btsquiz; only ever read."""
    root = checkout()
    return root / "questions" if root else _PACKAGE / "_questions"


def find_home(folder: str | None, environ: Mapping[str, str]) -> Home:
    """Finds home: the folder named, else `BTSQUIZ_HOME`, else the checkout, else the user's data folder.

    Args:
        folder: What `--home` says, if it was given.
        environ: The environment.

    Raises:
        FileError: The folder named is a file, or cannot be one.
    """
    named = folder or environ.get("BTSQUIZ_HOME")
    if named:
        try:
            root = Path(named).expanduser().absolute()
            fit = root.is_dir() or not root.exists()
        except (OSError, RuntimeError):  # too long a name; `~` of nobody
            fit = False
        if not fit:
            raise FileError(f"`{tame_line(named)}` is not a folder.", hint="Name a folder for --home.")
        return Home(root)
    if root_of_checkout := checkout():
        return Home(root_of_checkout)
    import platformdirs

    return Home(Path(platformdirs.user_data_dir("btsquiz", appauthor=False)))
