"""Memory, measured: does it foresee what learners recall, does a fit help, how much is asked, how fast is it?

    .venv/bin/python benchmarks/memory.py [--json] [--learners N] [--million]

Learners of many sorts live through a year of dailies with the real queue and schedule. What each recalls is
drawn from a memory of their own: by FSRS's numbers, or by others for the one whose curve differs. `--million`
also rebuilds a journal of a million records. Exits with 1 where a promise is broken.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import fsrs

from btsquiz.memory.fit import History, Reviewed, fit, log_loss, reviewed
from btsquiz.memory.numbers import calibration
from btsquiz.memory.queue import queue
from btsquiz.memory.records import Answered, Rating
from btsquiz.memory.schedule import DEFAULT, Card, Parameters, retrievability, schedule
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record

T = TypeVar("T")
FIRST_DAY = 20_000
YEAR_DAYS = 365
DAY_MS = 86_400_000
RETENTIONS = (0.75, 0.85, 0.95)
LEAST_IN_BIN = 5_000
MOST_OFF = 0.02
MOST_A_DAY = 20
FIT_SECONDS, DUE_MS, REBUILD_SECONDS = 0.5, 1.0, 30.0
MISSED_A_DAY = 3
"""Points a learner misses in matches each day, on average, as long as there are any they do not keep."""


@dataclass
class Learner:
    """Somebody who plays a match now and then and does their dailies most nights.

    Attributes:
        truth: What their memory is like.
        parameters: How they are scheduled.
        options: From how many options a young point is picked.
        seed: What decides all they do.
    """

    truth: Parameters
    parameters: Parameters
    options: int
    seed: int
    records: dict[str, list[Answered]] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    histories: dict[str, list[tuple[Answered, int]]] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    takes: list[int] = field(default_factory=list)
    due: list[int] = field(default_factory=list)

    def live(self) -> None:
        """Lives through a year."""
        rng = random.Random(self.seed)
        number = 0
        for day in range(FIRST_DAY, FIRST_DAY + YEAR_DAYS):
            if rng.random() < 0.1:  # a free night
                self.asked.append(0)
                self.takes.append(0)
                self.due.append(0)
                continue
            ordered = sorted(self.cards.items(), key=lambda one: (one[1].due, one[0]))
            reviewed_before = [one for one in ordered if one[1].reviews]
            tonight = queue(reviewed_before, (one for one in ordered if not one[1].reviews), day)
            self.due.append(sum(card.due <= day and not card.suspended for _, card in reviewed_before))
            missed = sum(self._answer(point, day, rng) for point in tonight)
            self.asked.append(len(tonight))
            self.takes.append(len(tonight) + missed)
            for _ in range(rng.randrange(2 * MISSED_A_DAY + 1)):
                self._enrol(f"film-{number}.point", day, rng)
                number += 1

    def _answer(self, point: str, day: int, rng: random.Random) -> bool:
        """Answers a point; tells whether it was missed, so that it is asked once more as a retake."""
        card = self.cards[point]
        options = self.options if (card.stability or 0) < 21 else 0
        truth = schedule(self.records[point], self.truth)
        known = retrievability(truth, day, self.truth) if truth and truth.reviews else 0.5
        right = rng.random() < (known or 0.0) or (options > 0 and rng.random() < 1 / options)
        rating = Rating.GOOD if right else Rating.AGAIN
        given = Answered(rng.randbytes(16), day * DAY_MS, day, rating, True, not options)
        self.records[point].append(given)
        self.histories.setdefault(point, []).append((given, options))
        self._fold(point)
        return not right

    def _enrol(self, point: str, day: int, rng: random.Random) -> None:
        miss = Answered(rng.randbytes(16), day * DAY_MS, day, Rating.AGAIN, False, False)
        self.records[point] = [miss]
        self._fold(point)

    def _fold(self, point: str) -> None:
        card = schedule(self.records[point], self.parameters)
        if card is not None:
            self.cards[point] = card


def forgetful() -> Parameters:
    """Gives a memory that holds half as long at first and grows more slowly."""
    weights = list(fsrs.Scheduler().parameters)
    weights[:4] = [one * 0.4 for one in weights[:4]]
    weights[8] -= 0.5
    return Parameters(weights=tuple(weights))


def agreement(learners: int) -> Iterator[dict[str, object]]:
    """Yields for each retention, with and without options, how far recall is from what was foreseen."""
    for retention in RETENTIONS:
        parameters = Parameters(retention=retention)
        for options in (0, 4):
            reviews: list[Reviewed] = []
            asked: list[int] = []
            takes: list[int] = []
            due: list[int] = []
            for seed in range(learners):
                learner = Learner(parameters, parameters, options, seed)
                learner.live()
                reviews += reviewed(learner.histories.values(), parameters)
                asked += learner.asked
                takes += learner.takes
                due += learner.due
            bins = calibration(reviews)
            yield {
                "retention": retention,
                "options": options,
                "reviews": len(reviews),
                "bins": [
                    {"foreseen": one.foreseen, "right": one.right, "reviews": one.number} for one in bins
                ],
                "most_off": max(
                    (abs(one.foreseen - one.right) for one in bins if one.number >= LEAST_IN_BIN), default=0.0
                ),
                "asked_95": statistics.quantiles(asked, n=20)[-1],
                "takes_95": statistics.quantiles(takes, n=20)[-1],
                "due_95": statistics.quantiles(due, n=20)[-1],
            }


def fitting() -> dict[str, object]:
    """Fits the learner whose curve differs, and measures what that takes for 10,000 reviews."""
    histories: list[History] = []
    for seed in range(100, 140):
        learner = Learner(forgetful(), DEFAULT, 0, seed)
        learner.live()
        histories += [history for history in learner.histories.values() if len(history) > 1]
    some: list[History] = []
    number = 0
    for history in histories:
        if number >= 10_000:
            break
        some.append(history)
        number += len(history)
    seconds, found = timed(lambda: fit(some, DEFAULT))
    others = histories[len(some) :]
    return {
        "reviews": number,
        "seconds": seconds,
        "kept": found.kept,
        "loss_before": log_loss(reviewed(others, DEFAULT)),
        "loss_after": log_loss(reviewed(others, replace(DEFAULT, weights=found.parameters.weights))),
    }


def timed(do: Callable[[], T]) -> tuple[float, T]:
    """Does something and gives the seconds it took."""
    begun = time.perf_counter()
    result = do()
    return time.perf_counter() - begun, result


def speed(million: bool) -> dict[str, object]:
    """Measures the queue and an answer with 100,000 cards, and a rebuild."""
    rng = random.Random(1)
    points = 100_000
    count = 1_000_000 if million else 100_000

    def record(number: int, day: int, rating: int) -> Record:
        point = f"film-{number % points}.point"
        body = {
            "fact": "", "question": f"pack/{point}", "kind": "typed", "verdict": "right", "response": ["it"],
            "points": 0, "rating": rating, "counts": True, "recall": True, "options": 0, "retake": False,
            "format": "review", "elapsed_ms": 5_000,
        }  # fmt: skip
        at_ms = day * DAY_MS + number
        return Record(
            rng.randbytes(16), at_ms, day, "answer", "you", rng.randbytes(16), 1, point, json.dumps(body)
        )

    with tempfile.TemporaryDirectory() as folder, closing(Journal(Path(folder) / "a.db")) as journal:
        rows = (record(n, FIRST_DAY + n // points * 9, 1 if n < points else 3) for n in range(count))
        with journal.database.transaction():
            journal.database.connection.executemany(
                "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((r.id, r.at_ms, r.day, r.kind, r.player, r.match, r.seq, r.point, r.body) for r in rows),
            )
        rebuilt, _ = timed(journal.rebuild)
        day = FIRST_DAY + 10_000

        def due() -> list[str]:
            reviewed_before = journal.by_due("you", reviewed=True)
            return queue(reviewed_before, journal.by_due("you", reviewed=False), day, due=20)

        dues = [timed(due)[0] for _ in range(50)]
        answers = [timed(lambda n=n: journal.append([record(n, day, 3)]))[0] for n in range(50)]
        commits = []
        for n in range(50):  # the floor: one row, one commit, nothing folded
            one = record(n, day, 3)
            row = (one.id, 0, day, "flag", "you", None, None, None, one.body)
            commits.append(timed(lambda row=row: commit(journal, row))[0])
    return {
        "cards": points,
        "due_ms": 1000 * statistics.median(dues),
        "answer_ms": 1000 * statistics.median(answers),
        "answer_to_commit": statistics.median(answers) / statistics.median(commits),
        "records": count,
        "rebuild_seconds": rebuilt,
    }


def commit(journal: Journal, row: tuple[object, ...]) -> None:
    """Writes one row and nothing else."""
    with journal.database.transaction():
        journal.database.connection.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def main() -> int:
    """Measures all and says it; gives 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--learners", type=int, default=12, help="for each retention, with and without options"
    )
    parser.add_argument("--million", action="store_true", help="rebuild a million records, and not 100,000")
    options = parser.parse_args()
    agreed, fitted, quick = list(agreement(options.learners)), fitting(), speed(options.million)
    usual = [one for one in agreed if one["retention"] == DEFAULT.retention]
    promises = {
        "predicted and actual recall agree within 2 points": all(
            one["most_off"] <= MOST_OFF for one in agreed
        ),
        "a fit helps whose curve differs": fitted["kept"] and fitted["loss_after"] < fitted["loss_before"],
        "10,000 reviews are fitted in 0.5 s": fitted["seconds"] <= FIT_SECONDS,
        "under 20 cards on 95 % of days": all(one["asked_95"] < MOST_A_DAY for one in usual),
        "20 due of 100,000 in 1 ms": quick["due_ms"] <= DUE_MS,
        "rebuilt in 30 s": quick["rebuild_seconds"] <= REBUILD_SECONDS,
    }
    if options.json:
        print(
            json.dumps({"agreement": agreed, "fit": fitted, "speed": quick, "promises": promises}, indent=2)
        )
    else:
        for one in agreed:
            print(
                f"retention {one['retention']:.2f}, {one['options']} options: {one['reviews']:,} reviews, "
                f"at most {one['most_off']:.3f} off; on 95 % of days at most {one['asked_95']:.0f} cards, "
                f"{one['takes_95']:.0f} takes with retakes, of {one['due_95']:.0f} due"
            )
            for part in one["bins"]:
                mark = "" if part["reviews"] >= LEAST_IN_BIN else "  (few)"
                print(f"  {part['foreseen']:6.3f} {part['right']:6.3f} {part['reviews']:8,}{mark}")
        print(f"fit: {fitted}")
        print(f"speed: {quick}")
        for promise, kept in promises.items():
            print(f"{'kept  ' if kept else 'BROKEN'} {promise}")
    return 0 if all(promises.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
