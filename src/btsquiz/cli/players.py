"""`btsquiz players`: who plays here, and what becomes of their names and memories."""

from __future__ import annotations

import argparse
from pathlib import Path

from btsquiz.cli.opening import journal_of, pen
from btsquiz.errors import ExitCode, UsageError
from btsquiz.text import tame_line


def list_players(options: argparse.Namespace) -> ExitCode:
    """Prints who plays here."""
    from btsquiz.quizmaster.household import profiles

    with journal_of(options) as journal:
        found = [one for one in profiles(journal) if options.all or not one.hidden]
    for one in found:
        before = f", before: {', '.join(map(tame_line, one.before))}" if one.before else ""
        print(f"{tame_line(one.name)}: {one.points:,} points kept{before}{' (hidden)' if one.hidden else ''}")
    if not found:
        print("Nobody has played here yet.")
    return ExitCode.OK


def rename(options: argparse.Namespace) -> ExitCode:
    """Gives a player another name."""
    from btsquiz.quizmaster import household

    with journal_of(options) as journal:
        household.rename(journal, pen(), options.old, options.new)
    print(f"{tame_line(options.old)} is {tame_line(options.new)} now. To undo it, rename back.")
    return ExitCode.OK


def merge(options: argparse.Namespace) -> ExitCode:
    """Makes two players one."""
    from btsquiz.quizmaster.household import unite

    with journal_of(options) as journal:
        unite(journal, pen(), options.one, options.into)
    one, into = tame_line(options.one), tame_line(options.into)
    print(f"{one} and {into} are one player now, {into}. To undo it: btsquiz players split {one}")
    return ExitCode.OK


def split(options: argparse.Namespace) -> ExitCode:
    """Takes a rename or a merge back."""
    from btsquiz.quizmaster import household

    with journal_of(options) as journal:
        household.split(journal, pen(), options.name)
    print(f"{tame_line(options.name)} is a player of their own again.")
    return ExitCode.OK


def hide(options: argparse.Namespace) -> ExitCode:
    """Leaves a player out of lists, or puts them back."""
    from btsquiz.quizmaster import household

    with journal_of(options) as journal:
        household.hide(journal, pen(), options.name, on=not options.show)
    print(f"{tame_line(options.name)} is {'shown again' if options.show else 'hidden'}.")
    return ExitCode.OK


def delete(options: argparse.Namespace) -> ExitCode:
    """Deletes all that a player left, for good; what they answered can be written to a file before."""
    from btsquiz.quizmaster import household
    from btsquiz.saves.exchange import lines

    if options.export is None and not options.for_good:
        raise UsageError(
            "Deleting cannot be undone.",
            hint="Keep what was answered with --export FILE.jsonl, or say --for-good. "
            "To leave somebody out of lists only: btsquiz players hide",
        )
    with journal_of(options) as journal:
        name = household.known(journal, options.name)
        if options.export is not None:
            from btsquiz.packs.pack import write_text

            text = "".join(f"{line}\n" for line in lines(journal, [name]))
            write_text(Path(options.export), text, force=False)
        household.delete(journal, pen(), name)
    print(f"All that {tame_line(name)} left is deleted here; backups still hold it.")
    return ExitCode.OK
