"""What is in force of a claim: the loader's findings, overlaid with a person's corrections.

Each function brings one aspect of the claims named by row ids up to date, from the tables alone,
so that a correction, its undo, a new publication date and a new reading all end the same way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from store.model import Dating, Publication, Role, Span
from store.records.documents import publication_of
from store.records.names import Names
from store.records.phrases import DATING, DATING_WIDTH, dating_of
from store.records.placing import columns, date_cautions, placement

_THESE = "(SELECT value FROM json_each(?))"


def put_in_force(db: sqlite3.Connection, names: Names, ids: Sequence[int]) -> None:
    """Bring chain, places and date of claims up to date; spans change by hand alone."""
    put_chains(db, names, ids)
    put_places(db, names, ids)
    put_dates(db, ids)


def put_spans(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    """The span set by hand, else the one found; and the words it covers."""
    rows = db.execute(_SPANS, (json.dumps(ids),)).fetchall()
    spans = [(claim_id, Span(*json.loads(value)), text) for claim_id, value, text in rows]
    db.executemany(
        "UPDATE claims SET span_start = ?, span_end = ?, quote = ? WHERE id = ?",
        [(*span, span.cut(text), claim_id) for claim_id, span, text in spans],
    )


def put_chains(db: sqlite3.Connection, names: Names, ids: Sequence[int]) -> None:
    """The chain set by hand, else the one found; the origin; the words to search."""
    for claim_id, hops in _overlaid(db, "hops", "chain", ids):
        actors = [names.actor(name) for name in hops]
        db.executemany(_HAND_HOP, [(claim_id, n, actor, actor) for n, actor in enumerate(actors)])
    rows = db.execute(_CHAINS, (json.dumps(ids),)).fetchall()
    chains = [(claim_id, [source, *json.loads(hops)]) for claim_id, source, hops in rows]
    db.executemany(
        "UPDATE claims SET origin_id = ?, chain = ? WHERE id = ?",
        [(names.actor(chain[-1]), " ← ".join(chain), claim_id) for claim_id, chain in chains],
    )


def put_places(db: sqlite3.Connection, names: Names, ids: Sequence[int]) -> None:
    """The places set by hand, else those found; the first of them; the words to search."""
    for claim_id, places in _overlaid(db, "places", "place", ids):
        db.executemany(
            _HAND_PLACE, [(claim_id, n, names.place(name)) for n, name in enumerate(places)]
        )
    db.execute(_PLACES, (json.dumps(ids),))


def put_dates(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    """The date set by hand, else its phrase's, else the bound; the place on the timeline."""
    rows = db.execute(f"{_DATES} WHERE claims.id IN {_THESE}", (json.dumps(ids),)).fetchall()
    dates = [(row[-1], *_date(row)) for row in rows]
    db.executemany(
        _PLACED,
        [
            (*columns(placement(dating, role, by_hand, published)), claim_id)
            for claim_id, dating, role, by_hand, published in dates
        ],
    )
    db.execute(_DROP_DATE_CAUTIONS, (json.dumps(ids),))
    db.executemany(
        "INSERT OR IGNORE INTO claim_cautions VALUES (?, ?, 1)",
        [
            (claim_id, caution)
            for claim_id, dating, _, by_hand, published in dates
            for caution in sorted(date_cautions(dating, by_hand, published))
        ],
    )


def dates_in_force(db: sqlite3.Connection) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Row id and date columns of every claim as they should be, in the order of the ids."""
    for row in db.execute(f"{_DATES} ORDER BY claims.id"):
        yield row[-1], columns(placement(*_date(row)))


def _date(row: Sequence[Any]) -> tuple[Dating | None, Role, str | None, Publication | None]:
    """Dating, role, date set by hand and publication, from the columns of ``_DATES``."""
    role, by_hand, *published = row[DATING_WIDTH : DATING_WIDTH + 5]
    return dating_of(row[:DATING_WIDTH]), role, by_hand, publication_of(published)


def _overlaid(
    db: sqlite3.Connection, child: str, field: str, ids: Sequence[int]
) -> list[tuple[int, list[str]]]:
    """Clear what was set by hand and let the loader's count where nothing is set any more.

    Returns the names that are set by hand now, by claim, to be put in.
    """
    these = json.dumps(ids)
    db.execute(f"DELETE FROM claim_{child} WHERE by_hand = 1 AND claim_id IN {_THESE}", (these,))
    db.execute(
        f"""
        UPDATE claim_{child} SET in_force = claim_id NOT IN (
            SELECT claim_id FROM corrections WHERE field = ?
        )
        WHERE claim_id IN {_THESE}
        """,
        (field, these),
    )
    found = db.execute(
        f"SELECT claim_id, value FROM corrections WHERE field = ? AND claim_id IN {_THESE}",
        (field, these),
    ).fetchall()
    return [(claim_id, json.loads(value)) for claim_id, value in found]


_SPANS = f"""
SELECT claims.id, coalesce(corrections.value, json_array(found_start, found_end)), texts.text
FROM claims
JOIN texts ON texts.document_id = claims.document_id
LEFT JOIN corrections ON corrections.claim_id = claims.id AND corrections.field = 'span'
WHERE claims.id IN {_THESE}
"""
# An actor that was met in a text before is of the kind it had there.
_HAND_HOP = """
INSERT INTO claim_hops (claim_id, by_hand, position, in_force, actor_id, kind, anonymous)
VALUES (?, 1, ?, 1, ?, coalesce(
    (
        SELECT kind FROM claim_terms JOIN claim_hops ON claim_hops.claim_id = claim_terms.claim_id
        WHERE field = 5 AND value = ? AND actor_id = value AND by_hand = 0 LIMIT 1
    ), 'person'
), 0)
"""
_CHAINS = f"""
SELECT claims.id, sources.name, (
    SELECT json_group_array(name) FROM (
        SELECT actors.name FROM claim_hops
        JOIN actors ON actors.id = claim_hops.actor_id
        WHERE claim_hops.claim_id = claims.id AND in_force = 1
        ORDER BY position
    )
)
FROM claims JOIN sources ON sources.id = claims.source_id
WHERE claims.id IN {_THESE}
"""
_HAND_PLACE = """
INSERT INTO claim_places (claim_id, by_hand, position, in_force, place_id)
VALUES (?, 1, ?, 1, ?)
"""
_PLACES = f"""
UPDATE claims SET
    place_id = (
        SELECT place_id FROM claim_places
        WHERE claim_id = claims.id AND in_force = 1 ORDER BY position LIMIT 1
    ),
    places = coalesce((
        SELECT group_concat(name, '; ') FROM (
            SELECT DISTINCT places.name FROM claim_places
            JOIN places ON places.id = claim_places.place_id
            WHERE claim_places.claim_id = claims.id AND in_force = 1
            ORDER BY position
        )
    ), '')
WHERE id IN {_THESE}
"""
_DATES = f"""
SELECT {DATING}, claims.role, corrections.value,
    documents.published, documents.published_basis, documents.published_zone, claims.id
FROM claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN date_phrases ON date_phrases.id = claims.phrase_id
LEFT JOIN corrections ON corrections.claim_id = claims.id AND corrections.field = 'date'
"""
_PLACED = """
UPDATE claims SET edtf = ?, earliest = ?, latest = ?, granularity = ?, basis = ?,
    newest = ?
WHERE id = ?
"""
_DROP_DATE_CAUTIONS = f"DELETE FROM claim_cautions WHERE from_date = 1 AND claim_id IN {_THESE}"
