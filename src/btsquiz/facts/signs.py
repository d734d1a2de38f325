"""Signs that a text tells of no film's making, or that it does, though its page speaks in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from btsquiz.facts.kinds import is_on_set

_GOODS: Final = re.compile(
    r"\b(?:posters?|one[- ]sheets?|lobby cards?|linen[- ]backed|foam latex|screenplay|scripts?|tickets?"
    r"|autograph\w*|albums?|press ?books?|programmes?|cheques?|postcards?|tarjeta postal"
    r"|carte postale)\b",
    re.I,
)
"""What is sold or shown beside photographs."""

_PREMIERE: Final = re.compile(
    r"\b(?:(?:world |gala |royal )?premi[eè]res?|royal (?:film|command) performance"
    r"|(?:at|for) the debut of|(?:red|crimson) carpet|(?:at|on) (?:the |an? )?ceremony"
    r"|studio portraits?|portraits?,? studio|film festival|festival d[eu]l?|(?:кино)?фестивал\w*"
    r"|opening night|marches (?:du palais|[àa] cannes)|mont\w+ les marches|on the steps (?:at|in) cannes"
    r"|croisette|круазетт\w*|в каннах|film ?festspiele?|mostra di|al lido|at the lido"
    r"|arriv(?:es?|ing) (?:at|for)"
    r"|with (?:his|her|an?|the) (?:oscar|bafta|goya|c[ée]sar|emmy|palme|golden \w+)"
    r"|comic[- ]?con|presented to (?:h\.?m\.?|the queen|princess)"
    r"|press (?:conference|call|reception|junket)|photo ?calls?|(?:at|on) the (?:oscars?|baftas?|globes)\b"
    r"|(?:first|gala|charity|press) (?:showing|screening|night)|des autographes|aut[óo]graf[oi]s?"
    r"|signs? (?:autographs?|forearms?|posters?)|signing (?:autographs?|copies|posters?)|автограф\w*"
    r"|in (?:the )?(?:wet )?cement|hand ?prints?"
    r"|avant-première|alfombra roja|tapis rouge|roter teppich|d[íi]a del estreno|estreno (?:en|de)"
    r"|красной дорожке|на премьере|премьер[аы] (?:фильма|картины))\b",
    re.I,
)
"""Where stars are photographed when a film is shown."""

_AT_HOME: Final = re.compile(
    r"\b(?:at [\w ]{0,20}airport|[àa] l['’]aéroport|en el aeropuerto|в аэропорту|at home"
    r"|(?:at|in|of) (?:his|her|their) (?:[\w-]+ )?(?:home|house|loft|flat|apartment|ranch|villa|wedding)"
    r"|(?:on|at) (?:his|her|their) (?:wedding|honeymoon)|wedding day|(?:en los|plaza de) toros"
    r"|shop(?:s|ping) (?:for|in|at|on)|chez (?:lui|elle|eux)|en su casa|дома (?:с|у)|на даче"
    r"|weds|newly[- ]?weds?|engagement party|honeymoon\w*|lune de miel|luna de miel|(?:su|d[íi]a de) boda"
    r"|(?:his|her|their) (?:\w+ )?(?:wedding|honeymoon|divorce|garden|pram|nursery|yacht|pool)"
    r"|golf (?:course|club|tournament)|night ?clubs?|disco"
    r"|studio 54|partying|stork club|ringside|at the (?:races|opera|ballet|zoo)"
    r"|en vacances|de vacaciones|on (?:holiday|vacation)|в отпуске|(?:charity|opera|costume|masked) ball"
    r"|off[- ]duty|rien à voir|nada que ver)\b",
    re.I,
)
"""Where they are photographed else, but on no set."""

_NO_SHOOT: Final = re.compile(
    r"\b(?:not (?:an?|from (?:an?|any|the)) (?:film|movie|still|set)|pas un tournage"
    r"|no es (?:de )?(?:un |ningún )?rodaje|не (?:со|с) съ[её]м\w+|не кадр)\b",
    re.I,
)
"""How a caption says itself that it is of no film's making."""

_POSED: Final = re.compile(
    r"\b(?:portraits?|self-portraits?|headshots?|pin-?ups?|harcourt"
    r"|(?:scene|film|publicity|promotional|promo|press|cast) (?:stills?|photos?|shots?|pictures?)"
    r"|stills? from|screen ?(?:shots?|grabs?|caps?|tests?)|frame (?:grabs?|enlargements?)|photogrammes?"
    r"|fotogramas?|retratos?|портрет\w*|кадр из)\b",
    re.I,
)
"""What is no photograph of work: somebody posed, or the film itself."""

