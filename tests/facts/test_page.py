"""A page's text becomes blocks, and what is no content is told from what is."""

from __future__ import annotations

from btsquiz.facts.page import blocks_of

WRAPPED = """The shoot was planned for fifty days, and went on for a hundred and
fifty-nine, of which most were lost to a machine that would not swim
in salt water. When it came up again, nobody was there to see it,
as the crew had gone to lunch on the other side of the bay. A rig-
ger on the barge told us so.
[03:30] Above: the barge, a day later.

On the second ship the cook was the only one who could swim, and
they sent him down for the camera. He brought up a chair, and then
they went home. Two weeks after that a boy found it on the beach
with the film in it, and was paid with a ride on the
machine. It was a short one, he said later, and it was not at all
worth the trouble."""


def test_a_text_wrapped_at_no_even_width_is_read_by_paragraphs() -> None:
    first, placed, second = blocks_of(WRAPPED)
    assert first.text.startswith("The shoot was") and first.text.endswith("A rigger on the barge told us so.")
    assert placed.text == "Above: the barge, a day later."
    assert second.text.startswith("On the second ship") and second.text.endswith("worth the trouble.")


def test_lines_in_small_letters_are_not_wrapped() -> None:
    board = "\n".join(
        f"kubrick and nicholson in the maze of the shining, take {word}" for word in "abcdefghij"
    )
    assert len(blocks_of(board)) == 10
