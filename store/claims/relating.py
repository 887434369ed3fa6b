"""How claims of one document stand to each other: who denies, disputes or replaces what.

A denial answers the nearest claim before it that shares words with it; two figures for the same
thing from different sources dispute each other; a figure that its own source has changed
supersedes the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.claims.drafts import Draft
from store.claims.hedging import Limit
from store.claims.likeness import shared, stem, topic_words
from store.claims.page import Page
from store.claims.quantities import quantities
from store.model import HedgeKind, Quantity, RelationKind

_REACH = 3
_ANYONE = frozenset(
    stem(word)
    for word in (
        "people",
        "person",
        "persons",
        "человек",
        "людей",
        "люди",
        "людини",
        "осіб",
        "раз",
        "times",
        "time",
    )
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of one draft to another, both named by their index."""

    draft: int
    kind: RelationKind
    target: int


def links(page: Page, drafts: Sequence[Draft]) -> list[Link]:
    """The relations among the drafts of a page."""
    found: dict[tuple[int, int], Link] = {}
    for link in (*_denials(page, drafts), *_counts(page, drafts), *_counters(page, drafts)):
        found.setdefault((link.draft, link.target), link)
    return sorted(found.values(), key=lambda link: (link.draft, link.target))


def _denials(page: Page, drafts: Sequence[Draft]) -> Iterator[Link]:
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        denies = cue is not None and not draft.inherits and (cue.denies or _negates(page, draft))
        if not denies or is_standing(page, draft):
            continue
        if (target := _answered(page, drafts, index)) is not None:
            yield Link(index, "denies", target)


def _negates(page: Page, draft: Draft) -> bool:
    """Whether a content says that something did not happen."""
    return (
        bool(draft.hops)
        and page.has("negative", *draft.content)
        and page.has("event", *draft.content)
    )


def _counters(page: Page, drafts: Sequence[Draft]) -> Iterator[Link]:
    """A claim that its cue ("insisted") or its sentence ("by contrast") sets against another."""
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        counters = cue is not None and cue.counters
        contrasts = bool(draft.hops) and page.has("note", *page.ranges[draft.sentence], "disputed")
        if not (counters or contrasts) or (cue and cue.denies):
            continue
        near = [i for i in _others(page, drafts, index) if draft.sentence - drafts[i].sentence <= 2]
        if near:
            yield Link(index, "disputes", near[-1])


def is_standing(page: Page, draft: Draft) -> bool:
    """Whether a denial is what a party always says: "has always denied", "denies targeting"."""
    return draft.cue is not None and page.has("standing", max(0, draft.cue[0] - 3), draft.cue[0])


def _answered(page: Page, drafts: Sequence[Draft], index: int) -> int | None:
    """The claim that a denial answers: the one most like it, else the one right before it."""
    near = _others(page, drafts, index)
    words = topic_words(page, drafts[index].content)
    scores = [(shared(words, topic_words(page, drafts[i].content)), i) for i in near]
    score, best = max(scores, default=(0, -1))
    if score > 1:
        return best
    last = near[-1] if near else None
    if last is not None and drafts[index].sentence - drafts[last].sentence <= 1:
        return last
    return best if score else None


def _others(page: Page, drafts: Sequence[Draft], index: int) -> list[int]:
    """The earlier claims of other sources that are near enough to be answered."""
    draft = drafts[index]
    paragraph = page.sentences[draft.sentence].paragraph
    return [
        i
        for i, other in enumerate(drafts[:index])
        if paragraph - page.sentences[other.sentence].paragraph < _REACH
        and other.source != draft.source
    ]


def _counts(page: Page, drafts: Sequence[Draft]) -> Iterator[Link]:
    """Two figures for the same thing from two sources, the later against the earlier."""
    figures = [quantities(page, draft.content) for draft in drafts]
    for index, draft in enumerate(drafts):
        rivals = [
            i
            for i in _others(page, drafts, index)
            if draft.hops
            and drafts[i].hops
            and _rival(page, draft, drafts[i], figures[index], figures[i])
        ]
        if rivals:
            kind: RelationKind = "supersedes" if _revises(page, draft) else "disputes"
            yield Link(index, kind, rivals[-1])


def _revises(page: Page, draft: Draft) -> bool:
    """Whether a claim gives a figure in place of another."""
    return page.has("note", *page.ranges[draft.sentence], "corrected")


def _rival(
    page: Page, ours: Draft, theirs: Draft, our: Sequence[Quantity], their: Sequence[Quantity]
) -> bool:
    """Whether two claims give different figures for what may be the same thing."""
    if not our or not their or (our[0].low, our[0].high) == (their[0].low, their[0].high):
        return False
    if not our[0].counted or not their[0].counted:
        return ours.sentence - theirs.sentence <= 1
    same = bool(_kinds(our[0].counted) & _kinds(their[0].counted))
    return same or bool(shared(topic_words(page, ours.content), topic_words(page, theirs.content)))


def _kinds(counted: str) -> set[str]:
    """The stems of what a figure counts, without those that fit anyone."""
    return {stem(word) for word in counted.lower().split()[-1:]} - _ANYONE


def limits(drafts: Sequence[Draft], related: Sequence[Link]) -> list[Limit]:
    """The hedges that relations put on their targets: the denial, the other version."""
    kinds: dict[RelationKind, HedgeKind] = {"denies": "denied", "disputes": "disputed"}
    return [
        Limit(link.target, drafts[link.draft].content, kinds[link.kind])
        for link in related
        if link.kind in kinds
    ]
