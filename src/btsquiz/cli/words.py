"""What every part of the parser needs: how a command finds its function, and words said more than once."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from typing import Final, Protocol

from btsquiz.errors import ExitCode

WHOSE: Final = "whose memory it is, such as a name from a duel; yours where left out"
Handler = Callable[[argparse.Namespace], ExitCode]


class Add(Protocol):
    """Adds a command, to the program or to another command."""

    def __call__(self, name: str, run: Handler, summary: str, to: object = ...) -> argparse.ArgumentParser:
        """Adds it with the function it runs and a sentence on what it does."""
        ...


def handler(module: str, name: str) -> Handler:
    """Names a command's function without importing it: most commands need little of what others import."""

    def handle(options: argparse.Namespace) -> ExitCode:
        command: Handler = getattr(importlib.import_module(f"btsquiz.cli.{module}"), name)
        return command(options)

    return handle
