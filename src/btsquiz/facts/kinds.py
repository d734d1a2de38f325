"""Tells a photo's caption from a story: what is seen from what is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

from btsquiz.facts.fact import FactKind
from btsquiz.facts.wording import wording_of

SENTENCE_END: Final = re.compile(r"(?<!\d)(?<!\bInv)(?<!\bcm)[.!?…][\"”’»)]*(?:\s|$)")
"""A sentence's end; "20 × 25." and "Inv. 4." are none."""

_RECORD: Final = re.compile(r"[^.!?]{2,80}[^\W\d], (?:18|19|20)\d\d(?:\.|\s[–—-]+)\s")
_PRINT: Final = re.compile(
    r"(?:(?<=[.!?] )|^)[^.!?]*\b(?:gelatin|verso|linen-backed|pinholes?|creas\w+|transparenc\w+"
    r"|(?:vintage|later|double-weight|modern|key book|stamped|matte|glossy|silver|contact)[\w -]{0,20}"
    r"\bprints?)\b"
    r"[^.!?]*(?:[.!?]|$)",
    re.I,
)
"""What is said of a print of the picture, and not of what it shows."""

_OF_PRINT: Final = 1.0
"""What that gains."""

_RECORDED: Final = 1.2
"""What a record of its film at its head gains: "Frankenstein, James Whale, 1931. Boris Karloff at lunch."."""
_ON_SET: Final = re.compile(
    r"\b(?:on (?:the )?(?:\S+ ){0,3}set|behind[- ]the[- ]scenes|between (?:takes|set-?ups|shots|scenes)"
    r"|filming|shooting|shoots?|crew|extras"
    r"|rehears\w+|director|camera\w*|chair|props?|costume\w*|make-?up|stunts?|doubles?|model|miniature"
    r"|under construction|animatronic|prepar\w+"
    r"|a (?:shot|take|scene|break)|takes?|tournage|plateau|rodaje|plat[oó]|съ[её]м\w+|площадк\w+)\b",
    re.I,
)
_TOLD: Final = re.compile(
    r"\b(?:was|were|had|did(?:n['’]t)?|would|could(?:n['’]t)?|became|because|told|asked|refused|insisted|wanted|decided|fell|drank"
    r"|broke|ate|gave|went|came|said|spent|lost|kept|ran|began|flew|wore|swam|sank|rode|threw|bought|sold|made|took|got|put|knew"
    r"|thought|found|turned|froze|sang|stood|slept|drove|grew|heard|left|met|paid|sent|shook|spoke|taught|tore"
    r"|woke|won|wrote|caught|built|burnt|learnt|quit|hid|drew|fought|felt|forgot|stole|struck|wept|sat|held"
    r"|[a-z]{3,}ed"
    r"|\w{2,}(?:ait|aient)|fut|(?:a|ont|est|sont|s['’]est|ai) (?:\w+ )?\w{2,}(?:é|ée|és|ées|i|u|us|is|it|ert)"
    r"|\w{2,}(?:aba|aban|ía|ían|ieron|aron|ió)|fue|dijo|hizo|tuvo|quiso|pidió|tomó|dejó|llegó|era"
    r"|war|hatte|wurde|musste|konnte|[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лись))\b"
)
"""Words of what happened once, where a caption says what is seen."""

_SEEN: Final = re.compile(
    r"\b(?:(?<!\bon )(?<!\bof )(?<!\bfor )(?<!\bby )(?<!\bafter )(?<!\bwithout )"
    r"(?!filming|shooting|during)[a-z]{3,}ing|is|are|being|(?:share|sit|stand|wait|watch|check|hold|show|direct|prepare|look|play|talk|read|lean|smile|laugh"
    r"|line|pose|point|take|get|eat|drink|sleep|nap|push|pull|ride|carr(?:y|ie)|wear|help|teach|give|put|listen|explain|compare"
    r"|rehearse|celebrate|relax|walk|climb|hang|adjust|try|trie|test|pour|light|film|go|use|feed|let|turn|swing|brush|draw|melt)(?:s|es)?)\b"
)
_DOES: Final = re.compile(
    r"\b[A-ZÀ-Þ][\w.’'-]+(?: \([^()]{2,40}\))?,? (?:is|are|has|have|gets?|[a-z]{3,}[^\Wsu]s)\b"
)
"""Somebody who does something now, as a picture shows."""

