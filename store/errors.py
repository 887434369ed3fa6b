"""Errors that write their own sentence: what is wrong, where, and what to do about it.

>>> str(ConflictError("no such thing"))
'no such thing'
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from store.conflict import ConflictError as ConflictError


class StoreError(ConflictError):
    """A store that cannot be used: which, what is wrong, what to do."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        super().__init__(path, problem, remedy)
        self.path = path
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}. {self.remedy}."


class MissingStoreError(StoreError):
    """There is no such file, and none is to be made."""


class ForeignStoreError(StoreError):
    """The file is no SQLite file, or another program's."""


class NewerStoreError(StoreError):
    """The file was written by a later version of this program."""


class OlderStoreError(StoreError):
    """The file has an older format and may not be written to bring it up to date."""


class BrokenStoreError(StoreError):
    """The file cannot be opened or written, for reasons that lie outside of it."""


class BusyStoreError(BrokenStoreError):
    """Another program has been writing for longer than one waits."""


class DamagedStoreError(BrokenStoreError):
    """The file itself is not sound any more."""


# What is no fault of the program: the file, the disk, another writer.
CIRCUMSTANCES = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
    }
)
SAVED = "See what is broken with conflict-tui verify; save what can be with conflict-tui recover"


def primary_code(error: BaseException | None) -> int:
    """SQLite's primary result code, 0 for other errors; the higher bytes only refine it."""
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def refusal(path: Path, error: BaseException) -> StoreError:
    """What SQLite says of a file, in a sentence with a way out."""
    match primary_code(error):
        case sqlite3.SQLITE_NOTADB:
            return ForeignStoreError(
                path,
                "is no database",
                "Choose another file with --store; if it was a store once, conflict-tui recover "
                "saves what can be saved",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyStoreError(
                path, "is being written by another program", "Nothing was changed; try again"
            )
        case sqlite3.SQLITE_FULL:
            return BrokenStoreError(
                path, "has no room left on its disk", "Nothing was changed; make room and try again"
            )
        case sqlite3.SQLITE_IOERR:
            return BrokenStoreError(
                path,
                f"cannot be read or written ({error})",
                "Nothing was changed; see whether its disk is full, gone, or limits a file's size",
            )
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_READONLY:
            return BrokenStoreError(
                path,
                f"cannot be opened or written ({error})",
                "Check that it is still there, and who may read and write it",
            )
    return DamagedStoreError(path, f"is damaged ({error})", SAVED)
