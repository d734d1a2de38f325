"""What can go wrong, and the exit code each end of the program has."""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """How btsquiz ends, for the shell that called it."""

    OK = 0
    PROBLEMS = 1
    """An error, or problems found by a check."""
    USAGE = 2
    """Wrong usage, or no terminal to play in."""
    HANGUP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class BtsquizError(Exception):
    """One clear sentence for the person at the keyboard, and what they can do about it.

    Attributes:
        message: What went wrong, naming the offending thing and where it is.
        hint: What to do, or None where the message says it.
        exit_code: How the program ends if nothing handles the error.
    """

    exit_code = ExitCode.PROBLEMS

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class UsageError(BtsquizError):
    """The command cannot be carried out as it was given."""

    exit_code = ExitCode.USAGE


class NoTerminal(UsageError):
    """There is no terminal to draw in."""


class FileError(BtsquizError):
    """A file cannot be read, or not be written."""


class NotFound(BtsquizError):
    """Nothing of that name is on the shelf."""


class NotEnoughQuestions(BtsquizError):
    """The shelf holds too few questions for what is to be played."""


class SaveError(BtsquizError):
    """The saves cannot be used as they are; nothing in them was changed."""


class CannotGoOn(SaveError):
    """A match in the saves was played by other rules than these."""


class IllegalCommand(BtsquizError):
    """The rules do not allow this command now; the match is unchanged."""
