"""The game line by line: for screen readers, pipes and terminals that cannot draw."""

from btsquiz.plain.front import Plain
from btsquiz.plain.words import read_answer

__all__ = ["Plain", "read_answer"]
