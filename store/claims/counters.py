"""Claims set against others without denying them: verdicts, counter-claims, other versions.

What stands against the claim before it says so by its cue ("countered"), by a word of contrast, by
"but", "while" or a semicolon between two voices in one sentence, by "but" at the start of the next;
or the two cannot both be right (``store.claims.opposites``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from store.claims.answers import Link, others
from store.claims.drafts import Draft, of_sentence
from store.claims.opposites import opposed
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.scene import Scene, holder
from store.claims.targets import targets
from store.model import HedgeKind, RelationKind

_REACH = 4
_VERDICTS: dict[str, RelationKind] = {
    "denied": "denies",
    "disputed": "disputes",
    "overstated": "disputes",
}


def verdicts(scene: Scene) -> Iterator[Link]:
    """Drafts whose words give a verdict on another: "consider the tonnage exaggerated"."""
    page, drafts = scene.page, scene.drafts
    for hit in page.hits["note"].values():
        kind = _VERDICTS.get(hit.label)
        if kind is None or not page.is_said(hit.start):
            continue
        note = hit.start, hit.end
        here = of_sentence(drafts, page.sentence_of(hit.start))
        own = holder(drafts, here, note)
        aimed = targets(scene, note, cast("HedgeKind", hit.label))
        if own is None:
            yield from _versions(scene, aimed) if hit.label == "disputed" else ()
            own = _goes_on(scene, note, aimed)
        if own is not None and drafts[own].hops and own not in scene.denials:
            yield from (
                Link(own, kind, target, noted=True) for target in aimed[:1] if target != own
            )


def _goes_on(scene: Scene, note: Range, aimed: list[int]) -> int | None:
    """The draft that goes on with a note: "A disputed this and said …", "A disputed this. “…”"."""
    number = scene.page.sentence_of(note[0])
    for place in (number, number + 1):
        here = of_sentence(scene.drafts, place)
        after = [i for i in here if scene.drafts[i].content[0] >= note[1] and i not in aimed]
        if after:
            return after[0] if _is_together(scene, number, after[0]) else None
        if here and place == number:
            return None
    return None


def _is_together(scene: Scene, number: int, index: int) -> bool:
    """Whether a draft stands in the paragraph of a sentence."""
    return scene.page.sentences[number].paragraph == scene.paragraphs[index]


def _versions(scene: Scene, aimed: list[int]) -> Iterator[Link]:
    """What two voices say of whom a note says that their accounts differ."""
    for before, after in pairwise(aimed):
        if scene.voices[before] and scene.voices[after] not in ("", scene.voices[before]):
            yield Link(after, "disputes", before, noted=True)


def counters(scene: Scene) -> Iterator[Link]:
    """Drafts that stand against the one before them."""
    page, drafts = scene.page, scene.drafts
    for index, draft in enumerate(drafts):
        if not draft.hops or index in scene.denials:
            continue
        near = [
            i
            for i in others(scene, index)
            if drafts[i].hops and draft.sentence - drafts[i].sentence < _REACH
        ]
        target = _set_against(scene, index, near)
        if target is not None:
            yield Link(index, "denies" if _upholds(page, draft) else "disputes", target)


def _upholds(page: Page, draft: Draft) -> bool:
    """Whether a claim says flatly that it is not so: the town holds, the ship is whole."""
    return page.labelled("negative", "flat", *draft.content)


def _set_against(scene: Scene, index: int, near: list[int]) -> int | None:
    """The claim that a draft is set against by a word, else by what it tells."""
    page, draft = scene.page, scene.drafts[index]
    cue = page.vocabulary.cues.get(draft.label)
    if (cue is not None and cue.counters) or page.has("contrast", *page.ranges[draft.sentence]):
        close = (i for i in reversed(near) if i not in scene.verdicts)
        if (last := next((i for i in close if _beside(scene, i, index)), None)) is not None:
            return last
    plain = [i for i in near if i in scene.plain]
    if near and _joined_against(scene, near[-1], index):
        return near[-1]
    return next((i for i in reversed(plain) if opposed(scene, i, index)), None)


def _beside(scene: Scene, before: int, index: int) -> bool:
    """Whether a claim stands close before another: in its paragraph, right before it, or alike."""
    close = scene.drafts[index].sentence - scene.drafts[before].sentence <= 1
    together = (close and scene.flow > 0) or scene.beside(before, index)
    content = scene.drafts[index].content
    return together or scene.likeness(content, [before])[before] > 0


def _joined_against(scene: Scene, before: int, index: int) -> bool:
    """Whether "but", "while" or a semicolon stands between two claims, or "But" opens the later."""
    page, drafts = scene.page, scene.drafts
    cue = page.vocabulary.cues.get(drafts[index].label)
    if cue is not None and cue.stance not in ("plain", "opinion"):
        return False
    if page.labelled("note", "no-comment", *drafts[index].content):
        return False  # "…; the army said that it was looking into the reports"
    first, last = _end(drafts[before]), _start(drafts[index])
    if drafts[before].sentence == drafts[index].sentence:
        return _is_parted(page, first, last) or page.has("against", first, last)
    opening = page.ranges[drafts[index].sentence][0]
    if drafts[index].sentence - drafts[before].sentence != 1 or index - before != 1:
        return False
    if page.has("against", opening, opening + 1):
        return page.has("event", *drafts[index].content)
    alike = scene.likeness(drafts[index].content, [before], plainly=True)[before]
    return alike > 0 and page.has("against", max(opening, last - 2), last)


def _is_parted(page: Page, first: int, last: int) -> bool:
    """Whether a semicolon stands in a range of words."""
    at = page.codes.find(";", first, last)
    return at >= 0 and page.quoted[at] < 0


def _start(draft: Draft) -> int:
    return min(span[0] for span in (draft.content, draft.cue, draft.source) if span)


def _end(draft: Draft) -> int:
    return max(span[1] for span in (draft.content, draft.cue, draft.source) if span)
