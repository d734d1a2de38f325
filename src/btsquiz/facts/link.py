"""Settles the film of a text by everything in it: its titles, years and people, and the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from btsquiz.facts.context import Context, Linked
from btsquiz.facts.deduce import deduce
from btsquiz.facts.doubts import SHOT_BEFORE, names_strangers
from btsquiz.facts.era import is_out_of_time
from btsquiz.facts.fact import Sure
from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import Mention
from btsquiz.facts.mentions import mentions
from btsquiz.facts.names import find_names, with_roles
from btsquiz.facts.surroundings import (
    ENOUGH,
    LED,
    OUT_OF_TIME,
    STRANGERS,
    SUPPORT,
    Scored,
    by_page,
    rendered,
    support,
)
from btsquiz.facts.title import Title
from btsquiz.facts.titles import title_key
from btsquiz.facts.years import years_in
from btsquiz.text import fold

SAID: Final = 1.5
"""Weight of a mention from which a title is a film's though we do not know it."""

_CLEAR: Final = 0.75
"""Score by which one film must outdo another."""

_MOST_MENTIONS: Final = 8
"""Titles in a text that are weighed: a text with more is a list."""

_TO_THE_LETTER: Final = 0.3
"""What a film gains if its title is written so, with the article or without."""

_FEW_QUOTED: Final = re.compile(r"[\"“«]([^\W\da-z_][^\"“”«».!?]{2,40})[\"”»]")
_SEQUEL: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|[2-9](?:nd|rd|th)|latest|newest)\s+['\"“‘«]?$"
)
"""What stands before the title that several films share, and means one of the later."""

_COMPANY: Final = 2
"""Makers of a film, and of no other at hand, with whom it is no aside."""

_TOLD: Final = 35
"""Words of a text whose years may be of anything in it: no caption's, but a story's."""


_NOTHING_AROUND: Final = Context()


def link(text: str, linker: Linker, context: Context = _NOTHING_AROUND) -> Linked:
    """Settles the film of a text, or says as much of it as is sure."""
    found = mentions(text, linker)
    years = years_in(text)
    scored = list(by_page(text, linker, context))
    for mention in sorted(found, key=lambda one: -one.weight)[:_MOST_MENTIONS]:
        scored += _by_mention(mention, text, years, linker, context)
    scored = [_timed(one, text, linker, context) for one in scored]
    best: dict[Film | str, Scored] = {}
    for one in scored:
        if one.film not in best or one.score > best[one.film].score:
            best[one.film] = one
    ranked = sorted(best.values(), key=lambda one: -one.score)
    if not ranked or ranked[0].score < ENOUGH:
        said = max(found, key=lambda one: one.weight, default=None)
        written = said.written if said and said.weight >= SAID else ""
        called, titled = context.called or written, context.titled or not context.called
        alone = deduce(text, years, linker, called=called, titled=titled)
        if not alone and not called and (quoted := _FEW_QUOTED.search(text)):
            # A title mangled beyond knowing may still share a word with the film of these people.
            alone = deduce(text, years, linker, called=quoted[1], titled=False)
        return Linked(alone, score=ENOUGH) if alone else Linked(Title(as_written=written))
    page = next((one for one in ranked if one.title is context.page), None)
    if page and page is not ranked[0] and _is_aside(ranked[0], page, text, linker, context):
        ranked.remove(page)
        ranked = [replace(page, score=ranked[0].score + _CLEAR), *ranked]
    first, *others = ranked
    undated = not first.mention.year if first.mention else not context.dated
    paged = context.whole and first.title is context.page
    if undated and not paged and first.title.known and not support(text, first.title.known, linker):
        # "Good Morning" is a film too; who is in the text may tell that it is a song of another.
        alone = deduce(text, years, linker)
        if alone and alone.known not in best:
            return Linked(alone, score=ENOUGH)
    lost = first.title if not first.title.known and linker.films.is_wide else None
    if lost and (lost is context.heading or not lost.years) and not linker.is_title(lost.film):
        # Of a title we lack, who is in the text may tell which one it was before it was mangled.
        alone = deduce(text, lost.years or years, linker, called=lost.film)
        if alone and (not lost.years or any(abs(year - lost.years[0]) < 2 for year in alone.years)):
            return Linked(alone, score=first.score)
        if not lost.years:
            # Whoever knows most films takes it for a prop or a joke more likely than for one of the rest.
            return Linked(Title(as_written=lost.as_written))
    rivals = tuple(one.mention for one in others if one.mention is not None and one.score >= ENOUGH)
    # What the text itself names, its people with it, outdoes what the page is about.
    clear = (
        first.mention is not None
        and bool(others)
        and (others[0].passive or _leads(first, others[0], text, linker))
    )
    if others and first.score - others[0].score < _CLEAR and not clear:
        written = first.mention.written if first.mention else ""
        title = Title(as_written=written)
        if fold(others[0].title.film) == fold(first.title.film):
            title = Title(first.title.film, written, why="its title, which several films have")
        return Linked(title, first.mention, first.score, rivals)
    return Linked(first.title, first.mention, first.score, rivals)


