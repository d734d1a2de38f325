"""What a stem asks of films and people, and where its options say otherwise than the films known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, permutations
from typing import Final

from btsquiz.facts.film import Film
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.spelling import name_key
from btsquiz.question import Choice, Match, Multiple, Number, Order, Question

_DIRECTED: Final = re.compile(
    r"(?:^|[:,.;] )(?:who|which director) (?:directed|made)\b|\bin the director.s chair\b", re.IGNORECASE
)
_OF_A_DIRECTOR: Final = re.compile(
    r"\b(?:which|two|three|four|some) (?:film|movie|of these)s?\b.*\bdirect(?:ed by|ed|or)\b"
    r"|\bdid .+ direct\b",
    re.IGNORECASE,
)
_IN_CAST: Final = re.compile(
    r"\bwho\b.*\b(?:starr(?:ed|s)|appear(?:ed|s)|acted|is|was) in\b|\bwhich (?:actor|actress|star)s?\b.*"
    r"\b(?:starr(?:ed|s)|appear(?:ed|s)|acted|is|was|are|were) in\b",
    re.IGNORECASE,
)
_OF_A_CAST: Final = re.compile(
    r"\bwhich (?:film|movie|of these)\b.*\b(?:has both|have both|starr?(?:ing|s|ed)|brought|together)\b",
    re.IGNORECASE,
)
_LINKS: Final = re.compile(r"\b(?:links?|connects?|common|all three|all of them)\b", re.IGNORECASE)
_RELEASED: Final = re.compile(
    r"\byear\b.*\b(?:releas|came out|come out|reach|premi)|\bwhen\b.*\b(?:releas|come out|came out)",
    re.IGNORECASE,
)
_IN_ORDER: Final = re.compile(r"\b(?:came out|release|oldest|premi)", re.IGNORECASE)
_DIRECTORS: Final = re.compile(r"\bdirect", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:18[89]|19\d|20\d)\d\b")
_HINT: Final = re.compile(r"\s*\([^()]*\)$")
_MARKS: Final = "“”‘’\"',?!.:;()"
_LONGEST: Final = 10
"""Words of a stem that may be one title."""

_Makers = Callable[[Film], Iterable[str]]


def faults(question: Question, films: Filmography) -> Iterator[str]:
    """Yields what is wrong with a question's answer, as far as the films known can tell."""
    match question.answer:
        case Choice(right, wrong):
            yield from _of_options(question.ask, question.films, (right,), wrong, films)
        case Multiple(rights, wrong):
            yield from _of_options(question.ask, question.films, rights, wrong, films)
        case Number(right, within) if _RELEASED.search(question.ask):
            film = _one_film(question.ask, question.films, films, year=int(right))
            if film and min(abs(year - right) for year in film.years) > within:
                yield f"{film.title} came out in {film.year}, as far as is known, not in {right}"
        case Order(items) if _IN_ORDER.search(question.ask):
            yield from _of_order(items, films)
        case Match(pairs) if _DIRECTORS.search(question.ask):
            yield from _of_pairs(pairs, films)


def _of_options(
    ask: str, about: tuple[str, ...], rights: tuple[str, ...], wrong: tuple[str, ...], films: Filmography
) -> Iterator[str]:
    asked = [film for title in _titles_in(ask, about, films) if (film := _film(title, _years(ask), films))]
    if _LINKS.search(ask) and len(asked) > 1:
        for option in wrong:
            if all(_made(option, film.makers) for film in asked):
                yield f"`{option}` links them too, as far as is known"
    elif _DIRECTED.search(ask) and len(asked) == 1:
        yield from _of_makers(asked[0], rights, wrong, _directors)
    elif _IN_CAST.search(ask) and len(asked) == 1:
        yield from _of_makers(asked[0], (), wrong, lambda film: film.makers)
    elif _OF_A_DIRECTOR.search(ask):
        yield from _of_films(_people_in(ask, films), rights, wrong, films, _directors)
    elif _OF_A_CAST.search(ask):
        yield from _of_films(_people_in(ask, films), (), wrong, films, lambda film: film.makers)


