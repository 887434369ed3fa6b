"""A sentence → who says what in it: cues with their sources and contents."""

from __future__ import annotations

import re

from store.claims import content, links, openings
from store.claims.cue import Cue
from store.claims.cues import cues
from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range

_OPENING = 3
_SMALL = dict.fromkeys(map(ord, "DORPVX,.'\""))
_VERBAL = re.compile("[ACEv]")
_FINITE = re.compile("[AE]")
_ABOUT = frozenset(("of", "about", "о", "об", "про"))
_SILENCE = frozenset(("unverified", "no-comment", "corrected"))


def attributions(page: Page, number: int) -> list[Draft]:
    """The attributed claims of a sentence, in order."""
    first, end = openings.start(page, number), page.ranges[number][1]
    if page.has("self", *page.ranges[number]):
        return []
    heard = list(cues(page, first, end))
    if not heard:
        return []
    found: list[Draft] = []
    for place, cue in enumerate(heard):
        before = heard[place - 1] if place else None
        after = heard[place + 1] if place + 1 < len(heard) else None
        spans = content.contents(page, cue, before, after, first, end)
        found += [_draft(number, cue, span) for span in spans if says_something(page, cue, span)]
    return links.chained(page, _nested(page, found), first, end)


def _nested(page: Page, found: list[Draft]) -> list[Draft]:
    """The drafts without those whose content is only another's attribution, which stands inside."""
    kept: list[Draft] = []
    for draft in found:
        around = kept[-1] if kept else None
        if around is not None and _opens(around, draft):
            if not _hands_on(page, draft):
                continue
            kept.pop()
            draft = draft._replace(hops=(*around.hops, *draft.hops))
        kept.append(draft)
    return kept


def _opens(around: Draft, draft: Draft) -> bool:
    """Whether a draft's source or cue stands right at the start of another's content."""
    ends = [span[0] for span in (draft.source, draft.cue) if span]
    start = min(ends, default=draft.content[0])
    first = around.content[0]
    return first <= start <= first + _OPENING and draft.content != around.content


def _hands_on(page: Page, draft: Draft) -> bool:
    """Whether a draft hands on what someone said, and does not tell of an order or a count."""
    first = draft.content[0]
    said = page.codes[first - 1] in 'T:"' or page.quoted[first] >= 0
    return said or draft.label in ("nominal", "attribution", "show")


def _draft(number: int, cue: Cue, span: Range) -> Draft:
    source = cue.source
    hops = (source,) if source else ()
    rule = f"{cue.label}-{cue.side}"
    return Draft(span, number, rule, (cue.first, cue.end), cue.label, source, hops)


def says_something(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content is more than a word that points back: "it", "the allegation"."""
    first, end = span
    kept = max(first, cue.end) if first == cue.first else first
    if first == cue.first and cue.end - cue.first > 1:
        return True
    codes = page.codes[kept:end]
    rest = len(codes.translate(_SMALL))
    if not rest:
        return False
    label = page.vocabulary.cues[cue.label]
    if label.judges or (label.keeps and label.denies and first == cue.first):
        told = "E" in codes or "N" in codes
        return label.judges or told or not page.has("heads", first, end)
    if "#" in codes or page.quoted[first] >= 0 or _counted(page, kept, end):
        return True
    verbal = _VERBAL.search(codes)
    if (rest == 1 and not verbal) or _notes(page, cue, span) or _is_scrap(page, cue, span):
        return False
    pointing = codes[0] in "DOR" and rest <= 2 and page.has("heads", kept, end)
    return "N" in codes or verbal is not None or not pointing


def _counted(page: Page, first: int, end: int) -> bool:
    """Whether a content has a number in words that is no pronoun."""
    return any(page.codes[hit.start] not in "DOR" for hit in page.within("number", first, end))


def _is_scrap(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content is only the object or the place of a verb: "its focus", "in channels"."""
    first, end = span
    if cue.label not in ("say", "tell") or cue.side != "right" or page.codes[first - 1] in 'T:"':
        return False
    place = page.codes[first] == "P" and page.words.low[first] not in _ABOUT
    if not place and page.codes[first] not in "On":
        return False
    return not (_FINITE.search(page.codes, first, end) or page.has("event", first, end))


def _notes(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content only says that nothing is known, which is a note on other claims."""
    if cue.label == "nominal" or span[1] - span[0] > 16 or page.has("event", *span):
        return False
    return any(
        page.labelled("note", kind, *span) for kind in ("unverified", "no-comment", "corrected")
    )
