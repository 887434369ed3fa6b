"""Whether a store is sound: the file, its links, the search index, the journal, the texts.

>>> Finding("journal", True, "12 entries, none changed.").ok
True
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from store.database import Store
from store.journal import broken


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in a sentence."""

    check: str
    ok: bool
    sentence: str


def check(store: Store) -> list[Finding]:
    """Every check, in order; nothing is changed."""
    return [_checked(name, test, store) for name, test in _CHECKS.items()]


def _checked(name: str, test: Callable[[Store], str], store: Store) -> Finding:
    """A test returns what is wrong, "" if nothing is; damage may show itself as an error."""
    try:
        problem = test(store)
    except (sqlite3.DatabaseError, zlib.error) as error:
        problem = f"cannot be read: {error}"
    return Finding(name, not problem, problem or "sound")


def _file(store: Store) -> str:
    found = [row[0] for row in store.db.execute("PRAGMA integrity_check(3)")]
    return "" if found == ["ok"] else "; ".join(found)


def _links(store: Store) -> str:
    found = store.db.execute("PRAGMA foreign_key_check").fetchall()
    tables = sorted({row[0] for row in found})
    return f"{len(found)} rows point at nothing, in {', '.join(tables)}" if found else ""


def _search(store: Store) -> str:
    """The index against the rows it was made from; FTS5 raises where they differ.

    It is written as a command to the index, which changes nothing but cannot be given to a store
    that is open for reading only; there the numbers are compared.
    """
    if store.readonly:
        return _numbers(store)
    for table in ("claims_fts", "texts_fts"):
        store.db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    return ""


def _numbers(store: Store) -> str:
    for index, table in (("claims_fts_docsize", "claims"), ("texts_fts_docsize", "texts")):
        (indexed,) = store.db.execute(f"SELECT count(*) FROM {index}").fetchone()
        (there,) = store.db.execute(f"SELECT count(*) FROM {table}").fetchone()
        if indexed != there:
            return f"{indexed} of {there} {table} are in the search index"
    return ""


def _journal(store: Store) -> str:
    entry = broken(store)
    return f"entry {entry.number} does not follow from the one before it" if entry else ""


def _texts(store: Store) -> str:
    for name, expected, raw in store.db.execute(
        """
        SELECT name, sha256, raw_zlib FROM documents
        LEFT JOIN texts ON texts.document_id = documents.id
        """
    ):
        if raw is None or sha256(zlib.decompress(raw)).hexdigest() != expected:
            return f"{name} is not what was loaded"
    return ""


def _quotes(store: Store) -> str:
    found = store.db.execute(
        """
        SELECT key FROM claims LEFT JOIN texts ON texts.document_id = claims.document_id
        WHERE quote IS NOT substr(text, span_start + 1, span_end - span_start) LIMIT 1
        """
    ).fetchone()
    return f"claim {found[0]} does not stand in its document as it is quoted" if found else ""


def _tags(store: Store) -> str:
    found = store.db.execute(
        """
        SELECT key FROM claims WHERE tags <> coalesce((
            SELECT group_concat(name, ' ') FROM (
                SELECT name FROM claim_tags JOIN tags ON tags.id = tag_id
                WHERE claim_id = claims.id ORDER BY name
            )
        ), '') LIMIT 1
        """
    ).fetchone()
    return f"claim {found[0]} shows other tags than it has" if found else ""


_CHECKS: dict[str, Callable[[Store], str]] = {
    "file": _file,
    "links": _links,
    "search index": _search,
    "journal": _journal,
    "texts": _texts,
    "quotes": _quotes,
    "tags": _tags,
}
