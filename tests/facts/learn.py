"""Learns what words speak for a caption, an anecdote or neither: `make wording`.

`python -m facts.learn OUTPUT [--without PREFIX …]`, run with `tests` on its path, reads `evaluation/seen`.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from btsquiz.facts.language import language_of
from btsquiz.facts.wording import words_of
from facts.score import marked, pages

LEAST_TEXTS = 6
"""Texts a word must stand in to speak for anything."""

LEAST_WORDS = 3
"""Words of a line beside the facts from which it shows how a page speaks."""

UNSEEN = 0.5
"""What is added to each count, so that a word seen on one side alone is not proof."""


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    """Gives each fact of a page and each other line, with what it is: `photo`, `story` or `other`."""
    lines = path.read_text("utf-8").split("\n")
    facts: set[int] = set()
    for mark in marked(path):
        facts.update(range(mark.line, mark.to + 1))
        yield mark.kind, " ".join(lines[mark.line - 1 : mark.to])
    for number, line in enumerate(lines, 1):
        if number not in facts and len(line.split()) >= LEAST_WORDS:
            yield "other", line


def learn(texts: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Gives each word's log-odds, in hundredths: caption and anecdote, each over all else of its language."""
    number: Counter[tuple[str, str]] = Counter()
    seen: dict[str, Counter[str]] = {"photo": Counter(), "story": Counter(), "other": Counter()}
    for kind, text in texts:
        number[kind, language_of(text)] += 1
        seen[kind].update(words_of(text))

    def odds(word: str, kind: str) -> int:
        of = word.partition(" ")[0]
        fact, rest = ((seen[one][word] + UNSEEN) / (number[one, of] + 3 * UNSEEN) for one in (kind, "other"))
        return round(100 * math.log(fact / rest))

    words = sorted(set().union(*seen.values()))
    often = [word for word in words if sum(count[word] for count in seen.values()) >= LEAST_TEXTS]
    return {word: (odds(word, "photo"), odds(word, "story")) for word in often}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--without", nargs="*", default=[], metavar="PREFIX", help="pages left out")
    options = parser.parse_args()
    read = [path for path in pages("seen") if not path.name.startswith(tuple(options.without))]
    words = learn(text for path in read for text in texts_of(path))
    rows = (f"{word}\t{seen}\t{told}\n" for word, (seen, told) in words.items())
    options.output.write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main()
