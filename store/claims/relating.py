"""How claims of one document stand to each other: who denies, disputes or replaces what.

Denials and counter-claims answer others (``store.claims.answers``); two figures for the same thing
from different sources dispute each other; a figure that its own source has changed supersedes the
old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.claims.answers import Link, counters, denials, verdicts
from store.claims.drafts import WINDOW, Draft
from store.claims.hedging import Limit
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.rivals import Tally, differ, rivals, tally
from store.claims.targets import Scene
from store.model import HedgeKind, Quantity, RelationKind

_FAR = 8
Figures = Sequence[Sequence[Quantity]]


def links(scene: Scene, figures: Figures) -> list[Link]:
    """The relations among the drafts of a page, whose figures are given in step."""
    found: dict[tuple[int, int], Link] = {}
    for rule in (
        _revisions(scene, figures),
        denials(scene),
        _counts(scene, figures),
        verdicts(scene),
        counters(scene),
    ):
        for link in rule:
            found.setdefault((link.draft, link.target), link)
    return sorted(found.values(), key=lambda link: (link.draft, link.target))


def _revisions(scene: Scene, figures: Figures) -> Iterator[Link]:
    """A source that clarifies itself, or that "earlier" gave another figure."""
    page, drafts = scene.page, scene.drafts
    for index, draft in enumerate(drafts):
        if not draft.hops:
            continue
        cue = page.vocabulary.cues.get(draft.label)
        revises = cue is not None and cue.revises
        if not revises and not page.has("formerly", *page.ranges[draft.sentence]):
            continue
        before = range(index - 1, max(0, index - WINDOW) - 1, -1)
        voice = scene.voices[index]
        own = next((i for i in before if scene.voices[i] == voice and drafts[i].hops), None)
        if own is not None and revises:
            yield Link(index, "revises", own)
        elif own is not None and _differ(figures[index], figures[own]):
            yield Link(own, "supersedes", index)


def _differ(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether two claims give different figures."""
    return bool(ours and theirs) and differ(ours[0], theirs[0])


def _counts(scene: Scene, figures: Figures) -> Iterator[Link]:
    """Two figures for the same thing from two sources, the later against the earlier."""
    page, drafts = scene.page, scene.drafts
    tallies: list[tuple[int, Tally]] = []
    for index, draft in enumerate(drafts):
        if not scene.voices[index] or not figures[index]:
            continue
        ours = tally(page, draft.content, figures[index])
        for i, theirs in reversed(tallies):
            if index - i > WINDOW or scene.paragraph(index) - scene.paragraph(i) >= _FAR:
                break
            adjacent = draft.sentence - drafts[i].sentence <= 1
            if scene.voices[i] != scene.voices[index] and rivals(ours, theirs, adjacent):
                revises = page.labelled("note", "corrected", *page.ranges[draft.sentence])
                yield Link(index, "supersedes" if revises else "disputes", i)
                break
        tallies.append((index, ours))


def limits(scene: Scene, related: Sequence[Link]) -> list[Limit]:
    """The hedges that relations make: of what is denied or has another version, of what revises."""
    kinds: dict[RelationKind, HedgeKind] = {"denies": "denied", "disputes": "disputed"}
    found: list[Limit] = []
    for link in related:
        draft = scene.drafts[link.draft]
        if link.kind == "revises" and draft.cue:
            found.append(Limit(link.draft, draft.cue, "corrected"))
        elif link.kind in kinds and not link.noted:
            targets = scene.together(link.target) if link.kind == "denies" else [link.target]
            words = _wording(scene.page, draft, link)
            found += (Limit(target, words, kinds[link.kind]) for target in targets)
    return found


def _wording(page: Page, draft: Draft, link: Link) -> Range:
    """What a draft says; if it only disputes, the words that say so ("by contrast")."""
    hit = page.first("contrast", *page.ranges[draft.sentence])
    return (hit.start, hit.end) if hit and link.kind == "disputes" else draft.content