def _directors(film: Film) -> tuple[str, ...]:
    return film.directors


def _of_makers(film: Film, rights: tuple[str, ...], wrong: tuple[str, ...], makers: _Makers) -> Iterator[str]:
    """Yields each wrong option that made a film, and each right one that did not."""
    for option in wrong:
        if _made(option, makers(film)):
            yield f"`{option}` is right too, as far as is known of {film.title} ({film.year})"
    for option in rights:
        if makers(film) and not _made(option, makers(film)):
            yield f"{film.title} ({film.year}) is, as far as is known, by {', '.join(makers(film))}"


def _of_films(
    people: list[str], rights: tuple[str, ...], wrong: tuple[str, ...], films: Filmography, makers: _Makers
) -> Iterator[str]:
    """Yields each wrong option that is a film of all these people, and each right one that is not."""
    if not people:
        return
    for option in wrong:
        film = _film(option, (), films)
        if film and all(_made(name, makers(film)) for name in people):
            yield f"`{option}` is right too, as far as is known"
    for option in rights:
        film = _film(option, (), films)
        if film and makers(film) and not all(_made(name, makers(film)) for name in people):
            yield f"`{option}` is, as far as is known, by {', '.join(makers(film))}"


def _of_order(items: tuple[str, ...], films: Filmography) -> Iterator[str]:
    known = [(item, _film(item, _years(item), films)) for item in items]
    for (one, first), (two, second) in pairwise(known):
        if first and second and max(first.years) >= min(second.years):
            yield f"`{one}` came out in {first.year} and `{two}` in {second.year}, as far as is known"


def _of_pairs(pairs: tuple[tuple[str, str], ...], films: Filmography) -> Iterator[str]:
    for (left, right), (_, other) in permutations(pairs, 2):
        film = _film(left, _years(left), films)
        if film and _made(other, film.directors):
            yield f"`{left}` goes with `{other}` as well as with `{right}`, as far as is known"


def _made(name: str, makers: Iterable[str]) -> bool:
    return name_key(name) in map(name_key, makers)


def _years(text: str) -> tuple[int, ...]:
    return tuple(map(int, _YEAR.findall(text)))


def _film(title: str, years: tuple[int, ...], films: Filmography) -> Film | None:
    """Finds the film of a title, or of one with its year or director in brackets after it."""
    hint = _HINT.search(title)
    bare = _HINT.sub("", title)
    by = [film for film in films.titled(bare) if hint and any(name in hint[0] for name in film.directors)]
    if len(by) == 1:
        return by[0]
    dated = films.find(title, years) or films.find(bare, years) if years else None
    return dated or films.find(title) or films.find(bare)


def _one_film(ask: str, about: tuple[str, ...], films: Filmography, year: int) -> Film | None:
    """Finds the one film a stem is about; of several of its title, the one of a year."""
    titles = _titles_in(ask, about, films)
    if len(titles) != 1:
        return None
    return films.find(titles[0], (year,)) or _film(titles[0], _years(ask), films)


def _titles_in(ask: str, about: tuple[str, ...], films: Filmography) -> list[str]:
    """Gives the titles a question says it is about; where it says none, the longest its stem names."""
    if about:
        return list(about)
    words = ask.split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(1, len(words) - length + 1):
            title = " ".join(words[start : start + length]).strip(_MARKS)
            begins = title[:1].isupper() or title[:1].isdigit()
            if begins and films.is_title(title) and not films.person(title):
                return [title]
    return []


def _people_in(ask: str, films: Filmography) -> list[str]:
    """Gives the people a stem names in full."""
    words = [word.strip(_MARKS).removesuffix("’s").removesuffix("'s") for word in ask.split()]
    found: list[str] = []
    start = 0
    while start < len(words):
        for length in (4, 3, 2):
            name = " ".join(words[start : start + length])
            if start + length <= len(words) and name[:1].isupper() and films.person(name):
                found.append(name)
                start += length
                break
        else:
            start += 1
    return found
