"""`btsquiz saves`: the journal of play checked, backed up, brought back, and carried between machines."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from btsquiz.cli.opening import home_of, journal_of, pen
from btsquiz.errors import ExitCode, FileError, SaveError
from btsquiz.text import tame_line


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r  {done:,} of {total:,} records folded", end="", file=sys.stderr, flush=True)
        if done >= total:
            print(file=sys.stderr)
    else:
        print(f"{done} of {total} records folded", file=sys.stderr)


def rebuild(options: argparse.Namespace) -> ExitCode:
    """Folds all cards anew from the journal."""
    with journal_of(options) as journal:
        journal.rebuild(_progress)
        ((number,),) = journal.database.rows("SELECT count(*) FROM card")
    print(f"{number:,} cards folded anew.")
    return ExitCode.OK


def check(options: argparse.Namespace) -> ExitCode:
    """Checks that the saves are whole and that the cards are what the journal says."""
    from btsquiz.saves.check import check as look

    with journal_of(options) as journal:
        found = look(journal)
    for problem in found.problems:
        print(problem)
    print(
        f"{found.records:,} records, {found.cards:,} cards; "
        + ("problems." if found.problems else "all well.")
    )
    return ExitCode.PROBLEMS if found.problems else ExitCode.OK


def backup(options: argparse.Namespace) -> ExitCode:
    """Makes a backup now."""
    from btsquiz.saves.backups import back_up

    with journal_of(options) as journal:
        path = back_up(journal, home_of(options).backups, pen().clock.now())
    print(f"Backed up to {tame_line(str(path))}")
    return ExitCode.OK


def restore(options: argparse.Namespace) -> ExitCode:
    """Brings a backup back, or lists what there is."""
    from btsquiz.saves.backups import backups
    from btsquiz.saves.backups import restore as bring_back

    home = home_of(options)
    if options.name is None:
        found = backups(home.backups)
        print("\n".join(path.name for path in found) if found else "There are no backups.")
        return ExitCode.OK
    aside = bring_back(home.database, home.backups, options.name, pen().clock.now())
    print(f"Brought back {tame_line(options.name)}.")
    if aside is not None:
        print(f"What was there is kept as {tame_line(str(aside))}")
    return ExitCode.OK


def export(options: argparse.Namespace) -> ExitCode:
    """Writes the saves as a snapshot, as JSON Lines, or one player's answers as Anki's review log."""
    with journal_of(options) as journal:
        if options.anki is not None:
            from btsquiz.saves.exchange import ANKI_COLUMNS, anki_log

            name = journal.known_as(options.anki)
            _write(
                options.file, (",".join(map(str, row)) for row in (ANKI_COLUMNS, *anki_log(journal, name)))
            )
        elif options.file == "-" or options.file.endswith(".jsonl"):
            from btsquiz.saves.exchange import lines

            _write(options.file, lines(journal))
        else:
            from btsquiz.saves.backups import snapshot

            snapshot(journal, Path(options.file))
    return ExitCode.OK


def _write(file: str, lines: Iterator[str]) -> None:
    if file == "-":
        for line in lines:
            print(line)
        return
    from btsquiz.packs.pack import write_text

    write_text(Path(file), "".join(f"{line}\n" for line in lines), force=False)


def merge(options: argparse.Namespace) -> ExitCode:
    """Takes in what another machine's snapshot or backup has and this one lacks."""
    from btsquiz.saves.merge import merge as take_in

    path = Path(options.file)
    home = home_of(options)
    if path.exists() and home.database.exists() and path.samefile(home.database):
        raise SaveError("That is this machine's own save.", hint="Name the other machine's snapshot.")
    with journal_of(options) as journal:
        number = take_in(journal, path, _progress)
    print(f"{number:,} records taken in.")
    return ExitCode.OK


def read_in(options: argparse.Namespace) -> ExitCode:
    """Takes in a snapshot, or answers written as JSON Lines."""
    path = Path(options.file)
    if path.suffix != ".jsonl":
        return merge(options)
    from btsquiz.saves.exchange import read_lines

    try:
        text = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise FileError(f"`{tame_line(str(path))}` cannot be read as text.") from error
    with journal_of(options) as journal:
        records = read_lines(journal, text)
        journal.append(records)
    print(f"{len(records):,} answers taken in.")
    return ExitCode.OK
