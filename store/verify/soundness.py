"""The file as SQLite sees it: its pages, the links between its rows, the search index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from store.connection import BUSY_TIMEOUT
from store.database import Store


def file(store: Store) -> Iterator[str]:
    """What SQLite's own check of all pages and indexes finds."""
    if store.damage:
        yield store.damage
    for (found,) in store.db.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield str(found)


def links(store: Store) -> Iterator[str]:
    """Rows that point at nothing."""
    for table, row, parent, _ in store.db.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points at a row of {parent} that is not there"


def search(store: Store) -> Iterator[str]:
    """Where the index does not hold the words of the rows it was made from.

    FTS5 checks itself by a command that looks like a write and changes nothing, but cannot be
    given to a connection that may not write; on a file nobody may write to, numbers are compared.
    """
    try:
        uri = f"{store.path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT / 1000)) as db:
            yield from filter(None, (_differs(db, table) for table in ("claims_fts", "texts_fts")))
    except sqlite3.OperationalError:
        yield from _numbers(store)


def _differs(db: sqlite3.Connection, table: str) -> str:
    try:
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return f"{table} does not hold what the rows hold ({error})"
    return ""


def _numbers(store: Store) -> Iterator[str]:
    for index, table in (("claims_fts_docsize", "claims"), ("texts_fts_docsize", "texts")):
        (indexed,) = store.db.execute(f"SELECT count(*) FROM {index}").fetchone()
        (there,) = store.db.execute(f"SELECT count(*) FROM {table}").fetchone()
        if indexed != there:
            yield f"{indexed} of {there} {table} are in the search index"
