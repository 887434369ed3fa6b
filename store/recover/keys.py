"""The keys that claims had, given back to those that the loader finds in their place now."""

from __future__ import annotations

import sqlite3

from store.database import Store
from store.likeness import pairs
from store.records.documents import document_of


def give_back_keys(store: Store, rows: sqlite3.Connection) -> None:
    """Let claims that newer rules see otherwise keep the keys by which the journal names them."""
    for number, identity in rows.execute("SELECT id, identity FROM documents").fetchall():
        old = rows.execute(_OLD, (number,)).fetchall()
        new = store.db.execute(_NEW, (identity,)).fetchall()
        known = {key for _, key, _ in new}
        if all(key in known for key, _, _ in old):
            continue
        text = document_of(rows, number).text
        found = pairs([text[start:end] for _, start, end in old], [quote for _, _, quote in new])
        _rename(store, {new[mine][0]: old[theirs][0] for mine, theirs in found.items()})


def _rename(store: Store, keys: dict[int, str]) -> None:
    """In two steps, since one claim's old key can be another's new one."""
    store.db.executemany(
        "UPDATE claims SET key = 'was ' || key WHERE id = ?", [(id,) for id in keys]
    )
    store.db.executemany(
        "UPDATE OR IGNORE claims SET key = ? WHERE id = ?", [(key, id) for id, key in keys.items()]
    )
    store.db.execute("UPDATE claims SET key = substr(key, 5) WHERE key LIKE 'was %'")


_OLD = """
SELECT key, found_start, found_end FROM claims WHERE document_id = ? AND by_hand = 0
ORDER BY found_start, id
"""
_NEW = """
SELECT claims.id, key, quote FROM claims JOIN documents ON documents.id = claims.document_id
WHERE identity = ? ORDER BY found_start, claims.id
"""
