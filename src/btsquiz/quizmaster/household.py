"""The household: who plays here, and what becomes of their names and memories."""

from __future__ import annotations

from dataclasses import dataclass

from btsquiz.errors import NotFound, UsageError
from btsquiz.quizmaster.noting import Pen
from btsquiz.quizmaster.seats import named
from btsquiz.saves.deletion import IDS_A_RECORD, belonging_to
from btsquiz.saves.journal import Journal
from btsquiz.text import fold, tame_line


@dataclass(frozen=True, slots=True)
class Profile:
    """One player.

    Attributes:
        name: What they are called.
        points: Points their memory keeps.
        hidden: Whether they are left out of lists.
        before: Other names that stand for them.
    """

    name: str
    points: int
    hidden: bool
    before: tuple[str, ...]


def profiles(journal: Journal) -> list[Profile]:
    """Gives every player who ever answered, by name."""
    names = journal.cards.players
    known = sorted({names.of_today(name) for name in journal.player_names()})
    hidden = journal.hidden()
    return [
        Profile(name, journal.cards.count(name), name in hidden, tuple(names.before(name)[1:]))
        for name in known
    ]


def rename(journal: Journal, pen: Pen, old: str, new: str) -> None:
    """Gives a player another name; where that is another player's, use `unite`.

    Raises:
        NotFound: Nobody is called that.
        UsageError: The name is taken, or will not do.
    """
    name, (fresh,) = known(journal, old), named([new], least=1, most=1)
    if journal.known_as(fresh) in {one.name for one in profiles(journal)} - {name}:
        raise UsageError(f"`{fresh}` plays here already; to make them one: btsquiz players merge")
    back = [pen.said("profile", fresh, now=fresh)] if fresh in journal.cards.players.now else []
    journal.append([*back, pen.said("profile", name, now=fresh)])


def unite(journal: Journal, pen: Pen, one: str, into: str) -> None:
    """Makes two players one: all that the first answered counts for the second.

    Raises:
        NotFound: Nobody is called that.
        UsageError: They are the same already.
    """
    old, new = known(journal, one), known(journal, into)
    if old == new:
        raise UsageError(f"`{old}` and `{tame_line(into)}` are one player already.")
    journal.append([pen.said("profile", old, now=new)])


def split(journal: Journal, pen: Pen, name: str) -> None:
    """Takes back that a name stands for another.

    Raises:
        NotFound: It stands for none.
    """
    found = next((old for old in journal.cards.players.now if fold(old) == fold(name)), None)
    if found is None:
        raise NotFound(f"`{tame_line(name)}` stands for nobody else.")
    journal.append([pen.said("profile", found, now=found)])


def hide(journal: Journal, pen: Pen, name: str, *, on: bool) -> None:
    """Leaves a player out of lists, or puts them back.

    Raises:
        NotFound: Nobody is called that.
    """
    journal.append([pen.said("profile", known(journal, name), hidden=on)])


def delete(journal: Journal, pen: Pen, name: str) -> None:
    """Deletes all that a player left here, for good, under every name they had.

    Raises:
        NotFound: Nobody is called that.
    """
    player = known(journal, name)
    ids = [one.hex() for one in belonging_to(journal.database, journal.cards.players.before(player))]
    parts = range(0, len(ids), IDS_A_RECORD)
    journal.append([pen.said("profile", player, deleted=ids[part : part + IDS_A_RECORD]) for part in parts])


def known(journal: Journal, name: str) -> str:
    """Gives the name of today of somebody who played here.

    Raises:
        NotFound: Nobody is called that.
    """
    found = journal.known_as(tame_line(name))
    players = [one.name for one in profiles(journal)]
    if found not in players:
        hint = f"Here play: {', '.join(players)}." if players else "Nobody has played here yet."
        raise NotFound(f"Nobody is called `{tame_line(name)}` here.", hint=hint)
    return found
