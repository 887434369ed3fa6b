"""A document that comes in: its row, its text and its bytes, through sqlite-utils.

Nothing but loading imports this module: a first screen must not wait for sqlite-utils (82 ms).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.model import Analysis, Document, Publication, Span
from store.records.documents import title_of
from store.records.names import Names


def add_document(
    db: sqlite3.Connection, names: Names, analysis: Analysis, who: str, now: datetime
) -> int:
    """Store a document whole, without its claims; its row id."""
    tables = Database(db, recursive_triggers=False, execute_plugins=False)
    document = analysis.document
    read = {"extractor": analysis.extractor, "read_at": now.isoformat(), "read_by": who}
    loaded = {"loaded_at": now.isoformat(), "loaded_by": who}
    source = {"source_id": names.source(document.source)}
    record = {**_columns(document), **source, **read, **loaded}
    document_id = int(tables.table("documents").insert(record).last_rowid or 0)
    content = {"text": document.text, "raw_zlib": zlib.compress(document.raw)}
    tables.table("texts").insert({"document_id": document_id, **content})
    return document_id


def _columns(document: Document) -> dict[str, Any]:
    return {
        "identity": document.identity,
        "sha256": document.sha256,
        "name": document.name,
        "title": title_of(document),
        "source_basis": document.source_basis,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        **_publication("published", document.published),
        # Kept even while it is in force, for the day when a person gives another.
        **_publication("stated", document.stated or _own(document.published)),
        **_span("title", document.title),
        **_span("dateline", document.dateline),
        "skipped": json.dumps(document.skipped),
    }


def _own(published: Publication | None) -> Publication | None:
    """A publication date that the document itself states."""
    own = published is not None and published.basis in ("metadata", "dateline")
    return published if own else None


def _publication(name: str, published: Publication | None) -> dict[str, Any]:
    if published is None:
        return {}
    parts = {"": published.edtf, "_basis": published.basis, "_zone": published.zone}
    return {name + part: value for part, value in parts.items()}


def _span(name: str, span: Span | None) -> dict[str, int]:
    return {f"{name}_start": span.start, f"{name}_end": span.end} if span else {}
