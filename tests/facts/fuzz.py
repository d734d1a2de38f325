"""Feeds the page reader made-up pages, led by coverage, and says which of them it fails: `make fuzz`.

    python tests/facts/fuzz.py [--seconds N] [--corpus DIR] [--failures DIR]
    python tests/facts/fuzz.py FILE …    reads pages that failed again

An input of the fuzzer is a list of orders: take a line of our pages, cut it, mangle it, repeat it, go to the
next line. What every page must keep to is in `faults`, which `test_fuzz.py` asks too. What a page costs is
held against a plain page of the same run, in seconds of the processor.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

atheris: Any = None
with contextlib.suppress(ImportError):
    import atheris
with atheris.instrument_imports(include=["btsquiz"]) if "--child" in sys.argv else contextlib.nullcontext():
    from btsquiz.errors import FileError
    from btsquiz.facts.filmography import Filmography
    from btsquiz.facts.load import load_filmography
    from btsquiz.facts.page import read_blocks
    from btsquiz.facts.reader import fact_data, read_page
    from btsquiz.home import shipped_questions
    from btsquiz.text import tame_line

HERE: Final = Path(__file__).resolve().parent
NASTY: Final = (
    "'", '"', "“", "”", "‘Ab’ ", "«", "(", ")", "[", "(1999) ", "1999 ", "'80s ", "AB ", "ABC. ", "of the ",
    "the set of ", "Ab, ", "Ab: ", "says: ", "as Ab ", "I ", "A. ", "1. ", "1/2 ", "#1 ", "1:", " – ", " - ",
    "—", ",", "; ", "| ", " / ", "…", "*", "_", "&amp;", "&#8;", "[a](b)", "Psycho ", "Star Wars: ",
    "in Psycho (1960) ", "Harrison Ford and ", "Harrison Ford, ", "director ", "stunt double ",
    "an episode of ", "Mr. ", "Film: ", "Director: ", "x.jpg", "Bob: x says:", "Comments\n", "e\u0301",
    "\u0301" * 9, "\u0338", "漢字", "אב ", "م", "Иван ", "İ", "ﬁ", "ß", "\x1b[2J", "\x85", "\u2028",
    "\u202e", "\u200b", "\ufeff", "\ufffd", "\U0010ffff",
)  # fmt: skip
CAPS: Final = (200, 1_000, 4_000, 16_000)
"""Characters up to which a page is built."""

FACTOR: Final = 25
"""How many times what a plain page costs a page may cost, character for character."""

LEAST: Final = 0.5
"""Seconds that no page need stay under."""

GROWTH: Final = 2.5
"""How much more a character may cost in a page that is four times as long."""

GROWN: Final = (8_000, 32_000)
"""Characters of the pages that are held against each other for that."""


def own_pages() -> list[Path]:
    """Gives our pages; those of the half kept aside are never looked into."""
    return sorted((*HERE.glob("pages/*.txt"), *HERE.glob("evaluation/seen/*.txt")))


def fragments() -> list[str]:
    """Gives the lines of our pages, and nasty pieces."""
    return [
        *NASTY,
        *dict.fromkeys(line for path in own_pages() for line in path.read_text("utf-8").split("\n")),
    ]


def page_of(data: bytes, pieces: list[str]) -> bytes:
    """Builds a page from an input; one that begins with 255 is a page as it stands."""
    if data[:1] == b"\xff":
        return data[1:]
    orders = iter(data)

    def take() -> int:
        return next(orders, 0)

    most = CAPS[take() % len(CAPS)]
    page, piece = [], "Photos"
    left = most
    for order in orders:
        match order % 10:
            case 0 | 1 | 2:
                piece = pieces[(take() << 8 | take()) % len(pieces)]
            case 3:
                piece = NASTY[take() % len(NASTY)]
            case 4:
                start = take() % (len(piece) + 1)
                piece = piece[start : start + take()]
            case 5:
                at = take() % (len(piece) + 1)
                piece = piece[:at] + NASTY[take() % len(NASTY)] + piece[at + take() % 2 :]
            case 6:
                piece = (piece.upper, piece.lower, piece.title, piece.swapcase)[take() % 4]()
            case 7:
                piece *= 2 + take() % 254
            case 8:
                piece = chr((take() << 8 | take()) % 0xD800) + bytes(
                    take() for _ in range(take() % 8)
                ).decode("latin-1")
            case _:
                piece = ("\n", "\n\n", " ", "\n" + piece, "\r\n", "\t")[take() % 6]
        piece = piece[:left]
        page.append(piece)
        left -= len(piece)
        if not left:
            break
    return "".join(page).encode("utf-8", "replace")


def faults(path: Path, films: Filmography) -> Iterator[str]:
    """Reads a page and says what is wrong with what comes of it."""
    try:
        page = read_page(path, films)
    except FileError as error:
        if len(str(error).splitlines()) != 1:
            yield "an error has more than one line"
        return
    blocks = {block.line for block in read_blocks(path)}
    facts = [fact.source.line or 0 for fact in page.facts]
    left_out = [one.line for one in page.left_out]
    if facts != sorted(facts) or left_out != sorted(left_out):
        yield "something is out of the order of lines"
    if len({fact.id for fact in page.facts}) < len(facts):
        yield "two facts have one id"
    if not set(facts) <= blocks:
        yield "a fact stands on a line where nothing begins"
    if sorted({*facts}) + left_out != sorted({*facts}) + sorted(blocks - {*facts}):
        yield "a block is neither a fact nor left out, or both, or twice"
    for fact in page.facts:
        data = fact_data(fact, path.name)
        json.dumps(data)
        said = [
            *_texts(data),
            fact.source.title,
            *(text for one in fact.corrections for text in (one.looked_up,)),
        ]
        if any(text != tame_line(text) for text in said):
            yield "a text of a fact is not tame, or not one line"
        if not fact.statement or any(not one.name or not one.as_written for one in fact.people):
            yield "a fact has an empty statement or name"
    if any(not one.why or one.text != tame_line(one.text) for one in page.left_out):
        yield "what is left out has no reason, or is not tame"
    if len(path.read_bytes()) < CAPS[2] and read_page(path, films) != page:
        yield "read twice, it is not the same"


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from _texts(one)


def forget() -> None:
    """Empties every cache, so that a page costs what it costs the first time."""
    for name, module in list(sys.modules.items()):
        for one in vars(module).values() if name.startswith("btsquiz") else ():
            if hasattr(one, "cache_clear"):
                one.cache_clear()


class Slow(Exception):
    """A page takes longer than it may."""


def _too_slow(*_: object) -> None:
    raise Slow


class Fuzzer:
    """Tries pages, and keeps what fails."""

    def __init__(self, scratch: Path, failures: Path) -> None:
        self.films = load_filmography(shipped_questions() / "facts")
        self.pieces = fragments()
        self.page, self.failures, self.log = scratch / "page.txt", failures, scratch / "log.json"
        self.tried, self.slowest, self.found = 0, (0.0, ""), dict[str, str]()
        signal.signal(signal.SIGVTALRM, _too_slow)
        plain = (HERE / "pages/sentences.txt").read_bytes()
        for path in own_pages()[::5]:
            self._cost(path.read_bytes())  # what is paid once is paid before anything is held against it
        self.unit = 1.0
        self.unit = min(self._cost(plain) for _ in range(5)) / len(plain)

    def _cost(self, data: bytes, most: float = 60) -> float:
        """Reads a page afresh and gives the seconds that took.

        Raises:
            Slow: It took longer than it may.
        """
        self.page.write_bytes(data)
        forget()
        signal.setitimer(signal.ITIMER_VIRTUAL, most)
        try:
            begun = time.process_time()
            with contextlib.suppress(FileError):
                read_page(self.page, self.films)
            return time.process_time() - begun
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def try_input(self, data: bytes) -> None:
        self.try_page(page_of(data, self.pieces))
        if self.tried % 20 == 0:
            self._note()

    def try_page(self, data: bytes) -> None:
        """Reads a page, holds it against what must be, and every so often more of the same."""
        self.tried += 1
        length = max(1, len(data.decode("utf-8", "replace")))
        try:
            cost = self._timed(data, length)
            if cost / length > self.slowest[0] and length > 200:
                self.slowest = cost / length, self._keep("slowest", data)
            for fault in faults(self.page, self.films):
                self._fail(fault, fault, data)
            if length > 40 and self.tried % 40 == 0:
                self._grow(data, length)
        except Slow as error:
            self._fail(f"slow at {_place(error)}", f"{traceback.format_exc()}{length} characters", data)
        except Exception as error:
            self._fail(f"{type(error).__name__} at {_place(error)}", traceback.format_exc(), data)

    def _timed(self, data: bytes, length: int) -> float:
        """Gives the cost of a page; only what is too slow three times is."""
        most = max(LEAST, FACTOR * self.unit * length)
        for _ in range(2):
            with contextlib.suppress(Slow):
                return self._cost(data, most)
        return self._cost(data, most)

    def _grow(self, data: bytes, length: int) -> None:
        """Tells whether more of the same, in blocks or in one line, costs more for each character."""
        for more in (data + b"\n\n", b"".join(data.splitlines())):
            short, long = (more * (1 + size // length) for size in GROWN)
            for _ in range(3):
                costs = self._cost(short) / len(short), self._cost(long) / len(long)
                if costs[1] <= GROWTH * max(costs[0], self.unit / 4):
                    break
            else:
                self._fail(f"grows from {costs[0] * 1e6:.0f} to {costs[1] * 1e6:.0f} µs a byte", "", long)

    def _keep(self, kind: str, data: bytes) -> str:
        path = self.failures / f"{kind}.txt"
        path.write_bytes(data)
        return str(path)

    def _fail(self, what: str, why: str, data: bytes) -> None:
        """Keeps the shortest page of each failure."""
        key = re.sub(r"\d+", "", what) if what.startswith("grows") else what
        path = (
            self.failures
            / f"{re.sub(r'[^a-z]+', '-', what.casefold())[:40]}-{sha256(key.encode()).hexdigest()[:6]}.txt"
        )
        if not path.exists() or path.stat().st_size > len(data):
            path.write_bytes(data)
            self.found[key] = f"{what}: {path}\n{why}"
            self._note()

    def _note(self) -> None:
        tried, slowest = self.tried, [self.slowest[0] * 1e6, self.unit * 1e6, self.slowest[1]]
        self.log.write_text(json.dumps({"tried": tried, "slowest": slowest, "found": [*self.found.values()]}))


def _place(error: BaseException) -> str:
    """Says where in the reader an error is from."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "btsquiz" in one.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "?"


