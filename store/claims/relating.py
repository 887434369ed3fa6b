"""How claims of one document stand to each other: who denies, disputes or replaces what.

Denials and counter-claims answer others (``store.claims.answers``); two figures for the same thing
from different sources dispute each other; a figure that its own source has changed supersedes the
old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.claims.answers import Link, denials
from store.claims.backing import backings
from store.claims.counters import counters, verdicts
from store.claims.drafts import WINDOW, Draft
from store.claims.hedging import Limit
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.rivals import Tally, differ, rivals, tally
from store.claims.scene import Scene, spoken
from store.model import HedgeKind, Quantity, RelationKind

_FAR, _NEAR, _JOINED = 8, 5, 3
Figures = Sequence[Sequence[Quantity]]


def links(scene: Scene, figures: Figures) -> list[Link]:
    """The relations among the drafts of a page, whose figures are given in step."""
    found: dict[tuple[int, int], Link] = {}
    for rule in (
        _revisions(scene, figures),
        denials(scene),
        verdicts(scene),
        _counts(scene, figures),
        counters(scene),
    ):
        for link in rule:
            found.setdefault((link.draft, link.target), link)
    for link in backings(scene, {draft for draft, _ in found}):
        found.setdefault((link.draft, link.target), link)
    # A figure that its source has replaced disputes nobody's any more.
    old = {link.target for link in found.values() if link.kind == "supersedes"}
    kept = (link for link in found.values() if link.kind != "disputes" or link.draft not in old)
    return sorted(kept, key=lambda link: (link.draft, link.target))


def _revisions(scene: Scene, figures: Figures) -> Iterator[Link]:
    """A source that clarifies itself, gives a new figure, or "earlier" gave another."""
    page, drafts = scene.page, scene.drafts
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        if not draft.hops or cue is None:
            continue
        if cue.hedge == "corrected" and (old := _replaced(scene, figures, index)) is not None:
            yield Link(index, "supersedes", old)
        elif cue.revises and (own := _own(scene, index)) is not None:
            yield Link(index, "revises", own)
        elif _corrects(page, draft):
            own = _own(scene, index)
            if own is not None and _differ(figures[index], figures[own]):
                yield Link(index, "supersedes", own)
        elif page.has("formerly", *page.ranges[draft.sentence]):
            own = _own(scene, index)
            new = own if own is not None else _newer(scene, index)
            if new is not None and _differ(figures[index], figures[new]):
                yield Link(new, "supersedes", index)


def _corrects(page: Page, draft: Draft) -> bool:
    """Whether words before a claim say that its source corrects itself."""
    first = page.ranges[draft.sentence][0]
    return page.labelled("note", "corrected", first, draft.content[0])


def _own(scene: Scene, index: int) -> int | None:
    """The last claim of the same voice before one."""
    before = range(index - 1, max(0, index - WINDOW) - 1, -1)
    voice = scene.voices[index]
    return next((i for i in before if scene.voices[i] == voice and scene.drafts[i].hops), None)


def _replaced(scene: Scene, figures: Figures, index: int) -> int | None:
    """The claim whose figure a new one replaces: the last before it, in a live blog after it."""
    home = scene.paragraphs[index]
    around = (*range(index - 1, -1, -1), *range(index + 1, len(scene.drafts)))
    near = (i for i in around[:WINDOW] if abs(home - scene.paragraphs[i]) < _NEAR)
    return next((i for i in near if _differ(figures[index], figures[i])), None)


def _newer(scene: Scene, index: int) -> int | None:
    """The claim right before one that "earlier" gave another figure, in its paragraph."""
    before = index - 1
    together = before >= 0 and scene.paragraphs[before] == scene.paragraphs[index]
    return before if together and scene.drafts[before].hops else None


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
            if index - i > WINDOW or scene.paragraphs[index] - scene.paragraphs[i] >= _FAR:
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
            found.append(Limit(link.target, draft.cue, "corrected"))
        elif link.kind in kinds and not link.noted:
            targets = scene.together(link.target) if link.kind == "denies" else [link.target]
            words = _wording(scene.page, draft, link)
            found += (Limit(target, words, kinds[link.kind]) for target in targets)
    return found


def _wording(page: Page, draft: Draft, link: Link) -> Range:
    """What a draft says with its cue; if it only disputes, with what sets it apart ("while")."""
    first, end = spoken(draft)
    if link.kind != "disputes":
        return first, end
    start = min(first, draft.source[0]) if draft.source else first
    hits = page.within("contrast", *page.ranges[draft.sentence])
    hits += page.within("against", max(page.ranges[draft.sentence][0], start - _JOINED), start)
    return min([first, *(hit.start for hit in hits)]), max([end, *(hit.end for hit in hits)])
