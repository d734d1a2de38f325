"""Results: how the match went, and what of it will come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from btsquiz.errors import BtsquizError
from btsquiz.game.commands import Undo
from btsquiz.game.formats import CLASSIC, OPENING, REMATCH, REVIEW
from btsquiz.game.state import State
from btsquiz.question import answer_text
from btsquiz.quizmaster import Run
from btsquiz.quizmaster.remembering import finish
from btsquiz.quizmaster.telling import coming_back, compared, share_line, standing
from btsquiz.tui import duel_drawing
from btsquiz.tui.content import EMPTY, Row, Rows, literal
from btsquiz.tui.drawing import strip
from btsquiz.tui.screens.base import Stage
from btsquiz.tui.widgets.keys import Hint, Keys
from btsquiz.tui.widgets.line import Line

_BARS = "▁▂▃▄▅▆▇█"


class ResultsScreen(Stage):
    """Shows a match that is over.

    Args:
        run: The match.
        packs: The packs it was drawn from; all of them where empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,escape,q,h", "home", "Home", id="results.home"),
        Binding("r", "again", "Play again", id="results.again"),
        Binding("m", "rematch", "Play what you missed", id="results.rematch"),
        Binding("c", "challenge", "Challenge somebody", id="results.challenge"),
        Binding("up,k", "scroll(-1)", "Up", id="results.up", show=False),
        Binding("down,j", "scroll(1)", "Down", id="results.down", show=False),
    ]

    def __init__(self, run: Run, packs: Sequence[str] = ()) -> None:
        super().__init__()
        self._state = run.state
        self._packs = packs

    def compose(self) -> ComposeResult:
        """Lays out the results."""
        said = Line(self._results(), id="results")
        yield from self.framed(VerticalScroll(said, id="body", can_focus=False))
        yield Keys()

    def _results(self) -> Rows:
        state = self._state
        if state.deal.format.duel:
            return duel_drawing.results(state, self.quiz.game.between(state.deal.seats))
        return results(state)

    def on_mount(self) -> None:
        """Shows what keys do."""
        hints = [Hint("Space", "home", "home"), Hint("↑ ↓", "scroll"), Hint("?", "help", "help")]
        if self._state.deal.format.name != REVIEW.name:
            hints.insert(0, Hint("r", "play another", "again"))
        if self._can_challenge():
            hints.insert(0, Hint("c", "challenge somebody", "challenge"))
        if self._can_rematch():
            hints.insert(1, Hint("m", "what you missed", "rematch"))
        self.query_one(Keys).show(hints)

    def action_home(self) -> None:
        """Goes home."""
        self.quiz.go_home()

    def action_rematch(self) -> None:
        """Plays what was missed once more."""
        if not self._can_rematch():
            return
        try:
            run = self.quiz.game.rematch(self._state)
        except BtsquizError as error:
            self.quiz.tell("Nothing to play", str(error))
            return
        self.quiz.go_home()
        self.quiz.play(run)

    def _can_challenge(self) -> bool:
        return self._state.deal.format.name == OPENING.name and self._state.played

    def action_challenge(self) -> None:
        """Lets whoever sits beside play the same, sealed."""
        from btsquiz.tui.screens.names import NamesScreen

        if not self._can_challenge():
            return

        def begin(names: Sequence[str]) -> None:
            run = self.quiz.game.challenge(self._state, names)
            self.quiz.go_home()
            self.quiz.play(run)

        asks = "The same three takes for whoever sits beside you. Your name first, then theirs: Ann, Bob"
        self.app.push_screen(NamesScreen("Challenge", asks, begin))

    def _can_rematch(self) -> bool:
        return self._state.missed() > 0 and not self._state.deal.format.duel

    def action_again(self) -> None:
        """Plays another match of the same kind; after the first look, a classic one."""
        style = self._state.deal.format
        if style.name == REVIEW.name:
            return
        anew = CLASSIC if style.name in {OPENING.name, REMATCH.name} else style
        try:
            if style.hosted:
                run = self.quiz.game.host(self._state.deal.seats[1:], self._packs)
            elif style.duel:
                # Whoever began comes last now.
                first, *rest = self._state.deal.seats
                run = self.quiz.game.duel([*rest, first], style, self._packs)
            else:
                run = self.quiz.game.play(anew, self._packs)
        except BtsquizError as error:
            self.quiz.tell("Nothing to play", str(error))
            return
        self.quiz.go_home()
        self.quiz.play(run, self._packs)


