"""Runs a match or a review for a front end; `open_game` is the only way in."""

from btsquiz.quizmaster.game import Game, open_game
from btsquiz.quizmaster.run import PLAYER, Run

__all__ = ["PLAYER", "Game", "Run", "open_game"]
