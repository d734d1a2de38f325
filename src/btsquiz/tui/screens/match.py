"""The match: slate, question and reveal on one screen that is updated in place."""

from __future__ import annotations

import contextlib
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from btsquiz.errors import BtsquizError, IllegalCommand
from btsquiz.game.commands import (
    Command,
    Flag,
    Lock,
    Next,
    Pass,
    Pause,
    Pick,
    Resume,
    Say,
    Star,
    TimeUp,
    Undo,
)
from btsquiz.game.judging import MAX_TYPED
from btsquiz.game.match import Phase
from btsquiz.question import MAX_OPTIONS, Kind
from btsquiz.quizmaster import Run
from btsquiz.tui import drawing
from btsquiz.tui.content import EMPTY, literal, spread
from btsquiz.tui.screens.base import Clapper, Stage
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

REDRAW_CLOCK_SECONDS = 0.1
TYPED = frozenset({Kind.NUMBER, Kind.TYPED})


class MatchScreen(Stage):
    """Plays one match; every rule is asked of the run, which is also what is drawn.

    Args:
        run: The match.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"digit({digit})", show=False, id=f"match.{digit}") for digit in range(1, 10)),
        Binding("space", "go_on", "Go on", id="match.next"),
        Binding("enter", "confirm", "Give the answer", id="match.confirm"),
        Binding("backspace,u", "undo", "Undo", id="match.undo"),
        Binding("n,ctrl+n", "pass", "No answer", id="match.pass"),
        Binding("p,escape", "pause", "Pause", id="match.pause"),
        Binding("asterisk", "star", "Star", id="match.star"),
        Binding("exclamation_mark", "flag", "Flag", id="match.flag"),
        Binding("q,ctrl+l", "leave", "Leave", id="match.leave"),
        Binding("t", "truth(1)", "True", id="match.true", show=False),
        Binding("f", "truth(2)", "False", id="match.false", show=False),
        Binding("up,left", "move(-1)", "Up", id="match.up", show=False),
        Binding("down,right", "move(1)", "Down", id="match.down", show=False),
        Binding("pageup", "scroll(-1)", "Scroll up", id="match.pageup", show=False),
        Binding("pagedown", "scroll(1)", "Scroll down", id="match.pagedown", show=False),
    ]

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._clock: Timer | None = None
        self._typed_at = -1

    def compose(self) -> ComposeResult:
        """Lays out everything a match can show; what a phase does not need is hidden."""
        yield Clapper()
        yield Line(id="slate")
        yield Line(id="strip")
        with VerticalScroll(id="body", can_focus=False):
            yield Line(id="stem")
            yield Line(id="lefts")
            yield Choices(MAX_OPTIONS, id="options")
            yield Input(id="entry", max_length=MAX_TYPED)
            yield Line(id="note")
            yield Line(id="reveal")
        yield Keys()

    def on_mount(self) -> None:
        """Draws the match and keeps its clock moving."""
        entry = self.query_one(Input)
        entry.cursor_blink = False
        self._clock = self.set_interval(REDRAW_CLOCK_SECONDS, self._tick, pause=True)
        self._draw()

    def on_resize(self) -> None:
        """Draws what depends on the width."""
        if self.is_mounted:
            self._draw_head()

    def on_screen_suspend(self) -> None:
        """Stops a running clock while help or a notice lies on the match."""
        if TimeUp in self._run.legal():
            with contextlib.suppress(BtsquizError):  # where it cannot be saved, a notice already says so
                self._run.do(Pause())
            self._draw()

    # What keys and mouse ask for

    def action_digit(self, digit: int) -> None:
        """Picks an option by its number."""
        self._do(Pick(option=digit - 1))

    def action_truth(self, digit: int) -> None:
        """Answers true or false by its letter."""
        if self._run.state.take.question.kind is Kind.TRUE_FALSE:
            self._do(Pick(option=digit - 1))

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        self._do(Pick(option=event.place))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
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
        """Gives the answer put together, or does what Space does."""
        if Lock in self._run.legal():
            self._do(Lock())
        else:
            self.action_go_on()

    def action_undo(self) -> None:
        """Takes the last pick back."""
        self._do(Undo())

    def action_pass(self) -> None:
        """Gives no answer."""
        self._do(Pass())

    def action_pause(self) -> None:
        """Hides the question, or shows it again."""
        self._do(Resume() if self._run.state.paused_ms is not None else Pause())

    def action_star(self) -> None:
        """Stars the take, or takes the star back."""
        self._do(Star())

    def action_flag(self) -> None:
        """Flags the question, or takes the flag back."""
        self._do(Flag())

    def action_move(self, steps: int) -> None:
        """Moves the cursor among the options; where there are none, scrolls."""
        if self._run.state.phase is Phase.ASKING and self._run.state.paused_ms is None:
            self.query_one(Choices).move(steps)
        else:
            self.query_one("#body", VerticalScroll).scroll_relative(y=steps, animate=False)

    def action_scroll(self, pages: int) -> None:
        """Scrolls a long question or reveal."""
        body = self.query_one("#body", VerticalScroll)
        body.scroll_relative(y=pages * max(body.size.height - 1, 1), animate=False)

    def action_leave(self) -> None:
        """Leaves for home, where the match can be gone on with."""
        if Pause in self._run.legal():
            self._do(Pause())
        self.quiz.go_home()

    # What happens then

    def _do(self, command: Command) -> None:
        """Carries a command out where it is legal, and draws what came of it."""
        if type(command) not in self._run.legal():
            return
        try:
            self._run.do(command)
        except IllegalCommand as error:
            self._say(literal((error.message, "$warning")))
            return
        except BtsquizError as error:
            self.quiz.tell("This could not be saved", f"{error}\n\nNothing was counted; do it again.")
            return
        if self._run.state.phase is Phase.OVER:
            self._end()
        else:
            self._draw()

    def _end(self) -> None:
        from btsquiz.tui.screens.results import ResultsScreen

        self.app.switch_screen(ResultsScreen(self._run))

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
        self.set_class(revealed, "-revealed")
        self.set_class(state.phase is Phase.SLATE or paused, "-slate")
        self._draw_head()
        self.query_one("#stem", Line).show(drawing.stem(state))
        lefts = self.query_one("#lefts", Line)
        lefts.show(drawing.lefts(state))
        lefts.display = asking and state.take.question.kind is Kind.MATCH
        options = self.query_one(Choices)
        contents, marks = drawing.options(state) if asking or revealed else ([], [])
        options.show(contents, marks)
        options.display = bool(contents)
        options.set_class(len(contents) > 4 or any(content.cell_length > 60 for content in contents), "-many")
        if not asking:
            options.point_at(None)
        self._draw_entry(asking=asking)
        self._say(drawing.note(state) if asking else EMPTY)
        reveal = self.query_one("#reveal", Line)
        reveal.show(drawing.reveal(state) if revealed else EMPTY)
        reveal.display = revealed
        self.query_one(Keys).show(self._hints())
        if self._clock is not None:
            (self._clock.resume if asking and state.deal.format.timed else self._clock.pause)()
        self.query_one("#body", VerticalScroll).scroll_home(animate=False)

    def _say(self, note: Content) -> None:
        line = self.query_one("#note", Line)
        line.show(note)
        line.display = bool(note.plain)

    def _draw_entry(self, *, asking: bool) -> None:
        entry = self.query_one(Input)
        typed = asking and self._run.state.take.question.kind in TYPED
        if typed and self._typed_at != self._run.state.position:
            entry.value = ""
            self._typed_at = self._run.state.position
        entry.display = typed
        entry.placeholder = "digits" if self._run.state.take.question.kind is Kind.NUMBER else "your answer"
        if typed:
            entry.focus()
        else:
            self.set_focus(None)

    def _draw_head(self) -> None:
        """Draws the slate and the strip; the clock is in it, so this is drawn often and does little."""
        state = self._run.state
        width = max(self.size.width - 2, 1)
        self.query_one("#slate", Line).show(spread(*drawing.slate(state), width))
        clock = drawing.clock(state, self._run.time_left_ms())
        self.query_one("#strip", Line).show(spread(drawing.strip(state), clock, width))

    def _hints(self) -> list[Hint]:
        legal = self._run.legal()
        state = self._run.state
        hints: list[Hint] = []
        if Resume in legal:
            return [Hint("Space", "go on", "go_on"), Hint("q", "leave", "leave"), Hint("?", "help", "help")]
        typed = state.take.question.kind in TYPED
        if Pick in legal:
            hints.append(Hint(f"1–{len(state.take.options[0])}", "pick"))
        if Say in legal:
            hints.append(Hint("Enter", "answer"))
        if Lock in legal:
            hints.append(Hint("Enter", "answer", "confirm"))
        if Undo in legal:
            hints.append(Hint("⌫", "undo", "undo"))
        if Next in legal:
            hints.append(Hint("Space", "go on", "go_on"))
        if Pass in legal:
            hints.append(Hint("^N" if typed else "n", "pass", "pass"))
        if Pause in legal:
            hints.append(Hint("Esc" if typed else "p", "pause", "pause"))
        hidden = typed and Say in legal  # letters go into the answer
        hints.append(Hint("^L" if hidden else "q", "leave", "leave"))
        hints.append(Hint("F1" if hidden else "?", "help", "help"))
        if Star in legal and not hidden:
            starred = state.index in state.starred
            flagged = state.index in state.flagged
            hints.append(Hint("*", "starred ✔" if starred else "star", "star"))
            hints.append(Hint("!", "flagged ✔" if flagged else "flag", "flag"))
        return hints
