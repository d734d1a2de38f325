"""A small world to play in: a clock that tests move, a home of its own, packs of every kind."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from btsquiz.checks import check_pack
from btsquiz.home import Home, shipped_questions
from btsquiz.packs.index import Index
from btsquiz.packs.shelf import read_shelf
from btsquiz.quizmaster import Game, open_game

PACK = """\
format: btsquiz/1
title: Every kind
questions:
  - {id: choice, ask: "Who directed Jaws?", answer: Steven Spielberg, wrong: [George Lucas, John Landis],
     explain: "At twenty-seven.", source: {title: our page, line: 3}, standing: checked, films: [Jaws],
     why: {George Lucas: "He directed Star Wars."}, difficulty: 1}
  - {id: multiple, ask: "Which two made soap?", answer: [Brad Pitt, Edward Norton], wrong: [Jared Leto],
     films: [Fight Club], difficulty: 1}
  - {id: truefalse, ask: "Kong fell from a tower.", answer: true, films: [King Kong], difficulty: 1}
  - {id: number, ask: "When did Psycho come out?", answer: 1960, within: 2, films: [Psycho]}
  - {id: typed, ask: "What stood on the caps?", accept: [Blue Harvest, Harvest], films: [Return]}
  - {id: order, ask: "Oldest first.", order: [Psycho, Jaws, Titanic], films: [Titanic], difficulty: 3}
  - {id: match, ask: "Who made which?", match: {Alien: Ridley Scott, Fame: Alan Parker},
     films: [Fame], difficulty: 3}
"""
"""One question of each kind; the right answers are those in `RIGHT`."""

RIGHT = {
    "choice": ("Steven Spielberg",),
    "multiple": ("Brad Pitt", "Edward Norton"),
    "truefalse": ("True",),
    "number": ("1961",),
    "typed": ("the blue harvest",),
    "order": ("Psycho", "Jaws", "Titanic"),
    "match": ("Ridley Scott", "Alan Parker"),
}


class ManualClock:
    """A clock that stands still until it is moved."""

    def __init__(self, zone: tzinfo = UTC) -> None:
        self.moment = datetime(2026, 11, 22, 20, 0, tzinfo=zone)
        self.ms = 0

    def now(self) -> datetime:
        return self.moment

    def monotonic_ms(self) -> int:
        return self.ms

    def tick(self, ms: int) -> None:
        """Lets time pass."""
        self.ms += ms
        self.moment += timedelta(milliseconds=ms)

    def sleep(self, days: int) -> None:
        """Lets days pass, as while the program is closed."""
        self.moment += timedelta(days=days)


@cache
def _index_of(shipped: Path) -> bytes:
    """Gives a shelf's index that has the shipped packs, which take seconds to read, as at a second start."""
    with TemporaryDirectory() as folder:
        index = Path(folder) / "shelf.db"
        read_shelf([shipped], check_pack, Index(index))
        return index.read_bytes() if index.exists() else b""


def make_home(folder: Path, pack: str = PACK, name: str = "kinds") -> Home:
    """Makes a home with one pack of its own, whose shelf has read the shipped ones."""
    (folder / "questions").mkdir(parents=True, exist_ok=True)
    (folder / "questions" / f"{name}.yaml").write_text(pack, encoding="utf-8")
    home = Home(folder)
    if index := _index_of(shipped_questions()):
        home.shelf_index.parent.mkdir(parents=True, exist_ok=True)
        home.shelf_index.write_bytes(index)
    return home


def open_world(home: Home, clock: ManualClock | None = None, seed: int = 1) -> Game:
    """Opens a game whose chance and time are ours."""
    return open_game(home, clock or ManualClock(), random.Random(seed))
