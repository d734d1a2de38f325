"""The commands on what is kept: `stats`, `memory`, `players` and `saves`."""

from __future__ import annotations

import argparse

from btsquiz.cli.words import WHOSE, Add, handler


def build_keeping(add: Add) -> None:
    """Adds them."""
    told = add(
        "stats", handler("stats", "stats"), "See what the numbers say: how much you keep, and how well."
    )
    told.add_argument("--player", metavar="NAME", default=argparse.SUPPRESS, help=WHOSE)
    told.add_argument("--json", action="store_true", help="as JSON")
    _build_memory(add)
    _build_players(add)
    _build_saves(add)


def _build_memory(add: Add) -> None:
    memory = add("memory", handler("memory", "list_points"), "See and change what is kept, and how.")
    memory.set_defaults(aside=False, json=False)
    inner = memory.add_subparsers(metavar="COMMAND", title="commands")
    listing = add("list", handler("memory", "list_points"), "Print the points that are kept.", inner)
    listing.add_argument("--aside", action="store_true", help="only leeches and others that are set aside")
    listing.add_argument("--json", action="store_true", help="as JSON")
    for what, does in (
        ("suspend", "Set a point aside until you wake it."),
        ("wake", "Let a point that is set aside come back."),
        ("bury", "Put a point off to tomorrow."),
        ("star", "Keep a point, missed or not."),
        ("unstar", "Take a star back."),
    ):
        changing = add(what, handler("memory", "change"), does, inner)
        changing.set_defaults(what=what)
        changing.add_argument("point", metavar="POINT", help="as `memory list` names it")
    add("fit", handler("memory", "fit"), "Fit the schedule to your own answers.", inner)
    share = add(
        "retention",
        handler("memory", "retention"),
        "See what share to remember costs in minutes a day, and choose one.",
        inner,
    )
    share.add_argument("share", metavar="SHARE", nargs="?", type=float, help="such as 0.9, or 90")
    for command in (memory, *inner.choices.values()):
        command.add_argument("--player", metavar="NAME", default=argparse.SUPPRESS, help=WHOSE)


def _build_players(add: Add) -> None:
    players = add("players", handler("players", "list_players"), "See who plays here, and change it.")
    players.set_defaults(all=False)
    inner = players.add_subparsers(metavar="COMMAND", title="commands")
    listing = add("list", handler("players", "list_players"), "Print who plays here.", inner)
    listing.add_argument("--all", action="store_true", help="those who are hidden, too")
    renaming = add("rename", handler("players", "rename"), "Give a player another name.", inner)
    renaming.add_argument("old", metavar="OLD")
    renaming.add_argument("new", metavar="NEW")
    merging = add("merge", handler("players", "merge"), "Make two players one.", inner)
    merging.add_argument("one", metavar="ONE", help="whose answers are to count for the other")
    merging.add_argument("into", metavar="INTO", help="the other")
    splitting = add("split", handler("players", "split"), "Take a rename or a merge back.", inner)
    splitting.add_argument("name", metavar="NAME", help="the name that was given up")
    for name, shown, does in (
        ("hide", False, "Leave a player out of lists; nothing is lost."),
        ("show", True, "Put a hidden player back on lists."),
    ):
        hiding = add(name, handler("players", "hide"), does, inner)
        hiding.set_defaults(show=shown)
        hiding.add_argument("name", metavar="NAME")
    deleting = add("delete", handler("players", "delete"), "Delete all that a player left, for good.", inner)
    deleting.add_argument("name", metavar="NAME")
    deleting.add_argument("--export", metavar="FILE.jsonl", help="write what they answered there first")
    deleting.add_argument("--for-good", action="store_true", help="without writing it anywhere")


def _build_saves(add: Add) -> None:
    saves = add("saves", handler("saves", "check"), "Check, back up, bring back and carry what was played.")
    inner = saves.add_subparsers(metavar="COMMAND", title="commands")
    add("check", handler("saves", "check"), "Check that the saves are whole.", inner)
    add("rebuild", handler("saves", "rebuild"), "Fold all cards anew from the journal.", inner)
    add("backup", handler("saves", "backup"), "Make a backup now; one a day is made by itself.", inner)
    restoring = add("restore", handler("saves", "restore"), "Bring a backup back, or list them.", inner)
    restoring.add_argument("name", metavar="BACKUP", nargs="?", help="its name, or any snapshot's path")
    exporting = add(
        "export", handler("saves", "export"), "Write the saves for another machine or program.", inner
    )
    exporting.add_argument(
        "file",
        metavar="FILE",
        help="a snapshot; JSON Lines where it ends in .jsonl, or to the screen for `-`",
    )
    exporting.add_argument(
        "--anki", metavar="PLAYER", help="instead this player's answers, as the rows of Anki's review log"
    )
    for name, run, does in (
        ("merge", "merge", "Take in what another machine's snapshot has and this one lacks."),
        ("import", "read_in", "Take in a snapshot, or answers as JSON Lines."),
    ):
        taking = add(name, handler("saves", run), does, inner)
        taking.add_argument("file", metavar="FILE", help="a snapshot or backup, never a save in use")
