"""Documents as the source panel shows them, and the lists of documents, sources and tags."""

from __future__ import annotations

from collections.abc import Iterator

from store.database import Store
from store.model import Span
from store.query.values import Facet
from store.query.views import DocumentLine, DocumentView, Mark, MarkStyle, SourceLine
from store.records.documents import publication_of, span_of, spans_of, stated_of


def document(store: Store, id: int) -> DocumentView | None:
    """A document with its whole text and all that is to be marked in it; None if it is gone."""
    row = store.db.execute(_DOCUMENT, (id,)).fetchone()
    if row is None:
        return None
    published = publication_of(row[14:17])
    id, identity, sha256, name, text, title, source, reliability, author, url, language = row[:11]
    return DocumentView(
        id=id,
        identity=identity,
        sha256=sha256,
        name=name,
        text=text,
        title=title,
        title_span=span_of(row[11:13]),
        skipped=spans_of(row[13]),
        source=source,
        reliability=reliability,
        author=author,
        url=url,
        language=language,
        published=published,
        stated=stated_of(row[17:20], published),
        marks=tuple(sorted(_marks(store, id), key=_mark_order)),
        source_basis=row[20],
    )


def documents(store: Store) -> list[DocumentLine]:
    """All documents in the order in which they were loaded."""
    return [DocumentLine(*row) for row in store.db.execute(_DOCUMENTS)]


def sources(store: Store) -> list[SourceLine]:
    """All sources by name."""
    return [SourceLine(*row) for row in store.db.execute(_SOURCES)]


def tags(store: Store, prefix: str = "") -> list[Facet]:
    """All tags in use that begin with a prefix and how many claims have them, frequent first."""
    found = store.db.execute(_TAGS, (prefix, prefix + "\U0010ffff"))
    return [Facet(*row) for row in found]


def _marks(store: Store, id: int) -> Iterator[Mark]:
    for style, sql in _MARKS.items():
        for start, end, claim_id in store.db.execute(sql, (id,)):
            yield Mark(Span(start, end), style, claim_id)


def _mark_order(mark: Mark) -> tuple[int, int, str, int]:
    return mark.span.start, -mark.span.end, mark.style, mark.claim or 0


_DOCUMENT = """
SELECT documents.id, identity, sha256, documents.name, texts.text, title, sources.name,
    coalesce(reliability, ''), author, url, language, title_start, title_end, skipped,
    published, published_basis, published_zone, stated, stated_basis, stated_zone,
    source_basis
FROM documents
JOIN texts ON texts.document_id = documents.id
JOIN sources ON sources.id = documents.source_id
WHERE documents.id = ?
"""
_MARKS: dict[MarkStyle, str] = {
    "claim": """
        SELECT span_start, span_end, id FROM claims WHERE document_id = ? AND hidden = 0
    """,
    "repeat": """
        SELECT claim_repeats.span_start, claim_repeats.span_end, claim_id
        FROM claim_repeats JOIN claims ON claims.id = claim_id
        WHERE document_id = ? AND hidden = 0
    """,
    "date": """
        SELECT date_phrases.span_start, date_phrases.span_end, claims.id
        FROM date_phrases
        LEFT JOIN claims ON claims.phrase_id = date_phrases.id AND claims.hidden = 0
        WHERE date_phrases.document_id = ?
    """,
    "hop": """
        SELECT claim_hops.span_start, claim_hops.span_end, claim_id
        FROM claim_hops JOIN claims ON claims.id = claim_id
        WHERE document_id = ? AND hidden = 0 AND claim_hops.span_start IS NOT NULL
            AND in_force = 1
    """,
    "hedge": """
        SELECT claim_hedges.span_start, claim_hedges.span_end, claim_id
        FROM claim_hedges JOIN claims ON claims.id = claim_id
        WHERE document_id = ? AND hidden = 0
    """,
    "place": """
        SELECT claim_places.span_start, claim_places.span_end, claim_id
        FROM claim_places JOIN claims ON claims.id = claim_id
        WHERE document_id = ? AND hidden = 0 AND claim_places.span_start IS NOT NULL
            AND in_force = 1
    """,
}
_DOCUMENTS = """
SELECT documents.id, identity, documents.name, title, sources.name,
    coalesce(published, ''), coalesce(published_basis, ''),
    (SELECT count(*) FROM claims
        WHERE document_id = documents.id AND lane IN (0, 3))
FROM documents JOIN sources ON sources.id = documents.source_id
ORDER BY documents.id
"""
_SOURCES = """
SELECT name, coalesce(reliability, ''),
    (SELECT count(*) FROM documents WHERE documents.source_id = sources.id),
    coalesce((
        SELECT sum(claims) FROM term_counts
        WHERE field = 4 AND value = sources.id AND lane IN (0, 3)
    ), 0)
FROM sources ORDER BY folded
"""
_TAGS = """
SELECT name, sum(claims) AS claims FROM tags JOIN term_counts ON field = 3 AND value = tags.id
WHERE name BETWEEN ? AND ? GROUP BY tags.id HAVING sum(claims) > 0 ORDER BY 2 DESC, name
"""
