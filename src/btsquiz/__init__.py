"""Behind-the-scenes film trivia for the terminal: a quiz game that remembers for you."""

__version__ = "0.1.0"