_MAKER: Final = re.compile(r"(?:(?<=”, )|(?<=\), ))director [^.]{2,60}\. ")
"""Who made the film of a record, which says nothing of where it shows anybody."""

_MOST_SEEN: Final = 30
"""Words of the longest caption that says so."""

_PRIZES: Final = re.compile(
    r"\b(?:box[- ]office|gross(?:ed|es)|nominat\w+|oscars?|academy awards?|razzies?|baftas?|palme d['’]or"
    r"|césars?|goyas?|rotten tomatoes|imdb|metacritic|reviews?|оскар\w*|сборы|taquilla|recaudó|entrées)\b"
    r"|[$£€]\s?\d[\d.,]*\s?(?:m|mn|bn|million|billion)\b|\bstatuettes?\b"
    r"|\bcritics (?:were|loved|hated|embraced)\b"
    r"|\b(?:million(?:en|es|i)?|milliards?|billion|миллион\w*|млн|millones)s?\W{1,2}(?:de |d['’])?"
    r"(?:dollars?|greenbacks?|bucks?|pounds?|euros?|tickets?|entr[ée]es|viewers|admissions|besuchern?"
    r"|espectadores|spettatori|spectateurs|d[óo]lares|зрител\w+|рубл\w+|доллар\w+)\b"
    r"|\b(?:made|earn\w*|took|takes?|cross\w*|pass\w*|collect\w*|rak\w+|harvest\w*)\W(?:\w+\W){0,4}?"
    r"\d[\d.,]*\s?(?:m|mn|bn|million|billion)\b"
    r"|\b(?:opening|second|first) weekend\b|\bpremier week-end\b|\bprimer fin de semana\b"
    r"|\b(?:worldwide|domestic) (?:gross|total|take)\b|\btomatometer\b|\bcinemascore\b|\bsteelbook\b"
    r"|\b(?:best|highest)[- ](?:grossing|earning)\b|\bnumber one for \w+ (?:straight )?weeks\b",
    re.I,
)
"""What a film won and took."""

_OBITUARY: Final = re.compile(
    r"\b(?:r\.?i\.?p\b|passed away|has died|died (?:on|aged|peacefully|last|this)|obituar\w+|sad news"
    r"|survived by|will be missed|in memoriam|in (?:loving )?memory of|, aged? \d\d\b"
    r"|умер(?:ла)?\b|светлая память|скончал\w+|nous a quitt\w+|est décédée?"
    r"|falleci\w+|se muri[óo]|ha muerto|verstorben|(?:18|19)\d\d\s?[–—-]\s?20[012]\d\b"
    r"|s['’]est [ée]teinte?|(?:la )?disparition d(?:e|u)\b|avait disparu|carnet noir|nécrologie|obsèques"
    r"|funeral of|ashes (?:of|will|were)|(?:he|she) (?:was|leaves) (?:\d\d|an? (?:wife|husband|widow))\b"
    r"|starb (?:am|im|in)|gestorben|вечная память|похорон\w+|исполнилось бы|ушл?[аё]л? из жизни"
    r"|(?:would have been|would be|turned|turns) (?:\d{2,3}|an? hundred)\b|birth anniversary"
    r"|n[ée]e? [àa] [A-ZÀ-Þ][\w-]+ en (?:18|19)\d\d|naci[óo] en [\w ]{2,20}(?:18|19)\d\d"
    r"|born (?:on |in )?(?:[\w ,]{0,24})?(?:18|19)\d\d)",
    re.I,
)
"""What is said of somebody who has died."""

_OPINION: Final = re.compile(
    r"\b(?:i|we|you|my|our|your)\b.{0,60}\b(?:think|love[ds]?|likes?|prefer|enjoy(?:ed)?|wish|recommend|remember)\b"
    r"|\b(?:best|favou?rites?|underrated|overrated|masterpiece|classic film|must[- ]see|rewatch\w*"
    r"|never better|great(?:est)? (?:films?|movies?|actors?|actress\w*|directors?|scenes?))\b"
    r"|\b(?:10|[1-9](?:[.,]\d)?)/10\b|\+1\b|\blol\b|[★☆]{2}|\b(?:[1-5]|one|two|three|four|five) stars\b"
    r"|\b\d{2,3} ?mins?\)|\btag ?lines?\b",
    re.I,
)
"""What somebody thinks of a film."""

