"""The slate: what stands between scenes, drawn as a clapperboard where there is room."""

from __future__ import annotations

from textual.content import Content

from btsquiz.game.state import State
from btsquiz.quizmaster.telling import count, standing
from btsquiz.tui.content import EMPTY, Part, lines, literal

BOARD_CELLS = 40
INNER = BOARD_CELLS - 2
BOARD_ROWS = 13
"""The room the board needs, with what is said below it."""


def scene_title(state: State) -> str:
    """Names the scene that is on."""
    scenes = state.deal.format.scenes
    if state.is_retake:
        return "RETAKES"
    if len(scenes) == 1:
        return scenes[0]
    return f"SCENE {state.take.scene + 1} {scenes[state.take.scene]}"


def takes_of(state: State) -> tuple[int, int]:
    """Gives the number of the take that is on in its scene, from 1, and how many the scene has."""
    if state.is_retake:
        dealt = len(state.deal.takes)
        return state.position - dealt + 1, len(state.running) - dealt
    return state.take.number + 1, sum(take.scene == state.take.scene for take in state.deal.takes)


def slate_card(state: State, width_cells: int, rows: int) -> Content:
    """Gives what is shown before a scene: which one, the score so far, and how to begin."""
    said = _said(state)
    if width_cells >= BOARD_CELLS and rows >= BOARD_ROWS:
        said = [*_board(state), EMPTY, *said]
    else:
        said = [literal((scene_title(state), "bold $primary")), EMPTY, *said, EMPTY]
    return lines([*said, literal("Press ", ("Space", "bold $primary"), " to roll.")])


def _said(state: State) -> list[Content]:
    if state.is_retake:
        return [literal("What you missed, once more, for practice.")]
    if state.deal.format.hosted and state.position:
        return [literal(f"So far: {standing(state)}.")]
    if state.results:
        last = state.take.scene - 1
        of_scene = [
            one for one in state.results if state.deal.takes[one.take].scene == last and not one.retake
        ]
        earned = sum(one.score.points for one in of_scene)
        right = sum(one.right for one in of_scene)
        return [
            literal(f"Scene {last + 1}: {earned:,} points, {right} of {len(of_scene)} right."),
            literal(f"So far: {standing(state)}."),
        ]
    if state.deal.format.name == "opening":
        return [literal("Three takes to find out what this is."), literal("No clock, no rules to learn.")]
    style = state.deal.format
    about = [literal(f"{style.about[0].upper()}{style.about[1:]}.")] if style.about else []
    return [literal(f"{count(len(state.deal.takes), 'take')}."), *about]


def _board(state: State) -> list[Content]:
    """Draws the board of a scene: the game, the scene and its take, the scene's name."""
    left = INNER // 2
    right = INNER - left - 1
    scenes = state.deal.format.scenes
    scene = "SCENE retakes" if state.is_retake else f"SCENE {state.take.scene + 1}/{len(scenes)}"
    name = "What you missed" if state.is_retake else scenes[state.take.scene]
    take, takes = takes_of(state)
    return clapperboard(
        [
            _ruled((f" btsquiz · {state.deal.format.title}".ljust(INNER), "$muted")),
            literal(("├" + "─" * left + "┬" + "─" * right + "┤", "$muted")),
            _ruled(
                (f" {scene}".ljust(left), "bold"),
                ("│", "$muted"),
                (f" TAKE {take}/{takes}".ljust(right), "bold"),
            ),
            literal(("├" + "─" * left + "┴" + "─" * right + "┤", "$muted")),
            _ruled((f" {name}".ljust(INNER), "bold $primary")),
        ]
    )


def title_board() -> Content:
    """Draws the board that home is headed with, where there is room."""
    return lines(
        clapperboard(
            [
                _ruled((" btsquiz".ljust(INNER), "bold $primary")),
                _ruled((" what happened behind the camera".ljust(INNER), "$muted")),
            ]
        )
    )


def clapperboard(rows: list[Content]) -> list[Content]:
    """Draws a board with its stick raised round some rows."""
    step = INNER // 3
    stick = (
        " " * (2 * step + 2) + "▞" * (INNER - 2 * step),
        " " * (step + 2) + "▞" * (step + 1),
        " " + "▞" * (step + 2),
        "▐" + "▚" * INNER + "▌",
    )
    return [
        *(literal((row, "$primary")) for row in stick),
        *rows,
        literal(("╰" + "─" * INNER + "╯", "$muted")),
    ]


def _ruled(*parts: Part) -> Content:
    return literal(("│", "$muted"), *parts, ("│", "$muted"))
