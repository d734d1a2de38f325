"""Formats of one's own: a YAML file becomes a kind of match, or problems with line and column."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Final

from btsquiz.document import DocumentError, Node, Scalar, read_document
from btsquiz.fields import Fields, Problems
from btsquiz.game.formats import Format
from btsquiz.game.powers import Power
from btsquiz.question import Kind
from btsquiz.text import tame_line

HEAD: Final = "btsquiz-format/1"
_KEYS: Final = (
    "format", "title", "about", "scenes", "takes", "least", "kinds", "tag", "clock", "seconds", "runs",
    "reveals", "points", "lives", "rungs", "safe", "powers", "wager",
)  # fmt: skip
_CLOCKS: Final = ("none", "1", "2", "3")
_SWITCH: Final = ("true", "false")
_MOST_SCENES: Final = 9
_MOST_TAKES: Final = 99
_MOST_POINTS: Final = 10_000_000


def read_format(path: Path) -> Format:
    """Reads a format.

    Its name in the journal is its file's stem.

    Raises:
        FileError: The file cannot be read.
        DocumentError: It is no format, or breaks a rule; the first problem is said.
    """
    problems = Problems(str(path))
    fields = Fields(read_document(path), _KEYS, problems, "a format")
    if fields.one_of("format", (HEAD,), "") != HEAD and not problems.found:
        problems.add(fields.node, f"a format begins with `format: {HEAD}`", "missing")
    style = _format(fields, tame_line(path.stem))
    for problem in problems.found:
        raise DocumentError(problem)
    return style


def _format(fields: Fields, name: str) -> Format:
    title = fields.text("title", required=True)
    scenes = fields.texts("scenes") or (title,)
    takes = fields.integer("takes", 1, _MOST_TAKES) or _missing(fields, "takes")
    clock = fields.one_of("clock", _CLOCKS, "1")
    seconds = fields.integer("seconds", 5, 3600) or 0
    rungs, safe = fields.integers("rungs", 1, _MOST_POINTS), fields.integers("safe", 1, _MOST_TAKES)
    style = Format(
        name,
        title,
        scenes,
        takes,
        timed=clock != "none",
        runs=fields.one_of("runs", _SWITCH, "false" if rungs else "true") == "true",
        tag=fields.text("tag"),
        about=fields.text("about"),
        least=fields.integer("least", 1, _MOST_TAKES) or 0,
        kinds=fields.texts("kinds"),
        pace=1 if clock == "none" else int(clock),
        whole_ms=1000 * seconds,
        quick=fields.one_of("reveals", _SWITCH, "true") == "false",
        flat_points=fields.integer("points", 1, _MOST_POINTS) or 0,
        lives=fields.integer("lives", 1, _MOST_TAKES) or 0,
        rungs=rungs,
        safe=safe,
        powers=fields.texts("powers"),
        wager=fields.one_of("wager", _SWITCH, "false") == "true",
    )
    for key, message in _contradictions(style):
        fields.problems.add(fields.get(key) or fields.node, message, "contradiction")
    return style


def _contradictions(style: Format) -> Iterable[tuple[str, str]]:
    kinds = [kind.value for kind in Kind]
    if len(style.scenes) > _MOST_SCENES:
        yield "scenes", f"`scenes` may be {_MOST_SCENES} at most"
    if any(kind not in kinds for kind in style.kinds):
        yield "kinds", f"`kinds` may be: {', '.join(kinds)}"
    if any(power not in list(Power) for power in style.powers):
        yield "powers", f"`powers` may be: {', '.join(Power)}"
    if style.least > style.length:
        yield "least", f"`least` is more than the {style.length} takes of the match"
    if style.whole_ms and not style.timed:
        yield "seconds", "`seconds` needs a clock; take out `clock: none`"
    if style.rungs and len(style.rungs) != style.length:
        yield "rungs", f"there are {len(style.rungs)} `rungs` for {style.length} takes; give each take one"
    if any(one >= other for one, other in pairwise(style.rungs)):
        yield "rungs", "`rungs` should grow"
    if any(rung > len(style.rungs) for rung in style.safe):
        yield "safe", "`safe` names a rung that is not there; the lowest is 1"
    if style.rungs and (style.wager or style.flat_points):
        yield "rungs", "`rungs` say what one has; leave out `wager` and `points`"


def _missing(fields: Fields, key: str) -> int:
    node: Node | None = fields.get(key)
    if not isinstance(node, Scalar):
        fields.problems.add(fields.node, f"{fields.what} needs `{key}`", "missing")
    return 1
