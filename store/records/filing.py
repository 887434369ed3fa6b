"""Keeping ``claim_terms`` what ``claim_terms_wanted`` says it should be, and the columns beside it.

Whatever changes a claim says so: a load files what it brought, everything else happens inside
``refiled``, which compares before and after and writes the difference.

>>> refiled.__name__
'refiled'
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeAlias

from store.records import columns
from store.schema import BRANCHES, HAS, IS, PLACE, Branch

Note: TypeAlias = Callable[[Sequence[int]], None]


def file_new(db: sqlite3.Connection, first: int, last: int) -> None:
    """List new claims, by row ids from ``first`` to ``last``; each stretch in its order.

    In order it takes a third of the time: neighbours go into the same page.
    """
    these = "claims.id BETWEEN ? AND ?"
    _label(db, BRANCHES, these, (first, last))
    for branch in BRANCHES:
        rows = branch.sql(these)
        db.execute(f"INSERT INTO claim_terms {rows} ORDER BY 1, 2, 3, 4", (first, last))
    columns.change(db, (), _values(db, BRANCHES, these, (first, last)))
    columns.move(db, db.execute(f"SELECT id, {PLACE} FROM claims WHERE {these}", (first, last)))


def file_more(db: sqlite3.Connection, ids: Sequence[int], *fields: str) -> None:
    """List claims under what came to them in some fields; nothing was taken away."""
    if not ids:
        return
    _clear(db)
    _note(db, ids)
    branches = _branches(fields)
    _label(db, branches, _THESE)
    for branch in branches:
        rows = f"{branch.sql(_THESE)} ORDER BY 1, 2, 3, 4"
        db.execute(f"INSERT OR IGNORE INTO claim_terms {rows}")
    columns.change(db, (), _values(db, branches, _THESE))


@contextmanager
def refiled(db: sqlite3.Connection, ids: Sequence[int], *fields: str) -> Iterator[Note]:
    """List claims as they are after what happens inside, which can change ``fields`` (none: all).

    What it yields takes the ids of claims that were made inside. Not to be used inside itself.
    """
    branches = _branches(fields)
    _clear(db)
    db.execute(_STAND, (json.dumps(list(ids)),))
    _gather(db, "terms_before", branches)
    yield partial(_note, db)
    _label(db, branches, _THESE)
    _gather(db, "terms_after", branches)
    db.execute(_UNLIST)
    db.execute(_LIST)
    columns.change(db, db.execute(_GONE), db.execute(_COME))
    columns.move(db, db.execute(_MOVED))


def _values(
    db: sqlite3.Connection, branches: Iterable[Branch], these: str, values: Sequence[int] = ()
) -> Iterator[tuple[int, int, int]]:
    """Field, claim and value of all that claims have in the columns."""
    for branch in branches:
        if branch.field != "every":
            sql = f"SELECT field, claim_id, value FROM ({branch.sql(these)})"
            yield from db.execute(sql, values)


def _branches(fields: Sequence[str]) -> list[Branch]:
    """The branches of some fields, or of one value of one ("has:tag"); all, if none is named."""
    return [
        branch for branch in BRANCHES if not fields or any(_is_of(branch, name) for name in fields)
    ]


def _is_of(branch: Branch, name: str) -> bool:
    field, _, word = name.partition(":")
    return branch.field == field and (not word or branch.value == str({**HAS, **IS}[word]))


def _label(
    db: sqlite3.Connection, branches: Iterable[Branch], these: str, values: Sequence[int] = ()
) -> None:
    """Give a number to each word under which claims are to be listed."""
    fields = {branch.field for branch in branches}
    for words in (words for field, words in _WORDS.items() if field in fields):
        sql = f"INSERT OR IGNORE INTO labels (name) SELECT DISTINCT {words} AND {these}"
        db.execute(sql, values)


def _clear(db: sqlite3.Connection) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS refiling (id INTEGER PRIMARY KEY, place INTEGER)")
    db.execute("DELETE FROM refiling")


def _note(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    db.execute(
        "INSERT OR IGNORE INTO refiling (id) SELECT value FROM json_each(?)",
        (json.dumps(list(ids)),),
    )


def _gather(db: sqlite3.Connection, table: str, branches: Sequence[Branch]) -> None:
    db.execute(
        f"""
        CREATE TEMP TABLE IF NOT EXISTS {table} (
            field, value, newest, claim_id, lane, flag, source,
            PRIMARY KEY (field, value, newest, claim_id)
        ) WITHOUT ROWID
        """
    )
    db.execute(f"DELETE FROM {table}")
    for branch in branches:
        db.execute(f"INSERT INTO {table} {branch.sql(_THESE)}")


_THESE = "claims.id IN (SELECT id FROM refiling)"
_WORDS = {
    "flag": "flag FROM claims WHERE TRUE",
    "verdict": "verdict FROM claims WHERE verdict IS NOT NULL",
    "caution": "caution FROM claims JOIN claim_cautions ON claim_id = claims.id WHERE TRUE",
    "hedge": "kind FROM claims JOIN claim_hedges ON claim_id = claims.id WHERE TRUE",
}
# By their keys: EXCEPT would sort both, which takes twice as long.
_OTHERS = """
SELECT * FROM {} AS one WHERE NOT EXISTS (
    SELECT 1 FROM {} AS other
    WHERE other.field = one.field AND other.value = one.value
    AND other.newest = one.newest AND other.claim_id = one.claim_id
    AND {}
)
"""
_LISTED = "(other.lane, other.flag, other.source) IS (one.lane, one.flag, one.source)"
_LIST = f"INSERT INTO claim_terms {_OTHERS.format('terms_after', 'terms_before', _LISTED)}"
_UNLIST = f"""
DELETE FROM claim_terms WHERE (field, value, newest, claim_id) IN (
    SELECT field, value, newest, claim_id
    FROM ({_OTHERS.format("terms_before", "terms_after", _LISTED)})
)
"""
_VALUES = "SELECT field, claim_id, value FROM ({}) WHERE field > 0"
_GONE = _VALUES.format(_OTHERS.format("terms_before", "terms_after", "TRUE"))
_COME = _VALUES.format(_OTHERS.format("terms_after", "terms_before", "TRUE"))
_STAND = f"""
INSERT INTO refiling SELECT id, {PLACE} FROM claims WHERE id IN (SELECT value FROM json_each(?))
"""
_MOVED = f"""
SELECT refiling.id, {PLACE} FROM refiling LEFT JOIN claims ON claims.id = refiling.id
WHERE place IS NOT ({PLACE})
"""
