"""Films made for tests of the filmography."""

from __future__ import annotations

from hypothesis import strategies as st

from btsquiz.facts.film import Film
from btsquiz.text import fold

WORDS = st.sampled_from(
    [
        "Ann",
        "Éva",
        "F.",
        "W.",
        "O’Neil",
        "Jr.",
        "Łódź",
        "Иван",
        "the",
        "of",
        "II",
        "2",
        "300",
        "half-dead",
        "½",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
TITLES = LINES | st.tuples(LINES, LINES).map(": ".join)


def some(lines: st.SearchStrategy[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(lines, min_size=least, max_size=4, unique=True).map(tuple)


MADE = st.builds(
    Film,
    title=TITLES,
    years=st.lists(st.integers(1890, 2026), min_size=1, max_size=2, unique=True).map(tuple),
    directors=some(LINES),
    leads=some(LINES),
    aka=some(TITLES),
    known=st.integers(1, 3),
    looked_up=LINES,
    others=some(LINES),
    parts=st.lists(st.tuples(LINES, LINES), max_size=3).map(tuple),
)

SEVERAL = st.lists(MADE, max_size=4, unique_by=lambda one: (fold(one.title), one.years, one.directors))


def film(title: str, year: int, directors: str = "", leads: str = "", *aka: str, known: int = 2) -> Film:
    made, played = (tuple(filter(None, names.split(", "))) for names in (directors, leads))
    return Film(title, (year,), made, played, aka, known, "here")
