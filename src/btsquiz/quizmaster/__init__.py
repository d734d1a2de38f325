"""Runs a match or a review for a front end; `open_game` is the only way in."""

from btsquiz.quizmaster.game import Game, open_game
from btsquiz.quizmaster.run import Run

__all__ = ["Game", "Run", "open_game"]
