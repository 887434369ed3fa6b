"""Other places of a document that say what a claim says: headlines, "the capture of X"."""

from __future__ import annotations

from collections.abc import Sequence

from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range


def repeats(page: Page, drafts: Sequence[Draft]) -> dict[int, tuple[Range, ...]]:
    """The repeats of each draft that has some, by its index."""
    return {}
