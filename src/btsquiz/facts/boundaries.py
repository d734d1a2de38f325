"""Where an unquoted title begins in a text, and where it ends."""

from __future__ import annotations

import re
from typing import Final

from btsquiz.facts.linker import Linker
from btsquiz.facts.names import find_names
from btsquiz.facts.titles import MAX_WORDS, is_title_like

FILM: Final = (
    r"(?:film|movie|picture|classic|epic|western|musical|thriller|comedy|drama|sequel|prequel|remake|blockbuster"
    r"|adaptation|hit)"
)
MAKING: Final = re.compile(
    r"\b(?:[Ss]ets?|[Ff]ilming|[Ss]hooting|[Mm]aking|[Pp]roduction|shoot|takes?|[Ss]cenes?|[Rr]ehearsals?"
    r"|[Bb]ehind[- ]the[- ][Ss]cenes|[Cc]ast|[Cc]rew)"
    r"\s+(?:[Oo]f|[Ff]or|[Ff]rom|[Ii]n|[Oo]n|[Dd]uring)\s+(?:(?:the|his|her|their)\s+)?(?:(?:19|20)\d\d\s+)?(?:[a-z-]+\s+){0,2}?"
    rf"(?:{FILM}\s*,?\s+)?"
    rf"|\b(?:19|20)\d\d(?:['’]s)?\s+(?:[a-z-]+\s+){{0,2}}?{FILM}\s+"
    rf"|\b(?:the|his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{FILM}\s*,?\s+"
    r"|\b(?:[Ff]ilming|[Ss]hooting|[Mm]aking|[Dd]irecting|films|shoots|directs)\s+"
)
"""Words after which a film's title stands: "the set of", "a scene from", "filming"."""

_DIRECTS: Final = re.compile(r"\b(?:filming|shooting|directing|films|shoots|directs)\s+$")
NAMED_SET: Final = re.compile(r"\bthe\s+(\S.{0,60}?)\s+(?:film\s+|movie\s+)?set\b")
_PLAIN: Final = re.compile(r"(?<![\w-])(?:in|on|for|from|of|during|while)\s+")
_APART: Final = re.compile(r",\s+(?:in|on|for|from|during|while)\s+")
_SENTENCE: Final = re.compile(
    r"(?<!\bvs)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\b[A-Z])\.\s+(?=[A-Z'\"“‘])"
)
_SEPARATOR: Final = re.compile(r"\s+[-–—/]\s+|\s*[|]\s*|,\s+")
_LABEL: Final = re.compile(r"^(?:film|movie|title)\s*:\s*", re.I)
_PAUSE: Final = re.compile(r"[.,;!?()\[\]|–—]|$")
_DOUBTFUL: Final = re.compile(r"\s(?:in|at|on|with|for|as|by|from|while)\s")
_TOLD_WORDS: Final = 3
"""Words after a name with which a text is no title."""

_NOT_NAMES: Final = re.compile(r"[\W_]|\b(?:and|with|directors?|actors?|actress)\b", re.I)


_BESIDE: Final = re.compile(r"\s+(?:&|and|et|y|e|und|и)\s+")
_FAMILY: Final = re.compile(
    r"(?:[Tt]he\s+)?(?:([A-Z]\w{2,})s|([A-Z]\w{2,})\s+(?:[Bb]ro(?:ther)?s\.?|[Ss]isters))"
)
"""Several of one surname: "The Wachowskis", "Coen brothers"."""