class ReviewResultsScreen(ResultsScreen):
    """Shows dailies that are done, with what is kept; the last answer can still be taken back.

    Args:
        runs: The reviews, a player's each.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,backspace,ctrl+z", "undo", "Take the last answer back", id="results.undo"),
    ]

    def __init__(self, runs: Sequence[Run]) -> None:
        super().__init__(runs[-1])
        self._runs = tuple(runs)

    def _results(self) -> Rows:
        rows: list[Row] = []
        for run in self._runs:
            if len(self._runs) > 1:
                rows.append((EMPTY, literal((run.player, "bold $accent"))))
            study = self.quiz.game.study_of(run.player)
            rows += results(run.state).rows
            rows.append((EMPTY, EMPTY))
            rows += [(EMPTY, literal((line, "$accent"))) for line in finish(study.due(), study.progress())]
            rows.append((EMPTY, EMPTY))
        return Rows(rows)

    def on_mount(self) -> None:
        """Shows what keys do."""
        super().on_mount()
        hints = [Hint("Space", "home", "home"), Hint("u", "take the last answer back", "undo")]
        self.query_one(Keys).show([*hints, Hint("↑ ↓", "scroll"), Hint("?", "help", "help")])

    def action_undo(self) -> None:
        """Takes the last answer back and asks again."""
        from btsquiz.tui.screens.review import ReviewScreen

        run = self._runs[-1]
        if Undo not in run.legal():
            return
        try:
            run.do(Undo())
        except BtsquizError as error:
            self.quiz.tell("This could not be saved", str(error))
            return
        self.app.switch_screen(ReviewScreen([run, *self._runs[:-1]]))


def results(state: State) -> Rows:
    """Gives the results as content."""
    style = state.deal.format
    title = "Thank you for watching." if style.name == OPENING.name else "That’s a wrap."
    rows = [literal((title, "bold $primary")), EMPTY, literal((standing(state), "bold")), strip(state)]
    against = compared(state)
    if against:
        rows.append(literal((against, "bold $secondary")))
    shared = share_line(state)
    if shared:
        rows += [EMPTY, literal(("To share: ", "$muted"), shared), EMPTY]
    chart = _chart(state)
    if chart:
        rows.append(literal((chart, "$primary"), ("  points, take by take", "$muted")))
    rows.append(EMPTY)
    if style.name == OPENING.name:
        key = ("c", "bold $primary")
        rows += [
            literal(key, " challenges whoever sits beside you; ", ("Space", "bold $primary"), " goes home.")
        ]
        rows.append(EMPTY)
    again = coming_back(state)
    if again:
        rows.append(literal(("You will see these again, from tomorrow, in Dailies:", "$accent")))
    elif state.results:
        rows.append(literal(("Nothing missed, nothing to bring back.", "$accent")))
    headed = [(EMPTY, row) for row in rows]
    for question in again:
        headed.append((literal("· "), literal(question.ask)))
        headed.append((literal("  "), literal((answer_text(question.answer), "$muted"))))
    return Rows(headed)


def _chart(state: State) -> str:
    """Gives the points of each take as a bar of eighths; empty where there were none."""
    earned = [result.score.points for result in state.results if not result.retake]
    most = max(earned, default=0)
    if not most:
        return ""
    return " ".join(_BARS[round(points / most * (len(_BARS) - 1))] for points in earned)
