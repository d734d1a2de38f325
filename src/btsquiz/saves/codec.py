"""Deals and commands as JSON and back: what was dealt can be played on whatever happens to its pack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, Final

from btsquiz.errors import SaveError
from btsquiz.game.commands import COMMANDS
from btsquiz.game.deal import Deal, Take
from btsquiz.game.formats import Format
from btsquiz.question import (
    Choice,
    Correction,
    Match,
    Multiple,
    Number,
    Order,
    Question,
    Source,
    Standing,
    TrueFalse,
    Typed,
)

_CLASSES: Final[dict[str, type]] = {
    cls.__name__: cls
    for cls in (
        *COMMANDS, Deal, Take, Format, Question, Source, Correction, Standing, Decimal,
        Choice, Multiple, TrueFalse, Number, Typed, Order, Match,
    )
}  # fmt: skip


def to_json(value: object) -> str:
    """Writes a deal or a command as JSON; each value names its class under `_`."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:  # noqa: ANN401 - what it is stands in the text
    """Reads what `to_json` wrote.

    Raises:
        SaveError: The text was not written by this version or an earlier one.
    """
    try:
        return _value(json.loads(text))
    except (KeyError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        raise SaveError("A record in the saves cannot be read.") from error


def _plain(value: object) -> object:
    if isinstance(value, Standing | Decimal):
        return {"_": type(value).__name__, "value": str(value)}
    if is_dataclass(value):
        items = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {"_": type(value).__name__, **{name: _plain(item) for name, item in items}}
    if isinstance(value, Mapping):
        return {"_": "Mapping", "items": [[key, item] for key, item in value.items()]}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _value(data: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(data, list):
        return tuple(_value(item) for item in data)
    if not isinstance(data, dict):
        return data
    if data["_"] == "Mapping":
        return dict(data["items"])
    cls = _CLASSES[data["_"]]
    if "value" in data:
        return cls(data["value"])
    return cls(**{key: _value(item) for key, item in data.items() if key != "_"})
