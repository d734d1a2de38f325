"""The match as it is drawn: one screen whose parts are updated in place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer

from btsquiz.game.commands import Say
from btsquiz.game.state import Phase
from btsquiz.question import MAX_OPTIONS, Kind
from btsquiz.quizmaster import Run
from btsquiz.tui import drawing
from btsquiz.tui.content import EMPTY, joined, literal, spread
from btsquiz.tui.hints import match_hints
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.entry import AnswerLine
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

MOST_BOXED = 4
LONGEST_BOXED = 48
"""Options up to so many, and of so many cells, stand in boxes where there is room."""
TYPED = {Kind.NUMBER: "digits", Kind.TYPED: "your answer"}
"""The kinds that are typed, and what to type."""


class DrawnMatch(Stage):
    """Draws a run as it stands.

    Args:
        run: The match.
        packs: The packs another one would be drawn from; all of them where empty.
    """

    def __init__(self, run: Run, packs: Sequence[str] = ()) -> None:
        super().__init__()
        self._run = run
        self._packs = packs
        self._clock: Timer | None = None
        self._drawn: tuple[Run, Phase, int, int, bool] | None = None

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

    def _is_ticking(self) -> bool:
        """Tells whether something on the screen moves by itself."""
        state = self._run.state
        return state.phase is Phase.ASKING and state.deal.format.timed

    def _draw_reveal(self) -> None:
        """Draws what is told of the take on show."""
        state = self._run.state
        revealed = state.phase is Phase.REVEALED
        reveal = self.query_one("#reveal", Line)
        reveal.show(drawing.reveal(state) if revealed else EMPTY)
        reveal.display = revealed

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
            entry.offer((self._run, state.position, len(state.results)), TYPED[state.take.question.kind])
        else:
            entry.withdraw()
        self._say(self._note())
        self._draw_reveal()
        self.query_one(Keys).show(self._hints())
        self._stop_clock()
        if not paused and self._is_ticking() and self._clock is not None:
            self._clock.resume()
        drawn = (self._run, state.phase, state.position, state.index, paused)
        if self._drawn != drawn:
            self._drawn = drawn
            self.query_one("#body", VerticalScroll).scroll_home(animate=False)

    def _hints(self) -> list[Hint]:
        """Gives what keys do now."""
        return match_hints(self._run.state, self._run.legal())

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.pause()

    def _say(self, note: Content) -> None:
        line = self.query_one("#note", Line)
        line.show(note)
        line.display = bool(note.plain)

    def _draw_stem(self) -> None:
        room = self.query_one("#body").content_size
        self.query_one("#stem", Line).show(self._stem(room.width, room.height))

    def _stem(self, width_cells: int, rows: int) -> Content:
        return drawing.stem(self._run.state, width_cells, rows)

    def _note(self) -> Content:
        """Gives what is said below the options."""
        state = self._run.state
        asking = state.phase is Phase.ASKING and state.paused_ms is None
        return drawing.note(state) if asking else drawing.award(state)

    def _whose(self) -> str:
        """Names whose the match is, where that needs to be said."""
        return ""

    def _strip(self) -> Content:
        return drawing.strip(self._run.state)

    def _draw_head(self) -> None:
        """Draws the slate and the strip; the clock is in it, so this is drawn often and does little."""
        state = self._run.state
        width = max(self.size.width - 2, 1)
        where, score = drawing.slate(state)
        whose = self._whose()
        named = joined([literal((f"{whose}  ", "bold $accent")), where]) if whose else where
        self.query_one("#slate", Line).show(spread(named, score, width))
        clock = drawing.clock(state, self._run.time_left_ms())
        self.query_one("#strip", Line).show(spread(self._strip(), clock, width))
