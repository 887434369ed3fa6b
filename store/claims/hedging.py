"""Words that limit claims, and which claims they limit, over sentences.

A hedge inside a claim's sentence limits that claim. A note ("could not be verified", "declined to
comment") limits the claims that its sentence follows: those of the sentence before, of the whole
paragraph where it says "both" or "either", or the nearest that share a word with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from store.claims.drafts import Draft
from store.claims.likeness import shared, topic_words
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import HedgeKind

_REACH = 2


@dataclass(frozen=True, slots=True)
class Limit:
    """A hedge on the claim of a draft, named by its index."""

    draft: int
    words: Range
    kind: HedgeKind


def limits(page: Page, drafts: Sequence[Draft]) -> list[Limit]:
    """All hedges of all drafts."""
    found = [*_of_cues(page, drafts), *_inside(page, drafts), *_notes(page, drafts)]
    return sorted(dict.fromkeys(found), key=lambda limit: (limit.draft, limit.words))


def _of_cues(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        if cue and cue.hedge and draft.cue and not draft.inherits:
            yield Limit(index, draft.cue, cue.hedge)


def _inside(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    noted = {i for hit in _hits(page, "note") for i in range(hit.start, hit.end)}
    for hit in _hits(page, "hedge"):
        index = _holder(page, drafts, hit.start)
        if index is not None and hit.start not in noted and page.dated[hit.start] < 0:
            yield Limit(index, (hit.start, hit.end), cast("HedgeKind", hit.value.label))


def _hits(page: Page, topic: str) -> Iterator:  # type: ignore[type-arg]
    done = 0
    for first, end in page.ranges:
        for hit in page.within(topic, first, end):
            if hit.start >= done:
                yield hit
                done = hit.end


def _holder(page: Page, drafts: Sequence[Draft], at: int) -> int | None:
    """The draft that a word stands in, else the next in its sentence, else the last there."""
    number = page.sentence_of(at)
    here = [i for i, draft in enumerate(drafts) if draft.sentence == number]
    for index in here:
        if drafts[index].content[0] <= at < drafts[index].content[1]:
            return index
    later = [i for i in here if drafts[i].content[0] > at]
    return later[0] if later else here[-1] if here else None


def _notes(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    for hit in _hits(page, "note"):
        kind = cast("HedgeKind", hit.value.label)
        for index in targets(page, drafts, (hit.start, hit.end), kind):
            yield Limit(index, (hit.start, hit.end), kind)


def targets(page: Page, drafts: Sequence[Draft], note: Range, kind: HedgeKind) -> list[int]:
    """The drafts that a note speaks of."""
    number = page.sentence_of(note[0])
    here = [i for i, d in enumerate(drafts) if d.sentence == number]
    own = [i for i in here if drafts[i].content[0] <= note[0] < drafts[i].content[1]]
    if own and drafts[own[0]].cue is None:
        return own
    before = [i for i in here if drafts[i].content[1] <= note[0]] if not own else []
    if before and kind != "disputed":
        return before
    if kind == "corrected" and page.has("comment", *page.ranges[number], "self"):
        return _alike(page, drafts, range(len(drafts)), page.ranges[number])
    return _earlier(page, drafts, number)


def _earlier(page: Page, drafts: Sequence[Draft], number: int) -> list[int]:
    paragraph = page.sentences[number].paragraph
    near = [
        i
        for i, d in enumerate(drafts)
        if d.sentence < number and paragraph - page.sentences[d.sentence].paragraph <= _REACH
    ]
    same = [i for i in near if page.sentences[drafts[i].sentence].paragraph == paragraph]
    if page.has("both", *page.ranges[number]):
        return _both(page, drafts, number, near)
    if same and _follows(drafts, same[-1], number):
        return [i for i in same if drafts[i].sentence == drafts[same[-1]].sentence]
    return _alike(page, drafts, near, page.ranges[number])


def _follows(drafts: Sequence[Draft], index: int, number: int) -> bool:
    return number - drafts[index].sentence <= _REACH


def _both(page: Page, drafts: Sequence[Draft], number: int, near: Sequence[int]) -> list[int]:
    """The claims that a note on several speaks of: of its paragraph, else those that follow it."""
    paragraph = page.sentences[number].paragraph
    same = [i for i in near if page.sentences[drafts[i].sentence].paragraph == paragraph]
    if len({drafts[i].source for i in same}) > 1:
        return same
    if same:
        return list(near)
    following = [
        i
        for i, d in enumerate(drafts)
        if d.sentence > number and page.sentences[d.sentence].paragraph == paragraph
    ]
    return following or list(near)


def _alike(page: Page, drafts: Sequence[Draft], near: Sequence[int], span: Range) -> list[int]:
    """The last sentence's claims, unless an earlier claim shares more words with the note."""
    words = topic_words(page, span)
    scores = {i: shared(words, topic_words(page, drafts[i].content)) for i in near}
    best = max(scores.values(), default=0)
    if best:
        return [max(i for i, score in scores.items() if score == best)]
    if not near or not page.has("heads", *span):
        return []
    plain = [i for i in near if _is_plain(page, drafts[i])]
    return plain[-3:]


def _is_plain(page: Page, draft: Draft) -> bool:
    """Whether a draft tells of something, and is neither opinion nor a mere quotation."""
    cue = page.vocabulary.cues.get(draft.label)
    opinion = cue is not None and cue.stance != "plain"
    return not opinion and page.quoted[draft.content[0]] < 0