def _leads(one: Scored, other: Scored, text: str, linker: Linker) -> bool:
    """Tells whether a film is named before another, with more of its makers: that is named in passing."""
    first, second = one.mention, other.mention
    if not one.title.known or not other.title.known or not first or not second or first.start >= second.start:
        return False
    more, fewer = (support(text, film, linker) for film in (one.title.known, other.title.known))
    return len(more) > len(fewer) > 0


def _is_aside(one: Scored, paged: Scored, text: str, linker: Linker, context: Context) -> bool:
    """Tells whether a text names a film in passing: it has more makers of the one its page is about.

    Where all of a page is about that, any of them are enough: "… until he left for Gone with the Wind".
    """
    if not one.title.known or not paged.title.known or (one.mention and not one.mention.start):
        return False
    own, others = (support(text, film, linker) for film in (paged.title.known, one.title.known))
    passing = context.whole and one.mention is not None and one.mention.plain and not one.mention.year
    if passing and len(others.keys() - own.keys()) < _COMPANY:
        return bool(own)
    return len(own) > max(1, len(others))


def _timed(one: Scored, text: str, linker: Linker, context: Context) -> Scored:
    """Scores a film less that the text's people are too young or too old for, unless its year is given."""
    film = one.title.known
    dated = film and (
        (one.mention and one.mention.year in film.years) or (one.title is context.heading and context.dated)
    )
    if film is None or dated or one.title is context.page or support(text, film, linker):
        return one
    return replace(one, score=one.score - OUT_OF_TIME) if is_out_of_time(text, film, linker) else one


