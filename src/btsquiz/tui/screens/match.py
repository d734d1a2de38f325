"""The match: slate, question and reveal on one screen that is updated in place."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from btsquiz.errors import BtsquizError, IllegalCommand
from btsquiz.game.commands import (
    Abandon,
    Award,
    Bid,
    Bury,
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
    Suspend,
    TimeUp,
    Undo,
    Use,
    Walk,
)
from btsquiz.game.powers import Power, usable
from btsquiz.game.state import Phase
from btsquiz.question import Kind, Multiple
from btsquiz.tui import drawing
from btsquiz.tui.content import literal
from btsquiz.tui.hints import MATCH_BINDINGS, is_waiting
from btsquiz.tui.screens.drawn import DrawnMatch
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.entry import AnswerLine

REDRAW_CLOCK_SECONDS = 0.1
PLAIN_COMMANDS: dict[str, type[Command]] = {
    command.__name__.lower(): command
    for command in (Undo, ShowOptions, Pass, Star, Flag, Walk, Bury, Suspend)
}


class MatchScreen(DrawnMatch):
    """Plays one match; every rule is asked of the run, which is also what is drawn.

    Args:
        run: The match.
        packs: The packs another one would be drawn from; all of them where empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = MATCH_BINDINGS

    def on_mount(self) -> None:
        """Draws the match and keeps its clock moving."""
        self._clock = self.set_interval(REDRAW_CLOCK_SECONDS, self._tick, pause=True)
        self._draw()
        self._wait_if(TimeUp)  # a match gone on with starts its clock at the player's word

    def on_resize(self) -> None:
        """Draws what depends on the size; where nothing can be read, the match waits."""
        if not self.is_mounted:
            return
        if self.is_too_small:
            self._wait_if(Pause)
        self._draw_head()
        self.call_after_refresh(self._draw_stem)

    def on_screen_suspend(self) -> None:
        """Stops a running clock while help or a notice lies on the match."""
        self._wait_if(TimeUp)

    def _wait_if(self, legal: type[Command]) -> None:
        """Pauses where a command is legal; where that cannot be saved, the player's next command says so."""
        if legal in self._run.legal():
            with contextlib.suppress(BtsquizError):
                self._run.do(Pause())
                self._draw()

    # What keys and mouse ask for

    def action_digit(self, digit: int) -> None:
        """Picks an option by its number, or a stake."""
        self._choose(digit - 1)

    def _choose(self, place: int) -> None:
        if Award in self._run.legal() and place + 1 < len(self._run.state.deal.seats):
            self._give(Award(seat=place + 1))
        elif Bid not in self._run.legal():
            self._do(Pick(option=place))
        elif place < len(drawing.BIDS):
            self._do(Bid(percent=drawing.BIDS[place]))

    def action_truth(self, digit: int) -> None:
        """Answers true or false by its letter; elsewhere `f` is fifty-fifty."""
        if self._run.state.take.question.kind is Kind.TRUE_FALSE:
            self._do(Pick(option=digit - 1))
        elif digit == 2:
            self.action_use(Power.FIFTY.value)

    def action_use(self, power: str) -> None:
        """Uses a power."""
        if power in usable(self._run.state):
            self._do(Use(power=power))

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        self._choose(event.place)

    @on(AnswerLine.Submitted)
    def _submitted(self, event: AnswerLine.Submitted) -> None:
        self._do(Say(text=event.value))

    def action_go_on(self) -> None:
        """Goes on, or picks what the cursor is on."""
        if self._run.state.paused_ms is not None:
            self._do(Resume())
        elif Next in self._run.legal():
            self._do(Next())
        else:
            self.query_one(Choices).pick()

    def action_confirm(self) -> None:
        """Gives the answer typed or put together, or does what Space does."""
        legal = self._run.legal()
        if Say in legal:
            self._do(Say(text=self.query_one(AnswerLine).value))
        elif Lock in legal and not self._picks_on():
            self._do(Lock())
        else:
            self.action_go_on()

    def _picks_on(self) -> bool:
        """Tells whether Enter picks what the cursor is on, as long as the answer cannot be right yet."""
        state, cursor = self._run.state, self.query_one(Choices).cursor
        answer = state.take.question.answer
        return (
            isinstance(answer, Multiple)
            and len(state.draft) < len(answer.right)
            and cursor is not None
            and cursor not in state.draft
        )

    def action_give(self, name: str) -> None:
        """Gives the command of this name, where it needs nothing said with it."""
        self._do(PLAIN_COMMANDS[name]())

    def action_pause(self) -> None:
        """Hides the question, or shows it again."""
        self._do(Resume() if self._run.state.paused_ms is not None else Pause())

    def action_move(self, steps: int) -> None:
        """Moves the cursor among the options; where there is nothing to pick, scrolls."""
        if self._run.legal() & {Pick, Bid}:
            self.query_one(Choices).move(steps)
        else:
            self.action_scroll(steps)

    def action_leave(self) -> None:
        """Leaves for home, where the match can be gone on with."""
        self._wait_if(Pause)
        self.quiz.go_home()

    def action_end(self) -> None:
        """Ends the match for good; only from a pause or a slate, where no key is pressed in haste."""
        if is_waiting(self._run.state):
            self._do(Abandon())

    # What happens then

    def _do(self, command: Command) -> None:
        """Does what the seat whose turn it is asks for."""
        self._give(replace(command, seat=self._run.state.turn))

    def _give(self, command: Command) -> None:
        """Carries a command out where it is legal, and draws what came of it."""
        if type(command) not in self._run.legal(command.seat) or not self.is_active:
            return
        try:
            self._run.do(command)
        except IllegalCommand as error:
            self._say(literal((error.message, "$warning")))
            return
        except BtsquizError as error:
            self._stop_clock()  # or it would ring again and again
            self.quiz.tell("This could not be saved", f"{error}\n\nNothing was counted; do it again.")
            return
        self._after(command)

    def _after(self, command: Command) -> None:
        """Draws what came of a command."""
        if self._run.state.phase is Phase.OVER:
            self._end()
        else:
            self._draw()

    def _end(self) -> None:
        from btsquiz.tui.screens.results import ResultsScreen

        self.app.switch_screen(ResultsScreen(self._run, self._packs))

    def _tick(self) -> None:
        if self._run.time_left_ms() == 0 and TimeUp in self._run.legal():
            self._do(TimeUp())
        else:
            self._draw_head()
