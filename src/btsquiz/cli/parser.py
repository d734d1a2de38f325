"""The words btsquiz understands, and what each does."""

from __future__ import annotations

import argparse

from btsquiz import __version__
from btsquiz.cli.keeping import build_keeping
from btsquiz.cli.words import WHOSE, Handler, handler


def build_parser() -> argparse.ArgumentParser:
    """Builds the parser of everything that can be said to btsquiz."""
    home = argparse.ArgumentParser(add_help=False)
    home.add_argument(
        "--home", metavar="DIR", default=argparse.SUPPRESS, help="folder for your own packs and saves"
    )
    parser = argparse.ArgumentParser(
        prog="btsquiz",
        description="Behind-the-scenes film trivia for the terminal: a quiz game that remembers for you.",
        parents=[home],
        epilog="Without a command btsquiz plays. Exit codes: 0 fine, 1 an error or problems found, "
        "2 wrong usage or no terminal, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"btsquiz {__version__}")
    parser.set_defaults(
        handler=handler("play", "play"),
        plain=False,
        seed=None,
        pack=[],
        calm=False,
        new=False,
        format=None,
        clock=None,
        share=False,
        code=None,
    )
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def add(name: str, run: Handler, summary: str, to: object = commands) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = to.add_parser(  # type: ignore[attr-defined]
            name, help=summary, description=summary, parents=[home]
        )
        command.set_defaults(handler=run)
        return command

    playing = add("play", handler("play", "play"), "Play a match.")
    playing.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    playing.add_argument("--seed", metavar="N", help="deal the match that belongs to N, the same each time")
    playing.add_argument(
        "--pack", metavar="ID", action="append", default=[], help="draw from this pack; can be repeated"
    )
    playing.add_argument(
        "--format",
        metavar="NAME",
        help="classic, lightning, survival, ladder, final-cut, today, or a YAML file of your own",
    )
    playing.add_argument(
        "--clock", choices=("1", "2", "3", "none"), help="how many times as long the clock runs, or no clock"
    )
    playing.add_argument("--calm", action="store_true", help="no clock, no runs; the same as --clock none")
    playing.add_argument(
        "--share", action="store_true", help="end with a code from which somebody else plays the same match"
    )
    playing.add_argument("--code", metavar="CODE", help="play the match somebody shared, and compare")
    playing.add_argument("--player", metavar="NAME", default=argparse.SUPPRESS, help=WHOSE)
    playing.add_argument("--new", action="store_true", help="begin anew even where a match was left off")

    duelling = add("duel", handler("play", "duel"), "Play against each other on one keyboard.")
    duelling.add_argument("names", metavar="NAME", nargs="+", help="the players, two to four")
    duelling.add_argument(
        "--format",
        choices=("sealed", "turns", "buzzer"),
        default="sealed",
        help="sealed: each behind the curtain, then one reveal; turns: takes of your own; "
        "buzzer: the first key answers",
    )
    duelling.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    duelling.add_argument("--seed", metavar="N", help="deal the duel that belongs to N, the same each time")
    duelling.add_argument(
        "--pack", metavar="ID", action="append", default=[], help="draw from this pack; can be repeated"
    )
    duelling.add_argument("--even", action="store_true", help="no head start, whoever won before")
    duelling.add_argument(
        "--matched", action="store_true", help="in turns: harder takes for who knows more, and no head start"
    )
    duelling.add_argument("--speed", action="store_true", help="the sooner an answer, the more it earns")
    duelling.add_argument("--runs", action="store_true", help="right answers in a row earn more")
    duelling.add_argument("--wager", action="store_true", help="one last take that is staked upon")
    duelling.add_argument("--keys", metavar="LETTERS", default="", help="a letter for each player's buzzer")
    duelling.add_argument(
        "--clock", choices=("1", "2", "3", "none"), help="how many times as long the clock runs, or no clock"
    )
    duelling.add_argument("--calm", action="store_true", help="no clock; the same as --clock none")

    hosting = add("host", handler("play", "host"), "Read a match aloud and give the points yourself.")
    hosting.add_argument("names", metavar="NAME", nargs="+", help="the players, one to nine")
    hosting.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    hosting.add_argument(
        "--pack", metavar="ID", action="append", default=[], help="draw from this pack; can be repeated"
    )

    reviewing = add(
        "review", handler("play", "review"), "See again what you missed or starred, when it is due."
    )
    reviewing.add_argument("names", metavar="NAME", nargs="*", help="a player, or two who take turns")
    reviewing.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    reviewing.add_argument("--player", metavar="NAME", default=argparse.SUPPRESS, help=WHOSE)
    cramming = reviewing.add_argument_group("ahead of time, as practice")
    cramming.add_argument("--before", metavar="DATE", help="what would fade until then: 2026-12-24")
    for flag, what in (("--film", "on this film"), ("--pack", "of this pack"), ("--tag", "with this tag")):
        cramming.add_argument(
            flag, metavar=flag[2:].upper(), action="append", default=[], help=f"{what}; can be repeated"
        )

    reading = add("facts", handler("facts", "facts"), "Print the facts in pages of captions or stories.")
    reading.add_argument("files", metavar="FILE", nargs="+", help="a page saved as text, or a fact sheet")
    reading.add_argument("--json", action="store_true", help="one JSON object a line")
    reading.add_argument(
        "--explain", action="store_true", help="how sure each is and why, and what was left out"
    )
    reading.add_argument(
        "--raw", action="store_true", help="what the reader finds by itself, without fact sheets"
    )

    writing = add("generate", handler("generate", "generate"), "Write a pack from pages or fact sheets.")
    writing.add_argument("files", metavar="FILE", nargs="*", help="a page saved as text, or a fact sheet")
    writing.add_argument(
        "--films", action="store_true", help="from the films btsquiz knows alone, with no page: film school"
    )
    for flag, what in (("--only", "only questions of this family"), ("--without", "none of this family")):
        writing.add_argument(
            flag, metavar="FAMILY", action="append", default=[], help=f"{what}; can be repeated"
        )
    writing.add_argument("-o", "--output", metavar="PACK.yaml", required=True, help="the pack to write")
    writing.add_argument("--title", help="what the pack is called; its file's name where left out")
    writing.add_argument("--about", default="", help="what the pack is, in a sentence")
    writing.add_argument("--licence", default="", help="on what terms it may be passed on")
    writing.add_argument("--force", action="store_true", help="write over a file that is already there")

    shelf = add("packs", handler("packs", "list_packs"), "See and check packs of questions.")
    shelf.set_defaults(json=False)
    inner = shelf.add_subparsers(metavar="COMMAND", title="commands")
    listing = add("list", handler("packs", "list_packs"), "Print the packs on the shelf.", inner)
    listing.add_argument("--json", action="store_true", help="as JSON")
    show = add(
        "show", handler("packs", "show_pack"), "Print the questions of a pack, with their answers.", inner
    )
    show.add_argument("id", metavar="ID", help="the pack, as `packs list` names it")
    show.add_argument("--json", action="store_true", help="as JSON")
    check = add(
        "check",
        handler("packs", "check_packs"),
        "Check packs and fact sheets; exit 1 where there is any error.",
        inner,
    )
    check.add_argument(
        "--sound",
        action="store_true",
        help="questions are to be sound too: one right answer, nothing given away",
    )
    check.add_argument("paths", metavar="PATH", nargs="+", help="a file, or a folder to check whole")
    insight = add(
        "insight",
        handler("packs", "show_insight"),
        "Print what the answers given here say of a pack's questions.",
        inner,
    )
    insight.add_argument("id", metavar="ID", help="the pack, as `packs list` names it")
    insight.add_argument("--json", action="store_true", help="as JSON")
    build_keeping(add)
    return parser
