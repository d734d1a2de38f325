"""Where a text may name a film: in quotes, in capitals, by a year, at its making, or by a known title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from btsquiz.facts.boundaries import MAKING, are_names, are_people, is_maker, title_end
from btsquiz.facts.dated import GROUND, dated
from btsquiz.facts.fragments import goes_on, is_cut_short, is_first_name, is_place, is_second_half
from btsquiz.facts.linker import Linker
from btsquiz.facts.mention import CUED, FIELD_END, FIELD_START, OTHER, TELLING, Mention, before, mention
from btsquiz.facts.names import find_names
from btsquiz.facts.quotations import NAMED, PAIRS, quoted
from btsquiz.facts.spelling import is_near_title, word_set
from btsquiz.facts.spots import Spot, spots
from btsquiz.facts.titles import MAX_WORDS, is_title_like, title_key
from btsquiz.facts.years import DIGITS, MONTHS, NAMED_SET, SHORT_YEAR, year_beside

_SHOUTED: Final = r"(?:[^\W\d_a-zà-ÿа-яё]|\d)[^\Wa-zà-ÿа-яё_]*(?!\w)"
_SHOUTED_TITLE: Final = 5
"""Letters of a word in capitals that is more than a word said loudly."""

_CAPITALS: Final = re.compile(rf"(?<!\w){_SHOUTED}(?:[\s,:’'.!?&–-]+{_SHOUTED})*[!?]?")
_YEAR_AT_END: Final = re.compile(rf"(?<=\S)[\s,]+{DIGITS}$")
_WORDS: Final = word_set(
    "i it he she we you they him her us them me my if so no not yes what why who whom whose where when how"
    " this that these those there here then now up down out in on off one two three all big help home just"
    " only nobody somebody something nothing look wait stop go run gone listen really maybe still er"
    " monday tuesday wednesday thursday friday saturday sunday film movie picture"
)
"""Words that are films' titles too."""

_QUOTATION: Final = re.compile(r"[“«]([^“”«»]{3,80})[”»]")
"""What stands in quotes that are no apostrophes."""

_NO_TITLE: Final = re.compile(
    r"(?:not (?:known|identified|recorded)|unknown|unidentified|untitled|no (?:title|clue|idea))\b", re.I
)
"""What stands in the place of a title that nobody knows."""

_LIVED: Final = re.compile(r"(?:born|died|nace|naci[óo]|muere|n[ée]e?|mort|родился|умер)\b", re.I)
"""What stands before somebody's year, and begins few titles: "Born: Robert Mitchum (1917)"."""

_STOPS: Final = frozenset(",.!?")
_PLACES: Final = frozenset({"hollywood", "bollywood", "pinewood", "elstree", "cinecittà", "babelsberg"})
"""Where films are made: no film of that name is meant by "the sets of Hollywood"."""

_ANY_FILMS: Final = re.compile(
    r"(?:[Yy]our|[Oo]ur|[Mm]y|[Tt]hese|[Tt]hose|Famous|Popular|Iconic|Classic|Movies|Films|(?:18|19|20)\d0s)\b"
)
"""How a heading speaks of films at large: "Making Your Favorite Movies"."""

_EPISODE: Final = re.compile(
    r"\b(?:an?\s+)?(?:((?:19|20)\d\d)\s+)?[ée]pisod[eio]\w*\s+(?:(?:de\s+)?((?:19|20)\d\d)\s+)?"
    r"(?:of|from|in|de|di)\s+(?:the\s+)?(?:(?:tv\s+)?(?:series|show)\s+)?",
    re.I,
)
_OF_SERIES: Final = re.compile(
    r"(?:(?<=^)|(?<=[.!?:;,] ))([A-Z][^.,;:()!?]{2,40}),\s+an?\s+((?:19|20)\d\d)\s+episode\b"
)
"""A series with one of its episodes: "I Love Lucy, a 1956 episode"."""

_RECORD: Final = re.compile(
    r"((?:[^,–—|(/]|(?<=\d)/(?=\d)){2,60}?)(?:\s\([^()]{2,40}\))?(?:,|\s[–—|/-])\s+"
    rf"([^,–—|(/]{{2,50}}?)(?:\s\([^()]{{2,40}}\))?(?:,|\s[–—|/-]|\s\()\s*{DIGITS}\b"
)
_OF_SEVERAL: Final = re.compile(rf"([^–—|(/]{{2,60}}), ([^,–—|(/]{{2,50}}), {DIGITS}\b")
"""A record whose title has commas of its own."""

_TITLE_RUN: Final = re.compile(
    r"(?<!\w)[A-Z][\w’'-]+(?:(?:\s+(?:of|the|and|in|on|to|for|with|a|&)){0,3}\s+[A-Z][\w’'-]+){1,7}"
)
SAID_BY_NEARNESS: Final = 1.6
"""Weight of a title that stands at the head of a record, or is nearly one we know."""

SAID_BY_YEAR: Final = 2.4
"""Weight of a known title with its year in two digits."""

