"""People's names in a sentence, told from things, places and characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from btsquiz.facts.roles import is_shared, role_after, role_before
from btsquiz.facts.spelling import word_set

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:Jr|Sr|St|Dr)\.|[^\W\d_]+(?:['’.‐‑-][^\W\d_]+)*")
_NICKNAME: Final = re.compile(r"\s+(?:[\"“'‘][^\"“”'‘’]{1,24}[\"”'’]\s+)?")
_INSIDE_NAME: Final = re.compile(r"(?<=\w)\s+[\"“'‘][^\"“”'‘’]{1,24}[\"”'’]\s+(?=[^\W\da-z_])")
_JOINED: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|and|&|,\s*and)\s*")

_PARTICLES: Final = word_set("de del della di da van von der den la le du dos el bin ibn al ten ter")
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FUNCTION: Final = word_set(
    "a an the and or but of in on at to for from with by as is are was were between before after during"
    " while when where who his her their its he she they it this that these those here there not then also"
    " both set sets scene scenes film movie behind-the-scenes behind directed starring featuring opposite"
    " vs"
)
_BEFORE_NAMES: Final = word_set(
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
    " norwegian even once only although though because since until if so yet how why what despite"
)
_SURNAMES_TOO: Final = word_set("young little star baby english french german irish welsh")
_THINGS: Final = word_set(
    "studio studios park valley street awards award avenue city beach island islands hotel school"
    " university pictures films entertainment bros company desert hills bridge theatre theater museum"
    " castle festival tower falcon star wars war screen mountain mountains ocean sea county state states"
    " airport station house road bay coast canyon globe globes oscar oscars academy magazine times post"
    " news show machine effects effect church cathedral palace square building center centre hospital"
    " forest ranch town village world club band party angeles york zealand kong kingdom hollywood"
    " california london paris france england texas arizona italy spain germany japan china mexico canada"
    " australia india ireland scotland wales morocco tunisia jitsu do workshop digital department team"
    " guild agency orchestra zoo press group troupe carpet empire"
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
_NAME_AND_SPACE: Final = re.compile(r"(?:[^\W\da-z_][\w'’.-]*|\))\s+$")
_MADE: Final = re.compile(
    r"\s+(?:doll|puppet|animatronic|costume|suit|mask|make-?up|dummy|statue|character|figure|toy|prosthetics?)\b"
)


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


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    possessive: bool


def find_names(text: str, known: Known, is_surname: Callable[[str], bool]) -> list[Name]:
    """Finds people's names: capitalised runs of two to four words that are no thing, place or character.

    Args:
        text: One or more sentences.
        known: The people and first names that are known.
        is_surname: Tells whether a surname standing alone names somebody.
    """
    found: list[Name] = []
    shared = ""
    for run in _runs(text):
        parts, stripped = _name_in(run, known)
        start, end = parts[0].start, parts[-1].end
        written = text[start:end]
        name = _NICKNAME.sub(" ", written)
        ahead = role_before(text, start)
        introduced = stripped or bool(ahead)
        sure = (len(parts) > 1 and known.is_person(name)) or is_surname(name)
        given = known.is_first_name(parts[0].text)
        fits = sure or (_is_personal(parts) and (introduced or _may_follow(text[:start], given=given)))
        if not fits or _is_character(text, start, end, known=sure):
            continue
        joined = bool(found) and bool(_JOINED.fullmatch(text, found[-1].end, start))
        shared = ahead if is_shared(text, start) else shared if joined else ""
        role = ahead or role_after(text, end) or shared
        found.append(Name(name, written, start, end, role, sure=sure or introduced or given))
    return _sure_together(text, found)


def _sure_together(text: str, found: Sequence[Name]) -> list[Name]:
    """Takes those named in one breath with somebody who is surely a person for people too."""
    groups: list[list[Name]] = []
    for name in found:
        if groups and _JOINED.fullmatch(text, groups[-1][-1].end, name.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [replace(name, sure=any(one.sure for one in group)) for group in groups for name in group]


def _runs(text: str) -> Iterator[list[_Token]]:
    """Gives the runs of capitalised words, particles between them included."""
    run: list[_Token] = []
    pending: list[_Token] = []
    last_end = 0
    nicknames = [match.span() for match in _INSIDE_NAME.finditer(text)]
    for match in _TOKEN.finditer(text):
        if any(start < match.start() < end for start, end in nicknames):
            continue
        word = match[0]
        core = re.sub(r"['’][sS]$", "", word)
        token = _Token(core, match.start(), match.start() + len(core), core != word)
        if run and (run[-1].possessive or not _NICKNAME.fullmatch(text, last_end, token.start)):
            yield run
            run, pending = [], []
        last_end = match.end()
        if core[0].isupper() and core.casefold() not in _FUNCTION and not _is_acronym(core):
            run += [*pending, token]
            pending = []
        elif run and core in _PARTICLES and not token.possessive:
            pending.append(token)
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and "." not in word


def _name_in(run: Sequence[_Token], known: Known) -> tuple[Sequence[_Token], bool]:
    """Gives what of a run is a name, and whether words that introduce people were left out before it."""
    stripped = False
    while len(run) > 1 and run[0].text.casefold() in _BEFORE_NAMES:
        if known.is_person(" ".join(token.text for token in run)):
            break
        run, stripped = run[1:], True
    return run, stripped


def _is_personal(parts: Sequence[_Token]) -> bool:
    words = [part.text.casefold().rstrip(".") for part in parts]
    names = [word for word in words if len(word) > 1 and word not in _PARTICLES and word not in _SUFFIXES]
    return (
        2 <= len(names) <= 4
        and len(words[-1]) > 1
        and words[-1] not in _THINGS
        and words[-1] not in _BEFORE_NAMES - _SURNAMES_TOO
        and words[0] not in _NEVER_FIRST
        and words[0] not in _BEFORE_NAMES
    )


def _may_follow(before: str, *, given: bool) -> bool:
    """Tells whether a name may stand after these words: "the Death Star", "in Hong Kong" are none."""
    words = before[-40:].split()
    ahead = words[-1].casefold() if words and before[-1].isspace() else ""
    return ahead not in _NO_NAME_AFTER and (given or ahead not in _UNSURE_AFTER)


def _is_character(text: str, start: int, end: int, *, known: bool) -> bool:
    if known:
        return False
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
