"""Keeping the columns of claims' values in step (``store/schema/columns.py``).

>>> levels([(3, 7), (3, 9), (5, 7)])
[{3: 7, 5: 7}, {3: 9}]
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby

from store.cells import STRETCH, packed
from store.schema import BRANCHES, FIELDS, PLACE


def put(
    db: sqlite3.Connection,
    ids: Sequence[int],
    fields: Iterable[str],
    these: str,
    values: tuple[int, ...] = (),
) -> None:
    """Put what claims have in some fields into the columns, and where the claims stand.

    ``ids`` are in order; ``these`` with ``values`` is the condition that says the same in SQL.
    """
    _put(db, 0, ids, db.execute(f"SELECT id, {PLACE} FROM claims WHERE {these}", values))
    for field in dict.fromkeys(fields):
        if FIELDS[field]:
            parts = [branch.sql(these) for branch in BRANCHES if branch.field == field]
            sql = f"SELECT claim_id, value FROM ({' UNION ALL '.join(parts)}) ORDER BY 1, 2"
            _put(db, FIELDS[field], ids, db.execute(sql, values * len(parts)))


def levels(rows: Iterable[tuple[int, int]]) -> list[dict[int, int]]:
    """Values by claim, from rows in order: the first of each claim, the second, and so on."""
    found: list[dict[int, int]] = []
    before, nth = 0, 0
    for claim, value in rows:
        nth = nth + 1 if claim == before else 0
        if nth == len(found):
            found.append({})
        found[nth][claim] = value
        before = claim
    return found


def _put(
    db: sqlite3.Connection, field: int, ids: Sequence[int], rows: Iterable[tuple[int, int]]
) -> None:
    new = levels(rows)
    for stretch, claims in groupby(ids, lambda id: id // STRETCH):
        mine = list(claims)
        kept: dict[int, bytes] = dict(db.execute(_CELLS, (field, stretch)))
        for nth in range(max(len(new), len(kept))):
            level = new[nth] if nth < len(new) else {}
            before = kept.get(nth)
            after = packed(field, mine, level, before)
            if after != before and (before or any(after)):
                db.execute(_KEEP, (field, stretch, nth, after))


_CELLS = "SELECT nth, cells FROM claim_columns WHERE field = ? AND stretch = ?"
_KEEP = "INSERT OR REPLACE INTO claim_columns VALUES (?, ?, ?, ?)"
