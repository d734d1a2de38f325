"""People's names in a sentence, and the part it says they had in the film."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from btsquiz.text import fold

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){1,3}|(?:Jr|Sr|St|Dr)\.|[^\W\d_]+(?:['’.‐‑-][^\W\d_]+)*"
)
_NICKNAME: Final = re.compile(r"\s+(?:[\"“'‘][^\"”'’]{1,24}[\"”'’]\s+)?")
_PARTICLES: Final = frozenset("de del della di da van von der den la le du dos el bin ibn al ten ter".split())
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FUNCTION: Final = frozenset(
    "a an the and or but of in on at to for from with by as is are was were between before after during while when"
    " where who his her their its he she they it this that these those here there not then also both set sets scene"
    " scenes film movie behind-the-scenes behind directed starring featuring opposite vs".split()
)
_BEFORE_NAMES: Final = frozenset(
    "director directors co-director actor actors actress actresses producer producers writer writers screenwriter"
    " star stars co-star co-stars stunt stuntman stuntwoman double doubles performer makeup make-up special visual"
    " effects artist artists cinematographer photographer photography designer composer editor author novelist"
    " legend legendary young little baby crew cast members member extras filming shooting photo picture image left"
    " right center centre top bottom sir dame mr mrs ms miss dr president writer-director actor-director filmmaker"
    " filmmakers auteur icon supervisor coordinator choreographer creator singer comedian animator puppeteer costume"
    " sound production assistant camera operator rare candid a-list newcomer veteran co-writer showrunner animatronic"
    " lead leads leading supporting british american australian french italian german japanese mexican spanish irish"
    " canadian scottish swedish danish chinese korean indian russian polish dutch welsh austrian hungarian norwegian"
    " even once only although though because since until if so yet how why what despite".split()
)
_THINGS: Final = frozenset(
    "studio studios park valley street awards award avenue city beach island islands hotel school university pictures"
    " films entertainment bros company desert hills bridge theatre theater museum castle festival tower falcon star wars"
    " war screen mountain mountains ocean sea lake county state states airport station house road bay coast canyon"
    " globe globes oscar oscars academy magazine times post news show machine effects effect church cathedral palace"
    " square building center centre hospital forest ranch town village world club band party angeles york zealand"
    " kong kingdom hollywood california london paris france england texas arizona france italy spain germany japan"
    " china mexico canada australia india ireland scotland wales morocco tunisia jitsu do".split()
)
_NEVER_FIRST: Final = frozenset(
    "los las san santa new north south east west mount lake fort hong united world warner universal paramount columbia"
    " disney academy golden oscar best brazilian african european asian latin roman greek great grand royal national"
    " twentieth central eastern western northern southern red blue green black white christmas thanksgiving easter"
    " monday tuesday wednesday thursday friday saturday sunday january february march june july september october"
    " november december hollywood warner los-angeles video dvd original first second third".split()
)
_PLACE_AHEAD: Final = frozenset("in into across around throughout outside toward towards".split())
_ARTICLE_AHEAD: Final = frozenset("the a an his her its their this that our my your every each".split())
_UNSURE_AHEAD: Final = frozenset("at from near of off".split())

_ROLES_AHEAD: Final = (
    ("director", re.compile(
        r"(?:(?<!assistant )(?<!casting )(?<!art )(?<!unit )(?<!stunt )(?<!technical )(?<!music )(?<!creative )"
        r"\bdirectors?[,:]?|\b(?:directed|helmed) by)\s*$", re.I)),
    ("stunt double", re.compile(r"\bstunt[- ]?doubles?[,:]?\s*$", re.I)),
    ("actor in the suit", re.compile(
        r"\b(?:(?:actor|man|woman|person|performer|stuntman)\s+(?:in|inside|wearing)\s+(?:the\s+)?(?:\S+\s+){0,3}?(?:suit|costume)"
        r"|suit\s+(?:actor|performer))[,:]?\s*$", re.I)),
    ("performance model", re.compile(
        r"\b(?:performance|live[- ]action(?: reference)?|body reference)[- ]models?[,:]?\s*$", re.I)),
    ("actor", re.compile(r"\b(?:(?<!stunt )(?<!voice )(?:actor|actress)(?:es|s)?|co-stars?|(?<!-)\bstars?)[,:]?\s*$", re.I)),
)  # fmt: skip
_ROLES_AFTER: Final = (
    ("director", re.compile(
        r"\W*(?:\((?:[^()]*\b(?<!assistant )(?<!art )(?<!casting ))?director\b(?! of photography)[^()]*\)"
        r"|,\s*(?:the\s+)?(?:(?:film|movie)['’]s\s+)?(?:\w+[-/])?director\b(?! of photography)(?!\s+[A-Z])"
        r"|(?:who\s+|is\s+|was\s+)?(?:co-)?direct(?:s|ed|ing)\b)")),
    ("stunt double", re.compile(
        r"\W*(?:\([^()]*stunt[- ]?double[^()]*\)|,\s*(?:[^,()]{0,40}?['’]s?\s+|his\s+|her\s+|the\s+|their\s+)?stunt[- ]?double\b"
        r"(?!,?\s+[A-Z])|(?:who\s+|is\s+|was\s+)?(?:stunt[- ])?doubl(?:es|ed|ing)\s+for\b)")),
    ("performance model", re.compile(
        r"\W*(?:(?:who\s+)?(?:did|does|doing|performed|performs|provided|provides|modell?ed)\s+(?:as\s+)?(?:the\s+)?"
        r"(?:live|reference)\b[- ]?(?:action)?\s*(?:shots|scenes|reference|footage|model|performance|moves|movements)"
        r"|[(,]\s*(?:the\s+)?(?:performance|live[- ]action(?: reference)?)[- ]model\b)")),
    ("actor in the suit", re.compile(
        r"\W*[(,]\s*(?:the\s+)?(?:actor|man|woman|performer)\s+(?:in|inside|who\s+wore)\s+(?:the\s+)(?:\S+\s+){0,3}?(?:suit|costume)\b")),
    ("actor", re.compile(
        r"\W*(?:\((?:[^()]*\b)?(?:actor|actress)\b[^()]*\)|,\s*(?:the\s+|an?\s+)?(?:actor|actress)\b(?!\s+[A-Z])"
        r"|(?:who\s+)?(?:plays|played|portrays|portrayed|playing|portraying)\b)")),
)  # fmt: skip
_CHARACTER_AHEAD: Final = re.compile(
    r"\b(?:playing|plays|played|play|portray(?:ing|s|ed)?|characters?|role\s+of|part\s+of|dressed\s+(?:up\s+)?as|costume\s+of"
    r"|shots\s+of|doll|puppet|model\s+of|likeness\s+of|voice\s+of|voices?|(?P<as>as))\s+(?:the\s+)?$"
)
_GOES_ON: Final = re.compile(r"\s+(?:\([^()]*\)\s+)?(?:and\s+[A-Z][^,]*?\s+)?(?:is|was|are|were|has|[a-z]{2,}(?<!s)s|[a-z]{3,}ed)\b")
_CHARACTER_AFTER: Final = re.compile(
    r"(?:['’]s)?\s+(?:doll|puppet|animatronic|costume|suit|mask|make-?up|dummy|statue|character|figure|toy|prosthetics?)\b"
)
_AS_PART: Final = re.compile(r"\W*as\s+(?:the\s+|an?\s+)?[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*")
_PLURAL_AHEAD: Final = re.compile(r"\b(?:directors|actors|actresses|stars|co-stars|doubles)[,:]?\s*$", re.I)
_JOINED: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|and|&|,\s*and)\s*")
_PARENTHESES: Final = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name in a text, from `start` up to `end`.

    Attributes:
        text: The name as written.
        start: Where it begins.
        end: Where it ends, any possessive aside.
        role: What the text says they did; empty where it says nothing.
        introduced: Whether a word before it says that a person is named.
    """

    text: str
    start: int
    end: int
    role: str
    introduced: bool


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    possessive: bool


