"""The short form of one question: from its YAML to a `Question`, and back.

The shape names the kind: `wrong` beside one answer is a choice, beside a list it is multiple; an unquoted
number or `true`/`false` stands for itself; `order`, `match` and `accept` name theirs; any other answer is
typed. Whatever is none of these is an error, `unclear-kind`, never a guess.
"""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from typing import Final

from btsquiz.document import Mapping, Node, Scalar, Sequence
from btsquiz.fields import Fields, Problems
from btsquiz.question import (
    MAX_OPTIONS,
    Answer,
    Choice,
    Correction,
    Match,
    Multiple,
    Number,
    Order,
    Point,
    Question,
    QuestionId,
    Source,
    Standing,
    TrueFalse,
    Typed,
    answer_text,
    number_text,
    options_of,
)

KEYS: Final = (
    "id", "ask", "answer", "wrong", "within", "accept", "reject", "order", "match", "explain",
    "source", "checked", "fact", "point", "films", "standing", "corrections", "difficulty", "tags", "why",
    "hint",
)  # fmt: skip
_SHAPES: Final = ("answer", "wrong", "within", "accept", "order", "match")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_NUMBER_LIKE: Final = re.compile(r"[+-]?[.,_: ]*[0-9][0-9.,_:eExX ]*")
_YAML_WORDS: Final = frozenset(["yes", "no", "on", "off", "y", "n", "true", "false", "null", "~"])
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,119}")


def read_question(node: Node, problems: Problems, pack: str = "") -> Question | None:
    """Reads one question.

    Args:
        node: Its mapping.
        problems: Where problems go, each with its place.
        pack: The id of its pack.

    Returns:
        The question, or None where an error was noted.
    """
    before = problems.errors
    fields = Fields(node, KEYS, problems, "a question")
    ask = fields.text("ask", required=True)
    answer = _read_answer(fields)
    if answer is not None and problems.errors == before:
        _check_answer(fields, answer)
    given_id = fields.text("id")
    if given_id and not _ID.fullmatch(given_id):
        where = fields.get("id") or node
        problems.add(where, "`id` may have letters, digits and `.` `_` `/` `-`, 120 at most", "id")
    wrong_notes = fields.mapping("why")
    rest = {
        "explain": fields.text("explain"),
        "source": _read_source(fields),
        "checked": fields.text("checked"),
        "fact": fields.text("fact"),
        "films": fields.texts("films"),
        "standing": Standing(fields.one_of("standing", tuple(Standing), Standing.UNCHECKED)),
        "corrections": fields.each("corrections", lambda item: _read_correction(item, problems)),
        "difficulty": fields.integer("difficulty", 1, 3) or 2,
        "tags": fields.texts("tags"),
        "why": dict(wrong_notes),
        "hint": fields.text("hint"),
        "reject": fields.texts("reject"),
    }
    point = fields.text("point")
    if answer is None or problems.errors > before:
        return None
    name = given_id or content_id(ask, answer)
    return Question(
        id=QuestionId(name),
        ask=ask,
        answer=answer,
        pack=pack,
        point=Point(point or (f"{pack}/{name}" if pack else name)),
        **rest,  # type: ignore[arg-type]
    )


def content_id(ask: str, answer: Answer) -> str:
    """Names a question by what it says: ten hex digits that change when its ask or answer does."""
    content = "\0".join((answer.kind, ask, answer_text(answer), *sorted(options_of(answer))))
    return hashlib.sha256(content.encode()).hexdigest()[:10]


def _read_answer(fields: Fields) -> Answer | None:
    given = frozenset(key for key in _SHAPES if fields.get(key) is not None)
    node = fields.get("answer")
    match sorted(given):
        case ["order"]:
            return Order(fields.texts("order"))
        case ["match"]:
            return Match(fields.mapping("match"))
        case ["answer", "wrong"] if isinstance(node, Sequence):
            return Multiple(fields.texts("answer"), fields.texts("wrong"))
        case ["answer", "wrong"]:
            return Choice(fields.text("answer"), fields.texts("wrong"))
        case ["accept"] | ["accept", "wrong"]:
            return Typed(fields.texts("accept"), fields.texts("wrong"))
        case ["accept", "answer"] if isinstance(node, Scalar):
            return Typed((fields.text("answer"), *fields.texts("accept")))
        case ["answer"] | ["answer", "within"] if isinstance(node, Scalar):
            return _read_scalar_answer(fields, node)
        case []:
            fields.problems.add(
                fields.node, "a question needs `answer`, `accept`, `order` or `match`", "missing"
            )
            return None
        case ["answer"] if isinstance(node, Sequence):
            _unclear(fields, "several answers need `wrong` beside them")
            return None
        case ["answer"] if isinstance(node, Mapping):
            fields.text("answer")
            return None
        case ["wrong"]:
            _unclear(fields, "`wrong` needs `answer` beside it")
            return None
        case _:
            _unclear(fields, f"{', '.join(f'`{key}`' for key in sorted(given))} do not go together")
            return None


