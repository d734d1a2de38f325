"""The one border for text from outside: what may come in, and how texts are compared.

Packs and fact sheets are held to `refusal`: an unfit character is an error that names it. Pages, names and
messages, which nobody can be asked to mend, go through `tame`, which shows the unfit character as U+FFFD.
Inside the border every text is plain NFC text that no terminal can take for a command.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

MAX_COMBINING: Final = 8
"""Combining marks allowed on one base character; more is ink spilt over the neighbouring lines."""

_JOINERS: Final = frozenset("\u200c\u200d")
_VISIBLE_FORMAT: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_FAR: Final = re.compile(r"[^\n\t -~]+")
_MARKS: Final = frozenset({"Mn", "Me"})
_LETTER_MARKS: Final = re.compile("[\u0900-\u1aaf\u3099\u309a]")
_SILENT: Final = re.compile(r"['’‘`]|(?<!\d)\.|\.(?!\d)|(?<=\d),(?=\d{3}(?!\d))")
"""What stands inside words and numbers without parting them, which the point of 1.5 does."""
_ARTICLES: Final = frozenset({"a", "an", "the"})


@lru_cache(maxsize=4096)
def _is_unfit(char: str) -> bool:
    """Tells whether a character could move the cursor, hide, reorder its neighbours or fail to be saved."""
    if char == "\n" or char in _JOINERS or char in _VISIBLE_FORMAT:
        return False
    # Unassigned code points are let through: which ones are assigned differs between Pythons, and a pack
    # must mean the same on all of them. Noncharacters are never assigned, and tags never seen.
    if unicodedata.category(char) == "Cn":
        code = ord(char)
        return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xE0000 <= code <= 0xE007F
    return unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def refusal(text: str) -> tuple[int, str] | None:
    """Finds the first character that may not come in.

    Args:
        text: Any text in NFC, with tabs and newlines allowed.

    Returns:
        The character's offset and a description such as `U+001B`, or None where the text is fit.
    """
    for run in _FAR.finditer(text):
        marks = 0
        for offset, char in enumerate(run[0], run.start()):
            if _is_unfit(char):
                name = unicodedata.name(char, "")
                return offset, f"U+{ord(char):04X}" + (f" {name}" if name else "")
            marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
            if marks > MAX_COMBINING:
                return offset, f"more than {MAX_COMBINING} marks on one letter"
    return None


def clean(text: str) -> str:
    """Brings a text that `refusal` found fit into the one form kept inside: NFC, bare newlines, no tabs."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))


def tame(text: str) -> str:
    """Makes any text fit by showing each unfit character as U+FFFD; never fails and is idempotent."""
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for char in clean(text):
        marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
        if marks > MAX_COMBINING:
            continue
        kept.append("\ufffd" if _is_unfit(char) else char)
    return unicodedata.normalize("NFC", "".join(kept))


def tame_line(text: str) -> str:
    """Makes any text fit for one line: tamed, and every run of white space one space."""
    return " ".join(tame(text).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Reduces a text to what two people would call the same: no case, accents, punctuation or spacing.

    Marks that are letters of their own, as in Hindi, Thai and Japanese, stay. A text of nothing but
    punctuation folds to itself, so that `!` and `?` stay two answers.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("´", "'")).casefold()
    letters = _SILENT.sub("", unicodedata.normalize("NFKD", decomposed))
    folded = " ".join(letters.translate(_FOLDED).split())
    return unicodedata.normalize("NFKD", folded) or " ".join(text.split())


class _Folded(dict[int, str]):
    """What becomes of each letter of a folded text, found out when it is first met, by its code point."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        kept = char.isalnum() or (category in {"Mn", "Mc"} and _LETTER_MARKS.match(char))
        self[code] = char if kept else "" if category in {"Mn", "Cf"} else " "
        return self[code]


_FOLDED: Final = _Folded()


def fold_answer(text: str) -> str:
    """Folds a text as an answer typed by a player: like `fold`, and without a leading article."""
    words = fold(text).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)
