"""Claims in the tables: what the loader found, and the claims that a person adds.

A claim becomes a ``ClaimRow`` first, plain values that name what has no row id yet; another
process can make them. A new claim is in force as it was found: everything goes into its row at
once, because each later change would write the row, a dozen indexes and the search index again.
Afterwards ``store.records.force`` keeps it up to date.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterable, Sequence
from itertools import count
from typing import Any, NamedTuple

from store.model import Analysis, Claim, Document, Span
from store.records.documents import title_of
from store.records.keys import claim_key
from store.records.names import Names
from store.records.placing import PUBLICATION_CAUTIONS, columns, date_cautions, placement

_CHILDREN = ("hops", "places", "hedges", "cautions", "repeats", "quantities", "relations")
_Columns = tuple[Any, ...]


class ClaimRow(NamedTuple):
    """A claim as its columns, and the columns of what hangs on it.

    ``identity`` is its document's; ``phrase`` is a position among the document's date phrases.
    ``hops`` and ``places`` begin with a name; ``relations`` are pairs of a kind and the position
    of a claim among the document's.
    """

    key: str
    identity: str
    span: Span
    quote: str
    found: _Columns
    phrase: int | None
    joined: _Columns
    placed: _Columns
    origin: str
    hops: list[_Columns]
    places: list[_Columns]
    hedges: list[_Columns]
    repeats: list[_Columns]
    quantities: list[_Columns]
    cautions: list[_Columns]
    relations: list[tuple[str, int]]

    @property
    def timeline(self) -> bool:
        """Whether it stands on the timeline."""
        return bool(self.found[3])


class Owner(NamedTuple):
    """The document that claims belong to: its row id, and what of it their rows repeat."""

    id: int
    source: str
    title: str


def claim_rows(analysis: Analysis, claims: Iterable[Claim] | None = None) -> list[ClaimRow]:
    """The rows of claims of an analysis: of all, unless told which."""
    identity = analysis.document.identity
    wanted = analysis.claims if claims is None else claims
    return [_row(analysis, identity, claim) for claim in wanted]


def _row(analysis: Analysis, identity: str, claim: Claim) -> ClaimRow:
    document = analysis.document
    quote = claim.span.cut(document.text)
    dating = None if claim.phrase is None else analysis.datings[claim.phrase]
    timed = date_cautions(dating, None, document.published)
    own = [name for name in claim.cautions if name not in PUBLICATION_CAUTIONS]
    return ClaimRow(
        key=claim_key(identity, claim.span, quote),
        identity=identity,
        span=claim.span,
        quote=quote,
        found=(claim.rule, claim.flag, claim.flag_reason, int(claim.timeline), *_pair(claim.cue)),
        phrase=claim.phrase,
        joined=(claim.role, claim.join),
        placed=columns(placement(dating, claim.role, None, document.published)),
        origin=claim.chain[-1].name if claim.chain else document.source,
        hops=[
            (h.name, h.kind, h.anonymous, *_pair(h.span), *_pair(h.antecedent)) for h in claim.chain
        ],
        places=[(p.name, p.span.cut(document.text), *p.span) for p in claim.places],
        hedges=[(hedge.kind, *hedge.span) for hedge in claim.hedges],
        repeats=[tuple(span) for span in claim.repeats],
        quantities=[(*q.span, q.low, q.high, q.counted) for q in claim.quantities],
        cautions=[*((name, 0) for name in own), *((name, 1) for name in sorted(timed))],
        relations=[(relation.kind, relation.target) for relation in claim.relations],
    )


def _pair(span: Span | None) -> tuple[int | None, int | None]:
    return span or (None, None)


def insert_claims(
    db: sqlite3.Connection,
    names: Names,
    document: Owner,
    rows: Sequence[ClaimRow],
    phrases: Sequence[int],
) -> list[int]:
    """Store claims of a document; their row ids. ``phrases`` are those of its date phrases.

    Relations are left to ``insert_relations``, which wants the ids of all claims.
    """
    (first,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM claims").fetchone()
    ids = list(range(first, first + len(rows)))
    source = names.source(document.source)
    owner = (document.id, source, document.title)
    keys = _free_keys(db, rows)
    db.executemany(
        _INSERT,
        [
            (id, key, *owner, *_all(names, document.source, row, phrases))
            for id, key, row in zip(ids, keys, rows, strict=True)
        ],
    )
    for id, row in zip(ids, rows, strict=True):
        _insert_children(db, names, id, row)
    return ids


def rewrite_claim(
    db: sqlite3.Connection, names: Names, claim_id: int, row: ClaimRow, phrases: Sequence[int]
) -> None:
    """Put a newer reading of a claim in the place of the old; decisions and key stay."""
    drop_children(db, claim_id)
    db.execute(_UPDATE, (*_found(row, phrases), claim_id))
    own = [caution for caution in row.cautions if not caution[1]]
    _insert_children(db, names, claim_id, row._replace(cautions=own))


def insert_relations(db: sqlite3.Connection, ids: Sequence[int], rows: Sequence[ClaimRow]) -> None:
    """Store how claims of one document stand to each other; ``ids`` in step with ``rows``."""
    db.executemany(
        "INSERT OR IGNORE INTO claim_relations (claim_id, kind, target_id) VALUES (?, ?, ?)",
        [
            (claim_id, kind, ids[target])
            for claim_id, row in zip(ids, rows, strict=True)
            for kind, target in row.relations
        ],
    )


def add_hand_claim(
    db: sqlite3.Connection, names: Names, document_id: int, document: Document, span: Span
) -> str:
    """Store a claim that a person marked in the text; its key."""
    quote = span.cut(document.text)
    key = _free_key(db, document.identity, span, quote)
    source = names.source(document.source)
    db.execute(
        """
        INSERT INTO claims (
            key, document_id, source_id, title, found_start, found_end, span_start, span_end, quote,
            by_hand, rule, flag, flag_reason, timeline, role, date_join
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', 'reported', 'added by hand', 1, 'event', 'none')
        """,
        (key, document_id, source, title_of(document), *span, *span, quote),
    )
    return key


def drop_children(db: sqlite3.Connection, claim_id: int) -> None:
    """Take away all that the loader found beside a claim; what a person set stays."""
    for child in _CHILDREN:
        mine = " AND by_hand = 0" if child in ("hops", "places") else ""
        db.execute(f"DELETE FROM claim_{child} WHERE claim_id = ?{mine}", (claim_id,))


def _free_keys(db: sqlite3.Connection, rows: Sequence[ClaimRow]) -> list[str]:
    """The keys of new claims, none of which any claim has: nearly always those they came with."""
    wanted = [row.key for row in rows]
    taken = {key for (key,) in db.execute(_TAKEN, (json.dumps(wanted),))}
    free: dict[str, None] = {}
    for row in rows:
        fresh = row.key not in taken and row.key not in free
        key = row.key if fresh else _free_key(db, row.identity, row.span, row.quote, free)
        free[key] = None
    return list(free)


def _free_key(
    db: sqlite3.Connection, identity: str, span: Span, quote: str, given: Container[str] = ()
) -> str:
    """The first key for a span of a document that no claim has yet."""
    keys = (claim_key(identity, span, quote, nth) for nth in count())
    free = (key for key in keys if key not in given)
    return next(key for key in free if not db.execute(_TAKEN, (json.dumps([key]),)).fetchone())


def _found(row: ClaimRow, phrases: Sequence[int]) -> _Columns:
    phrase = None if row.phrase is None else phrases[row.phrase]
    return (*row.span, *row.span, row.quote, *row.found, phrase, *row.joined)


def _all(names: Names, source: str, row: ClaimRow, phrases: Sequence[int]) -> _Columns:
    """All columns after the owner's: as found, and therefore as in force."""
    places = list(dict.fromkeys(place[0] for place in row.places))
    chain = (source, *(hop[0] for hop in row.hops))
    return (
        *_found(row, phrases),
        *row.placed,
        names.actor(row.origin),
        names.place(places[0]) if places else None,
        "; ".join(places),
        " ← ".join(chain),
        1 - row.timeline,
    )


def _insert_children(db: sqlite3.Connection, names: Names, id: int, row: ClaimRow) -> None:
    for sql, rows in (
        (_HOP, [(id, n, names.actor(hop[0]), *hop[1:]) for n, hop in enumerate(row.hops)]),
        (_PLACE, [(id, n, names.place(*p[:2]), *p[2:]) for n, p in enumerate(row.places)]),
        (_HEDGE, [(id, n, *hedge) for n, hedge in enumerate(row.hedges)]),
        (_REPEAT, [(id, n, *span) for n, span in enumerate(row.repeats)]),
        (_QUANTITY, [(id, n, *quantity) for n, quantity in enumerate(row.quantities)]),
        (_CAUTION, [(id, *caution) for caution in row.cautions]),
    ):
        if rows:
            db.executemany(sql, rows)


_TAKEN = "SELECT key FROM claims WHERE key IN (SELECT value FROM json_each(?))"
_INSERT = """
INSERT INTO claims (
    id, key, document_id, source_id, title, found_start, found_end, span_start, span_end, quote,
    rule, flag, flag_reason, timeline, cue_start, cue_end, phrase_id, role, date_join,
    edtf, earliest, latest, granularity, basis, newest,
    origin_id, place_id, places, chain, lane
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
)
"""
_UPDATE = """
UPDATE claims SET
    found_start = ?, found_end = ?, span_start = ?, span_end = ?, quote = ?,
    rule = ?, flag = ?, flag_reason = ?, timeline = ?, cue_start = ?, cue_end = ?,
    phrase_id = ?, role = ?, date_join = ?, lost = 0
WHERE id = ?
"""
_HOP = """
INSERT INTO claim_hops (
    claim_id, position, actor_id, kind, anonymous, span_start, span_end,
    antecedent_start, antecedent_end, by_hand, in_force
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1)
"""
_PLACE = """
INSERT INTO claim_places (
    claim_id, position, place_id, span_start, span_end, by_hand, in_force
) VALUES (?, ?, ?, ?, ?, 0, 1)
"""
_HEDGE = "INSERT INTO claim_hedges VALUES (?, ?, ?, ?, ?)"
_REPEAT = "INSERT INTO claim_repeats VALUES (?, ?, ?, ?)"
_QUANTITY = "INSERT INTO claim_quantities VALUES (?, ?, ?, ?, ?, ?, ?)"
_CAUTION = "INSERT OR IGNORE INTO claim_cautions VALUES (?, ?, ?)"
