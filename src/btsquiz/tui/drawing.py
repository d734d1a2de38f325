"""A match as content: what each part of the screen says, from the state alone."""

from __future__ import annotations

from textual.content import Content

from btsquiz.game.match import Phase, State, limit_ms
from btsquiz.question import Choice, Kind, Match, Multiple, Number, Order, TrueFalse, Typed
from btsquiz.quizmaster.reveal import Reveal, points_line, reveal_of
from btsquiz.quizmaster.telling import standing
from btsquiz.tui.content import EMPTY, lines, literal

CLOCK_CELLS = 8
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th")


def scene_title(state: State) -> str:
    """Names the scene that is on."""
    scenes = state.deal.format.scenes
    if state.is_retake:
        return "RETAKES"
    if len(scenes) == 1:
        return scenes[0]
    return f"SCENE {state.take.scene + 1} {scenes[state.take.scene]}"


def slate(state: State) -> tuple[Content, Content]:
    """Gives the slate's two ends: the scene and take, and the score."""
    take = ""
    if state.phase in {Phase.ASKING, Phase.REVEALED}:
        if state.is_retake:
            here, count = state.position - len(state.deal.takes), len(state.running) - len(state.deal.takes)
        else:
            here = state.take.number
            count = sum(take.scene == state.take.scene for take in state.deal.takes)
        take = f"   TAKE {here + 1}/{count}"
    run = f" · run {state.run()}" if state.deal.format.runs and state.run() > 1 else ""
    score = literal((standing(state) + run, "$foreground")) if state.results else EMPTY
    return literal((scene_title(state), "bold"), (take, "$muted")), score


def strip(state: State) -> Content:
    """Gives every take of the match: done ones by result, the one that is on, those to come."""
    done = [result.right for result in state.results]
    parts: list[Content] = []
    scene = None
    for position, index in enumerate(state.running):
        take_scene = -1 if position >= len(state.deal.takes) else state.deal.takes[index].scene
        if scene is not None and take_scene != scene:
            parts.append(literal(("│ ", "$muted")))
        scene = take_scene
        if position < len(done):
            parts.append(literal(("✔ ", "$success") if done[position] else ("✘ ", "$error")))
        elif position == state.position and state.phase is Phase.ASKING:
            parts.append(literal(("▣ ", "bold $primary")))
        else:
            parts.append(literal(("□ ", "$muted")))
    return Content("").join(parts)


