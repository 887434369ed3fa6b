"""Claims that cannot both be right, though neither says a word against the other.

Two voices in one paragraph tell of opposite outcomes (a town taken, a town held), of other causes
(a drone, gas), of another aim (a school, a command post), or each blames the side of the other.
"""

from __future__ import annotations

import re

from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.scene import Scene

_FIGURED = re.compile("E#")
_OPPOSITE = (("moved", "held"), ("struck", "spared"))
_FOLK = {"civil": "civil", "armed": "armed", "army": "armed", "irregular": "armed"}


def opposed(scene: Scene, before: int, index: int) -> bool:
    """Whether a claim contradicts an earlier one beside it by what it tells."""
    page, drafts = scene.page, scene.drafts
    if not scene.beside(before, index):
        return False
    ours, theirs = drafts[index].content, drafts[before].content
    if _ended_otherwise(page, ours, theirs):
        return True
    beside = drafts[index].sentence - drafts[before].sentence <= 1
    return beside and (
        _are_apart(labels(page, "cause", ours), labels(page, "cause", theirs))
        or _aimed_otherwise(page, ours, theirs)
        or _blames_back(scene, before, index)
    )


def labels(page: Page, topic: str, span: Range) -> set[str]:
    """The labels of the wordings of a topic in a range of words."""
    return {hit.label for hit in page.within(topic, *span)}


def _are_apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _ended_otherwise(page: Page, ours: Range, theirs: Range) -> bool:
    """Whether two claims tell of opposite outcomes; nobody was hurt, somebody was."""
    told, said = labels(page, "outcome", ours), labels(page, "outcome", theirs)
    for pair in _OPPOSITE:
        if "held" in pair and (
            _FIGURED.search(page.codes, *ours) or _FIGURED.search(page.codes, *theirs)
        ):
            continue  # "repelled 47 attacks" is a count of a day
        one, other = told.intersection(pair), said.intersection(pair)
        if len(one) == len(other) == 1 and one != other:
            return True
    harmed = page.has("toll", *ours) and page.has("harmless", *theirs)
    return harmed and not page.has("harmless", *ours)


def _aimed_otherwise(page: Page, ours: Range, theirs: Range) -> bool:
    """Whether a claim says anew who or what was hit: "the dead were farmers", "it hit a base"."""
    points = page.codes[ours[0]] in "RDO" or (
        page.vocabulary.language != "en" and page.labelled("event", "noun", ours[0], ours[0] + 1)
    )  # "the strike": Russian and Ukrainian have no article
    if not points or "#" in page.codes[slice(*ours)]:
        return False
    if page.has("negative", *ours):
        return False
    return page.has("event", *theirs) and _are_apart(_aims(page, ours), _aims(page, theirs))


def _aims(page: Page, span: Range) -> set[str]:
    """Of what kind those and that are which a claim names: civil, armed."""
    folk = {_FOLK[label] for label in labels(page, "folk", span) if label in _FOLK}
    return folk | labels(page, "target", span)


def _blames_back(scene: Scene, before: int, index: int) -> bool:
    """Whether two sides each tell of a deed of the other's; their losses are no deeds."""
    page = scene.page
    ours, theirs = scene.drafts[index], scene.drafts[before]
    if "#" in page.codes[slice(*ours.content)] and "#" in page.codes[slice(*theirs.content)]:
        return False
    we, they = (labels(page, "side", draft.source or (0, 0)) for draft in (ours, theirs))
    told = labels(page, "side", ours.content), labels(page, "side", theirs.content)
    return _are_apart(we, they) and bool(they & told[0] and we & told[1])
