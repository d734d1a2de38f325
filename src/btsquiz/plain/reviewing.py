"""Dailies line by line: answers that can be rated and taken back, alone or by two who take turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from btsquiz.errors import ExitCode
from btsquiz.game.commands import Rate, Undo
from btsquiz.game.state import Phase, State
from btsquiz.plain.front import EndOfInput, Plain
from btsquiz.plain.words import RATINGS, REVIEW_HELP
from btsquiz.quizmaster import Run
from btsquiz.quizmaster.remembering import fell_for, finish, rating_words
from btsquiz.quizmaster.telling import nothing_due

_GONE: Final = "Taken back; here it is again."


class PlainReview(Plain):
    """Goes through one player's dailies."""

    def _worded(self, run: Run, word: str) -> bool:
        if word in RATINGS:
            if Rate not in run.legal():
                self._say("There is no answer to rate now.")
                return True
            run.do(Rate(rating=RATINGS[word]))
            self._say(f"Rated {word[1:]}.")
            return True
        if word == "/edit" and run.state.phase is Phase.REVEALED:
            self._edit(run)
            return True
        if word == "/undo" and Undo in run.legal() and not run.state.draft:
            run.do(Undo())
            self._say(_GONE)
            return True
        known = super()._worded(run, word)
        if word == "/help":
            self._say(REVIEW_HELP)
        elif word == "/aside" and known:
            aside = run.state.index in run.state.suspended
            self._say("Set aside until you wake it." if aside else "No longer set aside.")
        elif word == "/later" and known:
            self._say("Put off to tomorrow.")
        return known

    def _edit(self, run: Run) -> None:
        from btsquiz.quizmaster.editing import open_editor

        path, line = self._game.place_of(run.state.take.question)
        self._say(open_editor(path, line))

    def _tell(self, run: Run) -> None:
        said = fell_for(run)
        if said:
            self._say(said)
        super()._tell(run)
        words = rating_words(run.futures())
        if words:
            stands = run.rating()
            told = " · ".join(f"/{text.casefold()}" for _, text in words)
            self._say(f"Counted as {stands.name.casefold()}. {told}")

    def _ending(self, state: State) -> list[str]:
        study = self._game.study_of(state.deal.seats[0])
        return [*super()._ending(state), *finish(study.due(), study.progress())]

    def _afterwards(self, run: Run) -> ExitCode:
        """Lets the last answer be taken back, too."""
        if not self._interactive:
            return ExitCode.OK
        self._say("Press Enter to leave, or type /undo to take your last answer back.")
        try:
            word = self._read().strip().casefold()
        except EndOfInput:
            return ExitCode.OK
        if word == "/undo" and Undo in run.legal():
            run.do(Undo())
            self._say(_GONE)
            return self.go_through(run)
        return ExitCode.OK


class PlainTurns(PlainReview):
    """Goes through the dailies of two players, a take of one and then one of the other."""

    def take(self, names: Sequence[str]) -> ExitCode:
        """Plays what is due for each."""
        runs = []
        for name in names:
            study = self._game.study_of(name)
            due = study.due()
            if due.points:
                runs.append(study.review(due.points))
            else:
                self._say(f"{name}: {nothing_due(due.next_in_days)}")
        try:
            while not all(map(_is_over, runs)):
                for run in runs:
                    self._turn(run)
        except EndOfInput:
            self._say("Saved. Go on with: btsquiz review --plain " + " ".join(names))
            return ExitCode.OK
        for run in runs:
            self._say(f"\n{run.player}")
            for line in self._ending(run.state):
                self._say(line)
        return ExitCode.OK

    def _turn(self, run: Run) -> None:
        """Plays one player on to after their next reveal."""
        if _is_over(run):
            return
        self._say(f"\n{run.player}, your take.")
        answered, revealed = len(run.state.results), False
        while not (_is_over(run) or (revealed and len(run.state.results) > answered)):
            revealed = run.state.phase is Phase.REVEALED
            self._phase(run)


def _is_over(run: Run) -> bool:
    return run.state.phase is Phase.OVER
