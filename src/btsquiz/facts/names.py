"""People's names in a sentence, told from things, places and characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Final, Protocol

from btsquiz.facts.roles import is_shared, role_after, role_before
from btsquiz.facts.runs import NICKNAME, PARTICLES, Token, is_shouted, runs
from btsquiz.facts.spelling import word_set

_AND: Final = re.compile(r"\s+(?:and|&|\+|et|y|e|und|и)\s+")
_JOINED: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|and|&|,\s*and)\s*")

SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
BEFORE_NAMES: Final = word_set(
    "director directors co-director actor actors actress actresses producer producers writer writers"
    " screenwriter star stars co-star co-stars stunt stuntman stuntwoman double doubles performer makeup"
    " make-up special visual effects artist artists cinematographer photographer photography designer"
    " composer editor author novelist legend legendary young little baby crew cast members member extras"
    " filming shooting photo picture image left right center centre top bottom sir dame mr mrs ms miss dr"
    " president writer-director actor-director filmmaker filmmakers auteur icon supervisor coordinator"
    " choreographer creator singer comedian animator puppeteer costume sound production assistant camera"
    " operator rare candid a-list newcomer veteran co-writer showrunner animatronic lead leads leading"
    " supporting british american australian french italian german japanese mexican spanish irish canadian"
    " scottish swedish danish chinese korean indian russian polish dutch welsh austrian hungarian"
    " norwegian cameraman cameramen chef cinéaste réalisateur acteur actrice comédien comédienne режиссёр"
    " режиссер оператор актёр актриса реж опер справа слева озвучивала озвучивал photographed phot even"
    " once only although though because since until if so yet how why what despite madame monsieur señor"
    " señora professor captain beside near does doesn't don't didn't isn't said"
)
_SURNAMES_TOO: Final = word_set("young little star baby english french german irish welsh")
_THINGS: Final = word_set(
    "studio studios park valley street drive boulevard awards award avenue city beach island islands hotel"
    " school university pictures films entertainment bros company desert hills bridge theatre theater museum"
    " castle festival tower falcon star wars war screen mountain mountains ocean sea county state states"
    " airport station house road bay coast canyon globe globes oscar oscars academy magazine times post"
    " news show machine effects effect church cathedral palace square building center centre hospital"
    " forest ranch town village world club band party angeles york zealand kong kingdom hollywood"
    " california london paris france england texas arizona italy spain germany japan china mexico canada"
    " australia india ireland scotland wales morocco tunisia jitsu do workshop digital department team"
    " guild agency orchestra zoo press group troupe carpet empire reformatory"
    " prison jail pier quay abbey gardens garden mill league"
)
_NEVER_FIRST: Final = word_set(
    "los las san santa new north south east west mount fort united world universal paramount columbia"
    " disney academy golden best brazilian african european asian latin greek great grand royal national"
    " twentieth central eastern western northern southern blue green black white christmas thanksgiving"
    " easter monday tuesday wednesday thursday friday saturday sunday january february march july"
    " september october november december hollywood video dvd original first second third"
)
_NO_NAME_AFTER: Final = word_set(
    "the a an his her its their this that our my your every each in into across around throughout outside"
    " toward towards"
)
_UNSURE_AFTER: Final = word_set("at from near of off")

_PLAYED: Final = re.compile(
    r"\b(?:play(?:ing|s|ed)?|portray(?:ing|s|ed)?|characters?|role\s+of|part\s+of|dressed\s+(?:up\s+)?as|costume\s+of"
    r"|shots\s+of|doll|puppet|model\s+of|likeness\s+of|voice\s+of|voices?|(?P<as>as))\s+(?:the\s+)?$"
)
_ACTS: Final = re.compile(
    r"\s+(?:\([^()]*\)\s+)?(?:and\s+[A-Z][^,]*?\s+)?(?:is|was|are|were|has|[a-z]{2,}(?<!s)s|[a-z]{3,}ed)\b"
)
_NAME_AND_SPACE: Final = re.compile(r"(?:(?<!\w)[^\W\da-z_][\w'’.-]*|\))\s+$")
_MADE: Final = re.compile(
    r"\s+(?:doll|puppet|animatronic|costume|suit|mask|make-?up|dummy|statue|character|figure|toy|prosthetics?)\b"
)


_MOST_IN_NAME: Final = 5
"""Words of the longest name."""


class Known(Protocol):
    """Who is known beforehand."""

    def is_person(self, name: str) -> bool:
        """Tells whether a full name is somebody's."""

    def is_first_name(self, word: str) -> bool:
        """Tells whether a word is somebody's first name."""


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name in a text, from `start` up to `end`.

    Attributes:
        text: The name, without a nickname in its midst.
        written: The name as written.
        start: Where it begins.
        end: Where it ends, any possessive aside.
        role: What the text says they did; empty where it says nothing.
        sure: Whether more than its capitals says that it is a person's.
    """

    text: str
    written: str
    start: int
    end: int
    role: str
    sure: bool


def _nobody(word: str) -> bool:
    """Takes no surname alone for anybody's."""
    return False


