"""The game line by line: for screen readers, pipes and terminals that cannot draw."""

from __future__ import annotations

from typing import Final, TextIO

from btsquiz.errors import ExitCode, IllegalCommand
from btsquiz.game.commands import (
    Abandon,
    Command,
    Flag,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    ShowOptions,
    Star,
    Undo,
)
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.judging import unreadable
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import limit_ms
from btsquiz.question import Answer, Kind, Match, Number, Question, Typed, options_of
from btsquiz.quizmaster import Game, Run
from btsquiz.quizmaster.reveal import reveal_of
from btsquiz.quizmaster.telling import MORE_PRECISE, count, ending, nothing_due, place_of, standing
from btsquiz.text import fold, tame_line

MAX_UNREADABLE: Final = 3
"""The answer that cannot be read for this many times counts as none."""

MAX_LINE: Final = 4096
"""Characters of a line that are looked at; the rest of it is dropped."""

HELP: Final = """At any question you can also type:
  /pass     no answer
  /options  options to pick from, where the question says so; a right one then earns half
  /star     star it, to see it again in review (again to take the star back)
  /flag     flag the question as wrong or unclear
  /pause    stop the clock and hide the question
  /help     this
  /quit     leave; the match is saved and can be gone on with
  /end      end the match here, for good"""

_ONE_OF: Final = frozenset({Kind.CHOICE, Kind.TYPED})
"""Kinds of which one option is the answer, and may also be typed out."""

_WORDS: Final[dict[str, type[Command]]] = {
    "/options": ShowOptions,
    "/pass": Pass,
    "/star": Star,
    "/flag": Flag,
    "/pause": Pause,
    "/end": Abandon,
}


class EndOfInput(Exception):
    """There is nothing more to read, or the player wants to leave."""


