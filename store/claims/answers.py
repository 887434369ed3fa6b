"""Claims that deny others.

A denial answers a claim that its own sentence names, else the one before it that shares most words
with it, else the last of its paragraph. What only says that a thing did not happen answers nothing
but what it shares words with. In a live blog, newest first, the claim may stand after its denial.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from store.claims.drafts import WINDOW, Draft, of_sentence
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.scene import Scene
from store.model import RelationKind

_NOT_DONE = re.compile("X[VA]*[Ev]|XA")
_REACH, _FAR = 3, 5
_SOON = 6


class Link(NamedTuple):
    """A relation of one draft to another, both named by their index.

    ``noted`` says of a denial or dispute that a note tells it already, of what bears a claim out
    that an independent party says so.
    """

    draft: int
    kind: RelationKind
    target: int
    noted: bool = False


def denials(scene: Scene) -> Iterator[Link]:
    """Drafts that deny what another says."""
    page = scene.page
    for index, draft in enumerate(scene.drafts):
        if draft.inherits or is_standing(page, draft):
            continue
        if index in scene.denials or _upholds(scene, index):
            target = _denied(scene, index)
        elif page.has("pictured", *draft.content):
            target = _pictured(scene, index)
        else:
            target = _negated(scene, index) if _negates(page, draft) else None
        if target is not None:
            yield Link(index, "denies", target)


def is_standing(page: Page, draft: Draft) -> bool:
    """Whether a denial is what a party always says: "has always denied", "denies targeting"."""
    cue = page.vocabulary.cues.get(draft.label)
    if draft.cue is None or cue is None or not cue.denies or cue.judges:
        return False
    first, end = draft.cue
    if page.has("standing", max(0, first - 3), first):
        return True
    while end < draft.content[1] and page.codes[end] == "V":
        end += 1
    present = page.words.low[first] in ("denies", "deny", "denying")
    return present and end < len(page.words) and page.words.low[end].endswith("ing")


def others(scene: Scene, index: int, reach: int = _REACH) -> list[int]:
    """The earlier claims of other voices that are near enough to be answered; no denials."""
    home, voice = scene.paragraphs[index], scene.voices[index]
    near = bisect_right(scene.paragraphs, home - reach, max(0, index - WINDOW), index)
    return [i for i in range(near, index) if scene.voices[i] != voice and i not in scene.denials]


def _upholds(scene: Scene, index: int) -> bool:
    """Whether a claim goes on with a denial: "The front rejected this. “He is alive,” it said"."""
    page, drafts = scene.page, scene.drafts
    number = drafts[index].sentence - 1
    if number < 0 or not drafts[index].hops:
        return False
    if not page.labelled("note", "denied", *page.ranges[number]):
        return False
    silent = index == 0 or drafts[index - 1].sentence < number
    together = page.sentences[number].paragraph == scene.paragraphs[index]
    return silent and together and not page.sentences[number].heading


def _negates(page: Page, draft: Draft) -> bool:
    """Whether a content opens by saying that something did not happen."""
    cue = page.vocabulary.cues.get(draft.label)
    if not draft.hops or (cue is not None and cue.stance != "plain"):
        return False
    return _negation(page, draft.content) != "" and page.codes[draft.content[0]] not in "SW"


def _negation(page: Page, content: Range) -> str:
    """How a content opens with a negation: "flat", "mere", or "" if it does not."""
    start, end = content[0], min(content[1], content[0] + _SOON)
    hit = page.first("negative", start, end)
    if hit is None:
        past = page.vocabulary.language != "en" and _NOT_DONE.search(page.codes, start, end)
        return "flat" if past else ""
    only = hit.end < len(page.words) and page.words.low[hit.end] == "only"
    return "" if only else hit.label


def _negated(scene: Scene, index: int) -> int | None:
    """The claim of something done that a mere negation answers.

    "Nobody was hurt" answers only another toll.
    """
    page, drafts = scene.page, scene.drafts
    near = [i for i in others(scene, index, _FAR) if page.has("event", *drafts[i].content)]
    if page.has("harmless", *drafts[index].content):
        same = [i for i in near if scene.beside(i, index)]
        return _alike(scene, index, same, 1)
    flat = index in scene.parties and _negation(page, drafts[index].content) == "flat"
    return _first(
        lambda: _alike(scene, index, near, 2, plainly=True),
        lambda: _last(scene, index, near, _REACH - 1) if flat else None,
    )


def _pictured(scene: Scene, index: int) -> int | None:
    """The claim about a picture that "it was taken years ago" answers."""
    page, drafts = scene.page, scene.drafts
    first = drafts[index].content[0]
    if page.codes[first] != "R" and not page.has("image", first, first + _SOON):
        return None
    before = range(index - 1, max(0, index - WINDOW) - 1, -1)
    same = (i for i in before if scene.paragraphs[i] == scene.paragraphs[index])
    return next((i for i in same if page.has("image", *page.ranges[drafts[i].sentence])), None)


def _denied(scene: Scene, index: int) -> int | None:
    """The claim that an outright denial answers."""
    near = others(scene, index)
    return _first(
        lambda: _named(scene, index),
        lambda: _alike(scene, index, near, 2),
        lambda: _last(scene, index, near, _REACH),
        lambda: _alike(scene, index, others(scene, index, _FAR), 1),
        lambda: _alike(scene, index, _ahead(scene, index), 1),
        lambda: _above(scene, index, near),
    )


def _first(*ways: Callable[[], int | None]) -> int | None:
    """What the first way finds that finds anything."""
    found = (way() for way in ways)
    return next((target for target in found if target is not None), None)


def _named(scene: Scene, index: int) -> int | None:
    """The claim that a denial's own sentence goes on to name, or that it stands against there."""
    drafts = scene.drafts
    here = of_sentence(drafts, drafts[index].sentence)
    after = [i for i in here if i > index and drafts[i].label == "nominal"]
    before = [i for i in here if i < index and scene.voices[i] != scene.voices[index]]
    return after[0] if after else before[-1] if before else None


