"""A duel: the match's screen with a curtain, buzzers, and a reveal for all."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content

from btsquiz.game.commands import Agree, Appeal, Buzz, Lift, Pass, Pick
from btsquiz.game.state import Phase
from btsquiz.question import Kind
from btsquiz.quizmaster.duelling import pressing, stem_shown
from btsquiz.tui import duel_drawing
from btsquiz.tui.content import EMPTY, literal
from btsquiz.tui.hints import DUEL_BINDINGS
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.screens.match import MatchScreen
from btsquiz.tui.widgets.choices import Choices
from btsquiz.tui.widgets.line import Line


class DuelScreen(MatchScreen, inherit_bindings=False):
    """Plays a duel; each player has a letter of their own, so no other letter is a key here."""

    BINDINGS: ClassVar[list[BindingType]] = [*Stage.BINDINGS, *DUEL_BINDINGS]

    def on_key(self, event: events.Key) -> None:
        """Takes a player's own letter: it lifts their curtain, presses for them, appeals or agrees."""
        state = self._run.state
        letter = (event.character or "").casefold()
        if letter in state.deal.keys:
            event.stop()
            self._pressed(state.deal.keys.index(letter))
        elif (
            state.phase is Phase.ASKING and state.take.question.kind is Kind.TRUE_FALSE and letter in {*"tf"}
        ):
            event.stop()
            self._do(Pick(option="tf".index(letter)))

    def _pressed(self, seat: int) -> None:
        state = self._run.state
        legal = self._run.legal(seat)
        for command in (Lift, Buzz, Appeal, Agree):
            if command in legal:
                self._give(command(seat=seat))
                return
        if state.phase is Phase.ASKING and state.take.question.kind is Kind.TRUE_FALSE:
            letter = state.deal.keys[seat]
            if letter in {*"tf"}:
                self._do(Pick(option="tf".index(letter)))

    def action_give(self, name: str) -> None:
        """Gives a command; nobody knowing is said only once the whole stem is there."""
        state = self._run.state
        if name == Pass.__name__.lower() and state.phase is Phase.BUZZ:
            if stem_shown(state, self._run.now_ms) == stem_shown(state, state.opened_ms + 10_000_000):
                self._give(Pass())
        else:
            super().action_give(name)

    # What is drawn otherwise than alone

    def _is_ticking(self) -> bool:
        return self._run.state.phase is Phase.BUZZ or super()._is_ticking()

    def _tick(self) -> None:
        super()._tick()
        if self._run.state.phase is Phase.BUZZ:
            self._draw_stem()
            self._say(self._note())

    def _stem(self, width_cells: int, rows: int) -> Content:
        state = self._run.state
        if state.paused_ms is not None or state.phase is Phase.WAGER:
            return super()._stem(width_cells, rows)
        if state.phase is Phase.SLATE:
            return duel_drawing.slate(state, width_cells, rows)
        if state.phase is Phase.CURTAIN:
            return duel_drawing.curtain_drawn(state, width_cells, rows)
        if state.phase is Phase.LOCKED:
            return duel_drawing.locked(state)
        return literal((stem_shown(state, self._run.now_ms), "bold"))

    def _strip(self) -> Content:
        return duel_drawing.strip(self._run.state)

    def _note(self) -> Content:
        state = self._run.state
        if state.phase is Phase.BUZZ and state.paused_ms is None:
            return duel_drawing.buttons(pressing(state, self._run.now_ms))
        return super()._note() if state.phase is Phase.ASKING else EMPTY

    def _draw_reveal(self) -> None:
        state = self._run.state
        reveal = self.query_one("#reveal", Line)
        revealed = state.phase is Phase.REVEALED
        reveal.show(duel_drawing.reveal(state) if revealed else EMPTY)
        reveal.display = revealed
        if revealed:
            # Who said what stands below, by name; of the options only the right one is left.
            self.query_one(Choices).display = False
