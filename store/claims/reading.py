"""A page → drafts of its claims: sentence by sentence, with what one hands on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
        if sentence.heading or (found and page.ranges[number][1] <= found[-1].content[1]):
            continue
        if sentence.paragraph != paragraph:
            paragraph, speaker = sentence.paragraph, None
        here = attributions(page, number) or narrated(page, number, placed, speaker)
        if found and here and _resumes(page, found[-1], here[0]):
            found[-1] = replace(found[-1], content=(found[-1].content[0], here.pop(0).content[1]))
        if here:
            speaker = here[-1] if here[-1].hops else None
        found += here
    return _outermost(found)


def _resumes(page: Page, before: Draft, draft: Draft) -> bool:
    """Whether a quotation goes on after its cue: "…,” he said. “…”"."""
    spoken = page.quoted[before.content[1] - 1] >= 0 and before.rule.endswith("-left")
    return spoken and draft.rule == "quotation-continued" and draft.sentence == before.sentence + 1


def _outermost(found: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, without those that lie inside the next."""
    kept: list[Draft] = []
    for draft in found:
        while kept and draft.content[0] <= kept[-1].content[0] and kept[-1].content[1] <= draft.content[1]:
            kept.pop()
        kept.append(draft)
    return kept
