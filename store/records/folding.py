"""Documents that tell the same: editions of one document, and one wire text in several outlets.

A claim that an earlier document told in the same words is *folded* under that claim (``told_by``);
it stays a claim of its own document. Where an edition tells a claim otherwise, drops or adds one,
both stand, with the caution ``edited``; claims told in several outlets are ``syndicated``.
"""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.likeness import alike, pairs
from store.records.filing import refiled
from store.sketch import ALIKE, Sketch, bands, resemblance

# Words in which outlets differ when they run one sentence: a day, a "the", a title.
SAME = 0.85
_FIGURES = re.compile(r"\d+")
# A wire text of which a thousand outlets have a copy need be compared with the first few.
_MOST = 20
# Two of a wire may share but this much, the one cut to its head, the other to its tail; what a
# digest has of two stories shares nothing.
AKIN = 0.1


class _Near(NamedTuple):
    """A document that may be a copy: its id, the first of its wire, its sketch."""

    id: int
    wire: int
    sketch: Sketch


class _Told(NamedTuple):
    """A claim on the timeline: its words, those of its date, its flag, who stands for it."""

    id: int
    quote: str
    date: str
    flag: str
    lead: int


def settle(
    db: sqlite3.Connection, document: int, sketch: Sketch, banded: Sequence[int], fresh: range
) -> list[int]:
    """Find what a new document is an edition or a copy of, and fold what it tells again.

    ``fresh`` are the claims that are listed later (``filing``). Gives the ids of claims that have
    another caution now, of this document or an earlier one.
    """
    cautioned: list[int] = []
    before = _edition_before(db, document)
    if before is None and sketch:
        cautioned = _join_wire(db, document, sketch, banded, fresh)
    if sketch:
        db.execute("INSERT INTO sketches VALUES (?, ?)", (document, array("I", sketch).tobytes()))
        db.executemany(
            "INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, document) for band in banded]
        )
    return cautioned + _fold(db, document, before)


def fold(db: sqlite3.Connection, document: int) -> list[int]:
    """Fold the claims of a document under those of earlier ones that tell the same.

    Gives the ids of claims that have another caution now, of this document or an earlier one.
    """
    db.execute("UPDATE claims SET told_by = NULL WHERE document_id = ?", (document,))
    return _fold(db, document, _edition_before(db, document))


def _fold(db: sqlite3.Connection, document: int, before: int | None) -> list[int]:
    """Fold the claims of a document none of which is folded yet, after the edition ``before``."""
    (wire,) = db.execute("SELECT wire FROM documents WHERE id = ?", (document,)).fetchone()
    if before is None and wire is None:
        return []
    mine = _claims(db, "claims.document_id = ?", document)
    cautioned: list[int] = []
    if before is not None:
        cautioned += _fold_edition(db, _claims(db, "claims.document_id = ?", before), mine)
    if wire is not None:
        cautioned += _fold_copy(db, _claims(db, _LEADS, wire, document), mine)
    return cautioned


def leave(db: sqlite3.Connection, document: int) -> None:
    """Let other claims stand for those that a document's claims stood for, before it goes."""
    heirs = db.execute(_HEIRS, (document, document)).fetchall()
    db.executemany("UPDATE claims SET told_by = NULL WHERE id = ?", [(heir,) for _, heir in heirs])
    db.executemany(
        "UPDATE claims SET told_by = ? WHERE told_by = ?", [(heir, lead) for lead, heir in heirs]
    )
    found = db.execute("SELECT sketch FROM sketches WHERE document_id = ?", (document,)).fetchone()
    if found is not None:
        db.executemany(
            "DELETE FROM bands WHERE band = ? AND document_id = ?",
            [(band, document) for band in bands(_sketch(found[0]))],
        )


def told_by(db: sqlite3.Connection, claims: Sequence[int]) -> list[int]:
    """The claims for which some claims stand."""
    return [id for (id,) in db.execute(_TOLD_BY, (json.dumps(claims),))]


def _sketch(stored: bytes) -> Sketch:
    found = array("I")
    found.frombytes(stored)
    return tuple(found)


def _claims(db: sqlite3.Connection, where: str, *values: int) -> list[_Told]:
    found = db.execute(f"{_TOLD} WHERE {where} AND timeline = 1", values)
    return [_Told(*row) for row in found]


def _edition_before(db: sqlite3.Connection, document: int) -> int | None:
    found = db.execute(_BEFORE, (document,)).fetchone()
    return int(found[0]) if found else None


# -- copies in other outlets ------------------------------------------------------------------


