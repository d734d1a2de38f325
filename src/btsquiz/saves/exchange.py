"""Exchange: answers and cards as JSON Lines, and a review log as Anki keeps it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any, Final

from btsquiz.errors import SaveError
from btsquiz.memory.records import Answered, Rating
from btsquiz.memory.schedule import Card, reviews_of, standing
from btsquiz.saves.cards import marks
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import REMEMBERED, Record, remembered
from btsquiz.text import refusal, tame_line

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_VERDICTS: Final = frozenset({"right", "wrong", "passed", "timed out", "skipped"})
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class History:
    """All that is remembered of one player and point, as it stands.

    Attributes:
        player: Whose, by the name of today.
        point: The point, by its name of today.
        answers: What stands of the answers, in order, each with the body of its record.
        reviews: The ids of those that were reviews.
    """

    player: str
    point: str
    answers: tuple[tuple[Answered, dict[str, Any]], ...]
    reviews: frozenset[bytes]


def histories(journal: Journal, players: Sequence[str] = ()) -> Iterator[History]:
    """Yields all that is remembered, by player and point; of all players where none is named."""
    cards = journal.cards
    names = [before for player in players for before in cards.players.before(player)]
    whose = f"AND player IN ({marks(names)}) " if names else ""
    rows = journal.database.each(
        f"SELECT player, point, id, at_ms, day, kind, body FROM record WHERE point IS NOT NULL "  # noqa: S608
        f"AND kind IN ({REMEMBERED}) {whose}ORDER BY player, point",
        *names,
    )
    named = ((cards.players.of_today(row[0]), cards.points.of_today(row[1]), *row[2:]) for row in rows)
    moved = bool(cards.players.now or cards.points.now)
    ordered = iter(sorted(named, key=lambda row: row[:2])) if moved else named
    for (player, point), group in groupby(ordered, key=lambda row: (row[0], row[1])):
        bodies: dict[bytes, str] = {}
        records = []
        for _, _, identity, at_ms, day, kind, body in group:
            records.append(remembered(identity, at_ms, day, kind, body))
            bodies[identity] = body
        left = standing(records, cards.eras)
        answers = tuple((one, json.loads(bodies[one.id])) for one in left if isinstance(one, Answered))
        yield History(player, point, answers, frozenset(one.id for one in reviews_of(left)))


def lines(journal: Journal, players: Sequence[str] = ()) -> Iterator[str]:
    """Yields what stands of the answers, then the cards, as JSON, a line each; of all where none is named."""
    for history in histories(journal, players):
        for answer, body in history.answers:
            yield _line(
                record="answer",
                player=history.player,
                point=history.point,
                fact=body.get("fact", ""),
                question=body["question"],
                at=_moment(answer.at_ms),
                day=answer.day,
                verdict=body["verdict"],
                rating=int(answer.rating),
                counts=answer.counts,
                elapsed_ms=body["elapsed_ms"],
            )
    for player in players or players_of(journal):
        for point, card in sorted(journal.cards.all(player)):
            yield _card_line(player, point, card)


def players_of(journal: Journal) -> list[str]:
    """Gives the players who have any card, by the names of today."""
    return [row[0] for row in journal.database.rows("SELECT DISTINCT player FROM card ORDER BY player")]


def _card_line(player: str, point: str, card: Card) -> str:
    return _line(
        record="card",
        player=player,
        point=point,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        state=card.state,
    )


def _line(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def _moment(at_ms: int) -> str:
    return (_EPOCH + timedelta(milliseconds=at_ms)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_lines(journal: Journal, text: Sequence[str]) -> list[Record]:
    """Reads answers written as JSON Lines that are not in the journal yet; cards are folded from them.

    Whether an answer was given without options is not in such a line, so none of them is taken for recall.

    Raises:
        SaveError: A line cannot be read.
    """
    fresh = {}
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        record = _read(line, number)
        if record is not None and not _is_known(journal, record):
            fresh[record.id] = record
    return list(fresh.values())


def _read(line: str, number: int) -> Record | None:
    try:
        data = json.loads(line)
        if data["record"] == "card":
            return None
        if data["record"] != "answer" or data["verdict"] not in _VERDICTS:
            raise ValueError(data["record"])
        at_ms = round(datetime.fromisoformat(data["at"]).timestamp() * 1000)
        body = {
            "fact": str(data["fact"]),
            "question": str(data["question"]),
            "kind": "",
            "verdict": data["verdict"],
            "response": [],
            "points": 0,
            "rating": data["rating"],
            "counts": bool(data["counts"]),
            "recall": False,
            "options": 0,
            "elapsed_ms": int(data["elapsed_ms"]),
        }
        player, point = str(data["player"]), str(data["point"])
        if any(refusal(text) for text in (player, point, body["question"], body["fact"])):
            raise ValueError("unfit characters")
        identity = hashlib.sha256(f"{player}\n{point}\n{at_ms}\n{body['question']}".encode()).digest()[:16]
        written = json.dumps(body, ensure_ascii=False)
        record = Record(identity, at_ms, int(data["day"]), "answer", player, None, None, point, written)
        remembered(identity, at_ms, record.day, "answer", written)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise SaveError(
            f"Line {number} cannot be read: {tame_line(str(error))[:80]}. Nothing was taken in.",
            hint="It should be what `btsquiz saves export -` writes.",
        ) from error
    return record


def _is_known(journal: Journal, record: Record) -> bool:
    question = json.loads(record.body)["question"]
    return bool(
        journal.database.rows(
            "SELECT 1 FROM record WHERE player = ? AND point = ? AND at_ms = ? AND kind = 'answer' "
            "AND json_extract(body, '$.question') = ?",
            record.player,
            record.point,
            record.at_ms,
            question,
        )
    )


ANKI_COLUMNS: Final = ("id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
"""The columns of Anki's review log."""
_LEARN, _REVIEW, _RELEARN, _FILTERED = range(4)
_LONGEST_MS: Final = 60_000


