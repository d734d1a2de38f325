"""What there is to say about memory, in words, for any front end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from btsquiz.memory.progress import Rank
from btsquiz.memory.records import Rating
from btsquiz.memory.schedule import Card
from btsquiz.quizmaster.dailies import Due, Progress
from btsquiz.quizmaster.run import Run
from btsquiz.quizmaster.telling import count

_LONG_DAYS: Final = 90
_MONTH_DAYS: Final = 30.4
_YEAR_DAYS: Final = 365.25


def interval(days: int) -> str:
    """Writes an interval: `4 d`, `5 mo`, `2.1 y`."""
    if days < _LONG_DAYS:
        return f"{days} d"
    if days < 2 * _YEAR_DAYS:
        return f"{days / _MONTH_DAYS:.0f} mo"
    return f"{days / _YEAR_DAYS:.1f} y"


def rating_words(futures: Mapping[Rating, Card]) -> list[tuple[Rating, str]]:
    """Gives what each rating leads to: `Again 1 d`, `Hard 2 d`, `Good 4 d`, `Easy 16 d`."""
    return [
        (rating, f"{rating.name.capitalize()} {interval(card.interval_days)}")
        for rating, card in futures.items()
    ]


def fell_for(run: Run) -> str:
    """Says what the player fell for the last time: `You fell for “hammer” yesterday.`; else nothing."""
    text, days = run.fell_for()
    if not text:
        return ""
    when = {0: "earlier today", 1: "yesterday"}.get(days, f"{days} days ago")
    return f"You fell for “{text}” {when}."


def dailies_words(due: Due) -> str:
    """Says what is due: `12 due, about 4 minutes`."""
    if due.points:
        return f"{len(due.points)} due, about {count(due.minutes, 'minute')}"
    if due.done:
        return "done for tonight"
    if due.missed:
        return f"nothing due; {count(len(due.missed), 'miss', 'misses')} to practise"
    return "nothing due"


def finish(due: Due, progress: Progress) -> list[str]:
    """Says where a player stands at the end of a night: what is done, what is kept, what they are."""
    rank = progress.rank
    lines = [
        "That is all for tonight." if not due.points else f"{len(due.points)} more wait tonight.",
        f"In the can: {progress.in_the_can:,}. {rank_words(rank)}",
    ]
    if progress.nights > 1:
        lines.append(f"{count(progress.nights, 'night')} in a row; one night in seven is free.")
    return lines


def rank_words(rank: Rank) -> str:
    """Says what a player is in the crew, and what it takes to be more."""
    more = f"; {rank.missing:,} more to {rank.following}" if rank.following else ""
    return f"You are {_article(rank.title)} {rank.title}{more}."


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
