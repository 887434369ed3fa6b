"""Claims in the tables: what the loader found, and the claims that a person adds.

A new claim is in force as it was found: everything goes into its row at once, because each later
change would write the row, its lists and the search index again. Afterwards
``store.records.force`` keeps it up to date.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Sequence
from itertools import count
from typing import Any, NamedTuple

from store.model import Document, Span
from store.records.claim_rows import ClaimRow
from store.records.documents import title_of
from store.records.indexing import index_claims
from store.records.keys import claim_key
from store.records.names import Names

_CHILDREN = ("hops", "places", "hedges", "cautions", "repeats", "quantities", "relations")
_Columns = tuple[Any, ...]


class Owned(NamedTuple):
    """Claims of a document, its row id and what of it their rows repeat.

    ``phrases`` are the row ids of all its date phrases.
    """

    document: int
    source: str
    title: str
    rows: Sequence[ClaimRow]
    phrases: Sequence[int]


def insert_claims(db: sqlite3.Connection, names: Names, batch: Sequence[Owned]) -> list[range]:
    """Store claims of documents; their row ids, which follow one another.

    Relations are left to ``insert_relations``, which wants the ids of all claims of a document.
    """
    (free,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM claims").fetchone()
    ids: list[range] = []
    for owned in batch:
        ids.append(range(free, free + len(owned.rows)))
        free = ids[-1].stop
    keys = iter(_free_keys(db, [row for owned in batch for row in owned.rows]))
    db.executemany(
        _INSERT,
        [
            (id, next(keys), *_all(names, owned, row))
            for mine, owned in zip(ids, batch, strict=True)
            for id, row in zip(mine, owned.rows, strict=True)
        ],
    )
    rows = (row for owned in batch for row in owned.rows)
    _insert_children(db, names, list(zip((id for mine in ids for id in mine), rows, strict=True)))
    return ids


def rewrite_claim(
    db: sqlite3.Connection, names: Names, claim_id: int, row: ClaimRow, phrases: Sequence[int]
) -> None:
    """Put a newer reading of a claim in the place of the old; decisions and key stay."""
    drop_children(db, claim_id)
    db.execute(_UPDATE, (*_found(row, phrases), claim_id))
    own = [caution for caution in row.cautions if not caution[1]]
    _insert_children(db, names, [(claim_id, row._replace(cautions=own))])


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
    claim = db.execute(
        """
        INSERT INTO claims (
            key, document_id, source_id, title, found_start, found_end, span_start, span_end, quote,
            by_hand, rule, flag, flag_reason, timeline, role, date_join
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', 'reported', 'added by hand', 1, 'event', 'none')
        """,
        (key, document_id, source, title_of(document), *span, *span, quote),
    ).lastrowid
    index_claims(db, claim or 0, claim or 0)
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


def _all(names: Names, owned: Owned, row: ClaimRow) -> _Columns:
    """All columns after the key: as found, and therefore as in force."""
    places = list(dict.fromkeys(place[0] for place in row.places))
    chain = (owned.source, *(hop[0] for hop in row.hops))
    return (
        *(owned.document, names.source(owned.source), owned.title),
        *_found(row, owned.phrases),
        *row.placed,
        names.actor(row.origin),
        names.place(places[0]) if places else None,
        "; ".join(places),
        " ← ".join(chain),
        1 - row.timeline,
    )


def _insert_children(
    db: sqlite3.Connection, names: Names, claims: Sequence[tuple[int, ClaimRow]]
) -> None:
    for sql, rows in _children(names, claims).items():
        if rows:
            db.executemany(sql, rows)


def _children(names: Names, claims: Sequence[tuple[int, ClaimRow]]) -> dict[str, list[_Columns]]:
    """All that hangs on claims, as rows, by the statement that puts them in."""
    return {
        _HOP: [
            (id, n, names.actor(name), *columns)
            for id, row in claims
            for n, (name, *columns) in enumerate(row.hops)
        ],
        _PLACE: [
            (id, n, names.place(name, spelling), *columns)
            for id, row in claims
            for n, (name, spelling, *columns) in enumerate(row.places)
        ],
        _HEDGE: [(id, n, *hedge) for id, row in claims for n, hedge in enumerate(row.hedges)],
        _REPEAT: [(id, n, *span) for id, row in claims for n, span in enumerate(row.repeats)],
        _QUANTITY: [(id, n, *q) for id, row in claims for n, q in enumerate(row.quantities)],
        _CAUTION: [(id, *caution) for id, row in claims for caution in row.cautions],
    }


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
