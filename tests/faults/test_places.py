"""Stores that are moved, locked or out of time while they are used."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.database import open_store
from store.edits import Tag, apply, undo
from store.journal import Entry, entries
from store.verify import verify
from tests.faults.driver import Driver, broken, journal

NOBODY = 65534


@pytest.fixture
def store(loaded: Path, tmp_path: Path) -> Path:
    """A copy of the loaded store in a folder of its own."""
    path = tmp_path / "desk" / "desk.db"
    path.parent.mkdir()
    shutil.copyfile(loaded, path)
    return path


def test_a_clock_that_was_set_back(store: Path) -> None:
    """Order is by number: what was done last is undone first, whatever the entries' times say."""
    now = datetime(2025, 8, 5, tzinfo=UTC)
    with open_store(store) as desk:
        (key,) = desk.db.execute("SELECT min(key) FROM claims").fetchone()
        for back in range(3):
            apply(desk, Tag((key,), (f"back{back}",)), "ann", now - timedelta(days=400 * back))
        entry = undo(desk, "ann", now - timedelta(days=4000))
        assert isinstance(entry, Entry)
        assert "back2" in entry.sentence
        assert all(finding.ok for finding in verify(desk))
        numbers = [entry.number for entry in entries(desk)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.skipif(os.geteuid() != 0, reason="the superuser can be another; nobody else can")
@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_a_file_one_may_only_read(driver: Driver, store: Path, folder: int) -> None:
    """It is shown to whoever may read it, and whatever would write to it is refused in words."""
    make_public(store, folder)
    shown = driver.run(store, ["list"], user=NOBODY)
    assert shown.status == 0, shown.err
    assert shown.out
    key = shown.out.split("\t", 1)[0]
    for words in (["tag", key, "mine"], ["reread"], ["backup"]):
        refused = driver.run(store, words, user=NOBODY)
        assert refused.status == 1
        assert "desk" in refused.err
        assert "Traceback" not in refused.err
    assert not broken(store)


def make_public(store: Path, folder: int) -> None:
    """Let everybody read a store, and the way to it be walked."""
    store.chmod(0o444)
    store.parent.chmod(folder)
    for parent in store.parent.parents:
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)


@pytest.mark.parametrize(
    "words", [["list"], ["tag", "aaaa", "x"], ["load", "none.txt"], ["verify"]]
)
def test_a_folder_that_vanished(driver: Driver, store: Path, words: list[str]) -> None:
    """One sentence, and nothing is made in its place but by a load."""
    shutil.rmtree(store.parent)
    done = driver.run(store, words)
    assert done.status == 1
    assert done.err or done.out
    assert "Traceback" not in done.err


def test_nobody_else_may_read_it(driver: Driver, tmp_path: Path) -> None:
    """The store, what SQLite lays beside it, and the backups."""
    path = tmp_path / "desk.db"
    with open_store(path) as desk, desk.transaction() as db:
        db.execute("INSERT INTO tags (name) VALUES ('a')")
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    assert modes == {"desk.db": 0o600, "desk.db-wal": 0o600, "desk.db-shm": 0o600}
    assert driver.run(path, ["backup"]).status == 0
    (backup,) = path.with_suffix(".backups").iterdir()
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700
    assert not journal(path)