@lru_cache(maxsize=16384)
def find_names(text: str, known: Known, is_surname: Callable[[str], bool] = _nobody) -> tuple[Name, ...]:
    """Finds people's names: capitalised runs of two to four words that are no thing, place or character.

    Args:
        text: One or more sentences.
        known: The people and first names that are known.
        is_surname: Tells whether a surname standing alone names somebody; none does where left out.
    """
    found: list[Name] = []
    everybody = runs(text)
    for run, following in zip_longest(everybody, everybody[1:]):
        if sibling := _sibling(text, run, following, known):
            found.append(sibling)
            continue
        parts, stripped = _name_in(run, known)
        start, end = parts[0].start, parts[-1].end
        written = text[start:end]
        name = NICKNAME.sub(" ", written)
        sure = (len(parts) > 1 and known.is_person(name)) or is_surname(name)
        given = known.is_first_name(parts[0].text)
        introduced = stripped
        if not sure:
            if (
                any(is_shouted(part.text) for part in parts)
                or not _is_personal(parts)
                or is_character(text, start, end)
            ):
                continue
            introduced = stripped or bool(role_before(text, start))
            if not (introduced or _may_follow(text[:start], given=given)):
                continue
        found.append(Name(name, written, start, end, "", sure=sure or introduced or given))
    return tuple(_sure_together(text, found))


def _sibling(text: str, run: Sequence[Token], following: Sequence[Token] | None, known: Known) -> Name | None:
    """Reads the first name alone in "Joel and Ethan Coen"."""
    if following is None or len(run) > 1 or len(following) < 2:
        return None
    (one,), name = run, f"{run[0].text} {following[-1].text}"
    if not _AND.fullmatch(text, one.end, following[0].start) or not known.is_person(name):
        return None
    return Name(name, one.text, one.start, one.end, "", sure=True)


def with_roles(text: str, names: Sequence[Name]) -> list[Name]:
    """Gives names with what the text says that their bearers did."""
    told: list[Name] = []
    shared = ""
    for name in names:
        ahead = role_before(text, name.start)
        joined = bool(told) and bool(_JOINED.fullmatch(text, told[-1].end, name.start))
        shared = ahead if is_shared(text, name.start) else shared if joined else ""
        told.append(replace(name, role=ahead or role_after(text, name.end) or shared))
    return told


def _sure_together(text: str, found: Sequence[Name]) -> list[Name]:
    """Takes those named in one breath with somebody who is surely a person for people too."""
    groups: list[list[Name]] = []
    for name in found:
        if groups and _JOINED.fullmatch(text, groups[-1][-1].end, name.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [
        name if name.sure else replace(name, sure=any(one.sure for one in group))
        for group in groups
        for name in group
    ]


def _name_in(run: Sequence[Token], known: Known) -> tuple[Sequence[Token], bool]:
    """Gives what of a run is a name, and whether words that introduce people were left out before it."""
    stripped = False
    while len(run) > 1 and _introduces(run[0].text):
        if known.is_person(" ".join(token.text for token in run)):
            break
        run, stripped = run[1:], True
    return _known_part(run, known) or run, stripped


def _introduces(word: str) -> bool:
    """Tells whether a word stands before names: "director", "Director-cameraman"."""
    word = word.casefold()
    return word in BEFORE_NAMES or ("-" in word and all(one in BEFORE_NAMES for one in word.split("-")))


def _known_part(run: Sequence[Token], known: Known) -> Sequence[Token]:
    """Gives what of a longer run is somebody's name: "Stan Winston Painting The T-Rex"."""
    for begin in range(max(1, len(run) - 1)):
        for length in range(min(len(run) - begin, _MOST_IN_NAME), 1, -1):
            if known.is_person(" ".join(token.text for token in run[begin : begin + length])):
                return run[begin : begin + length]
    return ()


def _is_personal(parts: Sequence[Token]) -> bool:
    words = [part.text.casefold().rstrip(".") for part in parts]
    names = [word for word in words if len(word) > 1 and word not in PARTICLES and word not in SUFFIXES]
    return (
        2 <= len(names) <= 4
        and len(words[-1]) > 1
        and words[-1] not in _THINGS
        and words[-1] not in BEFORE_NAMES - _SURNAMES_TOO
        and words[0] not in _NEVER_FIRST
        and words[0] not in BEFORE_NAMES
    )


def _may_follow(before: str, *, given: bool) -> bool:
    """Tells whether a name may stand after these words: "the Death Star", "in Hong Kong" are none."""
    words = before[-40:].split()
    ahead = words[-1].casefold() if words and before[-1].isspace() else ""
    return ahead not in _NO_NAME_AFTER and (given or ahead not in _UNSURE_AFTER)


def is_character(text: str, start: int, end: int) -> bool:
    """Tells whether the words around a name say that it is a part's, not a person's."""
    before = text[:start]
    if played := _PLAYED.search(before, max(0, start - 30)):
        # "Uma Thurman as the Bride waits" names a part; "laughs as Tim Roth watches" does not.
        part = _NAME_AND_SPACE.search(before[: played.start()])
        return bool(not played["as"] or part or not _ACTS.match(text, end))
    if _MADE.match(text, end):
        return True
    opening = before.rfind("(", max(0, start - 5))
    # "Sean Connery (James Bond)": what stands in brackets right after a name is whom they play.
    return opening >= 0 and ")" not in before[opening:] and bool(_NAME_AND_SPACE.search(before[:opening]))
