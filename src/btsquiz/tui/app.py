"""The app: opens on the first three takes or on home, and leaves the terminal as it found it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType

from btsquiz.errors import BtsquizError, ExitCode
from btsquiz.quizmaster import Game, Run
from btsquiz.tui.content import EMPTY, literal
from btsquiz.tui.theme import SET

Opening = Literal["home", "review"] | Run | tuple[str, ...]
"""What is shown first: home, what is due, a match just dealt, or what is due for players who take turns."""
Offer = tuple[str, Callable[[], None]]
"""What a notice offers to do, and how it is done."""


class BtsquizApp(App[None]):
    """The game in the terminal.

    Args:
        game: What is played; whoever opened it closes it.
        opening: What is shown first; a newcomer is met with three takes instead of home.
    """

    TITLE = "btsquiz"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", priority=True, tooltip="Leave; everything is saved"),
        Binding("ctrl+c", "interrupt", "Quit", id="app.interrupt", priority=True, show=False),
    ]

    def __init__(self, game: Game, opening: Opening = "home") -> None:
        super().__init__()
        self.game = game
        self._opening = opening
        self.register_theme(SET)
        self.theme = SET.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Gives our own variables a value for themes that lack them."""
        return dict(SET.variables)

    def on_mount(self) -> None:
        """Shows the first screen."""
        self._leave_on_signals()
        from btsquiz.tui.screens.home import HomeScreen

        self.push_screen(HomeScreen())
        if self._opening == "review":
            self.review()
            return
        if isinstance(self._opening, Run):
            self.play(self._opening)
            return
        if isinstance(self._opening, tuple):
            self.review_in_turns(self._opening)
            return
        try:
            first = self.game.open_first() if self.game.is_new() else None
        except BtsquizError as error:
            self.tell("This could not be saved", str(error))
            return
        if first is not None:
            self.play(first)

    def _leave_on_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name, code in (
            ("SIGTERM", ExitCode.TERMINATED),
            ("SIGHUP", ExitCode.HANGUP),
            ("SIGINT", ExitCode.INTERRUPTED),
        ):
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._leave, code)

    def _leave(self, code: ExitCode) -> None:
        self.exit(return_code=code)

    def action_interrupt(self) -> None:
        """Leaves as Ctrl+C does everywhere; everything is saved."""
        self._leave(ExitCode.INTERRUPTED)

    def play(self, run: Run, packs: Sequence[str] = ()) -> None:
        """Shows a match; `packs` are those another one of the kind would be drawn from, all where empty."""
        if run.state.deal.format.duel:
            from btsquiz.tui.screens.duel import DuelScreen

            self.push_screen(DuelScreen(run, packs))
            return
        if run.state.deal.format.rated:
            from btsquiz.tui.screens.review import ReviewScreen

            self.push_screen(ReviewScreen([run]))
            return
        from btsquiz.tui.screens.match import MatchScreen

        self.push_screen(MatchScreen(run, packs))

    def review(self) -> None:
        """Shows what is due, or says when something will be and offers what was missed today."""
        from btsquiz.quizmaster.telling import count, nothing_due

        try:
            due = self.game.study.due()
            if due.points:
                self.play(self.game.study.review(due.points))
                return
        except BtsquizError as error:
            self.tell("Dailies", str(error))
            return
        said = nothing_due(due.next_in_days)
        if not due.missed:
            self.tell("Dailies", said)
            return
        missed = due.missed
        self.tell(
            "Dailies",
            f"{said}\n\nYou missed {count(len(missed), 'question')} today.",
            offer=("Practise them now", lambda: self.play(self.game.study.review(missed))),
        )

    def dailies(self) -> None:
        """Shows what is due, or asks whose, where several keep something here."""
        try:
            several = len(self.game.keepers()) > 1
        except BtsquizError:
            several = False  # what is wrong is said where it is read again
        if several:
            from btsquiz.tui.screens.dailies import DailiesScreen

            self.push_screen(DailiesScreen())
        else:
            self.review()

    def review_in_turns(self, names: Sequence[str]) -> None:
        """Shows what is due for several players, a take of each in turn."""
        from btsquiz.quizmaster.telling import nothing_due
        from btsquiz.tui.screens.review import ReviewScreen

        runs, said = [], []
        try:
            for study in map(self.game.study_of, names):
                due = study.due()
                if due.points:
                    runs.append(study.review(due.points))
                else:
                    said.append(f"{study.player}: {nothing_due(due.next_in_days)}")
        except BtsquizError as error:
            self.tell("Dailies", str(error))
            return
        if runs:
            self.push_screen(ReviewScreen(runs))
        if said:
            self.tell("Dailies", "\n".join(said))

    def tell(self, title: str, text: str, offer: Offer | None = None) -> None:
        """Says something on a screen of its own, perhaps with something to do about it."""
        from btsquiz.tui.screens.notice import NoticeScreen

        self.push_screen(NoticeScreen(title, literal(text) if text else EMPTY, offer))

    def go_home(self) -> None:
        """Goes back to home, whatever lies on it."""
        from btsquiz.tui.screens.home import HomeScreen

        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()
