"""Tuning: the schedule fitted to a player, and what remembering more would cost them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from btsquiz.memory.fit import Fit, fit
from btsquiz.memory.numbers import daily_load
from btsquiz.quizmaster.dailies import SECONDS_EACH
from btsquiz.quizmaster.noting import Pen
from btsquiz.quizmaster.stats import review_history
from btsquiz.saves.exchange import histories
from btsquiz.saves.journal import Journal


def fit_to(journal: Journal, pen: Pen, player: str) -> Fit:
    """Fits the schedule to a player's answers, and journals it where it foresees held-back ones better.

    Raises:
        NotFitted: There are too few answers, or a package is missing.
        SaveError: It could not be saved.
    """
    name = journal.known_as(player)
    found = fit([review_history(one) for one in histories(journal, [name])], journal.parameters(name))
    if found.kept:
        journal.append([pen.said("setting", name, weights=found.parameters.weights)])
    return found


def costs_of(
    journal: Journal, player: str, today: int, shares: Sequence[float]
) -> list[tuple[float, float, float]]:
    """Foresees for each share to remember the questions and minutes a day it costs."""
    cards = [card for _, card in journal.all_cards(player)]
    parameters = journal.parameters(player)
    loads = [(share, daily_load(cards, today, replace(parameters, retention=share))) for share in shares]
    return [(share, load, load * SECONDS_EACH / 60) for share, load in loads]
