"""How claims of one document stand to each other: who denies, disputes or replaces what.

A denial answers the nearest claim before it that shares words with it; two figures for the same
thing from different sources dispute each other; a figure that its own source has changed
supersedes the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.claims.drafts import WINDOW, Draft, of_sentence
from store.claims.hedging import Limit
from store.claims.likeness import shared, topic_words
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.rivals import Tally, differ, rivals, tally
from store.model import HedgeKind, Hop, Quantity, RelationKind

_REACH = 3
_FAR = 8


class Link(NamedTuple):
    """A relation of one draft to another, both named by their index."""

    draft: int
    kind: RelationKind
    target: int


class _Told(NamedTuple):
    """A draft with who says it, its figures and its paragraph."""

    draft: Draft
    who: str
    figures: Sequence[Quantity]
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
            page.sentences[draft.sentence].paragraph,
        )
        for draft, chain, counted in zip(drafts, chains, figures, strict=True)
    ]
    found: dict[tuple[int, int], Link] = {}
    for rule in (_revisions, _denials, _counts, _counters):
        for link in rule(page, told):
            found.setdefault((link.draft, link.target), link)
    return sorted(found.values(), key=lambda link: (link.draft, link.target))


def _others(told: Sequence[_Told], index: int, reach: int = _REACH) -> list[int]:
    """The earlier claims of other sources that are near enough to be answered."""
    mine = told[index]
    return [
        i
        for i in range(max(0, index - WINDOW), index)
        if mine.paragraph - told[i].paragraph < reach and told[i].who != mine.who
    ]


def _revisions(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    """A source that clarifies itself, or that "earlier" gave another figure."""
    for index, mine in enumerate(told):
        if not mine.draft.hops:
            continue
        cue = page.vocabulary.cues.get(mine.draft.label)
        revises = cue is not None and cue.revises
        if not revises and not page.has("formerly", *page.ranges[mine.draft.sentence]):
            continue
        before = range(index - 1, max(0, index - WINDOW) - 1, -1)
        own = next((i for i in before if told[i].who == mine.who and told[i].draft.hops), None)
        if own is not None and revises:
            yield Link(index, "revises", own)
        elif own is not None and _differ(mine, told[own]):
            yield Link(own, "supersedes", index)


def _differ(one: _Told, other: _Told) -> bool:
    """Whether two claims give different figures."""
    return bool(one.figures and other.figures) and differ(one.figures[0], other.figures[0])


def _denials(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    for index, mine in enumerate(told):
        cue = page.vocabulary.cues.get(mine.draft.label)
        denies = (
            cue is not None
            and not mine.draft.inherits
            and (cue.denies or _negates(page, mine.draft) or _upholds(page, told, index))
        )
        if not denies or is_standing(page, mine.draft):
            continue
        if (target := _answered(page, told, index)) is not None:
            yield Link(index, "denies", target)


def _upholds(page: Page, told: Sequence[_Told], index: int) -> bool:
    """Whether a claim goes on with a denial: "The front rejected this. “He is alive,” it said"."""
    number = told[index].draft.sentence - 1
    if number < 0 or not told[index].draft.hops:
        return False
    if not page.labelled("note", "denied", *page.ranges[number]):
        return False
    silent = index == 0 or told[index - 1].draft.sentence < number
    together = page.sentences[number].paragraph == told[index].paragraph
    return silent and together and not page.sentences[number].heading


def _negates(page: Page, draft: Draft) -> bool:
    """Whether a content says that something did not happen."""
    if not draft.hops or not page.has("event", *draft.content):
        return False
    return any(page.words.low[hit.end] != "only" for hit in page.within("negative", *draft.content))


def _answered(page: Page, told: Sequence[_Told], index: int) -> int | None:
    """The claim that a denial answers: the one most like it, else the one right before it."""
    near = _others(told, index)
    topic = topic_words(page, told[index].draft.content)
    scores = {i: shared(topic, topic_words(page, told[i].draft.content)) for i in near}
    score = max(scores.values(), default=0)
    best = next((i for i in near if scores[i] == score), -1)
    if score > 1:
        return best
    mine = told[index]
    last = [i for i in near if told[i].draft.hops and told[i].paragraph == mine.paragraph]
    if last and mine.draft.sentence - told[last[-1]].draft.sentence <= _REACH:
        return next(i for i in last if told[i].draft.cue == told[last[-1]].draft.cue)
    return best if score else None


def _counters(page: Page, told: Sequence[_Told]) -> Iterator[Link]:
    """A claim that its cue ("insisted") or its sentence ("by contrast") sets against another."""
    for index, mine in enumerate(told):
        cue = page.vocabulary.cues.get(mine.draft.label)
        contrasts = bool(mine.draft.hops) and _contrasts(page, mine.draft)
        if not ((cue is not None and cue.counters) or contrasts) or (cue and cue.denies):
            continue
        near = [
            i for i in _others(told, index) if mine.draft.sentence - told[i].draft.sentence <= 2
        ]
        if near:
            yield Link(index, "disputes", near[-1])


def _contrasts(page: Page, draft: Draft) -> bool:
    """Whether a claim's sentence sets it against the one before."""
    span = page.ranges[draft.sentence]
    return page.has("contrast", *span) or page.labelled("note", "disputed", *span)


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
    tallies: list[tuple[int, _Told, Tally]] = []
    for index, mine in enumerate(told):
        if not mine.who or not mine.figures:
            continue
        ours = tally(page, mine.draft.content, mine.figures)
        for i, other, theirs in reversed(tallies):
            if index - i > WINDOW or mine.paragraph - other.paragraph >= _FAR:
                break
            adjacent = mine.draft.sentence - other.draft.sentence <= 1
            if other.who != mine.who and rivals(ours, theirs, adjacent):
                revises = page.labelled("note", "corrected", *page.ranges[mine.draft.sentence])
                yield Link(index, "supersedes" if revises else "disputes", i)
                break
        tallies.append((index, mine, ours))


def limits(page: Page, drafts: Sequence[Draft], related: Sequence[Link]) -> list[Limit]:
    """The hedges that relations put on their targets: the denial, the other version."""
    kinds: dict[RelationKind, HedgeKind] = {"denies": "denied", "disputes": "disputed"}
    return [
        Limit(target, _wording(page, drafts[link.draft]), kinds[link.kind])
        for link in related
        if link.kind in kinds
        for target in (_together(drafts, link.target) if link.kind == "denies" else [link.target])
    ]


def _wording(page: Page, draft: Draft) -> Range:
    """The words that set a claim against another ("by contrast"), else what it says."""
    hit = page.first("contrast", *page.ranges[draft.sentence])
    return (hit.start, hit.end) if hit else draft.content


def _together(drafts: Sequence[Draft], target: int) -> list[int]:
    """The claims that one cue makes at once with a claim, which a denial answers together."""
    here = of_sentence(drafts, drafts[target].sentence)
    cue = drafts[target].cue
    return [i for i in here if i == target or (cue is not None and drafts[i].cue == cue)]
