"""Date phrases in the tables, with what they come to now, and resolved again when asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from store.model import DatePhrase, Dating, Publication

DATING = """
    date_phrases.edtf, date_phrases.earliest, date_phrases.latest, date_phrases.granularity,
    date_phrases.extent, date_phrases.role, date_phrases.rule, date_phrases.anchor,
    date_phrases.anchor_kind, date_phrases.confidence, date_phrases.alternatives,
    date_phrases.cautions, date_phrases.timex
"""
DATING_WIDTH = 13
PhraseRow = tuple[Any, ...]


def phrase_rows(phrases: Sequence[DatePhrase], datings: Sequence[Dating]) -> list[PhraseRow]:
    """Date phrases with their datings, in step, as columns from ``position`` on."""
    from store.dates import dump

    return [
        (position, *phrase.span, phrase.text, dump(phrase), *_values(dating))
        for position, (phrase, dating) in enumerate(zip(phrases, datings, strict=True))
    ]


def edtf_of(row: PhraseRow) -> str:
    """What the date phrase of a row comes to."""
    return str(row[5])


def insert_phrases(
    db: sqlite3.Connection, batch: Sequence[tuple[int, Sequence[PhraseRow]]]
) -> list[range]:
    """Store the date phrases of documents, given by their row ids; the row ids of the phrases."""
    (free,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM date_phrases").fetchone()
    ids: list[range] = []
    for _, rows in batch:
        ids.append(range(free, free + len(rows)))
        free = ids[-1].stop
    db.executemany(
        _INSERT,
        [
            (id, document, *row)
            for mine, (document, rows) in zip(ids, batch, strict=True)
            for id, row in zip(mine, rows, strict=True)
        ],
    )
    return ids


def stored_phrases(db: sqlite3.Connection, document_id: int) -> dict[int, DatePhrase]:
    """The date phrases of a document by row id, in the order of the text."""
    from store.dates import load

    rows = db.execute(
        "SELECT id, meaning FROM date_phrases WHERE document_id = ? ORDER BY position",
        (document_id,),
    )
    return {phrase_id: load(meaning) for phrase_id, meaning in rows}


def resolved_again(
    db: sqlite3.Connection, document_id: int, published: Publication | None
) -> dict[int, Dating]:
    """What the phrases of a document come to under a publication date, by row id."""
    from store.dates import resolve

    phrases = stored_phrases(db, document_id)
    return dict(zip(phrases, resolve(tuple(phrases.values()), published), strict=True))


def redate_phrases(db: sqlite3.Connection, document_id: int, published: Publication | None) -> None:
    """Resolve the phrases of a document again and store what they come to."""
    again = resolved_again(db, document_id, published)
    db.executemany(_UPDATE, [(*_values(dating), phrase) for phrase, dating in again.items()])


def dating_of(columns: Sequence[Any]) -> Dating | None:
    """A dating from the columns ``DATING``; None where a claim has no phrase."""
    if columns[0] is None:
        return None
    edtf, earliest, latest, granularity, extent, role, rule, anchor, anchor_kind = columns[:9]
    confidence, alternatives, cautions, timex = columns[9:]
    return Dating(
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        granularity=granularity,
        extent=extent,
        role=role,
        rule=rule,
        anchor=anchor,
        anchor_kind=anchor_kind,
        confidence=confidence,
        alternatives=tuple(json.loads(alternatives)),
        cautions=tuple(json.loads(cautions)),
        timex=timex,
    )


def _values(dating: Dating) -> tuple[Any, ...]:
    return (
        *(dating.edtf, dating.earliest, dating.latest, dating.granularity, dating.extent),
        *(dating.role, dating.rule, dating.anchor, dating.anchor_kind, dating.confidence),
        json.dumps(dating.alternatives) if dating.alternatives else "[]",
        json.dumps(dating.cautions) if dating.cautions else "[]",
        dating.timex,
    )


_INSERT = """
INSERT INTO date_phrases (
    id, document_id, position, span_start, span_end, words, meaning,
    edtf, earliest, latest, granularity, extent, role, rule, anchor, anchor_kind,
    confidence, alternatives, cautions, timex
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE date_phrases SET
    edtf = ?, earliest = ?, latest = ?, granularity = ?, extent = ?, role = ?, rule = ?,
    anchor = ?, anchor_kind = ?, confidence = ?, alternatives = ?, cautions = ?, timex = ?
WHERE id = ?
"""
