"""What stands on a page beside its captions and stories: people talking, and slips seen in films."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import Final

from btsquiz.facts.chrome import is_chrome, is_picture, without_credit
from btsquiz.facts.kinds import is_on_set
from btsquiz.facts.marks import is_rule
from btsquiz.facts.page import Block
from btsquiz.facts.wording import wording_of
from btsquiz.facts.years import YEAR_IN_BRACKETS

_AFTER: Final = re.compile(
    r"(?:\d+ |no )?(?:comments?|commentaires?|comentarios?|kommentare?|комментарии|readers write|responses?"
    r"|replies|thoughts)\b.{0,40}|leave a (?:comment|reply)\b.*"
    r"|join the (?:conversation|discussion)\b.*|about the author\b.*"
    r"|facebook (?:conversations|comments)|r[ée]actions|(?:the )?(?:postbag|mailbag)"
    r"|your (?:letters|comments)|courrier(?: des lecteurs)?|cartas(?: de los lectores)?|обсуждение|отзывы"
    r"|(?:sources?|references|further reading|footnotes|notes)\W*",
    re.I,
)
_MORE: Final = re.compile(
    r"related (?:articles?|posts?|stories)\b.*|you (?:may|might) also (?:like|enjoy).*"
    r"|more (?:from|like this)\b.*",
    re.I,
)
"""What stands over a list of other pages, in the midst of this one or at its end."""

_COMMENTER: Final = re.compile(
    r".{1,40} (?:says|said|wrote|writes|commented|replied)\b(?: (?:on|at) .{1,40}| ?\(.{1,30}\))?:"
    r"|.{1,60}\b(?:at|@|,) ?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: (?:says|said|wrote))?:?"
    r"|.{1,30} (?:\d+|an?|one) (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
    re.I,
)
_SOME: Final = 3
"""Lines about films from which a page goes on with them."""

_FURNITURE: Final = "it is part of the page’s furniture: a byline, a date, a button, an advert, a credit"
_INTRODUCTION: Final = "it greets the page’s readers"
_SALUTATION: Final = re.compile(
    r"(?:dear|chers?|ch[eè]res?|queridos?|estimados?|дорогие)\b[^.:]{0,40}[,!:—–-]"
    r"|(?:hello|hi|hey|greetings|welcome|bonjour|hola|друзья)"
    r"(?:,? (?:all|everyone|everybody|friends|folks|there|again|readers|[àa] tou[st]\w*|a todos))?[,!:—–-]",
    re.I,
)
"""What a letter begins with; its next lines greet too."""

_COMMENTS: Final = "it is among the readers’ comments"
_SPEAKER: Final = re.compile(
    r"\W*[^\W_][\w.'’@-]*(?: [^\W_][\w.'’@-]*){0,3}(?: \([^()]*\))?\s?: |\W*@?[a-z]+[_\d][\w]*\b[ :-]"
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
_MISTAKE: Final = re.compile(
    r"^(?:goofs?|slip-?ups?|mistakes?|errors?|continuity|(?:le )?faux raccord|error (?:de|of)|filmfehler"
    r"|ляпы?|spot the goof)\b|\bcontinuity (?:error|mistake|slip|goof)"
    r"|\b(?:the film|the movie|it) gets wrong\b"
    r"|\b(?:in|by) the (?:next|following) (?:shot|frame|scene)\b.{0,80}$"
    r"|^[^.!?]{0,50}\b(?:you can|one can|one) (?:just |even )?(?:sees?|spots?) .{1,60}"
    r"\b(?:at|in) the (?:back|background|distance|sky)\b"
    r"|^[^.!?]{0,50}\bone sees in the background\b"
    r"|\bblunders?\b|\bbloopers?\b|\b(?:shadow|reflection) of (?:the|a) (?:microphone|boom|cameras?|crew)\b"
    r"|\bmistake of the (?:makers?|films?|movies?)\b|\bgazapo|\bкиноляп|\bbad editing\b"
    r"|\b(?:in one shot|from shot to shot|between shots(?! (?:on|of|at|for|during)\b))\b|\bmistake hunters?\b"
    r"|\bnext (?:shot|frame)\b.{0,60}$|\bblink (?:&|and) (?:you['’]ll )?miss\b"
    r"|\b(?:cars?|vans?|planes?|crew ?m[ae]n|boom|microphone) in the background\b"
    r"|\b(?:sharp|eagle)[- ](?:eyed|looked)\b.{0,20}\b(?:viewers?|watchers?|fans?)|\boops\b|\bscrew-?ups?\b"
    r"|^watch (?:out )?for (?:the|a)\b|\bwatch for it\b|\bslip-?ups?\b"
    r"|\b(?:you|one) can see (?:\S+ ){1,4}(?:turn|change|behind|in the back)\b"
    r"|^look (?:at|in|closely|behind)\b.{0,60}\b(?:frame|shot|screen)\b"
    r"|\b(?:guy|man|somebody|someone|crew) .{0,40}\byou can see\b"
    r"|\bd['’]un plan [àa] l['’]autre\b|\bde un plano a otro\b|\bв следующем кадре\b"
    r"|\bon (?:aperçoit|voit) .{0,40}\b(?:dans le ciel|au fond|à l['’]arrière-plan)\b",
    re.I,
)
_FORUM: Final = re.compile(r"\b(?:forums?|boards?)\b.{0,60}[>»›/]|^(?:joined|posts)\s?:", re.I)
"""What stands at the top of a page that people write."""

_TOP: Final = 8
_SECTION_WORDS: Final = 8
"""Words of a line that may be a heading, which another of signs underlines, or a label."""

_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")
_LEAD_IN: Final = re.compile(r"[^.:!?()]{3,60}:\s+(?=[^\W\da-z_]|[a-z])")
"""What leads up to a story: "And one because my wife asked: …"."""

_LEAST_LED_TO: Final = 10
"""Words of what that leads up to."""

_OFTEN: Final = 3
"""Times from which a short line on a page is a label: on marked pages none of 120 such began a fact."""

_PARTED: Final = 1
"""Blank lines that a picture, or a line under a heading, parts texts by, at least."""

_RULED: Final = 3
"""Blank lines that a rule parts texts by: more than any that part the paragraphs of one."""

_TOLD: Final = 2
"""Sentences from which a text is a tale, of which some may be talk."""


def content(
    blocks: Sequence[Block], is_title: Callable[[str], bool] = lambda text: False
) -> tuple[tuple[Block, ...], dict[int, str]]:
    """Parts a page into what may say something, and what is furniture or a reader's comment.

    Args:
        blocks: The page.
        is_title: Tells whether a line is a film's title, which may well stand over several texts.

    Returns:
        The blocks that may say something, and by their lines why the others do not.
    """
    times = Counter(block.text.casefold() for block in blocks)
    kept: list[Block] = []
    left_out: dict[int, str] = {}
    forum = any(_FORUM.search(block.text) for block in blocks[:_TOP])
    long = gap = 0
    run = _runs_of_comments(blocks)
    said = [0, *accumulate(map(_is_of_film, blocks))]
    for index, block in enumerate(blocks):
        if 0 < index <= _TOP and _SALUTATION.fullmatch(blocks[index - 1].text):
            left_out[block.line] = _INTRODUCTION
        if block.line in left_out:
            gap = max(gap, block.gap)
            continue
        # A counter of comments over the article, or under each of its items, opens no section.
        elsewhere = bool(_MORE.fullmatch(block.text))
        after = (_AFTER.fullmatch(block.text) or elsewhere) and times[block.text.casefold()] == 1
        commenter = bool(_COMMENTER.fullmatch(block.text))
        if block.words <= 10 and (after or commenter):
            speaking = run[index + 1]
            # A page that says as much of sets and films after a place as before goes on: no comments do.
            more = said[-1] - said[index + 1]
            goes_on = more >= _SOME and (elsewhere or more >= said[index])
            enough = long >= 3 and not goes_on and not _counts_on(blocks, index)
            # Where people write from the top of the page on, what they write is the page.
            forum = forum or (commenter and not enough)
            left_out[block.line] = _FURNITURE if elsewhere else _COMMENTS
            if elsewhere and goes_on:
                links = takewhile(lambda one: not one.gap, blocks[index + 1 :])
                left_out.update((one.line, _FURNITURE) for one in links)
            elif speaking > 1 and enough and not forum:
                left_out.update((one.line, _COMMENTS) for one in blocks[index + 1 : index + 1 + speaking])
            elif enough and not forum:
                # A reader who tells a story tells one.
                told = [one for one in blocks[index + 1 :] if wording_of(one.text).is_told]
                left_out.update((one.line, _COMMENTS) for one in blocks[index + 1 :] if one not in told)
                kept += told
                break
        elif is_chrome(block) or (times[block.text.casefold()] >= _OFTEN and _is_label(block, is_title)):
            left_out[block.line] = _FURNITURE
            if is_picture(block.text):
                gap = _PARTED  # what stands under two pictures is no one caption
            elif is_rule(block.text):
                under = not block.gap and index > 0 and blocks[index - 1].words <= _SECTION_WORDS
                gap = _PARTED if under else _RULED
        else:
            # What is left out parts its neighbours as widely as it stood from them.
            kept.append(replace(without_credit(block), gap=max(gap, block.gap)))
            long += block.words >= 6
        gap = 0 if block.line not in left_out else max(gap, block.gap)
    return tuple(kept), left_out


def _is_label(block: Block, is_title: Callable[[str], bool]) -> bool:
    """Tells whether a line that a page repeats says nothing of its own: who posts, or who took a picture."""
    listed = block.is_caption or block.number is not None
    brief = 1 < block.words <= _SECTION_WORDS and not listed
    return brief and not any(map(str.isdigit, block.text)) and not is_title(block.text)


def _counts_on(blocks: Sequence[Block], index: int) -> bool:
    """Tells whether a list goes on after a line with the next number up or down."""
    before = next((one.number for one in reversed(blocks[:index]) if one.number is not None), None)
    after = next((one.number for one in blocks[index + 1 :] if one.number is not None), None)
    return before is not None and after is not None and abs(after - before) == 1


def _is_of_film(block: Block) -> bool:
    return is_on_set(block.text) or YEAR_IN_BRACKETS.search(block.text) is not None


def _runs_of_comments(blocks: Sequence[Block]) -> list[int]:
    """Gives, for each place, how many readers' comments stand from there on: "name: what they say"."""
    run = [0] * (len(blocks) + 1)
    for place in range(len(blocks) - 1, -1, -1):
        text = blocks[place].text
        speaks = _SPEAKER.match(text) and not text.partition(":")[0].isupper()
        run[place] = run[place + 1] + 1 if speaks else 0
    return run


@lru_cache(maxsize=8192)
def is_mistake(text: str) -> bool:
    """Tells whether a text tells of a slip to be seen in a film, not of how the film was made."""
    return bool(_MISTAKE.search(text))


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
    if not strict and len(sentences := _SENTENCE.split(spoken)) >= _TOLD:
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
