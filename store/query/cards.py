"""Everything there is to know of one claim, put together from its tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from store.database import Store
from store.model import Span
from store.query.page import rows
from store.query.views import (
    CardDate,
    CardHedge,
    CardHop,
    CardPlace,
    CardQuantity,
    CardRelation,
    ClaimCard,
)
from store.records.phrases import DATING, DATING_WIDTH, dating_of


def claim(store: Store, id: int) -> ClaimCard | None:
    """The card of a claim; None if there is no such claim any more."""
    found = rows(store, [id])
    if not found:
        return None
    row = store.db.execute(_CLAIM, (id,)).fetchone()
    return ClaimCard(
        row=found[0],
        span=Span(*row[0:2]),
        cue=_span(row[2:4]),
        title=row[4],
        rule=row[5],
        extractor=row[6],
        flag_reason=row[7],
        chain=_chain(store, id),
        repeats=tuple(Span(*span) for span in store.db.execute(_REPEATS, (id,))),
        places=tuple(CardPlace(n, _span(s)) for n, *s in store.db.execute(_PLACES, (id,))),
        hedges=_hedges(store, id, row[12]),
        quantities=_quantities(store, id),
        relations=_relations(store, id),
        cautions=tuple(caution for (caution,) in store.db.execute(_CAUTIONS, (id,))),
        date=_date(store, id),
        letter=row[8] or row[9] or "",
        own_letter=row[8] or "",
        digit=row[10] or "",
        note=row[11],
    )


def explain(store: Store, id: int) -> str:
    """Why a claim stands on its date, in sentences: phrase, rule, anchor, value, alternatives."""
    from store import dates
    from store.records.phrases import stored_phrases

    row = store.db.execute(_DATED, (id,)).fetchone()
    if row is None:
        return "There is no such claim."
    document, phrase, basis, edtf, by_hand = row[-5:]
    sentences = [f"The date {by_hand} was set by hand."] if by_hand else []
    dating = dating_of(row[:DATING_WIDTH])
    if dating is not None:
        sentences.append(dates.explain(stored_phrases(store.db, document)[phrase], dating))
    elif not by_hand:
        sentences.append("No date phrase belongs to this claim.")
    if basis == "bound":
        sentences.append(f"It cannot be later than its document: {edtf}.")
    elif basis == "undated" and not edtf:
        sentences.append("The publication date of its document is unknown, so it has no day.")
    return "\n".join(sentences)


def _span(columns: Sequence[Any]) -> Span | None:
    start, end = columns
    return None if start is None else Span(start, end)


def _chain(store: Store, id: int) -> tuple[CardHop, ...]:
    return tuple(
        CardHop(name, kind, bool(anonymous), _span(spans[:2]), _span(spans[2:]))
        for name, kind, anonymous, *spans in store.db.execute(_HOPS, (id,))
    )


def _hedges(store: Store, id: int, text: str) -> tuple[CardHedge, ...]:
    return tuple(
        CardHedge(kind, Span(start, end), text[start:end])
        for kind, start, end in store.db.execute(_HEDGES, (id,))
    )


def _quantities(store: Store, id: int) -> tuple[CardQuantity, ...]:
    return tuple(
        CardQuantity(Span(start, end), low, high, counted)
        for start, end, low, high, counted in store.db.execute(_QUANTITIES, (id,))
    )


def _relations(store: Store, id: int) -> tuple[CardRelation, ...]:
    return tuple(
        CardRelation(kind, other, key, quote, bool(incoming))
        for kind, other, key, quote, incoming in store.db.execute(_RELATIONS, (id, id))
    )


def _date(store: Store, id: int) -> CardDate | None:
    row = store.db.execute(_DATED, (id,)).fetchone()
    dating = dating_of(row[:DATING_WIDTH])
    start, end, words, role = row[DATING_WIDTH : DATING_WIDTH + 4]
    return CardDate(Span(start, end), words, role, dating) if dating else None


_CLAIM = """
SELECT span_start, span_end, cue_start, cue_end, claims.title, rule, documents.extractor,
    flag_reason, letter, sources.reliability, digit, note, texts.text
FROM claims
JOIN documents ON documents.id = claims.document_id
JOIN texts ON texts.document_id = claims.document_id
JOIN sources ON sources.id = claims.source_id
WHERE claims.id = ?
"""
_DATED = f"""
SELECT {DATING}, date_phrases.span_start, date_phrases.span_end, words, claims.role,
    claims.document_id, phrase_id, claims.basis, claims.edtf, corrections.value
FROM claims
LEFT JOIN date_phrases ON date_phrases.id = claims.phrase_id
LEFT JOIN corrections ON corrections.claim_id = claims.id AND corrections.field = 'date'
WHERE claims.id = ?
"""
_HOPS = """
SELECT name, kind, anonymous, span_start, span_end, antecedent_start, antecedent_end
FROM claim_hops JOIN actors ON actors.id = actor_id
WHERE claim_id = ? AND in_force = 1 ORDER BY position
"""
_PLACES = """
SELECT name, span_start, span_end FROM claim_places JOIN places ON places.id = place_id
WHERE claim_id = ? AND in_force = 1 ORDER BY position
"""
_HEDGES = "SELECT kind, span_start, span_end FROM claim_hedges WHERE claim_id = ? ORDER BY position"
_REPEATS = "SELECT span_start, span_end FROM claim_repeats WHERE claim_id = ? ORDER BY position"
_QUANTITIES = """
SELECT span_start, span_end, low, high, counted FROM claim_quantities
WHERE claim_id = ? ORDER BY position
"""
_CAUTIONS = """
SELECT DISTINCT caution FROM claim_cautions WHERE claim_id = ? ORDER BY caution
"""
_RELATIONS = """
SELECT kind, target_id, key, quote, 0 FROM claim_relations JOIN claims ON claims.id = target_id
WHERE claim_id = ?
UNION ALL
SELECT kind, claim_id, key, quote, 1 FROM claim_relations JOIN claims ON claims.id = claim_id
WHERE target_id = ?
"""
