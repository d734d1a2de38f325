"""How long until something is seen: each command beside its floor, in one run, as a ratio.

    .venv/bin/python benchmarks/start.py [--runs N] [--json]

The floor of the app is a bare Textual hello world, that of the text commands is `python -c pass`; both are
started in a real terminal of 80×24 and timed until their first words are drawn. A machine is noisy: the
least of the runs counts, and runs of all subjects take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time

import pexpect

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello, world")
Hello().run()
"""
ENVIRON = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
BTSQUIZ = ["-m", "btsquiz"]


def seconds_until(arguments: list[str], text: str) -> float:
    """Starts Python in a terminal and tells how long a text takes to be drawn."""
    begun = time.perf_counter()
    child = pexpect.spawn(
        sys.executable, arguments, env=ENVIRON, dimensions=(24, 80), encoding="utf-8", timeout=30
    )
    child.expect(text)
    took = time.perf_counter() - begun
    child.close(force=True)
    return took


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        at_home = ["--home", home]
        subjects = {
            "python": (["-c", "print('ready')"], "ready"),
            "--version": ([*BTSQUIZ, "--version"], "btsquiz"),
            "packs list": ([*BTSQUIZ, "packs", "list", *at_home], "on-the-set"),
            "textual hello": (["-c", HELLO], "hello"),
            "btsquiz": ([*BTSQUIZ, *at_home], "Press|Head"),
        }
        least = dict.fromkeys(subjects, float("inf"))
        for _ in range(options.runs):
            for name, (arguments, text) in subjects.items():
                least[name] = min(least[name], seconds_until(arguments, text))
    floors = {"--version": "python", "packs list": "python", "btsquiz": "textual hello"}
    if options.json:
        ratios = {name: least[name] / least[floor] for name, floor in floors.items()}
        print(json.dumps({"seconds": least, "ratios": ratios}))
        return
    for name, took in least.items():
        floor = floors.get(name)
        beside = f"  {took / least[floor]:5.2f} × {floor}" if floor else ""
        print(f"{name:<14} {took * 1000:6.0f} ms{beside}")


if __name__ == "__main__":
    main()
