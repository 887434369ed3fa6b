"""An analysis as flat records: what extract and dates print, spans with their words.

Offsets count code points of the whole decoded file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from store import dates as engine
from store.model import Analysis, Claim, DatePhrase, Dating, Document, Span


def claim_records(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The claims of an analysis as flat records, spans as code points of the decoded file."""
    document = analysis.document
    for claim in analysis.claims:
        record = claim_record(analysis, claim, document)
        date = record["event_date"]
        record["date"] = date["edtf"] if date else None
        record["chain"] = " ← ".join(hop["name"] for hop in record["attribution_chain"])
        yield record


def claim_record(analysis: Analysis, claim: Claim, document: Document) -> dict[str, Any]:
    """One claim with its chain, date, hedges, places and relations."""
    text = document.text
    return {
        "file": document.name,
        **_span(claim.span, text),
        "attribution_chain": [
            {**_span(h.span, text), "kind": h.kind, "name": h.name, "anonymous": h.anonymous}
            for h in claim.chain
        ],
        "event_date": _event_date(analysis, claim),
        "hedges": [{**_span(h.span, text), "kind": h.kind} for h in claim.hedges],
        "flag": claim.flag,
        "flag_reason": claim.flag_reason,
        "timeline": claim.timeline,
        "places": [{**_span(p.span, text), "name": p.name} for p in claim.places],
        "relations": [
            {"type": r.kind, **_span(analysis.claims[r.target].span, text)} for r in claim.relations
        ],
        "cautions": list(claim.cautions),
        "rule": claim.rule,
    }


def _event_date(analysis: Analysis, claim: Claim) -> dict[str, Any] | None:
    if claim.phrase is None:
        return None
    phrase, dating = analysis.phrases[claim.phrase], analysis.datings[claim.phrase]
    return {**_dating(phrase, dating, analysis.document.text), "role": claim.role}


def date_records(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The date phrases of an analysis with what they come to, and why in words."""
    document = analysis.document
    for phrase, dating in zip(analysis.phrases, analysis.datings, strict=True):
        record = _dating(phrase, dating, document.text)
        yield {"file": document.name, **record, "why": engine.explain(phrase, dating)}


def _dating(phrase: DatePhrase, dating: Dating, text: str) -> dict[str, Any]:
    return {
        **_span(phrase.span, text),
        "edtf": dating.edtf or None,
        "earliest": dating.earliest,
        "latest": dating.latest,
        "granularity": dating.granularity,
        "role": dating.role,
        "rule": dating.rule,
        "anchor": dating.anchor or None,
        "anchor_kind": dating.anchor_kind,
        "confidence": dating.confidence,
        "alternatives": list(dating.alternatives),
        "cautions": list(dating.cautions),
        "timex": dating.timex,
    }


def _span(span: Span | None, text: str) -> dict[str, Any]:
    """Where something stands and its words; a hop that the text does not name stands nowhere."""
    start, end = span or (None, None)
    return {"start": start, "end": end, "text": span.cut(text) if span else ""}
