"""A match as content: what each part of the screen says, from the state alone."""

from __future__ import annotations

from textual.content import Content

from btsquiz.game.commands import Result
from btsquiz.game.state import Phase, State
from btsquiz.game.timing import limit_ms
from btsquiz.question import Choice, Kind, Match, Multiple, Number, Order, TrueFalse, Typed, number_text
from btsquiz.quizmaster.reveal import Reveal, reveal_of
from btsquiz.quizmaster.telling import MORE_PRECISE, power_lines, share_of, standing
from btsquiz.tui.content import EMPTY, Row, Rows, Shown, joined, lines, literal
from btsquiz.tui.slate import scene_title, slate_card, takes_of

CLOCK_CELLS = 8
BIDS = (0, 25, 50, 75, 100)
"""Per cent that can be staked on a last take, in the order they are offered."""
_BID_WORDS = ("Nothing", "A quarter", "Half", "Three quarters", "All of it")
MOST_MARKS = 20
"""Takes up to which the strip shows every one; of a longer match it shows what is near."""
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th")


def slate(state: State) -> tuple[Content, Content]:
    """Gives the slate's two ends: the scene and take, and the score."""
    take = ""
    if state.phase in {Phase.ASKING, Phase.REVEALED}:
        number, takes = takes_of(state)
        rungs = state.deal.format.rungs
        whose = f"{state.deal.seats[state.seat]}, " if state.deal.format.duel and _is_ones_own(state) else ""
        take = f"   {whose}TAKE {number}/{takes}"
        if rungs:
            take = f"   RUNG {number}/{takes}, for {rungs[number - 1]:,}"
    style = state.deal.format
    run = f" · run {state.run()}" if style.runs and not style.duel and state.run() > 1 else ""
    shown = state.results or style.hosted or style.duel
    score = literal((standing(state) + run, "$foreground")) if shown else EMPTY
    return literal((scene_title(state), "bold"), (take, "$muted")), score


def _is_ones_own(state: State) -> bool:
    """Tells whether a take of a duel is one seat's just now."""
    return state.phase is Phase.ASKING and state.seat >= 0


