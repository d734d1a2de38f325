from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual._context import active_app

import btsquiz.home

ROUNDS, TURNS = 3, 40
"""Turns of the event loop in which all that a key, a click or a new size sets off is done and painted."""


async def settle(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Waits by turns of the event loop, where Textual waits until the processor has little to do.

    That would depend on what else the machine does, and take far longer.
    """
    for _ in range(ROUNDS):
        for _ in range(TURNS):
            await asyncio.sleep(0)
        app = active_app.get()
        if app.is_running and app.screen_stack:
            app._check_resize()
            app.screen._on_timer_update()


@pytest.fixture(autouse=True)
def own_shelf(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts an empty folder in the place of the shipped packs, so that a test knows its whole shelf."""
    folder = tmp_path_factory.mktemp("shipped")
    monkeypatch.setattr(btsquiz.home, "shipped_questions", lambda: folder)
    monkeypatch.setattr("textual.app.wait_for_idle", settle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settle)


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the shipped packs back."""
    folder = Path(__file__).parents[2] / "questions"
    monkeypatch.setattr(btsquiz.home, "shipped_questions", lambda: folder)
