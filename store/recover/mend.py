"""Salvaged rows made whole again: each document with its text, its source and its true identity."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from hashlib import sha256

from store.records.documents import document_of


def mend(rows: sqlite3.Connection) -> Iterator[str]:
    """Complete what can be completed and take out what cannot be; a sentence a loss."""
    with rows:
        yield from _without_text(rows)
        yield from _bytes(rows)
        yield from _without_record(rows)
        yield from _without_source(rows)
        yield from _without_documents(rows)
        _identify(rows)


def _without_text(rows: sqlite3.Connection) -> Iterator[str]:
    for number, name in rows.execute(_TEXTLESS).fetchall():
        rows.execute("DELETE FROM documents WHERE id = ?", (number,))
        rows.execute("DELETE FROM claims WHERE document_id = ?", (number,))
        yield f"document {number}, {name}: its text"


def _bytes(rows: sqlite3.Connection) -> Iterator[str]:
    """A text whose bytes cannot be unpacked stands for its bytes."""
    for number, text, packed in rows.execute("SELECT document_id, text, raw_zlib FROM texts"):
        try:
            zlib.decompress(packed)
        except zlib.error:
            again = zlib.compress(text.encode())
            rows.execute("UPDATE texts SET raw_zlib = ? WHERE document_id = ?", (again, number))
            yield f"document {number}: its bytes as they were loaded; its text was kept"


def _without_record(rows: sqlite3.Connection) -> Iterator[str]:
    """A text without a record gets one that says so."""
    for number, packed in rows.execute(_RECORDLESS).fetchall():
        digest = sha256(zlib.decompress(packed)).hexdigest()
        name = f"document {number}"
        rows.execute(_RECORD, (number, digest, digest, name, -number))
        yield f"{name}: its name, address and publication date; its text was kept"


def _without_source(rows: sqlite3.Connection) -> Iterator[str]:
    """The name of a source also stands first in the chains of its claims."""
    for source, number, chain in rows.execute(_SOURCELESS).fetchall():
        name = chain.partition(" ← ")[0] if chain else f"source {abs(source)}"
        rows.execute("INSERT OR IGNORE INTO sources (name, folded) VALUES (?, '')", (name,))
        rows.execute(_SOURCE, (name, number))
        yield f"document {number}: the record of its source, called {name} here"


def _without_documents(rows: sqlite3.Connection) -> Iterator[str]:
    """A source has documents as long as none was forgotten."""
    if not rows.execute(_FORGOTTEN).fetchone():
        for (name,) in rows.execute(_DOCUMENTLESS).fetchall():
            yield f"all documents of {name}"


def _identify(rows: sqlite3.Connection) -> None:
    """Where bytes or source are others now, so is the identity."""
    for (number,) in rows.execute("SELECT id FROM documents").fetchall():
        identity = document_of(rows, number).identity
        rows.execute("UPDATE OR IGNORE documents SET identity = ? WHERE id = ?", (identity, number))


_TEXTLESS = """
SELECT id, name FROM documents WHERE id NOT IN (SELECT document_id FROM texts)
UNION
SELECT document_id, title FROM claims
WHERE document_id NOT IN (SELECT id FROM documents)
    AND document_id NOT IN (SELECT document_id FROM texts)
ORDER BY 1
"""
_RECORDLESS = """
SELECT document_id, raw_zlib FROM texts WHERE document_id NOT IN (SELECT id FROM documents)
"""
_RECORD = """
INSERT INTO documents (
    id, identity, sha256, name, title, source_id, source_basis, author, url, language, skipped,
    extractor, loaded_at, loaded_by, read_at, read_by
) VALUES (?, ?, ?, ?, '', ?, 'given', '', '', 'en', '[]', '', '', '', '', '')
"""
_SOURCE = """
UPDATE documents SET source_id = (SELECT id FROM sources WHERE name = ?) WHERE id = ?
"""
_SOURCELESS = """
SELECT source_id, id, (SELECT chain FROM claims WHERE document_id = documents.id LIMIT 1)
FROM documents WHERE source_id NOT IN (SELECT id FROM sources)
"""
_DOCUMENTLESS = """
SELECT name FROM sources WHERE id NOT IN (SELECT source_id FROM documents) ORDER BY id
"""
_FORGOTTEN = """SELECT 1 FROM journal WHERE edit LIKE '%"act": "forget"%'"""
