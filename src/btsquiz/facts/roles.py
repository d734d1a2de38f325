"""What the words around a name say that somebody did in the film."""

from __future__ import annotations

import re
from typing import Final

_NOT_THE_DIRECTOR: Final = "".join(
    f"(?<!{word} )"
    for word in (
        "assistant",
        "casting",
        "art",
        "unit",
        "stunt",
        "technical",
        "music",
        "creative",
        "animation",
    )
)
_SUIT: Final = r"(?:the\s+|a\s+|an\s+)?(?:\S+\s+){0,3}?(?:suit|costume)"
_PERFORMER: Final = r"(?:actor|man|woman|person|performer|stuntman)"
_MODEL: Final = r"(?:performance|live[- ]action(?:\s+reference)?|body\s+reference)[- ]models?"

_AHEAD: Final = (
    (
        "director",
        rf"{_NOT_THE_DIRECTOR}\bdirectors?(?::|(?<!, director)(?<!, the director),)?\s*$"
        r"|\b(?:directed|helmed)\s+by\s*$",
    ),
    ("stunt double", r"\bstunt[- ]?doubles?[,:]?\s*$"),
    (
        "actor in the suit",
        rf"\b{_PERFORMER}\s+(?:in|inside|wearing)\s+{_SUIT}[,:]?\s*$|\bsuit\s+(?:actor|performer)[,:]?\s*$",
    ),
    ("performance model", rf"\b{_MODEL}[,:]?\s*$"),
    ("actor", r"\b(?<!stunt )(?<!voice )(?:actor|actress)(?:es|s)?[,:]?\s*$|\b(?:co-)?stars?[,:]?\s*$"),
)
_NOT_OF_THE_NEXT: Final = r"(?!,?\s+(?-i:[A-Z]))"
"""In "Uma Thurman, director Quentin Tarantino" the word belongs to the name after it."""

_AFTER: Final = (
    (
        "director",
        rf"\W*(?:\((?:[^()]*\b)?{_NOT_THE_DIRECTOR}director\b(?!\s+of\s+photography)[^()]*\)"
        r"|,\s*(?:the\s+)?(?:(?:film|movie)['’]s\s+)?(?:\w+[-/])?director\b(?!\s+of\s+photography)"
        r"(?!\s+(?-i:[A-Z]))|(?:who\s+|is\s+|was\s+)?(?:co-)?direct(?:s|ed|ing)\b)",
    ),
    (
        "stunt double",
        r"\W*(?:\([^()]*stunt[- ]?double[^()]*\)"
        r"|,\s*(?:[^,()]{0,40}?['’]s?\s+|his\s+|her\s+|the\s+|their\s+)?stunt[- ]?double\b"
        rf"{_NOT_OF_THE_NEXT}"
        r"|(?:who\s+|is\s+|was\s+)?(?:stunt[- ])?doubl(?:es|ed|ing)\s+for\b)",
    ),
    (
        "performance model",
        r"\W*(?:(?:who\s+)?(?:did|does|doing|perform(?:ed|s)|provide[sd]|modell?ed|served\s+as)\s+(?:the\s+)?"
        r"(?:live|reference|performance)(?:[- ]action)?(?:\s+reference)?[- ]"
        r"(?:shots|scenes|reference|footage|models?|performance|moves|movements)\b"
        rf"|[(,]\s*(?:the\s+)?{_MODEL}\b)",
    ),
    ("actor in the suit", rf"\W*[(,]\s*(?:the\s+)?{_PERFORMER}\s+(?:in|inside|who\s+wore)\s+{_SUIT}\b"),
    (
        "actor",
        r"\W*(?:\((?:[^()]*\b)?(?:actor|actress)\b[^()]*\)"
        rf"|,\s*(?:the\s+|an?\s+)?(?:actor|actress|protagonist|lead|star)\b{_NOT_OF_THE_NEXT}"
        r"|(?:who\s+)?(?:play|portray)(?:s|ed|ing)\s+(?:the\s+|an?\s+)?(?:(?-i:[A-Z])|lead|title|role|part)"
        r"|as\s+(?:the\s+|an?\s+)?(?-i:[A-Z]))",
    ),
)
_BEFORE: Final = tuple((role, re.compile(pattern, re.I)) for role, pattern in _AHEAD)
_BEHIND: Final = tuple((role, re.compile(pattern, re.I)) for role, pattern in _AFTER)
_PLURAL: Final = re.compile(r"\b(?:directors|actors|actresses|stars|co-stars|doubles)[,:]?\s*$", re.I)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_REACH: Final = 120
"""Characters around a name that may say what its bearer did."""


def role_before(text: str, start: int) -> str:
    """Gives the role that the words before a name say; empty where they say none."""
    near = _BRACKETS.sub(" ", text[max(0, start - _REACH) : start])
    return next((role for role, pattern in _BEFORE if pattern.search(near)), "")


def role_after(text: str, end: int) -> str:
    """Gives the role that the words after a name say; empty where they say none."""
    near = text[end : end + _REACH]
    plain = _BRACKETS.sub(" ", near)
    return next((role for role, pattern in _BEHIND if pattern.match(near) or pattern.match(plain)), "")


def is_shared(text: str, start: int) -> bool:
    """Tells whether the word before a name is for several: "directors Joel Coen and Ethan Coen"."""
    return bool(_PLURAL.search(text[max(0, start - _REACH) : start]))
