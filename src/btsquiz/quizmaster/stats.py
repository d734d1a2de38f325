"""Stats: what the journal says of a player, as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from btsquiz.memory.fit import History, log_loss, reviewed
from btsquiz.memory.numbers import Bin, by_age, calibration, daily_load, forecast
from btsquiz.memory.records import Rating
from btsquiz.memory.schedule import Card
from btsquiz.question import Question, answer_text
from btsquiz.quizmaster.dailies import SECONDS_EACH, Progress, progress_of
from btsquiz.quizmaster.tallies import Share, decade, duels_of, family, is_right, shares
from btsquiz.saves.exchange import History as PointHistory
from btsquiz.saves.exchange import histories
from btsquiz.saves.journal import Journal

HEATMAP_WEEKS: Final = 26
WRAP_DAYS: Final = 30
HARDEST: Final = 8
_OPTIONS: Final = {"choice": 4, "truefalse": 2}
"""How many options an answer had whose record does not say."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A point that is hard for the player.

    Attributes:
        point: Its name.
        ask: A question on it; empty where no pack asks about it any more.
        answer: The answer.
        lapses: How often it was forgotten.
        misses: How often it was missed in all.
        aside: Whether it is set aside.
    """

    point: str
    ask: str
    answer: str
    lapses: int
    misses: int
    aside: bool


@dataclass(frozen=True, slots=True)
class Wrap:
    """The last thirty days.

    Attributes:
        nights: Days on which anything was played.
        answers: Answers given.
        right: Right ones.
        reviews: Answers given in review.
        best_day: The day with the most right answers.
        best_right: How many those were.
        hardest: The film missed most; empty where there is none.
        whole: Whether the player has been here for thirty days.
    """

    nights: int
    answers: int
    right: int
    reviews: int
    best_day: int
    best_right: int
    hardest: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Stats:
    """What the numbers say of a player.

    Attributes:
        player: Whose.
        today: The day of play it was asked on.
        answers: Answers ever given.
        right: Right ones.
        reviews: Repeated reviews, which memory foresaw.
        loss: How far off what was foreseen was, in nats a review.
        progress: How far they have come.
        retention: The share they want to get right.
        calibration: Reviews by what was foreseen of them.
        ages: Reviews by the days since the one before.
        due: What falls due on each of the next thirty days.
        load: Reviews a day that is likely to cost.
        days: Answers by day, of the last half year.
        films: Accuracy by film, the worst first.
        decades: By decade.
        families: By the sort of question.
        packs: By pack.
        duels: By opponent, won and lost.
        hardest: The hardest points.
        wrap: The last thirty days.
    """

    player: str
    today: int
    answers: int
    right: int
    reviews: int
    loss: float
    progress: Progress
    retention: float
    calibration: tuple[Bin, ...]
    ages: tuple[Bin, ...]
    due: tuple[int, ...]
    load: float
    days: Mapping[int, int]
    films: tuple[Share, ...]
    decades: tuple[Share, ...]
    families: tuple[Share, ...]
    packs: tuple[Share, ...]
    duels: tuple[tuple[str, int, int], ...]
    hardest: tuple[Hard, ...]
    wrap: Wrap

    @property
    def minutes(self) -> float:
        """What the load costs in minutes a day."""
        return self.load * SECONDS_EACH / 60


def stats_of(journal: Journal, questions: Sequence[Question], player: str, today: int) -> Stats:
    """Reads what the journal says of a player."""
    name = journal.known_as(player)
    parameters = journal.parameters(player)
    points = list(histories(journal, [name]))
    reviews = [review_history(one) for one in points]
    cards = dict(journal.all_cards(name))
    foreseen = reviewed(reviews, parameters)
    answers = [
        body | {"day": one.day, "point": point.point} for point in points for one, body in point.answers
    ]
    films = {question.key: question.films for question in questions}
    return Stats(
        player=name,
        today=today,
        answers=len(answers),
        right=sum(map(is_right, answers)),
        reviews=len(foreseen),
        loss=log_loss(foreseen),
        progress=progress_of(journal, name, today),
        retention=parameters.retention,
        calibration=tuple(calibration(foreseen)),
        ages=tuple(by_age(reviews, parameters)),
        due=tuple(forecast(cards.values(), today)),
        load=daily_load(list(cards.values()), today, parameters),
        days=Counter(one["day"] for one in answers if today - one["day"] < 7 * HEATMAP_WEEKS),
        films=shares(answers, lambda one: films.get(one["question"], ())),
        decades=tuple(sorted(shares(answers, decade), key=lambda share: share.name)),
        families=shares(answers, family),
        packs=shares(answers, lambda one: (one["question"].partition("/")[0],)),
        duels=duels_of(journal, name),
        hardest=_hardest(cards, points, questions),
        wrap=_wrap(answers, films, today),
    )


def review_history(point: PointHistory) -> History:
    """Gives the reviews of a point, each with the number of options it was picked from."""
    return [
        (one, body.get("options", 0 if one.recall else _OPTIONS.get(body["kind"], 0)))
        for one, body in point.answers
        if one.id in point.reviews
    ]


def _hardest(
    cards: Mapping[str, Card], points: Sequence[PointHistory], questions: Sequence[Question]
) -> tuple[Hard, ...]:
    misses = {
        point.point: sum(one.rating is Rating.AGAIN for one, _ in point.answers)
        for point in points
        if point.point in cards
    }
    worst = sorted(misses, key=lambda point: (-cards[point].lapses, -misses[point], point))[:HARDEST]
    faces = {str(question.point): question for question in reversed(questions) if question.point in worst}
    return tuple(
        Hard(
            point,
            faces[point].ask if point in faces else "",
            answer_text(faces[point].answer) if point in faces else "",
            cards[point].lapses,
            misses[point],
            cards[point].suspended,
        )
        for point in worst
    )


def _wrap(answers: Sequence[Mapping[str, Any]], films: Mapping[str, Sequence[str]], today: int) -> Wrap:
    late = [one for one in answers if 0 <= today - one["day"] < WRAP_DAYS]
    right = Counter(one["day"] for one in late if is_right(one))
    missed = Counter(film for one in late if one["rating"] == 1 for film in films.get(one["question"], ()))
    best_day, best_right = min(right.items(), key=lambda day: (-day[1], day[0]), default=(today, 0))
    return Wrap(
        nights=len({one["day"] for one in late}),
        answers=len(late),
        right=sum(right.values()),
        reviews=sum(one.get("format") == "review" for one in late),
        best_day=best_day,
        best_right=best_right,
        hardest=min(missed, key=lambda film: (-missed[film], film), default=""),
        whole=any(today - one["day"] >= WRAP_DAYS for one in answers),
    )
