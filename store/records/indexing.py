"""Putting new claims and texts into the search index, many at a time.

By triggers each row would be written into the index by itself (70 us a claim, not 10): whatever
else is written in between makes FTS5 let go of what it has gathered.

>>> index_claims.__name__
'index_claims'
"""

from __future__ import annotations

import sqlite3


def index_claims(db: sqlite3.Connection, first: int, last: int) -> None:
    """Have new claims found by their words: row ids from ``first`` to ``last``."""
    db.execute(
        """
        INSERT INTO claims_fts (rowid, quote, title, places, chain)
        SELECT id, quote, title, places, chain FROM claims WHERE id BETWEEN ? AND ?
        """,
        (first, last),
    )


def index_texts(db: sqlite3.Connection, first: int, last: int) -> None:
    """Have new documents found by their texts: row ids from ``first`` to ``last``."""
    db.execute(
        """
        INSERT INTO texts_fts (rowid, text)
        SELECT document_id, text FROM texts WHERE document_id BETWEEN ? AND ?
        """,
        (first, last),
    )
