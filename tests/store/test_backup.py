"""Backups: whole, verified, numbered; and putting one in the place of a store."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from store import copies
from store.backup import UnsoundCopyError, backup, restore
from store.database import Store, open_store
from store.edits import Note, apply
from store.errors import (
    BrokenStoreError,
    BusyStoreError,
    ConflictError,
    ForeignStoreError,
    MissingStoreError,
    NewerStoreError,
)
from store.schema import VERSION
from store.verify import verify
from tests.store.desk import NOW


def noted(store: Store, text: str) -> None:
    """Write a note on the first claim."""
    (key,) = store.db.execute("SELECT min(key) FROM claims").fetchone()
    apply(store, Note((key,), text), "ann", NOW)


def note_in(path: Path) -> str:
    """The note on the first claim of a store."""
    with open_store(path) as store:
        assert all(finding.ok for finding in verify(store))
        (note,) = store.db.execute("SELECT note FROM claims ORDER BY key LIMIT 1").fetchone()
    return str(note)


def test_a_backup_is_a_store_of_its_own(desk: Store) -> None:
    """One file for its owner alone, taken while the store is open, with the last act in it."""
    noted(desk, "kept")
    copy = backup(desk)
    assert copy == desk.path.with_suffix(".backups") / "0001-backup.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert note_in(copy) == "kept"


@pytest.mark.parametrize(("to", "lies"), [("copy.db", "copy.db"), ("folder", "folder/desk.db")])
def test_a_backup_goes_where_it_is_told_to(desk: Store, tmp_path: Path, to: str, lies: str) -> None:
    """A file that is not there yet, or a folder; never over anything."""
    Path(tmp_path, "folder").mkdir()
    assert backup(desk, tmp_path / to) == tmp_path / lies
    with pytest.raises(BrokenStoreError, match="is there already"):
        backup(desk, tmp_path / to)


def test_the_last_few_of_a_kind_are_kept(desk: Store) -> None:
    """Numbers go on, whatever the clock says; other kinds and other files are left alone."""
    first = copies.folder(desk.path) / "0001-before-format-1.db"
    copies.make_folder(first.parent)
    other = first.with_name("mine.txt")
    for path in (first, other):
        path.write_text("left alone")
    for _ in range(copies.KEPT + 2):
        backup(desk)
    numbers = [int(path.name[:4]) for path in copies.listed(desk.path)]
    assert numbers == [1, *range(4, copies.KEPT + 4)]
    assert other.exists()


def test_what_is_broken_is_not_backed_up_as_sound(desk: Store) -> None:
    """The copy does not stay, and the error names what is broken."""
    desk.db.execute("UPDATE documents SET sha256 = 'x' WHERE id = 1")
    with pytest.raises(UnsoundCopyError, match=r"desk\.db does not verify: texts: front\.txt"):
        backup(desk)
    assert not list(copies.folder(desk.path).iterdir())


def test_a_backup_takes_the_place_of_the_store(desk: Store) -> None:
    """What was there is kept, with the acts since the backup; both verify."""
    noted(desk, "before")
    copy = backup(desk)
    noted(desk, "after")
    desk.close()
    replaced = restore(desk.path, copy)
    assert note_in(desk.path) == "before"
    assert replaced is not None
    assert replaced.name == "0002-replaced.db"
    assert note_in(replaced) == "after"
    assert stat.S_IMODE(desk.path.stat().st_mode) == 0o600


def test_a_backup_is_restored_where_no_store_is_left(desk: Store) -> None:
    """As on another machine."""
    copy = backup(desk)
    assert restore(desk.path.with_name("new.db"), copy) is None
    assert note_in(desk.path.with_name("new.db")) == ""


def test_a_damaged_store_makes_room(desk: Store) -> None:
    """It is kept as it was, its WAL with it; the WAL is not applied to what takes its place."""
    copy = backup(desk)
    desk.close()
    desk.path.write_bytes(b"no database")
    wal = Path(f"{desk.path}-wal")
    wal.write_bytes(b"old")
    replaced = restore(desk.path, copy)
    assert replaced is not None
    assert replaced.read_bytes() == b"no database"
    assert Path(f"{replaced}-wal").read_bytes() == b"old"
    assert note_in(desk.path) == ""


def unsound(path: Path) -> None:
    """A copy in which somebody changed a verdict."""
    with sqlite3.connect(path) as db:
        db.execute("UPDATE claims SET verdict = 'verified' WHERE id = 1")


def foreign(path: Path) -> None:
    """Another program's database."""
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE things (name)")


def newer(path: Path) -> None:
    """A copy that a later version made."""
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")


def text(path: Path) -> None:
    """No database."""
    path.write_text("Chasiv Yar " * 200)


@pytest.mark.parametrize(
    ("prepare", "error"),
    [
        (unsound, UnsoundCopyError),
        (foreign, ForeignStoreError),
        (newer, NewerStoreError),
        (text, ForeignStoreError),
        (Path.unlink, MissingStoreError),
    ],
)
def test_what_does_not_verify_is_not_restored(
    desk: Store, prepare: Callable[[Path], None], error: type[ConflictError]
) -> None:
    """The error names the backup, and the store is as it was."""
    noted(desk, "mine")
    copy = backup(desk)
    prepare(copy)
    desk.close()
    with pytest.raises(error, match=r"0001-backup\.db"):
        restore(desk.path, copy)
    assert note_in(desk.path) == "mine"


def test_a_store_in_use_is_not_replaced(desk: Store) -> None:
    """Another program would go on writing to the file that was replaced."""
    copy = backup(desk)
    with pytest.raises(BusyStoreError, match="close it there first"):
        restore(desk.path, copy)
    noted(desk, "still mine")
    assert note_in(desk.path) == "still mine"
