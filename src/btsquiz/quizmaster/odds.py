"""Odds: what players of a duel did before, and what that gives the weaker ones."""

from __future__ import annotations

from collections.abc import Sequence

from btsquiz.game.deal import Deal, Forecast
from btsquiz.game.formats import Duel
from btsquiz.game.handicap import asked_of_all, head_starts, likely, possible, rating
from btsquiz.memory.schedule import retrievability
from btsquiz.question import Question
from btsquiz.saves.journal import Journal
from btsquiz.text import fold


def starts_of(journal: Journal, drawn: Deal) -> tuple[int, ...]:
    """Gives what each seat begins with; nothing where one of them never met anybody this way."""
    ratings = []
    for name in drawn.seats:
        mine = _played(journal, name, drawn.format.duel)
        if not mine:
            return ()
        ratings.append(rating(mine))
    could = [possible(drawn, seat) for seat in range(len(drawn.seats))]
    return head_starts(ratings, could, asked_of_all(drawn))


def forecasts(journal: Journal, players: Sequence[str], today: int) -> list[Forecast]:
    """Gives for each player how likely they know a question: by their memory, else by their past turns."""
    return [_forecast(journal, name, today) for name in players]


def _forecast(journal: Journal, name: str, today: int) -> Forecast:
    share = rating(_played(journal, name, Duel.TURNS.value))
    cards = dict(journal.all_cards(name))

    def forecast(question: Question) -> float:
        card = cards.get(question.point)
        recalled = retrievability(card, today) if card is not None else None
        return likely(share, question.difficulty) if recalled is None else recalled

    return forecast


def _played(journal: Journal, name: str, duel: str) -> list[tuple[int, int]]:
    """Gives what a player earned and could have, in each duel of a sort that was played to its end."""
    return [
        (one["earned"][seat], one["possible"][seat])
        for one in journal.duels()
        if one["played"] and one["duel"] == duel and one["rated"]
        for seat, who in enumerate(one["seats"])
        if fold(who) == fold(name)
    ]
