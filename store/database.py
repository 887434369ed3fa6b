"""Opening a store: one SQLite file, checked, migrated and set up; transactions; a second thread.

>>> import tempfile
>>> folder = tempfile.TemporaryDirectory()
>>> with open_store(Path(folder.name) / "desk.db") as store:
...     store.db.execute("SELECT count(*) FROM claims").fetchone()
(0,)
>>> folder.cleanup()
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from store.errors import ConflictError
from store.schema import APPLICATION_ID, MIGRATIONS, VERSION

# How long a writer waits for another before it gives up, in milliseconds.
BUSY_TIMEOUT = 10_000


@dataclass(eq=False)
class StoreError(ConflictError):
    """A store that cannot be used: which, what is wrong, what to do."""

    path: Path
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}. {self.remedy}"


class MissingStoreError(StoreError):
    """There is no such file, and none is to be made."""


class ForeignStoreError(StoreError):
    """The file is no SQLite file, or another program's."""


class NewerStoreError(StoreError):
    """The file was written by a later version of this program."""


class BrokenStoreError(StoreError):
    """The file is damaged, or cannot be opened or written."""


class Store:
    """An open store: a connection that one thread uses, in autocommit between transactions."""

    def __init__(self, path: Path, db: sqlite3.Connection, *, readonly: bool) -> None:
        self.path = path
        self.db = db
        self.readonly = readonly

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. Inside another transaction it is a part of that one.

        Raises a StoreError where the file, its disk or another writer stands in the way.
        """
        if self.db.in_transaction:
            yield self.db
            return
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield self.db
            self.db.execute("COMMIT")
        except BaseException as error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _CIRCUMSTANCES:
                raise _refusal(self.path, error) from error
            raise

    def worker(self) -> Store:
        """A connection of its own for another thread, to be closed there."""
        return Store(self.path, _connect(self.path, self.readonly), readonly=self.readonly)

    def version(self) -> int:
        """A number that changes when another connection has written to the file."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    def interrupt(self) -> None:
        """Make the statement that runs on this connection stop; callable from any thread."""
        self.db.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(path: Path | str, *, readonly: bool = False, create: bool = True) -> Store:
    """The store in a file, made and migrated where that is needed.

    Raises a StoreError that says what is wrong with the file and what to do.
    """
    path = Path(path)
    if not path.exists():
        _make(path, create and not readonly)
    db = _opened(path, readonly)
    try:
        _check(path, db, readonly)
    except BaseException:
        db.close()
        raise
    return Store(path, db, readonly=readonly)


def _make(path: Path, wanted: bool) -> None:
    if not wanted:
        raise MissingStoreError(path, "there is no such store", "Load something to make one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise BrokenStoreError(
            path, f"cannot be made ({error.strerror})", "Choose another place with --store"
        ) from error


def _opened(path: Path, readonly: bool) -> sqlite3.Connection:
    if not path.is_file():
        raise ForeignStoreError(path, "is not a file", "Choose another name with --store")
    try:
        return _connect(path, readonly)
    except sqlite3.DatabaseError as error:
        raise _refusal(path, error) from error


def _connect(path: Path, readonly: bool) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"
    # The thread check is off so that interrupt() and close() may come from the thread that waits.
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        _set_up(db, readonly)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection, readonly: bool) -> None:
    db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    db.execute("PRAGMA foreign_keys = ON")
    # What is forgotten is overwritten in the file, not only unlinked.
    db.execute("PRAGMA secure_delete = ON")
    # 16 MB of pages: the timeline's index of a million claims and the pages of a screen.
    db.execute("PRAGMA cache_size = -16000")
    if not readonly and db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        db.execute("PRAGMA journal_mode = WAL")


def _check(path: Path, db: sqlite3.Connection, readonly: bool) -> None:
    try:
        version = _version(path, db)
        if version < VERSION:
            _migrate(path, db, version, readonly)
    except sqlite3.DatabaseError as error:
        raise _refusal(path, error) from error


def _version(path: Path, db: sqlite3.Connection) -> int:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    empty = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and not (empty and application == version == 0):
        raise ForeignStoreError(
            path, "is a database of another program", "Choose another file with --store"
        )
    if version > VERSION:
        raise NewerStoreError(
            path,
            f"was written by a newer version (format {version}, this one reads {VERSION})",
            "Install the newer conflict-tui, or choose another file with --store",
        )
    return version


def _migrate(path: Path, db: sqlite3.Connection, version: int, readonly: bool) -> None:
    if readonly:
        raise BrokenStoreError(
            path,
            f"has the older format {version} and may not be written",
            "Open it once without --readonly",
        )
    for target, sql in MIGRATIONS:
        if target > version:
            _step(path, db, target, sql)
    db.execute("PRAGMA journal_mode = WAL")


def _step(path: Path, db: sqlite3.Connection, target: int, sql: str) -> None:
    """One migration: all of it and a sound file afterwards, or none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for its turn.
        if int(db.execute("PRAGMA user_version").fetchone()[0]) < target:
            for statement in statements(sql):
                db.execute(statement)
            _sound(path, db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {target}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit before the first."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _sound(path: Path, db: sqlite3.Connection) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    verdict = db.execute("PRAGMA quick_check").fetchone()[0]
    if broken or verdict != "ok":
        raise BrokenStoreError(
            path,
            f"does not survive its migration ({broken or verdict})",
            "Nothing was changed; run conflict-tui doctor on it",
        )


def _refusal(path: Path, error: BaseException) -> StoreError:
    # The low byte is the primary result code; the rest says more than a person needs.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return ForeignStoreError(path, "is no database", "Choose another file with --store")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BrokenStoreError(
                path, "is being written by another program", "Nothing was changed; try again"
            )
        case sqlite3.SQLITE_FULL:
            return BrokenStoreError(path, "has no room left on its disk", "Nothing was changed")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_READONLY:
            return BrokenStoreError(
                path, f"cannot be opened or written ({error})", "Check who may read and write it"
            )
    return BrokenStoreError(path, f"is damaged ({error})", "Restore it from a backup")


# What is no fault of the program: the file, the disk, another writer.
_CIRCUMSTANCES = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB),
    }
)