def _by_mention(
    mention: Mention, text: str, years: Sequence[int], linker: Linker, context: Context
) -> list[Scored]:
    """Scores each film that a mention may mean."""
    rest = text[: mention.start] + " · " + text[mention.end :]
    told = len(text.split()) >= _TOLD
    films = linker.films.titled(mention.written) or linker.films.declined(mention.written)
    if _SEQUEL.search(text, 0, mention.start) and len(linker.films.partly_titled(mention.written)) > 1:
        return []  # "the sixth Mission: Impossible" is another than the first
    part = not films
    if part:
        films = linker.films.partly_titled(mention.written)
    elif not mention.year and linker.films.is_wide:
        films += _better_peopled(mention, films, rest, linker)
    # People we know, of whom none made the film: a place, or a word that is a title too.
    strangers = STRANGERS * (mention.plain and names_strangers(rest, linker))
    literal = [film for film in films if fold(film.title) == fold(mention.written)]
    scored: list[Scored] = []
    for film in dict.fromkeys(films):
        if part and mention.year and not any(film.may_be_of(mention.year + slip) for slip in (-1, 0, 1)):
            continue
        score = mention.weight + _year_score(film, mention, () if told else years)
        named = support(text, film, linker, (mention.start, mention.end))
        count = len(named)
        score += (
            SUPPORT[min(3, count)] + min(0.6, linker.films.fame(film) / 300) - (0 if count else strangers)
        )
        score += LED * any(name in film.directors or name in film.leads for name in named)
        score += _TO_THE_LETTER * (film in literal and len(literal) < len(films))
        why = (
            "its title"
            + (" and year" if mention.year in film.years else "")
            + (" and people" if count else "")
        )
        sure: Sure = "high" if count or film.may_be_of(mention.year or 0) else "medium"
        # A series has the year of its episode, if one is said.
        episode = mention.year if film.form == "series" and film.may_be_of(mention.year or 0) else None
        title = Title(film.title, mention.written, (episode,) if episode else film.years, film, sure, why)
        scored.append(Scored(title, score, mention))
    for title, count in rendered(mention.written, text, linker):
        if not mention.year or any(abs(mention.year - year) < 2 for year in title.years):
            scored.append(Scored(title, max(SAID, mention.weight) + SUPPORT[min(3, count)], mention))
    if scored and max(one.score for one in scored) >= ENOUGH:
        return scored
    # A title we do not know, or only of another year: as written, unless it is nearly one we do.
    if mention.weight < SAID or mention.plain:
        return scored
    names = [name.text for name in find_names(rest, linker)]
    people = [person for name in names if (person := linker.films.person(name) or linker.mend_alone(name))]
    directors = [
        linker.mend_alone(name.text)
        for name in with_roles(rest, find_names(rest, linker, linker.is_surname))
        if name.role == "director"
    ]
    title = linker.settle(mention.written, mention.year, people, directors)
    found = (
        None
        if title.known
        else deduce(rest, [mention.year] if mention.year else [], linker, called=mention.written)
    )
    of_year = found and any(abs(year - (mention.year or year)) < 2 for year in found.years)
    if found and (of_year or not mention.bracketed):
        # Whoever misspells the people may have mangled the title too; elsewhere it is a film we do not know.
        mangled = context.foreign or any(not linker.is_person(name) for name in names)
        lost = mention.year is not None and linker.films.is_wide
        sure_enough = lost or (mangled and (mention.year or len(people) > 2))
        title = found if found.as_written or sure_enough else title
    if title.film:
        score = max(mention.weight + 1.2, ENOUGH)
        if title.known and mention.year in title.years:
            score += _year_score(title.known, mention, ())
        if not title.known and not mention.year and (context.page or context.heading):
            # On a page about a film we know, what else is in quotes is a song, a nickname or a prop’s.
            return scored
        scored.append(Scored(title, score, mention))
    return scored


def _better_peopled(mention: Mention, films: Sequence[Film], rest: str, linker: Linker) -> list[Film]:
    """Gives the film of a longer title that a text's people fit best: "the new Mad Max", with Tom Hardy."""
    if " " not in title_key(mention.written):
        return []

    def met(film: Film) -> int:
        return sum(name in film.makers for name in support(rest, film, linker))

    ranked = sorted(((met(film), film) for film in linker.films.partly_titled(mention.written)), key=_first)
    # A film of the very title that somebody in the text made is it, unless two more made the other.
    own = max(map(met, films))
    if not ranked or ranked[-1][0] < max(2, own + 2 * bool(own)):
        return []
    alone = len(ranked) == 1 or ranked[-2][0] < ranked[-1][0]
    return [ranked[-1][1]] if alone else []


def _first(pair: tuple[int, Film]) -> int:
    return pair[0]


def _year_score(film: Film, mention: Mention, years: Sequence[int]) -> float:
    if film.form == "series" and mention.year is not None:
        return 1.5 if film.may_be_of(mention.year) else -5.0
    if mention.year is not None:
        apart = min(abs(mention.year - year) for year in film.years)
        before = 0 < film.year - mention.year <= SHOT_BEFORE
        if mention.bracketed:
            return 1.5 if apart == 0 else 0.8 if apart == 1 else -1.0 if before else -5.0
        return 1.5 if apart <= 1 else 0.5 if before else -4.0
    if any(year in film.years for year in years):
        return 1.6
    before = any(0 < film.year - year <= SHOT_BEFORE for year in years)
    return 0.8 if before else -0.8 if years else 0.0
