"""The look: a film set after dark, warm black and ivory under one tungsten light."""

from __future__ import annotations

from textual.theme import Theme

SET = Theme(
    name="set",
    dark=True,
    background="#15120F",
    surface="#211C18",
    panel="#2D2620",
    foreground="#F4EBDD",
    primary="#F6B73C",
    secondary="#5CC8CC",
    accent="#B7A5F7",
    success="#86D993",
    error="#FF7A6B",
    warning="#F6B73C",
    variables={"muted": "#B9AC9B"},
)
