"""A duel as content: the curtain, the sealed answer, the buttons, and what became of each seat."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Final

from textual.content import Content

from btsquiz.game.state import Phase, State
from btsquiz.quizmaster.duelling import awards, before_scene, course, curtain, headline, outcome, rulings
from btsquiz.quizmaster.reveal import reveal_of
from btsquiz.quizmaster.telling import MARKS
from btsquiz.tui.content import EMPTY, Row, Rows, joined, lines, literal
from btsquiz.tui.drawing import MOST_MARKS
from btsquiz.tui.slate import scene_title

SEAT_STYLES: Final = ("$primary", "$secondary", "$accent", "$success")
"""Each seat's colour; beside it always stands the seat's mark."""
_BARS: Final = "▁▂▃▄▅▆▇█"
_FOLDS: Final = "▐▌ "
_LEAST_FOLDS, _MOST_FOLDS, _SPARE_ROWS = 2, 12, 4
"""Rows of cloth, where there is room for them, and rows that long names may need."""


def slate(state: State, width_cells: int, rows: int) -> Content:
    """Gives what is said before a scene of a duel."""
    said = [literal(line) for line in before_scene(state)]
    title = "ONE LAST TAKE" if state.is_wagered else "A TIE" if state.is_sudden else scene_title(state)
    end = literal("Press ", ("Space", "bold $primary"), " to go on.")
    return lines([literal((title, "bold $primary")), EMPTY, *said, EMPTY, end])


def curtain_drawn(state: State, width_cells: int, rows: int) -> Content:
    """Draws the curtain, with whom it waits for; nothing of any question stands on it."""
    said = [literal((curtain(state), "bold")), EMPTY, players(state)]
    folds = min(rows - len(said) - _SPARE_ROWS, _MOST_FOLDS)
    cloth = (_FOLDS * (width_cells // len(_FOLDS) + 1))[:width_cells]
    row = literal((cloth, "$error 60%"))
    return lines([*(row for _ in range(folds)), EMPTY, *said] if folds >= _LEAST_FOLDS else said)


def players(state: State) -> Content:
    """Names the seats in their order, each with its mark, colour and points."""
    parts: list[Content] = []
    for seat, name in enumerate(state.deal.seats):
        gap = "   " if seat else ""
        parts.append(
            literal(gap, (f"{MARKS[seat]} {name}", f"bold {SEAT_STYLES[seat]}"), f" {state.points(seat):,}")
        )
    return joined(parts)


def locked(state: State) -> Content:
    """Says that an answer is sealed, and no more."""
    return lines(
        [
            literal(("LOCKED", "bold $primary")),
            EMPTY,
            literal(
                "Press ",
                ("Space", "bold $primary"),
                " to go on, ",
                ("⌫", "bold $primary"),
                " to take it back.",
            ),
        ]
    )


def strip(state: State) -> Content:
    """Gives every take dealt: those shown, the one that is on, those to come; nothing of who was right."""
    seen = {one.take for one in state.results}
    parts: list[Content] = []
    near = max(0, min(state.index, len(state.deal.takes)) - MOST_MARKS // 2)
    shown = range(len(state.deal.takes))
    if len(shown) > MOST_MARKS + 4:  # a few more do fit on the smallest screen
        shown = shown[near : near + MOST_MARKS]
    for index in shown:
        take = state.deal.takes[index]
        if index > shown.start and take.scene != state.deal.takes[index - 1].scene:
            parts.append(literal(("│ ", "$muted")))
        on = index == state.index and state.phase in {Phase.ASKING, Phase.BUZZ, Phase.REVEALED, Phase.LOCKED}
        parts.append(literal(("▣ ", "bold $primary") if on else ("■ " if index in seen else "□ ", "$muted")))
    return joined(parts)


def buttons(pressing: Sequence[tuple[str, str, str]]) -> Content:
    """Gives each player's key, and who cannot press now."""
    parts: list[Content] = []
    for seat, (name, key, dead) in enumerate(pressing):
        gap = "   " if seat else ""
        style = "$muted" if dead else f"bold {SEAT_STYLES[seat]}"
        parts.append(
            literal(gap, (f"{MARKS[seat]} {key} {name}", style), (f" {dead}" if dead else "", "$warning"))
        )
    return joined(parts)


