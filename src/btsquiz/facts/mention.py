"""A place in a text that may name a film, and how plainly what stands around it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from btsquiz.facts.years import year_beside

_REACH: Final = 80
"""Characters before a title that may lead up to it."""

TELLING: Final = 0.8
"""Weight that tells a film's title from a word, or a film in passing from the one that is meant."""

OTHER: Final = re.compile(
    r"\b(?:after|before|since|like|unlike|stars? of|fresh from|following|previous|earlier|later|also"
    r"|famous for|known for|directors? of|than|wink to|nod to|homage to|screening of|showing of)\s+"
    r"(?:(?:the|his|her|their|in)\s+)?['\"“‘]?$",
    re.I,
)
"""Words that lead up to a film which a story is not about."""

COMPANY: Final = re.compile(
    r"\b(?:MGM|RKO|UA|NBC|CBS|ABC|BBC|ITV|TVE|Fox|Paramount|Columbia|Universal|Warner|United Artists|Republic"
    r"|Lionsgate|Disney|Miramax|Ealing|Hammer|Rank|Gaumont|Pathé|UFA|Toho|Mosfilm|First National|Studios?"
    r"|Pictures|Films?|Productions?|Television|TV)\b"
)
"""Who brought a film out, beside its year: "SUNRISE (Fox, 1927)"."""

FIELD_START: Final = re.compile(r"(?:^|[.!?»”\"]\s|[|/:;()\[\]]\s*|\s[–—-]\s|,\s|\bfrom\s|\s{2,})$")
FIELD_END: Final = re.compile(r"\s*(?:$|[.!?](?:\s|$)|[|/:;()\[\]]|\s[–—-]\s|,)")
CUED: Final = re.compile(
    r"\b(?:in|on|for|from|of|during|between|with|filming|shooting|making|directing|pour|dans|de|du|sur|en"
    r"|para|der|des|в|на)\s+(?:the\s+|his\s+|her\s+|their\s+|l['’])?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What may be a film's title, in `text[start:end]`.

    Attributes:
        written: The title as written, without quotes.
        start: Where it begins, quotes included.
        end: Where it ends, quotes included.
        year: The year that stands right beside it.
        weight: How plainly the text around it says that it is a film's title; 2 is as good as said.
        bracketed: Whether that year is in brackets.
        plain: Whether nothing but our knowing the title says that it is one.
    """

    written: str
    start: int
    end: int
    year: int | None
    weight: float
    bracketed: bool = False
    plain: bool = False


def mention(text: str, written: str, start: int, end: int, weight: float, *, plain: bool = False) -> Mention:
    """Makes a mention of a title in `text[start:end]`, with the year beside it."""
    year, bracketed = year_beside(text, start, end)
    return Mention(
        written, start, end, year, weight + (2 if bracketed else 0), bracketed, plain and not bracketed
    )


def before(text: str, start: int) -> str:
    """Gives what stands close before a place in a text."""
    return text[max(0, start - _REACH) : start]
