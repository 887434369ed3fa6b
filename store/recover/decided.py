"""Decisions that stand on salvaged rows though the entries that tell of them were lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from store.database import Store
from store.edits import AddClaim, Edit, Grade, Hide, Judge, Note, Publish, Rate, Tag, apply
from store.edits.documents import correction
from store.journal import Entry
from store.model import Span


def decided_again(store: Store, rows: sqlite3.Connection, who: str, now: datetime) -> Iterator[str]:
    """Take those decisions again, as entries of their own; a sentence for each."""
    for edit in (*_of_sources(store, rows), *_of_documents(store, rows), *_of_claims(store, rows)):
        entry = apply(store, edit, who, now)
        if isinstance(entry, Entry):
            yield f"who decided this, and when: {entry.sentence}"
    seen = rows.execute("SELECT key FROM claims WHERE seen = 1")
    with store.transaction() as db:
        db.executemany("UPDATE claims SET seen = 1 WHERE key = ?", seen)


def _of_sources(store: Store, rows: sqlite3.Connection) -> Iterator[Edit]:
    here = dict(store.db.execute("SELECT name, reliability FROM sources"))
    for name, letter in rows.execute(_RATED):
        if name in here and here[name] != letter:
            yield Rate(name, letter)


def _of_documents(store: Store, rows: sqlite3.Connection) -> Iterator[Edit]:
    here = {row[0]: row[1:] for row in store.db.execute(_PUBLISHED)}
    for identity, edtf, basis, zone in rows.execute(
        f"{_PUBLISHED} WHERE loaded_at <> '' ORDER BY id"
    ):
        if identity in here and here[identity] != (edtf, basis, zone):
            yield Publish(identity, edtf, basis or "given", zone)


def _of_claims(store: Store, rows: sqlite3.Connection) -> Iterator[Edit]:
    here = {row[0]: row[1:] for row in store.db.execute(_DECIDED)}
    for key, identity, start, end in rows.execute(_BY_HAND):
        if key not in here:
            yield AddClaim(identity, Span(start, end))
    for key, *decided in rows.execute(f"{_DECIDED} ORDER BY id"):
        if key in here and here[key] != tuple(decided):
            yield from _differing(key, tuple(decided), here[key])
    corrected = set(store.db.execute(_CORRECTED))
    for key, field, value in rows.execute(_CORRECTED):
        if key in here and (key, field, value) not in corrected:
            yield correction(key, field, value)


def _differing(key: str, old: tuple[object, ...], new: tuple[object, ...]) -> Iterator[Edit]:
    verdict, letter, digit, note, hidden, tags = old
    if verdict != new[0]:
        yield Judge((key,), verdict)  # type: ignore[arg-type]
    if (letter, digit) != new[1:3]:
        yield Grade((key,), str(letter or ""), str(digit or ""))
    if note != new[3]:
        yield Note((key,), str(note))
    if hidden != new[4]:
        yield Hide((key,), bool(hidden))
    if tags != new[5]:
        was, now = set(str(tags).split()), set(str(new[5]).split())
        yield Tag((key,), tuple(sorted(was - now)), tuple(sorted(now - was)))


# What had to be made up, and says nothing of what was decided, has no folded name and no time.
_RATED = "SELECT name, reliability FROM sources WHERE folded <> '' ORDER BY id"
_PUBLISHED = "SELECT identity, published, published_basis, published_zone FROM documents"
_GIVEN = f"{_PUBLISHED} WHERE loaded_at <> '' ORDER BY id"
_DECIDED = "SELECT key, verdict, letter, digit, note, hidden, tags FROM claims"
_CORRECTED = """
SELECT key, field, value FROM corrections JOIN claims ON claims.id = claim_id ORDER BY 1, 2
"""
_BY_HAND = """
SELECT key, identity, found_start, found_end FROM claims
JOIN documents ON documents.id = claims.document_id WHERE by_hand = 1 ORDER BY claims.id
"""
