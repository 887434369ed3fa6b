"""Backing a store up, and putting a backup in its place: nothing that does not verify is taken.

>>> from store.database import open_store
>>> with TemporaryDirectory() as desk, open_store(f"{desk}/desk.db") as store:
...     backup(store).name
'0001-backup.db'
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from store import copies
from store.connection import connect
from store.database import Store, open_store, version_of
from store.errors import (
    BrokenStoreError,
    BusyStoreError,
    ConflictError,
    MissingStoreError,
    primary_code,
    refusal,
)
from store.verify import verify


@dataclass(eq=False)
class UnsoundCopyError(ConflictError):
    """A copy that does not verify: which, what is broken, and what was done about it."""

    path: Path
    problem: str
    consequence: str

    def __str__(self) -> str:
        return f"{self.path} does not verify: {self.problem}. {self.consequence}."


def backup(store: Store, to: Path | None = None) -> Path:
    """Copy a store, verify the copy, and give its path.

    Without ``to`` it is numbered among the store's backups, of which the last few are kept; a
    folder gets it under the store's own name. Raises BrokenStoreError where it cannot be written
    or something is there already, UnsoundCopyError where the copy does not verify.
    """
    target = _target(store.path, to)
    copies.copy(store.db, store.path, target, check=lambda copy: _refuse_unsound(copy, store.path))
    if to is None:
        copies.prune(store.path, "backup")
    return target


def _target(store: Path, to: Path | None) -> Path:
    target = to or copies.next_name(store, "backup")
    target = target / store.name if target.is_dir() else target
    if target.exists():
        raise BrokenStoreError(target, "is there already", "Choose another name for the backup")
    return target


def restore(path: Path, source: Path) -> Path | None:
    """Put a backup in the place of the store at ``path``; where what was there lies now.

    The backup is only read; a copy of it is brought to the present format. Raises a StoreError or
    UnsoundCopyError where it cannot be used, and leaves everything as it was.
    """
    if not source.is_file():
        raise MissingStoreError(source, "there is no such backup", f"See {copies.folder(path)}")
    copies.make_folder(copies.folder(path))
    with TemporaryDirectory(dir=copies.folder(path), prefix=".restoring-") as room:
        fresh = Path(room, path.name)
        _copied(source, fresh)
        open_store(fresh).close()
        _refuse_unsound(fresh, source)
        return _exchanged(path, fresh)


def _copied(source: Path, fresh: Path) -> None:
    try:
        with closing(connect(source, readonly=True)) as db:
            version_of(source, db)
            copies.copy(db, source, fresh)
    except sqlite3.DatabaseError as error:
        raise refusal(source, error) from error


def _refuse_unsound(copy: Path, original: Path) -> None:
    """Raise UnsoundCopyError, in the original's name, if a copy of it does not verify."""
    with open_store(copy, readonly=True) as store:
        broken = [finding for finding in verify(store) if not finding.ok]
    if broken:
        problem = "; ".join(f"{finding.check}: {finding.sentence}" for finding in broken)
        raise UnsoundCopyError(original, problem, "No copy of it was kept")


def _exchanged(path: Path, fresh: Path) -> Path | None:
    """Let a new file take the place of a store, which is kept among its backups."""
    if not path.exists():
        copies.put_in_place(fresh, path)
        return None
    aside = copies.next_name(path, "replaced")
    with _alone(path):
        for end in ("", "-wal"):
            if Path(f"{path}{end}").exists():
                _link(Path(f"{path}{end}"), Path(f"{aside}{end}"))
        for end in ("-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)  # SQLite would apply it to the new file
        copies.put_in_place(fresh, path)
    copies.prune(path, "replaced")
    return aside


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without links
        shutil.copyfile(old, new)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other programs out of a store meanwhile; a file SQLite cannot open needs no such care.

    Raises BusyStoreError where another program has it open.
    """
    db = None
    try:
        # What cannot even be read is left alone: opening it to write might drop its WAL.
        connect(path, readonly=True).close()
        db = connect(path, readonly=False)
        db.execute("PRAGMA busy_timeout = 1000")
        db.execute(
            "PRAGMA journal_mode = DELETE"
        )  # brings in what is in the WAL; needs to be alone
        db.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BusyStoreError(
                path, "is open in another program", "Nothing was changed; close it there first"
            ) from error
    try:
        yield
    finally:
        if db is not None:
            db.close()
