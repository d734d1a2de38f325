"""The stem stands alone: it needs no picture, no page and no other question, and names what it asks about.

Passes::

    - ask: Who directed Jaws?
      accept: [Steven Spielberg]

Fails::

    - ask: Who directed this film?
      accept: [Steven Spielberg]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from btsquiz.document import Problem
from btsquiz.facts.filmography import Filmography
from btsquiz.packs.pack import Pack

RULE = "stem-alone"

_SHOWN: Final = r"(?:photo(?:graph)?|picture|image|still|snapshot|shot|caption)"
_TOLD: Final = r"(?:text|page|story|article|passage|paragraph|anecdote|question|document)"
_ELSEWHERE: Final = re.compile(
    rf"""\b(?:
      [Tt]his\ (?:film|movie|{_SHOWN}|{_TOLD}|scene|actor|actress|director|man|woman|person|star)\b
    | (?:[Ii]n|[Oo]n|[Ff]rom|of|to|by)\ th(?:e|at|is)\ {_SHOWN}\b
    | (?:[Aa]ccording\ to|[Ii]n|[Ff]rom|by)\ th(?:e|at|is)\ {_TOLD}\b(?!\ of\b)
    | (?:[Ss]een|[Ss]hown|pictured|named|mentioned|described|quoted|told)\ (?:here|above|below|earlier)\b
    | (?:[Tt]he|[Ss]ee|[Aa]s)\ (?:above|below|aforementioned)\b
    | [Pp]ictured\b
    | [Tt]he\ (?:previous|last|next|preceding|following)\ (?:question|{_SHOWN}|{_TOLD})\b
    | the\ same\ (?:film|movie|{_SHOWN}|{_TOLD})(?=\?)
    )""",
    re.VERBOSE,
)
_UNNAMED: Final = re.compile(
    r"(?:(?:And|But|So)\ )?"
    r"(?:(?:He|She|They)\b"
    r"|(?:(?:Who|What|Why|When|Where|How|Which)\b[^?]{0,24}?\b)?"
    r"(?:(?:was|were|is|are|did|does|do|had|has)\ (?:he|she|they)\b[^,.:;]*|(?:was|is)\ it)\?$)",
    re.VERBOSE,
)
"""A stem that begins with a pronoun, or is one short question about one: there is nobody it could mean."""


def check(pack: Pack, films: Filmography) -> Iterator[Problem]:
    """Yields a problem for each question whose stem points at something that is not there."""
    for placed in pack.placed:
        ask = placed.question.ask
        pointing = _ELSEWHERE.search(ask) or _UNNAMED.match(ask)
        if pointing:
            message = f"`{pointing[0]}` means nothing to somebody who sees only the question; name it"
            yield Problem(pack.path, placed.line, placed.column, message, RULE)
