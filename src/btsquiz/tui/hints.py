"""What keys do in a match, said from what the rules allow now."""

from __future__ import annotations

from collections.abc import Set

from btsquiz.game.commands import (
    Abandon,
    Command,
    Flag,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    ShowOptions,
    Star,
    Undo,
)
from btsquiz.game.state import Phase, State
from btsquiz.tui.widgets.keys import Hint


def is_waiting(state: State) -> bool:
    """Tells whether a match waits for the player: paused, or on a slate."""
    return state.paused_ms is not None or state.phase is Phase.SLATE


def match_hints(state: State, legal: Set[type[Command]]) -> list[Hint]:
    """Gives the hints, most important first; while an answer is typed, letters are letters."""
    typing = Say in legal
    leave = Hint("^L" if typing else "q", "leave", "leave")
    help_page = Hint("F1" if typing else "?", "help", "help")
    starred, flagged = state.index in state.starred, state.index in state.flagged
    offered = [
        (Resume, Hint("Space", "go on", "go_on")),
        (Pick, Hint(f"1–{len(state.options())}", "pick")),
        (Say, Hint("Enter", "answer", "confirm")),
        (ShowOptions, Hint("^O", "options", "give('showoptions')")),
        (Lock, Hint("Enter", "answer", "confirm")),
        (Undo, Hint("⌫", "undo", "give('undo')")),
        (Next, Hint("Space", "go on", "go_on")),
        (Pass, Hint("^N" if typing else "n", "pass", "give('pass')")),
        (Pause, Hint("Esc" if typing else "p", "pause", "pause")),
        (None, leave),
        (None, help_page),
    ]
    if not typing:
        offered += [
            (Star, Hint("*", "starred ✔" if starred else "star", "give('star')")),
            (Flag, Hint("!", "flagged ✔" if flagged else "flag", "give('flag')")),
        ]
    if is_waiting(state):
        offered.append((Abandon, Hint("x", "end match", "end")))
    return [hint for command, hint in offered if command is None or command in legal]
