"""Words that limit claims, and which claims they limit, over sentences.

A hedge inside a claim's sentence limits that claim. A note ("could not be verified", "declined to
comment") limits the claims that it speaks of (``store.claims.targets``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from store.claims.drafts import Draft, of_sentence
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.scene import Scene
from store.claims.targets import spoken_of, targets
from store.model import HedgeKind
from store.wording import Hit


class Limit(NamedTuple):
    """A hedge on the claim of a draft, named by its index."""

    draft: int
    words: Range
    kind: HedgeKind


def limits(scene: Scene) -> list[Limit]:
    """All hedges of all drafts."""
    page, drafts = scene.page, scene.drafts
    found = [*_of_cues(page, drafts), *_inside(scene), *_conditions(page, drafts)]
    return once(page, [*found, *_notes(scene)])


def once(page: Page, found: Iterable[Limit]) -> list[Limit]:
    """The hedges in order, one of a kind for a claim and a sentence."""
    kept: dict[tuple[int, HedgeKind, int], Limit] = {}
    for limit in sorted(found, key=lambda limit: (limit.draft, limit.words)):
        first = limit.words[0]
        place = first if limit.kind == "speculative" else page.sentence_of(first)
        kept.setdefault((limit.draft, limit.kind, place), limit)
    return list(kept.values())


def _of_cues(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        inside = cue and page.labelled("hedge", cue.hedge or "", *draft.content)
        if cue and cue.hedge and draft.cue and not draft.inherits and not inside:
            yield Limit(index, draft.cue, cue.hedge)


def _inside(scene: Scene) -> Iterator[Limit]:
    page, drafts = scene.page, scene.drafts
    noted = {i for hit in _hits(page, "note") for i in range(hit.start, hit.end)}
    for hit in _hits(page, "hedge"):
        words, kind = (hit.start, hit.end), cast("HedgeKind", hit.label)
        index = _holder(page, drafts, hit.start)
        if hit.start in noted:
            continue
        if index is not None:
            yield Limit(index, words, kind)
        if kind == "if-confirmed" and (index is None or page.has("so", *words)):
            yield from (Limit(i, words, kind) for i in spoken_of(scene, words, kind))


def _conditions(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    """What a claim hangs on: "will fall if the road is cut"."""
    unsure = {at for hit in page.hits["hedge"].values() for at in range(hit.start, hit.end)}
    for hit in _hits(page, "condition"):
        index = _holder(page, drafts, hit.start)
        if hit.start not in unsure and index is not None:
            yield Limit(index, (hit.start, hit.end), cast("HedgeKind", hit.label))


def _hits(page: Page, topic: str) -> Iterator[Hit]:
    done = 0
    for hit in page.hits[topic].values():
        if hit.start >= done and page.is_said(hit.start):
            yield hit
            done = hit.end


def _holder(page: Page, drafts: Sequence[Draft], at: int) -> int | None:
    """The draft that a word stands in, else the next in its sentence, else the last there."""
    number = page.sentence_of(at)
    here = of_sentence(drafts, number)
    for index in here:
        if drafts[index].content[0] <= at < drafts[index].content[1]:
            return index
    later = [i for i in here if drafts[i].content[0] > at]
    return later[0] if later else here[-1] if here else None


def _notes(scene: Scene) -> Iterator[Limit]:
    for hit in _hits(scene.page, "note"):
        kind = cast("HedgeKind", hit.label)
        for index in targets(scene, (hit.start, hit.end), kind):
            yield Limit(index, (hit.start, hit.end), kind)
