"""Deduces the film of a text that does not name it: by those who made it, their parts, and the years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from btsquiz.facts.cast import How, Sighting, sightings
from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker, Title
from btsquiz.facts.names import find_names
from btsquiz.facts.spelling import sound
from btsquiz.facts.titles import is_title_like, title_key

_WORTH: Final[dict[How, float]] = {"full": 1.0, "near": 0.9, "surname": 0.8, "part": 1.0, "first": 0.3}
_SHOT_BEFORE: Final = 3
_ENOUGH: Final = 1.9
_CLEAR: Final = 0.45
_FAR_BETTER_KNOWN: Final = 4
"""Times by which one of two films outdoes the other, if it is meant without being named."""

_MEANT_BY_TWO: Final = 250
"""How widely known a film is that two of its players bring to mind."""

_MOST: Final = 300
"""Films of the people of one text that are weighed; whose people made more says nothing."""

_REACH: Final = 1200
"""Characters of a text that tell what it is about."""

_SENTENCE: Final = 8
"""Words from which a line over a text is a sentence, not a title."""

_WEAK_WORDS: Final = frozenset({"of", "and", "in", "at", "to", "with", "for", "on", "1", "2", "3"})


def deduce(text: str, years: Sequence[int], linker: Linker, *, called: str = "") -> Title | None:
    """Finds the one film that the people of a text made together.

    Args:
        text: The text.
        years: The years it says, of the photograph or of the film.
        linker: Knows films and people.
        called: A title or heading that may be the film's, mangled.

    Returns:
        The film if it fits clearly better than any other; None where two fit or none fits well.
    """
    text = text[:_REACH]
    films = _candidates(text, linker)
    if not films or len(films) > _MOST:
        return None
    ranked = sorted(
        ((_fit(text, film, years, called, linker), place) for place, film in enumerate(films)), reverse=True
    )
    best = ranked[0][0]
    close = [films[other] for fit, other in ranked if best - fit < _CLEAR]
    if best < _ENOUGH or len(close) > 2:
        return None
    film = max(close, key=linker.films.fame)
    # Of just two films of the same people, one may be so much better known that it needs no naming.
    if len(close) == 2 and linker.films.fame(film) < _FAR_BETTER_KNOWN * min(map(linker.films.fame, close)):
        return None
    overlap = _shared(called, film)
    why = "the one film of these people" + (
        " and of nearly this title" if overlap else " and these years" if years else ""
    )
    return Title(film.title, called if overlap else "", film.years, film, "medium", why, bool(overlap))


def _candidates(text: str, linker: Linker) -> list[Film]:
    people: list[str] = []
    for name in find_names(
        text, linker, lambda word: linker.films.person(word) is not None or linker.is_surname(word)
    ):
        if " " not in name.text and not linker.is_person(name.text):
            people += linker.films.people_called(name.text)
            continue
        usual = linker.films.person(name.text) or linker.mend_alone(name.text)
        near = (usual,) if linker.is_person(usual) else linker.films.people_near(name.text)[:3]
        people += near
    films = dict.fromkeys(film for person in people for film in linker.films.films_of(person))
    parts = dict.fromkeys(_by_parts(text, linker))
    return [film for film in {**films, **parts} if film.form == "film"]


def _by_parts(text: str, linker: Linker) -> Iterator[Film]:
    """Gives the films of which a text names a part, by a name that is no first name alone."""
    words = re.findall(r"[^\W_]+", text)
    named = {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in (1, 2, 3)
        if words[start][0].isupper() and start + length <= len(words)
    }
    for name in sorted(named):
        alone = len(name) > 4 and not linker.is_first_name(name) and not linker.is_surname(name)
        if " " in name or alone:
            yield from linker.films.films_with_part(name)


def _fit(text: str, film: Film, years: Sequence[int], called: str, linker: Linker) -> float:
    seen: dict[str, Sighting] = {}
    for one in sightings(text, film, linker.films):
        if one.name not in seen or _WORTH[one.how] > _WORTH[seen[one.name].how]:
            seen[one.name] = one
    worth = sum(_WORTH[one.how] for one in seen.values())
    parts = film.parts_in(text)
    worth += sum(0.9 if player not in seen else 1.2 for player in parts.values())
    directed = any(name in film.directors for name in seen)
    acted = any(name not in film.directors for name in seen)
    together = len(seen) > 2 or (directed and acted) or bool(parts)
    together = together or (len(seen) > 1 and linker.films.fame(film) >= _MEANT_BY_TWO)
    overlap = _shared(called, film)
    if years:
        gaps = [
            min(abs(year - known) for known in film.years)
            for year in years
            if 0 <= film.year - year <= _SHOT_BEFORE or year in film.years
        ]
        worth += 0.8 - 0.2 * min(gaps) if gaps else -1.0
        together = together or (bool(gaps) and len(seen) > 1)
    alone = len(seen) + len(parts) < 2
    # A short line in capitals over a text may be a film we do not know, by the same people.
    named = is_title_like(called) and len(called.split()) < _SENTENCE and not overlap
    if named and len(seen) < 3 and not parts:
        return 0.0
    if alone and overlap and _words_shared(called, film) < 2:
        return 0.0
    if not (together or overlap):
        return min(worth, _ENOUGH - 0.1)
    return worth + overlap + min(0.3, linker.films.fame(film) / 500)


def _words_shared(called: str, film: Film) -> int:
    """Counts the telling words of a film's title that a mangled one keeps."""
    lost = set(title_key(called).split())
    titles = (title_key(title).split() for title in (film.title, *film.aka))
    return max(len({word for word in kept if word not in _WEAK_WORDS} & lost) for kept in titles)


def _shared(called: str, film: Film) -> float:
    """Tells how much of a film's title a mangled one keeps: its words, and their places."""
    lost = title_key(called).split()
    heard = {sound(word) for word in (*lost, *(one + other for one, other in pairwise(lost)))}
    best = 0.0
    for title in (film.title, *film.aka):
        kept = title_key(title).split()
        telling = {word for word in kept if word not in _WEAK_WORDS and len(word) > 2}
        both = {word for word in telling if word in lost or (len(sound(word)) > 2 and sound(word) in heard)}
        # "The Lost World: Jurassic Park" is another film than the one whose title it goes on from.
        longer = both == telling and len({word for word in lost if len(word) > 2} - _WEAK_WORDS - telling) > 1
        if not both or len(telling) < 2 or longer:
            continue
        in_place = len(lost) == len(kept) and any(
            one == other for one, other in zip(lost, kept, strict=True) if one in telling
        )
        best = max(best, 0.8 * len(both) / len(telling) + (0.4 if in_place else 0))
    return best
