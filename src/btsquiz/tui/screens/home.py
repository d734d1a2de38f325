"""Home: what is worth doing now, most useful first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from btsquiz.errors import BtsquizError
from btsquiz.quizmaster.remembering import dailies_words
from btsquiz.quizmaster.telling import count, place_of
from btsquiz.tui.content import lines, literal
from btsquiz.tui.screens.menu import Entry, MenuScreen
from btsquiz.tui.slate import title_board
from btsquiz.tui.widgets.keys import Hint

ROWS_FOR_BOARD = 24


class HomeScreen(MenuScreen):
    """The menu everything starts from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="home.quit", tooltip="Leave; everything is saved"),
    ]

    def heading(self) -> Content:
        """Gives the title, on a clapperboard where there is room."""
        if self.size.height >= ROWS_FOR_BOARD:
            return title_board()
        return lines(
            [literal(("btsquiz", "bold $primary")), literal(("what happened behind the camera", "$muted"))]
        )

    def entries(self) -> list[Entry]:
        """Gives what can be done now."""
        offered: list[tuple[str, str, Callable[[], None]]] = [
            ("Solo", "five ways to play alone", self._solo),
            ("Today’s seven", "the same for everybody", self._today),
            ("Head-to-head", "two to four on one keyboard", self._duel),
            ("Host", "you read aloud, friends answer", self._host),
            ("Dailies", self._due(), self.quiz.dailies),
            ("Packs", self._packs(), self._show_packs),
            ("Stats", "what you keep, and how well", self._stats),
            ("Help", "how to play, what the badges mean", self.action_help),
            ("Quit", "everything is saved", self.app.exit),
        ]
        where = self._unfinished()
        if where:
            offered.insert(0, ("Go on", where, self._go_on))
        room = max(len(name) for name, _, _ in offered)
        return [
            (literal((name.ljust(room), "bold"), ("  " + about, "$muted")), act)
            for name, about, act in offered
        ]

    def hints(self) -> list[Hint]:
        """Gives what keys do here."""
        return [*super().hints(), Hint("q", "quit", "app.quit")]

    def _unfinished(self) -> str:
        """Says which match was left off; nothing where there is none, or none that can be read."""
        try:
            run = self.quiz.game.unfinished()
        except BtsquizError:
            return ""
        return place_of(run.state) if run is not None else ""

    def _go_on(self) -> None:
        # Opened only now: a match under way counts the time from when it is opened.
        run = self.quiz.game.unfinished()
        if run is None:
            self.show()
        else:
            self.quiz.play(run)

    def _due(self) -> str:
        try:
            due = self.quiz.game.study.due()
        except BtsquizError:
            return "your saves cannot be read"
        return dailies_words(due)

    def _packs(self) -> str:
        shelf = self.quiz.game.shelf
        said = count(len(shelf.playable), "pack")
        broken = len(shelf.packs) - len(shelf.playable)
        return f"{said} on the shelf" + (f", {broken} with errors" if broken else "")

    def _solo(self) -> None:
        from btsquiz.tui.screens.setup import SetupScreen

        self.app.push_screen(SetupScreen())

    def _duel(self) -> None:
        from btsquiz.tui.screens.names import NamesScreen
        from btsquiz.tui.screens.versus import ASKS, VersusScreen

        def meet(names: Sequence[str]) -> None:
            versus = VersusScreen(names)
            self.app.switch_screen(versus)

        known = self.quiz.game.last_players()
        if known:
            self.app.push_screen(VersusScreen(known))
        else:
            self.app.push_screen(NamesScreen("Head-to-head", ASKS, meet))

    def _host(self) -> None:
        from btsquiz.quizmaster.game import MOST_PLAYERS
        from btsquiz.tui.screens.names import NamesScreen

        def begin(names: Sequence[str]) -> None:
            run = self.quiz.game.host(names)
            self.app.pop_screen()
            self.quiz.play(run)

        asks = f"You read aloud, your friends answer. Who plays? Up to {MOST_PLAYERS}."
        self.app.push_screen(NamesScreen("Host", asks, begin))

    def _today(self) -> None:
        self.quiz.play(self.quiz.game.today())

    def _stats(self) -> None:
        from btsquiz.tui.screens.stats import StatsScreen

        self.app.push_screen(StatsScreen())

    def _show_packs(self) -> None:
        told = []
        for pack in self.quiz.game.shelf.packs:
            told.append(f"{pack.title} ({pack.id}): {count(len(pack.placed), 'question')}")
            if pack.about:
                told.append(f"  {pack.about}")
            told += [f"  {problem}" for problem in pack.problems[:3]]
        text = "\n".join(told) or "No packs yet: put a YAML file into your questions folder."
        self.quiz.tell("Packs", text)
