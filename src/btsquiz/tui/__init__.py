"""The game drawn in the terminal; the only room that knows Textual."""
