"""What the loader warns of: sources that are unnamed, missing or a party, places in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from store.claims.drafts import Draft
from store.claims.page import Page
from store.model import Hop, PlaceMention


def cautions(
    page: Page, draft: Draft, chain: Sequence[Hop], places: Sequence[PlaceMention]
) -> tuple[str, ...]:
    """The cautions of a claim, in alphabetical order."""
    found = {"no-attribution"} if not chain else set()
    if chain and chain[-1].anonymous:
        found.add("unnamed-source")
    return tuple(sorted(found))
