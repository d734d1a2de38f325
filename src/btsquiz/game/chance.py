"""Chance that is the same everywhere: all draws of a match come from its seed."""

from __future__ import annotations

import hashlib


def draw(seed: str, *parts: object) -> int:
    """Gives a number that looks like chance and depends only on its arguments, on any machine and Python."""
    text = "\0".join((seed, *map(str, parts)))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
