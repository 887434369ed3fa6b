"""Drafts → claims: chain, places, date, hedges, relations, flag and cautions put together."""

from __future__ import annotations

from collections.abc import Sequence

from store.claims import cautions, dating, flags, quantities, relating, repeats, timeline
from store.claims.coreference import chains
from store.claims.dating import Joined
from store.claims.drafts import Draft
from store.claims.hedging import Limit, limits, once
from store.claims.page import Page
from store.claims.relating import Link, links
from store.model import Claim, Hedge, Hop, PlaceMention, Relation


def assemble(
    page: Page, drafts: Sequence[Draft], places: Sequence[PlaceMention]
) -> tuple[Claim, ...]:
    """The claims of a page."""
    sourced = chains(page, drafts)
    related = links(page, drafts, sourced)
    hedged = once(page, [*limits(page, drafts), *relating.limits(drafts, related)])
    dates = dating.joined(page, drafts)
    repeated = repeats.repeats(page, drafts)
    return tuple(
        _claim(page, i, draft, sourced[i], dates[i], places, hedged, related, repeated.get(i, ()))
        for i, draft in enumerate(drafts)
    )


def _claim(
    page: Page,
    index: int,
    draft: Draft,
    chain: tuple[Hop, ...],
    date: Joined,
    places: Sequence[PlaceMention],
    hedged: Sequence[Limit],
    related: Sequence[Link],
    repeated: Sequence[tuple[int, int]],
) -> Claim:
    mine = [limit for limit in hedged if limit.draft == index]
    flag, reason = flags.flag(page, draft, chain, _standing(page, index, mine, related))
    here = _places(page, draft, chain, places)
    return Claim(
        span=page.span(*draft.content),
        rule=draft.rule,
        flag=flag,
        flag_reason=reason,
        timeline=timeline.belongs(page, draft, date, flag),
        cue=page.span(*draft.cue) if draft.cue else None,
        repeats=tuple(page.span(*words) for words in repeated),
        chain=chain,
        hedges=_hedges(page, mine),
        places=here,
        quantities=quantities.quantities(page, draft.content),
        relations=tuple(
            Relation(link.kind, link.target) for link in related if link.draft == index
        ),
        phrase=date.phrase,
        role=date.role,
        join=date.join,
        cautions=cautions.cautions(page, draft, chain, _contradicted(index, related)),
    )


def _contradicted(index: int, related: Sequence[Link]) -> bool:
    return any(link.target == index and link.kind in ("denies", "disputes") for link in related)


def _hedges(page: Page, limits: Sequence[Limit]) -> tuple[Hedge, ...]:
    found = dict.fromkeys(Hedge(page.span(*limit.words), limit.kind) for limit in limits)
    return tuple(sorted(found, key=lambda hedge: hedge.span))


def _standing(
    page: Page, index: int, mine: Sequence[Limit], related: Sequence[Link]
) -> flags.Standing:
    words: dict[str, str] = {}
    for limit in mine:
        words.setdefault(limit.kind, page.cut(*limit.words))
    superseded = any(link.target == index and link.kind == "supersedes" for link in related)
    withdrawn = any(
        limit.kind == "corrected" and page.has("withdrawn", *limit.words) for limit in mine
    )
    return flags.Standing(words, superseded, withdrawn)


def _places(
    page: Page, draft: Draft, chain: Sequence[Hop], places: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The places in a claim, and those that open its sentence; never a source's own seat."""
    first = page.ranges[draft.sentence][0]
    content = page.span(*draft.content)
    opening = page.span(first, max(draft.content[0], first + 1))
    named = [
        p
        for p in places
        if p.span.overlaps(content) or (draft.cue is None and p.span.overlaps(opening))
    ]
    return tuple(p for p in named if not any(hop.span.overlaps(p.span) for hop in chain))