def clock(state: State, left_ms: int | None) -> Content:
    """Gives the clock: seconds left and a bar; nothing where no clock runs."""
    whole = limit_ms(state)
    if left_ms is None or whole is None or state.phase is not Phase.ASKING:
        return EMPTY
    seconds = -(-left_ms // 1000)
    full = round(left_ms / whole * CLOCK_CELLS)
    style = "$primary" if seconds > 5 else "bold $error"
    return literal(
        (f"{seconds // 60}:{seconds % 60:02} ", style),
        ("━" * full, style),
        ("─" * (CLOCK_CELLS - full), "$muted"),
    )


def stem(state: State) -> Content:
    """Gives what stands in the middle: the question, or what a slate or a pause says."""
    if state.paused_ms is not None:
        return lines(
            [literal(("PAUSED", "bold $primary")), EMPTY, literal("The question waits behind the curtain.")]
        )
    if state.phase is Phase.SLATE:
        return _slate_card(state)
    return literal((state.deal.takes[_shown(state)].question.ask, "bold"))


def _shown(state: State) -> int:
    return state.result.take if state.phase is Phase.REVEALED else state.index


def _slate_card(state: State) -> Content:
    rows = [literal((scene_title(state), "bold $primary")), EMPTY]
    if state.results and not state.is_retake:
        last = state.take.scene - 1
        of_scene = [
            one for one in state.results if state.deal.takes[one.take].scene == last and not one.retake
        ]
        earned = sum(one.score.points for one in of_scene)
        right = sum(one.right for one in of_scene)
        rows.append(literal(f"Scene {last + 1}: {earned:,} points, {right} of {len(of_scene)} right."))
        rows.append(literal(f"So far: {standing(state)}."))
    elif state.is_retake:
        rows.append(literal("What you missed, once more, for practice."))
    elif state.deal.format.name == "opening":
        rows.append(literal("Three takes to find out what this is. No clock, no rules to learn."))
    else:
        rows.append(literal(f"{len(state.deal.takes)} takes."))
    return lines([*rows, EMPTY, literal("Press ", ("Space", "bold $primary"), " to roll.")])


def lefts(state: State) -> Content:
    """Gives the left-hand side of a match, with what has been given to each, and which is next."""
    answer = state.take.question.answer
    if not isinstance(answer, Match):
        return EMPTY
    given = state.take.options[0]
    rows = []
    for place, (left, _) in enumerate(answer.pairs):
        if place < len(state.draft):
            rows.append(literal("  ", left, (" — ", "$muted"), (given[state.draft[place]], "$secondary")))
        elif place == len(state.draft):
            rows.append(literal(("▸ ", "bold $primary"), (left, "bold"), (" — ?", "$muted")))
        else:
            rows.append(literal("  ", left))
    return lines(rows)


def note(state: State) -> Content:
    """Says how to answer a kind of question where its options do not say it."""
    match state.take.question.answer:
        case Multiple(rights, _):
            said = f"Pick the {len(rights)} that are right, then Enter."
        case Order():
            said = "Pick them in order, the first one first, then Enter."
        case Match():
            said = "Pick what goes with ▸, one after another, then Enter."
        case _:
            return EMPTY
    return literal((said, "$muted"))


def options(state: State) -> tuple[list[Content], list[str]]:
    """Gives the options with what stands out about each, while asking and at the reveal."""
    if state.phase is Phase.REVEALED:
        return _revealed_options(state)
    contents: list[Content] = []
    marks: list[str] = []
    kind = state.take.question.kind
    for place, option in enumerate(state.take.options[0]):
        picked = place in state.draft
        sign = ""
        if picked:
            sign = f"  {_ORDINALS[state.draft.index(place)]}" if kind is Kind.ORDER else "  ✔ picked"
        contents.append(literal(option, (sign, "bold $secondary")))
        marks.append("-picked" if picked else "")
    return contents, marks


def _revealed_options(state: State) -> tuple[list[Content], list[str]]:
    result = state.result
    take = state.deal.takes[result.take]
    match take.question.answer:
        case Choice(right, _):
            rights: tuple[str, ...] = (right,)
        case Multiple(right_ones, _):
            rights = right_ones
        case TrueFalse(truth):
            rights = (str(truth),)
        case _:
            return [], []
    contents: list[Content] = []
    marks: list[str] = []
    for option in take.options[0]:
        picked = option in result.response
        if option in rights:
            contents.append(
                literal(option, ("  ✔ Right", "bold $success"), ("  your pick" if picked else "", "$muted"))
            )
            marks.append("-right")
        elif picked:
            contents.append(literal(option, ("  ✘ Wrong", "bold $error")))
            marks.append("-wrong")
        else:
            contents.append(literal((option, "$muted")))
            marks.append("-aside")
    return contents, marks


def reveal(state: State) -> Content:
    """Gives the reveal: verdict and points, why the wrong one was wrong, the story, the badge, the source."""
    told = reveal_of(state)
    earned = state.result.score.points
    sign, style = ("✔ ", "bold $success") if told.right else ("✘ ", "bold $error")
    head = [literal((sign + told.headline, style))]
    if earned:
        head.append(literal((f"  {earned:,} points", "bold"), (f"  {points_line(state.result)}", "$muted")))
    elif told.points:
        head.append(literal((f"  {told.points}", "$muted")))
    rows = [Content("").join(head)]
    rows += _truth(state, told)
    if told.why:
        rows.append(literal((told.why, "$muted")))
    rows.append(EMPTY)
    rows.append(literal((f"[{told.badge}]", "bold $secondary"), f" {told.explain}"))
    if told.source:
        rows.append(literal((told.source, "$muted")))
    return lines(rows)


def _truth(state: State, told: Reveal) -> list[Content]:
    """Gives what was said and what is right, where no options on the screen show it."""
    question = state.deal.takes[state.result.take].question
    match question.answer:
        case Order(items):
            rights = items
        case Match(pairs):
            rights = tuple(right for _, right in pairs)
        case Number() | Typed():
            said = [literal(("You said ", "$muted"), told.given)] if told.given and not told.right else []
            return [*said, *(literal((line, "bold")) for line in told.truth)]
        case _:
            return []
    rows = []
    for place, line in enumerate(told.truth):
        given = state.result.response[place] if place < len(state.result.response) else None
        sign = (
            ("  ", "")
            if given is None
            else ("✔ ", "$success")
            if given == rights[place]
            else ("✘ ", "$error")
        )
        rows.append(literal(sign, (line, "bold")))
    return rows