def title_start(before: str, year: int, linker: Linker) -> tuple[int | None, bool]:
    """Finds where in the text before a year the title begins, and whether that is sure."""
    for start in [match.start() for match in re.finditer(r"(?<!\S)[^\W_]", before)][-MAX_WORDS:]:
        if is_title_like(before[start:]) and linker.is_of_year(before[start:].strip(" ,"), year):
            return start, True
    named_set = NAMED_SET.search(before)
    if named_set and not before[named_set.end() :].strip():
        return (named_set.start(1), True) if is_title_like(named_set[1]) else (None, False)
    begin = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    if label := _LABEL.match(before, begin):
        return label.end(), True
    begin = max([begin, *_starts(_APART, before, begin)])
    if starts := _starts(MAKING, before, begin):
        after = _after_names(before, starts[-1], linker)
        # "Directs Naomi Watts in King Kong" names her; "the set of Get Carter in Newcastle" does not.
        directs = _DIRECTS.search(before, begin, starts[-1])
        return (after, True) if directs else (starts[-1], after == starts[-1])
    for match in list(_SEPARATOR.finditer(before, begin))[:1]:
        # "Luis García Berlanga – El verdugo": a title may be in small letters after its director.
        if match[0].strip() not in (",", "/") and are_people(before[begin : match.start()], linker):
            return match.end(), True
    whole = is_title_like(before[begin:]) and not _tells(before[begin:], linker)
    after = _after_names(before, begin, linker)
    if after > begin:
        return after, True
    # "Alice in Wonderland" is one title; after anything that is not of a title, the title begins at the film.
    if not whole and (starts := _starts(_PLAIN, before, begin) or _starts(_SEPARATOR, before, begin)[-1:]):
        return starts[0], True
    return (begin if whole else None), whole


def _tells(text: str, linker: Linker) -> bool:
    """Tells whether a text in title case names somebody and goes on: "Peter Weller Being Cooled Down"."""
    first = next(iter(find_names(text, linker)), None)
    if first is None or text[: first.start].strip() or not linker.is_person(first.text):
        return False
    return len(text[first.end :].split()) >= _TOLD_WORDS


def _starts(cue: re.Pattern[str], text: str, begin: int) -> list[int]:
    """Gives the places after a cue from which the rest of a text is written as a title."""
    return [match.end() for match in cue.finditer(text, begin) if is_title_like(text[match.end() :])]


def _after_names(before: str, begin: int, linker: Linker) -> int:
    """Moves past the names in what seems a title: "Naomi Watts in King Kong"."""
    for cue, order in ((_PLAIN, 1), (_SEPARATOR, -1)):
        for match in list(cue.finditer(before, begin))[::order]:
            if is_title_like(before[match.end() :]) and are_names(before[begin : match.start()], linker):
                return match.end()
    return begin


def are_names(text: str, linker: Linker) -> bool:
    """Tells whether a text is people's names and nothing else."""
    names = find_names(text, linker)
    for name in reversed(names):
        text = text[: name.start] + text[name.end :]
    return bool(names) and not _NOT_NAMES.sub("", text)


def are_people(text: str, linker: Linker) -> bool:
    """Tells whether a text is people's names, and not just a few words in capitals."""
    first = text.split()[0] if text.split() else ""
    known = linker.is_person(text) or (len(first) > 2 and linker.is_first_name(first))
    return known and are_names(text, linker)


def is_maker(names: str, linker: Linker) -> bool:
    """Tells whether a text names who made a film, in full, by surname, or as a family: "The Coens"."""
    parts = _BESIDE.split(names)
    if len(parts) > 1 and all(is_maker(part, linker) for part in parts):
        return True
    family = _FAMILY.fullmatch(names)
    return (
        are_people(names, linker)
        or (" " not in names and linker.is_surname(names))
        or (family is not None and linker.is_surname(family[1] or family[2]))
    )


def title_end(text: str, start: int) -> int | None:
    """Finds the end of an unknown title: capitals up to the first pause, if nothing makes it doubtful."""
    pause = _PAUSE.search(text, start)
    words = text[start : pause.start() if pause else len(text)].split(" ")
    run = words[:MAX_WORDS]
    while run and not is_title_like(" ".join(run)):
        run.pop()
    # "The Shining 127 times", "Jaws in 1974": a figure that the sentence goes on with is not the title's.
    if len(run) > 1 and run[-1].isdigit() and (run[-2] == "in" or len(run) < len(words)):
        run = run[:-2] if run[-2] == "in" else run[:-1]
    title = " ".join(run).rstrip()
    return start + len(title) if title and not _DOUBTFUL.search(title) else None
