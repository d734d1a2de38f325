"""The commands: what can be said to btsquiz in a shell, and how it ends; heavy imports wait for theirs."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from btsquiz.errors import BtsquizError, ExitCode

if TYPE_CHECKING:
    from types import FrameType


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: The words after the program's name; those of the process where left out.

    Returns:
        The exit code, one of `ExitCode`.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _leave)
    try:
        from btsquiz.cli.parser import build_parser

        options = build_parser().parse_args(arguments)
        code: int = options.handler(options)
        sys.stdout.flush()
    except BtsquizError as error:
        _complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; say nothing more to it, not even when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.PROBLEMS
    return code


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _complain(error: BtsquizError) -> None:
    from btsquiz.text import tame

    print(f"btsquiz: {tame(str(error))}", file=sys.stderr)