class Plain:
    """A match or a review on a stream of lines.

    Args:
        game: What is played.
        lines: What the player types.
        out: Where the game is told.
        interactive: Whether somebody sits there: then reveals wait for Enter.
    """

    def __init__(self, game: Game, lines: TextIO, out: TextIO, *, interactive: bool) -> None:
        self._game = game
        self._lines = lines
        self._out = out
        self._interactive = interactive

    def play(
        self,
        *,
        style: Format = CLASSIC,
        packs: tuple[str, ...] = (),
        seed: str | None = None,
        anew: bool = False,
    ) -> ExitCode:
        """Plays a match to its end, or to the end of input; without a seed, one left off is gone on with."""
        run = None if seed is not None or anew or packs else self._game.unfinished()
        if run is not None and run.state.deal.format.timed and not style.timed:
            self._say("A match with a clock was left off; it waits for its terminal. This one is calm.")
            run = None
        if run is not None:
            self._say(
                f"Going on with your match: {place_of(run.state)}. To begin another: play --plain --new"
            )
        else:
            run = self._game.play(style, packs, seed)
        return self._through(run)

    def review(self) -> ExitCode:
        """Reviews what is due; with nothing due, says when something will be and offers what was missed."""
        due = self._game.due()
        points = due.points
        if not points:
            self._say(nothing_due(due.next_in_days))
            if not due.missed:
                return ExitCode.OK
            self._say(f"You missed {count(len(due.missed), 'question')} today. Practise now? y or n")
            try:
                wanted = fold(self._read()) in {"y", "yes"}
            except EndOfInput:
                wanted = False
            if not wanted:
                return ExitCode.OK
            points = due.missed
        return self._through(self._game.review(points))

    def _through(self, run: Run) -> ExitCode:
        if self._interactive:
            self._say("Type /help for what you can type. Type /quit to leave.")
        try:
            while run.state.phase is not Phase.OVER:
                self._phase(run)
        except EndOfInput:
            self._say(f"Saved at {place_of(run.state)}. Go on with: btsquiz play --plain")
            return ExitCode.OK
        self._say("")
        for line in ending(run.state):
            self._say(line)
        return ExitCode.OK

    def _phase(self, run: Run) -> None:
        state = run.state
        if state.paused_ms is not None:
            self._say("Paused. Press Enter to go on.")
            if not self._worded(run, self._read().strip().casefold()):
                run.do(Resume())
        elif state.phase is Phase.SLATE:
            for line in slate(state):
                self._say(line)
            run.do(Next())
        elif state.phase is Phase.ASKING:
            self._ask(run)
        else:
            self._tell(state)
            while self._interactive:
                word = self._read().strip().casefold()
                if not self._worded(run, word):
                    break
            run.do(Next())

    def _ask(self, run: Run) -> None:
        for line in asked(run.state):
            self._say(line)
        for tries_left in reversed(range(MAX_UNREADABLE)):
            reason = self._answer(run)
            if reason is None:
                return
            if tries_left:
                last = " The next that cannot be read counts as no answer." if tries_left == 1 else ""
                self._say(f"{reason} {how_to_answer(run.state.take.question)}{last}")
        self._say("That could not be read three times; it counts as no answer.")
        run.do(Pass())

    def _answer(self, run: Run) -> str | None:
        """Reads until a line is an answer and gives it, or cannot be read, and returns why."""
        while True:
            text = tame_line(self._read())
            if not self._worded(run, text.casefold()):
                break
            if run.state.paused_ms is not None or run.state.phase is not Phase.ASKING:
                return None
        commands = read_answer(run.state, text)
        if isinstance(commands, str):
            return commands
        try:
            for command in (*(Undo() for _ in run.state.draft), *commands):
                run.do(command)
        except IllegalCommand as error:
            return error.message
        if run.state.nudged:
            self._say(MORE_PRECISE)
            return self._answer(run)
        return None

    def _worded(self, run: Run, word: str) -> bool:
        """Carries out a word such as `/star`; tells whether it was one."""
        if not word.startswith("/"):
            return False
        if word == "/quit":
            raise EndOfInput
        command = _WORDS.get(word)
        if command is None or command not in run.legal():
            self._say(HELP)
            return True
        run.do(command())
        if command is ShowOptions:
            for line in (*_options(run.state), f"Type a number from 1 to {len(run.state.options())}."):
                self._say(line)
        elif command is Star:
            self._say("Starred." if run.state.index in run.state.starred else "No longer starred.")
        elif command is Flag:
            self._say("Flagged. Thank you." if run.state.index in run.state.flagged else "No longer flagged.")
        return True

    def _tell(self, state: State) -> None:
        reveal = reveal_of(state)
        earned = state.result.score.points
        parts = f" {earned:,} points: {reveal.points}." if earned else f" {reveal.points}".rstrip()
        self._say(f"{reveal.headline}.{parts}")
        if reveal.why:
            self._say(reveal.why)
        if not reveal.right or reveal.why:
            self._say("The answer: " + "; ".join(reveal.truth))
        self._say(f"[{reveal.badge}] {reveal.explain}".rstrip())
        if reveal.source:
            self._say(f"Source: {reveal.source}")
        if self._interactive:
            self._say("Press Enter to go on, or type /star or /flag.")

    def _read(self) -> str:
        self._out.write("> ")
        self._out.flush()
        line = rest = self._lines.readline(MAX_LINE)
        while rest and not rest.endswith("\n"):
            rest = self._lines.readline(MAX_LINE)
        if not line or not self._interactive:
            self._out.write(tame_line(line) + "\n")
        if not line:
            raise EndOfInput
        return line

    def _say(self, text: str) -> None:
        self._out.write(text + "\n")


def slate(state: State) -> list[str]:
    """Says which scene begins, and how the match stands after the one before."""
    lines = [""]
    if state.results:
        lines += [f"So far: {standing(state)}.", ""]
    if state.is_retake:
        again = len(state.running) - state.position
        return [*lines, f"Retakes: {count(again, 'question')} you missed, once more, for practice."]
    scenes = state.deal.format.scenes
    if len(scenes) == 1:
        return [*lines, f"{state.deal.format.title}: {count(len(state.deal.takes), 'question')}."]
    scene = state.take.scene
    return [*lines, f"Scene {scene + 1} of {len(scenes)}: {scenes[scene]}."]


def asked(state: State) -> list[str]:
    """Says a question as it is shown: its place, its stem, what there is to pick from, how to answer."""
    take = state.take
    limit = limit_ms(state)
    head = place_of(state) + (f", {limit // 1000} seconds" if limit else "")
    lines = ["", f"{head}.", take.question.ask]
    if isinstance(take.question.answer, Match):
        letters = "abcdefghi"
        lines += [f"  {letters[place]}. {left}" for place, (left, _) in enumerate(take.question.answer.pairs)]
    return [*lines, *_options(state), how_to_answer(take.question)]


def _options(state: State) -> list[str]:
    return [f"  {number}. {option}" for number, option in enumerate(state.options(), 1)]


def how_to_answer(question: Question) -> str:
    """Says what to type for a kind of question."""
    match question.answer:
        case Match(pairs):
            return f"Type {len(pairs)} numbers: the one that goes with a, with b, and so on."
        case Number():
            return "Type a number in digits."
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