def _alike(
    scene: Scene, index: int, near: Sequence[int], least: int, plainly: bool = False
) -> int | None:
    """The first claim of those most like a draft, if they share enough words with it."""
    scores = scene.likeness(scene.drafts[index].content, near, plainly)
    best = max(scores.values(), default=0)
    return next(i for i in near if scores[i] == best) if best >= least else None


def _last(scene: Scene, index: int, near: Sequence[int], reach: int) -> int | None:
    """The last plain claim before a draft in its paragraph: the first that its cue makes."""
    drafts, number = scene.drafts, scene.drafts[index].sentence
    same = [i for i in near if scene.beside(i, index) and number - drafts[i].sentence <= reach]
    plain = [i for i in same if i in scene.plain and not _counters(scene, i)] or same
    told = [i for i in plain if drafts[i].hops] or plain
    return scene.together(told[-1])[0] if told else None


def _counters(scene: Scene, index: int) -> bool:
    """Whether a claim is itself set against another by its cue."""
    cue = scene.page.vocabulary.cues.get(scene.drafts[index].label)
    return cue is not None and cue.counters


def _above(scene: Scene, index: int, near: Sequence[int]) -> int | None:
    """The last plain claim of a source in the paragraph before that which a denial opens."""
    told = [i for i in near if scene.drafts[i].hops and i in scene.plain]
    if not told or scene.paragraphs[index] - scene.paragraphs[told[-1]] != 1:
        return None
    return scene.together(told[-1])[0]


def _ahead(scene: Scene, index: int) -> list[int]:
    """The later claims of other voices that a denial in a live blog may answer."""
    home, voice = scene.paragraphs[index], scene.voices[index]
    return [
        i
        for i in range(index + 1, min(len(scene.drafts), index + WINDOW))
        if scene.paragraphs[i] - home < _REACH and scene.voices[i] != voice
    ]
