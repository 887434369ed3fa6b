"""A document in the tables, and back.

>>> publication_of(("2025-08-03", "given", None))
Publication(edtf='2025-08-03', basis='given', zone=None)
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store.model import Analysis, Document, Publication, Span
from store.records.names import Names

COLUMNS = """
    name, language, author, url, published, published_basis, published_zone,
    stated, stated_basis, stated_zone, title_start, title_end, dateline_start, dateline_end,
    skipped, title, source_basis
"""


def add_document(
    db: sqlite3.Connection, names: Names, analysis: Analysis, who: str, now: datetime
) -> int:
    """Store a document whole, without its claims; its row id."""
    document = analysis.document
    source = names.source(document.source)
    values = (*_values(document), document.identity, document.sha256, source)
    document_id = db.execute(
        f"""
        INSERT INTO documents ({COLUMNS}, identity, sha256, source_id,
            extractor, loaded_at, loaded_by, read_at, read_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (*values, analysis.extractor, *(now.isoformat(), who) * 2),
    ).lastrowid
    assert document_id is not None
    db.execute(
        "INSERT INTO texts (document_id, text, raw_zlib) VALUES (?, ?, ?)",
        (document_id, document.text, zlib.compress(document.raw)),
    )
    return document_id


def document_of(db: sqlite3.Connection, document_id: int) -> Document:
    """A stored document as it was read, with the publication date now in force."""
    row = db.execute(
        f"""
        SELECT {COLUMNS}, sources.name, texts.text, texts.raw_zlib
        FROM documents
        JOIN sources ON sources.id = documents.source_id
        JOIN texts ON texts.document_id = documents.id
        WHERE documents.id = ?
        """.replace(" name,", " documents.name,", 1),
        (document_id,),
    ).fetchone()
    title = span_of(row[10:12])
    published = publication_of(row[4:7])
    return Document(
        name=row[0],
        raw=zlib.decompress(row[19]),
        text=row[18],
        source=row[17],
        title=title,
        dateline=span_of(row[12:14]),
        skipped=spans_of(row[14]),
        language=row[1],
        author=row[2],
        url=row[3],
        published=published,
        stated=stated_of(row[7:10], published),
        headline="" if title else row[15],
        source_basis=row[16],
    )


def publication_of(columns: Sequence[Any]) -> Publication | None:
    """A publication date from its three columns."""
    edtf, basis, zone = columns
    return Publication(edtf, basis, zone) if edtf else None


def stated_of(columns: Sequence[Any], published: Publication | None) -> Publication | None:
    """What the document itself states, where that is not the publication date in force."""
    stated = publication_of(columns)
    return None if stated is None or (published and published.edtf == stated.edtf) else stated


def span_of(columns: Sequence[Any]) -> Span | None:
    """A span from its two columns."""
    start, end = columns
    return None if start is None else Span(start, end)


def spans_of(stored: str) -> tuple[Span, ...]:
    """Spans from a JSON list of pairs."""
    return tuple(Span(start, end) for start, end in json.loads(stored))


def title_of(document: Document) -> str:
    """The words of a document's title, on one line."""
    title = document.title.cut(document.text) if document.title else document.headline
    return " ".join(title.split())


def _values(document: Document) -> tuple[Any, ...]:
    return (
        *(document.name, document.language, document.author, document.url),
        *_publication(document.published),
        # Kept even while it is in force, for the day when a person gives another.
        *_publication(document.stated or _own(document.published)),
        *_span(document.title),
        *_span(document.dateline),
        json.dumps(document.skipped),
        title_of(document),
        document.source_basis,
    )


def _own(published: Publication | None) -> Publication | None:
    own = published is not None and published.basis in ("metadata", "dateline")
    return published if own else None


def _publication(published: Publication | None) -> tuple[Any, ...]:
    return (published.edtf, published.basis, published.zone) if published else (None, None, None)


def _span(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)
