"""Deciding on many claims at once: apart from the screen, in one step, and stopped by Esc."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.tui.main.browsing import Typed, browsing


@pytest.fixture(autouse=True)
def two_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a small desk is enough."""
    monkeypatch.setattr("tui.app.MANY", 1)
    monkeypatch.setattr("tui.app.HEAVY", 1)
    monkeypatch.setattr("tui.screens.deciding.FEW", 2)
    monkeypatch.setattr("tui.apart.STEPS", 1)


async def test_many_are_decided_on_in_one_step_and_taken_back_in_one(desk: Path) -> None:
    """Verdict, tag, note, grade, hiding: each one entry of the journal; u and ctrl+r as ever."""
    async with browsing(desk) as browser:
        await browser.press("ctrl+a")
        assert len(browser.app.selection) == 7
        await browser.press("v", "4", "t", Typed("key"), "enter", "r", "2", "enter")
        assert len(browser.decisions) == 3
        assert "✗" in browser.text
        rows = [browser.screen.view.window.row(at) for at in range(7)]
        assert {(row.verdict, row.tags, row.grade[1]) for row in rows if row} == {
            ("false", ("key",), "2")
        }
        await browser.press("H")
        assert browser.quotes == []
        await browser.press("u", "u", "u", "u")
        assert {row.verdict for at in range(7) if (row := browser.screen.view.window.row(at))} == {
            ""
        }
        await browser.press("ctrl+r")
        row = browser.screen.row
        assert row is not None
        assert row.verdict == "false"
        await browser.press("ctrl+a")
        assert not browser.app.selection


async def test_a_range_is_selected_apart_and_shrinks(desk: Path) -> None:
    """However many claims it spans; what was selected before stays."""
    async with browsing(desk) as browser:
        await browser.press("space", "j", "V", "G", "k", "k", "V")
        ids = [row.id for at in (0, 2, 3, 4) if (row := browser.screen.view.window.row(at))]
        assert sorted(browser.app.selection) == sorted(ids)


async def test_what_is_under_way_is_told_stopped_and_lets_no_other_begin(desk: Path) -> None:
    """The header tells what; keys that move still move; Esc stops it, and nothing was changed."""
    async with browsing(desk) as browser:
        await browser.press("ctrl+a")
        other = sqlite3.connect(desk, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await browser.pilot.press("v", "4")
        await browser.pilot.pause()
        assert "7 claims 0 % · Esc stops" in browser.text.splitlines()[0]
        await browser.pilot.press("j", "v")
        await browser.pilot.pause()
        assert browser.notices[-1] == "7 claims are being decided on; Esc stops."
        assert browser.screen.timeline.cursor == 1
        await browser.pilot.press("escape")
        await browser.pilot.pause()
        other.execute("COMMIT")
        other.close()
        await browser.settle()
        assert browser.notices[-1] == "Stopped; nothing was changed."
        assert browser.decisions == []
        assert "Esc stops" not in browser.text.splitlines()[0]
        await browser.press("v", "4")
        assert len(browser.decisions) == 1
