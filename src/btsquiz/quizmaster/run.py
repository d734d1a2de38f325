"""One match under way: each command is carried out only once it is safe in the journal."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from btsquiz.clock import day_of
from btsquiz.errors import CannotGoOn
from btsquiz.game.commands import (
    Buried,
    Command,
    Ended,
    Event,
    Flagged,
    Judged,
    Rated,
    Result,
    Say,
    Starred,
    Suspended,
    TakenBack,
)
from btsquiz.game.deal import RULES_VERSION, Deal
from btsquiz.game.formats import DUELS
from btsquiz.game.handicap import earned_by, possible
from btsquiz.game.judging import Verdict
from btsquiz.game.match import legal, step
from btsquiz.game.powers import PRACTICE, Power
from btsquiz.game.state import State, begin
from btsquiz.game.timing import time_left_ms
from btsquiz.memory.records import Answered, Rating, rate
from btsquiz.memory.schedule import Card, futures, reviews_of, standing
from btsquiz.question import Kind
from btsquiz.quizmaster.noting import Pen
from btsquiz.saves.codec import from_json, to_json
from btsquiz.saves.journal import Journal
from btsquiz.saves.record import Record
from btsquiz.text import tame_line

PLAYER: Final = "you"
"""Whoever plays alone, and whose a match is that several play."""
_WITHOUT_OPTIONS = frozenset({Kind.TYPED, Kind.NUMBER})
_ONE_OF = frozenset({Kind.CHOICE, Kind.TRUE_FALSE, Kind.TYPED})
"""Kinds of which one option is picked, so that it may be a guess."""


class Run:
    """A match, and the journal it is written to.

    Attributes:
        state: The match as it stands; replaced by each command that is carried out.
    """

    def __init__(self, journal: Journal, pen: Pen, match: bytes) -> None:
        self._journal = journal
        self._clock = pen.clock
        self._pen = pen
        self._match = match
        records = journal.match_records(match)
        deal = from_json(records[0].body) if records else None
        if not isinstance(deal, Deal) or deal.rules != RULES_VERSION:
            raise CannotGoOn("This match was begun by another version of btsquiz and cannot be gone on with.")
        self.state: State = begin(deal)
        self._owner = owner(deal)
        self._seq = len(records)
        self._base_ms = 0
        self._answers: list[bytes] = []
        self._futures: tuple[bytes, dict[Rating, Card]] = b"", {}
        for record in records[1:]:
            self._note(record)
            if record.kind == "command":
                self._base_ms, command = from_json(record.body)
                self.state, _ = step(self.state, command, self._base_ms)
        self._since_ms = self._clock.monotonic_ms()

    @property
    def now_ms(self) -> int:
        """Match time: the last journalled, plus what has passed since, while the match was open."""
        return self._base_ms + max(self._clock.monotonic_ms() - self._since_ms, 0)

    def legal(self, seat: int | None = None) -> frozenset[type[Command]]:
        """Gives the commands a seat may give now; without one, that whose turn it is."""
        return legal(self.state, self.state.turn if seat is None else seat)

    def time_left_ms(self) -> int | None:
        """Gives what is left of the clock, or None where none runs."""
        return time_left_ms(self.state, self.now_ms, self.state.turn)

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carries out a command: judged, made durable, and only then the state.

        Raises:
            IllegalCommand: The rules do not allow it now.
            SaveError: It could not be saved; the match is as it was, and the command can be given again.
        """
        if isinstance(command, Say):
            command = replace(command, text=tame_line(command.text))
        now_ms = self.now_ms
        state, events = step(self.state, command, now_ms)
        moment = self._clock.now()
        happened = [
            ("command", self._owner, None, to_json((now_ms, command))),
            *(self._happened(event, state) for event in events),
        ]
        records = [
            self._pen.record(
                kind, player, body, point=point, match=self._match, seq=self._seq + place, moment=moment
            )
            for place, (kind, player, point, body) in enumerate(happened)
        ]
        self._journal.append(records)
        for record in records:
            self._note(record)
        self.state = state
        self._seq += len(records)
        self._base_ms, self._since_ms = now_ms, self._clock.monotonic_ms()
        return events

    def _note(self, record: Record) -> None:
        """Keeps the ids of the answers in mind: the latest may be rated or taken back."""
        if record.kind == "answer":
            self._answers.append(record.id)
        elif record.kind == "undo":
            self._answers.pop()

    @property
    def player(self) -> str:
        """Who plays, where one does."""
        return self.state.deal.seats[0]

    def futures(self) -> dict[Rating, Card]:
        """Gives the card that each rating of the answer on show leads to; none where it was no review."""
        if not self._answers or not self.state.deal.format.rated:
            return {}
        answer_id = self._answers[-1]
        if self._futures[0] != answer_id:
            self._futures = answer_id, self._led_to(answer_id)
        return self._futures[1]

    def _led_to(self, answer_id: bytes) -> dict[Rating, Card]:
        cards, player = self._journal.cards, self._journal.known_as(self.player)
        point = self.state.deal.take(self.state.result.take).question.point
        records = self._journal.records(player, point)
        reviews = reviews_of(standing(records, cards.eras))
        answer = next((one for one in records if one.id == answer_id), None)
        if not isinstance(answer, Answered) or answer_id not in {one.id for one in reviews}:
            return {}
        return futures(records, answer, cards.parameters(player), cards.eras)

    def rating(self) -> Rating:
        """Gives the rating that stands of the answer on show."""
        return Rating(self.state.result.rating or self._rated(self.state.result))

    def fell_for(self) -> tuple[str, int]:
        """Gives what was answered wrong the last time, and how many days ago; nothing where it was right."""
        point = self.state.deal.take(self.state.result.take).question.point
        last = self._journal.last_answer(self.player, point, before=self._answers[-1])
        if last is None or last["verdict"] != Verdict.WRONG or len(last["response"]) != 1:
            return "", 0
        return last["response"][0], day_of(self._clock.now()) - last["day"]

    def _happened(self, event: Event, after: State) -> tuple[str, str, str | None, str]:
        """Gives the kind, player, point and body of the record an event leaves."""
        match event:
            case Judged(result):
                player = self.state.deal.seats[result.seat]
                return (
                    "answer",
                    player,
                    after.deal.take(result.take).question.point,
                    self._answer(result, after),
                )
            case Starred(take, on) | Flagged(take, on):
                question = self.state.deal.take(take).question
                body = json.dumps({"question": question.key, "on": on}, ensure_ascii=False)
                if isinstance(event, Starred):
                    return "star", self._owner, question.point, body
                return "flag", self._owner, None, body
            case Rated(result):
                body = json.dumps({"answer": self._answers[-1].hex(), "rating": result.rating})
                return "rate", self.player, self._point(result.take), body
            case TakenBack(result):
                body = json.dumps({"answer": self._answers[-1].hex()})
                return "undo", self.player, self._point(result.take), body
            case Suspended(take, on):
                return "suspend", self.player, self._point(take), json.dumps({"on": on})
            case Buried(take):
                return "bury", self.player, self._point(take), "{}"
            case Ended(played):
                return "end", self._owner, None, json.dumps(_ending(after, played=played), ensure_ascii=False)

    def _point(self, take: int) -> str:
        return self.state.deal.take(take).question.point

    def _rated(self, result: Result) -> Rating:
        """Gives the rating that follows from an answer."""
        question = self.state.deal.take(result.take).question
        player = self.state.deal.seats[result.seat]
        rated = self.state.deal.format.rated
        return rate(
            right=not result.missed,
            helped=result.options_shown or Power.HINT in result.powers,
            elapsed_ms=result.elapsed_ms,
            median_ms=self._journal.median_ms(player, question.kind) if rated else None,
        )

    def _answer(self, result: Result, after: State) -> str:
        take = after.deal.take(result.take)
        question = take.question
        reviewing = self.state.deal.format.rated
        player = self.state.deal.seats[result.seat]
        card = self._journal.cards.card(self._journal.known_as(player), question.point)
        # What is answered ahead of its day would swell its intervals, so it is practice.
        ahead = card is not None and card.reviews > 0 and card.due > day_of(self._clock.now())
        typed = question.kind in _WITHOUT_OPTIONS and not result.options_shown
        # Fewer options, or others' picks, make it practice; a skip says nothing at all.
        measured = PRACTICE.isdisjoint(result.powers) and result.verdict is not Verdict.SKIPPED
        data = {
            "fact": question.fact,
            "question": question.key,
            "kind": question.kind,
            "verdict": result.verdict,
            "response": result.response,
            "points": result.score.points,
            "rating": self._rated(result),
            # True or false is half a guess, so in a match it is practice; in review it is all there is.
            "counts": measured
            and not (result.retake or ahead)
            and (reviewing or question.kind is not Kind.TRUE_FALSE),
            "recall": typed,
            "options": len(take.options[result.seat]) if question.kind in _ONE_OF and not typed else 0,
            "retake": result.retake,
            "format": self.state.deal.format.name,
            "elapsed_ms": result.elapsed_ms,
        }
        return json.dumps(data, ensure_ascii=False)


def owner(deal: Deal) -> str:
    """Names whose a match is: the player's who plays it alone, else nobody's in particular."""
    return PLAYER if deal.format.duel or deal.format.hosted else deal.seats[0]


def _ending(state: State, *, played: bool) -> dict[str, object]:
    """Gives what is kept of a match that is over: of a duel, also what each seat could have earned."""
    if not state.deal.format.duel:
        return {"played": played, "points": state.points(0), "right": state.right(0)}
    seats = range(len(state.deal.seats))
    return {
        "played": played,
        "duel": state.deal.format.duel,
        "rated": state.deal.format.name in DUELS and not state.deal.format.matched,
        "seats": state.deal.seats,
        "points": [state.points(seat) for seat in seats],
        "earned": [earned_by(state, seat) for seat in seats],
        "possible": [possible(state.deal, seat) for seat in seats],
    }


def start(journal: Journal, pen: Pen, deal: Deal) -> Run:
    """Journals a deal as a new match and opens it.

    Raises:
        SaveError: It could not be saved.
    """
    match = pen.rng.randbytes(16)
    journal.append([pen.record("deal", owner(deal), to_json(deal), match=match, seq=0)])
    return Run(journal, pen, match)
