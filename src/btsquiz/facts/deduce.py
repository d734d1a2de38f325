"""Deduces the film of a text that does not name it: by its people, their parts, its cues, and the years.

Each film is as likely as films are reviewed, times what each thing the text says makes it likelier. Whom a
text names, it names by chance as often as that person's films are told of; so a name speaks for a film of
theirs the more, the fewer they made. Whom it names and who did not make a film speaks against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import exp
from typing import Final

from btsquiz.facts.cast import Sighting, sightings
from btsquiz.facts.cues import Cued, cue_key, cued_films
from btsquiz.facts.film import Film
from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.near_makers import How
from btsquiz.facts.remains import shared, words_said, words_shared
from btsquiz.facts.title import Title
from btsquiz.facts.titles import is_title_like, title_key

_EVIDENCE: Final[dict[How, float]] = {"full": 1.0, "near": 0.9, "surname": 0.9, "part": 1.0, "first": 0.4}
"""How much it says of a film that somebody of it is named so."""

_ENOUGH: Final = 1.5
"""Evidence from which a film may be meant at all."""

_NOBODY: Final = 0.6
"""How much more it takes where nobody of it is named."""

_SURE: Final = 0.8
"""Likelihood from which it is meant."""

_GOES_ON: Final = 0.2
"""How much a later part of a film's series speaks against that film: who means a sequel says so."""

_OUTSIDER: Final = 0.12
"""How likely a text is to name somebody who did not make its film, against somebody who did."""

_MOST_OUTSIDERS: Final = 3
_IN_THE_REAR: Final = 0.5
"""How likely it is to name one of the rest of a cast, against a director or a lead."""

_FIRST_NAME: Final = 6.0
"""How much likelier a lead's first name alone makes a film."""

_PART: Final = 2000.0
"""How much likelier the name of a part makes the film it is in: hardly another film has it."""

_IN_ITS_YEAR, _SHOT_BEFORE_IT, _OUT_OF_IT = 12.0, 4.0, 0.02
"""How much likelier the years of a text make a film: its own, one of up to three before, any other."""

_DATED: Final = 0.3
"""How much evidence such years are beside anybody of it."""

_TITLE_SHARED: Final = 3.0
"""The logarithm of how much likelier a mangled title makes the film whose words it all keeps."""

_TITLE_SAID: Final = {1: (1.5, 0.7), 2: (5.0, 1.0)}
"""By its words, one or more: the logarithm of how much likelier a film is whose title a text says in whatever
letters, and how much evidence that is."""
_TELLS: Final = 15
"""Words from which a text tells a story in which a title may be said."""

_CAST: Final = 3
"""People of a film, its year and its cues, from which a title over them that is not its own is no title."""

_TOLD: Final = 0.6
"""Evidence from which a film's cues speak for it as one of its people does."""

_UNKNOWN_FILM: Final = 0.05
"""How likely a text is about a film we do not know, whatever it says."""

_UNCUED: Final = Cued()
_CREW_FAME: Final = 2000
"""How widely the films of somebody are reviewed whom we know only of a crew."""

_SHOT_BEFORE: Final = 3
_MOST: Final = 150
"""Films of the people of one text that are weighed."""

_REACH: Final = 1200
"""Characters of a text that tell what it is about."""

_SENTENCE: Final = 8
"""Words from which a line over a text is a sentence, not a title."""

_CUT_ANEW: Final = re.compile(r" (?:redux|recut|(?:the )?(?:final|directors) cut|special edition)$")


def deduce(
    text: str, years: Sequence[int], linker: Linker, *, called: str = "", titled: bool = True
) -> Title | None:
    """Finds the one film that the people of a text made together.

    Args:
        text: The text.
        years: The years it says, of the photograph or of the film.
        linker: Knows films and people.
        called: A title or heading that may be the film's, mangled.
        titled: Whether that is a title if it looks like one, and no joke.

    Returns:
        The film if it is far likelier than all others; None where two fit or none fits well.
    """
    text = text[:_REACH]
    people = _named(text, linker)
    # A short line that says a title may well say a longer one.
    said = f" {title_key(text)} " if len(text.split()) >= _TELLS else ""
    cued = cued_films(_without(people, text), linker.films)
    weighed = [
        (
            *_weigh(text, said, film, years, called, people, cued.get(film, _UNCUED), linker, titled=titled),
            film,
        )
        for film in _candidates(text, people, cued, linker)
    ]
    if not weighed:
        return None
    likelihood, evidence, film = max(weighed, key=lambda one: one[0])
    whole = _UNKNOWN_FILM + sum(
        one * (_GOES_ON if _goes_on_from(film, other) else 1.0) for one, _, other in weighed
    )
    if evidence < _ENOUGH or likelihood < _SURE * whole:
        return None
    overlap = shared(called, film)
    reasons = (
        (bool(sightings(text, film, linker.films)), "of these people"),
        (cued.get(film, _UNCUED).evidence > 0, "of what is told of it"),
        (bool(overlap), "of nearly this title"),
        (bool(years) and not overlap, "of these years"),
    )
    why = f"the one film {' and '.join(words for speaks, words in reasons if speaks)}"
    return Title(film.title, called if overlap else "", film.years, film, "medium", why, bool(overlap))


