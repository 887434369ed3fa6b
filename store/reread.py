"""Reading stored documents again, with newer rules: what people decided stays.

Old and new claims of a document are paired one to one by the F1 of their words, the best pairs
first, down to 0.5. A pair keeps its key and all decisions. An old claim without a partner goes,
unless something was decided on it: then it stays and is marked as lost. A claim that a person
added stays as it is and stands for the new one it pairs with.

>>> RereadReport(documents=1, kept=4).plus(RereadReport(documents=1, new=1))
RereadReport(documents=2, kept=4, new=1, gone=0, lost=0)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from store import pipeline
from store.database import Store
from store.likeness import pairs
from store.model import Analysis, Document, Span
from store.records.claim_rows import claim_rows
from store.records.claims import (
    Owned,
    insert_claims,
    insert_relations,
    rewrite_claim,
)
from store.records.documents import document_of, title_of
from store.records.filing import file_more, refiled
from store.records.folding import fold
from store.records.force import put_in_force, put_spans
from store.records.indexing import index_claims
from store.records.names import Names
from store.records.phrases import insert_phrases, phrase_rows


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What came of it, in claims: kept under their key, new, gone, lost though decided on."""

    documents: int = 0
    kept: int = 0
    new: int = 0
    gone: int = 0
    lost: int = 0

    def plus(self, other: RereadReport) -> RereadReport:
        """Both reports in one."""
        names = [field.name for field in fields(self)]
        return RereadReport(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class _Old:
    """A stored claim: what the loader took it to be, and whether a person had to do with it."""

    id: int
    quote: str
    by_hand: bool
    decided: bool


def reread(
    store: Store,
    *,
    who: str,
    now: datetime,
    analyse: Callable[[Document], Analysis] = pipeline.analyse,
    progress: Callable[[RereadReport], None] | None = None,
) -> RereadReport:
    """Analyse every stored document again; each in a transaction of its own."""
    report = RereadReport()
    for (id,) in store.db.execute("SELECT id FROM documents ORDER BY id").fetchall():
        analysis = analyse(document_of(store.db, id))
        with store.transaction():
            report = report.plus(_replace(store, id, analysis, who, now))
        if progress is not None:
            progress(report)
    return report


def _replace(
    store: Store, document: int, analysis: Analysis, who: str, now: datetime
) -> RereadReport:
    names = Names(store.db)
    old = _old_claims(store, document, analysis.document.text)
    found = pairs(
        [claim.quote for claim in old],
        [claim.span.cut(analysis.document.text) for claim in analysis.claims],
    )
    left = [claim for index, claim in enumerate(old) if index not in found.values()]
    lost = [claim.id for claim in left if claim.decided and not claim.by_hand]
    gone = [claim.id for claim in left if not claim.decided]
    with refiled(store.db, [claim.id for claim in old]) as note:
        phrases = _new_phrases(store, document, analysis)
        rows = claim_rows(analysis)
        title = title_of(analysis.document)
        owned = Owned(document, analysis.document.source, title, rows, phrases)
        ids = _put_claims(store, names, owned, old, found)
        note(ids)
        _let_go(store, gone, lost)
        insert_relations(store.db, ids, rows)
        everything = [*ids, *(claim.id for claim in left if claim.decided)]
        put_spans(store.db, everything)
        put_in_force(store.db, names, everything)
        cautioned = fold(store.db, document)
    file_more(store.db, cautioned, "caution")
    store.db.execute(
        "UPDATE documents SET extractor = ?, read_at = ?, read_by = ? WHERE id = ?",
        (analysis.extractor, now.isoformat(), who, document),
    )
    new = len(analysis.claims) - len(found)
    return RereadReport(1, len(found), new, len(gone), len(lost))


def _old_claims(store: Store, document: int, text: str) -> list[_Old]:
    rows = store.db.execute(_OLD, (document,))
    return [
        _Old(id, Span(start, end).cut(text), bool(by_hand), bool(decided))
        for id, start, end, by_hand, decided in rows
    ]


def _new_phrases(store: Store, document: int, analysis: Analysis) -> Sequence[int]:
    """Put the new date phrases in; claims that are not read again find theirs by its place."""
    held = store.db.execute(_HELD, (document,)).fetchall()
    store.db.execute("DELETE FROM date_phrases WHERE document_id = ?", (document,))
    rows = phrase_rows(analysis.phrases, analysis.datings)
    (phrases,) = insert_phrases(store.db, [(document, rows)])
    by_place = dict(zip((phrase.span for phrase in analysis.phrases), phrases, strict=True))
    for claim, start, end in held:
        near = (id for span, id in by_place.items() if span.overlaps(Span(start, end)))
        store.db.execute("UPDATE claims SET phrase_id = ? WHERE id = ?", (next(near, None), claim))
    return phrases


def _put_claims(
    store: Store, names: Names, owned: Owned, old: Sequence[_Old], found: dict[int, int]
) -> list[int]:
    """Rewrite what was paired and add what is new; row ids in step with the rows."""
    ids: list[int] = []
    for index, row in enumerate(owned.rows):
        if index not in found:
            (new,) = insert_claims(store.db, names, [owned._replace(rows=[row])])
            index_claims(store.db, new.start, new.start)
            ids += new
            continue
        partner = old[found[index]]
        ids.append(partner.id)
        if not partner.by_hand:
            rewrite_claim(store.db, names, partner.id, row, owned.phrases)
    return ids


def _let_go(store: Store, gone: Sequence[int], lost: Sequence[int]) -> None:
    store.db.executemany("DELETE FROM claims WHERE id = ?", [(id,) for id in gone])
    store.db.executemany("UPDATE claims SET lost = 1 WHERE id = ?", [(id,) for id in lost])
    store.db.executemany("DELETE FROM claim_relations WHERE claim_id = ?", [(id,) for id in lost])
    store.db.executemany(
        "INSERT OR IGNORE INTO claim_cautions VALUES (?, 'lost-on-reread', 0)",
        [(id,) for id in lost],
    )


_OLD = """
SELECT id, found_start, found_end, by_hand,
    by_hand OR verdict IS NOT NULL OR letter IS NOT NULL OR digit IS NOT NULL
    OR note <> '' OR tags <> '' OR hidden
    OR EXISTS (SELECT 1 FROM corrections WHERE claim_id = claims.id)
FROM claims WHERE document_id = ? ORDER BY found_start, id
"""
_HELD = """
SELECT claims.id, date_phrases.span_start, date_phrases.span_end
FROM claims JOIN date_phrases ON date_phrases.id = claims.phrase_id
WHERE claims.document_id = ?
"""