_NEAR: Final = r"(?:\W{1,4}\w+){0,3}\W{1,4}"
"""A few words between two that belong together."""

_UNKNOWN: Final = {
    r"(?:what|which)|films?|movies?|pictures?|productions?|titles?|sets?|actor|actress": (
        r"un(?:known|identified|titled|named)|not (?:known|recorded|identified|stated|given)|idk|dunno"
        r"|(?:no|any|not an?) (?:idea|clue)"
        r"|(?:do not|don['’]?t|doesn['’]?t|cannot|can['’]?t) (?:know|say|tell|remember|recall|place)"
        r"|could(?: not|n['’]t) (?:say|tell|place)"
        r"|forg[eo]t(?:ten)?|not sure"
    ),
    r"films?|titre|tournage": r"inconnue?|non identifi[ée]+|sais (?:pas|plus)|aucune idée|oublié",
    r"qu[ée]|cu[áa]l|pel[íi]cula|rodaje|título": (
        r"no (?:lo )?(?:sé|sabemos|recuerdo|consta)|desconocid[ao]|sin identificar|ni idea"
    ),
    r"как(?:ой|ого|ая)|что за|откуда|фильм\w*|картин\w+|назван\w+": (
        r"не (?:знаю|знаем|помн\w+|установлен\w*|подписан\w*|указан\w*)|неизвест\w+"
    ),
}
"""What may be unknown of a picture, and how that is said, before it or after."""

_ASKED: Final = re.compile(
    "|".join(
        rf"\b(?:{what}){_NEAR}(?:{unknown})\b|\b(?:{unknown}){_NEAR}(?:{what})\b"
        for what, unknown in _UNKNOWN.items()
    )
    + r"|(?:^|[–—|-]\s)\?+\W*$"
    + r"|\b(?:title|film|movie|which|what),? (?:anyone|anybody|someone|please)\?"
    r"|\b(?:(?:what|which) (?:film|movie|picture)(?: this)? (?:is|was)(?! your)"
    r"|who knows (?:which|what)|any(?:one|body) (?:identify|recogni[sz]e)"
    r"|(?:if|does|do) (?:you|any(?:one|body)|some(?:one|body)) knows?\b.{0,12}\b(?:film|movie|picture|title)"
    r"|(?:could|may|might) be (?:any|one) of (?:\w+ )?(?:pictures|films|movies)|no (?:year,? )?no film"
    r"|quelqu['’]un (?:sait|reconna[îi]t|conna[îi]t)|подска[жз]\w+"
    r"|sin t[íi]tulo|sans titre|без названия|untitled"
    r"|no (?:he|hemos) (?:podido|sabido|logrado) (?:averiguar|identificar|saber)|del que no s[ée]\b"
    r"|help (?:me )?(?:identify|with the title)|quel (?:film|est ce film)"
    r"|sabes? (?:de )?qu[ée] (?:película|film))\b",
    re.I,
)
"""How somebody says of a picture, or of a story, that they do not know which film it is of."""


def signs_of(text: str) -> dict[str, bool]:
    """Tells by name which signs a text has."""
    return {
        "opinion": _OPINION.search(text) is not None,
        "prizes": _PRIZES.search(text) is not None,
        "obituary": _OBITUARY.search(text) is not None,
        "goods": _GOODS.search(text) is not None,
        "premiere": _is_seen(_PREMIERE, text),
        "home": _is_at_home(text),
        "posed": _is_seen(_POSED, text),
        "asked": is_asked(text),
    }


@lru_cache(maxsize=8192)
def is_asked(text: str) -> bool:
    """Tells whether a text says that nobody knows which film it is of."""
    return _ASKED.search(text) is not None


def is_elsewhere(text: str) -> bool:
    """Tells whether a caption shows somebody where no film is made: at a premiere, at home, or it says so."""
    return _is_seen(_PREMIERE, text) or _is_at_home(text)


@lru_cache(maxsize=8192)
def _is_at_home(text: str) -> bool:
    """Tells whether a caption shows somebody at home or the like, or says itself that it is of no film."""
    return _is_seen(_AT_HOME, text) or _NO_SHOOT.search(text) is not None


@lru_cache(maxsize=8192)
def _is_seen(where: re.Pattern[str], text: str) -> bool:
    """Tells whether a caption shows somebody there, and on no set."""
    brief = len(text.split()) <= _MOST_SEEN
    return brief and where.search(text) is not None and not is_on_set(_MAKER.sub("", text))