_LONG: Final = 3
"""Words from which a title is hardly written by chance."""

_MADE: Final = re.compile(f"(?:{MAKING.pattern})$")
_HEAD: Final = re.compile(r"([A-ZÀ-Þ0-9][^—–|/(:.]{2,60}?)\s+[—–|/-]\s+(?=[A-ZÀ-Þ])")
_TEXT: Final = re.compile(r"[^\W\d_]")
_PLACE: Final = re.compile(r"\b(?:in|at|near|to|outside|into|around|through|off)\s+$", re.I)


def mentions(text: str, linker: Linker) -> tuple[Mention, ...]:
    """Finds everything in a text that may be a film's title; of two that overlap, the plainer is enough."""
    if text not in linker.mentioned:
        linker.remember(text, _found(text, linker))
    return linker.mentioned[text]


def _found(text: str, linker: Linker) -> tuple[Mention, ...]:
    found = [
        *quoted(text, linker),
        *_in_capitals(text, linker),
        *dated(text, linker),
        *_making(text, linker),
        *_known(text, linker),
        *_nearly_known(text, linker),
        *_in_record(text, linker),
    ]
    found = [one for one in found if _may_be_title(one, linker)]
    dated_ones = {(one.start, one.end): one for one in found if one.year is not None}
    kept: list[Mention] = []
    taken = bytearray(len(text))
    for one in sorted(found, key=lambda one: (-one.weight, one.start - one.end)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"1" * (one.end - one.start)
            same = dated_ones.get((one.start, one.end), one) if one.year is None else one
            kept.append(replace(one, year=same.year, bracketed=same.bracketed))
    return tuple(sorted(kept, key=lambda one: one.start))


def _may_be_title(one: Mention, linker: Linker) -> bool:
    """Tells whether what is written is not what stands in the place of a title, unless that is one itself.

    "Born Free" is one, and so is "Unknown (2011)"; "unknown" alone says that nobody knows.
    """
    known = linker.is_title(one.written)
    if _NO_TITLE.match(one.written):
        return known and (one.year is not None or not one.plain)
    return known or not _LIVED.match(one.written)


def _in_capitals(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds titles in capitals in a text that is not all capitals."""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) * 10 > len(letters) * 8:
        return
    for match in _CAPITALS.finditer(text):
        written = _YEAR_AT_END.sub("", match[0].strip(" ,:.–-'’"))
        if sum(char.isalpha() for char in written) < 3 or len(written.split()) > MAX_WORDS:
            continue
        start = match.start() + match[0].index(written)
        known = linker.is_title(written)
        opens = start == 0 or FIELD_START.search(before(text, start)) is not None
        if written.casefold() in MONTHS or (written.isdigit() and not known):
            continue
        if not known and are_people(written, linker):
            continue  # "ALFRED HITCHCOCK, ANNY ONDRA"
        if known and " " not in written and len(written) < _SHOUTED_TITLE and not opens:
            continue  # "look at HIM"
        if known or (
            opens and len(written) > 4 and (" " in written or FIELD_END.match(text, start + len(written)))
        ):
            yield mention(text, written, start, start + len(written), 1.8 if known else 1.2)


def _making(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds titles with neither quotes nor year, where the words before them speak of a film's making."""
    for match in MAKING.finditer(text):
        start = match.end()
        if text[start : start + 1] in PAIRS:
            continue
        stop = title_end(text, start)
        written = text[start : stop or start]
        several = " and " in written and are_names(written, linker)
        # "The shoot in Dublin Daniel Day-Lewis": a place and somebody.
        beside = not linker.is_title(written) and any(
            linker.is_person(name.text) for name in find_names(written, linker)
        )
        if (
            written
            and not several
            and not beside
            and not _ANY_FILMS.match(written)
            and (not GROUND.search(written) or linker.is_title(written))
            and not (title_key(written) in _WORDS and _is_headline(text))
            and not (written.isdigit() and not linker.is_title(written))
            and written.casefold() not in _PLACES
            and not are_people(re.sub(r"['’]s$", "", written), linker)
        ):
            yield mention(text, written, start, start + len(written), 1.7)
    for told in _EPISODE.finditer(text):
        stop = title_end(text, told.end())
        end = stop or told.end()
        if quoted := re.match(r"[\"“‘'«*_]\s*(.{2,60}?)\s*[\"”’'»*_]", text[told.end() :]):
            end = told.end() + quoted.end()
        if end > told.end():
            written = quoted[1] if quoted else text[told.end() : end]
            year = (
                next((int(year) for year in told.groups() if year), None)
                or year_beside(text, told.end(), end)[0]
            )
            yield Mention(written, told.end(), end, year, 4.0, bracketed=year is not None)
    for told in _OF_SERIES.finditer(text):
        if linker.is_title(told[1]):
            yield Mention(told[1], told.start(1), told.end(1), int(told[2]), 4.0, bracketed=True)
    record = _OF_SEVERAL.match(text)
    if not (record and "," in record[1] and linker.is_title(record[1])):
        record = _RECORD.match(text)
    if record:
        written = record[1]
        # What a line of title, maker and year begins with is one, though foreign titles are mostly small.
        ends = record.end() == len(text.rstrip(" .)]"))
        whole = linker.is_person(record[2]) and (ends or linker.trade(record[2], None) == "director")
        if (
            (whole or is_title_like(written) or linker.is_title(written))
            and not are_people(written, linker)
            and is_maker(record[2], linker)
        ):
            yield Mention(written, 0, len(written), int(record[3]), 2.4)


def _nearly_known(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds titles of three words or more with a slip in one of them."""
    for match in _TITLE_RUN.finditer(text):
        key = title_key(match[0])
        if linker.is_title(match[0]) or len(key.split()) < 3:
            continue
        if any(is_near_title(key, other) for other in linker.films.titles_sharing(key)):
            yield mention(text, match[0], match.start(), match.end(), SAID_BY_NEARNESS)


def _known(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds known titles wherever they stand; how much that says depends on what stands around them."""
    within = [match.span(1) for match in _QUOTATION.finditer(text)]
    titled = _is_headline(text)
    for spot in spots(text, linker.films):
        written = text[spot.start : spot.end]
        named = any(film.title == written for film in spot.films)
        if " " in written and linker.is_person(written) and not named:
            continue
        if is_first_name(text, spot.end, written, linker) or (
            not titled and is_cut_short(text, spot.end, written, linker)
        ):
            continue
        if (
            any(start <= spot.start and spot.end < end for start, end in within)
            and len(written.split()) < _LONG
        ):
            continue  # “Women at the edge of an attack of nerves” is not Women
        if year := _short_year(text, spot):
            yield Mention(written, spot.start, spot.end, year, SAID_BY_YEAR, bracketed=True)
            continue
        ahead = before(text, spot.start)
        set_of = NAMED_SET.match(text, spot.end)
        if " " not in written and linker.is_met(written) and not (FIELD_START.search(ahead) or set_of):
            continue  # "Milius" is a film too
        if ahead.endswith(", ") and text[spot.end : spot.end + 1] in _STOPS and linker.is_first_name(written):
            continue  # "You can speak faster, Michael, he's honest"
        if NAMED.search(ahead.rstrip("\"“‘«'")):
            continue  # "the crew called it Ethel"
        if is_place(written, ahead):
            continue  # so is "City", but not of Culver City
        opens, closes = FIELD_START.search(ahead), FIELD_END.match(text, spot.end)
        common = title_key(written) in _WORDS or written.isdigit()
        word = common and not text.startswith("..", spot.end)
        made = (_MADE.search(ahead) and not (word and titled)) or (set_of and not word)
        if word and not made and not (opens and closes):
            continue  # "It" is a film, and a word
        words = len(title_key(written).split())
        weight = 0.2 * min(words, 5) + (TELLING if words >= _LONG else 0)
        if goes_on(text, spot.end, linker) or is_second_half(ahead):
            continue
        if OTHER.search(ahead):
            weight -= TELLING
        if opens and closes:
            weight += 1.2
        elif made:
            weight += 1.7
        elif CUED.search(ahead) and closes:
            weight += 0.9
        elif CUED.search(ahead) or closes:
            weight += 0.4
        if _PLACE.search(ahead):
            weight -= 0.2
        if written.startswith("The ") and ahead[-2:-1].isalpha() and not titled:
            weight += TELLING  # nobody writes "the" so in the midst of a sentence
        shouted = written.isupper() and " " in written and not text.isupper()
        found = mention(text, written, spot.start, spot.end, weight, plain=not (made or shouted))
        if not found.bracketed or linker.is_of_year(written, found.year or 0):
            yield found


def _is_headline(text: str) -> bool:
    """Tells whether nearly every word of a text has a capital, so that capitals tell no title."""
    spoken = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in spoken) * 5 > len(spoken) * 4


def _short_year(text: str, spot: Spot) -> int | None:
    """Gives the year of the film whose title two digits follow: "Alien 79"."""
    match = SHORT_YEAR.match(text, spot.end)
    years = (year for film in spot.films for year in film.years) if match else ()
    return next((year for year in years if match and str(year).endswith(match[1])), None)


def _in_record(text: str, linker: Linker) -> Iterator[Mention]:
    """Finds a title we do not know at the head of a record: "Y tu mama tambien — Diego Luna, Cuaron"."""
    match = _HEAD.match(text)
    brief = match and (is_title_like(match[1]) or len(match[1].split()) <= _LONG)
    if match and brief and not linker.is_title(match[1]) and not linker.is_person(match[1]):
        names = find_names(text[match.end() :], linker)
        starts = names and not _TEXT.search(text[match.end() : match.end() + names[0].start])
        if starts and (len(names) > 1 or linker.is_person(names[0].text)) and not are_names(match[1], linker):
            yield mention(text, match[1], 0, match.end(1), SAID_BY_NEARNESS)
