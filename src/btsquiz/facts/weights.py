"""How much each thing weighs that speaks for something: logistic regressions, fitted by `make weights`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

TABLE: Final = "weights.tsv"

MOST: Final = 7.0
"""Log-odds that a part alone may say: a thousand to one."""


def log_odds(regression: str, evidence: Mapping[str, float]) -> float:
    """Gives the natural logarithm of the odds that evidence gives for what a regression tells.

    Args:
        regression: Its name in the table.
        evidence: All that it weighs, by name.

    Raises:
        KeyError: There is no such regression, or it weighs no such thing.
    """
    weights = table()[regression]
    return weights[""] + sum(weights[name] * value for name, value in evidence.items())


def bounded_odds(regression: str, evidence: Mapping[str, float]) -> float:
    """Gives the same, at most ±`MOST`: what a part says alone, before it is weighed beside others.

    Raises:
        KeyError: There is no such regression, or it weighs no such thing.
    """
    return max(-MOST, min(MOST, log_odds(regression, evidence)))


@cache
def table() -> Mapping[str, Mapping[str, float]]:
    """Gives the weights of each regression by name; that of nothing, the constant, has an empty one."""
    return read_table(files(__package__).joinpath(TABLE).read_text("utf-8").splitlines())


def read_table(lines: Iterable[str]) -> dict[str, dict[str, float]]:
    """Reads lines of a regression's name, what it weighs and the weight, with tabs between."""
    weights: dict[str, dict[str, float]] = {}
    for line in lines:
        regression, name, weight = line.split("\t")
        weights.setdefault(regression, {})[name] = float(weight)
    return weights
