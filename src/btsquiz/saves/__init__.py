"""Saves: the journal of play in SQLite, and the cards folded from it."""
