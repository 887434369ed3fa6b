"""A sentence → who says what in it: cues with their sources and contents."""

from __future__ import annotations

from store.claims import content, links, openings
from store.claims.cue import Cue
from store.claims.cues import cues
from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.substance import substantial

_OPENING = 3


def attributions(page: Page, number: int) -> list[Draft]:
    """The attributed claims of a sentence, in order."""
    first, end = openings.start(page, number), page.ranges[number][1]
    if page.has("self", first, end):
        return []
    heard = [cue for cue in cues(page, first, end) if cue.side != "none"]
    if not heard:
        return []
    found: list[Draft] = []
    for place, cue in enumerate(heard):
        before = heard[place - 1] if place else None
        after = heard[place + 1] if place + 1 < len(heard) else None
        spans = content.contents(page, cue, before, after, first, end)
        told = (span for span in spans if substantial(page, cue, span))
        found += [_draft(number, cue, _readable(page, cue, span)) for span in told]
    return links.chained(page, _nested(page, found), first, end)


def _nested(page: Page, found: list[Draft]) -> list[Draft]:
    """The drafts without those whose content is only another's attribution, which stands inside."""
    kept: list[Draft] = []
    for draft in found:
        around = kept[-1] if kept else None
        if around is not None and around.label == "show" and around.content == draft.content:
            draft = kept.pop()._replace(hops=(*draft.hops, *around.hops))  # "images show …, X said"
        elif around is not None and _opens(around, draft):
            cue = page.vocabulary.cues[around.label]
            denies = cue.denies
            if denies and not cue.judges and _is_nobodys(draft):
                continue
            if around.label != "nominal" and not _hands_on(page, around, draft):
                continue
            kept.pop()
            if not denies:
                draft = draft._replace(hops=(*around.hops, *draft.hops))
        kept.append(draft)
    return kept


def _opens(around: Draft, draft: Draft) -> bool:
    """Whether a draft's source or cue stands right at the start of another's content."""
    ends = [span[0] for span in (draft.source, draft.cue) if span]
    start = min(ends, default=draft.content[0])
    first = around.content[0]
    inside = first <= start <= min(first + _OPENING, around.content[1] - 1)
    if around.label == "accuse" and draft.content[0] >= around.content[1]:
        return False  # "blamed the rebels, who said that …"
    return inside and draft.content != around.content


def _is_nobodys(draft: Draft) -> bool:
    """Whether a draft rests on a noun alone: "denied reports of a retreat" is one denial."""
    if draft.label != "nominal" or draft.cue is None:
        return False
    return draft.source is None or draft.source[0] <= draft.cue[0] < draft.source[1]


def _hands_on(page: Page, around: Draft, draft: Draft) -> bool:
    """Whether a draft hands on what someone said, and does not tell of an order or a count."""
    first = draft.content[0]
    if around.cue and page.codes[around.cue[0]] == ":":
        return True  # "Reuters: officials believe …"
    said = page.codes[first - 1] in 'T:"' or page.quoted[first] >= 0
    return said or draft.label in ("nominal", "attribution", "show")


def _readable(page: Page, cue: Cue, span: Range) -> Range:
    """A content, with its cue if it is a mere figure: "counted 31", «сообщил о двух»."""
    first, end = span
    bound = page.at("bound", first)
    first = bound.end if bound else first + (page.codes[first] == "P")
    figure = all(page.codes[i] == "#" or page.at("number", i) for i in range(first, end))
    counts = figure and cue.side == "right" and page.codes[cue.first] != ":"
    return (cue.first, end) if counts else span


def _draft(number: int, cue: Cue, span: Range) -> Draft:
    source = cue.source
    hops = (source,) if source else ()
    rule = f"{cue.label}-{cue.side}"
    return Draft(span, number, rule, (cue.first, cue.end), cue.label, source, hops)
