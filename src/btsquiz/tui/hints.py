"""What keys do in a match, said from what the rules allow now."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Final

from textual.binding import Binding, BindingType

from btsquiz.game.commands import (
    Abandon,
    Award,
    Bid,
    Buzz,
    Command,
    Flag,
    Lift,
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
    Use,
    Walk,
)
from btsquiz.game.powers import Power, usable
from btsquiz.game.state import Phase, State
from btsquiz.tui.widgets.keys import Hint

POWER_KEYS: Final = {
    Power.FIFTY: "f2,f",
    Power.HINT: "f3,h",
    Power.SKIP: "f4,s",
    Power.SWAP: "f5,o",
    Power.DOUBLE: "f6,d",
    Power.AUDIENCE: "f7,a",
}
"""The keys of each power; the first one also while an answer is typed."""

MATCH_BINDINGS: Final[list[BindingType]] = [
    *(
        Binding(str(digit), f"digit({digit})", f"Pick {digit}", show=False, id=f"match.{digit}")
        for digit in range(1, 10)
    ),
    Binding("space", "go_on", "Go on", id="match.next"),
    Binding("enter", "confirm", "Give the answer", id="match.confirm"),
    Binding("backspace,u", "give('undo')", "Undo", id="match.undo"),
    Binding("ctrl+o", "give('showoptions')", "Options to pick from", id="match.options"),
    Binding("n,ctrl+n", "give('pass')", "No answer", id="match.pass"),
    Binding("w,ctrl+g", "give('walk')", "Walk away", id="match.walk", tooltip="Only on a ladder"),
    Binding("p,escape", "pause", "Pause", id="match.pause"),
    Binding("asterisk", "give('star')", "Star", id="match.star"),
    Binding("exclamation_mark", "give('flag')", "Flag", id="match.flag"),
    Binding("q,ctrl+l", "leave", "Leave", id="match.leave"),
    Binding("x", "end", "End the match", id="match.end", tooltip="For good; only from a pause or a slate"),
    *(
        Binding(
            keys if power is not Power.FIFTY else "f2",
            f"use('{power.value}')",
            power.value.capitalize(),
            show=False,
            id=f"match.{power.name.lower()}",
        )
        for power, keys in POWER_KEYS.items()
    ),
    Binding("t", "truth(1)", "True", id="match.true", show=False),
    Binding("f", "truth(2)", "False", id="match.false", show=False),
    Binding("up,left", "move(-1)", "Up", id="match.up", show=False),
    Binding("down,right", "move(1)", "Down", id="match.down", show=False),
]


DUEL_BINDINGS: Final[list[BindingType]] = [
    *(
        replace(binding, key=keys)
        for binding in MATCH_BINDINGS
        if isinstance(binding, Binding)
        for keys in [",".join(key for key in binding.key.split(",") if len(key) > 1 or key.isdigit())]
        if keys
    ),
    Binding(
        "ctrl+e", "end", "End the match", id="duel.end", tooltip="For good; only from a pause or a slate"
    ),
]
"""The same keys without the letters, which are the players' own."""


def is_waiting(state: State) -> bool:
    """Tells whether a match waits for the player: paused, on a slate, or for a stake."""
    return state.paused_ms is not None or state.phase in {Phase.SLATE, Phase.WAGER, Phase.CURTAIN}


def match_hints(state: State, legal: Set[type[Command]]) -> list[Hint]:
    """Gives the hints, most important first; while an answer is typed, letters are letters."""
    is_duel = bool(state.deal.format.duel)
    typing = Say in legal or is_duel  # letters are an answer's, or the players'
    leave = Hint("^L" if typing else "q", "leave", "leave")
    help_page = Hint("F1" if typing else "?", "help", "help")
    starred, flagged = state.index in state.starred, state.index in state.flagged
    offered = [
        (Resume, Hint("Space", "go on", "go_on")),
        (Lift, Hint(state.deal.keys[state.turn].upper() if is_duel else "", "lift the curtain")),
        (Buzz, Hint(" ".join(state.deal.keys).upper(), "press")),
        (Pick, Hint(f"1–{len(state.options())}", "pick")),
        (Bid, Hint("1–5", "stake")),
        (Award, Hint(f"1–{len(state.deal.seats) - 1}", "give the point")),
        (Say, Hint("Enter", "answer", "confirm")),
        *((Use, _power_hint(power, typing=typing)) for power in usable(state)),
        (ShowOptions, Hint("^O", "options", "give('showoptions')")),
        (Lock, Hint("Enter", "answer", "confirm")),
        (Undo, Hint("⌫", "undo", "give('undo')")),
        (Next, Hint("Space", "answer" if _hides_answer(state) else "go on", "go_on")),
        (Pass, Hint("^N" if typing else "n", "pass", "give('pass')")),
        (Walk, Hint("^G" if typing else "w", "walk away", "give('walk')")),
        (Pause, Hint("Esc" if typing else "p", "pause", "pause")),
        (None, leave),
        (None, help_page),
    ]
    if not typing or state.phase is Phase.REVEALED:
        offered += [
            (Star, Hint("*", "starred ✔" if starred else "star", "give('star')")),
            (Flag, Hint("!", "flagged ✔" if flagged else "flag", "give('flag')")),
        ]
    if is_waiting(state):
        offered.append((Abandon, Hint("^E" if is_duel else "x", "end match", "end")))
    return [hint for command, hint in offered if command is None or command in legal]


def _power_hint(power: Power, *, typing: bool) -> Hint:
    always, letter = POWER_KEYS[power].split(",")
    return Hint(always.upper() if typing else letter, power.value, f"use('{power.value}')")


def _hides_answer(state: State) -> bool:
    return state.deal.format.hosted and state.phase is Phase.ASKING