def _join_wire(
    db: sqlite3.Connection, document: int, sketch: Sketch, banded: Sequence[int], fresh: range
) -> list[int]:
    """Put a document to those that share its text, if other outlets have any.

    Texts that had too little in common to be copies may both be copies of what joins them.
    """
    candidates = db.execute(_CANDIDATES, (json.dumps(banded), document, _MOST))
    near = [_Near(id, wire or id, _sketch(stored)) for id, wire, stored in candidates]
    copies = [one for one in near if resemblance(sketch, one.sketch) >= ALIKE]
    if not copies:
        return []
    best = max(copies, key=lambda one: (resemblance(sketch, one.sketch), -one.id))
    joined = {one.wire for one in copies if resemblance(best.sketch, one.sketch) >= AKIN}
    wire = min(joined)
    db.execute(_JOIN, {"wire": wire, "these": json.dumps([*joined, document])})
    return _fold_again(db, wire, document, fresh) if len(joined) > 1 else []


def _fold_again(db: sqlite3.Connection, wire: int, document: int, fresh: range) -> list[int]:
    """Fold the documents of a wire anew, all that came before one."""
    before = [id for (id,) in db.execute(_MEMBERS, (wire, document))]
    claims = [id for (id,) in db.execute(_CLAIMS, (json.dumps(before),)) if id not in fresh]
    with refiled(db, claims):
        return [id for one in before for id in fold(db, one)]


def _fold_copy(db: sqlite3.Connection, others: Sequence[_Told], mine: Sequence[_Told]) -> list[int]:
    found = pairs([one.quote for one in others], [one.quote for one in mine], SAME)
    paired = [(mine[new], others[old]) for new, old in found.items()]
    same = [pair for pair in paired if _is_same(*pair)]
    _put(db, same)
    return _caution(db, "syndicated", (claim.id for pair in same for claim in pair))


# -- editions ---------------------------------------------------------------------------------


def _fold_edition(db: sqlite3.Connection, old: Sequence[_Told], new: Sequence[_Told]) -> list[int]:
    found = pairs([claim.quote for claim in old], [claim.quote for claim in new])
    paired = [(new[mine], old[theirs]) for mine, theirs in found.items()]
    same = [(mine, theirs) for mine, theirs in paired if _is_same(mine, theirs)]
    kept = {claim.id for pair in same for claim in pair}
    _put(db, same)
    return _caution(db, "edited", (claim.id for claim in (*old, *new) if claim.id not in kept))


def _is_same(one: _Told, other: _Told) -> bool:
    """In nearly the same words; another figure, date or standing is another claim."""
    figures = _FIGURES.findall(one.quote) == _FIGURES.findall(other.quote)
    alike_in = (one.flag, one.date.casefold()) == (other.flag, other.date.casefold())
    return alike_in and figures and alike(one.quote, other.quote) >= SAME


def _put(db: sqlite3.Connection, same: Iterable[tuple[_Told, _Told]]) -> None:
    db.executemany(
        "UPDATE claims SET told_by = ? WHERE id = ?", [(old.lead, new.id) for new, old in same]
    )


def _caution(db: sqlite3.Connection, caution: str, claims: Iterable[int]) -> list[int]:
    cautioned = list(claims)
    db.executemany(
        "INSERT OR IGNORE INTO claim_cautions VALUES (?, ?, 0)", [(id, caution) for id in cautioned]
    )
    return cautioned


_TOLD = """
SELECT claims.id, quote, coalesce(words, ''), flag, coalesce(told_by, claims.id)
FROM claims LEFT JOIN date_phrases ON date_phrases.id = phrase_id
"""
_BEFORE = """
SELECT other.id FROM documents AS this
JOIN documents AS other ON other.address = this.address AND other.address <> ''
WHERE this.id = ? AND other.id < this.id ORDER BY other.id DESC LIMIT 1
"""
# A wire is named after the first of its documents, which alone may not be in it yet.
_JOIN = """
UPDATE documents SET wire = :wire
WHERE id IN (SELECT value FROM json_each(:these))
    OR wire IN (SELECT value FROM json_each(:these))
"""
_MEMBERS = "SELECT id FROM documents WHERE wire = ? AND id < ? ORDER BY id"
_CLAIMS = "SELECT id FROM claims WHERE document_id IN (SELECT value FROM json_each(?))"
_CANDIDATES = """
SELECT other.id, other.wire, sketch
FROM (SELECT DISTINCT document_id FROM bands WHERE band IN (SELECT value FROM json_each(?)))
JOIN documents AS other ON other.id = document_id
JOIN sketches USING (document_id)
JOIN documents AS this ON this.id = ?
WHERE other.source_id <> this.source_id
ORDER BY other.id LIMIT ?
"""
_LEADS = """
claims.document_id IN (SELECT documents.id FROM documents WHERE wire = ? AND documents.id < ?)
AND told_by IS NULL
"""
_TOLD_BY = "SELECT id FROM claims WHERE told_by IN (SELECT value FROM json_each(?))"
_HEIRS = """
SELECT told_by, min(id) FROM claims
WHERE told_by IN (SELECT claims.id FROM claims WHERE document_id = ?) AND document_id <> ?
GROUP BY told_by
"""
