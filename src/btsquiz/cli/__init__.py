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
    _mend_streams()
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
    except OSError as error:
        where = f"`{error.filename}`: " if error.filename else ""
        _complain(BtsquizError(f"{where}{(error.strerror or str(error)).lower()}."))
        return ExitCode.PROBLEMS
    return code


def _mend_streams() -> None:
    """Makes sure that there is something to read from and write to, and that no character stops either."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever called
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _complain(error: BtsquizError) -> None:
    from btsquiz.text import tame_line

    print(f"btsquiz: {tame_line(str(error))}", file=sys.stderr)
