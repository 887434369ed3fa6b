"""How claims of one document stand to each other: who denies, disputes or replaces what.

A denial answers the nearest claim before it that shares words with it; two figures for the same
thing from different sources dispute each other; a figure that its own source has changed
supersedes the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.claims.drafts import Draft
from store.claims.likeness import shared, topic_words
from store.claims.page import Page
from store.claims.hedging import Limit
from store.model import HedgeKind, RelationKind

_REACH = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of one draft to another, both named by their index."""

    draft: int
    kind: RelationKind
    target: int


def links(page: Page, drafts: Sequence[Draft]) -> list[Link]:
    """The relations among the drafts of a page."""
    found = [*_denials(page, drafts), *_counts(page, drafts)]
    return list(dict.fromkeys(found))


def _denials(page: Page, drafts: Sequence[Draft]) -> Iterator[Link]:
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        if cue and cue.denies and (target := _answered(page, drafts, index)) is not None:
            yield Link(index, "denies", target)


def _answered(page: Page, drafts: Sequence[Draft], index: int) -> int | None:
    """The claim that a denial answers."""
    draft = drafts[index]
    paragraph = page.sentences[draft.sentence].paragraph
    near = [
        i
        for i, d in enumerate(drafts[:index])
        if paragraph - page.sentences[d.sentence].paragraph < _REACH and d.source != draft.source
    ]
    if not near:
        return None
    words = topic_words(page, draft.content)
    scores = [(shared(words, topic_words(page, drafts[i].content)), i) for i in near]
    best = max(scores)
    same = [i for i in near if page.sentences[drafts[i].sentence].paragraph == paragraph]
    return best[1] if best[0] > 1 else same[-1] if same else best[1] if best[0] else None


def _counts(page: Page, drafts: Sequence[Draft]) -> Iterator[Link]:
    return iter(())


def limits(drafts: Sequence[Draft], related: Sequence[Link]) -> list[Limit]:
    """The hedges that relations put on their targets: the denial, the other version."""
    kinds: dict[RelationKind, HedgeKind] = {"denies": "denied", "disputes": "disputed"}
    return [
        Limit(link.target, drafts[link.draft].content, kinds[link.kind])
        for link in related
        if link.kind in kinds
    ]
