"""Claims that a term finds through another table, gathered once: a temporary table, or a mask.

Only words, texts, documents, selections and names that begin alike need it: what ``claim_terms``
knows is looked up there.

>>> Found("found_1", 8).holds
'c.claim_id IN found_1'
>>> Found("found_2", 2, bytes([0, 1, 1])).holds
"substr(found_2(), c.claim_id + 1, 1) = x'01'"
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple

from store.query import masks

FEW = 20_000
"""Claims that are read one by one rather than looked for among all: 40 ms of work."""


class Found(NamedTuple):
    """A temporary table with the column ``id``, and how many claims are in it at most.

    Of more than a few there is a mask, and ``name`` is the function that gives it to SQL.
    """

    name: str
    claims: int
    mask: bytes | None = None

    @property
    def holds(self) -> str:
        """The condition that ``c.claim_id`` is in it.

        SQLite calls the function once a statement, and a byte is found in half the time of a row.
        """
        if self.mask is None:
            return f"c.claim_id IN {self.name}"
        return f"substr({self.name}(), c.claim_id + 1, 1) = x'01'"


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
            if found.mask is None:
                self.db.execute(f"DROP TABLE {found.name}")
            else:
                self.db.create_function(found.name, 0, None)
        self._known.clear()

    def _gathered(self, sqls: tuple[str, ...], values: tuple[object, ...]) -> Found:
        name = f"found_{next(_numbers)}"
        rows = [self.db.execute(_LISTED.format(sql), values).fetchone() for sql in sqls]
        claims, lists = sum(row[0] for row in rows), [row[1] for row in rows]
        if claims <= FEW:
            self.db.execute(f"CREATE TEMP TABLE {name} (id INTEGER PRIMARY KEY)")
            for listed in lists:
                self.db.execute(_FILL.format(name), (listed,))
            return Found(name, claims)
        mask = masks.of_lists(lists)
        self.db.create_function(name, 0, lambda: mask, deterministic=True)
        return Found(name, claims, mask)


_numbers = count(1)


@contextmanager
def gathering(db: sqlite3.Connection) -> Iterator[Gathered]:
    """Sets that are dropped again at the end."""
    gathered = Gathered(db)
    try:
        yield gathered
    finally:
        gathered.drop()


_LISTED = "WITH listed (id) AS ({}) SELECT count(*), json_group_array(id) FROM listed"
_FILL = "INSERT OR IGNORE INTO {} SELECT value FROM json_each(?)"
