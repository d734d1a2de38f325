"""What stands on a page beside its captions and stories: furniture, adverts, and people talking."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from btsquiz.facts.page import Block

_MAX_CONTENT: Final = 4000
"""Characters in the longest text that may be a caption or a story."""

_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CHROME: Final = re.compile(
    r"""please\ wait\W*|loading\W*|story\ continues\ below.*
    |\[?ad\]?|adverti[sz](?:ement|ements|ing|e\ here)\b.*
    |(?:sponsored|promoted)\b.*|.*\b(?:our|from|by)\ (?:our\ )?sponsors?\b.*
    |(?:click|tap|swipe)\ (?:here|to|on|the|through|for|any|an)\b.*|scroll\ (?:down|on|for)\b.*
    |read\ (?:more|next|also|full|on)\b.*|see\ (?:also|more)\b.*|continue\ reading\b.*
    |view\ (?:all|more|gallery|photos|slideshow)\b.*|(?:load|show)\ more\b.*
    |related\b.{0,30}|you\ (?:may|might)\ (?:also\ )?(?:like|enjoy).*|recommended\b.*
    |trending\b.*|popular\ posts.*
    |(?:prev(?:ious)?|next)(?:\ (?:page|post|article|story|photo|slide))?\W*|(?:back|skip|jump)\ to\ .*
    |share(?:\ (?:this|on|via|it|with)\b.*|\W*)|spread\ the\ (?:love|word)\W*|tweet\W*|pin\ it\W*
    |like\ us\b.*|follow\ (?:us|me)\b.*
    |(?:share|facebook|twitter|x|pinterest|whatsapp|reddit|instagram|e-?mail|print|copy\ link|[|,/·•\s])+
    |subscribe\b.*|sign\ up\b.*|(?:our\ )?newsletter\b.*|log\ ?in\b.*|.*\b(?:accept|uses?|a)\ cookies?\b.*
    |.*\ball\ rights\ reserved\b.*|(?:copyright|©|\(c\))\s?.*|privacy\ policy.*|terms\ (?:of|and)\b.*
    |(?:tags?|categor(?:y|ies)|filed\ under|labels?|topics?)\s?:.*|filed\ under\b.*|contact\ us.*
    |(?:posted|published|updated|last\ updated|written|words|compiled|reviewed)\ (?:by|on|in|at)\b.*
    |(?:(?:photo|image|picture)s?|(?:photo|image)\ credits?|credits?|source|via|h/t)\s?
        (?:by\b|:|via\b|courtesy\b)(?:\ \S+){0,4}
    |\(?(?:courtesy|photo|image|getty|via)\b[^.]{0,60}\b(?:images|photos|pictures|archive|reddit)\)?\W*
    |(?:year|released?|director|directed\ by|starring|cast|genre|rating|runtime|country|written\ by)\s?:[^(]*
    |(?:\d[\d.,]*\s?[km]?|no|one)\ (?:(?:comment|share|like|view|repl|response)\w*|min(?:ute)?s?\ read).*
    |comments?(?:\ \(\d+\))?\W*|leave\ a\ (?:comment|reply)\b.*|add\ a\ comment.*|reply\W*
    |about\ (?:us|the\ author|me)\W*|\S*(?:https?://|www\.)\S*|\S+@\S+\.\S+|page\ \d+\ of\ \d+
    |(?!\d{3,4}$)[\W\d_]*"""
    rf"|(?:\w+day,?\ )?(?:{_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH})"
    r"\ \d{4}\b.{0,40}"
    r"|\d{4}-\d\d-\d\d\b.{0,30}|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b.{0,30}",
    re.I | re.X,
)
_BYLINE: Final = re.compile(
    r"[Bb][Yy]:? [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:\s*[,|•·–—-].*| (?:on|in|for|at) .*)?"
)
_AFTER: Final = re.compile(
    r"(?:\d+ |no )?(?:comments?|responses?|replies|thoughts)\b.{0,40}|leave a (?:comment|reply)\b.*"
    r"|join the (?:conversation|discussion)\b.*|about the author\b.*|related (?:articles?|posts?|stories)\b.*"
    r"|you (?:may|might) also like.*|(?:sources?|references|further reading|footnotes|notes)\W*",
    re.I,
)
_COMMENTER: Final = re.compile(
    r".{1,40} (?:says|said|wrote|writes|commented|replied)\b(?: (?:on|at) .{1,40})?:"
    r"|.{1,60}\b(?:at|@|,) ?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: (?:says|said|wrote))?:?"
    r"|.{1,30} (?:\d+|an?|one) (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
    re.I,
)
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
    r"|here (?:are|is a|['’]s a)|stay tuned|without further ado"
    r"|this (?:list|article|post|gallery|slideshow|blog|page|collection)"
    r"|enjoy (?:these|the|this|our|\d+)|thanks for"
    r"|(?:great|nice|cool|awesome|amazing|lovely|fantastic|wonderful) (?:post|list|article|photos|pics"
    r"|pictures|stuff|read|collection|blog|site|shots)|lol|haha\w*|omg)\b",
    re.I,
)


def is_chrome(block: Block) -> bool:
    """Tells whether a block is part of the page's furniture: a byline, a date, an advert, a button."""
    return len(block.text) > _MAX_CONTENT or (
        block.words <= 14 and bool(_CHROME.fullmatch(block.text) or _BYLINE.fullmatch(block.text))
    )


def content(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Gives the blocks that may say something: no furniture, and nothing from the readers' comments on."""
    times = Counter(block.text.casefold() for block in blocks)
    kept: list[Block] = []
    for block in blocks:
        # A counter of comments over the article, or under each of its items, opens no section.
        after = _AFTER.fullmatch(block.text) and times[block.text.casefold()] == 1
        if block.words <= 10 and (after or _COMMENTER.fullmatch(block.text)):
            if sum(one.words >= 6 for one in kept) >= 3:
                break
            continue
        if not is_chrome(block):
            kept.append(block)
    return tuple(kept)


def is_talk(text: str, *, strict: bool) -> bool:
    """Tells whether a text is the page or a reader speaking, not a caption or a story.

    Args:
        text: The text; what it quotes does not count.
        strict: Also take "we" and "you" for the page's voice; a story may use them.
    """
    spoken = _QUOTED.sub(" ", text)
    return bool(
        _WEB_TALK.search(spoken) or _FIRST_PERSON.search(spoken) or (strict and _ADDRESS.search(spoken))
    )
