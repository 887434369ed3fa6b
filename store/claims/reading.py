"""A page → drafts of its claims: sentence by sentence, with what one hands on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from store.claims.attribution import attributions
from store.claims.drafts import Draft
from store.claims.narration import narrated
from store.claims.page import Page
from store.model import PlaceMention


def drafts(page: Page, places: Sequence[PlaceMention]) -> list[Draft]:
    """The drafts of all claims of a page, in order."""
    placed = {i for place in places for i in range(*page.words.inside(place.span))}
    found: list[Draft] = []
    speaker: Draft | None = None
    paragraph = -1
    for number, sentence in enumerate(page.sentences):
        if sentence.heading:
            continue
        if sentence.paragraph != paragraph:
            paragraph, speaker = sentence.paragraph, None
        here = attributions(page, number) or narrated(page, number, placed, speaker)
        if here:
            speaker = here[-1] if here[-1].hops else None
        found += here
    return found
