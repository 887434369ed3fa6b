"""Claims that a term finds through another table, gathered once, in a temporary table each.

Only words, texts, documents, selections and names that begin alike need it: what ``claim_terms``
knows is looked up there.

>>> Found("found_1", 8).table
'found_1'
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple


class Found(NamedTuple):
    """A temporary table with the column ``id``, and how many claims are in it."""

    table: str
    claims: int


class Gathered:
    """The sets of claims that one list needs, each gathered when it is first asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._known: dict[tuple[str, object], Found] = {}

    def gather(self, sqls: tuple[str, ...], values: tuple[object, ...]) -> Found:
        """The claims whose ids any of some queries gives, each with these values."""
        wanted = ("\n".join(sqls), values)
        if wanted not in self._known:
            self._known[wanted] = self._gathered(sqls, values)
        return self._known[wanted]

    def chosen(self, ids: Iterable[int]) -> Found:
        """A set of claims named by their row ids."""
        return self.gather(("SELECT value FROM json_each(?)",), (json.dumps(sorted(ids)),))

    def drop(self) -> None:
        """Give the room back."""
        for found in self._known.values():
            self.db.execute(f"DROP TABLE {found.table}")
        self._known.clear()

    def _gathered(self, sqls: tuple[str, ...], values: tuple[object, ...]) -> Found:
        table = f"found_{next(_numbers)}"
        self.db.execute(f"CREATE TEMP TABLE {table} (id INTEGER PRIMARY KEY)")
        for sql in sqls:
            self.db.execute(f"INSERT OR IGNORE INTO {table} {sql}", values)
        (claims,) = self.db.execute(f"SELECT count(*) FROM {table}").fetchone()
        return Found(table, claims)


_numbers = count(1)


@contextmanager
def gathering(db: sqlite3.Connection) -> Iterator[Gathered]:
    """Sets that are dropped again at the end."""
    gathered = Gathered(db)
    try:
        yield gathered
    finally:
        gathered.drop()