def anki_log(journal: Journal, player: str) -> Iterator[tuple[int, ...]]:
    """Yields a player's answers as rows of Anki's review log, in order of time.

    `id` is the moment in milliseconds, made different for each; `cid` is a number made of the point; `ivl`
    and `lastIvl` are days; `factor` is the difficulty, 100 for each of ten; `time` is one minute at most.
    """
    rows: list[tuple[int, ...]] = []
    for history in histories(journal, [player]):
        cid = int.from_bytes(hashlib.sha256(history.point.encode()).digest()[:6], "big")
        last, before = 0, []
        for answer, body in history.answers:
            time = min(int(body["elapsed_ms"]), _LONGEST_MS)
            if answer.id not in history.reviews:
                rows.append((answer.at_ms, cid, -1, int(answer.rating), last, last, 0, time, _FILTERED))
                continue
            before.append(answer)
            card = journal.cards.fold(player, [*before, _enrolment(before[0])])
            interval = card.interval_days if card else 0
            factor = round((card.difficulty or 0) * 100) if card else 0
            kind = _LEARN if len(before) == 1 else _RELEARN if before[-2].rating is Rating.AGAIN else _REVIEW
            rows.append((answer.at_ms, cid, -1, int(answer.rating), interval, last, factor, time, kind))
            last = interval
    taken: set[int] = set()
    for row in sorted(rows):
        at_ms = row[0]
        while at_ms in taken:
            at_ms += 1
        taken.add(at_ms)
        yield (at_ms, *row[1:])


def _enrolment(first: Answered) -> Answered:
    """Gives a miss in practice before a first review, which enrols whatever the review's rating."""
    return Answered(b"", first.at_ms - _DAY_MS, first.day - 1, Rating.AGAIN, False, False)
