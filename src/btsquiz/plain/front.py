"""The front: reads lines, gives commands, and tells what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TextIO

from btsquiz.errors import ExitCode, IllegalCommand
from btsquiz.game.commands import (
    Bid,
    Command,
    Flag,
    Next,
    Pass,
    Resume,
    ShowOptions,
    Star,
    Undo,
    Use,
    Walk,
)
from btsquiz.game.formats import CLASSIC, Format
from btsquiz.game.powers import PRACTICE, Power, usable
from btsquiz.game.state import Phase, State
from btsquiz.plain.words import HELP, WORDS, asked, how_to_answer, options, read_answer, slate
from btsquiz.quizmaster import Game, Run
from btsquiz.quizmaster.reveal import reveal_of
from btsquiz.quizmaster.telling import (
    MORE_PRECISE,
    count,
    ending,
    nothing_due,
    place_of,
    power_lines,
)
from btsquiz.text import fold, tame_line

MAX_UNREADABLE: Final = 3
"""The answer that cannot be read for this many times counts as none."""

MAX_LINE: Final = 4096
"""Characters of a line that are looked at; the rest of it is dropped."""


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
        return self.through(run)

    def host(self, names: Sequence[str], packs: Sequence[str] = ()) -> ExitCode:
        """Hosts a match for players of these names."""
        return self.through(self._game.host(names, packs))

    def duel(
        self,
        names: Sequence[str],
        style: Format,
        packs: Sequence[str] = (),
        seed: str | None = None,
        *,
        keys: str = "",
    ) -> ExitCode:
        """Plays a duel between players of these names."""
        return self.through(self._game.duel(names, style, packs, seed, keys=keys))

    def review(self, names: Sequence[str] = ()) -> ExitCode:
        """Reviews what is due; with nothing due, says when something will be and offers what was missed.

        Args:
            names: Two who take turns; the game's player alone where there are not.
        """
        if len(names) > 1:
            from btsquiz.plain.reviewing import PlainTurns

            return PlainTurns(self._game, self._lines, self._out, interactive=self._interactive).take(names)
        due = self._game.study.due()
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
        return self.through(self._game.study.review(points))

    def through(self, run: Run) -> ExitCode:
        """Goes through any match there is, in the way of its format."""
        return self._front_for(run).go_through(run)

    def _front_for(self, run: Run) -> Plain:
        """Gives the front that knows how to go through a match of this format."""
        from btsquiz.plain.reviewing import PlainReview
        from btsquiz.plain.several import PlainDuel, PlainHost

        style = run.state.deal.format
        kind = PlainHost if style.hosted else PlainDuel if style.duel else Plain
        kind = PlainReview if style.rated else kind
        return kind(self._game, self._lines, self._out, interactive=self._interactive)

    def go_through(self, run: Run) -> ExitCode:
        """Goes through a match to its end, or to the end of input."""
        if self._interactive:
            self._say("Type /help for what you can type. Type /quit to leave.")
        try:
            while run.state.phase is not Phase.OVER:
                self._phase(run)
        except EndOfInput:
            self._say(f"Saved at {place_of(run.state)}. Go on with: btsquiz play --plain")
            return ExitCode.OK
        self._say("")
        for line in self._ending(run.state):
            self._say(line)
        return self._afterwards(run)

    def _afterwards(self, run: Run) -> ExitCode:
        """Does what is left to do once a match is over."""
        return ExitCode.OK

    def _ending(self, state: State) -> list[str]:
        return ending(state)

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
        elif state.phase is Phase.WAGER:
            self._stake(run)
        elif state.phase is Phase.ASKING:
            self._ask(run)
        else:
            self._tell(run)
            while self._interactive:
                word = self._read().strip().casefold()
                if not self._worded(run, word):
                    break
                if run.state.phase is not Phase.REVEALED:
                    return
            run.do(Next())

    def _stake(self, run: Run) -> None:
        self._say("")
        points = run.state.points(run.state.turn)
        self._say(f"One last take, on which you stake what you like. You have {points:,} points.")
        for tries_left in reversed(range(MAX_UNREADABLE)):
            self._say("How many per cent? Type a number from 0 to 100.")
            word = self._read().strip().removesuffix("%").strip()
            if self._worded(run, word.casefold()):
                return
            if word.isascii() and word.isdigit() and len(word) < 4 and int(word) <= 100:
                self._do(run, Bid(percent=int(word)))
                return
            if not tries_left:
                self._say("That could not be read three times; nothing is staked.")
        self._do(run, Bid(percent=0))

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
        self._do(run, Pass())

    def _do(self, run: Run, command: Command) -> None:
        """Carries out a command of the seat whose turn it is."""
        run.do(replace(command, seat=run.state.turn))

    def _answer(self, run: Run) -> str | None:
        """Reads until a line is an answer and gives it, or cannot be read, and returns why."""
        asked = len(run.state.results)
        while True:
            text = tame_line(self._read())
            if not self._worded(run, text.casefold()):
                break
            is_asked_still = run.state.phase is Phase.ASKING and len(run.state.results) == asked
            if run.state.paused_ms is not None or not is_asked_still:
                return None
        commands = read_answer(run.state, text)
        if isinstance(commands, str):
            return commands
        try:
            for command in (*(Undo() for _ in run.state.draft), *commands):
                self._do(run, command)
        except IllegalCommand as error:
            return error.message
        if run.state.nudged:
            self._say(MORE_PRECISE)
            return self._answer(run)
        if run.state.deal.format.quick and run.state.results:
            self._say("Right." if run.state.result.right else "Wrong.")
        return None

    def _worded(self, run: Run, word: str) -> bool:
        """Carries out a word such as `/star`; tells whether it was one."""
        if not word.startswith("/"):
            return False
        if word == "/quit":
            raise EndOfInput
        if word[1:] in usable(run.state):
            run.do(Use(power=word[1:]))
            self._helped(run, word[1:])
            return True
        command = WORDS.get(word)
        if command is None or command not in run.legal():
            self._say(HELP)
            return True
        self._do(run, command())
        if command is ShowOptions:
            for line in (*options(run.state), f"Type a number from 1 to {len(run.state.options())}."):
                self._say(line)
        elif command is Walk:
            self._say("You walk away.")
        elif command is Star:
            self._say("Starred." if run.state.index in run.state.starred else "No longer starred.")
        elif command is Flag:
            self._say("Flagged. Thank you." if run.state.index in run.state.flagged else "No longer flagged.")
        return True

    def _helped(self, run: Run, power: str) -> None:
        """Says what a power has changed; a skip shows in the reveal, and a swap is asked anew."""
        if power == Power.SWAP:
            said = asked(run.state)
        elif power in PRACTICE:
            said = [*power_lines(run.state), *options(run.state)]
        else:
            said = power_lines(run.state)
        for line in said:
            self._say(line)

    def _tell(self, run: Run) -> None:
        reveal = reveal_of(run.state)
        earned = f" {reveal.earned:,} points" if reveal.earned else ""
        parts = f"{':' if earned else ''} {reveal.points}" if reveal.points else ""
        self._say(f"{reveal.headline}.{earned}{parts}{'.' if earned else ''}")
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
