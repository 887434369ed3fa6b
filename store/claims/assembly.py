"""Drafts → claims: chain, places, date, hedges, flag."""

from __future__ import annotations

from collections.abc import Sequence

from store.claims.actors import hop
from store.claims.drafts import Draft
from store.claims.page import Page
from store.model import Claim, PlaceMention


def assemble(page: Page, drafts: Sequence[Draft], places: Sequence[PlaceMention]) -> tuple[Claim, ...]:
    """The claims of a page."""
    return tuple(_claim(page, draft, places) for draft in drafts)


def _claim(page: Page, draft: Draft, places: Sequence[PlaceMention]) -> Claim:
    span = page.span(*draft.content)
    return Claim(
        span,
        draft.rule,
        "claimed" if draft.hops else "reported",
        "",
        True,
        chain=tuple(hop(page, r) for r in draft.hops),
        places=tuple(p for p in places if p.span.overlaps(span)),
    )
