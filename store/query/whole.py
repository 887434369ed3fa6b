"""The first claims of the whole timeline, for who shows them before anything of filters is read.

>>> first_of_whole.__doc__
'The row ids of the first claims of all, in order, before any are counted.'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from store.timeline import newest_in, slot, slot_of, undated_from

if TYPE_CHECKING:
    from store.query.filter import Order

UPWARDS = {
    "newest": "c.newest, c.claim_id",
    # Within a heading the publication days are turned round, but not the claims of one document.
    "oldest": "c.newest DESC, c.claim_id",
}
BACKWARDS = {
    "newest": "c.newest DESC, c.claim_id DESC",
    "oldest": "c.newest, c.claim_id DESC",
}


def first_of_whole(db: sqlite3.Connection, order: Order, number: int) -> list[int]:
    """The row ids of the first claims of all, in order, before any are counted."""
    return first_of(db, _whole, order, number)


def first_of(
    db: sqlite3.Connection, sql: Callable[[str, str], str], order: Order, number: int
) -> list[int]:
    """The same of some claims; ``sql`` asks for columns of them, and takes ORDER BY or AND."""
    if order == "oldest":
        return _first_of_oldest(db, sql, number)
    rest = f"ORDER BY {UPWARDS[order]} LIMIT {number}"
    return [id for (id,) in db.execute(sql("c.claim_id", rest))]


def _whole(columns: str, rest: str) -> str:
    all_claims = "c.field = 0 AND c.value = 0 AND c.lane IN (0)"
    return f"SELECT {columns} FROM claim_terms AS c WHERE {all_claims} {rest}"


def _first_of_oldest(
    db: sqlite3.Connection, sql: Callable[[str, str], str], number: int
) -> list[int]:
    """The oldest claims with a day: from the end of the index whole slots, and these turned."""
    dated = f"AND c.newest < {undated_from()}"
    rest = f"{dated} ORDER BY {BACKWARDS['newest']} LIMIT {number}"
    last = [newest for (newest,) in db.execute(sql("c.newest", rest))]
    lowest = newest_in(slot(last[-1]))[0] if last else undated_from()
    whole = f"AND c.newest >= {lowest}" + (f" {dated}" if len(last) == number else "")
    rows = db.execute(sql("c.newest, c.claim_id", whole)).fetchall()
    rows.sort(key=lambda row: (slot_of(slot(row[0])), -row[0], row[1]))
    return [id for _, id in rows[:number]]
