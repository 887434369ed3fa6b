"""Copies of a store, beside it: made whole or not at all, numbered, the last few of a kind kept.

Numbers and not dates order them, so that a clock that was set back puts none in the wrong place.

>>> folder(Path("/data/desk.db")).name
'desk.backups'
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from store.errors import BrokenStoreError, refusal

# Of each kind: what a person asked for is not pushed out by what a migration or a restore leaves.
KEPT = 5
_NAME = re.compile(r"(?P<number>\d{4,})-(?P<kind>[a-z]++)[-\w]*\.db")


def folder(store: Path) -> Path:
    """Where the backups of a store lie."""
    return store.with_suffix(".backups")


def listed(store: Path) -> list[Path]:
    """The backups of a store, the oldest first."""
    found = (path for path in folder(store).glob("*.db") if _NAME.fullmatch(path.name))
    return sorted(found, key=_number)


def next_name(store: Path, kind: str) -> Path:
    """The path of the next backup of a kind, a word and what else is to be said of it.

    >>> next_name(Path("/data/desk.db"), "before-format-2").name
    '0001-before-format-2.db'
    """
    numbers = [_number(path) for path in listed(store)]
    return folder(store) / f"{max(numbers, default=0) + 1:04}-{kind}.db"


def copy(
    db: sqlite3.Connection, store: Path, target: Path, check: Callable[[Path], None] | None = None
) -> None:
    """Copy an open database into a file of its own, readable by its owner alone, and check it.

    The file appears under its name when it is whole, on disk, and has passed ``check``, which
    raises an error of its own. Raises BrokenStoreError where the file cannot be written or the
    copy is not sound.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        make_folder(target.parent)
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with closing(sqlite3.connect(part)) as copied:
            db.backup(copied)
            # One file that opens on a read-only medium too; the store itself goes on in WAL.
            copied.execute("PRAGMA journal_mode = DELETE")
            _check(target, copied)
        if check is not None:
            check(part)
        put_in_place(part, target)
    except OSError as error:
        raise BrokenStoreError(
            target, f"cannot be written ({error.strerror})", f"{store} is as it was"
        ) from error
    except sqlite3.DatabaseError as error:
        raise refusal(store, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def prune(store: Path, kind: str) -> None:
    """Remove the oldest backups of a kind beyond those that are kept."""
    mine = [path for path in listed(store) if _kind(path) == kind]
    for path in mine[:-KEPT]:
        for end in ("", "-wal"):
            Path(f"{path}{end}").unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """A folder for its owner alone, unless it is there already."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, on disk before this returns."""
    _sync(part)
    part.replace(target)
    _sync(target.parent)


def _check(target: Path, copied: sqlite3.Connection) -> None:
    verdict = copied.execute("PRAGMA quick_check(1)").fetchone()[0]
    broken = copied.execute("PRAGMA foreign_key_check").fetchone()
    if verdict != "ok" or broken:
        raise BrokenStoreError(
            target, f"is no sound copy ({broken or verdict})", "It was not kept; see verify"
        )


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _number(path: Path) -> int:
    found = _NAME.fullmatch(path.name)
    return int(found["number"]) if found else 0


def _kind(path: Path) -> str:
    found = _NAME.fullmatch(path.name)
    return found["kind"] if found else ""
