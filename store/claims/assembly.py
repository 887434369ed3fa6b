"""Drafts → claims: chain, places, date, hedges, relations, flag and cautions put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from store.claims import cautions, dating, flags, placing, relating, repeats, timeline
from store.claims.answers import Link
from store.claims.coreference import chains
from store.claims.dating import Joined
from store.claims.drafts import Draft
from store.claims.hedging import Limit, limits, once
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.quantities import quantities
from store.claims.relating import links
from store.claims.scene import scene
from store.model import Claim, Hedge, Hop, PlaceMention, Quantity, Relation

T = TypeVar("T")
_AGAINST = ("denies", "disputes")


class _Found(NamedTuple):
    """All that the rules have found of one draft."""

    draft: Draft
    chain: tuple[Hop, ...]
    date: Joined
    places: tuple[PlaceMention, ...]
    figures: tuple[Quantity, ...]
    limits: Sequence[Limit]
    links: Sequence[Link]
    answers: Sequence[Link]
    repeats: Sequence[Range]


def assemble(page: Page, drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims of a page."""
    sourced = chains(page, drafts)
    figures = [quantities(page, draft.content) for draft in drafts]
    here = scene(page, drafts, sourced)
    related = links(here, figures)
    hedged = once(page, [*limits(here), *relating.limits(here, related)])
    by_draft = _grouped((limit.draft, limit) for limit in hedged)
    outgoing = _grouped((link.draft, link) for link in related)
    incoming = _grouped((link.target, link) for link in related)
    repeated = repeats.repeats(page, drafts)
    places = placing.joined(page, drafts, sourced)
    return tuple(
        _claim(
            page,
            _Found(
                draft,
                sourced[i],
                date,
                places[i],
                figures[i],
                by_draft[i],
                outgoing[i],
                incoming[i],
                repeated.get(i, ()),
            ),
        )
        for i, (draft, date) in enumerate(zip(drafts, dating.joined(page, drafts), strict=True))
    )


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    groups: dict[int, list[T]] = defaultdict(list)
    for index, item in pairs:
        groups[index].append(item)
    return groups


def _claim(page: Page, found: _Found) -> Claim:
    draft, date = found.draft, found.date
    flag, reason = flags.flag(page, draft, found.chain, _standing(page, found))
    return Claim(
        span=page.span(*draft.content),
        rule=draft.rule,
        flag=flag,
        flag_reason=reason,
        timeline=timeline.belongs(page, draft, date, flag),
        cue=page.span(*draft.cue) if draft.cue else None,
        repeats=tuple(page.span(*words) for words in found.repeats),
        chain=found.chain,
        hedges=_hedges(page, found.limits),
        places=found.places,
        quantities=found.figures,
        relations=tuple(Relation(link.kind, link.target) for link in found.links),
        phrase=date.phrase,
        role=date.role,
        join=date.join,
        cautions=cautions.cautions(
            page, draft, found.chain, found.places, _are_against(found.answers)
        ),
    )


def _hedges(page: Page, limits: Sequence[Limit]) -> tuple[Hedge, ...]:
    found = dict.fromkeys(Hedge(page.span(*limit.words), limit.kind) for limit in limits)
    return tuple(sorted(found, key=lambda hedge: hedge.span))


def _standing(page: Page, found: _Found) -> flags.Standing:
    words: dict[str, str] = {}
    for limit in found.limits:
        words.setdefault(limit.kind, page.cut(*limit.words))
    corrected = [limit.words for limit in found.limits if limit.kind == "corrected"]
    return flags.Standing(
        words,
        superseded="supersedes" in [link.kind for link in found.answers],
        withdrawn=any(page.has("withdrawn", *note) for note in corrected),
        contests=_are_against(found.links),
        backed=any(link.kind == "corroborates" for link in found.answers),
        confirmed=any(link.kind == "corroborates" and link.noted for link in found.answers),
    )


def _are_against(links: Sequence[Link]) -> bool:
    """Whether one of some relations is a denial or another version."""
    return bool(links) and any(link.kind in _AGAINST for link in links)