def fuzz(seconds: int, corpus: Path, failures: Path) -> int:
    """Runs the fuzzer in a process of its own and says what it found."""
    corpus.mkdir(parents=True, exist_ok=True)
    failures.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    for number in range(0 if any(corpus.iterdir()) else 40):
        (corpus / f"seed-{number:02}").write_bytes(chance.randbytes(24 + 6 * number))
    with tempfile.TemporaryDirectory() as scratch:
        command = [
            *(sys.executable, __file__, "--child", scratch, "--failures", str(failures), "--", "-seed=1"),
            *(
                f"-artifact_prefix={failures}/",
                "-max_len=1024",
                "-timeout=300",
                "-rss_limit_mb=4096",
                f"-max_total_time={seconds}",
                str(corpus),
            ),
        ]
        child = subprocess.run(
            command, stderr=subprocess.PIPE, check=False, encoding="utf-8", errors="replace"
        )
        log = Path(scratch) / "log.json"
        told: dict[str, Any] = json.loads(log.read_text()) if log.exists() else {}
    reached = re.findall(r"cov: (\d+) ft: (\d+)", child.stderr)
    if not told or not reached or child.returncode:
        print(child.stderr[-4000:], file=sys.stderr)
    if not told:
        return 1
    cost, plain, path = told["slowest"]
    print(f"pages tried     {told['tried']}")
    print("coverage        {} edges, {} features".format(*(reached or [("?", "?")])[-1]))
    print(
        f"slowest         {cost:.0f} µs a character ({cost / plain:.1f} × a plain page's {plain:.0f}): {path}"
    )
    print(f"failures        {len(told['found'])}")
    for one in told["found"]:
        print(f"\n{one.rstrip()}")
    return 1 if told["found"] or child.returncode else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "pages", nargs="*", type=Path, metavar="FILE", help="read these again, and fuzz nothing"
    )
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, help="a folder whose inputs are gone on from, and kept")
    parser.add_argument(
        "--failures", type=Path, default=Path("fuzz-failures"), help="a folder for what fails"
    )
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    ours, theirs = sys.argv[1:], list[str]()
    if "--" in ours:
        ours, theirs = ours[: ours.index("--")], ours[ours.index("--") + 1 :]
    options = parser.parse_args(ours)
    if options.child:
        fuzzer = Fuzzer(options.child, options.failures)
        atheris.Setup([__file__, *theirs], fuzzer.try_input)
        atheris.Fuzz()
    with tempfile.TemporaryDirectory() as scratch:
        if options.pages:
            fuzzer = Fuzzer(Path(scratch), Path(scratch))
            for path in options.pages:
                fuzzer.tried = 39  # so that it is grown too
                fuzzer.try_page(path.read_bytes())
            print("\n".join(fuzzer.found.values()) or "Nothing fails.")
            return 1 if fuzzer.found else 0
        if atheris is None:
            print("The fuzzer is not here: `python -m pip install atheris` gets it.", file=sys.stderr)
            return 2
        return fuzz(options.seconds, options.corpus or Path(scratch), options.failures)


if __name__ == "__main__":
    sys.exit(main())
