"""What the screen says and does when the store under it fails: in words, with nothing lost."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

from textual.events import Key

from store.database import open_store
from store.verify import verify
from tests.tui.main.browsing import Typed, browsing

PAGE = 4096


async def test_what_is_typed_in_one_burst_is_kept_whole(desk: Path) -> None:
    """As after a pause of the machine: Enter does not overtake the letters before it."""
    async with browsing(desk) as browser:
        await browser.press("t")
        for key in ("k", "e", "y", "enter"):
            browser.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        await browser.settle()
        assert browser.screen.row is not None
        assert browser.screen.row.tags == ("key",)


async def test_a_decision_waits_for_another_writer(desk: Path) -> None:
    """The screen says that it waits and goes on; what was decided comes when the other is done."""
    async with browsing(desk) as browser:
        other = sqlite3.connect(desk, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await browser.pilot.press("v", "4")
        await browser.pilot.pause()
        assert "waits for its turn" in browser.notices[-1]
        await browser.pilot.press("j")
        assert not browser.decisions
        other.execute("COMMIT")
        other.close()
        await browser.settle()
        assert len(browser.decisions) == 1
        assert browser.notices[-1].startswith("judged claim")


async def test_a_store_that_was_moved_away(desk: Path, tmp_path: Path) -> None:
    """No decision is shown that is not kept; what was decided before is in the moved file."""
    async with browsing(desk) as browser:
        await browser.press("v", "4")
        moved = desk.rename(tmp_path / "moved.db")
        await browser.press("t", Typed("lost"), "enter", "j")
        assert any("has been moved" in notice for notice in browser.notices)
        assert "#lost" not in browser.text
        with open_store(moved) as store:
            assert all(finding.ok for finding in verify(store))
            assert store.db.execute("SELECT count(*) FROM journal").fetchone() == (1,)


async def test_a_store_whose_folder_is_gone(desk: Path, tmp_path: Path) -> None:
    """Said as soon as it is looked for, once; leaving works."""
    async with browsing(desk) as browser:
        desk.parent.rename(tmp_path / "gone")
        browser.screen.look_for_writes()
        browser.screen.look_for_writes()
        await browser.settle()
        assert sum("has been moved" in notice for notice in browser.notices) == 1
        await browser.press("q")
    assert browser.app.return_code == 0


async def test_a_truncated_store_is_shown_and_not_written(desk: Path) -> None:
    """As far as it can be read; what to do about it is said."""
    content = desk.read_bytes()
    desk.write_bytes(content[:-PAGE])
    async with browsing(desk) as browser:
        assert "conflict-tui recover" in browser.notices[0]
        await browser.press("v")
        assert browser.notices[-1] == "This store is open for reading only."
    assert desk.read_bytes() == content[:-PAGE]


async def test_damage_met_on_the_way_ends_the_app_in_a_sentence(desk: Path) -> None:
    """Not in a traceback."""
    with sqlite3.connect(desk) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name='texts'").fetchone()
    db.close()
    content = bytearray(desk.read_bytes())
    content[PAGE * (root - 1) : PAGE * root] = b"\xa5" * PAGE
    desk.write_bytes(content)
    async with browsing(desk) as browser:
        told = [*browser.notices, *(str(line) for line in browser.app._exit_renderables)]
    assert any("is damaged" in sentence for sentence in told)


async def test_sigterm_ends_the_app_as_leaving_does(desk: Path) -> None:
    """Not amid whatever runs: the store is closed, and no thread stays behind."""
    async with browsing(desk) as browser:
        os.kill(os.getpid(), signal.SIGTERM)
        await browser.settle()
    assert browser.app.return_code == 128 + signal.SIGTERM
