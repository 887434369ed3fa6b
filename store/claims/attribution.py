"""A sentence → who says what in it: cues with their sources and contents."""

from __future__ import annotations

from dataclasses import replace

from store.claims import content, links, openings
from store.claims.cues import Cue, cues
from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range


def attributions(page: Page, number: int) -> list[Draft]:
    """The attributed claims of a sentence, in order."""
    first, end = openings.start(page, number), page.ranges[number][1]
    if page.has("comment", *page.ranges[number], "self"):
        return []
    heard = list(cues(page, first, end))
    found: list[Draft] = []
    for place, cue in enumerate(heard):
        before = heard[place - 1] if place else None
        after = heard[place + 1] if place + 1 < len(heard) else None
        spans = content.contents(page, cue, before, after, first, end)
        found += [_draft(number, cue, span) for span in spans if says_something(page, cue, span)]
    return links.chained(page, _nested(found), first, end)


def _nested(found: list[Draft]) -> list[Draft]:
    """The drafts without those whose content is only another's attribution, which stands inside."""
    kept: list[Draft] = []
    for draft in found:
        start = (
            min(draft.source[0], draft.cue[0]) if draft.source and draft.cue else draft.content[0]
        )
        around = kept[-1] if kept else None
        if (
            around
            and around.content[0] <= start <= around.content[0] + 2
            and draft.content != around.content
        ):
            kept.pop()
            draft = replace(draft, hops=(*around.hops, *draft.hops))
        kept.append(draft)
    return kept


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
    if first == cue.first and cue.end - cue.first > 1:
        return True
    if not rest:
        return False
    if any(page.codes[i] == "#" or page.at("number", i) for i in rest) or page.quoted[first] >= 0:
        return True
    verbal = any(page.codes[i] in "ACEv" for i in range(kept, end))
    if (len(rest) == 1 and not verbal) or _notes(page, cue, span):
        return False
    named = any(page.codes[i] == "N" for i in rest)
    pointing = page.codes[kept] in "DOR" and page.has("heads", kept, end) and len(rest) <= 2
    return named or verbal or not pointing


def _notes(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content only says that nothing is known, which is a note on other claims."""
    if cue.label == "nominal" or span[1] - span[0] > 16 or page.has("event", *span):
        return False
    return any(page.has("note", *span, kind) for kind in ("unverified", "no-comment"))
