"""Charts: the numbers as text for a terminal, drawn by plotext, with the figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import zip_longest
from typing import Final

import plotext

from btsquiz.clock import date_of
from btsquiz.memory.numbers import Bin
from btsquiz.quizmaster.remembering import rank_words
from btsquiz.quizmaster.stats import HEATMAP_WEEKS, WRAP_DAYS, Hard, Stats, Wrap
from btsquiz.quizmaster.tallies import Share
from btsquiz.quizmaster.telling import count

Section = tuple[str, list[str]]
"""A title and lines."""
LEAST_CELLS: Final = 64
"""Below this width the figures stand under a chart and not beside it."""
_CHART_ROWS: Final = 11
_LEAST_DRAWN: Final = 5
"""What stands on fewer reviews than this is in the figures alone."""
_FIGURES_CELLS: Final = 29
_SHADES: Final = "·░▒▓█"
_MOST_LISTED: Final = 6
_NEEDS: Final = "Not enough reviews yet: it takes things that came back at least once."


def sections(stats: Stats, width_cells: int) -> list[Section]:
    """Says everything, in sections no wider than so many cells."""
    told: list[Section] = [
        ("So far", _so_far(stats)),
        ("Foreseen and come true", _calibration(stats, width_cells)),
        ("Kept, by the days in between", _ages(stats, width_cells)),
        ("The next thirty days", _forecast(stats, width_cells)),
        ("Half a year", _heatmap(stats)),
        *(
            (title, _shares(found, width_cells))
            for title, found in (
                ("By decade", stats.decades),
                ("By sort of question, the worst first", stats.families),
                ("By pack", stats.packs),
                ("By film, the worst first", stats.films),
            )
            if found
        ),
    ]
    if stats.duels:
        told.append(("Head-to-head", [f"{who}: won {won}, lost {lost}" for who, won, lost in stats.duels]))
    if stats.hardest:
        told.append(("Hardest", [line for hard in stats.hardest for line in _hard(hard)]))
    if stats.wrap.whole:
        told.insert(1, ("The last thirty days", _wrap(stats.wrap)))
    return told


def _so_far(stats: Stats) -> list[str]:
    if not stats.answers:
        return ["Nothing was answered yet. Play a match, and come back."]
    share = f"{stats.right / stats.answers:.0%}".replace("%", " %")
    progress = stats.progress
    lines = [
        f"{count(stats.answers, 'answer')}, {stats.right:,} right ({share}).",
        f"In the can: {progress.in_the_can:,}. {rank_words(progress.rank)}",
        f"{count(progress.kept, 'point')} kept"
        + (f", {progress.aside} set aside" if progress.aside else "")
        + (f"; {count(progress.nights, 'night')} in a row." if progress.nights else "."),
    ]
    if stats.load:
        lines.append(
            f"To keep {stats.retention:.0%} of it takes about {max(stats.minutes, 0.1):.1f} minutes a day "
            f"({stats.load:.1f} questions)."
        )
    return lines


def _wrap(wrap: Wrap) -> list[str]:
    right = f"{wrap.right / wrap.answers:.0%}" if wrap.answers else "none"
    lines = [
        f"{count(wrap.answers, 'answer')} on {count(wrap.nights, 'night')} out of {WRAP_DAYS}, "
        f"{right} right; {wrap.reviews:,} of them in Dailies."
    ]
    if wrap.best_right:
        lines.append(f"Best night: {date_of(wrap.best_day):%-d %B}, with {wrap.best_right} right.")
    if wrap.hardest:
        lines.append(f"Missed most: {wrap.hardest}.")
    return lines


def _calibration(stats: Stats, width_cells: int) -> list[str]:
    if not stats.calibration:
        return [_NEEDS]
    figures = [f"{'foreseen':>9}{'right':>8}{'reviews':>10}"]
    figures += [f"{one.foreseen:>9.0%}{one.right:>8.0%}{one.number:>10,}" for one in stats.calibration]
    figures += ["", f"log loss {stats.loss:.3f}"]
    chart = _curve(stats.calibration, _room(width_cells), diagonal=True)
    return _beside(chart, figures, width_cells)


def _ages(stats: Stats, width_cells: int) -> list[str]:
    if not stats.ages:
        return [_NEEDS]
    figures = [f"{'':11}{'right':>6}{'reviews':>10}"]
    figures += [f"{one.name:11}{one.right:>6.0%}{one.number:>10,}" for one in stats.ages]
    return _beside(_curve(stats.ages, _room(width_cells)), figures, width_cells)


def _forecast(stats: Stats, width_cells: int) -> list[str]:
    total = sum(stats.due)
    if not total:
        return ["Nothing will be due."]
    week = sum(stats.due[:7])
    figures = [
        f"today          {stats.due[0]:>5,}",
        f"tomorrow       {stats.due[1]:>5,}",
        f"within 7 days  {week:>5,}",
        f"within 30      {total:>5,}",
    ]
    return _beside(_bars(stats.due, _room(width_cells)), figures, width_cells)


def _room(width_cells: int) -> int:
    return width_cells - _FIGURES_CELLS if width_cells >= LEAST_CELLS else width_cells


def _curve(bins: Sequence[Bin], width_cells: int, *, diagonal: bool = False) -> list[str]:
    """Draws the shares that were right; with what was foreseen across, or one after the other."""
    drawn = [one for one in bins if one.number >= _LEAST_DRAWN] or bins
    across = [one.foreseen * 100 for one in drawn] if diagonal else list(range(1, len(drawn) + 1))
    right = [one.right * 100 for one in drawn]
    _blank(width_cells)
    if diagonal:
        least = min(*across, *right, 50.0)
        plotext.plot([least, 100], [least, 100], marker="·")
        plotext.xlim(least, 100)
        plotext.xlabel("foreseen, %")
    else:
        plotext.plot(across, right, marker="·")
        least = min(*right, 50.0)
        plotext.xticks(across, [one.name.split()[0] for one in drawn])
        plotext.xlabel("days in between")
    plotext.ylim(least, 100)
    plotext.yfrequency(4)
    plotext.scatter(across, right, marker="●")
    return _drawn()


def _bars(numbers: Sequence[int], width_cells: int) -> list[str]:
    _blank(width_cells)
    plotext.bar(list(range(len(numbers))), list(numbers), width=0.6)
    plotext.xticks([0, 7, 14, 21, 28], ["today", "7", "14", "21", "28"])
    most = max(numbers)
    steps = sorted({0, most // 2, most})
    plotext.yticks(steps, [str(step) for step in steps])
    return _drawn()


def _blank(width_cells: int) -> None:
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plotsize(max(width_cells - 2, 20), _CHART_ROWS)


def _drawn() -> list[str]:
    text: str = plotext.uncolorize(plotext.build())
    plotext.clear_figure()
    return [line.rstrip() for line in text.splitlines()]


def _beside(chart: list[str], figures: list[str], width_cells: int) -> list[str]:
    if _room(width_cells) == width_cells:
        return [*chart, "", *figures]
    room = _room(width_cells)
    return [f"{left:{room}}{right}".rstrip() for left, right in zip_longest(chart, figures, fillvalue="")]


def _heatmap(stats: Stats) -> list[str]:
    """Draws half a year of answers, a row for each day of the week, a column for each week."""
    last = date_of(stats.today)
    first = last - timedelta(days=last.weekday() + 7 * (HEATMAP_WEEKS - 1))
    busiest = max(stats.days.values(), default=0)
    rows = []
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        cells = []
        for week in range(HEATMAP_WEEKS):
            day = first + timedelta(days=7 * week + weekday)
            number = stats.days.get((day - date_of(0)).days, 0)
            shade = -(-number * (len(_SHADES) - 1) // busiest) if number else 0
            cells.append(" " if day > last else _SHADES[shade])
        rows.append(f"{name:4}" + " ".join(cells))
    months = [" "] * (2 * HEATMAP_WEEKS + 4)
    for week in range(HEATMAP_WEEKS):
        monday = first + timedelta(days=7 * week)
        if monday.day <= 7:
            months[2 * week : 2 * week + 3] = f"{monday:%b}"
    total = sum(stats.days.values())
    played = sum(number > 0 for number in stats.days.values())
    told = f"{count(total, 'answer')} on {count(played, 'day')}, {busiest:,} on the busiest."
    return ["    " + "".join(months).rstrip(), *rows, told]


def _shares(found: Sequence[Share], width_cells: int) -> list[str]:
    shown = found[:_MOST_LISTED]
    room = min(max(len(one.name) for one in shown), max(width_cells - 40, 12))
    bar = max(min(width_cells - room - 24, 24), 6)
    lines = [
        f"{one.name[:room]:{room}}  {'█' * round(one.share * bar):{bar}} {one.share:>4.0%}  "
        f"{one.right:,} of {one.number:,}"
        for one in shown
    ]
    more = len(found) - len(shown)
    return [*lines, *([f"and {more} more"] if more else [])]


def _hard(hard: Hard) -> list[str]:
    aside = ", set aside" if hard.aside else ""
    head = f"· forgotten {count(hard.lapses, 'time')}, missed {count(hard.misses, 'time')}{aside}"
    return [head, f"  {hard.ask} — {hard.answer}" if hard.ask else f"  {hard.point}, which no pack asks now"]
