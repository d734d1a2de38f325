"""The screens of the game, a module each."""
