"""Spreads work over the machine's cores, where there is much of it and the system can fork."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

LEAST: Final = 2_000
"""Items from which it is worth the start of other processes."""
AT_ONCE: Final = 100

_work: tuple[Callable[[Any], Any], Sequence[Any]]
"""What forked processes do, and to what: they have it from before the fork, so nothing is sent to them."""


def spread(
    do: Callable[[T], R], items: Sequence[T], *, worth: bool | None = None, at_once: int = AT_ONCE
) -> Iterator[R]:
    """Yields what becomes of each item, in their order, like `map`.

    Args:
        do: What is done to each; it may rely on nothing that it does to another.
        items: The items.
        worth: Whether that is so much that other processes are worth their start; by the number of items
            where left out.
        at_once: How many items are handed to a process together.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    much = len(items) >= LEAST if worth is None else worth
    if not much or cores < 2 or threading.active_count() > 1:
        yield from map(do, items)
        return
    from multiprocessing import get_context

    global _work
    _work = do, items
    try:
        with get_context("fork").Pool(cores, initializer=_begin) as pool:
            yield from pool.imap(_done, range(len(items)), at_once)
            pool.close()
            pool.join()
    finally:
        del _work


def _begin() -> None:
    """Prepares a forked process: it makes no cycles to look for, and ends when it is told to.

    A handler that it has from before the fork may never run: where the signal comes right before the
    process waits for work, it would wait for ever.
    """
    gc.disable()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _done(place: int) -> Any:  # noqa: ANN401 - whatever the work gives
    do, items = _work
    return do(items[place])
