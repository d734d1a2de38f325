"""The shelf: every pack under the folders of packs, those with errors listed and not played."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from btsquiz.document import Problem
from btsquiz.errors import NotFound
from btsquiz.packs.pack import Pack, pack_id, read_pack
from btsquiz.question import Question
from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.packs.index import Index

SUFFIXES: Final = frozenset({".yaml", ".yml"})
FACTS: Final = "facts"
"""The folder inside a folder of packs that holds fact sheets instead."""

Check = Callable[[Pack], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All packs that are installed, in the order of their folders and names."""

    packs: tuple[Pack, ...]

    @property
    def playable(self) -> tuple[Pack, ...]:
        """The packs without errors."""
        return tuple(pack for pack in self.packs if pack.playable)

    def questions(self, packs: Iterable[str] = ()) -> tuple[Question, ...]:
        """Gives the questions of the packs named, or of all playable ones.

        Raises:
            NotFound: No playable pack has that id.
        """
        chosen = [self.find(name) for name in dict.fromkeys(packs)] or self.playable
        for pack in chosen:
            if not pack.playable:
                raise NotFound(
                    f"The pack `{tame_line(pack.id)}` has errors and is not played.",
                    hint=f"See them with: btsquiz packs check {tame_line(pack.path)}",
                )
        return tuple(question for pack in chosen for question in pack.questions)

    def find(self, name: str) -> Pack:
        """Finds a pack by its id.

        Raises:
            NotFound: There is none.
        """
        for pack in self.packs:
            if pack.id == name:
                return pack
        known = ", ".join(pack.id for pack in self.packs) or "no pack at all"
        raise NotFound(f"No pack is called `{tame_line(name)}`.", hint=f"On the shelf: {known}.")


def yaml_files(folder: Path, cannot: Callable[[OSError], None], *, sheets: bool = False) -> Iterator[Path]:
    """Finds the YAML files under a folder, sorted; what is hidden is left out.

    Args:
        folder: Where to look.
        cannot: What to do about a folder that is missing or may not be read.
        sheets: Whether to find fact sheets too.
    """
    for where, inner, files in os.walk(folder, onerror=cannot):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        if not sheets and Path(where) == folder and FACTS in inner:
            inner.remove(FACTS)
        for name in sorted(files):
            if Path(name).suffix in SUFFIXES and not name.startswith("."):
                yield Path(where, name)


def read_shelf(folders: Iterable[Path], check: Check, index: Index | None = None) -> Shelf:
    """Reads every pack under the folders.

    Args:
        folders: Folders of packs; one that is missing holds none, one that may not be read is listed.
        check: What each pack that could be read must also pass.
        index: Where packs are kept as they were read, if anywhere.
    """
    listed: list[Pack] = []

    def cannot(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            path = str(error.filename)
            problem = Problem(path, 1, 1, f"{(error.strerror or '').lower()}: {path}", "unreadable")
            listed.append(Pack(pack_id(Path(path)), path, pack_id(Path(path)), problems=(problem,)))

    def first_of_their_name() -> Iterator[Path]:
        first: dict[str, Path] = {}
        for path in (path for folder in folders for path in yaml_files(folder, cannot)):
            twin = first.setdefault(pack_id(path), path)
            if twin is path:
                yield path
            else:
                problem = twin_problem(path, str(twin))
                listed.append(Pack(pack_id(path), str(path), pack_id(path), problems=(problem,)))

    def read(path: Path) -> Pack:
        pack = read_pack(path)
        return pack.with_problems(check(pack))

    found = index.packs(first_of_their_name(), read) if index else map(read, first_of_their_name())
    packs = list(found)
    return Shelf((*packs, *listed))


def twin_problem(path: Path, first: str) -> Problem:
    """Says that a file's id is already that of another."""
    message = f"`{first}` already has the id `{pack_id(path)}`; rename this file"
    return Problem(str(path), 1, 1, message, "duplicate-pack")
