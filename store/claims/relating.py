"""How claims of one document stand to each other: who denies, disputes or replaces what.

A denial answers the nearest claim before it that shares words with it; two figures for the same
thing from different sources dispute each other; a figure that its own source has changed
supersedes the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.claims.drafts import WINDOW, Draft
from store.claims.hedging import Limit
from store.claims.likeness import shared, stem, topic_words
from store.claims.page import Page
from store.model import HedgeKind, Hop, Quantity, RelationKind

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


@dataclass(frozen=True, slots=True)
class _Told:
    """A draft with who says it, its figures and the words of its topic."""

    draft: Draft
    who: str
    figures: Sequence[Quantity]
    topic: frozenset[str]
    paragraph: int


def links(
    page: Page,
    drafts: Sequence[Draft],
    chains: Sequence[Sequence[Hop]],
    figures: Sequence[Sequence[Quantity]],
) -> list[Link]:
    """The relations among the drafts of a page."""
    told = [
        _Told(
            draft,
            chain[-1].name if chain else "",
            counted,
            topic_words(page, draft.content),
            page.sentences[draft.sentence].paragraph,
        )
        for draft, chain, counted in zip(drafts, chains, figures, strict=True)
    ]
    found: dict[tuple[int, int], Link] = {}
    for rule in (_revisions, _denials, _counts, _counters):
        for link in rule(page, told):
            found.setdefault((link.draft, link.target), link)
    return sorted(found.values(), key=lambda link: (link.draft, link.target))


def _others(told: Sequence[_Told], index: int) -> list[int]:
    """The earlier claims of other sources that are near enough to be answered."""
    mine = told[index]
    return [
        i
        for i in range(max(0, index - WINDOW), index)
        if mine.paragraph - told[i].paragraph < _REACH and told[i].who != mine.who
    ]


def _revisions(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    """A source that clarifies itself, or that "earlier" gave another figure."""
    for index, mine in enumerate(told):
        near = range(max(0, index - WINDOW), index)
        own = [i for i in near if told[i].who == mine.who and told[i].draft.hops]
        if not own or not mine.draft.hops:
            continue
        cue = page.vocabulary.cues.get(mine.draft.label)
        if cue is not None and cue.revises:
            yield Link(index, "revises", own[-1])
        elif page.has("formerly", *page.ranges[mine.draft.sentence]) and _differ(
            mine, told[own[-1]]
        ):
            yield Link(own[-1], "supersedes", index)


def _differ(one: _Told, other: _Told) -> bool:
    """Whether two claims give different figures."""
    if not one.figures or not other.figures:
        return False
    ours, theirs = one.figures[0], other.figures[0]
    return (ours.low, ours.high) != (theirs.low, theirs.high)


def _denials(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    for index, mine in enumerate(told):
        cue = page.vocabulary.cues.get(mine.draft.label)
        denies = (
            cue is not None
            and not mine.draft.inherits
            and (cue.denies or _negates(page, mine.draft))
        )
        if not denies or is_standing(page, mine.draft):
            continue
        if (target := _answered(told, index)) is not None:
            yield Link(index, "denies", target)


def _negates(page: Page, draft: Draft) -> bool:
    """Whether a content says that something did not happen."""
    if not draft.hops or not page.has("event", *draft.content):
        return False
    return any(page.words.low[hit.end] != "only" for hit in page.within("negative", *draft.content))


def _answered(told: Sequence[_Told], index: int) -> int | None:
    """The claim that a denial answers: the one most like it, else the one right before it."""
    near = _others(told, index)
    score, best = max(
        ((shared(told[index].topic, told[i].topic), i) for i in near), default=(0, -1)
    )
    if score > 1:
        return best
    mine = told[index]
    last = [i for i in near if told[i].draft.hops and told[i].paragraph == mine.paragraph]
    if last and mine.draft.sentence - told[last[-1]].draft.sentence <= _REACH:
        return last[-1]
    return best if score else None


def _counters(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    """A claim that its cue ("insisted") or its sentence ("by contrast") sets against another."""
    for index, mine in enumerate(told):
        cue = page.vocabulary.cues.get(mine.draft.label)
        contrasts = bool(mine.draft.hops) and page.has(
            "note", *page.ranges[mine.draft.sentence], "disputed"
        )
        if not ((cue is not None and cue.counters) or contrasts) or (cue and cue.denies):
            continue
        near = [
            i for i in _others(told, index) if mine.draft.sentence - told[i].draft.sentence <= 2
        ]
        if near:
            yield Link(index, "disputes", near[-1])


def is_standing(page: Page, draft: Draft) -> bool:
    """Whether a denial is what a party always says: "has always denied", "denies targeting"."""
    if draft.cue is None:
        return False
    first, end = draft.cue
    if page.has("standing", max(0, first - 3), first):
        return True
    while end < draft.content[1] and page.codes[end] == "V":
        end += 1
    present = page.words.low[first] in ("denies", "deny", "denying")
    return present and end < len(page.words) and page.words.low[end].endswith("ing")


def _counts(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    """Two figures for the same thing from two sources, the later against the earlier."""
    for index, mine in enumerate(told):
        rivals = [i for i in _others(told, index) if _rival(mine, told[i])]
        if rivals:
            revises = page.has("note", *page.ranges[mine.draft.sentence], "corrected")
            yield Link(index, "supersedes" if revises else "disputes", rivals[-1])


def _rival(mine: _Told, other: _Told) -> bool:
    """Whether two claims give different figures for what may be the same thing."""
    if not (mine.who and other.who and _differ(mine, other)):
        return False
    ours, theirs = mine.figures[0].counted, other.figures[0].counted
    if not ours or not theirs:
        return mine.draft.sentence - other.draft.sentence <= 1
    return bool(_kinds(ours) & _kinds(theirs)) or bool(shared(mine.topic, other.topic))


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
