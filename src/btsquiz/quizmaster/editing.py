"""Editing: a pack opened in the player's own editor, at a line."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Final

_AFTER: Final = frozenset({"code", "code-insiders", "codium", "subl", "zed", "hx"})
"""Editors that want the line after the file's name; all others take `+LINE` before it."""


def editor_command(editor: str, path: str, line: int) -> list[str]:
    """Gives the command that opens a file at a line.

    Raises:
        ValueError: The editor is no command.
    """
    words = shlex.split(editor)
    name = Path(words[0]).stem if words else ""
    if name.startswith("code") and name in _AFTER:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    return [*words, f"{path}:{line}"] if name in _AFTER else [*words, f"+{line}", path]


def open_editor(path: str, line: int) -> str:
    """Opens a file at a line in `$VISUAL` or `$EDITOR`, waits, and says what came of it."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    where = f"{path}, line {line}"
    if not editor.strip():
        return f"Set EDITOR to open it from here. It is {where}."
    try:
        code = subprocess.run(editor_command(editor, path, line), check=False).returncode  # noqa: S603
    except (OSError, ValueError):
        return f"`{editor}` cannot be run. It is {where}."
    return (
        "Edited; it is read anew when you start again." if code == 0 else f"The editor failed. It is {where}."
    )
