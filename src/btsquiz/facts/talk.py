"""Who speaks in a text: the page or a reader, and not a caption or a story."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\w)[‘'][^‘’']{2,}(?:\w['’]\w[^‘’']*)*['’](?!\w)")

_FIRST_PERSON: Final = re.compile(
    r"\b(?:[Mm]y (?=[a-z])|(?:me|i(?:['’](?:m|ve|d|ll))?)\b)"
    r"|(?<!War )(?<!Part )(?<!Volume )(?<!Elizabeth )\bI(?:['’](?:m|ve|d|ll)| (?=[a-z]))"
)

_ADDRESS: Final = re.compile(
    r"\b(?:[Ww]e(?:['’](?:re|ve|ll|d))?|[Oo]urs?|us|[Yy]ou(?:['’](?:re|ve|ll|d))?|[Yy]ours?|u)\b"
)

_WEB_TALK: Final = re.compile(
    r"\b(?:subscribe|click (?:here|on|through)|scroll (?:down|on)|(?:in|leave a|drop a) (?:the )?comments?"
    r"|let (?:us|me) know|tell us|check (?:out|them|it)|read on|keep (?:reading|scrolling)"
    r"|here (?:are|is a|['’]s a)|let['’]s (?:count|start|begin|dive|go|look|get)|thank you (?:to|all|for)"
    r"|(?:kindly|generously) (?:supported|sponsored)|sign up:|your e-?mail"
    r"|sad news|passed away (?:on|this|last)|stay tuned|without further ado"
    r"|this (?:list|article|post|gallery|slideshow|blog|page|collection|exhibition|newsletter|column)"
    r"|enjoy (?:these|the|this|our|\d+)|thanks for"
    r"|don['’]t miss|next time\b|that['’]s (?:all for|all folks|it for|your lot)"
    r"|did you (?:like|enjoy|appreciate)|which one\b|pull quote"
    r"|(?:open|closed) (?:daily|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|to)\b"
    r"|last (?:entry|admission)|p&p|subs are|got a tip|has been awarded|thread moved|may not post"
    r"|was born (?:in|on|to)\b.*\bdied (?:in|on|at|of)"
    r"|\d+ ?% off|with the code|share (?:it|this|them) with|did you spot"
    r"|\?.{0,30}\b(?:answers?|réponses?|respuestas?|ответ)\b"
    r"|does anyone|anyone(?: else)?\?|anybody\?|pm me|you cannot post|powered by|q: .*\ba: .*"
    r"|(?:great|nice|cool|awesome|amazing|lovely|fantastic|wonderful) (?:post|list|article|photos|pics"
    r"|pictures|stuff|read|collection|blog|site|shots))\b",
    re.I,
)

_JOKE: Final = re.compile(
    r"(?:(?:a |the )?joke\b|анекдот\b|chiste\s?:|blague\s?:|q[:.] .*\ba[:.] "
    r"|.{0,60}\bhow many [\w ]{3,30} (?:does|do) it take"
    r"|why (?:did|do|does|is|are|was|the)\b[^.!]*\?\s+\S"
    r"|what (?:did|do) (?:the|an?|you)\b[^?]{3,60}\b(?:say|call|get)\b[^?]{0,40}\?\s+\S|приходит .{1,30} в "
    r"|(?:a|two|three) [^.]{2,40} walks? into an?\b|a man (?:walks|goes|comes)\b)",
    re.I,
)

_CLOSING: Final = re.compile(
    r"(?:in conclusion|to conclude|to sum up|(?:so,? )?(?:these|those) (?:were|are) (?:a|some|our|the)"
    r"|(?:we|i) (?:trust|hope) (?:you|that|this|these)|fe de erratas)\b",
    re.I,
)
"""How a page takes its leave, or puts itself right."""

_ABOUT_AUTHOR: Final = re.compile(
    r"[A-Z][\w.’']+(?: [A-Z][\w.’']+){0,2} (?:is|lives|writes|works)\b"
    r".*\b(?:lives? (?:in|with)|writer|editor|columnist|critic|blogger|journalist)\b"
)

SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")
"""What parts sentences."""

_LEAD_IN: Final = re.compile(r"[^.:!?()]{3,60}:\s+(?=[^\W\da-z_]|[a-z])")
"""What leads up to a story: "And one because my wife asked: …"."""

_LEAST_LED_TO: Final = 10
"""Words of what that leads up to."""

_TOLD: Final = 2
"""Sentences from which a text is a tale, of which some may be talk."""


def is_talk(text: str, *, strict: bool) -> bool:
    """Tells whether a text is the page or a reader speaking, not a caption or a story.

    Args:
        text: The text; what it quotes does not count.
        strict: Also take "we" and "you" for the page's voice; a story may use them.
    """
    if _JOKE.match(text) or _CLOSING.match(text):
        return True
    spoken = _QUOTED.sub(" ", text)
    if not strict and (lead := _LEAD_IN.match(spoken)) and len(spoken[lead.end() :].split()) >= _LEAST_LED_TO:
        spoken = spoken[lead.end() :]
    if not strict and len(sentences := SENTENCE.split(spoken)) >= _TOLD:
        # A reader who tells a story says "I" in it somewhere.
        talk = sum(_is_talk(sentence, strict=False) * len(sentence) for sentence in sentences)
        return talk * 2 > len(spoken)
    return _is_talk(spoken, strict=strict)


@lru_cache(maxsize=8192)
def _is_talk(spoken: str, *, strict: bool) -> bool:
    return bool(
        _WEB_TALK.search(spoken)
        or _ABOUT_AUTHOR.match(spoken)
        or _FIRST_PERSON.search(spoken)
        or (strict and _ADDRESS.search(spoken))
    )
