"""Claims in the tables: what the loader found, and the claims that a person adds.

What is in force (date, places, chain, words searched) is put beside it by ``put_in_force``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from store.model import Analysis, Claim, Document, Span
from store.records.documents import title_of
from store.records.keys import claim_key
from store.records.names import Names

# These come from the publication date, which changes; they are worked out wherever it is read.
PUBLICATION_CAUTIONS = frozenset({"pubdate-unknown", "pubdate-guessed"})
_CHILDREN = ("hops", "places", "hedges", "cautions", "repeats", "quantities", "relations")


def add_claims(
    db: sqlite3.Connection,
    names: Names,
    document_id: int,
    analysis: Analysis,
    phrases: Sequence[int],
    claims: Sequence[Claim] | None = None,
) -> list[int]:
    """Store claims of a document (all of its analysis, unless told which); their row ids.

    ``phrases`` are the row ids of the analysis' date phrases. Relations are left to
    ``add_relations``, which wants the ids of all claims.
    """
    document = analysis.document
    source = names.source(document.source)
    ids: list[int] = []
    for claim in analysis.claims if claims is None else claims:
        key = free_key(db, document, claim.span)
        owner = (key, document_id, source, title_of(document))
        found = _found(claim, document.text, phrases)
        ids.append(db.execute(_INSERT, (*owner, *found)).lastrowid or 0)
        _add_children(db, names, ids[-1], claim, document.text)
    return ids


def rewrite_claim(
    db: sqlite3.Connection,
    names: Names,
    claim_id: int,
    claim: Claim,
    document: Document,
    phrases: Sequence[int],
) -> None:
    """Put a newer reading of a claim in the place of the old; decisions and key stay."""
    drop_children(db, claim_id)
    db.execute(_UPDATE, (*_found(claim, document.text, phrases), claim_id))
    _add_children(db, names, claim_id, claim, document.text)


def add_relations(db: sqlite3.Connection, ids: Sequence[int], claims: Sequence[Claim]) -> None:
    """Store how claims of one document stand to each other; ``ids`` in step with ``claims``."""
    db.executemany(
        "INSERT OR IGNORE INTO claim_relations (claim_id, kind, target_id) VALUES (?, ?, ?)",
        [
            (claim_id, relation.kind, ids[relation.target])
            for claim_id, claim in zip(ids, claims, strict=True)
            for relation in claim.relations
        ],
    )


def add_hand_claim(
    db: sqlite3.Connection, names: Names, document_id: int, document: Document, span: Span
) -> str:
    """Store a claim that a person marked in the text; its key."""
    key = free_key(db, document, span)
    source = names.source(document.source)
    db.execute(
        """
        INSERT INTO claims (
            key, document_id, source_id, title, found_start, found_end, span_start, span_end, quote,
            by_hand, rule, flag, flag_reason, timeline, role, date_join
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', 'reported', 'added by hand', 1, 'event', 'none')
        """,
        (key, document_id, source, title_of(document), *span, *span, span.cut(document.text)),
    )
    return key


def free_key(db: sqlite3.Connection, document: Document, span: Span) -> str:
    """The first key for a span of a document that no claim has yet."""
    identity, quote = document.identity, span.cut(document.text)
    nth = 0
    while db.execute(
        "SELECT 1 FROM claims WHERE key = ?", (claim_key(identity, span, quote, nth),)
    ).fetchone():
        nth += 1
    return claim_key(identity, span, quote, nth)


def drop_children(db: sqlite3.Connection, claim_id: int) -> None:
    """Take away all that the loader found beside a claim; what a person set stays."""
    for child in _CHILDREN:
        mine = " AND by_hand = 0" if child in ("hops", "places") else ""
        db.execute(f"DELETE FROM claim_{child} WHERE claim_id = ?{mine}", (claim_id,))


def _found(claim: Claim, text: str, phrases: Sequence[int]) -> tuple[Any, ...]:
    return (
        *(*claim.span, *claim.span, claim.span.cut(text)),
        *(claim.rule, claim.flag, claim.flag_reason, claim.timeline),
        *(claim.cue or (None, None)),
        None if claim.phrase is None else phrases[claim.phrase],
        *(claim.role, claim.join),
    )


def _add_children(
    db: sqlite3.Connection, names: Names, claim_id: int, claim: Claim, text: str
) -> None:
    db.executemany(_HOP, _hops(names, claim_id, claim))
    db.executemany(_PLACE, _places(names, claim_id, claim, text))
    db.executemany(
        "INSERT INTO claim_hedges VALUES (?, ?, ?, ?, ?)",
        [(claim_id, n, hedge.kind, *hedge.span) for n, hedge in enumerate(claim.hedges)],
    )
    db.executemany(
        "INSERT INTO claim_repeats VALUES (?, ?, ?, ?)",
        [(claim_id, n, *span) for n, span in enumerate(claim.repeats)],
    )
    db.executemany(
        "INSERT INTO claim_quantities VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (claim_id, n, *quantity.span, quantity.low, quantity.high, quantity.counted)
            for n, quantity in enumerate(claim.quantities)
        ],
    )
    db.executemany(
        "INSERT OR IGNORE INTO claim_cautions VALUES (?, ?, 0)",
        [(claim_id, caution) for caution in claim.cautions if caution not in PUBLICATION_CAUTIONS],
    )


def _hops(names: Names, claim_id: int, claim: Claim) -> Iterable[tuple[Any, ...]]:
    for position, hop in enumerate(claim.chain):
        yield (
            *(claim_id, position, names.actor(hop.name), hop.kind, hop.anonymous),
            *hop.span,
            *(hop.antecedent or (None, None)),
        )


def _places(names: Names, claim_id: int, claim: Claim, text: str) -> Iterable[tuple[Any, ...]]:
    for position, place in enumerate(claim.places):
        yield claim_id, position, names.place(place.name, place.span.cut(text)), *place.span


_INSERT = """
INSERT INTO claims (
    key, document_id, source_id, title, found_start, found_end, span_start, span_end, quote,
    rule, flag, flag_reason, timeline, cue_start, cue_end, phrase_id, role, date_join
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
