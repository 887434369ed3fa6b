"""What still lies in a damaged file, put into a database of its own: rows by their shape.

Only what cannot be made again is looked for: sources, documents, their texts, claims with what
was decided on them, the journal. The loader makes the rest from these.

>>> shape((None, "Example Daily", "example daily", None))
'sources'
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from store.recover.pages import Pages, Row
from store.schema import SCHEMA

_HASH = re.compile("[0-9a-f]{64}")
_KEY = re.compile("[a-z2-7]{12}")


def salvage(path: Path, db: sqlite3.Connection) -> list[str]:
    """Put every row of a damaged file that can be read into an empty database; what is not there.

    Its tables are those of the schema without their links, so that a row stands by itself.
    """
    columns = _tables(db)
    with Pages(path) as pages, db:
        for id, row in pages.rows():
            table = shape(row)
            if table and len(row) <= len(columns[table]):
                _put(db, table, columns[table], (id or row[0], *row[1:]))
        end = pages.count + pages.missing
        return [f"the last {pages.missing} of {end} pages of the file"] if pages.missing else []


def shape(row: Row) -> str:
    """The table that a row belongs to, by its values; "" for those that are not looked for.

    SQLite writes NULL for an id that is the row's own.
    """
    return next((table for table, fits in _SHAPES.items() if row and fits(row)), "")


def _tables(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Make the tables; their columns."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(SCHEMA)
        for table in _SHAPES:
            found = model.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
            db.execute(found.fetchone()[0])
    return {table: list(_columns(db, table)) for table in _SHAPES}


def _columns(db: sqlite3.Connection, table: str) -> Iterator[str]:
    for row in db.execute(f"PRAGMA table_info({table})"):
        yield row[1]


def _put(db: sqlite3.Connection, table: str, columns: list[str], row: Row) -> None:
    names = ", ".join(columns[: len(row)])
    marks = ", ".join("?" * len(row))
    # A row that lies in two places, or breaks a rule of its table, is damaged or old.
    db.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row)


def _is(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


_SHAPES: Mapping[str, Callable[[Row], bool]] = {
    "documents": lambda row: (
        row[0] is None and len(row) > 20 and all(_is(_HASH, value) for value in row[1:3])
    ),
    "claims": lambda row: row[0] is None and len(row) > 30 and _is(_KEY, row[1]),
    "journal": lambda row: (
        row[0] is None and len(row) == 10 and all(_is(_HASH, value) for value in row[8:])
    ),
    "texts": lambda row: row[0] is None and [type(value) for value in row[1:]] == [str, bytes],
    "sources": lambda row: (
        row[0] is None
        and [type(value) for value in row[1:3]] == [str, str]
        and row[3:] in [(letter,) for letter in (None, *"ABCDEF")]
    ),
    "corrections": lambda row: (
        len(row) == 3
        and isinstance(row[0], int)
        and row[1] in ("date", "place", "chain", "span")
        and isinstance(row[2], str)
    ),
}
