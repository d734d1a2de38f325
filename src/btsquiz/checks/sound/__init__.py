"""Every rule a sound pack keeps besides those every pack must pass, one module a rule.

A rule module has `RULE`, its name, and `check(pack, films)`, which yields a problem for each question that
breaks it. Its docstring holds an example under `Passes::` and one under `Fails::`; both are tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from btsquiz.checks.sound import (
    answer_told,
    bare_wrong,
    fair_tolerance,
    near_duplicate,
    one_kind,
    second_answer,
    stem_alone,
    telling_length,
    unexplained,
    unsourced,
)
from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.spread import LEAST, spread
from btsquiz.packs.pack import Pack

SOUND_RULES: Final[dict[str, Callable[[Pack, Filmography], Iterator[Problem]]]] = {
    module.RULE: module.check
    for module in (
        answer_told,
        bare_wrong,
        fair_tolerance,
        near_duplicate,
        one_kind,
        second_answer,
        stem_alone,
        telling_length,
        unexplained,
        unsourced,
    )
}


def unsound(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Applies the rules that a question keeps or breaks by itself, not those of the pack as a whole."""
    checks = [check for rule, check in SOUND_RULES.items() if rule != telling_length.RULE]
    much = len(pack.placed) >= LEAST
    for found in spread(lambda check: list(check(pack, films)), checks, worth=much, at_once=1):
        yield from found


def check_sound(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Applies every rule of soundness to a pack, as far as the films known can tell."""
    for check in SOUND_RULES.values():
        yield from check(pack, films)
