"""`btsquiz play` and `btsquiz review`: drawn in the terminal, or line by line."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from btsquiz.cli.opening import opened
from btsquiz.errors import ExitCode, NoTerminal, UsageError
from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.game.formats import Format
    from btsquiz.quizmaster import Game
    from btsquiz.quizmaster.dailies import Choosing
    from btsquiz.tui.app import Opening


def _need_terminal(command: str) -> None:
    """Refuses to draw where nothing can be drawn.

    Raises:
        NoTerminal: Input or output is no terminal, or it is one that cannot place text.
    """
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb"):
        return
    program = _program()
    raise NoTerminal(f"There is no terminal to draw in here; line by line it is: {program} {command} --plain")


def _program() -> str:
    """Gives btsquiz's name as it can be typed again from here."""
    import shutil

    invoked = Path(sys.argv[0])
    found = shutil.which(invoked.name)
    if invoked.name != "btsquiz" or (found and Path(found).resolve() == invoked.resolve()):
        return "btsquiz"
    try:
        return str(invoked.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(invoked)


def play(options: argparse.Namespace) -> ExitCode:
    """Plays a match; drawn, it opens at home unless the command already says which match."""
    from btsquiz.game.formats import TODAY

    style = _style(options)
    packs = tuple(options.pack)
    seed = tame_line(options.seed) if options.seed is not None else None
    if style.name == TODAY.name and (packs or seed is not None):
        raise UsageError("Today’s seven are the same for everybody; leave out --pack and --seed.")
    if options.code is not None and (packs or seed is not None or options.share or options.format):
        raise UsageError("A code says what is played; leave out --format, --pack, --seed and --share.")
    if options.share and seed is not None:
        raise UsageError("A match to share draws its own seed; leave out --seed.")
    if options.plain:
        from btsquiz.plain import Plain

        interactive = sys.stdin.isatty()
        with opened(options) as game:
            front = Plain(game, sys.stdin, sys.stdout, interactive=interactive)
            if options.code is not None:
                return front.through(game.take_up(options.code))
            if options.share:
                return front.through(game.shared(style if interactive else style.calm(), packs))
            return front.play(
                style=style if interactive else style.calm(),
                packs=packs,
                seed=seed,
                anew=options.new or bool(options.format),
            )
    _need_terminal("play")
    if options.code is not None:
        return _draw(options, lambda game: game.take_up(options.code))
    if options.share:
        return _draw(options, lambda game: game.shared(style, packs))
    if options.calm or options.new or packs or seed is not None or options.format or options.clock:
        return _draw(options, lambda game: game.play(style, packs, seed))
    return _draw(options, lambda _: "home")


def _style(options: argparse.Namespace) -> Format:
    """Gives the format that was asked for: one of ours by its name, or one of a file's."""
    from btsquiz.game.formats import CLASSIC, SOLO

    named: str = options.format or CLASSIC.name
    style = SOLO.get(named)
    if style is None:
        path = Path(named)
        if path.suffix not in {".yaml", ".yml"}:
            known = ", ".join(SOLO)
            raise UsageError(
                f"No format is called `{tame_line(named)}`; there are {known}, or a file of your own."
            )
        from btsquiz.packs.formats import read_format

        style = read_format(path)
    return _clocked(style, options)


def _clocked(style: Format, options: argparse.Namespace) -> Format:
    if options.calm or options.clock == "none":
        return style.calm()
    return style.paced(int(options.clock)) if options.clock else style


def duel(options: argparse.Namespace) -> ExitCode:
    """Plays a duel on one keyboard."""
    from dataclasses import replace

    from btsquiz.game.formats import DUELS, TURNS

    plain = DUELS[options.format]
    style = _clocked(
        replace(
            plain,
            speed=plain.speed or options.speed,
            runs=plain.runs or options.runs,
            wager=plain.wager or options.wager,
            even=options.even,
        ),
        options,
    )
    if options.matched:
        if style.name != TURNS.name:
            raise UsageError("Only in turns has each takes of their own; add --format turns.")
        style = style.drawn_to_match()
    packs, names = tuple(options.pack), options.names
    seed = tame_line(options.seed) if options.seed is not None else None
    if options.plain:
        from btsquiz.plain import Plain

        interactive = sys.stdin.isatty()
        with opened(options) as game:
            front = Plain(game, sys.stdin, sys.stdout, interactive=interactive)
            played = style if interactive else style.calm()
            return front.duel(names, played, packs, seed, keys=options.keys)
    _need_terminal("duel")
    return _draw(options, lambda game: game.duel(names, style, packs, seed, keys=options.keys))


def host(options: argparse.Namespace) -> ExitCode:
    """Hosts a match: one reads aloud and gives the points."""
    packs = tuple(options.pack)
    if options.plain:
        from btsquiz.plain import Plain

        with opened(options) as game:
            front = Plain(game, sys.stdin, sys.stdout, interactive=sys.stdin.isatty())
            return front.host(options.names, packs)
    _need_terminal("host")
    return _draw(options, lambda game: game.host(options.names, packs))


def review(options: argparse.Namespace) -> ExitCode:
    """Reviews what is due, for one or for two who take turns; or crams ahead of time."""
    names = tuple(options.names)
    if len(names) > 2 or (names and hasattr(options, "player")):
        raise UsageError("Dailies are for one player, or for two who take turns.")
    if len(names) == 1:
        options.player = names[0]
    choosing = _choosing(options)
    if choosing is not None and len(names) == 2:
        raise UsageError("To cram is for one player; leave out the second name.")
    if options.plain:
        from btsquiz.plain import Plain

        with opened(options) as game:
            front = Plain(game, sys.stdin, sys.stdout, interactive=sys.stdin.isatty())
            if choosing is not None:
                return front.through(game.study.cram(choosing))
            return front.review(names)
    _need_terminal("review")
    if choosing is not None:
        return _draw(options, lambda game: game.study.cram(choosing))
    return _draw(options, lambda _: names if len(names) > 1 else "review")


def _choosing(options: argparse.Namespace) -> Choosing | None:
    """Gives what is to be crammed, if anything is named.

    Raises:
        UsageError: The date is none.
    """
    from datetime import date

    from btsquiz.quizmaster.dailies import Choosing

    before = None
    if options.before is not None:
        try:
            before = date.fromisoformat(options.before)
        except ValueError as error:
            said = tame_line(options.before)
            raise UsageError(f"`{said}` is no date; write it as 2026-12-24.") from error
    choosing = Choosing(before, tuple(options.film), tuple(options.pack), tuple(options.tag))
    return None if choosing == Choosing() else choosing


def _draw(options: argparse.Namespace, opening: Callable[[Game], Opening]) -> ExitCode:
    # Nothing made while starting is garbage; looking through it again and again is a tenth of the start.
    gc.disable()
    with opened(options) as game:
        from btsquiz.tui.app import BtsquizApp

        app = BtsquizApp(game, opening(game))
        gc.freeze()
        gc.enable()
        app.run()
    return ExitCode(app.return_code or ExitCode.OK)