def _read_scalar_answer(fields: Fields, node: Scalar) -> Answer | None:
    text = node.text.strip()
    if not node.quoted and _NUMBER.fullmatch(text):
        if len(text) > 18:
            fields.problems.add(node, "a number of more than 18 digits; quote it to have it typed", "number")
            return None
        return Number(Decimal(text), _read_within(fields))
    if fields.get("within") is not None:
        _unclear(fields, "`within` goes with a number")
        return None
    if not node.quoted and text in ("true", "false"):
        return TrueFalse(text == "true")
    looks_special = text.casefold() in _YAML_WORDS or _NUMBER_LIKE.fullmatch(text)
    if not node.quoted and text and looks_special:
        message = f"`{text}` is read as words to be typed; quote it to say so"
        fields.problems.add(node, message, "unquoted-scalar", warning=True)
    return Typed((fields.text("answer"),))


def _read_within(fields: Fields) -> Decimal:
    node = fields.get("within")
    if node is None:
        return Decimal(0)
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if _NUMBER.fullmatch(text) and not text.startswith("-") and len(text) <= 18:
        return Decimal(text)
    fields.problems.add(node, "`within` should be a number such as 2 or 0.5", "number")
    return Decimal(0)


def _check_answer(fields: Fields, answer: Answer) -> None:
    if fields.get("reject") is not None and not isinstance(answer, Typed):
        _unclear(fields, "`reject` goes with a typed answer")
    listed = fields.get("order") or fields.get("match") or fields.get("wrong")
    count = len(options_of(answer))
    if listed and not 2 <= count <= MAX_OPTIONS:
        fields.problems.add(listed, f"{count} options; there should be 2 to {MAX_OPTIONS}", "options")


def _unclear(fields: Fields, message: str) -> None:
    fields.problems.add(fields.node, f"what kind of question is this? {message}", "unclear-kind")


def _read_source(fields: Fields) -> Source | None:
    node = fields.get("source")
    if node is None:
        return None
    if isinstance(node, Scalar):
        return Source(fields.text("source"))
    inner = Fields(node, ("title", "line"), fields.problems, "a source")
    return Source(inner.text("title", required=True), inner.integer("line", 1, 10_000_000))


def _read_correction(node: Node, problems: Problems) -> Correction:
    fields = Fields(node, ("written", "truth", "why"), problems, "a correction")
    return Correction(
        fields.text("written", required=True), fields.text("truth", required=True), fields.text("why")
    )


def question_data(question: Question) -> dict[str, object]:
    """Gives a question as its short form: what `read_question` reads back as the same question.

    Numbers are `Decimal`, true and false are `bool`, all else is text; defaults are left out.
    """
    data: dict[str, object] = {"id": str(question.id), "ask": question.ask, **_answer_data(question.answer)}
    if question.reject:
        data["reject"] = list(question.reject)
    data["explain"] = question.explain
    if question.source:
        data["source"] = {"title": question.source.title}
        if question.source.line is not None:
            data["source"] = {"title": question.source.title, "line": Decimal(question.source.line)}
    data["checked"] = question.checked
    data["fact"] = question.fact
    default_point = f"{question.pack}/{question.id}" if question.pack else str(question.id)
    data["point"] = "" if question.point == default_point else str(question.point)
    data["films"] = list(question.films)
    data["standing"] = "" if question.standing is Standing.UNCHECKED else str(question.standing)
    data["corrections"] = [
        {key: text for key, text in zip(("written", "truth", "why"), values, strict=True) if text}
        for values in ((item.written, item.truth, item.why) for item in question.corrections)
    ]
    data["difficulty"] = Decimal(question.difficulty) if question.difficulty != 2 else ""
    data["tags"] = list(question.tags)
    data["why"] = dict(question.why)
    data["hint"] = question.hint
    return {key: value for key, value in data.items() if value not in ("", [], {})}


def _answer_data(answer: Answer) -> dict[str, object]:
    match answer:
        case Choice(right, wrong):
            return {"answer": right, "wrong": list(wrong)}
        case Multiple(rights, wrong):
            return {"answer": list(rights), "wrong": list(wrong)}
        case TrueFalse(right):
            return {"answer": right}
        case Number(right, within):
            bounds = {"within": Decimal(number_text(within))} if within else {}
            return {"answer": Decimal(number_text(right)), **bounds}
        case Typed(accept, wrong):
            return {"accept": list(accept), **({"wrong": list(wrong)} if wrong else {})}
        case Order(items):
            return {"order": list(items)}
        case Match(pairs):
            return {"match": dict(pairs)}
