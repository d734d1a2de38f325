"""What is said before a line is typed, and how that line is read."""

from __future__ import annotations

from typing import Final

from btsquiz.game.commands import (
    Abandon,
    Bury,
    Command,
    Flag,
    Lock,
    Pass,
    Pause,
    Pick,
    Say,
    ShowOptions,
    Star,
    Suspend,
    Undo,
    Walk,
)
from btsquiz.game.judging import unreadable
from btsquiz.game.powers import usable
from btsquiz.game.state import State
from btsquiz.game.timing import limit_ms
from btsquiz.memory.records import Rating
from btsquiz.question import Answer, Kind, Match, Number, Question, Typed, number_text, options_of
from btsquiz.quizmaster.telling import count, place_of, share_of, standing
from btsquiz.text import fold

HELP: Final = """At any question you can also type:
  /pass     no answer
  /walk     on a ladder: walk away with what you have
  /options  options to pick from, where the question says so; a right one then earns half
  /star     star it, to see it again in review (again to take the star back)
  /flag     flag the question as wrong or unclear
  /pause    stop the clock and hide the question
  /help     this
  /quit     leave; the match is saved and can be gone on with
  /end      end the match here, for good"""
REVIEW_HELP: Final = """In Dailies also:
  /again, /hard, /good, /easy   rate the answer yourself
  /undo     take the last answer back
  /later    put this one off to tomorrow
  /aside    after an answer: set it aside until you wake it
  /edit     after an answer: open its pack where it stands, in $EDITOR"""

WORDS: Final[dict[str, type[Command]]] = {
    "/options": ShowOptions,
    "/pass": Pass,
    "/walk": Walk,
    "/star": Star,
    "/flag": Flag,
    "/pause": Pause,
    "/end": Abandon,
    "/later": Bury,
    "/aside": Suspend,
    "/undo": Undo,
}
RATINGS: Final = {f"/{rating.name.casefold()}": int(rating) for rating in Rating}
"""What is typed to rate an answer."""


_ONE_OF: Final = frozenset({Kind.CHOICE, Kind.TYPED})
"""Kinds of which one option is the answer, and may also be typed out."""


def slate(state: State) -> list[str]:
    """Says which scene begins, and how the match stands after the one before."""
    lines = [""]
    if state.results or (state.deal.format.hosted and state.position):
        lines += [f"So far: {standing(state)}.", ""]
    if state.is_retake:
        again = len(state.running) - state.position
        return [*lines, f"Retakes: {count(again, 'question')} you missed, once more, for practice."]
    scenes = state.deal.format.scenes
    if len(scenes) == 1:
        about = f"; {state.deal.format.about}" if state.deal.format.about else ""
        return [*lines, f"{state.deal.format.title}: {count(len(state.deal.takes), 'question')}{about}."]
    scene = state.take.scene
    return [*lines, f"Scene {scene + 1} of {len(scenes)}: {scenes[scene]}."]


def asked(state: State) -> list[str]:
    """Says a question as it is shown: its place, its stem, what there is to pick from, how to answer."""
    take = state.take
    limit = limit_ms(state)
    whole = " for all of them" if state.deal.format.whole_ms else ""
    head = place_of(state) + (f", {limit // 1000} seconds{whole}" if limit else "")
    lines = ["", f"{head}.", take.question.ask]
    if isinstance(take.question.answer, Match):
        letters = "abcdefghi"
        lines += [f"  {letters[place]}. {left}" for place, (left, _) in enumerate(take.question.answer.pairs)]
    if state.deal.format.hosted:
        return [*lines, *options(state)]
    helps = [f"/{power.value}" for power in usable(state)]
    offered = [f"You may use, once each: {', '.join(helps)}."] if helps else []
    return [*lines, *options(state), how_to_answer(take.question), *offered]


def options(state: State) -> list[str]:
    """Says what there is to pick from, each with its number."""
    listed = []
    for number, option in enumerate(state.options(), 1):
        share = share_of(state, option)
        listed.append(f"  {number}. {option}" + (f", {share} %" if share is not None else ""))
    return listed


def how_to_answer(question: Question) -> str:
    """Says what to type for a kind of question."""
    match question.answer:
        case Match(pairs):
            return f"Type {len(pairs)} numbers: the one that goes with a, with b, and so on."
        case Number(_, within):
            near = f"; up to {number_text(within)} off counts as right" if within else ""
            return f"Type a number in digits{near}."
        case _ if question.kind is Kind.MULTIPLE:
            return "Type the numbers of all that are right, such as 1 3."
        case _ if question.kind is Kind.ORDER:
            rest = range(3, len(options_of(question.answer)) + 1)
            return f"Type all the numbers in order, such as {' '.join(map(str, (2, 1, *rest)))}."
        case _ if question.kind is Kind.TRUE_FALSE:
            return "Type 1 or true, 2 or false."
        case Typed(_, wrong):
            return "Type the answer, or /options to pick from some." if wrong else "Type the answer."
        case _:
            return f"Type a number from 1 to {len(options_of(question.answer))}."


def read_answer(state: State, text: str) -> list[Command] | str:
    """Reads a line as the commands that give it as an answer, or says why it cannot be read."""
    take = state.take
    answer: Answer = take.question.answer
    offered = state.options()
    if take.question.kind in {Kind.NUMBER, Kind.TYPED} and not offered:
        return unreadable(answer, text) or [Say(text=text)]
    if take.question.kind is Kind.TRUE_FALSE and text.casefold() in {"true", "t", "false", "f"}:
        return [Pick(option=0 if text.casefold().startswith("t") else 1)]
    by_text = [place for place, option in enumerate(offered) if fold(option) == fold(text)]
    if take.question.kind in _ONE_OF and by_text:
        return [Pick(option=by_text[0])]
    words = text.replace(",", " ").split()
    if not words or not all(word.isascii() and word.isdigit() and len(word) < 3 for word in words):
        return f"“{text}” cannot be read." if text else "Nothing was typed."
    picks = [int(word) - 1 for word in words]
    if not all(0 <= pick < len(offered) for pick in picks):
        return f"There are {len(offered)} options."
    if len(set(picks)) < len(picks):
        return "The same number stands twice."
    return _picks(take.question.kind, picks, len(offered))


def _picks(kind: Kind, picks: list[int], offered: int) -> list[Command] | str:
    if kind in {*_ONE_OF, Kind.TRUE_FALSE}:
        return [Pick(option=picks[0])] if len(picks) == 1 else "One number, please."
    if kind in {Kind.ORDER, Kind.MATCH} and len(picks) != offered:
        return f"That is {count(len(picks), 'number')}; it should be {offered}."
    return [*(Pick(option=pick) for pick in picks), Lock()]
