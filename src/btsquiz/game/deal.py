"""The deal: everything a match will need, drawn before it starts from a seed alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from btsquiz.errors import NotEnoughQuestions
from btsquiz.game.chance import draw
from btsquiz.game.choosing import choose, clashes, in_turns
from btsquiz.game.formats import Duel, Format
from btsquiz.question import Choice, Match, Order, Question, TrueFalse, Typed, options_of

RULES_VERSION: Final = 2
"""Changes when the same deal and commands would give another match."""
RESERVES: Final = 3
"""Questions drawn beyond a match for one, for a take that has to be swapped."""
DUEL_RESERVES: Final = 6
"""Questions drawn beyond a duel, to break a tie."""

History = Mapping[str, Mapping[str, int]]
"""By the key of a question, how often each of its options was picked."""

Forecast = Callable[[Question], float]
"""How likely somebody knows a question, 0 to 1."""

_AS_LIKELY: Final = 0.65
"""How likely each is to know what they are drawn, where that is to match."""
_CHOICE: Final = 4
"""From so many times the questions of a match those that match are picked."""
_SURE: Final = {1: 60, 2: 45, 3: 30}
"""By difficulty, how many in a hundred would be right at least, where nobody was asked."""
_UNSURE: Final = 20
"""By how many more this may be."""


@dataclass(frozen=True, slots=True)
class Take:
    """One question of a match, as it will be shown.

    Attributes:
        question: The question as it was when dealt.
        scene: Its scene, from 0.
        number: Its place in the scene, from 0.
        options: For each seat, the options in the order that seat sees them.
        halved: The two options that fifty-fifty leaves, where there are some to take away.
        audience: How many in a hundred would pick each option, in the order of the first seat's.
        polled: Answers given here before that this stands on; 0 where it follows from the difficulty alone.
    """

    question: Question
    scene: int
    number: int
    options: tuple[tuple[str, ...], ...]
    halved: tuple[str, ...] = ()
    audience: tuple[int, ...] = ()
    polled: int = 0


@dataclass(frozen=True, slots=True)
class Deal:
    """A whole match before its first command.

    Attributes:
        format: What is played.
        seed: What it was drawn from.
        seats: The players, in the order of their seats.
        takes: The questions in order.
        reserves: Takes to fall back on; scene and number are those of the take they stand in for.
        rules: The version of the rules it is played by.
        head_starts: What each seat of a duel begins with.
        keys: Each seat's own key in a duel.
        code: The share code it was dealt from, with how its sender did; empty where it is not shared.
    """

    format: Format
    seed: str
    seats: tuple[str, ...]
    takes: tuple[Take, ...]
    reserves: tuple[Take, ...] = ()
    rules: int = RULES_VERSION
    head_starts: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    code: str = ""

    def take(self, index: int) -> Take:
        """Gives a take by its index; behind the takes stand the reserves."""
        return self.takes[index] if index < len(self.takes) else self.reserves[index - len(self.takes)]


def deal(
    format: Format,  # noqa: A002 - the game's own word
    pool: Sequence[Question],
    seed: str,
    *,
    seats: tuple[str, ...] = ("you",),
    avoid: Sequence[str] = (),
    history: History = MappingProxyType({}),
    forecasts: Sequence[Forecast] = (),
) -> Deal:
    """Draws a match.

    No point is drawn twice, and where the pool allows: no question whose answer another one's reveal says, no
    film twice, no stem twice, as many easy as medium as hard, choice for no more than two thirds of the match
    and no other kind for more than a fifth. Among what these rules leave, what was never shown comes
    first, packs take turns, and in a pack its families. Difficulty never falls; in a duel, within a scene.

    Args:
        format: What is to be played.
        pool: The questions to draw from.
        seed: What decides every draw.
        seats: The players.
        avoid: Keys of questions shown before, longest ago first.
        history: By the key of a question, how often each option was picked, for the audience.
        forecasts: For each seat, how likely it knows a question; only for turns that are to match.

    Raises:
        NotEnoughQuestions: The pool has fewer points than the format needs.
    """
    length = format.length
    if format.duel == Duel.TURNS:
        length += (len(seats) - 1) * (format.length - format.wager)
    spare = DUEL_RESERVES if format.duel else RESERVES
    matched = format.duel == Duel.TURNS
    if format.kinds:
        pool = [question for question in pool if question.kind in format.kinds]
    tagged = [question for question in pool if format.tag and format.tag in question.tags]
    enough = len({question.point for question in tagged}) >= length
    shown = {key: rank for rank, key in enumerate(avoid, 1)}
    queue = sorted(
        tagged if enough else pool,
        key=lambda question: (shown.get(question.key, 0), draw(seed, "pick", question.key), question.key),
    )
    queue = in_turns(queue, shown)
    if forecasts:
        spare += (_CHOICE - 1) * length
    chosen = choose(queue, length, spare, matched=matched)
    if any(clashes(chosen[:length])):
        # Another try, beginning with what shares its films with fewest: a tight pool may hold a whole match.
        held = Counter(film for question in queue for film in question.films)
        queue.sort(key=lambda question: sum(held[film] for film in question.films))
        chosen = min(
            chosen, choose(queue, length, spare, matched=matched), key=lambda drawn: clashes(drawn[:length])
        )
    if len(chosen) < (format.least or length):
        message = (
            f"{format.title} needs {format.least or length} questions on different things; "
            f"there are {len(chosen)}."
        )
        raise NotEnoughQuestions(message, hint="Add a pack to your questions folder, or choose more packs.")
    if forecasts:
        chosen = _matched(chosen, length, forecasts)
    playing, reserves = chosen[:length], chosen[length : length + DUEL_RESERVES]
    if forecasts:
        return compose(format, playing, seed, seats=seats, reserves=reserves)
    playing.sort(key=lambda question: (question.difficulty, draw(seed, "order", question.key)))
    if format.duel:
        together = len(seats) if format.duel == Duel.TURNS else 1
        playing = _in_each_scene(playing, len(format.scenes), together)
    return compose(format, playing, seed, seats=seats, reserves=reserves, history=history)


def _matched(chosen: Sequence[Question], length: int, forecasts: Sequence[Forecast]) -> list[Question]:
    """Puts in front, turn by turn, what the seat whose turn it is knows as likely as others know theirs."""
    left = list(chosen)
    seats = range(len(forecasts))
    there_and_back = [*seats, *reversed(seats)]
    dealt = []
    for turn in range(length):
        forecast = forecasts[there_and_back[turn % len(there_and_back)]]
        dealt.append(min(left, key=lambda question: abs(forecast(question) - _AS_LIKELY)))
        left.remove(dealt[-1])
    return [*dealt, *left]


def _in_each_scene(playing: Sequence[Question], scenes: int, together: int) -> list[Question]:
    """Spreads the difficulties over all scenes of a duel, so that the last one does not decide it alone.

    Args:
        playing: The questions, the easiest first.
        scenes: How many scenes there are.
        together: So many questions stay neighbours: those that are as hard for each seat.
    """
    last = len(playing) - len(playing) % (scenes * together)
    rounds = [playing[start : start + together] for start in range(0, last, together)]
    spread = [question for scene in range(scenes) for one in rounds[scene::scenes] for question in one]
    return [*spread, *playing[last:]]


def compose(
    format: Format,  # noqa: A002 - the game's own word
    questions: Sequence[Question],
    seed: str,
    *,
    seats: tuple[str, ...] = ("you",),
    reserves: Sequence[Question] = (),
    history: History = MappingProxyType({}),
) -> Deal:
    """Makes a deal of these questions in this order; only what is shown of their options is drawn.

    The last scene takes whatever the format has no room for.
    """
    in_scene = format.takes * (len(seats) if format.duel == Duel.TURNS else 1)

    def take(question: Question, index: int) -> Take:
        scene = min(index // in_scene, len(format.scenes) - 1)
        options = tuple(_shown_options(question, f"{seed}\0{index}\0{seat}") for seat in range(len(seats)))
        plain = Take(question, scene, index - scene * in_scene, options)
        if not isinstance(question.answer, Choice | Typed) or not options[0]:
            return plain
        audience, polled = _audience(question, options[0], f"{seed}\0{index}", history)
        return replace(plain, halved=_halved(question, f"{seed}\0{index}"), audience=audience, polled=polled)

    takes = tuple(take(question, index) for index, question in enumerate(questions))
    spare = tuple(take(question, index) for index, question in enumerate(reserves, len(takes)))
    return Deal(format, seed, seats, takes, spare)


def _halved(question: Question, seed: str) -> tuple[str, ...]:
    """Gives the right option and a wrong one."""
    right, *wrong = options_of(question.answer)
    return right, min(wrong, key=lambda option: (draw(seed, "fifty-fifty", option), option))


def _audience(
    question: Question, options: Sequence[str], seed: str, history: History
) -> tuple[tuple[int, ...], int]:
    """Gives how many in a hundred pick each option: as they did here, or else as the difficulty suggests."""
    counts = [history.get(question.key, {}).get(option, 0) for option in options]
    polled = sum(counts)
    if not polled:
        right, *_ = options_of(question.answer)
        sure = _SURE[question.difficulty] + draw(seed, "audience") % _UNSURE
        weights = [draw(seed, "audience", option) % 100 + 1 for option in options]
        rest = sum(weight for weight, option in zip(weights, options, strict=True) if option != right)
        counts = [
            sure * rest if option == right else (100 - sure) * weight
            for weight, option in zip(weights, options, strict=True)
        ]
    shares = [100 * count // sum(counts) for count in counts]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares), polled


def _shown_options(question: Question, seed: str) -> tuple[str, ...]:
    options = options_of(question.answer)
    if isinstance(question.answer, TrueFalse):
        return options
    shuffled = tuple(sorted(options, key=lambda option: (draw(seed, option), option)))
    in_order = isinstance(question.answer, Order | Match) and shuffled == options
    return (*shuffled[1:], shuffled[0]) if in_order else shuffled