def find_names(text: str, is_known: Callable[[str], bool], is_given: Callable[[str], bool]) -> list[Name]:
    """Finds people's names: capitalised runs of two to four words that are no thing, place or character.

    Args:
        text: One or more sentences.
        is_known: Tells whether a full name is somebody's.
        is_given: Tells whether a folded word is a first name.
    """
    found: list[Name] = []
    shouted = text.isupper()
    shared = ""
    for run in _runs(text, shouted):
        parts, stripped = _name_in(run, is_known)
        start, end = parts[0].start, parts[-1].end
        name = text[start:end]
        before = text[:start]
        ahead = _role_ahead(before)
        introduced = stripped or bool(ahead)
        known = is_known(name)
        fits = known or (
            _is_personal(parts) and _may_follow(before, introduced=introduced, given=is_given(fold(parts[0].text)))
        )
        if not fits or _is_character(text, start, end, known=known):
            continue
        # "Directors Joel Coen and Ethan Coen": one word for both.
        joined = bool(found) and bool(_JOINED.fullmatch(text, found[-1].end, start))
        shared = ahead if _PLURAL_AHEAD.search(before) else shared if joined else ""
        found.append(Name(name, start, end, ahead or _role_after(text, end) or shared, introduced))
    return found


def _runs(text: str, shouted: bool) -> Iterator[list[_Token]]:
    """Gives the runs of capitalised words, particles between them included."""
    run: list[_Token] = []
    pending: list[_Token] = []
    last_end = 0
    for match in _TOKEN.finditer(text):
        word = match[0]
        core = re.sub(r"['’][sS]$", "", word)
        token = _Token(core, match.start(), match.start() + len(core), core != word)
        apart = not _NICKNAME.fullmatch(text, last_end, token.start)
        if run and (apart or run[-1].possessive):
            yield run
            run, pending = [], []
        last_end = match.end()
        if core[0].isupper() and fold(core) not in _FUNCTION and not (_is_acronym(core) and not shouted):
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


