"""What became of pages: lines, facts, repairs and questions, and of everything left out, why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from btsquiz.text import tame_line

if TYPE_CHECKING:
    from btsquiz.facts.fact import Fact, FactCorrection
    from btsquiz.facts.reader import LeftOut, Page
    from btsquiz.question import Question
    from btsquiz.quizmaster.insight import Insight

_LONGEST: Final = 72
"""Characters of a text that are shown to tell which one it is."""

_LEVELS: Final = {1: "easy", 2: "medium", 3: "hard"}
_PLURALS: Final = {"photo": "photos", "story": "stories", "title": "titles", "film": "films"}


def left_out_line(file: str, one: LeftOut) -> str:
    """Tells of a part of a page that is no fact, in a line."""
    return f"  {tame_line(file)}:{one.line}: {_quoted(one.text)}: {tame_line(one.why)}"


def repair_text(one: FactCorrection) -> str:
    """Tells what was read otherwise than it is written, and why."""
    written = f"written {tame_line(one.written)}" if one.written else "lost on the page"
    why = f": {tame_line(one.why)}" if one.why else ""
    return f"read as {tame_line(one.truth)}; {written}{why}"


def report_lines(
    pages: Sequence[tuple[str, Page]],
    facts: Sequence[Fact],
    questions: Sequence[Question],
    dropped: Sequence[tuple[str, str]],
    unasked: Sequence[tuple[Fact, str]],
) -> Iterator[str]:
    """Yields the report of a pack, a line each.

    Args:
        pages: What was read: files and what was in them.
        facts: The facts in them, each once.
        questions: The questions written.
        dropped: What was asked by questions left out, each with the rule it breaks.
        unasked: Facts on which there is no question, each with why.
    """
    places = {
        fact.id: f"  {tame_line(file)}:{fact.source.line}" for file, page in pages for fact in page.facts
    }
    if lines := sum(page.lines for _, page in pages):
        yield f"Lines read: {lines:,}."
    yield f"Facts: {_facts_counted(facts)}."
    repairs = [
        f"{places[fact.id]}: {repair_text(one)}"
        for fact in facts
        for one in fact.corrections
        if one.kind in ("title", "typo")
    ]
    yield from _listed("Repairs", repairs)
    kinds = Counter(str(question.kind) for question in questions)
    levels = Counter(question.difficulty for question in questions)
    told = [_counted(kinds), _counted({name: levels[level] for level, name in _LEVELS.items()})]
    yield "; ".join((f"Questions: {len(questions):,}", *filter(None, told))) + "."
    rules = [f"  Left out: {tame_line(ask)} ({tame_line(why)})" for ask, why in dropped]
    yield from _listed("Questions that break a rule", rules)
    silent = [f"{places[fact.id]}: {_named(fact)}: {tame_line(why)}" for fact, why in unasked]
    yield from _listed("Facts with no question", silent)
    rest = [left_out_line(file, one) for file, page in pages for one in page.left_out]
    yield from _listed("Lines left out", rest)


def _facts_counted(facts: Sequence[Fact]) -> str:
    kinds = Counter(_PLURALS[fact.kind] for fact in facts)
    sure = Counter(fact.sure if fact.film else "unknown" for fact in facts)
    films = _counted({name: sure[name] for name in ("high", "medium", "low", "unknown")})
    return f"{len(facts):,}; {_counted(kinds)}; how sure the film is: {films}" if facts else "none"


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items() if count)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title}: {len(found):,}."
        yield from found


def _named(fact: Fact) -> str:
    film = f"{fact.kind} of {tame_line(fact.film)} ({fact.year})" if fact.film else f"{fact.kind}"
    return f"{film} {_quoted(fact.statement)}" if fact.kind == "story" else film


def _quoted(text: str) -> str:
    text = tame_line(text)
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[: _LONGEST - 1].rstrip()}…”"


def insight_lines(told: Sequence[Insight]) -> Iterator[str]:
    """Yields what is known of a pack's questions: those that were answered, the hardest first."""
    asked = sorted((one for one in told if one.right is not None), key=lambda one: (one.right, one.line))
    yield f"{len(asked)} of {len(told)} questions were answered here."
    for one in asked:
        yield ""
        yield f"line {one.line}: {one.question.ask}"
        parts = [f"{one.right:.0%} of {one.answers} right"]
        if one.discrimination is not None:
            parts.append(f"discrimination {one.discrimination:+.2f}")
        if one.median_ms is not None:
            parts.append(f"median {one.median_ms / 1000:.1f} s")
        if one.flags:
            parts.append(f"flagged {one.flags}×")
        yield f"  {', '.join(parts)}"
        if one.dead:
            yield f"  hardly ever picked: {', '.join(one.dead)}"
