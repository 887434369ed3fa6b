"""Doing what concerns a document: its publication date, claims added and removed, forgetting."""

from __future__ import annotations

import json

from store.addresses import plain
from store.database import Store
from store.edits.values import (
    AddClaim,
    DateChange,
    Edit,
    Forget,
    Grade,
    Hide,
    Judge,
    Note,
    Publish,
    Rechain,
    Redate,
    Relocate,
    RemoveClaim,
    Respan,
    Tag,
)
from store.model import Span
from store.records.claims import add_hand_claim
from store.records.documents import document_of, publication_of
from store.records.filing import refiled
from store.records.folding import leave, told_by
from store.records.force import put_dates, put_in_force
from store.records.names import Names
from store.records.phrases import redate_phrases, resolved_again
from store.records.placing import placement


def publish(store: Store, edit: Publish) -> tuple[Publish, ...]:
    """Set the publication date of a document and resolve its dates again."""
    document = _document(store, edit.document)
    if document is None:
        return ()
    old = store.db.execute(
        "SELECT published, published_basis, published_zone FROM documents WHERE id = ?",
        (document,),
    ).fetchone()
    new = (edit.edtf, edit.basis, edit.zone) if edit.edtf else (None, None, None)
    if old == new:
        return ()
    claims = _claims(store, document)
    with refiled(store.db, claims):
        store.db.execute(
            """
            UPDATE documents SET published = ?, published_basis = ?, published_zone = ?
            WHERE id = ?
            """,
            (*new, document),
        )
        redate_phrases(store.db, document, edit.publication)
        put_dates(store.db, claims)
    before = publication_of(old)
    if before is None:
        return (Publish(edit.document, None),)
    return (Publish(edit.document, before.edtf, before.basis, before.zone),)


def preview(store: Store, edit: Publish) -> list[DateChange]:
    """What a new publication date would change, in the order of the text; nothing is written.

    Claims whose date a person has set are listed as pinned; those that keep their date are not.
    """
    document = _document(store, edit.document)
    if document is None:
        return []
    again = resolved_again(store.db, document, edit.publication)
    changes = []
    for claim, key, quote, old, phrase, role, by_hand in store.db.execute(_DATED, (document,)):
        new = placement(again.get(phrase), role, by_hand, edit.publication).edtf
        if new != old or by_hand is not None:
            changes.append(DateChange(claim, key, quote, old, new, by_hand is not None))
    return changes


def add_claim(store: Store, edit: AddClaim) -> tuple[RemoveClaim, ...]:
    """Add a claim; a date phrase among its words dates it."""
    document = _document(store, edit.document)
    if document is None:
        return ()
    names = Names(store.db)
    with refiled(store.db, ()) as note:
        key = add_hand_claim(store.db, names, document, document_of(store.db, document), edit.span)
        (claim,) = store.db.execute("SELECT id FROM claims WHERE key = ?", (key,)).fetchone()
        store.db.execute(_DATE_WITHIN, (claim,))
        put_in_force(store.db, names, [claim])
        note([claim])
    return (RemoveClaim(key),)


def remove_claim(store: Store, edit: RemoveClaim) -> tuple[Edit, ...]:
    """Remove a claim that a person added; undoing it brings back all that was decided on it."""
    row = store.db.execute(_BY_HAND, (edit.key,)).fetchone()
    if row is None:
        return ()
    claim, identity, start, end = row
    inverse = (AddClaim(identity, Span(start, end)), *_decided(store, claim, edit.key))
    with refiled(store.db, [claim, *told_by(store.db, [claim])]):
        store.db.execute("DELETE FROM claims WHERE id = ?", (claim,))
    return inverse


