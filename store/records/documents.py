"""A document back from the tables.

>>> publication_of(("2025-08-03", "given", None))
Publication(edtf='2025-08-03', basis='given', zone=None, how='')
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any

from store.model import Document, PassedOn, Publication, Span


def document_of(db: sqlite3.Connection, document_id: int) -> Document:
    """A stored document as it was read, with the publication date now in force."""
    row = db.execute(_DOCUMENT, (document_id,)).fetchone()
    name, source, source_basis, language, author, url, text, raw, title, skipped = row[:10]
    published = publication_of(row[10:13])
    reader, edited, captured, reply_to, passed_on, left_out = row[20:]
    title_span = span_of(row[16:18])
    return Document(
        name=name,
        raw=zlib.decompress(raw),
        text=text,
        source=source,
        title=title_span,
        dateline=span_of(row[18:20]),
        skipped=spans_of(skipped),
        language=language,
        author=author,
        url=url,
        published=published,
        stated=stated_of(row[13:16], published),
        headline="" if title_span else title,
        source_basis=source_basis,
        reader=reader,
        edited=edited,
        captured=captured,
        reply_to=reply_to,
        passed_on=tuple(PassedOn(*hop) for hop in json.loads(passed_on)),
        left_out=tuple(json.loads(left_out)),
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


_DOCUMENT = """
SELECT documents.name, sources.name, source_basis, language, author, url, text, raw_zlib, title,
    skipped, published, published_basis, published_zone, stated, stated_basis, stated_zone,
    title_start, title_end, dateline_start, dateline_end,
    reader, edited, captured, reply_to, passed_on, left_out
FROM documents
JOIN sources ON sources.id = documents.source_id
JOIN texts ON texts.document_id = documents.id
WHERE documents.id = ?
"""
