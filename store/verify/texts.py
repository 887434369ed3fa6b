"""The documents and what is quoted from them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from hashlib import sha256

from store.database import Store


def texts(store: Store) -> Iterator[str]:
    """Documents whose bytes are not those that were loaded, or whose text is gone."""
    for name, expected, raw in store.db.execute(_BYTES):
        if raw is None:
            yield f"{name} has no text"
        elif _digest(raw) != expected:
            yield f"{name} is not what was loaded"


def _digest(raw: bytes) -> str:
    """The hash of compressed bytes; "" where they are no compressed bytes any more."""
    try:
        return sha256(zlib.decompress(raw)).hexdigest()
    except zlib.error:
        return ""


def quotes(store: Store) -> Iterator[str]:
    """Claims that are not the words at their offsets, or have anything outside of their text."""
    for (key,) in store.db.execute(_QUOTES):
        yield f"claim {key} does not stand in its document as it is quoted"
    for key, table in store.db.execute(_OUTSIDE):
        yield f"claim {key} has {table} outside of its text"


_BYTES = """
SELECT name, sha256, raw_zlib FROM documents LEFT JOIN texts ON texts.document_id = documents.id
ORDER BY documents.id
"""
_QUOTES = """
SELECT key FROM claims LEFT JOIN texts ON texts.document_id = claims.document_id
WHERE span_start < 0 OR span_end <= span_start
    OR quote IS NOT substr(text, span_start + 1, span_end - span_start)
ORDER BY claims.id
"""
_OUTSIDE = """
SELECT key, part FROM (
    SELECT claim_id, span_start AS part_start, span_end AS part_end, 'hops' AS part FROM claim_hops
    UNION ALL SELECT claim_id, span_start, span_end, 'places' FROM claim_places
    UNION ALL SELECT claim_id, span_start, span_end, 'hedges' FROM claim_hedges
    UNION ALL SELECT claim_id, span_start, span_end, 'repeats' FROM claim_repeats
    UNION ALL SELECT claim_id, span_start, span_end, 'quantities' FROM claim_quantities
) JOIN claims ON claims.id = claim_id
JOIN (SELECT document_id, length(text) AS size FROM texts) USING (document_id)
WHERE part_start < 0 OR part_start >= part_end OR part_end > size
ORDER BY claim_id
"""