def forget(store: Store, edit: Forget) -> tuple[Edit, ...]:
    """Remove a document with its claims and all that was decided on them, for good.

    The search index is compacted, so that its words are not kept there either.
    """
    document = _document(store, edit.document)
    if document is not None:
        claims = _claims(store, document)
        # Where it came from is forgotten too, so that it can be fetched again.
        _forget_visits(store, document)
        with refiled(store.db, [*claims, *told_by(store.db, claims)]):
            leave(store.db, document)
            store.db.execute("DELETE FROM documents WHERE id = ?", (document,))
    store.db.execute("INSERT INTO texts_fts (texts_fts) VALUES ('optimize')")
    store.db.execute("INSERT INTO claims_fts (claims_fts) VALUES ('optimize')")
    return ()


def _forget_visits(store: Store, document: int) -> None:
    address = "SELECT address FROM documents WHERE id = ?"
    (address,) = store.db.execute(address, (document,)).fetchone()
    visited = [url for (url,) in store.db.execute("SELECT url FROM visits")]
    store.db.executemany(
        "DELETE FROM visits WHERE url = ?", [(url,) for url in visited if plain(url) == address]
    )


def _decided(store: Store, claim: int, key: str) -> list[Edit]:
    """The edits that would make a bare claim what this one is."""
    verdict, letter, digit, note, hidden, tags = store.db.execute(_DECISIONS, (claim,)).fetchone()
    edits: list[Edit] = []
    if verdict:
        edits.append(Judge((key,), verdict))
    if letter or digit:
        edits.append(Grade((key,), letter, digit))
    if note:
        edits.append(Note((key,), note))
    if hidden:
        edits.append(Hide((key,)))
    if tags:
        edits.append(Tag((key,), tuple(tags.split())))
    corrections = store.db.execute(_CORRECTIONS, (claim,))
    return edits + [correction(key, field, value) for field, value in corrections]


def correction(key: str, field: str, value: str) -> Edit:
    """The edit that makes a correction as it stands in its table."""
    match field:
        case "date":
            return Redate((key,), value)
        case "place":
            return Relocate((key,), tuple(json.loads(value)))
        case "chain":
            return Rechain((key,), tuple(json.loads(value)))
        case _:
            return Respan(key, Span(*json.loads(value)))


def _document(store: Store, identity: str) -> int | None:
    found = store.db.execute("SELECT id FROM documents WHERE identity = ?", (identity,)).fetchone()
    return int(found[0]) if found else None


def _claims(store: Store, document: int) -> list[int]:
    found = store.db.execute("SELECT id FROM claims WHERE document_id = ?", (document,))
    return [id for (id,) in found]


_DATED = """
SELECT claims.id, key, quote, edtf, phrase_id, role, corrections.value FROM claims
LEFT JOIN corrections ON corrections.claim_id = claims.id AND corrections.field = 'date'
WHERE document_id = ? AND hidden = 0
ORDER BY span_start, claims.id
"""
_BY_HAND = """
SELECT claims.id, identity, found_start, found_end FROM claims
JOIN documents ON documents.id = claims.document_id
WHERE key = ? AND by_hand = 1
"""
_DECISIONS = "SELECT verdict, letter, digit, note, hidden, tags FROM claims WHERE id = ?"
_CORRECTIONS = "SELECT field, value FROM corrections WHERE claim_id = ? ORDER BY field"
_DATE_WITHIN = """
UPDATE claims SET date_join = 'own', (phrase_id, role) = (
    SELECT date_phrases.id, date_phrases.role FROM date_phrases
    WHERE date_phrases.document_id = claims.document_id AND date_phrases.edtf <> ''
        AND date_phrases.span_start >= claims.span_start
        AND date_phrases.span_end <= claims.span_end
    ORDER BY date_phrases.position LIMIT 1
)
WHERE id = ?1 AND EXISTS (
    SELECT 1 FROM date_phrases
    WHERE date_phrases.document_id = claims.document_id AND date_phrases.edtf <> ''
        AND date_phrases.span_start >= claims.span_start
        AND date_phrases.span_end <= claims.span_end
)
"""
