"""Work spread over the cores gives what it gives on one, in its order."""

from __future__ import annotations

import subprocess
import sys

import pytest

from btsquiz.facts.spread import LEAST, spread

CODE = """
import os, sys
from multiprocessing import get_context
from btsquiz.facts import spread as room
count, fail = int(sys.argv[1]), sys.argv[2] == "fail"
meeting = get_context("fork").Barrier(2)
os.sched_getaffinity = lambda pid: {0, 1, 2}
here = os.getpid()
def do(number):
    if fail and number == count - 1:
        raise ValueError("the last")
    if count >= room.LEAST and number in (0, room.AT_ONCE):
        meeting.wait(30)  # one process alone never gets to the second lot
    return number * 2, os.getpid()
found = list(room.spread(do, range(count)))
assert [double for double, _ in found] == [2 * number for number in range(count)]
assert not hasattr(room, "_work")
print(len({pid for _, pid in found}), here in {pid for _, pid in found})
"""


def told(count: int, how: str = "well") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE, str(count), how],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems read on one core")
def test_much_work_is_done_by_other_processes_in_order() -> None:
    ended = told(LEAST)
    assert ended.returncode == 0, ended.stderr
    workers, here = ended.stdout.split()
    assert (int(workers) > 1, here) == (True, "False")


def test_little_work_is_done_here() -> None:
    assert told(LEAST - 1).stdout == "1 True\n"


def test_what_goes_wrong_in_another_process_goes_wrong_here() -> None:
    ended = told(LEAST, "fail")
    assert ended.returncode == 1
    assert "ValueError: the last" in ended.stderr


def test_it_is_lazy_where_it_is_done_here() -> None:
    seen: list[int] = []
    first = next(spread(lambda number: seen.append(number) or number, range(10)))
    assert (first, seen) == (0, [0])


HANDLED = """
import gc, os, signal
from btsquiz.facts import spread as room
os.sched_getaffinity = lambda pid: {0, 1}
signal.signal(signal.SIGTERM, lambda number, frame: None)
found = room.spread(lambda one: (signal.getsignal(signal.SIGTERM).name, gc.isenabled()), [1, 2], worth=True)
print(set(found), signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL, gc.isenabled())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems read on one core")
def test_other_processes_end_when_told_to_whatever_this_one_does_then() -> None:
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", HANDLED],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout == "{('SIG_DFL', False)} True True\n", ended.stderr
