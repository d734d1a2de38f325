"""The game as a front end sees it: what can be played, what was left off, what is due."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from btsquiz import __version__
from btsquiz.checks import check_pack
from btsquiz.clock import Clock, date_of, day_of
from btsquiz.errors import BtsquizError, CannotGoOn, IllegalCommand, NotEnoughQuestions, UsageError
from btsquiz.game.deal import compose, deal
from btsquiz.game.formats import CLASSIC, HOST, OPENING, REMATCH, SEALED, TODAY, Duel, Format
from btsquiz.game.powers import Power
from btsquiz.game.state import State
from btsquiz.home import Home
from btsquiz.packs.index import Index
from btsquiz.packs.pack import Pack
from btsquiz.packs.shelf import Shelf, read_shelf
from btsquiz.question import Question
from btsquiz.quizmaster.challenge import challenge_of, seal
from btsquiz.quizmaster.duelling import between
from btsquiz.quizmaster.edits import follow_edits
from btsquiz.quizmaster.household import profiles
from btsquiz.quizmaster.noting import Pen
from btsquiz.quizmaster.odds import forecasts, starts_of
from btsquiz.quizmaster.run import PLAYER, Run, start
from btsquiz.quizmaster.seats import buzzer_keys, named, own_letters
from btsquiz.quizmaster.sharing import deal_from, deal_shared
from btsquiz.quizmaster.study import Study
from btsquiz.saves.backups import back_up_daily
from btsquiz.saves.journal import Journal

if TYPE_CHECKING:
    from btsquiz.quizmaster.insight import Insight

MOST_PLAYERS: Final = 9
MOST_SEATS: Final = 4
"""Players of a duel."""


class Game:
    """One household's game, open; close it, or use it in a `with`."""

    def __init__(self, home: Home, clock: Clock, rng: random.Random, player: str) -> None:
        self.player = player
        self._clock = clock
        self._pen = Pen(clock, rng)
        self._home = home
        self._shipped = home.pack_folders()[0]
        self.shelf: Shelf = read_shelf(home.pack_folders(), check_pack, Index(home.shelf_index))
        self._journal = Journal(home.database)
        try:
            own = [pack for pack in self.shelf.playable if not self._is_shipped(pack)]
            follow_edits(self._journal, self._pen, own)
        except BaseException:
            self._journal.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the saves; everything in them is already safe, and the day's first backup is made."""
        with contextlib.suppress(BtsquizError):  # what cannot be backed up now will be tomorrow
            back_up_daily(self._journal, self._home.backups, self._clock.now())
        self._journal.close()

    def is_new(self) -> bool:
        """Tells whether nothing was ever played here."""
        return self._journal.is_new()

    def unfinished(self) -> Run | None:
        """Gives the match that was left off, where it stood, or None."""
        match = self._journal.unfinished(self.player)
        try:
            return Run(self._journal, self._pen, match) if match is not None else None
        except (CannotGoOn, IllegalCommand):
            return None

    def play(self, style: Format = CLASSIC, packs: Sequence[str] = (), seed: str | None = None) -> Run:
        """Deals and begins a match.

        Args:
            style: What is played.
            packs: The ids of the packs to draw from; all of them where empty.
            seed: What decides the draw: the same seed and packs give the same match. Without one, what was
                shown longest ago, or never, comes first.

        Raises:
            NotFound: There is no such pack, or it has errors.
            NotEnoughQuestions: The packs hold too few questions.
            SaveError: It could not be saved.
        """
        if style.name == TODAY.name and seed is None:
            return self.today()
        avoid = self._journal.shown() if seed is None else []
        drawn = deal(
            style,
            self.shelf.questions(packs),
            self._seed(seed),
            seats=(self.player,),
            avoid=avoid,
            history=self._journal.picked() if Power.AUDIENCE in style.powers and seed is None else {},
        )
        return start(self._journal, self._pen, drawn)

    def shared(self, style: Format, packs: Sequence[str] = ()) -> Run:
        """Begins a match that can be shared: its results give a code for somebody else to play the same.

        Raises:
            UsageError: Matches of this format cannot be shared.
            NotFound: There is no such pack, or it has errors.
            NotEnoughQuestions: The packs hold too few questions.
            SaveError: It could not be saved.
        """
        drawn = deal_shared(style, packs, self.shelf, self._pen.rng, self.player)
        return start(self._journal, self._pen, drawn)

    def take_up(self, text: str) -> Run:
        """Begins the match that a share code stands for.

        Raises:
            UsageError: It is no code, of another version, or of packs that are not on the shelf.
            NotEnoughQuestions: The packs hold too few questions.
            SaveError: It could not be saved.
        """
        drawn = deal_from(text, self.shelf, self.player)
        return start(self._journal, self._pen, drawn)

    def today(self) -> Run:
        """Begins today's seven: drawn from the day and this version's shipped packs, for everybody alike.

        Raises:
            NotEnoughQuestions: The shipped packs are missing.
            SaveError: It could not be saved.
        """
        packs = [pack.id for pack in self.shelf.playable if self._is_shipped(pack)]
        if not packs:
            raise NotEnoughQuestions("The packs that come with btsquiz are missing.")
        return self.play(TODAY, packs, seed=f"{date_of(day_of(self._clock.now())).isoformat()} {__version__}")

    def _is_shipped(self, pack: Pack) -> bool:
        return Path(pack.path).is_relative_to(self._shipped)

    def host(self, names: Sequence[str], packs: Sequence[str] = ()) -> Run:
        """Begins a match that somebody reads aloud; nothing of it goes into anybody's memory.

        Args:
            names: The players, one to nine, no two alike.
            packs: The ids of the packs to draw from; all of them where empty.

        Raises:
            UsageError: The names will not do.
            NotFound: There is no such pack, or it has errors.
            NotEnoughQuestions: The packs hold too few questions.
            SaveError: It could not be saved.
        """
        players = named(names, least=1, most=MOST_PLAYERS)
        seed = self._seed()
        pool, avoid = self.shelf.questions(packs), self._journal.shown()
        drawn = deal(HOST, pool, seed, seats=(PLAYER, *players), avoid=avoid)
        return start(self._journal, self._pen, drawn)

    def duel(
        self,
        names: Sequence[str],
        style: Format = SEALED,
        packs: Sequence[str] = (),
        seed: str | None = None,
        *,
        keys: str = "",
    ) -> Run:
        """Begins a duel; what each answers goes into their own memory.

        Args:
            names: The players, two to four, no two alike.
            style: How they meet.
            packs: The ids of the packs to draw from; all of them where empty.
            seed: What decides the draw; without one, what was shown longest ago, or never, comes first.
            keys: A letter for each player's buzzer; spread over the board where empty.

        Raises:
            UsageError: The names or the keys will not do.
            NotFound: There is no such pack, or it has errors.
            NotEnoughQuestions: The packs hold too few questions.
            SaveError: It could not be saved.
        """
        players = named(names, least=2, most=MOST_SEATS)
        has_buzzers = style.duel == Duel.BUZZER
        if keys and not has_buzzers:
            raise UsageError("Only buzzers have keys to choose; add --format buzzer.")
        own = buzzer_keys(len(players), keys) if has_buzzers else own_letters(players)
        drawn = deal(
            style,
            self.shelf.questions(packs),
            self._seed(seed),
            seats=players,
            avoid=self._journal.shown() if seed is None else [],
            forecasts=forecasts(self._journal, players, day_of(self._clock.now())) if style.matched else (),
        )
        starts = () if style.even else starts_of(self._journal, drawn)
        return start(self._journal, self._pen, replace(drawn, keys=own, head_starts=starts))

    def challenge(self, played: State, names: Sequence[str]) -> Run:
        """Begins a duel over what was just played: the first player's answers are sealed already.

        Args:
            played: The match, over.
            names: Who played it, and who is challenged.

        Raises:
            UsageError: The names will not do.
            SaveError: It could not be saved.
        """
        players = named(names, least=2, most=2)
        drawn = challenge_of(played, players, self._seed())
        run = start(self._journal, self._pen, drawn)
        seal(run, played)
        return run

    def _seed(self, seed: str | None = None) -> str:
        return seed if seed is not None else self._pen.seed()

    def between(self, names: Sequence[str]) -> str:
        """Says how these players' duels stand, such as `Bob leads 2–1.`; nothing where there were none."""
        return between(self._journal.duels(), names)

    def last_players(self) -> list[str]:
        """Gives who met in the duel that ended last; nobody where one of them is hidden."""
        duels = self._journal.duels()
        hidden = self._journal.hidden()
        return list(duels[-1]["seats"]) if duels and hidden.isdisjoint(duels[-1]["seats"]) else []

    def rematch(self, state: State) -> Run:
        """Begins a match of what was missed in another.

        Raises:
            NotEnoughQuestions: Nothing was missed.
            SaveError: It could not be saved.
        """
        missed = [
            state.deal.takes[one.take].question for one in state.results if one.missed and not one.retake
        ]
        if not missed:
            raise NotEnoughQuestions("Nothing was missed: there is nothing to play again.")
        seed = self._seed()
        return start(self._journal, self._pen, compose(REMATCH, missed, seed, seats=(self.player,)))

    def open_first(self) -> Run | None:
        """Begins the three takes a newcomer is met with, or gives None where the shelf is too empty."""
        try:
            return self.play(OPENING, seed="opening")
        except NotEnoughQuestions:
            return None

    def keepers(self) -> list[str]:
        """Gives the players who keep something, the game's own first; those who are hidden are left out."""
        kept = [one.name for one in profiles(self._journal) if one.points and not one.hidden]
        return sorted({self.player, *kept}, key=lambda name: (name != self.player, name))

    @property
    def study(self) -> Study:
        """What the player keeps, and how it comes back."""
        return self.study_of(self.player)

    def study_of(self, player: str) -> Study:
        """Gives what somebody keeps.

        Raises:
            UsageError: The name will not do.
        """
        (name,) = named([player], least=1, most=1)
        return Study(self._journal, self.shelf, self._pen, name)

    def insights(self, pack: str) -> list[Insight]:
        """Tells what the answers given here say of a pack's questions.

        Raises:
            NotFound: There is no such pack.
        """
        from btsquiz.quizmaster.insight import insights

        return insights(self._journal, self.shelf.find(pack))

    def place_of(self, question: Question) -> tuple[str, int]:
        """Gives the file a question stands in and its line there, from 1; the first where it is gone."""
        pack = self.shelf.find(question.pack)
        lines = [placed.line for placed in pack.placed if placed.question.id == question.id]
        return pack.path, lines[0] if lines else 1


def open_game(home: Home, clock: Clock, rng: random.Random, player: str = PLAYER) -> Game:
    """Opens the game at home.

    Args:
        home: Where packs and saves are.
        clock: What the time is.
        rng: Where seeds and record ids are drawn from; a `random.SystemRandom` for play.
        player: Who plays alone and reviews.

    Raises:
        UsageError: The player's name will not do.
        SaveError: The saves cannot be used; nothing in them was changed.
    """
    return Game(home, clock, rng, *named([player], least=1, most=1))
