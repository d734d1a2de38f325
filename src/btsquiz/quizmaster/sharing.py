"""Sharing: a match dealt so that its code gives somebody else the same one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from btsquiz.errors import UsageError
from btsquiz.game.deal import RULES_VERSION, Deal, deal
from btsquiz.game.formats import Format
from btsquiz.game.share_code import SEED_BYTES, SHARED, ShareCode, decode, digest_of, encode
from btsquiz.packs.shelf import Shelf


def deal_shared(style: Format, packs: Sequence[str], shelf: Shelf, rng: random.Random, player: str) -> Deal:
    """Draws a match to share.

    Raises:
        UsageError: Matches of this format cannot be shared.
        NotFound: There is no such pack, or it has errors.
        NotEnoughQuestions: The packs hold too few questions.
    """
    if style.name not in {one.name for one in SHARED}:
        raise UsageError(f"{style.title} cannot be shared; {', '.join(one.name for one in SHARED)} can.")
    wanted = set(packs) or {pack.id for pack in shelf.playable}
    digests = tuple(sorted(digest for digest, pack in _by_digest(shelf).items() if pack in wanted))
    seed = rng.randbytes(SEED_BYTES).hex()
    return _dealt(ShareCode(RULES_VERSION, style, seed, digests), packs, shelf, player)


def deal_from(text: str, shelf: Shelf, player: str) -> Deal:
    """Draws the match that a code stands for.

    Raises:
        UsageError: It is no code, of another version, or of packs that are not on the shelf.
        NotEnoughQuestions: The packs hold too few questions.
    """
    code = decode(text)
    if code.rules != RULES_VERSION:
        raise UsageError("This share code was made by another version of btsquiz; both need the same.")
    here = _by_digest(shelf)
    missing = sum(digest not in here for digest in code.packs)
    if missing:
        which = "A pack" if missing == 1 else f"{missing} packs"
        raise UsageError(
            f"{which} of this match is not on your shelf, by the same name and with the same text."
        )
    return _dealt(code, [here[digest] for digest in code.packs], shelf, player)


def _dealt(code: ShareCode, packs: Sequence[str], shelf: Shelf, player: str) -> Deal:
    drawn = deal(code.style, shelf.questions(packs), code.seed, seats=(player,))
    return replace(drawn, code=encode(code))


def _by_digest(shelf: Shelf) -> dict[bytes, str]:
    """Gives the id of each playable pack by what its id and its text are known by: draws hang on both."""
    return {
        digest_of(pack.id.encode() + b"\0" + Path(pack.path).read_bytes()): pack.id for pack in shelf.playable
    }
