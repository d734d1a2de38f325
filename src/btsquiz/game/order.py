"""The order of a duel: which take is whose, when."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from btsquiz.game.deal import Deal
from btsquiz.game.formats import Duel

ANYBODY = -1
"""In the place of a seat, where whoever is first may answer."""


def order_of(deal: Deal) -> list[tuple[int, int]]:
    """Gives the takes of a duel in the order they are played, each with its seat.

    Sealed, each seat has a whole scene, and who begins rotates. In turns a round goes from the first seat to
    the last and the next one back, so that nobody is always first. A take to stake upon is left out: whose
    it is, is not known yet.
    """
    seats = len(deal.seats)
    takes = list(enumerate(deal.takes))[: len(deal.takes) - deal.format.wager]
    if deal.format.duel == Duel.BUZZER:
        return [(index, ANYBODY) for index, _ in takes]
    if deal.format.duel == Duel.TURNS:
        there_and_back = [*range(seats), *reversed(range(seats))]
        return [(index, there_and_back[index % (2 * seats)]) for index, _ in takes]
    return [
        (index, seat)
        for scene, group in groupby(takes, key=lambda one: one[1].scene)
        for together in [[index for index, _ in group]]
        for seat in from_seat(range(seats), scene)
        for index in together
    ]


def from_seat(seats: Iterable[int], rotated: int) -> list[int]:
    """Gives seats in their order, begun so many places later."""
    row = list(seats)
    start = rotated % len(row)
    return row[start:] + row[:start]
