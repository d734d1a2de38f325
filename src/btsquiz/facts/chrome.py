"""What of a page is its furniture: bylines, dates, buttons, adverts, credits, and names of pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from btsquiz.facts.page import Block
from btsquiz.facts.spelling import word_set

_MAX_CONTENT: Final = 4000
"""Characters in the longest text that may be a caption or a story."""

_MAX_FURNITURE_WORDS: Final = 14
_MOST_QUOTED: Final = 30
"""Words of what a post quotes of another."""

_MENU_CELL_WORDS: Final = 3
"""Words of the longest cell of a menu."""

_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CHROME: Final = re.compile(
    r"""please\ wait\W*|loading\W*|story\ continues\ below.*
    |\[?ad\]?|adverti[sz](?:ement|ements|ing|e\ here)\b.*|publicit[ée]\b.*|werbung\W*|реклама\b.*
    |\[?\s?(?:advertisement|sponsored|promo(?:tion)?|werbung|anzeige)\s?\].*
    |(?:sponsored|promoted)\b.*|.*\b(?:our|from|by)\ (?:our\ )?sponsors?\b.*
    |\[(?:f|t|p|x|video|your|continue|skip|share|loading|ad|image\ withdrawn)\b.*
    |(?:click|tap|swipe)\ (?:here|to|on|the|through|for|any|an)\b.*|scroll\ (?:down|on|for)\b.*
    |read\ (?:more|next|also|full|on)\b.*|see\ (?:also|more)\b.*|continue\ reading\b.*
    |view\ (?:all|more|gallery|photos|slideshow)\b.*|(?:load|show)\ more\b.*
    |related\b.{0,30}|you\ (?:may|might)\ (?:also\ )?(?:like|enjoy).*|recommended\b.*
    |trending\b.*|popular\ posts.*|[àa]\ lire\b.*|la\ suite\ apr[èe]s\b.*|читайте\b.*
    |(?:prev(?:ious)?|next)(?:\ (?:page|post|article|story|photo|slide))?\W*|(?:skip|jump)\ to\ .*
    |back\ to\ (?:the\ )?
        (?:top|home|start|lists?|index|articles?|gallery|main|search|all|results|forum|blog)\b.*
    |share(?:\ (?:this|on|via|it|with)\b.*|\W*)|spread\ the\ (?:love|word)\W*|tweet\W*|pin\ it\W*
    |like\ us\b.*|follow\ (?:us|me)\b.*|r[ée]agissez\b.*
    |(?:share|facebook|twitter|x|pinterest|whatsapp|reddit|instagram|e-?mail|print|copy\ link|[|,/·•\s])+
    |subscribe\b.*|sign\ up\b.*|(?:our\ )?newsletter\b.*|log\ ?in\b.*|.*\b(?:accept|uses?|a)\ cookies?\b.*
    |.*\ball\ rights\ reserved\b.*|(?:copyright|©|\(c\))\s?.*|privacy\ policy.*|terms\ (?:of|and)\b.*
    |(?:tags?|categor(?:y|ies)|labels?|topics?|mots-cl[ée]s)\s?:.*|.*\bfiled\ under\b.*|contact\ us.*
    |(?:\[[^\[\]]{1,20}\]\s*){2,}|post
    |posted\ (?:\d+|an?|one)\ (?:minute|hour|day|week|month|year)s?\ ago\b.*
    |(?:(?:metro[- ]goldwyn[- ]mayer|universal|paramount|columbia|warner\ bros\.?
        |(?:20th|twentieth)\ century[- ]fox
        |walt\ disney|united\ artists|lionsgate|miramax|lucasfilm)(?:\ (?:pictures|studios|home\ video))?
        |rko|mgm|a24)(?:\ ?/\ ?.{2,30})?
    |[‹«<]?\ ?prev(?:ious)?\ ?[|·•/-]\ ?next\ ?[›»>]?|saved?\ (?:from|to)\ .*|save\W*
    |(?:posted|published|updated|last\ updated|written|words|compiled|reviewed)\ (?:by|on|in|at)\b.*
    |(?:photograph(?:s|er|ed|ie)?|foto|words|text|scans?)\s?(?:by\b|:)(?:\ \S+){0,6}|image\ via\b.*
    |(?:photo|image|picture)\ credits?\s?:.*
    |(?:(?:photo|image|picture)s?|(?:photo|image)\ credits?|credits?|source|via|h/t)\s?
        (?:by\b|:|via\b|courtesy\b)(?:\ \S+){0,4}
    |\(?(?:courtesy|photo|image|getty|via)\b[^.]{0,60}\b(?:images|photos|pictures|archive|reddit)\)?\W*
    |cr[ée]dits?\s?:.*|par\ la\ r[ée]daction\b.*|(?:источник|автор|просмотров|комментарии)\b.*
    |(?:year|released?|director|directed\ by|starring|cast|genre|rating|runtime|country|written\ by)\s?:[^(]*
    |(?:dir|dp|d\.?o\.?p\.?|cameras?|lens(?:es)?|stock|format|(?:aspect\ )?ratio|gauge|process|studio
        |distributor)\s?:\s.{2,80}
    |released?\s?:.*\b(?:dir|director|studio|runtime|cast)\.?\s?:.*
    |(?:starring|cast)\b:?(?:\ (?-i:[A-Z])[\w.'’-]+){2,}(?:,(?:\ (?-i:[A-Z])[\w.'’-]+){1,4})+\.?
    |(?:with|mit|avec|con)\b:?(?:\ (?-i:[A-Z])[\w.'’-]+){2,}(?:,(?:\ (?-i:[A-Z])[\w.'’-]+){1,4}){2,}\.?
    |(?:reading\ time|tiempo\ de\ lectura|temps\ de\ lecture|lecture)\s?(?::|\d).*
    |(?:\d[\d.,]*\s?[km]?|no|one)\ (?:(?:commentaire|comentario|comment|share|like|view|repl|response)\w*
        |min(?:ute)?s?\ read).*
    |(?:\#[^\W\d_][^\#]{0,40})+|[\d,.]+\ ?(?:notes|points?)\W*
    |replying\ to\b.*|\W*promoted\W*|.{1,40}@\w+\ ·\ .{1,20}
    |(?:\S+\ ){1,3}report|add\ your\ (?:answer|photo)\W*
    |comments?(?:\ \(\d+\))?\W*|leave\ a\ (?:comment|reply)\b.*|add\ a\ comment.*|reply\W*
    |(?:in\ (?:loving\ )?memory\ of\b|in\ memoriam\b|r\.?i\.?p\b\.?|born\ on\ this\ day|on\ this\ day)\b.*
    |.*\brest\ in\ peace\b.*
    |duplicate\ of\b.*|(?:poll|vote|letters|errata|stamp|reminder|mod(?:erator)?\ note)\b[^(]{0,30}:.*
    |(?:registered|joined|posts|location|(?:last\ )?edited|quick\ reply|users\ browsing|display\ posts|re)
        \s?(?::|\bby\b|\bthis\b|\[).*
    |page\ \d+\ of\ \d+\b.*|.*\bpowered\ by\b.*|.*\b(?:unsubscribe|view\ in\ browser)\b.*
    |(?:joke|tip|deal|word)\ of\ the\ (?:day|week|month)\b.*|при\ использовании\b.*|понравилось\b.*
    |(?:spring|summer|autumn|fall|winter|printemps|été|automne|hiver|primavera|verano|otoño|invierno)
        [,\ ]+(?:19|20)\d\d
    |\d{1,2}\ (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\ \d{4}\b.*
    |\[?alt\s?[=:].*|\[alt\b.*|\[(?!(?:en\ la\ |in\ the\ )?(?:foto|photo|picture)\s?:)[^\[\]]*\]
    |\#\S.*\ \#\S.*|.*\beditorial\ use\ only\b.*
    |add\ (?:all\ )?to\ (?:lightbox|cart|basket|wish)\b.*
    |.*\btime\ (?:of|for)\ reading\b.*|tired\ of\ .*|.*\badd\ to\ cart\b.*|\(?advertising\)?\b.*
    |\d[\d.,]*\s?k?\ (?:notes|reblogs|likes|views|hits|followers)\b.{0,80}
    |.{1,40}\W\s?[\d.,]+k?\ (?:points?|upvotes?|karma)\b.{0,40}|(?:community|forum|house|board)\ rules\b.*
    |(?:older|newer)\ (?:posts?|entries)\W*
    |(?:view|sort(?:\ by)?|showing)\b:?\ .{0,20}\b(?:list|grid|sort|of\ \d+)\b.*|anonymous\ asked\b.*
    |next\ (?:week|month|issue|time)\s?:.*|pr[oó]xim[ao]\ \w+\s?:.*
    |\([a-z][a-z\ ]{2,30}\)|report\b.{0,20}\bpost\W*|review:.*
    |(?:ref|inv|neg|cat|item|order)\b\.?\s?(?:no\.?|number)?\s?:?\s*(?=\S*\s?\S*\d)[^|]{2,30}\|.*
    |moderator\W*|\W*(?:take\ (?:our|the|this)\ )?quiz\b.*[:?].*
    |[«<»>←→]+\s?(?:entradas?|art[íi]c(?:ulo|le)s?|previous|next|older|newer|suivant|anterior)\b.*
    |(?:lol|haha\w*|omg)\W*|view\ this\ e-?mail\b.*|people\ who\ (?:liked|viewed|bought)\b.*
    |.*\btickets?\ [£$€]\s?\d.*|starring\b.*\bdirected\ by\b.*
    |about\ (?:us|the\ author|me)\W*|\S*(?:https?://|www\.)\S*|[\w.-]+\.(?:com|org|net|info|fr|ru|es|de|it|co\.uk)(?:/\S*)?|\S+@\S+\.\S+
    |page\ \d+\ of\ \d+|page\ \d+\.?(?:\ \w+)?
    |(?!\d{3,4}$)[\W\d_]*"""
    rf"|(?:\w+day,?\ )?(?:{_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH})"
    r"\ \d{4}\b.{0,40}"
    rf"|(?=.*(?:{_MONTH}|\b(?:19|20)\d\d\b)).{{0,60}}"
    r"\b[012]?\d:[0-5]\d(?::\d\d)?(?:\ ?[ap]\.?m\b\.?)?.{0,20}"
    r"|\d{4}-\d\d-\d\d\b.{0,30}|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b.{0,30}",
    re.I | re.X,
)
_SIGNED: Final = re.compile(r"[—–]\s?@?(?:[a-z_][\w.]*|\w*\d[\w.]*)(?: [a-z]+){0,2}")
"""Who sent a story in, under it: "—mrs_bates60"."""

_NUMBER_OF_PICTURE: Final = re.compile(
    r"(?:[Ii]tem|ITEM|[Rr]ef|REF|ID|[Ii]mage|[Aa]sset|[Rr]ecord|[Ss]heet|SHEET|[Nn]egative)\W{1,3}"
    r"(?:[Nn]o\.? ?)?[A-Z]{0,5}[-/]?\d[\w/-]*"
    r"|[A-Z]{2,5}[ _-]?\d{4,}[A-Z]?"
)
"""A picture's number, with nothing else: "Item HP-0044127", "HPL 0044182"."""


_BYLINE: Final = re.compile(
    r"[Bb][Yy]:? [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:\s*[,|•·–—-].*| (?:on|in|for|at) .*)?"
)
_REACTION: Final = re.compile(
    r"(?:[♥❤👍💬🔁😆😍⭐\ufe0f]+\s?[\d.,]+\s?[km]?"
    r"|[\d.,]+\s?[km]?\s(?:notes|likes|reactions|retweets|reposts|saves|pins|favou?rites|quotes))\b.{0,60}",
    re.I,
)
"""How many liked a post, under it: "♥ 1,204", "👍❤ 1.9K  212 comments"."""

_WHOLE: Final = (_CHROME, _BYLINE, _SIGNED, _REACTION)
"""What a line may be from its first character to its last."""

_ELSEWHERE: Final = re.compile(
    r"\W*(?:(?:quick |pop )?quiz\b[^:]{0,40}|related|see also|read (?:more|next|also)"
    r"|you (?:may|might) also like|recommended|previously|more from"
    r"|don['’]t miss|tags?|keywords|voir aussi|actors|stars"
    r"|starring|run(?:ning)? ?time|genres?|ratings?|letters(?: to the editor)?|poll|errata|discuss|quiz"
    r"|wanted|for sale|(?:listeners?|readers?)['’]? (?:mail|letters)"
    r"|review|corrections?|bloopers? to spot|mistakes? to spot|books|киноляп[^:]{0,20}|more columns"
    r"|\[?\(?advertis(?:ement|ing)\)?"
    r"|disparition|obituar(?:y|io)|n[ée]crologie|ver tambi[ée]n|lee tambi[ée]n|[àa] lire aussi|lesen sie auch"
    r"|читайте также|plot|synopsis|sinopsis|argumento|сюжет|born on this day|[^:]{0,20}birthdays?)\s*:"
    r"|(?:obituar(?:y|io)|r\.?i\.?p\.?|we say goodbye|in memoriam|in memory of|in loving memory)\b"
    r"|.{1,80}\b(?:has|have) died\b|directed by [A-Z][^.]{2,60}\. (?:released|from|starring|written|with)\b"
    r"|(?:letters|erratum|corrigendum|a correction|correction|next (?:meeting|week|month|issue)"
    r"|about the author|last (?:week|month|time)['’]s (?:answer|quiz|question)|quiz(?: time)?|re"
    r"|further (?:viewing|reading)|moderator|mod|in the shop|not exhibited|pasatiempo|crossword|video)\s?[.:]"
    r"|©\s?\d{4}|\*\*\*\s|(?!img|dsc|pic|photo|image|fig|foto|lot|no)[a-z_]{3,}\d{1,4}(?:, [^:]{2,25})?: ",
    re.I,
)
_MENU_CELL: Final = re.compile(r"\s{2,}|\t|\s*[|›»>•·]\s*|\s/\s")
_COUNT: Final = re.compile(r"\s*\([^()]*\)$")
"""What stands behind a cell of a menu: "Reviews (38)"."""

_MENU_WORDS: Final = word_set(
    "menu home quizzes quiz podcast podcasts shop shopping celebs celebrities trending archive archives"
    " about contact news videos video movies tv music search login reviews features forum blog lists"
    " photos galleries gallery events subscribe membership accueil programme photothèque contacto inicio"
    " noticias guestbook links locations cast crew songs downloads главная новости форум фото видео faq"
    " help members topics sport culture opinion lifestyle books trivia goofs quotes posters"
)
"""What a page's menu leads to."""

_LIVED: Final = re.compile(
    r"\b[A-Z]\w+(?: \(|, )(?:18|19|20)\d\d\s?[–-]\s?(?:19|20)\d\d(?:\)|\W*$)"
    r"|^Born (?:in )?[A-Z][\w'’ ]{1,30},? (?:18|19|20)\d\d\b"
    r"|^(?i:r\.?i\.?p\.?|passed away)\b|(?:—|–|-|^)\s(?i:born|died)\s?:"
    r"|^(?i:more|other|all) (?:pictures|photos|images|stories|facts)\b"
)
"""Somebody's years, as in an obituary; and what leads to more of the same."""

_FILE: Final = re.compile(
    r"\S.{0,60}\.(?:jpe?g|png|gif|webp|tiff?|bmp)\b.{0,60}|\[?(?:image|photo|picture)\]?", re.I
)
_ALT: Final = re.compile(r"\[(?:image|alt(?: text)?|picture|photo id|id)\s*:[^\[\]]*\]", re.I)
"""What a page says in place of a picture to whoever cannot see it, in however many words."""

_LABELLED: Final = re.compile(
    r"(?!.*(?:\b(?:on|the) set\b|\((?:18|19|20)\d\d\)|\bfilming\b|\bscenes?\b|\btakes?\b))"
    r"(?:(?:alt(?: text)?|img|attachment)\s*[:#].{0,60}|(?:image|pic|photo|picture)\s*[:#](?:\s*\S+){0,5})",
    re.I,
)
"""What a page says in place of a picture, or of whose it is; in more words it says what the picture shows."""


_AGENCY: Final = (
    r"(?:Getty|Alamy|Rex|Shutterstock|AP|AFP|PA|Everett|Kobal|Reuters|Corbis|Mirrorpix|WireImage|Splash"
    r"|[\w&-]+ (?:Images|Archive|Features|Collection|Pictures|Press|Stills))"
)
_CREDIT: Final = re.compile(
    r"[\s(\[]+(?:(?:photo|picture|pic|image|still)s?(?: credits?)?|credits?|foto|©|ph)"
    r"\s?(?::|by\b|courtesy\b|via\b)[^.!?]{2,60}[)\]]?\.?$"
    rf"|\s*[(\[](?:[\w.&' -]{{2,30}}/\s?)?{_AGENCY}\b[^)\]]{{0,40}}[)\]]\.?$",
    re.I,
)
_CREDIT_LINE: Final = re.compile(
    r"\W*(?:(?:(?:photo|image|picture|pic|foto|still)(?:s|graph|graphe|grafía)?(?: credits?)?"
    r"|credits?|cr[ée]dits?(?: photos?)?|courtesy)\b\s?(?::|by\b|of\b|via\b|courtesy\b|©)"
    rf"|©|\(c\)\s|{_AGENCY}\W*$|[\w.&' -]{{2,40}}[/—]\s?{_AGENCY}\W*$).{{0,70}}",
    re.I,
)
_MOST_CREDIT_WORDS: Final = 9
_MIN_CREDITED: Final = 25
"""Characters of the shortest caption that carries its credit."""


def is_chrome(block: Block) -> bool:
    """Tells whether a block is part of the page's furniture."""
    text = block.text
    if len(text) > _MAX_CONTENT or is_picture(text) or _ELSEWHERE.match(text):
        return True
    if _is_menu(block.source):
        return True
    if block.source.lstrip().startswith("> ") and block.words <= _MOST_QUOTED:
        return True
    short = block.words <= _MAX_FURNITURE_WORDS
    return short and (any(one.fullmatch(text) for one in _WHOLE) or _LIVED.search(text) is not None)


def _is_menu(line: str) -> bool:
    """Tells whether a line is a page's menu: cells of a word or two, some of them what menus have."""
    cells = [_COUNT.sub("", cell).casefold() for cell in _MENU_CELL.split(line.strip()) if cell]
    brief = len(cells) > 2 and all(len(cell.split()) <= _MENU_CELL_WORDS for cell in cells)
    return brief and sum(cell in _MENU_WORDS for cell in cells) > 1


def without_credit(block: Block) -> Block:
    """Gives a caption without the credit at its end: "… share a cart on Baywatch. Credit: Getty"."""
    match = _CREDIT.search(block.text)
    if match is None or match.start() < _MIN_CREDITED:
        return block
    return replace(block, text=block.text[: match.start()].rstrip(), is_caption=True)


def is_reaction(text: str) -> bool:
    """Tells whether a line begins with how many liked the post over it."""
    return _REACTION.match(text) is not None


def is_credit(block: Block) -> bool:
    """Tells whether a line says whose the picture over it is: "Credit: Getty", "© Rex"."""
    return block.words <= _MOST_CREDIT_WORDS and _CREDIT_LINE.fullmatch(block.text) is not None


def is_picture(text: str) -> bool:
    """Tells whether a line names a picture's file or number, or stands where the picture stood."""
    return any(one.fullmatch(text) for one in (_FILE, _LABELLED, _ALT, _NUMBER_OF_PICTURE))
