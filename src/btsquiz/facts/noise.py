"""What stands on a page beside its captions and stories: furniture, comments, slips seen in films."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain, takewhile
from typing import Final

from btsquiz.facts.chrome import is_chrome, is_picture, is_reaction, without_credit
from btsquiz.facts.kinds import is_on_set
from btsquiz.facts.marks import is_rule
from btsquiz.facts.page import Block
from btsquiz.facts.wording import wording_of
from btsquiz.facts.years import YEAR_IN_BRACKETS

_AFTER: Final = re.compile(
    r"(?:(?:\d+|no|users?['’]?|readers?['’]?|visitors?['’]?|latest|recent|top|all|your) )?"
    r"(?:comments?|commentaires?|comentarios?|kommentare?|комментарии|readers write|responses?"
    r"|replies|thoughts)\b.{0,40}|leave a (?:comment|reply)\b.*"
    r"|join the (?:conversation|discussion)\b.*|about the author\b.*"
    r"|facebook (?:conversations|comments)|r[ée]actions|(?:the )?(?:postbag|mailbag)"
    r"|your (?:letters|comments)|courrier(?: des lecteurs)?|cartas(?: de los lectores)?|обсуждение|отзывы"
    r"|(?:sources?|references|further reading|footnotes|notes)\W*",
    re.I,
)
_MORE: Final = re.compile(
    r"related (?:articles?|posts?|stories)\b.*|you (?:may|might) also (?:like|enjoy).*"
    r"|more (?:from|like this)\b.*|(?:recommended|trending)(?: (?:for you|now|stories|posts))?\W*"
    r"|most (?:popular|read|viewed|shared)(?: (?:now|today|stories|posts))?\W*"
    r"|popular (?:now|posts|stories)\W*"
    r"|(?:from )?around the web\W*|(?:promoted|sponsored) (?:stories|links|content)\W*"
    r"|(?:latest|recent) (?:posts|stories|articles|news)\W*|(?:read|up|watch|coming) next\W*"
    r"|(?:see|read|watch) also\W*|keep reading\W*|(?:[àa] )?(?:voir|lire) aussi\W*|sur le même sujet\W*"
    r"|(?:también )?te puede interesar\W*|lee también\W*|artículos relacionados\W*"
    r"|(?:читайте|смотрите) также\W*|(?:ещё )?по теме\W*|похожие (?:записи|статьи|посты)\W*",
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

_MOST_LINK_WORDS: Final = 16
"""Words of the longest name of another page."""

_BULLETS: Final = frozenset("-–•·*»›>→▸")
_SKIPPED: Final = 2
"""By how much a page's numbers may go on, where one of them stands among what was left out."""

_ANNOUNCED: Final = re.compile(
    r"\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo)"
    r" \d{1,2}(?:st|nd|rd|th)? [^\W\d]{3,10}\b.*",
    re.I,
)
"""What is shown on a day, in a list of such: "Tue 6 Oct — Kind Hearts and Coronets (1949)"."""

_OFTEN: Final = 3
"""Times from which a short line on a page is a label: on marked pages none of 120 such began a fact."""

_PARTED: Final = 1
"""Blank lines that a picture, or a line under a heading, parts texts by, at least."""

_RULED: Final = 3
"""Blank lines that a rule parts texts by: more than any that part the paragraphs of one."""


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
    forum = forum or sum(is_reaction(block.text) for block in blocks) >= _OFTEN
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
                left_out.update((one.line, _FURNITURE) for one in _links_after(blocks, index))
            elif speaking > 1 and enough and not forum:
                left_out.update((one.line, _COMMENTS) for one in blocks[index + 1 : index + 1 + speaking])
            elif enough and not forum:
                # A reader who tells a story tells one.
                told = [one for one in blocks[index + 1 :] if wording_of(one.text).is_told]
                left_out.update((one.line, _COMMENTS) for one in blocks[index + 1 :] if one not in told)
                kept += told
                break
        elif (
            is_chrome(block)
            or _is_in_programme(blocks, index)
            or (times[block.text.casefold()] >= _OFTEN and _is_label(block, is_title))
        ):
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


def _is_in_programme(blocks: Sequence[Block], index: int) -> bool:
    """Tells whether a line says what is shown on a day, right beside another such."""
    if not _ANNOUNCED.fullmatch(blocks[index].text):
        return False
    over = () if blocks[index].gap else blocks[max(0, index - 1) : index]
    under = (one for one in blocks[index + 1 : index + 2] if not one.gap)
    return any(_ANNOUNCED.fullmatch(one.text) for one in (*over, *under))


def _links_after(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """Gives the list of other pages under a line: to a blank line, or where the page's own list goes on."""
    under = blocks[index + 1 :]
    apart = under[:1] if under and under[0].source.lstrip()[:1] in _BULLETS else ()
    listed = chain(apart, takewhile(_may_be_link, under[len(apart) :]))
    before = next((one.number for one in reversed(blocks[:index]) if one.number is not None), None)
    if before is None:
        return listed
    return takewhile(lambda one: one.number is None or abs(one.number - before) > _SKIPPED, listed)


def _may_be_link(block: Block) -> bool:
    """Tells whether a line goes on with a list of other pages: such have no sentences."""
    return not block.gap and block.words <= _MOST_LINK_WORDS and not block.text.endswith(".")


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