_NOW: Final = 0.6
_ENDS_IN_TITLE: Final = re.compile(r"[\"”»)][.\s]*$")
_LABEL: Final = 1.5
"""What a few words gain that tell nothing: among stories, a picture's label."""

_WORDED: Final = 0.84
_BETWEEN: Final = -1.2
_MOST_WORDED: Final = 4.0
"""What words gain that are a caption's rather than a story's, where between the two each says nothing, and
how much all of them may say: fitted to marked pages, each with the words of the others."""

_PHOTO_WORDS, _STORY_WORDS = 26, 44
_SHOWN = 3.0
_PICTURE_OF: Final = re.compile(
    r"\[?(?:[\w’' ]{0,20}\b)?(?:picture|photo|pic|still|image|snap|page|cover|foyer|stairs|poster)s?\b"
    r"[\w ]{0,14}[\]:]"
    r"|\[[^\[\]]{1,30}[\]:]|[\"“«][^\"“”«»]{2,60}[\"”»](?:\s\(\d{4}\))?\s?[–—-]+\s(?-i:[A-ZÀ-ÞА-ЯЁ])",
    re.I,
)
"""A label that says where a picture is, or who is in it: `Cover picture:`, `[p. 4]`, `“Jaws” — R. Shaw`."""


_STORY_OF: Final = re.compile(
    r"\W*(?:(?:fun|true|little[- ]known|(?:pour )?la petite|the|una?|l['’])\s?)?"
    r"(?:trivia|facts?|story|histoire|anecdote|anécdota|anekdote|curiosidad|байка|факт)\s?[:.!–—-]",
    re.I,
)
"""A label that says that a story follows: `Trivia:`, `Fun fact:`."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a text has that tells a caption from a story, whatever its page says it collects."""

    length: int
    sentences: int
    told: int
    seen: int
    does: int
    labelled: int
    recorded: bool
    on_set: bool
    ends_in_title: bool


@lru_cache(maxsize=8192)
def _look(text: str) -> _Look:
    return _Look(
        length=len(text.split()),
        sentences=len(SENTENCE_END.findall(text)),
        told=len(_TOLD.findall(text)),
        seen=len(_SEEN.findall(text)),
        does=len(_DOES.findall(text)),
        labelled=bool(_PICTURE_OF.match(text)) - bool(_STORY_OF.match(text)),
        recorded=_RECORD.match(text) is not None,
        on_set=is_on_set(text),
        ends_in_title=_ENDS_IN_TITLE.search(text) is not None,
    )


def photo_score(text: str, page: FactKind | None, *, pictured: bool = False) -> float:
    """Weighs how much a text reads like a photo's caption: above 0 it does, below 0 like a story.

    Args:
        text: The text.
        page: What its page says it collects.
        pictured: Whether a picture's file name or number stands over it.
    """
    printed = _PRINT.sub("", text).strip() if page != "story" else ""
    look, words = _look(printed or text), wording_of(printed or text)
    score = {"photo": 1.8, "story": -3.2, None: 0.0}[page] + (1.5 if pictured else 0)
    score += 1.2 if look.length <= _PHOTO_WORDS else 0.2 if look.length <= _STORY_WORDS else -1.5
    score -= 0.7 * min(3, max(0, look.sentences - 2))
    if page == "story" and look.length <= _PHOTO_WORDS and not look.told and look.ends_in_title:
        score += _LABEL
    score += _SHOWN * look.labelled
    score += _RECORDED if look.recorded else 0
    score += _OF_PRINT if printed and printed != text else 0
    score += 0.6 if look.on_set else 0
    score += _NOW * min(2, look.does)
    score += 0.5 * min(2, look.seen) - (0.7 if page else 0.9) * min(4, look.told)
    score -= 0.9 if look.told and not look.seen and (page == "story" or not look.on_set) else 0
    worded = words.seen - words.told - _BETWEEN * sqrt(words.known)
    return score + _WORDED * max(-_MOST_WORDED, min(_MOST_WORDED, worded))


def is_told(text: str) -> bool:
    """Tells whether a text says what happened once."""
    return bool(_TOLD.search(text))


@lru_cache(maxsize=8192)
def is_on_set(text: str) -> bool:
    """Tells whether a text speaks of a film's being made."""
    return bool(_ON_SET.search(text))
