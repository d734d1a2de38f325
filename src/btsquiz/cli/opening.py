"""Opening: the game, or the saves alone, of the home that a command names."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from btsquiz.home import Home, find_home

if TYPE_CHECKING:
    from btsquiz.quizmaster import Game
    from btsquiz.quizmaster.noting import Pen
    from btsquiz.saves.journal import Journal


def home_of(options: argparse.Namespace) -> Home:
    """Gives the home that was named, or the one there is."""
    return find_home(getattr(options, "home", None), os.environ)


def opened(options: argparse.Namespace) -> Game:
    """Opens the game as the player sees it who was named."""
    import random

    from btsquiz.clock import SystemClock
    from btsquiz.quizmaster import PLAYER, open_game

    player = getattr(options, "player", PLAYER)
    return open_game(home_of(options), SystemClock(), random.SystemRandom(), player)


@contextlib.contextmanager
def journal_of(options: argparse.Namespace) -> Iterator[Journal]:
    """Opens the journal alone."""
    from btsquiz.saves.journal import Journal

    journal = Journal(home_of(options).database)
    try:
        yield journal
    finally:
        journal.close()


def pen() -> Pen:
    """Gives what writes records of now."""
    import random

    from btsquiz.clock import SystemClock
    from btsquiz.quizmaster.noting import Pen

    return Pen(SystemClock(), random.SystemRandom())
