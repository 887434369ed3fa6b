"""Documents that come in: what one reading gives, as plain columns, and putting that in.

``incoming`` is pure and needs no store, so that any process can do it; what it gives is a third of
an analysis to send to another process, and quick to unpack. ``insert`` puts any number in through
sqlite-utils. Nothing but loading imports this module: a first screen must not wait for
sqlite-utils (82 ms).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from store import addresses
from store.model import Analysis, Document, Publication, Span
from store.records.claim_rows import ClaimRow, claim_rows
from store.records.claims import Owned, insert_claims, insert_relations
from store.records.documents import publication_of, title_of
from store.records.filing import file_more, file_new
from store.records.folding import settle
from store.records.indexing import index_claims, index_texts
from store.records.names import Names
from store.records.phrases import PhraseRow, edtf_of, insert_phrases, phrase_rows
from store.sketch import Sketch, bands, sketch

_UNDATED = Publication("", "metadata")


class Known(NamedTuple):
    """A document that is in the store already: the publication date it now comes with, and acts."""

    name: str
    identity: str
    published: Publication | None
    acts: tuple[str, ...] = ()


class Incoming(NamedTuple):
    """A document with its analysis as columns; what has no row id yet is named.

    ``document`` holds its columns by name.
    """

    document: dict[str, Any]
    source: str
    text: str
    raw_zlib: bytes
    sketch: Sketch
    bands: list[int]
    phrases: list[PhraseRow]
    claims: list[ClaimRow]
    acts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The document's name."""
        return str(self.document["name"])

    @property
    def identity(self) -> str:
        """The document's identity."""
        return str(self.document["identity"])

    @property
    def address(self) -> str:
        """The document's address, plain."""
        return str(self.document["address"])

    def known(self, identity: str) -> Known:
        """What is left of it if the store has it already, under an identity."""
        columns = [self.document[f"published{part}"] for part in ("", "_basis", "_zone")]
        return Known(self.name, identity, publication_of(columns), self.acts)

    @property
    def on_timeline(self) -> int:
        """How many of its claims stand on the timeline."""
        return sum(row.timeline for row in self.claims)

    @property
    def yearless(self) -> int:
        """How many of its date phrases are of a year that nobody knows."""
        return sum(edtf_of(row).startswith("XXXX") for row in self.phrases)


def known(db: sqlite3.Connection, document: Document) -> Known | None:
    """What there is to say of a document that is in the store already; None of a new one.

    The same text at the same address is the same document, whatever surrounds it in its bytes:
    a page has other advertisements each time, an export other counts of views.
    """
    identity = here(db, document.identity, addresses.plain(document.url), document.text)
    if not identity:
        return None
    return Known(document.name, identity, document.published, document.acts)


def here(db: sqlite3.Connection, identity: str, address: str, text: str) -> str:
    """The identity of the stored document that this one is; empty where there is none."""
    found = db.execute(_SAME, (identity,)).fetchone()
    if found is None and address:
        found = db.execute(_SAME_TEXT, (address, text)).fetchone()
    return str(found[0]) if found else ""


def incoming(analysis: Analysis) -> Incoming:
    """What an analysis becomes in the tables."""
    document = analysis.document
    start = document.skipped[0].end if document.skipped else 0
    sketched = sketch(document.text[start:])
    return Incoming(
        document={**_columns(document), "extractor": analysis.extractor},
        source=document.source,
        text=document.text,
        raw_zlib=zlib.compress(document.raw),
        sketch=sketched,
        bands=bands(sketched) if sketched else [],
        phrases=phrase_rows(analysis.phrases, analysis.datings),
        claims=claim_rows(analysis),
        acts=document.acts,
    )


def insert(
    db: sqlite3.Connection, names: Names, items: Sequence[Incoming], who: str, now: datetime
) -> list[int]:
    """Store documents whole, with their claims; their row ids."""
    # Only who writes has need of it: importing it takes as long as reading four articles.
    from sqlite_utils import Database

    (first,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM documents").fetchone()
    ids = list(range(first, first + len(items)))
    tables = Database(db, recursive_triggers=False, execute_plugins=False)
    by = dict.fromkeys(("loaded_by", "read_by"), who)
    by |= dict.fromkeys(("loaded_at", "read_at"), now.isoformat())
    tables.table("documents").insert_all(
        {"id": id, **item.document, "source_id": names.source(item.source), **by}
        for id, item in zip(ids, items, strict=True)
    )
    tables.table("texts").insert_all(
        {"document_id": id, "text": item.text, "raw_zlib": item.raw_zlib}
        for id, item in zip(ids, items, strict=True)
    )
    claims = _insert_claims(db, names, ids, items)
    cautioned: set[int] = set()
    for id, item in zip(ids, items, strict=True):
        cautioned.update(settle(db, id, item.sketch, item.bands, claims))
    file_new(db, claims.start, claims.stop - 1)
    file_more(db, [id for id in cautioned if id not in claims], "caution")
    # The search index comes last: what is written after it would make it write as well.
    index_claims(db, claims.start, claims.stop - 1)
    index_texts(db, first, first + len(items) - 1)
    return ids


def _insert_claims(
    db: sqlite3.Connection, names: Names, ids: Sequence[int], items: Sequence[Incoming]
) -> range:
    """The claims of new documents with all that hangs on them; their row ids."""
    phrases = insert_phrases(db, [(id, item.phrases) for id, item in zip(ids, items, strict=True)])
    owned = [
        Owned(id, item.source, item.document["title"], item.claims, mine)
        for id, item, mine in zip(ids, items, phrases, strict=True)
    ]
    claims = insert_claims(db, names, owned)
    for mine, item in zip(claims, items, strict=True):
        insert_relations(db, mine, item.claims)
    return range(claims[0].start, claims[-1].stop) if claims else range(0)


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
        "address": addresses.plain(document.url),
        "reader": document.reader,
        "edited": document.edited,
        "captured": document.captured,
        "reply_to": document.reply_to,
        "passed_on": json.dumps([(hop.name, hop.kind) for hop in document.passed_on]),
        "left_out": json.dumps(document.left_out),
        "stated_how": (document.stated or document.published or _UNDATED).how,
    }


def _own(published: Publication | None) -> Publication | None:
    """A publication date that the document itself states."""
    own = published is not None and published.basis in ("metadata", "dateline")
    return published if own else None


def _publication(name: str, published: Publication | None) -> dict[str, Any]:
    parts = (published.edtf, published.basis, published.zone) if published else (None, None, None)
    return dict(zip((name, f"{name}_basis", f"{name}_zone"), parts, strict=True))


def _span(name: str, span: Span | None) -> dict[str, int | None]:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


_SAME = "SELECT identity FROM documents WHERE identity = ?"
_SAME_TEXT = """
SELECT identity FROM documents JOIN texts ON texts.document_id = documents.id
WHERE address = ? AND address <> '' AND text = ? LIMIT 1
"""
