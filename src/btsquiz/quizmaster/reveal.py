"""The reveal: what to tell a player once a take is judged, in words, for any front end."""

from __future__ import annotations

from dataclasses import dataclass

from btsquiz.game.commands import Result
from btsquiz.game.judging import Verdict, read_number
from btsquiz.game.scoring import difficulty_factor
from btsquiz.game.state import State
from btsquiz.question import Answer, Match, Number, Order, Question, Standing, answer_text, number_text

_HEADLINES = {
    Verdict.RIGHT: "Right",
    Verdict.WRONG: "Wrong",
    Verdict.PASSED: "No answer",
    Verdict.TIMED_OUT: "Time is up",
    Verdict.SKIPPED: "Skipped",
}
_BADGES = {
    Standing.CHECKED: "CHECKED",
    Standing.STORY_GOES: "STORY GOES",
    Standing.DISPUTED: "DISPUTED",
    Standing.BUSTED: "BUSTED",
    Standing.UNCHECKED: "UNCHECKED",
}
_LEVELS = {1: "easy", 2: "medium", 3: "hard"}
LONGEST_TRUTH = 40
"""Characters of what is true that are shown beside what the page wrote."""
MAX_CORRECTIONS = 2
"""What the page wrote wrong is shown this many times at most."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """What is told of one take, part by part; a part with nothing to tell is empty.

    Attributes:
        right: Whether the answer was right.
        headline: `Right`, `Wrong`, `No answer`, `Time is up` or `Skipped`.
        given: What was answered.
        truth: The right answer, a line each.
        why: What the wrong answer chosen is true of, or how far off a number was.
        badge: How well the fact is settled.
        explain: The story behind it.
        source: Where it can be read, and what was wrong there.
        earned: What it earned, where each answer earns its own.
        points: What that is made of, or where it has led.
    """

    right: bool
    headline: str
    given: str
    truth: tuple[str, ...]
    why: str
    badge: str
    explain: str
    source: str
    earned: int
    points: str


def reveal_of(state: State) -> Reveal:
    """Gives the reveal of the take judged last, or, in a match of several, of the one that is on show."""
    if state.deal.format.hosted or state.deal.format.duel:
        return _answer_of(state.take.question)
    result = state.result
    question = state.deal.takes[result.take].question
    return Reveal(
        right=result.right,
        headline=_HEADLINES[result.verdict],
        given=" · ".join(result.response),
        truth=truth_lines(question.answer),
        why=_why(question, result),
        badge=_BADGES[question.standing],
        explain=question.explain,
        source=source_line(question),
        earned=0 if state.deal.format.rungs else result.score.points,
        points=_led_to(state) if state.deal.format.rungs else points_line(result),
    )


def _answer_of(question: Question) -> Reveal:
    """Gives the reveal of a question by itself: who answered what is told beside it."""
    return Reveal(
        right=True,
        headline="The answer",
        given="",
        truth=truth_lines(question.answer),
        why="",
        badge=_BADGES[question.standing],
        explain=question.explain,
        source=source_line(question),
        earned=0,
        points="",
    )


def _led_to(state: State) -> str:
    """Says where on a ladder an answer has led."""
    how = "You stand on" if state.result.right else "You are left with"
    return f"{how} {state.points():,}."


def truth_lines(answer: Answer) -> tuple[str, ...]:
    """Gives the right answer, a line for each of its parts."""
    match answer:
        case Order(items):
            return tuple(f"{place}. {item}" for place, item in enumerate(items, 1))
        case Match(pairs):
            return tuple(f"{left} — {right}" for left, right in pairs)
        case _:
            return (answer_text(answer),)


def _why(question: Question, result: Result) -> str:
    if not result.response:
        return ""
    if isinstance(question.answer, Number):
        return _how_far_off(question.answer, result)
    if result.right:
        return ""
    notes = [f"{option}: {question.why[option]}" for option in result.response if option in question.why]
    return " ".join(notes)


def _how_far_off(answer: Number, result: Result) -> str:
    said = read_number(result.response[0])
    if said is None or said == answer.right:
        return ""
    off = number_text(abs(said - answer.right))
    if result.right:
        return f"You said {number_text(said)}, off by {off}; up to {number_text(answer.within)} is right."
    return f"Off by {off}."


def source_line(question: Question) -> str:
    """Names the source and what it wrote: `captions 000, line 3 · the page wrote “Una” for Uma`."""
    parts = [str(question.source)] if question.source else []
    parts += [f"checked: {question.checked}"] if question.checked else []
    written = [
        f"“{one.written}”" + (f" for {one.truth}" if len(one.truth) <= LONGEST_TRUTH else "")
        for one in question.corrections[:MAX_CORRECTIONS]
    ]
    parts += ["the page wrote " + " and ".join(written)] if written else []
    return " · ".join(parts)


def points_line(result: Result) -> str:
    """Says what an answer earned by its parts: `860 · ×1.5 medium · +20 % run`."""
    score = result.score
    if not score.points:
        return "practice" if result.retake and result.right else ""
    if score.staked:
        return "your stake"
    if score.is_flat:
        return ""
    parts = [
        f"{score.speed_points:,}" + (" with options" if result.options_shown else ""),
        f"×{difficulty_factor(score.difficulty):g} {_LEVELS[score.difficulty]}",
    ]
    if score.run_percent:
        parts.append(f"+{score.run_percent} % run")
    if score.times > 1:
        parts.append(f"×{score.times} double")
    return " · ".join(parts)
