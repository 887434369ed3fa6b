"""The journal: every human decision in order, each entry bound to the one before by its hash.

An entry's hash is SHA-256 over the JSON array of its fields and the hash before it, so that no
entry can be changed, taken out or put in without all later hashes showing it.

>>> content = (1, "2025-08-03T09:00:00", "ann", "act", None, "judged", "{}", "[]")
>>> sealed(content, FIRST)[:12]
'4d674d8a8d9c'
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any, Literal

from store.database import Store

Kind = Literal["act", "undo", "redo"]
FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the act, or the number (``of``) of the act that was undone or done again.

    ``at`` is an ISO time, ``sentence`` says what was done, ``edit`` and ``inverse`` are JSON.
    """

    number: int
    at: str
    who: str
    kind: Kind
    of: int | None
    sentence: str
    edit: str
    inverse: str
    previous: str
    hash: str


def append(
    store: Store,
    *,
    now: datetime,
    who: str,
    kind: Kind,
    sentence: str,
    edit: str,
    inverse: str,
    of: int | None = None,
) -> Entry:
    """Write the next entry. To be called in the transaction that does what it says."""
    last = store.db.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1")
    number, previous = last.fetchone() or (0, FIRST)
    content = (number + 1, now.isoformat(), who, kind, of, sentence, edit, inverse)
    entry = Entry(*content, previous, sealed(content, previous))
    write(store, entry)
    return entry


def write(store: Store, entry: Entry) -> None:
    """Put an entry into the table as it is; ``append`` makes one that follows from the last."""
    store.db.execute(
        """
        INSERT INTO journal (number, at, who, kind, of, sentence, edit, inverse, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        astuple(entry),
    )


def sealed(content: tuple[Any, ...], previous: str) -> str:
    """The hash of an entry's fields, from number to inverse, after the hash before it."""
    written = json.dumps([*content, previous], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def log(store: Store, limit: int | None = None) -> Iterator[Entry]:
    """The entries, the newest first; all of them, or so many."""
    for row in store.db.execute(
        f"{_ENTRIES} ORDER BY number DESC LIMIT ?", (-1 if limit is None else limit,)
    ):
        yield Entry(*row)


def entries(store: Store) -> Iterator[Entry]:
    """All entries, the oldest first."""
    for row in store.db.execute(f"{_ENTRIES} ORDER BY number"):
        yield Entry(*row)


def entry(store: Store, number: int) -> Entry:
    """The entry with this number, which must be there."""
    return Entry(*store.db.execute(f"{_ENTRIES} WHERE number = ?", (number,)).fetchone())


def broken(store: Store) -> Entry | None:
    """The first entry that does not follow from the one before it; None if all do."""
    previous = FIRST
    for number, entry in enumerate(entries(store), 1):
        follows = (entry.number, entry.previous) == (number, previous)
        if not follows or entry.hash != sealed(_content(entry), previous):
            return entry
        previous = entry.hash
    return None


def _content(entry: Entry) -> tuple[Any, ...]:
    return astuple(entry)[:8]


def next_to_undo(store: Store, before: int | None = None) -> int | None:
    """The number of the last act that stands and can be undone, in all or ``before`` another.

    What cannot be undone (a document forgotten) has no inverse and is passed over.
    """
    return _number(store, _TO_UNDO, before or sys.maxsize)


def next_to_redo(store: Store) -> int | None:
    """The number of the act undone last, if no new act came after; else None."""
    return _number(store, _TO_REDO)


def weight(store: Store, number: int | None) -> int:
    """How many characters the edits of an entry and their inverse are written in; 0 of none."""
    sql = "SELECT length(edit) + length(inverse) FROM journal WHERE number = ?"
    return _number(store, sql, number or 0) or 0


def _number(store: Store, sql: str, *values: int) -> int | None:
    found = store.db.execute(sql, values).fetchone()
    return int(found[0]) if found else None


_ENTRIES = """
SELECT number, at, who, kind, of, sentence, edit, inverse, previous, hash FROM journal
"""
# An act stands unless the last entry that speaks of it is an undo.
_TO_UNDO = """
SELECT act.number FROM journal AS act
WHERE act.number < ? AND act.kind = 'act' AND act.inverse <> '[]' AND coalesce((
    SELECT later.kind = 'redo' FROM journal AS later
    WHERE later.of = act.number ORDER BY later.number DESC LIMIT 1
), 1)
ORDER BY act.number DESC LIMIT 1
"""
# Undoing goes backwards, so what was undone last is the earliest act that does not stand; and
# only what was undone after the newest act can come back.
_TO_REDO = """
SELECT of FROM journal AS undone
WHERE kind = 'undo'
    AND number > (SELECT max(number) FROM journal WHERE kind = 'act')
    AND NOT EXISTS (
        SELECT 1 FROM journal AS later
        WHERE later.of = undone.of AND later.number > undone.number
    )
ORDER BY of LIMIT 1
"""
