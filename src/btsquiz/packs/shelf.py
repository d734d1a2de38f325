"""The shelf: every pack under the folders of packs, those with errors listed and not played."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from btsquiz.document import Problem
from btsquiz.errors import NotFound
from btsquiz.packs.pack import Pack, pack_id, read_pack
from btsquiz.question import Question
from btsquiz.text import tame_line

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


def pack_files(folder: Path) -> Iterator[Path]:
    """Finds the pack files under a folder, sorted; hidden files and fact sheets are left out."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.suffix in SUFFIXES and not hidden and inside.parts[0] != FACTS and not path.is_dir():
            yield path


def read_shelf(folders: Iterable[Path], check: Check) -> Shelf:
    """Reads every pack under the folders.

    Args:
        folders: Folders of packs; one that is missing holds none.
        check: What each pack that could be read must also pass.
    """
    packs: dict[str, Pack] = {}
    seconds: list[Pack] = []
    for path in (path for folder in folders for path in pack_files(folder)):
        name = pack_id(path)
        if name in packs:
            message = f"`{packs[name].path}` already has the id `{name}`; rename this file"
            problem = Problem(str(path), 1, 1, message, "duplicate-pack")
            seconds.append(Pack(name, str(path), name, problems=(problem,)))
        else:
            pack = read_pack(path)
            packs[name] = pack.with_problems(check(pack))
    return Shelf((*packs.values(), *seconds))