def _goes_on_from(film: Film, other: Film) -> bool:
    """Tells whether another film is a later part of a film's series: "Home Alone 2" of "Home Alone".

    A first part that has its number is no more likely to be meant than the second.
    """
    begins, longer = title_key(film.title.partition(":")[0]), title_key(other.title)
    numbered = title_key(film.title)[-1:].isdigit()
    return not numbered and other.year > film.year and f"{longer} ".startswith(f"{begins} ")


def _named(text: str, linker: Linker) -> dict[str, list[str]]:
    """Gives whom each name in a text may mean."""
    people: dict[str, list[str]] = {}
    for name in find_names(text, linker, linker.is_somebody):
        if " " not in name.text and not linker.is_person(name.text):
            people[name.text] = list(linker.films.people_called(name.text))
            continue
        usual = linker.films.person(name.text) or linker.mend_alone(name.text)
        near = [usual] if linker.is_person(usual) else list(linker.people_near(name.text)[:3])
        people[name.text] = near
    return people


def _without(people: Iterable[str], text: str) -> str:
    """Gives a text without the full names in it, of which no word is a cue."""
    for name in people:
        text = text.replace(name, "·") if " " in name else text
    return text


def _candidates(
    text: str, people: dict[str, list[str]], cued: dict[Film, Cued], linker: Linker
) -> list[Film]:
    films = Counter(
        film
        for some in people.values()
        for film in dict.fromkeys(film for person in some for film in linker.films.films_of(person))
    )
    for cut in [film for film in films if _is_cut_of_another(film, films)]:
        del films[cut]
    crewed = (number for some in linker.films.cued(list(map(cue_key, people))).values() for number, _ in some)
    told = dict.fromkeys((*_by_parts(text, linker), *map(linker.films.numbered, crewed), *cued))
    least = 1 if len(films) <= _MOST else 2
    found = [film for film in {**told, **films} if films[film] >= least or film in told]
    # Two people may have met on a series; on a documentary they are those it is about.
    met = {film for film in found if film.form == "series" and films[film] > 1}
    return [film for film in found if film.form == "film" or film in told or film in met][:_MOST]


def _is_cut_of_another(film: Film, films: Collection[Film]) -> bool:
    """Tells whether a film is another one of the same people, cut anew: `Apocalypse Now Redux`."""
    short = _CUT_ANEW.sub("", title_key(film.title))
    return short != title_key(film.title) and any(title_key(other.title) == short for other in films)


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


def _weigh(
    text: str,
    said: str,
    film: Film,
    years: Sequence[int],
    called: str,
    people: dict[str, list[str]],
    cued: Cued,
    linker: Linker,
    *,
    titled: bool,
) -> tuple[float, float]:
    """Weighs how likely a film is, and how much of what the text says is evidence of it."""
    films = linker.films
    seen: dict[str, Sighting] = {}
    for one in sightings(text, film, films):
        if one.name not in seen or _EVIDENCE[one.how] > _EVIDENCE[seen[one.name].how]:
            seen[one.name] = one
    likely = (films.fame(film) + 1) / films.all_fame
    for one in seen.values():
        written = text[one.start : one.end]
        alike = people.get(written) or [one.name]
        fame = sum(map(films.fame_of, {*alike, one.name})) or _CREW_FAME
        rank = 1.0 if one.name in film.directors or one.name in film.leads else _IN_THE_REAR
        likely *= _FIRST_NAME if one.how == "first" else max(1.0, rank * films.all_fame / fame)
    parts = film.parts_in(text)
    likely *= _PART ** len(parts)
    makers = set(film.hands)
    outsiders = sum(
        bool(some) and makers.isdisjoint(some) and any(films.fame_of(person) for person in some)
        for name, some in people.items()
        if " " in name or linker.famous(name)
    )
    likely *= _OUTSIDER ** min(_MOST_OUTSIDERS, outsiders)
    of_year = any(year in film.years for year in years)
    early = any(0 < film.year - year <= _SHOT_BEFORE for year in years)
    if years:
        likely *= _IN_ITS_YEAR if of_year else _SHOT_BEFORE_IT if early else _OUT_OF_IT
        if not (seen or of_year or early):
            return 0.0, 0.0
    overlap = shared(called, film)
    likely *= exp(_TITLE_SHARED * overlap)
    likely *= cued.likely
    evidence = sum(_EVIDENCE[one.how] for one in seen.values()) + len(parts) + cued.evidence
    evidence += -_NOBODY if not seen else _DATED * (of_year or early)
    if seen and (words := words_said(said, film)):
        more, proof = _TITLE_SAID[min(words, 2)]
        likely, evidence = likely * exp(more), evidence + proof
    # A short line in capitals over a text may be a film we do not know, by the same people.
    short = is_title_like(called) and len(called.split()) < _SENTENCE and not overlap
    other = short and (titled or words_shared(called, film) > 0)
    told = len(seen) + of_year + (cued.evidence >= _TOLD)
    if other and told < _CAST and not parts:
        return 0.0, 0.0
    # One person and one word of a title are too little.
    kept = overlap if len(seen) + len(parts) > 1 or words_shared(called, film) > 1 else 0.0
    return likely, evidence + kept
