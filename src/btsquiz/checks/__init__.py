"""Every rule a pack must pass, one module a rule.

A rule module has `RULE`, its name, and `check(pack)`, which yields a problem for each question that breaks
it. Its docstring holds an example under `Passes::` and one under `Fails::`; both are tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from btsquiz.checks import (
    alike_options,
    answer_in_stem,
    duplicate_id,
    duplicate_question,
    spare_reject,
    stray_why,
)
from btsquiz.document import Problem
from btsquiz.packs.pack import Pack

PACK_RULES: Final[dict[str, Callable[[Pack], Iterator[Problem]]]] = {
    module.RULE: module.check
    for module in (alike_options, answer_in_stem, duplicate_id, duplicate_question, spare_reject, stray_why)
}


def check_pack(pack: Pack) -> Iterator[Problem]:
    """Applies every rule to a pack; what was wrong in reading it is not repeated."""
    for check in PACK_RULES.values():
        yield from check(pack)
