"""Fronts for several: hosted matches, and duels."""

from __future__ import annotations

from btsquiz.errors import IllegalCommand
from btsquiz.game.commands import Agree, Appeal, Award, Buzz, Lift, Next, Pass, Undo
from btsquiz.game.formats import Duel
from btsquiz.game.state import Phase, State
from btsquiz.plain.front import MAX_UNREADABLE, Plain
from btsquiz.plain.words import asked
from btsquiz.quizmaster import Run
from btsquiz.quizmaster.duelling import before_scene, curtain, ending, headline, rulings
from btsquiz.quizmaster.reveal import reveal_of
from btsquiz.quizmaster.telling import place_of, standing

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Clears the screen and what can be scrolled back to."""


class PlainHost(Plain):
    """A match that one reads aloud, giving the points."""

    def _phase(self, run: Run) -> None:
        if run.state.phase is Phase.SLATE:
            super()._phase(run)
        else:
            self._host(run)

    def _host(self, run: Run) -> None:
        """Reads a take to the players, then the answer, and takes down who had it."""
        for line in asked(run.state):
            self._say(line)
        self._say("Read it aloud; press Enter for the answer.")
        while self._worded(run, self._read().strip().casefold()):
            if run.state.phase is Phase.OVER:
                return
        run.do(Next())
        reveal = reveal_of(run.state)
        self._say("The answer: " + "; ".join(reveal.truth))
        self._say(f"[{reveal.badge}] {reveal.explain}".rstrip())
        if reveal.source:
            self._say(f"Source: {reveal.source}")
        players = ", ".join(f"{seat} {name}" for seat, name in enumerate(run.state.deal.seats) if seat)
        self._say(f"Who had it? Type their numbers, or nothing: {players}.")
        for seat in self._seats(run):
            run.do(Award(seat=seat))
        if run.state.phase is Phase.OVER:
            return
        self._say(standing(run.state))
        run.do(Next())

    def _seats(self, run: Run) -> list[int]:
        """Reads the numbers of the players who had a take; what cannot be read is asked for again."""
        while True:
            line = self._read().strip()
            if self._worded(run, line.casefold()):
                if run.state.phase is Phase.OVER:
                    return []
                continue
            words = line.replace(",", " ").split()
            seats = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 3]
            if len(seats) == len(words) == len(set(seats)) and all(
                1 <= seat < len(run.state.deal.seats) for seat in seats
            ):
                return seats
            self._say(f"Type numbers from 1 to {len(run.state.deal.seats) - 1}, or nothing.")


class PlainDuel(Plain):
    """A duel on one keyboard: each types behind the curtain, or after their own letter."""

    def _phase(self, run: Run) -> None:
        state = run.state
        if state.paused_ms is not None:
            super()._phase(run)
        elif state.phase is Phase.SLATE:
            self._say("")
            for line in before_scene(state):
                self._say(line)
            run.do(Next())
        elif state.phase is Phase.CURTAIN:
            self._curtain(run)
        elif state.phase is Phase.BUZZ:
            self._buzz(run)
        elif state.phase is Phase.LOCKED:
            self._locked(run)
        elif state.phase is Phase.REVEALED:
            self._show(run)
        else:
            super()._phase(run)

    def _curtain(self, run: Run) -> None:
        """Hides what was before, and waits for the letter of the seat whose turn it is."""
        if self._out.isatty():
            self._out.write(_CLEAR)
        self._say("")
        self._say(f"{place_of(run.state)}. {standing(run.state)}.")
        self._say(curtain(run.state))
        key = run.state.deal.keys[run.state.turn]
        while True:
            word = self._read().strip().casefold()
            if word == key:
                self._do(run, Lift(typed=True))
                return
            if self._worded(run, word) and run.state.phase is not Phase.CURTAIN:
                return
            self._say(f"It waits for {key.upper()} and Enter.")

    def _locked(self, run: Run) -> None:
        self._say("Locked. Press Enter to go on, or type /undo to take it back.")
        while self._interactive:
            word = self._read().strip().casefold()
            if word == "/undo":
                try:
                    self._do(run, Undo())
                except IllegalCommand as error:
                    self._say(error.message)
                    continue
                return
            if not self._worded(run, word):
                break
            if run.state.phase is Phase.OVER:
                return
        run.do(Next())

    def _buzz(self, run: Run) -> None:
        """Shows the whole stem at once: nobody can press in the middle of a line."""
        keys = run.state.deal.keys
        out = run.state.buttons.tried
        may = [key.upper() for seat, key in enumerate(keys) if seat not in out]
        self._say("")
        self._say(f"{place_of(run.state)}.")
        self._say(run.state.take.question.ask)
        self._say(f"Who knows? Your key and Enter: {', '.join(may)}; nobody: Enter.")
        unreadable = 0
        while unreadable < MAX_UNREADABLE:
            word = self._read().strip().casefold()
            if self._worded(run, word):
                if run.state.phase is not Phase.BUZZ or run.state.paused_ms is not None:
                    return
                continue
            if not word:
                break
            if word in keys and keys.index(word) not in out:
                run.do(Buzz(seat=keys.index(word), typed=True))
                if run.state.phase is Phase.ASKING:
                    return
                self._say("Too soon: that key is dead for three seconds.")
            else:
                unreadable += 1
                self._say(f"Type one of {', '.join(may)}, or nothing.")
        run.do(Pass())

    def _show(self, run: Run) -> None:
        """Shows what all said to a take, and takes appeals."""
        state = run.state
        reveal = reveal_of(state)
        self._say("")
        if state.deal.format.duel == Duel.SEALED or state.is_sudden:
            self._say(state.take.question.ask)
        self._say("The answer: " + "; ".join(reveal.truth))
        self._rule(state)
        self._say(f"[{reveal.badge}] {reveal.explain}".rstrip())
        if reveal.source:
            self._say(f"Source: {reveal.source}")
        if self._interactive:
            self._say("Press Enter to go on, type your letter to appeal, or /flag.")
        while self._interactive:
            word = self._read().strip().casefold()
            if word in state.deal.keys:
                self._appeal(run, state.deal.keys.index(word))
            elif not self._worded(run, word):
                break
            if run.state.phase is Phase.OVER:
                return
        run.do(Next())

    def _rule(self, state: State) -> None:
        self._say(f"{headline(state)}.")
        for one in rulings(state):
            earned = f" {one.earned}." if one.earned else ""
            self._say(f"  {one.name}: {'right' if one.right else 'wrong'}, {one.said}.{earned}")
            if one.why:
                self._say(f"    {one.why}")
        self._say(f"{standing(state)}.")

    def _appeal(self, run: Run, seat: int) -> None:
        name = run.state.deal.seats[seat]
        if Appeal in run.legal(seat):
            run.do(Appeal(seat=seat))
            self._say(f"{name} appeals. If all the others type their letters, it counts; Enter drops it.")
        elif Agree in run.legal(seat):
            run.do(Agree(seat=seat))
            if run.state.appealed < 0:
                self._say("All agree: it counts, and the question is flagged.")
                self._rule(run.state)
        else:
            self._say(f"{name} has nothing to appeal.")

    def _ending(self, state: State) -> list[str]:
        between = self._game.between(state.deal.seats) if len(state.deal.seats) == 2 and state.played else ""
        return [*ending(state), *([between] if between else [])]
