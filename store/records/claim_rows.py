"""A claim as plain columns, which name what has no row id yet; any process can make them.

>>> ClaimRow.timeline.__doc__
'Whether it stands on the timeline.'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from store.model import Analysis, Claim, Span
from store.records.keys import claim_key
from store.records.placing import PUBLICATION_CAUTIONS, columns, date_cautions, placement

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
