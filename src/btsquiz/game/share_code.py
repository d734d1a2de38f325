"""The share code: a short text from which another player is dealt the same match, and sees who did better."""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass, replace
from typing import Final

from btsquiz.errors import UsageError
from btsquiz.game.formats import CLASSIC, FINAL_CUT, LADDER, LIGHTNING, SURVIVAL, Format

SHARED: Final = (CLASSIC, LIGHTNING, SURVIVAL, LADDER, FINAL_CUT)
"""The formats that can be shared, by their place in a code: it never changes."""
DIGEST_BYTES: Final = 4
SEED_BYTES: Final = 5
_GROUP: Final = 5
"""Letters in a row, so that a code can be read aloud."""
_NO_RESULT: Final = 255
_HEAD: Final = struct.Struct(f">BBB{SEED_BYTES}siB")
_CHECK_BYTES: Final = 2


@dataclass(frozen=True, slots=True)
class ShareCode:
    """What a code says.

    Attributes:
        rules: The version of the rules the match was dealt by.
        style: What is played, with its clock.
        seed: What decides the draw.
        packs: The first bytes of the digest of each pack, its id and its text, sorted.
        points: What the sender had at the end.
        right: How many the sender had right; -1 where the match was not played yet.
    """

    rules: int
    style: Format
    seed: str
    packs: tuple[bytes, ...]
    points: int = 0
    right: int = -1


def digest_of(pack: bytes) -> bytes:
    """Gives what a pack is known by in a code."""
    return hashlib.sha256(pack).digest()[:DIGEST_BYTES]


def encode(code: ShareCode) -> str:
    """Writes a code: letters and digits that are not taken for each other, in groups of five."""
    place = next(number for number, style in enumerate(SHARED) if style.name == code.style.name)
    pace = code.style.pace if code.style.timed or not SHARED[place].timed else 0
    right = _NO_RESULT if code.right < 0 else code.right
    head = _HEAD.pack(code.rules, place, pace, bytes.fromhex(code.seed), code.points, right)
    body = head + b"".join(code.packs)
    text = base64.b32encode(body + hashlib.sha256(body).digest()[:_CHECK_BYTES]).decode().rstrip("=")
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def decode(text: str) -> ShareCode:
    """Reads a code, however it is spaced and in capitals or not.

    Raises:
        UsageError: It is no code, or one with a slip in it.
    """
    letters = "".join(char for char in text if char.isalnum()).upper()
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8), map01="I")
    except ValueError:
        data = b""
    body, check = data[:-_CHECK_BYTES], data[-_CHECK_BYTES:]
    rest = len(body) - _HEAD.size
    if rest < 0 or rest % DIGEST_BYTES or hashlib.sha256(body).digest()[:_CHECK_BYTES] != check:
        raise UsageError("This is no share code, or there is a slip in it; copy it whole.")
    rules, place, pace, seed, points, right = _HEAD.unpack(body[: _HEAD.size])
    if place >= len(SHARED):
        raise UsageError("This share code is of a later version of btsquiz; get that one, or another code.")
    style = SHARED[place]
    packs = body[_HEAD.size :]
    return ShareCode(
        rules,
        (style.paced(pace) if pace else style.calm()) if style.timed else style,
        seed.hex(),
        tuple(packs[start : start + DIGEST_BYTES] for start in range(0, len(packs), DIGEST_BYTES)),
        points,
        -1 if right == _NO_RESULT else right,
    )


def with_result(code: str, points: int, right: int) -> str:
    """Gives a code with how its player did."""
    return encode(replace(decode(code), points=points, right=right))
