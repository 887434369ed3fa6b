"""Claims that bear out another: who takes an attack upon himself, what pictures show, who confirms.

A picture or a witness bears out the last claim of its paragraph that tells of an event. Who says
outright that another is right, or claims an attack, may answer a claim further above.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from store.claims.answers import Link, others
from store.claims.scene import Scene, spoken

_NEXT, _NEAR, _FAR = 2, 3, 8
_SURE = 2


def backings(scene: Scene, against: Collection[int]) -> Iterator[Link]:
    """The drafts that bear out another; ``against`` are those that stand against one."""
    for index, draft in enumerate(scene.drafts):
        if index in against or index in scene.denials or index in scene.verdicts:
            continue
        target = _taken_on(scene, index)
        third = target is None and index in scene.independent
        if target is None and draft.hops:
            target = _confirmed(scene, index)
        if target is None and index in scene.seen and index in scene.plain:
            target, third = _seen(scene, index), False
        if target is not None:
            yield Link(index, "corroborates", target, noted=third)


def _taken_on(scene: Scene, index: int) -> int | None:
    """The attack that "claimed responsibility for the attack" speaks of."""
    page, draft = scene.page, scene.drafts[index]
    if not page.has("responsibility", *spoken(draft)):
        return None
    near = [i for i in others(scene, index, _FAR) if page.has("event", *scene.drafts[i].content)]
    return _most_alike(scene, index, [i for i in near if i in scene.plain], 0)


def _confirmed(scene: Scene, index: int) -> int | None:
    """The claim that a draft says to be right: what shares most words with it."""
    if not scene.page.has("bears_out", *spoken(scene.drafts[index])):
        return None
    near = [i for i in others(scene, index, _NEAR) if i in scene.plain]
    return _most_alike(scene, index, near, _SURE)


def _seen(scene: Scene, index: int) -> int | None:
    """The claim of others before a picture's or a witness's, in its paragraph.

    Where two parties tell of it, a picture bears out only whom it shares words with.
    """
    page, drafts = scene.page, scene.drafts
    near = [
        i
        for i in others(scene, index)
        if scene.beside(i, index)
        and drafts[index].sentence - drafts[i].sentence <= _NEXT
        and i in scene.plain
    ]
    told = [i for i in near if page.has("event", *drafts[i].content) and i not in scene.seen]
    one = len({scene.voices[i] for i in told}) == 1
    return _most_alike(scene, index, told, 0 if one and index in scene.pictured else 1)


def _most_alike(scene: Scene, index: int, near: Sequence[int], least: int) -> int | None:
    """The claim that shares most words with a draft, the last one if several do."""
    scores = scene.likeness(scene.drafts[index].content, near, plainly=True)
    best = max(scores.values(), default=-1)
    return max(i for i in near if scores[i] == best) if best >= least else None
