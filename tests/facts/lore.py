"""Learns what is told of which film: `make lore`.

`python -m facts.lore OUTPUT [--without PREFIX …]`, run with `tests` on its path, reads `evaluation/seen` and
the fact sheets.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.lore import Told, learn, write_lore
from btsquiz.facts.sheet import reviewed_facts
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import FACTS
from facts.score import marks_of, pages


def told_on(path: Path, films: Filmography) -> Iterator[Told]:
    """Gives the facts that are marked on a page."""
    lines = path.read_text("utf-8").split("\n")
    # The pages of one writer are told by one.
    teller = re.sub(r"-\d.*", "", path.stem)
    for one in marks_of(path):
        text = " ".join(lines[one["line"] - 1 : one.get("to", one["line"])])
        yield Told(_film(one, films), teller, text)


def _film(mark: dict[str, object], films: Filmography) -> Film | None:
    also, years = mark.get("also") or [], mark.get("years") or []
    assert isinstance(also, list)
    assert isinstance(years, list)
    titles = [str(title) for title in (mark["film"], *also) if title is not None]
    return next((film for title in titles if (film := films.find(title, years))), None)


def told_by_all(films: Filmography, without: tuple[str, ...] = ()) -> Iterator[Told]:
    """Gives all that is marked on the pages worked on, and what the fact sheets tell."""
    for path in pages("seen"):
        if not path.name.startswith(without):
            yield from told_on(path, films)
    for fact in reviewed_facts(shipped_questions() / FACTS).values():
        yield Told(films.find(fact.film, fact.years), fact.source.title, fact.statement)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--without", nargs="*", default=(), metavar="PREFIX", help="pages left out")
    options = parser.parse_args()
    films = load_filmography(shipped_questions() / FACTS)
    write_lore(learn(told_by_all(films, tuple(options.without))), options.output)


if __name__ == "__main__":
    main()
