"""A document's editions and what changed between them, and its copies in other outlets."""

from __future__ import annotations

from store.database import Store
from store.editions import Said, changes
from store.query.views import Copy, EditionLine


def editions(store: Store, document: int) -> list[EditionLine]:
    """The editions of a document in the order in which they came, alone if there is no other."""
    lines: list[EditionLine] = []
    before: list[Said] = []
    for row in store.db.execute(_EDITIONS, (document, document)).fetchall():
        said = _said(store, row[0])
        changed = tuple(changes(before, said)) if lines else ()
        id, title, source, published, edited, captured, loaded = row
        when = published, edited, captured, loaded
        lines.append(EditionLine(id, title, source, *when, len(said), changed))
        before = said
    return lines


def copies(store: Store, document: int) -> list[Copy]:
    """The documents of other outlets that run the same wire text, in the order they came."""
    return [Copy(*row) for row in store.db.execute(_COPIES, (document, document))]


def _said(store: Store, document: int) -> list[Said]:
    return [
        Said(id, quote, flag, frozenset(hedges.split()))
        for id, quote, flag, hedges in store.db.execute(_SAID, (document,))
    ]


_EDITIONS = """
SELECT other.id, other.title, sources.name, coalesce(other.published, ''), other.edited,
    other.captured, other.loaded_at
FROM documents AS other JOIN sources ON sources.id = other.source_id
WHERE other.id = ? OR other.id IN (
    SELECT same.id FROM documents AS this
    JOIN documents AS same ON same.address = this.address AND same.address <> ''
    WHERE this.id = ?
)
ORDER BY other.id
"""
_COPIES = """
SELECT other.id, sources.name, other.title, coalesce(other.published, ''),
    (SELECT min(claims.id) FROM claims WHERE document_id = other.id AND hidden = 0)
FROM documents AS this
JOIN documents AS other ON other.wire = this.wire
JOIN sources ON sources.id = other.source_id
WHERE this.id = ? AND other.id <> ? ORDER BY other.id
"""
_SAID = """
SELECT claims.id, quote, flag,
    coalesce((SELECT group_concat(kind, ' ') FROM claim_hedges WHERE claim_id = claims.id), '')
FROM claims WHERE document_id = ? AND hidden = 0 ORDER BY span_start, claims.id
"""
