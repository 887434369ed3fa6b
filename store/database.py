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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from store.connection import BUSY_TIMEOUT, connect
from store.errors import (
    CIRCUMSTANCES,
    SAVED,
    BrokenStoreError,
    DamagedStoreError,
    ForeignStoreError,
    MissingStoreError,
    NewerStoreError,
    OlderStoreError,
    primary_code,
    refusal,
)
from store.format import APPLICATION_ID, VERSION

# How long a writer waits for another before it says so, in milliseconds.
PATIENCE = 1_000


class Store:
    """An open store: a connection that one thread uses, in autocommit between transactions.

    ``damage`` says in a sentence why the file is read and not written, "" while it is sound.
    ``on_wait`` is called when a writer has waited a second for another.
    """

    def __init__(
        self, path: Path, db: sqlite3.Connection, *, readonly: bool, damage: str = ""
    ) -> None:
        self.path = path
        self.db = db
        self.readonly = readonly
        self.damage = damage
        self.on_wait: Callable[[], None] | None = None
        self._file = _file_at(path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. Inside another transaction it is a part of that one.

        Raises a StoreError where the file, its disk or another writer stands in the way.
        """
        if self.db.in_transaction:
            yield self.db
            return
        try:
            self._begin()
            yield self.db
            self.check_place()
            self.db.execute("COMMIT")
        except BaseException as error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            self._explain(error)
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """What is read inside is of one moment, whatever others write meanwhile."""
        if self.db.in_transaction:
            yield self.db
            return
        self.db.execute("BEGIN")
        try:
            yield self.db
        finally:
            if self.db.in_transaction:
                self.db.execute("COMMIT")

    def worker(self) -> Store:
        """A connection of its own for another thread, to be closed there.

        Raises a StoreError where the file cannot be opened any more.
        """
        self.check_place()
        try:
            db = connect(self.path, self.readonly, lenient=bool(self.damage))
            # Sets of claims that are gathered lie in memory: 200 000 in 70 ms and not 105. Only
            # here, for what a whole store is sorted by in a migration would lie there too.
            db.execute("PRAGMA temp_store = MEMORY")
        except sqlite3.DatabaseError as error:
            raise refusal(self.path, error) from error
        return Store(self.path, db, readonly=self.readonly, damage=self.damage)

    def check_place(self) -> None:
        """Raise BrokenStoreError if the file is not where it was opened.

        SQLite would go on writing to a file that was moved or deleted. What was decided so far is
        brought into the file itself, for its journal stays behind where it is moved.
        """
        if _file_at(self.path) == self._file:
            return
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
        if not self.readonly:
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raise BrokenStoreError(
            self.path,
            "has been moved, replaced or deleted since it was opened",
            "Nothing was changed; leave, and open it where it is now",
        )

    def wait_at_most(self, milliseconds: int) -> None:
        """How long this connection waits for another writer before it raises BusyStoreError."""
        self.db.execute(f"PRAGMA busy_timeout = {milliseconds}")

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
        if error is not None:
            self._explain(error)

    def _begin(self) -> None:
        """Wait for one's turn to write, and say so when it takes long."""
        if self.damage:
            raise DamagedStoreError(self.path, self.damage, SAVED)
        if self.on_wait is None:
            self.db.execute("BEGIN IMMEDIATE")
            return
        try:
            self.wait_at_most(PATIENCE)
            self.db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY:
                raise
            self.on_wait()
            self.wait_at_most(BUSY_TIMEOUT)
            self.db.execute("BEGIN IMMEDIATE")
        finally:
            self.wait_at_most(BUSY_TIMEOUT)

    def _explain(self, error: BaseException) -> None:
        """Raise what SQLite says of file, disk and other writers as a StoreError."""
        if primary_code(error) in CIRCUMSTANCES:
            raise refusal(self.path, error) from error


def open_store(path: Path | str, *, readonly: bool = False, create: bool = True) -> Store:
    """The store in a file, made and migrated where that is needed.

    A damaged file is opened for reading only where SQLite can read it at all. Raises a StoreError
    that says what is wrong with the file and what to do.
    """
    path = Path(path)
    if not path.exists():
        _make(path, create and not readonly)
    if not path.is_file():
        raise ForeignStoreError(path, "is not a file", "Choose another name with --store")
    try:
        return Store(path, _opened(path, readonly), readonly=readonly)
    except sqlite3.DatabaseError as error:
        damage = refusal(path, error)
        if isinstance(damage, DamagedStoreError):
            return _opened_damaged(path, damage)
        raise damage from error


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
    db = connect(path, readonly)
    try:
        version = version_of(path, db)
        if version < VERSION:
            _bring_up_to_date(path, db, version, readonly)
    except BaseException:
        db.close()
        raise
    return db


def version_of(path: Path, db: sqlite3.Connection) -> int:
    """The format of a store, 0 of an empty file.

    Raises ForeignStoreError or NewerStoreError where it is not for this program to open.
    """
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    empty = db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
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


def _opened_damaged(path: Path, damage: DamagedStoreError) -> Store:
    """A file that SQLite calls damaged, for reading only; raises the damage if it cannot be."""
    try:
        db = connect(path, readonly=True, lenient=True)
        version_of(path, db)
    except sqlite3.DatabaseError as error:
        raise damage from error
    return Store(path, db, readonly=True, damage=damage.problem)


def _bring_up_to_date(path: Path, db: sqlite3.Connection, version: int, readonly: bool) -> None:
    if readonly:
        raise OlderStoreError(
            path,
            f"has the older format {version} and may not be written",
            "Open it once without --readonly",
        )
    # With the SQL of all formats, which a store that is up to date has no need of: 6 ms.
    from store.migrate import migrate

    migrate(path, db, version)
    db.execute("PRAGMA journal_mode = WAL")


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, however it is called; None for none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
