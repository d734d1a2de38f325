"""The match: slate, question and reveal on one screen that is updated in place."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer

from btsquiz.errors import BtsquizError, IllegalCommand
from btsquiz.game.commands import (
    Abandon,
    Award,
    Bid,
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
    TimeUp,
    Undo,
    Use,
    Walk,
)
from btsquiz.game.powers import Power, usable
from btsquiz.game.state import Phase
from btsquiz.question import MAX_OPTIONS, Kind, Multiple
from btsquiz.quizmaster import Run
from btsquiz.tui import drawing
from btsquiz.tui.content import EMPTY, literal, spread
from btsquiz.tui.hints import MATCH_BINDINGS, is_waiting, match_hints
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.entry import AnswerLine
from btsquiz.tui.widgets.keys import Keys
from btsquiz.tui.widgets.line import Line

REDRAW_CLOCK_SECONDS = 0.1
MOST_BOXED = 4
LONGEST_BOXED = 48
"""Options up to so many, and of so many cells, stand in boxes where there is room."""
PLAIN_COMMANDS: dict[str, type[Command]] = {
    command.__name__.lower(): command for command in (Undo, ShowOptions, Pass, Star, Flag, Walk)
}
TYPED = {Kind.NUMBER: "digits", Kind.TYPED: "your answer"}
"""The kinds that are typed, and what to type."""


class MatchScreen(Stage):
    """Plays one match; every rule is asked of the run, which is also what is drawn.

    Args:
        run: The match.
        packs: The packs another one would be drawn from; all of them where empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = MATCH_BINDINGS

    def __init__(self, run: Run, packs: Sequence[str] = ()) -> None:
        super().__init__()
        self._run = run
        self._packs = packs
        self._clock: Timer | None = None
        self._drawn: tuple[Phase, int, bool] | None = None

    def compose(self) -> ComposeResult:
        """Lays out everything a match can show; what a phase does not need is hidden."""
        yield from self.framed(
            Line(id="slate"),
            Line(id="strip"),
            VerticalScroll(
                Line(id="stem"),
                Line(id="lefts"),
                Choices(MAX_OPTIONS, id="options"),
                AnswerLine(),
                Line(id="note"),
                Line(id="reveal"),
                id="body",
                can_focus=False,
            ),
        )
        yield Keys()

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
            self._do(Award(seat=place + 1))
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
        """Carries a command out where it is legal, and draws what came of it."""
        if type(command) not in self._run.legal() or not self.is_active:
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

    def _draw(self) -> None:
        """Draws the whole match as it stands."""
        state = self._run.state
        paused = state.paused_ms is not None
        asking = state.phase is Phase.ASKING and not paused
        revealed = state.phase is Phase.REVEALED
        self._draw_head()
        self._draw_stem()
        lefts = self.query_one("#lefts", Line)
        lefts.show(drawing.lefts(state))
        lefts.display = asking and state.take.question.kind is Kind.MATCH
        options = self.query_one(Choices)
        choosing = asking or state.phase is Phase.WAGER
        contents, marks = drawing.options(state) if choosing or revealed else ([], [])
        options.show(contents, marks)
        options.display = bool(contents)
        short = all(content.cell_length <= LONGEST_BOXED for content in contents)
        options.set_class(short and len(contents) <= MOST_BOXED, "-boxed")
        options.set_class(revealed, "-revealed")
        if not choosing:
            options.point_at(None)
        entry = self.query_one(AnswerLine)
        if asking and Say in self._run.legal():
            entry.offer(state.position, TYPED[state.take.question.kind])
        else:
            entry.withdraw()
        self._say(drawing.note(state) if asking else drawing.award(state))
        reveal = self.query_one("#reveal", Line)
        reveal.show(drawing.reveal(state) if revealed else EMPTY)
        reveal.display = revealed
        self.query_one(Keys).show(match_hints(state, self._run.legal()))
        self._stop_clock()
        if asking and state.deal.format.timed and self._clock is not None:
            self._clock.resume()
        if self._drawn != (state.phase, state.position, paused):
            self._drawn = (state.phase, state.position, paused)
            self.query_one("#body", VerticalScroll).scroll_home(animate=False)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.pause()

    def _say(self, note: Content) -> None:
        line = self.query_one("#note", Line)
        line.show(note)
        line.display = bool(note.plain)

    def _draw_stem(self) -> None:
        room = self.query_one("#body").content_size
        self.query_one("#stem", Line).show(drawing.stem(self._run.state, room.width, room.height))

    def _draw_head(self) -> None:
        """Draws the slate and the strip; the clock is in it, so this is drawn often and does little."""
        state = self._run.state
        width = max(self.size.width - 2, 1)
        self.query_one("#slate", Line).show(spread(*drawing.slate(state), width))
        clock = drawing.clock(state, self._run.time_left_ms())
        self.query_one("#strip", Line).show(spread(drawing.strip(state), clock, width))
