"""A sentence → who says what in it: cues with their sources and contents."""

from __future__ import annotations

from store.claims import content, links, openings
from store.claims.cues import Cue, cues
from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range


def attributions(page: Page, number: int) -> list[Draft]:
    """The attributed claims of a sentence, in order."""
    first, end = openings.start(page, number), page.ranges[number][1]
    heard = list(cues(page, first, end))
    found: list[Draft] = []
    for place, cue in enumerate(heard):
        before = heard[place - 1] if place else None
        after = heard[place + 1] if place + 1 < len(heard) else None
        spans = content.contents(page, cue, before, after, first, end)
        found += [_draft(number, cue, span) for span in spans if says_something(page, cue, span)]
    return links.chained(page, found, first, end)


def _draft(number: int, cue: Cue, span: Range) -> Draft:
    source = cue.source
    hops = (source,) if source else ()
    rule = f"{cue.label}-{cue.side}"
    return Draft(span, number, rule, (cue.first, cue.end), cue.label, source, hops)


def says_something(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content is more than a word that points back: "it", "the allegation"."""
    first, end = span
    kept = max(first, cue.end) if first == cue.first else first
    rest = [i for i in range(kept, end) if page.codes[i] not in "DORPVX,.'\""]
    if not rest:
        return False
    if any(page.codes[i] == "#" for i in rest) or page.quoted[first] >= 0:
        return True
    if len(rest) == 1:
        return False
    return not (page.codes[kept] in "DOR" and page.has("heads", kept, end) and len(rest) <= 2)
