"""Claims in the tables: what the loader found, and the claims that a person adds.

A new claim is in force as it was found: everything goes into its row at once, because each later
change would write the row, a dozen indexes and the search index again (3 of 7 ms an article).
Afterwards ``store.records.force`` keeps it up to date.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from store.model import Analysis, Claim, Document, Span
from store.records.documents import title_of
from store.records.keys import claim_key
from store.records.names import Names
from store.records.placing import PUBLICATION_CAUTIONS, columns, date_cautions, placement

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
        dating = None if claim.phrase is None else analysis.datings[claim.phrase]
        placed = columns(placement(dating, claim.role, None, document.published))
        row = (*owner, *found, *placed, *_as_found(names, document, claim))
        ids.append(db.execute(_INSERT, row).lastrowid or 0)
        _add_children(db, names, ids[-1], claim, document.text)
        _add_date_cautions(db, ids[-1], date_cautions(dating, None, document.published))
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
    keys = (claim_key(identity, span, quote, nth) for nth in count())
    return next(key for key in keys if not db.execute(_TAKEN, (key,)).fetchone())


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


def _as_found(names: Names, document: Document, claim: Claim) -> tuple[Any, ...]:
    """Origin, first place, and the words of places and chain that are searched."""
    hops = [hop.name for hop in claim.chain]
    places = list(dict.fromkeys(place.name for place in claim.places))
    return (
        names.actor((hops or [document.source])[-1]),
        names.place(places[0]) if places else None,
        "; ".join(places),
        " ← ".join((document.source, *hops)),
    )


def _add_date_cautions(db: sqlite3.Connection, claim_id: int, cautions: set[str]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO claim_cautions VALUES (?, ?, 1)",
        [(claim_id, caution) for caution in sorted(cautions)],
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


_TAKEN = "SELECT 1 FROM claims WHERE key = ?"
_INSERT = """
INSERT INTO claims (
    key, document_id, source_id, title, found_start, found_end, span_start, span_end, quote,
    rule, flag, flag_reason, timeline, cue_start, cue_end, phrase_id, role, date_join,
    edtf, earliest, latest, granularity, basis, newest, oldest,
    origin_id, place_id, places, chain
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