def appeal(state: State) -> Content:
    """Says who appeals and whose word is missing; else how to appeal, where anything was wrong."""
    keys, names = state.deal.keys, state.deal.seats
    if state.appealed >= 0:
        missing = [
            f"{names[seat]} {keys[seat].upper()}"
            for seat in range(len(names))
            if seat != state.appealed and seat not in state.agreed
        ]
        return literal(
            (f"{names[state.appealed]} appeals. Do you agree? {', '.join(missing)}", "bold $warning")
        )
    wrong = [
        f"{names[one.seat]} {keys[one.seat].upper()}"
        for one in rulings(state)
        if not one.right and one.was_given
    ]
    return literal((f"A wrong ruling? Appeal: {', '.join(wrong)}", "$muted")) if wrong else EMPTY


def reveal(state: State) -> Rows:
    """Gives the reveal of a duel: the right answer, what became of each seat, the story, the source."""
    told = reveal_of(state)
    rows: list[Row] = [(literal(("✔ ", "bold $success")), literal((line, "bold"))) for line in told.truth]
    rows += [(EMPTY, EMPTY), (EMPTY, literal((f"{headline(state)}.", "bold")))]
    for one in rulings(state):
        sign = ("✔ ", "$success") if one.right else ("✘ ", "$error")
        head = literal(sign, (f"{MARKS[one.seat]} {one.name}  ", f"bold {SEAT_STYLES[one.seat]}"))
        earned = f"  {one.earned}" if one.earned else ""
        rows.append((head, literal(one.said, (earned, "bold"))))
        if one.why:
            rows.append((literal("  "), literal((one.why, "$muted"))))
    rows.append((EMPTY, EMPTY))
    rows.append((EMPTY, literal((f"[{told.badge}]", "bold $secondary"), f" {told.explain}")))
    if told.source:
        rows.append((EMPTY, literal((told.source, "$muted"))))
    appealing = appeal(state)
    return Rows([*rows, (EMPTY, EMPTY), (EMPTY, appealing)] if appealing.plain else rows)


def results(state: State, between: str) -> Rows:
    """Gives how a duel ended: who won, how it went, what deserves a word, and what each will see again.

    Args:
        state: The duel, over.
        between: How these players stand over all their duels; nothing where unknown.
    """
    ended = outcome(state) if state.played else "The duel was ended."
    rows: list[Row] = [(EMPTY, literal((ended, "bold $primary"))), (EMPTY, EMPTY)]
    rows += [_line(state, seat) for seat in range(len(state.deal.seats))]
    rows += [(EMPTY, EMPTY), *((EMPTY, literal(line)) for line in awards(state))]
    if between and len(state.deal.seats) == 2:
        rows.append((EMPTY, literal((between, "bold"))))
    for seat, name in enumerate(state.deal.seats):
        missed = [one.take for one in state.results if one.seat == seat and one.missed]
        if missed:
            command = f"btsquiz review --player {shlex.quote(name)}"
            said = f"{MARKS[seat]} {name} will see again, from tomorrow, with: {command}"
            rows += [(EMPTY, EMPTY), (EMPTY, literal((said, SEAT_STYLES[seat])))]
            rows += [(literal("· "), literal(state.deal.take(take).question.ask)) for take in missed]
    return Rows(rows)


def _line(state: State, seat: int) -> Row:
    """Gives a seat's name, its course over the match as bars, its points and right answers."""
    names = state.deal.seats
    room = max(literal(name).cell_length for name in names)
    gap = " " * (room - literal(names[seat]).cell_length)
    reached = [row[seat] for row in course(state)]
    most = max((points for row in course(state) for points in row), default=0) or 1
    bars = "".join(_BARS[round(max(points, 0) / most * (len(_BARS) - 1))] for points in reached)
    head = literal((f"{MARKS[seat]} {names[seat]}{gap}  ", f"bold {SEAT_STYLES[seat]}"))
    said = f"  {state.points(seat):,} points, {state.right(seat)} right"
    return head, literal((bars, SEAT_STYLES[seat]), (said, "bold"))