def _name_in(run: Sequence[_Token], is_known: Callable[[str], bool]) -> tuple[Sequence[_Token], bool]:
    """Gives what of a run is a name, and whether words that introduce people were left out before it."""
    stripped = False
    while len(run) > 1 and fold(run[0].text) in _BEFORE_NAMES and not is_known(_joined(run)):
        run, stripped = run[1:], True
    return run, stripped


def _joined(run: Sequence[_Token]) -> str:
    return " ".join(token.text for token in run)


def _is_personal(parts: Sequence[_Token]) -> bool:
    words = [fold(part.text) for part in parts]
    names = [word for word in words if len(word) > 1 and word not in _PARTICLES and word not in _SUFFIXES]
    return (
        2 <= len(names) <= 4
        and len(words[-1]) > 1
        and words[-1] not in _THINGS
        and words[-1] not in _BEFORE_NAMES - {"young", "little", "star", "baby"}
        and words[0] not in _NEVER_FIRST
        and words[0] not in _BEFORE_NAMES
    )


def _may_follow(before: str, *, introduced: bool, given: bool) -> bool:
    words = before.split()
    ahead = words[-1].casefold() if words and before[-1:].isspace() else ""
    if introduced:
        return True
    if ahead in _ARTICLE_AHEAD or ahead in _PLACE_AHEAD:
        return False
    return given or ahead not in _UNSURE_AHEAD


def _is_character(text: str, start: int, end: int, *, known: bool) -> bool:
    ahead = _CHARACTER_AHEAD.search(text[max(0, start - 24) : start])
    if ahead and not known:
        return not (ahead["as"] and _GOES_ON.match(text, end))
    if _CHARACTER_AFTER.match(text, end):
        return True
    opening = text.rfind("(", 0, start)
    inside = opening >= 0 and ")" not in text[opening:start]
    # "Sean Connery (James Bond)": what stands in brackets right after a name is whom they play.
    return inside and not known and bool(re.search(r"[A-Z][\w'’.-]+\s$", text[:opening])) and start - opening <= 5


def _role_ahead(before: str) -> str:
    near = _PARENTHESES.sub(" ", before[-80:])
    return next((role for role, pattern in _ROLES_AHEAD if pattern.search(near)), "")


def _role_after(text: str, end: int) -> str:
    after = text[end : end + 120]
    plain = _PARENTHESES.sub(" ", after)
    for role, pattern in _ROLES_AFTER:
        if pattern.match(after) or pattern.match(plain):
            return role
    part = _AS_PART.match(plain)
    return "actor" if part and not _GOES_ON.match(plain, part.end()) else ""
