"""One connection to a store's file: how it is opened, and the pragmas it works under.

>>> import tempfile
>>> with tempfile.NamedTemporaryFile(suffix=".db") as file:
...     db = connect(Path(file.name), readonly=False)
...     db.execute("PRAGMA foreign_keys").fetchone()
...     db.close()
(1,)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from store.cells import Cells
from store.errors import primary_code
from store.format import APPLICATION_ID

# How long a writer waits for another before it gives up, in milliseconds.
BUSY_TIMEOUT = 10_000

_NO_ROOM = frozenset(
    {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL}
)


def connect(path: Path, readonly: bool, *, lenient: bool = False) -> sqlite3.Connection:
    """A connection to a file that is there; raises sqlite3.DatabaseError.

    A ``lenient`` one, for reading only, opens what SQLite can read of a damaged file.
    """
    if not readonly:
        return _connected(path, "mode=rw", _set_up_writing)
    prepare = _set_up_lenient if lenient else _set_up
    try:
        return _connected(path, "mode=ro", prepare)
    except sqlite3.OperationalError as error:
        wal = Path(f"{path}-wal")
        if primary_code(error) not in _NO_ROOM or (wal.exists() and wal.stat().st_size):
            raise
        # A file in WAL mode on a medium that is full or read-only, so that there is no room for
        # its side files: nobody can write to it.
        return _connected(path, "immutable=1", prepare)


def _connected(
    path: Path, how: str, prepare: Callable[[sqlite3.Connection], None]
) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    # The thread check is off so that interrupt() and close() may come from the thread that waits.
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection) -> None:
    # That an aggregate may give bytes is not known to typeshed.
    db.create_aggregate("cells", 3, Cells)  # type: ignore[arg-type]
    db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    db.execute("PRAGMA foreign_keys = ON")
    # What is forgotten is overwritten in the file, not only unlinked.
    db.execute("PRAGMA secure_delete = ON")
    # An act that the screen has shown survives a power cut as well: WAL alone would not sync.
    db.execute("PRAGMA synchronous = FULL")
    # 16 MB of pages: the timeline's index of a million claims and the pages of a screen.
    db.execute("PRAGMA cache_size = -16000")
    db.execute("PRAGMA schema_version")  # reads the file's first page, so that its faults show here


def _set_up_lenient(db: sqlite3.Connection) -> None:
    # With this alone SQLite reads a file that is shorter than its header says.
    db.execute("PRAGMA writable_schema = ON")
    _set_up(db)


def _set_up_writing(db: sqlite3.Connection) -> None:
    _set_up(db)
    # Another program's file is left in the mode it is in.
    if db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        db.execute("PRAGMA journal_mode = WAL")
