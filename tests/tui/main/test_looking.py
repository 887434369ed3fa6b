"""Why, chain, related claims; copy, open, export; help and palette."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.main.browsing import Typed, browsing
from tui.commands import COMMANDS

OPENED = [
    ("w", "WhyDialog", "2025-07-31"),
    ("c", "ChainDialog", "Russian Ministry of Defense"),
    ("x", "ContradictionsDialog", "No other claim"),
    ("L", "JournalDialog", "Nothing has been decided yet"),
    ("E", "ExportDialog", "claims.csv"),
    ("J", "JumpDialog", "date"),
]


async def test_what_a_key_opens(desk: Path) -> None:
    """Each shows what it is about, and Esc leads back."""
    async with browsing(desk) as browser:
        await browser.press("j", "j", "j")
        for key, dialog, shown in OPENED:
            await browser.press(key)
            assert (key, browser.dialog) == (key, dialog)
            assert shown in browser.text
            await browser.press("escape")
            assert browser.dialog == "MainScreen"


async def test_a_hop_is_a_filter(desk: Path) -> None:
    """Enter on a hop of the chain shows what else it says."""
    async with browsing(desk) as browser:
        await browser.press("j", "j", "j", "c", "j", "enter")
        assert str(browser.app.filter) == 'actor:"Russian Ministry of Defense"'


async def test_copy(desk: Path) -> None:
    """The claim with where it stands; in the source the marked words."""
    async with browsing(desk) as browser:
        await browser.press("y")
        assert browser.app.clipboard.startswith("“the roads into the town are shut”\nExample Daily")
        await browser.press("enter", "g", "space", "l", "y")
        assert browser.app.clipboard == "Ministry announces"


async def test_open_the_address(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document's address goes to the browser; one without an address says so."""
    opened: list[str] = []
    async with browsing(desk) as browser:
        monkeypatch.setattr(browser.app, "open_url", lambda url, **_: opened.append(url))
        await browser.press("O")
        assert opened == ["https://daily.example/town"]
        await browser.press("j", "O")
        assert browser.notices[-1] == "This document has no web address."


async def test_export_writes_what_is_shown(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many lines as claims, and a header; a folder that is not there is told."""
    monkeypatch.chdir(tmp_path)
    async with browsing(desk) as browser:
        await browser.press("E", "enter")
        written = (tmp_path / "claims.csv").read_text("utf-8").splitlines()
        assert len(written) == 1 + 7
        assert browser.notices[-1].startswith("7 claims are in ")
        monkeypatch.chdir(tmp_path)


async def test_help_has_every_command_and_runs_one(desk: Path) -> None:
    """What is chosen on the help page is done."""
    async with browsing(desk) as browser:
        await browser.press("question_mark")
        assert browser.dialog == "HelpDialog"
        await browser.press(*"oldest", "enter")
        assert browser.notices[-1] == "Oldest first."


async def test_the_palette_has_every_command(desk: Path) -> None:
    """All that can run now, found by name, and it runs."""
    from tui.palette import Palette

    async with browsing(desk) as browser:
        palette = Palette(browser.screen)
        offered = {command.id for command, _ in palette._offered()}
        needing = {"next_hit", "previous_hit", "only_hits", "add", "demo", "palette"}
        assert offered == {command.id for command in COMMANDS} - needing
        await browser.press("ctrl+p", Typed("analysis"))
        await browser.press("enter")
        await browser.settle()
        assert browser.app.filter.scope == "all"


async def test_a_claim_is_followed_in_the_source(desk: Path) -> None:
    """Enter on another claim's words in the source goes to that claim."""
    async with browsing(desk) as browser:
        await browser.press("enter", "g", "j", "j", "j", "l", "l")
        await browser.press("enter")
        assert browser.quote == "the capture of Chasov Yar"
