"""`btsquiz memory`: what is kept and set aside, how it is scheduled, and what that costs."""

from __future__ import annotations

import argparse
import json

from btsquiz.cli.opening import opened
from btsquiz.errors import ExitCode, UsageError
from btsquiz.text import tame_line

RETENTIONS = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


def list_points(options: argparse.Namespace) -> ExitCode:
    """Prints the points that are kept, or only those that are set aside."""
    from btsquiz.clock import date_of

    with opened(options) as game:
        kept = game.study.kept()
    shown = [(point, card) for point, card in kept if card.suspended or not options.aside]
    if options.json:
        data = [
            {
                "point": point,
                "due": card.due,
                "state": card.state,
                "stability": card.stability,
                "difficulty": card.difficulty,
                "reviews": card.reviews,
                "lapses": card.lapses,
            }
            for point, card in shown
        ]
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return ExitCode.OK
    for point, card in shown:
        when = "set aside" if card.suspended else f"due {date_of(card.due).isoformat()}"
        print(f"{tame_line(point)}: {when}, {card.reviews} reviews, {card.lapses} lapses")
    if not shown:
        print("Nothing is set aside." if options.aside else "Nothing is kept yet.")
    return ExitCode.OK


def change(options: argparse.Namespace) -> ExitCode:
    """Sets a point aside, wakes it, puts it off, stars it or takes the star back."""
    with opened(options) as game:
        game.study.change(options.point, options.what)
    print(f"{tame_line(options.point)}: {DONE[options.what]}.")
    return ExitCode.OK


DONE = {
    "suspend": "set aside until you wake it",
    "wake": "awake again",
    "bury": "put off to tomorrow",
    "star": "starred",
    "unstar": "no longer starred",
}


def fit(options: argparse.Namespace) -> ExitCode:
    """Fits the schedule to the player's own answers."""
    with opened(options) as game:
        found = game.study.fit()
    print(f"Fitted to {found.reviews:,} reviews, tried on {found.held_back:,} others.")
    print(f"Log loss before {found.loss_before:.4f}, after {found.loss_after:.4f}.")
    print("Kept." if found.kept else "Not kept: it foresaw no better.")
    return ExitCode.OK


def retention(options: argparse.Namespace) -> ExitCode:
    """Shows what share to remember costs in minutes a day, and sets it."""
    wanted = options.share
    if wanted is not None:
        wanted = wanted / 100 if wanted > 1 else wanted
        if not RETENTIONS[0] <= wanted <= RETENTIONS[-1] + 0.02:
            raise UsageError("Choose a share from 0.70 to 0.97.", hint="0.85 suits most.")
    with opened(options) as game:
        if wanted is not None:
            game.study.set_retention(wanted)
        now = game.study.stats().retention
        costs = game.study.costs(sorted({*RETENTIONS, now}))
    print("share remembered   questions a day   minutes a day")
    for share, load, minutes in costs:
        print(f"{share:>16.0%} {load:>17.1f} {minutes:>15.1f}{'   ← yours' if share == now else ''}")
    return ExitCode.OK
