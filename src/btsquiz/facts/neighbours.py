"""What stands around a part of a page, which may take it for a fact or leave it out."""

from __future__ import annotations

from collections.abc import Sequence

from btsquiz.facts.candidate import NOBODY, Candidate, is_whole, tells
from btsquiz.facts.headings import kind_said
from btsquiz.facts.noise import is_talk
from btsquiz.facts.outline import Outline
from btsquiz.facts.wording import wording_of


def leave_unsure(candidates: Sequence[Candidate], promised: int) -> None:
    """Leaves out what is of no film for certain: all of it at the edges of a page, and what tells nothing.

    Args:
        candidates: All of a page.
        promised: How many facts its title says that it has; 0 where it does not say.
    """
    sure = [one.evident or _stands_under_film(place, candidates) for place, one in enumerate(candidates)]
    if sum(map(_is_taken, candidates, sure)) * 2 < sum(not one.why_not for one in candidates):
        return  # a page of films and people we do not know
    # Whose words are those of an anecdote is one, of whatever film.
    sure = [
        known or (one.kind == "story" and wording_of(one.text).is_told)
        for one, known in zip(candidates, sure, strict=True)
    ]
    taken = [place for place, one in enumerate(candidates) if _is_taken(one, sure[place])]
    left = [
        one
        for place, one in enumerate(candidates)
        if not (
            sure[place] or one.why_not or (_is_within(place, taken, candidates) and tells(one.text, one.kind))
        )
    ]
    first = next((place for place in taken if candidates[place].linked.title.film), 0)
    left += [one for one in candidates[:first] if not one.why_not and kind_said([one.entry.block])]
    kept = [one for one in left if one.of_page and is_whole(one.text)]
    if sum(not one.why_not for one in candidates) - len(left) + len(kept) <= promised:
        left = [one for one in left if one not in kept]
    for one in left:
        one.why_not = NOBODY


def _is_taken(one: Candidate, sure: bool) -> bool:
    return sure and not one.why_not


def _is_within(place: int, taken: Sequence[int], candidates: Sequence[Candidate]) -> bool:
    """Tells whether a text stands between facts, or under a heading of its own after the last."""
    return taken[0] <= place and (place <= taken[-1] or _is_first(place, candidates))


def _stands_under_film(place: int, candidates: Sequence[Candidate]) -> bool:
    """Tells whether a text is the first under a film's title or under a heading of a list."""
    heading = candidates[place].entry.heading
    return heading is not None and (heading.explicit or heading.is_listed) and _is_first(place, candidates)


def _is_first(place: int, candidates: Sequence[Candidate]) -> bool:
    """Tells whether a text is the first under a heading."""
    entry = candidates[place].entry
    again = place > 0 and candidates[place - 1].entry.section is entry.section
    return entry.heading is not None and not again


def take_rows(candidates: Sequence[Candidate], page: Outline) -> None:
    """Takes for a fact what stands in a row of facts.

    That is: pictures with a line each, the items of a numbered list, and on a page of stories under
    headings a text between stories, whose heading was lost.
    """
    for listed in ("picture", "number"):
        row = [one for one in candidates if one.listed == listed]
        if len(row) >= 4 and sum(not one.why_not for one in row) * 3 >= len(row) * 2:
            for one in row:
                if (
                    one.why_not == NOBODY
                    and one.entry.block.words >= 4
                    and not is_talk(one.text, strict=True)
                ):
                    one.why_not = ""
    taken = [place for place, one in enumerate(candidates) if not one.why_not]
    if page.kind == "story" and page.is_headed and len(taken) > 2:
        lost = False
        for place, one in enumerate(candidates[taken[0] :], taken[0]):
            # After the last story, only a page that loses headings has stories without any.
            between = place < taken[-1] or lost
            if (
                one.why_not == NOBODY
                and is_whole(one.text)
                and between
                and not is_talk(one.text, strict=True)
            ):
                one.kind, one.why_not, lost = "story", "", True