def strip(state: State) -> Content:
    """Gives every take of the match: done ones by result, the one that is on, those to come."""
    done = state.results
    parts: list[Content] = []
    scene = None
    near = range(len(state.running))
    if len(near) > MOST_MARKS:
        start = max(0, state.position - MOST_MARKS // 2)
        near = near[start : start + MOST_MARKS]
    for position in near:
        index = state.running[position]
        take_scene = -1 if position >= len(state.deal.takes) else state.deal.takes[index].scene
        if scene is not None and take_scene != scene:
            parts.append(literal(("│ ", "$muted")))
        scene = take_scene
        if state.deal.format.hosted and position < state.position:
            parts.append(literal(("■ ", "$muted")))
        elif position < len(done):
            parts.append(literal(_mark(done[position])))
        elif position == state.position and state.phase is Phase.ASKING:
            parts.append(literal(("▣ ", "bold $primary")))
        else:
            parts.append(literal(("□ ", "$muted")))
    return joined(parts)


def _mark(result: Result) -> tuple[str, str]:
    if result.right:
        return "✔ ", "$success"
    return ("✘ ", "$error") if result.missed else ("– ", "$muted")


def clock(state: State, left_ms: int | None) -> Content:
    """Gives the clock: seconds left and a bar; nothing where no clock runs."""
    whole = limit_ms(state)
    if left_ms is None or whole is None or state.phase not in {Phase.ASKING, Phase.BUZZ}:
        return EMPTY
    seconds = -(-left_ms // 1000)
    full = round(left_ms / whole * CLOCK_CELLS)
    style = "$primary" if seconds > 5 else "bold $error"
    return literal(
        (f"{seconds // 60}:{seconds % 60:02} ", style),
        ("━" * full, style),
        ("─" * (CLOCK_CELLS - full), "$muted"),
    )


def stem(state: State, width_cells: int, rows: int) -> Content:
    """Gives what stands in the middle: the question, or what a slate or a pause says, in so much room."""
    if state.paused_ms is not None:
        return lines(
            [literal(("PAUSED", "bold $primary")), EMPTY, literal("The question waits behind the curtain.")]
        )
    if state.phase is Phase.SLATE:
        return slate_card(state, width_cells, rows)
    if state.phase is Phase.WAGER:
        return lines(
            [
                literal(("ONE LAST TAKE", "bold $primary")),
                EMPTY,
                literal(f"You have {state.points(state.turn):,} points. What do you stake on it, unseen?"),
            ]
        )
    return literal((state.deal.take(_shown(state)).question.ask, "bold"))


def _shown(state: State) -> int:
    style = state.deal.format
    judged = state.phase is Phase.REVEALED and not style.hosted and not style.duel
    return state.result.take if judged else state.index


def lefts(state: State) -> Shown:
    """Gives the left-hand side of a match, with what has been given to each, and which is next."""
    answer = state.take.question.answer
    if not isinstance(answer, Match):
        return EMPTY
    given = state.options()
    rows = []
    for place, (left, _) in enumerate(answer.pairs):
        if place < len(state.draft):
            said = literal(left, (" — ", "$muted"), (given[state.draft[place]], "$secondary"))
            rows.append((literal("  "), said))
        elif place == len(state.draft):
            said = literal((left, "bold"), (" — ?", "$muted"))
            rows.append((literal(("▸ ", "bold $primary")), said))
        else:
            rows.append((literal("  "), literal(left)))
    return Rows(rows)


def note(state: State) -> Content:
    """Says what a power shows, and how to answer a kind of question where its options do not say it."""
    told = [literal((line, "$accent")) for line in power_lines(state)]
    how = _how(state)
    return lines([*told, *([how] if how.plain else [])]) if told else how


def _how(state: State) -> Content:
    match state.take.question.answer:
        case Multiple(rights, _):
            said = f"Pick the {len(rights)} that are right, then Enter."
        case Number(_, within) if within and number_text(within) not in state.take.question.ask.split():
            said = f"Up to {number_text(within)} off counts as right."
        case Order():
            said = "Pick them in order, the first one first, then Enter."
        case Match():
            said = "Pick what goes with ▸, one after another, then Enter."
        case Typed() if state.nudged and not state.options_shown:
            return literal((MORE_PRECISE, "$warning"))
        case Typed(_, wrong) if wrong and not state.options_shown:
            said = "At a loss? ^O shows options to pick from, for half the points."
        case _:
            return EMPTY
    return literal((said, "$muted"))


def award(state: State) -> Content:
    """Asks who had a hosted take, with the players' digits and who has been given its point."""
    if not (state.deal.format.hosted and state.phase is Phase.REVEALED):
        return EMPTY
    parts = [literal(("Who had it?", "bold"))]
    for seat, name in enumerate(state.deal.seats):
        if seat:
            had = (state.index, seat) in state.awards
            parts.append(literal(f"  {seat} {name}", (" ✔", "bold $success") if had else ""))
    return joined(parts)


def options(state: State) -> tuple[list[Content], list[str]]:
    """Gives the options with what stands out about each, while asking and at the reveal."""
    if state.phase is Phase.REVEALED:
        return _revealed_options(state)
    if state.phase is Phase.WAGER:
        offered = zip(_BID_WORDS, BIDS, strict=True)
        stakes = [(word, state.points(state.turn) * percent // 100) for word, percent in offered]
        return [literal(word, (f"  {stake:,}", "$muted")) for word, stake in stakes], ["" for _ in BIDS]
    contents: list[Content] = []
    marks: list[str] = []
    kind = state.take.question.kind
    for place, option in enumerate(state.options()):
        picked = place in state.draft
        sign = ""
        if picked:
            sign = f"  {_ORDINALS[state.draft.index(place)]}" if kind is Kind.ORDER else "  ✔"
            sign += " picked" if kind is Kind.MULTIPLE else ""
        share = share_of(state, option)
        asked = f"  {share} %" if share is not None else ""
        contents.append(literal(option, (asked, "$accent"), (sign, "bold $secondary")))
        marks.append("-picked" if picked else "")
    return contents, marks


def _revealed_options(state: State) -> tuple[list[Content], list[str]]:
    take = state.deal.take(_shown(state))
    several = bool(state.deal.format.hosted or state.deal.format.duel)
    response = () if several else state.result.response
    match take.question.answer:
        case Choice(right, _):
            rights: tuple[str, ...] = (right,)
        case Multiple(right_ones, _):
            rights = right_ones
        case TrueFalse(truth):
            rights = (str(truth),)
        case Typed(accept, wrong) if wrong and (several or state.result.options_shown):
            rights = accept[:1]
        case _:
            return [], []
    contents: list[Content] = []
    marks: list[str] = []
    for option in take.options[0]:
        picked = option in response
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


def reveal(state: State) -> Rows:
    """Gives the reveal: verdict and points, why the wrong one was wrong, the story, the badge, the source."""
    told = reveal_of(state)
    sign, colour = ("✔ ", "$success") if state.deal.format.hosted else _mark(state.result)
    style = f"bold {colour}"
    head = [literal((sign + told.headline, style))]
    if told.earned:
        head.append(literal((f"  {told.earned:,} points", "bold"), (f"  {told.points}", "$muted")))
    elif told.points:
        head.append(literal((f"  {told.points}", "$muted")))
    rows: list[Row] = [(EMPTY, joined(head)), *_truth(state, told)]
    if told.why:
        rows.append((EMPTY, literal((told.why, "$muted"))))
    rows.append((EMPTY, EMPTY))
    rows.append((EMPTY, literal((f"[{told.badge}]", "bold $secondary"), f" {told.explain}")))
    if told.source:
        rows.append((EMPTY, literal((told.source, "$muted"))))
    return Rows(rows)


def _truth(state: State, told: Reveal) -> list[Row]:
    """Gives what was said and what is right, where no options on the screen show it."""
    question = state.deal.takes[_shown(state)].question
    match question.answer:
        case Order(items):
            rights = items
        case Match(pairs):
            rights = tuple(right for _, right in pairs)
        case Typed() if not state.deal.format.hosted and state.result.options_shown:
            return []
        case Number() | Typed():
            said = [literal(("You said ", "$muted"), told.given)] if told.given and not told.right else []
            return [(EMPTY, row) for row in (*said, *(literal((line, "bold")) for line in told.truth))]
        case _:
            return []
    rows: list[Row] = []
    response = () if state.deal.format.hosted else state.result.response
    for place, line in enumerate(told.truth):
        given = response[place] if place < len(response) else rights[place]
        if told.given and given == rights[place]:
            rows.append((literal(("✔ ", "$success")), literal((line, "bold"))))
        elif told.given:
            said_here = literal((line, "bold"), (f"  you said {given}", "$muted"))
            rows.append((literal(("✘ ", "$error")), said_here))
        else:
            rows.append((literal("  "), literal((line, "bold"))))
    return rows
