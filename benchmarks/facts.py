"""How long a long page takes to read, how much memory it needs, and how long a look-up takes.

    .venv/bin/python benchmarks/facts.py [--captions N] [--json]

The page is made up, of real titles and people in many forms, and the same each time. It is read, and made
into a pack, each in a process of its own on Linux, which tells its own peak of memory; the same is done
with a tenth of the page, and the difference is what the length of a page costs. Look-ups are of films and
people not looked up before, once the indexes are there; the median and the hundredth slowest are printed.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from btsquiz.facts.film import Film
from btsquiz.facts.load import TABLE, load_filmography
from btsquiz.home import shipped_questions

SEED = 7
FORMS = (
    "{a} and {b} on the set of {title} ({year})",
    "{number}. {a}, {b} and {director} behind the scenes of '{title}' ({year})",
    "{director} directing {a} in {title}, {year}",
    "Director {director} prepares {a} for a scene in “{title}” ({year}).",
    "{title} ({year}): {a} between takes",
    "{a} rehearses with {b} – {title}",
    "{title}, {director}, {year}",
    "On the set of {title}: {a} has tea while {director} looks for the light.",
    "{a} brought a goat to the first rehearsal of {title}, and {director} liked it so much that it stayed for"
    " a week and was fed by {b}.",
    "{surname} and {b} laugh during the filming of {title}",
)
MEASURES = ("seconds", "cpu_seconds", "peak_mib")
NOISE = ("Advertisement", "Share this post", "Photo: Getty Images", "You may also like", "* * *", "Next page")

READ = """
import json, sys, time
from pathlib import Path
from btsquiz.facts.load import load_filmography
from btsquiz.facts.reader import read_page
from btsquiz.home import shipped_questions
begun = time.perf_counter(), time.process_time()
page = read_page(Path(sys.argv[1]), load_filmography(shipped_questions() / "facts"))
found = {"facts": len(page.facts), "left_out": len(page.left_out)}
"""
GENERATE = """
import contextlib, io, json, sys, time
from btsquiz.cli import main
begun = time.perf_counter(), time.process_time()
with contextlib.redirect_stderr(io.StringIO()) as said:
    code = main(["generate", sys.argv[1], "-o", sys.argv[1] + ".yaml", "--force"])
found = {"code": code, "said": said.getvalue().splitlines()[-1]}
"""
TELL = """
took = time.perf_counter() - begun[0], time.process_time() - begun[1]
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"seconds": took[0], "cpu_seconds": took[1], "peak_mib": peak / 1024, **found}))
"""


def recorded_films() -> list[Film]:
    """Gives the films in the table that have a director and two players."""
    table = sqlite3.connect(shipped_questions() / "facts" / TABLE)
    found = table.execute(
        "select title, years, directors, leads from film where directors <> '' and instr(leads, char(10))"
        " order by id"
    ).fetchall()
    return [
        Film(title, tuple(map(int, years.split())), tuple(directors.split("\n")), tuple(leads.split("\n")))
        for title, years, directors, leads in found
    ]


def captions(films: list[Film], count: int) -> Iterable[str]:
    """Makes captions up; one in twenty has a slip in a name, one in twenty is no caption."""
    chance = random.Random(SEED)
    for number in range(1, count + 1):
        film = chance.choice(films)
        a, b = chance.sample(film.leads, 2)
        if chance.random() < 0.05:
            a = misspelt(a, chance)
        yield chance.choice(FORMS).format(
            a=a, b=b, surname=a.split()[-1], director=film.directors[0], title=film.title, year=film.year,
            number=number,
        )  # fmt: skip
        if chance.random() < 0.05:
            yield chance.choice(NOISE)


def misspelt(name: str, chance: random.Random) -> str:
    """Drops a letter from the inside of a name."""
    place = chance.randrange(1, len(name) - 1)
    return name[:place] + name[place + 1 :]


def in_fresh_process(code: str, page: Path) -> dict[str, object]:
    """Runs code on a page in a process of its own and gives what it tells."""
    ended = subprocess.run(
        [sys.executable, "-c", code + TELL, str(page)], capture_output=True, text=True, check=True
    )
    told: dict[str, object] = json.loads(ended.stdout)
    return told


def microseconds(look_up: Callable[..., object], wanted: Iterable[tuple[object, ...]]) -> dict[str, float]:
    """Tells how long a look-up takes."""
    took = []
    for one in wanted:
        begun = time.perf_counter_ns()
        look_up(*one)
        took.append((time.perf_counter_ns() - begun) / 1000)
    took.sort()
    return {"median": statistics.median(took), "slowest_1%": took[-len(took) // 100]}


def look_ups(count: int = 10_000) -> dict[str, dict[str, float]]:
    """Times look-ups of titles, of names and of names with a slip."""
    chance = random.Random(SEED)
    sample = chance.sample(recorded_films(), count)
    names = [chance.choice(film.makers) for film in sample]
    films = load_filmography(shipped_questions() / "facts")
    films.find("Psycho", (1960,))
    films.person("Alfred Hitchcock")
    return {
        "a title": microseconds(films.find, ((film.title, film.years) for film in sample)),
        "a name": microseconds(films.person, ((name,) for name in names)),
        "a name with a slip": microseconds(films.people_near, ((misspelt(name, chance),) for name in names)),
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--captions", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    told: dict[str, dict[str, dict[str, object]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        films = recorded_films()
        for count in (options.captions // 10, options.captions):
            page = Path(folder) / f"{count}.txt"
            page.write_text("\n\n".join(captions(films, count)), encoding="utf-8")
            for name, code in (("read", READ), ("generate", GENERATE)):
                told.setdefault(name, {})[f"{count:,} captions"] = in_fresh_process(code, page)
    found = look_ups()
    if options.json:
        print(json.dumps({**told, "microseconds": found}))
        return
    for name, runs in told.items():
        for size, run in runs.items():
            rest = ", ".join(f"{key} {value}" for key, value in run.items() if key not in MEASURES)
            took = f"{run['seconds']:7.2f} s ({run['cpu_seconds']:.2f} s of a core)"
            print(f"{name:<9} {size:>16} {took:<32} {run['peak_mib']:6.0f} MiB  {rest}")
        tenth, whole = (float(str(run["peak_mib"])) for run in runs.values())
        print(f"{name:<9} {'difference':>16} {'':<32} {whole - tenth:6.0f} MiB")
    for name, took in found.items():
        print(f"{name:<18} {took['median']:6.0f} µs; the slowest in a hundred {took['slowest_1%']:6.0f} µs")


if __name__ == "__main__":
    main()
