"""A blind reading: questions drawn at random without their key, and answers held against it.

    .venv/bin/python benchmarks/blind.py draw [--count N] [--seed S] [PACK…] > questions.txt
    .venv/bin/python benchmarks/blind.py mark ANSWERS.txt [--seed S] [--count N] [PACK…]

Whoever reads must not have written the questions, and may look things up. An answer is a line: the number,
a colon, and the option, text or number; several are parted by ` | `, in order where order is asked for, and
for a match they are the right-hand items from the first left-hand one on. Drawn anew, the same count, seed
and packs give the same questions.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from btsquiz.checks import check_pack
from btsquiz.game.chance import draw
from btsquiz.game.deal import compose
from btsquiz.game.formats import Format
from btsquiz.game.judging import is_right
from btsquiz.home import shipped_questions
from btsquiz.packs.shelf import read_shelf
from btsquiz.question import Kind, Match, Multiple, Number, Question, answer_text, number_text

ASKED = {
    Kind.NUMBER: "a number",
    Kind.TYPED: "typed",
    Kind.ORDER: "in order",
    Kind.MATCH: "one for each",
    Kind.TRUE_FALSE: "True or False",
}


def drawn(count: int, seed: str, packs: list[str]) -> list[Question]:
    """Draws as many questions of each pack as of any other, as far as it has them."""
    taken: Counter[str] = Counter()
    turns: list[tuple[int, Question]] = []
    pool = read_shelf([shipped_questions()], check_pack).questions(packs)
    for question in sorted(pool, key=lambda question: draw(seed, question.key)):
        taken[question.pack] += 1
        turns.append((taken[question.pack], question))
    return [question for _, question in sorted(turns, key=lambda turn: turn[0])][:count]


def shown(question: Question, number: int, seed: str) -> str:
    """Gives a question as a reader sees it, with nothing of its key."""
    (take,) = compose(Format("blind", "Blind", ("One",), takes=1), [question], f"{seed}{number}").takes
    kind = f"pick {len(question.answer.right)}" if isinstance(question.answer, Multiple) else ""
    if isinstance(question.answer, Number):
        kind = f"a number, up to {number_text(question.answer.within)} off"
    lines = [f"{number}. [{kind or ASKED.get(question.kind, 'one')}] {question.ask}"]
    if isinstance(question.answer, Match):
        lines += [f"     {left} = ?" for left, _ in question.answer.pairs]
    options = () if question.kind is Kind.TYPED else take.options[0]
    return "\n".join((*lines, *(f"   - {option}" for option in options)))


def marked(questions: list[Question], answers: Path) -> int:
    """Prints each answer that is not the key's, and gives how many are."""
    said: dict[int, tuple[str, ...]] = {}
    for line in answers.read_text(encoding="utf-8").splitlines():
        number, _, answer = line.partition(":")
        if number.strip().isdigit():
            said[int(number)] = tuple(part.strip() for part in answer.split("|"))
    right = 0
    for number, question in enumerate(questions, 1):
        answer = said.get(number, ())
        if answer and is_right(question, answer):
            right += 1
        else:
            print(f"{number}. {question.key}\n   {question.ask}")
            print(f"   key: {answer_text(question.answer)}\n   said: {' | '.join(answer) or '(nothing)'}")
    return right


def main() -> None:
    """Draws, or marks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("draw", "mark"))
    parser.add_argument("rest", nargs="*")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    packs = options.rest[1:] if options.what == "mark" else options.rest
    questions = drawn(options.count, options.seed, packs)
    if options.what == "draw":
        print("\n\n".join(shown(one, number, options.seed) for number, one in enumerate(questions, 1)))
    else:
        right = marked(questions, Path(options.rest[0]))
        print(f"{right} of {len(questions)} as the key has it", file=sys.stderr)


if __name__ == "__main__":
    main()
